package chronicle

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// The words that remain are tidied into one line, and the date is written as it is printed.

// raw returns the text of tokens [from,to).
func (r *reader) raw(s *sentence, from, to int) string {
	if from >= to {
		return ""
	}
	return r.text[s.tokens[from].Start:s.tokens[to-1].End]
}

// words returns the text of tokens [from,to) without the date's adverbial.
func (r *reader) words(s *sentence, d dated, from, to int) string {
	if from >= to {
		return ""
	}
	if d.whole || d.lead < from || d.to > to {
		return r.raw(s, from, to)
	}
	before, after := r.raw(s, from, d.lead), ""
	rest := d.to
	if rest < to && s.tokens[rest].lower == "," && (d.lead == from || d.lead > 0 && s.tokens[d.lead-1].lower == ",") {
		rest++ // the adverbial stood between commas
		before = strings.TrimRight(before, ", ")
		if d.lead > from && rest < to {
			before += ""
		}
	}
	if rest < to && s.tokens[rest].lower == "," && r.g.lang == "fr" && s.isVerb(d.lead-1) {
		rest++ // "décida en 1605, la construction"
	}
	if rest < to {
		after = r.text[s.tokens[rest].Start:s.tokens[to-1].End]
	}
	if before == "" {
		return after
	}
	if after == "" {
		return before
	}
	if r2, _ := utf8.DecodeRuneInString(after); strings.ContainsRune(",.;:)", r2) {
		return before + after
	}
	return before + " " + after
}

// What taking words out leaves behind.
var (
	spacing = strings.NewReplacer(" ,", ",", " .", ".", ",,", ",", "( ", "(", " )", ")")
	stops   = strings.NewReplacer(".\"", "\"", ".)", ")", ".”", "”", ",\"", "\"")
)

// withoutMarks takes out the marks of notes: "[4]", "[note 2]".
func withoutMarks(text string) string {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '[')
		if open < 0 {
			return text
		}
		open += at
		shut := strings.IndexByte(text[open:], ']')
		if shut < 2 || shut > 10 {
			at = open + 1
			continue
		}
		mark := strings.TrimPrefix(text[open+1:open+shut], "note ")
		if strings.Trim(mark, "0123456789") != "" && !(len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z' && open > 0 && text[open-1] != ' ') {
			at = open + 1
			continue
		}
		text = strings.TrimRight(text[:open], " ") + text[open+shut+1:]
		at = max(0, open-1)
	}
}

// withoutReferences takes out brackets that hold a year: references and the years of lives.
func withoutReferences(text string) string {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return text
		}
		open += at
		shut := strings.IndexByte(text[open:], ')')
		if shut < 0 {
			return text
		}
		shut += open
		digits, year := 0, false
		for _, c := range []byte(text[open:shut]) {
			if c < '0' || c > '9' {
				digits = 0
				continue
			}
			digits++
			year = year || digits == 4
		}
		if !year {
			at = shut
			continue
		}
		text = strings.TrimRight(text[:open], " ") + text[shut+1:]
		at = open - 1
		if at < 0 {
			at = 0
		}
	}
}

