package line

// Badness: how far a line is from its natural setting, in integers only.
//
// A line that lacks room first lets its glyphs grow (pdfTeX's adjustspacing 2),
// and only what is left stretches the glue, since word spaces are what the eye
// compares; letter-spacing takes its share of that. The ratio r of the
// remainder to what can stretch gives the badness 100·r³ (The TeXbook, chapter
// 14). Unlike TeX's, badness is not cut off at 10000 but grows on to a ratio of
// 20, so that of two bad lines the less bad one is still known.

const (
	one      = 1 << 16  // a ratio of 1
	maxRatio = 20 * one // no ratio is taken to be larger

	maxBadness  = 800_000 // of the largest ratio
	lackBadness = 200_000 // added for a line that lacks the whole measure
	aidBadness  = 100     // of a line that uses up its letter-spacing
)

// A fitness class says how tight a line is (TeX: The Program, §817).
const (
	tight = iota
	decent
	loose
	veryLoose
	classes
)

// badness returns 100·r³ for a ratio r in 1/65536, rounded.
func badness(r int64) int64 {
	return (100*(r*r>>16)*r + 1<<31) >> 32
}

// ratio returns t/s in 1/65536, and maxRatio where it would be larger.
func ratio(t, s int64) int64 {
	if s <= 0 || t >= s*(maxRatio/one) {
		return maxRatio
	}
	return t << 16 / s
}

// ratioOf returns the largest ratio whose badness is not above b.
func ratioOf(b int64) int64 {
	lo, hi := int64(-1), int64(maxRatio)
	for lo < hi {
		mid := lo + (hi-lo+1)/2
		if badness(mid) <= b {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// A sum is the total of a run of items.
type sum struct {
	width, stretch, shrink int64 // of glue, and widths of all
	expand, contract       int64 // of glyphs
	letters                int64
	fil                    int64 // how many pieces of glue are fil
}

func (s *sum) add(it *Item) {
	switch it.Kind {
	case Box:
		s.width += int64(it.Width)
		s.expand += int64(it.Stretch)
		s.contract += int64(it.Shrink)
		s.letters += int64(it.Letters)
	case Glue:
		s.width += int64(it.Width)
		s.stretch += int64(it.Stretch)
		s.shrink += int64(it.Shrink)
		if it.Fil {
			s.fil++
		}
	case Penalty:
		if it.Disc != nil {
			s.span(it.Disc.NoBreak, 1)
		}
	}
}

func (s *sum) span(t Span, sign int64) {
	s.width += sign * int64(t.Width)
	s.expand += sign * int64(t.Stretch)
	s.contract += sign * int64(t.Shrink)
}

func (s *sum) minus(t *sum) sum {
	return sum{
		s.width - t.width, s.stretch - t.stretch, s.shrink - t.shrink,
		s.expand - t.expand, s.contract - t.contract, s.letters - t.letters, s.fil - t.fil,
	}
}

// A rule is what a pass demands of a line and what it may use to get there.
type rule struct {
	limit, tightest int64 // largest ratios of stretching and shrinking
	tolerance       int64 // the badness that belongs to limit
	emergency       int64 // room that a line may lack beyond limit
	slack           int64 // the same and what rounding hides, or what ragged lines may lack
	// Letter-spacing of one letter, that which shares with the glue and that
	// which comes after it.
	spread, squeeze         int64
	moreSpread, moreSqueeze int64
	ragged                  int64
	balanced, any           bool // any: every line that is not too long will do
}

// A fit is how a line is set.
type fit struct {
	ratio   int64 // of glue, negative when it shrinks; in 1/65536
	expand  int64 // by which all glyphs together widen, or narrow below 0
	letter  int64 // by which all letter-spacing together widens, or narrows
	badness int64
	over    int64 // what the line is too long by
	class   uint8
}

// fit sets a line of the given total on a measure, and says whether it keeps
// the rule. What it returns for a line that does not is only of use for one
// that is too long.
func (q *rule) fit(s *sum, measure int64) (f fit, ok bool) {
	t := measure - s.width
	if t < 0 {
		return q.narrow(s, -t)
	}
	f.class = decent
	if q.ragged > 0 {
		if s.fil > 0 && !q.balanced {
			return f, true
		}
		f.badness = raggedness(t, q.ragged)
		return f, f.badness <= q.tolerance || q.any
	}
	if s.fil > 0 {
		return f, true
	}
	f.expand = min(t, s.expand)
	if t -= f.expand; t > 0 {
		spread := s.letters * q.spread
		if t <= s.stretch+spread {
			// Glue and letter-spacing share.
			f.ratio = ratio(t, s.stretch+spread)
			f.letter = spread * f.ratio >> 16
			if f.ratio > q.limit {
				return f, false
			}
		} else {
			f.letter = spread
			t -= spread
			if t<<16 >= (q.limit+1)*s.stretch {
				// The glue alone cannot do it.
				over := t - q.limit*s.stretch>>16
				more := min(over, s.letters*q.moreSpread)
				if over-more > q.emergency && !q.any {
					return f, false
				}
				t -= more
				f.letter += more
				if more > 0 {
					f.badness += aidBadness * more / (s.letters * q.moreSpread)
				}
			}
			f.ratio = ratio(t, s.stretch)
		}
		f.badness += badness(f.ratio)
		if f.ratio == maxRatio {
			f.badness += lackBadness * t / max(measure, t)
		}
		switch {
		case f.ratio > one:
			f.class = veryLoose
		case f.ratio > one/2:
			f.class = loose
		}
	}
	return f, true
}

// widest returns what a run can be widened to under the rule but for what
// slack gives once for the line. A line that is shorter need not be looked at.
func (q *rule) widest(s *sum) int64 {
	if q.ragged > 0 {
		return s.width
	}
	return s.width + s.expand + s.letters*(q.spread+q.moreSpread) + (q.limit+1)*s.stretch>>16
}

// narrow is fit for a line that is t too long.
func (q *rule) narrow(s *sum, t int64) (f fit, ok bool) {
	f.class = decent
	if q.ragged > 0 && !q.any {
		f.over = t
		return f, false
	}
	f.expand = -min(t, s.contract)
	if t += f.expand; t > 0 {
		squeeze := s.letters * q.squeeze
		if t <= s.shrink+squeeze {
			f.ratio = -(t << 16 / (s.shrink + squeeze))
			f.letter = squeeze * f.ratio >> 16
		} else {
			over := t - s.shrink - squeeze
			more := min(over, s.letters*q.moreSqueeze)
			if more > 0 {
				f.badness = aidBadness * more / (s.letters * q.moreSqueeze)
			}
			f.letter = -squeeze - more
			f.over = over - more
			f.ratio = -one
		}
		f.badness += badness(-f.ratio)
		if f.ratio < -one/2 {
			f.class = tight
		}
	}
	return f, f.over == 0 && -f.ratio <= q.tightest
}

// raggedness returns the badness of a line that is short by t: 100 for the
// zone, linear, so that demerits grow with the square.
func raggedness(t, zone int64) int64 {
	return min(100*t/zone, maxBadness)
}

// demerits returns what a line costs by itself, at a break of cost c.
func (q *rule) demerits(f *fit, linePenalty, c int64) int64 {
	var d int64
	if q.ragged > 0 {
		d = linePenalty*linePenalty + f.badness*f.badness
	} else {
		d = (linePenalty + f.badness) * (linePenalty + f.badness)
	}
	switch {
	case c >= 0:
		d += c * c
	case c > Force:
		d -= c * c
	}
	return d
}
