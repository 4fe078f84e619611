package layout

import (
	"bytes"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"sync"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Figures.

// raster is a picture of the document, ready for the page.
type raster struct {
	frame.Image
	width, height int
	index         int // in frame.Book.Images, from 1
}

// rasters keeps the pictures that were decoded.
type rasters struct {
	mu   sync.Mutex
	done map[string]*raster
}

// raster returns the picture called name, nil if it cannot be shown.
func (s *setter) raster(name string, pos diag.Position) *raster {
	s.rasters.mu.Lock()
	defer s.rasters.mu.Unlock()
	if r, ok := s.rasters.done[name]; ok {
		return r
	}
	if s.rasters.done == nil {
		s.rasters.done = map[string]*raster{}
	}
	var r *raster
	if res, ok := s.doc.Resource(name); ok {
		cfg, format, err := image.DecodeConfig(bytes.NewReader(res.Bytes))
		if err == nil && (format == "png" || format == "jpeg") && cfg.Width > 0 && cfg.Height > 0 {
			r = &raster{Image: frame.Image{Name: name, MediaType: "image/" + format, Bytes: res.Bytes, Width: cfg.Width, Height: cfg.Height}, width: cfg.Width, height: cfg.Height}
		} else {
			s.found.Add(diag.Warning, "pdf-image", pos, "the image %s cannot be shown", name)
		}
	}
	s.rasters.done[name] = r
	return r
}

// figure sets an illustration with its caption.
func (s *setter) figure(f *document.Figure, c scope) {
	c = c.element("Div")
	s.list.space(s.style.BlockSpace, 1)
	s.blocks(f.Blocks, c)
	if len(f.Caption) > 0 {
		s.list.keep()
		el := c.tag.element("Caption")
		cc := c
		cc.text = s.style.Caption
		set := cc.setting()
		s.addLines(s.lines(s.gather(f.Caption, s.root(cc.text, el, c.lang)), &set), cc.text)
	}
	s.list.space(s.style.BlockSpace, 1)
}

// picture is a picture as a box.
type picture struct {
	img           *raster
	x             style.Length
	width, height style.Length
	tag           *tag
}

func (p *picture) emit(e *emitter, x, y style.Length) {
	e.put(&frame.Picture{X: x + p.x, Y: y, Width: p.width, Height: p.height, Image: e.image(p.img), Mark: e.mark(p.tag)})
}

// image returns the index of a picture in the book.
func (e *emitter) image(r *raster) int {
	if r.index == 0 {
		e.book.Images = append(e.book.Images, r.Image)
		r.index = len(e.book.Images)
	}
	return r.index - 1
}

// standaloneImage sets a picture that is a paragraph of its own.
func (s *setter) standaloneImage(p *document.Paragraph, n *document.Image, c scope) {
	r := s.raster(n.Resource, n.Pos)
	el := c.tag.element("Figure")
	el.Alt, el.Block = n.Alt, true
	if r == nil {
		set := c.setting()
		g := &galley{}
		in := inliner{s: s, g: g, source: -1}
		in.add("["+n.Alt+"]", s.root(s.style.Caption, el, c.lang))
		s.addLines(s.lines(g, &set), s.style.Caption)
		return
	}
	w := min(c.width, style.Points(float64(r.width)))
	h := w.Scale(int64(r.height), int64(r.width))
	limit := s.style.Body.Leading * style.Length(s.style.Lines()-4)
	if h > limit {
		w, h = w.Scale(int64(limit), int64(h)), limit
	}
	box := &picture{img: r, x: c.left + (c.width-w)/2, width: w, height: h, tag: el}
	if n.Decorative {
		box.tag = nil
	}
	s.list.space(s.style.BlockSpace, 1)
	it := s.list.add(box, h)
	it.places = append(it.places, place{anchor: p.Anchor, tag: el}, place{anchor: n.Anchor, tag: el})
	s.list.space(s.style.BlockSpace, 1)
}

// inlinePicture puts a picture in a line of text.
func (e *emitter) inlinePicture(p *inlinePicture, x, base style.Length) {
	e.put(&frame.Picture{X: x, Y: base - p.height.Em(850), Width: p.width, Height: p.height, Image: e.image(p.image), Mark: e.mark(p.tag)})
}
