package mathml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// attributes are those that matter for the meaning or the shape, with the form
// of their values.
var attributes = func() map[string]*regexp.Regexp {
	boolean := regexp.MustCompile(`^(true|false)$`)
	length := regexp.MustCompile(`^-?([0-9]+(\.[0-9]*)?|\.[0-9]+)(em|ex|px|pt|%)$`)
	short := regexp.MustCompile(`^.{0,8}$`)
	return map[string]*regexp.Regexp{
		"mathvariant": regexp.MustCompile(`^(normal|bold|italic|bold-italic|double-struck|script|bold-script|fraktur|bold-fraktur|sans-serif|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace)$`),
		"stretchy":    boolean, "fence": boolean, "separator": boolean, "largeop": boolean, "movablelimits": boolean,
		"symmetric": boolean, "accent": boolean, "accentunder": boolean, "displaystyle": boolean, "bevelled": boolean,
		"form":   regexp.MustCompile(`^(prefix|infix|postfix)$`),
		"lspace": length, "rspace": length, "minsize": length, "maxsize": length, "linethickness": length,
		"width": length, "height": length, "depth": length, "voffset": length,
		"columnalign": regexp.MustCompile(`^(left|center|right)( (left|center|right))*$`),
		"columnspan":  regexp.MustCompile(`^[1-9][0-9]{0,2}$`), "rowspan": regexp.MustCompile(`^[1-9][0-9]{0,2}$`),
		"open": short, "close": short, "separators": short,
		"notation": regexp.MustCompile(`^(longdiv|actuarial|radical|box|roundedbox|circle|left|right|top|bottom|updiagonalstrike|downdiagonalstrike|verticalstrike|horizontalstrike|madruwb)$`),
	}
}()

// allowed says on which elements an attribute may stand; those not named may
// stand on operators alone.
var allowed = map[string]string{
	"mathvariant": "mi mn mo ms mtext", "displaystyle": "math mstyle", "bevelled": "mfrac", "linethickness": "mfrac",
	"accent": "mover munderover mo", "accentunder": "munder munderover", "width": "mspace mpadded", "height": "mspace mpadded",
	"depth": "mspace mpadded", "voffset": "mpadded", "columnalign": "mtable mtr mtd", "columnspan": "mtd", "rowspan": "mtd",
	"open": "mfenced", "close": "mfenced", "separators": "mfenced", "notation": "menclose", "lspace": "mo mpadded",
}

// maxDepth bounds the nesting of formulas.
const maxDepth = 200

// Clean returns MathML reduced to presentation elements and harmless
// attributes. Annotations are dropped; the alternative text is the alttext of
// the source, else its TeX annotation, else its characters.
func Clean(source string, display bool) (string, error) {
	m, err := parse(source)
	if err != nil {
		return "", err
	}
	alt := m.alt
	for _, s := range []string{m.tex, m.characters, "…"} {
		if alt == "" {
			alt = s
		}
	}
	return math(m.formula.kids, alt, display), nil
}

// markup is a formula in MathML as it was read.
type markup struct {
	formula *node
	// alt is its alttext, tex what an annotation says in TeX, characters all
	// that it shows, parted by spaces.
	alt, tex, characters string
}

// parse reads MathML.
func parse(source string) (*markup, error) {
	d := xml.NewDecoder(strings.NewReader(source))
	d.Entity = entities
	root := &node{}
	stack := []*node{root}
	var alt, spoken, tex strings.Builder
	skip, annotated := 0, false
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("it is not well-formed: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if skip > 0 || name == "annotation" || name == "annotation-xml" {
				if skip == 0 && name == "annotation" {
					for _, a := range t.Attr {
						annotated = annotated || a.Name.Local == "encoding" && strings.Contains(strings.ToLower(a.Value), "tex")
					}
				}
				skip++
				continue
			}
			if name == "semantics" || name == "math" && len(stack) > 1 {
				// What remains of semantics is its first child; a formula may
				// stand in no other.
				name = "mrow"
			}
			n := &node{name: name}
			for _, a := range t.Attr {
				if name == "math" && a.Name.Local == "alttext" {
					alt.WriteString(strings.TrimSpace(a.Value))
				}
				if a.Name.Space == "" && permits(name, a.Name.Local, a.Value) {
					n.attrs = append(n.attrs, [2]string{a.Name.Local, a.Value})
				}
			}
			up := stack[len(stack)-1]
			up.kids = append(up.kids, n)
			if stack = append(stack, n); len(stack) > maxDepth {
				return nil, errors.New("it is nested too deeply")
			}
		case xml.EndElement:
			if skip > 0 {
				if skip--; skip == 0 {
					annotated = false
				}
				continue
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			s := strings.Join(strings.Fields(string(t)), " ")
			switch {
			case skip > 0:
				if annotated {
					tex.WriteString(s)
				}
			case s != "":
				n := stack[len(stack)-1]
				if elements[n.name] != holdsText {
					return nil, fmt.Errorf("there is text in the element %q", n.name)
				}
				n.text += s
				spoken.WriteString(s + " ")
			}
		}
	}
	if len(root.kids) != 1 || root.kids[0].name != "math" {
		return nil, errors.New("it is no single formula")
	}
	if err := root.kids[0].check(); err != nil {
		return nil, err
	}
	return &markup{root.kids[0], alt.String(), tex.String(), strings.TrimSpace(spoken.String())}, nil
}

func permits(element, attribute, value string) bool {
	form, ok := attributes[attribute]
	if !ok || !form.MatchString(value) {
		return false
	}
	where, ok := allowed[attribute]
	if !ok {
		where = "mo"
	}
	for name := range strings.FieldsSeq(where) {
		if name == element {
			return true
		}
	}
	return false
}

// entities are the named characters that formulas use most.
var entities = map[string]string{
	"InvisibleTimes": "\u2062", "it": "\u2062", "ApplyFunction": "\u2061", "af": "\u2061", "nbsp": "\u00a0",
	"PlusMinus": "±", "pm": "±", "times": "×", "minus": "−", "sdot": "⋅", "le": "≤", "ge": "≥", "ne": "≠",
	"infin": "∞", "sum": "∑", "int": "∫", "prod": "∏", "part": "∂", "nabla": "∇", "rarr": "→", "larr": "←",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π",
	"sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω", "theta": "θ", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
}
