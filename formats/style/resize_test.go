package style

import "testing"

func TestResized(t *testing.T) {
	for _, p := range Profiles() {
		s := New(Paper{}, p, House)
		r, err := s.Resized(s.Body.Size+Point, s.Body.Leading+2*Point)
		if err != nil {
			t.Fatal(err)
		}
		if r.Body.Size != s.Body.Size+Point || r.Body.Leading != s.Body.Leading+2*Point || r.Note.Size <= s.Note.Size {
			t.Errorf("%s: %v on %v, notes %v", p, r.Body.Size, r.Body.Leading, r.Note.Size)
		}
		if r.Body.Ragged != s.Body.Ragged || r.Paper != s.Paper || r.Columns != s.Columns {
			t.Errorf("%s: more has changed than sizes", p)
		}
		same, err := s.Resized(s.Body.Size, s.Body.Leading)
		if err != nil || same != s {
			t.Errorf("%s: the same size is another style: %v", p, err)
		}
	}
	s := New(A5(), Article, House)
	for _, bad := range [][2]Length{{Point, Point}, {10 * Point, 9 * Point}, {10 * Point, 40 * Point}, {60 * Point, 80 * Point}} {
		if _, err := s.Resized(bad[0], bad[1]); err == nil {
			t.Errorf("%v on %v is no error", bad[0], bad[1])
		}
	}
}
