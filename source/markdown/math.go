package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Formulas are written between dollar signs, as in TeX. So is money: the rules
// are Pandoc's and a few more. An opening dollar sign has a character right
// behind it and no letter or digit before it; a closing one has a character
// right before it and no digit behind it; and what begins with a digit and
// goes on in words is a sum, not a formula.

// mathBlock is a displayed formula.
type mathBlock struct {
	ast.BaseBlock
	done bool
}

var kindMathBlock = ast.NewNodeKind("MathBlock")

func (*mathBlock) Kind() ast.NodeKind         { return kindMathBlock }
func (*mathBlock) IsRaw() bool                { return true }
func (n *mathBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

type mathParser struct{ r *reading }

func (*mathParser) Trigger() []byte { return []byte{'$'} }

func (p *mathParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || !bytes.HasPrefix(line[pos:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	n := &mathBlock{}
	start := seg.Start + pos + 2 - seg.Padding
	rest := line[pos+2:]
	if i := bytes.Index(rest, []byte("$$")); i >= 0 {
		a, at := trailing(string(rest[i+2:]))
		if !util.IsBlank(rest[i+2:]) && (a == nil || at != 0) || util.IsBlank(rest[:i]) {
			return nil, parser.NoChildren // within a line of text
		}
		if a != nil {
			p.r.attrs[n] = a
		}
		n.Lines().Append(text.NewSegment(start, start+i))
		n.done = true
		reader.AdvanceToEOL()
		return n, parser.NoChildren
	}
	if !closes(p.r.body[min(seg.Stop, len(p.r.body)):]) {
		return nil, parser.NoChildren
	}
	if !util.IsBlank(rest) {
		n.Lines().Append(text.NewSegment(start, seg.Stop))
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// closes reports whether a closing "$$" comes before the next blank line.
func closes(rest []byte) bool {
	for len(rest) > 0 {
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		if util.IsBlank(line) {
			return false
		}
		if bytes.Contains(line, []byte("$$")) {
			return true
		}
	}
	return false
}

func (p *mathParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*mathBlock)
	line, seg := reader.PeekLine()
	if n.done || util.IsBlank(line) {
		return parser.Close
	}
	if i := bytes.Index(line, []byte("$$")); i >= 0 {
		if a, at := trailing(string(line[i+2:])); a != nil && at == 0 {
			p.r.attrs[n] = a
		}
		if !util.IsBlank(line[:i]) {
			n.Lines().Append(text.NewSegment(seg.Start, seg.Start+i-seg.Padding))
		}
		n.done = true
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	n.Lines().Append(text.NewSegment(seg.Start, seg.Stop))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (*mathParser) Close(ast.Node, text.Reader, parser.Context) {}
func (*mathParser) CanInterruptParagraph() bool                 { return true }
func (*mathParser) CanAcceptIndentedLine() bool                 { return false }

// inlineMathParser reads formulas within a line of text.
type inlineMathParser struct{ r *reading }

func (*inlineMathParser) Trigger() []byte { return []byte{'$'} }

func (p *inlineMathParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, seg := block.PeekLine()
	fence := 1
	if bytes.HasPrefix(line, []byte("$$")) {
		fence = 2
	}
	end := formula(line[fence:], fence)
	if end < 0 || fence == 1 && (isWord(before) || looksLikeMoney(line[1:1+end])) {
		return nil
	}
	n := &mark{form: formMath, segment: text.NewSegment(seg.Start-seg.Padding+fence, seg.Start-seg.Padding+fence+end)}
	block.Advance(fence + end + fence)
	return n
}

// formula returns the length of the formula at the beginning of s, before its
// closing dollar signs, or -1.
func formula(s []byte, fence int) int {
	if len(s) == 0 || util.IsSpace(s[0]) {
		return -1
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return -1
		case '$':
			switch {
			case i == 0, util.IsSpace(s[i-1]), countByte(s[i:], '$') != fence:
				return -1
			case i+fence < len(s) && util.IsNumeric(s[i+fence]):
				return -1
			}
			return i
		}
	}
	return -1
}

// looksLikeMoney reports whether what stands between two dollar signs is the
// text between two sums: "5 million and ".
func looksLikeMoney(s []byte) bool {
	if !util.IsNumeric(s[0]) || bytes.ContainsAny(s, `\^_=`) {
		return false
	}
	letters := 0
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 {
			if letters++; letters >= 3 {
				return true
			}
		} else {
			letters = 0
		}
	}
	return false
}
