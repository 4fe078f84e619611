// Package mathml makes formulas that reading systems can show: it cleans MathML
// that came with a text ([Clean]) and translates simple TeX ([FromTeX]).
//
// Both return one math element with the formula's source as alternative text,
// or an error that says what could not be understood: a formula that is nearly
// right is worse than its source.
package mathml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

const namespace = "http://www.w3.org/1998/Math/MathML"

// elements are those of presentation MathML (MathML Core and the common ones
// of MathML 3).
var elements = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror
		mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts
		mprescripts none mtable mtr mlabeledtr mtd`) {
		m[name] = true
	}
	return m
}()

// attributes are those that matter for the meaning or the shape.
var attributes = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`mathvariant stretchy fence separator form lspace rspace accent accentunder
		linethickness columnalign rowalign columnspan rowspan displaystyle scriptlevel open close separators
		notation width height depth voffset minsize maxsize largeop movablelimits symmetric bevelled`) {
		m[name] = true
	}
	return m
}()

// Clean returns MathML reduced to presentation elements and harmless
// attributes.
func Clean(source string, display bool) (string, error) {
	d := xml.NewDecoder(strings.NewReader(source))
	d.Entity = entities
	var b, alt strings.Builder
	var open []string
	skip, roots, depth := 0, 0, 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", fmt.Errorf("it is not well-formed: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if depth == 0 {
				if name != "math" {
					return "", fmt.Errorf("its root is %q", name)
				}
				roots++
			}
			if depth++; depth > 200 {
				return "", errors.New("it is nested too deeply")
			}
			switch {
			case skip > 0 || name == "annotation" || name == "annotation-xml" || name == "math" && depth > 1:
				skip++
				open = append(open, "-")
				continue
			case name == "semantics" || name == "maction":
				open = append(open, "") // its first child remains
				continue
			case !elements[name]:
				return "", fmt.Errorf("it holds the element %q", name)
			}
			open = append(open, name)
			if depth == 1 {
				continue // written at the end
			}
			b.WriteString("<" + name)
			for _, a := range t.Attr {
				if a.Name.Space == "" && attributes[a.Name.Local] {
					b.WriteString(" " + a.Name.Local + `="` + escape(a.Value) + `"`)
				}
			}
			b.WriteString(">")
		case xml.EndElement:
			name := open[len(open)-1]
			open = open[:len(open)-1]
			depth--
			switch name {
			case "-":
				skip--
			case "":
			default:
				if depth > 0 {
					b.WriteString("</" + name + ">")
				}
			}
		case xml.CharData:
			if skip == 0 && depth > 0 {
				s := strings.Join(strings.Fields(string(t)), " ")
				b.WriteString(escape(s))
				if s != "" {
					alt.WriteString(s + " ")
				}
			}
		}
	}
	if roots != 1 {
		return "", errors.New("it holds no formula")
	}
	return element(b.String(), strings.TrimSpace(alt.String()), display), nil
}

// element returns the math element around content.
func element(content, alt string, display bool) string {
	mode := ""
	if display {
		mode = ` display="block"`
	}
	if alt == "" {
		alt = "…"
	}
	return `<math xmlns="` + namespace + `"` + mode + ` alttext="` + escape(alt) + `">` + content + `</math>`
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }

// entities are the named characters that formulas use most.
var entities = map[string]string{
	"InvisibleTimes": "\u2062", "it": "\u2062", "ApplyFunction": "\u2061", "af": "\u2061", "nbsp": "\u00a0",
	"PlusMinus": "±", "pm": "±", "times": "×", "minus": "−", "sdot": "⋅", "le": "≤", "ge": "≥", "ne": "≠",
	"infin": "∞", "sum": "∑", "int": "∫", "prod": "∏", "part": "∂", "nabla": "∇", "rarr": "→", "larr": "←",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π",
	"sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω", "theta": "θ", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
}
