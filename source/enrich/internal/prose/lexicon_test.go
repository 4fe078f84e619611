package prose

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	for _, text := range []string{
		"", " ", "a", "NATO and the North Atlantic Treaty Organization met in 1949. Nato's a NATO!",
		"Über Éa İstanbul ǅ K … „so“\u00a0— 10,000 internationalisation Internationalisation INTERNATIONALISATION",
		"bad \xff\xfe bytes\x00 \x80x", strings.Repeat("Aa", 40) + " " + strings.Repeat("aA", 40),
	} {
		cut := Cut(text, "en")
		if want := Sentences(text, "en"); !slices.Equal(cut.Sentences, want) {
			t.Errorf("%q: sentences %v, want %v", text, cut.Sentences, want)
		}
		plain := Tokens(text)
		if len(plain) != len(cut.Tokens) {
			t.Fatalf("%q: %d tokens, want %d", text, len(cut.Tokens), len(plain))
		}
		for i, tok := range cut.Tokens {
			w := plain[i].In(text)
			if tok.Start != plain[i].Start || tok.End != plain[i].End || tok.Kind != plain[i].Kind {
				t.Errorf("%q: token %v, want %v", text, tok, plain[i])
			}
			s := cut.Spelling(tok.Form)
			if s.Text != w || s.Kind != tok.Kind || s.Lower != strings.ToLower(w) || cut.Spelling(s.Fold).Text != s.Lower {
				t.Errorf("%q: the spelling of %q is %+v", text, w, s)
			}
			if f, ok := cut.Find(w); !ok || f != tok.Form {
				t.Errorf("%q: %q is found as %d, %t; want %d", text, w, f, ok, tok.Form)
			}
			for k, other := range cut.Tokens[:i] {
				if same := plain[k].In(text) == w; same != (other.Form == tok.Form) {
					t.Errorf("%q: %q and %q have the forms %d and %d", text, plain[k].In(text), w, other.Form, tok.Form)
				}
			}
		}
	}
}

func TestSpelling(t *testing.T) {
	cut := Cut("NATO Nato nato É, 1999", "en")
	for i, want := range []struct{ capital, capitals bool }{{true, true}, {true, false}, {false, false}, {true, true}, {false, false}, {false, false}} {
		s := cut.Spelling(cut.Tokens[i].Form)
		if s.Capital != want.capital || s.Capitals != want.capitals {
			t.Errorf("%q: capital %t, capitals %t", s.Text, s.Capital, s.Capitals)
		}
	}
	if cut.Tokens[4].Form != ',' {
		t.Error("the comma's form is not its code")
	}
	if _, ok := cut.Find("Europe"); ok {
		t.Error("found a spelling that the text does not hold")
	}
	if f := cut.Spelling(cut.Tokens[0].Form).Fold; f != cut.Tokens[2].Form {
		t.Error("NATO does not fold to nato")
	}
}

func BenchmarkCut(b *testing.B) {
	text := strings.Repeat("The Harbour Board (HB) closed the pier in June 1998, and nobody was asked. It rained. ", 10000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Cut(text, "en")
	}
}

// TestFind asks for spellings that no text holds.
func TestFind(t *testing.T) {
	cut := Cut("In 1949 they met \x00 again", "en")
	for _, w := range []string{"", "they\x00", "\x00they", "thé", "agai"} {
		if f, ok := cut.Find(w); ok {
			t.Errorf("%q is found as %d", w, f)
		}
	}
	if _, ok := new(Lexicon).Find("they"); ok {
		t.Error("an empty lexicon finds a word")
	}
}

// TestTableGrows numbers more spellings than the table has room for at first.
func TestTableGrows(t *testing.T) {
	var l Lexicon
	for i := range 5000 {
		text := strconv.Itoa(i) + " " + strconv.FormatInt(int64(i)*7919, 26)
		for _, tok := range l.AppendTokens(nil, text) {
			if f, ok := l.Find(tok.In(text)); !ok || f != tok.Form {
				t.Fatalf("%q is found as %d, %t; want %d", tok.In(text), f, ok, tok.Form)
			}
		}
	}
}
