package temporal

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// The evidence that a number is a year, and that it counts, measures or names something else.

// yearEvidence reports whether items [from,to), a number that could be a year, is one.
func (s *scanner) yearEvidence(from, to int, r *reading) bool {
	if r.eraGiven {
		return true
	}
	first, next := s.at(from), s.at(to)
	if s.designated(from) || s.countedAfter(to) || s.cited(from, to) || s.addressed(to) || s.is(to, "of") && s.at(to+1).Kind == prose.Number {
		return false // "1500 of 2000 cases"
	}
	if by := s.text[next.Start:next.End]; (by == "x" || by == "×") && s.at(to+1).Kind == prose.Number {
		return false // "1920 x 1080"
	}
	if nwJoins(s, to) && s.at(to+1).digits == 4 && s.countedAfter(to+2) {
		return false // "from 1500 to 2000 people"
	}
	prev := s.at(from - 1)
	pw := prev.word
	if pw == nil {
		pw = &noWord
	}
	if sign := s.text[prev.Start:prev.End]; !r.threeDigits && (sign == "†" || sign == "*" && (s.char(from-2) == '(' || s.char(from-2) == ';')) {
		return true // "(* 1412 in Ulm; † 1464)"
	}
	plural := s.pluralAfter(to)
	round := r.year%100 == 0
	if s.lang.bareYears && !r.threeDigits && r.year >= 1200 && !pw.weakLead && prev.Kind != prose.Number && (s.char(from-1) != '(' && prev.Kind != prose.Punct || first.Line || s.char(from-1) == '.' || s.char(from-1) == ',') {
		// German needs no preposition: "1949 gründeten", "wurde 1949 gegründet".
		if next.Kind == prose.Word && !next.capital && !next.Line || s.closes(to) {
			return true
		}
		became := pw
		if two := s.at(from - 2).word; two != nil && (pw.text == "er" || pw.text == "sie" || prev.capital) {
			became = two // "wurde er 1809 Bürger"
		}
		if (pw.text == "wurde" || pw.text == "wird" || became.text == "wurde" || became.text == "wird") && next.Kind == prose.Word {
			return true // "wurde 1809 Bürger": 1809 citizens would be several
		}
	}
	if first.Line {
		// A heading's or a line's first word: "1999", "1999: The war", "1999 also saw".
		return !r.threeDigits && (!plural || !round)
	}
	if r.threeDigits {
		return pw.yearLead && !nwJoins(s, to) && (next.Kind == prose.Punct && !s.connector(to) || next.Line || next.capital || next.word != nil && next.word.function)
	}
	switch {
	case s.text[next.Start:next.End] == "Overture":
		return false // the title of a work
	case s.feastBefore(from):
		return r.year >= 1000
	case pw.text == "than" && s.is(from-2, "earlier", "later"):
		return r.year >= 1200 && s.closes(to)
	case pw.datedBy:
		return r.year >= 1000 && !plural && s.closes(to) // "founded 1843 in Leeds"
	case pw.text == "spent":
		return !round && s.is(to, "in", "at", "as") // "He spent 1860 in Kentucky"
	case pw.text == "to" && (s.is(from-2, "prior", "previous") || s.is(from-2, "up") && !round):
		return r.year >= 1400 && s.closes(to) // "up to 1939 it ran"
	case pw.yearLead:
		if plural && (round || r.year < 1600) {
			return false
		}
		return !(next.Kind == prose.Word && next.capital == s.lang.nounsCapital && next.word == nil && r.year < 1200 && !next.Line)
	case pw.determiner:
		// "the 1941 campaign", but "the 1500 men".
		if c := s.char(to); r.year >= 1600 && (c == '"' || c == 0xE2 && next.Spaced) && !next.Line {
			return true // the 1780 "Moonlight Battle"
		}
		return r.year >= 1600 && next.Kind == prose.Word && !next.Line && (!plural || !round) && (next.word == nil || !next.word.function || next.capital)
	case pw.weakLead:
		if plural && (pw.text != "of" || round || r.year < 1800) || next.Kind == prose.Word && next.word == nil && !next.capital && round {
			return false
		}
		switch pw.text {
		case "and", "or", "to":
			// The second of two years: the first stands no more than six items before.
			for k := from - 2; k >= max(0, from-7); k-- {
				if it := s.at(k); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && it.num <= s.at(from).num {
					return true
				}
			}
			return false
		case "on", "about", "than", "for", "at", "per":
			return pw.text == "for" && r.year >= 1600 && !round && s.closes(to) || pw.text == "than" && r.year >= 1800 && s.closes(to)
		}
		return r.year >= 1200 && (!round || s.closes(to))
	}
	switch s.text[prev.Start:prev.End] {
	case "(", "[":
		c := s.char(to)
		return c == ')' || c == ']' || c == ';' || c == ',' || c == ':' || c == '-' || next.Kind == prose.Punct && c == 0xE2
	case ",", ";":
		if next.Line || to >= len(s.Tokens) {
			return r.year >= 1400
		}
		// A list of years: "1997, 1998 and 1999", or the year after a date in brackets.
		for k := from - 2; k >= max(0, from-3); k-- {
			if it := s.at(k); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && (k == from-2 || s.at(from-2).Kind != prose.Word) {
				return !plural
			}
			if c := s.char(k); c == ')' && k == from-2 {
				return s.char(to) == ','
			}
		}
	case "-", "–", "—", "/":
		if it := s.at(from - 2); it.digits == 4 && it.num >= 1000 && it.num <= 2100 && it.num < s.at(from).num {
			return true
		}
	}
	if (s.char(from-1) == '.' || s.char(from-1) == '"') && first.Spaced && !round {
		// A sentence that begins with a year.
		return next.word != nil && (next.word.finite || next.word.function) && !plural
	}
	if next.word != nil && next.word.yearVerb && !next.Line && prev.word != nil && prev.word.function {
		return true // "and so 1987 saw little change"
	}
	if c := s.text[next.Start:next.End]; (c == "'" || c == "’") && !next.Spaced && s.is(to+1, "s") && !s.at(to+1).Spaced && r.year >= 1600 {
		return true // "1985's losses"
	}
	if pw.text == "as" && s.at(from-2).word != nil && s.at(from-2).word.modA != 0 {
		return true // "as late as 1781"
	}
	if b := s.at(from - 2).word; pw.copula && b != nil && (b.text == "it" || b.unit == Year) {
		return s.closes(to) && !round // "It was 1940"
	}
	if prev.word != nil && prev.word.eventNoun || prev.word != nil && prev.word.possessive {
		return true
	}
	// "Germany's 1939 attack".
	if prev.Kind == prose.Word && s.text[prev.Start:prev.End] == "s" && !prev.Spaced && r.year >= 1600 {
		return next.Kind == prose.Word && !plural
	}
	// "the early 1943 battles", "his disastrous 1812 campaign": an adjective between determiner and year.
	if prev.Kind == prose.Word && !prev.capital && r.year >= 1700 && next.Kind == prose.Word && (next.word == nil || next.word.work) && !plural && !round {
		d := s.at(from - 2)
		return d.word != nil && d.word.determiner
	}
	return false
}

