package font

import (
	"math/bits"
	"slices"

	rules "github.com/go-text/typesetting/font/opentype/tables"
)

// A repair for the shaping library, as of its version 0.3.5. It keeps for each
// layout rule a digest of the glyphs that the rule covers: three masks of 64
// bits, each of other bits of the glyph number. As soon as one mask is full it
// stops to fill the other two, if the coverage is a list of ranges (format 2),
// and then takes the rule not to apply to glyphs for which it does: small
// capitals are not kerned, Arabic letters are not joined. Lists of single
// glyphs (format 1) are digested well. So the library is shown tables in which
// the coverages that would suffer are lists.
//
// A list is longer than its ranges and needs another place. All lookups become
// extension lookups, which reach anywhere: in front of the old table comes a
// new head and list of lookups, behind it come copies of the rules that have a
// new coverage. To be removed when the library is mended; TestDigest tells.

// layoutKind tells GSUB from GPOS.
type layoutKind uint16

// The kinds, by the type of their extension lookups.
const (
	gsubKind layoutKind = 7
	gposKind layoutKind = 9
)

// layoutTable reads a layout table that may be broken: what lies outside is zero and
// leaves a mark.
type layoutTable struct {
	b      []byte
	bad    bool
	budget int // of steps: rules may share their parts without end
}

func (t *layoutTable) spend(n int) bool {
	t.budget -= n
	t.bad = t.bad || t.budget < 0
	return !t.bad
}

func (t *layoutTable) u16(at int) int {
	if at < 0 || at+2 > len(t.b) {
		t.bad = true
		return 0
	}
	return int(order.Uint16(t.b[at:]))
}

// layoutLookup is a lookup with the places of its rules, extensions resolved.
type layoutLookup struct {
	kind, flag, marks int
	rules             []int
}

const useMarkSet = 0x10

// lookups reads the list of lookups.
func (t *layoutTable) lookups(ext layoutKind) []layoutLookup {
	list := t.u16(8)
	all := make([]layoutLookup, 0, 64)
	for i := range t.u16(list) {
		at := list + t.u16(list+2+2*i)
		l := layoutLookup{kind: t.u16(at), flag: t.u16(at + 2)}
		n := t.u16(at + 4)
		if l.flag&useMarkSet != 0 {
			l.marks = t.u16(at + 6 + 2*n)
		}
		extended := l.kind == int(ext)
		for j := range n {
			rule := at + t.u16(at+6+2*j)
			if extended {
				l.kind = t.u16(rule + 2)
				rule += t.u16(rule+4)<<16 | t.u16(rule+6)
			}
			l.rules = append(l.rules, rule)
			if !t.spend(16) {
				return nil
			}
		}
		all = append(all, l)
	}
	return all
}

// coverageField returns the place of the offset of the coverage by which a rule
// is found.
func (t *layoutTable) coverageField(ext layoutKind, kind, rule int) int {
	if ext == gposKind {
		kind -= 2 // contextual lookups are 7 and 8 there, 5 and 6 in GSUB
	}
	switch format := t.u16(rule); {
	case kind == 5 && format == 3:
		return rule + 6
	case kind == 6 && format == 3:
		return rule + 6 + 2*t.u16(rule+2)
	}
	return rule + 2
}

// cover reads a coverage, its glyphs as ranges, and whether it is a list.
func (t *layoutTable) cover(at int) (ranges [][2]uint16, list bool) {
	n := t.u16(at + 2)
	switch t.u16(at) {
	case 1:
		for i := range n {
			g := uint16(t.u16(at + 4 + 2*i))
			ranges = append(ranges, [2]uint16{g, g})
		}
		t.spend(n)
		return ranges, true
	case 2:
		last := -1
		for i := range n {
			r := [2]uint16{uint16(t.u16(at + 4 + 6*i)), uint16(t.u16(at + 6 + 6*i))}
			if int(r[0]) <= last || r[1] < r[0] {
				t.bad = true
				return nil, false
			}
			last = int(r[1])
			ranges = append(ranges, r)
			t.spend(int(r[1]) - int(r[0]) + 1)
		}
	}
	return ranges, false
}

// digest is what the library makes of coverages, and whether it loses a glyph.
type digest struct {
	masks [3]uint64
	lossy bool
}

func (d *digest) add(ranges [][2]uint16, list bool) {
	for _, r := range ranges {
		full := slices.Contains(d.masks[:], ^uint64(0))
		for g := int(r[0]); g <= int(r[1]); g++ {
			bits := [3]uint64{1 << (g >> 4 & 63), 1 << (g & 63), 1 << (g >> 6 & 63)}
			for i := range bits {
				if !list && full && d.masks[i]&bits[i] == 0 {
					d.lossy = true
					continue
				}
				d.masks[i] |= bits[i]
			}
		}
	}
}

