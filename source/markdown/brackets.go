package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Everything in square brackets is read here, after CommonMark's algorithm
// ("look for link or image"): links, images, and, beyond CommonMark, marks of
// notes [^label], notes in place ^[text], and spans [text]{.class lang=fr}.

// form says what a mark is.
type form int

const (
	formOpen form = iota // an opening bracket, or what is left of one
	formLink
	formImage
	formSpan
	formNote // a note in place
	formMark // the mark of a note
	formMath
)

// mark is an inline node that goldmark does not know.
type mark struct {
	ast.BaseInline
	form form
	// segment holds the bracket itself, a note's label or a formula.
	segment     text.Segment
	destination []byte
	title       []byte
	titleAt     int // where the title stands in the body, or -1
	attrs       *attributes
	bottom      *delimiter // the last delimiter before the bracket
}

var kindMark = ast.NewNodeKind("Mark")

func (*mark) Kind() ast.NodeKind         { return kindMark }
func (n *mark) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// bracketParser keeps the open brackets of the block that is being parsed.
type bracketParser struct {
	r     *reading
	stack *delimiters
	open  []*mark
	// linked is the number of open brackets that hold a link and so cannot
	// become one.
	linked int
}

func (*bracketParser) Trigger() []byte { return []byte{'!', '[', ']', '^'} }

func (p *bracketParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	switch line[0] {
	case '!', '^':
		if len(line) < 2 || line[1] != '[' {
			return nil
		}
		if p.r.noteLabel(line[1:]) > 0 {
			return nil // the mark of a note behind an exclamation mark
		}
		return p.push(block, seg, 2)
	case '[':
		if n := p.r.noteLabel(line); n > 0 {
			m := &mark{form: formMark, segment: text.NewSegment(seg.Start-seg.Padding+2, seg.Start-seg.Padding+n-1)}
			block.Advance(n)
			return m
		}
		if m := noteForm.FindSubmatch(line[:min(len(line), 210)]); m != nil {
			p.r.found.Add(warning, "markdown-note-missing", p.r.place(seg.Start-seg.Padding), "there is no note %q; its mark stays as text", m[1])
		}
		return p.push(block, seg, 1)
	}
	return p.close(parent, block, seg, pc)
}

var noteForm = regexp.MustCompile(`^\[\^([^\s\[\]]+)\](?:[^(\[{]|$)`)

// noteLabel returns the length of the mark of a note that exists, or 0.
func (r *reading) noteLabel(line []byte) int {
	if len(line) < 4 || line[1] != '^' {
		return 0
	}
	end := bytes.IndexByte(line[:min(len(line), 210)], ']')
	if end < 3 {
		return 0
	}
	if _, ok := r.notes[string(line[2:end])]; ok {
		return end + 1
	}
	return 0
}

func (p *bracketParser) push(block text.Reader, seg text.Segment, width int) ast.Node {
	start := seg.Start - seg.Padding
	m := &mark{segment: text.NewSegment(start, start+width), bottom: p.stack.last, titleAt: -1}
	block.Advance(width)
	p.open = append(p.open, m)
	return m
}

// close tries to make something of the text since the last open bracket.
func (p *bracketParser) close(parent ast.Node, block text.Reader, seg text.Segment, pc parser.Context) ast.Node {
	if len(p.open) == 0 {
		return nil
	}
	index := len(p.open) - 1
	m := p.open[index]
	p.open = p.open[:index]
	mayLink := index >= p.linked
	p.linked = min(p.linked, index)
	opening := p.r.body[m.segment.Start]
	inner := text.NewSegment(m.segment.Stop, seg.Start-seg.Padding)
	block.Advance(1)
	line, pos := block.Position()
	back := func() { block.SetPosition(line, pos) }

	found := formOpen
	switch {
	case opening == '^':
		if inner.Stop > inner.Start {
			found = formNote
		}
	case opening == '!' || mayLink:
		if p.inline(m, block) {
			found = formLink
		} else if back(); p.reference(m, inner, block, pc) {
			found = formLink
		} else {
			back()
		}
	}
	if found == formLink && opening == '!' {
		found = formImage
	}
	if rest, _ := block.PeekLine(); (found != formOpen || opening == '[') && len(rest) > 1 && rest[0] == '{' {
		if a, n := parseAttributes(string(rest[:min(len(rest), 2000)])); n > 0 {
			m.attrs = a
			block.Advance(n)
			if found == formOpen {
				found = formSpan
			}
		}
	}
	if found == formOpen {
		// Not a bracket after all: it stays as text.
		ast.MergeOrReplaceTextSegment(parent, m, m.segment)
		back()
		return nil
	}
	m.form = found
	p.stack.process(m.bottom)
	for c := m.NextSibling(); c != nil; {
		next := c.NextSibling()
		m.AppendChild(m, c)
		c = next
	}
	if found == formLink {
		p.linked = len(p.open)
	}
	m.SetPos(m.segment.Start)
	// The parser appends what it is given: m moves to where it stands.
	return m
}

