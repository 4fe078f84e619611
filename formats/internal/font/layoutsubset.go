package font

import (
	"slices"

	gofont "github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	rules "github.com/go-text/typesetting/font/opentype/tables"
)

// The layout rules that a subset keeps: exchanges of one glyph for another
// (small capitals, figures), ligatures, and kerning, all for the glyphs of the
// subset only. A novel's worth of letters needs some ten kilobytes, where the
// face's own tables take a hundred. Rules that look at their surroundings are
// left out.

// substitution is a lookup of the subset: single exchanges or ligatures.
type substitution struct {
	index     uint16 // among the face's lookups, which are applied in this order
	single    map[GID]GID
	ligatures map[GID][]ligature // by first glyph, in order of preference
}

type ligature struct {
	rest  []GID
	glyph GID
}

// layoutFeatures returns the lookups of features that text in Latin, or in no
// script, uses by default; the lookups are ascending.
func layoutFeatures(l *gofont.Layout, want []string) map[string][]uint16 {
	var indices []uint16
	for _, name := range []string{"latn", "DFLT"} {
		if i := l.FindScript(ot.MustNewTag(name)); i >= 0 && l.Scripts[i].DefaultLangSys != nil {
			indices = l.Scripts[i].DefaultLangSys.FeatureIndices
			break
		}
	}
	found := map[string][]uint16{}
	for _, i := range indices {
		if int(i) >= len(l.Features) {
			continue
		}
		if name := l.Features[i].Tag.String(); slices.Contains(want, name) {
			found[name] = append(found[name], l.Features[i].LookupListIndices...)
		}
	}
	for name, list := range found {
		slices.Sort(list)
		found[name] = slices.Compact(list)
	}
	return found
}

// substitutions reads the lookups that a subset can keep.
func (f *Face) substitutions(lookups []uint16) []substitution {
	var subs []substitution
	for _, i := range lookups {
		if int(i) >= len(f.font.GSUB.Lookups) {
			continue
		}
		s := substitution{index: i, single: map[GID]GID{}, ligatures: map[GID][]ligature{}}
		for _, sub := range f.font.GSUB.Lookups[i].Subtables {
			s.read(sub, f.Glyphs())
		}
		if len(s.single)+len(s.ligatures) > 0 {
			subs = append(subs, s)
		}
	}
	return subs
}

func (s *substitution) read(sub rules.GSUBLookup, n int) {
	single := func(from, to GID) {
		if _, ok := s.single[from]; !ok && int(to) < n {
			s.single[from] = to
		}
	}
	switch sub := sub.(type) {
	case rules.SingleSubs:
		for g := range GID(n) {
			i, ok := sub.Data.Cov().Index(uint16(g))
			if !ok {
				continue
			}
			switch data := sub.Data.(type) {
			case rules.SingleSubstData1:
				single(g, GID(uint16(g)+uint16(data.DeltaGlyphID)))
			case rules.SingleSubstData2:
				if i < len(data.SubstituteGlyphIDs) {
					single(g, GID(data.SubstituteGlyphIDs[i]))
				}
			}
		}
	case rules.LigatureSubs:
		for g := range GID(n) {
			i, ok := sub.Coverage.Index(uint16(g))
			if !ok || i >= len(sub.LigatureSets) {
				continue
			}
			for _, l := range sub.LigatureSets[i].Ligatures {
				lig := ligature{glyph: GID(l.LigatureGlyph)}
				for _, c := range l.ComponentGlyphIDs {
					lig.rest = append(lig.rest, GID(c))
				}
				if int(lig.glyph) < n {
					s.ligatures[g] = append(s.ligatures[g], lig)
				}
			}
		}
	}
}
