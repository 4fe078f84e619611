package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
)

// shortForm is where a text uses an acronym first, in bytes, and what it stands
// for. Those who listen are told once: at the first place in the order of
// reading, whether it leads to the glossary, is an abbreviation of the writer's
// or plain text behind the long form, and by one element (ISO 32000-1, 14.9.5).
type shortForm struct {
	extent
	long string
}

// shortForms finds the first uses of all acronyms: cross-references to their
// entries and abbreviations as a whole, and texts that have them as words.
func (v *volume) shortForms() map[document.Inline][]shortForm {
	long := map[string]string{} // by acronym
	for e := range document.Each[*document.GlossaryEntry](v.doc) {
		if e.Acronym && e.Expansion != "" && long[e.Term] == "" {
			long[e.Term] = e.Expansion
		}
	}
	uses := map[document.Inline][]shortForm{}
	said := map[string]bool{}
	first := func(n document.Inline, short, long string, at extent) {
		if long != "" && !said[short] {
			said[short] = true
			uses[n] = append(uses[n], shortForm{at, long})
		}
	}
	within := -1 // the depth of a node whose content is passed over
	for depth, n := range v.doc.All() {
		if within >= 0 && depth > within {
			continue
		}
		within = -1
		switch n := n.(type) {
		case *document.Glossary, *document.Index, *document.Timeline:
			within = depth // has elements of its own for what is short
		case *document.CrossReference:
			if e, ok := v.nodes[n.Target].(*document.GlossaryEntry); ok && e.Acronym && n.Show == document.ShowContent && document.TextOf(n.Content) == e.Term {
				first(n, e.Term, e.Expansion, extent{})
				within = depth
			}
		case *document.Abbreviation:
			first(n, document.TextOf(n.Content), n.Expansion, extent{})
			within = depth
		case *document.Text:
			for at := range words(n.Value) {
				w := n.Value[at.start:at.end]
				first(n, w, long[w], at)
			}
		}
	}
	return uses
}

// words yields what stands between characters that are neither letters nor
// digits.
func words(text string) func(yield func(extent) bool) {
	return func(yield func(extent) bool) {
		start := -1
		for i := 0; i <= len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			if i == len(text) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				if start >= 0 && !yield(extent{start, i}) {
					return
				}
				start = -1
			} else if start < 0 {
				start = i
			}
			i += max(size, 1)
		}
	}
}

// spell writes a text in which acronyms are used first.
func (in *inliner) spell(n *document.Text, a *attr) {
	done := 0
	for _, f := range in.s.shorts[n] {
		in.write(n.Value[done:f.start], a)
		in.write(n.Value[f.start:f.end], expanded(a, f.long))
		done = f.end
	}
	in.write(n.Value[done:], a)
}

// whole returns the attributes for a cross-reference or an abbreviation, which
// may be the first use of an acronym.
func (in *inliner) whole(n document.Inline, a *attr) *attr {
	if f := in.s.shorts[n]; len(f) > 0 {
		return expanded(a, f[0].long)
	}
	return a
}

func expanded(a *attr, long string) *attr {
	return span(a, func(a *attr) {
		a.tag = a.tag.refined("Span", "abbreviation")
		a.tag.Expansion = long
	})
}
