package verify

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// A tagged file as assistive technology meets it: the elements of the structure
// tree in order, with the characters that their content stands for.

// Element is an element of the structure tree.
type Element struct {
	// Role is the structure type as it is written, such as "P".
	Role string
	// Lang is the language that holds in the element.
	Lang string
	// Alt, ActualText and Expansion are what the element says in place of its
	// content.
	Alt, ActualText, Expansion string
	// Nodes are kids and pieces of text in reading order.
	Nodes []Node
}

// Node is a kid of an [Element], or a piece of text where Element is nil.
type Node struct {
	Element *Element
	Text    string
}

// Structure reads the structure tree of a PDF file. The element it returns
// stands for the root, without a role of its own.
func Structure(r io.ReaderAt, size int64) (root *Element, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, fmt.Errorf("verify: the file cannot be read: %v", p)
		}
	}()
	if size < 0 || size > maxPDF {
		return nil, errors.New("verify: the file is too large")
	}
	data := make([]byte, size)
	if _, err := r.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("verify: %w", err)
	}
	f, err := pdfobject.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	c := &pdfChecker{File: f, catalog: f.Catalog(), counts: map[string]int{}, library: &fontLibrary{}, said: map[contentKey]*strings.Builder{}}
	c.readTree()
	c.readPages()
	root = &Element{}
	for _, e := range c.tree.all {
		if e.parent == nil {
			root.Nodes = append(root.Nodes, Node{Element: c.export(e)})
		}
	}
	return root, nil
}

// say notes what marked content says.
func (c *pdfChecker) say(m marked, text string) {
	if c.said == nil || !m.tagged {
		return
	}
	b := c.said[m.key]
	if b == nil {
		b = &strings.Builder{}
		c.said[m.key] = b
	}
	b.WriteString(text)
}

// export copies an element and what is below it. The depth is that of the
// tree, which has been bounded.
func (c *pdfChecker) export(e *element) *Element {
	out := &Element{
		Role: string(e.raw), Lang: e.lang,
		Alt: c.text(e, "Alt"), ActualText: c.text(e, "ActualText"), Expansion: c.text(e, "E"),
	}
	for _, n := range e.flow {
		switch n := n.(type) {
		case *element:
			out.Nodes = append(out.Nodes, Node{Element: c.export(n)})
		case contentKey:
			if b := c.said[n]; b != nil {
				out.Nodes = append(out.Nodes, Node{Text: b.String()})
			}
		}
	}
	return out
}

// Text returns what is read aloud: the text of the element and of all below
// it, actual texts in place of what they stand for.
func (e *Element) Text() string {
	var b strings.Builder
	e.text(&b)
	return b.String()
}

func (e *Element) text(b *strings.Builder) {
	if e.ActualText != "" {
		b.WriteString(e.ActualText)
		return
	}
	for _, n := range e.Nodes {
		if n.Element != nil {
			n.Element.text(b)
		} else {
			b.WriteString(n.Text)
		}
	}
}

// String returns the tree in lines, one for each element and piece of text.
func (e *Element) String() string {
	var b bytes.Buffer
	e.lines(&b, 0)
	return b.String()
}

func (e *Element) lines(b *bytes.Buffer, depth int) {
	for _, n := range e.Nodes {
		indent := strings.Repeat(" ", depth)
		if n.Element == nil {
			fmt.Fprintf(b, "%s%q\n", indent, n.Text)
			continue
		}
		k := n.Element
		b.WriteString(indent + k.Role)
		for _, p := range [][2]string{{"Alt", k.Alt}, {"ActualText", k.ActualText}, {"E", k.Expansion}} {
			if p[1] != "" {
				fmt.Fprintf(b, " %s=%q", p[0], p[1])
			}
		}
		b.WriteByte('\n')
		k.lines(b, depth+1)
	}
}
