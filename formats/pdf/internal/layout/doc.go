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
// total of demerits (breaks.go). Only then do the boxes get their places
// (place.go) and put themselves on their pages in reading order (emit.go),
// which also makes the structure tree (order.go).
//
// Text becomes lines in five steps: inlines to a galley, one string with
// attributes (inline.go, attr.go); the galley to runs that are shaped alike
// (runs.go); runs to the items of Knuth and Plass (shape.go, word.go); items to
// lines, by package line (paragraph.go); and the pieces of each line to glyphs
// (compose.go, glyphs.go).
//
// Page numbers in the text need pages, and pages need the text. The first pass
// guesses, the second prints the first one's numbers; if those of the second
// differ, a third pass keeps every page break and only sets the numbers anew
// (passes.go).
//
// # How a block setter is written
//
// Each kind of block has a file and a method on [setter] that takes the block
// and a [scope]: the element it belongs to, the width and the left edge it may
// fill, the type of its text. The method
//
//   - makes elements of the structure tree with scope.element, and insets its
//     scope with scope.inset;
//   - sets text with setter.gather (inlines to a galley) and setter.lines (a
//     galley to lines), or blocks inside a block with setter.blocks;
//   - adds boxes with list.add, where a box is anything that can put itself on
//     a page: one method, emit; lines of text with setter.addLines;
//   - asks for white with list.space (neighbours' white does not add up: the
//     larger counts), or stands apart from the text as a whole with
//     setter.standApart, which keeps the text below on the grid; both say by how
//     much the white may grow, so that pages end level (level.go); what may move
//     to the next page goes through setter.float.
//
// A box that must not stand apart from its neighbour has list.keep between
// them; between two boxes without glue or penalty no page breaks. What a break
// costs, and what is set again at the top of the next page (as the head of a
// table), is said with list.penalty and list.penaltyHead. Material behind or
// beside several boxes (the ground of a listing, the bar of an admonition) is
// a decoration: list.open and list.close around the boxes.
//
// Setters run side by side and share nothing but the volume, which they do not
// change. They never ask where on a page they are.
package layout
