package finish

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// A hand for setting books without the layout: it knows lines and words and
// breaks where the measure ends.

const (
	pageWidth  = 27494187 * style.Length(1)
	pageHeight = 39012008 * style.Length(1)
	marginX    = 50 * style.Point
	marginY    = 60 * style.Point
	leading    = 14 * style.Point
)

type setter struct {
	book   frame.Book
	shaper font.Shaper
	faces  map[font.Embedded]int
	order  int32
	x, y   style.Length
}

func newSetter() *setter {
	s := &setter{faces: map[font.Embedded]int{}}
	s.book.Info = frame.Info{
		Title: "A Specimen & its Title", Authors: []string{"Ada Example", "Žofie Ukázková"}, Language: "en",
		Identifier: "urn:uuid:2f0c7a0e-30ab-5a1c-9f6e-06c1fb6f6a10", Description: "A specimen.",
		Subjects: []string{"printing", "tests"}, Created: "2001-02-03T04:05:06Z", Modified: "2001-02-03T04:05:06Z",
	}
	s.book.Tags = []frame.Tag{{Role: "Document"}}
	s.page()
	return s
}

// page begins a new page with its running head and folio.
func (s *setter) page() {
	s.book.Pages = append(s.book.Pages, frame.Page{Width: pageWidth, Height: pageHeight, Label: fmt.Sprint(len(s.book.Pages) + 1)})
	s.x, s.y = marginX, marginY
	s.draw(font.Serif, 8, "a running head", marginX, 40*style.Point, frame.Mark{Artifact: frame.HeaderArtifact})
	s.draw(font.Serif, 8, s.last().Label, marginX, 560*style.Point, frame.Mark{Artifact: frame.FooterArtifact})
}

func (s *setter) last() *frame.Page { return &s.book.Pages[len(s.book.Pages)-1] }

func (s *setter) face(e font.Embedded) int {
	i, ok := s.faces[e]
	if !ok {
		i = len(s.book.Faces)
		s.faces[e] = i
		s.book.Faces = append(s.book.Faces, e.Face())
	}
	return i
}

// text shapes a run without placing it.
func (s *setter) text(e font.Embedded, size int, text string) *frame.Text {
	t := &frame.Text{Face: s.face(e), Size: style.Length(size) * style.Point, Color: style.HousePalette().Ink}
	f := e.Face()
	run := s.shaper.Shape(text, font.Setting{Face: f})
	for i, g := range run.Glyphs {
		stands := text[g.Start:g.End]
		if i > 0 && run.Glyphs[i-1].Start == g.Start {
			stands = ""
		}
		t.Append(frame.Glyph{ID: uint16(g.ID), Advance: f.Length(int(g.Advance), t.Size)}, stands)
		t.Move(frame.Shift{X: f.Length(int(g.XOffset), t.Size), Y: -f.Length(int(g.YOffset), t.Size)})
	}
	return t
}

// draw places a run.
func (s *setter) draw(e font.Embedded, size int, text string, x, y style.Length, m frame.Mark) *frame.Text {
	t := s.text(e, size, text)
	t.X, t.Y, t.Mark = x, y, m
	s.last().Items = append(s.last().Items, t)
	return t
}

// tag opens an element.
func (s *setter) tag(parent int32, role string) int32 {
	s.book.Tags = append(s.book.Tags, frame.Tag{Parent: parent, Role: role})
	return int32(len(s.book.Tags) - 1)
}

// mark returns the next mark of an element.
func (s *setter) mark(tag int32) frame.Mark {
	s.order++
	return frame.Mark{Tag: tag, Order: s.order}
}

// words sets text into an element, line after line and page after page, and
// calls link for every piece on a line.
func (s *setter) words(tag int32, e font.Embedded, size int, text string, link func(x, w style.Length)) {
	words := strings.Split(text, " ")
	for i, w := range words {
		if i < len(words)-1 {
			w += " "
		}
		t := s.text(e, size, w)
		if s.x+t.Width() > pageWidth-marginX {
			s.newline()
		}
		t.X, t.Y, t.Mark = s.x, s.y, s.mark(tag)
		s.last().Items = append(s.last().Items, t)
		if link != nil {
			link(t.X, t.Width())
		}
		s.x += t.Width()
	}
}

