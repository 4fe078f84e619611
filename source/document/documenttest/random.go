// Package documenttest makes documents for tests: [Random] gives a different
// valid document for every seed, with every type of node, nested six deep, in
// several scripts.
package documenttest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// MaxNesting is how deep blocks are nested in a random document: six levels of
// sections and as many of lists, quotations and the like.
const MaxNesting = 6

// Random returns the document for a seed: the same for the same seed, valid by
// [document.Document.Validate], and identified. Every type of node is in it.
func Random(seed uint64) *document.Document {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), scopes: rand.New(rand.NewPCG(seed, 1))}
	return g.document()
}

type generator struct {
	*rand.Rand
	scopes    *rand.Rand // for the scopes of cells, which change nothing else
	bearers   int        // nodes that were given an anchor
	resources []document.Resource
	notes     int // depth of notes around
}

// samples are a few words in each of several scripts, with their language.
var samples = []struct {
	lang  string
	dir   document.Direction
	words []string
}{
	{"en", "", strings.Fields("the bridge was opened again in spring and the first convoy crossed it before noon NATO KFOR 1999 don’t “quoted” naïve soft\u00adhyphen a/b 3.5% x<y&z")},
	{"de", "", strings.Fields("Straße über Fluss Größenordnung Donaudampfschifffahrt und die Übergabe")},
	{"el", "", strings.Fields("ἐν ἀρχῇ ἦν ὁ λόγος καὶ πόλεμος")},
	{"ru", "", strings.Fields("в начале была война и мир города")},
	{"ar", document.RightToLeft, strings.Fields("في البدء كان الكلمة والسلام على المدينة")},
	{"he", document.RightToLeft, strings.Fields("בראשית ברא אלהים את השמים")},
	{"zh", "", []string{"起初", "神創造天地", "城市的和平", "戰爭與和平"}},
	{"hi", "", strings.Fields("शांति और युद्ध की कहानी नगर")},
	{"th", "", []string{"สันติภาพ", "และสงคราม"}},
	{"en", "", []string{"👩‍👩‍👧", "𝔘", "e\u0301", "ﬁ", "\u200d", "№", "→"}},
}

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

// words returns up to n words of one script.
func (g *generator) words(n int) string {
	i := 0
	if g.chance(25) {
		i = g.IntN(len(samples))
	}
	list := samples[i].words
	var b strings.Builder
	for k := range 1 + g.IntN(n) {
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(list[g.IntN(len(list))])
	}
	return b.String()
}

// bear gives a node an anchor of its own.
func (g *generator) bear(a *document.Attr, percent int) {
	if g.chance(percent) {
		g.bearers++
		a.Anchor = document.Anchor(fmt.Sprintf("place-%d", g.bearers))
	}
}

func (g *generator) attr() document.Attr {
	var a document.Attr
	g.bear(&a, 15)
	if g.chance(6) {
		s := samples[g.IntN(len(samples))]
		a.Lang, a.Dir = s.lang, s.dir
	}
	if g.chance(4) {
		a.Classes = []string{"own", "second"}[:1+g.IntN(2)]
	}
	return a
}

func (g *generator) document() *document.Document {
	d := &document.Document{}
	g.resources = []document.Resource{
		{Name: "images/map.png", MediaType: "image/png", Bytes: pixels()},
		{Name: "drawing.svg", MediaType: "image/svg+xml", Bytes: []byte(drawing)},
	}
	d.Metadata = g.metadata()
	var blocks []document.Block
	if g.chance(50) {
		blocks = append(blocks, g.paragraph(0), g.paragraph(0))
	}
	if g.chance(30) {
		blocks = append(blocks, g.section(1, document.RolePreface))
	}
	if g.chance(30) {
		part := g.section(2, document.RolePart)
		part.Blocks = []document.Block{g.paragraph(0), g.section(2, ""), g.section(2, document.RoleIntroduction)}
		blocks = append(blocks, part)
	}
	blocks = append(blocks, g.section(1, ""), g.everything())
	for range g.IntN(3) {
		blocks = append(blocks, g.section(1, ""))
	}
	blocks = append(blocks, g.backMatter(anchors(&document.Document{Blocks: blocks}))...)
	if g.chance(20) {
		blocks = append(blocks, g.section(1, document.RoleColophon))
	}
	d.Blocks = blocks
	d.Resources = g.resources
	g.refer(d)
	d.Identify()
	return d
}

