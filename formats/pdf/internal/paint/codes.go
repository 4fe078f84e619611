package paint

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// codes holds what stands in the strings of the PDF for each glyph of the
// book. A face with more glyphs than one font can hold is split over several.
type codes struct {
	fonts []*font.Encoding
	// texts holds, for each text of the book in the order of drawing, the
	// code of each glyph.
	texts [][]code
}

// code is a two-byte code in fonts[font].
type code struct{ font, value uint16 }

// encode gives a code to every glyph, in the order of the pages, so that the
// same book has the same codes.
func encode(book *frame.Book) *codes {
	c := &codes{}
	last := make([]int, len(book.Faces)) // 1 + the newest font of each face
	// The codes of glyphs that stand for one character or none: nearly all.
	type coded struct {
		face int
		id   uint16
		char rune
	}
	known := map[coded]code{}
	// The room for all codes is taken at once: there is one for every letter.
	n := 0
	each(book, func(t *frame.Text) { n += len(t.Glyphs) })
	room := make([]code, n)
	each(book, func(t *frame.Text) {
		list := room[:len(t.Glyphs):len(t.Glyphs)]
		room = room[len(t.Glyphs):]
		for i, g := range t.Glyphs {
			k := coded{t.Face, g.ID, g.Char}
			v, ok := known[k]
			if !ok {
				v = c.add(book.Faces[t.Face], &last[t.Face], g, t.Stands(g))
				if g.Char >= 0 {
					known[k] = v
				}
			}
			list[i] = v
		}
		c.texts = append(c.texts, list)
	})
	return c
}

// each calls visit for the texts of a book in the order of drawing.
func each(book *frame.Book, visit func(*frame.Text)) {
	for i := range book.Pages {
		for _, item := range book.Pages[i].Items {
			if t, ok := item.(*frame.Text); ok {
				visit(t)
			}
		}
	}
}

func (c *codes) add(face *font.Face, last *int, g frame.Glyph, text string) code {
	for {
		if *last == 0 {
			c.fonts = append(c.fonts, font.NewEncoding(face))
			*last = len(c.fonts)
		}
		f := *last - 1
		if v, ok := c.fonts[f].Code(font.GID(g.ID), text); ok {
			return code{uint16(f), v}
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
