package document

import (
	"strings"
	"testing"
)

func TestVerse(t *testing.T) {
	text := func(s string) Inline { return &Text{Value: s} }
	tests := []struct {
		name    string
		content []Inline
		want    bool
	}{
		{"prose", []Inline{text("a line")}, false},
		{"two lines", []Inline{text("one"), &LineBreak{}, text("two")}, true},
		{"a break inside emphasis", []Inline{&Emphasis{Content: []Inline{text("one"), &LineBreak{}, text("two")}}}, true},
		{"a break at the end", []Inline{text("one"), &LineBreak{}, text("two"), &LineBreak{}}, true},
		{"an empty line", []Inline{text("one"), &LineBreak{}, &LineBreak{}, text("two")}, false},
		{"a line of prose", []Inline{text("one"), &LineBreak{}, text(strings.Repeat("é", 121))}, false},
		{"as long as a line may be", []Inline{text("one"), &LineBreak{}, text(strings.Repeat("é", 120))}, true},
		{"a break in a note", []Inline{text("one"), &Note{Blocks: []Block{&Paragraph{Content: []Inline{text("a"), &LineBreak{}, text("b")}}}}}, false},
		{"a label", []Inline{&Strong{Content: []Inline{text("one")}}, &LineBreak{}, text("two")}, false},
		{"a strong word", []Inline{&Strong{Content: []Inline{text("one")}}, text(" word"), &LineBreak{}, text("two")}, true},
		{"nothing", nil, false},
	}
	for _, test := range tests {
		if got := (&Paragraph{Content: test.content}).Verse(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
