package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Running heads and folios: the book's title on versos, the section's on rectos,
// the folio at the outer edge; a page that opens a chapter has only a folio at
// its foot.

// headings puts them on all pages.
func (b *binder) headings(e *emitter, s *setter) {
	st := b.style
	title := b.doc.Metadata.Title
	section := ""
	width := b.width()
	heads := map[string]setLine{} // a title stands on many pages
	head := func(text string) setLine {
		l, ok := heads[text]
		if !ok {
			l = b.artifact(s, strings.Join(strings.Fields(text), " "), st.RunningHead, width-4*st.Folio.Size)
			heads[text] = l
		}
		return l
	}
	for i := range b.pages {
		p := b.pages[i]
		if p.flow == nil {
			continue
		}
		if p.first == 0 {
			section = p.flow.title
		}
		here := section
		first := true
		for k := p.flow.sheets[p.first].start; k < p.flow.sheets[p.first+p.count-1].end; k++ {
			if h := p.flow.list.items[k].section; h != nil && h.level <= 2 {
				if first {
					here = h.title
				}
				first = false
				section = h.title
			}
		}
		if p.flow.bare {
			continue
		}
		e.at(i)
		x := b.left(i)
		y := st.Margins.Head - min(2*st.Body.Leading, st.Margins.Head.Scale(6, 10))
		if p.flow.opening && p.first == 0 {
			l := b.artifact(s, p.label, st.Folio, width)
			text := st.Margins.Head + st.Body.Leading*style.Length(st.Lines())
			foot := text + min(2*st.Body.Leading, (st.Paper.Height-text).Scale(4, 10))
			b.place(e, l, x+(width-l.width)/2, foot, frame.FooterArtifact)
			continue
		}
		folio := b.artifact(s, p.label, st.Folio, width)
		at := x
		if !b.spineAtRight(i) {
			at = x + width - folio.width
		}
		b.place(e, folio, at, y, frame.HeaderArtifact)
		text := title
		if i%2 == 0 && here != "" {
			text = here
		}
		l := head(text)
		b.place(e, l, x+(width-l.width)/2, y, frame.HeaderArtifact)
	}
}

// width returns the width of the text on a page, all columns together.
func (b *binder) width() style.Length {
	return b.style.Paper.Width - b.style.Margins.Inside - b.style.Margins.Outside
}

// artifact sets a line that belongs to no element, shortened to fit.
func (b *binder) artifact(s *setter, text string, t style.Type, width style.Length) setLine {
	a := s.root(t, nil, b.doc.Metadata.Language)
	// No face has letters of less than a fifth of an em: what is far too long is
	// not set again for each of its words.
	if most := int(5 * width / max(t.Size, 1)); utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most]) + "…"
	}
	for {
		l := s.oneLine(text, a, 0)
		if l.width <= width || text == "" {
			return l
		}
		if main, _ := document.DivideTitle(text); main != text {
			text = main
			continue
		}
		text = strings.TrimSuffix(text, "…")
		cut := strings.LastIndexAny(text, " \u00A0")
		if cut <= 0 {
			r := []rune(text)
			cut = len(string(r[:len(r)*3/4]))
		}
		if cut == 0 {
			return setLine{box: &textLine{}}
		}
		text = strings.TrimRight(text[:cut], " ,;:–—-") + "…"
	}
}

// place puts a line as a pagination artifact.
func (b *binder) place(e *emitter, l setLine, x, y style.Length, kind frame.Artifact) {
	for i := range l.box.texts {
		t := l.box.texts[i].Text
		t.X, t.Y = t.X+x, t.Y+y+l.box.ascent
		t.Face = e.face(l.box.texts[i].face)
		t.Mark = frame.Mark{Artifact: kind}
		e.text(t)
	}
}

// info collects the metadata for the file.
func (b *binder) info() frame.Info {
	m := &b.doc.Metadata
	i := frame.Info{
		Title: m.Title, Subtitle: m.Subtitle, Authors: m.Authors(), Subjects: m.Subjects, Description: m.Description,
		Rights: m.Rights, Publisher: m.Publisher, Language: m.Language, RightToLeft: b.rtl, Source: m.Source, Created: m.Modified, Modified: m.Modified,
	}
	for _, c := range m.Contributors {
		if c.Role != "" && c.Role != "aut" {
			i.Contributors = append(i.Contributors, c.Name+" ("+c.Role+")")
		}
	}
	if len(m.Identifiers) > 0 {
		id := m.Identifiers[0]
		switch id.Scheme {
		case "uuid", "isbn", "doi":
			i.Identifier = "urn:" + id.Scheme + ":" + strings.TrimPrefix(id.Value, "urn:"+id.Scheme+":")
		default:
			i.Identifier = id.Value
		}
	}
	i.PrintID = printID(m, b.style.Paper)
	return i
}

// printID names this printed edition: by the work's identifier, or its title,
// and the paper.
func printID(m *document.Metadata, p style.Paper) string {
	id := m.DefaultIdentifier()
	if len(m.Identifiers) > 0 {
		id = m.Identifiers[0]
	}
	return document.NameUUID("print\x00" + id.Scheme + ":" + id.Value + "\x00" + p.Width.String() + "\x00" + p.Height.String())
}
