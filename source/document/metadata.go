package document

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
)

// Metadata is what is known about the article as a whole. Both formats write
// all of it, from this one source.
type Metadata struct {
	// Title and Subtitle are plain text. A title page prints them as
	// [Metadata.TitleLines] gives them.
	Title    string
	Subtitle string
	// TitlePos is where the title stands in the source, if it does.
	TitlePos diag.Position
	// Contributors in the order of the title page.
	Contributors []Contributor
	// Date is the date of publication as ISO 8601: a year, a year and month,
	// or a day ("2026-11-23"). Empty means unknown.
	Date string
	// Modified is the date of this edition, as an RFC 3339 time in UTC. The
	// press sets it; see publish.Press.
	Modified string
	// Fingerprint stands for everything that the publication is made from, and
	// is written into its files. The press sets it; see
	// publish.Press.Fingerprints.
	Fingerprint string
	// Language is the BCP 47 tag of the text.
	Language  string
	Publisher string
	// Identifiers name the work; the first is the main one.
	Identifiers []Identifier
	Rights      string
	Description string
	Subjects    []string
	// Source is the address the article came from.
	Source string
	Series *Series
	// Cover names the resource that is the cover image; empty means that the
	// format draws one.
	Cover string
	// Settings are requests about looks and back matter, opaque here, such as
	// "profile": "book". Nested names are joined with a dot.
	Settings map[string]string
	// SettingPos is where the settings stand in the source, for findings.
	SettingPos map[string]diag.Position
}

// Contributor is a person or body with a part in the work.
type Contributor struct {
	Name string
	// FileAs is the name as it is sorted ("Lennon, Jhon"); empty means Name.
	FileAs string
	// Role is a MARC relator code such as "aut", "edt", "trl" or "ill"; empty
	// means "aut".
	Role string
}

// Identifier names the work within a scheme.
type Identifier struct {
	// Scheme is "uuid", "isbn", "doi", "uri" or another name.
	Scheme string
	Value  string
}

// Series is the series that a work belongs to.
type Series struct {
	Name string
	// Position is the place within the series, such as "2"; may be empty.
	Position string
}

// Authors returns the names of the contributors whose role is author.
func (m *Metadata) Authors() []string {
	var names []string
	for _, c := range m.Contributors {
		if c.Role == "" || c.Role == "aut" {
			names = append(names, c.Name)
		}
	}
	return names
}

// TitleLines returns the title and the subtitle as a title page prints them: a
// title without a subtitle is divided by [DivideTitle].
func (m *Metadata) TitleLines() (main, second string) {
	if m.Subtitle != "" {
		return m.Title, m.Subtitle
	}
	return DivideTitle(m.Title)
}

// DivideTitle divides a title at its first colon where both sides are more than
// a word or two; else second is empty.
func DivideTitle(title string) (main, second string) {
	main, second, ok := strings.Cut(title, ": ")
	if !ok || utf8.RuneCountInString(main) < 4 || len(strings.Fields(second)) < 2 {
		return title, ""
	}
	return main, strings.TrimSpace(second)
}

// Setting returns the setting called name, or fallback if it is not set.
func (m *Metadata) Setting(name, fallback string) string {
	if v, ok := m.Settings[name]; ok {
		return v
	}
	return fallback
}

// Directives are the author's additions and corrections to the back matter
// that Quire finds by itself.
type Directives struct {
	Glossary []GlossaryDirective
	Timeline []TimelineDirective
}

// GlossaryDirective adds the entry for Term, changes the fields that are set
// where one was found, or leaves it out.
type GlossaryDirective struct {
	// Term names the entry; letter case does not matter for finding it.
	Term string
	// Expansion and Definition replace what was found; empty leaves it.
	Expansion  string
	Definition string
	// Aliases are other forms whose occurrences are mentions of Term; entries
	// found under an alias are merged into this one.
	Aliases []string
	// SeeAlso are the terms of other entries.
	SeeAlso []string
	// Suppress leaves the entry out.
	Suppress bool
	Pos      diag.Position
}

// TimelineDirective adds an event, changes the one whose sentence holds Match,
// or leaves that one out.
type TimelineDirective struct {
	// Date is EDTF (ISO 8601-2): 1949, 1999-06-10, 199X, 1996/1999,
	// 1920~, ../1990.
	Date string
	// Phrase is the date as it is printed; empty means derived from Date.
	Phrase  string
	Summary string
	// Match is a piece of the sentence meant; empty means a new event, which
	// replaces nothing.
	Match    string
	Suppress bool
	Pos      diag.Position
}
