package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ties: spaces at which a line ends only where nothing else helps (The TeXbook,
// chapter 14). A figure keeps its unit, initials keep each other and their name,
// and "Fig." and its like keep their number.

// tie is what a break costs there, as at a dash.
const tie = 1000

// tied reports whether the space of the text from start to end is a tie.
func tied(text string, start, end int) bool {
	if start == 0 || end == len(text) {
		return false
	}
	switch c := text[start-1]; {
	case '0' <= c && c <= '9':
		after := text[end:min(len(text), end+12)]
		if i := strings.IndexAny(after, " \n\t"); i >= 0 {
			after = after[:i]
		}
		return ofMeasure(strings.TrimRight(after, ".,;:!?)]”’»“"))
	case c == '.' || c == 0xA7 && strings.HasSuffix(text[:start], "§"):
		before := text[max(0, start-8):start]
		before = before[strings.LastIndexAny(before, " \n\t([“„«")+1:]
		for len(before) > 0 && !utf8.RuneStart(before[0]) {
			before = before[1:] // of a longer word, cut amid a character
		}
		next, _ := utf8.DecodeRuneInString(text[end:])
		return unicode.IsDigit(next) && numbered(before) || unicode.IsUpper(next) && (initials(before) || titled(before))
	}
	return false
}

// ofMeasure reports whether a word is a sign or a unit of measure behind a figure.
func ofMeasure(word string) bool {
	switch word {
	case "%", "‰", "°", "°C", "°F", "K", "′", "″", "€", "$", "£",
		"mm", "cm", "dm", "m", "km", "nm", "µm", "μm", "m²", "km²", "m³", "cm²", "cm³", "ha", "ft", "in", "mi",
		"mg", "g", "kg", "t", "lb", "oz", "ml", "cl", "dl", "l", "L",
		"ms", "s", "min", "h", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "V", "A", "Ω", "J", "kJ", "N", "Pa", "hPa", "bar", "dB",
		"kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "bit", "pt", "px", "dpi", "km/h", "m/s", "mph",
		"BC", "AD", "BCE", "CE", "a.m", "p.m", "am", "pm", "Uhr":
		return true
	}
	return false
}

// numbered reports whether a word stands before a number that belongs to it.
func numbered(word string) bool {
	switch word {
	case "§", "§§", "p.", "pp.", "vol.", "Vol.", "vols.", "no.", "No.", "Nos.", "nos.", "n.", "nn.", "ch.", "Ch.", "chap.", "sec.", "Sec.",
		"fig.", "Fig.", "figs.", "Figs.", "tab.", "Tab.", "eq.", "Eq.", "art.", "Art.", "arts.", "Arts.", "para.", "cl.", "pl.", "Pl.", "c.", "ca.",
		"S.", "Nr.", "Abb.", "Abs.", "Bd.", "Kap.", "Ziff.", "Rn.", "Gl.", "H.", "n°", "t.", "chap", "av.":
		return true
	}
	return false
}

// initials reports whether a word is the initial of a name, or several.
func initials(word string) bool {
	for len(word) > 0 {
		r, n := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || len(word) == n || word[n] != '.' {
			return false
		}
		word = word[n+1:]
		word = strings.TrimPrefix(word, "-")
	}
	return true
}

// titled reports whether a word stands before a name.
func titled(word string) bool {
	switch word {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Sts.", "Gen.", "Col.", "Capt.", "Lt.", "Sgt.", "Rev.", "Hl.", "Frl.", "Hr.", "Fr.", "Mme.", "Mt.", "Sr.", "Sra.", "Sig.":
		return true
	}
	return false
}
