package prose

import (
	"strings"
	"testing"
)

func TestOneLine(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\tb c", "é – ü", "a\u00a0b", "a \u2009b", "a\u0085", "\xff \xfe", "a\xc2", "a\vb", "–  –"} {
		if got, want := OneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", s, got, want)
		}
	}
}
