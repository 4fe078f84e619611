package xhtml

import (
	"context"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t testing.TB, doc *document.Document, pages *document.Pagination) *Book {
	t.Helper()
	book, _, err := Render(context.Background(), doc, pages, Options{WithoutTitlePage: true})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func text(s string) []document.Inline { return document.Plain(s) }

func para(s ...document.Inline) *document.Paragraph { return &document.Paragraph{Content: s} }

func str(s string) *document.Text { return &document.Text{Value: s} }

// constructs are one document for each golden file.
func constructs() map[string][]document.Block {
	note := &document.Note{Attr: document.Attr{Anchor: "n1"}, Blocks: []document.Block{para(str("The note.")), para(str("Its second paragraph."))}}
	return map[string][]document.Block{
		"inline": {para(
			str("a < b & c "), &document.Emphasis{Content: text("em")}, &document.Strong{Content: text("strong")}, &document.Strikethrough{Content: text("s")},
			&document.Superscript{Content: text("sup")}, &document.Subscript{Content: text("sub")}, &document.Code{Value: "<code>"}, &document.LineBreak{},
			&document.Span{Attr: document.Attr{Lang: "ar", Dir: document.RightToLeft}, Content: text("سلام")},
			&document.Abbreviation{Expansion: "Kosovo Force", Content: text("KFOR")}, &document.Definition{Content: text("deterrence")},
			&document.Date{Value: "1999-06-10", Content: text("10 June 1999")}, &document.Date{Value: "199X", Content: text("the nineties")},
			&document.Link{URL: "https://example.org/?a=1&b=2", Title: "T", Content: text("link")}, &document.Target{Attr: document.Attr{Anchor: "here"}},
			&document.CrossReference{Target: "here", Content: text("back")},
		)},
		"note": {para(str("Text"), note, str(" and "), &document.CrossReference{Target: "n1", Ref: document.RefNote}, str(".")),
			para(&document.Link{URL: "https://example.org/", Content: []document.Inline{str("a link with"), &document.Note{Attr: document.Attr{Anchor: "n2"}, Blocks: []document.Block{para(str("inside"))}}, str(" a note")}})},
		"list": {&document.List{Ordered: true, Start: 3, Style: "a", Tight: true, Items: []*document.ListItem{
			{Blocks: []document.Block{para(str("one"))}}, {Task: &document.Task{Done: true}, Blocks: []document.Block{para(str("two"))}}}}},
		"numbers": {&document.List{Ordered: true, Start: 3, Reversed: true, Tight: true, Items: []*document.ListItem{
			{Blocks: []document.Block{para(str("three"))}}, {Number: 9, Blocks: []document.Block{para(str("nine"))}}, {Blocks: []document.Block{para(str("eight"))}}}}},
		"headers": {&document.Table{Columns: make([]document.Align, 2), Head: []*document.Row{
			{Cells: []*document.Cell{{Attr: document.Attr{Anchor: "h1"}, Blocks: []document.Block{para(str("A"))}}, {Blocks: []document.Block{para(str("B"))}}}}},
			Body: []*document.Row{{Cells: []*document.Cell{{Attr: document.Attr{Anchor: "d1"}, Blocks: []document.Block{para(str("1"))}},
				{Headers: []document.Anchor{"h1", "d1"}, Blocks: []document.Block{para(str("2"))}}}}}}}, // of which one heads nothing
		"definitions": {&document.DefinitionList{Items: []*document.DefinitionItem{{
			Terms: []*document.DefinitionTerm{{Content: text("a")}, {Content: text("b")}}, Definitions: []*document.DefinitionBody{{Blocks: []document.Block{para(str("c"))}}}}}}},
		"quote":   {&document.Quote{Blocks: []document.Block{para(str("words"))}, Attribution: text("somebody")}},
		"listing": {&document.CodeBlock{Language: "go", Code: "func f() int { return 1 }", Caption: text("A function")}},
		"table": {&document.Table{Caption: text("Troops"), Columns: []document.Align{"", "", document.AlignCenter}, HeaderColumns: 1,
			Head: []*document.Row{{Cells: []*document.Cell{{}, {ColSpan: 2, Blocks: []document.Block{para(str("Number"))}}}}},
			Body: []*document.Row{
				{Cells: []*document.Cell{{RowSpan: 2, Blocks: []document.Block{para(str("1999"))}}, {Blocks: []document.Block{para(str("50,000"))}}, {Blocks: []document.Block{para(str("x"))}}}},
				{Cells: []*document.Cell{{Blocks: []document.Block{para(str("4,500"))}}, {Blocks: []document.Block{para(str("y"))}}}},
				{Cells: []*document.Cell{{Blocks: []document.Block{para(str("Later"))}, Scope: document.ScopeColumn, ColSpan: 3}}},
			}}},
		"headings": {&document.Section{Title: text("Part"), Role: document.RolePart, Blocks: []document.Block{
			&document.Section{Title: text("Chapter"), Blocks: []document.Block{
				&document.Heading{Level: 4, Content: text("A heading with a gap")},
				&document.Section{Title: text("Section"), Blocks: []document.Block{&document.Section{Blocks: []document.Block{&document.Section{Title: text("Below one without a title")}}}}}}}}}},
		"admonition": {&document.Admonition{Type: "warning", Blocks: []document.Block{para(str("Mind the gap."))}}, &document.Admonition{Type: "tip", Title: text("Try"), Blocks: []document.Block{para(str("this"))}}},
		"formula":    {para(&document.Math{Format: "tex", Source: `x_i^2`}), &document.MathBlock{Format: "tex", Source: `\sum_{i=1}^n \frac{1}{i}`}, &document.MathBlock{Format: "tex", Source: `\weird`}},
		"raw":        {&document.RawBlock{Format: "html", Source: "<p>one <b>two</b><script>x</script></p><p>three"}, para(&document.RawInline{Format: "html", Source: "<kbd>"}, str("x"))},
		"back": {&document.Section{Title: text("One"), Blocks: []document.Block{para(&document.Span{Attr: document.Attr{Anchor: "m1"}, Content: text("NATO")}, str(" "), &document.CrossReference{Attr: document.Attr{Anchor: "m2"}, Target: "t1", Ref: document.RefTerm, Content: text("NATO")})}},
			&document.Section{Title: text("Timeline"), Role: document.RoleTimeline, Blocks: []document.Block{&document.Timeline{Entries: []*document.TimelineEntry{
				{Date: "1949-04-04", Phrase: "4 April 1949", Lower: "1949-04-04", Upper: "1949-04-04", Summary: text("The treaty is signed."), Mention: "m1"},
				{Date: "199X", Phrase: "the 1990s", Lower: "1990-01-01", Upper: "1999-12-31", Summary: text("War.")}}}}},
			&document.Section{Title: text("Glossary"), Role: document.RoleGlossary, Blocks: []document.Block{&document.Glossary{Entries: []*document.GlossaryEntry{
				{Attr: document.Attr{Anchor: "t1"}, Term: "NATO", Acronym: true, Expansion: "North Atlantic Treaty Organization", Definition: text("An alliance."), Mentions: []document.Anchor{"m1", "m2"}},
				{Attr: document.Attr{Anchor: "t2"}, Term: "alliance", SeeAlso: []document.Anchor{"t1"}}}}}}},
	}
}

func TestGolden(t *testing.T) {
	for name, blocks := range constructs() {
		doc := &document.Document{Metadata: document.Metadata{Title: "T", Language: "en"}, Blocks: blocks}
		book := render(t, doc, nil)
		var b strings.Builder
		for _, c := range book.Chapters {
			b.WriteString("== " + c.Name + " " + c.Matter + "\n" + c.Body)
		}
		file := filepath.Join("testdata", name+".xhtml")
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s:\n%s\nwant:\n%s", name, b.String(), want)
		}
	}
}

