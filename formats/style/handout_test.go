package style

import "testing"

// TestHandout holds what is looked up below the text in size, and above what
// can be read.
func TestHandout(t *testing.T) {
	for _, p := range []Paper{A4(), Letter(), A5()} {
		s := New(p, Handout, House)
		if s.TitlePage || !s.LinkNotes {
			t.Errorf("%s: a title page %v, links as notes %v", p.Name, s.TitlePage, s.LinkNotes)
		}
		if want := map[bool]int{true: 2, false: 1}[p != A5()]; s.Columns != want {
			t.Errorf("%s: %d columns", p.Name, s.Columns)
		}
		for _, k := range []Type{s.Sources, s.GlossaryText, s.GlossaryTerm, s.TimelineText, s.Note} {
			if k.Size >= s.Body.Size || k.Size < Points(7) || k.Leading <= k.Size {
				t.Errorf("%s: text of %v on %v beside a body of %v", p.Name, k.Size, k.Leading, s.Body.Size)
			}
		}
	}
}
