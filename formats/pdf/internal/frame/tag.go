package frame

// Tag is an element of the structure tree. Role is a standard structure type
// of PDF 1.7 (ISO 32000-1, 14.8.4): Document, Part, Sect, H1 … H6, P, L, LI,
// Lbl, LBody, BlockQuote, Code, Figure, Caption, Table, THead, TBody, TR, TH,
// TD, Note, Reference, TOC, TOCI, Index, Link, Annot, Span, Formula, Div,
// Aside, Quote. Finish maps it to the types of PDF 2.0 where that is asked for.
type Tag struct {
	Parent int32 // index in [Book.Tags]; 0 for children of the root
	Role   string
	// Order is the element's place among its parent's kids where it holds
	// nothing itself, such as an empty cell; elsewhere the first mark inside
	// it decides.
	Order int32
	// Refined says which finer meaning the element has in the document model
	// ("emphasis", "strong", "title", "footnote", "admonition", …), for
	// standards that can tell.
	Refined string
	// ID is the element's id, unique; set where others refer to it.
	ID string
	// Title is the T entry, Lang a BCP 47 tag where it differs from the
	// parent's.
	Title, Lang string
	// Alt, ActualText and Expansion are the entries Alt, ActualText and E.
	Alt, ActualText, Expansion string
	// Source is where a figure or a formula stands in the article, for findings.
	Source Source
	// Scope is "Row", "Column" or "Both" for TH; Headers are the tags of
	// the header cells, where scopes do not tell them; spans count cells, 0 meaning 1.
	Scope            string
	Headers          []int32
	ColSpan, RowSpan int
	// ListNumbering is the L attribute of that name.
	ListNumbering string
	// Block says that the element stands in the vertical flow although its
	// role could also stand in a line (Figure, Formula, Link): its Placement is
	// Block.
	Block bool
}

// Source is a place in an article: a file, a line and a column from 1, and an
// offset in bytes. It has the fields of a finding's position and converts to
// one; frames themselves know nothing of findings.
type Source struct {
	File                 string
	Line, Column, Offset int
}
