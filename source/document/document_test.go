package document

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// sample has a node of many types, with text in known order.
func sample() *Document {
	note := &Note{Blocks: []Block{&Paragraph{Content: Plain("in a note")}}}
	return &Document{
		Metadata: Metadata{Title: "T", Language: "en"},
		Blocks: []Block{
			&Paragraph{Content: []Inline{
				&Text{Value: "one ", Attr: Attr{Pos: diag.Position{Line: 1, Column: 1}}},
				&Emphasis{Content: []Inline{&Text{Value: "two", Attr: Attr{Pos: diag.Position{Line: 1, Column: 6, Offset: 5}}}}},
				note,
				&LineBreak{},
				&Code{Value: "three"},
			}},
			&Section{Title: Plain("Über Größe"), Blocks: []Block{
				&List{Items: []*ListItem{{Blocks: []Block{&Paragraph{Content: Plain("item")}}}}},
				&Table{Caption: Plain("cap"), Columns: []Align{AlignLeft, AlignRight}, Head: []*Row{{Cells: []*Cell{{}, {}}}},
					Body: []*Row{
						{Cells: []*Cell{{RowSpan: 2, Blocks: []Block{&Paragraph{Content: Plain("a")}}}, {}}},
						{Cells: []*Cell{{Blocks: []Block{&Paragraph{Content: Plain("b")}}}}},
					}},
				&Section{Title: Plain("Über Größe"), Unnumbered: true},
			}},
			&Section{Role: RoleGlossary, Title: Plain("Glossary"), Blocks: []Block{&Glossary{Entries: []*GlossaryEntry{{Term: "X", Definition: Plain("an x")}}}}},
		},
	}
}

func kinds(d *Document) string {
	var out []string
	for depth, n := range d.All() {
		out = append(out, strings.Repeat(".", depth)+n.Kind())
	}
	return strings.Join(out, " ")
}

