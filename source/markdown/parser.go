package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The parser is goldmark's with its block and inline parsers, of which those
// that hostile input could make slow or deep are guarded, and with parsers of
// our own for what goldmark lacks.

const (
	// longest is the length in bytes of the longest paragraph, heading or table
	// line whose inline marks are read. Some inline parsers take quadratic
	// time; no honest paragraph is as long as a book.
	longest = 128 << 10
	// mostCells bounds the cells that a table may have beyond those that are
	// written out.
	mostCells = 200_000
)

// parser returns a parser that records what it finds in r.
func (r *reading) parser() parser.Parser {
	prioritized := util.Prioritized
	stack := &delimiters{}
	blocks := []util.PrioritizedValue{
		prioritized(&setextHeading{parser.NewSetextHeadingParser(), r}, 100),
		prioritized(parser.NewThematicBreakParser(), 200),
		prioritized(&capped{parser.NewListParser(), r}, 300),
		prioritized(parser.NewListItemParser(), 400),
		prioritized(parser.NewCodeBlockParser(), 500),
		prioritized(&atxHeading{parser.NewATXHeadingParser(), r}, 600),
		prioritized(parser.NewFencedCodeBlockParser(), 700),
		prioritized(&mathParser{r}, 750),
		prioritized(&capped{parser.NewBlockquoteParser(), r}, 800),
		prioritized(&capped{&divParser{r}, r}, 850),
		prioritized(&htmlOpener{parser.NewHTMLBlockParser(), r, map[ast.HTMLBlockType]int{}}, 900),
		prioritized(&capped{&noteParser{r}, r}, 950),
		prioritized(&capped{extension.NewDefinitionListParser(), r}, 101),
		prioritized(extension.NewDefinitionDescriptionParser(), 102),
		prioritized(parser.NewParagraphParser(), 1000),
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(
			prioritized(extension.NewTaskCheckBoxParser(), 0),
			prioritized(parser.NewCodeSpanParser(), 100),
			prioritized(&inlineMathParser{r}, 150),
			prioritized(&bracketParser{r: r, stack: stack}, 200),
			prioritized(parser.NewAutoLinkParser(), 300),
			prioritized(&elementParser{tags: parser.NewRawHTMLParser()}, 390),
			prioritized(parser.NewRawHTMLParser(), 400),
			prioritized(&emphasisParser{stack}, 500),
			prioritized(extension.NewLinkifyParser(), 999),
		),
		parser.WithParagraphTransformers(
			prioritized(&overlongTransformer{r}, 10),
			prioritized(&abbreviationTransformer{r}, 20),
			prioritized(&admonitionTransformer{}, 30),
			prioritized(parser.LinkReferenceParagraphTransformer, 100),
			prioritized(&attributeTransformer{r}, 150),
			prioritized(&tableTransformer{extension.NewTableParagraphTransformer(), r}, 200),
			prioritized(&lineBlockTransformer{r}, 300),
		),
	)
}

// capped refuses to open a container below the deepest level; what would have
// opened it stays as text.
type capped struct {
	parser.BlockParser
	r *reading
}

func (c *capped) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < c.r.depth {
		return c.BlockParser.Open(parent, reader, pc)
	}
	if line, seg := reader.PeekLine(); containerMark.Match(line[:min(len(line), 40)]) {
		c.r.tooDeep(seg.Start)
	}
	return nil, parser.NoChildren
}

var containerMark = regexp.MustCompile(`^[ \t]*(?:>|(?:[-*+:]|[0-9]{1,9}[.)])[ \t])`)

// atxHeading leaves overlong lines to the paragraph and reads attributes.
type atxHeading struct {
	parser.BlockParser
	r *reading
}

func (h *atxHeading) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); len(line) > longest {
		return nil, parser.NoChildren
	}
	node, state := h.BlockParser.Open(parent, reader, pc)
	if node != nil {
		h.r.headingAttributes(node)
	}
	return node, state
}

type setextHeading struct {
	parser.BlockParser
	r *reading
}

func (h *setextHeading) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if last := pc.LastOpenedBlock().Node; last != nil && extent(last.Lines()) > longest {
		return nil, parser.NoChildren
	}
	return h.BlockParser.Open(parent, reader, pc)
}

func (h *setextHeading) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, reader, pc)
	if node.Parent() != nil {
		h.r.headingAttributes(node)
	}
}

// headingAttributes takes the attributes off the end of a heading.
func (r *reading) headingAttributes(node ast.Node) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	a, end := trailing(string(last.Value(r.body)))
	if a == nil {
		return
	}
	r.attrs[node] = a
	last.Stop = last.Start + max(end-last.Padding, 0)
	last.ForceNewline = false
	if last.IsEmpty() {
		lines.SetSliced(0, lines.Len()-1)
		return
	}
	lines.Set(lines.Len()-1, last)
}

// extent returns the bytes from the beginning to the end of a block.
func extent(lines *text.Segments) int {
	if lines == nil || lines.Len() == 0 {
		return 0
	}
	return lines.At(lines.Len()-1).Stop - lines.At(0).Start
}

// overlong is a paragraph whose inline marks are not read.
type overlong struct{ ast.BaseBlock }

var kindOverlong = ast.NewNodeKind("Overlong")

func (*overlong) Kind() ast.NodeKind         { return kindOverlong }
func (*overlong) IsRaw() bool                { return true }
func (n *overlong) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

type overlongTransformer struct{ r *reading }

func (t *overlongTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if extent(lines) <= longest {
		return
	}
	n := &overlong{}
	n.SetPos(lines.At(0).Start)
	n.SetBlankPreviousLines(node.HasBlankPreviousLines())
	n.SetLines(lines)
	node.Parent().ReplaceChild(node.Parent(), node, n)
	t.r.overlong(lines.At(0).Start)
}

// tableTransformer keeps attributes and refuses tables that would have many
// more cells than the text writes out: short rows below a long header are
// filled up.
type tableTransformer struct {
	parser.ParagraphTransformer
	r *reading
}

func (t *tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() < 2 {
		return
	}
	columns, rows := 0, lines.Len()
	for i := range min(rows, 64) {
		line := lines.At(i)
		n := 1
		for _, c := range line.Value(t.r.body) {
			if c == '|' {
				n++
			}
		}
		columns = max(columns, n)
	}
	if columns*rows > mostCells && columns*rows > 2*extent(lines) {
		return
	}
	parent, a := node.Parent(), t.r.attrs[node]
	t.ParagraphTransformer.Transform(node, reader, pc)
	if table := parent.LastChild(); a != nil && table != ast.Node(node) && node.Parent() == nil {
		t.r.attrs[table] = a
	}
}
