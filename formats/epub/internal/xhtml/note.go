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

// furtherMark is a mark of a note, other than the first, and the file it is in.
type furtherMark struct {
	id string
	in *chunk
}

// markAgain gives an id to a reference that is a further mark of a note, so
// that there is a way back to it.
func (r *renderer) markAgain(c *chunk, n *document.CrossReference) {
	note, ok := r.nodes[n.Target].(*document.Note)
	if !ok || n.Ref != document.RefNote {
		return
	}
	if r.ids[n] == "" {
		r.ids[n] = unique(r.second[note]+"-"+itoa(len(r.again[note])+2), r.used)
	}
	r.again[note] = append(r.again[note], furtherMark{r.ids[n], c})
}

// waysBack writes links to the further marks of a note.
func (f *file) waysBack(n *document.Note) {
	number := itoa(f.numbers.Of(n))
	for i, m := range f.again[n] {
		href := "#" + m.id
		if m.in != f.chunk {
			href = m.in.name + href
		}
		times := itoa(i + 2)
		f.b.WriteString(` <a class="back" epub:type="backlink" role="doc-backlink" href="` + Escape(href) + `" aria-label="` + Escape(number+": "+f.words.Mention+" "+times) + `">↩︎<sup>` + times + `</sup></a>`)
	}
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
	for i, b := range n.Blocks {
		p, ok := b.(*document.Paragraph)
		first, last := i == 0, i == len(n.Blocks)-1 && len(f.again[n]) > 0
		if !ok || !first && !last {
			if first {
				f.b.WriteString("<p>" + back + "</p>\n")
			}
			f.block(b, f.depth)
			if last {
				f.b.WriteString("<p>")
				f.waysBack(n)
				f.b.WriteString("</p>\n")
			}
			continue
		}
		f.open("p", p, "")
		if first {
			f.b.WriteString(back)
		}
		f.content(p, p.Content)
		if last {
			f.waysBack(n)
		}
		f.close("p")
		f.line()
	}
	if len(n.Blocks) == 0 {
		f.b.WriteString("<p>" + back)
		f.waysBack(n)
		f.b.WriteString("</p>\n")
	}
	f.close("aside")
	f.line()
	f.bare--
}
