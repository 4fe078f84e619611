package layout

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// A line of text as a box.

// textLine is a line of text as a box.
type textLine struct {
	ascent style.Length // from the top of the box to the baseline
	texts  []lineText
	rules  []frame.Rule // from the left edge and the baseline
	links  []lineLink
	end    style.Length // where its last glyph ends, from the left edge
	// label stands beside the line and is read before it, trail behind it.
	label, trail *textLine
}

// lineText is a run of glyphs in a line; X counts from the left edge of the
// column, Y from the baseline.
type lineText struct {
	frame.Text
	face    *font.Face
	tag     *tag
	note    *note // comes behind it
	picture *inlinePicture
}

type lineLink struct {
	link     *link
	x, width style.Length
	above    style.Length
	below    style.Length
}

// endSpace ends a line with a space, for lines that are read before others.
func (t *textLine) endSpace() { t.ends(" ") }

// ends ends a line with a space that stands for what parts it from the text
// behind it.
func (t *textLine) ends(as string) {
	if len(t.texts) == 0 {
		return
	}
	last := &t.texts[len(t.texts)-1]
	if last.face == nil {
		return
	}
	if space, ok := last.face.Glyph(' '); ok {
		last.Append(frame.Glyph{ID: uint16(space)}, as)
	}
}

func (t *textLine) foot() style.Length { return t.ascent }

// emit puts the line on the page.
func (t *textLine) emit(e *emitter, x, y style.Length) {
	base := y + t.ascent
	if t.label != nil {
		t.label.emit(e, x, base-t.label.ascent)
	}
	if t.trail != nil {
		defer t.trail.emit(e, x, base-t.trail.ascent)
	}
	for i := range t.rules {
		r := t.rules[i]
		r.X, r.Y = r.X+x, r.Y+base
		r.Mark = e.mark(nil)
		e.put(&r)
	}
	for i := range t.texts {
		lt := &t.texts[i]
		if lt.picture != nil {
			e.inlinePicture(lt.picture, x+lt.X, base)
		} else {
			text := lt.Text
			text.X, text.Y = text.X+x, text.Y+base
			text.Face = e.face(lt.face)
			text.Mark = e.mark(lt.tag)
			e.text(text)
		}
		if lt.note != nil {
			e.note(lt.note)
		}
	}
	for _, l := range t.links {
		e.active(l.link, x+l.x, base-l.above, l.width, l.above+l.below)
	}
}
