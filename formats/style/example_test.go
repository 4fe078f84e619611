package style_test

import (
	"fmt"

	"github.com/quirepress/quire/formats/style"
)

func ExampleNew() {
	s := style.New(style.A5(), style.Article, style.House)
	fmt.Println(s.Body.Size, s.Body.Leading, s.Palette.Accent)
	// Output: 10.25pt 13.5pt #7a1f2b
}

func ExampleResolve() {
	base := style.New(style.Paper{}, style.Article, style.House)
	s, found := style.Resolve(base, map[string]string{"paper": "a4", "accent": "#1f3f7a"}, nil)
	fmt.Println(s.Paper.Name, s.Palette.Accent, len(found))
	// Output: a4 #1f3f7a 0
}

func ExampleParseLength() {
	l, err := style.ParseLength("3mm")
	fmt.Println(l, err)
	// Output: 8.5039pt <nil>
}
