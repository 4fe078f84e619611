// Package mathml makes formulas that reading systems can show: it cleans MathML
// that came with a text ([Clean]) and translates simple TeX ([FromTeX]). It also
// says them in words ([Spoken]).
//
// Clean and FromTeX return one math element with the formula's source as
// alternative text, or an error that says what could not be understood: a
// formula that is nearly right is worse than its source.
package mathml

import (
	"fmt"
	"strings"
)

const namespace = "http://www.w3.org/1998/Math/MathML"

// node is an element of presentation MathML.
type node struct {
	name  string
	attrs [][2]string
	kids  []*node
	text  string // of a token element
}

func element(name string, kids ...*node) *node { return &node{name: name, kids: kids} }

func token(name, text string, attrs ...[2]string) *node {
	return &node{name: name, text: text, attrs: attrs}
}

// row returns one node for many.
func row(kids []*node) *node {
	if len(kids) == 1 {
		return kids[0]
	}
	return element("mrow", kids...)
}

// math writes the formula whose content is kids.
func math(kids []*node, alt string, display bool) string {
	var b strings.Builder
	b.WriteString(`<math xmlns="` + namespace + `"`)
	if display {
		b.WriteString(` display="block"`)
	}
	b.WriteString(` alttext="` + escape(alt) + `">`)
	for _, k := range kids {
		k.write(&b)
	}
	b.WriteString("</math>")
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		b.WriteString(" " + a[0] + `="` + escape(a[1]) + `"`)
	}
	if n.text == "" && len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">" + escape(n.text))
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }

// kind says what an element holds.
type kind int

const (
	holdsAny  kind = iota // any number of elements
	holdsText             // characters: a token
	holdsRows             // rows of a table
	holdsCells
	holdsScripts // a base and pairs of scripts
	holdsNothing
	// holdsExactly + n: n elements.
	holdsExactly
)

// elements are those of presentation MathML (MathML 3, 3; MathML Core) that
// say no more than they show.
var elements = map[string]kind{
	"math": holdsAny, "mrow": holdsAny, "msqrt": holdsAny, "mstyle": holdsAny, "merror": holdsAny,
	"mpadded": holdsAny, "mphantom": holdsAny, "mfenced": holdsAny, "menclose": holdsAny, "mtd": holdsAny,
	"mi": holdsText, "mn": holdsText, "mo": holdsText, "ms": holdsText, "mtext": holdsText,
	"mspace": holdsNothing, "none": holdsNothing, "mprescripts": holdsNothing,
	"mtable": holdsRows, "mtr": holdsCells, "mmultiscripts": holdsScripts,
	"mfrac": holdsExactly + 2, "mroot": holdsExactly + 2, "msub": holdsExactly + 2, "msup": holdsExactly + 2,
	"munder": holdsExactly + 2, "mover": holdsExactly + 2,
	"msubsup": holdsExactly + 3, "munderover": holdsExactly + 3,
}

// check reports an element that holds what it may not.
func (n *node) check() error {
	k, ok := elements[n.name]
	if !ok {
		return fmt.Errorf("it holds the element %q", n.name)
	}
	bad := func() error { return fmt.Errorf("the element %q holds %d parts", n.name, len(n.kids)) }
	switch {
	case k == holdsText || k == holdsNothing:
		if len(n.kids) > 0 {
			return bad()
		}
	case k > holdsExactly && len(n.kids) != int(k-holdsExactly):
		return bad()
	case k == holdsScripts:
		return n.checkScripts()
	}
	for _, kid := range n.kids {
		inside := kid.name
		switch {
		case k == holdsRows && inside != "mtr", k == holdsCells && inside != "mtd",
			k != holdsRows && inside == "mtr", k != holdsCells && inside == "mtd",
			inside == "none" || inside == "mprescripts":
			return fmt.Errorf("the element %q holds %q", n.name, inside)
		}
		if err := kid.check(); err != nil {
			return err
		}
	}
	return nil
}

// checkScripts checks mmultiscripts: a base, pairs of scripts, and after
// mprescripts more pairs.
func (n *node) checkScripts() error {
	count, pre := -1, false
	for i, kid := range n.kids {
		switch {
		case kid.name == "mprescripts":
			if pre || i == 0 || count%2 != 0 {
				return fmt.Errorf("the element %q has scripts that do not pair", n.name)
			}
			pre, count = true, 0
			continue
		case kid.name == "none" && i > 0:
		default:
			if err := kid.check(); err != nil {
				return err
			}
		}
		count++
	}
	if count < 0 || count%2 != 0 {
		return fmt.Errorf("the element %q has scripts that do not pair", n.name)
	}
	return nil
}
