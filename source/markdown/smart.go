package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Smart punctuation: straight quotation marks, apostrophes, dashes and dots as
// typewriters write them become those of the language. It looks at a run's
// text as a whole, because a quotation may begin before an emphasised word and
// end within it, and it cuts texts where it changes them, so that the rest
// keeps its exact place in the source.

const (
	narrow = "\u202f" // narrow no-break space
	nbsp   = "\u00a0"
)

// change replaces the bytes from start to end of a run's text.
type change struct {
	start, end int
	with       string
}

// smarten changes the punctuation of a run written in a language.
func smarten(run []document.Inline, language string) []document.Inline {
	french := strings.HasPrefix(strings.ToLower(language), "fr")
	if !needsSmart(run, french) {
		return run
	}
	f := document.Flatten(run)
	fixed := fixedRanges(run)
	s := &smarter{text: f.Text, quotes: manuscript.QuotesOf(language), french: french}
	s.english = language == "" || strings.HasPrefix(strings.ToLower(language), "en")
	s.languages = languageRanges(run)
	leaf := 0
	for i := range f.Leaves {
		start, end := f.Leaves[i].Start, len(f.Text)
		if i+1 < len(f.Leaves) {
			end = f.Leaves[i+1].Start
		}
		if _, ok := f.Leaves[i].Node.(*document.Text); ok && !fixed[f.Leaves[i].Node] {
			s.ranges = append(s.ranges, [2]int{start, end})
		}
	}
	changes := s.changes()
	if len(changes) == 0 {
		return run
	}
	return apply(run, f, &leaf, &changes)
}

// needsSmart reports whether there may be something to change.
func needsSmart(run []document.Inline, french bool) bool {
	for _, n := range run {
		if t, ok := n.(*document.Text); ok {
			if strings.ContainsAny(t.Value, `"'`) || strings.Contains(t.Value, "--") || strings.Contains(t.Value, "...") ||
				french && strings.ContainsAny(t.Value, "!?:;»«") {
				return true
			}
		} else if c := document.Inside(n); c != nil && needsSmart(*c, french) {
			return true
		}
	}
	return false
}

// fixedRanges returns the texts that stay as they are: addresses that are
// shown as text.
func fixedRanges(run []document.Inline) map[document.Inline]bool {
	var fixed map[document.Inline]bool
	for _, n := range run {
		if l, ok := n.(*document.Link); ok && len(l.Content) == 1 {
			if t, ok := l.Content[0].(*document.Text); ok && showsAddress(l.URL, t.Value) {
				if fixed == nil {
					fixed = map[document.Inline]bool{}
				}
				fixed[t] = true
				continue
			}
		}
		if c := document.Inside(n); c != nil {
			for k := range fixedRanges(*c) {
				if fixed == nil {
					fixed = map[document.Inline]bool{}
				}
				fixed[k] = true
			}
		}
	}
	return fixed
}

// showsAddress reports whether a link's text is its address, perhaps without
// the scheme.
func showsAddress(url, text string) bool {
	a, ok := manuscript.Address(text)
	return ok && strings.HasSuffix(strings.TrimSuffix(url, "/"), strings.TrimSuffix(a, "/"))
}

// languageRange says that a piece of a run's text is in a language of its own.
type languageRange struct {
	start, end int
	tag        string
}

func languageRanges(run []document.Inline) []languageRange {
	var out []languageRange
	at := 0
	var walk func([]document.Inline)
	walk = func(run []document.Inline) {
		for _, n := range run {
			start := at
			if c := document.Inside(n); c != nil {
				walk(*c)
			} else {
				at += len(document.TextOf([]document.Inline{n}))
			}
			if l := n.Attributes().Lang; l != "" {
				out = append(out, languageRange{start, at, l})
			}
		}
	}
	walk(run)
	return out
}

