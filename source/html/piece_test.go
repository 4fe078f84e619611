package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// pieceOf converts a piece whose holes, written "[#]", hold the paragraph "hole",
// and checks that it makes a valid document.
func pieceOf(t *testing.T, src string) (blocks []document.Block, found diag.List) {
	t.Helper()
	p := Piece{Language: "en", Holes: map[int]Hole{}}
	filled := 0
	for {
		before, after, ok := strings.Cut(src, "[#]")
		p.Source = append(p.Source, before...)
		if !ok {
			break
		}
		p.Holes[len(p.Source)] = func(int, string) []document.Block {
			filled++
			return []document.Block{&document.Paragraph{Content: document.Plain("hole")}}
		}
		p.Source = append(p.Source, HoleTag...)
		src = after
	}
	p.Place = manuscript.NewLines("a.md", p.Source).At
	anchors := map[document.Anchor]bool{}
	p.Anchor = func(id string, _ diag.Position) document.Anchor {
		a := document.Slug(id)
		if anchors[a] {
			return ""
		}
		anchors[a] = true
		return a
	}
	p.Mark = func(text string, pos diag.Position) (int, int, []document.Inline) {
		i := strings.Index(text, "[^1]")
		if i < 0 {
			return 0, 0, nil
		}
		n := &document.Note{Blocks: []document.Block{&document.Paragraph{Content: document.Plain("note")}}}
		n.Pos = pos
		return i, i + 4, []document.Inline{n}
	}
	blocks, found = p.Blocks()
	hidden := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return strings.Contains(d.Message, "is hidden") })
	if filled != len(p.Holes) && !hidden {
		t.Errorf("%d of %d holes were filled", filled, len(p.Holes))
	}
	for _, d := range found {
		if d.Pos.File != "a.md" || d.Pos.Line < 1 || d.Pos.Column < 1 {
			t.Errorf("a finding without a place: %v", d)
		}
	}
	return blocks, found
}

