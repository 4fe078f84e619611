package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A row of dates tells one thing of several times: "won the cup in 1977, 1978 and 1981". Each has its entry.

// roll is the row of dates told last in the sentence at hand.
type roll struct {
	from, to int // bytes
	summary  string
}

// rolled tells of expression k what the clause says of a row of years that it belongs to: at least three, or two that lie
// apart, since two that touch can be one span ("taught there in 1977 and 1978").
func (r *reader) rolled(s *sentence, exprs []temporal.Expression, k int) (string, bool) {
	x := &exprs[k]
	if x.Range != nil || x.Grain != temporal.Year || x.Context || x.Lead != temporal.At {
		return "", false
	}
	if x.Start >= r.roll.from && x.End <= r.roll.to {
		return r.roll.summary, r.roll.summary != ""
	}
	to := k
	for to+1 < len(exprs) && r.follows(&exprs[to], &exprs[to+1]) && to-k < maxRoll {
		to++
	}
	if to == k || to == k+1 && !apart(x, &exprs[to]) || exprs[to].End > s.span.End || k > 0 && r.follows(&exprs[k-1], x) {
		return "", false
	}
	d, ok := r.adverbial(s, x)
	if !ok {
		return "", false
	}
	for d.to < len(s.tokens) && s.tokens[d.to].Start < exprs[to].End {
		d.to++
	}
	d.end = s.tokens[d.to-1].End
	r.roll = roll{from: x.Start, to: exprs[to].End}
	summary, _, ok := r.tell(s, d)
	if ok {
		r.roll.summary = summary
	}
	return summary, ok
}

// maxRoll bounds the length of a row.
const maxRoll = 12

// follows reports whether year b goes on a row that holds year a.
func (r *reader) follows(a, b *temporal.Expression) bool {
	if b.Start <= a.End || b.Start-a.End > 6 || b.Range != nil || b.Grain != temporal.Year || b.Context || a.Upper.Compare(b.Lower) >= 0 {
		return false
	}
	between := strings.TrimSpace(r.text[a.End:b.Start])
	between = strings.TrimSpace(strings.TrimPrefix(between, ","))
	return between == "" || r.g.words[between]&coord != 0
}

// apart reports whether at least a year lies between the years a and b.
func apart(a, b *temporal.Expression) bool {
	return a.Grain == temporal.Year && b.Grain == temporal.Year && b.Lower.Year > a.Upper.Year+1
}
