package temporal

import (
	"fmt"
	"math"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Expressions that only say how far they are from the narrative's time: "that year", "the next day", "two decades later".

// onWeekday resolves the name of a weekday alone.
func (n *narrative) onWeekday(f *fields, x *Expression) {
	x.Context = true
	var d Date
	switch {
	case n.known && n.day > 0 && (n.anchor.IsZero() || n.at-n.lastAt <= 2 && (Date{n.year, n.month, n.day}).Compare(n.anchor) <= 0):
		from := Date{n.year, n.month, n.day}
		d = dateOf(from.days() + floorMod(int(f.weekday)-from.weekday(), 7))
	case !n.anchor.IsZero():
		// The news tell of the days just past.
		d = dateOf(n.anchor.days() - floorMod(n.anchor.weekday()-int(f.weekday), 7))
	default:
		x.Value = fmt.Sprintf("XXXX-WXX-%d", f.weekday)
		return
	}
	n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
}

// same resolves "that year", "the end of the month", "later that summer".
func (n *narrative) same(s *scanner, r *reading, x *Expression) {
	x.Context = true
	if r.unit == Day && s.is(r.from, "this") && s.is(r.from-1, "to", "until") && !s.is(r.to, "as") {
		x.Value = "PRESENT_REF" // "holds them to this day"
		return
	}
	if !n.known && !n.anchor.IsZero() && s.is(r.from, "this") {
		n.known, n.year, n.month, n.day = true, n.anchor.Year, n.anchor.Month, n.anchor.Day
	}
	if n.last.known && (r.unit >= Month || r.season > 0) && r.mod == 0 {
		n.stand = n.last
	}
	if n.last.known && n.recent && r.unit == Day && n.last.day > 0 {
		n.stand = n.last // "on the same day" points to the day just told
	}
	m := moment{year: n.year, grain: r.unit}
	if r.season > 0 {
		m.season, m.grain = int(r.season), Season
	}
	switch {
	case m.grain == Decade && (n.decadeIs || n.known):
		if !n.decadeIs {
			n.decade = n.year - floorMod(n.year, 10)
		}
		m.year = n.decade
		n.place(x, m, true)
		return
	case m.grain == Century && (n.centuryIs || n.known):
		if !n.centuryIs {
			n.century = n.year - floorMod(n.year-1, 100) - 1
		}
		m.year = n.century
		n.place(x, m, true)
		return
	case !n.known:
		return
	case m.grain == Month:
		if n.month == 0 {
			x.Value = timexYear(n.year) + "-XX"
			return
		}
		m.month = n.month
	case m.grain == Day:
		if n.day == 0 {
			x.Value = n.partial()
			return
		}
		m.month, m.day = n.month, n.day
	case m.grain == Week:
		if n.day == 0 {
			x.Value = timexYear(n.year) + "-WXX"
			return
		}
		n.week(x, Date{n.year, n.month, n.day})
		return
	case m.grain == Clock, m.grain == Quarter, m.grain == NoGrain:
		return
	}
	// "The end of the year" said of a day in June leaves the narrative in that year, not in June.
	n.place(x, m, true)
}

// partial returns the day-grained value of the narrative's time with what is unknown as X.
func (n *narrative) partial() string {
	if n.month == 0 {
		return timexYear(n.year) + "-XX-XX"
	}
	return fmt.Sprintf("%s-%02d-XX", timexYear(n.year), n.month)
}

// week places x at the ISO week of d.
func (n *narrative) week(x *Expression, d Date) {
	monday := dateOf(d.days() - d.weekday() + 1)
	thursday := dateOf(monday.days() + 3)
	week := (thursday.days()-Date{thursday.Year, 1, 1}.days())/7 + 1
	n.place(x, moment{year: thursday.Year, week: week, month: monday.Month, day: monday.Day, grain: Week}, false)
	n.year, n.month, n.day = d.Year, d.Month, d.Day
}

// step resolves the unit after or before the narrative's own.
func (n *narrative) step(s *scanner, r *reading, x *Expression, by int) {
	x.Context = true
	if r.unit > Day && by > 0 && r.mod == 0 && s.stretch(r.from) {
		// "over the next year" is a length of time.
		r.count, r.counted = 1, true
		x.Type, x.Value = DURATION, duration(r)
		return
	}
	if x.Rule == "last-unit" && s.is(r.from-1, "the") {
		return // "the last year in the war"
	}
	if x.Rule == "last-season" && n.anchor.IsZero() {
		x.Value = "PAST_REF" // the writer's last winter, not the story's
		return
	}
	if !n.known {
		if !n.anchor.IsZero() {
			n.known, n.year, n.month, n.day = true, n.anchor.Year, n.anchor.Month, n.anchor.Day
		} else if r.unit == Day && r.act == actPrev && x.Rule == "yesterday" {
			x.Value = "PAST_REF"
			return
		} else if !n.decadeIs && !n.centuryIs {
			if by > 0 {
				x.Value = "FUTURE_REF"
			} else {
				x.Value = "PAST_REF"
			}
			return
		}
	}
	if n.month == 0 && n.year == n.anchor.Year && !n.anchor.IsZero() && (x.Rule == "last-unit" || x.Rule == "last-season") {
		n.month, n.day = n.anchor.Month, n.anchor.Day
	}
	switch {
	case r.season > 0:
		if n.last.known && n.recent && by > 0 {
			n.stand = n.last // "the next spring" follows the last date told
		}
		m := moment{year: n.year, season: int(r.season), grain: Season}
		now := n.season
		if n.month > 0 {
			now = seasonOf(n.month)
		}
		if by > 0 && (m.season <= now || now == 0) {
			m.year++
		}
		if by < 0 && (m.season >= now || now == 0) {
			m.year--
		}
		n.place(x, m, true)
	case r.month > 0:
		m := moment{year: n.year, month: int(r.month), grain: Month}
		if by > 0 && m.month <= n.month {
			m.year++
		}
		if by < 0 && m.month >= n.month {
			m.year--
		}
		n.place(x, m, true)
	case r.weekday > 0:
		if n.day == 0 {
			x.Value = fmt.Sprintf("XXXX-WXX-%d", r.weekday)
			return
		}
		from := Date{n.year, n.month, n.day}
		d := dateOf(from.days() + 1 + floorMod(int(r.weekday)-from.weekday()-1, 7))
		if by < 0 {
			d = dateOf(from.days() - 1 - floorMod(from.weekday()-int(r.weekday)-1, 7))
		}
		n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
	case r.part != 0:
		if n.day == 0 {
			x.Type, x.Value = TIME, n.partial()+"T"+r.part.String()
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + by)
		n.place(x, moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}, true)
		x.Type, x.Value, x.Grain = TIME, x.Value+"T"+r.part.String(), Clock
	default:
		r.count = 1
		if n.last.known && n.at-n.lastAt <= 2 && r.unit == Year {
			n.stand = n.last // "the following year" follows the last date told, were it an aside
		}
		n.move(r, x, by)
	}
}

