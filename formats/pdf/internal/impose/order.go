package impose

import "slices"

// The order of pages on sheets. It is arithmetic alone, so that a test can fold
// the sheets and read the pages.

// Sheet is a sheet of paper with the pages on its two sides, counted from 1; 0
// is a blank. On each side they stand row by row, from the left to the right.
// The back is what one sees after turning the sheet over like the page of a
// book, about its upright axis.
type Sheet struct {
	Front, Back []int
	// Signature is the number of the signature that the sheet belongs to, from
	// 0, and Nest how many sheets of it lie around this one.
	Signature, Nest int
}

// The limits of a signature that [Booklet] chooses by itself: so many sheets
// can be folded and stapled as one, and so many make a good section of a book
// that is sewn.
const (
	stapledSheets = 16
	sewnSheets    = 8
)

// Booklet returns the sheets of a saddle-stitched booklet: four pages a sheet,
// the sheets of a signature inside each other. A signature holds up to pages of
// perSignature; 0 makes one signature of up to 64 pages, and several of at most
// 32 of anything longer. The sheets are shared out evenly among the signatures,
// and what remains at the end is left blank.
func Booklet(pages, perSignature int) []Sheet {
	total := (pages + 3) / 4
	most := perSignature / 4
	if most <= 0 {
		most = sewnSheets
		if total <= stapledSheets {
			most = stapledSheets
		}
	}
	count := (total + most - 1) / most
	var sheets []Sheet
	page := func(n int) int {
		if n > pages {
			return 0
		}
		return n
	}
	first := 1
	for s := range count {
		n := total / count
		if s < total%count {
			n++
		}
		last := first + 4*n - 1
		for i := range n {
			sheets = append(sheets, Sheet{
				Front:     []int{page(last - 2*i), page(first + 2*i)},
				Back:      []int{page(first + 2*i + 1), page(last - 2*i - 1)},
				Signature: s, Nest: i,
			})
		}
		first = last + 1
	}
	return sheets
}

// InOrder returns the sheets of pages that stand one after the other, so many
// on each side.
func InOrder(pages, perSide int) []Sheet {
	var sheets []Sheet
	side := func(first int) []int {
		all := make([]int, perSide)
		for i := range all {
			if n := first + i; n <= pages {
				all[i] = n
			}
		}
		return all
	}
	for first := 1; first <= pages; first += 2 * perSide {
		sheets = append(sheets, Sheet{Front: side(first), Back: side(first + perSide)})
	}
	return sheets
}

// mirror turns the rows of all sides round, for books that are bound on the
// right.
func mirror(sheets []Sheet, columns int) {
	for _, s := range sheets {
		for row := range slices.Chunk(s.Front, columns) {
			slices.Reverse(row)
		}
		for row := range slices.Chunk(s.Back, columns) {
			slices.Reverse(row)
		}
	}
}
