package font

import (
	"maps"
	"slices"
	"strings"

	rules "github.com/go-text/typesetting/font/opentype/tables"
)

// maxKerned bounds the glyphs among which a subset keeps kerning: every pair is
// looked at.
const maxKerned = 700

// layout adds the glyphs that forms exchange for those of the subset, and
// returns the tables GSUB and GPOS for all of them, nil where empty.
func (s *subset) layout(forms Features) (gsub, gpos []byte) {
	f := s.face
	want := []string{"liga"}
	for i, tags := range featureTags {
		if bit := Features(1) << i; forms&bit != 0 && bit != NoLigatures && bit != NoKerning {
			want = append(want, tags...)
		}
	}
	if forms&NoLigatures != 0 {
		want = want[1:]
	}
	features := layoutFeatures(&f.font.GSUB.Layout, want)
	var used []uint16
	for _, lookups := range features {
		used = append(used, lookups...)
	}
	slices.Sort(used)
	subs := f.substitutions(slices.Compact(used))
	s.close(subs)

	var lookups [][]byte
	number := map[uint16]uint16{} // of the face's lookup in the subset
	for _, sub := range subs {
		if b := s.lookup(sub); b != nil {
			number[sub.index] = uint16(len(lookups))
			lookups = append(lookups, b)
		}
	}
	list := map[string][]uint16{}
	for name, old := range features {
		for _, i := range old {
			if n, ok := number[i]; ok {
				list[name] = append(list[name], n)
			}
		}
	}
	if len(lookups) > 0 {
		gsub = writeLayout(list, lookups)
	}
	if kern := s.kerning(); kern != nil && forms&NoKerning == 0 {
		gpos = writeLayout(map[string][]uint16{"kern": {0}}, [][]byte{kern})
	}
	return gsub, gpos
}

// close adds what substitutions make of the glyphs of the subset, until there
// is nothing new. A ligature comes in when all of its parts are there.
func (s *subset) close(subs []substitution) {
	for before := -1; before != len(s.ids); {
		before = len(s.ids)
		for _, sub := range subs {
			for i := 0; i < len(s.ids); i++ {
				if to, ok := sub.single[s.ids[i]]; ok {
					s.add(to)
				}
				for _, l := range sub.ligatures[s.ids[i]] {
					if s.all(l.rest) {
						s.add(l.glyph)
					}
				}
			}
		}
	}
}

func (s *subset) all(old []GID) bool {
	for _, g := range old {
		if _, ok := s.new[g]; !ok {
			return false
		}
	}
	return true
}

// lookup writes a substitution for the glyphs of the subset, with its head; nil
// if nothing of it is left.
func (s *subset) lookup(sub substitution) []byte {
	if len(sub.ligatures) == 0 {
		var from, to []uint16
		for id, old := range s.ids { // ascending, as coverage must be
			if g, ok := sub.single[old]; ok {
				from, to = append(from, uint16(id)), append(to, uint16(s.new[g]))
			}
		}
		if len(from) == 0 {
			return nil
		}
		b := words(2, uint16(6+2*len(to)), uint16(len(to)))
		b = append(b, words(to...)...)
		return lookupHead(1, append(b, coverage(from)...))
	}
	var firsts []uint16
	var sets [][]byte
	for id, old := range s.ids {
		var ligs [][]byte
		for _, l := range sub.ligatures[old] {
			if _, ok := s.new[l.glyph]; !ok || !s.all(l.rest) {
				continue
			}
			b := words(uint16(s.new[l.glyph]), uint16(len(l.rest)+1))
			for _, g := range l.rest {
				b = append(b, words(uint16(s.new[g]))...)
			}
			ligs = append(ligs, b)
		}
		if len(ligs) > 0 {
			firsts = append(firsts, uint16(id))
			sets = append(sets, offsets(words(uint16(len(ligs))), ligs))
		}
	}
	if len(firsts) == 0 {
		return nil
	}
	cov := coverage(firsts)
	at := 6 + 2*len(sets)
	b := words(1, uint16(at), uint16(len(sets)))
	at += len(cov)
	for _, set := range sets {
		b = append(b, words(uint16(at))...)
		at += len(set)
	}
	b = append(b, cov...)
	for _, set := range sets {
		b = append(b, set...)
	}
	if at > 0xFFFF {
		return nil
	}
	return lookupHead(4, b)
}

