package temporal

import (
	"fmt"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Readings become expressions in two steps: neighbours lend each other what only one of them says, then each is placed
// in the calendar, in the order of the text.

// moment is a place in the calendar: as much of it as is known.
type moment struct {
	year               int // astronomical; of decades and centuries the first year (of those before Christ the last)
	month, day         int
	season, half, part int
	grain              Grain
	week               int
	piece, pieces      int    // one of its equal pieces, if pieces > 0
	from               string // the first of two modifiers: "early to mid-"
}

// resolve gives each reading its value, carrying the narrative's time from one to the next.
func resolve(s *scanner, readings []reading, opts Options) []Expression {
	s.inherit(readings)
	s.clocks(readings)
	out := make([]Expression, 0, len(readings))
	n := narrative{anchor: opts.Anchor, aside: noYear, left: noYear}
	sentences := s.Sentences
	at := 0
	for i := range readings {
		r := &readings[i]
		for at+1 < len(sentences) && sentences[at+1].Start <= s.at(r.from).Start {
			at++
			n.stand = n.main
		}
		for len(opts.Given) > 0 && opts.Given[0].End <= s.at(r.from).Start {
			n.obey(opts.Given[0], at)
			opts.Given = opts.Given[1:]
		}
		n.front = s.fronted(r.from, sentences[at].Start)
		n.at, n.recent = at, at-n.lastAt <= 1
		n.pointed = s.pointed(r)
		n.next = nil
		if i+1 < len(readings) {
			n.next = &readings[i+1]
		}
		n.ahead = r.act == actLater && s.foretold(r)
		n.back = r.act == actPrev || r.act == actEarlier
		n.to = i > 0 && s.joined(&readings[i-1], r)
		n.second = n.to && s.at(readings[i-1].to).word == nil
		first, last := s.at(r.from), s.at(r.to-1)
		x := Expression{Start: first.Start, End: last.End, Text: s.text[first.Start:last.End], Type: DATE, Rule: s.lang.rules[r.rule].name}
		x.Lead = s.lead(r.from)
		x.Mod = r.mod.String()
		if r.quant != 0 && (x.Mod == "" || r.act != actDate) {
			x.Mod = r.quant.String()
		}
		n.give(s, r, &x)
		out = append(out, x)
		n.prev, n.prevEnd = &out[len(out)-1], r.to
		if n.prev.Resolved() && !n.prev.Context {
			n.told = n.prev
		}
	}
	s.ranges(readings, out)
	for i := range out {
		s.bound(&readings[i], &out[i])
	}
	return out
}

// fronted reports whether item i stands at the beginning of the sentence that starts at the offset given, with no
// more before it than a connective and a preposition: "In 1999", "However, by the end of 1999".
func (s *scanner) fronted(i, start int) bool {
	if s.at(i).Start <= start || s.at(i).Line {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		it := s.at(k)
		w := it.word
		known := w != nil && (w.function || w.hasLead || w.yearLead || w.modA != 0 || w.quants != nil || w.determiner)
		if it.Start <= start || it.Line {
			return known || it.Kind == prose.Punct || s.char(k+1) == ',' || k+1 == i || s.at(k+1).word != nil && s.at(k+1).word.hasLead
		}
		if !known && it.Kind != prose.Punct {
			return false
		}
	}
	return false
}

// pointed reports whether a sentence ends with a reading that says when something was: "The second time was in 1994."
func (s *scanner) pointed(r *reading) bool {
	if lead := s.at(r.from - 1).word; s.char(r.to) != '.' || lead == nil || !lead.hasLead {
		return false
	}
	w := s.at(r.from - 2).word
	return w != nil && w.copula && !(s.at(r.from-3).word != nil && s.at(r.from-3).word.pronoun) // "about where it was in 1991"
}

// lead returns the relation that the words before item i set up.
func (s *scanner) lead(i int) Lead {
	for k := 1; k <= 3; k++ {
		w := s.at(i - k).word
		if w == nil || s.at(i-k+1).Line {
			return At
		}
		if w.hasLead {
			return w.lead
		}
		if !w.determiner && w.modA == 0 && w.quants == nil {
			return At
		}
	}
	return At
}

// joined reports whether nothing but a connector stands between readings a and b.
func (s *scanner) joined(a, b *reading) bool {
	switch b.from - a.to {
	case 0:
		return false
	case 1:
		return !s.at(a.to).Line && !s.at(b.from).Line && (s.connector(a.to) || s.char(a.to) == ',')
	case 2:
		// "May, June, and July 1999"; "from 24 March to the 10 June", "vom 24. März bis zum 10. Juni"
		w := s.at(a.to + 1).word
		return !s.at(b.from).Line && w != nil && (s.char(a.to) == ',' && s.connector(a.to+1) ||
			s.is(a.to, "up") && w.reaches || s.connector(a.to) && s.at(a.to).word != nil && s.at(a.to).word.reaches && (w.determiner || w.hasLead))
	}
	return false
}

// inherit lets the first of two joined dates take what only the second says: "6–7 January 1916", "480–479 BC",
// "August and September 1914"; and the second what only the first says: "May 6 and 7th".
func (s *scanner) inherit(readings []reading) {
	for i := len(readings) - 2; i >= 0; i-- {
		a, b := &readings[i], &readings[i+1]
		if a.act == actDate && b.act == actDate && b.grain == Century && a.day > 0 && a.month == 0 && a.calendarGrain() == Day && a.weekday == 0 && a.holiday == 0 && s.listed(a.to, b.from) {
			a.ord, a.day, a.grain, a.rule = a.day, 0, Century, b.rule // "the 16th (or 17th) century"
			a.bc, a.eraGiven = b.bc, b.eraGiven
		}
		if a.act != actDate || b.act != actDate || !s.joined(a, b) {
			continue
		}
		if b.grain >= Century && a.ord > 0 && a.grain == NoGrain && a.rule == b.rule { // "the 17th and 18th centuries"
			a.grain, a.bc, a.eraGiven = b.grain, b.bc, b.eraGiven
		}
		if a.day > 0 && a.month == 0 && b.day > 0 && b.month > 0 && a.day < b.day {
			a.month = b.month
		}
		if a.hasYear && b.hasYear && b.eraGiven && !a.eraGiven && (!b.bc || a.year >= b.year) {
			a.bc, a.eraGiven, a.threeDigits = b.bc, true, false
		}
		if a.day > 0 && a.month == 0 { // a day of no month has no year either: "1 to 1 January"
			continue
		}
		if a.calendarGrain() < Year && a.calendarGrain() != NoGrain && !a.hasYear && !a.hasShort && b.hasYear && b.calendarGrain() < Year && s.char(a.to) != ',' {
			a.hasYear, a.year, a.bc, a.eraGiven, a.threeDigits = true, b.year, b.bc, b.eraGiven, b.threeDigits
			if a.month > 0 && b.month > 0 && a.month > b.month && s.at(a.to).Kind == prose.Punct {
				a.year-- // "December–February 1999"
				if b.bc {
					a.year += 2
				}
			}
		}
	}
	for i := 1; i < len(readings); i++ {
		a, b := &readings[i-1], &readings[i]
		if a.act == actDate && b.act == actDate && a.season > 0 && !a.hasYear && !a.hasShort && !a.sameYear && b.calendarGrain() == Year && b.hasYear && s.leadsOn(a.to, b.from) {
			a.hasYear, a.year, a.bc, a.eraGiven = true, b.year, b.bc, b.eraGiven // "a summer day in 1882"
		}
		if a.to <= b.from && a.month > 0 && b.day > 0 && b.month == 0 && b.act == actDate && b.from-a.to <= 2 && a.day > 0 {
			b.month = a.month
			if !b.hasYear && a.hasYear {
				b.hasYear, b.year, b.bc, b.eraGiven = true, a.year, a.bc, a.eraGiven
			}
		}
		if b.hasShort && !b.hasYear && !b.apostrophe && b.grain == NoGrain && a.hasYear {
			b.year, b.hasYear, b.hasShort = a.year-a.year%100+b.shortYear, true, false
			if b.year <= a.year {
				b.year += 100
			}
		}
		if a.grain == Decade && b.grain == Decade && a.hasYear && b.hasShort && s.joined(a, b) {
			b.year, b.hasYear, b.hasShort = a.year-a.year%100+b.shortYear, true, false
		}
	}
}

// leadsOn reports whether one or two nouns and "in" or "of" stand between two items.
func (s *scanner) leadsOn(from, to int) bool {
	if to-from < 2 || to-from > 3 || !s.is(to-1, "in", "of") {
		return false
	}
	for k := from; k < to-1; k++ {
		if it := s.at(k); it.Kind != prose.Word || it.Line || it.word != nil && it.word.function {
			return false
		}
	}
	return !s.at(to).Line && !s.at(to-1).Line
}

// listed reports whether nothing but marks and joining words stands between two items, and not many.
func (s *scanner) listed(from, to int) bool {
	if to-from < 1 || to-from > 3 {
		return false
	}
	for k := from; k < to; k++ {
		it := s.at(k)
		if it.Line || it.Kind != prose.Punct && !(it.word != nil && it.word.joins) || s.char(k) == '.' {
			return false
		}
	}
	return !s.at(to).Line
}

// clocks gives a time of day the date that follows it: "at 5:34 a.m. local time on 20 March 2003".
func (s *scanner) clocks(readings []reading) {
	for i := 0; i+1 < len(readings); i++ {
		a, b := &readings[i], &readings[i+1]
		if b.clock && b.day == 0 && !a.clock && a.day > 0 && a.month > 0 && a.act == actDate && !s.at(b.from).Line &&
			(b.from == a.to || b.from == a.to+1 && (s.char(a.to) == ',' || s.is(a.to, "at"))) {
			b.day, b.month, b.year, b.hasYear, b.bc, b.eraGiven = a.day, a.month, a.year, a.hasYear, a.bc, a.eraGiven
			continue // "1 January 1977 00:00:32"
		}
		part := a.act == actPart && s.lang.rules[a.rule].name == "noon" && b.from-a.to <= 1 && (s.is(a.to, "on", "of") || s.char(a.to) == ',')
		if !a.clock && !part || b.day == 0 || b.month == 0 || b.clock || b.from-a.to > 5 {
			continue
		}
		near := true
		for k := a.to; k < b.from; k++ {
			near = near && s.at(k).Kind == prose.Word && !s.at(k).Line
		}
		if near || b.from-a.to == 1 && s.char(a.to) == ',' {
			a.day, a.month, a.year, a.hasYear, a.bc = b.day, b.month, b.year, b.hasYear, b.bc
		}
	}
}

// ranges marks the pairs of dates that the text gives as the two ends of a stretch.
func (s *scanner) ranges(readings []reading, out []Expression) {
	for i := 0; i+1 < len(out); i++ {
		a, b := &readings[i], &readings[i+1]
		x, y := &out[i], &out[i+1]
		if !s.joined(a, b) || !x.Resolved() || !y.Resolved() || x.Range != nil || x.Lower.Compare(y.Upper) > 0 || a.act != actDate || b.act != actDate {
			continue
		}
		by := a.to
		if s.is(by, "up") {
			by++
		}
		if w := s.at(by).word; w != nil && s.at(by).Kind == prose.Word {
			before := s.at(a.from - 1).word
			for k := a.from - 2; before != nil && before.determiner && !before.hasLead; k-- {
				before = s.at(k).word
			}
			opened := before != nil && (before.between || before.hasLead && before.lead == From)
			switch {
			case w.reaches && (opened || x.Grain == y.Grain && w.hasLead):
			case w.joins && before != nil && before.between:
			default:
				continue
			}
		} else if c := s.char(a.to); c == ',' || c == '&' || c == '/' && !(b.hasYear && a.rule == b.rule && x.Grain == Year && y.Lower.Year == x.Lower.Year+1) { // "the 2001/02 season"
			continue
		}
		r := &Range{Start: x.Start, End: y.End, Lower: x.Lower, Upper: y.Upper}
		r.EDTF = edtfEnd(x, false) + "/" + edtfEnd(y, true)
		x.Range, y.Range = r, r
	}
}

// edtfEnd returns one end of an interval. A decade or century cannot stand there, its first or last year can.
func edtfEnd(x *Expression, last bool) string {
	if x.Grain < Decade && x.Grain != Half && x.Grain != Week {
		return x.EDTF
	}
	d := x.Lower
	if last {
		d = x.Upper
	}
	return isoYear(d.Year)
}

// give resolves one reading.
func (n *narrative) give(s *scanner, r *reading, x *Expression) {
	if s.compared(r) {
		x.Context, x.Value = true, "XXXX"
		return
	}
	switch r.act {
	case actDate:
		n.date(s, r, x)
	case actSame:
		n.same(s, r, x)
	case actNext:
		n.step(s, r, x, +1)
	case actPrev:
		n.step(s, r, x, -1)
	case actLater, actEarlier:
		if s.is(r.to, "than", "als", "que") {
			x.Context, x.Value = true, "FUTURE_REF" // "two years later than the bridge"
			if r.act == actEarlier {
				x.Value = "PAST_REF"
			}
			return
		}
		if r.act == actEarlier {
			n.shift(r, x, -1)
		} else if !s.enclosed(r) || !n.apposition(s, r, x) {
			n.shift(r, x, +1)
		}
	case actAgo:
		n.ago(r, x)
	case actAfterEvent:
		n.afterEvent(s, r, x)
	case actApposition:
		n.apposition(s, r, x)
	case actDuration:
		x.Type, x.Value = DURATION, duration(r)
		if r.hasYear && n.front {
			// "For the first ten months of 1915 …"
			n.stand.arrive(moment{year: n.astronomical(&r.fields), month: int(r.month)})
			n.main = n.stand
		}
	case actSet:
		x.Type = SET
		x.Value = recurring(r)
	case actPresent:
		x.Value = "PRESENT_REF"
		if r.part != 0 {
			x.Value = "PRESENT_REF"
		}
	case actPast:
		x.Value = "PAST_REF"
	case actFuture:
		x.Value = "FUTURE_REF"
	case actPart:
		n.partOfDay(s, r, x)
	}
}

// enclosed reports whether a mark follows a reading that may end an apposition: "In 1979, ten years later, he died."
func (s *scanner) enclosed(r *reading) bool {
	switch s.char(r.to) {
	case ',', ')', ';', '.':
		return true
	}
	return false
}

// compared reports whether an expression is the same as that of something else, whose time the text need not tell: "in
// the same year as her discovery".
func (s *scanner) compared(r *reading) bool {
	if !s.is(r.to, "as", "wie", "que") {
		return false
	}
	for i := r.from; i < r.to; i++ {
		if s.is(i, "same", "selben", "gleichen", "demselben", "derselben", "desselben", "même") {
			return true
		}
	}
	return false
}

// date resolves a calendar date.
func (n *narrative) date(s *scanner, r *reading, x *Expression) {
	if r.clock {
		n.clock(r, x)
		return
	}
	f := &r.fields
	m := moment{grain: f.calendarGrain(), piece: int(f.piece), pieces: int(f.pieces), from: f.modFrom.String()}
	explicit := true
	switch {
	case f.hasYear:
		m.year = n.astronomical(f)
	case f.hasShort:
		m.year = n.shortYear(int(f.shortYear), f.grain)
		x.Context = true
	case f.grain >= Century:
	default:
		explicit = false
		x.Context = true
	}
	switch m.grain {
	case Century, Millennium:
		c, years := int(f.ord), 100
		if m.grain == Millennium {
			years = 1000
		}
		if c == 0 || c*years > 9999 {
			return
		}
		if f.bc {
			m.year, m.half = -(c-1)*years, -1 // its last year: 0 for the first before Christ
		} else {
			m.year = (c - 1) * years
		}
		n.place(x, m, true)
		return
	case Decade:
		if f.bc {
			m.year = -int(f.year) // 470s BC: kept as -470
		}
		n.place(x, m, true)
		return
	case Year:
		n.place(x, m, s.moves(r, x, n, m))
		return
	}
	m.month, m.day, m.season, m.half = int(f.month), int(f.day), int(f.season), int(f.half)
	m.part = int(f.quarter)
	if f.weekday > 0 && f.day == 0 && f.month == 0 {
		if f.weekday > 0 && s.habitual(r, n.at) {
			x.Value = fmt.Sprintf("XXXX-WXX-%d", f.weekday)
			return
		}
		n.onWeekday(f, x)
		return
	}
	if !explicit {
		if f.holiday > 0 && !n.known || !n.known && n.anchor.IsZero() || !f.sameYear && x.Rule != "same-month" && s.habitual(r, n.at) {
			x.Value = m.unknownYear()
			return
		}
		if x.Rule == "same-month" && n.last.known {
			n.stand = n.last // "that September" follows the last date told
		}
		m.year = n.yearFor(m)
		if p := n.prev; p != nil && p.Resolved() && p.Grain < Year && m.month > 0 && p.Lower.Month > m.month && p.Lower.Year == m.year && p.Lead == From && (n.second || n.to && m.day > 0) {
			m.year++ // "from 8 December to 23 March"
		}
		if f.sameYear {
			m.year = n.last.year + int(f.yearBy)
		}
		if f.day > 0 && f.month == 0 {
			if n.month == 0 {
				x.Value = fmt.Sprintf("%s-XX-%02d", timexYear(m.year), f.day)
				return
			}
			m.month = n.month
			m.year = n.year
			if n.day > 0 && n.day-m.day > 20 {
				m.month++
				if m.month > 12 {
					m.month, m.year = 1, m.year+1
				}
			}
		}
	}
	if f.holiday > 0 && m.month == 0 {
		d := holiday(int(f.holiday), m.year)
		if f.eve {
			d = dateOf(d.days() - 1)
		}
		m.year, m.month, m.day = d.Year, d.Month, d.Day
	}
	if f.weekday > 0 && f.day == 0 { // "the first Monday in May 1911"
		d := weekdayFrom(int(f.weekday), Date{m.year, m.month, 1})
		if d.Day += 7 * (int(f.ord) - 1); f.ord == lastOne {
			for d.Day += 14; d.Day <= monthDays(m.year, m.month); d.Day += 7 {
			}
			d.Day -= 7
		}
		m.day = d.Day
	}
	if m.day > 0 && m.day > monthDays(m.year, m.month) {
		x.Value = "" // 31 June: no such day
		return
	}
	n.place(x, m, s.moves(r, x, n, m))
}

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
			case w != nil && w.past, it.digits == 4, it.Kind == prose.Word && (plans[s.text[it.Start:it.End]] || s.is(k, "will")):
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
		it := s.at(k)
		if plans[strings.ToLower(s.text[it.Start:it.End])] {
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

// clock resolves a time of day.
func (n *narrative) clock(r *reading, x *Expression) {
	x.Type, x.Context = TIME, true
	h := r.hour
	if r.pm && h < 12 {
		h += 12
	}
	at := fmt.Sprintf("T%02d:%02d", h, r.minute)
	to := ":00" // EDTF has no times without seconds
	if r.seconds {
		to = fmt.Sprintf(":%02d", r.second)
		at, to = at+to, ""
	}
	if r.day > 0 && (r.hasYear || n.known) {
		d := Date{n.year, int(r.month), int(r.day)}
		if r.hasYear {
			d.Year = n.astronomical(&r.fields)
		}
		x.Value = moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}.timex() + at
		x.EDTF, x.Lower, x.Upper, x.Grain = d.String()+at+to, d, d, Clock
		return
	}
	if n.known && n.day > 0 {
		d := Date{n.year, n.month, n.day}
		x.Value = moment{year: n.year, month: n.month, day: n.day, grain: Day}.timex() + at
		x.EDTF, x.Lower, x.Upper, x.Grain = d.String()+at+to, d, d, Clock
		return
	}
	x.Value = "XXXX-XX-XX" + at
}

// partOfDay resolves "that night", "the morning of 24 March 1999" and "noon".
func (n *narrative) partOfDay(s *scanner, r *reading, x *Expression) {
	x.Type = TIME
	part := r.part.String()
	r.part = 0
	switch {
	case r.month > 0, r.holiday > 0:
		n.date(s, r, x)
	case r.weekday > 0:
		n.onWeekday(&r.fields, x)
	case x.Rule == "same-part" && n.known:
		x.Context = true
		if n.day > 0 {
			n.place(x, moment{year: n.year, month: n.month, day: n.day, grain: Day}, true)
		} else {
			x.Value = n.partial()
		}
	default:
		x.Context = true
		x.Value = "XXXX-XX-XX"
	}
	if x.Value == "" {
		return
	}
	if x.Grain == Day {
		x.Grain = Clock
	}
	x.Value += "T" + part
}
