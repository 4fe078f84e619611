package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

var update = flag.Bool("update", false, "rewrite the expected documents")

// TestGolden reads each testdata/*.txt: cases of the form
//
//	=== name
//	Markdown
//	--- document
//	what it means, see sketch
//	--- findings
//	what is reported about it
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		for i, c := range strings.Split("\n"+string(raw), "\n=== ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			src, want, _ := strings.Cut(rest, "\n--- document")
			doc, found, err := Read("a.md", []byte(src+"\n"), Options{Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			checkInvariants(t, []byte(src+"\n"), doc, found)
			got := sketch(doc) + "--- findings\n" + findings(found)
			if i > 0 {
				out.WriteByte('\n')
			}
			fmt.Fprintf(&out, "=== %s\n%s\n--- document\n%s", name, src, got)
			if !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("%s: %s:\n%s\ngot\n%s\nwant\n%s", f, name, src, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(f, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func findings(found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%d:%d %s %s\n", d.Pos.Line, d.Pos.Column, d.Severity, d.Code)
	}
	return b.String()
}

// sketch writes a document for people: a block a line, inlines as calls.
func sketch(doc *document.Document) string {
	var b strings.Builder
	m := doc.Metadata
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("title", m.Title)
	field("subtitle", m.Subtitle)
	for _, c := range m.Contributors {
		field("contributor", strings.TrimSpace(c.Role+" "+c.Name+" "+c.FileAs))
	}
	field("date", m.Date)
	field("language", m.Language)
	field("publisher", m.Publisher)
	for _, i := range m.Identifiers {
		field("identifier", i.Scheme+" "+i.Value)
	}
	field("rights", m.Rights)
	field("description", m.Description)
	field("subjects", strings.Join(m.Subjects, " | "))
	field("source", m.Source)
	if m.Series != nil {
		field("series", m.Series.Name+" | "+m.Series.Position)
	}
	field("cover", m.Cover)
	for _, k := range slices.Sorted(maps.Keys(m.Settings)) {
		field("setting "+k, m.Settings[k])
	}
	for _, d := range doc.Directives.Glossary {
		field("glossary", fmt.Sprintf("%s | %s | %s | %v | %v | %v @%d", d.Term, d.Expansion, d.Definition, d.Aliases, d.SeeAlso, d.Suppress, d.Pos.Line))
	}
	for _, d := range doc.Directives.Timeline {
		field("timeline", fmt.Sprintf("%s | %s | %s | %s | %v @%d", d.Date, d.Phrase, d.Summary, d.Match, d.Suppress, d.Pos.Line))
	}
	for _, n := range doc.Blocks {
		sketchBlock(&b, n, "")
	}
	for _, o := range doc.Omissions {
		field("omitted", fmt.Sprintf("%q (%s)", o.Text, o.Reason))
	}
	return b.String()
}

// marks writes what attributes a node has, hashes left out.
func marks(n document.Node) string {
	a := n.Attributes()
	s := ""
	if a.Anchor != "" && !(len(a.Anchor) == 12 && a.Anchor[1] == '-') {
		s += " #" + string(a.Anchor)
	}
	for _, c := range a.Classes {
		s += " ." + c
	}
	if a.Lang != "" {
		s += " lang=" + a.Lang
	}
	if a.Dir != "" {
		s += " dir=" + string(a.Dir)
	}
	for _, k := range slices.Sorted(maps.Keys(a.Settings)) {
		s += " " + k + "=" + a.Settings[k]
	}
	return s
}

func sketchBlock(b *strings.Builder, n document.Node, indent string) {
	extra, inline := "", ""
	switch n := n.(type) {
	case *document.Section:
		extra, inline = string(n.Role), sketchRun(n.Title)
		if n.Unnumbered {
			extra += " unnumbered"
		}
	case *document.Heading:
		extra, inline = fmt.Sprint(n.Level), sketchRun(n.Content)
	case *document.Paragraph:
		inline = sketchRun(n.Content)
	case *document.DefinitionTerm:
		inline = sketchRun(n.Content)
	case *document.List:
		if n.Ordered {
			extra = fmt.Sprintf("ordered from %d", n.Start)
		}
		if n.Tight {
			extra += " tight"
		}
	case *document.ListItem:
		if n.Task != nil {
			extra = fmt.Sprintf("done=%v", n.Task.Done)
		}
	case *document.Quote:
		if n.Attribution != nil {
			inline = "— " + sketchRun(n.Attribution)
		}
	case *document.CodeBlock:
		extra = fmt.Sprintf("%s %q", n.Language, n.Code)
		if n.Caption != nil {
			inline = "caption " + sketchRun(n.Caption)
		}
	case *document.Table:
		extra = fmt.Sprintf("%q", n.Columns)
		if n.HeaderColumns > 0 {
			extra += fmt.Sprintf(" %d of heads", n.HeaderColumns)
		}
		if n.Caption != nil {
			inline = "caption " + sketchRun(n.Caption)
		}
	case *document.Cell:
		extra = string(n.Scope)
	case *document.Figure:
		if n.Caption != nil {
			inline = "caption " + sketchRun(n.Caption)
		}
	case *document.Admonition:
		extra = n.Type
		if n.Title != nil {
			inline = sketchRun(n.Title)
		}
	case *document.MathBlock:
		extra = fmt.Sprintf("%s %q", n.Format, n.Source)
	case *document.RawBlock:
		extra = fmt.Sprintf("%s %q", n.Format, n.Source)
	}
	line := indent + n.Kind()
	if extra = strings.TrimSpace(extra); extra != "" {
		line += " " + extra
	}
	line += marks(n)
	if inline != "" {
		line += ": " + inline
	}
	b.WriteString(line + "\n")
	for c := range document.Children(n) {
		if i, ok := c.(document.Inline); ok {
			sketchNotes(b, i, indent)
			continue
		}
		sketchBlock(b, c, indent+"  ")
	}
}

// sketchNotes writes the notes in an inline below the block it stands in.
func sketchNotes(b *strings.Builder, n document.Inline, indent string) {
	if note, ok := n.(*document.Note); ok {
		fmt.Fprintf(b, "%s  note%s\n", indent, marks(note))
		for _, c := range note.Blocks {
			sketchBlock(b, c, indent+"    ")
		}
		return
	}
	for c := range document.Children(n) {
		if i, ok := c.(document.Inline); ok {
			sketchNotes(b, i, indent)
		}
	}
}

// sketchRun joins texts, so that only what they say shows.
func sketchRun(run []document.Inline) string {
	var parts []string
	text := ""
	flush := func() {
		if text != "" {
			parts = append(parts, fmt.Sprintf("%q", text))
			text = ""
		}
	}
	for _, n := range run {
		if t, ok := n.(*document.Text); ok && marks(n) == "" {
			text += t.Value
			continue
		}
		flush()
		extra := ""
		switch n := n.(type) {
		case *document.Code:
			extra = fmt.Sprintf("%q", n.Value)
		case *document.Link:
			extra = n.URL
			if n.Title != "" {
				extra += fmt.Sprintf(" title %q", n.Title)
			}
		case *document.CrossReference:
			extra = strings.TrimSpace(fmt.Sprintf("#%s %s%s", n.Target, n.Ref, n.Show))
		case *document.Image:
			extra = fmt.Sprintf("%s %q", n.Resource, n.Alt)
			if n.Title != "" {
				extra += fmt.Sprintf(" title %q", n.Title)
			}
			if n.Decorative {
				extra += " decorative"
			}
		case *document.Abbreviation:
			extra = fmt.Sprintf("%q", n.Expansion)
		case *document.Date:
			extra = n.Value
		case *document.IndexTerm:
			extra = strings.Join(n.Path, "!")
		case *document.Math:
			extra = fmt.Sprintf("%s %q", n.Format, n.Source)
		case *document.RawInline:
			extra = fmt.Sprintf("%s %q", n.Format, n.Source)
		}
		s := n.Kind()
		if c := document.Inside(n); c != nil {
			s += "(" + sketchRun(*c) + ")"
		}
		if extra != "" {
			s += "<" + extra + ">"
		}
		if m := marks(n); m != "" {
			s += "{" + m[1:] + "}"
		}
		parts = append(parts, s)
	}
	flush()
	return strings.Join(parts, " ")
}
