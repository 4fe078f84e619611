package layout

import (
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// From paginated flows to a book: every box is put on its page, in reading
// order; then the pages get what is the same on all of them.

// bind makes the book and its pagination.
func (b *binder) bind() (*frame.Book, *document.Pagination) {
	st := b.style
	book := &frame.Book{
		Info:  b.info(),
		Pages: make([]frame.Page, len(b.pages)),
		Tags:  []frame.Tag{{Role: "Document"}},
	}
	pagination := &document.Pagination{PrintID: book.Info.PrintID, Breaks: make([]document.PageBreak, len(b.pages)), Pages: b.places}
	for i := range book.Pages {
		book.Pages[i] = frame.Page{Width: st.Paper.Width, Height: st.Paper.Height, Label: b.pages[i].label}
		pagination.Breaks[i].Label = b.pages[i].label
	}
	e := &emitter{book: book, faces: map[*font.Face]int{}, noteAt: map[*note][]placed{}, under: make([][]frame.Item, len(b.pages)), wanted: b.wanted()}
	s := &setter{volume: b.volume}
	for i := range b.pages {
		if f := b.pages[i].flow; f != nil {
			b.page(e, f, i, pagination)
		}
	}
	b.headings(e, s)
	for i := range book.Pages {
		if len(e.under[i]) > 0 {
			book.Pages[i].Items = append(e.under[i], book.Pages[i].Items...)
		}
	}
	slices.SortStableFunc(book.Destinations, func(a, b frame.Destination) int { return strings.Compare(a.Name, b.Name) })
	b.bookmarks(book)
	return book, pagination
}

// left returns the left edge of the text on a page.
func (b *binder) left(page int) style.Length {
	if page%2 == 0 {
		return b.style.Margins.Inside
	}
	return b.style.Margins.Outside
}

// page puts the items of a page.
func (b *binder) page(e *emitter, f *flow, page int, pagination *document.Pagination) {
	st := b.style
	sh := &f.sheets[b.pages[page].sheet]
	x, top := b.left(page), st.Margins.Head
	v := &vessel{leading: st.Body.Leading, gap: st.Body.Leading}
	var c cursor
	e.at(page)

	var boxes []placed
	var notes []*note
	sh.floats(f.list.items, func(i int) {
		it := &f.list.items[i]
		boxes = append(boxes, placed{it, page, x, top + c.box(it, v)})
		c.y += v.leading / 2
		for _, n := range it.notes {
			notes = n.collect(notes)
		}
	})
	if sh.head != nil {
		boxes = append(boxes, placed{sh.head, page, x, top + c.box(sh.head, v)})
	}
	c.begun = false
	extra := sh.extra
	open := f.open
	close := func(s *stretch) {
		if s.some {
			s.deco.decorate(e, x, top+s.top, top+s.bottom)
		}
		s.some = false
	}
	grow := spread(f.list.items, sh, extra)
	for i := sh.start; i < sh.end; i++ {
		if sh.leaves(f.list.items, i) {
			continue
		}
		switch it := &f.list.items[i]; it.kind {
		case boxItem:
			y := c.box(it, v)
			boxes = append(boxes, placed{it, page, x, top + y})
			for k := range open {
				if !open[k].some {
					open[k].top, open[k].some = y, true
				}
				open[k].bottom = c.bottom
			}
			for _, n := range it.notes {
				notes = n.collect(notes)
			}
			if it.start.ok && pagination.Breaks[page].Anchor == "" {
				pagination.Breaks[page].Anchor, pagination.Breaks[page].Offset = it.start.anchor, it.start.offset
			}
		case glueItem:
			c.glue(it, v, grow[i])
		case openItem:
			open = append(open, stretch{deco: it.deco})
		case closeItem:
			close(&open[len(open)-1])
			open = open[:len(open)-1]
		}
	}
	for i := range open {
		close(&open[i])
	}
	f.open = open
	// The notes stand at the foot, the last line where the text ends.
	if len(notes) > 0 {
		y := st.Body.Leading * style.Length(st.Lines())
		for _, n := range notes {
			y -= n.height
		}
		if least := c.bottom + v.gap/2; y < least {
			y = least
		}
		e.noteRule(st, x, top+y-v.gap/3)
		for _, n := range notes {
			for i := range n.list.items {
				it := &n.list.items[i]
				switch it.kind {
				case boxItem:
					e.noteAt[n] = append(e.noteAt[n], placed{it, page, x, top + y})
					y += it.height
				case glueItem:
					y += it.height
				}
			}
		}
	}
	for _, p := range boxes {
		e.at(p.page)
		e.item(p.item, p.x, p.y)
	}
}

// stretch is the part of a decoration on the page at hand.
type stretch struct {
	deco        decoration
	top, bottom style.Length
	some        bool
}

// collect appends n and the notes inside it.
func (n *note) collect(to []*note) []*note {
	to = append(to, n)
	for _, m := range n.inner {
		to = m.collect(to)
	}
	return to
}

// spread says by how many lines each glue of a page grows: one line each from
// the top, then a second round.
func spread(items []item, sh *sheet, extra int) map[int]int {
	if extra == 0 {
		return nil
	}
	grow := map[int]int{}
	for extra > 0 {
		before := extra
		begun := false
		for i := sh.start; i < sh.end && extra > 0; i++ {
			it := &items[i]
			begun = begun || it.kind == boxItem
			if it.kind == glueItem && begun && grow[i] < int(it.stretch) && !sh.leaves(items, i) {
				grow[i]++
				extra--
			}
		}
		if extra == before {
			break
		}
	}
	return grow
}

// wanted returns the anchors that something leads to.
func (b *binder) wanted() map[document.Anchor]bool {
	w := map[document.Anchor]bool{}
	for _, n := range b.doc.All() {
		if _, ok := n.(*document.Paragraph); !ok {
			w[n.Attributes().Anchor] = true
		}
		if r, ok := n.(*document.CrossReference); ok {
			w[r.Target] = true
		}
	}
	for _, e := range b.doc.All() {
		switch e := e.(type) {
		case *document.GlossaryEntry:
			for _, m := range e.Mentions {
				w[m] = true
			}
		case *document.TimelineEntry:
			w[e.Mention] = true
		case *document.IndexEntry:
			for _, m := range e.Mentions {
				w[m] = true
			}
		}
	}
	delete(w, "")
	return w
}

// bookmarks makes the outline.
func (b *binder) bookmarks(book *frame.Book) {
	there := map[string]bool{}
	for _, d := range book.Destinations {
		there[d.Name] = true
	}
	var add func(es []*document.OutlineEntry)
	add = func(es []*document.OutlineEntry) {
		for _, e := range es {
			title := strings.Join(strings.Fields(document.TextOf(e.Section.Title)), " ")
			if a := string(e.Section.Anchor); there[a] && title != "" {
				book.Bookmarks = append(book.Bookmarks, frame.Bookmark{Title: title, Level: e.Level, Destination: a, Closed: e.Level > 1})
			}
			add(e.Children)
		}
	}
	add(b.doc.Outline(0))
}