// finish tidies a line, or refuses it if it tells too little or too much.
func (r *reader) finish(s *sentence, text string, start, verb int) (string, bool) {
	text = withoutReferences(withoutMarks(prose.OneLine(text)))
	if holds(text, &gapBefore, &gapAfter) || strings.Contains(text, "( ") {
		text = spacing.Replace(text)
	}
	text = r.plain(text)
	if holds(text, &stopBefore, &stopAfter) {
		text = stops.Replace(text)
	}
	for {
		trimmed := strings.TrimRight(text, " .,;:–—-!…")
		if r.g.lang == "en" && strings.HasSuffix(trimmed, " there") && words(trimmed) > 2 {
			trimmed = strings.TrimSuffix(trimmed, " there")
		}
		if rest, found := strings.CutSuffix(trimmed, " dort"); found && r.g.lang == "de" && words(rest) > 2 && verb < len(s.tokens) && !s.has(verb, stative) {
			trimmed = rest // the line stands under the article's title
		}
		for _, same := range r.g.sameTimes {
			if rest, found := strings.CutSuffix(trimmed, same); found && words(rest) > 2 {
				trimmed = rest // "was born in the same year on 7 August": the entry's date tells it
			}
		}
		if i := strings.LastIndexByte(trimmed, ' '); i >= 0 {
			switch trimmed[i+1:] {
			case "both":
				if r.g.lang == "en" && i > 0 {
					trimmed = trimmed[:i] // "won the race both in 1990 and 1992"
				}
			case "and", "but", "or", "while", "when", "as", "only", "early", "late":
				trimmed = trimmed[:i]
			}
		}
		if i := strings.LastIndexByte(trimmed, ','); i > 0 && r.g.lang == "en" && strings.HasSuffix(trimmed, "ly") && strings.Count(trimmed[i:], " ") == 1 {
			trimmed = trimmed[:i] // ", apparently"
		}
		if r.g.lang == "en" {
			trimmed = strings.TrimSuffix(trimmed, ", thus")
		}
		if trimmed == text {
			break
		}
		text = trimmed
	}
	first, _, _ := strings.Cut(text, " ")
	if r.g.lang == "en" && verb < len(s.tokens) && s.isVerb(verb) && strings.EqualFold(first, s.tokens[verb].lower) && !s.has(verb, name) {
		return "", false // the subject was not understood
	}
	opening := r.tagOf(first)
	if r.g.lang == "en" && opening&(past|had|be) != 0 && !r.isNameAlone(first) {
		return "", false // "Began to sink chips": who?
	}
	if w := strings.ToLower(first); r.g.lang == "fr" && (opening&part != 0 || r.g.completed[w] || r.g.arrived[w]) && !r.isNameAlone(first) {
		return "", false // "Fondé par le roi mourut"
	}
	if r.g.lang == "fr" && (strings.HasPrefix(text, "L' ") || strings.HasPrefix(text, "l' ")) {
		return "", false
	}
	if n := strings.Count(text, "\"") % 2; n != 0 || strings.Count(text, "(") != strings.Count(text, ")") || strings.Count(text, "“") != strings.Count(text, "”") {
		return "", false
	}
	if i := strings.IndexByte(text, ','); i >= 0 && r.g.lang == "en" && strings.HasPrefix(text[i+1:], " ") && !strings.Contains(text[i+2:], " ") {
		w := strings.ToLower(text[i+2:])
		if tg, known := r.g.words[w]; known && tg&(either|part) != 0 || !known && strings.HasSuffix(w, "ed") {
			return "", false // "The treaty, concluded"
		}
	}
	if i := strings.LastIndex(text, " and, "); i >= 0 && r.g.lang == "en" && !strings.Contains(text[i+len(" and, "):], ",") {
		return "", false // "most of the garrison and, Lowe": an aside without its end
	}
	if opening&coord != 0 && !s.has(start, name) {
		return "", false // its subject was not found
	}
	if n := words(text); n < 2 || n < 3 && !s.has(start, name|pron) && !r.isNameAlone(first) && !r.doing(s, start, verb) || len(text) > 320 {
		return "", false
	}
	return upperFirst(text) + ".", true
}

// What stands where spacing and stops have something to replace, as sets of bytes: of the quotation mark the first.
var (
	gapBefore, gapAfter   = [256]bool{' ': true, '(': true, ',': true}, [256]bool{',': true, '.': true, ')': true}
	stopBefore, stopAfter = [256]bool{'.': true, ',': true}, [256]bool{'"': true, ')': true, 0xE2: true}
)

// holds reports whether one of the bytes of first stands right before one of the bytes of next.
func holds(s string, first, next *[256]bool) bool {
	for i := 1; i < len(s); i++ {
		if next[s[i]] && first[s[i-1]] {
			return true
		}
	}
	return false
}

// words counts the words of a line, which only spaces part.
func words(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] != ' ' && (i == 0 || s[i-1] == ' ') {
			n++
		}
	}
	return n
}

