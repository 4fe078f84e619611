package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lists of abbreviations: "AOS = administrative and operational services; GEF
// = Global Environment Facility" in running text and "GEF: Global Environment
// Facility" or "GEF – Global …" on lines of their own.
//
// Tables, definition lists and texts that lost their tabs have the two in blocks of their own.
//
// An item whose letters fit is taken on its own. One whose letters do not fit
// ("UNSO = Office to Combat Desertification") is taken for its company: it
// stands directly beside items that do.

// listItem is a key with the words that explain it.
type listItem struct {
	key, long Span
	end       int // where the item's text ends
	fits      bool
	sure      float64
	rule      string
}

// equals looks at the equals sign at i.
func (f *finder) equals(i int) {
	key, ok := f.keyBefore(i)
	if !ok {
		return
	}
	f.item(key, i+1, RuleEquals)
}

// listLine looks at a colon, dash or tab at i that may part the short form at
// the start of a line from its long form.
func (f *finder) listLine(i int) {
	t := f.text
	end := i
	sep, n := utf8.DecodeRuneInString(t[i:])
	switch sep {
	case '-', '–', '—':
		if i == 0 || t[i-1] != ' ' || i+n >= len(t) || t[i+n] != ' ' {
			return
		}
		end--
	case ':', '\t':
	default:
		return
	}
	start := strings.LastIndexByte(t[max(0, i-30):i], '\n') + 1
	if start == 0 && i > 30 {
		return
	}
	start += max(0, i-30)
	key := trim(t, Span{start, end}, quotes+"•-–")
	if key.End-key.Start < 2 || !acronymLike(t[key.Start:key.End]) || wordEnd(t, key.Start) != key.End {
		return
	}
	f.item(key, i+n, RuleColon)
}

// spacedLine looks at a short form that begins a line of which nothing is left over but its long form, as in lists that
// lost their marks: "GEF Global Environment Facility".
func (f *finder) spacedLine(key Span) bool {
	const longest = 120
	t := f.text
	if key.Start > 0 && t[key.Start-1] != '\n' || key.End >= len(t) || t[key.End] != ' ' {
		return false
	}
	end := strings.IndexByte(t[key.End:min(len(t), key.End+longest)], '\n')
	if end < 0 {
		if end = len(t) - key.End; end >= longest {
			return false
		}
	}
	w := trim(t, Span{key.End, key.End + end}, quotes)
	if w.End-w.Start < 5 || strings.ContainsAny(t[w.Start:w.End], ".,;:()[]?!=") {
		return false
	}
	long, sure, ok := f.match(t[key.Start:key.End], w, RuleColon)
	if !ok || long != w || sure < 1 {
		return false
	}
	f.add(key, long, RuleColon, sure)
	return true
}

