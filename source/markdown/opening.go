package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A comment, a script or a listing of HTML that is never closed goes on to the
// end of the document (CommonMark 0.31.2, 4.6), and all the rest of an article
// would be lost with one "<!--". Here such a block does not begin; what would have
// opened it stays as text.
type htmlOpener struct {
	parser.BlockParser
	r    *reading
	last map[ast.HTMLBlockType]int // where the last end of a kind of block stands
}

// endings are what blocks of HTML that hold more than a paragraph end with.
var endings = map[ast.HTMLBlockType][]string{
	ast.HTMLBlockType1: {"</script>", "</pre>", "</style>", "</textarea>"},
	ast.HTMLBlockType2: {"-->"},
	ast.HTMLBlockType3: {"?>"},
	ast.HTMLBlockType4: {">"},
	ast.HTMLBlockType5: {"]]>"},
}

func (o *htmlOpener) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, start := reader.Position()
	node, state := o.BlockParser.Open(parent, reader, pc)
	n, ok := node.(*ast.HTMLBlock)
	if !ok || len(endings[n.HTMLBlockType]) == 0 || o.ends(n.HTMLBlockType) >= start.Start {
		return node, state
	}
	reader.SetPosition(line, start)
	first, _ := reader.PeekLine()
	o.r.found.Add(warning, "markdown-html-open", o.r.place(start.Start), "what begins here as HTML is never closed; it stays as text: %.40q", bytes.TrimSpace(first))
	return nil, parser.NoChildren
}

func (o *htmlOpener) ends(t ast.HTMLBlockType) int {
	at, ok := o.last[t]
	if !ok {
		at = -1
		for _, e := range endings[t] {
			at = max(at, lastFold(o.r.body, e))
		}
		o.last[t] = at
	}
	return at
}

// lastFold returns where the last occurrence of the ASCII text e begins in s, in
// capitals or not, or -1.
func lastFold(s []byte, e string) int {
	first := e[0]
	for at := len(s); ; {
		at = bytes.LastIndexByte(s[:at], first)
		if at < 0 || len(s)-at >= len(e) && bytes.EqualFold(s[at:at+len(e)], []byte(e)) {
			return at
		}
	}
}