// withLists returns a layout table whose coverages the library digests without
// loss. A table that needs no repair, or is broken, is returned as it is.
func withLists(table []byte, ext layoutKind) []byte {
	t := &layoutTable{b: table, budget: 1 << 22}
	lookups := t.lookups(ext)
	if t.bad || t.u16(0) != 1 || len(lookups) == 0 {
		return table
	}
	var lossy []bool
	repair := false
	for _, l := range lookups {
		var whole digest
		any := false
		for _, rule := range l.rules {
			ranges, list := t.cover(rule + t.u16(t.coverageField(ext, l.kind, rule)))
			if t.bad {
				return table
			}
			var own digest
			own.add(ranges, list)
			whole.add(ranges, list)
			any = any || own.lossy
		}
		lossy = append(lossy, any || whole.lossy)
		repair = repair || any || whole.lossy
	}
	if t.bad || !repair {
		return table
	}

	head := 10
	if t.u16(2) >= 1 {
		head = 14
	}
	size := 2 + 2*len(lookups) // of the new list of lookups
	for _, l := range lookups {
		size += 8 + 10*len(l.rules)
	}
	front := head + size
	if t.u16(4)+front > 0xFFFF || t.u16(6)+front > 0xFFFF || size > 0xFFFF {
		return table
	}
	out := make([]byte, front, front+2*len(table))
	put16(out, 1, t.u16(2), t.u16(4)+front, t.u16(6)+front, head)
	if head == 14 {
		if v := order.Uint32(table[10:]); v != 0 {
			order.PutUint32(out[10:], v+uint32(front))
		}
	}
	out = append(out, table...)
	put16(out[head:], len(lookups))
	at := head + 2 + 2*len(lookups)
	for i, l := range lookups {
		put16(out[head+2+2*i:], at-head)
		put16(out[at:], int(ext), l.flag, len(l.rules))
		records := at + 8 + 2*len(l.rules) // behind the mark set, used or not
		if l.flag&useMarkSet != 0 {
			put16(out[at+6+2*len(l.rules):], l.marks)
		}
		for j, rule := range l.rules {
			target := front + rule
			if lossy[i] {
				if c := t.copyRule(ext, l.kind, rule); c != nil {
					target = len(out)
					out = append(out, c...)
				}
			}
			record := records + 8*j
			put16(out[at+6+2*j:], record-at)
			put16(out[record:], 1, l.kind)
			order.PutUint32(out[record+4:], uint32(target-record))
		}
		at = records + 8*len(l.rules)
	}
	return out
}

// copyRule returns a rule whose coverage is a list behind it, or nil where it
// is one already or does not fit.
func (t *layoutTable) copyRule(ext layoutKind, kind, rule int) []byte {
	field := t.coverageField(ext, kind, rule)
	ranges, list := t.cover(rule + t.u16(field))
	if list {
		return nil
	}
	var glyphs []uint16
	for _, r := range ranges {
		for g := int(r[0]); g <= int(r[1]); g++ {
			glyphs = append(glyphs, uint16(g))
		}
	}
	cov := coverage(glyphs)
	// Where a rule ends is not written anywhere. Its parts are found by 16-bit
	// offsets, so unless the kind is one of the frequent ones, what may belong
	// to it is copied as far as the offset of the coverage allows.
	const reach = 0xFFFE
	length := min(len(t.b)-rule, reach)
	if n, ok := t.extent(ext, kind, rule); ok {
		length = min(length, n)
	}
	if !t.spend(length / 8) { // at most 32 MB in all
		return nil
	}
	c := make([]byte, length+length%2, length+1+len(cov))
	copy(c, t.b[rule:rule+length])
	if len(glyphs) > 0xFFFF || field-rule+2 > length || t.bad {
		return nil
	}
	put16(c[field-rule:], len(c))
	c = append(c, cov...)
	if length == reach { // perhaps something was cut off
		if ext != gposKind || kind != 2 {
			return nil
		}
		if _, _, err := rules.ParsePairPos(c); err != nil {
			return nil
		}
	}
	return c
}

// extent returns how many bytes a rule has, its coverage left out, if it is a
// single exchange or a pair of glyphs.
func (t *layoutTable) extent(ext layoutKind, kind, rule int) (n int, ok bool) {
	format := t.u16(rule)
	switch {
	case ext == gsubKind && kind == 1 && format == 1:
		return 6, true
	case ext == gsubKind && kind == 1 && format == 2:
		return 6 + 2*t.u16(rule+4), true
	case ext != gposKind || kind != 2 || format != 1 && format != 2:
		return 0, false
	}
	first, second := uint(t.u16(rule+4)), uint(t.u16(rule+6))
	const devices = 0xFFF0 // which have tables of their own
	if (first|second)&devices != 0 {
		return 0, false
	}
	record := 2 * (bits.OnesCount(first) + bits.OnesCount(second))
	if format == 1 {
		sets := t.u16(rule + 8)
		n = 10 + 2*sets
		for i := range sets {
			at := t.u16(rule + 10 + 2*i)
			n = max(n, at+2+t.u16(rule+at)*(2+record))
		}
		return n, !t.bad
	}
	n = 16 + t.u16(rule+12)*t.u16(rule+14)*record
	for _, field := range []int{8, 10} {
		at := t.u16(rule + field)
		if t.u16(rule+at) == 1 {
			n = max(n, at+6+2*t.u16(rule+at+4))
		} else {
			n = max(n, at+4+6*t.u16(rule+at+2))
		}
	}
	return n, !t.bad
}
