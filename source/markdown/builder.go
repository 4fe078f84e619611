package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// builder puts a run of inlines together. Text that stands in one piece in the
// source becomes one node, whose position is then exact for all of it.
type builder struct {
	r          *reading
	out        []document.Inline
	start, end int // the verbatim text in hand: body[start:end]
	space      bool
}

// verbatim adds body[start:end] as it stands.
func (b *builder) verbatim(start, end int) {
	if start >= end {
		return
	}
	if b.end > b.start && b.end == start && !b.space {
		b.end = end
		return
	}
	b.flush()
	b.start, b.end = start, end
}

// flush turns the text in hand into a node.
func (b *builder) flush() {
	if b.end > b.start {
		s := manuscript.Clean(string(b.r.body[b.start:b.end]))
		if b.space {
			s += " "
		}
		if s != "" {
			t := &document.Text{Value: s}
			t.Pos = b.r.place(b.start)
			b.out = append(b.out, t)
		}
	}
	b.start, b.end, b.space = 0, 0, false
}

func (b *builder) add(nodes ...document.Inline) {
	b.flush()
	b.out = append(b.out, nodes...)
}

// breakLine begins a new line, unless one begins here.
func (b *builder) breakLine(from ast.Node) {
	b.flush()
	for n := len(b.out); ; n = len(b.out) {
		if n == 0 {
			return
		}
		if _, ok := b.out[n-1].(*document.LineBreak); ok {
			return
		}
		if t, ok := b.out[n-1].(*document.Text); !ok || strings.TrimSpace(t.Value) != "" {
			break
		}
		b.out = b.out[:n-1]
	}
	b.addAt(&document.LineBreak{}, from)
}

func (b *builder) addAt(n document.Inline, from ast.Node) {
	if p := from.Pos(); p >= 0 {
		n.Attributes().Pos = b.r.place(p)
	}
	b.add(n)
}

// text adds a text of the parser's: its backslashes and entities resolved, its
// line break as a space or a break.
func (b *builder) text(n *ast.Text) {
	stop := n.Segment.Stop
	for (n.HardLineBreak() || n.SoftLineBreak()) && stop > n.Segment.Start && util.IsSpace(b.r.body[stop-1]) {
		stop--
	}
	b.escaped(n.Segment.Start, stop, !n.IsRaw())
	switch {
	case n.HardLineBreak():
		b.flush()
		br := &document.LineBreak{}
		br.Pos = b.r.place(n.Segment.Stop)
		b.add(br)
	case n.SoftLineBreak():
		b.softBreak(n, stop)
	}
}

// softBreak adds one space for a line end, none between characters of scripts
// that write no spaces.
func (b *builder) softBreak(n *ast.Text, stop int) {
	if next, ok := n.NextSibling().(*ast.Text); ok {
		before, _ := utf8.DecodeLastRune(b.r.body[:stop])
		after, _ := utf8.DecodeRune(b.r.body[next.Segment.Start:])
		if spaceless(before) && spaceless(after) {
			return
		}
	}
	if b.end == stop && b.end > b.start && !b.space {
		// The line feed, or the blank before it, stands where the space will:
		// the position stays exact.
		b.space = true
		return
	}
	b.flush()
	t := &document.Text{Value: " "}
	t.Pos = b.r.place(stop)
	b.add(t)
}

// spaceless reports whether a line may end after r without meaning a space.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// escaped adds body[start:end] with entities resolved, and backslash escapes too
// unless the text is that of HTML.
func (b *builder) escaped(start, end int, backslashes bool) {
	src := b.r.body
	from := start
	for i := start; i < end; i++ {
		switch c := src[i]; {
		case backslashes && c == '\\' && i+1 < end && util.IsPunct(src[i+1]):
			b.verbatim(from, i)
			from = i + 1
			i++
		case c == '&':
			n := entity(src[i:end])
			if n == 0 {
				continue
			}
			s := resolveEntity(src[i : i+n])
			b.verbatim(from, i)
			b.flush()
			if s != "" {
				t := &document.Text{Value: s}
				t.Pos = b.r.place(i)
				b.out = append(b.out, t)
			}
			from = i + n
			i = from - 1
		}
	}
	b.verbatim(from, end)
}

// entity returns the length of the entity or character reference at the
// beginning of s, or 0.
func entity(s []byte) int {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0
	}
	ref := s[:end+1]
	if bytes.IndexByte(ref[1:], '&') >= 0 {
		return 0 // the reference begins further on
	}
	if s[1] == '#' {
		if bytes.Equal(util.ResolveNumericReferences(ref), ref) {
			return 0
		}
		return end + 1
	}
	if bytes.Equal(util.ResolveEntityNames(ref), ref) {
		return 0
	}
	return end + 1
}

func resolveEntity(ref []byte) string {
	if c, ok := westernReference(ref); ok {
		return string(c)
	}
	s := string(util.ResolveEntityNames(util.ResolveNumericReferences(ref)))
	if s == "\n" || s == "\t" || s == "\r" {
		s = " "
	}
	return manuscript.Clean(s)
}

// westernReference returns the character of a reference by the number that it
// has in Windows-1252, such as "&#146;", which stands for no character of its own
// (HTML standard, 13.2.5.80).
func westernReference(ref []byte) (rune, bool) {
	s, ok := strings.CutPrefix(strings.ToLower(string(ref)), "&#")
	if !ok || len(s) > 8 {
		return 0, false
	}
	s, base := strings.TrimSuffix(s, ";"), 10
	if h, ok := strings.CutPrefix(s, "x"); ok {
		s, base = h, 16
	}
	n, err := strconv.ParseUint(s, base, 32)
	if err != nil {
		return 0, false
	}
	if n == 0x85 {
		return '…', true
	}
	return manuscript.Western(rune(n))
}

// unescape resolves backslash escapes and entities in what is not text.
func unescape(s []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s)))
}

// literal converts a piece that stands in the body at offset at, or somewhere
// if that is negative, and holds nothing but text.
func (r *reading) literal(s []byte, at int) []document.Inline {
	if at >= 0 && at+len(s) <= len(r.body) && bytes.Equal(r.body[at:at+len(s)], s) && !bytes.ContainsAny(s, "\n") {
		b := &builder{r: r}
		b.escaped(at, at+len(s), true)
		b.flush()
		return b.out
	}
	return document.Plain(oneLine(string(unescape(s))))
}

func oneLine(s string) string { return strings.Join(strings.Fields(manuscript.Clean(s)), " ") }

// verbatimLines returns lines as text, joined by spaces.
func (r *reading) verbatimLines(lines *text.Segments) []document.Inline {
	b := &builder{r: r}
	for i := range lines.Len() {
		s := lines.At(i)
		line := r.body[s.Start:s.Stop]
		end := s.Start + len(bytes.TrimRight(line, " \t\r\n"))
		start := s.Start + len(line) - len(bytes.TrimLeft(line, " \t\r\n"))
		b.verbatim(start, end)
		if i+1 < lines.Len() && b.end > b.start {
			b.space = true
		}
	}
	b.flush()
	return b.out
}
