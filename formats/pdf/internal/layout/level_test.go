package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// handbook returns a technical book in German: half of it is tables and
// listings, and there are hints, lists, notes and figures.
func handbook(seed uint64, chapters int) *document.Document {
	r := rand.New(rand.NewPCG(seed, 2))
	words := strings.Fields("der die das und ein eine Datei Verzeichnis Dienst Rechner Netzwerk Paket Benutzer Befehl Einstellung Verbindung Festplatte Sicherungskopie Zeichensatz Bildschirm Anmeldung Berechtigung Warteschlange Paketverwaltung Netzwerkschnittstelle Dateisystem Umgebungsvariable wird werden kann muss sollte nicht auch nur mit von auf für aus bei nach über unter wenn dann oder aber damit sehr schnell langsam vollständig vorhanden gelöscht angelegt geöffnet gestartet beendet konfiguriert standardmäßig üblicherweise gegebenenfalls")
	sentence := func(most int) string {
		out := make([]string, 3+r.IntN(most))
		for i := range out {
			out[i] = words[r.IntN(len(words))]
		}
		return strings.ToUpper(out[0][:1]) + out[0][1:] + " " + strings.Join(out[1:], " ") + "."
	}
	text := func(most int) []document.Inline {
		out := make([]string, 1+r.IntN(most))
		for i := range out {
			out[i] = sentence(16)
		}
		return document.Plain(strings.Join(out, " "))
	}
	flowing := func(most int) *document.Paragraph { return &document.Paragraph{Content: text(most)} }
	table := func() *document.Table {
		columns := 2 + r.IntN(3)
		row := func(most int) *document.Row {
			out := make([]string, columns)
			for i := range out {
				out[i] = words[r.IntN(len(words))]
			}
			out[columns-1] = sentence(most)
			return cells(out...)
		}
		t := &document.Table{Caption: document.Plain(sentence(4)), Columns: make([]document.Align, columns), Head: []*document.Row{row(1)}}
		for range 2 + r.IntN(22) {
			t.Body = append(t.Body, row(9))
		}
		return t
	}
	listing := func() *document.CodeBlock {
		lines := make([]string, 1+r.IntN(1+r.IntN(36)))
		for i := range lines {
			if i == 0 || i == len(lines)-1 || r.IntN(6) > 0 {
				lines[i] = strings.ToLower(sentence(5))
			}
		}
		return &document.CodeBlock{Code: strings.Join(lines, "\n")}
	}
	doc := &document.Document{Metadata: document.Metadata{Title: "Ein Handbuch", Language: "de"}, Resources: []document.Resource{
		{Name: "square.svg", MediaType: "image/svg+xml", Bytes: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 130"><rect width="300" height="130"/></svg>`)},
	}}
	for c := range chapters {
		chapter := &document.Section{Title: document.Plain(fmt.Sprintf("Kapitel %d", c+1)), Blocks: []document.Block{flowing(6)}}
		doc.Blocks = append(doc.Blocks, chapter)
		for range 9 {
			sec := &document.Section{Title: document.Plain(sentence(3)), Blocks: []document.Block{flowing(7)}}
			chapter.Blocks = append(chapter.Blocks, sec)
			for range 3 + r.IntN(6) {
				var b document.Block = flowing(7)
				switch r.IntN(12) {
				case 0, 1:
					b = table()
				case 2, 3, 4:
					b = listing()
				case 5:
					b = &document.Admonition{Type: "note", Blocks: []document.Block{flowing(3)}}
				case 6:
					l := &document.List{Tight: r.IntN(2) == 0}
					for range 2 + r.IntN(5) {
						l.Items = append(l.Items, &document.ListItem{Blocks: []document.Block{flowing(2)}})
					}
					b = l
				case 7:
					p := flowing(4)
					if r.IntN(2) == 0 {
						p.Content = append(p.Content, &document.Note{Blocks: []document.Block{flowing(2)}})
					}
					b = p
				case 8:
					if r.IntN(4) == 0 {
						b = figureOf("square", sentence(5))
					}
				}
				sec.Blocks = append(sec.Blocks, b)
			}
		}
	}
	doc.Identify()
	return doc
}

// baseline returns the last baseline of a page, footnotes among its text.
func baseline(p *frame.Page) (last style.Length) {
	for _, it := range p.Items {
		switch it := it.(type) {
		case *frame.Text:
			if it.Mark.Tag > 0 && strings.TrimSpace(it.String()) != "" {
				last = max(last, it.Y)
			}
		case *frame.Picture:
			last = max(last, it.Y+it.Height)
		}
	}
	return last
}

// TestLevelFeet sets technical books and compares the feet of facing pages as
// they are seen: the last baselines. At least 98 of a hundred spreads are level,
// but for those with the end of a chapter.
func TestLevelFeet(t *testing.T) {
	spreads, uneven, white := 0, 0, 0
	for seed := range uint64(12) {
		st := style.New(style.A5(), style.Book, style.House)
		b := bound(t, handbook(seed, 5), st)
		ends := func(i int) bool {
			p := &b.pages[i]
			return p.flow == nil || p.flow.bare || p.first+p.count == len(p.flow.sheets) || p.flow.sheets[p.first].end >= len(p.flow.list.items)
		}
		book, _ := b.bind()
		foot := st.Margins.Head + st.Body.Leading*style.Length(st.Lines())
		for i := 1; i+1 < len(book.Pages); i += 2 {
			if ends(i) || ends(i+1) {
				continue
			}
			spreads++
			left, right := baseline(&book.Pages[i]), baseline(&book.Pages[i+1])
			if abs(left-right) > 2*style.Point {
				uneven++
				t.Logf("seed %d: pages %d and %d end at %v and %v", seed, i, i+1, left, right)
			}
			if foot-max(left, right) > 3*st.Body.Leading {
				white++
			}
		}
	}
	t.Logf("%d spreads, %d uneven, %d much shorter than others", spreads, uneven, white)
	if spreads < 400 {
		t.Errorf("only %d spreads", spreads)
	}
	if 50*uneven > spreads {
		t.Errorf("%d of %d spreads are uneven: want at most 2 %%", uneven, spreads)
	}
	if 50*white > spreads {
		t.Errorf("%d of %d spreads lack more than two lines at the foot", white, spreads)
	}
}
