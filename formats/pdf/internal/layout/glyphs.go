package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// The glyphs of a run: where each stands, and which characters of the document
// it stands for, so that what is copied from the page is the author's text.

// set returns a distance of font units in the line.
func (c *composer) set(units int, f *font.Face, size style.Length) style.Length {
	w := f.Length(units, size)
	return w + w*style.Length(c.at)/1_000_000
}

// shift returns how far the face wants a glyph from the pen.
func (c *composer) shift(g *font.Glyph, f *font.Face, size style.Length) frame.Shift {
	return frame.Shift{X: c.set(int(g.XOffset), f, size), Y: -f.Length(int(g.YOffset), size)}
}

// forward appends the glyphs of a chunk that runs from left to right. Advances
// are differences of rounded sums, so that nothing adds up wrongly; the last
// takes what is left of the chunk's width.
func (c *composer) forward(t *lineText, k *chunk, a *attr) {
	p := k.p
	if t.Glyphs == nil {
		t.Glyphs = c.glyphs[len(c.glyphs):]
	}
	c.glyphs = c.glyphs[:len(c.glyphs)+len(p.glyphs)]
	track := p.track
	if c.at == 0 || !p.space {
		track += c.letterSpace(p)
	}
	sum, units := style.Length(0), 0
	for i := range p.glyphs {
		g := &p.glyphs[i]
		units += int(g.Advance)
		end := c.set(units, p.face, a.size) + track*style.Length(i+1)
		if i == len(p.glyphs)-1 {
			end = k.width
		}
		t.Append(frame.Glyph{ID: uint16(g.ID), Advance: end - sum}, p.stands(i, c.sh))
		if g.XOffset != 0 || g.YOffset != 0 {
			t.Move(c.shift(g, p.face, a.size))
		}
		sum = end
	}
}

func (c *composer) letterSpace(p *piece) style.Length {
	if p.space || p.joined || p.face.Metrics().FixedPitch {
		return 0
	}
	return c.l.LetterSpace
}

// reversed appends the glyphs of a chunk that runs from right to left, in the
// order of the text: the pen goes to the left.
func (c *composer) reversed(t *lineText, k *chunk, a *attr) {
	p := k.p
	n := len(p.glyphs)
	at := make([]style.Length, n+1)
	units := 0
	for i := range p.glyphs {
		at[i] = c.set(units, p.face, a.size) + (p.track+c.letterSpace(p))*style.Length(i)
		units += int(p.glyphs[i].Advance)
	}
	at[n] = k.width
	t.X += at[n-1]
	var rest string // characters of the cluster that no glyph stands for yet
	for i := n - 1; i >= 0; i-- {
		g := &p.glyphs[i]
		adv := at[1] - at[0]
		if i > 0 {
			adv = at[i-1] - at[i]
		}
		// A reader of the page takes the characters of a glyph from the left to
		// the right, and glyphs by their places: here each glyph has one, that
		// of a letter without width, as the alef of a lam-alef, stands a hair
		// further on, and what is left over on empty glyphs behind it.
		rest += p.stands(i, c.sh)
		r, size := utf8.DecodeRuneInString(rest)
		own := rest[:size]
		rest = rest[size:]
		hair := a.size / 500
		shift := c.shift(g, p.face, a.size)
		if p.face.Advance(g.ID) == 0 && unicode.IsLetter(r) {
			shift.X -= hair
		}
		last := frame.Glyph{ID: uint16(g.ID)}
		if blank, ok := emptyGlyph(p.face); !ok {
			own, rest = own+rest, ""
		} else if i == 0 || p.glyphs[i-1].Start != g.Start {
			for _, r := range rest {
				t.Append(last, own)
				t.Move(shift)
				last, own = frame.Glyph{ID: uint16(blank)}, string(r)
				shift.X -= hair
			}
			rest = ""
		}
		last.Advance = adv
		t.Append(last, own)
		t.Move(shift)
	}
}

// emptyGlyph returns a glyph without ink, if it can be one without width.
func emptyGlyph(f *font.Face) (font.GID, bool) {
	for _, r := range "\u200C\u200D\u200B\uFEFF" {
		if g, ok := f.Glyph(r); ok && f.Advance(g) == 0 {
			if _, ink := f.Bounds(g); !ink {
				return g, true
			}
		}
	}
	return f.Glyph(' ')
}

// stands returns what glyph i of a piece stands for: the characters of its
// cluster for the first glyph of a cluster in the order of the text, nothing
// for the others.
func (p *piece) stands(i int, sh *shaped) string {
	g := &p.glyphs[i]
	if p.space {
		if p.text == "\u00A0" {
			return p.text
		}
		return " "
	}
	if p.instead != "" || p.silent {
		if i == 0 {
			return p.instead
		}
		return ""
	}
	if p.hyphen > 0 && g.Start >= p.hyphen {
		return "\u00AD"
	}
	before := i - 1
	if p.level%2 != 0 {
		before = i + 1
	}
	if before >= 0 && before < len(p.glyphs) && p.glyphs[before].Start == g.Start {
		return ""
	}
	if original := sh.g.leaves[p.leaf].original; original != "" {
		from := int(p.at) - sh.g.leaves[p.leaf].start
		return original[from+int(g.Start) : from+int(g.End)]
	}
	return visible(p.text[g.Start:g.End])
}

// visible leaves out the soft hyphens and joiners that the text may hold: they
// advise the typesetter and are not part of what is printed.
func visible(s string) string {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xC2 && s[i+1] == 0xAD {
			return visible(s[:i] + s[i+2:])
		}
	}
	return s
}
