package paint

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Marked content (ISO 32000-1, 14.6 and 14.7.4): every operator that draws
// stands either in content of the structure tree, "/P <</MCID 3>> BDC … EMC",
// or in an artifact.

// mark returns the mark of an item.
func mark(item frame.Item) frame.Mark {
	switch it := item.(type) {
	case *frame.Text:
		return it.Mark
	case *frame.Rule:
		return it.Mark
	case *frame.Path:
		return it.Mark
	case *frame.Picture:
		return it.Mark
	}
	return frame.Mark{}
}

// readingRuns numbers the items of all pages so that two of them have the same
// number just when they belong to one element and nothing else is read between
// them: those may share a content id if they are also drawn one after the other.
func readingRuns(book *frame.Book) [][]int32 {
	type placed struct{ order, tag, page, item int32 }
	var all []placed
	runs := make([][]int32, len(book.Pages))
	for i := range book.Pages {
		items := book.Pages[i].Items
		runs[i] = make([]int32, len(items))
		for k, item := range items {
			if m := mark(item); m.Tag != 0 {
				all = append(all, placed{m.Order, m.Tag, int32(i), int32(k)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.order, b.order) })
	run := int32(0)
	for i, p := range all {
		if i > 0 && p.tag != all[i-1].tag {
			run++
		}
		runs[p.page][p.item] = run
	}
	return runs
}

// marker opens and closes the marked content of a page.
type marker struct {
	book   *frame.Book
	tagged bool
	marks  []frame.Mark

	open     bool
	inner    bool  // it was opened inside a text object
	run      int32 // of the content that is open, or -1
	artifact frame.Artifact
}

// begin makes sure that the marked content for an item of a reading run is
// open, and that no text object is in the way.
func (m *marker) begin(c *canvas, item frame.Item, run int32) {
	_, text := item.(*frame.Text)
	if !text && c.text.open {
		if m.inner {
			m.end(c)
		}
		c.endText()
	}
	if !m.tagged {
		return
	}
	mk := mark(item)
	if mk.Tag == 0 {
		if m.open && m.run < 0 && m.artifact == mk.Artifact {
			return
		}
		m.change(c, text)
		m.run, m.artifact = -1, mk.Artifact
		c.b = append(c.b, "/Artifact<<"...)
		switch mk.Artifact {
		case frame.HeaderArtifact:
			c.b = append(c.b, "/Type/Pagination/Subtype/Header"...)
		case frame.FooterArtifact:
			c.b = append(c.b, "/Type/Pagination/Subtype/Footer"...)
		case frame.BackgroundArtifact:
			c.b = append(c.b, "/Type/Background/BBox[0 0"...)
			c.length(c.width)
			c.length(c.height)
			c.b = append(c.b, ']')
		default:
			c.b = append(c.b, "/Type/Layout"...)
		}
		c.b = append(c.b, ">>BDC\n"...)
		return
	}
	if m.open && m.run == run {
		return
	}
	m.change(c, text)
	m.run = run
	c.b = append(c.b, '/')
	c.b = append(c.b, m.book.Tags[mk.Tag].Role...)
	c.b = append(c.b, "<</MCID "...)
	c.b = strconv.AppendInt(c.b, int64(len(m.marks)), 10)
	c.b = append(c.b, ">>BDC\n"...)
	m.marks = append(m.marks, mk)
}

// change ends the content that is open and prepares for the next, which is
// inside a text object if it begins with text.
func (m *marker) change(c *canvas, text bool) {
	m.end(c)
	if text {
		c.beginText()
	}
	m.open, m.inner = true, c.text.open
}

// end closes the marked content that is open.
func (m *marker) end(c *canvas) {
	if m.open {
		if !m.inner {
			c.endText()
		}
		c.b = append(c.b, "EMC\n"...)
		m.open = false
	}
}
