package layout

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
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
	for i := 0; i < len(b.pages); {
		if b.ctx.Err() != nil {
			return nil, nil
		}
		f := b.pages[i].flow
		if f == nil {
			i++
			continue
		}
		// The units' own lists have been joined; lines that have been put on
		// their pages are not needed any more. Both is most of the memory.
		for _, u := range f.units {
			u.list = list{}
		}
		var boxes []placed
		for ; i < len(b.pages) && b.pages[i].flow == f && b.ctx.Err() == nil; i++ {
			boxes = b.placePage(e, boxes, i)
		}
		slices.SortStableFunc(boxes, func(a, b placed) int { return cmp.Compare(a.index, b.index) })
		for _, p := range boxes {
			e.at(p.page)
			e.item(p.item, p.x, p.y)
			if at := &pagination.Breaks[p.page]; p.item.start.ok && at.Anchor == "" {
				at.Anchor, at.Offset = p.item.start.anchor, p.item.start.offset
			}
		}
		for k := range f.list.items {
			f.list.items[k].box = nil
		}
	}
	for i := range book.Pages {
		if at := &pagination.Breaks[i]; at.Anchor == "" {
			at.Anchor = frontOf(e, i)
		}
	}
	e.stand()
	renumber(book)
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

// frontOf returns what a page is that begins with nothing of the document: the
// title page, the contents, or neither.
func frontOf(e *emitter, page int) document.Anchor {
	for _, it := range e.book.Pages[page].Items {
		t, ok := it.(*frame.Text)
		if !ok || t.Mark.Tag == 0 {
			continue
		}
		for k := t.Mark.Tag; k > 0; k = e.book.Tags[k].Parent {
			switch e.book.Tags[k].Refined {
			case "title-page":
				return document.AtTitlePage
			case "contents":
				return document.AtContents
			}
		}
		return ""
	}
	return ""
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
		case *document.Note:
			w[noteMark(e.Anchor)] = true
		case *document.Section:
			w[contentsMark(e.Anchor)] = true
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
