package verify

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about the catalogue, languages, forms and optional content.

// catalogRules checks the entries of the catalogue.
func (c *pdfChecker) catalogRules() {
	if !c.isOf(c.catalog, "Catalog") {
		c.structural("entry", "the catalogue does not say that it is one")
	}
	c.needs(c.Trailer, ofTrailer, "the trailer")
	prefs, _ := c.Dict(c.catalog["ViewerPreferences"])
	switch v := c.Resolve(prefs["DisplayDocTitle"]).(type) {
	case pdfobject.Boolean:
		if !v {
			c.ua("07-002", "the viewer is told not to show the title")
		}
	default:
		c.ua("07-001", "the viewer is not told to show the title")
	}
	mark, _ := c.Dict(c.catalog["MarkInfo"])
	if c.Resolve(mark["Suspects"]) == pdfobject.Boolean(true) {
		c.ua("01-007", "the tags are marked as suspect")
	}
	if c.Resolve(mark["Marked"]) != pdfobject.Boolean(true) {
		c.ua("01-005", "the file is not marked as tagged")
		c.archiveLevel(Tagged, "6.7.2.2", "the file is not marked as tagged")
	}
	if root, ok := c.Dict(c.catalog["StructTreeRoot"]); !ok {
		c.ua("01-005", "there is no structure tree")
		c.archiveLevel(Tagged, "6.7.3.3", "there is no structure tree")
	} else if !c.isOf(root, "StructTreeRoot") {
		c.structural("structure", "the structure tree does not say what it is")
	}
	if c.catalog["Lang"] != nil {
		lang, _ := c.String(c.catalog["Lang"])
		c.language("the catalogue", lang.Text())
	} else {
		c.noLanguage()
	}
	if c.catalog["AA"] != nil && !(c.part == 4 && c.quiet(c.catalog["AA"])) {
		c.archive("6.5.2", "the catalogue has additional actions")
	}
	if c.catalog["Requirements"] != nil {
		c.archive("6.11", "the catalogue has requirements")
	}
	if c.Resolve(c.catalog["NeedsRendering"]) == pdfobject.Boolean(true) {
		c.archive("6.4.2", "the file needs rendering by XFA")
	}
	names, _ := c.Dict(c.catalog["Names"])
	if names["AlternatePresentations"] != nil {
		c.archive("6.10", "there are alternate presentations")
	}
	perms, _ := c.Dict(c.catalog["Perms"])
	for _, k := range slices.Sorted(maps.Keys(perms)) {
		if k != "UR3" && k != "DocMDP" {
			c.archive("6.1.12", "the permissions have the entry %s", k)
		}
	}
	if v, ok := c.Name(c.catalog["Version"]); ok && !strings.HasPrefix(string(v), "2.") {
		c.archive4("6.1.12", "the catalogue names the version %s", v)
	}
	for _, d := range c.intents() {
		c.needs(d, ofIntent, "an output intent")
	}
	c.unnamed(c.catalog["OpenAction"])
	c.pageLabels()
	c.form()
	c.optionalContent()
	c.everywhere()
}

// noLanguage reports what of the document has no language when the catalogue
// names none.
func (c *pdfChecker) noLanguage() {
	if outlines, ok := c.Dict(c.catalog["Outlines"]); ok && outlines["First"] != nil {
		c.ua("11-003", "the language of the outline cannot be told")
	}
	if title, ok := c.xmp.find(nsDC, "title"); ok {
		items, _ := title.items("Alt")
		if !slices.ContainsFunc(items, func(p property) bool { return p.lang != "" && p.lang != "x-default" }) {
			c.ua("11-006", "the language of the metadata cannot be told")
		}
	}
}

var bcp47 = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// language checks a language tag.
func (c *pdfChecker) language(where, tag string) {
	if tag != "" && !bcp47.MatchString(tag) {
		c.ua("11-001", "%s: %q is no language tag", where, tag)
		c.archiveLevel(Tagged, "6.7.4", "%s: %q is no language tag", where, tag)
	}
}

// form checks the interactive form.
func (c *pdfChecker) form() {
	form, ok := c.Dict(c.catalog["AcroForm"])
	if !ok {
		return
	}
	if form["XFA"] != nil {
		c.ua2("8.10.1", "the form is in XFA")
		c.archive("6.4.2", "the form is in XFA")
		parts := pdfobject.Array{form["XFA"]}
		if a, ok := c.Array(form["XFA"]); ok {
			parts = a
		}
		for _, p := range parts {
			if s, ok := c.Stream(p); ok {
				data, _ := c.Data(s)
				if dynamicRender.Match(data) {
					c.ua("25-001", "the form renders dynamically")
				}
			}
		}
	}
	if c.Resolve(form["NeedAppearances"]) == pdfobject.Boolean(true) {
		c.archive("6.4.1", "the form needs appearances")
	}
}

var dynamicRender = regexp.MustCompile(`<dynamicRender>\s*required\s*</dynamicRender>`)

// optionalContent checks the configurations of layers.
func (c *pdfChecker) optionalContent() {
	oc, ok := c.Dict(c.catalog["OCProperties"])
	if !ok {
		return
	}
	names := map[string]bool{}
	config := func(o pdfobject.Object, condition string) {
		d, ok := c.Dict(o)
		if !ok {
			return
		}
		name, _ := c.String(d["Name"])
		if name == "" {
			c.ua(condition, "a configuration of optional content has no name")
			c.archive("6.9", "a configuration of optional content has no name")
		} else if names[string(name)] {
			c.archive("6.9", "two configurations of optional content are called %q", name.Text())
		}
		names[string(name)] = true
		if order, ok := c.Array(d["Order"]); ok {
			c.ordered(oc, order)
		}
		if d["AS"] != nil {
			c.ua("20-003", "optional content switches itself")
			if c.part != 4 {
				c.archive("6.9", "optional content switches itself")
			}
		}
	}
	config(oc["D"], "20-002")
	configs, _ := c.Array(oc["Configs"])
	for _, o := range configs {
		config(o, "20-001")
	}
}

// ordered checks that all layers are in the order in which they are shown.
func (c *pdfChecker) ordered(oc pdfobject.Dict, order pdfobject.Array) {
	listed := map[pdfobject.Ref]bool{}
	var walk func(a pdfobject.Array, depth int)
	walk = func(a pdfobject.Array, depth int) {
		for _, o := range a {
			if r, ok := o.(pdfobject.Ref); ok {
				listed[r] = true
			}
			if sub, ok := c.Array(o); ok && depth < 16 {
				walk(sub, depth+1)
			}
		}
	}
	walk(order, 0)
	all, _ := c.Array(oc["OCGs"])
	for _, o := range all {
		if r, ok := o.(pdfobject.Ref); ok && !listed[r] {
			c.archive("6.9", "the layer in object %d is missing from the order of layers", r.Number)
		}
	}
}
