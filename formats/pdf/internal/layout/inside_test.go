package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

// TestInsideThePage sets documents of every kind and looks for text that does
// not stand on its page, or below the foot of the text by more than a folio.
func TestInsideThePage(t *testing.T) {
	long := &document.Document{Metadata: document.Metadata{Title: "Notes", Language: "en"}}
	for i := range 12 {
		n := &document.Note{Blocks: []document.Block{para(latin)}}
		for range i * 6 {
			n.Blocks = append(n.Blocks, para(latin))
		}
		long.Blocks = append(long.Blocks, para(latin, latin), &document.Paragraph{Content: []document.Inline{&document.Text{Value: latin}, n, &document.Text{Value: " " + latin}}})
	}
	docs := []*document.Document{long, novel(9, 3)}
	for seed := range uint64(9) {
		docs = append(docs, documenttest.Random(seed))
	}
	for i, doc := range docs {
		p := style.Profiles()[i%4]
		st := style.New(style.Paper{}, p, style.House)
		book, _, _ := set(t, doc, st)
		foot := st.Paper.Height - st.Margins.Foot + st.Body.Leading
		bad := 0
		for k := range book.Pages {
			page := &book.Pages[k]
			for _, it := range page.Items {
				tx, ok := it.(*frame.Text)
				if !ok {
					continue
				}
				if tx.X < 0 || tx.Y < 0 || tx.X > page.Width || tx.Y > page.Height || tx.Mark.Tag > 0 && tx.Y > foot && !tx.Turned {
					if bad++; bad < 4 {
						t.Errorf("document %d, %s, page %s: text stands at %v, %v", i, p, page.Label, tx.X, tx.Y)
					}
				}
			}
		}
	}
}
