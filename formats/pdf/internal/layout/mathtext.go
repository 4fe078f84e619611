package layout

import (
	"strings"

	"github.com/quirepress/quire/formats/internal/mathml"
	"golang.org/x/net/html"
)

// A formula is printed as a line of text: TeX as it was written, MathML as the
// text it carries for those who cannot see it (MathML Core, 2.1.3 "alttext", and
// MathML 3, 5.1 "annotation"), or else as its own characters, with the signs
// that a line needs for what stands above and below: a², x/y, √(n).

// formulaText returns what is printed of a formula.
func formulaText(format, source string) string {
	if format != "mathml" {
		return source
	}
	root := parseFormula(source)
	if s := root.spoken(); s != "" {
		return s
	}
	if s := strings.Join(strings.Fields(root.text()), " "); s != "" {
		return s
	}
	return source
}

// formulaAlt returns a formula in words for who cannot see it, or what is printed
// if there are none.
func formulaAlt(format, source, lang string) string {
	if s := mathml.Spoken(format, source, lang); s != "" {
		return s
	}
	return formulaText(format, source)
}

// formulaNode is an element of MathML, or text where it has no name.
type formulaNode struct {
	name     string
	data     string
	alt      string // of the element math
	encoding string // of an annotation
	children []*formulaNode
}

// parseFormula reads markup, of which nothing needs to be well formed.
func parseFormula(source string) *formulaNode {
	const deepest = 60 // elements; what is deeper is put on the level above
	root := &formulaNode{name: "mrow"}
	open := []*formulaNode{root}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return root
		}
		tok := z.Token()
		top := open[len(open)-1]
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			if len(open) > deepest {
				continue
			}
			n := &formulaNode{name: tok.Data}
			for _, a := range tok.Attr {
				switch a.Key {
				case "alttext":
					n.alt = a.Val
				case "encoding":
					n.encoding = a.Val
				}
			}
			top.children = append(top.children, n)
			if kind == html.StartTagToken {
				open = append(open, n)
			}
		case html.EndTagToken:
			for i := len(open) - 1; i > 0; i-- {
				if open[i].name == tok.Data {
					open = open[:i]
					break
				}
			}
		case html.TextToken:
			if s := strings.Join(strings.Fields(tok.Data), " "); s != "" {
				top.children = append(top.children, &formulaNode{data: s})
			}
		}
	}
}

// spoken returns the text that the formula gives for itself, or "".
func (n *formulaNode) spoken() string {
	if s := plainTeX(n.alt); s != "" {
		return s
	}
	if n.name == "annotation" && strings.EqualFold(n.encoding, "application/x-tex") {
		return plainTeX(n.text())
	}
	for _, c := range n.children {
		if s := c.spoken(); s != "" {
			return s
		}
	}
	return ""
}

// plainTeX takes off what only says how large a formula is set.
func plainTeX(s string) string {
	s = strings.TrimSpace(s)
	for _, style := range []string{`{\displaystyle`, `{\textstyle`} {
		if rest, ok := strings.CutPrefix(s, style); ok && strings.HasSuffix(rest, "}") {
			return strings.TrimSpace(strings.TrimSuffix(rest, "}"))
		}
	}
	return s
}

// text writes the formula in a line.
func (n *formulaNode) text() string {
	part := func(i int) string {
		if i < len(n.children) {
			return n.children[i].text()
		}
		return ""
	}
	switch n.name {
	case "":
		return n.data
	case "semantics":
		return part(0)
	case "annotation-xml", "mphantom", "none", "mprescripts":
		return ""
	case "mspace":
		return " "
	case "mfrac":
		return grouped(part(0)) + "/" + grouped(part(1))
	case "msup", "mover":
		return part(0) + raised(part(1), "^", superior)
	case "msub", "munder":
		return part(0) + raised(part(1), "_", inferior)
	case "msubsup", "munderover":
		return part(0) + raised(part(1), "_", inferior) + raised(part(2), "^", superior)
	case "msqrt":
		return "√" + grouped(n.run())
	case "mroot":
		return raised(part(1), "", superior) + "√" + grouped(part(0))
	case "mfenced":
		var parts []string
		for _, c := range n.children {
			parts = append(parts, c.text())
		}
		return "(" + strings.Join(parts, ", ") + ")"
	case "mo":
		if s := n.run(); strings.Contains(spaced, s) && s != "" {
			return " " + s + " "
		} else if s == "," || s == ";" {
			return s + " "
		} else {
			return s
		}
	case "mtext":
		return " " + n.run() + " "
	case "mtd":
		return n.run() + " "
	case "mtr", "mlabeledtr":
		return n.run() + "; "
	case "mtable":
		return strings.TrimRight(n.run(), "; ")
	}
	return n.run()
}

func (n *formulaNode) run() string {
	var b strings.Builder
	for _, c := range n.children {
		b.WriteString(c.text())
	}
	return b.String()
}

// spaced are the operators with room around them.
const spaced = "=≠<>≤≥≈≡∼≅∝∈∉⊂⊆⊃⊇∪∩+−-±∓×÷·∧∨→⇒⇔↔↦←:="

const (
	superior = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹"
	inferior = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉"
)

// grouped puts parentheses around what is more than one sign.
func grouped(s string) string {
	s = strings.TrimSpace(s)
	if strings.ContainsAny(s, " /^_") {
		return "(" + s + ")"
	}
	return s
}

// raised writes what stands above or below: in digits of that kind, or behind a
// mark.
func raised(s, mark, digits string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(digits, r)
		if r < '0' || r > '9' || i < 0 {
			return mark + grouped(s)
		}
		d := []rune(digits[i+1:])[0]
		b.WriteRune(d)
	}
	return b.String()
}
