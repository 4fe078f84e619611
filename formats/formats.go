// Package formats holds what all output formats share: the [Result] of encoding
// a document. The formats themselves are formats/pdf and formats/epub; anyone
// may write another by implementing publish.Format.
package formats

import (
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Result is what a format reports of a document that it encoded.
type Result struct {
	// Diagnostics are findings about the document in this format.
	Diagnostics diag.List
	// Pagination says where pages begin, from a format that lays out pages;
	// nil from others.
	Pagination *document.Pagination
	// Count says how much was made, in Unit: 12 "page", 9 "chapter".
	Count int
	// Unit names in the singular what Count counts.
	Unit string
}
