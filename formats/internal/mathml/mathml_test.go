package mathml

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// inner returns the content of the math element.
func inner(t *testing.T, s string) string {
	t.Helper()
	begin := strings.Index(s, ">") + 1
	return strings.TrimSuffix(s[begin:], "</math>")
}

func TestFromTeX(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`x`, `<mi>x</mi>`},
		{`x^2`, `<msup><mi>x</mi><mn>2</mn></msup>`},
		{`x_i^{2n}`, `<msubsup><mi>x</mi><mi>i</mi><mrow><mn>2</mn><mi>n</mi></mrow></msubsup>`},
		{`x^12`, `<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>`},
		{`3.14 - a`, `<mn>3.14</mn><mo>−</mo><mi>a</mi>`},
		{`\frac{a}{b}`, `<mfrac><mi>a</mi><mi>b</mi></mfrac>`},
		{`\frac12`, `<mfrac><mn>1</mn><mn>2</mn></mfrac>`},
		{`\sqrt[3]{x}`, `<mroot><mi>x</mi><mn>3</mn></mroot>`},
		{`\alpha \le \infty`, `<mi>α</mi><mo>≤</mo><mi>∞</mi>`},
		{`f'`, `<msup><mi>f</mi><mo>′</mo></msup>`},
		{`\sin x`, `<mi>sin</mi><mi>x</mi>`},
		{`\mathbb{R}`, `<mi mathvariant="double-struck">R</mi>`},
		{`\text{if }x`, "<mtext>if\u00a0</mtext><mi>x</mi>"},
		{`\left(\frac{1}{2}\right)`, `<mrow><mo fence="true" form="prefix" stretchy="true">(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo fence="true" form="postfix" stretchy="true">)</mo></mrow>`},
		{`\hat{x}`, `<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>`},
		{`\begin{pmatrix}a&b\\c&d\end{pmatrix}`, `<mrow><mo fence="true" stretchy="true">(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo fence="true" stretchy="true">)</mo></mrow>`},
		{`a<b`, `<mi>a</mi><mo>&lt;</mo><mi>b</mi>`},
		{`\{1,2\}`, `<mo>{</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo>}</mo>`},
		{`a % b`, `<mi>a</mi>`},
	} {
		got, err := FromTeX(c.in, false)
		if err != nil || inner(t, got) != c.want {
			t.Errorf("%s: got %s, %v, want %s", c.in, inner(t, got), err, c.want)
		}
	}
	got, err := FromTeX(`\sum_{i=1}^n i`, true)
	if err != nil || !strings.Contains(got, `display="block"`) || !strings.Contains(got, "<munderover><mo>∑</mo>") || !strings.Contains(got, `alttext="\sum_{i=1}^n i"`) {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestFromTeXRefuses(t *testing.T) {
	for _, s := range []string{``, `{`, `}`, `\frac{a}`, `\weird`, `x^`, `x^2^3`, `\left(x`, `\right)`, `\begin{tikzpicture}x\end{tikzpicture}`, `\begin{matrix}a`, `a&b`, `\\`, `\sqrt[3`, `\text{\bf x}`, `$x$`, `\not x`, `\left x y \right z`,
		strings.Repeat(`{`, 10000), strings.Repeat(`\hat`, 100000), strings.Repeat(`\left(`, 10000), strings.Repeat(`\begin{matrix}`, 10000), strings.Repeat(`\sqrt[`, 10000)} {
		if got, err := FromTeX(s, true); err == nil {
			t.Errorf("%.40q became %.200s", s, got)
		}
	}
}

func TestClean(t *testing.T) {
	const begin = `<math xmlns="http://www.w3.org/1998/Math/MathML">`
	for _, c := range []struct{ in, want string }{
		{begin + `<mi>a</mi></math>`, `<mi>a</mi>`},
		{`<math><mi onclick="x" mathvariant="bold">a</mi></math>`, `<mi mathvariant="bold">a</mi>`},
		{begin + `<semantics><mi>a</mi><annotation encoding="application/x-tex">\alpha</annotation></semantics></math>`, `<mrow><mi>a</mi></mrow>`},
		{begin + `<mi>x</mi><math><mi>a</mi><math><mn>1</mn></math></math></math>`, `<mi>x</mi><mrow><mi>a</mi><mrow><mn>1</mn></mrow></mrow>`},
		{begin + `<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>`, `<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>`},
		{begin + `<mmultiscripts><mi>X</mi><none/><mi>a</mi><mprescripts/><mi>b</mi><none/></mmultiscripts></math>`, `<mmultiscripts><mi>X</mi><none/><mi>a</mi><mprescripts/><mi>b</mi><none/></mmultiscripts>`},
	} {
		got, err := Clean(c.in, false)
		if err != nil || inner(t, got) != c.want {
			t.Errorf("%s: got %s, %v", c.in, got, err)
		}
	}
	for _, s := range []string{"", "x", "<math>", "<p/>", begin + "<script/></math>", begin + "<mfrac><mi>a</mi></mfrac></math>", begin + "text</math>", begin + "<mtd/></math>", begin + "</math>" + begin + "</math>", strings.Repeat("<math>", 1000), begin + "<none/></math>", begin + "<mi><mi>a</mi></mi></math>"} {
		if got, err := Clean(s, false); err == nil {
			t.Errorf("%.60q became %s", s, got)
		}
	}
}

// What is made is well-formed, and holds the right number of parts.
func FuzzFromTeX(f *testing.F) {
	f.Add(`\frac{a}{b}^2_{\mathbf{x}} \left( \sqrt[3]{y} \right] \begin{cases} a & b \\ c \end{cases}`)
	f.Fuzz(func(t *testing.T, s string) {
		if !strings.Contains(s, "\x00") {
			s = strings.ToValidUTF8(s, "")
		}
		got, err := FromTeX(s, true)
		if err != nil || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0xfffe || r >= 0xd800 && r < 0xe000 }) {
			return
		}
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%q became %s: %v", s, got, err)
			}
		}
		if _, err := Clean(got, true); err != nil {
			t.Errorf("%q became %s: %v", s, got, err)
		}
	})
}
