package pdf

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// The page list is true if the text between two markers of an EPUB is what
// stands on that page of the PDF made in the same run. Here both are read back:
// the page from its frames, the text from the chapters, each without what has
// no fixed place (notes, figures and pictures, which float) and without what
// one of the formats adds by itself (page numbers, labels, list numbers).

func TestPageListMatchesPages(t *testing.T) {
	encoders := []Encoder{{Paper: style.A5()}, {Paper: style.A4(), Profile: style.Handout}, {Profile: style.Book}, {Profile: style.LargePrint}}
	compare := func(name string, doc *document.Document, e Encoder) {
		t.Run(fmt.Sprintf("%s/%s", name, e.Profile), func(t *testing.T) {
			doc, _, err := publish.Press{Edit: alike}.Prepare(t.Context(), doc)
			if err != nil {
				t.Fatal(err)
			}
			comparePages(t, doc, e)
		})
	}
	read := func(fsys fs.FS, name string) {
		doc, _, err := source.Read(fsys, name, source.Options{})
		if errors.Is(err, fs.ErrNotExist) {
			t.Logf("%s is not here", name)
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range encoders {
			compare(name, doc, e)
		}
	}
	read(os.DirFS("../../examples/articles"), "kosovo-and-nato.md")
	read(os.DirFS("../../../shared/articles"), "kosovo-nato.txt")
	random := 30
	if testing.Short() {
		random = 4
	}
	for seed := range random {
		compare(fmt.Sprint("random-", seed), documenttest.Random(uint64(seed)), encoders[seed%len(encoders)])
	}
}

// alike takes out of a document what the formats rightly show in ways of their
// own: markup of other languages, formulas, references by number or page, and
// links that say nothing.
func alike(doc *document.Document) {
	for _, n := range doc.All() {
		switch n := n.(type) {
		case *document.RawBlock:
			n.Format = "other"
		case *document.RawInline:
			n.Format = "other"
		case *document.Math:
			n.Source = ""
		case *document.MathBlock:
			n.Source = ""
		case *document.CrossReference:
			n.Ref, n.Show = document.RefLink, document.ShowContent
		}
	}
	for _, n := range doc.All() {
		if n, ok := n.(document.Inline); ok && (n.Kind() == "link" || n.Kind() == "cross-reference") {
			if content := document.Inside(n); bare(document.TextOf(*content)) == "" {
				*content = append(*content, document.Plain("there")...)
			}
		}
	}
}

// comparePages makes both editions and compares them page by page.
func comparePages(t *testing.T, doc *document.Document, e Encoder) {
	e, err := e.forPrint(doc)
	if err != nil {
		t.Fatal(err)
	}
	st, _, err := e.style(doc)
	if err != nil {
		t.Fatal(err)
	}
	opt, err := e.options()
	if err != nil {
		t.Fatal(err)
	}
	made, err := e.set(t.Context(), doc, e.printed(st), opt)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := (epub.Encoder{Profile: e.Profile}).Encode(t.Context(), &b, doc, made.pages); err != nil {
		t.Fatal(err)
	}
	printed := newPrinted(made.book)
	words := style.WordsFor(doc.Metadata.Language)
	// Only printed pages have these.
	leave := strings.NewReplacer(bare(words.TimelineIntro), "", bare(words.Passim), "")
	marked := textBetweenMarkers(t, b.Bytes())
	bad := 0
	for i := range made.book.Pages {
		label := made.book.Pages[i].Label
		page, marker := printed.text(i), marked[label]
		if marker == nil && page.string(fixed) == "" && made.pages.Breaks[i].Anchor != document.AtTitlePage {
			continue
		}
		delete(marked, label)
		var got, want string
		for most := fixed; most <= tabular; most++ {
			got, want = leave.Replace(marker.string(tabular-most)), leave.Replace(page.string(tabular-most))
			if got == want {
				break
			}
		}
		if got == want && marker != nil {
			continue
		}
		if bad++; bad > 3 {
			continue
		}
		k := 0
		for k < len(got) && k < len(want) && got[k] == want[k] {
			k++
		}
		from := max(0, k-30)
		t.Errorf("page %s: marker there: %v; from byte %d of %d, %d the page says\n%q, the EPUB\n%q; ends\n%q\n%q", label, marker != nil, k, len(want), len(got), want[from:min(len(want), k+40)], got[from:min(len(got), k+40)], want[max(0, len(want)-30):], got[max(0, len(got)-30):])
	}
	if bad > 3 {
		t.Errorf("%d of %d pages differ", bad, len(made.book.Pages))
	}
	delete(marked, "")
	for label := range marked {
		t.Errorf("there is a marker for a page %q, which the PDF does not have", label)
	}
}

// pieces is text in reading order.
type pieces []*piece

// piece is a text.
type piece struct {
	text string
	hold hold
}

// hold says how firmly a text has its place.
type hold int

const (
	// fixed text stands in print where it stands in the document.
	fixed hold = iota
	// afloat is what belongs to a table, a figure or a listing that is whole
	// on one page: print may have moved it to the head of the next.
	afloat
	// tabular is what belongs to a table on several pages. Where a row of it
	// runs over, all of its cells do, and no place of the text is the page's.
	tabular
)

// string returns the letters of what has its place so firmly.
func (ps pieces) string(least hold) string {
	var b strings.Builder
	for _, p := range ps {
		if p.hold <= least {
			b.WriteString(p.text)
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ToLower(b.String()))
}

func bare(s string) string { return pieces{{text: s}}.string(fixed) }

// printed is a book on pages whose main text is asked for.
type printed struct {
	*frame.Book
	links  map[int32]string // what elements for links say
	pages  map[int32][2]int // the first and last page of each element
	labels map[string]bool
}

func newPrinted(book *frame.Book) *printed {
	p := &printed{book, map[int32]string{}, map[int32][2]int{}, map[string]bool{}}
	for i := range book.Pages {
		p.labels[book.Pages[i].Label] = true
		for _, it := range book.Pages[i].Items {
			t, ok := it.(*frame.Text)
			if !ok {
				continue
			}
			for k := t.Mark.Tag; k > 0 && book.Tags[k].Role != "Note"; k = book.Tags[k].Parent {
				at, seen := p.pages[k]
				if !seen {
					at[0] = i
				}
				at[1] = i
				p.pages[k] = at
				if book.Tags[k].Role == "Link" {
					p.links[k] += t.String()
				}
			}
		}
	}
	return p
}

// text returns the main text of a page, in reading order.
func (p *printed) text(page int) pieces {
	var texts []*frame.Text
	for _, it := range p.Pages[page].Items {
		if t, ok := it.(*frame.Text); ok && t.Mark.Tag > 0 {
			texts = append(texts, t)
		}
	}
	slices.SortStableFunc(texts, func(a, b *frame.Text) int { return cmp.Compare(a.Mark.Order, b.Mark.Order) })
	var out pieces
	for _, t := range texts {
		if main, hold := p.main(t.Mark.Tag); main {
			out = append(out, &piece{t.String(), hold})
		}
	}
	return out
}

// main reports whether an element holds main text, and how firmly it has its place.
func (p *printed) main(tag int32) (main bool, firm hold) {
	entry := false
	for i := tag; i > 0; i = p.Tags[i].Parent {
		entry = entry || p.Tags[i].Role == "L" || p.Tags[i].Role == "Index"
	}
	for i := tag; i > 0; i = p.Tags[i].Parent {
		t := &p.Tags[i]
		switch t.Refined {
		case "title-page", "contents", "footnote", "label":
			return false, fixed
		}
		switch t.Role {
		case "Note", "Figure", "Caption", "Formula", "Reference":
			return false, fixed
		case "Link":
			if entry && p.labels[strings.TrimSpace(p.links[i])] { // the page of an entry
				return false, fixed
			}
		case "Lbl":
			if n := p.Tags[p.Tags[t.Parent].Parent].ListNumbering; n != "" && n != "None" {
				return false, fixed
			}
		case "Table", "Div":
			switch {
			case p.pages[i][0] == p.pages[i][1]:
				firm = max(firm, afloat)
			case t.Role == "Table":
				firm = tabular
			}
		}
	}
	return true, firm
}

// textBetweenMarkers returns the main text behind each page marker, by label.
func textBetweenMarkers(t *testing.T, data []byte) map[string]pieces {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var pkg struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			Ref string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	open := func(name string) *xml.Decoder {
		data, err := fs.ReadFile(r, "EPUB/"+name)
		if err != nil {
			t.Fatal(err)
		}
		return xml.NewDecoder(bytes.NewReader(data))
	}
	if err := open("package.opf").Decode(&pkg); err != nil {
		t.Fatal(err)
	}
	m := marked{texts: map[string]pieces{}}
	for _, ref := range pkg.Spine {
		for _, item := range pkg.Items {
			if item.ID == ref.Ref {
				m.follow(t, open(item.Href))
			}
		}
	}
	return m.texts
}

// marked sorts the main text of chapters by the markers in it.
type marked struct {
	texts map[string]pieces
	label string // of the page at hand
}

// element is an open element of a chapter.
type element struct {
	skipped   bool
	quotation bool // whose caption is an attribution
	float     *float
}

// float is a table, a figure or a listing.
type float struct {
	table, split bool
	pieces       pieces
}

// follow reads a chapter.
func (m *marked) follow(t *testing.T, d *xml.Decoder) {
	stack := []element{{}}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		around := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			attr := map[string]string{}
			for _, a := range token.Attr {
				attr[a.Name.Local] = a.Value
			}
			name, classes := token.Name.Local, strings.Fields(attr["class"])
			if attr["role"] == "doc-pagebreak" {
				m.label = attr["aria-label"]
				m.texts[m.label] = pieces{}
				for _, e := range stack {
					if e.float != nil && len(e.float.pieces) > 0 {
						e.float.split = true
					}
				}
			}
			e := element{
				skipped:   around.skipped || added(name, classes, attr["role"]) || name == "figcaption" && !around.quotation,
				quotation: slices.Contains(classes, "quotation"),
			}
			if name == "table" || name == "figure" && !e.quotation {
				e.float = &float{table: name == "table"}
			}
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if f := around.float; f != nil {
				for _, p := range f.pieces {
					switch {
					case !f.split:
						p.hold = max(p.hold, afloat)
					case f.table:
						p.hold = tabular
					}
				}
			}
		case xml.CharData:
			if around.skipped || strings.TrimSpace(string(token)) == "" {
				continue
			}
			p := &piece{text: string(token)}
			m.texts[m.label] = append(m.texts[m.label], p)
			for _, e := range stack {
				if e.float != nil {
					e.float.pieces = append(e.float.pieces, p)
				}
			}
		}
	}
}

// added reports whether an element holds no main text.
func added(name string, classes []string, role string) bool {
	for _, c := range []string{"titlepage", "cover", "contents", "notes", "noteref", "pages", "label", "missing", "box"} {
		if slices.Contains(classes, c) {
			return true
		}
	}
	return slices.Contains([]string{"head", "nav", "math", "svg", "caption"}, name) || role == "doc-backlink"
}
