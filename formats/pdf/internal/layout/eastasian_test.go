package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestGaps checks the space between characters in squares, in thousandths of
// their size: marks come without their white halves.
func TestGaps(t *testing.T) {
	const half = style.Point / 2
	for _, c := range []struct {
		before, after edge
		want          int
	}{
		{edge{r: '国'}, edge{r: '人'}, 0},
		{edge{'。', half}, edge{r: '这'}, 500},
		{edge{r: '国'}, edge{'「', half}, 500},
		{edge{'。', half}, edge{'（', half}, 500}, // once, not twice
		{edge{'。', half}, edge{'）', half}, 0},
		{edge{'」', half}, edge{'。', half}, 0},
		{edge{'（', 0}, edge{'「', half}, 0},
		{edge{'（', 0}, edge{r: '国'}, 0},
		{edge{r: '国'}, edge{'，', 0}, 0},
		{edge{r: '元'}, edge{r: '1'}, otherGap},
		{edge{r: 'ア'}, edge{r: 'Б'}, otherGap},
		{edge{r: 'f'}, edge{r: 'の'}, otherGap},
		{edge{'，', half}, edge{r: 'U'}, 500},
		{edge{r: '国'}, edge{r: '“'}, 0},
		{edge{r: '한'}, edge{r: 'A'}, 0},
	} {
		it := gap(c.before, c.after, style.Point)
		if want := style.Point.Em(c.want); it.Width != want {
			t.Errorf("between %c and %c: %v, want %v", c.before.r, c.after.r, it.Width, want)
		}
		if c.want == 500 && it.Shrink != half/2 {
			t.Errorf("between %c and %c: shrinks by %v", c.before.r, c.after.r, it.Shrink)
		}
	}
}

// TestEastIndents sets paragraphs in three languages: all of a Chinese or
// Japanese text are indented by whole squares, on a measure of whole squares.
func TestEastIndents(t *testing.T) {
	for lang, ems := range map[string]int{"zh-Hans": 2, "ja": 1, "en": 0} {
		doc := &document.Document{Metadata: document.Metadata{Language: lang}, Blocks: []document.Block{
			para("NATO 1999"), para("second"),
			&document.List{Tight: true, Items: []*document.ListItem{{Blocks: []document.Block{para("item")}}}},
		}}
		st := style.New(style.A5(), style.Article, style.House)
		st.TitlePage = false
		book, _, _ := set(t, doc, st)
		left := st.Margins.Inside
		indent := map[string]style.Length{}
		for _, it := range book.Pages[0].Items {
			if text, ok := it.(*frame.Text); ok {
				indent[text.String()] = text.X - left
			}
		}
		near := func(a, b style.Length) bool { return a-b < style.Point && b-a < style.Point } // but for protrusion
		if got, want := indent["second"], style.Length(ems)*st.Body.Size; ems > 0 && !near(got, want) {
			t.Errorf("%s: the second paragraph is indented by %v, want %v", lang, got, want)
		}
		first, whole := indent["NATO 1999"]
		if ems > 0 && (!whole || !near(first, style.Length(ems)*st.Body.Size)) {
			t.Errorf("%s: the first paragraph is indented by %v: %v", lang, first, indent)
		}
		if item := indent["item"]; ems > 0 && item > 3*st.Body.Size/2 {
			t.Errorf("%s: an item is indented by %v", lang, item)
		}
	}
	st := style.New(style.A5(), style.Book, style.House)
	squared(&st)
	if rest := st.Measure() % st.Body.Size; rest != 0 {
		t.Errorf("the measure has %v beside whole squares", rest)
	}
}
