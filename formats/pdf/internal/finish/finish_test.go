package finish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// try paints and finishes a book, which keeps what is on its pages.
func try(t testing.TB, book *frame.Book, o Options) ([]byte, diag.List, error) {
	t.Helper()
	painted, err := paint.Paint(t.Context(), book)
	if err != nil {
		t.Fatal(err)
	}
	own := *book
	own.Pages = slices.Clone(book.Pages)
	return Finish(t.Context(), painted, &own, o)
}

// publish finishes a book that nothing is wrong with.
func publish(t testing.TB, book *frame.Book, o Options) []byte {
	t.Helper()
	pdf, findings, err := try(t, book, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range findings {
		t.Error(d)
	}
	return pdf
}

func parse(t testing.TB, pdf []byte) *pdfobject.File {
	t.Helper()
	f, err := pdfobject.Parse(pdf)
	if err != nil || f.Repaired != nil {
		t.Fatal(err, f.Repaired)
	}
	return f
}

func TestVerified(t *testing.T) {
	for _, s := range []Standard{House, UA1A3, UA2A4, Plain} {
		for _, uncompressed := range []bool{false, true} {
			pdf := publish(t, specimen(), Options{Standard: s, Uncompressed: uncompressed})
			for _, d := range verify.PDF(bytes.NewReader(pdf), int64(len(pdf))) {
				t.Errorf("%v: %v", s, d)
			}
		}
	}
}

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

// TestHeadings closes up levels that an article skips.
func TestHeadings(t *testing.T) {
	for in, want := range map[string]string{
		"H1 H2 H3 H1":       "H1 H2 H3 H1",
		"H1 H4 H4 H2":       "H1 H2 H2 H2",
		"H1 H4 H5 H4 H2 H3": "H1 H2 H3 H2 H2 H3",
		"H3 H2 H1":          "H1 H1 H1",
		"H2 H6 P H6 H1":     "H1 H2 P H2 H1",
	} {
		tags := []frame.Tag{{Role: "Document"}}
		kids := [][]kid{nil}
		for i, r := range strings.Fields(in) {
			tags = append(tags, frame.Tag{Role: r})
			kids = append(kids, nil)
			kids[0] = append(kids[0], kid{int32(i), int32(i + 1), nil, -1})
		}
		roles := headings(tags, kids)
		var got []string
		for i := 1; i < len(tags); i++ {
			got = append(got, cmp.Or(roles[int32(i)], tags[i].Role))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s becomes %s, want %s", in, s, want)
		}
	}
}

func TestStandards(t *testing.T) {
	untagged := specimen()
	untagged.Tags = nil
	for _, c := range []struct {
		book *frame.Book
		std  Standard
	}{{specimen(), UA1A2}, {untagged, UA1A3}, {untagged, UA1A2}, {untagged, UA2A4}, {specimen(), 99}} {
		if _, _, err := try(t, c.book, Options{Standard: c.std}); err == nil {
			t.Errorf("%v: nothing is impossible", c.std)
		}
	}
}

// TestFindings takes something away that a standard needs: the finding is
// reported and the claim dropped.
func TestFindings(t *testing.T) {
	for _, c := range []struct {
		code   string
		change func(*frame.Book)
		ua, a  bool // what is still claimed
	}{
		{code: "pdf-no-title", change: func(b *frame.Book) { b.Info.Title = "" }, a: true},
		{code: "pdf-no-language", change: func(b *frame.Book) { b.Info.Language = "" }, a: true},
		{code: "pdf-no-alternative", change: func(b *frame.Book) {
			for i := range b.Tags {
				b.Tags[i].Alt, b.Tags[i].Source = "", frame.Source{File: "a.md", Line: 3, Column: 5}
			}
		}, a: true},
		{code: "pdf-missing-glyph", change: func(b *frame.Book) { firstText(b).Glyphs[0].ID = 0 }},
		{code: "pdf-private-character", change: func(b *frame.Book) { firstText(b).Glyphs[0].Char = '\uE123' }, ua: true},
		{code: "pdf-page-size", change: func(b *frame.Book) { b.Pages[0].Width = 15000 * style.Point }, ua: true},
		{code: "pdf-link-untagged", change: func(b *frame.Book) {
			for i := range b.Pages[0].Links {
				b.Pages[0].Links[i].Tag = 0
			}
		}, a: true},
		{code: "pdf-dead-link", change: func(b *frame.Book) {
			b.Pages[0].Links[0].URI, b.Pages[0].Links[0].Destination = "", "nowhere"
		}, ua: true, a: true},
		{code: "pdf-dead-bookmark", change: func(b *frame.Book) { b.Bookmarks[0].Destination = "nowhere" }, ua: true, a: true},
	} {
		book := specimen()
		c.change(book)
		pdf, findings, err := try(t, book, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		if !slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Code == c.code }) {
			t.Errorf("%s is not reported, but %v", c.code, findings)
		}
		for _, d := range findings {
			if d.Code == "pdf-no-alternative" && (d.Pos.Line != 3 || d.Pos.Column != 5) {
				t.Errorf("%v does not say where", d)
			}
		}
		if ua := bytes.Contains(pdf, []byte("<pdfuaid:part>")); ua != c.ua {
			t.Errorf("%s: PDF/UA is claimed: %v", c.code, ua)
		}
		if a := bytes.Contains(pdf, []byte("<pdfaid:part>")); a != c.a {
			t.Errorf("%s: PDF/A is claimed: %v", c.code, a)
		}
		for _, d := range verify.PDF(bytes.NewReader(pdf), int64(len(pdf))) {
			t.Errorf("%s: %v", c.code, d)
		}
	}
}

