package style

import (
	"strings"

	"github.com/quirepress/quire/source/diag"
)

// Resolve applies an author's requests to a style. The settings it knows are
// "paper", "profile", "theme", "accent" (a colour), "font-size" (of the body),
// "leading", "columns" (1 or 2) and "toc-depth"; others belong to somebody
// else and are left alone. A value that makes no sense is reported and the
// base's kept.
//
// A paper, profile or theme other than the base's derives everything anew.
//
// Findings stand where at says that the setting does; at may be nil.
func Resolve(base Style, settings map[string]string, at map[string]diag.Position) (Style, diag.List) {
	var found diag.List
	s := base
	paper, profile, theme := s.Paper, s.Profile, s.Theme
	read := func(name string, parse func(string) error) {
		v, ok := settings[name]
		if !ok {
			return
		}
		if err := parse(v); err != nil {
			found.Add(diag.Warning, "style-setting", at[name], "the setting %s: %s", name, plainly(err))
		}
	}
	read("paper", func(v string) error {
		p, err := ParsePaper(v)
		if err == nil {
			paper = p
		}
		return err
	})
	read("profile", func(v string) error {
		p, err := ParseProfile(v)
		if err == nil && p != AutoProfile {
			profile = p
		}
		return err
	})
	read("theme", func(v string) error {
		t, err := ParseTheme(v)
		if err == nil {
			theme = t
		}
		return err
	})
	if paper != s.Paper || profile != s.Profile || theme != s.Theme || s.Body.Size == 0 {
		s = New(paper, profile, theme)
	}
	s.adjust(read)
	if err := s.Check(); err != nil {
		found.Add(diag.Warning, "style-setting", diag.Position{}, "the settings give an impossible page: %s", plainly(err))
		s = New(paper, profile, theme)
		if s.Check() != nil {
			s = New(A5(), profile, theme)
		}
	}
	return s, found
}

// plainly returns what an error of this package says, without the package's name, for the middle of a sentence.
func plainly(err error) string { return strings.TrimPrefix(err.Error(), "style: ") }
