package document

// Role says what part of a book a [Section] is. The names are those of the
// EPUB Structural Semantics Vocabulary.
type Role string

// The roles. The empty role is a chapter where it stands at the top of the
// document or of a part, and an ordinary section below that.
const (
	RoleNone            Role = ""
	RolePart            Role = "part"
	RoleDedication      Role = "dedication"
	RoleEpigraph        Role = "epigraph"
	RoleForeword        Role = "foreword"
	RolePreface         Role = "preface"
	RoleIntroduction    Role = "introduction"
	RoleConclusion      Role = "conclusion"
	RoleAfterword       Role = "afterword"
	RoleAcknowledgments Role = "acknowledgments"
	RoleAppendix        Role = "appendix"
	RoleBibliography    Role = "bibliography"
	RoleTimeline        Role = "timeline"
	RoleGlossary        Role = "glossary"
	RoleIndex           Role = "index"
	RoleColophon        Role = "colophon"
)

// FrontMatter reports whether the role stands before the text proper.
func (r Role) FrontMatter() bool {
	switch r {
	case RoleDedication, RoleEpigraph, RoleForeword, RolePreface:
		return true
	}
	return false
}

// BackMatter reports whether the role stands behind the text proper.
func (r Role) BackMatter() bool {
	switch r {
	case RoleAfterword, RoleAcknowledgments, RoleAppendix, RoleBibliography, RoleTimeline, RoleGlossary, RoleIndex, RoleColophon:
		return true
	}
	return false
}

// Section is a titled division with everything in it, subsections included:
// depth in the tree is the level of its heading.
type Section struct {
	Attr
	Role   Role
	Title  []Inline
	Blocks []Block
	// Unnumbered keeps a chapter out of the count of chapters.
	Unnumbered bool
}

// Heading is a heading that opens no section, as inside a quotation. Level
// counts from 1.
type Heading struct {
	Attr
	Level   int
	Content []Inline
}

// Paragraph is a paragraph of text.
type Paragraph struct {
	Attr
	Content []Inline
}

// List is an ordered or unordered list.
type List struct {
	Attr
	Ordered bool
	// Start is the number of the first item of an ordered list.
	Start int
	// Style is the numbering: "" or "1", "a", "A", "i", "I" as in HTML.
	Style string
	// Reversed lists count down.
	Reversed bool
	// Tight lists have no space between items.
	Tight bool
	Items []*ListItem
}

// ListItem is an item of a [List].
type ListItem struct {
	Attr
	// Number is the number of an item of an ordered list that does not follow
	// the one before; 0 is one that does.
	Number int
	// Task is set for items that are to be ticked off.
	Task   *Task
	Blocks []Block
}

// Numbers returns the number of each item of an ordered list.
func (l *List) Numbers() []int {
	out := make([]int, len(l.Items))
	next, step := l.Start, 1
	if l.Reversed {
		step = -1
	}
	for i, item := range l.Items {
		if item.Number != 0 {
			next = item.Number
		}
		out[i] = next
		next += step
	}
	return out
}

// Task is the tick box of a list item.
type Task struct{ Done bool }

// Quote is a block quotation.
type Quote struct {
	Attr
	Blocks []Block
	// Attribution says whose words they are.
	Attribution []Inline
}

// CodeBlock is a listing.
type CodeBlock struct {
	Attr
	// Language is the language of the code as the author named it, or "".
	Language string
	// Code is the text with "\n" between lines and none at the end.
	Code    string
	Caption []Inline
}

// Align is the alignment of a table column or cell.
type Align string

// The alignments. The empty one leaves the choice to the format, which aligns
// numbers on their decimal sign.
const (
	AlignDefault Align = ""
	AlignLeft    Align = "left"
	AlignCenter  Align = "center"
	AlignRight   Align = "right"
)

// Scope says which cells a cell of a [Table] heads.
type Scope string

// The scopes, as in HTML: a header of a row heads the cells behind it, one of a
// column the cells below it. The empty one leaves it to the cell's place.
const (
	ScopeByPlace Scope = ""
	ScopeRow     Scope = "row"
	ScopeColumn  Scope = "column"
)

// Table is a table of rows and columns.
type Table struct {
	Attr
	Caption []Inline
	// Columns has an alignment for each column.
	Columns []Align
	// HeaderColumns is the number of columns at the left whose cells head
	// their rows.
	HeaderColumns int
	// Head holds the rows that are repeated on every page. Their cells head
	// their columns.
	Head []*Row
	Body []*Row
}

// Heads returns what a cell heads that begins in a column of the head or of the
// body; empty is a cell of data.
func (t *Table) Heads(c *Cell, inHead bool, column int) Scope {
	switch {
	case c.Scope != ScopeByPlace:
		return c.Scope
	case inHead:
		return ScopeColumn
	case column < t.HeaderColumns:
		return ScopeRow
	}
	return ScopeByPlace
}

// Row is a row of a [Table].
type Row struct {
	Attr
	Cells []*Cell
}

