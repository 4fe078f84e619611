package prose

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	// Sentences are parted by "|" in the wanted form.
	for _, c := range []struct{ lang, want string }{
		{"en", "It rained.| We stayed in."},
		{"en", "Mr. Hale met Dr. J. R. Lowe at 5 p.m. on Friday.| He left."},
		{"en", "Bvt. Brig. Gen. Amos Reed sent Maj.-Gen. Hale and Lieut. Lowe.| Radm. Ward stayed."},
		{"en", "The U.S. Senate agreed.| He went to the U.S.| The trip was long."},
		{"en", "It met in the U.S. Senate chamber."},
		{"en", "Several tools, e.g. Saws, were lost.| No. 5 was found."},
		{"en", "See No. 5 for that.| He said no.| She agreed."},
		{"en", "On Jan. 5 it opened.| In Jan. 1999 it shut."},
		{"en", "It cost 3.5 million.| Then 4.25."},
		{"en", "“Stop!” he cried.| “Why?”| She ran."},
		{"en", "He said it was over.”| Then he left."},
		{"en", "It was … odd.| Very odd…| Then it ended."},
		{"en", "The war ended in 1945.[3]| Peace came.[note 2]| Good."},
		{"en", "First block without a stop\n\n|Second block. |Third\nline goes on."},
		{"en", "Acme Inc. was sold.| Acme Inc. Bought nothing.| It was run by Acme Inc.| The firm closed."},
		{"en", "What?!| Yes."},
		{"en", "Is it so?| 24 people came."},
		{"de", "Am 24. März 1999 begann es.| Am 3. Oktober endete es."},
		{"de", "Im 19. Jahrhundert war z. B. Wien groß.| Es wuchs."},
		{"de", "Das war 1999.| Die Stadt blieb bis zum 12.| Sie fiel."},
		{"de", "Dr. Weiß kam.| Er blieb."},
		{"de", "Hptm. Weiß kam.| Er blieb."},
		{"fr", "Le gén. Roux vint.| Le cdt. Petit resta."},
		{"fr", "M. Durand vint.| Il parla : « Allez ! »| Puis il partit."},
		{"fr", "Il naquit en janv. 1999.| Elle partit."},
		{"xx", "Aa bb.| Cc dd. ee."},
	} {
		text := strings.ReplaceAll(c.want, "|", "")
		var parts []string
		at := 0
		for _, part := range strings.Split(c.want, "|") {
			parts = append(parts, strings.TrimSpace(part))
		}
		var got []string
		for _, s := range Sentences(text, c.lang) {
			if s.Start < at {
				t.Errorf("%q: spans overlap", text)
			}
			at = s.End
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, parts) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.lang, strings.Join(got, "\n"), strings.Join(parts, "\n"))
		}
	}
}

func TestTokens(t *testing.T) {
	text := "Kosovo's mid-1990s: “20th” 10,000\u00a0€"
	var got []string
	for _, tok := range Tokens(text) {
		got = append(got, tok.In(text))
	}
	want := strings.Split("Kosovo ' s mid - 1990 s : “ 20 th ” 10 , 000 €", " ")
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzProse(f *testing.F) {
	for _, s := range []string{"A. B. c.", "e.g. \xff. [1] x", "… « a ! »", ".\n \n.", "«\u00a0a\u00a0»", "a\u0301 b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de", "fr", ""} {
			at := 0
			var kept strings.Builder
			for _, s := range Sentences(text, lang) {
				if s.Start < at || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("bad span %v after %d", s, at)
				}
				at = s.End
				kept.WriteString(text[s.Start:s.End])
			}
			if a, b := strings.Join(strings.Fields(kept.String()), ""), strings.Join(strings.Fields(text), ""); a != b {
				t.Fatalf("lost something: %q of %q", a, b)
			}
		}
		at := 0
		for _, tok := range Tokens(text) {
			if tok.Start < at || tok.End <= tok.Start || strings.TrimSpace(text[at:tok.Start]) != "" {
				t.Fatalf("bad token %v after %d", tok, at)
			}
			at = tok.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("lost the end")
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat("In 1999 the U.S. Senate met Mr. Hale at No. 5, e.g. for talks. It lasted. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sentences(text, "en")
	}
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("In 1999 the U.S. Senate met Mr. Hale at No. 5, e.g. for talks. It lasted. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Tokens(text)
	}
}
