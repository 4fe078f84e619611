package terms

import "strings"

// vocabulary is what the rules know of a language.
type vocabulary struct {
	functions map[string]bool
	leadIns   []string
	stands    []string // between a short form and the long form after it
	leadOuts  []string // between a long form and the short form after it
	// silentHeads are head nouns of natural kinds that short forms leave out.
	silentHeads map[string]bool
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

// standsFor returns the length of the phrase for "is short for" that s starts
// with, or 0.
func (v *vocabulary) standsFor(s string) int {
	for _, l := range v.stands {
		if len(s) > len(l) && s[:len(l)] == l && s[len(l)] == ' ' {
			return len(l) + 1
		}
	}
	return 0
}

// leadOut returns the length of the phrase at the end of s that announces a
// short form, ", or " or ", abbreviated ", or 0.
func (v *vocabulary) leadOut(s string) int {
	for _, l := range v.leadOuts {
		if strings.HasSuffix(s, l) {
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
	functions: set("a an and as at by for from in into is of on or the to via with within without de la le les du des et der die das und von für el del y e pour sur en par los las da do di della per il is are was were be been has have had can may not"),
	stands:    []string{"stands for", "is short for", "short for", "stood for", "which stands for", "that stands for", "is an acronym for", "is the acronym for", "is an abbreviation for", "is an abbreviation of", "is the abbreviation of", "is the abbreviation for", "an acronym for", "acronym for", "an abbreviation of", "abbreviation for", "standing for"},
	leadOuts:  []string{", or the ", ", or ", ", abbreviated as ", ", abbreviated to ", ", abbreviated ", " abbreviated as ", " abbreviated to ", ", commonly known as ", ", better known as ", ", also known as ", ", known as ", ", commonly called ", ", called ", ", hereinafter ", ", henceforth ", ", in short ", ", for short ", ", the ", ", "},
	silentHeads: set(`gene genes protein proteins domain domains receptor receptors cell cells subunit subunits
		particle particles kinase enzyme syndrome disease virus acid`),
	leadIns: []string{"hereinafter referred to as", "referred to as", "hereinafter", "henceforth", "abbreviated as", "abbreviated to", "abbreviated", "abbr.", "also known as", "also called", "known as", "called", "designated", "termed", "short for", "standing for", "which stands for", "stands for", "for", "or", "the", "an", "a", "i.e.", "i.e.,"},
}

func vocabularyOf(string) *vocabulary { return english }
