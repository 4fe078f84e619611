package markdown

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// author writes random Markdown whose words are numbered in reading order.
type author struct {
	*rand.Rand
	word  int
	label int
	tail  []string // definitions of notes
}

func (a *author) words(n int) string {
	var w []string
	for range n {
		a.word++
		w = append(w, fmt.Sprintf("w%dx", a.word))
	}
	sep := []string{" ", " ", ", ", " -- ", "'s ", "... ", "\n"}[a.IntN(7)]
	return strings.Join(w, sep)
}

func (a *author) inline(depth int) string {
	var parts []string
	for range 1 + a.IntN(4) {
		if depth > 4 {
			parts = append(parts, a.words(1+a.IntN(3)))
			continue
		}
		switch a.IntN(16) {
		case 0:
			parts = append(parts, "*"+a.inline(depth+1)+"*")
		case 1:
			parts = append(parts, "**"+a.inline(depth+1)+"**")
		case 2:
			parts = append(parts, "~~"+a.words(2)+"~~")
		case 3:
			parts = append(parts, "["+a.words(2)+"](https://example.org/a_b*c \"t\")")
		case 4:
			parts = append(parts, "["+a.inline(depth+1)+"]{.c lang=de}")
		case 5:
			parts = append(parts, "`"+strings.ReplaceAll(a.words(1), "\n", " ")+"`")
		case 6:
			parts = append(parts, "\""+a.words(2)+"\"")
		case 7:
			parts = append(parts, "("+a.words(1)+")")
		case 8:
			parts = append(parts, "<sup>"+a.words(1)+"</sup>")
		case 9:
			parts = append(parts, "^["+a.inline(depth+1)+"]")
		case 10:
			if depth == 0 && len(a.tail) < 20 {
				a.label++
				parts = append(parts, fmt.Sprintf("[^n%d]", a.label))
				a.tail = append(a.tail, fmt.Sprintf("[^n%d]: %s\n", a.label, strings.ReplaceAll(a.inline(5), "\n", " ")))
			}
		case 11:
			parts = append(parts, "["+a.words(1)+"](#nowhere)")
		case 12:
			parts = append(parts, "&amp; \\* "+a.words(1))
		default:
			parts = append(parts, a.words(1+a.IntN(5)))
		}
	}
	return strings.Join(parts, " ")
}

// line returns inline content on one line.
func (a *author) line() string { return strings.ReplaceAll(a.inline(2), "\n", " ") }

