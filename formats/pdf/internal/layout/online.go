package layout

import (
	"net/url"
	"strings"

	"rsc.io/qr"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Where an article stands online, for those who hold it on paper: its address,
// and the same as a QR code (ISO/IEC 18004) beside the title.

// The size of a code: large enough for a telephone's camera at a hand's
// distance, and no module smaller than a copier can print.
var (
	codeWidth   = style.Millimetres(21)
	moduleWidth = style.Millimetres(0.45)
)

// longestAddress is the longest address, in bytes, that a code is drawn for:
// that of a longer one would be larger than the title.
const longestAddress = 300

// quietZone is how many modules stay white around a code.
const quietZone = 4

// online returns the address of the article if it is one of the web, else "".
func online(m *document.Metadata) string {
	u, err := url.Parse(m.Source)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || len(m.Source) > longestAddress {
		return ""
	}
	return u.String()
}

// onlineCode puts the code of the article's address beside what follows in the
// list, and returns the scope that is left for that, and the height of the
// code. Both are as they were where no address is known.
func (s *setter) onlineCode(c scope) (scope, style.Length) {
	address := online(&s.doc.Metadata)
	if address == "" {
		return c, 0
	}
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return c, 0 // no code holds it
	}
	el := c.tag.element("Figure")
	el.Alt, el.Block = "QR: "+address, true
	b := qrCode{code: code, module: max(codeWidth/style.Length(code.Size), moduleWidth), color: s.style.Palette.Ink, tag: el}
	size := b.module * style.Length(code.Size)
	white := max(quietZone*b.module, s.style.Body.Leading)
	if size+white > c.width/2 {
		return c, 0 // no room for a title beside it
	}
	if b.x = c.left; !c.rtl {
		b.x += c.width - size
	}
	c = c.inset(0, size+white)
	s.list.add(b, 0)
	s.list.keep()
	return c, size
}

// onlineAddress sets the address itself.
func (s *setter) onlineAddress(c scope) {
	address := online(&s.doc.Metadata)
	if address == "" {
		return
	}
	t := s.style.Imprint
	c.text = t
	el := c.tag.refined("P", "address")
	a := s.root(t, el, "")
	ref := el.element("Link")
	set := c.setting()
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	_, short, _ := strings.Cut(address, "://")
	in.add(strings.TrimSuffix(short, "/"), span(a, func(a *attr) {
		a.tag, a.link = ref, &link{uri: address, contents: address, tag: ref}
	}))
	for _, l := range s.lines(g, &set) {
		s.list.add(l.box, t.Leading).text = true
		s.list.keep()
	}
}

// qrCode is a code at its size.
type qrCode struct {
	code   *qr.Code
	x      style.Length
	module style.Length
	color  style.Color
	tag    *tag
}

// emit draws the code as one shape: a rectangle for each run of black modules
// in a row.
func (b qrCode) emit(e *emitter, x, y style.Length) {
	p := &frame.Path{Fill: &b.color, Mark: e.mark(b.tag)}
	x += b.x
	for row := range b.code.Size {
		for from := 0; from < b.code.Size; from++ {
			to := from
			for to < b.code.Size && b.code.Black(to, row) {
				to++
			}
			if to == from {
				continue
			}
			left, right := x+b.module*style.Length(from), x+b.module*style.Length(to)
			top := y + b.module*style.Length(row)
			bottom := top + b.module
			p.Segments = append(p.Segments,
				frame.Segment{Verb: frame.MoveTo, Points: [3]frame.Point{{X: left, Y: top}}},
				frame.Segment{Verb: frame.LineTo, Points: [3]frame.Point{{X: right, Y: top}}},
				frame.Segment{Verb: frame.LineTo, Points: [3]frame.Point{{X: right, Y: bottom}}},
				frame.Segment{Verb: frame.LineTo, Points: [3]frame.Point{{X: left, Y: bottom}}},
				frame.Segment{Verb: frame.Close})
			from = to
		}
	}
	e.put(p)
}