func TestAllIsInReadingOrder(t *testing.T) {
	want := "paragraph .text .emphasis ..text .note ..paragraph ...text .line-break .code " +
		"section .text .list ..list-item ...paragraph ....text .table ..text ..row ...cell ...cell ..row ...cell ....paragraph .....text ...cell ..row ...cell ....paragraph .....text .section ..text " +
		"section .text .glossary ..glossary-entry ...text"
	if got := kinds(sample()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	n := 0
	for range sample().All() {
		if n++; n == 3 {
			break // an iterator that goes on would panic
		}
	}
}

func TestRewrite(t *testing.T) {
	d := sample()
	before := kinds(d)
	Rewriter{
		Block:  func(b Block) []Block { return []Block{b} },
		Inline: func(i Inline) []Inline { return []Inline{i} },
	}.Document(d)
	if got := kinds(d); got != before {
		t.Errorf("rewriting nothing changed the tree to %s", got)
	}
	runs := 0
	Rewriter{
		Inline: func(i Inline) []Inline {
			switch n := i.(type) {
			case *Emphasis:
				return n.Content // unwrap
			case *LineBreak:
				return nil
			case *Code:
				return []Inline{n, &Text{Value: "!"}}
			}
			return []Inline{i}
		},
		Block: func(b Block) []Block {
			if _, ok := b.(*Table); ok {
				return nil
			}
			return []Block{b}
		},
		Inlines: func(s []Inline) []Inline { runs++; return s },
	}.Document(d)
	if got := TextOf(d.Blocks[0].(*Paragraph).Content); got != "one twothree!" {
		t.Errorf("got %q", got)
	}
	for range Each[*Table](d) {
		t.Error("the table is still there")
	}
	if runs == 0 {
		t.Error("Inlines was never called")
	}
}

func TestFlatten(t *testing.T) {
	p := sample().Blocks[0].(*Paragraph)
	f := Flatten(p.Content)
	if f.Text != "one two\nthree" || f.Text != TextOf(p.Content) {
		t.Fatalf("got %q", f.Text)
	}
	pos, ok := f.Source(strings.Index(f.Text, "wo"))
	if want := (diag.Position{Line: 1, Column: 7, Offset: 6}); !ok || pos != want {
		t.Errorf("got %v %v, want %v", pos, ok, want)
	}
	if _, ok := f.Source(strings.Index(f.Text, "three")); ok {
		t.Error("a leaf without a position must not claim one")
	}
}

func TestIdentify(t *testing.T) {
	d := sample()
	d.Identify()
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	a := d.Blocks[1].(*Section)
	if a.Anchor != "uber-große" && a.Anchor != "uber-gro-e" {
		t.Errorf("anchor %q", a.Anchor)
	}
	inner := a.Blocks[2].(*Section)
	if inner.Anchor != a.Anchor+"."+a.Anchor {
		t.Errorf("the inner section of that name has the anchor %q", inner.Anchor)
	}
	// Inserting a block must leave the others' anchors as they are.
	e := sample()
	e.Blocks = append([]Block{&Paragraph{Content: Plain("new")}}, e.Blocks...)
	e.Identify()
	if got, want := e.Blocks[1].Attributes().Anchor, d.Blocks[0].Attributes().Anchor; got != want {
		t.Errorf("after an insertion the anchor is %q, was %q", got, want)
	}
	chapters := func(titles ...string) *Document {
		d := &Document{}
		for i, t := range titles {
			s := &Section{Title: Plain(t), Blocks: []Block{&Paragraph{Content: Plain("Text of " + t)}}}
			for _, u := range []string{"Background", "Summary", strings.Repeat("A long title ", 8)} {
				s.Blocks = append(s.Blocks, &Section{Title: Plain(u), Blocks: []Block{&Paragraph{Content: Plain("The same words.")},
					&Section{Title: Plain("Background")}, &Heading{Level: 1, Content: Plain("Summary")}}})
			}
			if i == len(titles)-1 {
				s.Blocks = append(s.Blocks, &Section{Title: Plain("Summary")})
			}
			d.Blocks = append(d.Blocks, s)
		}
		d.Identify()
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		return d
	}
	few, many := chapters("One", "Two", "Interlude"), chapters("Zero", "One", "Interlude", "Two", "Interlude")
	for old, now := range map[int]int{0: 1, 1: 3} {
		want := slices.Collect(Nodes(few.Blocks[old]))
		for i, n := range slices.Collect(Nodes(many.Blocks[now])) {
			if got, want := n.Attributes().Anchor, want[i].Attributes().Anchor; got != want {
				t.Errorf("after chapters were inserted the anchor is %q, was %q", got, want)
			}
		}
	}
	for _, c := range []struct {
		title string
		want  Anchor
	}{{"Kosovo’s Path", "kosovos-path"}, {"1999: the air war", "s-1999-the-air-war"}, {"  –  Ünd  ", "und"}} {
		if got := Slug(c.title); got != c.want || !got.Valid() {
			t.Errorf("Slug(%q) = %q, want %q", c.title, got, c.want)
		}
	}
	if a := Slug("日本"); !a.Valid() || a == Slug("中国") {
		t.Errorf("titles without ASCII letters need anchors of their own: %q", a)
	}
}

func TestOutlineAndNumbers(t *testing.T) {
	d := sample()
	o := d.Outline(0)
	if len(o) != 2 || o[0].Chapter != 1 || o[1].Chapter != 0 || len(o[0].Children) != 1 || o[0].Children[0].Level != 2 {
		t.Errorf("outline %+v", o)
	}
	if o := d.Outline(1); len(o[0].Children) != 0 {
		t.Error("depth 1 must leave out subsections")
	}
	n := d.Numbers()
	if len(n.Notes()) != 1 || n.Of(n.Notes()[0]) != 1 {
		t.Error("the note has no number")
	}
	for tab := range Each[*Table](d) {
		if n.Of(tab) != 1 {
			t.Error("the table has no number")
		}
	}
}

func TestPageOf(t *testing.T) {
	var none *Pagination
	if _, ok := none.PageOf("x"); ok {
		t.Error("no pagination knows no page")
	}
	p := &Pagination{Breaks: []PageBreak{{Label: "i"}, {Label: "1"}}, Pages: map[Anchor]int{"x": 1, "broken": 7}}
	if l, ok := p.PageOf("x"); !ok || l != "1" {
		t.Errorf("got %q, %v", l, ok)
	}
	if _, ok := p.PageOf("broken"); ok {
		t.Error("an index beyond the pages must not be used")
	}
}

func TestDump(t *testing.T) {
	d := &Document{Metadata: Metadata{Title: "T<", Settings: map[string]string{"b": "2", "a": "1"}},
		Blocks:    []Block{&Table{HeaderColumns: 1, Columns: []Align{AlignLeft}}, &Paragraph{Attr: Attr{Pos: diag.Position{File: "f", Line: 2}}, Content: Plain("x")}},
		Resources: []Resource{{Name: "r", MediaType: "image/png", Bytes: []byte("secret")}}}
	var b bytes.Buffer
	if err := d.Dump(&b); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(strings.Fields(b.String()), "")
	want := `{"metadata":{"title":"T<","settings":{"a":"1","b":"2"}},` +
		`"blocks":[{"kind":"table","columns":["left"],"header_columns":1},{"kind":"paragraph","pos":{"file":"f","line":2},"content":[{"kind":"text","value":"x"}]}],` +
		`"resources":[{"name":"r","media_type":"image/png"}]}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestValidate(t *testing.T) {
	shared := &Text{Value: "s"}
	deep := Block(&Paragraph{})
	for range MaxDepth + 2 {
		deep = &Quote{Blocks: []Block{deep}}
	}
	for _, c := range []struct {
		name string
		doc  *Document
		want string // "" means valid
	}{
		{"sample", sample(), ""},
		{"nil block", &Document{Blocks: []Block{nil}}, "blocks[0] is nil"},
		{"typed nil", &Document{Blocks: []Block{(*Paragraph)(nil)}}, "blocks[0] is nil"},
		{"shared node", &Document{Blocks: []Block{&Paragraph{Content: []Inline{shared, shared}}}}, "same node"},
		{"not UTF-8", &Document{Blocks: []Block{&Paragraph{Content: Plain("a\xff")}}}, "not UTF-8"},
		{"control", &Document{Metadata: Metadata{Title: "a\x00"}}, "metadata.Title"},
		{"anchor", &Document{Blocks: []Block{&Paragraph{Attr: Attr{Anchor: "1 a"}}}}, "has the anchor"},
		{"anchor twice", &Document{Blocks: []Block{&Paragraph{Attr: Attr{Anchor: "a"}}, &Paragraph{Attr: Attr{Anchor: "a"}}}}, `the anchor "a" of`},
		{"dangling", &Document{Blocks: []Block{&Paragraph{Content: []Inline{&CrossReference{Target: "x"}}}}}, "does not exist"},
		{"image", &Document{Blocks: []Block{&Paragraph{Content: []Inline{&Image{Resource: "x.png"}}}}}, "does not exist"},
		{"language", &Document{Metadata: Metadata{Language: "no such!"}}, "BCP 47"},
		{"level", &Document{Blocks: []Block{&Heading{Level: 7}}}, "level 7"},
		{"row too long", &Document{Blocks: []Block{&Table{Columns: []Align{""}, Body: []*Row{{Cells: []*Cell{{}, {}}}}}}}, "do not fit"},
		{"scope", &Document{Blocks: []Block{&Table{Columns: []Align{""}, Body: []*Row{{Cells: []*Cell{{Scope: "all"}}}}}}}, `has the scope "all"`},
		{"row too short", &Document{Blocks: []Block{&Table{Columns: []Align{"", ""}, Body: []*Row{{Cells: []*Cell{{}}}}}}}, "cells missing"},
		{"resource twice", &Document{Resources: []Resource{{Name: "a"}, {Name: "a"}}}, "second resource"},
		{"deep", &Document{Blocks: []Block{deep}}, "nested deeper"},
	} {
		err := c.doc.Validate()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestHeads(t *testing.T) {
	table := &Table{Columns: make([]Align, 3), HeaderColumns: 1}
	for _, c := range []struct {
		own    Scope
		inHead bool
		column int
		want   Scope
	}{
		{"", true, 0, ScopeColumn}, {"", true, 2, ScopeColumn}, {ScopeRow, true, 0, ScopeRow},
		{"", false, 0, ScopeRow}, {"", false, 1, ""}, {ScopeRow, false, 1, ScopeRow}, {ScopeColumn, false, 0, ScopeColumn},
	} {
		if got := table.Heads(&Cell{Scope: c.own}, c.inHead, c.column); got != c.want {
			t.Errorf("%+v: got %q", c, got)
		}
	}
}

func TestClone(t *testing.T) {
	d := sample()
	d.Metadata.Settings = map[string]string{"paper": "a4"}
	c := d.Clone()
	if kinds(c) != kinds(d) {
		t.Fatalf("the copy is %s", kinds(c))
	}
	c.Identify()
	c.Metadata.Settings["paper"] = "a5"
	c.Blocks[0].(*Paragraph).Content[0].(*Text).Value = "changed"
	for _, n := range d.All() {
		if n.Attributes().Anchor != "" {
			t.Fatal("a change of the copy reached the original")
		}
	}
	if d.Metadata.Settings["paper"] != "a4" || d.Blocks[0].(*Paragraph).Content[0].(*Text).Value != "one " {
		t.Error("a change of the copy reached the original")
	}
}

func TestChaptersWithNumbersOfTheirOwn(t *testing.T) {
	for title, want := range map[string]int{"Ships": 1, "1. Ships": 0, "2) Ships": 0, "3 Ships": 0, "IV. Ships": 0, "I went to sea": 1, "1999: the war": 1, "1.2 Ships": 0, "": 1} {
		d := &Document{Blocks: []Block{&Section{Title: Plain(title)}}}
		if got := d.Outline(0)[0].Chapter; got != want {
			t.Errorf("%q is chapter %d, want %d", title, got, want)
		}
	}
}

// TestHashUUID is the example of RFC 9562, appendix A.4.
func TestHashUUID(t *testing.T) {
	dns := [16]byte{0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	if got := fmt.Sprintf("%x", hashUUID(dns, "www.example.com")); got != "2ed6657de927568b95e12665a8aea6a2" {
		t.Errorf("got %s", got)
	}
}
