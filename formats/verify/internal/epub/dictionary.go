package epub

import "strings"

// Dictionaries and glossaries: EPUB Dictionaries and Glossaries 1.0.

// dictionary checks a publication of the type dictionary. One that is not
// divided into collections is one dictionary.
func (c *checker) dictionary(collections int) {
	p := c.pkg
	if collections == 0 {
		maps := 0
		for _, i := range p.items {
			if i.props["search-key-map"] {
				maps++
			}
		}
		if maps != 1 {
			c.err("dictionary", p.root.at(p.file), "a dictionary has %d maps of search keys in place of one", maps)
		}
		sources, targets := 0, 0
		if m := p.root.child(nsOPF, "metadata"); m != nil {
			for _, e := range m.elements() {
				switch trim(e.value("property")) {
				case "source-language":
					sources++
				case "target-language":
					targets++
				}
			}
		}
		if sources != 1 || targets == 0 {
			c.err("dictionary", p.root.at(p.file), "a dictionary names one source language and its target languages")
		}
	}
	found := false
	for _, d := range c.docs {
		if typed(d.root, "dictionary") != nil {
			found = true
			c.dictionaryDocument(d)
		}
	}
	if !found {
		c.err("dictionary", p.root.at(p.file), "no document holds a dictionary")
	}
	for _, i := range p.items {
		if i.props["search-key-map"] {
			c.keyMap(i)
		}
	}
}

func (c *checker) dictionaryDocument(d *content) {
	d.root.all(func(e *element) bool {
		v, ok := e.getNS(nsOPS, "type")
		if !ok || e.space != nsXHTML {
			return true
		}
		for _, t := range fields(v) {
			if homes, ok := dictionaryHomes[t]; ok && !words(homes)[e.name] {
				c.err("dictionary", e.at(d.name), "the type %q stands on %q", t, e.name)
			}
			switch t {
			case "dictionary":
				if e.child(nsXHTML, "article") == nil {
					c.err("dictionary", e.at(d.name), "a dictionary has no entry")
				}
				for _, k := range e.elements() {
					if k.is(nsXHTML, "article") {
						c.entry(d, k)
					}
				}
			case "condensed-entry":
				h, hidden := e.get("hidden")
				if !hidden || h != "" && !strings.EqualFold(h, "hidden") || e.up == nil || e.up.name != "article" {
					c.err("dictionary", e.at(d.name), "a condensed entry is not hidden, or stands outside an entry")
				}
			case "part-of-speech-group":
				if typed(e, "part-of-speech") == nil {
					c.err("dictionary", e.at(d.name), "a group names no part of speech")
				}
			case "phrase-group":
				if typed(e, "idiom") == nil && typed(e, "example") == nil {
					c.err("dictionary", e.at(d.name), "a group of phrases holds none")
				}
			case "tran-info":
				sibling := false
				if e.up != nil {
					for _, k := range e.up.elements() {
						sibling = sibling || hasType(k, "tran")
					}
				}
				if !sibling {
					c.err("dictionary", e.at(d.name), "something is said of a translation that is not there")
				}
			}
		}
		return true
	})
}

// entry checks that an entry of a dictionary names its word.
func (c *checker) entry(d *content, e *element) {
	named := false
	e.all(func(k *element) bool {
		named = named || k.is(nsXHTML, "dfn")
		return !named
	})
	if !named {
		c.err("dictionary", e.at(d.name), "an entry defines no word")
	}
}

// keyMap checks a map of search keys, whose elements are in the namespace of
// EPUB.
func (c *checker) keyMap(i *item) {
	p := c.pkg
	if i.mediaType != "application/vnd.epub.search-key-map+xml" {
		c.err("dictionary", i.e.at(p.file), "a map of search keys is of type %q", i.mediaType)
		return
	}
	data, ok := c.read(i.name)
	if !ok {
		return
	}
	doc := c.parse(i.name, data, false)
	if doc == nil {
		return
	}
	if !doc.root.is(nsOPS, "search-key-map") {
		c.err("dictionary", doc.root.at(i.name), "the root element is %q", doc.root.name)
		return
	}
	groups := 0
	for _, g := range doc.root.elements() {
		if !g.is(nsOPS, "search-key-group") {
			c.err("dictionary", g.at(i.name), "the element %q may not stand here", g.name)
			continue
		}
		groups++
		href, ok := g.get("href")
		if !ok {
			c.err("dictionary", g.at(i.name), "a group of keys leads nowhere")
		} else {
			c.reference(reference{from: i.name, base: i.name, at: g.at(i.name), url: href, kind: refLink})
		}
		keys := 0
		for _, m := range g.elements() {
			if m.is(nsOPS, "match") {
				keys++
				if len(m.elements()) > 0 && m.child(nsOPS, "value") == nil {
					c.err("dictionary", m.at(i.name), "a match has no value")
				}
			}
		}
		if keys == 0 {
			c.err("dictionary", g.at(i.name), "a group has no keys")
		}
	}
	if groups == 0 {
		c.err("dictionary", doc.root.at(i.name), "the map is empty")
	}
}
