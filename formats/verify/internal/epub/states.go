package epub

import (
	"strings"
)

// States and properties of WAI-ARIA 1.2: which an element may have goes by its
// role, or without one by what HTML says of it (ARIA in HTML, 3), and what
// values they have.

// globalStates may stand with every role.
var globalStates = words(`aria-atomic aria-busy aria-controls aria-current aria-describedby aria-description aria-details aria-disabled aria-errormessage aria-flowto
	aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant aria-roledescription`)

// stateTable reads a table of names and what belongs to each of them.
func stateTable(table map[string]string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for names, states := range table {
		for n := range strings.SplitSeq(names, ", ") {
			m[n] = map[string]bool{}
			for s := range strings.FieldsSeq(states) {
				m[n]["aria-"+s] = true
			}
		}
	}
	return m
}

// roleStates are the further ones of roles.
var roleStates = stateTable(map[string]string{
	"alert, application, article, banner, complementary, contentinfo, definition, directory, document, feed, figure, form, group, img, link, list, log, main, marquee, math, navigation, note, region, rowgroup, status, tabpanel, term, timer, tooltip": "expanded",
	"checkbox, menuitemcheckbox, switch": "checked",
	"menuitemradio, radio":               "checked posinset selected setsize",
	"heading":                            "expanded level",
	"alertdialog, dialog":                "expanded modal",
	"button":                             "expanded pressed",
	"menu, menubar, search, separator, toolbar": "expanded orientation",
	"scrollbar":               "orientation valuemax valuemin valuenow valuetext",
	"slider":                  "orientation valuemax valuemin valuenow valuetext",
	"spinbutton":              "required valuemax valuemin valuenow valuetext",
	"progressbar":             "valuemax valuemin valuenow valuetext",
	"table":                   "colcount rowcount",
	"menuitem":                "expanded posinset setsize",
	"radiogroup":              "expanded orientation required",
	"cell":                    "colindex colspan rowindex rowspan",
	"combobox":                "autocomplete expanded orientation readonly required",
	"listbox, tree":           "expanded multiselectable orientation required",
	"listitem":                "expanded level posinset setsize",
	"option":                  "checked posinset selected setsize",
	"searchbox, textbox":      "autocomplete multiline readonly required",
	"tab":                     "expanded posinset selected setsize",
	"tablist":                 "expanded level multiselectable orientation",
	"row":                     "colindex expanded level rowindex selected",
	"grid":                    "colcount expanded level multiselectable readonly rowcount",
	"treegrid":                "colcount expanded level multiselectable orientation readonly required rowcount",
	"treeitem":                "checked expanded level posinset selected setsize",
	"columnheader, rowheader": "colspan expanded readonly required rowindex rowspan selected sort",
	"gridcell":                "colindex colspan expanded level readonly required rowindex rowspan selected",
})

// elementStates are the further ones of elements without a role.
var elementStates = stateTable(map[string]string{
	"ul, ol, menu, thead, tbody, tfoot, optgroup, details, area, figure, fieldset, form, output, dialog, search, img, header, section, article, aside, nav, footer, main, a, dt, dd, body": "expanded",
	"table":                  "colcount rowcount",
	"tr":                     "expanded level selected",
	"td":                     "colspan rowindex rowspan",
	"th":                     "colindex colspan expanded readonly required rowindex rowspan selected sort",
	"li":                     "expanded level posinset setsize",
	"h1, h2, h3, h4, h5, h6": "expanded level",
	"hr":                     "orientation valuemax valuemin valuenow valuetext",
	"button, summary":        "expanded pressed",
	"meter":                  "valuemax valuemin",
	"progress":               "valuemax valuemin valuenow valuetext",
	"option":                 "checked posinset selected setsize",
	"select":                 "autocomplete expanded multiselectable readonly required",
	"textarea, input text, input search, input email, input tel, input url": "autocomplete multiline placeholder readonly required",
	"input password, input file": "placeholder required",
	"input color":                "placeholder",
	"input checkbox":             "checked placeholder required",
	"input radio":                "checked placeholder posinset required selected setsize",
	"input range":                "orientation placeholder valuemax valuemin valuenow valuetext",
	"input number":               "placeholder required valuemax valuemin valuenow valuetext",
	"input button, input image, input reset, input submit":                  "expanded placeholder pressed",
	"input date, input datetime-local, input month, input time, input week": "placeholder required valuemax valuemin",
})

// activeDescendants are the roles and elements that hand the focus on to what is
// inside them.
var activeDescendants = words(`combobox grid group listbox menu menubar radiogroup row rowgroup searchbox tablist textbox toolbar tree treegrid
	thead tbody tfoot tr select optgroup details fieldset textarea input_text input_search input_email input_tel input_url`)

// states checks that the states of an element are those of its role.
func (w *htmlWalker) states(e *element) {
	if e.name == "embed" || strings.Contains(e.name, "-") { // they may have any attribute
		return
	}
	kind := kindOf(e)
	own, hands := elementStates[kind], activeDescendants[strings.ReplaceAll(kind, " ", "_")]
	role, explicit := e.get("role")
	if explicit {
		own, hands = roleStates[trim(role)], activeDescendants[trim(role)]
	}
	for _, a := range e.attrs {
		if a.space != "" || !strings.HasPrefix(a.name, "aria-") || !ariaAttributes[a.name] {
			continue
		}
		switch {
		case a.name == "aria-activedescendant" && hands:
			if d := w.doc.ids[trim(a.value)]; d != nil && !d.inside(e) {
				w.err("html-idref", e.at(w.file), "%s names an element that is not inside", a.name)
			}
		case globalStates[a.name], own[a.name]:
		case explicit:
			w.err("html-attribute", e.at(w.file), "%s does not belong to the role %q", a.name, role)
		default:
			w.err("html-attribute", e.at(w.file), "%s may not stand on %q without a role", a.name, e.name)
		}
	}
}

// ariaValues are the forms that the values of states and properties have
// (WAI-ARIA 1.2, 6.2.4).
var ariaValues = func() map[string]pattern {
	m := map[string]pattern{}
	for form, names := range map[string]string{
		`true|false`:                                          "aria-atomic aria-busy aria-disabled aria-modal aria-multiline aria-multiselectable aria-readonly aria-required",
		`true|false|undefined`:                                "aria-expanded aria-hidden aria-selected",
		`true|false|mixed|undefined`:                          "aria-checked aria-pressed",
		`page|step|location|date|time|true|false`:             "aria-current",
		`inline|list|both|none`:                               "aria-autocomplete",
		`true|false|menu|listbox|tree|grid|dialog`:            "aria-haspopup",
		`true|false|grammar|spelling`:                         "aria-invalid",
		`off|polite|assertive`:                                "aria-live",
		`horizontal|vertical|undefined`:                       "aria-orientation",
		`ascending|descending|none|other`:                     "aria-sort",
		`-?[0-9]+`:                                            "aria-colcount aria-rowcount aria-setsize",
		`[0-9]*[1-9][0-9]*`:                                   "aria-level aria-posinset aria-colindex aria-colspan aria-rowindex",
		`[0-9]+`:                                              "aria-rowspan",
		`[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`: "aria-valuemax aria-valuemin aria-valuenow",
	} {
		r := matching(`^(?:` + form + `)$`)
		for n := range strings.FieldsSeq(names) {
			m[n] = r
		}
	}
	return m
}()