// markers finds in a chapter, for each element with an id, the characters that
// stand in it before each page break.
type marker struct{ holder, label, before string }

func markersOf(t *testing.T, body string) []marker {
	t.Helper()
	type frame struct {
		id   string
		text strings.Builder
	}
	var stack []*frame
	var list []marker
	d := xml.NewDecoder(strings.NewReader(`<body xmlns:epub="http://www.idpf.org/2007/ops">` + body + "</body>"))
	skip := 0
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			f := &frame{}
			noted := false
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id":
					f.id = a.Value
				case a.Name.Local == "class" && a.Value == "noteref":
					noted = true
				case a.Name.Local == "role" && a.Value == "doc-pagebreak":
					label := ""
					for _, a := range token.Attr {
						if a.Name.Local == "aria-label" {
							label = a.Value
						}
					}
					for _, up := range stack {
						if up.id != "" {
							list = append(list, marker{up.id, label, up.text.String()})
						}
					}
				}
			}
			if noted || skip > 0 {
				skip++
			}
			if token.Name.Local == "br" && skip == 0 {
				for _, up := range stack {
					up.text.WriteByte('\n')
				}
			}
			stack = append(stack, f)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if skip > 0 {
				skip--
			}
		case xml.CharData:
			if skip == 0 {
				for _, up := range stack {
					up.text.Write(token)
				}
			}
		}
	}
	return list
}

