package layout

import (
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// What leads elsewhere, and pictures in a line.

func (in *inliner) link(n *document.Link, a *attr) {
	el := a.tag.element("Link")
	contents := n.Title
	if contents == "" {
		contents = n.URL
	}
	accent := in.s.style.Palette.Accent
	in.run(n.Content, span(a, func(a *attr) {
		a.tag, a.underline = el, &accent
		if n.URL != "" {
			a.link = &link{uri: n.URL, contents: contents, tag: el}
		}
	}))
	if in.s.links != nil && noted(n) && !in.s.inNote {
		in.addressNote(n, a)
	}
}

func (in *inliner) reference(n *document.CrossReference, a *attr) {
	s := in.s
	parent := a.tag
	if n.Ref == document.RefNote {
		parent = parent.element("Reference")
	}
	el := parent.element("Link")
	b := in.whole(n, span(a, func(a *attr) {
		a.tag = el
		a.link = &link{target: n.Target, contents: document.TextOf(n.Content), tag: el}
	}))
	switch n.Ref {
	case document.RefLink:
		accent := s.style.Palette.Accent
		b.underline = &accent
	case document.RefSeeAlso:
		b.typ.Italic = true
		s.dress(b)
	case document.RefNote:
		if i := s.noteNumber(s.nodes[n.Target]); i > 0 {
			b.link.contents = strconv.Itoa(i)
			in.add(strconv.Itoa(i), s.superior(b))
			return
		}
	}
	switch n.Show {
	case document.ShowPage:
		b.link.contents = ""
		in.add(s.pageLabel(n.Target), b)
	case document.ShowNumber:
		label := ""
		if i := s.numbers.Of(s.nodes[n.Target]); i > 0 {
			label = strconv.Itoa(i)
			in.add(label, b)
			b.link.contents = label
			return
		}
		in.run(n.Content, b)
	default:
		in.run(n.Content, b)
	}
	if b.link.contents == "" {
		b.link.contents = s.words.Page + " " + s.pageLabel(n.Target)
	}
}

// narrowed returns a picture in a line that is as wide as a narrow cell.
func (s *setter) narrowed(p *inlinePicture, width style.Length) *inlinePicture {
	q := *p
	q.width, q.height = width, p.height.Scale(int64(width), int64(p.width))
	if p.image.drawing != nil {
		q.drawn = s.draw(p.image.drawing, width, q.tag)
	}
	return &q
}

// inlinePicture is a picture in a line of text.
type inlinePicture struct {
	image         *raster
	drawn         *drawn // of a drawing
	width, height style.Length
	tag           *tag
}

func (in *inliner) picture(n *document.Image, a *attr) {
	s := in.s
	img := s.raster(n.Resource, n.Pos)
	if img == nil {
		if n.Alt != "" {
			el := a.tag.element("Span")
			in.add("["+n.Alt+"]", span(a, func(a *attr) { a.tag = el }))
		}
		return
	}
	h := a.size
	w := h.Scale(int64(img.width), int64(max(img.height, 1)))
	el := s.speaks(a.tag.element("Figure"), a.lang)
	el.Alt, el.Source = n.Alt, frame.Source(n.Pos)
	p := &inlinePicture{image: img, width: w, height: h, tag: el}
	if n.Decorative {
		p.tag = nil
	}
	if img.drawing != nil {
		p.drawn = s.draw(img.drawing, w, p.tag)
	}
	in.leaf("\uFFFC", a, -1).shown = p
}
