package finish

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// The structure tree (ISO 32000-1, 14.7). Its elements come from the book's
// tags, what they hold from the marks that the painter left in the pages. The
// kids of an element stand in reading order, whatever page they are on.

// kid is something that a structure element holds.
type kid struct {
	order int32
	// rank orders kids of the same order: content, -1, before elements, whose
	// rank is their tag.
	rank   int32
	object pdfobject.Object
	page   int // of content, -1 for elements
}

// structure writes the elements, the parent tree and the root.
func (f *finisher) structure() error {
	if !f.tagged() {
		return nil
	}
	tags := f.book.Tags
	kids := make([][]kid, len(tags))
	for page, marks := range f.painted.Marks {
		parents := make(pdfobject.Array, len(marks))
		for id, m := range marks {
			if m.Tag <= 0 || int(m.Tag) >= len(tags) {
				return fmt.Errorf("finish: page %d: content belongs to tag %d of %d", page+1, m.Tag, len(tags))
			}
			kids[m.Tag] = append(kids[m.Tag], kid{m.Order, -1, pdfobject.Integer(id), page})
			parents[id] = f.elements[m.Tag]
		}
		f.parents[page] = f.out.Add(parents)
	}
	for tag, objects := range f.objects {
		kids[tag] = append(kids[tag], objects...)
	}
	// Where an element stands is decided by the first mark inside it. Parents
	// stand before their children, so one pass from behind finds it.
	const empty = math.MaxInt32
	first := make([]int32, len(tags))
	for i := range first {
		first[i] = empty
	}
	for i := len(tags) - 1; i > 0; i-- {
		for _, k := range kids[i] {
			first[i] = min(first[i], k.order)
		}
		if first[i] == empty && tags[i].Order > 0 {
			first[i] = tags[i].Order
		}
		p := tags[i].Parent
		if p < 0 || int(p) >= i {
			return fmt.Errorf("finish: tag %d stands before its parent %d", i, p)
		}
		first[p] = min(first[p], first[i])
	}
	// An element that is empty and says nothing of its place follows the
	// sibling before it.
	before := make([]int32, len(tags)) // the place of each tag's newest child
	for i := 1; i < len(tags); i++ {
		p := tags[i].Parent
		if first[i] == empty {
			first[i] = before[p]
		}
		before[p] = first[i]
		kids[p] = append(kids[p], kid{first[i], int32(i), f.elements[i], -1})
	}
	if f.std.pdf2 {
		f.refer()
	}
	boxes := f.boxes()
	f.nameElements()
	var spaces pdfobject.Array
	if f.std.pdf2 {
		spaces = f.namespaces()
	}
	for i := range kids {
		slices.SortStableFunc(kids[i], func(a, b kid) int {
			return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.rank, b.rank))
		})
	}
	levels := headings(tags, kids)
	f.roles = make([]string, len(tags))
	for i := range tags {
		f.roles[i] = f.std.role(&tags[i])
		if h, ok := levels[int32(i)]; ok {
			f.roles[i] = h
		}
	}
	if f.std.pdf2 {
		f.fit(kids)
	}
	for i := range tags {
		f.element(int32(i), kids[i], boxes)
	}
	f.structureRoot(spaces)
	return nil
}

// nameElements gives elements their ids: those of the document, and names of our
// own, which no anchor can be, where the file needs one.
func (f *finisher) nameElements() {
	f.ids = make([]string, len(f.book.Tags))
	taken := map[string]bool{}
	needed := make([]bool, len(f.ids))
	for i := range f.ids {
		tag := &f.book.Tags[i]
		needed[i] = needed[i] || tag.Role == "Note" // ISO 14289-1, 7.9
		for _, h := range tag.Headers {
			needed[h] = true
		}
		if tag.ID != "" && !taken[tag.ID] {
			f.ids[i], taken[tag.ID] = tag.ID, true
		}
	}
	for i, id := range f.ids {
		if id == "" && needed[i] {
			f.ids[i] = fmt.Sprintf("%s:%d", strings.ToLower(f.book.Tags[i].Role), i)
		}
	}
}

