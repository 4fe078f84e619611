package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// tag is an element of the structure tree in the making. Workers make tags
// without knowing of each other; an element gets its number when the first
// thing inside it is put on a page, so that numbers follow the reading order.
type tag struct {
	frame.Tag
	parent *tag  // nil for the root
	index  int32 // in frame.Book.Tags; 0 until it has one
	// headers are the header cells of a cell, where scopes do not tell them.
	headers []*tag
}

// element returns a new element inside t.
func (t *tag) element(role string) *tag {
	return &tag{Tag: frame.Tag{Role: role}, parent: t}
}

// refined returns a new element inside t with a finer meaning.
func (t *tag) refined(role, meaning string) *tag {
	return &tag{Tag: frame.Tag{Role: role, Refined: meaning}, parent: t}
}
