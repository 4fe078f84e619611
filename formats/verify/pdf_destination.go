package verify

import (
	"maps"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Where links and bookmarks lead (ISO 32000-2, 12.3.2). In PDF/UA-2 a place in
// the document is an element and not a spot on a page (8.8), and what leads to
// different places are different links (8.2.5.20).

// destinations are the named ones of a file.
type destinations map[string]pdfobject.Object

// readDestinations collects the named destinations.
func (c *pdfChecker) readDestinations() destinations {
	all := destinations{}
	names, _ := c.Dict(c.catalog["Names"])
	c.nameTree(names["Dests"], 0, func(n string, o pdfobject.Object) { all[n] = o })
	old, _ := c.Dict(c.catalog["Dests"]) // of PDF 1.1
	for n, o := range old {
		all[string(n)] = o
	}
	return all
}

// destinationRules checks all links, bookmarks, and where the document opens.
func (c *pdfChecker) destinationRules() {
	dests := c.readDestinations()
	targets := map[*element]string{}
	for _, p := range c.pages {
		list, _ := c.Array(p.Dict["Annots"])
		for _, o := range list {
			d, ok := c.Dict(o)
			if sub, _ := c.Name(d["Subtype"]); !ok || sub != "Link" {
				continue
			}
			to, local := c.destination(dests, d)
			if local {
				c.arrives(dests, to, "page %d: a link", p.number)
			}
			key := string(pdfobject.Append(nil, to))
			if e, ok := c.parentOf(d["StructParent"]); ok && key != "" {
				if other, taken := targets[e]; taken && other != key {
					c.ua2("8.2.5.20", "page %d: one link leads to two places", p.number)
				}
				targets[e] = key
			}
		}
	}
	c.bookmarks(dests)
	if o := c.catalog["OpenAction"]; o != nil {
		d := pdfobject.Dict{"Dest": o}
		if a, ok := c.Dict(o); ok {
			d = pdfobject.Dict{"A": a}
		}
		if to, local := c.destination(dests, d); local {
			c.arrives(dests, to, "the opening action")
		}
	}
}

// destination returns what a link or a bookmark leads to, and whether that is a
// place in this document.
func (c *pdfChecker) destination(dests destinations, d pdfobject.Dict) (to pdfobject.Object, local bool) {
	if a, ok := c.Dict(d["A"]); ok {
		switch s, _ := c.Name(a["S"]); s {
		case "GoTo":
			if a["SD"] != nil {
				return c.Resolve(a["SD"]), true
			}
			return c.Resolve(a["D"]), true
		case "URI":
			return c.Resolve(a["URI"]), false
		}
		return a, false
	}
	if d["Dest"] == nil {
		return nil, false
	}
	return c.Resolve(d["Dest"]), true
}

// arrives checks that a destination is there, and that it is an element where
// the standard wants one.
func (c *pdfChecker) arrives(dests destinations, to pdfobject.Object, format string, args ...any) {
	where := func() []any { return slices.Clone(args) }
	name, named := "", false
	switch n := to.(type) {
	case pdfobject.String:
		name, named = string(n), true
	case pdfobject.Name:
		name, named = string(n), true
	}
	if named {
		o, ok := dests[name]
		if !ok {
			c.warn("dead-link", format+" leads to %q, which is nowhere", append(where(), name)...)
			c.ua2("8.8", format+" leads to %q, which is nowhere", append(where(), name)...)
			return
		}
		to = c.Resolve(o)
	}
	if d, ok := to.(pdfobject.Dict); ok {
		to = c.Resolve(d["D"])
		if d["SD"] != nil {
			to = c.Resolve(d["SD"])
		}
	}
	a, _ := to.(pdfobject.Array)
	if len(a) == 0 {
		c.warn("dead-link", format+" leads nowhere", where()...)
		c.ua2("8.8", format+" leads nowhere", where()...)
		return
	}
	if r, ok := a[0].(pdfobject.Ref); !ok || c.tree.byRef[r] == nil {
		if d, ok := c.Dict(a[0]); !ok || d["Type"] != pdfobject.Name("Page") {
			c.warn("dead-link", format+" leads to what is neither a page nor an element", where()...)
		}
		c.ua2("8.8", format+" leads to a page and not to an element", where()...)
	}
}

// bookmarks checks the entries of the outline (12.3.3), which form a list on
// every level.
func (c *pdfChecker) bookmarks(dests destinations) {
	const most = 1 << 20
	type level struct{ above, before, at pdfobject.Object }
	seen := map[pdfobject.Ref]bool{}
	outlines, _ := c.Dict(c.catalog["Outlines"])
	for todo := []level{{above: c.catalog["Outlines"], at: outlines["First"]}}; len(todo) > 0 && len(seen) < most; {
		l := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		d, ok := c.Dict(l.at)
		if !ok {
			if above, _ := c.Dict(l.above); l.at != nil || !same(above["Last"], l.before) {
				c.structural("outline", "the outline does not end with its last entry")
			}
			continue
		}
		if r, ok := l.at.(pdfobject.Ref); ok {
			if seen[r] {
				c.structural("outline", "the outline goes in a circle")
				return
			}
			seen[r] = true
		}
		title, _ := c.String(d["Title"])
		c.unnamed(d["A"])
		c.needs(d, ofBookmark, "the bookmark %q", title.Text())
		if !same(d["Parent"], l.above) || !same(d["Prev"], l.before) {
			c.structural("outline", "the bookmark %q does not lead back", title.Text())
		}
		if r := private(title.Text()); r != 0 {
			c.ua2("8.6", "the bookmark %q holds the private character %U", title.Text(), r)
		}
		if to, local := c.destination(dests, d); local {
			c.arrives(dests, to, "the bookmark %q", title.Text())
		}
		todo = append(todo, level{l.above, l.at, d["Next"]}, level{above: l.at, at: d["First"]})
	}
}

// pageLabels checks the labels of pages (12.4.2): the first page has one, and
// their styles are known.
func (c *pdfChecker) pageLabels() {
	if c.catalog["PageLabels"] == nil {
		return
	}
	labels := map[int]pdfobject.Object{}
	c.numberTree(c.catalog["PageLabels"], labels, 0)
	if labels[0] == nil {
		c.structural("page-labels", "the labels of pages do not begin with the first page")
	}
	for _, page := range slices.Sorted(maps.Keys(labels)) {
		d, ok := c.Dict(labels[page])
		switch s, named := c.Name(d["S"]); {
		case !ok:
			c.structural("page-labels", "the label of page %d is not there", page+1)
		case d["S"] != nil && !(named && len(s) == 1 && strings.Contains("DRrAa", string(s))):
			c.structural("page-labels", "page %d is numbered in an unknown style", page+1)
		}
	}
}