// A marker stands at the very byte where the printed page begins.
func TestMarkers(t *testing.T) {
	placed := 0
	for seed := range uint64(25) {
		doc := documenttest.Random(seed)
		pages := &document.Pagination{PrintID: "x", Pages: map[document.Anchor]int{}}
		type want struct {
			anchor document.Anchor
			before string
		}
		wants := map[string]want{}
		inNote := map[document.Node]bool{}
		for n := range document.Each[*document.Note](doc) {
			for m := range document.Nodes(n) {
				inNote[m] = true
			}
		}
		for _, n := range doc.All() {
			a := n.Attributes().Anchor
			if a == "" || document.BlockText(n) == "" || inNote[n] {
				continue
			}
			plain := true
			for m := range document.Nodes(n) {
				switch m := m.(type) {
				case *document.RawInline, *document.Math, *document.MathBlock, *document.Note:
					plain = false
				case *document.CrossReference:
					plain = plain && says(m.Content) && m.Show == document.ShowContent && m.Ref != document.RefNote
				case *document.Link:
					plain = plain && says(m.Content)
				}
			}
			s := document.BlockText(n)
			for _, offset := range []int{0, len(s) / 3, len(s) - 1} {
				for offset > 0 && s[offset]&0xc0 == 0x80 {
					offset--
				}
				label := itoa(len(pages.Breaks) + 1)
				pages.Breaks = append(pages.Breaks, document.PageBreak{Anchor: a, Offset: offset, Label: label})
				if _, section := n.(*document.Section); plain && !section && Clean(s) == s {
					wants[label] = want{a, s[:offset]}
				}
			}
		}
		book := render(t, doc, pages)
		if len(book.Pages) != len(pages.Breaks) {
			t.Errorf("seed %d: %d of %d pages are in the list", seed, len(book.Pages), len(pages.Breaks))
		}
		for i, p := range book.Pages {
			if p.Label != pages.Breaks[i].Label {
				t.Fatalf("seed %d: page %q stands in place of %q", seed, p.Label, pages.Breaks[i].Label)
			}
		}
		for _, c := range book.Chapters {
			for _, m := range markersOf(t, c.Body) {
				w, ok := wants[m.label]
				if !ok || m.holder != string(w.anchor) {
					continue
				}
				placed++
				// A captioned listing begins with a line feed between elements.
				if m.before != w.before && strings.TrimPrefix(m.before, "\n") != w.before {
					t.Errorf("seed %d: before page %s stands %q, want %q", seed, m.label, m.before, w.before)
				}
			}
		}
	}
	if placed < 1000 {
		t.Errorf("only %d markers were looked at", placed)
	}
}

// No chapter leaves out a level of heading.
func TestHeadingsWithoutGaps(t *testing.T) {
	for seed := range uint64(20) {
		for _, c := range render(t, documenttest.Random(seed), nil).Chapters {
			last := 0
			d := xml.NewDecoder(strings.NewReader(`<body xmlns:epub="http://www.idpf.org/2007/ops">` + c.Body + "</body>"))
			for {
				token, err := d.Token()
				if err != nil {
					break
				}
				e, ok := token.(xml.StartElement)
				if !ok || len(e.Name.Local) != 2 || e.Name.Local[0] != 'h' || e.Name.Local == "hr" {
					continue
				}
				level := int(e.Name.Local[1] - '0')
				if last > 0 && level > last+1 {
					t.Errorf("seed %d: %s: h%d after h%d", seed, c.Name, level, last)
				}
				last = level
			}
		}
	}
}

func TestAddress(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.org", "https://example.org"},
		{"HTTPS://Example.ORG/A b?q=ü#x y", "https://example.org/A%20b?q=%C3%BC#x%20y"},
		{"http://bücher.example/", "http://xn--bcher-kva.example/"},
		{"//example.org/x", "https://example.org/x"},
		{"https://en.wikipedia.org/wiki/Kosovo_(region)", "https://en.wikipedia.org/wiki/Kosovo_(region)"},
		{"https://exa_mple.org/", "https://exa_mple.org/"},
		{"http://[::1]:80/", "http://[::1]:80/"},
		{"mailto:a@example.org", "mailto:a@example.org"},
		{"tel:+49 30", "tel:+49%2030"},
		{"urn:isbn:978", "urn:isbn:978"},
		{"java\nscript:alert(1)", ""}, {"JavaScript:alert(1)", ""}, {"data:text/html,x", ""}, {"file:///etc/passwd", ""}, {"vbscript:x", ""},
		{"", ""}, {"page.html", ""}, {"../x", ""}, {"#x", ""}, {"http://", ""}, {"http:x", ""}, {"http://1.2.3.4.5/", ""}, {"http://x:99999/", ""}, {"https://a b/", ""}, {"blob:https://x/", ""},
	} {
		got, why := Address(c.in)
		if got != c.want || (got == "") != (why != "") {
			t.Errorf("%q: got %q (%s), want %q", c.in, got, why, c.want)
		}
	}
}

