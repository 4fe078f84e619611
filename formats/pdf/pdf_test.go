package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
)

func ExampleEncoder() {
	doc := &document.Document{
		Metadata: document.Metadata{Title: "Hello", Language: "en"},
		Blocks: []document.Block{
			&document.Paragraph{Content: document.Plain("A first paragraph.")},
		},
	}
	doc.Identify()
	var file bytes.Buffer
	result, err := pdf.Encoder{Paper: pdf.A5}.Encode(context.Background(), &file, doc, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Count, result.Unit+"s;", "the text begins on page", result.Pagination.Breaks[1].Label)
	fmt.Println(bytes.HasPrefix(file.Bytes(), []byte("%PDF-1.7")))
	// Output:
	// 2 pages; the text begins on page 2
	// true
}

func TestSameBytes(t *testing.T) {
	doc := documenttest.Random(5)
	encode := func(e pdf.Encoder) []byte {
		var b bytes.Buffer
		if _, err := e.Encode(context.Background(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := encode(pdf.Encoder{})
	if !bytes.Equal(first, encode(pdf.Encoder{})) {
		t.Error("the same document gives other bytes")
	}
	if bytes.Equal(first, encode(pdf.Encoder{Paper: pdf.Letter})) {
		t.Error("another paper gives the same bytes")
	}
}

func TestImpossibleOptions(t *testing.T) {
	small := style.New(style.A5(), style.Article, style.House)
	small.Body.Size = 40 * small.Body.Size
	for _, c := range []struct {
		e    pdf.Encoder
		want string
	}{
		{pdf.Encoder{Paper: style.Paper{Width: style.Point, Height: style.Point}}, "paper"},
		{pdf.Encoder{Profile: "pamphlet"}, "unknown profile"},
		{pdf.Encoder{Theme: "neon"}, "unknown theme"},
		{pdf.Encoder{Standard: "pdf/x"}, "unknown standard"},
		{pdf.Encoder{Style: &small}, "does not fit"},
		{pdf.Encoder{Fonts: []pdf.Font{{Name: "Broken", Data: []byte("no font")}}}, "Broken"},
	} {
		_, err := c.e.Encode(context.Background(), io.Discard, documenttest.Random(1), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v, want one about %q", err, c.want)
		}
	}
}

// TestSettings: the author's settings count where the caller has none.
func TestSettings(t *testing.T) {
	doc := &document.Document{
		Metadata: document.Metadata{Title: "T", Language: "en", Settings: map[string]string{"paper": "letter", "theme": "neon"}},
		Blocks:   []document.Block{&document.Paragraph{Content: document.Plain("Text.")}},
	}
	ids := map[string]bool{}
	for _, e := range []pdf.Encoder{{}, {Paper: pdf.SixByNine}, {Paper: pdf.Letter}} {
		res, err := e.Encode(context.Background(), io.Discard, doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, d := range res.Diagnostics {
			found = found || d.Code == "style-setting"
		}
		if !found {
			t.Error("nothing is said about the unknown theme")
		}
		ids[res.Pagination.PrintID] = true
	}
	if len(ids) != 2 {
		t.Errorf("letter by the author and letter by the caller make %d editions with 6x9, want 2", len(ids))
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFailures(t *testing.T) {
	doc := documenttest.Random(2)
	if _, err := (pdf.Encoder{}).Encode(context.Background(), full{}, doc, nil); !errors.Is(err, errFull) {
		t.Errorf("the writer's error becomes %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (pdf.Encoder{}).Encode(ctx, io.Discard, doc, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gives %v", err)
	}
}

// TestSubstitutedCharacters: a file whose pages do not show what its text says
// claims no standard.
func TestSubstitutedCharacters(t *testing.T) {
	for text, claims := range map[string]bool{"All of it is here.": true, "Here it is \u6f22.": false} {
		doc := &document.Document{
			Metadata: document.Metadata{Title: "Hello", Language: "en", Modified: "2026-11-23T00:00:00Z"},
			Blocks:   []document.Block{&document.Paragraph{Content: document.Plain(text)}},
		}
		doc.Identify()
		var file bytes.Buffer
		result, err := (pdf.Encoder{}).Encode(t.Context(), &file, doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, claim := range []string{"pdfuaid:part", "pdfaid:part"} {
			if got := bytes.Contains(file.Bytes(), []byte(claim)); got != claims {
				t.Errorf("%q: %s in the file: %v, want %v", text, claim, got, claims)
			}
		}
		if (len(result.Diagnostics) == 0) != claims {
			t.Errorf("%q: found %v", text, result.Diagnostics)
		}
	}
}

// TestLinksArrive: every kind of node that can have an anchor is a destination.
func TestLinksArrive(t *testing.T) {
	to := func(a document.Anchor) document.Inline {
		return &document.CrossReference{Target: a, Content: document.Plain("see " + string(a))}
	}
	doc := &document.Document{
		Metadata: document.Metadata{Title: "Links", Language: "en"},
		Blocks: []document.Block{
			&document.Paragraph{Content: []document.Inline{to("item"), to("term"), to("body"), to("list-item"), to("quote"), to("cell")}},
			&document.DefinitionList{Items: []*document.DefinitionItem{{
				Attr:        document.Attr{Anchor: "item"},
				Terms:       []*document.DefinitionTerm{{Attr: document.Attr{Anchor: "term"}, Content: document.Plain("a term")}},
				Definitions: []*document.DefinitionBody{{Attr: document.Attr{Anchor: "body"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("its meaning")}}}},
			}}},
			&document.List{Items: []*document.ListItem{{Attr: document.Attr{Anchor: "list-item"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("an item")}}}}},
			&document.Quote{Attr: document.Attr{Anchor: "quote"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("a quotation")}}},
			&document.Table{Columns: []document.Align{""}, Body: []*document.Row{{Cells: []*document.Cell{{Attr: document.Attr{Anchor: "cell"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("a cell")}}}}}}},
		},
	}
	doc.Identify()
	result, err := (pdf.Encoder{}).Encode(t.Context(), &bytes.Buffer{}, doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if d.Code == "pdf-dead-link" {
			t.Error(d)
		}
	}
}

// TestPanicsBecomeErrors: a broken tree, which Validate would have told of, is
// an error and no panic.
func TestPanicsBecomeErrors(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{(*document.Paragraph)(nil)}}
	if _, err := (pdf.Encoder{}).Encode(t.Context(), &bytes.Buffer{}, doc, nil); err == nil || !strings.Contains(err.Error(), "internal error") {
		t.Errorf("got %v", err)
	}
}
