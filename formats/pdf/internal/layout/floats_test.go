package layout

import (
	"fmt"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// figureOf returns a picture of the drawing, with a caption if there is one.
func figureOf(name, caption string) document.Block {
	p := &document.Paragraph{Content: []document.Inline{&document.Image{Resource: "square.svg", Alt: name}}}
	if caption == "" {
		return p
	}
	return &document.Figure{Blocks: []document.Block{p}, Caption: document.Plain(caption)}
}

// illustrated returns sections with pictures in them, among paragraphs of
// several lengths.
func illustrated(seed int, captions bool) *document.Document {
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Resources: []document.Resource{
		{Name: "square.svg", MediaType: "image/svg+xml", Bytes: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200"/></svg>`)},
	}}
	for i := range 12 {
		sec := &document.Section{Title: document.Plain(fmt.Sprintf("Title%d.", i))}
		for k := range 1 + (i+seed)%5 {
			sec.Blocks = append(sec.Blocks, para(latin[:len(latin)-7*((seed+k)%9)]))
		}
		caption := ""
		if captions {
			caption = fmt.Sprintf("Picture%d.", i)
		}
		sec.Blocks = append(sec.Blocks, figureOf("square", caption))
		if i%3 > 0 {
			sec.Blocks = append(sec.Blocks, para(fmt.Sprintf("Behind%d. ", i)+latin))
		}
		doc.Blocks = append(doc.Blocks, sec)
	}
	return doc
}

// TestFloatsStayInTheirSection checks that no figure stands behind the title of
// the section after its own, nor before that of its own.
func TestFloatsStayInTheirSection(t *testing.T) {
	moved := 0
	for seed := range 30 {
		st := style.New(style.A5(), style.Article, style.House)
		st.ContentsFrom = 0
		book, _, _ := set(t, illustrated(seed, true), st)
		for i := range 12 {
			title, on := find(t, book, fmt.Sprintf("Title%d.", i))
			picture, at := find(t, book, fmt.Sprintf("Picture%d.", i))
			if at < on || at == on && picture.Y < title.Y {
				t.Errorf("seed %d: figure %d stands before its section", seed, i)
			}
			if i == 11 {
				break
			}
			next, on := find(t, book, fmt.Sprintf("Title%d.", i+1))
			if at > on || at == on && picture.Y > next.Y {
				t.Errorf("seed %d: figure %d has left its section", seed, i)
			}
			if i%3 > 0 {
				if behind, on := find(t, book, fmt.Sprintf("Behind%d.", i)); at > on || at == on && picture.Y > behind.Y {
					moved++
				}
			}
		}
	}
	if moved < 20 {
		t.Errorf("only %d figures moved", moved)
	}
}

// TestIndentBehindFloats checks that the paragraph behind a figure has an
// indent when the figure has moved away from between it and another one, and
// none where it follows the figure.
func TestIndentBehindFloats(t *testing.T) {
	indented, flush := 0, 0
	for seed := range 30 {
		st := style.New(style.A5(), style.Article, style.House)
		st.ContentsFrom = 0
		book, _, _ := set(t, illustrated(seed, true), st)
		for i := range 12 {
			if i%3 == 0 {
				continue
			}
			picture, at := find(t, book, fmt.Sprintf("Picture%d.", i))
			behind, on := find(t, book, fmt.Sprintf("Behind%d.", i))
			left := st.Margins.Inside
			if on%2 == 1 {
				left = st.Margins.Outside
			}
			has := behind.X > left+st.Indent/2
			if away := at > on || at == on && picture.Y > behind.Y; away && !has {
				t.Errorf("seed %d: the paragraph behind figure %d runs into the one before it", seed, i)
			} else if away {
				indented++
			} else if !has {
				flush++
			}
		}
	}
	if indented < 10 || flush < 100 {
		t.Errorf("%d paragraphs with an indent, %d without", indented, flush)
	}
}

// TestFloatsEndWithText checks that a figure near the end of the text seldom has
// the last page for itself: some of the text goes there with it.
func TestFloatsEndWithText(t *testing.T) {
	st := style.New(style.A5(), style.Article, style.House)
	alone, ended := 0, 0
	for n := range 60 {
		doc := illustrated(0, true)
		doc.Blocks = nil
		for range 4 + n {
			doc.Blocks = append(doc.Blocks, para(latin[:len(latin)-5*(n%20)]))
		}
		doc.Blocks = append(doc.Blocks, figureOf("square", "Picture."), para("Behind. "+latin))
		book, _, _ := set(t, doc, st)
		last := len(book.Pages) - 1
		if _, on := find(t, book, "Picture."); on != last {
			continue
		}
		ended++
		lines := map[style.Length]bool{}
		for _, it := range book.Pages[last].Items {
			if text, ok := it.(*frame.Text); ok && text.Mark.Tag > 0 {
				lines[text.Y] = true
			}
		}
		if len(lines) == 1 {
			alone++
		}
	}
	if ended < 10 || alone > ended/5 {
		t.Errorf("%d of %d last pages with a figure have nothing else", alone, ended)
	}
}
