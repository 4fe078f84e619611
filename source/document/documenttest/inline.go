package documenttest

import "github.com/quirepress/quire/source/document"

// inlineKinds is how many kinds of inlines inlineOf makes.
const inlineKinds = 21

func (g *generator) inlines(depth, most int) []document.Inline {
	var list []document.Inline
	for i := range 1 + g.IntN(most) {
		if i > 0 {
			list = append(list, &document.Text{Value: " "})
		}
		if depth >= 3 || g.chance(65) {
			list = append(list, &document.Text{Value: g.words(12)})
			continue
		}
		list = append(list, g.inlineOf(g.IntN(inlineKinds), depth+1))
	}
	return list
}

func (g *generator) inlineOf(kind, depth int) document.Inline {
	a := g.attr()
	switch kind {
	case 0:
		return &document.Text{Attr: a, Value: g.words(6)}
	case 1:
		return &document.Emphasis{Attr: a, Content: g.inlines(depth, 3)}
	case 2:
		return &document.Strong{Attr: a, Content: g.inlines(depth, 3)}
	case 3:
		return &document.Strikethrough{Attr: a, Content: g.inlines(depth, 2)}
	case 4:
		return &document.Superscript{Attr: a, Content: g.inlines(depth, 1)}
	case 5:
		return &document.Subscript{Attr: a, Content: g.inlines(depth, 1)}
	case 6:
		return &document.Code{Attr: a, Value: "a <b> & " + g.words(2)}
	case 7:
		return &document.Link{Attr: a, URL: []string{"https://example.org/a b?q=ü&x=1#f", "http://bücher.example/", "mailto:a@example.org", "https://en.wikipedia.org/wiki/Kosovo_(region)"}[g.IntN(4)], Title: []string{"", "T & \"q\""}[g.IntN(2)], Content: g.inlines(depth, 3)}
	case 8, 9:
		refs := []document.RefKind{document.RefLink, document.RefNote, document.RefTerm, document.RefEvent, document.RefSeeAlso, document.RefBacklink}
		shows := []document.Show{document.ShowContent, document.ShowContent, document.ShowPage, document.ShowNumber}
		r := &document.CrossReference{Attr: a, Ref: refs[g.IntN(len(refs))], Show: shows[g.IntN(len(shows))]}
		if g.chance(80) {
			r.Content = g.inlines(depth, 2)
		}
		return r
	case 10:
		return &document.Image{Attr: a, Resource: g.resources[g.IntN(len(g.resources))].Name, Alt: g.words(6), Decorative: g.chance(20)}
	case 11:
		if g.notes > 1 {
			return &document.Text{Value: g.words(3)}
		}
		g.notes++
		n := &document.Note{Attr: a, Blocks: []document.Block{g.paragraph(1)}}
		if g.chance(25) {
			n.Blocks = append(n.Blocks, g.block(MaxNesting-2))
		}
		g.notes--
		return n
	case 12:
		return &document.LineBreak{Attr: a}
	case 13:
		s := samples[g.IntN(len(samples))]
		a.Lang, a.Dir = s.lang, s.dir
		return &document.Span{Attr: a, Content: []document.Inline{&document.Text{Value: s.words[g.IntN(len(s.words))]}}}
	case 14:
		return &document.Abbreviation{Attr: a, Expansion: g.words(3), Content: document.Plain("KFOR")}
	case 15:
		return &document.Definition{Attr: a, Content: g.inlines(depth, 2)}
	case 16:
		return &document.Date{Attr: a, Value: []string{"1999-06-10", "199X", "1949", "1999-03-24/1999-06-10", "-0043", "1920~", "2008-02"}[g.IntN(7)], Content: g.inlines(depth, 2)}
	case 17:
		g.bear(&a, 100)
		return &document.Target{Attr: a}
	case 18:
		return &document.IndexTerm{Attr: a, Path: []string{g.words(2), g.words(1)}, Content: g.inlines(depth, 2)}
	case 19:
		return &document.Math{Attr: a, Format: "tex", Source: []string{`x^2`, `\alpha_i`, `\weird`}[g.IntN(3)]}
	case 20:
		return &document.RawInline{Attr: a, Format: "html", Source: []string{"<kbd>", "</b>", "<img src=x onerror=y alt='pic'>", "<!-- -->"}[g.IntN(4)]}
	}
	panic("internal error: documenttest: no such kind of inline")
}
