// Package document is Quire's model of an article: a sealed tree of blocks and
// inlines that says what the text means and where it came from, never what it
// looks like.
//
// Readers (source/markdown, source/plain, source/html) make a [Document],
// passes (source/enrich) add to it, formats (formats/pdf, formats/epub) print
// it. Trees can also be built by hand from the structs below; call
// [Document.Validate] on such a tree to learn what it lacks:
//
//	doc := &document.Document{
//		Metadata: document.Metadata{Title: "Hello", Language: "en"},
//		Blocks: []document.Block{
//			&document.Paragraph{Content: document.Plain("A first paragraph.")},
//		},
//	}
//
// Every node is a pointer to a plain struct; nothing in the tree is shared, and
// nothing in it is a length, a font or a colour. Requests about looks are
// opaque strings ([Metadata.Settings], [Attr.Settings]) that formats/style
// understands.
//
// The package never opens a file and never changes a tree unless its name says
// so ([Rewrite], [Document.Identify]).
package document

import "github.com/quirepress/quire/source/diag"

// Document is one article or book.
type Document struct {
	Metadata Metadata
	// Blocks is the text in reading order, back matter included.
	Blocks []Block
	// Directives are the author's own words about the back matter.
	Directives Directives
	// Resources are the files that the text refers to by name: images, the
	// cover, and the source text itself.
	Resources []Resource
	// Omissions are what the reader left out as no part of the article.
	Omissions []Omission
}

// Omission is a piece of the source that a reader left out: a leftover of the
// page around the article. Every omission is also reported as a diagnostic.
type Omission struct {
	// Text is the piece as it stands in the source; of a web page, as a browser
	// shows it, shortened with "…" where it is very long.
	Text string
	// Reason is a word or two for people, such as "view counter".
	Reason string
	Pos    diag.Position
}

// Resource is a file that travels with the document.
type Resource struct {
	// Name is the slash-separated path by which nodes refer to it. It is
	// unique within the document.
	Name string
	// MediaType is the type found in the bytes, such as "image/png".
	MediaType string
	Bytes     []byte `json:"-"`
}

// Resource returns the resource called name.
func (d *Document) Resource(name string) (*Resource, bool) {
	for i := range d.Resources {
		if d.Resources[i].Name == name {
			return &d.Resources[i], true
		}
	}
	return nil, false
}

// Anchor names a place in the document that links and page references aim at.
// It is unique within the document and a valid XML id that is also safe in a
// URL fragment: a letter or "_", then letters, digits, "-", "_" and ".".
type Anchor string

// Direction is the base direction of a text.
type Direction string

// The directions. The empty one is inherited, and left to right at the root.
const (
	Inherited   Direction = ""
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// Attr holds what every node may carry. The zero value carries nothing.
type Attr struct {
	// Anchor is where links to this node arrive.
	Anchor Anchor
	// Lang is the BCP 47 tag of the node's language; empty means inherited.
	Lang string
	// Dir is the base direction.
	Dir Direction
	// Classes are names the author gave for purposes of his own.
	Classes []string
	// Settings are requests about looks, opaque here.
	Settings map[string]string
	// Pos is where the node begins in its source.
	Pos diag.Position
}

// Attributes returns the node's attributes, for reading and for changing.
func (a *Attr) Attributes() *Attr { return a }

// Node is any node of the tree: a [Block], an [Inline], or one of the parts
// that only occur inside a certain block, such as [ListItem] or [Cell].
type Node interface {
	Attributes() *Attr
	// Kind returns the node's name in the JSON dump, such as "paragraph".
	Kind() string
	// each calls the visitor with the node's children, in reading order. It
	// also seals the interface.
	each(v visitor)
}

// Block is a node that stands in the vertical flow.
type Block interface {
	Node
	block()
}

// Inline is a node that stands in a line of text.
type Inline interface {
	Node
	inline()
}

// visitor receives the children of a node as pointers to the slices that hold
// them, so that one method serves reading and rewriting. A nil field skips
// that kind of child.
type visitor struct {
	blocks  func(*[]Block)
	inlines func(*[]Inline)
	node    func(Node)
}

func (v visitor) visitBlocks(b *[]Block) {
	if v.blocks != nil {
		v.blocks(b)
	}
}

func (v visitor) visitInlines(s *[]Inline) {
	if v.inlines != nil {
		v.inlines(s)
	}
}

func visitNodes[N Node](v visitor, nodes []N) {
	if v.node != nil {
		for _, n := range nodes {
			v.node(n)
		}
	}
}

// Plain returns s as inline content: one [Text], or nothing for an empty
// string.
func Plain(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{&Text{Value: s}}
}