func firstText(b *frame.Book) *frame.Text {
	for _, item := range b.Pages[0].Items {
		if t, ok := item.(*frame.Text); ok && t.Mark.Tag > 0 {
			return t
		}
	}
	panic("there is no text")
}

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

// TestLongText cuts what is longer than readers must accept.
func TestLongText(t *testing.T) {
	f := &finisher{}
	for _, s := range []string{strings.Repeat("a", 40000), strings.Repeat("é", 40000), strings.Repeat("𝔘", 40000)} {
		if got := f.text(s); len(got) > 32767 || !strings.HasSuffix(got.Text(), "…") {
			t.Errorf("%.4s…: %d bytes", s, len(got))
		}
	}
	if got := f.text(strings.Repeat("a", 16000)); len(got) != 16000 {
		t.Errorf("a text that is short enough has %d bytes", len(got))
	}
}

func TestPlainName(t *testing.T) {
	if got := plainName("a/Straße:1.md"); got != "a_Stra_e_1.md" {
		t.Error(got)
	}
}

func TestMediaType(t *testing.T) {
	for in, want := range map[string]string{
		"text/plain; charset=utf-8": "text/plain", "application/ld+json": "application/ld+json",
		"": "application/octet-stream", "text": "application/octet-stream", "te xt/a": "application/octet-stream",
	} {
		if got := mediaType(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzFinish gives the finishing pass what fpdf might never write: an error or
// a file that can be read, and always an end.
func FuzzFinish(f *testing.F) {
	book := specimen()
	book.Pages = book.Pages[:1]
	book.Destinations = book.Destinations[:1]
	painted, err := paint.Paint(f.Context(), book)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(painted.PDF)
	for _, r := range [][2]string{
		{"/Kids [3 0 R ]", "/Kids [1 0 R ]"}, {"/Kids [3 0 R ]", "/Kids [3 0 R 3 0 R ]"}, {"/Kids [3 0 R ]", "/Kids []"}, {"/Kids [3 0 R ]", "/Kids 3"},
		{"/Parent 1 0 R", "/Parent 3 0 R"}, {"/Resources 2 0 R", "/Resources 99 0 R"}, {"/Resources 2 0 R", "/Resources 4 0 R"}, {"/Resources 2 0 R", ""},
		{"/Root 8 0 R", "/Root 1 0 R"}, {"/Root 8 0 R", ""}, {"/Pages 1 0 R", "/Pages 8 0 R"}, {"/SMask 6 0 R", "/SMask 5 0 R"},
		{"/Length 11588", "/Length 99999999"}, {"/Length 43", "/Length -1"}, {"/Filter /FlateDecode", "/Filter /LZWDecode"}, {"/Filter /FlateDecode", ""},
		{"/Width 8", "/Width 800000000"}, {"/Subtype /Image", "/Subtype /Form"}, {"/F0 10 Tf", "/F9 10 Tf"}, {"BDC", "EMC"}, {"EMC", ""}, {"<</MCID 0>>", "<</MCID 0"},
		{"5 0 obj", "5 0 obj 5 0 R"}, {"endobj", ""}, {"startxref", ""}, {"xref", "xxxx"}, {"/Font <<", "/Font 2 0 R <<"}, {"/XObject <<", "/XObject ["},
		{"/MediaBox [0 0 419.53 595.28]", "/MediaBox [0 0 1e99 NaN]"}, {"<<", "[[[[[[[["}, {"(", "((((("},
	} {
		f.Add(bytes.Replace(painted.PDF, []byte(r[0]), []byte(r[1]), 1))
		f.Add(bytes.ReplaceAll(painted.PDF, []byte(r[0]), []byte(r[1])))
	}
	for _, n := range []int{0, 8, 100, len(painted.PDF) / 2, len(painted.PDF) - 1} {
		f.Add(painted.PDF[:n])
	}
	f.Fuzz(func(t *testing.T, pdf []byte) {
		p := painted
		p.PDF = pdf
		out, _, err := Finish(t.Context(), p, book, Options{})
		if err != nil {
			return
		}
		if f, err := pdfobject.Parse(out); err != nil || f.Repaired != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
	})
}

// TestFitting puts elements where PDF 2.0 does not let them stand.
func TestFitting(t *testing.T) {
	for _, c := range [][3]string{
		{"Sect", "P", "P"}, {"TD", "BlockQuote", "Div"}, {"Link", "Link", "Reference"}, {"Sect", "Span", "P"},
		{"P", "Aside", "Span"}, {"Aside", "Aside", "Div"}, {"Div", "Title", "Title"}, {"LBody", "Title", "P"},
		{"P", "H2", "Span"}, {"Code", "Figure", "Span"}, {"", "Document", "Document"},
	} {
		if got := fitting(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s becomes %s, want %s", c[1], c[0], got, c[2])
		}
	}
}
