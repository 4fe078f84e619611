package terms

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Pairs to entries: which short forms are printed, and which long forms mean the
// same.

const printedAcronym = 0.75

// acronyms makes an entry of each meaning of each short form.
func (g *gatherer) acronyms() {
	at := map[string][]int{} // short form → entries
	f := finder{lang: g.vocabulary}
	list := 0 // where the list ends that was read last
	for b, block := range g.blocks {
		for _, p := range f.find(block.Text) {
			g.acronym(at, p, block.Text, Place{b, Span{min(p.ShortStart, p.LongStart), max(p.ShortEnd, p.LongEnd)}})
		}
		if b < list {
			continue
		}
		for list = b; g.keyed(list); list += 2 {
		}
		if list == b {
			continue
		}
		last := g.blocks[list-1]
		text := g.text.Source[block.Start : last.Start+len(last.Text)]
		for _, p := range f.find(text) {
			i := b + sort.Search(list-b, func(i int) bool {
				return g.blocks[b+i].Start+len(g.blocks[b+i].Text) > block.Start+p.LongStart
			})
			if i > b && block.Start+p.ShortEnd <= g.blocks[i].Start {
				g.acronym(at, p, text, Place{i, Span{p.LongStart, p.LongEnd}.less(g.blocks[i].Start - block.Start)})
			}
		}
	}
}

// keyed reports whether the block is nothing but a short form, and is followed by one that may hold the long form: two
// cells of a table, or an item of a definition list.
func (g *gatherer) keyed(b int) bool {
	return b+1 < len(g.blocks) && !g.blocks[b].Heading && !g.blocks[b+1].Heading && acronymLike(g.blocks[b].Text)
}

// acronym makes an entry of a pair that is found in the text, or corrects the one that there is; at holds the entries of
// each short form.
func (g *gatherer) acronym(at map[string][]int, p Pair, text string, evidence Place) {
	if !g.printable(p, text) {
		return
	}
	key := shortKey(p.Short)
	e := Entry{
		Term: strings.ReplaceAll(withoutYear(possessor(p.Short)), "/ ", "/"), Expansion: possessor(g.whole(prose.OneLine(quoteless(p.Long)))), Kind: Acronym, Rule: p.Rule,
		Evidence: evidence, Confidence: p.Confidence,
	}
	if year := strings.TrimLeft(p.Short[min(len(e.Term), len(p.Short)):], " '’‘"); len(year) == 4 {
		e.Expansion = strings.TrimRight(strings.TrimSuffix(e.Expansion, year), " ")
	}
	for _, i := range at[key] {
		old := &g.entries[i]
		if !sameMeaning(old.Expansion, e.Expansion) {
			continue
		}
		if len(p.Short) < len(old.Term) {
			old.Term, old.Expansion = e.Term, e.Expansion // NGO rather than NGOs
		}
		if e.Confidence > old.Confidence+0.1 {
			old.Expansion, old.Confidence = e.Expansion, e.Confidence
		}
		return
	}
	at[key] = append(at[key], len(g.entries))
	g.entries = append(g.entries, e)
	g.plain, g.told = append(g.plain, true), append(g.told, true)
}

// printable reports whether a pair makes an entry: a short form that looks
// like one, a long form in the text that fits it well.
func (g *gatherer) printable(p Pair, text string) bool {
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
	if upper < 2 && !(upper == 1 && (strings.ContainsAny(p.Short, "0123456789") || clipped(p))) || all > 12 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.Long)
	named := unicode.IsUpper(r) && upper >= 3 && len(stems(p.Long)) >= 3
	if !strings.Contains(p.Long, " ") && !g.nounCapitals {
		first := strings.TrimRight(text[:p.LongStart], " \n\"“(")
		last, _ := utf8.DecodeLastRuneInString(first)
		inside := first != "" && !strings.ContainsRune(".!?:", last)
		if unicode.IsUpper(r) && inside && upper == len(p.Short) && p.Rule == RuleLongShort {
			return false // "Tokyo (TYO)" is a code
		}
		if upper == len(p.Short) && upper >= 3 && len(p.Long) >= 3*upper && p.Confidence >= 0.7 {
			return true // electrocardiogram (ECG)
		}
	}
	if upper == 2 && len(p.Short) == 3 && strings.Contains(p.Short, "&") && unicode.IsUpper(r) && p.Confidence >= 0.4 && len(stems(p.Long)) >= 2 {
		return true // Victoria and Albert Museum (V&A)
	}
	compound := g.nounCapitals && upper >= 3 // Eisenbahnagentur
	return p.Confidence >= printedAcronym || named && p.Confidence >= 0.45 || compound && p.Confidence >= 0.65
}

// clipped reports whether a short form with a single capital is one beyond doubt: "xG", with a letter for each word, and
// "E-stop", with a word of the long form behind its letter.
func clipped(p Pair) bool {
	words := strings.Fields(p.Long)
	if len(words) < 2 || p.Confidence < 0.7 {
		return false
	}
	if letter, rest, ok := strings.Cut(p.Short, "-"); ok {
		return utf8.RuneCountInString(letter) == 1 && strings.EqualFold(rest, words[len(words)-1])
	}
	r, _ := utf8.DecodeRuneInString(p.Short)
	return unicode.IsLower(r) && utf8.RuneCountInString(p.Short) == len(words)
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

// quoteless leaves out quotation marks of which one stands outside: “escape” character.
func quoteless(s string) string {
	if evenQuotes(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"“”„«»", r) {
			return -1
		}
		return r
	}, s)
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

// repeats reports whether a definition says no more than what the short form stands for.
func (e *Entry) repeats(definition string) bool {
	return e.Kind == Acronym && onlyLetters(definition) == onlyLetters(e.Expansion)
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
