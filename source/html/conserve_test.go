package html

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// webmaster writes random pages whose words are numbered.
type webmaster struct {
	*rand.Rand
	word, note int
	notes      string
}

func (w *webmaster) words(n int) string {
	var b strings.Builder
	for range n {
		w.word++
		fmt.Fprintf(&b, "w%dx ", w.word)
	}
	return b.String()
}

func (w *webmaster) sentence() string { return w.words(8+w.IntN(12)) + "." }

func (w *webmaster) inline(depth int) string {
	var b strings.Builder
	for range 1 + w.IntN(4) {
		in := func() string {
			if depth > 3 {
				return w.words(1)
			}
			return w.inline(depth + 1)
		}
		switch w.IntN(14) {
		case 0:
			b.WriteString("<em>" + in() + "</em> ")
		case 1:
			b.WriteString("<b>" + in()) // never closed
		case 2:
			b.WriteString(`<a href="` + []string{"https://example.org/", "javascript:x", "#nowhere", "", "http://["}[w.IntN(5)] + `">` + in() + "</a> ")
		case 3:
			b.WriteString("<span lang=de>" + in() + "</span> ")
		case 4:
			b.WriteString("<code>" + w.words(1) + "</code> ")
		case 5:
			b.WriteString("<br>" + in())
		case 6:
			b.WriteString("<ruby>" + w.words(1) + "<rt>" + w.words(1) + "</ruby> <q>" + in() + "</q> ")
		case 7:
			if depth == 0 && w.note < 9 {
				w.note++
				fmt.Fprintf(&b, `%s<sup><a href="#fn%d">%d</a></sup> `, w.words(1), w.note, w.note)
				w.notes += fmt.Sprintf("<li id=fn%d>%s", w.note, w.words(2))
			}
		default:
			b.WriteString(w.words(1 + w.IntN(4)))
		}
	}
	return b.String()
}

func (w *webmaster) block(depth int) string {
	if depth > 4 {
		return w.inline(1)
	}
	in := func() string { return w.blocks(depth+1, 2) }
	switch w.IntN(22) {
	case 0:
		return "<h" + fmt.Sprint(2+w.IntN(4)) + ">" + w.inline(1) + "</h2>"
	case 1:
		return "<ul><li>" + in() + "<li>" + w.inline(0) + w.words(1) + "</ul>"
	case 2:
		return "<ol start=3 reversed><li value=9>" + in() + w.words(1) + "</ol>"
	case 3:
		return "<blockquote>" + in() + "<footer>" + w.words(2) + "</footer></blockquote>"
	case 4:
		return "<table><caption>" + w.words(1) + "</caption><tr><th rowspan=" + fmt.Sprint(1+w.IntN(4)) + ">" + w.words(1) + "<td colspan=" + fmt.Sprint(1+w.IntN(5)) + ">" + in() + "<td>" + w.words(1) +
			"<tr><td>" + w.words(1) + "<td rowspan=9>" + w.words(1) + "<td>" + in() + "</table>"
	case 5:
		return "<table>" + w.words(1) + "<tr>" + w.words(1) + "<td>" + in() + "</table>"
	case 6:
		return "<dl><dt>" + w.words(1) + "<dd>" + in() + "<dd>" + w.words(1) + "</dl>"
	case 7:
		return "<figure><img src=" + []string{"a.png", "https://example.org/a.png", "''"}[w.IntN(3)] + " alt=x><figcaption>" + w.inline(1) + "</figcaption></figure>"
	case 8:
		return "<details><summary>" + w.words(1) + "</summary>" + in() + "</details>"
	case 9:
		return "<div>" + w.words(2) + "<p>" + w.inline(0) + "</div>" + w.words(1)
	case 10:
		return "<pre>" + w.words(1) + "<b>" + w.words(1) + "</b></pre>"
	case 11:
		return "<aside>" + in() + "</aside>"
	case 12:
		return "<div class=share>" + w.words(2) + "</div>"
	case 13:
		return "<a href=x><div>" + in() + "</div></a>"
	case 14:
		return "<p title=\"x>" + w.words(1) + "</p><p class=\"y\">" + w.words(1) + "</p>"
	}
	return "<p>" + w.inline(0) + w.sentence() + "</p>"
}

func (w *webmaster) blocks(depth, most int) string {
	var b strings.Builder
	for range 1 + w.IntN(most) {
		b.WriteString(w.block(depth) + "\n")
	}
	return b.String()
}

// TestConservation shows that each word that a page shows arrives once: in the
// article, or among what is reported as left out.
func TestConservation(t *testing.T) {
	for seed := range uint64(600) {
		w := &webmaster{Rand: rand.New(rand.NewPCG(seed, 2))}
		src := "<html><body><nav>" + w.words(2) + "</nav><article><h1>" + w.words(3) + "</h1>" + w.blocks(0, 12) + "<p>" + w.sentence() + "</p>"
		src += "<ol>" + w.notes + "</ol></article><footer>" + w.words(3) + "</footer></body></html>"
		doc, found := read(t, src)
		arrived := map[string]int{}
		count := func(s string) {
			for f := range strings.FieldsFuncSeq(s, func(r rune) bool { return r != 'w' && r != 'x' && (r < '0' || r > '9') }) {
				arrived[f]++
			}
		}
		count(doc.Metadata.Title)
		for _, n := range doc.All() {
			switch n := n.(type) {
			case *document.Text:
				count(n.Value)
			case *document.Code:
				count(n.Value)
			case *document.CodeBlock:
				count(n.Code)
			}
		}
		shortened := false
		for _, o := range doc.Omissions {
			count(o.Text)
			shortened = shortened || strings.HasSuffix(o.Text, " …")
		}
		if shortened {
			continue
		}
		attributes(src, count)
		for i := 1; i <= w.word; i++ {
			if s := fmt.Sprintf("w%dx", i); arrived[s] != 1 {
				t.Fatalf("seed %d: %s arrives %d times of\n%s\n%s\n%v", seed, s, arrived[s], src, sketch(doc.Blocks), found)
			}
		}
	}
}

// attributes counts the words in attributes whose quotation mark closes further
// on: no reader can tell that they were meant as text.
func attributes(src string, count func(string)) {
	for _, part := range strings.Split(src, `title="`)[1:] {
		value, _, _ := strings.Cut(part, `"`)
		count(value)
	}
}
