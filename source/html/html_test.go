package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// filler is prose long enough to be an article's.
const filler = `<p>The lamp room stands forty metres above the sea, and from its gallery the keeper could see the whole strait on a clear night.</p>
<p>In winter the stairs were wet with spray, the door had to be barred, and letters came by boat only when the wind allowed it.</p>
<p>Ships took their bearing from the light for a hundred years, until beacons of another kind made the keeper's work unnecessary.</p>`

func read(t testing.TB, src string) (*document.Document, diag.List) {
	t.Helper()
	doc, found, err := Read("page.html", []byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, doc)
	return doc, found
}

// check validates a document, whose pictures are not loaded yet.
func check(t testing.TB, doc *document.Document) {
	t.Helper()
	c := doc.Clone()
	for img := range document.Each[*document.Image](c) {
		if img.Resource == "" {
			t.Error("an image without an address")
		}
		if _, ok := c.Resource(img.Resource); !ok {
			c.Resources = append(c.Resources, document.Resource{Name: img.Resource})
		}
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
}

// sketch writes the tree in a line, as kind(children) with texts in quotes.
func sketch(blocks []document.Block) string {
	var b strings.Builder
	var node func(document.Node)
	list := func(n document.Node) {
		first := true
		for c := range document.Children(n) {
			if !first {
				b.WriteByte(' ')
			}
			first = false
			node(c)
		}
	}
	node = func(n document.Node) {
		switch n := n.(type) {
		case *document.Text:
			fmt.Fprintf(&b, "%q", n.Value)
			return
		case *document.Code:
			fmt.Fprintf(&b, "code:%q", n.Value)
			return
		case *document.CodeBlock:
			fmt.Fprintf(&b, "listing:%s:%q", n.Language, n.Code)
			return
		case *document.Image:
			fmt.Fprintf(&b, "image:%s:%q", n.Resource, n.Alt)
			return
		case *document.Math:
			fmt.Fprintf(&b, "math:%s:%s", n.Format, n.Source)
			return
		case *document.MathBlock:
			fmt.Fprintf(&b, "mathblock:%s:%s", n.Format, n.Source)
			return
		case *document.Link:
			b.WriteString("link:" + n.URL)
		case *document.Date:
			b.WriteString("date:" + n.Value)
		case *document.Abbreviation:
			b.WriteString("abbr:" + n.Expansion)
		case *document.List:
			fmt.Fprintf(&b, "list:%v:%d", n.Ordered, n.Start)
		case *document.Cell:
			b.WriteString("cell")
			if n.Scope != "" {
				b.WriteString(":" + string(n.Scope))
			}
		default:
			b.WriteString(n.Kind())
		}
		b.WriteByte('(')
		if t, ok := n.(*document.Table); ok && t.HeaderColumns > 0 {
			fmt.Fprintf(&b, "header-columns:%d ", t.HeaderColumns)
		}
		list(n)
		b.WriteByte(')')
	}
	for i, n := range blocks {
		if i > 0 {
			b.WriteByte(' ')
		}
		node(n)
	}
	return b.String()
}

// TestBlocks shows how each construct of a page arrives.
func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"spaces", "<p>One\n  <b> two </b>\tthree <br></p>", `paragraph("One " strong("two") " three")`},
		{"breaks", "<p>One<br>two<br><br>three</p>", `paragraph("One" line-break() "two") paragraph("three")`},
		{"loose text", "<div>One<br><br>two <i>three</i><p>four</p>five</div>", `paragraph("One") paragraph("two " emphasis("three")) paragraph("four") paragraph("five")`},
		{"inline", `<p>H<sub>2</sub>O x<sup>2</sup> <code>a  b</code> <s>old</s> <abbr title="Long Form">LF</abbr> <dfn>lens</dfn> <time datetime="1851-05-01T10:00">that day</time></p>`,
			`paragraph("H" subscript("2") "O x" superscript("2") " " code:"a b" " " strikethrough("old") " " abbr:Long Form("LF") " " definition("lens") " " date:1851-05-01("that day"))`},
		{"remark", `<p>It burned.</p><aside><h3>Why oil?</h3><p>Oil burned longer than wax, and it could be pumped up to the lamp room.</p></aside><p>Later there was gas.</p>`,
			`paragraph("It burned.") admonition("Why oil?" paragraph("Oil burned longer than wax, and it could be pumped up to the lamp room.")) paragraph("Later there was gas.")`},
		{"quotation marks", `<p><q>One <q lang=de>zwei</q></q> <span lang=de><q>drei <q>vier</q></q></span></p>`,
			`paragraph("“One ‘" span("zwei") "’” " span("„drei ‚vier‘“"))`},
		{"links", `<p><a href="https://example.org/a b">a</a> <a href="javascript:alert(1)">b</a> <a href="mailto:k@example.org">c</a></p>`,
			`paragraph(link:https://example.org/a%20b("a") " b " link:mailto:k@example.org("c"))`},
		{"list", `<ol start="3"><li>a<li><p>b</p><ul><li>c</ul></ol>`, `list:true:3(list-item(paragraph("a")) list-item(paragraph("b") list:false:0(list-item(paragraph("c")))))`},
		{"tasks", `<ul><li><input type=checkbox checked> done</ul>`, `list:false:0(list-item(paragraph("done")))`},
		{"definitions", `<dl><dt>lamp<dd>gives light<dt>horn<dd>gives sound</dl>`,
			`definition-list(definition-item(definition-term("lamp") definition-body(paragraph("gives light"))) definition-item(definition-term("horn") definition-body(paragraph("gives sound"))))`},
		{"quote", `<blockquote><p>Keep the light.</p><footer>— A. Keeper</footer></blockquote>`, `quote(paragraph("Keep the light.") "A. Keeper")`},
		{"listing", "<div class='highlight'><pre><code class='language-go'>\nfunc f() {\n\treturn\n}\n</code></pre></div>", `listing:go:"func f() {\n    return\n}"`},
		{"numbered listing", "<table class=highlight><tr><td class=gutter><pre>1\n2</pre><td class=code><pre>a\nb</pre></table>", `listing::"a\nb"`},
		{"table", `<table><caption>Lamps</caption><thead><tr><th>Year<th>Lamp</thead><tr><td rowspan=2>1851<td>oil<tr><td>gas</table>`,
			`table("Lamps" row(cell(paragraph("Year")) cell(paragraph("Lamp"))) row(cell(paragraph("1851")) cell(paragraph("oil"))) row(cell(paragraph("gas"))))`},
		{"ragged table", `<table><tr><th>a<th>b<th>c<tr><td colspan=9>d<tr><td rowspan=99>e</table>`,
			`table(row(cell(paragraph("a")) cell(paragraph("b")) cell(paragraph("c"))) row(cell(paragraph("d"))) row(cell(paragraph("e")) cell() cell()))`},
		{"headers", `<table><tr><th rowspan=2>Sea<th colspan=2>Lamp<tr><th>old<th>new<tbody><tr><th rowspan=2>North<td>oil<td>gas<tr><td>tar<td>oil<tr><th colspan=3>Later<tr><th>South<td>gas<th scope=col>none</table>`,
			`table(header-columns:1 row(cell(paragraph("Sea")) cell(paragraph("Lamp"))) row(cell(paragraph("old")) cell(paragraph("new"))) row(cell(paragraph("North")) cell(paragraph("oil")) cell(paragraph("gas"))) row(cell(paragraph("tar")) cell(paragraph("oil"))) ` +
				`row(cell:column(paragraph("Later"))) row(cell(paragraph("South")) cell(paragraph("gas")) cell:column(paragraph("none"))))`},
		{"header in a foot", `<table><thead><tr><th>Sea<th>Ships</thead><tbody><tr><td>North<td>9</tbody><tfoot><tr><th>Sum<td>9</tfoot></table>`,
			`table(row(cell(paragraph("Sea")) cell(paragraph("Ships"))) row(cell(paragraph("North")) cell(paragraph("9"))) row(cell:row(paragraph("Sum")) cell(paragraph("9"))))`},
		{"layout table", `<table><tr><td><p>One</p><td><h2>Two</h2><p>three</p></table>`, `paragraph("One") section("Two" paragraph("three"))`},
		{"figure", `<figure><img src="lamp_files/a.jpg" alt="The lamp"><figcaption>By night.</figcaption></figure>`, `figure(paragraph(image:lamp_files/a.jpg:"The lamp") "By night.")`},
		{"lazy", `<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="b.jpg" alt="b"></p>`, `figure(paragraph(image:b.jpg:"b"))`},
		{"srcset", `<p><img srcset="s.jpg 200w, l.jpg 800w" alt="c"></p>`, `figure(paragraph(image:l.jpg:"c"))`},
		{"remote", `<p><img src="https://example.org/a.jpg" alt="a"></p><figure><img src="https://example.org/b.jpg" alt="b"><figcaption>c</figcaption></figure>`,
			`figure(paragraph(image:https://example.org/b.jpg:"b") "c")`},
		{"pixel", `<p>Text <img src="https://example.org/p.gif" width=1 height=1></p>`, `paragraph("Text")`},
		{"math", `<p>So <math><mi onclick="x()">a</mi><script>x</script></math>.</p>`, `paragraph("So " math:mathml:<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math> ".")`},
		{"tex", `<p>So <script type="math/tex">a^2</script>.</p>`, `paragraph("So " math:tex:a^2 ".")`},
		{"sections", `<h2>A</h2><p>a</p><h3>B</h3><p>b</p><h2>C</h2><p>c</p>`, `section("A" paragraph("a") section("B" paragraph("b"))) section("C" paragraph("c"))`},
		{"notes", `<p>Lit<sup><a href="#fn1">1</a></sup> early, again<sup><a href="#fn1">1</a></sup>.</p><ol class="footnotes"><li id="fn1">In May. <a href="#r1">↩</a></li></ol>`,
			`paragraph("Lit" note(paragraph("In May.")) " early, again" cross-reference() ".")`},
		{"places", `<p>See <a href="#lens">there</a> and <a href="#nowhere">nowhere</a>.</p><h2 id="lens">Lens</h2><p>x</p>`,
			`paragraph("See " cross-reference("there") " and nowhere.") section("Lens" paragraph("x"))`},
		{"scripts", `<p>a</p><script>document.write("b")</script><style>p{}</style><template><p>c</p></template><p onclick="d()">e</p>`, `paragraph("a") paragraph("e")`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := read(t, "<article><h1>The light</h1>"+filler+c.in+filler2+"</article>")
			got := sketch(doc.Blocks)
			got = strings.TrimPrefix(got, fillerSketch+" ")
			i := strings.Index(got, "paragraph(\"After")
			if i < 0 {
				t.Fatalf("the end is missing: %s", got)
			}
			// Text after a heading stands in its section.
			got = strings.TrimSpace(got[:i])
			want := c.want
			if n := strings.Count(got, "(") - strings.Count(got, ")"); n > 0 {
				want = want[:len(want)-n]
			}
			if got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

const filler2 = `<p>After the keeper had gone the tower stayed open to visitors, who climb its hundred and twelve steps in summer.</p>`

var fillerSketch = func() string {
	var parts []string
	for _, s := range strings.Split(filler, "\n") {
		parts = append(parts, fmt.Sprintf("paragraph(%q)", strings.TrimSuffix(strings.TrimPrefix(s, "<p>"), "</p>")))
	}
	return strings.Join(parts, " ")
}()

// TestFurniture shows what stays behind.
func TestFurniture(t *testing.T) {
	doc, _ := read(t, `<!DOCTYPE html><html lang="en-GB"><head><title>The light | Strait Society</title>
<meta property="og:site_name" content="Strait Society"></head><body>
<header><nav><a href="/">Home</a> <a href="/about">About</a></nav></header>
<div class="cookie-banner">We use cookies to count visitors. <button>Accept</button></div>
<ul class="breadcrumbs"><li><a href="/">Home</a><li><a href="/towers">Towers</a></ul>
<main><article class="post category-cookies has-sidebar"><h1>The light</h1>
<p class="byline">By Ann Keeper</p><p class="post-date">3 May 2021</p>
<div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a></div>`+filler+`
<p>Advertisement</p><h2>The lens</h2>`+filler2+`
<div class="newsletter-signup"><p>Subscribe to our newsletter and never miss a tower again, we promise not to write often.</p></div>
<h2>Related articles</h2><div><a href="/x"><h3>Another tower</h3></a><p>It stands inland.</p></div>
</article>
<section id="comments"><p>I have been there myself and can say that the stairs are very steep and that the view is worth them all.</p></section>
</main><aside><p>Most read: ten towers that you must see before the end of the summer, with maps and timetables.</p></aside>
<footer>© 2021 Strait Society. All rights reserved.</footer></body></html>`)
	got := sketch(doc.Blocks)
	want := fillerSketch + ` section("The lens" ` + fmt.Sprintf("paragraph(%q)", strings.TrimSuffix(strings.TrimPrefix(filler2, "<p>"), "</p>")) + `)`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	m := doc.Metadata
	if m.Title != "The light" || strings.Join(m.Authors(), "; ") != "Ann Keeper" || m.Date != "2021-05-03" || m.Language != "en-GB" || m.Publisher != "Strait Society" {
		t.Errorf("metadata: %+v", m)
	}
}

// TestDayOfPicture takes the day in a caption for the picture's and not the article's, and that in a line of its own.
func TestDayOfPicture(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`<figure><img src="x.png" alt="A street"><figcaption>The market square, 2 February 1953</figcaption></figure>`, ""},
		{`<p>2 February 1953</p>`, "1953-02-02"},
	} {
		doc, _ := read(t, `<html lang="en"><head><title>The light</title></head><body><article><h1>The light</h1>`+c.line+filler+filler2+`</article></body></html>`)
		if got := doc.Metadata.Date; got != c.want {
			t.Errorf("%s: %q instead of %q", c.line, got, c.want)
		}
	}
}