// smarter finds the changes in a run's text.
type smarter struct {
	text      string
	quotes    manuscript.Quotes
	french    bool
	english   bool
	languages []languageRange
	ranges    [][2]int // what may change, in order
	out       []change
	double    bool // a double quotation is open
	single    bool
	// lastSingle is the last place where a single quotation can close.
	lastSingle int
}

func (s *smarter) changes() []change {
	s.lastSingle = -1
	for i := len(s.text) - 1; i >= 0; i-- {
		if s.text[i] == '\'' {
			before, after := s.around(i, i+1)
			if !isOpening(before) && !isWord(after) {
				s.lastSingle = i
				break
			}
		}
	}
	for _, rg := range s.ranges {
		for i := rg[0]; i < rg[1]; {
			i += s.at(i, rg[1])
		}
	}
	return s.out
}

// around returns the characters before start and at end.
func (s *smarter) around(start, end int) (before, after rune) {
	before, after = ' ', ' '
	if start > 0 {
		before, _ = utf8.DecodeLastRuneInString(s.text[:start])
	}
	if end < len(s.text) {
		after, _ = utf8.DecodeRuneInString(s.text[end:])
	}
	return before, after
}

// marks returns the quotation marks at an offset.
func (s *smarter) marks(i int) manuscript.Quotes {
	for _, l := range s.languages { // inner ranges come first
		if i >= l.start && i < l.end {
			return manuscript.QuotesOf(l.tag)
		}
	}
	return s.quotes
}

func (s *smarter) put(start, end int, with string) {
	if s.text[start:end] != with {
		s.out = append(s.out, change{start, end, with})
	}
}

// at looks at the character at i and returns how far to go on.
func (s *smarter) at(i, end int) int {
	switch c := s.text[i]; c {
	case '"':
		s.doubleQuote(i)
	case '\'':
		s.singleQuote(i)
	case '-':
		return s.dashes(i, end)
	case '.':
		n := 1
		for i+n < end && s.text[i+n] == '.' {
			n++
		}
		if n == 3 {
			s.put(i, i+3, "…")
		}
		return n
	case ' ':
		s.frenchSpace(i, end)
	}
	return 1
}

// frenchSpace keeps the space before tall French punctuation on its line.
func (s *smarter) frenchSpace(i, end int) {
	if !s.french || i+1 >= end {
		return
	}
	before, after := s.around(i, i+1)
	switch {
	case strings.ContainsRune(";!?", after):
		s.put(i, i+1, narrow)
	case after == '»' || before == '«':
		s.put(i, i+1, narrow)
	case after == ':':
		s.put(i, i+1, nbsp)
	}
}

// dashes turns two hyphens into an en dash and three into an em dash. More
// make a line, and two before a word are an option of a command.
func (s *smarter) dashes(i, end int) int {
	n := 1
	for i+n < end && s.text[i+n] == '-' {
		n++
	}
	before, after := s.around(i, i+n)
	switch {
	case n == 2 && (unicode.IsSpace(before) || before == '(') && isWord(after):
	case n == 2:
		s.put(i, i+2, "–")
	case n == 3:
		s.put(i, i+3, "—")
	}
	return n
}

