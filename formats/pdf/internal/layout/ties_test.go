package layout

import (
	"strings"
	"testing"
)

// TestTied marks ties with "~": the other spaces must be none.
func TestTied(t *testing.T) {
	for _, text := range []string{
		"it holds 10~% sugar, 4~km² and 37~°C.",
		"it holds 5 Megabytes in 1999 men",
		"D.~H.~Lawrence and J.R.R.~Tolkien met",
		"see Art.~5, Fig.~7 and §~12 (p.~3)",
		"he saw Dr.~Watson. Then I. went home",
		"in Abb.~4 steht es. Die Stadt",
		"it ended in E. the letter",
		"ünı. 5",
		"at the end.",
	} {
		plain := strings.ReplaceAll(text, "~", " ")
		for i := range plain {
			if plain[i] == ' ' && tied(plain, i, i+1) != (text[i] == '~') {
				t.Errorf("%q: wrong at %d", text, i)
			}
		}
	}
}
