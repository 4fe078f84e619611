package terms

import (
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

// features calls yield for each feature of a sentence; some come more than
// once. The key is only good until yield returns.
func (v *vocabulary) features(text string, toks []prose.Token, yield func(key []byte)) {
	sy := v.symbols(text, toks)
	var buf [128]byte
	emit := func(parts ...string) {
		key := buf[:0]
		for i, p := range parts {
			if i > 0 {
				key = append(key, ' ')
			}
			key = append(key, p...)
		}
		yield(key)
	}
	words, capitals := 0, 0
	for i, s := range sy {
		emit(s)
		switch s {
		case "C":
			capitals++
			words++
		case "w", "ws", "-ed", "-ing", "-ly", "genus":
			words++
		}
		switch s {
		case "w", "ws", "C":
			if e := ending(toks[i].In(text)); e != "" {
				yield(append(append(buf[:0], '~'), e...))
				if i < 4 {
					yield(append(append(buf[:0], '^', '~'), e...))
				}
			}
		}
	}
	// Words that follow each other make one phrase.
	ph := make([]string, 0, len(sy))
	for i, s := range sy {
		switch s {
		case "w", "ws", "genus", "C":
			s = "NP"
		case "-":
			if i > 0 && i+1 < len(sy) {
				s = "NP"
			}
		}
		if s != "NP" || len(ph) == 0 || ph[len(ph)-1] != "NP" {
			ph = append(ph, s)
		}
	}
	for i := range ph {
		if i > 0 {
			emit(ph[i-1], ph[i])
		}
		if i > 1 {
			emit(ph[i-2], ph[i-1], ph[i])
		}
	}
	start := append(buf[:0], '^')
	for _, s := range ph[:min(len(ph), 5)] {
		start = append(append(start, ' '), s...)
		yield(start)
	}
	for i, s := range ph {
		if s != "is" && s != "are" && s != "was" && s != "were" {
			continue
		}
		yield(append(append(buf[:0], "copula@"...), byte('0'+min(i, 9))))
		if rest := ph[i+1:]; len(rest) > 1 {
			emit("copula", rest[0])
			emit("copula", rest[0], rest[1])
		} else if len(rest) > 0 {
			emit("copula", rest[0])
		}
		break
	}
	switch n := len(toks); {
	case n < 5:
		emit("len<5")
	case n < 9:
		emit("len<9")
	case n < 14:
		emit("len<14")
	case n < 22:
		emit("len<22")
	case n < 32:
		emit("len<32")
	case n < 45:
		emit("len<45")
	default:
		emit("len>")
	}
	if words == 0 {
		emit("nowords")
	}
	yield(append(append(buf[:0], "caps"...), byte('0'+min(capitals, 6))))
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
	w = strings.ToLower(w)
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
