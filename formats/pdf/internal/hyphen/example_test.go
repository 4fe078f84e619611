package hyphen_test

import (
	"fmt"

	"github.com/quirepress/quire/formats/pdf/internal/hyphen"
)

func ExamplePatterns_Break() {
	p, ok := hyphen.For("en-US")
	if !ok {
		return
	}
	word := "hyphenation"
	from := 0
	for _, at := range p.Break(nil, word) {
		fmt.Print(word[from:at], "-")
		from = at
	}
	fmt.Println(word[from:])
	// Output: hy-phen-ation
}
