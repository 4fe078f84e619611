package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Form is the number of a spelling in a [Lexicon]. Forms below [utf8.RuneSelf] are the ASCII characters that stand alone,
// each by its own code: the comma's form is ',' in every lexicon.
type Form int32

// Spelling is what a lexicon says of a form.
type Spelling struct {
	Text  string // as it stands in the text
	Lower string // in lower case
	Fold  Form   // the form of Lower
	Kind  Kind
	// Capital says that it begins with an upper-case letter, Capitals that it holds no other letter.
	Capital, Capitals bool
}

// Lexicon numbers the spellings of texts. The zero value is empty and ready for use, by one goroutine at a time.
type Lexicon struct {
	forms []Spelling
	short table           // spellings of up to eight bytes
	long  map[string]Form // the others
}

// Len returns the number above the last form.
func (l *Lexicon) Len() int { return len(l.forms) }

// Spelling returns what the lexicon says of a form.
func (l *Lexicon) Spelling(f Form) *Spelling { return &l.forms[f] }

// Find returns the form of a spelling, and false if no text held it.
func (l *Lexicon) Find(text string) (f Form, ok bool) {
	switch {
	case len(text) == 1 && text[0] < utf8.RuneSelf:
		return Form(text[0]), len(l.forms) > 0
	case len(text) <= 8:
		if f, ok = l.short.find(packed(text)); ok {
			ok = l.forms[f].Text == text // not of bytes that no text holds
		}
	default:
		f, ok = l.long[text]
	}
	return f, ok
}

// AppendTokens appends the tokens of text to those in dst, as [AppendTokens] does, each with its form.
func (l *Lexicon) AppendTokens(dst []Token, text string) []Token {
	if l.forms == nil {
		l.forms = append(make([]Spelling, 0, 2*len(ascii)+len(text)/40), ascii[:]...)
		l.short, l.long = newTable(len(text)/100), make(map[string]Form, len(text)/200)
	}
	for at := 0; ; {
		n := len(dst)
		dst = append(dst, Token{})
		t := &dst[n]
		if !t.next(text, at) {
			return dst[:n]
		}
		at = t.End
		known := false
		switch size := t.End - t.Start; {
		case size == 1 && text[t.Start] < utf8.RuneSelf:
			t.Form, known = Form(text[t.Start]), true
		case size <= 8:
			t.Form, known = l.short.find(packedAt(text, t.Start, size))
		}
		if !known {
			t.Form = l.form(text[t.Start:t.End], t.Kind)
		}
	}
}

// form returns the form of a spelling, numbering it if it is new.
func (l *Lexicon) form(text string, kind Kind) Form {
	if f, ok := l.Find(text); ok {
		return f
	}
	f := Form(len(l.forms))
	if len(l.forms) == cap(l.forms) {
		l.forms = slices.Grow(l.forms, len(l.forms)) // growing by less would move them often
	}
	l.forms = append(l.forms, spelling(text, kind))
	if len(text) <= 8 {
		l.short.add(packed(text), f)
	} else {
		l.long[text] = f
	}
	fold := f
	if lower := l.forms[f].Lower; lower != text {
		fold = l.form(lower, kind)
	}
	l.forms[f].Fold = fold
	return f
}

func spelling(text string, kind Kind) Spelling {
	s := Spelling{Text: text, Lower: text, Kind: kind}
	if kind == Number || !strings.ContainsFunc(text, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return s
	}
	s.Lower = strings.ToLower(text)
	if kind == Word {
		r, _ := utf8.DecodeRuneInString(text)
		s.Capital = unicode.IsUpper(r)
		s.Capitals = s.Capital && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsUpper(r) })
	}
	return s
}

// ascii are the spellings of one ASCII character.
var ascii = func() (all [utf8.RuneSelf]Spelling) {
	for i := range all {
		kind := Punct
		switch c := byte(i); {
		case asciiLetter(c):
			kind = Word
		case '0' <= c && c <= '9':
			kind = Number
		}
		all[i] = spelling(string(rune(i)), kind)
		all[i].Fold = Form(all[i].Lower[0])
	}
	return all
}()

// Text is a text cut up once for all who read it.
type Text struct {
	Lexicon
	Source    string
	Tokens    []Token
	Sentences []Span
}

// Cut cuts a text into tokens and sentences, as [Tokens] and [Sentences] do.
func Cut(text, lang string) *Text {
	t := &Text{Source: text, Sentences: AppendSentences(make([]Span, 0, len(text)/100+4), text, lang)}
	t.Tokens = t.Lexicon.AppendTokens(make([]Token, 0, len(text)*7/32+16), text) // English has a token in five bytes
	return t
}
