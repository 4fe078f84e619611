package font

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// Script is a writing system. The zero value stands for Latin.
type Script uint32

// String returns the ISO 15924 code, such as "Latn".
func (s Script) String() string { return s.orLatin().String() }

func (s Script) orLatin() language.Script {
	if s == 0 {
		return language.Latin
	}
	return language.Script(s)
}

// Joined reports whether letters of the script touch each other, so that white
// between them would tear words apart.
func (s Script) Joined() bool {
	switch s.orLatin() {
	case language.Arabic, language.Syriac, language.Mongolian, language.Nko, language.Mandaic, language.Adlam, language.Hanifi_Rohingya, // cursive
		language.Devanagari, language.Bengali, language.Gurmukhi: // under one stroke
		return true
	}
	return false
}

// ScriptSpan is a part of a text in one script.
type ScriptSpan struct {
	Start, End int // bytes of the text
	Script     Script
}

// Scripts divides text by script (UAX #24). Characters that all scripts share,
// such as digits and punctuation, go with the text before them, closing
// brackets with their opening ones, and at the beginning with what follows.
func Scripts(text string) []ScriptSpan {
	if text == "" {
		return nil
	}
	if ascii(text) {
		return []ScriptSpan{{End: len(text)}}
	}
	type bracket struct {
		close  rune
		script language.Script
	}
	var (
		spans   []ScriptSpan
		current language.Script // 0 until a script is known
		open    []bracket
	)
	for i, r := range text {
		s := language.LookupScript(r)
		if !s.Strong() {
			s = current
			switch {
			case unicode.Is(unicode.Ps, r) && len(open) < 32:
				open = append(open, bracket{closing(r), current})
			case unicode.Is(unicode.Pe, r):
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].close == r {
						if s = open[k].script; s == 0 {
							s = current
						}
						open = open[:k]
						break
					}
				}
			}
		}
		switch {
		case len(spans) == 0:
			spans = append(spans, ScriptSpan{Script: Script(s)})
		case s == current:
		case current == 0:
			spans[0].Script = Script(s)
		default:
			spans[len(spans)-1].End = i
			spans = append(spans, ScriptSpan{Start: i, Script: Script(s)})
		}
		current = s
	}
	spans[len(spans)-1].End = len(text)
	for i := range spans {
		if spans[i].Script == Script(language.Latin) {
			spans[i].Script = 0 // one name for it, so that caches agree
		}
	}
	return spans
}
