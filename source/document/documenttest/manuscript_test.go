package documenttest

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestManuscript(t *testing.T) {
	const size = 100_000
	for _, lang := range []string{"en", "de"} {
		a, b := Manuscript(1, size, lang), Manuscript(1, size, lang)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two manuscripts of one seed differ", lang)
		}
		if bytes.Equal(a, Manuscript(2, size, lang)) {
			t.Errorf("%s: two seeds give one manuscript", lang)
		}
		if !utf8.Valid(a) {
			t.Errorf("%s: no UTF-8", lang)
		}
		if len(a) < size || len(a) > size*12/10 {
			t.Errorf("%s: %d bytes, want about %d", lang, len(a), size)
		}
		listings := 0
		for i, part := range strings.Split(string(a), "\n```") {
			if i%2 == 1 {
				listings += len(part)
			}
		}
		if share := 100 * listings / len(a); share < 20 || share > 40 {
			t.Errorf("%s: %d %% of the bytes are listings", lang, share)
		}
		for _, construct := range []string{"\n# ", "\n## ", "\n### ", "\n- ", "\n1. ", "\n| ", "\n> ", "\n```go", "[^1]: ", "](https:", " `", " *", " **"} {
			if !strings.Contains(string(a), construct) {
				t.Errorf("%s: nothing has %q", lang, construct)
			}
		}
	}
}
