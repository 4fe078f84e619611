package epub

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/epub/internal/finish"
	"github.com/quirepress/quire/formats/epub/internal/pack"
	"github.com/quirepress/quire/formats/internal/font"
)

// embeddedFace is a face of the house style as the style sheet names it, with
// the elements whose presence calls for it; none means that every book does.
type embeddedFace struct {
	family, weight, slope string
	face                  font.Embedded
	elements              []string
}

func embeddedFaces() []embeddedFace {
	italics := []string{"<em", "<i ", "<i>", `class="subtitle"`, "<mi"}
	bold := []string{"<strong", "<dt", `class="noteref"`}
	return []embeddedFace{
		{"Source Serif 4", "400", "normal", font.Serif, nil},
		{"Source Serif 4", "400", "italic", font.SerifItalic, italics},
		{"Source Serif 4", "700", "normal", font.SerifBold, bold},
		{"Source Serif 4 Display", "300", "normal", font.SerifDisplayLight, []string{"<h1", "<h2"}},
		{"Source Sans 3", "400", "normal", font.Sans, []string{"<table", "<figcaption"}},
		{"Source Sans 3", "600", "normal", font.SansSemibold, []string{"<h2", "<h3", "<h4", "<h5", "<h6", "<th", `class="label"`, `class="date"`, `class="number"`}},
		{"Source Code Pro", "400", "normal", font.Code, []string{"<code"}},
	}
}

// embed adds the faces that the book calls for, reduced to its characters, and
// returns the rules that declare them.
func embed(p *finish.Publication, files *pack.Publication) (rules string) {
	var text strings.Builder
	for _, c := range p.Book.Chapters {
		text.WriteString(c.Body)
	}
	body := text.String()
	text.WriteString(p.Book.Labels.Contents)
	used := map[rune]bool{}
	for _, r := range text.String() {
		used[r] = true
	}
	var runes []rune
	for r := range used {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	var b strings.Builder
	for _, f := range embeddedFaces() {
		if f.elements != nil && !slices.ContainsFunc(f.elements, func(s string) bool { return strings.Contains(body, s) }) {
			continue
		}
		data, err := font.Subset(f.face.Face(), runes, 0)
		if err != nil {
			continue // the face has nothing that the book needs
		}
		name := f.face.String() + ".ttf"
		files.Fonts = append(files.Fonts, pack.File{Name: name, Bytes: data})
		p.Fonts = append(p.Fonts, name)
		b.WriteString(`@font-face { font-family: "` + f.family + `"; font-weight: ` + f.weight + `; font-style: ` + f.slope + `; src: url("../fonts/` + name + "\"); }\n")
	}
	b.WriteString("body { font-family: \"Source Serif 4\", serif; }\n")
	return b.String()
}
