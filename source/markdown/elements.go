package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/quirepress/quire/source/document"
)

// To CommonMark a tag is a tag, and what stands between two of them is text.
// That is wrong for the elements whose content is no prose: what a script does,
// what a style sheet sets, what a browser without frames would show (HTML
// Living Standard, 13.1.2: raw text elements), and for formulas in MathML. Each
// is read as one piece, from its start tag to its end tag.

// closed reports whether an element is read as one piece.
func closed(name string) bool { return name == "math" || silent(name) }

// silent reports whether the content of an element is never prose.
func silent(name string) bool {
	switch name {
	case "script", "style", "iframe", "template", "noembed", "noframes", "svg":
		return true
	}
	return false
}

// elementParser reads elements that are one piece. Its nodes are of the kind of
// goldmark's tags, so that whoever takes a tag for data takes them too. Without
// an end tag an element goes to the end of the paragraph, as a browser would
// have it; but a formula does not begin.
type elementParser struct {
	tags parser.InlineParser // reads the start tag
	// A search for the end of a formula came to nothing between these places:
	// there, none begins.
	from, to int
}

func (*elementParser) Trigger() []byte { return []byte{'<'} }

func (p *elementParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	name, closing := tagOf(string(line[:min(len(line), 16)]))
	if closing || !closed(name) {
		return nil
	}
	startLine, start := block.Position()
	formula := name == "math"
	if formula && p.from <= start.Start && start.Start < p.to {
		return nil
	}
	n, ok := p.tags.Parse(parent, block, pc).(*ast.RawHTML)
	if !ok {
		return nil
	}
	last := n.Segments.At(n.Segments.Len() - 1)
	if bytes.HasSuffix(last.Value(block.Source()), []byte("/>")) {
		return n
	}
	end := last.Stop
	for {
		line, seg := block.PeekLine()
		if line == nil {
			break
		}
		if at := elementEnd(line, name); at > 0 {
			n.Segments.Append(text.NewSegment(seg.Start, seg.Start+at-seg.Padding))
			block.Advance(at)
			return n
		}
		n.Segments.Append(text.NewSegment(seg.Start, seg.Stop))
		end = seg.Stop
		block.AdvanceLine()
	}
	if formula {
		p.from, p.to = start.Start, end
		block.SetPosition(startLine, start)
		return nil
	}
	return n
}

// elementEnd returns where the end tag of an element ends in a line, or 0.
func elementEnd(line []byte, name string) int {
	for from := 0; ; {
		i := bytes.Index(line[from:], []byte("</"))
		if i < 0 {
			return 0
		}
		from += i + 2
		rest := line[from:]
		if len(rest) < len(name) || !strings.EqualFold(string(rest[:len(name)]), name) {
			continue
		}
		rest = rest[len(name):]
		if len(rest) > 0 && (util.IsAlphaNumeric(rest[0]) || rest[0] == '-') {
			continue
		}
		if i := bytes.IndexByte(rest, '>'); i >= 0 {
			return from + len(name) + i + 1
		}
		return len(line)
	}
}

// onePiece converts an element that was read as one piece: a formula, or what
// is kept as data.
func (r *reading) onePiece(name, raw string, offset int) document.Inline {
	pos := r.place(offset)
	if name == "math" {
		m := &document.Math{Format: "mathml", Source: raw}
		m.Pos = pos
		return m
	}
	r.found.Add(warning, "markdown-raw-html", pos, "the HTML element <%s> is kept as data and not printed: %.40q", name, raw)
	h := &document.RawInline{Format: "html", Source: raw}
	h.Pos = pos
	return h
}

// closeUp takes the blank behind an element that is no prose if one stands
// before it, so that not two are left.
func (r *reading) closeUp(n *ast.RawHTML) {
	t, ok := n.NextSibling().(*ast.Text)
	start := n.Segments.At(0).Start
	if !ok || t.Segment.IsEmpty() || start == 0 || !util.IsSpace(r.body[start-1]) || r.body[t.Segment.Start] != ' ' {
		return
	}
	if name, _ := tagOf(source(n, r.body)); silent(name) {
		t.Segment.Start++
	}
}

// displayed returns the block that a paragraph with nothing but a formula in
// MathML is.
func displayed(p *document.Paragraph) document.Block {
	if len(p.Content) == 1 {
		if m, ok := p.Content[0].(*document.Math); ok && m.Format == "mathml" {
			return &document.MathBlock{Attr: p.Attr, Format: m.Format, Source: m.Source}
		}
	}
	return p
}
