// Package layout sets a document on pages: what goes in is the document and a
// look, what comes out is a [frame.Book], pages as plain data, and the
// pagination that it makes. [Set] is all there is to call.
//
// # How it works
//
// The document's sections are flattened into units: a heading, a paragraph, a
// table. Units know nothing of each other, so workers set them side by side,
// each into a vertical list of its own (list.go): boxes, glue and penalties as
// in TeX, where a box is a finished piece of a page, such as a line of text.
// The lists are joined into flows (flow.go), one for each stretch of pages
// that begins anew, and each flow is cut into pages as a whole, for the least
// total of demerits (breaks.go). Only then are the boxes asked to put
// themselves on their pages, in reading order (emit.go), which also makes the
// structure tree.
//
// Page numbers in the text need pages, and pages need the text. The first pass
// guesses, the second prints the first one's numbers; if those of the second
// differ, a third pass keeps every page break and only sets the numbers anew
// (passes.go).
//
// # How a block setter is written
//
// Each kind of block has a file and a method on [setter] that takes the block
// and a [scope]: the element it belongs to, the width and the left edge it
// may fill, the type of its text. The method
//
//   - adds space with list.space before and after itself (neighbours' spaces
//     do not add up: the larger one counts),
//   - makes elements of the structure tree with scope.element,
//   - sets text with setter.text, which gives lines, or with setter.blocks,
//     which sets blocks inside a block by the same means,
//   - and adds boxes with list.add, where every box is something that can put
//     itself on a page: one method, emit.
//
// A box that must not stand apart from its neighbour has list.keep between
// them; between two boxes without it a page may break only at glue or at a
// penalty. What a page break should cost there, and what is to be set at the
// top of the next page (as the head of a table), is said with list.penalty.
// Material behind or beside several boxes (the ground of a listing, the bar of
// an admonition) is a decoration: list.open and list.close around the boxes.
package layout
