package xhtml

import (
	"slices"

	"github.com/quirepress/quire/source/document"
)

// Notes stand at the end of their file as asides that reading systems show as
// pop-ups. The way back comes first inside the note: a well-known device
// otherwise takes neighbouring notes for one.

// noteMark writes the mark of a note and lets the note wait for the end of the
// file.
func (f *file) noteMark(n *document.Note, s scope) {
	if s.label {
		return
	}
	if s.link {
		if s.held != nil {
			*s.held = append(*s.held, n)
		}
		return
	}
	f.notes = append(f.notes, n)
	id := f.ids[n]
	number := itoa(f.numbers.Of(n))
	f.b.WriteString(`<a class="noteref" epub:type="noteref" role="doc-noteref" href="#` + id + `" id="` + f.markID(n) + `">` + number + `</a>`)
}

// markID returns the id of a note's mark.
func (r *renderer) markID(n *document.Note) string { return r.second[n] }

// footnotes writes the notes that wait, and those inside them.
func (f *file) footnotes() {
	if len(f.notes) == 0 {
		return
	}
	f.b.WriteString(`<section class="notes" epub:type="footnotes" role="doc-endnotes" aria-label="` + Escape(f.words.Notes) + "\">\n")
	for i := 0; i < len(f.notes); i++ {
		n := len(f.notes)
		f.footnote(f.notes[i])
		// Notes inside it have the next numbers.
		if inner := slices.Clone(f.notes[n:]); len(inner) > 0 {
			f.notes = slices.Insert(f.notes[:n], i+1, inner...)
		}
	}
	f.b.WriteString("</section>\n")
}

func (f *file) footnote(n *document.Note) {
	f.book.Traits.Notes++
	f.bare++
	f.open("aside", n, "", attr{"epub:type", "footnote"}, attr{"role", "doc-footnote"})
	f.line()
	back := `<a class="back" epub:type="backlink" role="doc-backlink" href="#` + f.markID(n) + `">` + itoa(f.numbers.Of(n)) + `</a> `
	blocks := n.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*document.Paragraph); ok {
			f.open("p", p, "")
			f.b.WriteString(back)
			f.content(p, p.Content)
			f.close("p")
			f.line()
			blocks = blocks[1:]
			back = ""
		}
	}
	if back != "" {
		f.b.WriteString("<p>" + back + "</p>\n")
	}
	f.blocks(blocks, f.depth)
	f.close("aside")
	f.line()
	f.bare--
}
