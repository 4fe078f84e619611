package layout

import "github.com/quirepress/quire/formats/style"

// Level feet: what stands apart from the text, such as a list or a listing, is
// as high as it is, and its foot stands on the grid only by chance. Where a page
// ends with it, the white above it grows by the part of a line that is missing,
// so that facing pages are equally deep.

// level says by how much each glue of a page grows to bring its foot onto the
// grid; grow is by how many lines it grows already.
func level(items []item, sh *sheet, v *vessel, grow map[int]int) map[int]style.Length {
	if sh.end >= len(items) || items[sh.end].kind == penaltyItem && items[sh.end].cost <= force {
		return nil // the end, wherever it is
	}
	var c cursor
	sh.floats(items, func(i int) {
		c.box(&items[i], v)
		c.y += v.leading
	})
	if sh.head != nil {
		c.box(sh.head, v)
	}
	c.begun = false
	var last *item
	var whites []int // below what stands on the grid last
	for i := sh.start; i < sh.end; i++ {
		if sh.leaves(items, i) {
			continue
		}
		switch it := &items[i]; it.kind {
		case boxItem:
			if c.box(it, v); it.grid {
				whites = whites[:0]
			}
			if it.height > 0 {
				last = it
			}
		case glueItem:
			switch {
			case it.before > 0: // it leads back to the grid
				whites = whites[:0]
			case c.begun && it.height > 0:
				whites = append(whites, i)
			}
			c.glue(it, v, grow[i])
		}
	}
	for len(whites) > 0 && whites[len(whites)-1] > lastBox(items, sh) {
		whites = whites[:len(whites)-1]
	}
	rest := v.leading - c.bottom%v.leading
	if last == nil || last.grid || rest == v.leading || len(whites) == 0 || c.notes > 0 || c.bottom+rest > v.height+v.leading {
		return nil
	}
	more := map[int]style.Length{}
	for k, i := range whites {
		part := rest / style.Length(len(whites)-k)
		more[i] = part
		rest -= part
	}
	return more
}

// lastBox returns the index of the last box that stands on a page.
func lastBox(items []item, sh *sheet) int {
	for i := sh.end - 1; i >= sh.start; i-- {
		if items[i].kind == boxItem && !sh.leaves(items, i) {
			return i
		}
	}
	return -1
}
