package layout

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
)

// Runs: a paragraph cut by everything that decides its glyphs: attributes,
// script, direction, face, and what is an acronym.

// run is a part of a paragraph that is shaped alike.
type run struct {
	start, end int
	leaf       int32
	level      uint8
	small      bool // an acronym
	setting    font.Setting
	missing    bool
	// space and hyphen are what stands between its words and inside them, once
	// it has been shaped.
	space, hyphen []font.Glyph
}

// runs cuts a paragraph by everything that decides the glyphs.
func (s *setter) runs(g *galley, text string, base font.Direction) []run {
	levels := font.Levels(text, base)
	scripts := font.Scripts(text)
	acronyms := acronyms(text)
	out := s.runBuffer[:0]
	l, c, ac := 0, 0, 0
	for i := range g.leaves {
		lf := &g.leaves[i]
		for start := lf.start; start < lf.end; {
			for levels[l].End <= start {
				l++
			}
			for scripts[c].End <= start {
				c++
			}
			for ac < len(acronyms) && acronyms[ac].end <= start {
				ac++
			}
			end := min(lf.end, levels[l].End, scripts[c].End)
			small := false
			if !lf.attr.upright && ac < len(acronyms) {
				if a := acronyms[ac]; a.start <= start {
					end, small = min(end, a.end), true
				} else {
					end = min(end, a.start)
				}
			}
			set := font.Setting{Features: lf.attr.features, Script: scripts[c].Script, Language: shapingLanguage(lf.attr.lang), RightToLeft: levels[l].RightToLeft()}
			if small {
				set.Features |= font.CapsToSmall | font.NoLigatures
			}
			for _, f := range font.Fallback(text[start:end], lf.attr.face, lf.attr.chain...) {
				set.Face = f.Face
				out = append(out, run{start: start + f.Start, end: start + f.End, leaf: int32(i), level: levels[l].Level, small: small && f.Face == lf.attr.face, setting: set, missing: f.Missing})
			}
			start = end
		}
	}
	s.runBuffer = out
	return out
}

// shapingLanguage returns the part of a language tag that changes glyphs: for
// most languages none, so that their words share the cache.
func shapingLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "tr", "az", "kk", "ba", "crh", "ro", "mo", "ca", "nl", "mk", "sr", "bg", "pl", "ur", "fa", "sd", "ku", "ja", "ko", "zh", "vi":
		return strings.ToLower(tag)
	}
	return ""
}

// runAt returns the run that holds a byte; bytes are asked for in order, or
// nearly so.
func (b *shaper) runAt(at int) *run {
	for b.runs[b.at].end <= at {
		b.at++
	}
	for b.runs[b.at].start > at {
		b.at--
	}
	return &b.runs[b.at]
}
