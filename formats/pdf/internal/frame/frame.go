// Package frame is the typesetter's result: finished pages as plain data. The
// layout makes frames, paint draws them without a decision of its own, finish
// turns the tags that ride inside them into the structure tree, and tests dump
// them as text.
//
// Coordinates are [style.Length] from the top left corner of the page, y
// downwards; text stands on its baseline.
package frame

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
)

// Book is a document set on pages.
type Book struct {
	Info  Info
	Pages []Page
	// Faces, Images and Tags are tables that the pages refer to by index.
	Faces  []*font.Face
	Images []Image
	// Tags is the structure tree (ISO 32000-1, 14.7). Tags[0] is its root, the
	// Document element; every other tag stands behind its parent.
	Tags         []Tag
	Bookmarks    []Bookmark
	Destinations []Destination
	Attachments  []Attachment
	// Inks says how the colours are written.
	Inks Inks
	// Substituted says that squares or names stand for characters that no face
	// has: the pages do not show what the text says.
	Substituted bool
}

// Inks is how the colours of a book, which are those of sRGB, are written.
type Inks uint8

// The inks.
const (
	// ScreenInks are the device's red, green and blue, to which the output
	// intent gives a meaning.
	ScreenInks Inks = iota
	// GreyInk is black alone: every colour and every image of the book is grey.
	GreyInk
	// PressInks are black alone for what is grey, and sRGB by its profile for
	// everything else.
	PressInks
)

// Info is the metadata of the document, for the information dictionary and
// XMP. Dates are RFC 3339 in UTC.
type Info struct {
	Title, Subtitle     string
	Authors             []string
	Contributors        []string // all others, "Name (role)"
	Subjects            []string
	Description, Rights string
	Publisher           string
	Language            string // BCP 47
	RightToLeft         bool   // pages follow each other from right to left
	Identifier          string // a URI such as urn:uuid:…
	PrintID             string // see document.Pagination
	Source              string
	Created, Modified   string
	Fingerprint         string // of what the file is made from; a URI
}

// Page is one page.
type Page struct {
	Width, Height style.Length
	// Bleed is how far the bleed box reaches beyond the trim box, which is the
	// page itself.
	Bleed style.Length
	Label string
	// Turned pages are shown turned to the right by a quarter, because what is
	// on them is turned to the left.
	Turned bool
	// Items are drawn in order.
	Items []Item
	Links []Link
}

// Item is something drawn on a page: [*Text], [*Rule], [*Path] or [*Picture].
type Item interface{ item() }

// Mark connects an item with the structure tree.
type Mark struct {
	// Tag is the index in [Book.Tags] of the element that holds the item. It
	// is 0 for an artifact: the root itself holds no content.
	Tag int32
	// Order is the item's place in reading order throughout the book: the kids
	// of an element stand in the order of their marks, wherever they are on
	// the pages.
	Order int32
	// Artifact says what kind of artifact it is, where Tag is 0.
	Artifact Artifact
}

// Artifact is a kind of artifact (ISO 32000-1, 14.8.2.2).
type Artifact uint8

// The kinds of artifacts.
const (
	LayoutArtifact     Artifact = iota // rules, grounds, drawn decoration
	HeaderArtifact                     // pagination artifact, subtype Header
	FooterArtifact                     // pagination artifact, subtype Footer
	BackgroundArtifact                 // a page's background
)

// Text is a run of glyphs on one baseline in one face, size and colour.
type Text struct {
	X, Y   style.Length
	Face   int // index in [Book.Faces]
	Size   style.Length
	Color  style.Color
	Glyphs []Glyph
	// Clusters are what glyphs stand for that stand for several characters.
	Clusters []string
	// Shifts are where glyphs stand that do not stand at the pen.
	Shifts []Shift
	// Expansion scales the glyphs horizontally, in thousandths beyond their
	// natural width: 0 leaves them alone, 20 is 102 %. Advances are final.
	Expansion int32
	// Turned text runs upwards from (X, Y).
	Turned bool
	Mark   Mark
}

