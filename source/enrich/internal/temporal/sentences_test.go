package temporal

import (
	"os"
	"strings"
	"testing"
)

// TestSentences reads testdata/sentences.txt, whose head tells how it is written.
func TestSentences(t *testing.T) {
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		part := strings.Split(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(part) != 3 {
			t.Errorf("want language|text|dates in %q", line)
			continue
		}
		if got := datesIn(part[1], part[0], strings.Contains(part[2], "T")); got != part[2] {
			t.Errorf("%s: %s\n got %s\nwant %s\n(%s)", part[0], part[1], got, part[2], strings.Join(names(Find(part[1], part[0], Options{})), ", "))
		}
	}
}

// datesIn returns the dates of a text as the file writes them.
func datesIn(text, lang string, clocks bool) string {
	var out []string
	var last *Range
	for _, x := range Find(text, lang, Options{}) {
		if !x.Resolved() || x.Range != nil && x.Range == last {
			continue
		}
		date := x.Interval()
		if last = x.Range; last != nil {
			date = last.EDTF
		}
		if x.Type == TIME && !clocks {
			date, _, _ = strings.Cut(date, "T")
		}
		if x.Range == nil && (x.Mod == START || x.Mod == MID || x.Mod == END) {
			date += "@" + x.Mod
		}
		out = append(out, date)
	}
	return strings.Join(out, " ")
}
