package layout

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// textsOf returns all pieces of text with the page that each stands on.
func textsOf(book *frame.Book) (texts []*frame.Text, pages []int) {
	for i := range book.Pages {
		for _, it := range book.Pages[i].Items {
			if t, ok := it.(*frame.Text); ok {
				texts, pages = append(texts, t), append(pages, i)
			}
		}
	}
	return texts, pages
}

// find returns the first piece of text that holds words, and its page.
func find(t *testing.T, book *frame.Book, words string) (*frame.Text, int) {
	t.Helper()
	texts, pages := textsOf(book)
	for i := range texts {
		if strings.Contains(texts[i].String(), words) {
			return texts[i], pages[i]
		}
	}
	t.Fatalf("%q is on no page", words)
	return nil, 0
}

// TestListInANote checks that the bullets of a list in a note stand where its
// paragraphs begin, and that it is set as tightly as the note.
func TestListInANote(t *testing.T) {
	bullets := &document.List{Tight: true}
	for _, s := range []string{"oneitem", "twoitem"} {
		bullets.Items = append(bullets.Items, &document.ListItem{Blocks: []document.Block{para(s)}})
	}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.Paragraph{Content: []document.Inline{
			&document.Text{Value: "Text."},
			&document.Note{Blocks: []document.Block{para("noted"), para("second"), bullets, para("third")}},
		}},
	}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	second, _ := find(t, book, "second")
	bullet, _ := find(t, book, "•")
	item, _ := find(t, book, "oneitem")
	third, _ := find(t, book, "third")
	if d := bullet.X - second.X; abs(d) > style.Point {
		t.Errorf("the bullet stands at %v, the paragraph above it at %v", bullet.X, second.X)
	}
	if item.X <= bullet.X {
		t.Errorf("the item stands at %v, its bullet at %v", item.X, bullet.X)
	}
	if most := 5 * st.Note.Leading; third.Y-second.Y > most {
		t.Errorf("two items take %v, want at most %v", third.Y-second.Y, most)
	}
}

// TestAttributionStays checks that the source of a quotation never begins a
// page, even below white.
func TestAttributionStays(t *testing.T) {
	for lines := range 40 {
		blocks := []document.Block{}
		for range lines {
			blocks = append(blocks, para("Short."))
		}
		blocks = append(blocks, &document.Quote{
			Blocks:      []document.Block{para(latin), &document.Quote{Blocks: []document.Block{para("innermost")}}},
			Attribution: document.Plain("Somebody"),
		}, para(latin))
		book, _, _ := set(t, &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: blocks}, style.New(style.A5(), style.Article, style.House))
		_, inner := find(t, book, "innermost")
		if _, at := find(t, book, "Somebody"); at != inner {
			t.Errorf("below %d lines the source of the quotation stands on page %d, its end on page %d", lines, at, inner)
		}
	}
}

// TestMarksStayWithTheirWord sets notes behind signs that a line may end with:
// none begins with the mark of a note.
func TestMarksStayWithTheirWord(t *testing.T) {
	checked := 0
	for indent := range 40 {
		p := &document.Paragraph{Content: []document.Inline{&document.Text{Value: strings.Repeat("x", indent) + " "}}}
		for range 30 {
			p.Content = append(p.Content, &document.Text{Value: "is it so?"}, &document.Note{Blocks: []document.Block{para("Yes.")}}, &document.Text{Value: " or (no)"}, &document.Note{Blocks: []document.Block{para("No.")}}, &document.Text{Value: " then! "})
		}
		doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{p}}
		book, _, _ := set(t, doc, style.New(style.A4(), style.Article, style.House))
		last := style.Length(-1)
		for i := range book.Pages {
			for _, it := range book.Pages[i].Items {
				text, ok := it.(*frame.Text)
				if !ok || text.Mark.Tag == 0 || text.Size < 10*style.Point {
					continue
				}
				if text.Y != last && last >= 0 {
					checked++
					if s := strings.TrimSpace(text.String()); strings.Trim(s, "0123456789") == "" {
						t.Errorf("a line begins with the mark %q", s)
					}
				}
				last = text.Y
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d lines", checked)
	}
}
