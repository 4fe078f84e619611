package epub

import "strings"

// The elements of HTML and what they may hold: HTML (Living Standard), 4, in
// its XML syntax.

// category is what kind of content an element is.
type category uint

const (
	flow category = 1 << iota
	phrasing
	metadataContent
	sectioning
	heading
	interactive
	// Parts of one kind of element.
	listItem
	term       // dt, dd
	row        // tr
	cell       // td, th
	rowGroup   // thead, tbody, tfoot
	caption    // caption
	column     // col
	columns    // colgroup
	option     // option
	optgroup   // optgroup
	source     // source
	track      // track
	param      // param
	area       // area
	legend     // legend
	figcaption // figcaption
	summary    // summary
	rubyText   // rt, rp
	headOnly   // title, base, meta
	scriptish  // script, template
)

// model is what an element may hold.
type model struct {
	is category
	// holds are the categories of children; text says that characters may
	// stand between them.
	holds category
	text  bool
	// transparent: what the parent may hold.
	transparent bool
	attrs       string
}

const scripts = scriptish

// htmlModels are the elements by name.
var htmlModels = func() map[string]model {
	m := map[string]model{}
	put := func(names string, e model) {
		e.attrs = strings.Join(strings.Fields(e.attrs), " ")
		for n := range strings.FieldsSeq(names) {
			m[n] = e
		}
	}
	flowText := func(is category, attrs string) model {
		return model{is: is, holds: flow | phrasing, text: true, attrs: attrs}
	}
	line := func(is category, attrs string) model {
		return model{is: is, holds: phrasing, text: true, attrs: attrs}
	}
	both := flow | phrasing
	put("html", model{attrs: "manifest version"})
	put("head", model{holds: metadataContent | headOnly, attrs: "profile"})
	put("body", flowText(0, ""))
	put("title", model{is: headOnly, text: true})
	put("base", model{is: headOnly, attrs: "href target"})
	put("meta", model{is: metadataContent | both, attrs: "name http-equiv content charset media"})
	put("link", model{is: metadataContent | both, attrs: "href crossorigin rel rev media hreflang type sizes as referrerpolicy integrity imagesrcset imagesizes color disabled blocking fetchpriority"})
	put("style", model{is: metadataContent, text: true, attrs: "media type blocking"})
	put("script", model{is: metadataContent | both | scriptish, text: true, attrs: "src type async defer crossorigin integrity charset nomodule referrerpolicy blocking fetchpriority"})
	put("template", model{is: metadataContent | both | scriptish, holds: ^category(0), text: true, attrs: "shadowrootmode"})
	put("noscript", model{is: metadataContent | both, holds: both, text: true})
	put("article section nav aside", flowText(flow|sectioning, ""))
	put("h1 h2 h3 h4 h5 h6", line(flow|heading, ""))
	put("hgroup", model{is: flow | heading, holds: heading | flow | scripts})
	put("header footer address main search", flowText(flow, ""))
	put("p", line(flow, ""))
	put("hr", model{is: flow})
	put("pre", line(flow, ""))
	put("blockquote", flowText(flow, "cite"))
	put("ol", model{is: flow, holds: listItem | scripts, attrs: "reversed start type"})
	put("ul menu", model{is: flow, holds: listItem | scripts})
	put("li", flowText(listItem, "value"))
	put("dl", model{is: flow, holds: term | flow | scripts})
	put("dt dd", flowText(term, ""))
	put("figure", model{is: flow, holds: both | figcaption, text: true})
	put("figcaption", flowText(figcaption, ""))
	put("div", flowText(flow, ""))
	put("a", model{is: both, transparent: true, attrs: "name href target download ping rel hreflang type referrerpolicy"})
	put("em strong small s cite abbr dfn code var samp kbd sub sup i b u mark bdi bdo span", line(both, ""))
	put("q", line(both, "cite"))
	put("ruby", model{is: both, holds: phrasing | rubyText, text: true})
	put("rt", line(rubyText, ""))
	put("rp", model{is: rubyText, text: true})
	put("rb", line(rubyText, ""))
	put("rtc", model{is: rubyText, holds: phrasing | rubyText, text: true})
	put("data", line(both, "value"))
	put("time", line(both, "datetime"))
	put("br wbr", model{is: both})
	put("ins del", model{is: both, transparent: true, attrs: "cite datetime"})
	put("picture", model{is: both, holds: source | phrasing | scripts})
	put("source", model{is: source, attrs: "type src srcset sizes media width height"})
	put("img", model{is: both, attrs: "alt src srcset sizes crossorigin usemap ismap width height referrerpolicy decoding loading longdesc fetchpriority"})
	put("iframe", model{is: both | interactive, attrs: "src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading"})
	put("embed", model{is: both | interactive, attrs: "*"})
	put("object", model{is: both, holds: param, transparent: true, attrs: "data type name form width height usemap"})
	put("param", model{is: param, attrs: "name value"})
	put("video", model{is: both, holds: source | track, transparent: true, attrs: "src crossorigin poster preload autoplay playsinline loop muted controls width height"})
	put("audio", model{is: both, holds: source | track, transparent: true, attrs: "src crossorigin preload autoplay loop muted controls"})
	put("track", model{is: track, attrs: "kind src srclang label default"})
	put("map", model{is: both, transparent: true, attrs: "name"})
	put("area", model{is: both, attrs: "alt coords shape href target download ping rel referrerpolicy hreflang type"})
	put("table", model{is: flow, holds: caption | columns | rowGroup | row | scripts, attrs: "border"})
	put("caption", flowText(caption, ""))
	put("colgroup", model{is: columns, holds: column | scripts, attrs: "span"})
	put("col", model{is: column, attrs: "span"})
	put("thead tbody tfoot", model{is: rowGroup, holds: row | scripts})
	put("tr", model{is: row, holds: cell | scripts})
	put("td", flowText(cell, "colspan rowspan headers"))
	put("th", flowText(cell, "colspan rowspan headers scope")) // the reference validator does not know abbr
	put("form", flowText(flow, "accept-charset action autocomplete enctype method name novalidate target rel"))
	put("label", line(both|interactive, "for"))
	put("input", model{is: both, attrs: `accept alt autocomplete capture checked dirname disabled form formaction formenctype formmethod formnovalidate formtarget height list max maxlength min minlength
		multiple name pattern placeholder popovertarget popovertargetaction readonly required size src step type value width`})
	put("button", line(both|interactive, "disabled form formaction formenctype formmethod formnovalidate formtarget name type value popovertarget popovertargetaction"))
	put("select", model{is: both | interactive, holds: option | optgroup | scripts, attrs: "autocomplete disabled form multiple name required size"})
	put("datalist", model{is: both, holds: phrasing | option, text: true})
	put("optgroup", model{is: optgroup, holds: option | scripts, attrs: "disabled label"})
	put("option", model{is: option, text: true, attrs: "disabled label selected value"})
	put("textarea", model{is: both | interactive, text: true, attrs: "autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required rows wrap"})
	put("output", line(both, "for form name"))
	put("progress", line(both, "value max"))
	put("meter", line(both, "value min max low high optimum"))
	put("fieldset", model{is: flow, holds: legend | both, text: true, attrs: "disabled form name"})
	put("legend", model{is: legend, holds: phrasing | heading, text: true})
	put("details", model{is: flow | interactive, holds: summary | both, text: true, attrs: "open name"})
	put("summary", model{is: summary, holds: phrasing | heading, text: true})
	put("dialog", flowText(flow, "open"))
	put("slot", model{is: both, transparent: true, attrs: "name"})
	put("canvas", model{is: both, transparent: true, attrs: "width height"})
	return m
}()

