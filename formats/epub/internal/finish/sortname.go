package finish

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/epub/internal/xhtml"
)

// sortName returns the form under which shelves and catalogues sort a person,
// "Bell, Ana" for "Ana Bell", or "" where the name does not show that it is
// one. It must have two parts or more, all of Latin letters and capitalised
// save for particles, and hold no word that organisations are called by. In
// languages that put the family name first nothing is said.
//
// A particle in small letters ("van", "von", "de") stays with the given name, a
// capitalised one ("Du") sorts with the family name.
func sortName(name, lang string) string {
	if base, _, _ := strings.Cut(lang, "-"); slices.Contains(familyFirst, base) {
		return ""
	}
	parts := strings.Fields(xhtml.Clean(name))
	n := len(parts)
	if n < 2 || slices.Contains(articles, parts[0]) || slices.Contains(bodies, strings.Trim(parts[n-1], ".,")) {
		return ""
	}
	for i, p := range parts {
		if !namePart(p) && (i == 0 || i == n-1 || !slices.Contains(particles, p)) {
			return ""
		}
		if slices.Contains(bodies, p) {
			return ""
		}
	}
	suffix := ""
	if last := parts[n-1]; slices.Contains(suffixes, strings.TrimSuffix(last, ".")) {
		if n--; n < 2 {
			return ""
		}
		suffix = ", " + last
	}
	family := n - 1
	for family > 1 && slices.Contains(joined, parts[family-1]) {
		family--
	}
	return strings.Join(parts[family:n], " ") + ", " + strings.Join(parts[:family], " ") + suffix
}

var (
	articles  = strings.Fields("The A An Der Die Das Le La Les El Los Las Il Lo Gli I")
	particles = strings.Fields("van von der den ter ten de del della di da do dos das du la le y e i zu zum zur af av al bin ibn")
	// joined are particles that sort with the family name behind them.
	joined = strings.Fields("Van Von De Del Della Di Da Du La Le Mac St. Saint San")
	// familyFirst are languages that write the family name first.
	familyFirst = strings.Fields("hu vi zh ja ko")
	suffixes    = strings.Fields("Jr Sr II III IV")
	// bodies are words that persons are not called by.
	bodies = strings.Fields("Association Authors Board Bureau Center Centre College Committee Company Contributors Corporation Council Department Editors Foundation Gesellschaft Group Inc Institut Institute International Library Ltd LLC Ministry Museum Office Organisation Organization Party Press Project Publishers Publishing School Society Staff Team Trust Union Universität University Verein Verlag")
)

// namePart reports whether a word may be a part of a person's name: Latin
// letters, the first a capital; four capitals and no other are an acronym.
func namePart(s string) bool {
	capitals, letters := 0, 0
	for i, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
			} else if i == 0 {
				return false
			}
		case unicode.Is(unicode.M, r) || strings.ContainsRune(".-'’", r):
		default:
			return false
		}
	}
	first := []rune(s)[0]
	return unicode.IsUpper(first) && letters > 0 && (capitals < 4 || capitals < letters)
}
