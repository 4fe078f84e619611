package mathml

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FromTeX translates a formula written in TeX: letters, numbers and signs,
// scripts, fractions, roots, accents, functions, brackets that grow, the usual
// symbols and alphabets, matrices and cases. Anything else is an error that
// names it; the package never guesses.
func FromTeX(source string, display bool) (string, error) {
	p := &parser{rest: strings.TrimSpace(source), display: display}
	if p.rest == "" {
		return "", errors.New("it is empty")
	}
	kids, err := p.list("")
	if err != nil {
		return "", err
	}
	return math(kids, strings.Join(strings.Fields(source), " "), display), nil
}

type parser struct {
	rest    string
	display bool
	depth   int
	variant string // of letters, set by \mathbf and the like
}

// next returns the next piece of source: a command with its backslash, or one
// character; "" at the end.
func (p *parser) next() string {
	t := p.peek()
	p.space()
	p.rest = p.rest[len(t):]
	return t
}

func (p *parser) space() {
	for {
		p.rest = strings.TrimLeft(p.rest, " \t\r\n")
		if !strings.HasPrefix(p.rest, "%") {
			return
		}
		_, p.rest, _ = strings.Cut(p.rest, "\n")
	}
}

func (p *parser) peek() string {
	p.space()
	if p.rest == "" {
		return ""
	}
	_, n := utf8.DecodeRuneInString(p.rest)
	if p.rest[0] != '\\' {
		return p.rest[:n]
	}
	i := 1
	for i < len(p.rest) && (p.rest[i] >= 'a' && p.rest[i] <= 'z' || p.rest[i] >= 'A' && p.rest[i] <= 'Z') {
		i++
	}
	if i == 1 {
		_, n := utf8.DecodeRuneInString(p.rest[1:])
		i += n
	}
	return p.rest[:i]
}

// list reads up to the token that ends it, which is taken; "" is the end of
// the source.
func (p *parser) list(end string) ([]*node, error) {
	var kids []*node
	for {
		t := p.peek()
		switch {
		case t == end:
			p.next()
			return kids, nil
		case t == "":
			return nil, fmt.Errorf("%q is missing", end)
		case t == "}" || t == "&" || t == `\\` || t == `\right` || t == `\end`:
			return nil, fmt.Errorf("%q stands alone", t)
		}
		n, err := p.scripted()
		if err != nil {
			return nil, err
		}
		if n != nil {
			kids = append(kids, n)
		}
	}
}

// scripted reads an atom and the scripts behind it.
func (p *parser) scripted() (*node, error) {
	base, limits, err := p.atom()
	if err != nil {
		return nil, err
	}
	var sub, sup *node
	for {
		t := p.peek()
		switch {
		case t == "_" || t == "^":
			p.next()
			n, err := p.argument()
			if err != nil {
				return nil, err
			}
			if t == "_" && sub == nil {
				sub = n
			} else if t == "^" && sup == nil {
				sup = n
			} else {
				return nil, fmt.Errorf("there are two scripts with %q", t)
			}
			continue
		case t == "'":
			primes := ""
			for p.peek() == "'" {
				p.next()
				primes += "′"
			}
			if sup != nil {
				return nil, errors.New("a prime stands behind an exponent")
			}
			sup = token("mo", primes)
			if p.peek() == "^" {
				p.next()
				n, err := p.argument()
				if err != nil {
					return nil, err
				}
				sup = element("mrow", sup, n)
			}
			continue
		case t == `\limits`:
			p.next()
			limits = true
			continue
		case t == `\nolimits`:
			p.next()
			limits = false
			continue
		}
		break
	}
	if sub == nil && sup == nil {
		return base, nil
	}
	if base == nil {
		base = element("mrow")
	}
	names := [3]string{"msub", "msup", "msubsup"}
	if limits {
		names = [3]string{"munder", "mover", "munderover"}
	}
	switch {
	case sup == nil:
		return element(names[0], base, sub), nil
	case sub == nil:
		return element(names[1], base, sup), nil
	}
	return element(names[2], base, sub, sup), nil
}

// argument reads what a command or a script applies to: a group or one token.
func (p *parser) argument() (*node, error) {
	if p.peek() == "" {
		return nil, errors.New("something is missing at the end")
	}
	if p.peek() == "{" {
		p.next()
		kids, err := p.nested("}")
		if err != nil {
			return nil, err
		}
		return row(kids), nil
	}
	if c := p.peek(); c[0] >= '0' && c[0] <= '9' { // one digit only
		p.next()
		return token("mn", c), nil
	}
	if p.depth++; p.depth > maxDepth/2 {
		return nil, errors.New("it is nested too deeply")
	}
	n, _, err := p.atom()
	p.depth--
	if err == nil && n == nil {
		err = errors.New("something is missing")
	}
	return n, err
}

func (p *parser) nested(end string) ([]*node, error) {
	if p.depth++; p.depth > maxDepth/2 {
		return nil, errors.New("it is nested too deeply")
	}
	kids, err := p.list(end)
	p.depth--
	return kids, err
}

// atom reads one thing without its scripts; limits says that these stand above
// and below it. A space may be nil.
func (p *parser) atom() (n *node, limits bool, err error) {
	t := p.peek()
	c, _ := utf8.DecodeRuneInString(t)
	switch {
	case t == "":
		return nil, false, errors.New("something is missing at the end")
	case t == "{":
		p.next()
		kids, err := p.nested("}")
		return row(kids), false, err
	case t[0] == '\\':
		p.next()
		return p.command(t[1:])
	case c >= '0' && c <= '9' || c == '.' && len(p.rest) > 1 && p.rest[1] >= '0' && p.rest[1] <= '9':
		i := 1
		for i < len(p.rest) && (p.rest[i] >= '0' && p.rest[i] <= '9' || (p.rest[i] == '.' && i+1 < len(p.rest) && p.rest[i+1] >= '0' && p.rest[i+1] <= '9')) {
			i++
		}
		s := p.rest[:i]
		p.rest = p.rest[i:]
		return p.styled("mn", s), false, nil
	case t == "_" || t == "^":
		return nil, false, nil // a script without a base
	case t == "~":
		p.next()
		return spaceOf("0.33em"), false, nil
	case t == "#" || t == "$" || t == "&" || t == "}":
		return nil, false, fmt.Errorf("%q is not understood", t)
	}
	p.next()
	switch {
	case unicode.IsLetter(c):
		return p.styled("mi", t), false, nil
	case t == "-":
		return token("mo", "−"), false, nil
	case t == "*":
		return token("mo", "∗"), false, nil
	case strings.Contains("()[]|", t):
		return token("mo", t, [2]string{"stretchy", "false"}), false, nil
	case unicode.IsPunct(c) || unicode.IsSymbol(c):
		return token("mo", t), false, nil
	}
	return nil, false, fmt.Errorf("the character %q is not understood", t)
}

// styled returns letters or figures in the alphabet that is in force.
func (p *parser) styled(name, s string) *node {
	if p.variant == "" {
		return token(name, s)
	}
	return token(name, s, [2]string{"mathvariant", p.variant})
}

func spaceOf(width string) *node { return &node{name: "mspace", attrs: [][2]string{{"width", width}}} }
