package layout

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// mirrorBook returns a book of several pages in a language; the words are such
// as the embedded faces have.
func mirrorBook(lang string) *document.Document {
	doc := &document.Document{Metadata: document.Metadata{Title: "Title", Language: lang}}
	sec := &document.Section{Title: document.Plain("Section")}
	for range 40 {
		sec.Blocks = append(sec.Blocks, para(latin))
	}
	doc.Blocks = append(doc.Blocks, sec)
	return doc
}

// TestBoundOnTheRight checks that the pages of a book whose language runs from
// right to left are those of another one in a mirror: margins, folios, and the
// order of columns.
func TestBoundOnTheRight(t *testing.T) {
	edges := func(book *frame.Book, i int) (left, right, folio style.Length) {
		left = style.A4().Width
		for _, it := range book.Pages[i].Items {
			text, ok := it.(*frame.Text)
			switch {
			case !ok:
			case text.Mark.Tag != 0:
				left, right = min(left, text.X), max(right, text.X+text.Width())
			case strings.Trim(text.String(), "0123456789") == "":
				folio = text.X + text.Width()/2
			}
		}
		return left, right, folio
	}
	st := style.New(style.A5(), style.Article, style.House)
	ltr, _, _ := set(t, mirrorBook("en"), st)
	rtl, _, _ := set(t, mirrorBook("he"), st)
	if ltr.Info.RightToLeft || !rtl.Info.RightToLeft {
		t.Error("the book does not know its direction")
	}
	for i := 2; i < 6; i++ {
		left, right, folio := edges(ltr, i)
		left2, right2, folio2 := edges(rtl, i)
		w := st.Paper.Width
		if d := left2 - (w - right); abs(d) > 3*style.Point {
			t.Errorf("page %d begins at %v, want %v", i, left2, w-right)
		}
		if d := right2 - (w - left); abs(d) > 3*style.Point {
			t.Errorf("page %d ends at %v, want %v", i, right2, w-left)
		}
		if d := folio2 - (w - folio); abs(d) > style.Point {
			t.Errorf("the folio of page %d stands at %v, want %v", i, folio2, w-folio)
		}
	}

	st = style.New(style.A4(), style.Handout, style.House)
	rtl, _, _ = set(t, mirrorBook("he"), st)
	first := true
	for _, it := range rtl.Pages[1].Items {
		if text, ok := it.(*frame.Text); ok && text.Mark.Tag != 0 && first {
			if first = false; text.X < st.Paper.Width/2 {
				t.Errorf("the first column of a page stands at %v, on the left", text.X)
			}
		}
	}
}

// TestListFromTheRight checks where numbers and bullets stand in a list that
// runs from right to left, and on which side of a number its point is.
func TestListFromTheRight(t *testing.T) {
	list := &document.List{Ordered: true, Start: 1, Tight: true, Items: []*document.ListItem{{Blocks: []document.Block{para("item")}}}}
	dots := &document.List{Tight: true, Items: []*document.ListItem{{Blocks: []document.Block{para("other")}}}}
	doc := &document.Document{Metadata: document.Metadata{Language: "he"}, Blocks: []document.Block{list, dots}}
	st := style.New(style.A5(), style.Article, style.House)
	book, _, _ := set(t, doc, st)
	number, _ := find(t, book, "1")
	point, _ := find(t, book, ".")
	item, _ := find(t, book, "item")
	right := st.Paper.Width - st.Margins.Inside
	if number.X < item.X || number.X > right {
		t.Errorf("the number stands at %v, beside its item at %v", number.X, item.X)
	}
	if point.X > number.X {
		t.Errorf("the point stands at %v, to the right of its number at %v", point.X, number.X)
	}
	bullet, _ := find(t, book, "•")
	if end := bullet.X + bullet.Width(); abs(end-right) > style.Point {
		t.Errorf("the bullet ends at %v, the measure at %v", end, right)
	}
}

// TestSpacedScripts: only letters that have capitals are spaced in running
// heads; others would come apart.
func TestSpacedScripts(t *testing.T) {
	for text, want := range map[string]bool{"Head": true, "Глава": true, "Κεφ": true, "\u05E4\u05E8\u05E7": false, "\u0641\u0635\u0644": false, "\u7AE0": false} {
		if got := cased(font.Scripts(text)[0].Script); got != want {
			t.Errorf("%s: spaced: %v, want %v", text, got, want)
		}
	}
}
