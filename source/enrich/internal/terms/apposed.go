package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Short forms from another language than the name that they stand beside: "the International Time Bureau (BIH)". Their letters
// spell nothing that the text gives, so that the name is no long form; but the bracket is an apposition, by which the name
// says what the letters mean.

// RuleName is the rule of an entry whose definition is the name that its short form stands beside.
const RuleName = "name (short)"

// longestName is the number of words of a name that are looked at.
const longestName = 12

// apposed makes entries of short forms for which the text gives no long form but a name. It returns the names by entry.
func (g *gatherer) apposed() map[int]string {
	if len(g.bodies) == 0 {
		return nil
	}
	known := map[string]bool{}
	for _, e := range g.entries {
		known[shortKey(e.Term)] = true
	}
	names := map[int]string{}
	for b, block := range g.blocks {
		t := block.Text
		for at := 0; ; {
			i := strings.IndexByte(t[at:], '(')
			if i < 0 {
				break
			}
			i += at
			at = i + 1
			end := wordEnd(t, at)
			if end == len(t) || t[end] != ')' || !initials(t[at:end]) || known[t[at:end]] {
				continue
			}
			name, ok := g.bodyBefore(t[:i])
			if !ok {
				continue
			}
			known[t[at:end]] = true
			names[len(g.entries)] = t[name.Start:name.End]
			g.entries = append(g.entries, Entry{
				Term: t[at:end], Kind: Acronym, Rule: RuleName, Evidence: Place{b, Span{name.Start, end}}, Confidence: Printed,
			})
			g.plain, g.told = append(g.plain, true), append(g.told, true)
		}
	}
	return names
}

// initials reports whether a word is three to eight capitals, with one small letter among them or a plural's behind them at most:
// "OeNB", "COLREGs".
func initials(w string) bool {
	capitals, small := 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		default:
			return false
		}
	}
	return capitals >= 3 && capitals <= 8 && small <= 1
}

// bodyBefore returns the name of a body that ends the text: an article, words with capitals, function words among them, and
// for their head a noun like "bureau". Persons and places, "Reed (USA)", have no such noun.
func (g *gatherer) bodyBefore(t string) (Span, bool) {
	end := len(strings.TrimRight(t, " "))
	if len(t)-end > 1 {
		return Span{}, false
	}
	start, capitals, head := end, 0, ""
	for at, n := end, 0; n < longestName; n++ {
		from := strings.LastIndexAny(t[:at], " \n") + 1
		w := t[from:at]
		if w == "" {
			break
		}
		low := strings.ToLower(w)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case g.phrases.definite[low] && !(capitals > 0 && inName(t[:from], g.vocabulary)):
			return Span{start, end}, capitals > 1 && g.bodies[head]
		case strings.ContainsFunc(w, func(r rune) bool { return !isWordRune(r) && !isHyphen(r) && !isApostrophe(r) }):
			return Span{}, false
		case g.functions[low]:
			if capitals == 0 {
				return Span{}, false
			}
			head = "" // it stands before
		case unicode.IsUpper(r):
			start = from
			capitals++
			if head == "" {
				head = low
			}
		default:
			return Span{}, false
		}
		at = len(strings.TrimRight(t[:from], " \n"))
	}
	return Span{}, false
}

// inName reports whether a name goes on before the article that follows text t: "Bank of the", not "voted for the".
func inName(t string, v *vocabulary) bool {
	t = strings.TrimRight(t, " \n")
	i := strings.LastIndexAny(t, " \n") + 1
	if !v.functions[strings.ToLower(t[i:])] {
		return false
	}
	t = strings.TrimRight(t[:i], " \n")
	r, _ := utf8.DecodeRuneInString(t[strings.LastIndexAny(t, " \n")+1:])
	return unicode.IsUpper(r)
}