// TestHeadingLanguage gives the language of a heading to its title and not to the
// section that it begins.
func TestHeadingLanguage(t *testing.T) {
	doc, _ := read(t, `<html lang="en"><body><article><h1>The light</h1>`+filler+`<h2 lang="de">Das Licht</h2>`+filler2+`</article></body></html>`)
	for _, n := range doc.All() {
		if s, ok := n.(*document.Section); ok {
			if title, ok := s.Title[0].(*document.Span); s.Lang != "" || !ok || title.Lang != "de" {
				t.Errorf("the section is in %q, its title is %#v", s.Lang, s.Title[0])
			}
			return
		}
	}
	t.Error("there is no section")
}

// TestRowLanguage gives the language of a row to its cells.
func TestRowLanguage(t *testing.T) {
	doc, _ := read(t, `<html lang="en"><body><article><h1>The light</h1>`+filler+`<table><tr><th>Here<th>There<th>Else
<tbody dir="ltr"><tr lang="de"><td>Licht<td lang="fr">feu<td lang="en">light</table>`+filler2+`</article></body></html>`)
	var got []string
	for _, n := range doc.All() {
		if c, ok := n.(*document.Cell); ok {
			got = append(got, document.TextOf(c.Blocks[0].(*document.Paragraph).Content)+" "+c.Lang+" "+string(c.Dir))
		}
	}
	if want := "Here  |There  |Else  |Licht de ltr|feu fr ltr|light en ltr"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

// TestEmptyTables nests tables without anything, which once took twice the time
// for each level.
func TestEmptyTables(t *testing.T) {
	doc, _ := read(t, `<html lang="en"><body><article><h1>The light</h1>`+filler+strings.Repeat(`<table><tr><td>`, 60)+`</article></body></html>`)
	if got := sketch(doc.Blocks); got != fillerSketch {
		t.Errorf("got %s", got)
	}
	doc, _ = read(t, `<html lang="en"><body><article><h1>The light</h1>`+filler+`<table><caption>Nothing came</caption><tr><th><th><tr><td><td></table>`+filler2+`</article></body></html>`)
	if got := sketch(doc.Blocks); !strings.HasPrefix(got, fillerSketch+` paragraph("Nothing came") `) {
		t.Errorf("got %s", got)
	}
}

// TestNamesMislead shows that names do not take the article away.
func TestNamesMislead(t *testing.T) {
	for _, class := range []string{"sidebar", "footer widget", "social promo", "related-content"} {
		doc, _ := read(t, `<body><div class="`+class+`"><h1>The light</h1>`+filler+filler2+`</div><p>Imprint</p></body>`)
		if got := len(doc.Blocks); got != 4 {
			t.Errorf("class %q: %d blocks: %s", class, got, sketch(doc.Blocks))
		}
	}
}

// TestFolded shows that what buttons open is part of the article.
func TestFolded(t *testing.T) {
	const answer = "It burned whale oil at first, then paraffin, and electricity from the year 1922 on."
	doc, _ := read(t, "<main><h1>The light</h1>"+filler+filler2+`<h2>Questions</h2>
<button aria-controls="a1" aria-expanded="false"><div><p>What did it burn?</p></div></button><div id="a1" style="height:0" aria-hidden="true"><p>`+answer+`</p></div>
<button aria-controls="m">Menu</button><div id="m" hidden><a href="/">Home</a> <a href="/a">All the towers of the strait, with pictures.</a></div></main>`)
	got := sketch(doc.Blocks)
	if want := `section("Questions" paragraph(strong("What did it burn?")) paragraph("` + answer + `"))`; !strings.HasSuffix(got, want) {
		t.Errorf("\n got %s\nwant …%s", got, want)
	}
}

// TestScripted shows where the article of a page is found that shows none.
func TestScripted(t *testing.T) {
	line := strings.Repeat("The lamp burned all night. ", 10)
	for _, body := range []string{line + `\n\n` + line, "<p>" + line + "</p><p>" + line + "</p>"} {
		doc, found := read(t, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The light","articleBody":"`+body+`"}</script><body><p>Please wait.</p>`)
		if len(doc.Blocks) != 2 || len(found) != 1 || found[0].Code != "html-body-from-metadata" {
			t.Errorf("%d blocks, findings %v: %s", len(doc.Blocks), found, sketch(doc.Blocks))
		}
	}
}

func TestMetadata(t *testing.T) {
	doc, _ := read(t, `<html><head><title>Light - Tower Weekly</title>
<link rel="canonical" href="https://example.org/2021/05/light">
<meta name="description" content="Of a tower &amp;amp; its keeper.">
<meta name="keywords" content="towers, light">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"Organization","@id":"#org","name":"Tower Weekly"},
{"@type":"Person","@id":"#a","name":"Ann Keeper"},
{"@type":"NewsArticle","headline":"A light","datePublished":"2021-05-03T08:00:00+02:00","author":[{"@id":"#a"},{"@type":"Person","name":"Ben Boat"}],"publisher":{"@id":"#org"},"inLanguage":"en"}]}</script>
</head><body><h1>A light</h1>`+filler+`<p><a href="/other">other</a> <a href="#x">x</a></p></body></html>`)
	m := doc.Metadata
	if m.Title != "A light" || strings.Join(m.Authors(), "; ") != "Ann Keeper; Ben Boat" || m.Date != "2021-05-03" || m.Language != "en" ||
		m.Publisher != "Tower Weekly" || m.Description != "Of a tower & its keeper." || strings.Join(m.Subjects, "|") != "towers|light" || m.Source != "https://example.org/2021/05/light" {
		t.Errorf("metadata: %+v", m)
	}
	for l := range document.Each[*document.Link](doc) {
		if l.URL != "https://example.org/other" {
			t.Errorf("link %q", l.URL)
		}
	}
}

// TestSiteName shows how the name of the site is told from the title.
func TestSiteName(t *testing.T) {
	for _, c := range []struct{ title, address, want string }{
		{"Light | Tower Weekly", "https://towerweekly.example/a", "Light"},
		{"Tower Weekly: Light", "", "Tower Weekly: Light"},
		{"Light – a history – Tower Weekly", "https://www.tower-weekly.example/", "Light – a history"},
		{"The light by night | Travel | Strait Times", "https://example.org/", "The light by night"},
		{"Night - and day", "https://example.org/", "Night - and day"},
	} {
		doc, _ := read(t, `<head><title>`+c.title+`</title><link rel=canonical href="`+c.address+`"></head><body>`+filler)
		if doc.Metadata.Title != c.want {
			t.Errorf("%q: title %q, want %q", c.title, doc.Metadata.Title, c.want)
		}
	}
}

func TestPositions(t *testing.T) {
	doc, _ := read(t, "<body>\n<h1>The light</h1>\n"+filler)
	for p := range document.Each[*document.Paragraph](doc) {
		if p.Pos.Line != 3 || p.Pos.Column != 1 || p.Pos.Offset != 26 {
			t.Errorf("first paragraph at %v, offset %d", p.Pos, p.Pos.Offset)
		}
		break
	}
}

// TestUnshown shows that what cannot be printed of an article is reported.
func TestUnshown(t *testing.T) {
	_, found := read(t, "<article>"+filler+"<iframe src=x></iframe><p>A <svg><text>label</text></svg> and <svg><path d=M0></svg>.</p><video src=y></video>"+filler2+"</article>")
	n := 0
	for _, d := range found {
		if d.Code == "html-not-printed" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d of 3 were reported: %v", n, found)
	}
}

// TestMissingPictures shows that captions whose pictures are missing are reported.
func TestMissingPictures(t *testing.T) {
	doc, _ := read(t, "<article><h1>The lamp</h1>"+filler+`<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>The lamp at noon</figcaption></figure>`+filler2+"</article>")
	if len(doc.Omissions) != 1 || doc.Omissions[0].Text != "The lamp at noon" {
		t.Errorf("%v", doc.Omissions)
	}
}

func BenchmarkRead(b *testing.B) {
	src := []byte("<article><h1>The light</h1>" + strings.Repeat("<h2>Part</h2>"+filler, 1000) + "</article>")
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, _, err := Read("page.html", src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
