package finish

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		labels string
		want   string
	}{
		{"1 2 3", "[0<</S/D>>]"},
		{"i ii iii iv 1 2", "[0<</S/r>>4<</S/D>>]"},
		{"5 6 8", "[0<</S/D/St 5>>2<</S/D/St 8>>]"},
		{"- I II cover A-1", "[0<</P(-)>>1<</S/R>>3<</P(cover)>>4<</P(A-1)>>]"},
		{"iiii 01", "[0<</P(iiii)>>1<</P(01)>>]"},
		{"c ci mix", "[0<</S/r/St 100>>2<</S/r/St 1009>>]"},
	} {
		f := &finisher{book: &frame.Book{}}
		for _, l := range strings.Fields(c.labels) {
			f.book.Pages = append(f.book.Pages, frame.Page{Label: l})
		}
		d := f.out.Get(f.labels().(pdfobject.Ref)).(pdfobject.Dict)
		if got := string(pdfobject.Append(nil, d["Nums"])); got != c.want {
			t.Errorf("%s: %s, want %s", c.labels, got, c.want)
		}
	}
	f := &finisher{book: &frame.Book{Pages: make([]frame.Page, 3)}}
	if got := f.labels(); got != nil {
		t.Errorf("pages without labels have %v", got)
	}
}

func TestNameTree(t *testing.T) {
	f := &finisher{}
	entries := map[string]pdfobject.Object{}
	for i := range 1000 {
		entries[fmt.Sprintf("n%03d", i)] = pdfobject.Integer(i)
	}
	root := f.out.Get(f.nameTree(entries)).(pdfobject.Dict)
	seen := 0
	last := ""
	for _, k := range root["Kids"].(pdfobject.Array) {
		leaf := f.out.Get(k.(pdfobject.Ref)).(pdfobject.Dict)
		names, limits := leaf["Names"].(pdfobject.Array), leaf["Limits"].(pdfobject.Array)
		if limits[0] != names[0] || limits[1] != names[len(names)-2] {
			t.Error("the limits of a leaf are wrong")
		}
		for ; len(names) > 0; names = names[2:] {
			n := string(names[0].(pdfobject.String))
			if n <= last || entries[n] != names[1] {
				t.Errorf("%s stands behind %s", n, last)
			}
			last = n
			seen++
		}
	}
	if seen != 1000 {
		t.Errorf("%d names of 1000", seen)
	}
}

// TestOutlines counts what is open, as 12.3.3 asks.
func TestOutlines(t *testing.T) {
	book := specimen()
	book.Bookmarks = nil
	for _, b := range []struct {
		level  int
		closed bool
	}{{1, false}, {2, true}, {3, false}, {5, false}, {1, false}, {3, false}} {
		book.Bookmarks = append(book.Bookmarks, frame.Bookmark{Title: fmt.Sprint(b.level), Level: b.level, Closed: b.closed, Destination: "top"})
	}
	f := parse(t, publish(t, book, Options{}))
	var b strings.Builder
	var walk func(o pdfobject.Object, depth int)
	walk = func(o pdfobject.Object, depth int) {
		for o != nil {
			d, _ := f.Dict(o)
			title, _ := f.String(d["Title"])
			count, _ := f.Integer(d["Count"])
			fmt.Fprintf(&b, "%s%s(%d) ", strings.Repeat(">", depth), title.Text(), count)
			walk(d["First"], depth+1)
			o = d["Next"]
		}
	}
	root, _ := f.Dict(f.Catalog()["Outlines"])
	walk(root["First"], 0)
	if want := "1(1) >2(-2) >>3(1) >>>5(0) 1(1) >3(0) "; b.String() != want {
		t.Errorf("%s, want %s", b.String(), want)
	}
	if n, _ := f.Integer(root["Count"]); n != 4 {
		t.Errorf("%d entries are open, want 4", n)
	}
}

// TestBrokenLink finds the quadrilaterals of a link over two lines.
func TestBrokenLink(t *testing.T) {
	f := parse(t, publish(t, specimen(), Options{}))
	annots, _ := f.Array(f.Pages()[0].Dict["Annots"])
	if len(annots) != 2 {
		t.Fatalf("%d annotations, want 2", len(annots))
	}
	long, _ := f.Dict(annots[0])
	quads, _ := f.Array(long["QuadPoints"])
	if len(quads) == 0 || len(quads)%8 != 0 {
		t.Errorf("%d numbers in the quadrilaterals", len(quads))
	}
	action, _ := f.Dict(long["A"])
	if uri, _ := f.String(action["URI"]); uri != "https://example.org/a%20page" {
		t.Errorf("the link leads to %q", uri)
	}
}
