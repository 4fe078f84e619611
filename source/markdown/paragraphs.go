package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/quirepress/quire/source/internal/manuscript"
)

// Paragraph transformers see a paragraph's lines before its inline marks are
// read: the place for what is written on a line of its own.

// abbreviationTransformer takes the lines "*[ABBR]: the long form" out of a
// paragraph (PHP Markdown Extra).
type abbreviationTransformer struct{ r *reading }

var abbreviationLine = regexp.MustCompile(`^[ \t]{0,3}\*\[([^\]\n]{1,200})\]:[ \t]*(.*?)[ \t\r\n]*$`)

func (t *abbreviationTransformer) Transform(node *ast.Paragraph, _ text.Reader, _ parser.Context) {
	lines := node.Lines()
	keep := text.NewSegments()
	for i := range lines.Len() {
		line := lines.At(i)
		raw := t.r.body[line.Start:line.Stop]
		if bytes.HasPrefix(bytes.TrimLeft(raw, " \t"), []byte("*[")) {
			if m := abbreviationLine.FindSubmatch(raw); m != nil {
				t.r.abbreviate(string(m[1]), string(m[2]), line.Start)
				continue
			}
		}
		keep.Append(line)
	}
	if keep.Len() == lines.Len() {
		return
	}
	if keep.Len() == 0 {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	node.SetLines(keep)
}

func (r *reading) abbreviate(short, long string, at int) {
	short = strings.TrimSpace(manuscript.Clean(short))
	long = strings.TrimSpace(manuscript.Clean(string(unescape([]byte(long)))))
	if short == "" {
		return
	}
	if _, twice := r.abbreviations[short]; twice {
		r.found.Add(warning, "markdown-abbreviation-twice", r.place(at), "the abbreviation %q is explained twice; the first counts", short)
		return
	}
	r.abbreviations[short] = long
}

// admonitionTransformer finds the label "[!NOTE]" at the head of a quotation
// (GitHub) and moves it to the quotation's attributes.
type admonitionTransformer struct{}

var admonitionLabel = regexp.MustCompile(`^[ \t]*\[!([A-Za-z][A-Za-z0-9_-]*)\][+-]?[ \t]*(.*?)[ \t\r\n]*$`)

const (
	admonitionType  = "quire-admonition"
	admonitionTitle = "quire-title"
)

func (*admonitionTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(node) {
		return
	}
	lines := node.Lines()
	first := lines.At(0)
	raw := reader.Source()[first.Start:first.Stop]
	m := admonitionLabel.FindSubmatchIndex(raw)
	if m == nil {
		return
	}
	quote.SetAttributeString(admonitionType, strings.ToLower(string(raw[m[2]:m[3]])))
	if m[4] < m[5] {
		// The title is a paragraph of its own, so that its marks are read.
		title := ast.NewTextBlock()
		title.Lines().Append(text.NewSegment(first.Start+m[4], first.Start+m[5]))
		title.SetAttributeString(admonitionTitle, true)
		quote.InsertBefore(quote, node, title)
	}
	if lines.Len() == 1 {
		quote.RemoveChild(quote, node)
		return
	}
	lines.SetSliced(1, lines.Len())
}

// attributeTransformer takes a last line that is nothing but attributes off a
// paragraph; in a caption they may also end the last line of text.
type attributeTransformer struct{ r *reading }

func (t *attributeTransformer) Transform(node *ast.Paragraph, _ text.Reader, _ parser.Context) {
	lines := node.Lines()
	last := lines.At(lines.Len() - 1)
	line := string(t.r.body[last.Start:last.Stop])
	a, end := trailing(line)
	if a == nil {
		return
	}
	alone := strings.TrimSpace(line[:end]) == ""
	first := lines.At(0)
	if !alone && captionPrefix(t.r.body[first.Start:first.Stop]) == 0 {
		return
	}
	t.r.attrs[node] = a
	switch {
	case !alone:
		last.Stop = last.Start + end
		lines.Set(lines.Len()-1, last)
	case lines.Len() > 1:
		lines.SetSliced(0, lines.Len()-1)
		// The line break before the attributes goes with them.
		last = lines.At(lines.Len() - 1)
		last = last.TrimRightSpace(t.r.body)
		lines.Set(lines.Len()-1, last)
	default:
		// Attributes alone are those of the block before.
		if prev := node.PreviousSibling(); prev != nil {
			if _, ok := t.r.attrs[prev]; !ok {
				t.r.attrs[prev] = a
			}
		} else {
			t.r.attrs[node.Parent()] = a
		}
		node.Parent().RemoveChild(node.Parent(), node)
	}
}

var captionMark = regexp.MustCompile(`^[ \t]*(?:(?:Table|Figure|Listing|Tabelle|Abbildung|Tableau) ?:|:)[ \t]+`)

// captionPrefix returns the length of the mark that makes a line a caption:
// "Table: ", "Figure: " or ": ".
func captionPrefix(line []byte) int {
	return len(captionMark.Find(line[:min(len(line), 64)]))
}