// cell looks at a short form that is a block of its own, as in a cell of a table or before the definition in a list; the
// next block begins with its long form. It is no short form when the two merely share letters, so what stands alone has
// to fit without a word left over, and what stands in company to begin with the same letter.
func (f *finder) cell(key Span) bool {
	t := f.text
	at := key.End + len(blockEnd)
	if key.Start > 0 && t[key.Start-1] != '\n' || !strings.HasPrefix(t[key.End:], blockEnd) || at == len(t) || t[at] == '\n' {
		return false
	}
	rest := t[at:min(len(t), at+maxWindow)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	} else if at+len(rest) < len(t) {
		return false
	}
	it := listItem{key: key, end: at + len(rest), rule: RuleColon, sure: confidenceCompany}
	word := t[key.Start:key.End]
	for _, end := range [...]int{len(rest), strings.IndexAny(rest, ",;:.([")} {
		if end < 0 {
			continue
		}
		it.long = f.dropLeadIn(trim(t, Span{at, at + end}, quotes+".;"))
		if long, sure, ok := f.match(word, it.long, RuleColon); ok && long == it.long && sure == 1 {
			it.fits, it.sure = true, sure
			f.items = append(f.items, it)
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	letter, _ := utf8.DecodeRuneInString(t[it.long.Start:])
	if s := t[it.long.Start:it.long.End]; fold(first) == fold(letter) && strings.Contains(s, " ") && wordy(s) {
		f.items = append(f.items, it)
	}
	return true
}

// blockEnd stands between two blocks of the text.
const blockEnd = "\n\n"

// keyBefore returns the word that ends before i.
func (f *finder) keyBefore(i int) (Span, bool) {
	t := f.text
	end := len(strings.TrimRight(t[:i], " \t"))
	start := end
	for start > 0 && end-start <= 24 {
		r, n := utf8.DecodeLastRuneInString(t[:start])
		if !isWordRune(r) && !isHyphen(r) && r != '_' && r != '.' && r != '&' && r != '/' {
			break
		}
		start -= n
	}
	for start < end && !isWordRune(rune(t[start])) && t[start] < utf8.RuneSelf {
		start++
	}
	if start == end || end-start > 24 || i-end > 2 {
		return Span{}, false
	}
	return Span{start, end}, strings.IndexFunc(t[start:end], unicode.IsLetter) >= 0
}

// item reads the item of a list whose key is known and whose text starts at i.
func (f *finder) item(key Span, i int, rule string) {
	t := f.text
	end := i
	comma := -1
	next := false
scan:
	for end < len(t) && end < i+maxWindow {
		switch c := t[end]; {
		case c == '=' && rule == RuleEquals:
			k, ok := f.keyBefore(end)
			if !ok || k.Start <= i {
				return // a formula
			}
			end, next = k.Start, true
			break scan
		case c == ';' || c == '\n' || c == ')' || c == ']':
			break scan
		case c == '.' && (end+1 == len(t) || t[end+1] == ' ' || t[end+1] == '\n'):
			break scan
		case c == ',' && comma < 0:
			comma = end
		}
		end++
	}
	stop := end
	if comma >= 0 && !next {
		stop = comma
	}
	clean := func(end int) Span { return f.dropLeadIn(trim(t, Span{i, end}, quotes+",:-\u2013\u2014")) }
	w := clean(stop)
	if w.End-w.Start < 3 {
		return
	}
	it := listItem{key: key, long: w, end: end, rule: rule, sure: confidenceCompany}
	word := t[key.Start:key.End]
	long, sure, ok := f.match(word, w, rule)
	if stop < end && sure < 1 {
		// "land use, land-use change and forestry": the comma is part of it.
		if l, s, found := f.match(word, clean(end), rule); found && s > sure {
			long, sure, ok = l, s, true
		}
	}
	if ok && (hasUpper(word) || len(word) > 1) {
		it.long, it.fits, it.sure = long, true, sure
	} else if !wordy(t[w.Start:w.End]) {
		return
	}
	f.items = append(f.items, it)
}

// wordy reports whether s reads as a few words and not as a formula.
func wordy(s string) bool {
	words := strings.Fields(s)
	if len(words) > 9 || strings.ContainsAny(s, "+*/^=<>(){}|[]\\%") {
		return false
	}
	letters := 0
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsDigit) >= 0 {
			return false
		}
		letters = max(letters, utf8.RuneCountInString(w))
	}
	first, _ := utf8.DecodeRuneInString(s)
	return letters >= 3 && unicode.IsLetter(first)
}

// settle takes the items that fit and those in their company.
func (f *finder) settle() {
	t := f.text
	beside := func(a, b listItem) bool {
		if a.rule == RuleLongShort {
			// "verb (V), noun (N)": at most a few words between them.
			return b.rule == a.rule && b.long.Start-a.end < 40 && !strings.ContainsAny(t[a.end:b.long.Start], ".\n")
		}
		gap := b.key.Start - a.end
		return a.rule == b.rule && gap >= 0 && gap <= 6 && strings.Trim(t[a.end:b.key.Start], " \t\r\n;,.&*-•and") == ""
	}
	for i := 0; i < len(f.items); {
		j := i + 1
		for j < len(f.items) && beside(f.items[j-1], f.items[j]) {
			j++
		}
		fits := 0
		for _, it := range f.items[i:j] {
			if it.fits {
				fits++
			}
		}
		for _, it := range f.items[i:j] {
			if it.fits && (j-i > 1 || it.key.End-it.key.Start > 1) || j-i > 1 && (2*fits >= j-i || j-i > 3 && fits > 0) {
				f.add(it.key, it.long, it.rule, it.sure)
			}
		}
		i = j
	}
}
