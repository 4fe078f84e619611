package terms

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// symbols reduces a sentence to its grammar: function words and words that
// definitions are made with stand for themselves, everything else for its
// shape.
func (v *vocabulary) symbols(text string, toks []prose.Token) []string {
	out := make([]string, 0, len(toks)+1)
	for i, t := range toks {
		w := t.In(text)
		switch t.Kind {
		case prose.Number:
			if len(w) == 4 && (w[0] == '1' || w[0] == '2') {
				out = append(out, "Y")
			} else {
				out = append(out, "N")
			}
		case prose.Punct:
			switch w {
			case "“", "”", "\"", "‘", "«", "»":
				w = "\""
			case "’", "'":
				w = "'"
			case "–", "—":
				w = "—"
			}
			out = append(out, w)
		default:
			l := strings.ToLower(w)
			switch {
			case v.grammar[l]:
				out = append(out, l)
			case v.genus[l] || v.genus[strings.TrimSuffix(l, "s")]:
				out = append(out, "genus")
			default:
				r, _ := utf8.DecodeRuneInString(w)
				switch {
				case unicode.IsUpper(r) && i > 0:
					out = append(out, "C")
				case strings.HasSuffix(l, "ly"):
					out = append(out, "-ly")
				case strings.HasSuffix(l, "ed") && len(l) > 4:
					out = append(out, "-ed")
				case strings.HasSuffix(l, "ing") && len(l) > 5:
					out = append(out, "-ing")
				case strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && len(l) > 3:
					out = append(out, "ws")
				default:
					out = append(out, "w")
				}
			}
		}
	}
	return out
}

// features calls yield for each feature of a sentence; some come twice.
func (v *vocabulary) features(text string, toks []prose.Token, yield func(string)) {
	sy := v.symbols(text, toks)
	// Words that follow each other make one phrase.
	ph := make([]string, 0, len(sy))
	for i, s := range sy {
		c := s
		switch s {
		case "w", "ws", "genus", "C":
			c = "NP"
		case "-":
			if i > 0 && i+1 < len(sy) {
				c = "NP"
			}
		}
		if c == "NP" && len(ph) > 0 && ph[len(ph)-1] == "NP" {
			continue
		}
		ph = append(ph, c)
	}
	for i, s := range sy {
		yield(s)
		switch s {
		case "w", "ws", "C":
			if e := ending(strings.ToLower(toks[i].In(text))); e != "" {
				yield("~" + e)
				if i < 4 {
					yield("^~" + e)
				}
			}
		}
	}
	for i := range ph {
		if i > 0 {
			yield(ph[i-1] + " " + ph[i])
		}
		if i > 1 {
			yield(ph[i-2] + " " + ph[i-1] + " " + ph[i])
		}
	}
	anchored := "^"
	for i := 0; i < len(ph) && i < 5; i++ {
		anchored += " " + ph[i]
		yield(anchored)
	}
	// where the first copula stands
	for i, s := range ph {
		if s == "is" || s == "are" || s == "was" || s == "were" {
			yield("copula@" + strconv.Itoa(min(i, 9)))
			rest := ph[i+1:]
			if len(rest) > 0 {
				yield("copula " + rest[0])
			}
			if len(rest) > 1 {
				yield("copula " + rest[0] + " " + rest[1])
			}
			break
		}
	}
	n := len(toks)
	switch {
	case n < 5:
		yield("len<5")
	case n < 9:
		yield("len<9")
	case n < 14:
		yield("len<14")
	case n < 22:
		yield("len<22")
	case n < 32:
		yield("len<32")
	case n < 45:
		yield("len<45")
	default:
		yield("len>")
	}
	words, caps := 0, 0
	for _, s := range sy {
		switch s {
		case "C":
			caps++
			words++
		case "w", "ws", "-ed", "-ing", "-ly", "genus":
			words++
		}
	}
	if words == 0 {
		yield("nowords")
	}
	yield("caps" + strconv.Itoa(min(caps, 6)))
}

// endings are the derivational endings of learned words, longest first.
var endings = strings.Fields("ization ography ectomy ology ation ition ction ssion graphy metry phobia sphere plasm ional itive ative " +
	"cyte gram some phore osis itis esis ysis hood ship ness ment ance ence ency ancy tion sion ture sure logy nomy cracy " +
	"ible able ical ious eous less ical ity ism ist ium ics dom age ary ory ous ive ant ent ure ine ide ase ose ate ify ize " +
	"oid ic al ia um us is er or an")

// ending returns the learned ending of a word, without its plural s, or "".
func ending(w string) string {
	if len(w) < 6 {
		return ""
	}
	if strings.HasSuffix(w, "ies") {
		w = w[:len(w)-3] + "y"
	} else if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "ics") {
		w = w[:len(w)-1]
	}
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return e
		}
	}
	return ""
}