// feastBefore reports whether the number at item i stands after the name of a day or festival that has a preposition of
// time: "on Labour Day 1990", "at Kirkby Folk Festival 1968". Where no rule tells the day, it still tells the year.
func (s *scanner) feastBefore(i int) bool {
	if !s.is(i-1, "day", "eve", "festival") || !s.at(i-1).capital {
		return false
	}
	const longest = 6 // items of a name
	named := false
	for k := i - 2; k >= i-1-longest && !s.at(k+1).Line; k-- {
		it := s.at(k)
		switch c := s.text[it.Start:it.End]; {
		case it.capital && (it.word == nil || !it.word.hasLead):
			named = true
		case c == "'" || c == "’" || c == "." || c == "s" && !it.Spaced || c == "-" || c == "of":
		default:
			return named && (s.is(k, "on", "at", "in", "during", "before", "after", "since", "until", "by") || it.word != nil && it.word.determiner && s.at(k-1).word != nil && s.at(k-1).word.hasLead)
		}
	}
	return false
}

// cited reports whether a year is that of a work referred to: "Reed et al. (1999)", "Reed (1999, p. 23)", "Reed (1999: 45)".
func (s *scanner) cited(from, to int) bool {
	k := from - 1
	for n := 0; n < 3 && !s.at(k+1).Line && (s.char(k) == '(' || s.char(k) == ',' || s.char(k) == '.' || s.char(k) == '['); n++ {
		k--
	}
	if s.is(k, "al") && s.is(k-1, "et") {
		return true
	}
	if s.char(from-1) != '(' {
		return false
	}
	w := s.at(to + 1).word
	return s.char(to) == ':' && s.at(to+1).Kind == prose.Number || s.char(to) == ',' && w != nil && w.designation
}

