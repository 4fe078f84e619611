package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// emitter puts boxes on pages. It goes through the book in reading order, not
// page by page: the order in which it is called is the order of the marks.
type emitter struct {
	book  *frame.Book
	page  int // the index of the page at hand
	order int32
	faces map[*font.Face]int
	// noteAt says where the lines of each note stand.
	noteAt map[*note][]placed
	// under holds what is drawn below everything else, page by page.
	under [][]frame.Item
	// wanted are the anchors that become destinations, standing the elements
	// at those that have become one.
	wanted   map[document.Anchor]bool
	standing []*tag
	// headed are the cells that name their headers.
	headed []*tag
	// again says that what is put stands in the book already: it is an
	// artifact here, as the head of a table on its further pages.
	again bool
	// turn is set while what is put is turned.
	turn *turn
	// room is for texts to come: there are many, and all of them stay.
	room []frame.Text
}

// placed is where an item of a list stands.
type placed struct {
	item *item
	page int
	x, y style.Length
	// index is that of the item in its list: a float that moved to another
	// page is read where it stands in the text.
	index int
}

// at chooses the page for what follows.
func (e *emitter) at(page int) { e.page = page }

// item puts a box and what hangs on it.
func (e *emitter) item(it *item, x, y style.Length) {
	it.box.emit(e, x, y)
	for _, p := range it.places {
		e.destination(p, x, y)
	}
}

// index returns the number of an element, which it gets now if it has none.
func (e *emitter) index(t *tag) int32 {
	if t == nil || t.parent == nil {
		return 0
	}
	if t.index == 0 {
		t.Parent = e.index(t.parent)
		e.order++
		t.Order = e.order
		t.index = int32(len(e.book.Tags))
		if n := len(e.book.Tags); n == cap(e.book.Tags) {
			e.book.Tags = slices.Grow(e.book.Tags, n) // they are large: twice as many, not one in four more
		}
		e.book.Tags = append(e.book.Tags, t.Tag)
		if len(t.headers) > 0 {
			e.headed = append(e.headed, t)
		}
	}
	return t.index
}

// mark returns the mark of the next item inside an element; nil is an
// artifact of the layout.
func (e *emitter) mark(t *tag) frame.Mark {
	if t == nil || t.parent == nil || e.again {
		return frame.Mark{Artifact: frame.LayoutArtifact}
	}
	i := e.index(t)
	e.order++
	return frame.Mark{Tag: i, Order: e.order}
}

// put draws an item on the page at hand.
func (e *emitter) put(it frame.Item) {
	p := &e.book.Pages[e.page]
	if e.turn != nil {
		e.turn.item(it)
	}
	p.Items = append(p.Items, it)
}

// text draws a text on the page at hand.
func (e *emitter) text(t frame.Text) {
	if len(e.room) == 0 {
		e.room = make([]frame.Text, 32)
	}
	e.room[0] = t
	e.put(&e.room[0])
	e.room = e.room[1:]
}

// behind draws an artifact below everything else on the page.
func (e *emitter) behind(it frame.Item) {
	if e.turn != nil {
		e.turn.item(it)
	}
	e.under[e.page] = append(e.under[e.page], it)
}

// face returns the index of a face in the book.
func (e *emitter) face(f *font.Face) int {
	i, ok := e.faces[f]
	if !ok {
		i = len(e.book.Faces)
		e.faces[f] = i
		e.book.Faces = append(e.book.Faces, f)
	}
	return i
}

// destination makes a place a named destination if anything leads to it.
func (e *emitter) destination(p place, x, y style.Length) {
	if p.anchor == "" || !e.wanted[p.anchor] || e.again {
		return
	}
	delete(e.wanted, p.anchor)
	if e.turn != nil {
		x, y = e.turn.point(x+p.x, y+p.y)
		x, y = x-p.x, y-p.y
	}
	e.book.Destinations = append(e.book.Destinations, frame.Destination{Name: string(p.anchor), Page: e.page, X: x + p.x, Y: y + p.y})
	e.standing = append(e.standing, p.tag)
}

// stand tells the destinations which elements stand there, and cells their
// headers. It is done in the end: an element gets its place in reading order
// from its text, not from the anchor before it.
func (e *emitter) stand() {
	for i, t := range e.standing {
		if t != nil {
			e.book.Destinations[i].Tag = t.index
		}
	}
	for _, t := range e.headed {
		for _, h := range t.headers {
			if h.index > 0 {
				e.book.Tags[t.index].Headers = append(e.book.Tags[t.index].Headers, h.index)
			}
		}
	}
}

// link is an active piece of text, which may stand in several lines.
type link struct {
	uri      string
	target   document.Anchor
	contents string
	tag      *tag
}

// active makes a rectangle of the page lead somewhere.
func (e *emitter) active(l *link, x, y, width, height style.Length) {
	if e.again {
		return
	}
	if e.turn != nil {
		x, y, width, height = e.turn.rectangle(x, y, width, height)
	}
	i := e.index(l.tag)
	e.order++
	p := &e.book.Pages[e.page]
	p.Links = append(p.Links, frame.Link{
		X: x, Y: y, Width: width, Height: height,
		URI: l.uri, Destination: string(l.target), Contents: l.contents,
		Tag: i, Order: e.order,
	})
}
