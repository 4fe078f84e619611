package chronicle

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// An event whose clause cannot be cut to a line can still be shown with its sentence. An editor would look at such an entry
// first, so that only those who ask for it get it.

// maxWhole is the length in bytes beyond which a sentence is no line.
const maxWhole = 320

// asItStands makes an entry of the whole sentence that expression k dates, if none of its clauses has been told.
func (r *reader) asItStands(s *sentence, exprs []temporal.Expression, k int) (Entry, bool) {
	x := &exprs[k]
	if x.Start < s.span.Start || s.asks || !x.Resolved() || x.Type == temporal.DURATION || x.Type == temporal.SET || x.Lead != temporal.At && !(x.Lead == temporal.From && x.Range != nil) ||
		x.Range != nil && x.Start != x.Range.Start || s.span.End-s.span.Start > maxWhole {
		return Entry{}, false
	}
	d, ok := r.adverbial(s, x)
	if !ok {
		return Entry{}, false
	}
	verb := -1
	for _, v := range s.verbs {
		if next := v + 1; !s.denied(v, next) && !s.says(v) && !s.tokens[v].quoted && r.changes(s, d, v, next) {
			verb = v
			break
		}
	}
	if verb < 0 || s.has(0, deictic) || s.has(0, iffy) {
		return Entry{}, false
	}
	text := strings.Join(strings.Fields(r.text[s.span.Start:s.span.End]), " ")
	if last, _ := utf8.DecodeLastRuneInString(text); last != '.' && last != '!' && last != '”' && last != '"' {
		return Entry{}, false
	}
	e := Entry{Expression: x, EDTF: x.EDTF, Lower: x.Lower, Upper: x.Upper, Phrase: r.g.phrase(x), Summary: upperFirst(text), Rule: "sentence"}
	if x.Range != nil {
		e.EDTF, e.Lower, e.Upper = x.Range.EDTF, x.Range.Lower, x.Range.Upper
		e.Phrase = r.g.rangePhrase(r.text, x, exprs[min(k+1, len(exprs)-1)])
	}
	return e, true
}
