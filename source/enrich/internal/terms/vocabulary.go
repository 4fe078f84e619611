package terms

import "strings"

// vocabulary is what the rules know of a language.
type vocabulary struct {
	functions map[string]bool
	leadIns   []string
}

func (v *vocabulary) functionWord(s string) bool {
	if len(s) > 8 {
		return false
	}
	var b [8]byte
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return v.functions[string(b[:len(s)])]
}

// leadIn returns the length of the lead-in that s starts with, or 0.
func (v *vocabulary) leadIn(s string) int {
	for _, l := range v.leadIns {
		if len(s) > len(l) && strings.EqualFold(s[:len(l)], l) && s[len(l)] == ' ' {
			return len(l)
		}
	}
	return 0
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var english = &vocabulary{
	functions: set("a an and as at by for from in into is of on or the to via with within without de la le les du des et der die das und von für el del y e"),
	leadIns:   []string{"hereinafter referred to as", "referred to as", "hereinafter", "henceforth", "abbreviated as", "abbreviated to", "abbreviated", "abbr.", "also known as", "also called", "known as", "called", "designated", "termed", "short for", "standing for", "which stands for", "stands for", "for", "or", "the", "an", "a", "i.e.", "i.e.,"},
}

func vocabularyOf(string) *vocabulary { return english }