// stretch reports whether what begins at item i is a length of time rather than a date: "over the next year".
func (s *scanner) stretch(i int) bool {
	if !s.is(i-1, s.lang.stretch...) {
		return false
	}
	for k := i; k < i+3; k++ {
		if w := s.at(k).word; w != nil && w.ahead {
			return true
		}
	}
	return false
}

// shift resolves "two decades later".
func (n *narrative) shift(r *reading, x *Expression, by int) {
	x.Context = true
	if r.few || !n.known || r.unit == Clock {
		x.Value = "FUTURE_REF"
		if by < 0 {
			x.Value = "PAST_REF"
		}
		return
	}
	if n.last.known && n.recent && (r.unit >= Year || n.last.day > 0 || n.day == 0) && (by > 0 || !n.main.known || n.last.year >= n.main.year) {
		// "Two years later" is reckoned from the last date told, were it in an aside; "two years earlier" looks back
		// from the narrative, not from another look back.
		n.stand = n.last
	}
	switch r.quant.String() {
	case MORE, ATLEAST:
		x.Mod = beyond[by > 0]
	case LESS, ATMOST:
		x.Mod = beyond[by < 0]
	}
	n.move(r, x, by)
}

// beyond is the modifier of more than so many units later, and of more than so many earlier.
var beyond = map[bool]string{true: AFTER, false: BEFORE}

// apposition resolves what only gives the date before it another name: "On 27 June 1950, two days after the
// invasion, …".
func (n *narrative) apposition(s *scanner, r *reading, x *Expression) bool {
	if p := n.prev; p == nil || r.from-n.prevEnd != 1 || p.Grain != Day && (r.act == actApposition || p.Grain < Day || p.Grain > Year || p.Grain > r.unit) {
		return false
	}
	switch s.text[s.at(n.prevEnd).Start:s.at(n.prevEnd).End] {
	case ",", "-", "–", "—", "(":
	default:
		return false
	}
	n.repeat(x, n.prev)
	return true
}

// afterEvent resolves "two days after the invasion". Days and months are those after the time that the story has come to,
// which mostly is that of the event. Years are counted from far off, and from there only if the text says when it was: "a
// hundred years after the fall of the city in 1453".
func (n *narrative) afterEvent(s *scanner, r *reading, x *Expression) {
	switch {
	case n.apposition(s, r, x):
	case r.unit < Year:
		n.shift(r, x, +1)
	case n.told != nil && n.told.Start >= s.Sentences[n.at].Start && s.char(r.from-1) == ',' && n.told.Grain <= r.unit:
		n.repeat(x, n.told) // "She passed in 1886, one of three, eleven years after the first": it tells once more when
	case n.next != nil && n.next.hasYear && n.next.calendarGrain() == Year && r.counted && s.phrase(r.to, n.next.from):
		x.Context = true
		there := narrative{stand: stand{known: true, year: n.astronomical(&n.next.fields)}}
		there.move(r, x, +1)
	default:
		x.Context, x.Value = true, "FUTURE_REF"
	}
}

