package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/quirepress/quire/source/document"
)

// Line blocks (Pandoc, reStructuredText): verse and addresses, whose lines are
// the author's and begin with a bar and a space. A line without a bar, indented,
// goes on with the one before; a bar alone parts stanzas.

// lineBlock holds a text block for each line, an empty one between stanzas.
type lineBlock struct{ ast.BaseBlock }

var kindLineBlock = ast.NewNodeKind("LineBlock")

func (*lineBlock) Kind() ast.NodeKind         { return kindLineBlock }
func (n *lineBlock) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

// lineBlockTransformer makes line blocks of paragraphs that no table wanted. A
// line with a bar at its other end, too, is the row of a table without its rule,
// and stays as it is.
type lineBlockTransformer struct{ r *reading }

func (t *lineBlockTransformer) Transform(node *ast.Paragraph, _ text.Reader, _ parser.Context) {
	body, lines := t.r.body, node.Lines()
	block := &lineBlock{}
	var last *ast.TextBlock
	for i := range lines.Len() {
		seg := lines.At(i)
		seg = seg.TrimLeftSpace(body)
		line := bytes.TrimRight(body[seg.Start:seg.Stop], " \t\r\n")
		if len(line) == 0 || line[0] != '|' {
			if last == nil || seg.Start == 0 || body[seg.Start-1] != ' ' && body[seg.Start-1] != '\t' {
				return
			}
			last.Lines().Append(seg)
			continue
		}
		if len(line) > 1 && (line[1] != ' ' && line[1] != '\t' || line[len(line)-1] == '|') {
			return
		}
		last = ast.NewTextBlock()
		last.SetPos(seg.Start)
		seg.Start, seg.Padding = seg.Start+1, 0
		if seg.Start < seg.Stop && len(line) > 1 {
			seg.Start++
			last.Lines().Append(seg)
		}
		block.AppendChild(block, last)
	}
	block.SetPos(lines.At(0).Start)
	block.SetBlankPreviousLines(node.HasBlankPreviousLines())
	if a, ok := t.r.attrs[node]; ok {
		t.r.attrs[block] = a
	}
	node.Parent().ReplaceChild(node.Parent(), node, block)
}

// lineBlock converts a line block to a paragraph for each stanza. Spaces that
// indent a line stay.
func (r *reading) lineBlock(n *lineBlock, a *attributes) []document.Block {
	var out []document.Block
	var stanza *document.Paragraph
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Lines().Len() == 0 {
			stanza = nil
			continue
		}
		if stanza == nil {
			stanza = &document.Paragraph{}
			r.attribute(stanza, a, c.Pos())
			out = append(out, stanza)
		} else {
			stanza.Content = append(stanza.Content, &document.LineBreak{})
		}
		first := c.Lines().At(0)
		line := r.body[first.Start:first.Stop]
		if in := len(line) - len(bytes.TrimLeft(line, " \t")); in > 0 && in < len(bytes.TrimRight(line, "\r\n")) {
			stanza.Content = append(stanza.Content, &document.Text{Value: strings.Repeat("\u00a0", in)})
		}
		stanza.Content = append(stanza.Content, r.run(c)...)
	}
	return out
}
