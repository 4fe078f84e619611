package chronicle

import "github.com/quirepress/quire/source/enrich/internal/temporal"

// Much of what an article dates stands outside the main clause: in a noun ("After Lowe's death in 1930"), in a participle
// ("graduating from Hull in 1960", "a symphony by Lowe, written in 1928"), in the brackets behind a name. Where the clause
// itself gave no line, these are tried; each says the event as a clause of its own.

// outside makes an entry of expression k from a construction that is no clause.
func (r *reader) outside(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	entry := func(summary, rule string) (Entry, bool) {
		return Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: summary, Rule: rule}, true
	}
	if summary, ok := r.lifespan(s, exprs, k); ok && x.Resolved() {
		return entry(summary, "lifespan")
	}
	if r.g.lang != "en" || s.asks || !x.Resolved() || x.Type == temporal.DURATION || x.Type == temporal.SET {
		return Entry{}, false
	}
	if d, open := s.place(x); open {
		if x.Range == nil || x.Range.Start == x.Start {
			if summary, ok := r.annal(s, d); ok {
				e, _ := entry(summary, "annal")
				if x.Range != nil {
					e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
					e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
				}
				return e, true
			}
		}
		if x.Start < s.span.Start {
			return Entry{}, false
		}
		if summary, ok := r.made(s, d); ok {
			return entry(summary, "titled")
		}
		if x.Lead == temporal.Until {
			if summary, ok := r.lastedUntil(s, d); ok {
				return entry(summary, "until")
			}
		}
		if summary, ok := r.byItself(s, d); ok {
			return entry(summary, "occasion")
		}
		if summary, ok := r.atOccasion(s, d); ok {
			return entry(summary, "occasion")
		}
		if d, ok := r.inOccasion(s, d); ok {
			if summary, _, ok := r.tell(s, d); ok {
				return entry(summary, "occasion")
			}
		}
	}
	if x.Start < s.span.Start || x.Range != nil || x.Grain > temporal.Decade {
		return Entry{}, false
	}
	switch x.Lead {
	case temporal.Until, temporal.By, temporal.Since, temporal.Before, temporal.After, temporal.To, temporal.From:
		return Entry{}, false // of the date itself, not of what is dated
	}
	switch x.Rule {
	case "after-event", "unit-after-event", "ordinal-unit", "clock", "clock-hour":
		return Entry{}, false
	}
	d, ok := r.adverbial(s, x)
	if !ok || d.whole || s.tokens[d.lead].quoted {
		return Entry{}, false
	}
	if n := d.to; n < len(s.tokens) && (s.plain(n) || s.has(n, name) && !s.comma(n-1) && s.has(n-1, det)) {
		return Entry{}, false
	}
	for _, try := range [...]struct {
		rule string
		tell func(*reader, *sentence, dated) (string, bool)
	}{{"nominal", (*reader).nominal}, {"gerund", (*reader).gerund}, {"participle", (*reader).apposedParticiple}, {"relative", (*reader).whoDid}, {"described", (*reader).whatItIs}, {"clause", (*reader).between}} {
		if summary, ok := try.tell(r, s, d); ok {
			return entry(summary, try.rule)
		}
	}
	return Entry{}, false
}
