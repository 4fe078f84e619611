package manuscript

import "strings"

// Quotes are the quotation marks of a language, with the spaces that belong to
// them: of a quotation, and of one inside it.
type Quotes struct{ Open, Close, InnerOpen, InnerClose string }

const narrow = "\u202f" // narrow no-break space

// QuotesOf returns the quotation marks of a language, after the Unicode CLDR's
// delimiters and, where these differ from printed books, the books.
func QuotesOf(tag string) Quotes {
	switch strings.ToLower(tag) {
	case "de-ch", "de-li", "it-ch", "rm":
		return Quotes{"«", "»", "‹", "›"}
	case "fr-ch":
		return Quotes{"«" + narrow, narrow + "»", "‹" + narrow, narrow + "›"}
	case "pt-br":
		return Quotes{"“", "”", "‘", "’"}
	}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch base {
	case "de", "cs", "sk", "sl", "is", "lt", "lv", "et", "mk", "ka":
		return Quotes{"„", "“", "‚", "‘"}
	case "fr", "br":
		return Quotes{"«" + narrow, narrow + "»", "“", "”"}
	case "es", "it", "ca", "gl", "pt", "el", "eu", "an":
		return Quotes{"«", "»", "“", "”"}
	case "ru", "uk", "be", "hy", "az", "kk", "ky", "mn":
		return Quotes{"«", "»", "„", "“"}
	case "sq":
		return Quotes{"„", "“", "‘", "’"}
	case "nb", "nn", "no":
		return Quotes{"«", "»", "‘", "’"}
	case "pl", "ro":
		return Quotes{"„", "”", "«", "»"}
	case "hu":
		return Quotes{"„", "”", "»", "«"}
	case "bg", "sr", "hr", "bs", "sh":
		return Quotes{"„", "“", "‚", "‘"}
	case "sv", "fi":
		return Quotes{"”", "”", "’", "’"}
	case "ja":
		return Quotes{"「", "」", "『", "』"}
	}
	return Quotes{"“", "”", "‘", "’"}
}