// globalAttributes may stand on every element.
var globalAttributes = words(`id class style title lang dir hidden tabindex accesskey contenteditable draggable spellcheck translate
	autocapitalize autofocus enterkeyhint inputmode is itemid itemprop itemref itemscope itemtype nonce popover slot inert role
	property about resource typeof vocab prefix content datatype inlist rel rev`)

// booleanAttributes have no value but their own name or none.
var booleanAttributes = words(`allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected`)

// enumerated attributes and their values, for any element or one.
var enumerated = map[string]map[string]bool{
	"dir": words("ltr rtl auto"), "contenteditable": words("true false plaintext-only"), "draggable": words("true false"), "spellcheck": words("true false"),
	"translate": words("yes no"), "th scope": words("row col rowgroup colgroup"), "ol type": words("1 a A i I"),
	"track kind": words("subtitles captions descriptions chapters metadata"), "area shape": words("rect circle poly default"),
	"form method": words("get post dialog"), "button type": words("submit reset button"), "audio preload": words("none metadata auto"), "video preload": words("none metadata auto"),
	"input type": words("hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image reset button"),
	"hidden":     words("hidden until-found"), "popover": words("auto manual"), "autocapitalize": words("off none on sentences words characters"),
	"enterkeyhint": words("enter done go next previous search send"), "inputmode": words("none text tel url email numeric decimal search"),
	"form enctype": enctypes, "formenctype": enctypes, "formmethod": words("get post dialog"), "form autocomplete": words("on off"),
	"popovertargetaction": words("toggle show hide"), "textarea wrap": words("soft hard"),
	"referrerpolicy": words("no-referrer no-referrer-when-downgrade same-origin origin strict-origin origin-when-cross-origin strict-origin-when-cross-origin unsafe-url"),
}

