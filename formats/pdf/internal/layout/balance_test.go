package layout

import (
	"strconv"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestBalancedColumns checks that the columns of the last page of a handout end
// within a few lines of each other.
func TestBalancedColumns(t *testing.T) {
	for paragraphs := 3; paragraphs < 60; paragraphs += 5 {
		doc := &document.Document{Metadata: document.Metadata{Title: "Title", Language: "en"}}
		for range paragraphs {
			doc.Blocks = append(doc.Blocks, para(latin))
		}
		st := style.New(style.A4(), style.Handout, style.House)
		book, _, _ := set(t, doc, st)
		var foot [2]style.Length
		for _, it := range book.Pages[len(book.Pages)-1].Items {
			if text, ok := it.(*frame.Text); ok && text.Mark.Tag != 0 {
				column := 0
				if text.X > st.Paper.Width/2 {
					column = 1
				}
				foot[column] = max(foot[column], text.Y)
			}
		}
		if d := foot[0] - foot[1]; abs(d) > 3*st.Body.Leading {
			t.Errorf("%d paragraphs: the columns end at %v and %v", paragraphs, foot[0], foot[1])
		}
	}
}

// TestEntriesStayWhole sets timelines of many lengths in columns and checks that
// no column ends where nothing may break: within an entry, or below a title.
func TestEntriesStayWhole(t *testing.T) {
	st := style.New(style.A4(), style.Handout, style.House)
	for entries := 1; entries < 60; entries += 2 {
		line := &document.Timeline{}
		for k := range entries {
			year := strconv.Itoa(1900 + k)
			line.Entries = append(line.Entries, &document.TimelineEntry{
				Date: year, Phrase: year, Lower: year + "-01-01", Upper: year + "-12-31",
				Summary: document.Plain(latin[:40+(k*97)%(len(latin)-40)]),
			})
		}
		doc := &document.Document{Metadata: document.Metadata{Title: "Title", Language: "en"}, Blocks: []document.Block{
			para(latin[entries:]),
			&document.Section{Role: document.RoleTimeline, Title: document.Plain("Timeline"), Blocks: []document.Block{line}},
		}}
		doc.Identify()
		for _, f := range bound(t, doc, st).flows {
			for i := range f.sheets {
				if f.sheets[i].torn(f.list.items) {
					t.Errorf("%d entries: column %d ends where nothing may break", entries, i)
				}
			}
		}
	}
}
