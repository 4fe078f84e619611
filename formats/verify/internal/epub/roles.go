package epub

import "strings"

// Which roles an element may have: ARIA in HTML, 3, with the roles of DPUB-ARIA
// 1.1 where HTML has no element of the meaning.

// anyRole are the roles of elements that mean nothing themselves, such as
// divisions, and of most elements in the line. It leaves out the roles of WAI-ARIA
// that only stand for what HTML has elements for.
const anyRole = `alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo definition dialog directory document feed figure form
	grid gridcell group heading img link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation
	progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox timer
	toolbar tooltip tree treegrid treeitem
	doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover
	doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index
	doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc
	graphics-document graphics-object graphics-symbol`

// sectionRoles are those of a section.
const sectionRoles = `alert alertdialog application banner complementary contentinfo dialog document feed group log main marquee navigation none note presentation region search status tabpanel
	doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph
	doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction doc-notice doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-toc`

// elementRoles are the roles of elements that may not have any. An input goes
// by its type, a link without an address by none of these.
var elementRoles = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for names, roles := range map[string]string{
		"":                                  anyRole,
		"section":                           sectionRoles,
		"article":                           "application article document feed main none presentation region",
		"aside":                             "complementary doc-dedication doc-example doc-footnote doc-glossary doc-pullquote doc-tip feed none note presentation region search",
		"nav":                               "doc-index doc-pagelist doc-toc menu menubar navigation none presentation tablist",
		"header":                            "banner doc-footnote group none presentation",
		"footer":                            "contentinfo doc-footnote group none presentation",
		"search":                            "form group none presentation region search",
		"main":                              "main",
		"body":                              "application document none presentation",
		"h1, h2, h3, h4, h5, h6":            "doc-subtitle heading none presentation tab",
		"hr":                                "doc-pagebreak none presentation separator",
		"ul, ol, menu":                      "directory group list listbox menu menubar none presentation radiogroup tablist toolbar tree",
		"li":                                "doc-biblioentry doc-endnote listitem menuitem menuitemcheckbox menuitemradio none option presentation radio separator tab treeitem",
		"dl":                                "group list none presentation",
		"dt":                                "listitem term",
		"dd":                                "definition",
		"figcaption":                        "group none presentation",
		"a":                                 "button checkbox doc-backlink doc-biblioref doc-glossref doc-noteref link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem",
		"area":                              "button link",
		"br, wbr":                           "none presentation",
		"img":                               "button checkbox doc-cover img link math menuitem menuitemcheckbox menuitemradio none option presentation progressbar radio scrollbar separator slider switch tab treeitem",
		"audio, video":                      "application",
		"iframe, embed":                     "application document img none presentation",
		"object":                            "application document img",
		"form":                              "form none presentation search",
		"fieldset":                          "group none presentation radiogroup",
		"button":                            "button checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio tab",
		"select":                            "combobox listbox menu",
		"optgroup, details":                 "group",
		"option":                            "option",
		"textarea":                          "textbox",
		"progress":                          "progressbar",
		"summary":                           "button",
		"dialog":                            "alertdialog",
		"input text":                        "combobox searchbox spinbutton textbox",
		"input button":                      "button checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio switch tab",
		"input image":                       "button link menuitem menuitemcheckbox menuitemradio radio switch",
		"input checkbox":                    "button checkbox menuitemcheckbox option switch",
		"input radio":                       "menuitemradio radio",
		"input range":                       "slider",
		"input number":                      "spinbutton",
		"input search":                      "searchbox",
		"input email, input tel, input url": "textbox",
		"input reset, input submit":         "button",
		"input color, input date, input datetime-local, input file, input hidden, input month, input password, input time, input week": "",
		"caption, colgroup, col, datalist, label, legend, map, meter, noscript, picture, template, param, source, track":               "",
	} {
		for n := range strings.SplitSeq(names, ", ") {
			m[n] = words(roles)
		}
	}
	return m
}()

// kindOf returns the name under which tables know an element: an input by its
// type, a link without an address as nothing special.
func kindOf(e *element) string {
	switch e.name {
	case "input":
		t := strings.ToLower(trim(e.value("type")))
		if t == "" {
			t = "text"
		}
		return "input " + t
	case "a":
		if _, ok := e.get("href"); !ok {
			return ""
		}
	}
	return e.name
}

// roleNeeds are the states that a role cannot do without.
var roleNeeds = map[string]string{
	"checkbox": "aria-checked", "radio": "aria-checked", "switch": "aria-checked", "menuitemcheckbox": "aria-checked", "menuitemradio": "aria-checked",
	"slider": "aria-valuemax aria-valuemin aria-valuenow", "scrollbar": "aria-orientation aria-valuemax aria-valuemin aria-valuenow",
	"spinbutton": "aria-valuemax aria-valuemin aria-valuenow", "combobox": "aria-expanded",
}

// hasState are inputs that are in the state of their role by themselves.
var hasState = words("input_checkbox_switch input_checkbox_menuitemcheckbox input_radio_menuitemradio")

// role checks the role of an element: one, and none beside it.
func (w *htmlWalker) role(e *element, role string) {
	place := e.at(w.file)
	kind := kindOf(e)
	allowed, special := elementRoles[kind]
	if !special {
		allowed = elementRoles[""]
	}
	switch {
	case strings.Contains(e.name, "-"): // an element of the author's own
		return
	case !ariaRoles[role]:
		w.err("html-role", place, "there is no role %q", role)
		return
	case !allowed[role]:
		w.err("html-role", place, "the element %q may not have the role %q", e.name, role)
	}
	if hasState[strings.ReplaceAll(kind, " ", "_")+"_"+role] {
		return
	}
	for state := range strings.FieldsSeq(roleNeeds[role]) {
		if _, ok := e.get(state); !ok {
			w.err("html-role", place, "the role %q needs %s", role, state)
		}
	}
}
