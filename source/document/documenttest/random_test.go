package documenttest

import (
	"bytes"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// kinds are the names of all types of nodes.
var kinds = []string{
	"section", "heading", "paragraph", "list", "list-item", "quote", "code-block", "table", "row", "cell", "figure",
	"definition-list", "definition-item", "definition-term", "definition-body", "admonition", "thematic-break",
	"math-block", "raw-block", "glossary", "glossary-entry", "timeline", "timeline-entry", "index", "index-entry",
	"text", "emphasis", "strong", "strikethrough", "superscript", "subscript", "code", "link", "cross-reference",
	"image", "note", "line-break", "span", "abbreviation", "definition", "date", "target", "index-term", "math", "raw-inline",
}

func TestRandom(t *testing.T) {
	for seed := range uint64(60) {
		d := Random(seed)
		if err := d.Validate(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		seen := map[string]bool{}
		deepest := 0
		for depth, n := range d.All() {
			seen[n.Kind()] = true
			deepest = max(deepest, depth)
		}
		for _, k := range kinds {
			if !seen[k] {
				t.Errorf("seed %d: there is no %s", seed, k)
			}
		}
		if deepest < MaxNesting {
			t.Errorf("seed %d: nested only %d deep", seed, deepest)
		}
	}
}

func TestRandomIsTheSame(t *testing.T) {
	dump := func(d *document.Document) string {
		var b bytes.Buffer
		if err := d.Dump(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first, second := dump(Random(7)), dump(Random(7))
	if first != second {
		t.Error("one seed gives two documents")
	}
	if dump(Random(7)) == dump(Random(8)) {
		t.Error("two seeds give one document")
	}
}
