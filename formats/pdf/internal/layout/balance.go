package layout

import "github.com/quirepress/quire/formats/style"

// Balanced columns: those of the last page of a flow are as short as they can
// be, so that the text does not end with a full column beside an empty one.

// balance cuts the last page of a flow in columns anew.
func (b *binder) balance(f *flow, v *vessel, sheets []sheet, cutter *pageBreaker) ([]sheet, error) {
	n := b.style.Columns
	if n < 2 || len(sheets) == 0 {
		return sheets, nil
	}
	page := (len(sheets) - 1) / n * n
	from := sheets[page].start
	if sheets[page].pending >= 0 || sheets[page].head != nil {
		return sheets, nil // what is due at its head belongs there
	}
	items := f.list.items[from:]
	for i := range items {
		if len(items[i].notes) > 0 {
			return sheets, nil // notes stand at the foot of the page
		}
	}
	var best []sheet
	low, high := 0, int(v.heightOf(page)/v.leading)
	for high-low > 1 {
		middle := (low + high) / 2
		w := *v
		w.first, w.height = nil, v.leading*style.Length(middle)
		cut, err := cutter.paginate(b.ctx, items, &w)
		if err != nil {
			return sheets, err
		}
		good := len(cut) <= n
		for i := range cut {
			good = good && cut[i].left < 0 && !cut[i].torn(items) && foot(items, &cut[i], &w) <= min(w.height+w.leading, v.heightOf(page))
		}
		if good {
			high, best = middle, cut
		} else {
			low = middle
		}
	}
	if best == nil {
		return sheets, nil
	}
	sheets = sheets[:page]
	for _, s := range best {
		s.start, s.end = s.start+from, s.end+from
		if s.pending >= 0 {
			s.pending += from
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// torn reports whether a sheet ends where no page should break.
func (s *sheet) torn(items []item) bool {
	return s.end < len(items) && items[s.end].kind == penaltyItem && items[s.end].cost >= inhibit
}

// foot returns where a sheet ends.
func foot(items []item, sh *sheet, v *vessel) style.Length {
	c := sh.descend(items, v, sh.level(items, v), nil, nil)
	return c.bottom + c.notes
}
