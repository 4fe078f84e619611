package temporal

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// "Before 1990" names the year 1990, and means no day of it. TimeML leaves such a preposition out of the expression (it is
// a SIGNAL), so the value stays 1990; what it says is told beside it, by the modifiers of TIMEX3 that bound a point in
// time, and by the intervals of ISO 8601-2:2019 (EDTF level 1) that are open on one side: ../1990 and 1990/... The date
// that bounds stands in the interval as the text gives it; the modifier says whether it counts in.

// bound gives x its modifier and its open interval, if the words around it make a bound of it.
func (s *scanner) bound(r *reading, x *Expression) {
	if x.Range != nil || !x.Resolved() || x.Grain == Clock || x.Type != DATE {
		return
	}
	if x.Grain >= Century && strings.Contains(x.Text, "-") && !s.ends(r) {
		return // "following the 12th-century revival"
	}
	mod := s.boundAfter(r)
	if mod == "" {
		mod = s.boundBefore(r)
	}
	last := mod == ONBEFORE || mod == AFTER
	for i := r.from; i < r.to; i++ {
		if w := s.at(i).word; w != nil && w.modN != 0 && w.modN.String() != MID {
			last = w.modN.String() == END // "before the end of the 1960s": the edge itself bounds
			break
		}
	}
	switch mod {
	case BEFORE, ONBEFORE:
		x.Open = "../" + edtfEnd(x, last)
	case AFTER, ONAFTER:
		x.Open = edtfEnd(x, last) + "/.."
	default:
		return
	}
	if x.Mod == "" {
		x.Mod = mod
	}
}

// limit is a way of making a bound of a date, before or after it.
type limit struct {
	words []*word
	mod   string
	from  bool // only after "from": "from 1990 on"
	ends  bool // only where the clause ends: "1990 or later"
}

// before adds ways of making a bound that stand before a date, each a word or several joined by underscores.
func (l *language) before(list, mod string) {
	for _, q := range strings.Fields(list) {
		p := limit{words: l.phrase(q), mod: mod}
		last := p.words[len(p.words)-1]
		last.leading = append(last.leading, p)
	}
}

// after adds ways that stand after a date; they are otherwise like sample.
func (l *language) after(list, mod string, sample limit) {
	for _, q := range strings.Fields(list) {
		p := sample
		p.words, p.mod = l.phrase(q), mod
		p.words[0].trailing = append(p.words[0].trailing, p)
	}
}

// phrase returns the words that underscores join.
func (l *language) phrase(joined string) (words []*word) {
	for _, w := range strings.Split(joined, "_") {
		words = append(words, l.word(w))
	}
	return words
}

// boundAfter returns what the words after a date make of it: "in 1990 or later", "from 548 and onward".
func (s *scanner) boundAfter(r *reading) string {
	it := s.at(r.to)
	if it.Line || it.word == nil {
		return ""
	}
	for _, p := range it.word.trailing {
		if !s.follow(r.to, p.words) || p.from && !s.leads(r.from, From) {
			continue
		}
		to := s.at(r.to + len(p.words))
		if word := to.Kind == prose.Word && !to.Line; p.ends && word || p.from && word && (to.capital || to.word != nil && to.word.determiner) {
			continue // "in 1990 and later works", "from 1990 on the island"
		}
		return p.mod
	}
	return ""
}

// boundBefore returns what the preposition before a date makes of it. A date that only tells which of several things is
// meant is none of its own: "before the 1990 election". Nor is one that a length of time is counted from ("two years
// before 1990"), and what did not come about until a date did so then.
func (s *scanner) boundBefore(r *reading) string {
	if s.at(r.from).Line {
		return ""
	}
	w := s.at(r.from - 1).word
	if w == nil {
		return ""
	}
	for _, p := range w.leading {
		if i := r.from - len(p.words); i >= 0 && s.follow(i, p.words) {
			if s.negates(p.words[0]) {
				return p.mod // "not later than" says no more than that
			}
			return s.unless(i, r, p.mod)
		}
	}
	i := r.from - 1
	article := false
	for range 3 { // "before about 1990", "vor dem 3. Mai", "avant l'été"
		w := s.at(i).word
		if w != nil && w.owner {
			return "" // "attracted by its summer"
		}
		if s.at(i+1).Line || w == nil || w.hasLead || !w.determiner && w.quants == nil && !s.is(i, "'", "’") {
			break
		}
		article = article || w.determiner
		i--
	}
	w = s.at(i).word
	if r.season > 0 && !r.hasYear && !s.ends(r) {
		return "" // "brought by winter winds"
	}
	if w == nil || s.at(i+1).Line || !w.hasLead || article && !s.ends(r) && !(s.lang.articles && !s.bare(r)) {
		return ""
	}
	switch w.lead {
	case Before:
		return s.unless(i, r, BEFORE)
	case By, Until:
		return s.unless(i, r, ONBEFORE)
	case Since:
		if w.asEarly {
			return "" // "dès 1990", as early as 1990
		}
		return s.unless(i, r, ONAFTER)
	case After:
		return s.unless(i, r, AFTER)
	}
	return ""
}

// unless returns mod, unless what stands before the preposition at item i takes it back.
func (s *scanner) unless(i int, r *reading, mod string) string {
	switch c := s.text[s.at(r.to).Start:s.at(r.to).End]; {
	case (c == "'" || c == "’") && !s.at(r.to).Spaced, c == "-" && !s.at(r.to).Spaced:
		return "" // "before 1990's fall", "after 1990-born"
	}
	if w := s.at(i - 1).word; w != nil && !s.at(i).Line {
		switch {
		case w.unit != NoGrain:
			return "" // "two years before 1990"
		case s.negates(w) && mod == BEFORE:
			return ONAFTER // "not before 1990"
		}
	}
	if mod != BEFORE && mod != ONBEFORE {
		return mod
	}
	for k := i - 1; k >= max(0, i-farthestNot); k-- {
		it := s.at(k)
		if s.at(k+1).Line || it.Kind == prose.Punct && s.char(k) == '.' {
			break
		}
		if s.negates(it.word) || s.contracted(k) {
			return "" // "It did not open until 1990."
		}
	}
	return mod
}

// farthestNot is how many items before a preposition "not" may stand that takes it back.
const farthestNot = 10

func (s *scanner) negates(w *word) bool { return w != nil && w.negates }

// contracted reports whether item k is the end of "didn't".
func (s *scanner) contracted(k int) bool {
	t := s.text[s.at(k).Start:s.at(k).End]
	return (t == "t" || t == "T") && !s.at(k).Spaced
}

// ends reports whether a date that follows an article is all of its noun phrase.
func (s *scanner) ends(r *reading) bool {
	it := s.at(r.to)
	return it.Line || it.Kind != prose.Word || it.word != nil && !it.capital && (it.word.function || it.word.finite)
}

// bare reports whether a date is a month or year and no more, which takes no article of its own: "the 1990 election".
func (s *scanner) bare(r *reading) bool {
	return r.day == 0 && r.season == 0 && r.grain == NoGrain && s.at(r.from).Kind == prose.Number || r.day == 0 && r.month > 0
}

// leads reports whether a preposition of the relation given stands right before item i.
func (s *scanner) leads(i int, l Lead) bool {
	w := s.at(i - 1).word
	if w != nil && w.determiner && !w.hasLead {
		w = s.at(i - 2).word
	}
	return w != nil && w.hasLead && w.lead == l
}
