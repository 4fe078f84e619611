package mathml

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Formulas in words, for who hears them: "x squared over 2". What stands above,
// below and under a root is told with its end where it is more than one thing,
// so that no two formulas sound alike (the aim of MathSpeak, Nemeth 2004, and
// of the rules of MathCAT).

// Spoken returns a formula, of the format "tex" or "mathml", in the words of a
// language (BCP 47), or "" where it or the language has signs that are not known
// here: words that are nearly right are worse than the source.
func Spoken(format, source, language string) string {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	words := vocabularies()[primary]
	if words == nil {
		return ""
	}
	var formula *node
	if format == "mathml" {
		m, err := parse(source)
		if err != nil {
			return ""
		}
		if prose(m.alt) {
			return m.alt // its author's own
		}
		formula = element("mrow", m.formula.kids...)
	} else {
		p := &parser{rest: strings.TrimSpace(source)}
		kids, err := p.list("")
		if err != nil {
			return ""
		}
		formula = element("mrow", kids...)
	}
	s := &speaker{words: words}
	text := strings.Join(strings.Fields(s.say(formula)), " ")
	if s.lost {
		return ""
	}
	for _, mark := range []string{",", ";"} {
		text = strings.ReplaceAll(text, " "+mark, mark)
	}
	return strings.TrimRight(strings.ReplaceAll(text, ",,", ","), ",")
}

