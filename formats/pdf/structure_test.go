package pdf_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
	"github.com/quirepress/quire/source/enrich"
)

// The structure tree of a file is the document, node by node: the same elements
// in the same order with the same text, whatever lines, columns and pages did
// to them. The tree is read from the finished bytes by what verify has, which
// shares nothing with the writer, and compared with a walk over the document.

// piece is an element, or text between elements.
type piece struct {
	role string // "" for text
	text string // squeezed; anything, if it is "*"; of a Figure its Alt
	kids []*piece
}

func (p *piece) lines(b *strings.Builder, depth int) {
	fmt.Fprintf(b, "%s%s %s\n", strings.Repeat(" ", depth), p.role, p.text)
	for _, k := range p.kids {
		k.lines(b, depth+1)
	}
}

func (p *piece) String() string {
	var b strings.Builder
	p.lines(&b, 0)
	return b.String()
}

func elem(role string, kids ...*piece) *piece { return &piece{role: role, kids: kids} }

func said(s string) *piece { return &piece{text: squeezed(s)} }

func anything() *piece { return &piece{text: "*"} }

// join puts texts together that stand side by side, and leaves out elements
// that hold nothing, except those that do so by right.
func (p *piece) join() {
	var kids []*piece
	for _, k := range p.kids {
		k.join()
		switch {
		case k.role == "" && k.text == "", k.role != "" && k.text == "" && len(k.kids) == 0 && !slices.Contains([]string{"TD", "TH", "TR", "Figure", "Formula"}, k.role):
			continue
		case k.role == "" && len(kids) > 0 && kids[len(kids)-1].role == "":
			last := kids[len(kids)-1]
			if last.text == "*" || k.text == "*" {
				last.text = "*"
			} else {
				last.text += k.text
			}
			continue
		}
		kids = append(kids, k)
	}
	p.kids = kids
}

// printed is what a structure tree holds.
func printed(e *verify.Element) *piece {
	p := &piece{role: e.Role}
	if e.Role == "Figure" {
		p.text = e.Alt
	}
	for _, n := range e.Nodes {
		switch {
		case n.Element == nil:
			p.kids = append(p.kids, said(n.Text))
		case n.Element.Role == "Span":
			p.kids = append(p.kids, printed(n.Element).kids...)
		default:
			p.kids = append(p.kids, printed(n.Element))
		}
	}
	if e.Role == "Figure" || e.Role == "Formula" {
		p.kids = nil // pictures may hold words
	}
	p.join()
	return p.unlinked()
}

// unlinked takes off the link to the contents that a title may be as a whole.
func (p *piece) unlinked() *piece {
	if len(p.role) == 2 && p.role[0] == 'H' && len(p.kids) == 1 && p.kids[0].role == "Link" {
		p.kids = p.kids[0].kids
	}
	return p
}

// compare tells the first difference, or "".
func compare(want, have *piece, path string) string {
	path += "/" + want.role
	if want.role != have.role {
		return fmt.Sprintf("%s:\nwant %s\nhave %s", path, want, have)
	}
	if want.text == "*" {
		return ""
	}
	if want.text != have.text {
		return fmt.Sprintf("%s:\nwant %q\nhave %q", path, want.text, have.text)
	}
	wants, haves := want.kids, have.kids
	if len(wants) == 1 && wants[0].text == "*" && wants[0].role == "" {
		return ""
	}
	if len(wants) > 1 && wants[0].text == "*" && wants[0].role == "" { // any text and links, then elements
		wants = wants[1:]
		for len(haves) > 0 && haves[0].role != wants[0].role {
			haves = haves[1:]
		}
	}
	for i := range max(len(wants), len(haves)) {
		if i >= len(wants) {
			return fmt.Sprintf("%s: too much: %s\nof %s\nwant %s", path, haves[i], have, want)
		}
		if i >= len(haves) {
			return fmt.Sprintf("%s: missing: %s", path, wants[i])
		}
		if d := compare(wants[i], haves[i], fmt.Sprintf("%s[%d]", path, i)); d != "" {
			return d
		}
	}
	return ""
}

