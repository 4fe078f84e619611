package terms

import (
	"strings"
	"testing"
)

func seeds(f *testing.F) {
	for _, s := range []string{
		"", "(", "()", "((((", "A (B) C [D", "Harbour Board Authority (HBA)", "TG = tide gauge; SLR = sea level rise",
		"NSA, the National Sailing Association, met", "l’Organisation du traité (OTAN)", "W3C (World Wide Web Consortium)",
		"\xff\xfe(\xc3)", "İ (İ) ẞ (SS)", "a:b\tc\nTG: tide gauge", "A tariff is a tax that a country levies.",
		"The term “ullage” means the empty part.", strings.Repeat("(AB) ", 40), "1,1,1-trichloroethane (TCA)",
	} {
		f.Add(s)
	}
}

func FuzzAcronyms(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range Acronyms(s, Options{}) {
			if s[p.ShortStart:p.ShortEnd] != p.Short || s[p.LongStart:p.LongEnd] != p.Long {
				t.Fatalf("offsets of %+v do not fit", p)
			}
			if p.Short == "" || p.Long == "" || p.LongStart < p.ShortEnd && p.ShortStart < p.LongEnd {
				t.Fatalf("%+v overlaps itself", p)
			}
			if p.Confidence < 0 || p.Confidence > 1 {
				t.Fatalf("confidence of %+v", p)
			}
		}
	})
}

func FuzzDefinitions(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"en", "de", "fr", "pl"} {
			for _, d := range Definitions(s, lang) {
				if s[d.TermStart:d.TermEnd] != d.Term || s[d.TextStart:d.TextEnd] != d.Text {
					t.Fatalf("offsets of %+v do not fit", d)
				}
				_ = s[d.Sentence.Start:d.Sentence.End]
			}
		}
	})
}

func FuzzGlossary(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		blocks := []Block{{Text: s}, {Text: "The Harbour Board Authority (HBA) closed the pier."}, {Text: s, Heading: true}}
		entries := Glossary(blocks, "en", GlossaryOptions{Eagerness: Eager, Mentions: 1})
		for _, e := range entries {
			last := Place{}
			for _, m := range e.Mentions {
				if m.Block < last.Block || m.Block == last.Block && m.Start < last.End || m.End > len(blocks[m.Block].Text) {
					t.Fatalf("%s: mention %v after %v", e.Term, m, last)
				}
				last = m
			}
		}
		Sort(entries, "en")
	})
}
