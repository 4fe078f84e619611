package markdown

import (
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Chapter is a further file of a book, or a part made of such files.
type Chapter struct {
	// File is the file's path, relative to the file that names it; empty for a
	// part.
	File string
	// Part is the title of a part, and Chapters what belongs to it.
	Part     string
	Chapters []Chapter
	// Pos is where the file that names it does so.
	Pos diag.Position
}

// Chapters returns the chapters that the front matter of src, the file called
// name, lists. What is wrong with the list is reported by [Read].
func Chapters(name string, src []byte) []Chapter {
	var found diag.List
	v, _, ok := parseFrontMatter(src, manuscript.NewLines(name, src), &found)
	if !ok {
		return nil
	}
	for _, f := range v.fields {
		if f.key == "chapters" {
			return chaptersOf(f.value, &found)
		}
	}
	return nil
}

func chaptersOf(v value, found *diag.List) []Chapter {
	wrong := func(v value) {
		found.Add(warning, "markdown-front-matter-value", v.pos, "%q in the front matter wants file names, or fields {part: …, chapters: …}, not %s", "chapters", v.describe())
	}
	if v.shape != shapeList {
		if v.shape != shapeNull {
			wrong(v)
		}
		return nil
	}
	var out []Chapter
	for _, e := range v.list {
		c := Chapter{Pos: e.pos}
		switch e.shape {
		case shapeText:
			c.File = e.text
		case shapeFields:
			for _, f := range e.fields {
				switch f.key {
				case "file":
					c.File = f.value.text
				case "part", "title":
					c.Part = oneLine(f.value.text)
				case "chapters":
					c.Chapters = chaptersOf(f.value, found)
				}
			}
		}
		if c.File == "" && c.Part == "" {
			wrong(e)
			continue
		}
		out = append(out, c)
	}
	return out
}