func (s *setter) newline() {
	s.x = marginX
	s.y += leading
	if s.y > 520*style.Point {
		s.page()
	}
}

// paragraph sets a whole element of one face.
func (s *setter) paragraph(parent int32, role string, e font.Embedded, size int, text string) int32 {
	tag := s.tag(parent, role)
	s.words(tag, e, size, text, nil)
	s.newline()
	return tag
}

// specimen is a book with one of everything.
func specimen() *frame.Book {
	s := newSetter()
	pal := style.HousePalette()
	sect := s.tag(0, "Sect")
	h := s.paragraph(sect, "H1", font.SansSemibold, 19, "Of Type and Paper")
	s.book.Tags[h].Title = "Of Type and Paper"
	s.book.Destinations = append(s.book.Destinations, frame.Destination{Name: "top", Page: 0, X: marginX, Y: marginY - 20*style.Point, Tag: h})
	s.book.Bookmarks = append(s.book.Bookmarks, frame.Bookmark{Title: "Of Type and Paper – Ω", Level: 1, Destination: "top"})

	// A paragraph with an emphasised part and a link over two lines.
	p := s.tag(sect, "P")
	s.words(p, font.Serif, 10, "The office of the difficult fjord (with its \\ sign) was ", nil)
	em := s.tag(p, "Span")
	s.book.Tags[em].Lang = "de"
	s.book.Tags[em].Refined = "emphasis"
	s.words(em, font.SerifItalic, 10, "ganz und gar ", nil)
	s.words(p, font.Serif, 10, "closed, as one may read at the place that is named ", nil)
	link := s.tag(p, "Link")
	s.words(link, font.Serif, 10, "a long way from here and further on", func(x, w style.Length) {
		s.last().Links = append(s.last().Links, frame.Link{
			X: x, Y: s.y - 8*style.Point, Width: w, Height: 10 * style.Point,
			URI: "https://example.org/a page", Contents: "A long way from here", Tag: link, Order: s.order,
		})
	})
	s.words(p, font.Serif, 10, " . After that ", nil)
	ref := s.tag(p, "Reference")
	rl := s.tag(ref, "Link")
	s.words(rl, font.Serif, 7, "1", func(x, w style.Length) {
		s.last().Links = append(s.last().Links, frame.Link{
			X: x, Y: s.y - 8*style.Point, Width: w, Height: 10 * style.Point,
			Destination: "note", Contents: "Note 1", Tag: rl, Order: s.order,
		})
	})
	s.words(p, font.Serif, 10, " the rest follows.", nil)
	s.newline()

	s.paragraph(sect, "H2", font.SansSemibold, 12, "A List and a Table")
	s.book.Destinations = append(s.book.Destinations, frame.Destination{Name: "list", Page: 0, X: marginX, Y: s.y - 2*leading})
	s.book.Bookmarks = append(s.book.Bookmarks, frame.Bookmark{Title: "A List and a Table", Level: 2, Destination: "list"})
	l := s.tag(sect, "L")
	s.book.Tags[l].ListNumbering = "Decimal"
	for i, item := range []string{"the first thing", "the second thing, which is longer than the first"} {
		li := s.tag(l, "LI")
		s.words(s.tag(li, "Lbl"), font.Serif, 10, fmt.Sprintf("%d. ", i+1), nil)
		s.words(s.tag(s.tag(li, "LBody"), "P"), font.Serif, 10, item, nil)
		s.newline()
	}

	table := s.tag(sect, "Table")
	cell := func(row int32, role, text string, x style.Length) int32 {
		c := s.tag(row, role)
		if text != "" {
			s.draw(font.Sans, 9, text, x, s.y, s.mark(c))
		}
		return c
	}
	row := s.tag(s.tag(table, "THead"), "TR")
	var heads []int32
	for i, name := range []string{"Paper", "Width"} {
		c := cell(row, "TH", name, marginX+style.Length(i)*100*style.Point)
		s.book.Tags[c].Scope = "Column"
		heads = append(heads, c)
	}
	s.newline()
	body := s.tag(table, "TBody")
	for _, r := range [][2]string{{"A5", "148"}, {"A4", ""}} {
		row := s.tag(body, "TR")
		for i, text := range r {
			c := cell(row, "TD", text, marginX+style.Length(i)*100*style.Point)
			s.book.Tags[c].Headers = heads[i : i+1]
		}
		s.newline()
	}
	s.last().Items = append(s.last().Items, &frame.Rule{X: marginX, Y: s.y - 8*style.Point, Width: 200 * style.Point, Height: style.Point / 2, Color: pal.Accent})

	fig := s.tag(sect, "Figure")
	s.book.Tags[fig].Alt = "A wave, and a chequered square beside it"
	s.book.Tags[fig].Block = true
	at := func(x, y int) frame.Point {
		return frame.Point{X: marginX + style.Length(x)*style.Point, Y: s.y + style.Length(y)*style.Point}
	}
	s.last().Items = append(s.last().Items,
		&frame.Path{
			Segments: []frame.Segment{
				{Verb: frame.MoveTo, Points: [3]frame.Point{at(0, 20)}},
				{Verb: frame.CurveTo, Points: [3]frame.Point{at(30, -20), at(60, 60), at(90, 20)}},
				{Verb: frame.LineTo, Points: [3]frame.Point{at(90, 40)}},
				{Verb: frame.LineTo, Points: [3]frame.Point{at(0, 40)}},
				{Verb: frame.Close},
			},
			Fill: &pal.Ground, Stroke: &pal.Accent, LineWidth: style.Point, Dash: []style.Length{3 * style.Point, style.Point}, RoundCap: true, RoundJoin: true,
			Mark: s.mark(fig),
		},
		&frame.Rule{X: at(100, 0).X, Y: at(0, 0).Y, Width: 40 * style.Point, Height: 40 * style.Point, Radius: 6 * style.Point, Color: pal.Hairline, Mark: s.mark(fig)},
		&frame.Picture{X: at(150, 0).X, Y: at(0, 0).Y, Width: 40 * style.Point, Height: 40 * style.Point, Image: 0, Mark: s.mark(fig)},
	)
	s.book.Images = []frame.Image{chequers()}
	s.y += 60 * style.Point
	s.paragraph(s.tag(fig, "Caption"), "P", font.Sans, 8, "Figure 1. A wave.")

	for range 12 {
		s.paragraph(sect, "P", font.Serif, 10, strings.Repeat("A paragraph of the usual words, long enough to turn over several lines and in the end over the page. ", 4))
	}
	note := s.tag(sect, "Note")
	s.book.Destinations = append(s.book.Destinations, frame.Destination{Name: "note", Page: len(s.book.Pages) - 1, X: marginX, Y: s.y, Tag: note})
	s.words(s.tag(note, "Lbl"), font.SerifSmallText, 7, "1 ", nil)
	s.words(s.tag(note, "P"), font.SerifSmallText, 8, "The note says what it meant.", nil)
	s.newline()
	s.paragraph(sect, "P", font.NotoSerif, 10, "Ἐν ἀρχῇ ἦν ὁ λόγος; а потом – всё остальное. q\u0301 e\u0323\u0301")
	wide := s.paragraph(sect, "P", font.Serif, 10, "Expanded by two per cent.")
	for _, item := range s.last().Items {
		if t, ok := item.(*frame.Text); ok && t.Mark.Tag == wide {
			t.Expansion = 20
			for i := range t.Glyphs {
				t.Glyphs[i].Advance = t.Glyphs[i].Advance.Scale(102, 100)
			}
		}
	}
	s.book.Attachments = []frame.Attachment{
		{Name: "specimen.md", MediaType: "text/markdown", Description: "The source of the article", Relationship: "Source", Modified: "2001-02-03T04:05:06Z", Bytes: []byte("# Of Type and Paper\n")},
		{Name: "timeline.json", MediaType: "application/json", Description: "The timeline", Relationship: "Data", Bytes: []byte("[]\n")},
	}
	return &s.book
}

// chequers is a small picture with transparent parts.
func chequers() frame.Image {
	m := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	for y := range 8 {
		for x := range 8 {
			if (x+y)%2 == 0 {
				m.Set(x, y, color.NRGBA{0x7a, 0x1f, 0x2b, uint8(255 - 20*y)})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return frame.Image{Name: "chequers.png", MediaType: "image/png", Bytes: b.Bytes(), Width: 8, Height: 8}
}
