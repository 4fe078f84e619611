package mathml

import (
	"errors"
	"fmt"
	"strings"
)

// command reads what stands behind a command's name.
func (p *parser) command(name string) (n *node, limits bool, err error) {
	if s, ok := symbols[name]; ok {
		return token(s.element, s.text), false, nil
	}
	if s, ok := largeOperators[name]; ok {
		return token("mo", s), p.display && !strings.HasSuffix(name, "int"), nil
	}
	if functions[name] {
		limited := strings.HasPrefix(name, "lim") || name == "max" || name == "min" || name == "sup" || name == "inf" || name == "gcd" || name == "det" || name == "Pr"
		return token("mi", strings.Replace(strings.Replace(name, "limsup", "lim sup", 1), "liminf", "lim inf", 1)), limited && p.display, nil
	}
	if a, ok := accents[name]; ok {
		n, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		mark := token("mo", a.text, [2]string{"stretchy", a.stretchy})
		e := element("mover", n, mark)
		e.attrs = [][2]string{{"accent", "true"}}
		if a.under {
			e.name, e.attrs = "munder", [][2]string{{"accentunder", "true"}}
		}
		return e, a.brace, nil
	}
	if v, ok := alphabets[name]; ok {
		before := p.variant
		p.variant = v
		n, err := p.argument()
		p.variant = before
		return n, false, err
	}
	if width, ok := spaces[name]; ok {
		return spaceOf(width), false, nil
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac", "binom":
		a, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		b, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		n := element("mfrac", a, b)
		if name == "binom" {
			n.attrs = [][2]string{{"linethickness", "0em"}}
			n = element("mrow", token("mo", "("), n, token("mo", ")"))
		}
		return n, false, nil
	case "sqrt":
		var index []*node
		if p.peek() == "[" {
			p.next()
			if index, err = p.nested("]"); err != nil {
				return nil, false, err
			}
		}
		n, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		if index != nil {
			return element("mroot", n, row(index)), false, nil
		}
		return element("msqrt", n), false, nil
	case "text", "textrm", "mbox", "textit", "textbf", "operatorname", "mathrm":
		return p.words(name)
	case "left":
		return p.fence()
	case "overset", "stackrel", "underset":
		over, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		base, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		if name == "underset" {
			return element("munder", base, over), false, nil
		}
		return element("mover", base, over), false, nil
	case "begin":
		n, err := p.environment()
		return n, false, err
	case "displaystyle", "textstyle", "limits", "nolimits", "notag", "nonumber", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr":
		return nil, false, nil // sizes are the reading system's
	case "pmod":
		n, err := p.argument()
		if err != nil {
			return nil, false, err
		}
		return element("mrow", spaceOf("1em"), token("mo", "("), token("mi", "mod"), spaceOf("0.33em"), n, token("mo", ")")), false, nil
	case "not":
		n, err := p.argument()
		if err == nil && (n.name != "mo" || n.text == "") {
			err = errors.New(`\not stands before what cannot be struck out`)
		}
		if err != nil {
			return nil, false, err
		}
		n.text += "\u0338"
		return n, false, nil
	}
	return nil, false, fmt.Errorf("the command \\%s is not understood", name)
}

// words reads the plain text of \text and its like.
func (p *parser) words(name string) (*node, bool, error) {
	p.space()
	if !strings.HasPrefix(p.rest, "{") {
		n, err := p.argument()
		if err == nil && n.name == "mi" {
			n.attrs = [][2]string{{"mathvariant", "normal"}}
		}
		return n, false, err
	}
	text, rest, ok := strings.Cut(p.rest[1:], "}")
	if !ok || strings.ContainsAny(text, `\{$`) {
		return nil, false, fmt.Errorf("the text of \\%s is not plain", name)
	}
	p.rest = rest
	switch name {
	case "operatorname":
		return token("mi", strings.TrimSpace(text)), false, nil
	case "mathrm":
		return token("mi", strings.TrimSpace(text), [2]string{"mathvariant", "normal"}), false, nil
	case "textit":
		return token("mtext", text, [2]string{"mathvariant", "italic"}), false, nil
	case "textbf":
		return token("mtext", text, [2]string{"mathvariant", "bold"}), false, nil
	}
	// Spaces at the ends count, and XML would drop them.
	return token("mtext", strings.ReplaceAll(text, " ", "\u00a0")), false, nil
}