func TestDatetime(t *testing.T) {
	for _, s := range []string{"1999", "1999-06", "1999-06-10", "12024", "1999-06-10T12:00", "1999-06-10T12:00:05Z"} {
		if got, ok := Datetime(s); !ok || got != s {
			t.Errorf("%q: got %q, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "199X", "1999~", "0000", "-0043", "43", "1999-13", "1999-02-30", "1999-06-10/1999-06-12", "1999-06-10T", "..", "1999-6", "1999-06-10-01", "12024-01-01"} {
		if got, ok := Datetime(s); ok {
			t.Errorf("%q: got %q", s, got)
		}
	}
}

func TestCleanSVG(t *testing.T) {
	const begin = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
	for _, c := range []struct{ in, want string }{
		{`<g><rect width="1"/></g>`, `<g><rect width="1"></rect></g>`},
		{`<script>x</script><rect onclick="x" fill="url(#a)"/>`, `<rect fill="url(#a)"></rect>`},
		{`<use xlink:href="#a"/><use xlink:href="http://x/"/>`, `<use xlink:href="#a"></use><use></use>`},
		{`<style>a{fill:url(http://x)}</style><rect style="fill:url('http://x')"/>`, `<style></style><rect></rect>`},
		{`<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject><text>a &lt; b</text>`, `<text>a &lt; b</text>`},
		{`<g id="a"/><g id="a"/><use href="#a"/>`, `<g id="a"></g><g></g><use href="#a"></use>`},
		{`<a href="javascript:x"><title>t</title></a><animate/>`, `<a><title>t</title></a>`},
	} {
		got, err := CleanSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + c.in + `</svg>`))
		if err != nil || string(got) != begin+c.want+"</svg>\n" {
			t.Errorf("%s: got %s, %v", c.in, got, err)
		}
	}
	for _, bad := range []string{"", "<svg>", "<html/>", "<svg><g></svg>", "x", strings.Repeat("<g>", 1000)} {
		if got, err := CleanSVG([]byte(bad)); err == nil {
			t.Errorf("%.20q became %q", bad, got)
		}
	}
}

func FuzzAddress(f *testing.F) {
	f.Add("https://example.org/a b?q=ü#f")
	f.Add("//%80")
	f.Add("//example.org/" + strings.Repeat("\xdc", longestAddress/2))
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := Address(s)
		if strings.ContainsAny(got, "\"<> \n") || strings.HasPrefix(strings.ToLower(got), "javascript") {
			t.Errorf("%q became %q", s, got)
		}
		if again, why := Address(got); got != "" && again != got {
			t.Errorf("%q became %q, and then %q (%s)", s, got, again, why)
		}
	})
}

