package font

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// marked writes | at each opportunity, ¦ inside an address and ‖ where a break
// is required.
func marked(text string) string {
	var b strings.Builder
	at := 0
	for _, br := range LineBreaks(text) {
		b.WriteString(text[at:br.Offset])
		at = br.Offset
		b.WriteString([]string{"|", "¦", "‖"}[br.Kind])
	}
	return b.String() + text[at:]
}

func TestLineBreaks(t *testing.T) {
	for _, want := range []string{
		"The |quick |(“brown”) |fox.‖",
		"well-|known |state-|of-|the-|art‖",
		"before—|after |— |now‖",
		"a\u00a0b |c‖",
		"one\n‖two‖",
		"3.14 |and |$5.00 |and |50%‖",
		// No break before closing marks, none after opening ones, in Chinese
		// and Japanese between the characters otherwise.
		"日|本|語|の|「組|版」|で|す。‖",
		// Addresses: after slashes, before other marks, never beside a hyphen
		// that could be taken for the sentence's.
		"see |https://¦www¦.example¦.org/¦a¦-page/¦of¦-text¦?q=¦1&¦r=¦2¦#top |now‖",
		"www¦.example¦.com/¦index¦.html,‖",
		"name¦_of@¦example¦.org‖",
		"(doi:¦10¦.1000/¦182)‖",
		"/usr/¦local/¦share‖",
		// Not addresses.
		"and/|or‖",
		"he/|she/|they‖",
		"1/2‖",
		"e.g. |this‖",
		"a_b‖",
	} {
		text := strings.NewReplacer("|", "", "¦", "", "‖", "").Replace(want)
		if got := marked(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if LineBreaks("") != nil {
		t.Error("an empty text can be broken")
	}
}

// TestStretches compares the breaks that are found stretch by stretch with
// those of the rules asked about the whole text.
func TestStretches(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := strings.Split("a|b|Z|word|and|9|10|3.14|,|.|;|:|!|?|-|—|–|…|'|\"|“|”|’|«|»|(|)|[|]|%|$|€|é|e\u0301|\u0301|א|中|。|😀|👩\u200d💻|\u00a0|\u200b|\u2060|\t|\n|\u2028|\u00ad| | | | |  | a| b |x y ", "|")
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		got := LineBreaks(text)
		want := append(breaksBetween(nil, &segmenter.Segmenter{}, text, 0), Break{len(text), BreakRequired})
		if !slices.Equal(got, want) {
			t.Fatalf("%q: breaks %v, want %v", text, got, want)
		}
	}
}

func BenchmarkLineBreaks(b *testing.B) {
	text := strings.Repeat("In practice, the parchment uses the order, but the book creates the “habitat” — often. ", 8)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		LineBreaks(text)
	}
}

func TestGraphemes(t *testing.T) {
	for _, want := range []string{"a|b|", "e\u0301|x|", "👩‍👩‍👧‍👦|🇦🇱|🇩🇪|", "\r\n|a|", "각|", "नि|"} {
		text := strings.ReplaceAll(want, "|", "")
		var b strings.Builder
		at := 0
		for _, end := range Graphemes(text) {
			b.WriteString(text[at:end] + "|")
			at = end
		}
		if b.String() != want {
			t.Errorf("got %q, want %q", b.String(), want)
		}
	}
}

// FuzzText checks what every caller relies on: ends that rise to the end of the
// text, breaks and spans between graphemes only.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"see https://www.example.org/a-b/?q=1&r=2.", "日本語の「組版」です。", "a\u0301\u0302/b\u0301.c\u0301", "\xff\xfe/\xfd.\xfc@",
		"שלום (hello) 123 מ", "👩‍👩‍👧‍👦🇦🇱/a.b/c", "αβγ абв abc", "\r\n\u2028\u2029\t", "x@y.z/\u0301w",
	} {
		f.Add(s)
	}
	chain := []Candidate{NotoSans, NotoEmoji}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		g := Graphemes(text)
		rising(t, "graphemes", text, g)
		var ends []int
		for _, b := range LineBreaks(text) {
			ends = append(ends, b.Offset)
			if _, ok := slices.BinarySearch(g, b.Offset); !ok {
				t.Fatalf("%q may be broken inside a grapheme, at %d", text, b.Offset)
			}
		}
		rising(t, "breaks", text, ends)
		spans := func(what string, n int, span func(i int) (start, end int)) {
			ends := make([]int, n)
			for i := range n {
				start, end := span(i)
				if i == 0 && start != 0 || i > 0 && start != ends[i-1] {
					t.Fatalf("%s of %q: span %d begins at %d", what, text, i, start)
				}
				ends[i] = end
			}
			rising(t, what, text, ends)
		}
		scripts := Scripts(text)
		spans("scripts", len(scripts), func(i int) (int, int) { return scripts[i].Start, scripts[i].End })
		for _, base := range []Direction{DirectionAuto, LeftToRight, RightToLeft} {
			levels := Levels(text, base)
			spans("levels", len(levels), func(i int) (int, int) { return levels[i].Start, levels[i].End })
		}
		faces := Fallback(text, Serif.Face(), chain...)
		spans("faces", len(faces), func(i int) (int, int) { return faces[i].Start, faces[i].End })
		for _, s := range faces {
			if s.Missing {
				if i, ok := slices.BinarySearch(g, s.Start); s.Start != 0 && !ok || ok && g[i+1] != s.End {
					t.Fatalf("%q: what is missing, %d to %d, is no grapheme", text, s.Start, s.End)
				}
			}
			Describe(text[s.Start:s.End])
		}
	})
}

func rising(t *testing.T, what, text string, ends []int) {
	t.Helper()
	last := 0
	for _, e := range ends {
		if e <= last {
			t.Fatalf("%s of %q do not rise: %v", what, text, ends)
		}
		last = e
	}
	if last != len(text) {
		t.Fatalf("%s of %q end at %d of %d", what, text, last, len(text))
	}
	if utf8.ValidString(text) {
		for _, e := range ends {
			if !utf8.ValidString(text[:e]) {
				t.Fatalf("%s of %q: %d is inside a character", what, text, e)
			}
		}
	}
}