// CloseBlock turns what is still open at the end of a block into text.
func (p *bracketParser) CloseBlock(parent ast.Node, _ text.Reader, _ parser.Context) {
	for _, m := range p.open {
		if m.Parent() != nil {
			ast.MergeOrReplaceTextSegment(m.Parent(), m, m.segment)
		}
	}
	p.open, p.linked = nil, 0
}

// inline reads "(destination "title")" behind the closing bracket.
func (p *bracketParser) inline(m *mark, block text.Reader) bool {
	if block.Peek() != '(' {
		return false
	}
	block.Advance(1)
	block.SkipSpaces()
	var ok bool
	if block.Peek() == ')' {
		block.Advance(1)
		m.destination, m.title = nil, nil
		return true
	}
	if m.destination, ok = destination(block); !ok {
		return false
	}
	_, spaces, _ := block.SkipSpaces()
	m.title, m.titleAt = nil, -1
	if c := block.Peek(); spaces > 0 && (c == '"' || c == '\'' || c == '(') {
		if !p.linkTitle(m, c, block) {
			return false
		}
		block.SkipSpaces()
	}
	if block.Peek() != ')' {
		return false
	}
	block.Advance(1)
	return true
}

func (p *bracketParser) linkTitle(m *mark, opener byte, block text.Reader) bool {
	closer := opener
	if opener == '(' {
		closer = ')'
	}
	block.Advance(1)
	segments, ok := block.FindClosure(opener, closer, text.FindClosureOptions{Newline: true, Advance: true})
	if !ok {
		return false
	}
	m.title = []byte{}
	for i := range segments.Len() {
		s := segments.At(i)
		m.title = append(m.title, s.Value(p.r.body)...)
	}
	if segments.Len() == 1 {
		m.titleAt = segments.At(0).Start
	}
	return true
}

// destination reads a link's destination: in angle brackets, or up to a space
// with its parentheses balanced.
func destination(block text.Reader) ([]byte, bool) {
	line, _ := block.PeekLine()
	if len(line) > 0 && line[0] == '<' {
		for i := 1; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case '<', '\n':
				return nil, false
			case '>':
				block.Advance(i + 1)
				return line[1:i], true
			}
		}
		return nil, false
	}
	depth, i := 0, 0
loop:
	for ; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '\\' && i+1 < len(line) && util.IsPunct(line[i+1]):
			i++
		case c == '(':
			if depth++; depth > 32 {
				return nil, false
			}
		case c == ')':
			if depth--; depth < 0 {
				break loop
			}
		case c <= ' ' || c == 0x7f:
			break loop
		}
	}
	if i == 0 || depth > 0 {
		return nil, false
	}
	block.Advance(i)
	return line[:i], true
}

// reference reads "[label]", "[]" or nothing behind the closing bracket and
// looks the label up.
func (p *bracketParser) reference(m *mark, inner text.Segment, block text.Reader, pc parser.Context) bool {
	const longestLabel = 999 // CommonMark
	label, have := []byte(nil), false
	line, pos := block.Position()
	if block.Peek() == '[' {
		block.Advance(1)
		segments, ok := block.FindClosure('[', ']', text.FindClosureOptions{Newline: true, Advance: true})
		if ok && extent(segments) <= longestLabel {
			for i := range segments.Len() {
				s := segments.At(i)
				label = append(label, s.Value(p.r.body)...)
			}
			have = !util.IsBlank(label)
		} else {
			block.SetPosition(line, pos)
		}
	}
	if !have {
		if inner.Len() <= 0 || inner.Len() > longestLabel {
			return false
		}
		label = block.Value(inner)
	}
	ref, ok := pc.Reference(util.ToLinkReference(label))
	if !ok {
		return false
	}
	m.destination, m.title, m.titleAt = ref.Destination(), ref.Title(), -1
	return true
}
