package manuscript

import (
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Nest turns a flat run of blocks, in which [document.Heading] nodes stand
// among the others, into sections: each heading opens a section that holds what
// follows up to the next heading of its level or above. Sections are never
// deeper than the headings before them allow: where a level is skipped, the
// gap is closed and reported as "room-heading-skipped". The heading's node is
// used up; its attributes and content move to the section.
func Nest(room string, blocks []document.Block, found *diag.List) []document.Block {
	var top []document.Block
	type open struct {
		level   int
		section *document.Section
	}
	var stack []open
	put := func(b document.Block) {
		if len(stack) == 0 {
			top = append(top, b)
			return
		}
		s := stack[len(stack)-1].section
		s.Blocks = append(s.Blocks, b)
	}
	for _, b := range blocks {
		h, ok := b.(*document.Heading)
		if !ok {
			put(b)
			continue
		}
		for len(stack) > 0 && stack[len(stack)-1].level >= h.Level {
			stack = stack[:len(stack)-1]
		}
		if n := len(stack); n > 0 && h.Level > stack[n-1].level+1 {
			found.AddHint(diag.Info, room+"-heading-skipped", h.Pos, "use the next level",
				"a heading of level %d follows one of level %d; it is taken as one level below", h.Level, stack[n-1].level)
		}
		s := &document.Section{Attr: h.Attr, Title: h.Content}
		s.Role, s.Unnumbered, s.Classes = sectionRole(s.Classes)
		put(s)
		stack = append(stack, open{h.Level, s})
	}
	return top
}

// sectionRole reads what classes say about a section: the name of a role, or
// "unnumbered".
func sectionRole(classes []string) (role document.Role, unnumbered bool, rest []string) {
	for _, c := range classes {
		switch r := document.Role(c); r {
		case "unnumbered", "-":
			unnumbered = true
		case document.RolePart, document.RoleDedication, document.RoleEpigraph, document.RoleForeword, document.RolePreface,
			document.RoleIntroduction, document.RoleConclusion, document.RoleAfterword, document.RoleAcknowledgments,
			document.RoleAppendix, document.RoleBibliography, document.RoleColophon:
			role = r
		default:
			rest = append(rest, c)
		}
	}
	return role, unnumbered, rest
}

// TakeTitle finds the title of a document whose blocks are still flat: see
// [Nest]. A title that the metadata has already stays, and a first heading
// that only repeats it is dropped. Else the first heading of level 1 becomes
// the title and leaves the text; what it held besides text (notes, images)
// moves to the first paragraph. It reports whether there is a title now.
func TakeTitle(doc *document.Document) bool {
	for i, b := range doc.Blocks {
		h, ok := b.(*document.Heading)
		if !ok || h.Level != 1 {
			continue
		}
		text := strings.TrimSpace(document.TextOf(h.Content))
		if text == "" {
			continue
		}
		m := &doc.Metadata
		if m.Title != "" && (i > 0 || !sameWords(m.Title, text)) {
			return true
		}
		if m.Title == "" {
			m.Title = strings.ReplaceAll(text, "\n", " ")
		}
		if m.TitlePos.IsZero() {
			m.TitlePos = firstPos(h)
		}
		doc.Blocks = append(doc.Blocks[:i:i], doc.Blocks[i+1:]...)
		if left := leftovers(h.Content, nil); len(left) > 0 {
			doc.Blocks = adopt(doc.Blocks, i, left)
		}
		return true
	}
	return doc.Metadata.Title != ""
}

// adopt gives inlines to the first paragraph from blocks[i] on.
func adopt(blocks []document.Block, i int, left []document.Inline) []document.Block {
	for _, b := range blocks[i:] {
		switch b := b.(type) {
		case *document.Paragraph:
			b.Content = append(b.Content, left...)
			return blocks
		case *document.Heading:
			b.Content = append(b.Content, left...)
			return blocks
		}
	}
	return append(blocks, &document.Paragraph{Content: left})
}

// leftovers returns the notes and images in content; a note stays in one piece.
func leftovers(content []document.Inline, to []document.Inline) []document.Inline {
	for _, n := range content {
		switch n.(type) {
		case *document.Note, *document.Image:
			to = append(to, n)
			continue
		}
		for c := range document.Children(n) {
			if i, ok := c.(document.Inline); ok {
				to = leftovers([]document.Inline{i}, to)
			}
		}
	}
	return to
}

func firstPos(h *document.Heading) diag.Position {
	f := document.Flatten(h.Content)
	if len(f.Leaves) > 0 {
		if p := f.Leaves[0].Node.Attributes().Pos; !p.IsZero() {
			return p
		}
	}
	return h.Pos
}

func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
			return strings.ContainsRune(" \t\n\u00a0\u202f'\"’‘“”„«»", r)
		}), " ")
	}
	return fold(a) == fold(b)
}
