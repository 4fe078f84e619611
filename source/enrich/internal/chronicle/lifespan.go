package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// An article about a person says in its first sentence, in brackets behind the name, when its subject was born and died:
// "Ada Reed (2 February 1803 – 6 April 1862) was a botanist", "(born 3 May 1950)", "(* 3. Mai 1950 in Hull; † …)". Of other
// persons such brackets only say who they were.

// maxAge is the number of years that nobody lives longer than.
const maxAge = 115

// openingSentences is how many sentences may stand before the one that opens the article: a note on the name, a caption.
const openingSentences = 2

// lifespan tells the birth or the death of the article's subject, if expression k is one of the dates in the brackets behind
// its name.
func (r *reader) lifespan(s *sentence, exprs []temporal.Expression, k int) (string, bool) {
	x := &exprs[k]
	if r.cast.sentence > openingSentences || !r.opens || x.Grain > temporal.Year || x.Context {
		return "", false
	}
	end := 0
	for end < len(s.tokens) && (s.has(end, name) || r.g.lang == "de" && s.tokens[end].initial) {
		end++
	}
	if end == 0 || !s.is(end, "(") || s.tokens[end].Start > x.Start {
		return "", false
	}
	at, shut := -1, end+1
	for ; shut < len(s.tokens) && !(s.is(shut, ")") && s.tokens[shut].depth == 1); shut++ {
		if s.tokens[shut].Start < x.Start {
			at = shut // the token before the date
		}
	}
	if shut >= len(s.tokens) || s.tokens[shut].Start < x.End || !r.mortal(s, end, shut) {
		return "", false
	}
	for s.has(at, det|prep) && at > end {
		at-- // "le", "am"
	}
	born, died := false, false
	switch b, d := x.Range, s.lowerAt(at); {
	case d == "born" || d == "b" || d == "*" || d == "geboren" || d == "né" || d == "née" || d == "." && s.is(at-1, "b", "geb"):
		born = true
	case d == "died" || d == "d" || d == "†" || d == "gestorben" || d == "mort" || d == "morte" || d == "." && s.is(at-1, "d", "gest"):
		died = true
	case b == nil || b.Upper.Year-b.Lower.Year > maxAge || b.Upper.Year-b.Lower.Year < 5:
		return "", false
	case b.Start == x.Start:
		born = true
	case b.End == x.End:
		died = true
	}
	verb := map[string][2]string{"en": {"was born", "died"}, "de": {"wurde geboren", "starb"}, "fr": {"naquit", "mourut"}}[r.g.lang]
	switch {
	case born:
		return r.raw(s, 0, end) + " " + verb[0] + ".", true
	case died:
		return r.raw(s, 0, end) + " " + verb[1] + ".", true
	}
	return "", false
}

// mortal reports whether the names before token end are a person's: by a given name, or by what the sentence goes on to say, "was
// an English botanist", behind the bracket that token shut closes.
func (r *reader) mortal(s *sentence, end, shut int) bool {
	role := false
	for i := shut + 1; i < len(s.tokens) && i < shut+18 && !s.is(i, ";"); i++ {
		role = role || r.roleAt(s, i) && !s.plain(i+1)
	}
	thing := false
	for i := range end {
		thing = thing || r.traits[s.tokens[i].Form].thing
		if r.given(&s.tokens[i]) != "" && (i == 0 || r.g.titles[s.tokens[i-1].lower]) && end > 1 && !thing {
			return true
		}
	}
	return role && !thing && s.tokens[shut].Kind == prose.Punct && !strings.ContainsAny(r.raw(s, 0, end), "0123456789")
}