func upperFirst(s string) string {
	if s != "" && 'A' <= s[0] && s[0] <= 'Z' {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func lowerFirst(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// plain takes out the words that strengthen without saying anything: "really, really".
func (r *reader) plain(text string) string {
	for _, w := range r.fillers {
		if strings.Contains(text, w) {
			text = strings.ReplaceAll(text, " "+w+", "+w+" ", " ")
			text = strings.ReplaceAll(text, " "+w+" ", " ")
		}
	}
	// "was later closed": what ties the sentence to the one before goes after "was", too.
	for _, be := range r.g.was {
		at := strings.Index(text, " "+be+" ")
		if at < 0 {
			continue
		}
		at += len(be) + 2
		tail := text[at:]
		for {
			w, rest, more := strings.Cut(tail, " ")
			if !more || !r.g.loose[w] {
				break
			}
			tail = rest
		}
		if at+len(tail) < len(text) {
			text = text[:at] + tail
		}
	}
	return text
}

// rangePhrase returns a stretch between two dates as it is printed; y is the expression after x in the text.
func (g *grammar) rangePhrase(text string, x *temporal.Expression, y temporal.Expression) string {
	ends := y.End == x.Range.End
	switch {
	case ends && (x.Context || y.Context):
		return g.phrase(x) + " – " + g.phrase(&y)
	case ends && x.Grain == temporal.Year && y.Grain == temporal.Year && x.Mod == "" && y.Mod == "" && x.Lower.Year > 0:
		return fmt.Sprintf("%d–%d", x.Lower.Year, y.Lower.Year)
	}
	t := prose.OneLine(text[x.Range.Start:x.Range.End])
	t = strings.Replace(t, ". auf den ", "./", 1) // "9./10. November 1938"
	return strings.TrimPrefix(strings.TrimPrefix(t, g.the+" "), upperFirst(g.the)+" ")
}

// phrase returns a date as it is printed.
func (g *grammar) phrase(x *temporal.Expression) string {
	if strings.HasSuffix(x.EDTF, "~") && x.Context && x.Mod != temporal.APPROX {
		about := *x
		about.EDTF = strings.TrimSuffix(x.EDTF, "~")
		return g.mods[temporal.APPROX] + g.phrase(&about)
	}
	if !x.Context {
		t := x.Text
		if i := strings.IndexByte(t, ' '); i > 0 && strings.EqualFold(t[:i], g.the) {
			t = t[i+1:]
		}
		for _, w := range g.yearWords {
			if rest, ok := strings.CutPrefix(t, w); ok && x.Grain == temporal.Year && strings.HasPrefix(rest, " ") {
				t = rest[1:]
			}
		}
		t = prose.OneLine(t)
		first, _, _ := strings.Cut(t, " ")
		first, _, _ = strings.Cut(first, "-")
		if first = strings.ToLower(first); slices.Contains(g.about, first) || first == "mid" {
			t = lowerFirst(t) // "About 1930" opened its sentence
		}
		return t
	}
	d := x.Lower
	year := fmt.Sprint(d.Year)
	if d.Year <= 0 {
		year = fmt.Sprint(1-d.Year) + " " + g.bc
	}
	if x.Grain >= temporal.Decade && d.Year <= 0 {
		return strings.TrimPrefix(prose.OneLine(x.Text), g.the+" ")
	}
	mod := g.mods[x.Mod]
	switch x.Grain {
	case temporal.Day, temporal.Clock:
		return fmt.Sprintf(g.dayForm, d.Day, g.months[d.Month], year)
	case temporal.Month:
		return mod + g.months[d.Month] + " " + year
	case temporal.Season:
		month := d.Month
		switch x.Mod {
		case temporal.MID:
			month--
		case temporal.END:
			month -= 2
		}
		return mod + g.seasons[((month+9)%12)/3+1] + " " + year
	case temporal.Year:
		return mod + year
	case temporal.Decade:
		return mod + fmt.Sprintf(g.decadeForm, d.Year-((d.Year%10)+10)%10)
	case temporal.Week:
		return fmt.Sprintf(g.dayForm, d.Day, g.months[d.Month], year)
	}
	return x.Text
}
