package epub

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// pagesFor makes a pagination as a printed edition might have it: a page
// begins in every so many-th block, somewhere in its text.
func pagesFor(doc *document.Document, every int) *document.Pagination {
	p := &document.Pagination{PrintID: "urn:uuid:0c3fd2fc-0f47-5d5a-9d36-3e5a3c4f1a11#a5", Pages: map[document.Anchor]int{}}
	p.Breaks = append(p.Breaks, document.PageBreak{Label: "i"}) // a page without text
	i := 0
	inNote := map[document.Node]bool{}
	for n := range document.Each[*document.Note](doc) {
		for m := range document.Nodes(n) {
			inNote[m] = true
		}
	}
	for _, n := range doc.All() {
		a := n.Attributes().Anchor
		if a == "" {
			continue
		}
		if !inNote[n] && document.Content(n) != nil {
			if i++; i%every == 0 {
				text := document.BlockText(n)
				offset := len(text) * (i % 7) / 7
				for offset > 0 && offset < len(text) && text[offset]&0xc0 == 0x80 {
					offset--
				}
				p.Breaks = append(p.Breaks, document.PageBreak{Anchor: a, Offset: offset, Label: fmt.Sprint(len(p.Breaks))})
			}
		}
		p.Pages[a] = len(p.Breaks) - 1
	}
	return p
}

func encode(t testing.TB, e Encoder, doc *document.Document, pages *document.Pagination) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := e.Encode(t.Context(), &b, doc, pages); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The reference validator has nothing to say of random books, of hostile ones
// and of an empty one.
func TestEPUBCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("other people's programs are slow")
	}
	books := 30
	if validator.Long() {
		books = 500
	}
	dir := t.TempDir()
	var files []string
	write := func(name string, data []byte) {
		path := filepath.Join(dir, name+".epub")
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	for seed := range books {
		doc := documenttest.Random(uint64(seed))
		var pages *document.Pagination
		if seed%2 == 1 {
			pages = pagesFor(doc, 2+seed%3)
		}
		write(fmt.Sprint("random-", seed), encode(t, Encoder{}, doc, pages))
	}
	write("formulas", encode(t, Encoder{}, formulas(), nil))
	write("faces", encode(t, Encoder{EmbedFonts: true, Conformance: &Conformance{Standard: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", CertifiedBy: "An Evaluator", Credential: "A badge", Report: "https://example.org/r"}}, article("One", "Two"), nil))
	write("empty", encode(t, Encoder{}, &document.Document{}, nil))
	for i, doc := range hostile() {
		write(fmt.Sprint("hostile-", i), encode(t, Encoder{}, doc, nil))
	}
	for file, messages := range validator.EPUBCheck(t, files...) {
		messages = slices.DeleteFunc(messages, func(m string) bool { return strings.Contains(m, "CSS-028") }) // that faces are embedded
		for i, m := range messages {
			if i == 5 {
				t.Errorf("%s: … and %d more", filepath.Base(file), len(messages)-i)
				break
			}
			t.Errorf("%s: %s", filepath.Base(file), m)
		}
	}
}

// Ace has no issue with three books.
func TestAce(t *testing.T) {
	if testing.Short() {
		t.Skip("other people's programs are slow")
	}
	doc := article("One", "Two")
	books := map[string][]byte{
		"article": encode(t, Encoder{}, doc, pagesFor(doc, 1)),
		"faces":   encode(t, Encoder{EmbedFonts: true}, formulas(), nil),
	}
	random := documenttest.Random(7)
	books["random"] = encode(t, Encoder{}, random, pagesFor(random, 3))
	for name, data := range books {
		for _, issue := range validator.Ace(t, validator.File(t, name+".epub", data)) {
			t.Errorf("%s: %s", name, issue)
		}
	}
}

// A reader on the web opens books and turns all of their pages.
func TestReader(t *testing.T) {
	if testing.Short() {
		t.Skip("other people's programs are slow")
	}
	article, random := article("One", "Two"), documenttest.Random(7)
	files := []string{
		validator.File(t, "article.epub", encode(t, Encoder{EmbedFonts: true}, article, pagesFor(article, 1))),
		validator.File(t, "random.epub", encode(t, Encoder{}, random, pagesFor(random, 3))),
	}
	readings := validator.EPUBJS(t, files...)
	for _, file := range files {
		r := readings[file]
		if len(r.Parts) < 3 || len(r.Missed()) > 0 || len(r.Errors) > 0 || r.Contents == 0 || r.List == 0 {
			t.Errorf("%s: %d parts, %d pages, %d entries, %d printed pages; not seen: %v; %v", filepath.Base(file), len(r.Parts), r.Pages, r.Contents, r.List, r.Missed(), r.Errors)
		}
	}
}

// formulas returns a document with all that the translator of TeX knows.
func formulas() *document.Document {
	doc := article("Formulas")
	s := doc.Blocks[0].(*document.Section)
	for _, source := range []string{
		`x_i^{2n} + 3.14 - \frac12 \sqrt[3]{x} \sqrt y`, `\sum_{i=1}^n \prod\limits_a \int_0^\infty f'(x)\,dx`, `\left\{ \frac{a}{b} \right. \lim_{x \to 0} \sin x`,
		`\begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{cases} 1 & x > 0 \\ 0 \end{cases}`, `\begin{aligned} a &= b \\ &= c \end{aligned}`,
		`\hat x \vec{AB} \overline{xy} \underbrace{a+b}_{n} \overbrace{c}^m \bar z`, `\mathbf{x} \mathbb R \mathcal L \mathfrak g \mathrm{d}`, `\text{if } x \in \mathbb{N}, \not= \quad \binom n k \pmod 7`,
		`\overset{!}{=} \stackrel{a}{\to} \underset{x}{y} {}_a^b {} \operatorname{rank} A \{ \} \| \% \& a < b > c "`, `\displaystyle \bigl( x \bigr)^2 f''^3`,
	} {
		s.Blocks = append(s.Blocks, &document.MathBlock{Format: "tex", Source: source}, &document.Paragraph{Content: []document.Inline{&document.Math{Format: "tex", Source: source}}})
	}
	return doc
}

// The formulas above are all understood.
func TestFormulas(t *testing.T) {
	var b bytes.Buffer
	result, err := Encoder{}.Encode(t.Context(), &b, formulas(), nil)
	if err != nil || len(result.Diagnostics) > 0 {
		t.Errorf("%v %v", result.Diagnostics, err)
	}
}