// read returns the structure tree of a document's file.
func read(t *testing.T, doc *document.Document, std pdf.Standard) *verify.Element {
	t.Helper()
	var b bytes.Buffer
	if _, err := (pdf.Encoder{Profile: style.Article, Standard: std}).Encode(t.Context(), &b, doc, nil); err != nil {
		t.Fatal(err)
	}
	root, err := verify.Structure(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if len(root.Nodes) != 1 || root.Nodes[0].Element == nil {
		t.Fatalf("the root has %d kids", len(root.Nodes))
	}
	return root.Nodes[0].Element
}

// structureOf returns a tree without what the publisher sets before the text.
func structureOf(root *verify.Element) *piece {
	tree := printed(root)
	var captions func(*piece)
	captions = func(p *piece) {
		p.join()
		if p.role == "Caption" && len(p.kids) > 0 && p.kids[0].role == "" {
			p.kids[0].text = captionLabel.ReplaceAllString(p.kids[0].text, "")
		}
		for _, k := range p.kids {
			captions(k)
		}
	}
	captions(tree)
	tree.join()
	// The title page, and the contents.
	tree.kids = tree.kids[1:]
	if len(tree.kids) > 0 && slices.ContainsFunc(tree.kids[0].kids, func(k *piece) bool { return k.role == "TOC" }) {
		tree.kids = tree.kids[1:]
	}
	return tree
}

// unindexed lets the index lead to no words in the text, which would be links
// then: TestTermsLeadToTheIndex is about these.
func unindexed(doc *document.Document) {
	words := map[document.Anchor]bool{}
	for n := range document.Each[*document.IndexTerm](doc) {
		words[n.Anchor] = len(n.Content) > 0
	}
	for e := range document.Each[*document.IndexEntry](doc) {
		e.Mentions = slices.DeleteFunc(e.Mentions, func(a document.Anchor) bool { return words[a] })
	}
}

// TestStructureIsTheDocument compares the structure tree of random documents
// with the documents.
func TestStructureIsTheDocument(t *testing.T) {
	n := 8
	if validator.Long() {
		n = 300
	}
	for seed := range n {
		doc := documenttest.Random(uint64(seed))
		legible(reflect.ValueOf(doc))
		doc.Metadata.Title, doc.Metadata.Language = "A title", "en"
		unindexed(doc)
		m := &model{nodes: map[document.Anchor]document.Node{}}
		numbers := doc.Numbers()
		for _, n := range doc.All() {
			if a := n.Attributes().Anchor; a != "" && numbers.Of(n) > 0 {
				m.nodes[a] = n
			}
		}
		want := elem("Document", m.blocks(doc.Blocks, 1)...)
		want.join()
		closeUp(want)
		first := read(t, doc, pdf.UA1A3)
		if d := compare(want, structureOf(first), ""); d != "" {
			t.Errorf("document %d: %s", seed, d)
		}
		if seed%3 == 0 {
			var k kinship
			k.compare(first, read(t, doc, pdf.UA2A4), "")
			if k.difference != "" {
				t.Errorf("document %d in PDF 2.0: %s", seed, k.difference)
			}
			if k.given*20 > k.all {
				t.Errorf("document %d in PDF 2.0: %d of %d elements give way to others", seed, k.given, k.all)
			}
		}
	}
}

// TestLinesOfCode reads a listing: its lines stay apart for who cannot see them.
func TestLinesOfCode(t *testing.T) {
	const code = "alpha\n\tbeta\n\n\ngamma"
	doc := &document.Document{Metadata: document.Metadata{Title: "Code", Language: "en"}, Blocks: []document.Block{&document.CodeBlock{Code: code}}}
	text := read(t, doc, pdf.UA1A3).Text()
	if want := strings.ReplaceAll(code, "\t", "    "); !strings.HasSuffix(text, want) {
		t.Errorf("read %q, want %q", text, want)
	}
}

// TestTitlesLeadBack follows the links between contents and titles both ways.
func TestTitlesLeadBack(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Title: "Lamps", Language: "en"}}
	for i := range 5 {
		title := document.Plain(fmt.Sprintf("Lamp %d", i))
		if i == 4 {
			title = append(title, &document.Link{URL: "https://example.org/", Content: document.Plain("elsewhere")})
		}
		doc.Blocks = append(doc.Blocks, &document.Section{Title: title, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("Text.")}}})
	}
	doc.Identify()
	root := read(t, doc, pdf.UA2A4)
	linked := 0
	for _, n := range root.Nodes {
		for _, h := range n.Element.Nodes {
			if e := h.Element; e != nil && e.Role == "H1" && len(e.Nodes) == 1 && e.Nodes[0].Element != nil && e.Nodes[0].Element.Role == "Link" {
				linked++
			}
		}
	}
	// Not the title that leads elsewhere, nor that of the contents.
	if linked != 4 {
		t.Errorf("%d titles lead back to the contents, want 4: %s", linked, root)
	}
}

// TestTermsLeadToTheIndex follows the links between the index and the text both
// ways: words that the index leads to lead back, unless they are in a link.
func TestTermsLeadToTheIndex(t *testing.T) {
	term := func(word string) *document.IndexTerm {
		return &document.IndexTerm{Path: []string{"Lamps", word}, Content: document.Plain(word)}
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "Lamps", Language: "en"}, Blocks: []document.Block{
		&document.Paragraph{Content: []document.Inline{
			term("wick"), &document.Text{Value: " and "}, &document.Link{URL: "https://example.org/", Content: []document.Inline{term("oil")}},
			&document.IndexTerm{Path: []string{"Light"}},
		}},
	}}
	if _, err := (enrich.Index{}).Apply(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	root := read(t, doc, pdf.UA2A4)
	var paragraph *verify.Element
	leads := 0
	var walk func(e *verify.Element, index bool)
	walk = func(e *verify.Element, index bool) {
		index = index || e.Role == "Index"
		if e.Role == "P" && strings.HasPrefix(e.Text(), "wick") {
			paragraph = e
		}
		if e.Role == "Link" && index {
			leads++
		}
		for _, n := range e.Nodes {
			if n.Element != nil {
				walk(n.Element, index)
			}
		}
	}
	walk(root, false)
	if leads != 3 {
		t.Errorf("the index leads to %d places, want 3", leads)
	}
	if paragraph == nil {
		t.Fatal("the paragraph is not there")
	}
	var links []string
	for _, n := range paragraph.Nodes {
		if n.Element != nil && n.Element.Role == "Link" {
			links = append(links, n.Element.Text())
			for _, k := range n.Element.Nodes {
				if k.Element != nil {
					t.Errorf("the link %q holds %s", n.Element.Text(), k.Element.Role)
				}
			}
		}
	}
	if want := []string{"wick", "oil"}; !slices.Equal(links, want) {
		t.Errorf("the links of the paragraph are %q, want %q", links, want)
	}
}