// Cell is a cell of a [Row].
type Cell struct {
	Attr
	Align Align
	// Scope makes a header of a cell that stands elsewhere than in the head or
	// in a header column, or gives one there another direction.
	Scope Scope
	// Headers are the anchors of cells of the same table that head this one,
	// where the author named them; without it, places and scopes tell.
	Headers []Anchor
	// ColSpan and RowSpan count the columns and rows covered; 0 means 1.
	ColSpan, RowSpan int
	Blocks           []Block
}

// Figure is an illustration, or anything that is treated as one, with its
// caption.
type Figure struct {
	Attr
	Blocks  []Block
	Caption []Inline
}

// DefinitionList is a list of terms with their definitions.
type DefinitionList struct {
	Attr
	Items []*DefinitionItem
}

// DefinitionItem is one or more terms with one or more definitions.
type DefinitionItem struct {
	Attr
	Terms       []*DefinitionTerm
	Definitions []*DefinitionBody
}

// DefinitionTerm is a term of a [DefinitionItem].
type DefinitionTerm struct {
	Attr
	Content []Inline
}

// DefinitionBody is a definition of a [DefinitionItem].
type DefinitionBody struct {
	Attr
	Blocks []Block
}

// Admonition is an aside set off from the text.
type Admonition struct {
	Attr
	// Type is "note", "tip", "important", "warning", "caution" or a name of
	// the author's.
	Type string
	// Title replaces the label made from Type.
	Title  []Inline
	Blocks []Block
}

// ThematicBreak is a change of scene.
type ThematicBreak struct{ Attr }

// MathBlock is a displayed formula.
type MathBlock struct {
	Attr
	// Format is "tex" or "mathml".
	Format string
	Source string
}

// RawBlock is markup of another language, kept as data and never trusted.
type RawBlock struct {
	Attr
	// Format is "html" or another name.
	Format string
	Source string
}

func (*Section) block()        {}
func (*Heading) block()        {}
func (*Paragraph) block()      {}
func (*List) block()           {}
func (*Quote) block()          {}
func (*CodeBlock) block()      {}
func (*Table) block()          {}
func (*Figure) block()         {}
func (*DefinitionList) block() {}
func (*Admonition) block()     {}
func (*ThematicBreak) block()  {}
func (*MathBlock) block()      {}
func (*RawBlock) block()       {}

func (*Section) Kind() string        { return "section" }
func (*Heading) Kind() string        { return "heading" }
func (*Paragraph) Kind() string      { return "paragraph" }
func (*List) Kind() string           { return "list" }
func (*ListItem) Kind() string       { return "list-item" }
func (*Quote) Kind() string          { return "quote" }
func (*CodeBlock) Kind() string      { return "code-block" }
func (*Table) Kind() string          { return "table" }
func (*Row) Kind() string            { return "row" }
func (*Cell) Kind() string           { return "cell" }
func (*Figure) Kind() string         { return "figure" }
func (*DefinitionList) Kind() string { return "definition-list" }
func (*DefinitionItem) Kind() string { return "definition-item" }
func (*DefinitionTerm) Kind() string { return "definition-term" }
func (*DefinitionBody) Kind() string { return "definition-body" }
func (*Admonition) Kind() string     { return "admonition" }
func (*ThematicBreak) Kind() string  { return "thematic-break" }
func (*MathBlock) Kind() string      { return "math-block" }
func (*RawBlock) Kind() string       { return "raw-block" }

func (n *Section) each(v visitor)   { v.visitInlines(&n.Title); v.visitBlocks(&n.Blocks) }
func (n *Heading) each(v visitor)   { v.visitInlines(&n.Content) }
func (n *Paragraph) each(v visitor) { v.visitInlines(&n.Content) }
func (n *List) each(v visitor)      { visitNodes(v, n.Items) }
func (n *ListItem) each(v visitor)  { v.visitBlocks(&n.Blocks) }
func (n *Quote) each(v visitor)     { v.visitBlocks(&n.Blocks); v.visitInlines(&n.Attribution) }
func (n *CodeBlock) each(v visitor) { v.visitInlines(&n.Caption) }
func (n *Table) each(v visitor) {
	v.visitInlines(&n.Caption)
	visitNodes(v, n.Head)
	visitNodes(v, n.Body)
}
func (n *Row) each(v visitor)            { visitNodes(v, n.Cells) }
func (n *Cell) each(v visitor)           { v.visitBlocks(&n.Blocks) }
func (n *Figure) each(v visitor)         { v.visitBlocks(&n.Blocks); v.visitInlines(&n.Caption) }
func (n *DefinitionList) each(v visitor) { visitNodes(v, n.Items) }
func (n *DefinitionItem) each(v visitor) { visitNodes(v, n.Terms); visitNodes(v, n.Definitions) }
func (n *DefinitionTerm) each(v visitor) { v.visitInlines(&n.Content) }
func (n *DefinitionBody) each(v visitor) { v.visitBlocks(&n.Blocks) }
func (n *Admonition) each(v visitor)     { v.visitInlines(&n.Title); v.visitBlocks(&n.Blocks) }
func (n *ThematicBreak) each(visitor)    {}
func (n *MathBlock) each(visitor)        {}
func (n *RawBlock) each(visitor)         {}
