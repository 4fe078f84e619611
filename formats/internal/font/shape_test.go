package font

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// names writes the glyphs of a run by their names.
func names(r Run) string {
	var s []string
	for _, g := range r.Glyphs {
		s = append(s, r.Face.GlyphName(g.ID))
	}
	return strings.Join(s, " ")
}

func TestShape(t *testing.T) {
	for _, c := range []struct {
		face     Embedded
		features Features
		text     string
		want     string
	}{
		{Serif, 0, "office", "o f_f_i c e"},
		{Serif, 0, "fjord", "f_j o r d"},
		{Serif, NoLigatures, "office", "o f f i c e"},
		{Serif, SmallCaps, "nato", "N.sc A.sc T.sc O.sc"},
		{Serif, SmallCaps, "Nato", "N A.sc T.sc O.sc"},
		{Serif, SmallCaps | CapsToSmall, "NATO", "N.sc A.sc T.sc O.sc"},
		{Serif, OldStyle | Proportional, "19", "one.osf nine.osf"},
		{Serif, Lining | Tabular, "19", "one nine"},
		{Serif, Superiors, "12", "one.sups two.sups"},
		{Serif, CaseForms, "(A-B)", "parenleft.cap A hyphen.cap B parenright.cap"},
		{Sans, 0, "ffi", "f_f i"},
		{Code, 0, "fi", "f i"},
		{Serif, 0, "жё", "uni0436 uni0451"},
		{Serif, 0, "e\u0301", "eacute"},
		{Serif, 0, "q\u0301", "q uni0301"},
		{NotoSerif, 0, "ἀ", "uni1F00"},
		{SerifItalic, SmallCaps, "ab", "a b"}, // it has none
		// What leaves no mark belongs to its neighbour.
		{Serif, 0, "a\u200db\u00ad", "a b"},
		{Serif, 0, "\u200b", "space"},
		{Serif, 0, "א", ".notdef"},
	} {
		var s Shaper
		r := s.Shape(c.text, Setting{Face: c.face.Face(), Features: c.features})
		if got := names(r); got != c.want {
			t.Errorf("%v %q: %s, want %s", c.face, c.text, got, c.want)
		}
	}
}

// TestLanguage sets the same letters as different nations write them.
func TestLanguage(t *testing.T) {
	var s Shaper
	for _, c := range []struct {
		face           Embedded
		language, text string
		want           string
	}{
		{Serif, "en", "fi", "f_i"},
		{Serif, "tr", "fi", "f i.trk"}, // no ligature may swallow the dot
		{SerifItalic, "ru", "бг", "uni0431 uni0433"},
		{SerifItalic, "sr", "бг", "uni0431.srb uni0433.srb"},
		{SerifItalic, "sr-Cyrl", "бг", "uni0431.srb uni0433.srb"},
		{SerifItalic, "sr_RS", "бг", "uni0431.srb uni0433.srb"},
	} {
		set := Setting{Face: c.face.Face(), Language: c.language, Script: Scripts(c.text)[0].Script}
		if got := names(s.Shape(c.text, set)); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.text, c.language, got, c.want)
		}
	}
}

// TestKerning compares words with the sums of their letters.
func TestKerning(t *testing.T) {
	var s Shaper
	for _, f := range []Embedded{Serif, Sans, SerifDisplayLight, NotoSerif} {
		face := f.Face()
		set := Setting{Face: face}
		plain := 0
		for _, r := range "AV" {
			g, _ := face.Glyph(r)
			plain += face.Advance(g)
		}
		kerned := s.Shape("AV", set)
		if kerned.Width >= plain || !kerned.Glyphs[1].Tied {
			t.Errorf("%v: AV is %d wide, its letters %d; tied: %v", f, kerned.Width, plain, kerned.Glyphs[1].Tied)
		}
		set.Features = NoKerning
		if w := s.Shape("AV", set).Width; w != plain {
			t.Errorf("%v: without kerning AV is %d wide, its letters %d", f, w, plain)
		}
	}
	// Tabular figures are of one width, whatever stands beside them.
	set := Setting{Face: Serif.Face(), Features: Lining | Tabular}
	if a, b := s.Shape("1117", set).Width, s.Shape("8888", set).Width; a != b {
		t.Errorf("columns of figures are %d and %d wide", a, b)
	}
}

// TestTied cuts words where that is said to be safe: the parts are as wide as
// the whole.
func TestTied(t *testing.T) {
	var s Shaper
	set := Setting{Face: Serif.Face()}
	for _, w := range strings.Fields("AVATAR difficult Waffle Töpfe fjord 'Tis refill, stop.") {
		r := s.Shape(w, set)
		left := 0
		for i, g := range r.Glyphs {
			if i > 0 && !g.Tied {
				a, b := s.Shape(w[:g.Start], set), s.Shape(w[g.Start:], set)
				if a.Width != left || a.Width+b.Width != r.Width {
					t.Errorf("%s cut before byte %d: %d + %d, want %d + %d", w, g.Start, a.Width, b.Width, left, r.Width-left)
				}
			}
			left += int(g.Advance)
		}
	}
}

