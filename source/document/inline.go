package document

// Text is a run of characters. Where the source holds the same characters, its
// Pos is exact, so that an offset in Value is an offset in the source.
type Text struct {
	Attr
	Value string
}

// Emphasis is stressed text, set in italics as a rule.
type Emphasis struct {
	Attr
	Content []Inline
}

// Strong is text of importance, set in bold as a rule.
type Strong struct {
	Attr
	Content []Inline
}

// Strikethrough is text that is no longer valid.
type Strikethrough struct {
	Attr
	Content []Inline
}

// Superscript is raised text.
type Superscript struct {
	Attr
	Content []Inline
}

// Subscript is lowered text.
type Subscript struct {
	Attr
	Content []Inline
}

// Code is a piece of code in a line of text.
type Code struct {
	Attr
	Value string
}

// Link leads out of the document. Links to places inside it are
// [CrossReference] nodes.
type Link struct {
	Attr
	URL     string
	Title   string
	Content []Inline
}

// RefKind says what a [CrossReference] is for.
type RefKind string

// The kinds of references. Those of the back matter are quiet: they look like
// the text around them in print.
const (
	RefLink     RefKind = ""         // the author's own link
	RefNote     RefKind = "note"     // another mark for a note made elsewhere
	RefTerm     RefKind = "term"     // a mention, to its entry in the glossary
	RefEvent    RefKind = "event"    // a dated phrase, to its entry in the timeline
	RefSeeAlso  RefKind = "see-also" // from one entry of the back matter to another
	RefBacklink RefKind = "backlink" // from an entry to the place that it came from
)

// Show says what a [CrossReference] prints besides its content.
type Show string

// What references print. The page is that of the target in print; without
// printed pages nothing is added.
const (
	ShowContent Show = ""
	ShowPage    Show = "page"   // "12" instead of the content
	ShowNumber  Show = "number" // the number of the target's section, figure or table
)

// CrossReference leads to another place in the document.
type CrossReference struct {
	Attr
	Target  Anchor
	Ref     RefKind
	Show    Show
	Content []Inline
}

// Image is a picture in a line; alone in a paragraph or in a [Figure] it
// stands by itself.
type Image struct {
	Attr
	// Resource names the picture in [Document.Resources].
	Resource string
	// Alt says in words what the picture shows.
	Alt string
	// Decorative pictures say nothing and need no Alt.
	Decorative bool
	Title      string
}

// Note is a footnote: its mark stands here, its text holds Blocks.
type Note struct {
	Attr
	Blocks []Block
}

// LineBreak is a break that the author wants.
type LineBreak struct{ Attr }

// Span carries an anchor, a language, a direction or classes for its content.
type Span struct {
	Attr
	Content []Inline
}

// Abbreviation is a short form whose long form the author gave.
type Abbreviation struct {
	Attr
	Expansion string
	Content   []Inline
}

// Definition marks the first use of a term: the place where it is defined.
type Definition struct {
	Attr
	Content []Inline
}

// Date is a phrase that means a date.
type Date struct {
	Attr
	// Value is EDTF (ISO 8601-2).
	Value   string
	Content []Inline
}

// Target is an anchor without extent.
type Target struct{ Attr }

// IndexTerm makes an entry in the index for this place.
type IndexTerm struct {
	Attr
	// Path is the entry and, below it, its subentries.
	Path []string
	// Content is the text that the entry covers; may be empty.
	Content []Inline
}

// Math is a formula in a line.
type Math struct {
	Attr
	// Format is "tex" or "mathml".
	Format string
	Source string
}

// RawInline is markup of another language, kept as data and never trusted.
type RawInline struct {
	Attr
	Format string
	Source string
}

func (*Text) inline()           {}
func (*Emphasis) inline()       {}
func (*Strong) inline()         {}
func (*Strikethrough) inline()  {}
func (*Superscript) inline()    {}
func (*Subscript) inline()      {}
func (*Code) inline()           {}
func (*Link) inline()           {}
func (*CrossReference) inline() {}
func (*Image) inline()          {}
func (*Note) inline()           {}
func (*LineBreak) inline()      {}
func (*Span) inline()           {}
func (*Abbreviation) inline()   {}
func (*Definition) inline()     {}
func (*Date) inline()           {}
func (*Target) inline()         {}
func (*IndexTerm) inline()      {}
func (*Math) inline()           {}
func (*RawInline) inline()      {}

func (*Text) Kind() string           { return "text" }
func (*Emphasis) Kind() string       { return "emphasis" }
func (*Strong) Kind() string         { return "strong" }
func (*Strikethrough) Kind() string  { return "strikethrough" }
func (*Superscript) Kind() string    { return "superscript" }
func (*Subscript) Kind() string      { return "subscript" }
func (*Code) Kind() string           { return "code" }
func (*Link) Kind() string           { return "link" }
func (*CrossReference) Kind() string { return "cross-reference" }
func (*Image) Kind() string          { return "image" }
func (*Note) Kind() string           { return "note" }
func (*LineBreak) Kind() string      { return "line-break" }
func (*Span) Kind() string           { return "span" }
func (*Abbreviation) Kind() string   { return "abbreviation" }
func (*Definition) Kind() string     { return "definition" }
func (*Date) Kind() string           { return "date" }
func (*Target) Kind() string         { return "target" }
func (*IndexTerm) Kind() string      { return "index-term" }
func (*Math) Kind() string           { return "math" }
func (*RawInline) Kind() string      { return "raw-inline" }

func (*Text) each(visitor)               {}
func (n *Emphasis) each(v visitor)       { v.visitInlines(&n.Content) }
func (n *Strong) each(v visitor)         { v.visitInlines(&n.Content) }
func (n *Strikethrough) each(v visitor)  { v.visitInlines(&n.Content) }
func (n *Superscript) each(v visitor)    { v.visitInlines(&n.Content) }
func (n *Subscript) each(v visitor)      { v.visitInlines(&n.Content) }
func (*Code) each(visitor)               {}
func (n *Link) each(v visitor)           { v.visitInlines(&n.Content) }
func (n *CrossReference) each(v visitor) { v.visitInlines(&n.Content) }
func (*Image) each(visitor)              {}
func (n *Note) each(v visitor)           { v.visitBlocks(&n.Blocks) }
func (*LineBreak) each(visitor)          {}
func (n *Span) each(v visitor)           { v.visitInlines(&n.Content) }
func (n *Abbreviation) each(v visitor)   { v.visitInlines(&n.Content) }
func (n *Definition) each(v visitor)     { v.visitInlines(&n.Content) }
func (n *Date) each(v visitor)           { v.visitInlines(&n.Content) }
func (*Target) each(visitor)             {}
func (n *IndexTerm) each(v visitor)      { v.visitInlines(&n.Content) }
func (*Math) each(visitor)               {}
func (*RawInline) each(visitor)          {}
