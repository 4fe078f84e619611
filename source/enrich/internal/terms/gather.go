package terms

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// From pairs, definitions and mentions to entries.

type gatherer struct {
	*vocabulary
	blocks  []Block
	lang    string
	opts    GlossaryOptions
	entries []Entry
	plain   []bool          // entry needs no second mention
	told    []bool          // entry is expressly defined, though it may be a name
	text    *prose.Text     // that of all blocks
	tokens  [][]prose.Token // of each block
}

const printedAcronym = 0.75

// express is the confidence from which a term is expressly defined, so that it need not be mentioned again.
const express = 0.90

// acronyms makes an entry of each meaning of each short form.
func (g *gatherer) acronyms() {
	at := map[string][]int{} // short form → entries
	f := finder{lang: g.vocabulary}
	for b, block := range g.blocks {
		for _, p := range f.find(block.Text) {
			if !g.printable(p) {
				continue
			}
			key := shortKey(p.Short)
			start, end := min(p.ShortStart, p.LongStart), max(p.ShortEnd, p.LongEnd)
			e := Entry{
				Term: withoutYear(p.Short), Expansion: possessor(g.whole(oneLine(p.Long))), Kind: Acronym, Rule: p.Rule,
				Evidence: Place{b, Span{start, end}}, Confidence: p.Confidence,
			}
			same := -1
			for _, i := range at[key] {
				if sameMeaning(g.entries[i].Expansion, e.Expansion) {
					same = i
					break
				}
			}
			if same >= 0 {
				old := &g.entries[same]
				if len(p.Short) < len(old.Term) {
					old.Term, old.Expansion = e.Term, e.Expansion // NGO rather than NGOs
				}
				if e.Confidence > old.Confidence+0.1 {
					old.Expansion, old.Confidence = e.Expansion, e.Confidence
				}
				continue
			}
			at[key] = append(at[key], len(g.entries))
			g.entries = append(g.entries, e)
			g.plain, g.told = append(g.plain, true), append(g.told, true)
		}
	}
}

// printable reports whether a pair makes an entry: a short form that looks
// like one, a long form that fits it well.
func (g *gatherer) printable(p Pair) bool {
	if g.opts.Eagerness == Eager {
		return utf8.RuneCountInString(p.Short) > 1 && hasUpper(p.Short)
	}
	upper, all := 0, 0
	for _, r := range p.Short {
		if unicode.IsUpper(r) {
			upper++
		}
		all++
	}
	if upper < 2 && !(upper == 1 && strings.ContainsAny(p.Short, "0123456789")) || all > 12 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.Long)
	named := unicode.IsUpper(r) && upper >= 3 && len(stems(p.Long)) >= 3
	compound := g.nounCapitals && upper >= 3 // Eisenbahnagentur
	return p.Confidence >= printedAcronym || named && p.Confidence >= 0.45 || compound && p.Confidence >= 0.65
}

// shortKey is the short form without its plural s and its dots.
func shortKey(s string) string {
	s = strings.ReplaceAll(s, ".", "")
	for _, p := range [...]string{"'s", "’s", "s"} {
		if t, ok := strings.CutSuffix(s, p); ok && len(t) > 1 {
			if r, _ := utf8.DecodeLastRuneInString(t); unicode.IsUpper(r) {
				return t
			}
		}
	}
	return s
}

// withoutYear cuts the year from a meeting's short form: LREC’08, OSME 2001.
func withoutYear(s string) string {
	t := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(t); n != 2 && n != 4 {
		return s
	}
	u := strings.TrimRight(t, " '’‘")
	if u == t || len(u) < 2 {
		return s
	}
	return u
}

// possessor cuts a genitive's ending: "European Union’s".
func possessor(s string) string {
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimSuffix(s, "’s")
}

// sameMeaning reports whether two long forms differ in no more than spelling,
// number or one word.
func sameMeaning(a, b string) bool {
	x, y := stems(a), stems(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			common++
		}
	}
	return common*3 >= len(y)*2 || common > 1 && common == len(x)
}

// stems are the words of s in a form that forgives spelling and number.
func stems(s string) []string {
	var out []string
	for t, ok := prose.Next(s, 0); ok; t, ok = prose.Next(s, t.End) {
		if t.Kind == prose.Punct {
			continue
		}
		w := onlyLetters(t.In(s))
		if len(w) > 5 {
			w = w[:5]
		}
		w = strings.TrimSuffix(w, "s")
		if len(w) > 2 || t.Kind == prose.Number {
			out = append(out, w)
		}
	}
	return out
}

