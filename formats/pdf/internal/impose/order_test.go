package impose

import (
	"slices"
	"testing"
)

// fold does with sheets what hands do: each signature is laid open with its
// outermost sheet at the bottom and the back sides up, folded about the middle,
// and leafed through.
func fold(sheets []Sheet) []int {
	type leaf struct{ recto, verso int }
	var read []int
	for len(sheets) > 0 {
		n := 1
		for n < len(sheets) && sheets[n].Signature == sheets[0].Signature {
			n++
		}
		signature := sheets[:n]
		sheets = sheets[n:]
		var first, second []leaf // before and behind the fold
		for _, s := range signature {
			// The right half of the front is a right-hand page; on its reverse
			// stands the left half of the back.
			first = append(first, leaf{s.Front[1], s.Back[0]})
			second = append(second, leaf{s.Back[1], s.Front[0]})
		}
		slices.Reverse(second)
		for _, l := range append(first, second...) {
			read = append(read, l.recto, l.verso)
		}
	}
	return read
}

func TestFolded(t *testing.T) {
	for pages := 1; pages <= 300; pages++ {
		for _, per := range []int{0, 4, 8, 16, 32} {
			sheets := Booklet(pages, per)
			if len(sheets) != (pages+3)/4 {
				t.Fatalf("%d pages by %d: %d sheets", pages, per, len(sheets))
			}
			read := fold(sheets)
			for i, p := range read {
				want := i + 1
				if want > pages {
					want = 0
				}
				if p != want {
					t.Fatalf("%d pages by %d: reads %v", pages, per, read)
				}
			}
		}
	}
}

// TestMirrored looks at a booklet bound on the right in a mirror, where it is
// one bound on the left, and at the rows of a sheet of four.
func TestMirrored(t *testing.T) {
	for pages := 1; pages <= 70; pages++ {
		sheets := Booklet(pages, 0)
		want := fold(sheets)
		mirror(sheets, 2)
		if s := sheets[0]; s.Front[0] != 1 || pages > 1 && s.Back[1] != 2 {
			t.Fatalf("%d pages: the outermost sheet is %v", pages, s)
		}
		mirror(sheets, 2)
		if got := fold(sheets); !slices.Equal(got, want) {
			t.Fatalf("%d pages: reads %v", pages, got)
		}
	}
	four := InOrder(4, 4)
	mirror(four, 2)
	if got := four[0].Front; !slices.Equal(got, []int{2, 1, 4, 3}) {
		t.Errorf("four pages stand as %v", got)
	}
}

func TestSignatures(t *testing.T) {
	for _, c := range []struct{ pages, per, signatures, least, most int }{
		{64, 0, 1, 16, 16},
		{65, 0, 3, 5, 6}, // 17 sheets
		{36, 32, 2, 4, 5},
		{200, 0, 7, 7, 8},
		{3, 0, 1, 1, 1},
	} {
		sizes := map[int]int{}
		for _, s := range Booklet(c.pages, c.per) {
			if s.Nest != sizes[s.Signature] {
				t.Errorf("%d pages: sheet %d of signature %d is nested %d deep", c.pages, sizes[s.Signature], s.Signature, s.Nest)
			}
			sizes[s.Signature]++
		}
		least, most := 1<<30, 0
		for _, n := range sizes {
			least, most = min(least, n), max(most, n)
		}
		if len(sizes) != c.signatures || least != c.least || most != c.most {
			t.Errorf("%d pages by %d: %d signatures of %d to %d sheets", c.pages, c.per, len(sizes), least, most)
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, per := range []int{1, 2, 4} {
		for pages := 1; pages < 40; pages++ {
			var read []int
			for _, s := range InOrder(pages, per) {
				read = append(append(read, s.Front...), s.Back...)
			}
			for i, p := range read {
				if want := i + 1; p != want && (p != 0 || want <= pages) {
					t.Fatalf("%d pages, %d a side: %v", pages, per, read)
				}
			}
			if len(read) < pages || len(read) >= pages+2*per {
				t.Fatalf("%d pages, %d a side: %v", pages, per, read)
			}
		}
	}
}
