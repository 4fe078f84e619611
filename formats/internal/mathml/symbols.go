package mathml

import "strings"

type symbol struct{ element, text string }

// symbols are the commands that stand for one sign.
var symbols = func() map[string]symbol {
	m := map[string]symbol{}
	add := func(element, list string) {
		f := strings.Fields(list)
		for i := 0; i+1 < len(f); i += 2 {
			m[f[i]] = symbol{element, f[i+1]}
		}
	}
	add("mi", `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ
		iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς
		tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
		Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
		infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ imath ı jmath ȷ
		angle ∠ triangle △ square □ top ⊤ bot ⊥ wp ℘ complement ∁`)
	add("mo", `pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
		le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻
		lt < gt > leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ doteq ≐ asymp ≍
		in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ subsetneq ⊊ cup ∪ cap ∩ setminus ∖ sqcup ⊔ sqcap ⊓ uplus ⊎
		land ∧ wedge ∧ lor ∨ vee ∨ lnot ¬ neg ¬ forall ∀ exists ∃ nexists ∄ vdash ⊢ models ⊨ perp ⊥ parallel ∥ mid ∣ nmid ∤
		to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺
		longrightarrow ⟶ longleftarrow ⟵ mapsto ↦ uparrow ↑ downarrow ↓ hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ nearrow ↗ searrow ↘
		ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : prime ′ dagger † ddagger ‡ backslash ∖ surd √
		langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ lbrace { rbrace } lbrack [ rbrack ]
		therefore ∴ because ∵ degree °`)
	for name, text := range map[string]string{"{": "{", "}": "}", "|": "‖", "%": "%", "#": "#", "&": "&", "$": "$", "_": "_"} {
		m[name] = symbol{"mo", text}
	}
	return m
}()

// largeOperators take their scripts above and below in display.
var largeOperators = map[string]string{
	"sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
	"bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀", "bigoplus": "⨁", "bigotimes": "⨂", "bigsqcup": "⨆",
}

// functions are names set upright.
var functions = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth
		log ln lg exp lim limsup liminf max min sup inf det dim ker gcd arg deg hom Pr`) {
		m[name] = true
	}
	return m
}()

type accent struct {
	text, stretchy string
	under, brace   bool
}

var accents = map[string]accent{
	"hat": {"^", "false", false, false}, "widehat": {"^", "true", false, false}, "bar": {"¯", "false", false, false},
	"overline": {"¯", "true", false, false}, "underline": {"_", "true", true, false}, "vec": {"→", "false", false, false},
	"overrightarrow": {"→", "true", false, false}, "dot": {"˙", "false", false, false}, "ddot": {"¨", "false", false, false},
	"tilde": {"~", "false", false, false}, "widetilde": {"~", "true", false, false}, "check": {"ˇ", "false", false, false},
	"breve": {"˘", "false", false, false}, "acute": {"´", "false", false, false}, "grave": {"`", "false", false, false},
	"overbrace": {"⏞", "true", false, true}, "underbrace": {"⏟", "true", true, true},
}

// alphabets are the values of mathvariant.
var alphabets = map[string]string{
	"mathbf": "bold", "boldsymbol": "bold-italic", "bm": "bold-italic", "mathit": "italic", "mathbb": "double-struck",
	"mathcal": "script", "mathscr": "script", "mathfrak": "fraktur", "mathsf": "sans-serif", "mathtt": "monospace",
}

var spaces = map[string]string{
	",": "0.17em", ":": "0.22em", ">": "0.22em", ";": "0.28em", "!": "-0.17em", " ": "0.33em", "quad": "1em", "qquad": "2em", "enspace": "0.5em",
}

var delimiters = map[string]string{
	"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", `\{`: "{", `\}`: "}", `\|`: "‖", "<": "⟨", ">": "⟩",
	`\langle`: "⟨", `\rangle`: "⟩", `\lfloor`: "⌊", `\rfloor`: "⌋", `\lceil`: "⌈", `\rceil`: "⌉",
	`\vert`: "|", `\Vert`: "‖", `\lvert`: "|", `\rvert`: "|", `\lVert`: "‖", `\rVert`: "‖", `\lbrace`: "{", `\rbrace`: "}",
}

// environments are known by the brackets around their rows.
var environments = map[string][2]string{
	"matrix": {}, "pmatrix": {"(", ")"}, "bmatrix": {"[", "]"}, "Bmatrix": {"{", "}"}, "vmatrix": {"|", "|"}, "Vmatrix": {"‖", "‖"},
	"cases": {"{", ""}, "aligned": {}, "align": {}, "split": {}, "gathered": {}, "gather": {}, "array": {}, "smallmatrix": {},
}
