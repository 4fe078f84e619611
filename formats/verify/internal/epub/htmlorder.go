package epub

import (
	"regexp"
	"strings"
	"sync"
)

// Some elements of HTML hold others in a certain order and number. Each order is
// a regular expression over the names of the children, which stand for
// themselves where the element's own parts are meant; "h" is any heading, "*"
// any other element, "#" text. Scripts and templates may stand anywhere.

// childOrders are the orders by the name of the element.
var childOrders = map[string]string{
	"table":    `(caption)?(colgroup)*(thead)?((tbody)*|(tr)+)(tfoot)?`,
	"dl":       `((dt)+(dd)+)*|(div)*`,
	"dl/div":   `((dt)+(dd)+)+`,
	"figure":   `(figcaption)?[*#]*|[*#]*(figcaption)?`,
	"fieldset": `(legend)?[*#]*`,
	"details":  `(summary)[*#]*`,
	"picture":  `(source)*(img)`,
	"hgroup":   `(p)*(h)(p)*`,
	"ruby":     `([*#]*((rt)|(rp)(rt)+(rp)|(rtc))+)+`,
	"media":    `(source)*(track)*[*]*`,
	"media[]":  `(track)*[*]*`, // and no source
	"legend":   `[*]*(h)?[*]*`,
	"summary":  `[*]*(h)?[*]*`,
}

var compiledOrders = sync.OnceValue(func() map[string]*regexp.Regexp {
	m := map[string]*regexp.Regexp{}
	for name, order := range childOrders {
		// Every name, and every sign in brackets, is followed by a space.
		order = regexp.MustCompile(`[a-z]+`).ReplaceAllString(order, "$0 ")
		order = strings.NewReplacer("[*#]", "(?:[*#] )", "[*]", `(?:\* )`).Replace(order)
		m[name] = regexp.MustCompile(`^(?:` + order + `)$`)
	}
	return m
})

// sequence checks the order and the number of children where they matter.
func (w *htmlWalker) sequence(e *element) {
	kind, source := e.name, false // whether a source is no other element
	switch kind {
	case "audio", "video":
		kind = "media"
		if _, ok := e.get("src"); ok {
			kind = "media[]"
		}
		source = true
	case "div":
		if e.up != nil && e.up.is(nsXHTML, "dl") {
			kind = "dl/div"
		}
	}
	order := compiledOrders()[kind]
	if order == nil {
		return
	}
	known := words(strings.Join(regexp.MustCompile(`[a-z]+`).FindAllString(childOrders[kind], -1), " "))
	var b strings.Builder
	for _, k := range e.kids {
		switch name := k.name; {
		case name == "" && (!strings.Contains(childOrders[kind], "#") || trim(k.text) == ""):
		case name == "":
			b.WriteString("# ")
		case k.space == nsXHTML && htmlModels[name].is&scriptish != 0:
		case k.space == nsXHTML && known["h"] && htmlModels[name].is&heading != 0 && name != "hgroup":
			b.WriteString("h ")
		case k.space == nsXHTML && (known[name] || source && name == "source"):
			b.WriteString(name + " ")
		case strings.Contains(childOrders[kind], "[*"):
			b.WriteString("* ")
		}
	}
	if !order.MatchString(b.String()) {
		w.err("html", e.at(w.file), "the children of %q are not in its order: %s", e.name, strings.TrimSpace(b.String()))
	}
}