// Glyph is a glyph with its place. It holds no pointer and is no larger than it
// must be: a book has millions.
type Glyph struct {
	// Advance is the distance to the next glyph's origin on the page, with
	// kerning, word space and letter space.
	Advance style.Length
	// Char is the character that the glyph stands for: U+00AD for a hyphen
	// that the typesetter put in, a space for a word space. It is 0 for the
	// second glyph of a cluster, which stands for nothing of its own, and
	// below 0 for one that stands for several characters, as a ligature does:
	// they are Clusters[-1-Char] of the run.
	Char rune
	ID   uint16
	// Shift is 0 for a glyph that stands at the pen; any other stands apart
	// from it by Shifts[Shift-1] of the run.
	Shift uint16
}

// Shift is how far a glyph stands from the pen, y downwards.
type Shift struct{ X, Y style.Length }

// Rule is a filled rectangle; Radius rounds its corners.
type Rule struct {
	X, Y, Width, Height style.Length
	Radius              style.Length
	Color               style.Color
	Mark                Mark
}

// Path is a shape of straight lines and curves, filled, stroked or both.
type Path struct {
	Segments []Segment
	// Fill and Stroke are nil where the shape is not filled or stroked.
	Fill, Stroke *style.Color
	// EvenOdd chooses the even-odd rule for filling.
	EvenOdd bool
	// LineWidth is that of the stroke.
	LineWidth style.Length
	Dash      []style.Length
	// RoundCap and RoundJoin choose round ends and corners.
	RoundCap, RoundJoin bool
	// Clip is the part of the page that the shape shows in, nil for all of it.
	Clip *Rect
	Mark Mark
}

// Rect is a rectangle.
type Rect struct{ X, Y, Width, Height style.Length }

// Verb is what a [Segment] does.
type Verb uint8

// The verbs: a move and a line have one point, a curve two control points and
// its end, a close none.
const (
	MoveTo Verb = iota
	LineTo
	CurveTo
	Close
)

// Segment is a step of a [Path].
type Segment struct {
	Verb   Verb
	Points [3]Point
}

// Point is a point on the page.
type Point struct{ X, Y style.Length }

// Picture is a raster image scaled to a rectangle.
type Picture struct {
	X, Y, Width, Height style.Length
	Image               int // index in [Book.Images]
	// Turned pictures have their head at the left side of the rectangle.
	Turned bool
	Mark   Mark
}

func (*Text) item()    {}
func (*Rule) item()    {}
func (*Path) item()    {}
func (*Picture) item() {}

// Image is a raster image as the PDF holds it.
type Image struct {
	Name string
	// MediaType is "image/png" or "image/jpeg"; other kinds are converted
	// before.
	MediaType     string
	Bytes         []byte
	Width, Height int // pixels
}

// Link is an active area.
type Link struct {
	X, Y, Width, Height style.Length
	// URI is the address of an outside link; Destination the name of a place
	// in the book. One of them is set.
	URI, Destination string
	// Contents says in words where the link goes (ISO 14289-1, 7.18.5).
	Contents string
	// Tag is the Link or Reference element; Order as in [Mark].
	Tag   int32
	Order int32
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Level int // from 1
	// Destination names the place, one of [Book.Destinations].
	Destination string
	// Closed hides the entries below until the reader opens them.
	Closed bool
}

// Destination is a named place.
type Destination struct {
	Name string // an anchor of the document
	Page int    // index in [Book.Pages]
	X, Y style.Length
	// Tag is the element that stands there, for structure destinations; 0 if
	// none.
	Tag int32
}

// Attachment is an embedded file (an associated file of PDF/A-3).
type Attachment struct {
	Name, MediaType, Description string
	// Relationship is "Source", "Data", "Supplement" or "Alternative".
	Relationship string
	Modified     string // RFC 3339
	Bytes        []byte
}
