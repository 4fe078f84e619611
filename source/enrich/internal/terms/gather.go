package terms

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// From pairs, definitions and mentions to entries.

type gatherer struct {
	*vocabulary
	blocks  []Block
	lang    string
	opts    GlossaryOptions
	entries []Entry
	plain   []bool          // entry needs no second mention
	told    []bool          // entry is expressly defined, though it may be a name
	text    *prose.Text     // that of all blocks
	tokens  [][]prose.Token // of each block
	reader  *definer        // that has read them
}

// express is the confidence from which a term is expressly defined, so that it need not be mentioned again.
const express = 0.90

// terms adds defined terms, and definitions to the acronyms.
func (g *gatherer) terms() {
	if g.phrases == nil {
		return
	}
	byForm := map[string]int{}
	for i, e := range g.entries {
		byForm[e.Term] = i
		for _, s := range g.plurals(strings.ToLower(e.Expansion)) {
			byForm[s] = i
		}
	}
	reader := newDefiner(g.vocabulary, g.text)
	g.reader = reader
	for b, block := range g.blocks {
		if block.Heading {
			continue
		}
		for _, d := range reader.define(g.tokens[b], Span{block.Start, block.Start + len(block.Text)}, block.Emphasis, false) {
			if d.Term == "" || d.Text == "" {
				continue
			}
			emphasised := false
			for _, s := range block.Emphasis {
				if s.Start <= d.TermStart && d.TermEnd <= s.End && s.End-s.Start < d.TermEnd-d.TermStart+24 {
					emphasised = true
					d.Confidence = min(1, d.Confidence+0.12)
				}
			}
			if i, known := byForm[strings.ToLower(d.Term)]; known && g.entries[i].Kind == Acronym {
				d.Confidence = min(1, d.Confidence+0.10) // a name that has an entry already
			}
			need := Printed
			if g.opts.Eagerness == Eager {
				need = 0.75
			}
			if d.Confidence < need || !g.readable(d) {
				continue
			}
			text := d.Text
			if d.of != "" {
				text = d.of + ", " + text
			}
			text = g.sentenceCase(text)
			place := Place{b, d.Sentence}
			key := d.Term
			i, known := byForm[key]
			if !known {
				key = strings.ToLower(d.Term)
				i, known = byForm[key]
			}
			if known {
				if e := &g.entries[i]; e.Definition == "" && !e.repeats(text) {
					e.Definition, e.Defined = text, place
				}
				continue
			}
			if acronymLike(d.Term) || !g.worthy(d) {
				continue
			}
			for _, s := range g.plurals(strings.ToLower(d.Term)) {
				byForm[s] = len(g.entries)
			}
			g.entries = append(g.entries, Entry{
				Term: d.Term, Definition: text, Kind: Term, Rule: d.Rule,
				Evidence: place, Defined: place, Confidence: d.Confidence,
			})
			told := emphasised || d.kind || d.Rule == "means" || d.Rule == "meaning" || d.Rule == "occurs"
			told = told || d.named
			g.plain = append(g.plain, told && !d.named || d.Confidence >= express && g.general(d.Text))
			g.told = append(g.told, told)
		}
	}
}

// findMentions finds the mentions of all entries.
func (g *gatherer) findMentions() {
	t := g.index(&g.text.Lexicon)
	meanings := map[string][]int{} // the entries of a short form, in the order of their evidence
	for i, e := range g.entries {
		if e.Kind == Acronym {
			meanings[shortKey(e.Term)] = append(meanings[shortKey(e.Term)], i)
		}
	}
	for b, block := range g.blocks {
		var loud, known bool
		t.search(g.text.Source, g.tokens[b], func(i int, s Span) {
			s = s.less(block.Start)
			e := &g.entries[i]
			if e.Kind == Acronym {
				// Of several meanings that is meant which the text gave last.
				if same := meanings[shortKey(e.Term)]; len(same) > 1 && acronymLike(block.Text[s.Start:s.End]) {
					at := sort.Search(len(same), func(k int) bool {
						p := g.entries[same[k]].Evidence
						return p.Block > b || p.Block == b && p.Start > s.Start
					})
					e = &g.entries[same[max(0, at-1)]]
				}
			}
			if !known {
				loud, known = shouted(block.Text), true
			}
			if loud && e.Kind == Acronym && acronymLike(block.Text[s.Start:s.End]) && len(block.Text) > len(e.Term)+8 {
				return
			}
			// "Kosovo Force (KFOR)" is one mention, in its evidence and wherever
			// the text repeats it.
			if n := len(e.Mentions); n > 0 && e.Mentions[n-1].Block == b && e.Kind == Acronym {
				last := e.Mentions[n-1]
				gap := block.Text[last.End:s.Start]
				if len(gap) <= 6 && strings.ContainsAny(gap, "([=:") || e.Evidence.Block == b && e.Evidence.Start <= last.Start && s.End <= e.Evidence.End {
					return
				}
			}
			e.Mentions = append(e.Mentions, Place{b, s})
		})
	}
}

// choose drops the terms that are not mentioned often enough and settles how
// the others are written.
func (g *gatherer) choose() {
	kept := g.entries[:0]
	for i, e := range g.entries {
		need := g.opts.Mentions
		if need == 0 {
			if need = 2; g.plain[i] {
				need = 1
			}
		}
		if e.Kind == Term && len(e.Mentions) < need {
			continue
		}
		if e.Kind == Term {
			term, name := g.spelling(e)
			word, _, _ := strings.Cut(strings.ToLower(e.Definition), " ")
			if name && (g.phrases.indefinite[word] || e.Rule == "apposition") && !g.told[i] && g.opts.Eagerness == Careful {
				continue
			}
			if !name || g.told[i] || !g.ofSomebody(e.Definition) {
				e.Term = term
			}
		}
		kept = append(kept, e)
	}
	g.entries = kept
}

// index enters all forms of the entries into a trie, for texts that the lexicon has cut.
func (g *gatherer) index(lexicon *prose.Lexicon) *searcher {
	t := &searcher{lexicon: lexicon}
	for i, e := range g.entries {
		if e.Kind == Acronym {
			t.add(e.Term, form{entry: i, exact: e.Term})
			key := shortKey(e.Term)
			for _, s := range [...]string{key, key + "s"} {
				if s != e.Term {
					t.add(s, form{entry: i, exact: s})
				}
			}
			r, _ := utf8.DecodeRuneInString(e.Expansion)
			for _, s := range g.plurals(e.Expansion) {
				t.add(s, form{entry: i, capital: unicode.IsUpper(r)})
			}
			continue
		}
		for _, s := range g.plurals(e.Term) {
			t.add(s, form{entry: i})
		}
	}
	return t
}

// refer links each entry to those that its definition mentions.
func (g *gatherer) refer() {
	var lexicon prose.Lexicon
	toks := make([][]prose.Token, len(g.entries))
	for i := range g.entries {
		toks[i] = lexicon.AppendTokens(nil, g.entries[i].Definition)
	}
	t := g.index(&lexicon)
	for i := range g.entries {
		e := &g.entries[i]
		t.search(e.Definition, toks[i], func(j int, _ Span) {
			if j != i && !slices.Contains(e.SeeAlso, g.entries[j].Term) && g.entries[j].Term != e.Term {
				e.SeeAlso = append(e.SeeAlso, g.entries[j].Term)
			}
		})
	}
}
