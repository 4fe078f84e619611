package enrich

import (
	"context"
	"slices"
	"unicode"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/terms"
)

// Glossary finds the acronyms that the text spells out and the terms that it
// defines, and lists them in the order of the language's collation, each with
// the places where it occurs. The first mention in every section becomes a
// link to the entry, the very first one is marked as the term's definition.
//
// English, German and French are read; in other languages acronyms and the
// author's own entries are listed. The author adds, corrects, merges and
// suppresses entries by [document.Directives], and in the text by the
// classes "term" and "noterm".
type Glossary struct {
	// Title heads the glossary; empty means the language's own word.
	Title string
	// Eager also lists terms that a careful editor would look at first.
	Eager bool
	// Mentions is the least number of mentions of a term that is not an
	// acronym; 0 means 2, or 1 where the text emphasises or expressly defines
	// it.
	Mentions int
}

// Name returns "glossary".
func (Glossary) Name() string { return "glossary" }

// Apply marks the mentions and adds a section of the role glossary.
func (p Glossary) Apply(ctx context.Context, doc *document.Document) (diag.List, error) {
	return alone(ctx, doc, p)
}

func (Glossary) part() string { return "glossary" }

func (p Glossary) study(ctx context.Context, g *galley) (func() (diag.List, error), error) {
	blocks := make([]terms.Block, len(g.strips))
	for i := range g.strips {
		s := &g.strips[i]
		blocks[i] = terms.Block{Text: s.text, Start: s.start, Heading: s.heading}
		for _, e := range s.emphasis {
			blocks[i].Emphasis = append(blocks[i].Emphasis, terms.Span{Start: e.start, End: e.end})
		}
	}
	opts := terms.GlossaryOptions{Mentions: p.Mentions}
	if p.Eager {
		opts.Eagerness = terms.Eager
	}
	lang := g.doc.Metadata.Language
	if lang == "" {
		lang = "und" // BCP 47: undetermined, and nothing is taken for English
	}
	entries := terms.GlossaryIn(g.text, blocks, lang, opts)
	return func() (diag.List, error) { return p.print(g, blocks, entries), nil }, ctx.Err()
}

// print marks the mentions of the entries and lists them.
func (p Glossary) print(g *galley, blocks []terms.Block, found []terms.Entry) diag.List {
	doc := g.doc
	var entries []*entry
	for _, e := range found {
		out := &entry{GlossaryEntry: document.GlossaryEntry{
			Term: e.Term, Acronym: e.Kind == terms.Acronym, Expansion: e.Expansion,
			Definition: document.Plain(e.Definition), Rule: e.Rule,
		}, see: e.SeeAlso}
		evidence := e.Evidence
		if e.Defined.End > e.Defined.Start {
			evidence = e.Defined
			for _, m := range e.Mentions {
				if m.Block == evidence.Block && evidence.Start <= m.Start && m.End <= evidence.End {
					evidence = m
					break
				}
			}
		}
		s := &g.strips[evidence.Block]
		out.Evidence, _ = quote(s.text, s.sentenceSpan(evidence.Start), span{evidence.Start, evidence.End})
		for _, m := range e.Mentions {
			out.places = append(out.places, place{m.Block, span{m.Start, m.End}})
		}
		entries = append(entries, out)
	}
	directives := append(g.termDirectives(), doc.Directives.Glossary...)
	entries, told := edit(entries, directives, g.find(blocks, directives))
	told = append(told, g.foreign()...)
	if len(entries) == 0 {
		return told
	}
	sortBy(collator(doc.Metadata.Language), entries, func(e *entry) string { return e.Term })
	byTerm := map[string]document.Anchor{}
	for _, e := range entries {
		e.Anchor = g.reserve("term-" + document.Slug(e.Term))
		byTerm[e.Term] = e.Anchor
	}
	mentions(g, entries)
	glossary := &document.Glossary{}
	for _, e := range entries {
		for _, s := range e.see {
			if a, ok := byTerm[s]; ok && a != e.Anchor {
				e.SeeAlso = append(e.SeeAlso, a)
			} else if e.Rule == byAuthor && !ok {
				told.Add(diag.Warning, "enrich-glossary-see", diag.Position{}, "glossary: %q refers to %q, which has no entry", e.Term, s)
			}
		}
		glossary.Entries = append(glossary.Entries, &e.GlossaryEntry)
	}
	addSection(g, document.RoleGlossary, p.Title, glossary)
	return told
}

// entry is an entry of the glossary in the making.
type entry struct {
	document.GlossaryEntry
	places []place
	see    []string
}

// place is a stretch of a strip.
type place struct {
	strip int
	span
}

// isAcronym reports whether a term is written like one: NATO, KFOR, 3GPP.
func isAcronym(term string) bool {
	capitals := 0
	for _, r := range term {
		if unicode.IsUpper(r) {
			capitals++
		} else if !unicode.IsDigit(r) && r != '-' && r != '/' {
			return false
		}
	}
	return capitals >= 2
}

// mentions puts the marks of all entries into the text.
func mentions(g *galley, entries []*entry) {
	type mention struct {
		place
		entry int
	}
	places := 0
	for _, e := range entries {
		places += len(e.places)
	}
	all := make([]mention, 0, places)
	for i, e := range entries {
		for _, p := range e.places {
			if g.strips[p.strip].node != nil {
				all = append(all, mention{p, i})
			}
		}
	}
	slices.SortFunc(all, func(a, b mention) int {
		switch {
		case a.strip != b.strip:
			return a.strip - b.strip
		case a.start != b.start:
			return a.start - b.start
		case a.end != b.end:
			return b.end - a.end
		}
		return a.entry - b.entry
	})
	var marks []mark                    // of the strip at hand
	linked := make([]int, len(entries)) // by entry, the section that it was last linked in, counted from 1
	last := place{strip: -1}
	for _, m := range all {
		if m.strip == last.strip && m.start < last.end {
			continue // inside a longer term
		}
		if m.strip != last.strip && len(marks) > 0 {
			g.strips[last.strip].apply(marks)
			marks = marks[:0]
		}
		last = m.place
		s := &g.strips[m.strip]
		e := entries[m.entry]
		a := g.anchor("m", s.chapter, e.Term)
		e.Mentions = append(e.Mentions, a)
		k := mark{span: m.span, anchor: a}
		switch {
		case s.heading || linked[m.entry] == s.section+1:
			at := &document.Span{Attr: document.Attr{Anchor: a}}
			k.node, k.content = at, &at.Content
		default:
			link := &document.CrossReference{Attr: document.Attr{Anchor: a}, Target: e.Anchor, Ref: document.RefTerm}
			k.link, k.node, k.content = true, link, &link.Content
			if linked[m.entry] == 0 {
				first := &document.Definition{}
				link.Content, k.content = []document.Inline{first}, &first.Content
			}
			linked[m.entry] = s.section + 1
		}
		marks = append(marks, k)
	}
	if len(marks) > 0 {
		g.strips[last.strip].apply(marks)
	}
}