func (g *generator) metadata() document.Metadata {
	m := document.Metadata{Title: g.words(8), Language: "en", Date: "1999-06-12", Modified: "2020-02-29T12:00:00Z"}
	if g.chance(20) {
		s := samples[g.IntN(len(samples))]
		m.Language = s.lang
	}
	if g.chance(60) {
		m.Subtitle = g.words(8)
	}
	for i := range g.IntN(4) {
		m.Contributors = append(m.Contributors, document.Contributor{Name: g.words(3), Role: []string{"", "aut", "edt", "trl"}[i], FileAs: []string{"", "Z, A"}[g.IntN(2)]})
	}
	if g.chance(50) {
		m.Identifiers = []document.Identifier{{Scheme: "isbn", Value: "978-3-16-148410-0"}, {Scheme: "doi", Value: "10.1000/182"}}
	}
	if g.chance(50) {
		m.Publisher, m.Rights, m.Description, m.Source = g.words(3), g.words(6), g.words(30), "https://example.org/a?b=c&d=e"
		m.Subjects = []string{g.words(2), g.words(2)}
		m.Series = &document.Series{Name: g.words(3), Position: "2"}
	}
	if g.chance(20) {
		m.Cover = "images/map.png"
	}
	m.Settings = map[string]string{"profile": []string{"article", "book"}[g.IntN(2)]}
	return m
}

func (g *generator) section(depth int, role document.Role) *document.Section {
	s := &document.Section{Attr: g.attr(), Role: role, Title: g.inlines(2, 3)}
	if g.chance(90) {
		s.Title = append([]document.Inline{&document.Text{Value: g.words(5)}}, s.Title...)
	}
	for range 1 + g.IntN(4) {
		s.Blocks = append(s.Blocks, g.block(0))
	}
	if depth < MaxNesting {
		for range g.IntN(3) {
			s.Blocks = append(s.Blocks, g.section(depth+1, ""))
		}
	}
	return s
}

// everything is a section with every type of block, and every type of inline.
func (g *generator) everything() *document.Section {
	s := &document.Section{Title: document.Plain(g.words(4))}
	for kind := range blockKinds {
		s.Blocks = append(s.Blocks, g.blockOf(kind, 0))
	}
	p := &document.Paragraph{}
	for kind := range inlineKinds {
		p.Content = append(p.Content, g.inlineOf(kind, 3), &document.Text{Value: " "})
	}
	s.Blocks = append(s.Blocks, p, g.deep(1))
	return s
}

// deep nests containers as deep as they go.
func (g *generator) deep(level int) document.Block {
	inner := []document.Block{g.paragraph(1)}
	if level < MaxNesting {
		inner = append(inner, g.deep(level+1))
	}
	switch (level + g.IntN(2)) % 5 {
	case 0:
		return &document.Quote{Blocks: inner}
	case 1:
		return &document.List{Items: []*document.ListItem{{Blocks: inner}}}
	case 2:
		return &document.Admonition{Type: "tip", Blocks: inner}
	case 3:
		return &document.DefinitionList{Items: []*document.DefinitionItem{{
			Terms:       []*document.DefinitionTerm{{Content: g.inlines(2, 2)}},
			Definitions: []*document.DefinitionBody{{Blocks: inner}},
		}}}
	}
	return &document.Figure{Blocks: inner, Caption: g.inlines(1, 2)}
}

func (g *generator) paragraph(depth int) *document.Paragraph {
	return &document.Paragraph{Attr: g.attr(), Content: g.inlines(depth, 6)}
}

// refer points every reference that has no target yet at some anchor.
func (g *generator) refer(d *document.Document) {
	all := anchors(d)
	pick := func() document.Anchor { return all[g.IntN(len(all))] }
	notes := []document.Anchor{}
	for n := range document.Each[*document.Note](d) {
		if n.Anchor != "" {
			notes = append(notes, n.Anchor)
		}
	}
	for r := range document.Each[*document.CrossReference](d) {
		if r.Target == "" {
			r.Target = pick()
			if r.Ref == document.RefNote {
				r.Ref = document.RefLink
				if len(notes) > 0 {
					r.Ref, r.Target = document.RefNote, notes[g.IntN(len(notes))]
				}
			}
		}
	}
}

// anchors returns the anchors of a document, in reading order.
func anchors(d *document.Document) []document.Anchor {
	var list []document.Anchor
	for _, n := range d.All() {
		if a := n.Attributes().Anchor; a != "" {
			list = append(list, a)
		}
	}
	return list
}

// pixels returns a picture of 3 by 2 pixels.
func pixels() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 3, 2))
	img.Set(1, 1, color.RGBA{0x7a, 0x1f, 0x2b, 0xff})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic("internal error: documenttest: " + err.Error())
	}
	return b.Bytes()
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><title>A bar</title><rect id="a" width="15" height="4" fill="#7a1f2b"/><text x="1" y="9" font-size="3">1999</text></svg>`
