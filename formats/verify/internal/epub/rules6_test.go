package epub

import "strings"

// roleRules lists roles, states and attributes of inputs: what an element may
// have, and what it may not.
func roleRules() []rule {
	var list []rule
	body := func(name, code, markup string) {
		list = append(list, rule{name: "role: " + name, code: code, edits: []string{"EPUB/b.xhtml", `<p id="x">Two.</p>`, `<p id="x">Two.</p>` + markup}})
	}
	fill := func(markup, attribute string) string { return strings.Replace(markup, "%", attribute, 1) }
	// An element with a place for an attribute, and the roles that it may have
	// and may not.
	for _, r := range []struct{ markup, good, bad string }{
		{"<div %>x</div>", "note doc-tip img button graphics-symbol", "generic paragraph emphasis caption time meter nonsense doc-pageheader"},
		{"<section %>x</section>", "region doc-chapter alert", "article doc-tip img doc-pagefooter"},
		{"<aside %>x</aside>", "doc-footnote note", "doc-endnotes main"},
		{"<ul %><li>x</li></ul>", "list tablist none", "note doc-endnotes"},
		{"<ul><li %>x</li></ul>", "doc-endnote treeitem", "note button"},
		{"<dl %><dt>x</dt><dd>x</dd></dl>", "list group", "note listbox"},
		{"<dl><dt %>x</dt><dd>x</dd></dl>", "term listitem", "note heading"},
		{"<p><a href=\"a.xhtml\" %>x</a></p>", "doc-noteref button", "note none"},
		{"<p><a %>x</a></p>", "doc-noteref note", "generic"},
		{"<figure><p>x</p><figcaption %>x</figcaption></figure>", "group none", "note caption"},
		{"<table><caption %>x</caption><tr><td>x</td></tr></table>", "", "note none"},
		{"<table %><tr><td>x</td></tr></table>", "note grid", "caption"},
		{"<p>x<br %/>x</p>", "none", "separator"},
		{"<h2 %>x</h2>", "doc-subtitle tab", "note button"},
		{"<details %><summary>x</summary></details>", "group", "note none"},
		{"<p><img src=\"p.png\" alt=\"x\" %/></p>", "doc-cover math", "figure note"},
		{"<iframe src=\"a.xhtml\" %></iframe>", "img", "note"},
	} {
		for role := range strings.FieldsSeq(r.good) {
			body(role+" on "+r.markup, "", fill(r.markup, `role="`+role+`"`))
		}
		for role := range strings.FieldsSeq(r.bad) {
			body(role+" on "+r.markup, "html-role", fill(r.markup, `role="`+role+`"`))
		}
	}
	body("two roles", "html-role", `<p role="none presentation">x</p>`)
	// An element with a place, and the states that it may have and may not.
	for _, s := range []struct{ markup, good, bad string }{
		{"<p %>x</p>", "label=x busy=true hidden=true", "expanded=true level=2 checked=true colcount=2 valuenow=1"},
		{"<section %>x</section>", "expanded=true", "level=2 selected=true"},
		{"<h2 %>x</h2>", "level=2 expanded=true", "checked=true"},
		{"<ul><li %>x</li></ul>", "posinset=1 setsize=2", "checked=true"},
		{"<table><tr><td %>x</td></tr></table>", "colspan=1", "sort=none selected=true"},
		{"<table %><tr><td>x</td></tr></table>", "colcount=3", "expanded=true"},
		{"<hr %/>", "orientation=vertical", "expanded=true"},
		{`<div role="button" %>x</div>`, "pressed=true", "checked=true"},
		{`<div role="option" %>x</div>`, "selected=true checked=true", "expanded=true"},
		{`<ul role="none" %><li>x</li></ul>`, "label=x", "expanded=true"},
		{`<div role="slider" aria-valuenow="1" aria-valuemin="0" aria-valuemax="2" %>x</div>`, "valuetext=x", "expanded=true"},
		{`<div role="listbox" %><p id="inside">x</p></div>`, "activedescendant=inside", "posinset=1"},
	} {
		for _, c := range []struct{ states, code string }{{s.good, ""}, {s.bad, "html-attribute"}} {
			for state := range strings.FieldsSeq(c.states) {
				name, value, _ := strings.Cut(state, "=")
				body(state+" on "+s.markup, c.code, fill(s.markup, "aria-"+name+`="`+value+`"`))
			}
		}
	}
	body("active descendant outside", "html-idref", `<div role="listbox" aria-activedescendant="x">x</div>`)
	body("checkbox without state", "html-role", `<div role="checkbox">x</div>`)
	body("slider without bounds", "html-role", `<div role="slider" aria-valuenow="1">x</div>`)
	body("combobox", "", `<div role="combobox" aria-expanded="false">x</div>`)
	body("combobox without state", "html-role", `<div role="combobox">x</div>`)
	body("unknown event", "html-attribute", `<p onfoo="x()">x</p>`)
	body("event of the window", "html-attribute", `<p onunload="x()">x</p>`)
	input := func(code, attributes string) { body("input "+attributes, code, "<p><input "+attributes+"/></p>") }
	for _, a := range []string{`type="radio" checked="checked"`, `type="number" min="1" max="3.5" value="2"`, `type="date" min="2020-01-01"`, `type="text" minlength="1"`, `type="color" value="#a0B1c2"`, `type="number" value=""`, `type="email" multiple="multiple" value="a@b,c@d"`} {
		input("", a)
	}
	for _, a := range []string{`type="text" checked="checked"`, `alt="x"`, `type="text" step="1"`, `type="hidden" required="required"`, `type="date" min="1"`, `type="color" value="red"`, `type="range" value="x"`, `type="url" multiple="multiple"`, `type="file" value="x"`, `type="email" value="a@b,c@d"`} {
		input("html-attribute", a)
	}
	body("label for a paragraph", "html-idref", `<p><label for="x">x</label></p>`)
	body("label for an input", "", `<p><label for="i">x</label><input id="i"/></p>`)
	body("list that is none", "html-idref", `<p><input list="x"/></p>`)
	body("headers that are none", "html-idref", `<table><tr><td id="c">x</td><td headers="c">x</td></tr></table>`)
	body("headers of another table", "html-idref", `<table><tr><th id="h">x</th></tr></table><table><tr><td headers="h">x</td></tr></table>`)
	body("headers", "", `<table><tr><th id="h">x</th><td headers="h">x</td></tr></table>`)
	body("value outside a numbered list", "html-attribute", `<ul><li value="1">x</li></ul>`)
	body("map of a server without a link", "html-attribute", `<p><img src="p.png" alt="x" ismap="ismap"/></p>`)
	body("map of a server in a link", "", `<p><a href="a.xhtml"><img src="p.png" alt="x" ismap="ismap"/></a></p>`)
	body("two headings in a legend", "html", `<fieldset><legend><h3>x</h3><h3>x</h3></legend></fieldset>`)
	body("epub:type of a column", "epub-type", `<table><colgroup><col epub:type="chapter"/></colgroup><tr><td>x</td></tr></table>`)
	body("link in a definition list", "html", `<dl><link rel="stylesheet" href="s.css"/></dl>`)
	return list
}
