package temporal

import (
	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Numbers: years with and without an era, decades, counts in digits and in words, and what keeps a number from being any
// of them, namely being a piece of something longer.

// decade notes the decade that number i names and returns the index after it, last being the last item of its word.
func (m *matcher) decade(i, last int, r *reading) int {
	it := m.s.at(i)
	if w := m.s.at(last + 1).word; w != nil && w.measure && it.digits == 2 {
		return -1 // "in the mid-80s range"
	}
	if it.digits == 2 {
		r.shortYear, r.hasShort = it.num, true
	} else {
		r.year, r.hasYear = it.num, true
	}
	r.grain = Decade
	return m.takeEra(last+1, r)
}

// connector reports whether item i joins the two ends of a range or the members of a pair.
func (s *scanner) connector(i int) bool {
	it := s.at(i)
	if it.Kind == prose.Punct {
		switch s.text[it.Start:it.End] {
		case "-", "–", "—", "/", "&":
			return true
		}
		return false
	}
	return it.word != nil && it.word.joins
}

// takeYear matches a year with its era.
func (m *matcher) takeYear(i int, r *reading) int {
	s := m.s
	if w := s.at(i).word; w != nil && w.era && !w.before && s.lang.eraFirst { // AD 410
		if n := s.at(i + 1); n.Kind == prose.Number && n.digits <= 4 && n.digits > 0 && !s.gluedRight(i+1) {
			r.year, r.hasYear, r.eraGiven = n.num, true, true
			return i + 2
		}
		return -1
	}
	it := s.at(i)
	if it.Kind != prose.Number || it.digits > 4 || it.num < 1 || s.gluedLeft(i) {
		return -1
	}
	probe := *r
	if j := m.takeEra(i+1, &probe); j > i+1 {
		*r = probe
		r.year, r.hasYear = it.num, true
		return j
	}
	if s.gluedRight(i) && !(r.month > 0 && s.char(i+1) == '-') {
		return -1
	}
	if it.digits != 4 || it.num < 1000 || it.num > 2100 {
		// A year of three digits needs a text that reckons by eras, and evidence like any other (see =YEAR).
		if !(it.digits == 3 && s.eras && r.month == 0 && r.unit == NoGrain) {
			return -1
		}
		r.threeDigits = true
	}
	if n := s.at(i + 1); n.Kind == prose.Word && !n.Spaced {
		return -1 // 1990s, 1940er
	}
	r.year, r.hasYear = it.num, true
	return i + 1
}

// takeEra matches "BC", "B.C.", "BCE", "v. Chr." at i if it is there, and returns the index after it, else i.
func (m *matcher) takeEra(i int, r *reading) int {
	first := m.s.char(i)
	for k := range m.s.lang.eras {
		e, j := &m.s.lang.eras[k], i
		if e.parts[0][0] != first {
			continue
		}
		for k, part := range e.parts {
			it := m.s.at(j)
			if m.s.text[it.Start:it.End] != part || it.Line {
				j = -1
				break
			}
			if k > 0 && part == "." && it.Spaced {
				j = -1
				break
			}
			j++
		}
		if j > i {
			r.bc, r.eraGiven = e.before, true
			return j
		}
	}
	return i
}

// gluedLeft reports whether number i is the tail of something longer: "3.14", "$1999", "1,999", "A-1999", "№1999".
func (s *scanner) gluedLeft(i int) bool {
	if s.at(i).Spaced {
		switch s.text[s.at(i-1).Start:s.at(i-1).End] {
		case "$", "£", "€", "¥", "#", "№", "§":
			return i > 0
		}
		return false
	}
	p := s.at(i - 1)
	switch t := s.text[p.Start:p.End]; t {
	case "(", "[", "{", "\"", "'", "“", "„", "«", "‘", "’", "–", "—", "~", "*", "†", "_", ":", ";", "…", "|", ">":
		if t == ":" {
			return s.at(i-2).Kind == prose.Number && !p.Spaced
		}
		return false
	case "-", "/":
		// After a number or a month it may be a range; after anything else it is part of a name.
		q := s.at(i - 2)
		if p.Spaced {
			return false
		}
		if q.Kind == prose.Number {
			// Three numbers in a row, or one that is neither day nor year, are some other number.
			o := s.char(i - 3)
			row := (o == '-' || o == '/') && !q.Spaced && s.at(i-4).Kind == prose.Number
			return row || q.digits > 4 || q.digits == 3 && !s.eras
		}
		return q.word == nil || q.word.month == 0 && q.word.modA == 0 && q.word.season == 0 && !q.word.era && !q.word.holidayish()
	}
	return i > 0
}

// gluedRight reports whether number i is the head of something longer: "1999.5", "1,000", "1999%", "2000-page".
func (s *scanner) gluedRight(i int) bool {
	n, nn := s.at(i+1), s.at(i+2)
	if i+1 >= len(s.Tokens) {
		return false
	}
	switch c := s.char(i + 1); c {
	case '.', ',', ':':
		return !n.Spaced && nn.Kind == prose.Number && !nn.Spaced
	case '%':
		return true
	case '-':
		return !n.Spaced && nn.Kind == prose.Word && !nn.Spaced && !(nn.word != nil && (nn.word.month > 0 || nn.word.modA != 0 || nn.word.afterYear))
	default:
		if n.Kind == prose.Word && !n.Spaced {
			return !(n.word != nil && (n.word.suffix || n.word.decadeSuffix))
		}
		switch s.text[n.Start:n.End] {
		case "€", "°", "£", "¥", "‰":
			return true
		}
	}
	return false
}

func roman(t string) int {
	total, last := 0, 0
	for i := len(t) - 1; i >= 0; i-- {
		v := 0
		switch t[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

// takeCount matches a number in digits or words.
func (m *matcher) takeCount(i int, r *reading) int {
	s, it := m.s, m.s.at(i)
	if it.Kind == prose.Number {
		if it.digits > 5 || s.gluedLeft(i) {
			return -1
		}
		r.count, r.counted = float64(it.num), true
		// 1.5 and 10,000
		if n, nn := s.at(i+1), s.at(i+2); !n.Spaced && !nn.Spaced && nn.Kind == prose.Number {
			switch c := s.char(i + 1); {
			case (c == '.') != s.lang.decimalComma && (c == '.' || c == ',') && nn.digits == 1:
				r.count += float64(nn.num) / 10
				return i + 3
			case (c == ',' || c == '.') && nn.digits == 3:
				r.count = r.count*1000 + float64(nn.num)
				return i + 3
			case c == '.' || c == ',' || c == ':' || c == '/':
				return -1
			}
		}
		if s.char(i+1) == '%' {
			return -1
		}
		return i + 1
	}
	w := it.word
	if w == nil || !w.counts {
		return -1
	}
	r.counted = true
	switch {
	case w.hundred > 0:
		r.count = float64(w.hundred)
		return i + 1
	case w.tens > 0:
		r.count = float64(w.tens)
		j := i + 1
		if s.char(j) == '-' && !s.at(j).Spaced {
			j++
		}
		if n := s.at(j).word; n != nil && n.card > 0 && n.card < 10 {
			r.count += float64(n.card)
			return j + 1
		}
		return i + 1
	}
	r.count = float64(w.card)
	if n := s.at(i + 1).word; n != nil && n.hundred > 0 {
		r.count *= float64(n.hundred)
		return i + 2
	}
	return i + 1
}
