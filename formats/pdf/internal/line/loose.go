package line

// Loose paragraphs. Where names and addresses that cannot be divided stand in
// a narrow measure, no choice of breaks saves justified lines from gaps that
// the eye falls into. Such a paragraph is better set flush left: its lines end
// where they may, and all spaces are alike.

// ragged returns the parameters for setting the same paragraph flush left: as
// [Ragged] does, but with hyphens from the start, since the text around it has
// them.
func (p *Params) ragged() Params {
	q := *p
	r := Ragged(p.Measures[len(p.Measures)-1].Width, 0)
	q.Ragged, q.PreTolerance, q.Tolerance = r.Ragged, -1, r.Tolerance
	q.AdjDemerits, q.HyphenPenalty = r.AdjDemerits, r.HyphenPenalty
	return q
}

// tooLoose reports whether word spaces of a line are wider than the paragraph
// allows.
func (p *Params) tooLoose(items []Item, lines []Line) bool {
	if p.Loosest <= 0 {
		return false
	}
	for i := range lines {
		l := &lines[i]
		if l.Ratio <= one {
			continue
		}
		natural, set := int64(0), int64(0)
		for k := l.Start; k < l.End; k++ {
			if it := &items[k]; it.Kind == Glue && it.Width > 0 && !it.Fil {
				natural += int64(it.Width)
				set += int64(l.Set(it))
			}
		}
		if set*100 > natural*int64(p.Loosest) {
			return true
		}
	}
	return false
}
