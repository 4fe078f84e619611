package line

// Justify sets the lines of a paragraph whose breaks are frozen once more, with
// the present widths of its items: this is how page numbers reach their places
// without moving a line. The items must be those that were broken, or others
// in the same order.
//
// A line first gets what the pass that chose the breaks allowed; one that does
// not fit any more may use whatever the last pass may, and is marked overfull
// only when that does not help. Demerits are not counted again. Justify panics
// when a line ends where none may be broken.
func (b *Breaker) Justify(items []Item, frozen Result, p *Params) Result {
	if len(items) == 0 {
		return Result{}
	}
	if frozen.Ragged {
		r := p.ragged()
		p = &r
	}
	b.survey.read(items, p)
	defer b.survey.forget()
	q, _ := p.rule(frozen.Pass)
	help, _ := p.rule(LastResort)
	lines := make([]Line, len(frozen.Lines))
	places := b.survey.places
	from, k := int32(-1), 0
	for n := range frozen.Lines {
		end := frozen.Lines[n].End
		for k < len(places) && int(places[k].item) < end {
			k++
		}
		if k == len(places) || int(places[k].item) != end {
			panic("internal error: line: a frozen line ends where none may be broken")
		}
		l, ok := b.survey.line(p, &q, n, from, int32(k))
		if !ok {
			l, _ = b.survey.line(p, &help, n, from, int32(k))
		}
		lines[n] = l
		from = int32(k)
		k++
	}
	return Result{Lines: lines, Pass: frozen.Pass, Ragged: frozen.Ragged, Demerits: frozen.Demerits}
}
