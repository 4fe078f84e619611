package document

// Glossary is a list of terms in the order of the language's collation.
type Glossary struct {
	Attr
	Entries []*GlossaryEntry
}

// GlossaryEntry explains a term.
type GlossaryEntry struct {
	Attr
	Term string
	// Acronym says that Term is an acronym.
	Acronym bool
	// Expansion is an acronym's long form, or "".
	Expansion string
	// Definition is the meaning as the text gives it; may be empty.
	Definition []Inline
	// Mentions are the anchors of the places where the term occurs, in reading
	// order; pages are looked up from them.
	Mentions []Anchor
	// SeeAlso are the anchors of other entries.
	SeeAlso []Anchor
	// Evidence is the sentence, as it stands, that the entry was made from, of
	// a long one the words around the term, with "[…]" for what is left out;
	// Rule the name of the rule that found it, or "author".
	Evidence string
	Rule     string
}

// Timeline is a list of events in the order of their dates.
type Timeline struct {
	Attr
	Entries []*TimelineEntry
}

// TimelineEntry is one event.
type TimelineEntry struct {
	Attr
	// Date is EDTF (ISO 8601-2).
	Date string
	// Phrase is the date as it is printed, such as "late 1990s".
	Phrase string
	// Lower and Upper bound the time meant, both included, as ISO 8601 days;
	// years before 1 are written with a sign and four digits as in "-0043". Of an
	// interval that is open on one side (../1990) they bound the date that is
	// given.
	Lower, Upper string
	// Summary tells the event in one line.
	Summary []Inline
	// Mention is the anchor of the dated phrase in the text, "" for an event
	// that the author added.
	Mention Anchor
	// Evidence is the sentence, as it stands, that the entry was made from, of
	// a long one the words around the date, with "[…]" for what is left out;
	// Rule the name of the rule that found it, or "author".
	Evidence string
	Rule     string
	// End is the offset in the source behind the evidence, which begins at the
	// entry's position and may hold marks and notes there; 0 if it is not known.
	End int
}

// Index is a list of entries in the order of the language's collation.
type Index struct {
	Attr
	Entries []*IndexEntry
}

// IndexEntry is a heading of the index with its places and subentries.
type IndexEntry struct {
	Attr
	Term     string
	Mentions []Anchor
	SeeAlso  []Anchor
	Entries  []*IndexEntry
}

func (*Glossary) block() {}
func (*Timeline) block() {}
func (*Index) block()    {}

func (*Glossary) Kind() string      { return "glossary" }
func (*GlossaryEntry) Kind() string { return "glossary-entry" }
func (*Timeline) Kind() string      { return "timeline" }
func (*TimelineEntry) Kind() string { return "timeline-entry" }
func (*Index) Kind() string         { return "index" }
func (*IndexEntry) Kind() string    { return "index-entry" }

func (n *Glossary) each(v visitor)      { visitNodes(v, n.Entries) }
func (n *GlossaryEntry) each(v visitor) { v.visitInlines(&n.Definition) }
func (n *Timeline) each(v visitor)      { visitNodes(v, n.Entries) }
func (n *TimelineEntry) each(v visitor) { v.visitInlines(&n.Summary) }
func (n *Index) each(v visitor)         { visitNodes(v, n.Entries) }
func (n *IndexEntry) each(v visitor)    { visitNodes(v, n.Entries) }
