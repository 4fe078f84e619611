package manuscript

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Tag returns the BCP 47 tag that an author's word for a language means:
// "de_AT" is "de-AT". It reports false for what is no tag.
func Tag(s string) (string, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if i := strings.IndexByte(s, '.'); i > 0 { // as in en_GB.UTF-8
		s = s[:i]
	}
	t, err := language.Parse(s)
	if err != nil || t == language.Und {
		return "", false
	}
	return t.String(), true
}

// commonest holds the commonest little words of languages that are written
// with Latin letters, chosen so that no two languages share many.
var commonest = []struct{ tag, words string }{
	{"en", "the of and to in is was that for with by on as were from which his are this at have had not be a an it but or they when there can will if would about into than"},
	{"de", "der die und das den von zu mit sich auf für ist im dem nicht ein eine als auch werden wurde aus er"},
	{"fr", "le la les et des est dans une du que pour qui par sur au il pas plus avec ce sont aux cette été"},
	{"es", "el la los las y que en del por con una para se su al como fue más este entre pero sus lo"},
	{"it", "il di che la e un per del della con non sono una si dei nel alla le gli da più anche delle"},
	{"pt", "o a os as e do da dos das que em um uma para com não por foi na no se mais ao pela"},
	{"nl", "de het een van en in is op te dat zijn voor met die aan niet door ook werd bij naar uit er"},
	{"sv", "och att det som en på är av för med den till inte ett han var om har de från"},
	{"pl", "i w na z się do nie jest że to przez o jako od po są był oraz za"},
	{"id", "yang dan di dari untuk dengan ini itu pada dalam tidak adalah oleh akan juga telah sebagai"},
	{"tr", "ve bir bu için ile olarak da de olan daha çok en gibi kadar sonra"},
	{"sq", "të dhe në e i për që me nga një si është më ka u"},
}

// Guess returns the tag of the language that a text seems to be written in, or
// "" where it is too short or too mixed to tell. It counts little words and,
// where letters are not Latin, scripts; it knows a dozen languages.
func Guess(text string) string {
	const sample = 20000 // bytes that are looked at
	if len(text) > sample {
		text = strings.ToValidUTF8(text[:sample], "")
	}
	var cyrillic, greek, arabic, hebrew, han, kana, hangul, letters int
	counts := map[string]int{}
	words := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		words++
		counts[strings.ToLower(w)]++
		for _, r := range w {
			letters++
			switch {
			case r < 0x250:
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
			case unicode.Is(unicode.Greek, r):
				greek++
			case unicode.Is(unicode.Arabic, r):
				arabic++
			case unicode.Is(unicode.Hebrew, r):
				hebrew++
			case unicode.Is(unicode.Han, r):
				han++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				kana++
			case unicode.Is(unicode.Hangul, r):
				hangul++
			}
		}
	}
	half := letters / 2
	switch {
	case letters < 40:
		return ""
	case kana > 0 && han+kana > half:
		return "ja"
	case han > half:
		return "zh"
	case hangul > half:
		return "ko"
	case greek > half:
		return "el"
	case arabic > half:
		return "ar"
	case hebrew > half:
		return "he"
	case cyrillic > half:
		if counts["і"]+counts["та"]+counts["є"] > counts["и"]+counts["что"] {
			return "uk"
		}
		return "ru"
	}
	best, second, tag := 0, 0, ""
	for _, l := range commonest {
		n := 0
		for _, w := range strings.Fields(l.words) {
			n += counts[w]
		}
		if n > best {
			best, second, tag = n, best, l.tag
		} else if n > second {
			second = n
		}
	}
	// A text has a little word in every five or so.
	if best < 3 || best*12 < words || best*4 < second*5 {
		return ""
	}
	return tag
}
