package layout

import (
	"strings"
	"testing"
)

// TestFormulaText shows what is printed of formulas.
func TestFormulaText(t *testing.T) {
	for _, c := range []struct{ name, format, in, want string }{
		{"tex", "tex", `a^2`, `a^2`},
		{"operators", "mathml", `<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>`, `E = mc²`},
		{"fraction", "mathml", `<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>`, `(a + b)/2`},
		{"index", "mathml", `<math><msub><mi>x</mi><mn>10</mn></msub><mo>,</mo><msup><mi>x</mi><mi>n</mi></msup></math>`, `x₁₀, x^n`},
		{"root", "mathml", `<math><msqrt><mi>n</mi><mo>−</mo><mn>1</mn></msqrt></math>`, `√(n − 1)`},
		{"its own text", "mathml", `<math alttext="{\displaystyle x&lt;1}"><mi>x</mi></math>`, `x<1`},
		{"annotation", "mathml", `<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\bar x</annotation></semantics></math>`, `\bar x`},
		{"another annotation", "mathml", `<math><semantics><mi>x</mi><annotation encoding="text/plain">no</annotation></semantics></math>`, `x`},
		{"table", "mathml", `<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></math>`, `1 2 ; 3`},
		{"broken", "mathml", `<math><mi>a</mo> & <b`, `a&`},
		{"deep", "mathml", strings.Repeat("<mrow>", 100_000) + "a", `a`},
		{"no text", "mathml", `<math></math>`, `<math></math>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := formulaText(c.format, c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestFormulaAlt: what is heard of a formula is in words, if there are any.
func TestFormulaAlt(t *testing.T) {
	for _, c := range []struct{ format, in, language, want string }{
		{"tex", `a^2`, "en", "a squared"},
		{"tex", `a^2`, "de-AT", "a Quadrat"},
		{"tex", `a^2`, "pl", "a^2"},
		{"tex", `\nothing`, "en", `\nothing`},
		{"mathml", `<math><msqrt><mi>n</mi></msqrt></math>`, "fr", "la racine carrée de n"},
		{"mathml", `<math><msqrt><mi>n</mi></msqrt></math>`, "", "√n"},
	} {
		if got := formulaAlt(c.format, c.in, c.language); got != c.want {
			t.Errorf("%s in %q: got %q, want %q", c.in, c.language, got, c.want)
		}
	}
}