// whole puts words together again that a line break parted: "lin- guistics".
func (g *gatherer) whole(s string) string {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '-')
		if i < 0 {
			return s
		}
		at += i + 1
		if n := parted(s[at:], g.vocabulary); n > 0 && at > 1 && isWordRune(rune(s[at-2])) {
			s = s[:at-1] + s[at+n:]
		}
	}
}

// oneLine makes every run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// terms adds defined terms, and definitions to the acronyms.
func (g *gatherer) terms() {
	if g.phrases == nil {
		return
	}
	byForm := map[string]int{}
	for i, e := range g.entries {
		byForm[e.Term] = i
		for _, s := range g.plurals(strings.ToLower(e.Expansion)) {
			byForm[s] = i
		}
	}
	reader := newDefiner(g.vocabulary, g.text)
	for b, block := range g.blocks {
		if block.Heading {
			continue
		}
		for _, d := range reader.define(g.tokens[b], Span{block.Start, block.Start + len(block.Text)}, block.Emphasis, false) {
			if d.Term == "" || d.Text == "" {
				continue
			}
			emphasised := false
			for _, s := range block.Emphasis {
				if s.Start <= d.TermStart && d.TermEnd <= s.End && s.End-s.Start < d.TermEnd-d.TermStart+24 {
					emphasised = true
					d.Confidence = min(1, d.Confidence+0.12)
				}
			}
			if i, known := byForm[strings.ToLower(d.Term)]; known && g.entries[i].Kind == Acronym {
				d.Confidence = min(1, d.Confidence+0.10) // a name that has an entry already
			}
			need := Printed
			if g.opts.Eagerness == Eager {
				need = 0.75
			}
			if d.Confidence < need || !g.readable(d) {
				continue
			}
			text := g.sentenceCase(d.Text)
			place := Place{b, d.Sentence}
			key := d.Term
			i, known := byForm[key]
			if !known {
				key = strings.ToLower(d.Term)
				i, known = byForm[key]
			}
			if known {
				if e := &g.entries[i]; e.Definition == "" {
					e.Definition, e.Defined = text, place
				}
				continue
			}
			if acronymLike(d.Term) || !g.worthy(d) {
				continue
			}
			for _, s := range g.plurals(strings.ToLower(d.Term)) {
				byForm[s] = len(g.entries)
			}
			g.entries = append(g.entries, Entry{
				Term: d.Term, Definition: text, Kind: Term, Rule: d.Rule,
				Evidence: place, Defined: place, Confidence: d.Confidence,
			})
			told := emphasised || d.Rule == "means" || d.Rule == "meaning"
			g.plain = append(g.plain, told || d.Confidence >= express && g.general(d.Text))
			g.told = append(g.told, told)
		}
	}
}

// readable reports whether the clause can stand under its term on another
// page: nothing in it points at its old surroundings.
func (g *gatherer) readable(d Definition) bool {
	toks := prose.Tokens(d.Text)
	words := 0
	for i, t := range toks {
		w := strings.ToLower(t.In(d.Text))
		if t.Kind == prose.Word {
			words++
		}
		next := ""
		if i+1 < len(toks) {
			next = strings.ToLower(toks[i+1].In(d.Text))
		}
		place := (w == "above" || w == "below") && (g.phrases.definite[next] || g.phrases.indefinite[next]) // "above an arcade"
		if g.pointers[w] && !place || i == 0 && g.phrases.backward[w] {
			return false
		}
		if g.base == "en" && (w == "such" && next != "as" && next != "that" && next != "a" && next != "an" || (w == "she" || w == "he" || w == "him" || w == "said") || g.denied[w] && g.phrases.negations[next]) {
			return false // "made for such work", "that was not asked": what it once was not says nothing of what it is
		}
	}
	return words >= 3 && words <= 45 && balanced(d.Text) && evenQuotes(d.Text)
}

// general reports whether a definition speaks of a kind of thing, not of what should be or of somebody: "a building that
// should not stand", "a man who says little" ask for a second mention of their term.
func (g *gatherer) general(text string) bool {
	for i, t := range prose.Tokens(text) {
		w := strings.ToLower(t.In(text))
		if g.phrases.judging[w] || i < 4 && g.phrases.persons[w] {
			return false
		}
	}
	return true
}

// evenQuotes reports whether every quotation that opens also closes.
func evenQuotes(s string) bool {
	return strings.Count(s, `"`)%2 == 0 && strings.Count(s, "“") == strings.Count(s, "”") && strings.Count(s, "«") == strings.Count(s, "»")
}

// worthy reports whether a term is one that readers look up: not a person,
// not a phrase of everyday words only.
func (g *gatherer) worthy(d Definition) bool {
	toks := prose.Tokens(d.Term)
	return len(toks) <= 7 && len(d.Term) >= 3
}

