package layout

import (
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="80" fill="#7a1f2b"/><text x="200" y="96" text-anchor="middle" font-size="14">in the middle</text></svg>`

// TestGoldenBlocks compares the pages of what stands apart from the text with
// those in testdata, as TestGolden does.
func TestGoldenBlocks(t *testing.T) {
	spanning := &document.Table{
		Caption: document.Plain("Spans"), Columns: make([]document.Align, 3), HeaderColumns: 1,
		Head: []*document.Row{{Cells: []*document.Cell{{Blocks: []document.Block{para("Name")}, RowSpan: 2}, {Blocks: []document.Block{para("Both")}, ColSpan: 2}}}, cells("Left", "Right")},
		Body: []*document.Row{{Cells: []*document.Cell{{Blocks: []document.Block{para("Two rows")}, RowSpan: 2}, {Blocks: []document.Block{para("1.5")}}, {Blocks: []document.Block{para("10")}}}}, cells("12.25", "−3 %")},
	}
	for _, c := range []struct {
		name   string
		blocks []document.Block
	}{
		{"tables", []document.Block{
			para("Before."),
			&document.Table{
				Caption: document.Plain("Figures on their decimal sign"), Columns: []document.Align{"", "", document.AlignCenter},
				Head: []*document.Row{cells("Name", "Value", "Remark")},
				Body: []*document.Row{cells("pi", "3.14159", latin), cells("a thousand", "1,000.5", "short"), cells("answer", "42", "–")},
			},
			spanning,
			para("After."),
		}},
		{"listings", []document.Block{
			para("Before."),
			&document.CodeBlock{Language: "go", Code: "func main() {\n\tfmt.Println(\"a line that is so long that it must be turned, once\", 42) // and a comment\n\n}"},
			&document.CodeBlock{Caption: document.Plain("A caption"), Code: "plain\n\tindented\nwith ☃"},
			&document.MathBlock{Source: "a^2 + b^2"},
			para("After."),
		}},
		{"figures", []document.Block{
			para("Before."),
			&document.Figure{
				Attr: document.Attr{Anchor: "chart"}, Caption: document.Plain("A chart."),
				Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{&document.Image{Resource: "chart.svg", Alt: "A bar"}}}},
			},
			&document.Paragraph{Content: []document.Inline{&document.Text{Value: "In the line "}, &document.Image{Resource: "chart.svg", Alt: "A bar"}, &document.Text{Value: "."}}},
			&document.Paragraph{Content: []document.Inline{&document.Image{Resource: "broken.png", Alt: "Not to be seen"}}},
		}},
		{"verse", []document.Block{
			para("Before."),
			&document.Paragraph{Attr: document.Attr{Anchor: "stanza"}, Content: []document.Inline{
				&document.Text{Value: "A line of verse"}, &document.LineBreak{},
				&document.Text{Value: "and one that has so much to say that it must be turned over, and hangs, on page "},
				&document.CrossReference{Target: "stanza", Show: document.ShowPage}, &document.LineBreak{},
				&document.Text{Value: "and the end"},
			}},
			&document.Quote{Blocks: []document.Block{
				&document.Paragraph{Content: []document.Inline{&document.Emphasis{Content: []document.Inline{&document.Text{Value: "one"}, &document.LineBreak{}, &document.Text{Value: "two"}}}}},
			}},
			para("After, without an indent."),
		}},
		{"timeline", []document.Block{
			&document.Section{Title: document.Plain("The text"), Blocks: []document.Block{&document.Paragraph{Attr: document.Attr{Anchor: "here"}, Content: document.Plain(latin)}}},
			&document.Section{Attr: document.Attr{Anchor: "timeline"}, Role: document.RoleTimeline, Title: document.Plain("Timeline"), Blocks: []document.Block{
				&document.Timeline{Entries: []*document.TimelineEntry{
					{Date: "1949", Phrase: "1949", Lower: "1949-01-01", Upper: "1949-12-31", Summary: document.Plain("A treaty is signed, at a length that takes more than one line."), Mention: "here"},
					{Date: "1999-03-24/1999-06-10", Phrase: "24 March – 10 June 1999", Lower: "1999-03-24", Upper: "1999-06-10", Summary: document.Plain("A campaign of NATO."), Mention: "here"},
					{Date: "1999-06-12", Phrase: "12 June 1999", Lower: "1999-06-12", Upper: "1999-06-12", Summary: document.Plain("The author’s own event.")},
				}},
			}},
		}},
		{"index", []document.Block{
			&document.Section{Title: document.Plain("The text"), Blocks: []document.Block{&document.Paragraph{Attr: document.Attr{Anchor: "here"}, Content: document.Plain(latin)}}},
			&document.Section{Attr: document.Attr{Anchor: "index"}, Role: document.RoleIndex, Title: document.Plain("Index"), Blocks: []document.Block{
				&document.Index{Entries: []*document.IndexEntry{
					{Attr: document.Attr{Anchor: "x-alliance"}, Term: "alliance", Mentions: []document.Anchor{"here"}, Entries: []*document.IndexEntry{{Term: "its members and those who would like to be", Mentions: []document.Anchor{"here"}}}},
					{Term: "army", Mentions: []document.Anchor{"here"}},
					{Term: "border", SeeAlso: []document.Anchor{"x-alliance"}},
					{Term: "treaty", Mentions: []document.Anchor{"here"}},
				}},
			}},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: c.blocks, Resources: []document.Resource{
				{Name: "chart.svg", MediaType: "image/svg+xml", Bytes: []byte(chart)},
				{Name: "broken.png", MediaType: "image/png", Bytes: []byte("\x89PNG")},
			}}
			st := style.New(style.A5(), style.Article, style.House)
			book, _, found := set(t, doc, st)
			got := dump(book, &st)
			for _, d := range found {
				got += d.String() + "\n"
			}
			golden(t, c.name, got)
		})
	}
}

// TestNumbering: a list says what its labels are.
func TestNumbering(t *testing.T) {
	item := func(blocks ...document.Block) *document.ListItem { return &document.ListItem{Blocks: blocks} }
	inner := &document.List{Items: []*document.ListItem{item(para("c"))}}
	middle := &document.List{Items: []*document.ListItem{item(para("b"), inner)}}
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}, Blocks: []document.Block{
		&document.List{Ordered: true, Start: 1, Items: []*document.ListItem{item(para("a"))}},
		&document.List{Ordered: true, Start: 1, Style: "i", Items: []*document.ListItem{item(para("a"))}},
		&document.List{Items: []*document.ListItem{{Task: &document.Task{}, Blocks: []document.Block{para("a")}}}},
		&document.List{Items: []*document.ListItem{item(para("a"), middle)}},
	}}
	book, _, _ := set(t, doc, style.New(style.A5(), style.Article, style.House))
	var got []string
	for _, tag := range book.Tags {
		if tag.Role == "L" {
			got = append(got, tag.ListNumbering)
		}
	}
	if want := []string{"Decimal", "LowerRoman", "None", "Disc", "Disc", "None"}; !slices.Equal(got, want) {
		t.Errorf("the labels are %q, want %q", got, want)
	}
}
