package layout

import (
	"strings"

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
	// spoken says that the language of what stands in it is decided.
	spoken bool
}

// element returns a new element inside t.
func (t *tag) element(role string) *tag {
	return &tag{Tag: frame.Tag{Role: role}, parent: t}
}

// refined returns a new element inside t with a finer meaning.
func (t *tag) refined(role, meaning string) *tag {
	return &tag{Tag: frame.Tag{Role: role, Refined: meaning}, parent: t}
}

// speaks gives an element the language of the text in it where that is not the
// one around it, and returns it. An element with text in another language has it
// in an element of its own.
func (v *volume) speaks(el *tag, lang string) *tag {
	if el == nil || lang == "" {
		return el
	}
	around := v.doc.Metadata.Language
	for t := el; t != nil; t = t.parent {
		if t.Lang != "" {
			around = t.Lang
			break
		}
	}
	if around != lang && !strings.HasPrefix(around, lang+"-") {
		if el.spoken {
			return languageTag(el, lang)
		}
		el.Lang = lang
	}
	el.spoken = true
	return el
}
