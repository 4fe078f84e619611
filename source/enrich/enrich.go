// Package enrich finds in an article's prose what belongs in a book's back
// matter, and adds it to the document: a timeline, a glossary, an index, and
// the links between them and the text.
//
// Each part is a [Pass], a value with options whose zero value is the default.
// [Default] lists them in the order in which they run; [Together] lets those
// that follow each other read the article once. Passes add ordinary
// nodes and store the anchors of mentions, never page numbers; a format looks
// pages up when it prints. What they find they prove with the sentence it was
// found in; where they are not sure they stay silent. The author's own entries
// ([document.Directives]) always win.
//
// In the text itself the author speaks by classes and settings of inline nodes
// ([document.Attr]), which a reader passes on as it finds them:
//
//	term     adds or corrects the glossary's entry of these words: def, long,
//	         see (terms parted by semicolons); as names the entry that the
//	         words are another name of
//	noterm   leaves the entry of these words out
//	event    adds or corrects the event that these words date or tell: date
//	         (EDTF), phrase, summary
//	noevent  leaves out the events that these words date; on a paragraph, all
//	         of its events
//
// A [document.Abbreviation] with a long form is an entry, and a
// [document.Date] counts as it says. The front matter overrides both.
//
// To write a pass of your own, implement Pass and put it into
// publish.Press.Passes.
package enrich

import (
	"context"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Pass adds to a document in place.
type Pass interface {
	// Name is a short name for logs, such as "glossary".
	Name() string
	// Apply changes the document, which is valid ([document.Document.Validate])
	// before and after. Findings about the article are diagnostics; an error
	// means that the pass could not run.
	Apply(ctx context.Context, doc *document.Document) (diag.List, error)
}

// Default returns the passes that run unless the caller chooses others.
func Default() []Pass {
	return []Pass{Timeline{}, Glossary{}, Index{}}
}
