package html

import (
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// line collects the inlines of one paragraph and collapses white space as a
// browser does: a run of spaces is one, and none stands at a line's beginning
// or end, wherever elements begin and end.
type line struct {
	content []document.Inline
	open    []*[]document.Inline // the contents of the elements that are open
	space   bool                 // a space is due before the next character
	begun   bool                 // something stands on the line
	pos     diag.Position
}

func (l *line) to() *[]document.Inline {
	if n := len(l.open); n > 0 {
		return l.open[n-1]
	}
	return &l.content
}

// put adds an inline that is no text.
func (l *line) put(n document.Inline) {
	l.gap()
	*l.to() = append(*l.to(), n)
	l.begun = true
}

// mark adds an inline that takes no room, such as a note or an anchor.
func (l *line) mark(n ...document.Inline) {
	*l.to() = append(*l.to(), n...)
}

// gap writes the space that is due: before the elements that are open but still
// empty, not in them.
func (l *line) gap() {
	if l.space && l.begun {
		open := l.open
		for len(l.open) > 0 && len(*l.to()) == 0 {
			l.open = l.open[:len(l.open)-1]
		}
		l.write(" ")
		l.open = open
	}
	l.space = false
}

// brk adds a line break, before the elements that are open but still empty; two in
// a row part paragraphs.
func (l *line) brk() {
	l.space = false
	open := l.open
	for len(l.open) > 0 && len(*l.to()) == 0 {
		l.open = l.open[:len(l.open)-1]
	}
	defer func() { l.open = open }()
	to := l.to()
	n := len(*to)
	if n == 0 || n > 1 && isBreak((*to)[n-1]) && isBreak((*to)[n-2]) {
		return
	}
	*to = append(*to, &document.LineBreak{})
	l.begun = false
}

// text adds characters.
func (l *line) text(s string) {
	s = manuscript.Clean(s)
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r\f")
		switch i {
		case 0:
			s = strings.TrimLeft(s, " \t\n\r\f")
			l.space = true
			continue
		case -1:
			i = len(s)
		}
		l.gap()
		l.write(s[:i])
		l.begun = true
		s = s[i:]
	}
}

// write appends characters to the text that is open, or opens one.
func (l *line) write(s string) {
	to := l.to()
	if n := len(*to); n > 0 {
		if t, ok := (*to)[n-1].(*growing); ok {
			t.b.WriteString(s)
			return
		}
	}
	t := &growing{Text: &document.Text{}}
	t.b.WriteString(s)
	*to = append(*to, t)
}

// growing is a text that is still written, without copying it at each word.
type growing struct {
	*document.Text
	b strings.Builder
}

// within writes what make adds into content.
func (l *line) within(content *[]document.Inline, make func()) {
	l.open = append(l.open, content)
	make()
	l.open = l.open[:len(l.open)-1]
}

// take returns what was collected and begins anew.
func (l *line) take() []document.Inline {
	out := finish(l.content)
	l.content, l.space, l.begun = nil, false, false
	trimRight(out)
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(*document.Text); ok && t.Value == "" {
			out = out[:n-1]
		}
	}
	for len(out) > 0 && isBreak(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && isBreak(out[0]) {
		out = out[1:]
	}
	return out
}

// trimRight takes the space off the end of the last text.
func trimRight(content []document.Inline) {
	for n := len(content); n > 0; {
		switch last := content[n-1].(type) {
		case *document.Text:
			last.Value = strings.TrimRight(last.Value, " ")
			return
		case *document.LineBreak, *document.Target:
			n--
		default:
			return
		}
	}
}

// finish turns growing texts into texts; elements without content vanish.
func finish(content []document.Inline) []document.Inline {
	out := content[:0]
	for _, n := range content {
		switch n := n.(type) {
		case *growing:
			n.Text.Value = n.b.String()
			out = append(out, n.Text)
			continue
		case *document.Emphasis:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Strong:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Strikethrough:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Superscript:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Subscript:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Link:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.CrossReference:
			if n.Content = finish(n.Content); len(n.Content) == 0 && n.Ref == document.RefLink {
				continue
			}
		case *document.Span:
			if n.Content = finish(n.Content); len(n.Content) == 0 && n.Anchor == "" {
				continue
			}
		case *document.Abbreviation:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Definition:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		case *document.Date:
			if n.Content = finish(n.Content); len(n.Content) == 0 {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// short reports whether s has at most n characters.
func short(s string, n int) bool { return len(s) <= n || utf8.RuneCountInString(s) <= n }
