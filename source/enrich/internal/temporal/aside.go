package temporal

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What takes the narrative nowhere: dates that are only looked at, planned, or part of a name, and times that come every
// year.

// moves reports whether the narrative goes on from the date just read. Dates in an aside, and old dates that only
// say since when something holds, are looked back at.
func (s *scanner) moves(r *reading, x *Expression, n *narrative, m moment) bool {
	if !n.known {
		return true
	}
	if x.Lead == Since && m.year < n.year {
		return false
	}
	if m.year > n.year && (x.Lead == Before || s.wouldBe(r.from, s.Sentences[n.at].Start)) {
		return false // "the goal of landing before 1970", "it would not be ready until February 1969"
	}
	// A plan for the next year is one that the text soon comes to.
	if m.grain == Year && m.year > n.year+1 && s.planned(r.from, s.Sentences[n.at].Start) {
		return false
	}
	if m.grain >= Month && s.ofWork(r) {
		return false
	}
	return m.grain == Day && m.month == n.month || !s.bracketed(r.from)
}

// ofWork reports whether a date only tells which interview, book or report is meant: "in a 2010 interview", "the October 1970
// edition".
func (s *scanner) ofWork(r *reading) bool {
	w := s.at(r.from - 1).word
	if c := s.text[s.at(r.from-2).Start:s.at(r.from-2).End]; s.is(r.from-1, "s") && (c == "'" || c == "’") || w != nil && w.owner {
		return s.at(r.to).Kind == prose.Word && !s.at(r.to).Line && (s.at(r.to).word == nil || !s.at(r.to).word.function) // "its 1969 landing goal"
	}
	if w == nil || !w.determiner {
		return false
	}
	for k := r.to; k < r.to+3; k++ {
		it := s.at(k)
		if it.Kind != prose.Word || it.Line || it.word != nil && it.word.function {
			return false
		}
		if it.word != nil && it.word.work {
			return true
		}
	}
	return false
}

// foretold reports whether what came so much later is only looked ahead to: "Two years later he would be king."
func (s *scanner) foretold(r *reading) bool {
	for k := r.to; k < r.to+6; k++ {
		switch it := s.at(k); {
		case it.Line || s.char(k) == '.':
			return false
		case s.is(k, "would"):
			return true
		}
	}
	return false
}

// farthestVerb is how many items before and after a month or a season may stand the verbs that are looked at.
const farthestVerb = 30

// habitual reports whether the sentence of a month, a season or a weekday tells what is so every year: "Temperatures in
// January range from 0 to 5 °C". Something in it is in the present, and nothing in the past.
func (s *scanner) habitual(r *reading, sentence int) bool {
	span, present, feast := s.Sentences[sentence], r.season > 0 && s.lang.tag == "en", r.holiday > 0 || s.lang.rules[r.rule].name == "new-year"
	for _, step := range [...]int{-1, +1} {
		from := r.from - 1
		if step > 0 {
			from = r.to
		}
		for k, n := from, 0; n < farthestVerb && k >= 0 && k < len(s.Tokens); k, n = k+step, n+1 {
			it := s.at(k)
			if it.Start < span.Start || it.End > span.End {
				break
			}
			w := it.word
			switch {
			case w != nil && w.past, it.digits == 4, it.Kind == prose.Word && plans[s.text[it.Start:it.End]]:
				return false // it tells of one time
			case w != nil && w.feast:
				feast = true
			case w != nil && w.habit:
				present = true
			case it.Kind == prose.Word && strings.HasSuffix(s.text[it.Start:it.End], "ed") && !s.passive(k) && !strings.HasSuffix(s.text[s.at(k-1).Start:s.at(k-1).End], "ly"):
				return false
			}
		}
	}
	return present && (r.day == 0 || feast)
}

// passive reports whether the participle at item k belongs to a form of the present: "are often found".
func (s *scanner) passive(k int) bool {
	for i := k - 1; i >= k-3; i-- {
		if s.is(i, "is", "are", "be", "been", "being", "has", "have", "can", "may") {
			return true
		}
	}
	return false
}

// planned reports whether a few items before item i, in the sentence that starts at the offset given, something is said to
// be planned: its date lies ahead, and the narrative does not go there.
func (s *scanner) planned(i, start int) bool {
	for k := i - 1; k >= max(0, i-14) && s.at(k).Start >= start; k-- {
		if s.at(k).plan {
			return true
		}
	}
	return false
}

// wouldBe reports whether a few items before item i, in its sentence, stands what was to come and may never have.
func (s *scanner) wouldBe(i, start int) bool {
	for k := i - 1; k >= max(0, i-10) && s.at(k).Start >= start; k-- {
		if s.is(k, "would", "should", "würde", "würden") {
			return true
		}
	}
	return false
}

// plans are the words that tell of what is to come, in all languages that are read.
var plans = map[string]bool{
	"planned": true, "plans": true, "planning": true, "hoped": true, "hoping": true, "intended": true, "intending": true,
	"scheduled": true, "expected": true, "aimed": true, "promised": true, "projected": true, "envisaged": true,
	"geplant": true, "plante": true, "planten": true, "hoffte": true, "hofften": true, "vorgesehen": true, "soll": true, "sollte": true, "sollten": true,
	"prévu": true, "prévue": true, "prévoit": true, "prévoyait": true, "espérait": true, "espéraient": true,
}

// bracketed reports whether item i stands between brackets that a few items before it open: what they hold is an aside.
func (s *scanner) bracketed(i int) bool {
	for k := i - 1; k >= max(0, i-8) && !s.at(k+1).Line; k-- {
		switch s.char(k) {
		case '(':
			return true
		case ')':
			return false
		}
	}
	return false
}