// element writes one structure element.
func (f *finisher) element(i int32, kids []kid, boxes map[int32]box) {
	tag := &f.book.Tags[i]
	role := f.roles[i]
	d := pdfobject.Dict{"S": pdfobject.Name(role), "P": f.elements[tag.Parent]}
	if i == 0 {
		d["P"] = f.tree
	}
	if f.std.pdf2 && inNamespace20(role) {
		d["NS"] = f.std.namespace
	}
	// Pg is the page of the first content; the others say theirs.
	page := -1
	k := make(pdfobject.Array, 0, len(kids))
	for _, kid := range kids {
		id, content := kid.object.(pdfobject.Integer)
		switch {
		case !content:
			k = append(k, kid.object)
			continue
		case page < 0:
			page = kid.page
			d["Pg"] = f.pageRefs[page]
		}
		if kid.page == page {
			k = append(k, id)
		} else {
			k = append(k, pdfobject.Dict{"Type": pdfobject.Name("MCR"), "Pg": f.pageRefs[kid.page], "MCID": id})
		}
	}
	switch len(k) {
	case 0:
	case 1:
		d["K"] = k[0]
	default:
		d["K"] = k
	}
	text := func(key pdfobject.Name, s string) {
		if s != "" {
			d[key] = f.text(s)
		}
	}
	text("T", tag.Title)
	text("Lang", tag.Lang)
	text("Alt", tag.Alt)
	text("ActualText", tag.ActualText)
	text("E", tag.Expansion)
	if id := f.ids[i]; id != "" {
		d["ID"] = pdfobject.String(id)
	}
	if refs := f.refs[i]; len(refs) > 0 {
		d["Ref"] = refs
	}
	if a := f.attributes(tag, boxes[i]); len(a) == 1 {
		d["A"] = a[0]
	} else if len(a) > 1 {
		d["A"] = a
	}
	f.out.Set(f.elements[i], d)
}

// refer finds which elements refer to which others, for the entries Ref of PDF
// 2.0 (ISO 32000-2, 14.7.2): a link to a note and the note name each other (ISO
// 14289-2, 8.2.5.14), an entry of a table of contents names the element that it
// stands for (8.2.5.8).
func (f *finisher) refer() {
	f.refs = map[int32]pdfobject.Array{}
	around := func(tag int32, role string) int32 {
		for tag > 0 && f.book.Tags[tag].Role != role {
			tag = f.book.Tags[tag].Parent
		}
		return tag
	}
	seen := map[[2]int32]bool{}
	add := func(from, to int32) {
		if from > 0 && to > 0 && !seen[[2]int32{from, to}] {
			seen[[2]int32{from, to}] = true
			f.refs[from] = append(f.refs[from], f.elements[to])
		}
	}
	for i := range f.book.Pages {
		for _, l := range f.book.Pages[i].Links {
			at, ok := f.dests[l.Destination]
			if !ok || l.Tag <= 0 {
				continue
			}
			target := f.standing(f.book.Destinations[at])
			add(around(l.Tag, "TOCI"), target)
			if note := around(target, "Note"); note > 0 && around(l.Tag, "Note") == 0 {
				add(l.Tag, note)
				add(note, l.Tag)
			}
		}
	}
}

// attributes returns the attribute dictionaries of an element (14.8.5).
func (f *finisher) attributes(tag *frame.Tag, b box) pdfobject.Array {
	var all pdfobject.Array
	layout := pdfobject.Dict{}
	switch tag.Role {
	case "Figure", "Formula":
		if b.page > 0 {
			layout["BBox"] = pdfobject.Array{real(b.left), real(b.bottom), real(b.right), real(b.top)}
		}
	}
	if tag.Block {
		layout["Placement"] = pdfobject.Name("Block")
	}
	if len(layout) > 0 {
		layout["O"] = pdfobject.Name("Layout")
		all = append(all, layout)
	}
	table := pdfobject.Dict{}
	if tag.Scope != "" {
		table["Scope"] = pdfobject.Name(tag.Scope)
	}
	if len(tag.Headers) > 0 {
		var a pdfobject.Array
		for _, h := range tag.Headers {
			a = append(a, pdfobject.String(f.ids[h]))
		}
		table["Headers"] = a
	}
	if tag.ColSpan > 1 {
		table["ColSpan"] = pdfobject.Integer(tag.ColSpan)
	}
	if tag.RowSpan > 1 {
		table["RowSpan"] = pdfobject.Integer(tag.RowSpan)
	}
	if len(table) > 0 {
		table["O"] = pdfobject.Name("Table")
		all = append(all, table)
	}
	if f.std.pdf2 && tag.Role == "Note" {
		all = append(all, pdfobject.Dict{"O": pdfobject.Name("FENote"), "NoteType": pdfobject.Name("Footnote")})
	}
	numbering := tag.ListNumbering
	if f.std.pdf2 && tag.Role == "L" && (numbering == "" || numbering == "None") {
		numbering = "Unordered" // what has labels must say how they count: ISO 14289-2, 8.2.5.25
	}
	if numbering != "" {
		all = append(all, pdfobject.Dict{"O": pdfobject.Name("List"), "ListNumbering": pdfobject.Name(numbering)})
	}
	return all
}

