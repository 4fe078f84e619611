package xhtml

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// Before anything is written the document is cut into files and every anchor
// is given its place, so that a link knows the file it leads to. Names of files
// and ids come from anchors, which come from titles: they stay when a chapter
// is inserted before them.

// chunk is the piece of a document that goes into one file: a section, or a
// run of blocks that stand before, between or behind sections.
type chunk struct {
	name    string
	section *document.Section // nil for a run
	blocks  []document.Block
	// depth is the level of the file's first heading.
	depth int
	// before says that the text proper has not begun yet.
	before bool
	back   bool
}

// matter returns the part of the book that the chunk belongs to.
func (c *chunk) matter() string {
	switch {
	case c.section == nil && c.back:
		return "backmatter"
	case c.section == nil:
		return "bodymatter"
	case c.section.Role.FrontMatter() && c.before:
		return "frontmatter"
	case c.section.Role.BackMatter():
		return "backmatter"
	}
	return "bodymatter"
}

// Names of files that are not chapters.
const (
	titlePageName = "titlepage.xhtml"
	openingName   = "opening"
)

func newRenderer(doc *document.Document, pages *document.Pagination, opt Options) *renderer {
	r := &renderer{
		doc: doc, pages: pages, opt: opt,
		numbers: doc.Numbers(),
		ids:     map[document.Node]string{},
		files:   map[document.Anchor]*chunk{},
		nodes:   map[document.Anchor]document.Node{},
		used:    map[string]bool{},
		holder:  map[*document.Section]*chunk{},
		second:  map[document.Node]string{},
		again:   map[*document.Note][]furtherMark{},
		marks:   map[document.Anchor][]*mark{},
	}
	lang, dir := languageOf(doc)
	r.words = labelsFor(lang)
	r.book = Book{Lang: lang, Dir: dir, Labels: r.words}
	r.images = imageShelf{names: map[string]bool{}, byName: map[string]*Image{}}
	r.cut()
	r.identify()
	r.placePages()
	return r
}

// cut divides the document into chunks and names them.
func (r *renderer) cut() {
	names := map[string]bool{strings.TrimSuffix(titlePageName, ".xhtml"): true, "cover": true, "nav": true}
	back := false
	add := func(c *chunk, name string) {
		c.name = fileName(name, names)
		c.before = !slices.ContainsFunc(r.chunks, func(c *chunk) bool { return c.matter() == "bodymatter" && c.section != nil })
		if c.section != nil {
			back = c.section.Role.BackMatter()
		} else {
			c.back = back
		}
		r.chunks = append(r.chunks, c)
	}
	var divide func(blocks []document.Block, depth int)
	divide = func(blocks []document.Block, depth int) {
		for i := 0; i < len(blocks); {
			if s, ok := blocks[i].(*document.Section); ok {
				i++
				c := &chunk{section: s, blocks: s.Blocks, depth: depth}
				name := string(s.Anchor)
				if !s.Anchor.Valid() {
					name = string(document.Slug(document.TextOf(s.Title)))
				}
				if s.Role != document.RolePart || depth > 1 {
					add(c, name)
					continue
				}
				own := 0
				for own < len(s.Blocks) && !isSection(s.Blocks[own]) {
					own++
				}
				c.blocks = s.Blocks[:own]
				add(c, name)
				divide(s.Blocks[own:], depth+1)
				continue
			}
			end := i
			for end < len(blocks) && !isSection(blocks[end]) {
				end++
			}
			name := openingName
			if len(r.chunks) > 0 {
				name = "text"
				if a := blocks[i].Attributes().Anchor; a.Valid() {
					name = string(a)
				}
			}
			add(&chunk{blocks: blocks[i:end], depth: depth}, name)
			i = end
		}
	}
	divide(r.doc.Blocks, 1)
	if len(r.chunks) == 0 {
		add(&chunk{depth: 1}, openingName)
	}
}

func isSection(b document.Block) bool {
	_, ok := b.(*document.Section)
	return ok
}

// fileName makes a file's name from an anchor. Names differ in more than case
// and are short enough for every file system (OCF 4.2.2).
func fileName(anchor string, used map[string]bool) string {
	base := strings.ToLower(strings.TrimRight(anchor, "."))
	if base == "" {
		base = "text"
	}
	if len(base) > 80 {
		sum := sha256.Sum256([]byte(base))
		base = base[:70] + "-" + hex.EncodeToString(sum[:4])
	}
	return unique(base, used) + ".xhtml"
}

// unique returns base, with a number behind it where base is taken, and takes
// it.
func unique(base string, used map[string]bool) string {
	name := base
	for i := 2; used[name]; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	used[name] = true
	return name
}

// identify gives ids to the nodes that bear an anchor and to those that links
// lead to in any case.
func (r *renderer) identify() {
	// First the anchors of the document, which win over ids made here.
	for _, n := range r.doc.All() {
		a := n.Attributes().Anchor
		if a == "" {
			continue
		}
		if _, twice := r.nodes[a]; twice {
			continue // the first bearer keeps it
		}
		r.nodes[a] = n
		id := string(a)
		if !a.Valid() {
			id = string(document.Slug(id))
		}
		if r.used[id] {
			id = unique(id, r.used)
		}
		r.used[id] = true
		r.ids[n] = id
	}
	for _, n := range r.doc.All() {
		if r.ids[n] != "" {
			continue
		}
		switch n := n.(type) {
		case *document.Section:
			r.ids[n] = unique(string(document.Slug(document.TextOf(n.Title))), r.used)
		case *document.Note:
			r.ids[n] = unique("note-"+strconv.Itoa(r.numbers.Of(n)), r.used)
		}
	}
	for _, n := range r.doc.All() {
		switch n := n.(type) {
		case *document.Section:
			r.second[n] = unique(r.ids[n]+"-title", r.used)
		case *document.Note:
			r.second[n] = unique("ref-"+r.ids[n], r.used)
		}
	}
	for _, c := range r.chunks {
		if c.section != nil {
			r.assign(c, c.section, c.blocks)
		} else {
			r.assign(c, nil, c.blocks)
		}
	}
}

// assign notes that the anchors of the section itself and of the blocks are in
// the chunk's file.
func (r *renderer) assign(c *chunk, s *document.Section, blocks []document.Block) {
	put := func(n document.Node) {
		if a := n.Attributes().Anchor; a != "" && r.nodes[a] == n {
			r.files[a] = c
		}
		switch n := n.(type) {
		case *document.Section:
			r.holder[n] = c
		case *document.CrossReference:
			r.markAgain(c, n)
		}
	}
	if s != nil {
		put(s)
		for _, i := range s.Title {
			for n := range document.Nodes(i) {
				put(n)
			}
		}
	}
	for _, b := range blocks {
		for n := range document.Nodes(b) {
			put(n)
		}
	}
}

// href returns the address of an anchor, seen from the file called from, and
// false if there is no such anchor.
func (r *renderer) href(from string, a document.Anchor) (string, bool) {
	c, ok := r.files[a]
	if !ok {
		return "", false
	}
	fragment := "#" + r.ids[r.nodes[a]]
	if c.name == from {
		return fragment, true
	}
	return c.name + fragment, true
}