// sentenceCase makes a sentence of the clause: a capital, a full stop, and in
// German the article of a subject for that of an object.
func (g *gatherer) sentenceCase(s string) string {
	s = oneLine(strings.Trim(s, " ,;:"))
	if word, rest, ok := strings.Cut(s, " "); ok && g.nominative[word] != "" {
		s = g.nominative[word] + " " + rest
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") {
		s += "."
	}
	return s
}

// index enters all forms of the entries into a trie, for texts that the lexicon has cut.
func (g *gatherer) index(lexicon *prose.Lexicon) *searcher {
	t := &searcher{lexicon: lexicon}
	for i, e := range g.entries {
		if e.Kind == Acronym {
			t.add(e.Term, form{entry: i, exact: e.Term})
			key := shortKey(e.Term)
			for _, s := range [...]string{key, key + "s"} {
				if s != e.Term {
					t.add(s, form{entry: i, exact: s})
				}
			}
			r, _ := utf8.DecodeRuneInString(e.Expansion)
			for _, s := range g.plurals(e.Expansion) {
				t.add(s, form{entry: i, capital: unicode.IsUpper(r)})
			}
			continue
		}
		for _, s := range g.plurals(e.Term) {
			t.add(s, form{entry: i})
		}
	}
	return t
}

// expansions gives a long form that only opened a sentence its small letter
// back, where the text itself writes the word small elsewhere.
func (g *gatherer) expansions() {
	if g.nounCapitals {
		return
	}
	// The words that are looked for: the first of each such long form alone, and with the second behind it.
	var wanted []bool // by form
	small := map[string]bool{}
	for _, e := range g.entries {
		first, _, ok := sentenceStart(e.Expansion)
		if !ok {
			continue
		}
		if wanted == nil {
			wanted = make([]bool, g.text.Len())
		}
		if f, ok := g.text.Find(strings.ToLower(first)); ok {
			wanted[f] = true
		}
	}
	if wanted == nil {
		return
	}
	for _, toks := range g.tokens {
		for i, t := range toks {
			if !wanted[t.Form] {
				continue
			}
			w := t.In(g.text.Source)
			if t.Kind != prose.Word || w[0] < 'a' || w[0] > 'z' {
				continue
			}
			small[w] = true
			if i+1 < len(toks) {
				small[w+" "+toks[i+1].In(g.text.Source)] = true
			}
		}
	}
	for i := range g.entries {
		first, second, ok := sentenceStart(g.entries[i].Expansion)
		if !ok {
			continue
		}
		lower := strings.ToLower(first)
		at := g.entries[i].Evidence
		before := strings.TrimRight(g.blocks[at.Block].Text[:at.Start], " \n\t\"“‘(*")
		last, _ := utf8.DecodeLastRuneInString(before)
		opens := before == "" || strings.ContainsRune(".!?:", last)
		if opens && (small[lower] || g.base == "en" && (common(lower) || prefixed(first))) || small[lower+" "+second] {
			g.entries[i].Expansion = lower + g.entries[i].Expansion[len(first):]
		}
	}
}

// sentenceStart returns the first two words of a long form that has a capital at its beginning only, which may come from
// the beginning of a sentence.
func sentenceStart(s string) (first, second string, ok bool) {
	first, rest, many := strings.Cut(s, " ")
	if !many || strings.ToLower(rest) != rest || strings.ToLower(first) == first || strings.ToUpper(first) == first {
		return "", "", false
	}
	second, _, _ = strings.Cut(rest, " ")
	return first, second, true
}

// prefixed reports whether an English word begins with a prefix and a hyphen, as no name does: "Non-governmental".
func prefixed(w string) bool {
	switch prefix, rest, ok := strings.Cut(w, "-"); strings.ToLower(prefix) {
	case "non", "anti", "inter", "multi", "pre", "post", "self", "semi", "sub", "co":
		return ok && rest == strings.ToLower(rest)
	}
	return false
}

