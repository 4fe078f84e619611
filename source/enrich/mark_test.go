package enrich

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/document"
)

// show writes inline content with its structure: *emphasis*, [link], <mark>,
// ^ for a target, {note}.
func show(content []document.Inline) string {
	var b strings.Builder
	for _, n := range content {
		switch n := n.(type) {
		case *document.Text:
			b.WriteString(n.Value)
		case *document.Emphasis:
			b.WriteString("*" + show(n.Content) + "*")
		case *document.Link:
			b.WriteString("[" + show(n.Content) + "]")
		case *document.CrossReference:
			b.WriteString("<" + show(n.Content) + ">")
		case *document.Target:
			b.WriteString("^")
		case *document.Note:
			b.WriteString("{note}")
		}
	}
	return b.String()
}

func TestApply(t *testing.T) {
	text := func(s string) document.Inline { return &document.Text{Value: s} }
	em := func(c ...document.Inline) document.Inline { return &document.Emphasis{Content: c} }
	link := func(c ...document.Inline) document.Inline { return &document.Link{Content: c} }
	for _, c := range []struct {
		name    string
		content []document.Inline
		find    []string
		want    string
	}{
		{"in one text", []document.Inline{text("the NATO force")}, []string{"NATO"}, "the <NATO> force"},
		{"two, and whole", []document.Inline{text("a b")}, []string{"a", "b"}, "<a> <b>"},
		{"inside emphasis", []document.Inline{text("x "), em(text("a b c")), text(" y")}, []string{"b", "y"}, "x *a <b> c* <y>"},
		{"around emphasis", []document.Inline{text("in "), em(text("June")), text(" 1999.")}, []string{"in June 1999"}, "<in *June* 1999>."},
		{"across a border", []document.Inline{text("in "), em(text("June 1999")), text(".")}, []string{"in June"}, "^in *June 1999*."},
		{"inside a link", []document.Inline{link(text("see NATO here"))}, []string{"NATO"}, "[see ^NATO here]"},
		{"around a link", []document.Inline{text("see "), link(text("NATO")), text(" here")}, []string{"see NATO"}, "^see [NATO] here"},
		{"around a note", []document.Inline{text("a"), &document.Note{}, text("b")}, []string{"ab"}, "^a{note}b"},
		{"beside a note", []document.Inline{text("ab"), &document.Note{}, text("cd")}, []string{"b", "c"}, "a<b>{note}<c>d"},
	} {
		p := &document.Paragraph{Content: c.content}
		whole := document.TextOf(c.content)
		s := strip{node: p}
		var marks []mark
		for _, f := range c.find {
			i := strings.Index(whole, f)
			link := &document.CrossReference{}
			marks = append(marks, mark{span: span{i, i + len(f)}, link: true, anchor: "x", node: link, content: &link.Content})
		}
		s.apply(marks)
		if got := show(p.Content); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		if document.TextOf(p.Content) != whole {
			t.Errorf("%s: the text has changed to %q", c.name, document.TextOf(p.Content))
		}
	}
}
