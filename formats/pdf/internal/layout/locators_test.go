package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestLocators sets the pages of mentions as ranges, and few of them for a term
// that stands everywhere.
func TestLocators(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Language: "de"}}
	st := style.New(style.A5(), style.Book, style.House)
	s := &setter{volume: newVolume(doc, &st, Options{})}
	s.labels = func(a document.Anchor) (int, string, bool) {
		n := 0
		fmt.Sscan(string(a), &n)
		return n, string(a), true
	}
	for _, c := range []struct{ pages, want string }{
		{"3", "3"},
		{"3 3 4 7 8 9 12", "3–4, 7–9, 12"},
		{"1 3 5 7 9 11 13 15 17 19 21 23", "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23"},
		{"1 3 5 7 9 11 13 15 17 19 21 23 25", "1–25 passim"},
		{"1 3 5 40 42 45 90 120 130 150 152 180 200 230 260", "1–5, 40–45, 90, 120–152, 180–200, 230, 260 passim"},
		{"1 3 5 40 42 45 90 120 130 150 152 180 200 230", "1–5, 40–45, 90, 120–130, 150–152, 180, 200, 230 passim"},
		{"100 2 4 6 8 10 12 14 16 18 20 22 24 30 40", "100, 2–24, 30, 40 passim"},
	} {
		var mentions []document.Anchor
		for _, p := range strings.Fields(c.pages) {
			mentions = append(mentions, document.Anchor(p))
		}
		g := &galley{}
		s.pageList(&inliner{s: s, g: g, source: -1}, mentions, st.GlossaryPages, &tag{}, "de")
		if got := strings.NewReplacer("\u2060", "", "\u00A0", " ").Replace(g.text.String()); got != c.want {
			t.Errorf("%s: %q, want %q", c.pages, got, c.want)
		}
	}
}

// TestLocatorsCover draws pages at random: each is named or within a range, and
// ranges without passim hold no other page.
func TestLocatorsCover(t *testing.T) {
	s := &setter{volume: &volume{}}
	r := rand.New(rand.NewPCG(3, 1))
	s.labels = func(a document.Anchor) (int, string, bool) {
		n := 0
		fmt.Sscan(string(a), &n)
		return n, "", true
	}
	for range 500 {
		var pages []int
		for range 1 + r.IntN(60) {
			pages = append(pages, r.IntN(20+r.IntN(400)))
		}
		slices.Sort(pages)
		var mentions []document.Anchor
		for _, p := range pages {
			mentions = append(mentions, document.Anchor(fmt.Sprint(p)))
		}
		got := s.locators(mentions)
		if len(got) > manyLocators {
			t.Errorf("%d locators for %v", len(got), pages)
		}
		for _, p := range pages {
			if !slices.ContainsFunc(got, func(l locator) bool { return l.first <= p && p <= l.last }) {
				t.Errorf("page %d is not in %v", p, got)
			}
		}
		for _, l := range got {
			for p := l.first; p <= l.last; p++ {
				if !l.passim && !slices.Contains(pages, p) {
					t.Errorf("page %d is in %v, but not meant", p, l)
				}
			}
		}
	}
}