// phrase reports whether nothing but a few words, the last of them "in" or "of", stands between two items.
func (s *scanner) phrase(from, to int) bool {
	if to-from < 3 || to-from > 8 || !s.is(to-1, "in", "of") {
		return false
	}
	for k := from; k <= to; k++ {
		if it := s.at(k); it.Line || it.Kind != prose.Word && k < to {
			return false
		}
	}
	return true
}

// repeat gives x the date of y, which it only names in another way.
func (n *narrative) repeat(x, y *Expression) {
	x.Context = true
	x.Value, x.EDTF, x.Grain, x.Lower, x.Upper = y.Value, y.EDTF, y.Grain, y.Lower, y.Upper
}

// ago resolves "two years ago", which is seen from the text's present.
func (n *narrative) ago(r *reading, x *Expression) {
	x.Context = true
	if n.anchor.IsZero() || r.few || r.unit == Clock {
		x.Value = "PAST_REF"
		return
	}
	here := narrative{stand: stand{known: true, year: n.anchor.Year, month: n.anchor.Month, day: n.anchor.Day}}
	here.move(r, x, -1)
}

// move places x r.count units away from the narrative's time.
func (n *narrative) move(r *reading, x *Expression, by int) {
	count := r.amount()
	if count > 20000 {
		return
	}
	k := by * int(math.Round(count))
	m := moment{year: n.year, grain: r.unit}
	switch r.unit {
	case Century:
		if n.centuryIs || r.counted {
			if r.counted {
				m.grain, m.year = Year, n.year+int(math.Round(count*100))*by
				break
			}
			m.year = n.century + k*100
			break
		}
		m.year = n.year - floorMod(n.year-1, 100) - 1 + k*100
		if n.year <= 0 {
			m.year += 100
		}
	case Decade:
		if r.counted {
			m.grain, m.year = Year, n.year+int(math.Round(count*10))*by
			break
		}
		if n.decadeIs {
			m.year = n.decade + k*10
			break
		}
		m.year = n.year - floorMod(n.year, 10) + k*10
		if n.year <= 0 {
			m.year = n.year - 1 + floorMod(1-n.year, 10) + k*10 // 490 BC is of the 490s: kept as -490
		}
	case Year:
		m.year = n.year + k
		if r.plusHalf && n.month > 0 {
			m.grain = Month
			m.year, m.month = addMonths(n.year, n.month, by*int(math.Round(count*12)))
		}
	case Month, Quarter:
		if n.month == 0 {
			x.Value = timexYear(n.year) + "-XX"
			return
		}
		if r.unit == Quarter {
			k *= 3
		}
		m.grain = Month
		if whole := math.Floor(count); r.unit == Month && whole != count && n.day > 0 { // the middle of the month that is begun
			year, month := addMonths(n.year, n.month, by*int(whole))
			d := dateOf(Date{year, month, min(n.day, monthDays(year, month))}.days() + by*daysOfHalf)
			m.year, m.month = d.Year, d.Month
			break
		}
		m.year, m.month = addMonths(n.year, n.month, k)
	case Week:
		if n.day == 0 {
			x.Value = timexYear(n.year) + "-WXX"
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + 7*k)
		if !r.counted {
			n.week(x, d)
			return
		}
		m = moment{year: d.Year, month: d.Month, day: d.Day, grain: Day}
		if x.Mod == "" {
			x.Mod = APPROX
		}
		n.place(x, m, true)
		x.Mod = r.quant.String()
		return
	case Day:
		if n.day == 0 {
			x.Value = n.partial()
			return
		}
		d := dateOf(Date{n.year, n.month, n.day}.days() + k)
		m.year, m.month, m.day = d.Year, d.Month, d.Day
	default:
		return
	}
	if m.year < -9999 || m.year > 9999 {
		return
	}
	n.place(x, m, true)
}

// daysOfHalf is how many days half a month has, about.
const daysOfHalf = 15

func addMonths(year, month, k int) (int, int) {
	t := year*12 + month - 1 + k
	return floorDiv(t, 12), floorMod(t, 12) + 1
}

func seasonOf(month int) int {
	switch {
	case month <= 2 || month == 12:
		return 4
	case month <= 5:
		return 1
	case month <= 8:
		return 2
	}
	return 3
}
