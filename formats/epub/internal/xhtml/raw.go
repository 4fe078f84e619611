package xhtml

import (
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Markup of other languages is never trusted: of HTML the text remains, cut
// into paragraphs where its elements did so; of anything else nothing.

func (f *file) rawBlock(n *document.RawBlock) {
	f.ahead(n)
	paragraphs := htmlText(n.Format, n.Source)
	f.reportRaw(n, n.Format, len(paragraphs) > 0)
	if len(paragraphs) == 0 && f.ids[n] == "" {
		return
	}
	f.open("div", n, "")
	for _, p := range paragraphs {
		f.b.WriteString("<p>")
		f.text(p, n)
		f.b.WriteString("</p>")
	}
	f.close("div")
}

func (f *file) rawInline(n *document.RawInline, s scope) {
	text := strings.Join(htmlText(n.Format, n.Source), " ")
	if !s.label {
		f.reportRaw(n, n.Format, text != "")
	}
	if text == "" && f.ids[n] == "" {
		return
	}
	f.wrapped(n, s, func() { f.text(text, n) })
}

func (f *file) reportRaw(n document.Node, format string, kept bool) {
	what := "is left out"
	if kept {
		what = "is reduced to its text"
	}
	f.found.Add(diag.Info, "epub-raw-markup", n.Attributes().Pos, "raw markup (%s) %s", format, what)
}

// htmlText returns the text of HTML as a reader would see it, in paragraphs.
func htmlText(format, source string) []string {
	if !strings.EqualFold(format, "html") {
		return nil
	}
	var paragraphs []string
	var b strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(b.String()), " "); s != "" {
			paragraphs = append(paragraphs, s)
		}
		b.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(1 << 20)
	hidden := 0 // inside an element whose text nobody reads
	for {
		switch z.Next() {
		case html.ErrorToken:
			flush()
			return paragraphs
		case html.TextToken:
			if hidden == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Script, atom.Style, atom.Template, atom.Title, atom.Noscript, atom.Iframe, atom.Object, atom.Textarea, atom.Select, atom.Svg:
				switch t.Type {
				case html.StartTagToken:
					hidden++
				case html.EndTagToken:
					hidden = max(hidden-1, 0)
				}
			case atom.Img:
				if hidden == 0 {
					for _, a := range t.Attr {
						if a.Key == "alt" {
							b.WriteString(" " + a.Val + " ")
						}
					}
				}
			case atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.A, atom.Sub, atom.Sup, atom.Small, atom.Mark, atom.Kbd, atom.Code, atom.U, atom.S, atom.Abbr, atom.Cite, atom.Q, atom.Time, atom.Font:
				// in the line
			default:
				flush()
			}
		}
	}
}
