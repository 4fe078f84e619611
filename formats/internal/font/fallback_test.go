package font

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFallback(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain text", "[plain text]SourceSerif4-Regular"},
		{"", ""},
		{"λόγος Київ", "[λόγος Київ]SourceSerif4-Regular"},
		// Greek with the accents of the ancients.
		{"so ἀρχῇ is", "[so ]SourceSerif4-Regular[ἀ]NotoSerif-Regular[ρχ]SourceSerif4-Regular[ῇ]NotoSerif-Regular[ is]SourceSerif4-Regular"},
		{"x ∈ ℕ", "[x ]SourceSerif4-Regular[∈]NotoSansMath-Regular[ ]SourceSerif4-Regular[ℕ]NotoSerif-Regular"},
		// Accents stay with their letter, sequences stay whole.
		{"a\u20d7b", "[a\u20d7]NotoSansMath-Regular[b]SourceSerif4-Regular"},
		{"ok 👩‍👩‍👧‍👦!", "[ok ]SourceSerif4-Regular[👩‍👩‍👧‍👦]NotoEmoji-Regular[!]SourceSerif4-Regular"},
		{"e\u0301\u00a0\u2009\u2011\u200dx", "[e\u0301\u00a0\u2009\u2011\u200dx]SourceSerif4-Regular"},
		// Noto has the whole letter, Source Serif only its parts.
		{"ǭ o\u0328\u0304", "[ǭ]NotoSerif-Regular[ ]SourceSerif4-Regular[o\u0328\u0304]NotoSerif-Regular"},
		{"q\u0301", "[q\u0301]SourceSerif4-Regular"},
		// What nobody has.
		{"a שׁ b", "[a ]SourceSerif4-Regular[שׁ]? [ b]SourceSerif4-Regular"},
		{"漢字", "[漢]? [字]? "},
	} {
		f := Serif.Face()
		var b strings.Builder
		for _, s := range Fallback(c.text, f, FallbackChain(f)...) {
			fmt.Fprintf(&b, "[%s]", c.text[s.Start:s.End])
			if s.Missing {
				b.WriteString("? ")
			} else {
				b.WriteString(s.Face.Name())
			}
		}
		if b.String() != c.want {
			t.Errorf("got  %s\nwant %s", b.String(), c.want)
		}
	}
}

// TestFallbackCovers shapes what Fallback promises: no glyph is missing.
func TestFallbackCovers(t *testing.T) {
	var s Shaper
	f := Serif.Face()
	text := "Ǆ ĳ q\u0301 ǭ ἀρχῇ ∀x∈ℝ ⇔ ★☎✗ 🙂👍🏽🇦🇱 №¼ ‑ x\u2009y\u202fz 1\ufe0f\u20e3 ﷽ Ⅻ ㎏ ﬀ Ω K"
	for _, span := range Fallback(text, f, FallbackChain(f)...) {
		part := text[span.Start:span.End]
		for _, g := range s.Shape(part, Setting{Face: span.Face}).Glyphs {
			if (g.ID == 0) != span.Missing {
				t.Errorf("%q in %v: missing %v, glyph %d", part, span.Face, span.Missing, g.ID)
			}
		}
	}
}

func TestFallbackChain(t *testing.T) {
	for e, first := range map[Embedded]Embedded{
		Serif: NotoSerif, SerifItalic: NotoSerifItalic, SerifBold: NotoSerifBold, SerifSemibold: NotoSerifBold,
		Sans: NotoSans, SansSemibold: NotoSansBold, Code: NotoSans,
	} {
		if chain := FallbackChain(e.Face()); chain[0] != Candidate(first) || !slices.Contains(chain, Candidate(NotoEmoji)) {
			t.Errorf("after %v comes %v", e, chain)
		}
	}
}

func TestDescribe(t *testing.T) {
	for text, want := range map[string]string{
		"א":        "[hebrew letter alef]",
		"\ue123":   "[U+E123]",
		"漢":        "[U+6F22]",
		"👩\u200d🚀": "[woman, rocket]",
		"\u200d":   "",
		"\xff":     "[U+FFFD]",
	} {
		if got := Describe(text); got != want {
			t.Errorf("Describe(%q) = %q, want %q", text, got, want)
		}
	}
}
