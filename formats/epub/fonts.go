package epub

import (
	"fmt"
	"strings"

	"github.com/quirepress/quire/formats/epub/internal/finish"
	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/internal/font"
)

// face is a face of the house style as the style sheet knows it.
type face struct {
	family, weight, style string
	embedded              font.Embedded
}

// embed adds the faces of the house style, reduced to the characters of the
// book, and returns the rules that declare them.
func embed(p *finish.Publication, files *pack.Publication) (rules string, err error) {
	used := map[rune]bool{}
	for _, c := range p.Book.Chapters {
		for _, r := range c.Body {
			used[r] = true
		}
	}
	for _, entry := range p.Book.Labels.Contents {
		used[entry] = true
	}
	var runes []rune
	for r := range used {
		runes = append(runes, r)
	}
	var b strings.Builder
	for _, f := range []face{
		{"Source Serif 4", "400", "normal", font.Serif},
		{"Source Serif 4", "400", "italic", font.SerifItalic},
		{"Source Serif 4", "700", "normal", font.SerifBold},
		{"Source Serif 4", "700", "italic", font.SerifBoldItalic},
		{"Source Serif 4 Display", "300", "normal", font.SerifDisplayLight},
		{"Source Sans 3", "400", "normal", font.Sans},
		{"Source Sans 3", "600", "normal", font.SansSemibold},
		{"Source Code Pro", "400", "normal", font.Code},
	} {
		data, err := font.Subset(f.embedded.Face(), runes, 0)
		if err != nil {
			continue // the face has nothing that the book needs
		}
		name := fmt.Sprintf("%s.ttf", f.embedded)
		files.Fonts = append(files.Fonts, pack.File{Name: name, Bytes: data})
		p.Fonts = append(p.Fonts, name)
		b.WriteString(`@font-face { font-family: "` + f.family + `"; font-weight: ` + f.weight + `; font-style: ` + f.style + `; src: url("../fonts/` + name + "\"); }\n")
	}
	b.WriteString("body { font-family: \"Source Serif 4\", serif; }\n")
	return b.String(), nil
}
