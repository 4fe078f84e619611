package terms

import (
	"strings"
	"unicode/utf8"
)

// What stands beside a word that looks like a short form: a bracket with the
// long form, "stands for", an apposition between commas.

// after looks at what follows the acronym-like word text[i:end].
func (f *finder) after(i, end int) {
	t := f.text
	short := Span{i, end}
	if f.spacedLine(short) || f.cell(short) {
		return
	}
	j := end
	for _, q := range [...]string{"\"", "”", "’", "»", "“"} { // “NATO” (“North …”)
		if strings.HasPrefix(t[j:], q) {
			j += len(q)
			end = j
			break
		}
	}
	for j < len(t) && (t[j] == ' ' || strings.HasPrefix(t[j:], "\u00a0")) {
		_, n := utf8.DecodeRuneInString(t[j:])
		j += n
	}
	if j >= len(t) {
		return
	}
	switch t[j] {
	case '(', '[':
		if j-end <= 2 {
			if c := f.closing(j); c > 0 {
				s := f.dropLeadIn(trim(t, Span{j + 1, c}, quotes))
				if s.End > s.Start {
					f.try(short, s, RuleShortLong)
				}
			}
		}
	default:
		f.spelledOut(short, end)
	}
	f.apposition(short)
}

// spelledOut looks for "X stands for …" and "X, short for …" after the short
// form.
func (f *finder) spelledOut(short Span, end int) {
	t := f.text
	rest := t[end:min(len(t), end+maxWindow)]
	trimmed := strings.TrimLeft(rest, " ,\u2014\u2013-(")
	rule := RuleStandsFor
	n := begins(trimmed, f.lang.stands)
	if n == 0 {
		if n, rule = begins(trimmed, f.lang.letters), ruleLetters; n == 0 {
			return
		}
	}
	at := end + len(rest) - len(trimmed) + n
	w := f.dropLeadIn(trim(t, Span{at, f.clauseEnd(at, false)}, quotes))
	if w.Start < w.End {
		f.try(short, w, rule)
	}
}

// apposition looks at "NATO, the North Atlantic Treaty Organization," and at
// "the North Atlantic Treaty Organization, NATO,": only whole initialisms,
// since nothing but the commas joins the two.
func (f *finder) apposition(short Span) {
	t := f.text
	if strings.HasPrefix(t[short.End:], ", ") || strings.HasPrefix(t[short.End:], " \u2013 ") || strings.HasPrefix(t[short.End:], " \u2014 ") {
		at := short.End + strings.IndexByte(t[short.End:], ' ') + 1
		end := f.clauseEnd(at, true)
		if t[short.End] == ' ' {
			// "WHO – the World Health Organization – met": the other dash closes it.
			at += strings.IndexByte(t[at:], ' ') + 1
			for _, dash := range [...]string{" \u2013", " \u2014"} {
				if i := strings.Index(t[at:max(at, end)], dash); i >= 0 {
					end = at + i
				}
			}
		}
		w := f.dropLeadIn(trim(t, Span{at, max(at, end)}, quotes))
		if w.Start < w.End && f.try(short, w, RuleComma) {
			return
		}
	}
	before := strings.TrimRight(t[max(0, short.Start-40):short.Start], quotes)
	at := short.Start - (len(t[max(0, short.Start-40):short.Start]) - len(before))
	if s := f.lang.dropArticle(before); s != before {
		at -= len(before) - len(s)
		before = s
	}
	n := f.lang.leadOut(before)
	rule := RuleOr
	if n > 0 {
		for _, t := range f.lang.leadOutTails {
			if strings.HasSuffix(before[:len(before)-n], t) {
				n += len(t)
				break
			}
		}
	}
	if n == 0 && f.lang.either != "" && strings.HasSuffix(before, f.lang.either) {
		n, rule = len(f.lang.either), ruleMarks // "rigid inflatable boats or RIBs"
	}
	if n == 0 {
		// Nothing but marks: "gas, LNG, is" and "gas—LNG—is".
		for _, mark := range [...]string{", ", "—", " – ", " — "} {
			rest := strings.TrimLeft(t[short.End:min(len(t), short.End+24)], " ")
			if !strings.HasSuffix(before, mark) {
				continue
			}
			if f.lang.forShort != "" && strings.HasPrefix(rest, f.lang.forShort) {
				n, rule = len(mark), RuleOr
			} else if strings.HasPrefix(rest, strings.TrimSpace(mark)) {
				n, rule = len(mark), ruleMarks
			}
		}
	}
	if n == 0 {
		return
	}
	if w := f.windowBefore(at-n, short.End-short.Start); w.Start < w.End {
		f.try(short, w, rule)
	}
}

// clauseEnd returns the end of the clause that starts at i: the next comma
// (where comma says so), semicolon, bracket or end of a sentence.
func (f *finder) clauseEnd(i int, comma bool) int {
	t := f.text
	j := i
	for j < len(t) && j < i+maxWindow {
		switch c := t[j]; {
		case c == ';' || c == '\n' || c == ')' || c == '(' || c == '?' || c == '!' || c == ',' && comma:
			return j
		case c == '.' && (j+1 == len(t) || t[j+1] == ' ' || t[j+1] == '\n'):
			return j
		}
		j++
	}
	return j
}
