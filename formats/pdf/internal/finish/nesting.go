package finish

import (
	"slices"
	"strings"
)

// What may stand inside what (ISO/TS 32005, table 5). PDF 1.7 is generous; PDF
// 2.0 is not: a quotation cannot stand in a table cell, nor a link in a link.
// Articles do such things. The type then gives way to the next more general
// one, and the element keeps its place, its content and its properties.

// barred holds, for each type, the types that may not stand in it, as far as
// others can take their place. H stands for all headings.
var barred = map[string]string{
	"Document":   "Caption Em Strong Quote Reference Span Lbl",
	"Sect":       "Em Strong Quote Reference Span",
	"Aside":      "Aside Title Em Strong Quote Span",
	"BlockQuote": "Aside Title Em Strong Quote Span",
	"P":          "Aside BlockQuote Caption Div Title H Sect Part P",
	"H":          "Aside BlockQuote Caption Div Title H Part P",
	"Title":      "BlockQuote Title H Sect",
	"FENote":     "Title H",
	"L":          "Aside BlockQuote Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"LI":         "Aside BlockQuote Caption Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula P FENote",
	"Lbl":        "Aside BlockQuote Caption Div Title H Sect Part Lbl P",
	"LBody":      "Title Lbl",
	"Caption":    "Caption Title",
	"Table":      "Aside BlockQuote Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"THead":      "Aside BlockQuote Caption Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"TBody":      "Aside BlockQuote Caption Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"TR":         "Aside BlockQuote Caption Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"TH":         "Aside BlockQuote Caption Title Part",
	"TD":         "Aside BlockQuote Caption Title Part",
	"Span":       "Aside BlockQuote Caption Div Title H Sect Part P",
	"Em":         "Aside BlockQuote Caption Div Title H Sect Part P",
	"Strong":     "Aside BlockQuote Caption Div Title H Sect Part P",
	"Quote":      "Aside BlockQuote Caption Div Title H Sect Part P",
	"Code":       "Aside BlockQuote Caption Title H Quote Code Sect Figure Formula Lbl P",
	"Reference":  "Aside BlockQuote Caption Div Title H Quote Code Reference Sect Part Formula P",
	"Link":       "Link",
	"Figure":     "Title",
	"Formula":    "Title Sect",
	"TOC":        "Aside BlockQuote Div Title H Link Em Strong Quote Code Reference Span Sect Part Figure Formula Lbl P FENote",
	"TOCI":       "Aside BlockQuote Caption Title H Link Em Strong Quote Code Span Sect Part Figure Formula FENote",
	"Index":      "Aside BlockQuote Title Link Em Strong Quote Code Span Lbl",
}

// gives holds the types that a type gives way to, in order.
var gives = map[string][]string{
	"Aside":      {"Div", "Span", "NonStruct"},
	"BlockQuote": {"Div", "Span", "NonStruct"},
	"Sect":       {"Div", "Span", "NonStruct"},
	"Part":       {"Sect", "Div", "Span", "NonStruct"},
	"Div":        {"Span", "NonStruct"},
	"Caption":    {"P", "Div", "Span", "NonStruct"},
	"Title":      {"P", "Span", "NonStruct"},
	"H":          {"P", "Span", "NonStruct"},
	"P":          {"Span", "NonStruct"},
	"FENote":     {"Div", "Span", "NonStruct"},
	"Link":       {"Reference", "Span", "NonStruct"},
	"Reference":  {"Span", "P", "NonStruct"},
	"Em":         {"Span", "P", "NonStruct"},
	"Strong":     {"Span", "P", "NonStruct"},
	"Quote":      {"Span", "P", "NonStruct"},
	"Code":       {"Span", "P", "NonStruct"},
	"Span":       {"P", "NonStruct"},
	"Lbl":        {"Span", "P", "NonStruct"},
	"Figure":     {"Span", "NonStruct"},
	"Formula":    {"Span", "NonStruct"},
}

// fitting returns the type that an element may have inside another: its own,
// or the first that it can give way to.
func fitting(parent, role string) string {
	may := func(r string) bool {
		return !slices.Contains(strings.Fields(barred[general(parent)]), general(r))
	}
	if may(role) {
		return role
	}
	for _, r := range gives[general(role)] {
		if may(r) {
			return r
		}
	}
	return role
}

// general returns H for any heading, and other types as they are.
func general(role string) string {
	if level(role) > 0 {
		return "H"
	}
	return role
}

// fit finds the types of all elements in PDF 2.0. Div and NonStruct are no
// boundaries: what stands in them stands in what is around them.
func (f *finisher) fit(kids [][]kid) {
	around := make([]string, len(f.roles)) // the nearest type that counts
	for i := range f.roles {
		parent := ""
		if i > 0 {
			parent = around[f.book.Tags[i].Parent]
		}
		role := f.roles[i]
		if role == "Div" && slices.ContainsFunc(kids[i], f.isCaption) {
			// Its caption would stand in the middle of what is around it (ISO
			// 14289-2, 8.2.5.27).
			role = "Aside"
		}
		if role == "Caption" && (f.roles[f.book.Tags[i].Parent] == "Div" || fitting(parent, role) != role) {
			// A Div that could not give way as above.
			role = "P"
			if slices.ContainsFunc(kids[i], func(k kid) bool { return k.page < 0 && f.book.Tags[k.rank].Role == "P" }) {
				role = "Div"
			}
		}
		role = fitting(parent, role)
		f.roles[i], around[i] = role, role
		if role == "Div" || role == "NonStruct" {
			around[i] = parent
		}
	}
}

// isCaption reports whether a kid is a caption.
func (f *finisher) isCaption(k kid) bool {
	return k.page < 0 && f.book.Tags[k.rank].Role == "Caption"
}
