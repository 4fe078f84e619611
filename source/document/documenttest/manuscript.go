package documenttest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// Manuscript returns the Markdown of a technical book of about size bytes, in
// English or, if lang is "de", in German: the same for the same arguments. It
// is made for measuring. Its mix is that of the handbooks that programmers
// read: of its bytes, six in ten are prose with inline code, emphasis, links
// and notes, three in ten listings, the rest headings, lists, tables and
// quotations. The words are real ones, as frequent and as long as words are in
// prose, so that hyphenation and justification have their usual work; the
// sentences are well formed and mean nothing.
func Manuscript(seed uint64, size int, lang string) []byte {
	w := &author{Rand: rand.New(rand.NewPCG(seed, 0x6d616e7573637269)), tongue: english()}
	if lang == "de" {
		w.tongue = german()
	} else {
		lang = "en"
	}
	w.printf("---\ntitle: %s\nauthor: [Ada Marsh, Jon Brandt]\nlang: %s\ndate: 2024-03-01\nprofile: book\n---\n\n", title(w.phrase()), lang)
	for chapter := 1; w.Len() < size; chapter++ {
		w.chapter(size)
	}
	return w.Bytes()
}

// author writes a manuscript.
type author struct {
	*rand.Rand
	bytes.Buffer
	tongue
	notes int
}

func (w *author) printf(format string, args ...any) { fmt.Fprintf(&w.Buffer, format, args...) }

func (w *author) chance(percent int) bool { return w.IntN(100) < percent }

func (w *author) chapter(size int) {
	w.printf("# %s\n\n", title(w.phrase()))
	w.paragraph(5)
	for range 4 + w.IntN(4) {
		if w.Len() > size {
			return
		}
		w.printf("## %s\n\n", title(w.phrase()))
		w.matter(5 + w.IntN(8))
		for range w.IntN(4) {
			w.printf("### %s\n\n", title(w.phrase()))
			w.matter(3 + w.IntN(7))
		}
	}
}

// matter writes so many blocks.
func (w *author) matter(n int) {
	w.paragraph(3)
	for range n {
		switch k := w.IntN(100); {
		case k < 60:
			w.paragraph(2 + w.IntN(5))
		case k < 84:
			w.listing()
		case k < 92:
			w.list()
		case k < 95:
			w.table()
		default:
			w.printf("> %s %s\n\n", w.sentence(true), w.sentence(true))
		}
	}
}

func (w *author) paragraph(sentences int) {
	first := w.notes
	for i := range sentences {
		if i > 0 {
			w.WriteByte(' ')
		}
		w.WriteString(w.sentence(true))
		if w.chance(2) {
			w.notes++
			w.printf("[^%d]", w.notes)
		}
	}
	w.WriteString("\n\n")
	for n := first + 1; n <= w.notes; n++ {
		w.printf("[^%d]: %s\n\n", n, w.sentence(false))
	}
}

func (w *author) list() {
	ordered := w.chance(35)
	for i := range 3 + w.IntN(4) {
		mark := "-"
		if ordered {
			mark = fmt.Sprintf("%d.", i+1)
		}
		w.printf("%s %s\n", mark, w.sentence(true))
	}
	w.WriteByte('\n')
}

func (w *author) table() {
	columns := 2 + w.IntN(3)
	row := func(cell func(int) string) {
		for i := range columns {
			w.printf("| %s ", cell(i))
		}
		w.WriteString("|\n")
	}
	row(func(int) string { return title(w.pick(w.nouns)) })
	row(func(int) string { return "---" })
	for range 3 + w.IntN(8) {
		row(func(i int) string {
			switch {
			case i == 0:
				return "`" + w.identifier() + "`"
			case i == columns-1 && w.chance(50):
				return fmt.Sprint(w.IntN(10_000))
			}
			return w.phrase()
		})
	}
	w.WriteByte('\n')
}

// listing writes a listing in a language that looks like Go.
func (w *author) listing() {
	w.printf("```go\nfunc %s(%s int) (string, error) {\n", w.identifier(), w.identifier())
	for range 3 + w.IntN(14) {
		a, b := w.identifier(), w.identifier()
		switch w.IntN(6) {
		case 0:
			w.printf("\t// %s\n", w.sentence(false))
		case 1:
			w.printf("\tif %s > %d {\n\t\treturn %q, nil\n\t}\n", a, w.IntN(100), w.phrase())
		case 2:
			w.printf("\tfor i := range %s {\n\t\t%s[i] += %d\n\t}\n", a, b, w.IntN(16))
		case 3:
			w.printf("\t%s, err := %s.%s(%d)\n", a, w.pick(w.names), title(b), w.IntN(1000))
		case 4:
			w.printf("\tfmt.Println(%q, %s)\n", w.phrase(), a)
		default:
			w.WriteByte('\n')
		}
	}
	w.WriteString("\treturn \"\", nil\n}\n```\n\n")
}

// identifier is a name as programs have it.
func (w *author) identifier() string {
	name := w.pick(w.names)
	if w.chance(50) {
		name += title(w.pick(w.names))
	}
	return name
}

// title begins a text with a capital.
func title(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
