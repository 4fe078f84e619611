package epub

import (
	"regexp"
	"strings"
)

// Which roles an element may have: ARIA in HTML, 3, with the roles of DPUB-ARIA
// 1.1 where HTML has no element of the meaning.

// sectionRoles are those of a section; divisions and most inline elements may
// have any role.
const sectionRoles = `alert alertdialog application banner complementary contentinfo dialog document feed group log main marquee navigation none note presentation region search status tabpanel
	doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter doc-colophon doc-conclusion doc-credit doc-credits doc-dedication doc-endnotes doc-epigraph
	doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index doc-introduction doc-notice doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote
	doc-qna doc-toc`

const listRoles = "directory group list listbox menu menubar none presentation radiogroup tablist toolbar tree"

// elementRoles are the roles of elements that may not have any.
var elementRoles = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for names, roles := range map[string]string{
		"section":           sectionRoles,
		"article":           "application article document feed main none presentation region",
		"aside":             "complementary doc-dedication doc-example doc-footnote doc-glossary doc-pullquote doc-tip feed none note presentation region search",
		"nav":               "doc-index doc-pagelist doc-toc menu menubar navigation none presentation tablist",
		"header":            "banner doc-footnote group none presentation",
		"footer":            "contentinfo doc-footnote group none presentation",
		"main":              "main",
		"body":              "application document none presentation",
		"h1 h2 h3 h4 h5 h6": "doc-subtitle heading none presentation tab",
		"hr":                "doc-pagebreak none presentation separator",
		"ul ol menu":        listRoles,
		"img":               "button checkbox doc-cover img link math menuitem menuitemcheckbox menuitemradio none option presentation progressbar radio scrollbar separator slider switch tab treeitem",
		"audio video":       "application",
		"iframe":            "application document img none presentation",
	} {
		for n := range strings.FieldsSeq(names) {
			m[n] = words(roles)
		}
	}
	return m
}()

// roleNeeds are the states that a role cannot do without.
var roleNeeds = map[string]string{
	"checkbox": "aria-checked", "radio": "aria-checked", "switch": "aria-checked", "menuitemcheckbox": "aria-checked", "menuitemradio": "aria-checked",
	"slider": "aria-valuemax aria-valuemin aria-valuenow", "scrollbar": "aria-orientation aria-valuemax aria-valuemin aria-valuenow",
}

func (w *htmlWalker) role(e *element, value string) {
	place := e.at(w.file)
	roles := fields(value)
	if len(roles) == 0 {
		w.err("html-role", place, "the role is empty")
	}
	allowed := elementRoles[e.name]
	for _, r := range roles {
		switch {
		case !ariaRoles[r]:
			w.err("html-role", place, "there is no role %q", r)
			continue
		case allowed != nil && !allowed[r]:
			w.err("html-role", place, "the element %q may not have the role %q", e.name, r)
		}
		if e.name != "img" && e.name != "a" {
			continue
		}
		for state := range strings.FieldsSeq(roleNeeds[r]) {
			if _, ok := e.get(state); !ok {
				w.err("html-role", place, "the role %q needs %s", r, state)
			}
		}
	}
}

// ariaValues are the forms that the values of states and properties have
// (WAI-ARIA 1.2, 6.2.4).
var ariaValues = func() map[string]*regexp.Regexp {
	m := map[string]*regexp.Regexp{}
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
		r := regexp.MustCompile(`^(?:` + form + `)$`)
		for n := range strings.FieldsSeq(names) {
			m[n] = r
		}
	}
	return m
}()
