package markdown

import (
	"strings"
)

// quotes are the marks of a language: opening and closing, outer and inner.
type quotes struct{ open, close, innerOpen, innerClose string }

const (
	narrow = "\u202f" // narrow no-break space
	nbsp   = "\u00a0"
)

// quotesOf returns the quotation marks of a language, after the Unicode CLDR's
// delimiters and, where these differ from printed books, the books.
func quotesOf(tag string) quotes {
	switch strings.ToLower(tag) {
	case "de-ch", "de-li", "it-ch", "rm":
		return quotes{"«", "»", "‹", "›"}
	case "fr-ch":
		return quotes{"«" + narrow, narrow + "»", "‹" + narrow, narrow + "›"}
	case "pt-br":
		return quotes{"“", "”", "‘", "’"}
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "de", "cs", "sk", "sl", "is", "lt", "lv", "et", "mk", "ka":
		return quotes{"„", "“", "‚", "‘"}
	case "fr", "br":
		return quotes{"«" + narrow, narrow + "»", "“", "”"}
	case "es", "it", "ca", "gl", "pt", "el", "eu", "an":
		return quotes{"«", "»", "“", "”"}
	case "ru", "uk", "be", "hy", "az", "kk", "ky", "mn":
		return quotes{"«", "»", "„", "“"}
	case "sq":
		return quotes{"„", "“", "‘", "’"}
	case "nb", "nn", "no":
		return quotes{"«", "»", "‘", "’"}
	case "pl", "ro":
		return quotes{"„", "”", "«", "»"}
	case "hu":
		return quotes{"„", "”", "»", "«"}
	case "bg", "sr", "hr", "bs", "sh":
		return quotes{"„", "“", "‚", "‘"}
	case "sv", "fi":
		return quotes{"”", "”", "’", "’"}
	case "ja":
		return quotes{"「", "」", "『", "』"}
	}
	return quotes{"“", "”", "‘", "’"}
}
