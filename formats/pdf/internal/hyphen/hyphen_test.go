package hyphen

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// shown returns the word with hyphens where it may be divided.
func shown(p *Patterns, word string) string {
	var b strings.Builder
	from := 0
	for _, i := range p.Break(nil, word) {
		b.WriteString(strings.TrimSuffix(word[from:i], "\u00AD") + "-")
		from = i
	}
	return b.String() + word[from:]
}

func TestBreak(t *testing.T) {
	for _, c := range []struct{ lang, words string }{
		// The TeXbook, appendix H, and Liang's thesis; then the exceptions.
		{"en", "hy-phen-ation con-cate-na-tion su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious al-go-rithm"},
		{"en", "as-so-ciate as-so-ciates reci-procity ta-ble phil-an-thropic project present"},
		{"en-GB", "hy-phen-a-tion"},
		{"de", "Sil-ben-tren-nung Do-nau-dampf-schiff Zu-cker Stra-ße Fuß-ball-welt-meis-ter-schaft"},
		{"fr", "ty-po-gra-phie im-pri-me-rie"},
		{"es", "im-pren-ta ti-po-gra-fía"},
		{"it", "ti-po-gra-fia stam-pa-to-re"},
		{"pl", "dru-kar-nia"},
		{"nl", "druk-ke-rij"},
		{"ru", "ти-по-гра-фия"},
		{"el", "τυ-πο-γρα-φί-α"},
		{"tr", "ba-sım-cı"},
		{"sr", "штам-па-ри-ја"},
		{"sr-Latn", "štam-pa-ri-ja"},
		{"sq", "për-ku-fi-zim"},
	} {
		p, ok := For(c.lang)
		if !ok {
			t.Errorf("no patterns for %s", c.lang)
			continue
		}
		for want := range strings.FieldsSeq(c.words) {
			if got := shown(p, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", c.lang, got, want)
			}
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"en", "", ""},
		{"en", "a", "a"},
		{"en", "into", "into"},
		{"en", "Hyphenation", "Hy-phen-ation"},
		{"en", "“(hyphenation)…”", "“(hy-phen-ation)…”"},
		{"en", "hyphenation’s", "hy-phen-ation’s"},
		{"en", "didn't", "didn't"},
		{"en", "algorithm-hyphenation", "al-go-rithm-hy-phen-ation"},
		{"en", "algorithm—hyphenation", "al-go-rithm—hy-phen-ation"},
		// Soft hyphens rule, wherever they are.
		{"en", "hyphe\u00ADnation", "hyphe-nation"},
		{"en", "NA\u00ADTO2", "NA-TO2"},
		{"en", "\u00ADhyphenation\u00AD", "\u00ADhyphenation\u00AD"},
		// Acronyms and names are not divided.
		{"en", "HYPHENATION", "HYPHENATION"},
		{"en", "HYPHENATIONs", "HYPHENATIONs"},
		{"en", "HyphenAtion", "HyphenAtion"},
		{"en", "UNESCO-hyphenation", "UNESCO-hy-phen-ation"},
		// Nor is what is not a word.
		{"en", "hyphenation2", "hyphenation2"},
		{"en", "www.hyphenation.org", "www.hyphenation.org"},
		{"en", "hyphenation@algorithm", "hyphenation@algorithm"},
		{"en", "/usr/hyphenation", "/usr/hyphenation"},
		{"en", "hyphenation\xffalgorithm", "hyphenation\xffalgorithm"},
		// An accent of its own is part of its letter.
		{"fr", "te\u0301le\u0301phone", "te\u0301-le\u0301-phone"},
		{"en", "\u0301hyphenation", "\u0301hy-phen-ation"},
		// The apostrophe belongs to French words, not to quotation.
		{"fr", "l’imprimerie", "l’im-pri-me-rie"},
		{"fr", "L’Imprimerie", "L’Im-pri-me-rie"},
		{"fr", "'imprimerie'", "'im-pri-me-rie'"},
		// Lower case is the language's own.
		{"tr", "BasIMCI", "BasIMCI"},
		{"tr", "Istanbul", "Is-tan-bul"},
		{"tr", "İstanbul", "İs-tan-bul"},
	} {
		p, _ := For(c.lang)
		if got := shown(p, c.word); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestLong(t *testing.T) {
	p, _ := For("en")
	word := strings.Repeat("hyphenation", 10_000)
	places := p.Break(nil, word)
	if len(places) < 20_000 {
		t.Errorf("%d places", len(places))
	}
	if got := p.Break(places[:1], "table"); len(got) != 2 || got[1] != 2 {
		t.Errorf("appended: %v", got)
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en-US", "EN": "en-US", "en-US": "en-US", "en_GB": "en-GB", "en-GB-oxendict": "en-GB",
		"en-AU": "en-GB", "en-CA": "en-US", "de": "de", "de-AT": "de", "de-CH-1996": "de",
		"no": "nb", "nb-NO": "nb", "nn": "nn", "pt-BR": "pt", "el-GR": "el", "el-polyton": "el-polyton",
		"sr": "sr-Cyrl", "sr-RS": "sr-Cyrl", "sr-Latn-RS": "sr-Latn", "sr-Cyrl-ME": "sr-Cyrl", "sr-ME": "sr-Latn",
		"": "", "x": "", "cs": "", "zh-Hans": "", "-": "", "deu": "",
	} {
		p, ok := For(tag)
		if ok != (want != "") || ok && p.Language() != want {
			t.Errorf("%q: %v, %v", tag, p, ok)
		}
	}
}

// TestHeads compares the table with what the files say of themselves: the
// letters that must stay together, and a licence that is not the GPL alone.
func TestHeads(t *testing.T) {
	mins := regexp.MustCompile(`hyphenmins:\n(?:% +generation:\n(?:% +(?:left|right): .*\n)+)?% +typesetting:\n% +left: +(\d).*\n% +right: +(\d)`)
	used := map[string]bool{"README.md": true, "lppl.txt": true}
	readme, err := fs.ReadFile(files, "patterns/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sets {
		for _, name := range strings.Fields(s.files) {
			file := "hyph-" + name + ".tex"
			used[file] = true
			text, err := fs.ReadFile(files, "patterns/"+file)
			if err != nil {
				t.Error(err)
				continue
			}
			m := mins.FindStringSubmatch(string(text))
			if m == nil || m[1] != strconv.Itoa(s.left) || m[2] != strconv.Itoa(s.right) {
				t.Errorf("%s: %d and %d letters, but its head says %q", file, s.left, s.right, m)
			}
			if !strings.Contains(string(readme), "| `"+file+"` |") {
				t.Errorf("%s is not in the README", file)
			}
			head, _, _ := strings.Cut(string(text), `\patterns`)
			if strings.Contains(head, "name: GPL") && !strings.Contains(head, "name: MIT") {
				t.Errorf("%s is under the GPL", file)
			}
		}
	}
	entries, _ := fs.ReadDir(files, "patterns")
	for _, e := range entries {
		if !used[e.Name()] {
			t.Errorf("%s belongs to no language", e.Name())
		}
	}
}

func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			p, _ := For("en-GB")
			for range 100 {
				if got := shown(p, "hyphenation"); got != "hy-phen-a-tion" {
					t.Error(got)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzBreak(f *testing.F) {
	f.Add("hyphenation")
	f.Add("l’Imprimerie\u0301 NA\u00ADTO")
	f.Fuzz(func(t *testing.T, word string) {
		for _, tag := range []string{"en", "fr", "tr", "el-polyton"} {
			p, _ := For(tag)
			last := 0
			for _, i := range p.Break(nil, word) {
				if i <= last || i >= len(word) {
					t.Fatalf("%s: %q divided at %d after %d", tag, word, i, last)
				}
				last = i
			}
		}
	})
}

func BenchmarkBreak(b *testing.B) {
	const text = "Whatever the pass that chose the breaks expansion emergency stretch and letter-spacing may be used in this order a line that still does not fit is marked overfull"
	words := strings.Fields(text)
	for _, tag := range []string{"en", "de", "ru"} {
		b.Run(tag, func(b *testing.B) {
			p, _ := For(tag)
			var dst []int
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				for _, w := range words {
					dst = p.Break(dst[:0], w)
				}
				n += len(words)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds()/1e6, "Mwords/s")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for i := range sets {
		if s := &sets[i]; s.tag == "en-US" || s.tag == "de" {
			b.Run(s.tag, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					s.load()
				}
			})
		}
	}
}