// prose reports whether a text is in words and not in TeX.
func prose(s string) bool {
	return strings.Count(strings.TrimSpace(s), " ") > 0 && !strings.ContainsAny(s, `\{}^_=`) && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// speaker says one formula.
type speaker struct {
	words vocabulary
	lost  bool // there is something without words
}

// phrase fills the words of a construct, in which "{a}", "{b}" and "{c}" stand
// for its parts.
func (s *speaker) phrase(name string, parts ...string) string {
	p, ok := s.words[name]
	if !ok {
		s.lost = true
	}
	var pairs []string
	for i, part := range parts {
		pairs = append(pairs, "{"+string(rune('a'+i))+"}", part)
	}
	return strings.NewReplacer(pairs...).Replace(p)
}

// say returns the words of an element.
func (s *speaker) say(n *node) string {
	if n == nil {
		return ""
	}
	part := func(i int) *node { return n.kids[i] }
	switch n.name {
	case "mn", "mtext", "ms":
		return n.text
	case "mi":
		return s.letter(n)
	case "mo":
		return s.sign(n.text)
	case "mspace", "mphantom", "none":
		return ""
	case "mrow", "mstyle", "mpadded", "math", "mtd":
		return s.row(n.kids)
	case "mfenced":
		open, end := "(", ")"
		for _, a := range n.attrs {
			switch a[0] {
			case "open":
				open = a[1]
			case "close":
				end = a[1]
			}
		}
		var parts []string
		for _, k := range n.kids {
			parts = append(parts, s.say(k))
		}
		return s.sign(open) + " " + strings.Join(parts, ", ") + " " + s.sign(end)
	case "mfrac":
		for _, a := range n.attrs {
			if a[0] == "linethickness" && strings.Trim(a[1], "0.empxt%") == "" {
				return s.phrase("choose", s.say(part(0)), s.say(part(1)))
			}
		}
		if simple(part(0)) && simple(part(1)) {
			return s.phrase("over", s.say(part(0)), s.say(part(1)))
		}
		return s.phrase("fraction", s.say(part(0)), s.say(part(1)))
	case "msqrt":
		inside := element("mrow", n.kids...)
		return s.either("root", inside, s.say(inside))
	case "mroot":
		return s.either("nthroot", part(0), s.say(part(0)), s.say(part(1)))
	case "msup", "mover":
		if large(part(0)) {
			return s.phrase("to", s.say(part(0)), s.say(part(1)))
		}
		return s.above(part(0), part(1), n.name == "mover")
	case "msub", "munder":
		if large(part(0)) {
			return s.phrase("at", s.say(part(0)), s.say(part(1)))
		}
		return s.below(part(0), part(1))
	case "msubsup", "munderover":
		if large(part(0)) {
			return s.phrase("from", s.say(part(0)), s.say(part(1)), s.say(part(2)))
		}
		return s.power(s.below(part(0), part(1)), part(2))
	case "mtable":
		var rows []string
		for i, r := range n.kids {
			var cells []string
			for _, cell := range r.kids {
				if c := s.say(cell); c != "" {
					cells = append(cells, c)
				}
			}
			rows = append(rows, s.phrase("row", strconv.Itoa(i+1), strings.Join(cells, ", ")))
		}
		return s.phrase("rows", strconv.Itoa(len(n.kids)), strings.Join(rows, "; "))
	}
	s.lost = true
	return ""
}

func (s *speaker) row(kids []*node) string {
	var b strings.Builder
	for i, k := range kids {
		if k.name == "mo" && k.text == "−" && (i == 0 || kids[i-1].name == "mo" && !strings.Contains(")]}|!′", kids[i-1].text)) {
			b.WriteString(" " + s.phrase("negative"))
			continue
		}
		b.WriteString(" " + s.say(k))
		if large(k) { // with nothing around it
			b.WriteString(" " + s.phrase("of"))
		}
	}
	return strings.TrimSpace(b.String())
}

// either says a construct, with its end where what it covers is more than one
// thing.
func (s *speaker) either(name string, covered *node, parts ...string) string {
	if simple(covered) {
		return s.phrase(name, parts...)
	}
	return s.phrase(name+" end", parts...)
}

// letter says a letter or the name of a function.
func (s *speaker) letter(n *node) string {
	if w, ok := s.words[n.text]; ok {
		return w
	}
	for _, a := range n.attrs {
		if a[0] == "mathvariant" && (a[1] == "double-struck" || a[1] == "fraktur" || a[1] == "script") {
			return s.phrase(a[1], n.text)
		}
	}
	if r, size := utf8.DecodeRuneInString(n.text); size == len(n.text) && unicode.IsUpper(r) {
		if w, ok := s.words[string(unicode.ToLower(r))]; ok { // a capital of the Greek alphabet
			first, size := utf8.DecodeRuneInString(w)
			return string(unicode.ToUpper(first)) + w[size:]
		}
	}
	for _, r := range n.text {
		if !unicode.IsLetter(r) && r != ' ' || unicode.Is(unicode.Greek, r) || unicode.Is(unicode.Other_Math, r) {
			s.lost = true
		}
	}
	return n.text
}

// sign says an operator.
func (s *speaker) sign(text string) string {
	text = strings.TrimSpace(text)
	if base, ok := strings.CutSuffix(text, "\u0338"); ok {
		return s.phrase("not", s.sign(base))
	}
	switch text {
	case "", "\u2061", "\u2062", "\u2063", "\u2064": // are not seen either
		return ""
	case ",", ";":
		return text
	}
	return s.phrase(text)
}

// above says what stands behind or over a base, below what stands under it.
func (s *speaker) above(base, over *node, isOver bool) string {
	if isOver {
		if over.name == "mo" {
			if w, ok := s.words["over "+over.text]; ok && simple(base) {
				return strings.ReplaceAll(w, "{a}", s.say(base))
			}
		}
		s.lost = true
		return ""
	}
	return s.power(s.say(base), over)
}

func (s *speaker) power(base string, exponent *node) string {
	switch t := exponent.text; {
	case exponent.name == "mn" && t == "2":
		return s.phrase("squared", base)
	case exponent.name == "mn" && t == "3":
		return s.phrase("cubed", base)
	case exponent.name == "mo" && t != "" && strings.Trim(t, "′") == "":
		return base + strings.Repeat(" "+s.phrase("′"), utf8.RuneCountInString(t))
	case exponent.name == "mo" && (t == "∘" || t == "°"):
		return base + " " + s.phrase("°")
	case exponent.name == "mo":
		return base + " " + s.sign(t)
	}
	return s.either("power", exponent, base, s.say(exponent))
}

func (s *speaker) below(base, under *node) string {
	return s.either("sub", under, s.say(base), s.say(under))
}

// large reports whether an element is a sign that ranges over what follows: a
// sum, an integral, a limit.
func large(n *node) bool {
	return n.name == "mo" && n.text != "" && strings.Contains("∑∏∐∫∬∭∮⋃⋂", n.text) ||
		n.name == "mi" && strings.Contains(" lim max min sup inf ", " "+n.text+" ")
}

// simple reports whether an element needs no word for its end.
func simple(n *node) bool {
	switch n.name {
	case "mi", "mn", "mtext", "mo":
		return true
	case "msup", "msub":
		return simple(n.kids[0]) && len(n.kids[1].kids) == 0
	case "mrow", "mstyle", "mpadded":
		return len(n.kids) == 1 && simple(n.kids[0]) ||
			len(n.kids) == 2 && n.kids[0].name == "mo" && n.kids[0].text == "−" && simple(n.kids[1])
	}
	return false
}