// delimiter reads one behind \left or \right; "" for the dot that shows none.
func (p *parser) delimiter() (string, error) {
	t := p.next()
	if t == "." {
		return "", nil
	}
	if d, ok := delimiters[t]; ok {
		return d, nil
	}
	return "", fmt.Errorf("%q is no bracket", t)
}

// fence reads from \left to \right.
func (p *parser) fence() (*node, bool, error) {
	open, err := p.delimiter()
	if err != nil {
		return nil, false, err
	}
	kids, err := p.nested(`\right`)
	if err != nil {
		return nil, false, err
	}
	closing, err := p.delimiter()
	if err != nil {
		return nil, false, err
	}
	if open != "" {
		kids = append([]*node{token("mo", open, [2]string{"fence", "true"}, [2]string{"form", "prefix"}, [2]string{"stretchy", "true"})}, kids...)
	}
	if closing != "" {
		kids = append(kids, token("mo", closing, [2]string{"fence", "true"}, [2]string{"form", "postfix"}, [2]string{"stretchy", "true"}))
	}
	return element("mrow", kids...), false, nil
}

// environment reads a matrix, cases or aligned lines.
func (p *parser) environment() (*node, error) {
	name, ok := p.name()
	brackets, known := environments[strings.TrimSuffix(name, "*")]
	if !ok || !known {
		return nil, fmt.Errorf("the environment %q is not understood", name)
	}
	if name == "array" {
		p.space()
		if columns, rest, ok := strings.Cut(p.rest, "}"); ok && strings.Trim(columns, "{lcr| ") == "" {
			p.rest = rest
		}
	}
	if p.depth++; p.depth > maxDepth/4 {
		return nil, errors.New("it is nested too deeply")
	}
	defer func() { p.depth-- }()
	table := &node{name: "mtable"}
	line, cell := &node{name: "mtr"}, &node{name: "mtd"}
	end := func(last bool) {
		if last && len(line.kids) == 0 && len(cell.kids) == 0 {
			return
		}
		line.kids = append(line.kids, cell)
		table.kids = append(table.kids, line)
		line, cell = &node{name: "mtr"}, &node{name: "mtd"}
	}
	for {
		switch t := p.peek(); t {
		case "":
			return nil, fmt.Errorf(`\end{%s} is missing`, name)
		case "&":
			p.next()
			line.kids = append(line.kids, cell)
			cell = &node{name: "mtd"}
		case `\\`:
			p.next()
			end(false)
		case `\hline`:
			p.next()
		case `\end`:
			p.next()
			if closing, _ := p.name(); closing != name {
				return nil, fmt.Errorf(`\end{%s} closes \begin{%s}`, closing, name)
			}
			end(true)
			if strings.HasPrefix(name, "align") || name == "split" {
				table.attrs = [][2]string{{"columnalign", "right left"}}
			} else if name == "cases" {
				table.attrs = [][2]string{{"columnalign", "left"}}
			}
			var kids []*node
			if brackets[0] != "" {
				kids = append(kids, token("mo", brackets[0], [2]string{"fence", "true"}, [2]string{"stretchy", "true"}))
			}
			kids = append(kids, table)
			if brackets[1] != "" {
				kids = append(kids, token("mo", brackets[1], [2]string{"fence", "true"}, [2]string{"stretchy", "true"}))
			}
			return row(kids), nil
		case "}", `\right`:
			return nil, fmt.Errorf("%q stands alone", t)
		default:
			n, err := p.scripted()
			if err != nil {
				return nil, err
			}
			if n != nil {
				cell.kids = append(cell.kids, n)
			}
		}
	}
}

// name reads a name in braces.
func (p *parser) name() (string, bool) {
	p.space()
	if !strings.HasPrefix(p.rest, "{") {
		return "", false
	}
	name, rest, ok := strings.Cut(p.rest[1:], "}")
	if ok {
		p.rest = rest
	}
	return name, ok
}
