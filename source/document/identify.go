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
	nm := namer{used: map[Anchor]bool{}, next: map[Anchor]int{}, titles: map[string]bool{}}
	for _, n := range d.All() {
		if a := n.Attributes().Anchor; a != "" {
			nm.used[a] = true
		}
	}
	for depth, n := range d.All() {
		nm.path.leave(depth)
		if depth == 0 {
			nm.chapter = ""
		}
		if at := n.Attributes(); at.Anchor == "" {
			at.Anchor = nm.claim(nm.anchorFor(n))
		}
		if s, ok := n.(*Section); ok {
			nm.enter(s, depth)
		}
	}
}

// namer finds anchors while it goes through a document.
type namer struct {
	used map[Anchor]bool
	next map[Anchor]int // the number of the next that would have the same name
	path lineage
	// chapter is the title of the chapter at hand, and titles those before.
	// The title is part of hashes, so that equal texts of two chapters do not
	// depend on each other.
	chapter string
	titles  map[string]bool
	text    []byte // a buffer
}

// enter goes into a section, which has its anchor.
func (nm *namer) enter(s *Section, depth int) {
	if depth == 0 {
		nm.chapter = TextOf(s.Title)
		if nm.titles[nm.chapter] {
			nm.chapter += "\x00" + string(s.Anchor)
		}
		nm.titles[nm.chapter] = true
	}
	nm.path = append(nm.path, ancestor{s, depth})
}

// claim returns the anchor with a number if it has been given before.
func (nm *namer) claim(a Anchor) Anchor {
	if a == "" {
		return ""
	}
	for base := a; nm.used[a]; nm.next[base]++ {
		nm.next[base] = max(nm.next[base], 2)
		a = base + Anchor("-"+strconv.Itoa(nm.next[base]))
	}
	nm.used[a] = true
	return a
}

// anchorFor returns the anchor that a node should have, "" for one that needs
// none.
func (nm *namer) anchorFor(n Node) Anchor {
	switch n := n.(type) {
	case *Section:
		a := nm.path.below(Slug(TextOf(n.Title)))
		if nm.used[a] {
			a += hashAnchor("", opening(n))
		}
		return a
	case *Heading:
		return nm.path.below(Slug(TextOf(n.Content)))
	case *Paragraph, *DefinitionTerm, *CodeBlock, *MathBlock:
		return nm.hash("p", n)
	case *Note:
		return nm.hash("n", n)
	case *Table:
		return nm.hash("t", n)
	case *Figure:
		return nm.hash("f", n)
	case *Admonition:
		return nm.hash("a", n)
	case *Quote:
		if len(n.Attribution) > 0 {
			return nm.hash("q", n)
		}
	case *GlossaryEntry:
		return "term-" + Slug(n.Term)
	case *TimelineEntry:
		a := "event-" + Slug(n.Date)
		if nm.used[a] {
			a += hashAnchor("", TextOf(n.Summary))
		}
		return a
	case *IndexEntry:
		return "index-" + Slug(n.Term)
	}
	// The text of lists and their like is that of the blocks inside them.
	return ""
}

// hash returns an anchor made from the text of a node and its chapter's title.
func (nm *namer) hash(prefix string, n Node) Anchor {
	nm.text = append(append(nm.text[:0], nm.chapter...), 0)
	nm.text = appendAllText(nm.text, n)
	return hashAnchor(prefix, nm.text)
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
		if t := appendAllText(nil, b); len(t) > 0 {
			return string(t)
		}
	}
	return ""
}

func hashAnchor[T string | []byte](prefix string, text T) Anchor {
	sum := sha256.Sum256([]byte(text))
	return Anchor(prefix + "-" + hex.EncodeToString(sum[:5]))
}

// appendAllText appends the text of a node with all that is inside it.
func appendAllText(b []byte, n Node) []byte {
	for c := range Nodes(n) {
		switch c := c.(type) {
		case *Text:
			b = append(b, c.Value...)
		case *Code:
			b = append(b, c.Value...)
		case *CodeBlock:
			b = append(b, c.Code...)
		case *Image:
			b = append(b, c.Resource...)
		case *Math:
			b = append(b, c.Source...)
		case *MathBlock:
			b = append(b, c.Source...)
		}
	}
	return b
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
