package document

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// MaxDepth is the deepest nesting of nodes that a valid document has. It
// bounds the recursion of everything that walks the tree.
const MaxDepth = 1000

// Validate reports what is wrong with a tree that was built by hand, as one
// error for each fault joined by [errors.Join], each with its path in the
// tree: nil nodes, nodes that occur twice, text that is not UTF-8 or holds
// control characters, anchors that are malformed or used twice, references to
// anchors and resources that do not exist, tables whose cells do not fit, unknown
// languages, nesting deeper than [MaxDepth]. Readers and passes only make valid
// documents.
func (d *Document) Validate() error {
	v := validator{doc: d, seen: map[Node]*place{}, anchors: map[Anchor]*place{}, resources: map[string]bool{}}
	v.below = visitor{
		blocks: func(bs *[]Block) {
			for _, b := range *bs {
				v.kid(b)
			}
		},
		inlines: func(s *[]Inline) {
			for _, i := range *s {
				v.kid(i)
			}
		},
		node: v.kid,
	}
	m := &d.Metadata
	for _, f := range []struct{ name, value string }{{"Title", m.Title}, {"Subtitle", m.Subtitle}, {"Publisher", m.Publisher}, {"Rights", m.Rights}, {"Description", m.Description}} {
		v.text("metadata."+f.name, f.value)
	}
	v.language("metadata.Language", m.Language)
	for i, c := range m.Contributors {
		if c.Name == "" {
			v.fail(fmt.Sprintf("metadata.Contributors[%d]", i), "has no name")
		}
		v.text(fmt.Sprintf("metadata.Contributors[%d].Name", i), c.Name)
	}
	for i, r := range d.Resources {
		path := fmt.Sprintf("resources[%d]", i)
		switch {
		case r.Name == "":
			v.fail(path, "has no name")
		case v.resources[r.Name]:
			v.fail(path, "is the second resource called %q", r.Name)
		}
		v.resources[r.Name] = true
	}
	if m.Cover != "" && !v.resources[m.Cover] {
		v.fail("metadata.Cover", "names the resource %q, which does not exist", m.Cover)
	}
	for i, b := range d.Blocks {
		v.node(v.place(nil, i), b, 0)
	}
	for _, r := range v.refs {
		if _, ok := v.anchors[r.target]; !ok {
			v.fail(r.path, "refers to the anchor %q, which does not exist", r.target)
		}
	}
	return errors.Join(v.errs...)
}

type validator struct {
	doc       *Document
	errs      []error
	seen      map[Node]*place
	anchors   map[Anchor]*place
	resources map[string]bool
	refs      []struct {
		path   *place
		target Anchor
	}

	// The node whose children are being looked at, the index of the next of
	// them and their depth; below looks at them.
	at    *place
	next  int
	depth int
	below visitor
	room  []place
}

// place is where a node stands in the tree. It becomes a text only where there
// is something to say about it.
type place struct {
	up    *place
	index int
	kind  string
}

func (p *place) String() string {
	s := "blocks[" + strconv.Itoa(p.index) + "]"
	if p.up != nil {
		s = p.up.String() + "." + strconv.Itoa(p.index)
	}
	if p.kind != "" {
		s += "(" + p.kind + ")"
	}
	return s
}

// place returns the place of a child.
func (v *validator) place(up *place, index int) *place {
	if len(v.room) == cap(v.room) {
		v.room = make([]place, 0, 256)
	}
	v.room = append(v.room, place{up: up, index: index})
	return &v.room[len(v.room)-1]
}

// fail reports a fault; path is a string or a *place.
func (v *validator) fail(path any, format string, args ...any) {
	v.errs = append(v.errs, fmt.Errorf("document: %s %s", path, fmt.Sprintf(format, args...)))
}

func (v *validator) refer(path *place, a Anchor) {
	v.refs = append(v.refs, struct {
		path   *place
		target Anchor
	}{path, a})
}

// ValidText reports whether s is UTF-8 without the characters that neither XML
// nor a page can hold: controls other than tab and line feed, noncharacters, and
// byte order marks, which mean nothing inside a text.
func ValidText(s string) bool {
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return false
			}
		case r < 0x20 && r != '\t' && r != '\n', r >= 0x7f && r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, r == 0xfeff:
			return false
		}
	}
	return true
}

func (v *validator) text(path any, s string) {
	if !ValidText(s) {
		v.fail(path, "is not UTF-8 or holds control characters: %.40q", s)
	}
}

func (v *validator) language(path, tag string) {
	if tag == "" {
		return
	}
	if _, err := language.Parse(tag); err != nil {
		v.fail(path, "is %q, which is no BCP 47 language tag", tag)
	}
}

