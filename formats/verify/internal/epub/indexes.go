package epub

// Indexes: EPUB Indexes 1.0.

// index checks the structure of an index.
func (c *checker) index(d *content) {
	d.root.all(func(e *element) bool {
		v, ok := e.getNS(nsOPS, "type")
		if !ok || e.space != nsXHTML {
			return true
		}
		for _, t := range fields(v) {
			if homes, ok := indexHomes[t]; ok && !words(homes)[e.name] {
				c.err("index", e.at(d.name), "the type %q stands on %q", t, e.name)
			}
			switch t {
			case "index":
				lists, groups := 0, 0
				e.all(func(k *element) bool {
					if k.is(nsXHTML, "ul") {
						lists++
					}
					if hasType(k, "index-group") {
						groups++
					}
					return true
				})
				if lists == 0 && groups == 0 {
					c.err("index", e.at(d.name), "an index has no entries")
				}
			case "index-headnotes":
				if !within(e, "index") {
					c.err("index", e.at(d.name), "the type %q stands outside an index", t)
				}
			case "index-legend":
				if !within(e, "index-headnotes") {
					c.err("index", e.at(d.name), "the type %q stands outside the headnotes", t)
				}
			case "index-group":
				if !within(e, "index") {
					c.err("index", e.at(d.name), "the type %q stands outside an index", t)
				}
			case "index-entry-list":
				if e.child(nsXHTML, "li") == nil {
					c.err("index", e.at(d.name), "a list of entries is empty")
				}
			case "index-locator-range":
				links := 0
				e.all(func(k *element) bool {
					if k.is(nsXHTML, "a") {
						links++
					}
					return true
				})
				if links < 1 || links > 2 {
					c.err("index", e.at(d.name), "a range has %d ends", links)
				}
			}
		}
		return true
	})
}

// within reports whether the nearest element around with a type has this one.
func within(e *element, t string) bool {
	for up := e.up; up != nil; up = up.up {
		if _, ok := up.getNS(nsOPS, "type"); ok {
			return hasType(up, t)
		}
	}
	return false
}
