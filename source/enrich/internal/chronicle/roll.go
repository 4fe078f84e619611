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

// rolled tells of expression k what the clause says of a row of at least three years that it belongs to.
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
	if to < k+2 || exprs[to].End > s.span.End || k > 0 && r.follows(&exprs[k-1], x) {
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
