package mathml

import (
	"strings"
	"testing"
)

// TestSpoken reads formulas aloud.
func TestSpoken(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"en", `x^2+y_1=\frac{a}{b}`, "x squared plus y sub 1 equals a over b"},
		{"de", `x^2+y_1=\frac{a}{b}`, "x Quadrat plus y Index 1 gleich a durch b"},
		{"fr-CA", `x^2+y_1=\frac{a}{b}`, "x au carré plus y indice 1 égale a sur b"},
		{"en-GB", `\frac{x^2}{2}`, "x squared over 2"},
		{"en", `\frac{a+b}{2}`, "the fraction a plus b over 2, end of fraction"},
		{"en", `\frac{a+b}{2}+c`, "the fraction a plus b over 2, end of fraction, plus c"},
		{"en", `\sqrt{2} < \sqrt{a+b} \le 3`, "the square root of 2 is less than the square root of a plus b, end of root, is less than or equal to 3"},
		{"en", `\sqrt[3]{x}`, "the root of order 3 of x"},
		{"en", `x^{n+1} y`, "x to the power n plus 1, end of power, y"},
		{"en", `10^{-3}`, "10 to the power minus 3"},
		{"en", `x_i^3`, "x sub i cubed"},
		{"en", `\int_0^1 f(x)\,dx`, "the integral from 0 to 1 of f open parenthesis x close parenthesis d x"},
		{"de", `\sum_{i=1}^{n} i`, "die Summe von i gleich 1 bis n von i"},
		{"en", `\sum a`, "the sum of a"},
		{"fr", `\lim_{n\to\infty} a_n = \Delta`, "la limite pour n vers l’infini de a indice n égale Delta"},
		{"en", `f'(x) = -\vec{v}`, "f prime open parenthesis x close parenthesis equals minus vector v"},
		{"en", `\binom{n}{k} \not= \mathbb{R}`, "open parenthesis n choose k close parenthesis not equals double-struck R"},
		{"en", `\begin{matrix} a & b \\ c & d \end{matrix}`, "2 rows: row 1: a, b; row 2: c, d; end of rows"},
		{"en", `90^\circ \text{ and more}`, "90 degrees and more"},
		{"en", `\sin\alpha, |x|`, "sine alpha, vertical bar x vertical bar"},
		// What has no words is left as it was written.
		{"en", `\overbrace{a+b}^{c}`, ""},
		{"en", `a \rightleftharpoons b`, ""},
		{"en", `\unknown{x}`, ""},
		{"pl", `x^2`, ""},
		{"", `x^2`, ""},
		{"en", strings.Repeat("{", 100_000), ""},
	} {
		if got := Spoken("tex", c.in, c.language); got != c.want {
			t.Errorf("%s: %.60s: got %q, want %q", c.language, c.in, got, c.want)
		}
	}
}

// TestSpokenMathML reads markup, which may say for itself what it means.
func TestSpokenMathML(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<math><mi>E</mi><mo>=</mo><mi>m</mi><mo>&#x2062;</mo><msup><mi>c</mi><mn>2</mn></msup></math>`, "E equals m c squared"},
		{`<math alttext="the mass of a body"><mi>m</mi></math>`, "the mass of a body"},
		{`<math alttext="{\displaystyle x^2}"><msup><mi>x</mi><mn>2</mn></msup></math>`, "x squared"},
		{`<math><mfenced open="[" close="]"><mi>a</mi><mi>b</mi></mfenced></math>`, "open bracket a, b close bracket"},
		{`<math><mi>x</mo></math>`, ""},
	} {
		if got := Spoken("mathml", c.in, "en"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}

// TestVocabularies: every language has words for whatever one has.
func TestVocabularies(t *testing.T) {
	all := vocabularies()
	for key, en := range all["en"] {
		for language, words := range all {
			w := words[key]
			if w == "" {
				t.Errorf("%s: there is no word for %q", language, key)
			}
			for _, part := range []string{"{a}", "{b}", "{c}"} {
				if strings.Contains(en, part) != strings.Contains(w, part) {
					t.Errorf("%s: %q says %q, which leaves out %s", language, key, w, part)
				}
			}
		}
	}
}