// kid looks at a child of the node at hand.
func (v *validator) kid(n Node) {
	p := v.place(v.at, v.next)
	v.next++
	v.node(p, n, v.depth)
}

func (v *validator) node(path *place, n Node, depth int) {
	if n == nil || reflect.ValueOf(n).IsNil() {
		v.fail(path, "is nil")
		return
	}
	if depth > MaxDepth {
		v.fail(path, "is nested deeper than %d levels", MaxDepth)
		return
	}
	path.kind = n.Kind()
	if first, ok := v.seen[n]; ok {
		v.fail(path, "is the same node as %s; every node stands in one place", first)
		return
	}
	v.seen[n] = path
	a := n.Attributes()
	if a.Anchor != "" {
		if !a.Anchor.Valid() {
			v.fail(path, "has the anchor %q: want a letter or _, then letters, digits, -, _ and .", a.Anchor)
		}
		if first, ok := v.anchors[a.Anchor]; ok {
			v.fail(path, "has the anchor %q of %s", a.Anchor, first)
		}
		v.anchors[a.Anchor] = path
	}
	if a.Lang != "" {
		v.language(path.String()+".Lang", a.Lang)
	}
	if a.Dir != Inherited && a.Dir != LeftToRight && a.Dir != RightToLeft {
		v.fail(path, "has the direction %q", a.Dir)
	}
	v.fields(path, n)
	at, next := v.at, v.next
	v.at, v.next, v.depth = path, 0, depth+1
	n.each(v.below)
	v.at, v.next, v.depth = at, next, depth
}

// fields checks what is particular to a type of node.
func (v *validator) fields(path *place, n Node) {
	switch n := n.(type) {
	case *Text:
		v.text(path, n.Value)
	case *Code:
		v.text(path, n.Value)
	case *CodeBlock:
		v.text(path, n.Code)
	case *Heading:
		if n.Level < 1 || n.Level > 6 {
			v.fail(path, "has the level %d: want 1 to 6", n.Level)
		}
	case *Image:
		v.text(path.String()+".Alt", n.Alt)
		if !v.resources[n.Resource] {
			v.fail(path, "shows the resource %q, which does not exist", n.Resource)
		}
	case *CrossReference:
		v.refer(path, n.Target)
	case *IndexTerm:
		if len(n.Path) == 0 {
			v.fail(path, "names no entry")
		}
		for _, p := range n.Path {
			v.text(path, p)
		}
	case *Table:
		v.table(path, n)
	case *Cell:
		if n.Scope != ScopeByPlace && n.Scope != ScopeRow && n.Scope != ScopeColumn {
			v.fail(path, "has the scope %q", n.Scope)
		}
		for _, a := range n.Headers {
			v.refer(path, a)
		}
	case *GlossaryEntry:
		if n.Term == "" {
			v.fail(path, "has no term")
		}
		v.text(path, n.Term)
		v.text(path, n.Expansion)
		for _, a := range append(append([]Anchor(nil), n.Mentions...), n.SeeAlso...) {
			v.refer(path, a)
		}
	case *TimelineEntry:
		v.text(path, n.Phrase)
		if n.Mention != "" {
			v.refer(path, n.Mention)
		}
	case *IndexEntry:
		v.text(path, n.Term)
		for _, a := range append(append([]Anchor(nil), n.Mentions...), n.SeeAlso...) {
			v.refer(path, a)
		}
	}
}

// table checks that the cells of every row, with those that hang down from
// rows above, fill exactly the table's columns.
func (v *validator) table(path *place, t *Table) {
	if len(t.Columns) == 0 {
		v.fail(path, "has no columns")
		return
	}
	if t.HeaderColumns < 0 || t.HeaderColumns > len(t.Columns) {
		v.fail(path, "has %d header columns of %d", t.HeaderColumns, len(t.Columns))
	}
	for _, rows := range [][]*Row{t.Head, t.Body} {
		covered := make([]int, len(t.Columns))
		for i, r := range rows {
			if r == nil {
				continue // reported by node
			}
			at := 0
			for _, c := range r.Cells {
				if c == nil {
					continue
				}
				for at < len(covered) && covered[at] > 0 {
					at++
				}
				for range max(c.ColSpan, 1) {
					if at >= len(covered) || covered[at] > 0 {
						v.fail(path, "has a row %d whose cells do not fit its %d columns", i, len(t.Columns))
						return
					}
					covered[at] = max(c.RowSpan, 1)
					at++
				}
			}
			for at < len(covered) && covered[at] > 0 {
				at++
			}
			if at < len(covered) {
				v.fail(path, "has a row %d with cells missing: %d of %d columns are filled", i, at, len(t.Columns))
				return
			}
			for j := range covered {
				covered[j]--
			}
		}
	}
}
