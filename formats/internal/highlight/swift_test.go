package highlight

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// listings are in many languages; each is given to every lexer, because what a
// lexer makes of a language that is not its own is as good a test.
var listings = []string{
	"package main\n\nimport \"fmt\"\n\n// Greet greets.\nfunc Greet(name string) (n int, err error) {\n\tfor i := range 0x1F {\n\t\tfmt.Printf(`%d`, i*1e-3)\n\t}\n\treturn 'x', nil\n}\n",
	"from x import *\n\n@deco\nclass A(B):\n    \"\"\"Doc.\"\"\"\n    def f(self, *a, **k) -> int:\n        return f'{self.x!r:>{k}}' if not a else 0b11 # c\n",
	"<!DOCTYPE html>\n<p class=\"a\" id=b>b &amp; c<!-- d --><script>let x = /a+/g; `${y}`</script><style>p > a:hover { color: #fff; margin: -1.5em }</style>\n",
	"#[derive(Debug)]\nfn main<'a>(s: &'a str) -> Result<(), Box<dyn Error>> { let x = b\"a\\n\"; /* c */ println!(\"{x:?}\"); r#\"raw\"#; }\n",
	"#!/bin/bash\nfor f in *.txt; do echo \"$f ${f%.txt}\" | sed 's/a/b/' > /dev/null 2>&1; done\ncat <<EOT\n$x\nEOT\n",
	"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-x\n+y\n z\n",
	"{\"a\": [1, true, null, -2.5e+3], \"b\\u00e9\": {}}\n",
	"#include <stdio.h>\n#define MAX(a, b) ((a) > (b) ? (a) : (b))\nstatic const char *s = \"x\\t\"; // é\nint main(void) { unsigned long n = 0xFFul; goto end; end: return n->x; }\n",
	"SELECT a.*, COUNT(*) AS n FROM t AS a LEFT JOIN u ON a.id = u.id WHERE x LIKE 'a%' -- c\nGROUP BY 1;\n",
	"key: value\nlist:\n  - &a 1\n  - *a\n  - !!str 'x'\ntext: |\n  more\n  text\n",
	"# Title\n\nSome *text* with `code` and [a](b).\n\n```go\nx := 1\n```\n\n- [ ] item\n",
	"public final class A<T extends B> implements C { @Override public int f() throws E { return switch (x) { case 1 -> 2L; default -> 0; }; } }\n",
	"module A where\nimport qualified Data.Map as M\nf :: Int -> [a] -> Maybe a\nf n (x:xs) | n < 0 = Nothing\n           | otherwise = Just $ x -- c\n",
	"\\documentclass{article}\\begin{document} $x^2_{ij}$ % c\n\\end{document}\n",
	"<?php\nnamespace A\\B;\nfunction f(?int $x): string { return <<<EOT\n  {$x}\nEOT; }\n",
	"def f(x)\n  @a ||= %w[a b].map { |y| :\"#{y}\" } # c\nend\n<<~T\n  a\nT\n",
	"; c\n(defn f [x & xs] (let [y #\"a+\"] `(~x ~@xs) 'q))\n(define (g) (if #t \"s\" 1/2))\n",
	"FROM a:b AS c\nRUN x && \\\n  y\n# d\n[section]\nkey = \"v\"\n",
	"a\r\nb\tc\vd\fe\u00a0f\u2028g\n\n\n   \n'unclosed",
	"\x00\x01 ÀÉî ж Ω 漢字 😀 [[x]] {{y}} $z @w %v ~!&|^=<>?,.;:/\\`",
}

