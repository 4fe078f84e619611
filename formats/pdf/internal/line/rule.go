package line

// rule returns what a pass demands; ok is false where the pass would not
// differ from the one before.
func (p *Params) rule(pass Pass) (q rule, ok bool) {
	q = rule{
		tolerance: int64(p.Tolerance),
		ragged:    int64(p.Ragged),
		balanced:  p.Balanced,
		spread:    int64(p.LetterStretch),
		squeeze:   int64(p.LetterShrink),
		any:       pass == LastResort,
	}
	ok = true
	switch pass {
	case Unhyphenated:
		q.tolerance = int64(p.PreTolerance)
		ok = p.PreTolerance >= 0
	case Emergency:
		ok = p.EmergencyStretch > 0 && q.ragged == 0
	case Letterspaced:
		ok = p.EmergencyLetters > 0 && q.ragged == 0
	}
	if pass >= Emergency {
		q.emergency = int64(p.EmergencyStretch)
	}
	if pass >= Letterspaced {
		q.moreSpread, q.moreSqueeze = int64(p.EmergencyLetters), int64(p.EmergencyLetters)
	}
	q.limit = ratioOf(q.tolerance)
	if pass >= Emergency {
		// However small the tolerance was, aids come after the glue's own
		// stretch and shrink.
		q.limit = max(q.limit, one)
	}
	q.tightest = min(q.limit, one)
	q.slack = q.emergency + 2
	if q.ragged > 0 {
		q.slack = (q.tolerance+1)*q.ragged/100 + 1
	}
	return q, ok
}

// squeeze returns how far a letter can ever be drawn to the next.
func (p *Params) squeeze() int64 {
	return int64(p.LetterShrink + p.EmergencyLetters)
}
