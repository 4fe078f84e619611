package enrich

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich/internal/terms"
)

// The author's hand on the glossary: entries are added, corrected, merged and left out.

// edit applies the author's directives to the entries found; at holds the places
// of the words that they name.
func edit(entries []*entry, directives []document.GlossaryDirective, at map[string][]place) ([]*entry, diag.List) {
	var found diag.List
	d := newDirectory(entries)
	for _, say := range directives {
		e := d.find(say.Term)
		if e == nil {
			// The author may name an acronym's entry by its long form.
			if e = d.long[strings.ToLower(say.Term)]; e != nil && !d.gone[e] {
				say.Term = e.Term
			} else {
				e = nil
			}
		}
		switch {
		case say.Suppress && e == nil:
			found.Add(diag.Warning, "enrich-glossary-match", say.Pos, "glossary: there is no entry %q to suppress", say.Term)
			continue
		case say.Suppress:
			d.gone[e] = true
			continue
		case e == nil:
			e = &entry{GlossaryEntry: document.GlossaryEntry{Term: say.Term, Acronym: isAcronym(say.Term)}, places: at[say.Term]}
			entries = append(entries, e)
		}
		e.Term, e.Rule, e.Pos = say.Term, byAuthor, say.Pos
		places := slices.Clone(e.places)
		if say.Expansion != "" && say.Expansion != e.Expansion {
			e.Expansion = say.Expansion
			places = append(places, at[say.Expansion]...)
		}
		if say.Definition != "" {
			e.Definition = document.Plain(say.Definition)
		}
		e.see = append(e.see, say.SeeAlso...)
		for _, alias := range say.Aliases {
			if o := d.find(alias); o != nil && o != e {
				places = append(places, o.places...)
				d.gone[o] = true
				// What the text says of the other name, it says of this one.
				if e.Expansion == "" && !strings.EqualFold(o.Expansion, e.Term) {
					e.Expansion = o.Expansion
				}
				if len(e.Definition) == 0 {
					e.Definition = o.Definition
				}
			} else {
				places = append(places, at[alias]...)
			}
		}
		e.places = ordered(places)
		d.add(e)
	}
	entries = slices.DeleteFunc(entries, func(e *entry) bool {
		if d.gone[e] {
			return true
		}
		// Nothing could be printed but a word that the text does not hold: other names of it do not say what it is.
		empty := e.Rule == byAuthor && len(at[e.Term]) == 0 && e.Expansion == "" && len(e.Definition) == 0 && len(e.see) == 0
		if empty {
			found.Add(diag.Warning, "enrich-glossary-match", e.Pos, "glossary: %q has no definition, and the text does not hold it", e.Term)
		}
		return empty
	})
	return entries, found
}

// directory finds entries by their terms.
type directory struct {
	exact, folded map[string]*entry
	long          map[string]*entry // by expansion, folded
	gone          map[*entry]bool   // entries that were left out or merged
}

func newDirectory(entries []*entry) *directory {
	d := &directory{map[string]*entry{}, map[string]*entry{}, map[string]*entry{}, map[*entry]bool{}}
	for _, e := range entries {
		d.add(e)
	}
	return d
}

// add enters an entry where no other one stands.
func (d *directory) add(e *entry) {
	for _, in := range []struct {
		m   map[string]*entry
		key string
	}{{d.exact, e.Term}, {d.folded, strings.ToLower(e.Term)}, {d.long, strings.ToLower(e.Expansion)}} {
		if old := in.m[in.key]; in.key != "" && (old == nil || d.gone[old]) {
			in.m[in.key] = e
		}
	}
}

// find returns the entry of a term; letter case does not matter where no entry has the same.
func (d *directory) find(term string) *entry {
	for _, e := range []*entry{d.exact[term], d.folded[strings.ToLower(term)]} {
		if e != nil && !d.gone[e] {
			return e
		}
	}
	return nil
}

// find returns the places where each of the words stand as words of their own.
// A word in lower case also matches its capitalised form. The blocks are
// the galley's strips.
func (g *galley) find(blocks []terms.Block, directives []document.GlossaryDirective) map[string][]place {
	out := map[string][]place{}
	var words []string
	for _, d := range directives {
		for _, w := range append([]string{d.Term, d.Expansion}, d.Aliases...) {
			if _, known := out[w]; !known && w != "" {
				out[w] = nil
				words = append(words, w)
			}
		}
	}
	if len(words) == 0 {
		return nil
	}
	for i, places := range terms.Places(g.text, blocks, words) {
		for _, p := range places {
			out[words[i]] = append(out[words[i]], place{p.Block, span{p.Start, p.End}})
		}
	}
	return out
}

// ordered sorts places and leaves out those that overlap an earlier one.
func ordered(places []place) []place {
	slices.SortFunc(places, func(a, b place) int {
		if a.strip != b.strip {
			return a.strip - b.strip
		}
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []place
	for _, p := range places {
		if n := len(out); n > 0 && out[n-1].strip == p.strip && out[n-1].end > p.start {
			continue
		}
		out = append(out, p)
	}
	return out
}