// apart reports whether the number of two digits at item i is a year after a dash with space on both sides: "the war of
// 1939 – 45".
func (s *scanner) apart(i int) bool {
	if by := s.at(i - 1); !by.Spaced || by.Kind != prose.Punct || s.char(i-1) == '/' || s.at(i-2).digits != 4 {
		return false
	}
	it := s.at(i + 1)
	return s.closes(i+1) || it.Kind == prose.Word && it.Spaced && !it.capital && (it.word == nil || it.word.unit == NoGrain && !it.word.counted && it.word.month == 0) && !s.pluralAfter(i+1)
}

// addressed reports whether the number before item i is that of a house: "1815 Oak Avenue".
func (s *scanner) addressed(i int) bool {
	for k := i; k < i+3; k++ {
		it := s.at(k)
		if it.Kind != prose.Word || !it.capital || it.Line || it.word != nil && it.word.function {
			return false
		}
		if k > i && it.word != nil && it.word.street {
			return true
		}
	}
	return false
}

func nwJoins(s *scanner, i int) bool {
	w := s.at(i).word
	return w != nil && (w.joins || w.text == "per")
}

// closes reports whether the clause closes at item i.
func (s *scanner) closes(i int) bool {
	it := s.at(i)
	if it.Line || i >= len(s.Tokens) {
		return true
	}
	if it.Kind == prose.Punct {
		return s.char(i) != '-' || it.Spaced
	}
	return it.word != nil && it.word.function
}

// designated reports whether the item before i makes the number at i a name: "Room 1999", "No. 1999".
func (s *scanner) designated(i int) bool {
	if s.at(i).Line {
		return false
	}
	j := i - 1
	if c := s.char(j); c == '.' || c == '#' {
		if c == '#' {
			return true
		}
		if s.at(j).Spaced || s.at(j-1).word == nil || !s.at(j-1).word.abbreviates {
			return false
		}
		j--
	}
	it := s.at(j)
	if it.word == nil && it.Kind == prose.Word {
		for _, end := range s.lang.streets {
			if strings.HasSuffix(s.text[it.Start:it.End], end) && !s.at(j+1).Line {
				return true
			}
		}
	}
	return it.word != nil && it.word.designation
}

// countedAfter reports whether what follows at i is counted by the number before it: "1999 people".
func (s *scanner) countedAfter(i int) bool {
	it := s.at(i)
	if it.Line || it.word == nil && it.Kind != prose.Word {
		return false
	}
	if it.word != nil && it.word.counted {
		return true
	}
	// "1500 armed men": one adjective may stand between.
	if it.Kind == prose.Word && !it.capital && it.word == nil {
		if n := s.at(i + 1); !n.Line && n.word != nil && n.word.people {
			return true
		}
	}
	return false
}

// pluralAfter reports whether the word at i looks like the plural of a common noun.
func (s *scanner) pluralAfter(i int) bool {
	it := s.at(i)
	if it.Line || it.Kind != prose.Word || it.capital || it.word != nil && it.word.function {
		return false
	}
	t := s.text[it.Start:it.End]
	return len(t) > 3 && t[len(t)-1] == 's' && t[len(t)-2] != 's' && t[len(t)-2] != 'u' && t[len(t)-2] != 'i'
}