func TestPiece(t *testing.T) {
	for _, c := range []struct{ name, src, want, found string }{
		{"a fold", "<details>\n<summary>More</summary>\n[#]\n</details>", "paragraph(strong(More)) paragraph(hole)", ""},
		{"language", `<div lang="fr" dir="ltr">Bonjour [#]</div>`, "paragraph fr ltr(Bonjour) paragraph fr ltr(hole)", ""},
		{"language of a word", `<p lang="fr">Le <span lang="en">game</span> et <span lang="fr">jeu</span></p>`, "paragraph fr(Le |span en(game)| et jeu)", ""},
		{"no Markdown", "<p>a *b* &amp; <b>c</b></p>", "paragraph(a *b* & |strong(c))", ""},
		{"a cell", "<table><tr><td>[#]</td><td>x</td></tr></table>", "table(row(cell(paragraph(hole))|cell(paragraph(x))))", ""},
		{"not in a cell", "<table>[#]<tr><td>x</td></tr></table>", "paragraph(hole) table(row(cell(paragraph(x))))", ""},
		{"in a line", "<h2>A [#]</h2>", "heading(A |hole)", ""},
		{"in a listing", "<pre>a [#] b</pre>", "code-block(a  b) paragraph(hole)", ""},
		{"a note", "<p>Text[^1] on</p>", "paragraph(Text|note(paragraph(note))| on)", ""},
		{"no note in code", "<pre>[^1]</pre>", "code-block([^1])", ""},
		{"a line across", "<hr>", "thematic-break()", ""},
		{"one cell", "<table><tr><th>a</th></tr></table>", "table(row(cell(paragraph(a))))", ""},
		{"links", `<p><a href="javascript:x">a</a> <a href="data:text/html,x">b</a> <a href="file:///c">c</a> <a href="vbscript:x">d</a> <a href="http://[::1">e</a> <a href="#x">f</a></p>`,
			"paragraph(a b c d e |cross-reference(f))", "html-link-address html-link-address html-link-address html-link-address html-link-address"},
		{"unprinted", "<p>a</p><script>b</script><style>c</style><iframe>d</iframe><form>e <input></form><p>f</p>",
			"paragraph(a) paragraph(f)", "html-not-printed html-not-printed html-not-printed html-not-printed"},
		{"without scripts", "<noscript>shown</noscript>", "paragraph(shown)", ""},
		{"one quotation mark", `<p>a <a href="b>c</a> d</p> e`, `paragraph(a <a href="b>c d) paragraph(e)`, "html-tag-open"},
		{"a comment", "a <!-- b --> c", "paragraph(a c)", ""},
		{"an open comment", "a <!-- b <i>c</i>", "paragraph(a c)", "html-tag-open"},
		{"an open title", "<div>a <title>b</div> <p>c</p>", "paragraph(a b) paragraph(c)", "html-tag-open"},
		{"one's own hole", "<quire-hole quire-at=5>a</quire-hole>", "paragraph(a)", ""},
		{"hidden", `<p hidden>a</p><div style="display: none">b</div><p>c</p>`, "paragraph(c)", "html-not-printed html-not-printed"},
		{"a hole in a form", "<form>[#]</form>", "paragraph(hole)", "html-not-printed"},
		{"a formula", "<math><mi>x</mi></math>", "math-block()", ""},
		{"a picture", `<p><img src="a.png" alt="A" width="50%"></p>`, "paragraph(image())", ""},
		{"rows that hang", "<table><tr><td>a<td rowspan=5>b<tr><td colspan=2>c<td>d<tr><td>e<td>f<td>g</table>",
			"table(row(cell(paragraph(a))|cell(paragraph(b))|cell()|cell())|row(cell(paragraph(c))|cell(paragraph(d))|cell())|row(cell(paragraph(e))|cell(paragraph(f))|cell(paragraph(g))))", ""},
		{"a cell without room", "<table><tr><td>a<td colspan=9 rowspan=2>b<tr><td>c<td>d<td>e</table>",
			"table(row(cell(paragraph(a))|cell(paragraph(b)))|row(cell(paragraph(c)|paragraph(d)|paragraph(e))))", ""},
		{"wide cells", "<table><tr><td colspan=1000000000>a<td>b<tr><td>c<td>d</table>", "table(row(cell(paragraph(a))|cell(paragraph(b)))|row(cell(paragraph(c))|cell(paragraph(d))|cell()))", ""},
		{"a table too wide", "<table><caption>t</caption><tr>" + strings.Repeat("<td>x", 300) + "</table>", "paragraph(t)" + strings.Repeat(" paragraph(x)", 300), "html-table-size"},
	} {
		t.Run(c.name, func(t *testing.T) {
			blocks, found := pieceOf(t, c.src)
			if got := plainSketch(blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			var codes []string
			for _, d := range found {
				codes = append(codes, d.Code)
			}
			if s := strings.Join(codes, " "); s != c.found {
				t.Errorf("found %s: %v", s, found)
			}
		})
	}
}

// plainSketch writes the tree in a line: the kind, language and direction of each
// node with its children, and texts as they are.
func plainSketch(blocks []document.Block) string {
	var node func(document.Node) string
	node = func(n document.Node) string {
		switch n := n.(type) {
		case *document.Text:
			return n.Value
		case *document.CodeBlock:
			return "code-block(" + n.Code + ")"
		}
		s := n.Kind()
		if l := n.Attributes().Lang; l != "" {
			s += " " + l
		}
		if d := n.Attributes().Dir; d != "" {
			s += " " + string(d)
		}
		var in []string
		for c := range document.Children(n) {
			in = append(in, node(c))
		}
		return s + "(" + strings.Join(in, "|") + ")"
	}
	var out []string
	for _, b := range blocks {
		out = append(out, node(b))
	}
	return strings.Join(out, " ")
}

// TestListNumbers reads where lists begin, which way they count, and the numbers
// that items ask for.
func TestListNumbers(t *testing.T) {
	for src, want := range map[string]string{
		"<ol><li>a<li>b</ol>":                            "[1 2]",
		"<ol start=5><li>a<li value=9>b<li>c</ol>":       "[5 9 10]",
		"<ol reversed><li>a<li>b<li>c</ol>":              "[3 2 1]",
		"<ol reversed start=9><li>a<li value=20>b<li>c":  "[9 20 19]",
		"<ol start=x><li value=-1>a<li value=1e9>b</ol>": "[1 2] html-list-number html-list-number html-list-number",
		"<ul><li value=3>a</ul>":                         "[0]",
	} {
		blocks, found := pieceOf(t, src)
		got := fmt.Sprint(blocks[0].(*document.List).Numbers())
		if !blocks[0].(*document.List).Ordered {
			got = "[0]"
		}
		for _, d := range found {
			got += " " + d.Code
		}
		if got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// TestNamedHeaders reads which headers a cell names.
func TestNamedHeaders(t *testing.T) {
	src := `<table><tr><th id=a>A<th id="b c">B<tr><th id=n>North<td headers="a n nowhere n">1<tr><th id=a>twice<td headers="b x a">2</table>`
	blocks, _ := pieceOf(t, src)
	doc, found := read(t, "<article>"+filler+src+filler2+"</article>")
	for _, all := range [][]document.Block{blocks, doc.Blocks} {
		got := ""
		for _, b := range all {
			for n := range document.Nodes(b) {
				if c, ok := n.(*document.Cell); ok && len(c.Headers) > 0 {
					got += fmt.Sprint(c.Headers)
				}
			}
		}
		if got != "[a n][a]" {
			t.Errorf("%s %v", got, found)
		}
	}
}

// FuzzPiece converts pieces with holes, "[#]", and finds each of these once in a
// valid document.
func FuzzPiece(f *testing.F) {
	for _, s := range []string{
		"<details><summary>a</summary>[#]</details>", "<table><tr><td rowspan=3>[#]<td colspan=9>b[#]</table>",
		"<ul><li>a[#]<pre>b[#]</pre><dl><dt>[#]<dd>c</dl>", "<div lang=fr title=\"[#]>a</div> <!-- [#] --> <title>[#]",
		"<select>[#]<option>a</select><form>[#]</form><svg>[#]<math>[#]</math></svg><template>[#]</template>", "<h2>[#]</h2><figure><figcaption>[#]",
		"<a href=x><div>[#]</div></a><b><p>[#]<i>[^1]<p>c", "<frameset>[#]<ruby>a<rt>[#]", "<quire-hole quire-at=0>[#]</quire-hole>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		blocks, _ := pieceOf(t, src)
		doc := &document.Document{Blocks: blocks}
		refs := document.Rewriter{Inline: func(n document.Inline) []document.Inline {
			if x, ok := n.(*document.CrossReference); ok { // resolved by the article around it
				return x.Content
			}
			return []document.Inline{n}
		}}
		refs.Document(doc)
		check(t, doc)
	})
}
