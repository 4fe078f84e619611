package document

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Identify gives an anchor to every node that a page can begin in or that the
// formats link to: sections, blocks with text of their own, figures, tables,
// listings, notes, entries of the back matter. Anchors that are there stay.
//
// A section's anchor is made from its title, after the anchor of the section
// around it; another block's from a hash of its text and its chapter's title. So
// anchors stay the same when a chapter is inserted, even one with sections of
// the same titles, or a paragraph elsewhere is changed. A chapter whose title
// has been there before is told apart by a hash of how its text begins, and
// equal texts of a chapter are by a number.
func (d *Document) Identify() {
	used := map[Anchor]bool{}
	for _, n := range d.All() {
		if a := n.Attributes().Anchor; a != "" {
			used[a] = true
		}
	}
	next := map[Anchor]int{}
	claim := func(n Node, a Anchor) {
		at := n.Attributes()
		if at.Anchor != "" {
			return
		}
		base := a
		for used[a] {
			if next[base] < 2 {
				next[base] = 2
			}
			a = base + Anchor("-"+strconv.Itoa(next[base]))
			next[base]++
		}
		used[a] = true
		at.Anchor = a
	}
	// Of hashes, the title of the chapter is part: equal texts of two chapters do
	// not depend on each other.
	chapter := ""
	titles := map[string]bool{}
	var path lineage
	for depth, n := range d.All() {
		path.leave(depth)
		if depth == 0 {
			chapter = ""
		}
		switch n := n.(type) {
		case *Section:
			a := path.below(Slug(TextOf(n.Title)))
			if used[a] {
				a += hashAnchor("", opening(n))
			}
			claim(n, a)
			if depth == 0 {
				chapter = TextOf(n.Title)
				if titles[chapter] {
					chapter += "\x00" + string(n.Anchor)
				}
				titles[chapter] = true
			}
			path = append(path, ancestor{n, depth})
		case *Heading:
			claim(n, path.below(Slug(TextOf(n.Content))))
		case *Paragraph, *DefinitionTerm, *CodeBlock, *MathBlock:
			claim(n, hashAnchor("p", chapter+"\x00"+allText(n)))
		case *Note:
			claim(n, hashAnchor("n", chapter+"\x00"+allText(n)))
		case *Table:
			claim(n, hashAnchor("t", chapter+"\x00"+allText(n)))
		case *Figure:
			claim(n, hashAnchor("f", chapter+"\x00"+allText(n)))
		case *Admonition:
			claim(n, hashAnchor("a", chapter+"\x00"+allText(n)))
		case *GlossaryEntry:
			claim(n, "term-"+Slug(n.Term))
		case *TimelineEntry:
			a := "event-" + Slug(n.Date)
			if used[a] {
				a += hashAnchor("", TextOf(n.Summary))
			}
			claim(n, a)
		case *IndexEntry:
			claim(n, "index-"+Slug(n.Term))
		case *Quote:
			if len(n.Attribution) > 0 {
				claim(n, hashAnchor("q", chapter+"\x00"+allText(n)))
			}
		case *List, *DefinitionList, *ThematicBreak, *RawBlock, *ListItem:
			// Their own text is that of the blocks inside them.
		}
	}
}

// lineage is the sections around a place, from the outermost.
type lineage []ancestor

type ancestor struct {
	section *Section
	depth   int
}

// leave takes out the sections that a node of the depth is not in.
func (l *lineage) leave(depth int) {
	for n := len(*l); n > 0 && (*l)[n-1].depth >= depth; n-- {
		*l = (*l)[:n-1]
	}
}

// longestAnchor is how long an anchor may become by those of the sections
// around it.
const longestAnchor = 100

// below returns the anchor for a title in the innermost section. Chapters do
// not need the title of their part: they are found under their own.
func (l lineage) below(title Anchor) Anchor {
	if len(l) == 0 || l[len(l)-1].section.Role == RolePart {
		return title
	}
	outer := l[len(l)-1].section.Anchor
	if len(outer)+1+len(title) <= longestAnchor {
		return outer + "." + title
	}
	return title + hashAnchor("", string(outer))
}

// opening returns the text that a section begins with, up to the end of its
// first block that has any.
func opening(s *Section) string {
	for _, b := range s.Blocks {
		if t := allText(b); t != "" {
			return t
		}
	}
	return ""
}

func hashAnchor(prefix, text string) Anchor {
	sum := sha256.Sum256([]byte(text))
	return Anchor(prefix + "-" + hex.EncodeToString(sum[:5]))
}

func allText(n Node) string {
	var b strings.Builder
	for c := range Nodes(n) {
		switch c := c.(type) {
		case *Text:
			b.WriteString(c.Value)
		case *Code:
			b.WriteString(c.Value)
		case *CodeBlock:
			b.WriteString(c.Code)
		case *Image:
			b.WriteString(c.Resource)
		case *Math:
			b.WriteString(c.Source)
		case *MathBlock:
			b.WriteString(c.Source)
		}
	}
	return b.String()
}

// Slug makes an anchor from a title: lower-case letters and digits of ASCII,
// accents dropped, everything else a hyphen; a title without such letters
// gives a hash of it.
func Slug(title string) Anchor {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(title) {
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' {
			continue
		}
		r = unicode.ToLower(r)
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		} else {
			gap = true
		}
		if b.Len() >= 60 {
			break
		}
	}
	s := b.String()
	switch {
	case s == "":
		return hashAnchor("s", title)
	case s[0] >= '0' && s[0] <= '9':
		return Anchor("s-" + s)
	}
	return Anchor(s)
}

// Valid reports whether the anchor is well formed.
func (a Anchor) Valid() bool {
	for i := 0; i < len(a); i++ {
		c := a[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
		case i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return a != ""
}
