package markdown

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/html"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Blocks of HTML in Markdown are what Markdown cannot say: something centred, a
// table whose cells span, a fold with its label. They are read by the reader of
// web pages, so that an element means the same to both. An element may begin in
// one block and end in another, with Markdown between them (CommonMark 0.31.2,
// 4.6): such blocks are read as one piece of HTML, with holes for the Markdown.

// mostMarkup is how deeply elements of HTML may nest, those around Markdown that
// holds further ones included.
const mostMarkup = 40

// together finds, for the blocks of HTML right below a block, the last one that
// each belongs with, and reports elements that are never closed.
func (r *reading) together(parent ast.Node) {
	if r.grouped[parent] {
		return
	}
	r.grouped[parent] = true
	var blocks []*ast.HTMLBlock
	var pieces [][]byte
	var parts []*passage
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.HTMLBlock); ok {
			p := &passage{r: r}
			if !declaration(h) {
				p.html(h)
			}
			blocks, parts, pieces = append(blocks, h), append(parts, p), append(pieces, p.src)
		}
	}
	last, open := html.Together(pieces)
	for i, h := range blocks {
		r.groups[h] = blocks[last[i]]
	}
	type kind struct {
		piece int
		name  string
	}
	firsts, count := map[kind]int{}, map[kind]int{}
	for i, o := range open {
		h := blocks[o.Piece]
		r.closing[h] = append(r.closing[h], "</"+o.Name+">"...)
		k := kind{o.Piece, o.Name}
		if first, ok := firsts[k]; !ok || o.Offset < open[first].Offset {
			firsts[k] = i
		}
		count[k]++
	}
	for i, o := range open {
		k := kind{o.Piece, o.Name}
		if firsts[k] != i {
			continue
		}
		pos := parts[o.Piece].place(o.Offset)
		often := ""
		if n := count[k]; n > 1 {
			often = fmt.Sprintf(", and %d more in this block", n-1)
		}
		if o.Known {
			r.found.Add(info, "markdown-html-open", pos, "the element <%s> is never closed%s; it is taken to end with its block", o.Name, often)
		} else {
			r.found.AddHint(warning, "markdown-html-open", pos, `if no tag is meant, write "&lt;"`, "<%s> is no element of HTML, and is never closed%s; it is left out", o.Name, often)
		}
	}
}

// html converts a block of HTML with all that belongs to it, and returns the
// last block of that.
func (r *reading) html(n *ast.HTMLBlock) ([]document.Block, ast.Node) {
	r.together(n.Parent())
	last := ast.Node(r.groups[n])
	p := &passage{r: r}
	for at := ast.Node(n); ; {
		h, ok := at.(*ast.HTMLBlock)
		if ok && !declaration(h) {
			if prev, after := at.PreviousSibling().(*ast.HTMLBlock); after && at != ast.Node(n) && !declaration(prev) {
				p.hole(at, at) // no tag goes on from one block to the next
			}
			p.html(h)
		} else {
			// What stands up to the next block of HTML is one hole.
			first, end := at, at.NextSibling()
			for !ok && end != nil && end.Kind() != ast.KindHTMLBlock {
				end = end.NextSibling()
			}
			p.hole(first, end)
			at = end.PreviousSibling()
		}
		if at == last {
			break
		}
		at = at.NextSibling()
	}
	piece := html.Piece{
		Source: p.src, Holes: p.holes, Place: p.place,
		Language: r.language, Depth: max(mostMarkup-r.markup, 1),
		Anchor: r.claim, Mark: r.noteIn,
		Line: func(content []document.Inline, language string) []document.Inline {
			outer := r.language
			r.language = language
			content = r.polish(content)
			r.language = outer
			return content
		},
	}
	blocks, found := piece.Blocks()
	r.found = append(r.found, found...)
	return blocks, last
}

// declaration reports whether a block that the parser takes for HTML holds an
// instruction for a program or a declaration, and so no element.
func declaration(n *ast.HTMLBlock) bool {
	switch n.HTMLBlockType {
	case ast.HTMLBlockType3, ast.HTMLBlockType4, ast.HTMLBlockType5:
		return true
	}
	return false
}