// TestSwift compares the swift lexers with chroma's own loop over the same rules.
func TestSwift(t *testing.T) {
	cut := func(list []chroma.Token, kind chroma.TokenType, text string) []chroma.Token {
		if n := len(list); n > 0 && list[n-1].Type == kind {
			list[n-1].Value += text
			return list
		}
		return append(list, chroma.Token{Type: kind, Value: text})
	}
	swifts, skips, lists, loops, stuck := 0, 0, 0, 0, map[string]bool{}
	for lexer, s := range timeless().swift {
		if !s.ready() {
			continue
		}
		swifts++
		for _, code := range listings {
			var got, want []chroma.Token
			if !s.run(code, func(kind chroma.TokenType, text string) bool {
				got = cut(got, kind, text)
				return true
			}) {
				stuck[lexer.Config().Name] = true // where chroma panics or never ends
				continue
			}
			it, err := lexer.Tokenise(&chroma.TokeniseOptions{State: root}, code)
			if err != nil {
				t.Fatal(err)
			}
			for t := it(); t != chroma.EOF; t = it() {
				want = cut(want, t.Type, t.Value)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q is cut into\n%v, should be\n%v", lexer.Config().Name, code, got, want)
			}
		}
		for _, rules := range s.states {
			for _, r := range rules {
				if r.first != every {
					skips++
				}
				if r.words != nil {
					lists++
				}
				if r.plain != nil {
					loops++
				}
			}
		}
	}
	if len(stuck) > 5 {
		t.Errorf("many lexers give up: %v", slices.Sorted(maps.Keys(stuck)))
	}
	if swifts < 200 || skips < 3000 || lists < 500 || loops < 1000 {
		t.Errorf("%d lexers are swift, %d of their rules know what they begin with, %d their words, %d are loops", swifts, skips, lists, loops)
	}
}

// TestBegins looks at what patterns begin with.
func TestBegins(t *testing.T) {
	for _, c := range []struct{ pattern, yes, no string }{
		{`(?m)(?:func\b)`, "f", "F_ x"},
		{`(?i)(?:select|from)`, "sSfF", "xX"},
		{`\b(?:true|false)`, "tf", "x "},
		{`\s+`, " \t\v\n", "x"},
		{`[^\W\d]\w*`, "aZ_é09", ""},
		{`[^\n]`, "a \t", "\n"},
		{`a*b?c`, "abc", "d"},
		{`x*`, "xyz", ""}, // may be empty
		{`(?<=a)b`, "b", "ac"},
		{`(?<=\()b`, "abc", ""},    // not found
		{`(?=a)b`, "abc", ""},      // unknown to Go
		{`[[:alpha:]]`, "a:]", ""}, // not the same to both
		{`.|\n`, "a\n", ""},
	} {
		s := begins(c.pattern).first
		for _, r := range c.yes {
			if !s.has(r) {
				t.Errorf("%s is not tried at %q", c.pattern, r)
			}
		}
		for _, r := range c.no {
			if s.has(r) {
				t.Errorf("%s is tried at %q", c.pattern, r)
			}
		}
	}
}

// TestStraight compares loops with expressions.
func TestStraight(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          int
	}{
		{`//[^\n]*`, "// a\nb", 4},
		{`\s+`, " \t x", 3},
		{`(?i)(?:END)`, "eNd", 3},
		{`[^\W\d]\w*`, "a1 b", 2},
		{`(\.)`, ".", 1},
		{`ab`, "a", 0},
		{`a+?`, "aa", -1},      // as few as can be
		{`a*b`, "aab", -1},     // it may have to give back
		{`\w+`, "naïve", -1},   // not ASCII
		{`(ab|cd)+`, "ab", -1}, // no class
	} {
		got := -1
		if s := begins(c.pattern).plain; s != nil {
			if n, known := s.match([]rune(c.text)); known {
				got = n
			}
		}
		if got != c.want {
			t.Errorf("%s matches %d characters of %q, want %d", c.pattern, got, c.text, c.want)
		}
	}
}

// TestWords looks at what words patterns list.
func TestWords(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{`(?m)(?:(break|case|chan)\b)`, "break case chan"},
		{`(?i)(?:\b(SELECT|from)\b\s)`, "from select"},
		{`(?<!\.)(self|[cC]ls|x_?1)\b`, "cls self x1 x_1"}, // the class tells no cases apart
		{`(yield from|for)\b`, "for yield"},
		{`(real|imag)\b(\()`, "imag real"},
		{`if`, ""},           // it may be a part of a word
		{`(if|else)?\b`, ""}, // and nothing
		{`(if|\w+)\b`, ""},
		{`::\b`, ""},
	} {
		w := begins(c.pattern).words
		if got := strings.Join(slices.Sorted(maps.Keys(w)), " "); got != c.want {
			t.Errorf("%s lists %q, want %q", c.pattern, got, c.want)
		}
	}
}

func BenchmarkHighlight(b *testing.B) {
	code := strings.Repeat(listings[0], 20)
	b.SetBytes(int64(len(code)))
	b.ReportAllocs()
	for b.Loop() {
		Highlight("go", code)
	}
}