// TestDigest shapes what the library would shape wrongly without the repair in
// coverage.go. If it passes without, the repair can go.
func TestDigest(t *testing.T) {
	var s Shaper
	set := Setting{Face: Serif.Face(), Features: SmallCaps | CapsToSmall}
	// As HarfBuzz 12 does.
	want := "A.sc 499 V.sc 526 A.sc 559 T.sc 517 A.sc 589 R.sc 594"
	var got []string
	for _, g := range s.Shape("AVATAR", set).Glyphs {
		got = append(got, fmt.Sprint(set.Face.GlyphName(g.ID), " ", g.Advance))
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if got := names(s.Shape("šž", set)); got != "Scaron.sc Zcaron.sc" {
		t.Errorf("got %s", got)
	}
}

// conserve checks that the clusters of a run cover its text: each byte once, in
// order.
func conserve(t *testing.T, r Run) {
	t.Helper()
	at, width := 0, 0
	next := func(g Glyph) {
		switch {
		case int(g.Start) == at && g.End > g.Start:
			at = int(g.End)
		case int(g.End) == at && at > 0: // another glyph of the same cluster
		default:
			t.Fatalf("%q (right to left: %v): a cluster is %d to %d, where %d begins: %v",
				r.Text, r.RightToLeft, g.Start, g.End, at, r.Glyphs)
		}
		width += int(g.Advance)
	}
	for i := range r.Glyphs {
		if r.RightToLeft {
			i = len(r.Glyphs) - 1 - i
		}
		next(r.Glyphs[i])
	}
	if at != len(r.Text) || width != r.Width {
		t.Fatalf("%q: covered to %d of %d, width %d of %d", r.Text, at, len(r.Text), width, r.Width)
	}
	var joined []string
	for text := range r.Clusters() {
		if r.RightToLeft {
			joined = append([]string{text}, joined...)
		} else {
			joined = append(joined, text)
		}
	}
	if got := strings.Join(joined, ""); got != r.Text {
		t.Fatalf("the clusters of %q are %q", r.Text, got)
	}
}

func FuzzShape(f *testing.F) {
	for _, s := range []string{
		"office", "AV", "e\u0301\u0328q\u0301", "ǭ", "1⁄2 3/4", "\u200bab\u200d", "\xff\xfea", "שלום עולם", "مرحبا",
		"👩‍👩‍👧‍👦🇦🇱1️⃣", "Ἐν ἀρχῇ", "नमस्ते", "한국어 각", "\u0301", "\r\n\t", "ﬁ", "a\u00adb", "Ǆ",
	} {
		for _, features := range []uint32{0, uint32(SmallCaps | OldStyle | Fractions), uint32(NoLigatures | Superiors)} {
			f.Add(s, features, false, "")
			f.Add(s, features, true, "de")
		}
	}
	var s Shaper
	faces := []*Face{Serif.Face(), Sans.Face(), NotoSerif.Face(), NotoEmoji.Face(), Code.Face()}
	f.Fuzz(func(t *testing.T, text string, features uint32, rtl bool, lang string) {
		if len(text) > 1000 {
			return
		}
		for _, face := range faces {
			for _, span := range Scripts(text) {
				set := Setting{face, Features(features), span.Script, lang, rtl}
				r := s.Shape(text[span.Start:span.End], set)
				conserve(t, r)
				if again := s.Shape(r.Text, set); !reflect.DeepEqual(r, again) {
					t.Fatalf("%q is shaped differently the second time", r.Text)
				}
			}
		}
	})
}

// TestCache fills the shaper far beyond what it keeps, from many goroutines,
// and compares with a shaper that keeps nothing.
func TestCache(t *testing.T) {
	var kept Shaper
	fresh := Shaper{Uncached: true}
	words := shards * generation * 5 / 2
	if testing.Short() {
		words /= 20
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			set := Setting{Face: Serif.Face(), Features: Features(worker%2) * OldStyle}
			for i := worker / 2; i < words; i += 7 {
				w := fmt.Sprintf("fi%dAV", i%(words/2))
				if a := kept.Shape(w, set); i%97 == 0 && !reflect.DeepEqual(a, fresh.Shape(w, set)) {
					t.Errorf("%s: the kept word differs", w)
				}
			}
		})
	}
	group.Wait()
	for i := range kept.shards {
		if n := len(kept.shards[i].young); n > generation {
			t.Errorf("a shard keeps %d words", n)
		}
		if n := len(kept.shards[i].old); n > generation {
			t.Errorf("a shard keeps %d old words", n)
		}
	}
}

// TestPlans names a new language for every word: nothing may pile up.
func TestPlans(t *testing.T) {
	var s Shaper
	for i := range 4 * maxPlans {
		s.Shape("word", Setting{Face: Code.Face(), Language: fmt.Sprintf("x%d", i)})
	}
	if w := s.hire(); len(w.plans) == 0 || len(w.plans) > maxPlans {
		t.Errorf("%d plans are kept", len(w.plans))
	}
}

// BenchmarkShape sets an article, or the same ten words when it is not there.
func BenchmarkShape(b *testing.B) {
	text := "the difficult AVATAR of international peacekeeping in NATO office 1999"
	if data, err := os.ReadFile("../../../../shared/articles/kosovo-nato.txt"); err == nil {
		text = string(data)
	}
	words := strings.Fields(text)
	for name, uncached := range map[string]bool{"kept": false, "anew": true} {
		b.Run(name, func(b *testing.B) {
			s := Shaper{Uncached: uncached}
			set := Setting{Face: Serif.Face(), Features: OldStyle | Proportional}
			for b.Loop() {
				for _, w := range words {
					s.Shape(w, set)
				}
			}
			n := float64(b.N) * float64(len(words))
			b.ReportMetric(n/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(n*float64(utf8.RuneCountInString(text))/float64(len(words))/b.Elapsed().Seconds(), "runes/s")
		})
	}
}
