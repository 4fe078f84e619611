package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"github.com/quirepress/quire/source/diag"
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
		if _, n, certain := undo(s[i:]); n > 0 && certain {
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
			if c, length, _ := undo(s[i:]); length > 0 {
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

// undo reads the letters at the beginning of s as the bytes of one character. It returns that character and the length of
// the letters, or 0; certain says that the letters cannot be meant.
func undo(s string) (c rune, length int, certain bool) {
	var buf [4]byte
	want := 0
	for i, r := range s {
		var x byte
		control := false
		switch {
		case r < 0x80:
			return 0, 0, false
		case r < 0x100:
			x, control = byte(r), r < 0xA0
		default:
			var ok bool
			if x, ok = charmap.Windows1252.EncodeRune(r); !ok {
				return 0, 0, false
			}
		}
		if i == 0 {
			switch {
			case x >= 0xC2 && x <= 0xDF:
				want = 2
			case x >= 0xE0 && x <= 0xEF:
				want = 3
			case x >= 0xF0 && x <= 0xF4:
				want = 4
			default:
				return 0, 0, false
			}
		} else if x < 0x80 || x > 0xBF {
			return 0, 0, false
		}
		certain = certain || control
		buf[length] = x
		if length++; length == want {
			c, size := utf8.DecodeRune(buf[:want])
			if c == utf8.RuneError || size != want {
				return 0, 0, false
			}
			return c, i + utf8.RuneLen(r), certain || want > 2
		}
	}
	return 0, 0, false
}
