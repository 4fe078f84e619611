package document

// Pagination says where the printed pages of a document begin. A format that
// lays out pages makes it; formats without pages print and navigate by it, so
// that "page 12" means the same words in print and on screen.
type Pagination struct {
	// PrintID names the printed edition, made from the document's identifier
	// and the page size.
	PrintID string
	// Breaks has one entry for each page, in order.
	Breaks []PageBreak
	// Pages gives for each anchor the index in Breaks of the page it is on.
	Pages map[Anchor]int
}

// PageBreak is the place in the text where a page begins.
type PageBreak struct {
	// Anchor is the block that holds the first word of the page's main text,
	// or [AtTitlePage] or [AtContents]. It is empty for any other page without
	// text of the document, such as a blank.
	Anchor Anchor
	// Offset counts the bytes of that block's text before the page: of its
	// [BlockText], of an admonition's title, a quotation's attribution, a
	// glossary entry's definition.
	Offset int
	// Label is the page's number as printed, such as "iv" or "12".
	Label string
}

// Where pages are that hold no text of the document, but that other formats
// have in a form of their own. No node bears these anchors.
const (
	AtTitlePage Anchor = "(title page)"
	AtContents  Anchor = "(contents)"
)

// PageOf returns the label of the page that holds the anchor, and false where
// it is not known. A nil Pagination knows nothing.
func (p *Pagination) PageOf(a Anchor) (label string, ok bool) {
	if p == nil {
		return "", false
	}
	i, ok := p.Pages[a]
	if !ok || i < 0 || i >= len(p.Breaks) {
		return "", false
	}
	return p.Breaks[i].Label, true
}
