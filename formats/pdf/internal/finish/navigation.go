package finish

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/source/diag"
)

// Named destinations, outlines and page labels (ISO 32000-1, 12.3 and 12.4).

// treeLeaf is how many entries a leaf of a name tree holds.
const treeLeaf = 64

// nameTree writes a name tree (7.9.6).
func (f *finisher) nameTree(entries map[string]pdfobject.Object) pdfobject.Ref {
	names := slices.Sorted(maps.Keys(entries))
	leaf := func(names []string) pdfobject.Dict {
		var a pdfobject.Array
		for _, n := range names {
			a = append(a, pdfobject.String(n), entries[n])
		}
		return pdfobject.Dict{"Names": a}
	}
	if len(names) <= treeLeaf {
		return f.out.Add(leaf(names))
	}
	var kids pdfobject.Array
	for group := range slices.Chunk(names, treeLeaf) {
		d := leaf(group)
		d["Limits"] = pdfobject.Array{pdfobject.String(group[0]), pdfobject.String(group[len(group)-1])}
		kids = append(kids, f.out.Add(d))
	}
	return f.out.Add(pdfobject.Dict{"Kids": kids})
}

// destinations writes the named destinations: names are the document's
// anchors, the same in every build.
func (f *finisher) destinations() pdfobject.Object {
	if len(f.dests) == 0 {
		return nil
	}
	entries := make(map[string]pdfobject.Object, len(f.dests))
	for name, i := range f.dests {
		d := f.book.Destinations[i]
		place := pdfobject.Array{pdfobject.Name("XYZ"), tenth(d.X), tenth(f.book.Pages[d.Page].Height - d.Y), pdfobject.Null{}}
		on := append(pdfobject.Array{f.pageRefs[d.Page]}, place...)
		if f.std.pdf2 && f.tagged() {
			// A structure destination (ISO 32000-2, 12.3.2.3), with the place
			// on the page for readers that know none.
			entries[name] = pdfobject.Dict{"D": on, "SD": append(pdfobject.Array{f.elements[f.standing(d)]}, place...)}
		} else {
			entries[name] = on
		}
	}
	return f.nameTree(entries)
}

// standing returns the element that stands at a destination: the first one of
// the page where the layout names none.
func (f *finisher) standing(d frame.Destination) int32 {
	if d.Tag > 0 && int(d.Tag) < len(f.elements) {
		return d.Tag
	}
	if marks := f.painted.Marks[d.Page]; len(marks) > 0 {
		return marks[0].Tag
	}
	return 0
}

// outlineItem is an entry on its way into the outline.
type outlineItem struct {
	ref    pdfobject.Ref
	dict   pdfobject.Dict
	level  int
	kids   []*outlineItem
	closed bool
}

// outlines writes the outline hierarchy (12.3.3). A level that is skipped is
// taken as the next one.
func (f *finisher) outlines() pdfobject.Ref {
	root := &outlineItem{ref: f.out.Reserve(), dict: pdfobject.Dict{"Type": pdfobject.Name("Outlines")}}
	open := []*outlineItem{root}
	for _, b := range f.book.Bookmarks {
		item := &outlineItem{
			ref:    f.out.Reserve(),
			dict:   pdfobject.Dict{"Title": pdfobject.Text(b.Title)},
			level:  max(1, b.Level),
			closed: b.Closed,
		}
		if _, ok := f.dests[b.Destination]; ok {
			item.dict["Dest"] = pdfobject.String(b.Destination)
		} else {
			f.report(diag.Warning, "pdf-dead-bookmark", "the bookmark %q leads to %q, which is nowhere in the document", b.Title, b.Destination)
		}
		for open[len(open)-1].level >= item.level {
			open = open[:len(open)-1]
		}
		up := open[len(open)-1]
		item.dict["Parent"] = up.ref
		up.kids = append(up.kids, item)
		open = append(open, item)
	}
	f.writeOutline(root)
	return root.ref
}

// writeOutline links and writes an item's kids and returns how many entries
// are seen when it is open. Its depth is that of the headings.
func (f *finisher) writeOutline(it *outlineItem) (seen int) {
	for i, k := range it.kids {
		if i > 0 {
			k.dict["Prev"] = it.kids[i-1].ref
		}
		if i+1 < len(it.kids) {
			k.dict["Next"] = it.kids[i+1].ref
		}
		n := f.writeOutline(k)
		seen++
		if !k.closed {
			seen += n
		}
	}
	if len(it.kids) > 0 {
		it.dict["First"], it.dict["Last"] = it.kids[0].ref, it.kids[len(it.kids)-1].ref
		count := seen
		if it.closed {
			count = -seen
		}
		it.dict["Count"] = pdfobject.Integer(count)
	}
	f.out.Set(it.ref, it.dict)
	return seen
}

// labels returns the page labels (12.4.2) as ranges of numbers that count on,
// or nil where no page has one.
func (f *finisher) labels() pdfobject.Object {
	var nums pdfobject.Array
	var style pdfobject.Name
	next, any := -1, false
	for i := range f.book.Pages {
		label := f.book.Pages[i].Label
		any = any || label != ""
		s, n := labelStyle(label)
		if i > 0 && s != "" && s == style && n == next {
			next++
			continue
		}
		d := pdfobject.Dict{}
		if s != "" {
			d["S"] = s
			if n != 1 {
				d["St"] = pdfobject.Integer(n)
			}
		} else if label != "" {
			d["P"] = pdfobject.Text(label)
		}
		nums = append(nums, pdfobject.Integer(i), d)
		style, next = s, n+1
	}
	if !any {
		return nil
	}
	return f.out.Add(pdfobject.Dict{"Nums": nums})
}

// labelStyle reads a label as a number: "12" in decimal, "xii" and "XII" in
// roman figures. The style is empty where it is neither.
func labelStyle(label string) (style pdfobject.Name, n int) {
	if n, err := strconv.Atoi(label); err == nil && n > 0 && strconv.Itoa(n) == label {
		return "D", n
	}
	for _, s := range []pdfobject.Name{"r", "R"} {
		small := label
		if s == "R" {
			small = strings.ToLower(label)
			if small == label {
				break
			}
		}
		if n := fromRoman(small); n > 0 {
			want := toRoman(n)
			if s == "R" {
				want = strings.ToUpper(want)
			}
			if want == label {
				return s, n
			}
		}
	}
	return "", 0
}

func fromRoman(s string) int {
	if len(s) > 15 {
		return 0
	}
	sum, prior := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}[s[i]]
		switch {
		case v == 0:
			return 0
		case v < prior:
			sum -= v
		default:
			sum += v
			prior = v
		}
	}
	return sum
}

func toRoman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.v {
			b.WriteString(d.s)
			n -= d.v
		}
	}
	return b.String()
}
