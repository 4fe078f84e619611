package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Text that was encoded twice: the bytes of UTF-8 taken for Western letters and encoded again, so that ’ reads â€™. Such
// letters stand in no word of any language, so that the damage can be told and undone.

// mend undoes it in the texts and attributes of the page. Sequences of two letters ("Ã©") could be meant; they count only
// on pages that also hold one of three, or one with a control character.
func (p *page) mend() {
	sure := false
	each(p.root, func(n *html.Node) bool {
		sure = sure || n.Type == html.TextNode && twice(n.Data)
		for _, a := range n.Attr {
			sure = sure || a.Key == "content" && twice(a.Val)
		}
		return !sure
	})
	if !sure {
		return
	}
	mended := 0
	fix := func(s *string) {
		if t, n := once(*s); n > 0 {
			*s, mended = t, mended+n
		}
	}
	each(p.root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			fix(&n.Data)
		}
		for i := range n.Attr {
			switch n.Attr[i].Key {
			case "content", "alt", "title":
				fix(&n.Attr[i].Val)
			}
		}
		return true
	})
	p.found.Add(diag.Info, "html-mojibake", diag.Position{File: p.name, Line: 1, Column: 1}, "the page's letters were encoded twice; %d were mended", mended)
}

// twice reports whether s holds a sequence that cannot be meant.
func twice(s string) bool {
	for i, r := range s {
		if r < 0xC2 || r > 0xF4 {
			continue
		}
		if _, n, certain := manuscript.Undo(s[i:]); n > 0 && certain {
			return true
		}
	}
	return false
}

// once returns s with its sequences undone, and their number.
func once(s string) (string, int) {
	var b strings.Builder
	n, from := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= 0xC2 && r <= 0xF4 {
			if c, length, _ := manuscript.Undo(s[i:]); length > 0 {
				b.WriteString(s[from:i])
				b.WriteRune(c)
				i += length
				from, n = i, n+1
				continue
			}
		}
		i += size
	}
	if n == 0 {
		return s, 0
	}
	b.WriteString(s[from:])
	return b.String(), n
}
