package highlight

import (
	"math"
	"slices"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// TestUnlimited compiles a lexer and looks whether its rules watch the clock.
func TestUnlimited(t *testing.T) {
	probe := &prober{}
	l := lexers.Get("go").(*chroma.RegexLexer)
	own := chroma.MustNewLexer(l.Config(), func() chroma.Rules {
		// The probe stands behind the lifter, so that it sees what that did.
		return unlimited(l, chainOf{&limitLifter{&swift{}}, probe})
	})
	if _, err := chroma.Tokenise(own, nil, "package main\n"); err != nil {
		t.Fatal(err)
	}
	if probe.seen < 10 || probe.limited > 0 {
		t.Errorf("%d of %d rules watch the clock", probe.limited, probe.seen)
	}
}

type prober struct{ seen, limited int }

func (p *prober) Mutate(*chroma.LexerState) error { return nil }
func (p *prober) MutateLexer(rules chroma.CompiledRules, _ string, _ int) error {
	for _, list := range rules {
		for _, r := range list {
			p.seen++
			if r.Regexp != nil && r.Regexp.MatchTimeout != math.MaxInt64 {
				p.limited++
			}
		}
	}
	return nil
}

type chainOf struct{ first, second chroma.LexerMutator }

func (c chainOf) Mutate(*chroma.LexerState) error { return nil }
func (c chainOf) MutateLexer(rules chroma.CompiledRules, state string, i int) error {
	if err := c.first.MutateLexer(rules, state, i); err != nil {
		return err
	}
	return c.second.MutateLexer(rules, state, i)
}

// TestAsChroma cuts code as chroma itself does.
func TestAsChroma(t *testing.T) {
	for language, code := range map[string]string{
		"go":     "package main\n\nfunc main() {\n\tfmt.Println(\"hi\", 42) // there\n}\n",
		"python": "def f(x):\n    return f'{x!r}' # c\n",
		"html":   "<p class=\"a\">b<script>let x = 1;</script><style>p { color: red }</style></p>\n",
		"rust":   "fn main() { let x: &'static str = \"a\"; /* c */ }\n",
		"bash":   "for f in *.txt; do echo \"$f\"; done\n",
		"diff":   "--- a\n+++ b\n-x\n+y\n",
		"json":   "{\"a\": [1, true, null]}\n",
	} {
		want, ok := lex(lexers.Get(language), code)
		if got := Highlight(language, code); !ok || len(got) < 3 || !slices.Equal(got, want) {
			t.Errorf("%s: %v\nwant %v", language, got, want)
		}
	}
}

// TestNames finds lexers by name, alias and file, and none for what is no language.
func TestNames(t *testing.T) {
	for language, want := range map[string]string{
		"Go": "Go", "golang": "Go", "PY": "Python", "yml": "YAML", "rs": "Rust", "h": "C", "nginx.conf": "Nginx configuration file",
		"": "", "screen": "", "no such language": "", "*": "",
	} {
		got := ""
		if l := lexerFor(language); l != nil {
			got = l.Config().Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", language, got, want)
		}
	}
}

// BenchmarkUnknown asks for a language that no lexer knows.
func BenchmarkUnknown(b *testing.B) {
	for b.Loop() {
		if lexerFor("what the shell says") != nil {
			b.Fatal("found")
		}
	}
}
