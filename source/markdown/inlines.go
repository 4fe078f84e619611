package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// run converts the inline content of a block: marks, then abbreviations and
// punctuation, which look at the run as a whole.
func (r *reading) run(parent ast.Node) []document.Inline {
	return r.polish(r.inlines(parent.FirstChild(), 0))
}

// polish does to a run what needs its text as a whole.
func (r *reading) polish(run []document.Inline) []document.Inline {
	run = trimRun(run)
	if r.plain > 0 {
		return run
	}
	run = r.markAbbreviations(run)
	if r.smart {
		run = smarten(run, r.language)
	}
	return run
}

// deepestInline is the deepest nesting of inline marks: with blocks in notes in
// inlines in blocks, a document must stay within [document.MaxDepth].
const deepestInline = 50

// inlines converts a node and its siblings behind it.
func (r *reading) inlines(first ast.Node, depth int) []document.Inline {
	return r.between(first, nil, pairTags(first, r.body), depth)
}

// between converts the siblings from first up to, not including, end. Tags are
// the pairs of HTML tags among all the siblings.
func (r *reading) between(first, end ast.Node, tags map[ast.Node]*ast.RawHTML, depth int) []document.Inline {
	if depth > min(r.depth, deepestInline) {
		r.tooDeepInline(first)
		return r.flat(first, end)
	}
	b := &builder{r: r}
	for n := first; n != nil && n != end; {
		next := n.NextSibling()
		switch n := n.(type) {
		case *ast.Text:
			b.text(n)
		case *ast.String:
			b.add(&document.Text{Value: manuscript.Clean(string(n.Value))})
		case *ast.CodeSpan:
			b.add(r.codeSpan(n))
		case *ast.Emphasis:
			content := r.inlines(n.FirstChild(), depth+1)
			if n.Level >= 2 {
				b.addAt(&document.Strong{Content: content}, n)
			} else {
				b.addAt(&document.Emphasis{Content: content}, n)
			}
		case *extast.Strikethrough:
			b.addAt(&document.Strikethrough{Content: r.inlines(n.FirstChild(), depth+1)}, n)
		case *ast.AutoLink:
			b.add(r.autoLink(n)...)
		case *extast.TaskCheckBox:
		case *ast.RawHTML:
			if closing := tags[n]; closing != nil {
				b.add(r.element(n, closing, tags, depth)...)
				next = closing.NextSibling()
			} else {
				b.add(r.tag(n)...)
				if name, _ := tagOf(source(n, r.body)); r.plain == 0 && structural(name) {
					b.breakLine(n)
				}
				r.closeUp(n)
			}
		case *mark:
			b.add(r.mark(n, depth)...)
		default:
			panic("internal error: markdown: unknown inline " + n.Kind().String())
		}
		n = next
	}
	b.flush()
	return b.out
}

func (r *reading) tooDeepInline(n ast.Node) {
	if n != nil {
		r.tooDeep(max(n.Pos(), 0))
	}
}

// flat returns only the text of the siblings from first to end, and the notes
// whose marks stand there. It does not recurse: it is for what is nested too
// deeply.
func (r *reading) flat(first, end ast.Node) []document.Inline {
	b := &builder{r: r}
	depth := 0
	for n := first; n != nil && n != end; {
		switch t := n.(type) {
		case *ast.Text:
			if t.IsRaw() {
				b.verbatim(t.Segment.Start, t.Segment.Stop)
			} else {
				b.text(t)
			}
		case *mark:
			switch t.form {
			case formMath:
				b.verbatim(t.segment.Start, t.segment.Stop)
			case formMark:
				b.add(r.mark(t, depth)...)
			}
		case *ast.AutoLink:
			b.add(&document.Text{Value: manuscript.Clean(string(t.Label(r.body)))})
		}
		if c := n.FirstChild(); c != nil {
			n, depth = c, depth+1
			continue
		}
		for n.NextSibling() == nil && depth > 0 {
			n, depth = n.Parent(), depth-1
		}
		n = n.NextSibling()
	}
	b.flush()
	return b.out
}

func (r *reading) codeSpan(n *ast.CodeSpan) *document.Code {
	var b strings.Builder
	at := -1
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			if at < 0 {
				at = t.Segment.Start
			}
			b.Write(t.Segment.Value(r.body))
		}
	}
	s := strings.ReplaceAll(strings.ReplaceAll(b.String(), "\r\n", " "), "\n", " ")
	for p := n.Parent(); p != nil && strings.Contains(s, `\|`); p = p.Parent() {
		if _, ok := p.(*extast.TableCell); ok {
			s = inCell(s)
			break
		}
	}
	code := &document.Code{Value: manuscript.Clean(s)}
	if at >= 0 {
		code.Pos = r.place(at)
	}
	return code
}

// autoLink converts an address that stands bare or in angle brackets.
func (r *reading) autoLink(n *ast.AutoLink) []document.Inline {
	label := n.Label(r.body)
	// The label is a piece of the body, so its capacity says where it stands.
	at := cap(r.body) - cap(label)
	content := &document.Text{Value: manuscript.Clean(string(label))}
	content.Pos = r.place(at)
	raw := string(n.URL(r.body))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(raw), "mailto:") {
		raw = "mailto:" + raw
	}
	url, ok := manuscript.Address(raw)
	if !ok || r.plain > 0 || r.linked(n) {
		return []document.Inline{content}
	}
	l := &document.Link{URL: url, Content: []document.Inline{content}}
	l.Pos = content.Pos
	return []document.Inline{l}
}

// linked reports whether n stands inside a link.
func (r *reading) linked(n ast.Node) bool {
	for p := n.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		if m, ok := p.(*mark); ok && m.form == formLink {
			return true
		}
	}
	return false
}

// trimRun takes white space off both ends of a run.
func trimRun(run []document.Inline) []document.Inline {
	for len(run) > 0 {
		t, ok := run[0].(*document.Text)
		if !ok {
			break
		}
		s := strings.TrimLeft(t.Value, " \t\n")
		cut := len(t.Value) - len(s)
		if s == "" {
			run = run[1:]
			continue
		}
		t.Value = s
		if !t.Pos.IsZero() {
			t.Pos.Offset += cut
			t.Pos.Column += cut
		}
		break
	}
	for len(run) > 0 {
		switch t := run[len(run)-1].(type) {
		case *document.Text:
			if t.Value = strings.TrimRight(t.Value, " \t\n"); t.Value != "" {
				return run
			}
		case *document.LineBreak:
		default:
			return run
		}
		run = run[:len(run)-1]
	}
	return run
}
