package markdown

import (
	"strings"
	"testing"
)

// TestDepth nests as deeply as the greatest limit allows, notes in notes
// included: the document must stay valid, and its innermost words arrive.
func TestDepth(t *testing.T) {
	deep := func(mark string) string {
		s := strings.Repeat("> - ", 100)
		return s + strings.Repeat("*a **b ", 60) + mark + strings.Repeat("** c*", 60)
	}
	src := deep("[^n]") + "\n\n[^n]: " + deep("[^m]") + "\n\n[^m]: " + deep("[^o] innermost") + "\n\n[^o]: " + deep("x") + "\n"
	for _, depth := range []int{0, 1, 3, 150, 10000} {
		doc, found, err := Read("a.md", []byte(src), Options{Depth: depth, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		checkInvariants(t, []byte(src), doc, found)
		if depth != 1 && !strings.Contains(sketch(doc), "innermost") {
			t.Errorf("depth %d: the innermost text is lost", depth)
		}
		if !strings.Contains(findings(found), "markdown-too-deep") {
			t.Errorf("depth %d: nothing is reported", depth)
		}
	}
}

// TestMarkupDepth nests elements of HTML without end.
func TestMarkupDepth(t *testing.T) {
	for _, tag := range []string{"<table>", "<ul>", "<ol><li>", "<blockquote>", "<figure>", "<table><tr><td>", "<ul><table>", "<div>", "<b>", "<h2>", "<td>", "</li>", "<math>", "<script", "<a x=\""} {
		src := "<p>" + strings.Repeat(tag, 20_000/len(tag)) + "innermost\n"
		doc, found, err := Read("a.md", []byte(src), Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		checkInvariants(t, []byte(src), doc, found)
		if !strings.Contains(sketch(doc), "innermost") {
			t.Errorf("%s: the innermost text is lost", tag)
		}
	}
}
