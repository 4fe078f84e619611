package layout

import (
	"strings"
	"testing"

	"rsc.io/qr"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// handout sets a short handout of a source.
func handout(t *testing.T, source string) *frame.Book {
	t.Helper()
	doc := &document.Document{
		Metadata: document.Metadata{Title: "The harbour", Language: "en", Source: source},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain("A line of text.")}},
	}
	book, _, found, err := Set(t.Context(), doc, style.New(style.Paper{}, style.Handout, style.House), Options{})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	return book
}

// drawnCode returns the shape whose element is a figure.
func drawnCode(book *frame.Book) *frame.Path {
	for _, it := range book.Pages[0].Items {
		if p, ok := it.(*frame.Path); ok && book.Tags[p.Mark.Tag].Role == "Figure" {
			return p
		}
	}
	return nil
}

// TestOnlineCode reads the drawing of a code as a camera does, in the middle of
// each module.
func TestOnlineCode(t *testing.T) {
	const address = "https://example.org/harbour"
	book := handout(t, address)
	p := drawnCode(book)
	if p == nil {
		t.Fatal("there is no code")
	}
	if alt := book.Tags[p.Mark.Tag].Alt; !strings.Contains(alt, address) {
		t.Errorf("the code is called %q", alt)
	}
	left, top, right, bottom := bounds(p)
	if w := right - left; w < style.Millimetres(20) || w != bottom-top {
		t.Errorf("the code is %v by %v", w, bottom-top)
	}
	want, err := qr.Encode(address, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	module := (right - left) / style.Length(want.Size)
	black := func(x, y style.Length) bool {
		for i := 0; i+4 < len(p.Segments); i += 5 {
			a, b := p.Segments[i].Points[0], p.Segments[i+2].Points[0]
			if x > a.X && x < b.X && y > a.Y && y < b.Y {
				return true
			}
		}
		return false
	}
	for row := range want.Size {
		for col := range want.Size {
			if black(left+module*style.Length(col)+module/2, top+module*style.Length(row)+module/2) != want.Black(col, row) {
				t.Fatalf("module %d of row %d is wrong", col, row)
			}
		}
	}
	// Nothing is printed in the quiet zone.
	for _, it := range book.Pages[0].Items {
		if text, ok := it.(*frame.Text); ok && text.X+text.Width() > left-4*module && text.Y < bottom+4*module {
			t.Errorf("text stands at %v, %v, too near to the code", text.X, text.Y)
		}
	}
	links := book.Pages[0].Links
	if len(links) != 1 || links[0].URI != address {
		t.Errorf("the address is no link: %v", links)
	}
}

func TestNoOnlineCode(t *testing.T) {
	for _, source := range []string{"", "harbour.md", "ftp://example.org/a", "javascript:alert(1)", "https://example.org/" + strings.Repeat("a", 300), "http://[::1"} {
		if drawnCode(handout(t, source)) != nil {
			t.Errorf("there is a code for %q", source)
		}
	}
}
