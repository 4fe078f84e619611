package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quirepress/quire/source/document"
)

// note is the definition of a footnote:
//
//	[^label]: Text, which may go on
//
//	    in paragraphs indented by four spaces.
//
// goldmark's own extension looks every mark up in a list and sorts that list by
// insertion, which takes quadratic time; here marks find their note in a map.
type note struct {
	ast.BaseBlock
	label string
}

var kindNote = ast.NewNodeKind("Note")

func (*note) Kind() ast.NodeKind         { return kindNote }
func (n *note) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// definition is a note with what became of it.
type definition struct {
	node  *note
	open  bool           // it is being converted
	made  *document.Note // at its first mark
	marks int
}

type noteParser struct{ r *reading }

var noteStart = regexp.MustCompile(`^\[\^([^\s\[\]]{1,200})\]:`)

func (*noteParser) Trigger() []byte { return []byte{'['} }

func (p *noteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	m := noteStart.FindSubmatch(line[pos:])
	if m == nil {
		return nil, parser.NoChildren
	}
	n := &note{label: string(m[1])}
	if _, twice := p.r.notes[n.label]; twice {
		p.r.found.Add(warning, "markdown-note-twice", p.r.place(seg.Start), "the note %q is written twice; the first counts", n.label)
	} else {
		p.r.notes[n.label] = &definition{node: n}
		p.r.labels = append(p.r.labels, n.label)
	}
	reader.Advance(pos + len(m[0]))
	return n, parser.HasChildren
}

func (*noteParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (*noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (*noteParser) CanInterruptParagraph() bool                 { return true }
func (*noteParser) CanAcceptIndentedLine() bool                 { return false }