// isOpening reports whether a quotation may open right behind r.
func isOpening(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{<«„“‘‚‹¿¡—–-/=\u200b", r)
}

func (s *smarter) doubleQuote(i int) {
	before, after := s.around(i, i+1)
	m := s.marks(i)
	mayOpen := !unicode.IsSpace(after)
	mayClose := !unicode.IsSpace(before)
	open := false
	switch {
	case mayOpen && !mayClose:
		open = true
	case mayClose && !mayOpen:
		if !s.double && unicode.IsDigit(before) {
			s.put(i, i+1, "″") // inches
			return
		}
	case before == '\'' || isOpening(before):
		open = !s.double || !unicode.IsPunct(after) || before == '(' || before == '['
	default:
		open = !s.double && !unicode.IsPunct(after) && !isWord(before)
		if !s.double && unicode.IsDigit(before) {
			s.put(i, i+1, "″")
			return
		}
	}
	if open {
		s.double = true
		s.put(i, i+1, m.Open)
		return
	}
	s.double = false
	s.put(i, i+1, m.Close)
}

func (s *smarter) singleQuote(i int) {
	before, after := s.around(i, i+1)
	m := s.marks(i)
	switch {
	case unicode.IsDigit(before) && feet(s.text[i+1:]):
		s.put(i, i+1, "′")
	case isWord(before) && isWord(after):
		s.put(i, i+1, "’")
	case isOpening(before) || before == '"':
		rest := s.text[i+1:]
		switch {
		case unicode.IsSpace(after) && !s.single, unicode.IsDigit(after), s.elided(rest), i >= s.lastSingle:
			s.put(i, i+1, "’") // an apostrophe: ’90s, ’tis
		case s.single && !isWord(after):
			s.single = false
			s.put(i, i+1, m.InnerClose)
		default:
			s.single = true
			s.put(i, i+1, m.InnerOpen)
		}
	case s.single:
		s.single = false
		s.put(i, i+1, m.InnerClose)
	case unicode.IsDigit(before) && !isWord(after):
		s.put(i, i+1, "′") // feet, minutes
	default:
		s.put(i, i+1, "’")
	}
}

// feet reports whether inches follow: 6".
func feet(rest string) bool {
	inches := strings.TrimLeft(rest[:min(len(rest), 4)], "0123456789")
	return len(inches) < min(len(rest), 4) && strings.HasPrefix(inches, `"`)
}

// elided reports whether an English word that begins with an apostrophe comes
// next.
func (s *smarter) elided(rest string) bool {
	if !s.english {
		return false
	}
	end := 0
	for end < len(rest) && end < 8 && (rest[end]|0x20 >= 'a' && rest[end]|0x20 <= 'z') {
		end++
	}
	switch strings.ToLower(rest[:end]) {
	case "tis", "twas", "twere", "twill", "em", "til", "cause", "n", "bout", "round":
		return true
	}
	return false
}

// apply makes the changes in the texts of a run. Leaf counts the leaves that
// are done; what is left of changes lies behind them.
func apply(run []document.Inline, f document.Flat, leaf *int, changes *[]change) []document.Inline {
	var out []document.Inline
	for _, n := range run {
		if *leaf < len(f.Leaves) && f.Leaves[*leaf].Node == n {
			start := f.Leaves[*leaf].Start
			*leaf++
			if t, ok := n.(*document.Text); ok {
				out = append(out, applyText(t, start, changes)...)
				continue
			}
		} else if c := document.Inside(n); c != nil {
			*c = apply(*c, f, leaf, changes)
		}
		out = append(out, n)
	}
	return out
}

// applyText cuts the text that begins at offset start of the run where it
// changes.
func applyText(t *document.Text, start int, changes *[]change) []document.Inline {
	end := start + len(t.Value)
	if len(*changes) == 0 || (*changes)[0].start >= end {
		return []document.Inline{t}
	}
	var out []document.Inline
	at := start
	for len(*changes) > 0 && (*changes)[0].start < end {
		c := (*changes)[0]
		*changes = (*changes)[1:]
		if c.start > at {
			out = append(out, cutText(t, at-start, c.start-start))
		}
		p := cutText(t, c.start-start, c.end-start)
		if p == t { // the whole text changes
			p = &document.Text{Attr: t.Attr}
		}
		p.Value = c.with
		out = append(out, p)
		at = c.end
	}
	if at < end {
		out = append(out, cutText(t, at-start, end-start))
	}
	return out
}

// smartText changes the punctuation of a string.
func (r *reading) smartText(s string) string {
	if s == "" || !r.smart {
		return s
	}
	return document.TextOf(smarten(document.Plain(s), r.language))
}