func indent(s, first, rest string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i := range lines {
		switch {
		case i == 0:
			lines[i] = first + lines[i]
		case lines[i] != "" || strings.TrimSpace(rest) != "":
			lines[i] = strings.TrimRight(rest+lines[i], " ")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func (a *author) block(depth int) string {
	if depth > 4 {
		return a.inline(1) + "\n"
	}
	switch a.IntN(20) {
	case 0:
		return strings.Repeat("#", 1+a.IntN(6)) + " " + a.line() + "\n"
	case 1:
		return indent(a.blocks(depth+1, 2), "> ", "> ")
	case 2:
		return indent(a.blocks(depth+1, 2), "- ", "  ") + indent(a.blocks(depth+1, 1), "- ", "  ")
	case 3:
		return indent(a.blocks(depth+1, 2), "7. ", "   ")
	case 4:
		return ":::note " + a.words(1) + "\n" + a.blocks(depth+1, 2) + ":::\n"
	case 5:
		return "```\n" + a.words(3) + "\n```\n"
	case 6:
		cell := func() string { return strings.ReplaceAll(a.words(1), "\n", " ") }
		return "| " + cell() + " | " + cell() + " |\n|---|---|\n| " + cell() + " | *" + cell() + "* |\n\nTable: " + cell() + "\n"
	case 7:
		return a.line() + "\n: " + a.line() + "\n"
	case 8:
		return "<div><p>" + a.words(2) + " <em>" + a.words(1) + "</em> &amp;<ul>\n  <li>" + a.words(2) + "<li>" + a.words(1) + "</ul>" + a.words(1) + "</div>\n"
	case 9:
		return "<table><tr><th>" + a.words(1) + "</th>\n<th>" + a.words(1) + "<tr><td colspan=2><blockquote>" + a.words(2) + "</blockquote>" + a.words(1) + "</table>" + a.words(1) + "\n"
	case 10:
		return "<details>\n<summary>" + a.words(1) + "</summary>\n\n" + a.blocks(depth+1, 2) + "\n</details>\n"
	case 11:
		return "<table>\n<tr><td rowspan=2>\n\n" + a.blocks(depth+1, 2) + "\n</td>\n<td>" + a.words(1) + "</td></tr>\n\n<tr><td colspan=3>" + a.words(1) + "<td>" + a.words(1) + "</td></tr>\n</table>\n"
	case 12:
		return "<div lang=\"fr\"><p>" + a.words(1) + "\n<b>" + a.words(1) + "\n\n" + a.line() + "\n\n<section>" + a.words(1) + "</div>\n"
	case 13:
		return "<ul><li>" + a.words(1) + "\n\n" + a.line() + "\n\n<li><pre>" + a.words(1) + "\n\n" + a.line() + "\n\n</pre></ul>\n"
	case 14:
		return "<div title=\"x>" + a.words(1) + "\n" + a.words(1) + "\n\n" + a.line() + "\n"
	default:
		return a.inline(0) + "\n"
	}
}

func (a *author) blocks(depth, most int) string {
	var s []string
	for range 1 + a.IntN(most) {
		s = append(s, a.block(depth))
	}
	return strings.Join(s, "\n")
}

var numbered = regexp.MustCompile(`w(\d+)x`)

// TestConservation checks that every word of a text arrives, once and in
// reading order; notes are read at their marks.
func TestConservation(t *testing.T) {
	for seed := range uint64(800) {
		a := &author{Rand: rand.New(rand.NewPCG(seed, 1))}
		src := a.blocks(0, 8) + "\n" + strings.Join(a.tail, "\n")
		if seed%3 == 0 {
			src = strings.ReplaceAll(src, "\n", "\r\n")
		}
		doc, found, err := Read("a.md", []byte(src), Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		checkInvariants(t, []byte(src), doc, found)
		seen := map[string]int{}
		last, ordered := 0, true
		count := func(s string) {
			for _, m := range numbered.FindAllStringSubmatch(s, -1) {
				seen[m[0]]++
				n := 0
				_, _ = fmt.Sscan(m[1], &n)
				ordered = ordered && n > last
				last = n
			}
		}
		count(doc.Metadata.Title)
		titled := doc.Metadata.Title != ""
		captions := false
		for _, n := range doc.All() {
			switch n := n.(type) {
			case *document.Text:
				count(n.Value)
			case *document.Code:
				count(n.Value)
			case *document.CodeBlock:
				count(n.Code)
			case *document.Table:
				captions = captions || n.Caption != nil // read before the rows, written behind
			}
		}
		for i := 1; i <= a.word; i++ {
			if w := fmt.Sprintf("w%dx", i); seen[w] != 1 {
				t.Fatalf("seed %d: %s arrives %d times in\n%s\n%s", seed, w, seen[w], src, sketch(doc))
			}
		}
		if !ordered && !titled && !captions {
			t.Fatalf("seed %d: words out of order in\n%s\n%s", seed, src, sketch(doc))
		}
	}
}

func BenchmarkRead(b *testing.B) {
	a := &author{Rand: rand.New(rand.NewPCG(1, 1))}
	var text strings.Builder
	for text.Len() < 1<<20 {
		fmt.Fprintf(&text, "Paragraph with *some* words, \"quoted\" ones, a [link](https://example.org/%d) and enough plain text to be like prose in a manuscript, which goes on for a while -- as prose does.\n\n", a.IntN(1000))
	}
	src := []byte("# Title\n\n" + text.String())
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, _, err := Read("a.md", src, Options{Language: "en"}); err != nil {
			b.Fatal(err)
		}
	}
}
