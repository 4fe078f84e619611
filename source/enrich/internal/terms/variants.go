package terms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// variant is one reading of a short form's letters.
type variant struct {
	letters []rune
	penalty int
}

// variants lists the readings of a short form from the plainest to the most
// daring: without the plural's s, as it stands, with a digit that multiplies
// its neighbour (W3C), without a small letter in front (eNOS), without its
// digits (ISO 9001) and without a Roman number (TTF-I).
func variants(short string) []variant {
	list := make([]variant, 0, 4)
	add := func(s string, penalty int) {
		v := variant{letters: make([]rune, 0, min(len(s), maxShortLetters)), penalty: penalty}
		for _, r := range s {
			if isWordRune(r) && !unicode.IsMark(r) {
				if len(v.letters) == maxShortLetters {
					return
				}
				v.letters = append(v.letters, fold(r))
			}
		}
		if len(v.letters) == 0 || penalty > 0 && len(v.letters) < 2 {
			return
		}
		for _, old := range list {
			if slices.Equal(old.letters, v.letters) {
				return
			}
		}
		list = append(list, v)
	}
	base := short
	for _, s := range [...]string{"'s", "’s", "s"} {
		if b, ok := strings.CutSuffix(short, s); ok && len(b) > 1 {
			if r, _ := utf8.DecodeLastRuneInString(b); unicode.IsUpper(r) || unicode.IsDigit(r) || r == '.' {
				base = b
			}
			break
		}
	}
	add(base, 0)
	add(short, 0)
	if s, ok := multiplied(base); ok {
		add(s, 0)
	}
	if s, ok := spoken(base); ok {
		add(s, 1)
	}
	if base[0] == 'X' && len(base) > 2 || len(base) > 1 && base[0] == 'x' && 'A' <= base[1] && base[1] <= 'Z' {
		add("e"+base, 1) // extensible
	}
	plain := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, base)
	r, n := utf8.DecodeRuneInString(base)
	if next, _ := utf8.DecodeRuneInString(base[n:]); unicode.IsLower(r) && unicode.IsUpper(next) {
		add(base[n:], dropPrefix)
		add(plain[n:], dropPrefix+dropRoman)
	}
	add(plain, dropDigits)
	if head, ok := index(base); ok {
		add(head, dropIndex)
	}
	if head, ok := romanTail(base); ok {
		add(head, dropRoman)
	}
	return list
}

// greek are the names of Greek letters, as English and German write them.
var greek = map[rune]string{'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ζ': "zeta", 'θ': "theta", 'κ': "kappa", 'λ': "lambda", 'σ': "sigma", 'τ': "tau", 'ω': "omega"}

// spelled writes the Greek letters of a short form as their names begin, if the text has these: TNF-α → TNF-a, "tumour necrosis
// factor alpha".
func spelled(short, text string) (string, bool) {
	var out []rune
	found := false
	for _, r := range short {
		if name := greek[r]; name != "" {
			if !containsWord(strings.ToLower(text), name) {
				return short, false
			}
			r, found = rune(name[0]), true
		}
		out = append(out, r)
	}
	return string(out), found
}

// counted writes the number behind the letters of a short form as the word begins that is written for it at the end of the
// text: G7 → Gs, "Group of Seven".
func (f *finder) counted(short, text string) (string, bool) {
	letters := strings.TrimRight(short, "0123456789")
	number := f.lang.cardinals[short[len(letters):]]
	last := text[strings.LastIndexByte(text, ' ')+1:]
	if number == "" || letters == "" || !strings.EqualFold(last, number) {
		return short, false
	}
	return letters + number[:1], true
}

// romanTail returns s without a Roman number behind a hyphen or a space:
// TTF-I → TTF.
func romanTail(s string) (string, bool) {
	i := strings.LastIndexAny(s, "- ")
	if i < 2 || i+1 == len(s) || strings.Trim(s[i+1:], "IVX") != "" {
		return s, false
	}
	return s[:i], true
}

// index returns s without the small letters of an index behind its capitals:
// RERdet → RER.
func index(s string) (string, bool) {
	head := strings.TrimRightFunc(s, unicode.IsLower)
	n := len(s) - len(head)
	head = strings.TrimRight(head, "-")
	return head, n > 0 && n <= 4 && len(head) > 1 && strings.ToUpper(head) == head
}

// spoken writes the digit that stands for a word of the same sound as that
// word's letter: B2B → BTB.
func spoken(s string) (string, bool) {
	i := strings.IndexAny(s, "24")
	if i < 1 || i+1 >= len(s) || !isWordRune(rune(s[i-1])) || !isWordRune(rune(s[i+1])) {
		return s, false
	}
	return s[:i] + map[byte]string{'2': "t", '4': "f"}[s[i]] + s[i+1:], true
}

// multiplied spells out a digit that stands for repeated letters: W3C → WWWC,
// 3M → MMM.
func multiplied(s string) (string, bool) {
	for i := range len(s) {
		n := int(s[i] - '0')
		if n < 2 || n > 4 || len(s) > 6 {
			continue
		}
		switch {
		case i > 0 && i+1 < len(s) && s[i-1] < utf8.RuneSelf:
			return s[:i] + strings.Repeat(s[i-1:i], n-1) + s[i+1:], true
		case i == 0 && len(s) > 1 && s[1] < utf8.RuneSelf:
			return strings.Repeat(s[1:2], n-1) + s[1:], true
		}
	}
	return "", false
}
