package enrich

import (
	"context"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Index makes an index from the [document.IndexTerm] nodes that the author put
// into the text. Without any it adds nothing.
type Index struct {
	// Title heads the index; empty means the language's own word.
	Title string
}

// Name returns "index".
func (Index) Name() string { return "index" }

// Apply adds a section of the role index at the document's end.
func (p Index) Apply(ctx context.Context, doc *document.Document) (diag.List, error) {
	any := false
	for range document.Each[*document.IndexTerm](doc) {
		any = true
		break
	}
	if !any {
		return nil, nil
	}
	g := newGalley(doc)
	root := &document.IndexEntry{}
	byPath := map[string]*document.IndexEntry{}
	for term := range document.Each[*document.IndexTerm](doc) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if term.Anchor == "" {
			path := ""
			for _, s := range term.Path {
				path += s + "\x00"
			}
			term.Anchor = g.anchor("i", "", path)
		}
		at, path := root, ""
		for _, s := range term.Path {
			path += s + "\x00"
			next := byPath[path]
			if next == nil {
				next = &document.IndexEntry{Term: s, Attr: document.Attr{Anchor: g.reserve("index-" + document.Slug(s))}}
				byPath[path] = next
				at.Entries = append(at.Entries, next)
			}
			at = next
		}
		at.Mentions = append(at.Mentions, term.Anchor)
	}
	if len(root.Entries) == 0 {
		return nil, nil
	}
	sortIndex(root.Entries, collator(doc.Metadata.Language))
	addSection(g, document.RoleIndex, p.Title, &document.Index{Entries: root.Entries})
	return nil, nil
}

func sortIndex(entries []*document.IndexEntry, c *collate.Collator) {
	sortBy(c, entries, func(e *document.IndexEntry) string { return e.Term })
	for _, e := range entries {
		sortIndex(e.Entries, c)
	}
}

// collator returns the order of the language's dictionaries, without regard
// to case, and with numbers by their value.
func collator(lang string) *collate.Collator {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Und
	}
	return collate.New(tag, collate.IgnoreCase, collate.Numeric)
}
