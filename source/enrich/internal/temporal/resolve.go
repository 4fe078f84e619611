package temporal

import (
	"fmt"

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
