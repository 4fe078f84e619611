package highlight

import (
	"strings"
	"testing"
)

func TestHighlight(t *testing.T) {
	for _, test := range []struct{ language, code, want string }{
		{"go", "func f() int { return 1 } // one", "keyword:func name:f type:int keyword:return number:1 comment:// one"},
		{"python", "x = \"a\"", "operator:= string:\"a\""},
		{"", "func f()", ""},
		{"no-such-language", "func f()", ""},
		{"diff", "-a\n+b\n", "deleted:-a\n inserted:+b\n"},
	} {
		var got []string
		for _, token := range Highlight(test.language, test.code) {
			if token.Class != Plain {
				got = append(got, string(token.Class)+":"+token.Text)
			}
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s %q: got %q, want %q", test.language, test.code, s, test.want)
		}
	}
}

// The tokens are the code, whatever the lexer does with ends of lines.
func TestHighlightKeepsEveryByte(t *testing.T) {
	for _, language := range []string{"go", "python", "html", "yaml", "bash", "c", "diff", "markdown", "json", "css", "php", "http"} {
		for _, code := range []string{"", "a", "a\n", "\n\n", "a\r\nb", "if x {\n\t\"é\" \x00 �", "<a href='", "\xff\xfe", strings.Repeat("(", 500)} {
			var b strings.Builder
			last := Class("none")
			for _, token := range Highlight(language, code) {
				if token.Text == "" || token.Class == last {
					t.Errorf("%s %q: token %v after class %q", language, code, token, last)
				}
				last = token.Class
				b.WriteString(token.Text)
			}
			if b.String() != code {
				t.Errorf("%s: %q became %q", language, code, b.String())
			}
		}
	}
}