// Pages behind an entry stand in order and once, each with a name that can be
// heard; what has no page stands not beside them.
func TestMentions(t *testing.T) {
	span := func(a document.Anchor) document.Inline {
		return &document.Span{Attr: document.Attr{Anchor: a}, Content: text("NATO")}
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "T", Language: "de"}, Blocks: []document.Block{
		&document.Section{Title: text("Eins"), Blocks: []document.Block{para(span("a"), span("b"), span("c"), span("d"))}},
		&document.Section{Title: text("Glossar"), Role: document.RoleGlossary, Blocks: []document.Block{&document.Glossary{Entries: []*document.GlossaryEntry{
			{Term: "NATO", Mentions: []document.Anchor{"d", "c", "a", "b"}},
			{Term: "Rest", Mentions: []document.Anchor{"c"}},
		}}}},
	}}
	pages := &document.Pagination{
		Breaks: []document.PageBreak{{Label: "9"}, {Label: "10"}},
		Pages:  map[document.Anchor]int{"a": 0, "b": 0, "d": 1},
	}
	book := render(t, doc, pages)
	body := book.Chapters[len(book.Chapters)-1].Body
	for _, want := range []string{
		`href="eins.xhtml#a" aria-label="NATO: Seite 9">9</a>, <a epub:type="backlink" role="doc-backlink" href="eins.xhtml#d" aria-label="NATO: Seite 10">10</a></span>`,
		`aria-label="Rest: Stelle 1">↩︎</a></span>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("there is no %s in\n%s", want, body)
		}
	}
}

// Notes stand in the order of their numbers, also those inside others.
func TestNotesInNotes(t *testing.T) {
	note := func(content ...document.Inline) *document.Note {
		return &document.Note{Blocks: []document.Block{&document.Paragraph{Content: content}}}
	}
	word := func(s string) document.Inline { return &document.Text{Value: s} }
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{
		word("a"), note(word("first"), note(word("second"), note(word("third"))), note(word("fourth"))), word("b"), note(word("fifth")),
	}}}}
	book, _, err := Render(t.Context(), doc, nil, Options{WithoutTitlePage: true})
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for _, w := range strings.Fields("first second third fourth fifth") {
		i := strings.Index(book.Chapters[0].Body, w)
		if i <= at {
			t.Errorf("the %s note stands at %d, the one before at %d", w, i, at)
		}
		at = i
	}
}

// A date that is sure is a point, also before Christ; the sign of decades
// without events stands where they are.
func TestEventClass(t *testing.T) {
	for _, test := range []struct{ date, lower, upper, before, want string }{
		{"-0043", "-0043-01-01", "-0043-12-31", "", "point"},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15", "-0060-12-31", "point"},
		{"1999", "1999-01-01", "1999-12-31", "1950-01-01", "point gap"},
		{"1999-06~", "1999-06-01", "1999-06-30", "", "span span-1"},
		{"199X", "1990-01-01", "1999-12-31", "", "span span-3"},
		{"-0300/-0250", "-0300-01-01", "-0250-12-31", "-0301-12-31", "span span-4"},
		{"../1999", "1999-01-01", "1999-12-31", "1950-01-01", "point bound gap"},
		{"1999-06~/..", "1999-06-01", "1999-06-30", "", "point bound"},
		{"1999-22", "1999-06-01", "1999-08-31", "", "span span-1"},
	} {
		if got := eventClass(&document.TimelineEntry{Date: test.date, Lower: test.lower, Upper: test.upper}, test.before); got != test.want {
			t.Errorf("%s: %q, want %q", test.date, got, test.want)
		}
	}
}

// The years before Christ count backwards.
func TestGapsBeforeChrist(t *testing.T) {
	line := &document.Timeline{}
	for _, year := range []string{"-0300", "-0290", "-0280", "-0270", "-0260"} {
		line.Entries = append(line.Entries, &document.TimelineEntry{Date: year, Lower: year + "-01-01", Upper: year + "-12-31", Phrase: year, Summary: document.Plain("x")})
	}
	book, _, err := Render(t.Context(), &document.Document{Blocks: []document.Block{line}}, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if body := book.Chapters[len(book.Chapters)-1].Body; strings.Contains(body, "gap") || strings.Count(body, `class="point"`) != 5 {
		t.Errorf("ten years apart:\n%s", body)
	}
}

// A note that the text refers to several times leads back to each place, in
// whatever file, first of all to the first.
func TestNoteOfSeveralMarks(t *testing.T) {
	note := &document.Note{Attr: document.Attr{Anchor: "same"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("The note.")}}}
	again := func() document.Inline { return &document.CrossReference{Ref: document.RefNote, Target: "same"} }
	chapter := func(title string, content ...document.Inline) document.Block {
		return &document.Section{Title: document.Plain(title), Blocks: []document.Block{&document.Paragraph{Content: content}}}
	}
	doc := &document.Document{Blocks: []document.Block{chapter("One", note, again()), chapter("Two", again())}}
	book, _, err := Render(t.Context(), doc, nil, Options{WithoutTitlePage: true})
	if err != nil {
		t.Fatal(err)
	}
	one, two := book.Chapters[0].Body, book.Chapters[1].Body
	var places []int
	for _, want := range []string{`href="#ref-same">1</a> The note.`, `href="#ref-same-2" aria-label="1: mention 2"`, `href="two.xhtml#ref-same-3" aria-label="1: mention 3"`} {
		places = append(places, strings.Index(one, want))
	}
	if !slices.IsSorted(places) || places[0] < 0 {
		t.Errorf("ways back at %v in\n%s", places, one)
	}
	if strings.Count(one, `id="ref-same-2"`) != 1 || strings.Count(two, `id="ref-same-3"`) != 1 {
		t.Errorf("a mark has no id:\n%s\n%s", one, two)
	}
}