// kerning writes the kerning among the glyphs of the subset as one lookup of
// classes: glyphs that are kerned alike, before all others or after all others,
// share a class.
func (s *subset) kerning() []byte {
	f, n := s.face, len(s.ids)
	lookups := layoutFeatures(&f.font.GPOS.Layout, []string{"kern"})["kern"]
	if len(lookups) == 0 || n > maxKerned {
		return nil
	}
	rows := make([][]byte, n) // the kerns of each first glyph, as bytes to compare
	columns := make([][]byte, n)
	for a := range n {
		for b := range n {
			k := uint16(f.kern(lookups, s.ids[a], s.ids[b]))
			rows[a] = order.AppendUint16(rows[a], k)
			columns[b] = order.AppendUint16(columns[b], k)
		}
	}
	class1, firsts := classes(rows)
	class2, seconds := classes(columns)
	var covered []uint16
	for id, c := range class1 {
		if c != 0 {
			covered = append(covered, uint16(id))
		}
	}
	if len(covered) == 0 {
		return nil
	}
	size := 16 + 2*len(firsts)*len(seconds)
	cov, def1, def2 := coverage(covered), classDef(class1), classDef(class2)
	if size+len(cov)+len(def1) > 0xFFFF {
		return nil
	}
	const xAdvance = 4
	b := words(2, uint16(size), xAdvance, 0, uint16(size+len(cov)), uint16(size+len(cov)+len(def1)),
		uint16(len(firsts)), uint16(len(seconds)))
	for _, first := range firsts {
		for _, second := range seconds {
			if first < 0 || second < 0 { // class 0 is not kerned
				b = append(b, 0, 0)
				continue
			}
			b = append(b, rows[first][2*second:2*second+2]...)
		}
	}
	return lookupHead(2, slices.Concat(b, cov, def1, def2))
}

// classes groups equal vectors: the class of each, 0 for all zeros, and one
// member of each class, -1 for class 0.
func classes(vectors [][]byte) (class []uint16, members []int) {
	members = []int{-1}
	known := map[string]uint16{}
	class = make([]uint16, len(vectors))
	for i, v := range vectors {
		if strings.Trim(string(v), "\x00") == "" {
			continue
		}
		c, ok := known[string(v)]
		if !ok {
			c = uint16(len(members))
			known[string(v)] = c
			members = append(members, i)
		}
		class[i] = c
	}
	return class, members
}

// kern returns the kerning between two glyphs of the face: of each lookup the
// first table that knows the pair.
func (f *Face) kern(lookups []uint16, a, b GID) int16 {
	sum := int16(0)
	for _, i := range lookups {
		if int(i) >= len(f.font.GPOS.Lookups) {
			continue
		}
	subtables:
		for _, sub := range f.font.GPOS.Lookups[i].Subtables {
			pairs, ok := sub.(rules.PairPos)
			if !ok {
				continue
			}
			k, ok := pairs.Data.Cov().Index(uint16(a))
			if !ok {
				continue
			}
			switch data := pairs.Data.(type) {
			case rules.PairPosData1:
				if k < len(data.PairSets) {
					if v, ok := data.PairSets[k].FindGlyph(uint16(b)); ok {
						sum += v.ValueRecord1.XAdvance
						break subtables
					}
				}
			case rules.PairPosData2:
				c2, ok := data.ClassDef2.Class(uint16(b))
				if !ok {
					continue // the pair may be known further on
				}
				c1, _ := data.ClassDef1.Class(uint16(a))
				sum += data.Record(c1, c2).ValueRecord1.XAdvance
				break subtables
			}
		}
	}
	return sum
}

// words writes 16-bit numbers.
func words(values ...uint16) []byte {
	b := make([]byte, 0, 2*len(values))
	for _, v := range values {
		b = order.AppendUint16(b, v)
	}
	return b
}

// offsets writes a head, then the offset of each part from the beginning, then
// the parts.
func offsets(head []byte, parts [][]byte) []byte {
	at := len(head) + 2*len(parts)
	for _, p := range parts {
		head = order.AppendUint16(head, uint16(at))
		at += len(p)
	}
	return slices.Concat(append([][]byte{head}, parts...)...)
}

// lookupHead makes a lookup of one table.
func lookupHead(kind uint16, table []byte) []byte {
	return append(words(kind, 0, 1, 8), table...)
}

// coverage writes a list of glyphs, ascending.
func coverage(glyphs []uint16) []byte {
	return append(words(1, uint16(len(glyphs))), words(glyphs...)...)
}

// classDef writes the classes of all glyphs, from the first.
func classDef(class []uint16) []byte {
	return append(words(1, 0, uint16(len(class))), words(class...)...)
}

// writeLayout writes GSUB or GPOS: features and their lookups, for every script
// and language alike.
func writeLayout(features map[string][]uint16, lookups [][]byte) []byte {
	names := slices.Sorted(maps.Keys(features))
	system := words(0, 0xFFFF, uint16(len(names)))
	list := words(uint16(len(names)))
	at := 2 + 6*len(names)
	var bodies []byte
	for i, name := range names {
		system = append(system, words(uint16(i))...)
		list = append(list, name...)
		list = append(list, words(uint16(at+len(bodies)))...)
		bodies = append(bodies, words(0, uint16(len(features[name])))...)
		bodies = append(bodies, words(features[name]...)...)
	}
	list = append(list, bodies...)
	script := append(words(4, 0), system...)
	var scripts []byte
	scripts = append(scripts, words(2)...)
	for _, name := range []string{"DFLT", "latn"} {
		scripts = append(scripts, name...)
		scripts = append(scripts, words(14)...) // both have the same
	}
	scripts = append(scripts, script...)
	head := words(1, 0, 10, uint16(10+len(scripts)), uint16(10+len(scripts)+len(list)))
	return slices.Concat(head, scripts, list, offsets(words(uint16(len(lookups))), lookups))
}