// raw keeps a declaration as data. That of a document's type says nothing here.
func (r *reading) raw(n *ast.HTMLBlock) []document.Block {
	p := &passage{r: r}
	p.html(n)
	b := &document.RawBlock{Format: "html", Source: strings.TrimSpace(manuscript.Clean(strings.ReplaceAll(string(p.src), "\r\n", "\n")))}
	b.Pos = r.place(n.Pos())
	if len(b.Source) > 9 && strings.EqualFold(b.Source[:9], "<!doctype") {
		return nil
	}
	r.found.Add(warning, "markdown-raw-html", b.Pos, "a block of HTML is kept as data and not printed: %.80q", b.Source)
	return []document.Block{b}
}

// passage is a row of blocks that is read as one piece of HTML.
type passage struct {
	r     *reading
	src   []byte
	lines []line
	holes map[int]html.Hole
}

// line says where a line of a passage stands in the body.
type line struct{ at, body, padding int }

func (p *passage) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		p.lines = append(p.lines, line{len(p.src), s.Start, s.Padding})
		p.src = append(p.src, s.Value(p.r.body)...)
	}
	if n.HasClosure() {
		s := n.ClosureLine
		p.lines = append(p.lines, line{len(p.src), s.Start, s.Padding})
		p.src = append(p.src, s.Value(p.r.body)...)
	}
	p.src = append(p.src, p.r.closing[n]...)
	if len(p.src) > 0 && !bytes.HasSuffix(p.src, []byte("\n")) {
		p.src = append(p.src, '\n')
	}
}

// hole leaves room for the blocks from first up to, not including, end.
func (p *passage) hole(first, end ast.Node) {
	if p.holes == nil {
		p.holes = map[int]html.Hole{}
	}
	p.lines = append(p.lines, line{len(p.src), first.Pos(), 0})
	p.holes[len(p.src)] = func(depth int, language string) []document.Block {
		r := p.r
		outer := r.language
		r.language = language
		r.markup += depth
		out := r.sequence(first, end)
		r.markup -= depth
		r.language = outer
		return out
	}
	p.src = append(p.src, html.HoleTag...)
	p.src = append(p.src, '\n')
}

// place returns where the byte of the passage at offset stands.
func (p *passage) place(offset int) diag.Position {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].at > offset }) - 1
	if i < 0 {
		return p.r.place(0)
	}
	l := p.lines[i]
	return p.r.place(l.body + max(offset-l.at-l.padding, 0))
}

// claim gives out the anchor that an element of HTML asks for.
func (r *reading) claim(id string, pos diag.Position) document.Anchor {
	a := anchorOf(id)
	switch {
	case r.plain > 0 || a == "":
		return ""
	case r.anchors[a]:
		r.found.Add(warning, "markdown-anchor-twice", pos, "the anchor %q stands twice; the first counts", id)
		return ""
	}
	r.anchors[a] = true
	return a
}

// noteIn finds the first mark of a note in a text of HTML.
func (r *reading) noteIn(text string, pos diag.Position) (begin, end int, mark []document.Inline) {
	for {
		i := strings.Index(text[begin:], "[^")
		if i < 0 {
			return 0, 0, nil
		}
		begin += i
		if n := r.noteLabel([]byte(text[begin:min(len(text), begin+210)])); n > 0 {
			return begin, begin + n, r.noteMark(text[begin+2:begin+n-1], pos)
		}
		begin += 2
	}
}

// noted returns texts that are no Markdown, such as the title of an image, with
// the notes whose marks stand in them.
func (r *reading) noted(content []document.Inline) []document.Inline {
	var out []document.Inline
	for _, n := range content {
		t, ok := n.(*document.Text)
		for ok {
			begin, end, mark := r.noteIn(t.Value, t.Pos)
			if len(mark) == 0 {
				break
			}
			before, after := *t, *t
			before.Value, after.Value = t.Value[:begin], t.Value[end:]
			if !t.Pos.IsZero() {
				after.Pos.Offset += end
				after.Pos.Column += end
				mark[0].Attributes().Pos.Offset += begin
				mark[0].Attributes().Pos.Column += begin
			}
			if before.Value != "" {
				out = append(out, &before)
			}
			out = append(out, mark...)
			t = &after
			n = t
		}
		if !ok || t.Value != "" {
			out = append(out, n)
		}
	}
	return out
}
