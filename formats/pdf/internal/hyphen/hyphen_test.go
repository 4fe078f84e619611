package hyphen

import (
	"strings"
	"testing"
)

// shown returns the word with hyphens where it may be divided.
func shown(p *Patterns, word string) string {
	var b strings.Builder
	from := 0
	for _, i := range p.Break(nil, word) {
		b.WriteString(strings.Trim(word[from:i], "\u00AD") + "-")
		from = i
	}
	return b.String() + word[from:]
}

func TestBreak(t *testing.T) {
	for lang, words := range map[string]string{
		// The TeXbook, appendix H, and Liang's thesis.
		"en": "hy-phen-ation con-cate-na-tion su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious " +
			"as-so-ciate as-so-ciates project reci-procity ta-ble Al-go-rithm present",
		"en-GB": "hy-phen-a-tion",
		"de":    "Sil-ben-tren-nung Do-nau-dampf-schiff Zu-cker",
	} {
		p, ok := For(lang)
		if !ok {
			t.Fatalf("no patterns for %s", lang)
		}
		for want := range strings.FieldsSeq(words) {
			if got := shown(p, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

func TestEverySetLoads(t *testing.T) {
	for _, s := range sets {
		p, ok := For(s.tag)
		if !ok || p.Language() != s.tag {
			t.Errorf("%s: got %v", s.tag, p)
			continue
		}
		t.Logf("%s: %d nodes, %d votes, %d letters, %d exceptions", s.tag, len(p.trie.nodes), len(p.trie.votes), len(p.trie.codes), len(p.exceptions))
	}
}
