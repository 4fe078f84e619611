package layout

import (
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Figures: pictures as large as they are, but never wider than the measure or
// higher than most of a page, with the caption below. They float to the next
// page where they do not fit.

const (
	// screenDensity is the resolution of pictures that do not say theirs, in
	// pixels an inch, printDensity the one that print should have: pictures
	// are made smaller to reach it, down to leastShare of the measure, in
	// hundredths.
	screenDensity = 96
	printDensity  = 150
	leastShare    = 40
)

// figure sets an illustration with its caption, which is tagged beside the
// Figure and not in it: an alternative text speaks for all of its element (ISO
// 32000-1, 14.9.3), and who hears it would miss the caption.
func (s *setter) figure(f *document.Figure, c scope) {
	outer := c
	c = c.element("Div")
	c.grid, c.indented = false, false
	s.float(outer, s.style.BlockSpace, len(f.Caption) > 0, func() {
		from := len(s.list.items)
		inner := trim(s.apart(func() { s.blocks(f.Blocks, c) }))
		s.list.join(inner)
		if len(f.Caption) > 0 && len(s.list.items) > from {
			s.list.keep()
			s.list.kern(s.style.Body.Leading / 3)
			s.list.keep()
			label := ""
			if n := s.numbers.Of(f); n > 0 {
				label = s.words.Figure + "\u00A0" + strconv.Itoa(n) + "."
			}
			cc := c
			if p, ok := s.list.items[from].box.(*picture); ok && p.width < c.width*9/10 {
				// Short captions stand in the middle, as their pictures do.
				cc.align = alignCenter
			}
			s.caption(label, f.Caption, cc)
		}
		if it := s.list.first(from); it != nil && f.Anchor != "" {
			it.places = append(it.places, place{anchor: f.Anchor, tag: c.tag})
		}
	})
}

// standaloneImage sets a picture that is a paragraph of its own.
func (s *setter) standaloneImage(p *document.Paragraph, n *document.Image, c scope) {
	if !c.grid {
		s.image(p, n, c)
		return
	}
	outer := c
	c.grid = false
	s.float(outer, s.style.BlockSpace, false, func() { s.image(p, n, c) })
}

// image sets a picture as a box, or its description where there is none.
func (s *setter) image(p *document.Paragraph, n *document.Image, c scope) {
	r := s.raster(n.Resource, n.Pos)
	c = c.within(&n.Attr)
	el := s.speaks(c.tag.element("Figure"), c.lang)
	el.Alt, el.Block, el.Source = n.Alt, true, frame.Source(n.Pos)
	places := []place{{anchor: p.Anchor, tag: el}, {anchor: n.Anchor, tag: el}}
	if r == nil {
		s.missingImage(n, el, places, c)
		return
	}
	w, h := s.imageSize(r, n, c)
	box := &picture{img: r, x: c.left + (c.width-w)/2, width: w, height: h, tag: el}
	if n.Decorative {
		box.tag = nil
	}
	if r.drawing != nil {
		box.drawn = s.draw(r.drawing, w, box.tag)
	}
	it := s.list.add(box, h)
	it.places = append(it.places, places...)
}

// missingImage sets the description of a picture that cannot be shown.
func (s *setter) missingImage(n *document.Image, el *tag, places []place, c scope) {
	if n.Alt == "" {
		return
	}
	c.text = s.style.Caption
	set := c.setting()
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	in.add("["+n.Alt+"]", s.root(c.text, el, c.lang))
	lines := s.lines(g, &set)
	if len(lines) > 0 {
		lines[0].places = append(lines[0].places, places...)
	}
	s.addLines(lines, c.text)
}

// imageWidth returns the width that the author asks for: a length, or a share
// of the measure such as "50%".
func imageWidth(n *document.Image, c scope) (style.Length, bool) {
	asked := strings.TrimSpace(n.Settings["width"])
	if share, ok := strings.CutSuffix(asked, "%"); ok {
		p, err := strconv.ParseFloat(share, 64)
		return c.width.Scale(int64(p*100), 10_000), err == nil && p >= 1 && p <= 100
	}
	l, err := style.ParseLength(asked)
	return l, err == nil && l > 0
}

// imageSize returns how large a picture is printed.
func (s *setter) imageSize(r *raster, n *document.Image, c scope) (w, h style.Length) {
	limit := s.style.Body.Leading * style.Length(s.style.Lines()*2/3-3)
	if c.depth > 1 { // inside of what may have to part
		limit = limit * 3 / 4
	}
	pixels := style.Length(r.width) * style.Point
	fit := func(w style.Length) (style.Length, style.Length) {
		w = max(min(w, c.width), style.Point)
		h := w.Scale(int64(r.height), int64(r.width))
		if h > limit {
			w, h = w.Scale(int64(limit), int64(h)), limit
		}
		return w, max(h, style.Point)
	}
	wanted, asked := imageWidth(n, c)
	if asked && r.drawing != nil {
		return fit(wanted)
	}
	if r.drawing != nil && s.style.Profile == style.LargePrint {
		return fit(c.width) // its words should be as large as they can
	}
	if r.drawing != nil {
		return fit(pixels.Scale(72, screenDensity))
	}
	density := int64(screenDensity)
	if r.density > screenDensity {
		density = int64(r.density)
	}
	w, h = fit(pixels.Scale(72, density))
	if asked {
		w, h = fit(wanted)
	} else if good := pixels.Scale(72, printDensity); w > good {
		w, h = fit(min(w, max(good, c.width.Scale(leastShare, 100))))
	}
	if dpi := pixels * 72 / w; dpi < printDensity-1 {
		need := int(w.Points()*printDensity/72 + 0.5)
		s.found.AddHint(diag.Warning, "pdf-image-resolution", n.Pos, "supply it with "+strconv.Itoa(need)+" pixels across, better with twice as many",
			"the image %s is printed with %d pixels an inch", n.Resource, int(dpi))
	}
	return w, h
}

// picture is a picture as a box.
type picture struct {
	img           *raster
	drawn         *drawn
	x             style.Length
	width, height style.Length
	tag           *tag
}

func (p *picture) emit(e *emitter, x, y style.Length) {
	if p.drawn != nil {
		p.drawn.emit(e, x+p.x, y)
		return
	}
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

// inlinePicture puts a picture in a line of text.
func (e *emitter) inlinePicture(p *inlinePicture, x, base style.Length) {
	top := base - p.height.Em(850)
	if p.drawn != nil {
		p.drawn.emit(e, x, top)
		return
	}
	e.put(&frame.Picture{X: x, Y: top, Width: p.width, Height: p.height, Image: e.image(p.image), Mark: e.mark(p.tag)})
}
