package markdown

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// checkInvariants fails the test where a document breaks what Read promises.
func checkInvariants(t *testing.T, src []byte, doc *document.Document, found diag.List) {
	t.Helper()
	// Package source loads images; here each stands for a resource.
	names := map[string]bool{}
	for img := range document.Each[*document.Image](doc) {
		if img.Resource == "" {
			img.Resource = "empty"
		}
		if !names[img.Resource] {
			names[img.Resource] = true
			doc.Resources = append(doc.Resources, document.Resource{Name: img.Resource})
		}
	}
	cover := doc.Metadata.Cover
	doc.Metadata.Cover = ""
	if err := doc.Validate(); err != nil {
		t.Errorf("not valid: %v", err)
	}
	doc.Metadata.Cover = cover
	clean := utf8.Valid(src) && document.ValidText(strings.ReplaceAll(string(src), "\r\n", "\n"))
	for n := range document.Each[*document.Text](doc) {
		p := n.Pos
		if n.Value == "" {
			t.Errorf("an empty text at %v", p)
		}
		if p.IsZero() || !clean {
			continue
		}
		if p.Offset < 0 || p.Offset > len(src) {
			t.Fatalf("a text stands outside the file: %v %q", p, n.Value)
		}
		want := strings.TrimSuffix(n.Value, " ")
		if !bytes.HasPrefix(src[p.Offset:], []byte(want)) && utf8.RuneCountInString(n.Value) > 3 {
			t.Errorf("%v: the source has %.60q, the text %q", p, src[p.Offset:], n.Value)
		}
		if line := 1 + bytes.Count(src[:p.Offset], []byte{'\n'}); p.Line != line {
			t.Errorf("offset %d is on line %d, not %d", p.Offset, line, p.Line)
		}
		if column := p.Offset - bytes.LastIndexByte(src[:p.Offset], '\n'); p.Column != column {
			t.Errorf("offset %d is in column %d, not %d", p.Offset, column, p.Column)
		}
	}
	for _, d := range found {
		if !strings.HasPrefix(d.Code, "markdown-") && !strings.HasPrefix(d.Code, "html-") || d.Message == "" {
			t.Errorf("a finding without code or message: %v", d)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, found, err := Read("fuzz.md", src, Options{Depth: 12})
		if err != nil {
			t.Fatal(err)
		}
		checkInvariants(t, src, doc, found)
	})
}

var fuzzSeeds = []string{
	"# Title\n\nText with *emphasis* and **strong** \"words\".\n",
	"---\ntitle: x\nauthors: [a, {name: b, role: editor}]\nglossary:\n  - {term: a, definition: b}\nchapters: [a.md, {part: p, chapters: [b.md]}]\n---\ntext",
	"a[^1] b^[in *place*] [^1]\n\n[^1]: note [^2]\n\n    more\n[^2]: other [^1]\n",
	"> [!NOTE] Title\n> text\n> — name\n\n:::warning\n- a\n  - [x] b\n:::\n",
	"| a | b |\n|---|:-:|\n| `x\\|y` | z |\n\nTable: cap {#t}\n\n[](#t) [x](#t){.page}\n",
	"![a *b*](c.png \"d\"){#e}\n\n![a](b.png)\n*cap*\n\nFigure: more\n",
	"T\n: d\n: e\n\n$x$ $5 and $6\n\n$$\na\n$$\n",
	"*[AB]: Alpha Beta\n\nAB 'AB' \"AB\" <sup>AB</sup> <abbr title=x>AB</abbr> <a id=q></a> <b>x",
	"```go {#id .c caption=\"x\"}\ncode\n```\n\n    code\n\n<div>\nraw\n</div>\n<!-- c -->\n",
	"[a][b] [b] [c](<d e> 'f') http://x.y <z@w.v> [l]{lang=de \"x\"}\n\n[b]: /u \"t\"\n",
	"a\\\nb  \nc &amp; &#x41; \\* -- --- ... 'tis \"a 'b' c\" 5'6\"",
	"Title\n=====\n\nSub {#s}\n---\n\n####### no\n#### deep\n",
	"\ufeff# bom\r\n\r\ntext\rmac\n",
	"a <script>*b*</script> c <math><mi>x</mi></math> <style>\n\n<p id=a>x <a href=#a>y</a>\\*<h2>z<ul><li>a<ol><li>b</ol><table>c<tr><td colspan=2>d<table><th>e\n",
	"> <figure><img src=a><figcaption>b</figure><iframe>\n> <blockquote>x\r\n> <center><math><mi>x</mi></math><hr>\n\n</td><li>",
	"<details>\n<summary>a[^1]</summary>\n\n- b\n\n<table><tr><td rowspan=9 colspan=8>\n\n**c**\n\n</td><td headers=x>d</table>\n</details>\n\n[^1]: <p>e\n",
	"<div title=\"a>\n\nb\n\n<!-- c\n\n<p lang=fr dir=rtl id=x>d <script>\n\n</div>\n\n<?e ?>\n<![CDATA[f]]>\n<!X>",
	"<ol reversed start=9 type=a><li value=3>a<ruby>b<rt>c</ruby></ol><select><option>d</select><form>e<input></form><quire-hole>f</quire-hole>\n\n<pre>g\n\n</pre>",
	"<p>[^1] <a href=javascript:x>y</a> <a href=#z>w</a><svg><p>v</svg> <template>u</template><frameset><p>t<title>s\n\n> <td>\n>\n> r\n>\n> </td>\n\n[^1]: q",
	"a\x00b \xff \u0085 \ufffe\n",
}
