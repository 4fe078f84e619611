package font

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		text string
		base Direction
		want string
	}{
		{"plain", DirectionAuto, "0:plain"},
		{"אב 12 b", LeftToRight, "1:אב |2:12|0: b"},
		{"a שלום b", DirectionAuto, "0:a |1:שלום|0: b"},
		{"שלום", DirectionAuto, "1:שלום"},
		{"abc", RightToLeft, "2:abc"},
		{"123 שלום", DirectionAuto, "2:123|1: שלום"},
		{"שלום (abc) 12", DirectionAuto, "1:שלום (|2:abc|1:) |2:12"},
		{"שלום", LeftToRight, "1:שלום"},
	} {
		var parts []string
		for _, l := range Levels(c.text, c.base) {
			parts = append(parts, fmt.Sprintf("%d:%s", l.Level, c.text[l.Start:l.End]))
		}
		if got := strings.Join(parts, "|"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestBaseDirection(t *testing.T) {
	for text, want := range map[string]Direction{
		"": LeftToRight, "123": LeftToRight, "abc א": LeftToRight, "«12» אבג abc": RightToLeft, "مرحبا": RightToLeft,
		"\u2067אב\u2069 abc": LeftToRight,
	} {
		if got := BaseDirection(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestVisualOrder compares with rule L2 as it is written: from the highest
// level down to the lowest odd one, reverse every stretch at that level or
// higher.
func TestVisualOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		levels := make([]uint8, rng.IntN(9))
		for i := range levels {
			levels[i] = uint8(rng.IntN(5))
		}
		want := make([]int, len(levels))
		for i := range want {
			want[i] = i
		}
		for level := uint8(5); level >= 1; level-- {
			if !slices.ContainsFunc(levels, func(l uint8) bool { return l%2 == 1 && l <= level }) {
				break
			}
			for i := range want {
				for j := len(want); j > i; j-- {
					stretch := want[i:j]
					if all := !slices.ContainsFunc(stretch, func(k int) bool { return levels[k] < level }); all &&
						(i == 0 || levels[want[i-1]] < level) {
						slices.Reverse(stretch)
						break
					}
				}
			}
		}
		if got := VisualOrder(levels); !slices.Equal(got, want) {
			t.Fatalf("%v: got %v, want %v", levels, got, want)
		}
	}
}

func TestScripts(t *testing.T) {
	for text, want := range map[string]string{
		"plain (1)":    "Latn:plain (1)",
		"«12» абв":     "Cyrl:«12» абв",
		"abc абв, def": "Latn:abc |Cyrl:абв, |Latn:def",
		"abc (абв) x":  "Latn:abc (|Cyrl:абв|Latn:) x",
		"日本語、かな":       "Hani:日本語、|Hira:かな",
		"é e\u0301":    "Latn:é e\u0301",
		"…":            "Latn:…",
	} {
		var parts []string
		for _, s := range Scripts(text) {
			parts = append(parts, fmt.Sprintf("%v:%s", s.Script, text[s.Start:s.End]))
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestConformance reads lines of the Unicode Consortium's own test.
func TestConformance(t *testing.T) {
	data, err := os.ReadFile("testdata/bidi.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		field := strings.Split(line, ";")
		var text []rune
		for _, hex := range strings.Fields(field[0]) {
			r, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base, _ := strconv.Atoi(field[2])
		if field[1] == "2" && int(BaseDirection(string(text))-LeftToRight) != base {
			t.Errorf("%s: wrong direction of the paragraph", line)
		}
		got := resolveLevels(text, uint8(base))
		var kept []uint8
		var places []int
		for i, want := range strings.Fields(field[3]) {
			if want == "x" {
				continue
			}
			if want != strconv.Itoa(int(got[i])) {
				t.Errorf("%s: got %d", line, got)
				break
			}
			kept, places = append(kept, got[i]), append(places, i)
		}
		var order []string
		for _, k := range VisualOrder(kept) {
			order = append(order, strconv.Itoa(places[k]))
		}
		if strings.Join(order, " ") != field[4] {
			t.Errorf("%s: got order %v", line, order)
		}
		n++
	}
	if n < 200 {
		t.Errorf("only %d lines", n)
	}
}
