package paint

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// codes holds the signs that stand in the strings of the PDF for each glyph of
// the book. A face with more glyphs than one font can hold is split over several.
type codes struct {
	fonts []*font.Encoding
	names []string // of the fonts' resources
	// texts holds, for each text of the book in the order of drawing, the
	// sign of each glyph; first is where those of each page begin.
	texts [][]code
	first []int
	// spelled holds, for each sign of each font, what stands in a string for it.
	spelled [][][]byte
	// spaces are the signs, one more, of the fonts' spaces between words.
	spaces []int
}

// code is a sign of fonts[font].
type code struct {
	font uint16
	sign font.Sign
}

// encode gives a code to every glyph, in the order of the pages, so that the
// same book has the same codes.
func encode(book *frame.Book) *codes {
	c := &codes{first: make([]int, len(book.Pages))}
	last := make([]int, len(book.Faces)) // 1 + the newest font of each face
	wide := wideFaces(book)
	// The newest code of each glyph: nearly always it is the right one, because
	// nearly all glyphs stand for one character.
	type coded struct {
		char rune
		code code
		some bool
	}
	known := make([][]coded, len(book.Faces))
	// The room for all codes is taken at once: there is one for every letter.
	texts, n := 0, 0
	for i := range book.Pages {
		c.first[i] = texts
		each(&book.Pages[i], func(t *frame.Text) { texts, n = texts+1, n+len(t.Glyphs) })
	}
	room := make([]code, n)
	c.texts = make([][]code, 0, texts)
	encode := func(t *frame.Text) {
		list := room[:len(t.Glyphs):len(t.Glyphs)]
		room = room[len(t.Glyphs):]
		table := known[t.Face]
		for i, g := range t.Glyphs {
			if int(g.ID) >= len(table) {
				table = append(table, make([]coded, int(g.ID)+1-len(table))...)
			}
			k := &table[g.ID]
			if !k.some || k.char != g.Char || g.Char < 0 {
				*k = coded{g.Char, c.add(book.Faces[t.Face], wide[t.Face], &last[t.Face], g, t.Stands(g)), true}
			}
			list[i] = k.code
		}
		known[t.Face] = table
		c.texts = append(c.texts, list)
	}
	for i := range book.Pages {
		each(&book.Pages[i], encode)
	}
	for n, f := range c.fonts {
		f.Close()
		c.names = append(c.names, ResourceName(n))
		spelled, space := make([][]byte, f.Len()), 0
		for s := range spelled {
			b := f.Code(font.Sign(s))
			if len(b) == 1 && b[0] == ' ' {
				space = s + 1
			}
			spelled[s] = escaped(b)
		}
		c.spelled, c.spaces = append(c.spelled, spelled), append(c.spaces, space)
	}
	return c
}

// wideFaces says for each face whether the book uses so many of its glyphs, as
// of Chinese, that fonts of one byte would take turns all the time.
func wideFaces(book *frame.Book) []bool {
	wide := make([]bool, len(book.Faces))
	used, count := make([][]bool, len(book.Faces)), make([]int, len(book.Faces))
	for i := range book.Pages {
		each(&book.Pages[i], func(t *frame.Text) {
			if wide[t.Face] {
				return
			}
			if used[t.Face] == nil {
				used[t.Face] = make([]bool, book.Faces[t.Face].Glyphs())
			}
			for _, g := range t.Glyphs {
				if !used[t.Face][g.ID] {
					used[t.Face][g.ID] = true
					count[t.Face]++
				}
			}
			wide[t.Face] = count[t.Face] > 2*font.MostNarrow
		})
	}
	return wide
}

// escaped returns bytes as they stand in a literal string.
func escaped(code []byte) (b []byte) {
	for _, c := range code {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return b
}

// each calls visit for the texts of a page in the order of drawing.
func each(page *frame.Page, visit func(*frame.Text)) {
	for _, item := range page.Items {
		if t, ok := item.(*frame.Text); ok {
			visit(t)
		}
	}
}

func (c *codes) add(face *font.Face, wide bool, last *int, g frame.Glyph, text string) code {
	for {
		if *last == 0 {
			c.fonts = append(c.fonts, font.NewEncoding(face, wide))
			*last = len(c.fonts)
		}
		f := *last - 1
		if s, ok := c.fonts[f].Sign(font.GID(g.ID), text); ok {
			return code{uint16(f), s}
		}
		*last = 0
	}
}

// Width returns the width of a glyph in thousandths of an em, as the font
// dictionary of the PDF states it and as readers advance by.
func Width(face *font.Face, g font.GID) int {
	em := face.Metrics().UnitsPerEm
	return (face.Advance(g)*1000 + em/2) / em
}
