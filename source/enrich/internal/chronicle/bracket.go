package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The right bracket of a German clause says what its finite verb does not: the participle of a passive or a pluperfect, the infinitive
// behind a modal, the prefix of a separable verb (Duden, Die Grammatik, 9th edition, on the sentence bracket). Only the two together
// tell what happened, and whether it did.

// bracketed returns the right bracket that closes tokens [from,end), if a participle or an infinitive does.
func (r *reader) bracketed(s *sentence, from, end int) string {
	if w := s.lowerAt(end - 1); !s.has(end-1, name) && s.tokens[end-1].Kind == prose.Word && (participle(w) || strings.HasSuffix(w, "en") && !s.isVerb(end-1)) {
		return w
	}
	return ""
}

// participle reports whether a form looks like a past participle: gebaut, gegründet, umgebaut, errichtet.
func participle(w string) bool {
	if strings.HasSuffix(w, "iert") {
		return true
	}
	if !strings.HasSuffix(w, "t") && !strings.HasSuffix(w, "en") || len(w) < 5 {
		return false
	}
	for _, p := range [...]string{"ge", "be", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "voll", "hinter"} {
		if strings.HasPrefix(w, p) && len(w) > len(p)+3 {
			return true
		}
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 4 && (strings.HasPrefix(rest, "ge") || strings.HasPrefix(rest, "be") || strings.HasPrefix(rest, "ver") || strings.HasPrefix(rest, "er")) {
			return true
		}
	}
	return false
}

// perfect reports whether a form has the "ge" of a participle, so that it is no past: abgehalten, gehalten.
func perfect(w string) bool {
	if !strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "t") || setGe[w] || strong(w) {
		return false
	}
	if strings.HasPrefix(w, "ge") {
		return true
	}
	for _, p := range separable {
		if rest, ok := strings.CutPrefix(w, p); ok && strings.HasPrefix(rest, "ge") && len(rest) > 5 {
			return true
		}
	}
	return false
}

// separable are the prefixes that stand in the right bracket when their verb stands in the left: "nahm … auf".
var separable = [...]string{"ab", "an", "auf", "aus", "bei", "durch", "ein", "empor", "entgegen", "fest", "fort", "frei", "her", "heraus", "herab", "herum", "hervor", "hin", "hinaus",
	"hinzu", "los", "mit", "nach", "nieder", "still", "statt", "teil", "um", "vor", "voran", "voraus", "weg", "weiter", "wieder", "zu", "zurück", "zusammen", "über", "wahr"}

// happened reports whether the finite verb of the clause [first,end) tells what happened.
func (r *reader) happened(s *sentence, d dated, first, verb, end int) bool {
	last := end - 1
	for last > verb && s.tokens[last].Kind != prose.Word {
		last--
	}
	for i := first; i < end; i++ {
		if s.has(i, neg) && !s.has(i, name) || s.has(i, iffy) && i < verb || s.is(i, "würde", "würden", "wohl", "vermutlich", "wahrscheinlich", "angeblich") && !s.has(i, name) {
			return false
		}
	}
	w := s.tokens[verb].lower
	if r.habitual(s, d, verb) {
		return false
	}
	switch w {
	case "konnte", "konnten", "musste", "mussten":
		// What could be done was done, what had to be was.
		return strings.HasSuffix(s.tokens[last].lower, "en") && !s.has(last, name) && last > verb+1 && !s.is(last, "können", "haben", "sein")
	case "hatte", "hatten":
		return participle(s.tokens[last].lower) && !s.has(last, name) && last > verb+1
	case "wurde", "wurden":
		return !s.is(last, "genannt", "bezeichnet", "angenommen", "vermutet", "gesprochen") // what is said of a thing
	}
	switch {
	case s.has(verb, stative):
		return d.x.Range != nil && r.g.lasting[w] || r.g.phrasal[w] != "" && s.is(last, strings.Fields(r.g.phrasal[w])...)
	case s.has(verb, modal|present):
		return false
	}
	return s.isVerb(verb)
}

// headless reports whether tokens behind the verb hold an article with an adjective that lacks its noun: "baute eine neue".
func (r *reader) headless(s *sentence, verb, end int) bool {
	last := end - 1
	for last > verb && s.tokens[last].Kind != prose.Word {
		last--
	}
	for i := verb + 1; i <= last; i++ {
		bare := i+1 > last || s.isVerb(i+1) || s.has(i+1, punct) || strings.HasPrefix(s.tokens[i+1].lower, "ge") || strings.Contains(s.tokens[i+1].lower, "ge") && i+1 == last
		if s.is(i-1, "ein", "eine", "einen", "einem", "einer") && !s.has(i, name) && s.tokens[i].Kind == prose.Word && bare {
			return true
		}
	}
	return false
}
