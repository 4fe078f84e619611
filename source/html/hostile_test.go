package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestHostile reads pages that are made to break readers.
func TestHostile(t *testing.T) {
	const n = 10000
	for name, src := range map[string]string{
		"divs":     strings.Repeat("<div>", n) + "text",
		"tables":   strings.Repeat("<table><tr><td>", n) + "text",
		"lists":    strings.Repeat("<ul><li>", n) + "text",
		"quotes":   strings.Repeat("<blockquote>", n) + "text",
		"emphasis": strings.Repeat("<b><i>", n) + strings.Repeat("<p>text", n),
		"formatted": func() string { // distinct attributes defeat the limit of three
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "<a id=%d><p>", i)
			}
			return b.String()
		}(),
		"ids":             strings.Repeat("<p id='a!'><a href='#a!'>x</a>", n),
		"related":         strings.Repeat("<p>Related</p><hr>", n) + filler,
		"cites":           "<blockquote>" + strings.Repeat("<cite></cite>", n) + "</blockquote>",
		"notes":           "<ul><li>" + strings.Repeat("<sup id=a><a href=#a>1</a></sup>", n),
		"spans":           "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=65000>x", 50) + strings.Repeat("<tr><td>y", 500),
		"svg":             "<svg>" + strings.Repeat("<g>", n) + "text",
		"svg rows":        "<svg>" + strings.Repeat("<tr>", n) + "text",
		"entities":        strings.Repeat("&amp;&#0;&#xFFFF;&#x110000;&bogus;", n),
		"unclosed":        "<p>" + filler + "<!-- <script>",
		"nul":             "<p>a\x00b\x01\xff</p>" + filler,
		"json":            "<script type='application/ld+json'>" + strings.Repeat("[", n) + "</script>" + filler,
		"nothing":         "",
		"quotation marks": "<p>" + strings.Repeat("<a b='<a b=", n) + ">",
		"comments":        "<p>" + strings.Repeat("<!-- a >", n),
		"raw":             "<p>" + strings.Repeat("<textarea>a<title>b", n),
		"attributes": strings.Repeat("<b"+func() string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, " a%d=%d", i, i)
			}
			return b.String()
		}()+">x", 20),
		"columns": "<table><tr><td colspan=1000000000>a<td>b" + strings.Repeat("<tr><td>c", n),
		"cells":   "<table><tr>" + strings.Repeat("<td>a", 200) + strings.Repeat("<tr><td>b", n),
		"spaces":  " \n\t ",
		"frames":  "<frameset><frame src=a></frameset>",
	} {
		t.Run(name, func(t *testing.T) { read(t, src) })
	}
}

// TestNeverClosed shows that what is opened and never closed does not swallow
// the rest of the article.
func TestNeverClosed(t *testing.T) {
	for _, open := range []string{"<!-- a remark > ", "<a href=\"x>link</a> ", "<textarea>", "<title>", "<xmp>", "<plaintext>", "<noframes>"} {
		doc, found := read(t, "<article>"+filler+"<p>"+open+"not lost</p>"+filler2+"</article>")
		if !strings.Contains(sketch(doc.Blocks), "not lost") {
			t.Errorf("%.20s: text was lost", open)
		}
		if len(found) == 0 || found[0].Code != "html-tag-open" || found[0].Pos.Line != 3 {
			t.Errorf("%.20s: findings: %v", open, found)
		}
	}
	for _, open := range []string{"<script>code", "<style>code", "<img src=\"x"} { // a page that was cut off
		doc, _ := read(t, "<article>"+filler+open)
		if s := sketch(doc.Blocks); !strings.Contains(s, "unnecessary") || strings.Contains(s, "code") || strings.Contains(s, "src") {
			t.Errorf("%s: %s", open, s)
		}
	}
}

// TestDeep shows that depth is limited, with a finding, and no text is lost.
func TestDeep(t *testing.T) {
	doc, found := read(t, "<body>"+filler+strings.Repeat("<div><ul><li>", 400)+"the innermost word"+filler2)
	if !strings.Contains(sketch(doc.Blocks), "the innermost word") {
		t.Error("text was lost")
	}
	if len(found) == 0 || found[0].Code != "html-too-deep" {
		t.Errorf("findings: %v", found)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<article><h1>T</h1>" + filler + "</article>")
	f.Add("<table><tr><td colspan=2>a<td rowspan=3>b<tr><th>c</table>")
	f.Add("<p>a<sup><a href=#n>1</a></sup><ol><li id=n>b<a href=#x>c</a></ol>")
	f.Add("<dl><dt>a<dd>b</dl><figure><img src=x><figcaption>c</figure><blockquote>q<footer>r</footer></blockquote>")
	f.Add("<math><mi>x</mi></math><pre><code class=language-go>a</code></pre><svg><p>b")
	f.Fuzz(func(t *testing.T, src string) {
		doc, _, err := Read("page.html", []byte(src), Options{})
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc)
		again, _, _ := Read("page.html", []byte(src), Options{})
		if a, b := sketch(doc.Blocks), sketch(again.Blocks); a != b {
			t.Fatalf("two readings differ:\n%s\n%s", a, b)
		}
	})
}
