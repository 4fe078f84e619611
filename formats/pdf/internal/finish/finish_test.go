package finish

import (
	"bytes"
	"cmp"
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
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
