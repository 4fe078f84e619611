package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// div is a fenced container (Pandoc, and many site generators):
//
//	:::warning Mind the step
//	Text.
//	:::
//
// The name may also be a class: ::: {.warning title="Mind the step"}.
type div struct {
	ast.BaseBlock
	name    string
	closed  bool
	colons  int
	heading text.Segment // the title on the opening line
}

var kindDiv = ast.NewNodeKind("Div")

func (*div) Kind() ast.NodeKind         { return kindDiv }
func (n *div) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

type divParser struct{ r *reading }

var divStart = regexp.MustCompile(`^:{3,}[ \t]*([A-Za-z][A-Za-z0-9_-]*)?[ \t]*(.*?)[ \t:]*[\r\n]*$`)

func (*divParser) Trigger() []byte { return []byte{':'} }

func (p *divParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || len(line)-pos < 4 || len(line) > 2000 || divsOpen(pc) >= mostDivs {
		return nil, parser.NoChildren
	}
	m := divStart.FindSubmatchIndex(line[pos:])
	if m == nil {
		return nil, parser.NoChildren
	}
	n := &div{}
	n.colons = countByte(line[pos:], ':')
	if m[2] >= 0 {
		n.name = strings.ToLower(string(line[pos+m[2] : pos+m[3]]))
	}
	rest := string(line[pos+m[4] : pos+m[5]])
	start, end := m[4], m[5]
	a, at := trailing(rest)
	if a != nil {
		p.r.attrs[n] = a
		end = start + at
		rest = rest[:at]
	}
	if n.name == "" && (a == nil || strings.TrimSpace(rest) != "") {
		return nil, parser.NoChildren
	}
	if strings.TrimSpace(rest) != "" {
		n.heading = text.NewSegment(seg.Start+pos-seg.Padding+start, seg.Start+pos-seg.Padding+end)
	}
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// mostDivs is how deeply fences may be nested. Lines inside them need no mark,
// so that each line would pass through all of them.
const mostDivs = 12

func divsOpen(pc parser.Context) int {
	n := 0
	for _, b := range pc.OpenedBlocks() {
		if _, ok := b.Node.(*div); ok {
			n++
		}
	}
	return n
}

func countByte(s []byte, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func (p *divParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	w, pos := util.IndentWidth(line, reader.LineOffset())
	if w < 4 && pos < len(line) && line[pos] == ':' {
		n := countByte(line[pos:], ':')
		if n >= 3 && util.IsBlank(line[pos+n:]) && p.innermost(node, pc) {
			node.(*div).closed = true
			reader.AdvanceToEOL()
			return parser.Close
		}
	}
	return parser.Continue | parser.HasChildren
}

// innermost reports whether a closing fence closes this container: no other
// fence is open inside it.
func (p *divParser) innermost(node ast.Node, pc parser.Context) bool {
	opened := pc.OpenedBlocks()
	for i := len(opened) - 1; i >= 0; i-- {
		switch n := opened[i].Node.(type) {
		case *div:
			return ast.Node(n) == node
		case *ast.FencedCodeBlock, *mathBlock:
			return false
		}
	}
	return false
}

func (p *divParser) Close(node ast.Node, _ text.Reader, _ parser.Context) {
	if n := node.(*div); !n.closed {
		p.r.found.AddHint(warning, "markdown-fence-open", p.r.place(n.Pos()), `close it with ":::"`, "the fence is never closed")
	}
	if n := node.(*div); n.heading.Stop > n.heading.Start {
		title := ast.NewTextBlock()
		title.Lines().Append(n.heading)
		title.SetAttributeString(admonitionTitle, true)
		if first := node.FirstChild(); first != nil {
			node.InsertBefore(node, first, title)
		} else {
			node.AppendChild(node, title)
		}
	}
}

func (*divParser) CanInterruptParagraph() bool { return true }
func (*divParser) CanAcceptIndentedLine() bool { return false }
