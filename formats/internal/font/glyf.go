package font

// The outlines: loca says where each glyph lies in glyf (OpenType 1.9, "glyf").
// Parse checks every glyph once, so that all later reading can trust them.

// GID is the number of a glyph in its face. Glyph 0 is the face's picture of a
// missing character.
type GID uint16

const (
	// maxComponents bounds what a composite glyph may unfold to. Real faces
	// stay below ten; a hostile chain of composites could reach billions.
	maxComponents = 256

	argsAreWords    = 1 << 0
	haveScale       = 1 << 3
	moreComponents  = 1 << 5
	haveXYScale     = 1 << 6
	have2x2         = 1 << 7
	haveInstruction = 1 << 8
)

// glyphs is the pair of tables loca and glyf, checked.
type glyphs struct {
	glyf  []byte
	start []uint32 // one more than there are glyphs
}

// data returns the bytes of a glyph: empty for one without an outline.
func (g glyphs) data(id GID) []byte {
	if int(id)+1 >= len(g.start) {
		return nil
	}
	return g.glyf[g.start[id]:g.start[id+1]]
}

// bounds returns the box around the outline in font units, and false where
// there is none.
func (g glyphs) bounds(id GID) (b Bounds, ok bool) {
	d := g.data(id)
	if len(d) < 10 {
		return Bounds{}, false
	}
	i16 := func(at int) int { return int(int16(order.Uint16(d[at:]))) }
	return Bounds{XMin: i16(2), YMin: i16(4), XMax: i16(6), YMax: i16(8)}, true
}

// composite reports whether a glyph is put together from others.
func composite(d []byte) bool { return len(d) >= 10 && int16(order.Uint16(d)) < 0 }

// components calls visit with the place of each component's glyph number in d
// and returns where the last component ends. ok is false when d is cut off.
func components(d []byte, visit func(at int)) (end int, ok bool) {
	at := 10
	for {
		if at+4 > len(d) {
			return 0, false
		}
		flags := order.Uint16(d[at:])
		visit(at + 2)
		at += 4
		if flags&argsAreWords != 0 {
			at += 4
		} else {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&have2x2 != 0:
			at += 8
		}
		if at > len(d) {
			return 0, false
		}
		if flags&moreComponents == 0 {
			return at, true
		}
	}
}

// readGlyphs checks loca and glyf for n glyphs: every glyph lies inside the
// table and, if check is set, every outline is whole and every composite
// unfolds to a bounded number of parts.
func readGlyphs(glyf, loca []byte, long bool, n int, check bool) (glyphs, error) {
	g := glyphs{glyf: glyf, start: make([]uint32, n+1)}
	width := 2
	if long {
		width = 4
	}
	if len(loca) < width*(n+1) {
		return g, broken("loca is too short for %d glyphs", n)
	}
	for i := range g.start {
		if long {
			g.start[i] = order.Uint32(loca[4*i:])
		} else {
			g.start[i] = 2 * uint32(order.Uint16(loca[2*i:]))
		}
		if g.start[i] > uint32(len(glyf)) || i > 0 && g.start[i] < g.start[i-1] {
			return g, broken("glyph %d lies outside of glyf", i)
		}
	}
	if !check {
		return g, nil
	}
	parts := make([]int, n) // 0 not yet known, -1 being counted
	for i := range n {
		if _, err := g.count(GID(i), parts); err != nil {
			return g, err
		}
	}
	return g, nil
}

// count returns the number of simple glyphs that id unfolds to.
func (g glyphs) count(id GID, parts []int) (int, error) {
	if int(id) >= len(parts) {
		return 0, broken("a composite uses glyph %d of %d", id, len(parts))
	}
	if parts[id] > 0 {
		return parts[id], nil
	}
	if parts[id] < 0 {
		return 0, broken("glyph %d is made of itself", id)
	}
	d := g.data(id)
	if !composite(d) {
		if !simple(d) {
			return 0, broken("the outline of glyph %d is cut off", id)
		}
		parts[id] = 1
		return 1, nil
	}
	parts[id] = -1
	sum := 1 // itself, so that chains are bounded as well
	var err error
	_, ok := components(d, func(at int) {
		if err != nil {
			return
		}
		var k int
		if k, err = g.count(GID(order.Uint16(d[at:])), parts); err == nil {
			if sum += k; sum > maxComponents {
				err = broken("glyph %d unfolds to more than %d parts", id, maxComponents)
			}
		}
	})
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, broken("composite glyph %d is cut off", id)
	}
	parts[id] = sum
	return sum, nil
}

// simple reports whether d is empty or a simple glyph whose points are all
// there.
func simple(d []byte) bool {
	if len(d) == 0 {
		return true
	}
	_, points, at, ok := simpleHead(d)
	if !ok {
		return false
	}
	// Flags run-length coded, then the coordinates that they announce.
	coords := 0
	for points > 0 {
		if at >= len(d) {
			return false
		}
		f := d[at]
		at++
		run := 1
		if f&8 != 0 {
			if at >= len(d) {
				return false
			}
			run += int(d[at])
			at++
		}
		run = min(run, points)
		points -= run
		coords += run * (coordBytes(f, 1<<1, 1<<4) + coordBytes(f, 1<<2, 1<<5))
	}
	return at+coords <= len(d)
}

// coordBytes returns how many bytes a coordinate takes, by its flags.
func coordBytes(f, short, same byte) int {
	switch {
	case f&short != 0:
		return 1
	case f&same != 0:
		return 0
	}
	return 2
}

// simpleHead reads the head of a simple glyph: where its instruction length
// stands, how many points it has and where its flags begin.
func simpleHead(d []byte) (instructions, points, flags int, ok bool) {
	if len(d) < 10 {
		return 0, 0, 0, false
	}
	contours := int(int16(order.Uint16(d)))
	instructions = 10 + 2*contours
	if contours < 0 || instructions+2 > len(d) {
		return 0, 0, 0, contours == 0 // a box without contours
	}
	last := -1
	for i := range contours {
		p := int(order.Uint16(d[10+2*i:]))
		if p < last {
			return 0, 0, 0, false
		}
		last = p
	}
	flags = instructions + 2 + int(order.Uint16(d[instructions:]))
	return instructions, last + 1, flags, flags <= len(d)
}

// bare returns a glyph without its hinting instructions, whose components are
// renumbered by gid. Instructions are of no use at the resolutions of print
// and of today's screens, and would need three more tables.
func bare(d []byte, gid func(GID) GID) []byte {
	switch {
	case len(d) == 0:
		return nil
	case composite(d):
		out := append([]byte(nil), d...)
		end, _ := components(d, func(at int) {
			order.PutUint16(out[at:], uint16(gid(GID(order.Uint16(d[at:])))))
			flags := at - 2
			order.PutUint16(out[flags:], order.Uint16(d[flags:])&^haveInstruction)
		})
		return out[:end]
	}
	at, _, flags, _ := simpleHead(d)
	if at == 0 {
		return nil // no contours: nothing to draw
	}
	out := make([]byte, 0, len(d))
	out = append(out, d[:at]...)
	out = append(out, 0, 0)
	return append(out, d[flags:]...)
}