var enctypes = words("application/x-www-form-urlencoded multipart/form-data text/plain")

// emptyValues are the enumerated attributes that may be empty.
var emptyValues = words("contenteditable spellcheck hidden translate popover referrerpolicy preload")

// filled are attributes that may not be empty, for any element or one.
var filled = words("action formaction itemprop itemtype dirname popovertarget button_name form_name fieldset_name input_name select_name textarea_name output_name details_name a_name")

// numeric attributes hold a number that is not negative; those marked with ">"
// one above zero; with "-" any.
var numeric = map[string]string{
	"td colspan": ">", "td rowspan": "", "th colspan": ">", "th rowspan": "", "col span": ">", "colgroup span": ">",
	"img width": "", "img height": "", "video width": "", "video height": "", "canvas width": "", "canvas height": "", "iframe width": "", "iframe height": "",
	"object width": "", "object height": "", "ol start": "-", "li value": "-", "tabindex": "-", "cols": ">", "rows": ">", "maxlength": "", "minlength": "",
}

// idReferences are attributes that hold ids of the same document.
var idReferences = words("for form headers list aria-activedescendant aria-controls aria-describedby aria-flowto aria-labelledby aria-owns")

// ariaRoles are the roles of WAI-ARIA, DPUB-ARIA and Graphics-ARIA.
var ariaRoles = words(`alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox comment complementary contentinfo
	definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading image img insertion link list listbox listitem log main mark
	marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup
	rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer
	toolbar tooltip tree treegrid treeitem
	doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover
	doc-credit doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index
	doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc
	graphics-document graphics-object graphics-symbol`)

// ariaAttributes are the states and properties of WAI-ARIA 1.2 that are not
// deprecated, and aria-description.
var ariaAttributes = words(`aria-activedescendant aria-atomic aria-autocomplete aria-busy aria-checked aria-colcount aria-colindex aria-colspan aria-controls aria-current
	aria-describedby aria-description aria-details aria-disabled aria-errormessage aria-expanded aria-flowto aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label
	aria-labelledby aria-level aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-owns aria-placeholder aria-posinset aria-pressed aria-readonly
	aria-relevant aria-required aria-roledescription aria-rowcount aria-rowindex aria-rowspan aria-selected aria-setsize aria-sort aria-valuemax aria-valuemin aria-valuenow
	aria-valuetext`)