// earlier holds what readers that know PDF 1.7 alone may take the types of PDF
// 2.0 for.
var earlier = map[string]pdfobject.Name{"Title": "P", "FENote": "Note", "Aside": "Div", "Em": "Span", "Strong": "Span"}

// structureRoot writes the root of the tree with its parent tree, identifiers
// and role map.
func (f *finisher) structureRoot(spaces pdfobject.Array) {
	ids := map[string]pdfobject.Object{}
	for i, id := range f.ids {
		if id != "" {
			ids[id] = f.elements[i]
		}
	}
	nums := pdfobject.Array{}
	for i, p := range f.parents {
		if p != nil {
			nums = append(nums, pdfobject.Integer(i), p)
		}
	}
	root := pdfobject.Dict{
		"Type":              pdfobject.Name("StructTreeRoot"),
		"K":                 pdfobject.Array{f.elements[0]},
		"ParentTree":        f.out.Add(pdfobject.Dict{"Nums": nums}),
		"ParentTreeNextKey": pdfobject.Integer(len(f.parents)),
	}
	if len(ids) > 0 {
		root["IDTree"] = f.nameTree(ids)
	}
	if spaces != nil {
		root["Namespaces"] = spaces
		roles := pdfobject.Dict{}
		for _, r := range f.roles {
			if old, ok := earlier[r]; ok {
				roles[pdfobject.Name(r)] = old
			}
		}
		if len(roles) > 0 {
			root["RoleMap"] = roles
		}
	}
	f.out.Set(f.tree, root)
}

// box is the rectangle around what a tag holds on its page; y upwards.
type box struct {
	page                     int // counted from 1; -1 for content on several pages
	left, bottom, right, top style.Length
}

// boxes finds the rectangles of figures and formulas: of what they and the
// elements in them hold.
func (f *finisher) boxes() map[int32]box {
	owner := make([]int32, len(f.book.Tags)) // the figure around each tag
	for i, t := range f.book.Tags {
		switch {
		case t.Role == "Figure" || t.Role == "Formula":
			owner[i] = int32(i)
		case i > 0:
			owner[i] = owner[t.Parent]
		}
	}
	all := map[int32]box{}
	for n := range f.book.Pages {
		page := &f.book.Pages[n]
		for _, item := range page.Items {
			mark, left, top, right, bottom := f.extent(item)
			fig := owner[mark.Tag]
			if mark.Tag == 0 || fig == 0 {
				continue
			}
			b := box{n + 1, left, page.Height - bottom, right, page.Height - top}
			if have, ok := all[fig]; ok {
				if have.page != b.page {
					b.page = -1
				}
				b.left, b.bottom = min(b.left, have.left), min(b.bottom, have.bottom)
				b.right, b.top = max(b.right, have.right), max(b.top, have.top)
			}
			all[fig] = b
		}
	}
	return all
}

// extent returns an item's mark and the rectangle around it, y downwards.
func (f *finisher) extent(item frame.Item) (m frame.Mark, left, top, right, bottom style.Length) {
	switch it := item.(type) {
	case *frame.Text:
		face := f.book.Faces[it.Face]
		up, down := face.Metrics().Ascender, face.Metrics().Descender
		return it.Mark, it.X, it.Y - face.Length(up, it.Size), it.X + it.Width(), it.Y - face.Length(down, it.Size)
	case *frame.Rule:
		return it.Mark, it.X, it.Y, it.X + it.Width, it.Y + it.Height
	case *frame.Picture:
		return it.Mark, it.X, it.Y, it.X + it.Width, it.Y + it.Height
	case *frame.Path:
		const far = style.Length(math.MaxInt64)
		left, top, right, bottom = far, far, -far, -far
		for _, s := range it.Segments {
			n := map[frame.Verb]int{frame.MoveTo: 1, frame.LineTo: 1, frame.CurveTo: 3}[s.Verb]
			for _, p := range s.Points[:n] {
				left, right = min(left, p.X), max(right, p.X)
				top, bottom = min(top, p.Y), max(bottom, p.Y)
			}
		}
		if left > right {
			return frame.Mark{}, 0, 0, 0, 0
		}
		half := it.LineWidth / 2
		return it.Mark, left - half, top - half, right + half, bottom + half
	}
	return
}
