package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// TestShort shows that pages of few words keep them.
func TestShort(t *testing.T) {
	const n = 10000
	for _, c := range []struct{ name, in, title, want string }{
		{"a sentence", `<html><body><h1>Page Title</h1><p>Some text here for the page that is long enough.</p></body></html>`, "Page Title", `paragraph("Some text here for the page that is long enough.")`},
		{"cut short", `<article><h1>Title</h1><p>The beginning of <b>the te`, "Title", `paragraph("The beginning of " strong("the te"))`},
		{"among furniture", `<nav><a href=/>Home</a></nav><div class=cookie-banner>We use cookies.</div><h1>Title</h1><div><p>One<p>Two</div><footer>Imprint</footer>`, "Title", `paragraph("One") paragraph("Two")`},
		{"verse", `<h1>Title</h1><p>The light goes round and round above the sea, and above the town.<p>By night it shines,<p>by day it waits,<p>and never ends,<p>and so the year`, "Title",
			`paragraph("The light goes round and round above the sea, and above the town.") paragraph("By night it shines,") paragraph("by day it waits,") paragraph("and never ends,") paragraph("and so the year")`},
		{"links", `<h1>Title</h1><ul><li><a href=a>One</a></ul>`, "Title", `list:false:0(list-item(paragraph(link:a("One"))))`},
		{"main", `<div><a href=/>Home</a></div><div role=main><a href=a>One</a></div>`, "", `paragraph(link:a("One"))`},
		{"nothing but a menu", `<nav><a href=a>One</a></nav>`, "", `paragraph(link:a("One"))`},
		{"definition first", `<dl><dd>d<dt>t</dl>`, "", `paragraph("d") paragraph("t")`},
		{"text in a list of terms", `<dl>loose<dt>t<dd>d</dl>`, "", `paragraph("loose") paragraph("t") paragraph("d")`},
		{"deep in divs", strings.Repeat("<div>", n) + `<article><h1>Title</h1><p>Text</article>`, "Title", `paragraph("Text")`},
		{"deep in spans", `<article><h1>Title</h1>` + strings.Repeat("<span>", n) + `<p>Text</article>`, "Title", `paragraph("Text")`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, found := read(t, c.in)
			if got := sketch(doc.Blocks); got != c.want || doc.Metadata.Title != c.title {
				t.Errorf("\n got %q %s\nwant %q %s", doc.Metadata.Title, got, c.title, c.want)
			}
			for _, d := range found {
				if d.Code == "html-no-content" {
					t.Errorf("finding %v", d)
				}
			}
		})
	}
}

// TestResidue shows that what stays behind is reported with its place, a block
// at a time.
func TestResidue(t *testing.T) {
	doc, found := read(t, `<!DOCTYPE html><html><head><title>The light</title><style>p{}</style></head><body>
<header><nav><ul><li><a href="/">Home</a><li><a href="/towers">Towers</a></ul></nav></header>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><article><h1>The light</h1>
<div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a></div>
`+filler+`
<h2>Related articles</h2>
<div><a href="/x"><h3>Another tower</h3></a><p>It stands inland.</p></div>
</article><script>menu()</script>
<section id="comments"><p>I have been there myself and can say that the stairs are very steep.</p></section>
</main>
<div hidden>Nobody sees this.</div>
<div>Beside it.</div>
</body></html>`)
	want := []string{
		"2:1 page header: Home Towers",
		"3:1 cookie notice: We use cookies. Accept",
		"5:1 share button: Share Tweet",
		"9:1 related articles: Related articles|Another tower|It stands inland.",
		"12:1 comments: I have been there myself and can say that the stairs are very steep.",
		"15:1 around the article: Beside it.",
	}
	var got []string
	for _, o := range doc.Omissions {
		got = append(got, fmt.Sprintf("%d:%d %s: %s", o.Pos.Line, o.Pos.Column, o.Reason, strings.ReplaceAll(o.Text, "\n", "|")))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("omissions:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	reported := 0
	for _, d := range found {
		if d.Code == "html-residue" {
			if d.Severity != diag.Info || d.Pos != doc.Omissions[reported].Pos {
				t.Errorf("finding %v", d)
			}
			reported++
		}
	}
	if reported != len(want) {
		t.Errorf("%d findings for %d omissions", reported, len(want))
	}
}

// TestResidueLength shows that a large menu is one omission of bounded length.
func TestResidueLength(t *testing.T) {
	doc, _ := read(t, "<nav>"+strings.Repeat("<a href=/>Towers</a> ", 5000)+"</nav><article><h1>The light</h1>"+filler+"</article>")
	if len(doc.Omissions) != 1 || len(doc.Omissions[0].Text) > 2010 || !strings.HasSuffix(doc.Omissions[0].Text, " …") {
		t.Errorf("omissions %.300v", doc.Omissions)
	}
}

// TestAnnounced keeps what stands behind a line of furniture in the article, and
// leaves out the form or the links that the line announces.
func TestAnnounced(t *testing.T) {
	for _, c := range []struct {
		follows, lost string
	}{
		{`<table><tr><th>Year<th>Cost<tr><td>1860<td>200</table>`, ""},
		{`<blockquote><p>So much water.</p></blockquote>`, ""},
		{`<pre><code>weir --open</code></pre>`, ""},
		{`<p><a href="/a">Ten best weirs</a></p>`, "Ten best weirs"},
	} {
		doc, _ := read(t, `<html><body><article><h1>The light</h1>`+filler+`<p>Sign up for our newsletter</p>`+c.follows+filler2+`</article></body></html>`)
		var lost []string
		for _, o := range doc.Omissions {
			lost = append(lost, o.Text)
		}
		want := "Sign up for our newsletter"
		if c.lost != "" {
			want += "\n" + c.lost
		}
		if got := strings.Join(lost, "|"); got != want {
			t.Errorf("%s: lost %q, want %q", c.follows, got, want)
		}
	}
}
