package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

func TestSameBytes(t *testing.T) {
	want := publish(t, specimen(), Options{})
	for _, n := range []int{1, 2, 5} {
		old := runtime.GOMAXPROCS(n)
		if !bytes.Equal(publish(t, specimen(), Options{}), want) {
			t.Errorf("%d processors write other bytes", n)
		}
		runtime.GOMAXPROCS(old)
	}
}

// TestGolden compares the hashes of all objects with those of before: of what
// the streams hold, since Go's compressor may change.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, s := range []Standard{House, UA2A4} {
		f := parse(t, publish(t, specimen(), Options{Standard: s}))
		for ref, o := range f.Objects() {
			kind := "object"
			data := pdfobject.Append(nil, o)
			if st, ok := o.(*pdfobject.Stream); ok {
				kind = "stream"
				if st.Dict["Subtype"] == pdfobject.Object(pdfobject.Name("Image")) {
					continue // encoded by image/png
				}
				var err error
				if data, err = f.Data(st); err != nil {
					t.Fatal(err)
				}
			}
			fmt.Fprintf(&b, "%v %d %s %x\n", s, ref.Number, kind, sha256.Sum256(data))
		}
	}
	golden := filepath.Join("testdata", "specimen.sums")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("%d objects, want %d; the first that differs: %s", len(g), len(w), g[i])
			}
		}
		t.Fatalf("%d objects, want %d", len(g), len(w))
	}
}

// outline writes the structure tree as text: types, and ids of content by page.
func outline(f *pdfobject.File) string {
	pages := map[pdfobject.Ref]int{}
	for i, p := range f.Pages() {
		pages[p.Ref] = i + 1
	}
	var b strings.Builder
	var walk func(o pdfobject.Object, page pdfobject.Ref, depth int)
	walk = func(o pdfobject.Object, page pdfobject.Ref, depth int) {
		indent := strings.Repeat(" ", depth)
		if id, ok := f.Resolve(o).(pdfobject.Integer); ok {
			fmt.Fprintf(&b, "%s%d.%d\n", indent, pages[page], id)
			return
		}
		d, _ := f.Dict(o)
		if p, ok := d["Pg"].(pdfobject.Ref); ok {
			page = p
		}
		switch d["Type"] {
		case pdfobject.Name("MCR"):
			fmt.Fprintf(&b, "%s%d.%d\n", indent, pages[page], d["MCID"])
			return
		case pdfobject.Name("OBJR"):
			fmt.Fprintf(&b, "%slink\n", indent)
			return
		}
		fmt.Fprintf(&b, "%s%s\n", indent, d["S"])
		kids, ok := f.Array(d["K"])
		if !ok && d["K"] != nil {
			kids = pdfobject.Array{d["K"]}
		}
		for _, k := range kids {
			walk(k, page, depth+1)
		}
	}
	root, _ := f.Dict(f.Catalog()["StructTreeRoot"])
	kids, _ := f.Array(root["K"])
	for _, k := range kids {
		walk(k, pdfobject.Ref{}, 0)
	}
	return b.String()
}

// TestReadingOrder puts the content of one element on two pages and draws it
// in another order than it is read.
func TestReadingOrder(t *testing.T) {
	text := func(tag, order int32) *frame.Text {
		face := font.Serif.Face()
		g, _ := face.Glyph('a')
		return &frame.Text{X: style.Point, Y: 50 * style.Point, Size: 10 * style.Point, Glyphs: []frame.Glyph{{ID: uint16(g), Advance: 5 * style.Point, Char: 'a'}}, Mark: frame.Mark{Tag: tag, Order: order}}
	}
	page := func(items ...frame.Item) frame.Page {
		return frame.Page{Width: 100 * style.Point, Height: 100 * style.Point, Items: items}
	}
	book := &frame.Book{
		Info:  frame.Info{Title: "T", Language: "en"},
		Faces: []*font.Face{font.Serif.Face()},
		Tags: []frame.Tag{
			{Role: "Document"},
			{Parent: 0, Role: "P"}, // 1: broken over two pages, with a figure's caption between
			{Parent: 1, Role: "Span"},
			{Parent: 0, Role: "Aside"}, // 3: floats to the top of the first page, read last
			{Parent: 0, Role: "Table"}, // 4: with empty cells
			{Parent: 4, Role: "TR"},
			{Parent: 5, Role: "TD"},
			{Parent: 5, Role: "TD"},
			{Parent: 5, Role: "TD"},
			{Parent: 5, Role: "TD", Order: 11},
			{Parent: 0, Role: "P"}, // 10: empty, behind the table
		},
		Pages: []frame.Page{
			page(text(3, 90), text(1, 1), text(2, 2), text(1, 3)),
			page(text(1, 4), text(7, 10), text(8, 12)),
		},
	}
	want := `Document
 P
  1.1
  Span
   1.2
  1.3
  2.0
 Table
  TR
   TD
   TD
    2.1
   TD
   TD
    2.2
 P
 Div
  1.0
`
	if got := outline(parse(t, publish(t, book, Options{}))); got != want {
		t.Errorf("the tree is\n%swant\n%s", got, want)
	}
	// PDF 2.0 has a type of its own.
	want = strings.Replace(want, "Div", "Aside", 1)
	if got := outline(parse(t, publish(t, book, Options{Standard: UA2A4}))); got != want {
		t.Errorf("PDF 2.0: the tree is\n%swant\n%s", got, want)
	}
	book.Tags[2].Parent = 9
	if _, _, err := try(t, book, Options{}); err == nil {
		t.Error("a tag that stands before its parent is no error")
	}
}