// common reports whether an English word has an ending that names of persons and places do not have, so that its capital
// can only come from the beginning of its sentence.
func common(w string) bool {
	for _, e := range [...]string{"tion", "sion", "ment", "ness", "ance", "ence", "ity", "ive", "ase", "imum", "ous", "able", "ible", "ary", "ular", "ial", "ical", "ional"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	switch w { // names of places that end like adjectives
	case "bengal", "nepal", "portugal", "senegal", "montreal", "transvaal", "natal", "bengali":
		return false
	}
	return strings.HasSuffix(w, "al") && len(w) > 3 // oral, central, annual
}

// findMentions finds the mentions of all entries.
func (g *gatherer) findMentions() {
	t := g.index(&g.text.Lexicon)
	meanings := map[string][]int{} // the entries of a short form, in the order of their evidence
	for i, e := range g.entries {
		if e.Kind == Acronym {
			meanings[shortKey(e.Term)] = append(meanings[shortKey(e.Term)], i)
		}
	}
	for b, block := range g.blocks {
		var loud, known bool
		t.search(g.text.Source, g.tokens[b], func(i int, s Span) {
			s = s.less(block.Start)
			e := &g.entries[i]
			if e.Kind == Acronym {
				// Of several meanings that is meant which the text gave last.
				if same := meanings[shortKey(e.Term)]; len(same) > 1 && acronymLike(block.Text[s.Start:s.End]) {
					at := sort.Search(len(same), func(k int) bool {
						p := g.entries[same[k]].Evidence
						return p.Block > b || p.Block == b && p.Start > s.Start
					})
					e = &g.entries[same[max(0, at-1)]]
				}
			}
			if !known {
				loud, known = shouted(block.Text), true
			}
			if loud && e.Kind == Acronym && acronymLike(block.Text[s.Start:s.End]) && len(block.Text) > len(e.Term)+8 {
				return
			}
			// "Kosovo Force (KFOR)" is one mention, in its evidence and wherever
			// the text repeats it.
			if n := len(e.Mentions); n > 0 && e.Mentions[n-1].Block == b && e.Kind == Acronym {
				last := e.Mentions[n-1]
				gap := block.Text[last.End:s.Start]
				if len(gap) <= 6 && strings.ContainsAny(gap, "([=:") || e.Evidence.Block == b && e.Evidence.Start <= last.Start && s.End <= e.Evidence.End {
					return
				}
			}
			e.Mentions = append(e.Mentions, Place{b, s})
		})
	}
}

// choose drops the terms that are not mentioned often enough and settles how
// the others are written.
func (g *gatherer) choose() {
	kept := g.entries[:0]
	for i, e := range g.entries {
		need := g.opts.Mentions
		if need == 0 {
			if need = 2; g.plain[i] {
				need = 1
			}
		}
		if e.Kind == Term && len(e.Mentions) < need {
			continue
		}
		if e.Kind == Term {
			term, name := g.spelling(e)
			word, _, _ := strings.Cut(strings.ToLower(e.Definition), " ")
			if name && (g.phrases.indefinite[word] || e.Rule == "apposition") && !g.told[i] && g.opts.Eagerness == Careful {
				continue
			}
			e.Term = term
		}
		kept = append(kept, e)
	}
	g.entries = kept
}

// spelling returns the term as it is written inside a sentence: a capital that
// only opens a sentence goes. It reports whether the term is a name: what is
// never written small, unless its article or its ending says that it is none.
func (g *gatherer) spelling(e Entry) (term string, name bool) {
	r, n := utf8.DecodeRuneInString(e.Term)
	if !unicode.IsUpper(r) || g.nounCapitals {
		return e.Term, false
	}
	small := string(unicode.ToLower(r)) + e.Term[n:]
	// Another capital inside: a name.
	for _, t := range prose.Tokens(e.Term) {
		if r, _ := utf8.DecodeRuneInString(t.In(e.Term)); unicode.IsUpper(r) && t.Start > 0 {
			return e.Term, true
		}
	}
	inside := false
	for _, m := range e.Mentions {
		if g.blocks[m.Block].Heading {
			continue
		}
		text := g.blocks[m.Block].Text
		if r, _ := utf8.DecodeRuneInString(text[m.Start:]); unicode.IsLower(r) {
			return small, false
		}
		before := strings.TrimRight(text[:m.Start], " \n\t\"“‘(")
		last, _ := utf8.DecodeLastRuneInString(before)
		if before != "" && !strings.ContainsRune(".!?:", last) {
			inside = true
		}
	}
	if inside {
		return e.Term, !strings.Contains(e.Term, " ") // "French service" is none
	}
	c := clause{vocabulary: g.vocabulary, text: e.Term, toks: prose.Tokens(e.Term), low: []string{strings.ToLower(e.Term)}}
	return small, len(c.toks) == 1 && !c.learned(0)
}

// refer links each entry to those that its definition mentions.
func (g *gatherer) refer() {
	var lexicon prose.Lexicon
	toks := make([][]prose.Token, len(g.entries))
	for i := range g.entries {
		toks[i] = lexicon.AppendTokens(nil, g.entries[i].Definition)
	}
	t := g.index(&lexicon)
	for i := range g.entries {
		e := &g.entries[i]
		t.search(e.Definition, toks[i], func(j int, _ Span) {
			if j != i && !slices.Contains(e.SeeAlso, g.entries[j].Term) && g.entries[j].Term != e.Term {
				e.SeeAlso = append(e.SeeAlso, g.entries[j].Term)
			}
		})
	}
}
