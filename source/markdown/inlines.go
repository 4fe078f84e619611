package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// run converts the inline content of a block: marks, then abbreviations and
// punctuation, which look at the run as a whole.
func (r *reading) run(parent ast.Node) []document.Inline {
	return r.polish(r.inlines(parent.FirstChild(), 0))
}

// polish does to a run what needs its text as a whole.
func (r *reading) polish(run []document.Inline) []document.Inline {
	run = trimRun(run)
	if r.plain > 0 {
		return run
	}
	run = r.markAbbreviations(run)
	if r.smart {
		run = smarten(run, r.language)
	}
	return run
}

// deepestInline is the deepest nesting of inline marks: with blocks in notes in
// inlines in blocks, a document must stay within [document.MaxDepth].
const deepestInline = 50

// inlines converts a node and its siblings behind it.
func (r *reading) inlines(first ast.Node, depth int) []document.Inline {
	return r.between(first, nil, pairTags(first, r.body), depth)
}

// between converts the siblings from first up to, not including, end. Tags are
// the pairs of HTML tags among all the siblings.
func (r *reading) between(first, end ast.Node, tags map[ast.Node]*ast.RawHTML, depth int) []document.Inline {
	if depth > min(r.depth, deepestInline) {
		r.tooDeepInline(first)
		return r.flat(first, end)
	}
	b := &builder{r: r}
	for n := first; n != nil && n != end; {
		next := n.NextSibling()
		switch n := n.(type) {
		case *ast.Text:
			b.text(n)
		case *ast.String:
			b.add(&document.Text{Value: manuscript.Clean(string(n.Value))})
		case *ast.CodeSpan:
			b.add(r.codeSpan(n))
		case *ast.Emphasis:
			content := r.inlines(n.FirstChild(), depth+1)
			if n.Level >= 2 {
				b.addAt(&document.Strong{Content: content}, n)
			} else {
				b.addAt(&document.Emphasis{Content: content}, n)
			}
		case *extast.Strikethrough:
			b.addAt(&document.Strikethrough{Content: r.inlines(n.FirstChild(), depth+1)}, n)
		case *ast.AutoLink:
			b.add(r.autoLink(n)...)
		case *extast.TaskCheckBox:
		case *ast.RawHTML:
			if closing := tags[n]; closing != nil {
				b.add(r.element(n, closing, tags, depth)...)
				next = closing.NextSibling()
			} else {
				b.add(r.tag(n)...)
			}
		case *mark:
			b.add(r.mark(n, depth)...)
		default:
			panic("internal error: markdown: unknown inline " + n.Kind().String())
		}
		n = next
	}
	b.flush()
	return b.out
}

func (r *reading) tooDeepInline(n ast.Node) {
	if n != nil {
		r.tooDeep(max(n.Pos(), 0))
	}
}

// flat returns only the text of the siblings from first to end, and the notes
// whose marks stand there. It does not recurse: it is for what is nested too
// deeply.
func (r *reading) flat(first, end ast.Node) []document.Inline {
	b := &builder{r: r}
	depth := 0
	for n := first; n != nil && n != end; {
		switch t := n.(type) {
		case *ast.Text:
			if t.IsRaw() {
				b.verbatim(t.Segment.Start, t.Segment.Stop)
			} else {
				b.text(t)
			}
		case *mark:
			switch t.form {
			case formMath:
				b.verbatim(t.segment.Start, t.segment.Stop)
			case formMark:
				b.add(r.noteMark(t)...)
			}
		case *ast.AutoLink:
			b.add(&document.Text{Value: manuscript.Clean(string(t.Label(r.body)))})
		}
		if c := n.FirstChild(); c != nil {
			n, depth = c, depth+1
			continue
		}
		for n.NextSibling() == nil && depth > 0 {
			n, depth = n.Parent(), depth-1
		}
		n = n.NextSibling()
	}
	b.flush()
	return b.out
}

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
	b.escaped(n.Segment.Start, stop)
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

// escaped adds body[start:end] with backslash escapes and entities resolved.
func (b *builder) escaped(start, end int) {
	src := b.r.body
	from := start
	for i := start; i < end; i++ {
		switch c := src[i]; {
		case c == '\\' && i+1 < end && util.IsPunct(src[i+1]):
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
	s := string(util.ResolveEntityNames(util.ResolveNumericReferences(ref)))
	if s == "\n" || s == "\t" || s == "\r" {
		s = " "
	}
	return manuscript.Clean(s)
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
		b.escaped(at, at+len(s))
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

func (r *reading) codeSpan(n *ast.CodeSpan) *document.Code {
	var b strings.Builder
	at := -1
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			if at < 0 {
				at = t.Segment.Start
			}
			b.Write(t.Segment.Value(r.body))
		}
	}
	s := strings.ReplaceAll(strings.ReplaceAll(b.String(), "\r\n", " "), "\n", " ")
	for p := n.Parent(); p != nil && strings.Contains(s, `\|`); p = p.Parent() {
		if _, ok := p.(*extast.TableCell); ok {
			s = inCell(s)
			break
		}
	}
	code := &document.Code{Value: manuscript.Clean(s)}
	if at >= 0 {
		code.Pos = r.place(at)
	}
	return code
}

// autoLink converts an address that stands bare or in angle brackets.
func (r *reading) autoLink(n *ast.AutoLink) []document.Inline {
	label := n.Label(r.body)
	// The label is a piece of the body, so its capacity says where it stands.
	at := cap(r.body) - cap(label)
	content := &document.Text{Value: manuscript.Clean(string(label))}
	content.Pos = r.place(at)
	raw := string(n.URL(r.body))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(raw), "mailto:") {
		raw = "mailto:" + raw
	}
	url, ok := manuscript.Address(raw)
	if !ok || r.plain > 0 || r.linked(n) {
		return []document.Inline{content}
	}
	l := &document.Link{URL: url, Content: []document.Inline{content}}
	l.Pos = content.Pos
	return []document.Inline{l}
}

// linked reports whether n stands inside a link.
func (r *reading) linked(n ast.Node) bool {
	for p := n.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		if m, ok := p.(*mark); ok && m.form == formLink {
			return true
		}
	}
	return false
}

// trimRun takes white space off both ends of a run.
func trimRun(run []document.Inline) []document.Inline {
	for len(run) > 0 {
		t, ok := run[0].(*document.Text)
		if !ok {
			break
		}
		s := strings.TrimLeft(t.Value, " \t\n")
		cut := len(t.Value) - len(s)
		if s == "" {
			run = run[1:]
			continue
		}
		t.Value = s
		if !t.Pos.IsZero() {
			t.Pos.Offset += cut
			t.Pos.Column += cut
		}
		break
	}
	for len(run) > 0 {
		switch t := run[len(run)-1].(type) {
		case *document.Text:
			if t.Value = strings.TrimRight(t.Value, " \t\n"); t.Value != "" {
				return run
			}
		case *document.LineBreak:
		default:
			return run
		}
		run = run[:len(run)-1]
	}
	return run
}
