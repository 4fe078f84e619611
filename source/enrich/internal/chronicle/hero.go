package chronicle

// An article about one person calls that person by the pronoun throughout: where the sentence before had the pronoun for its
// subject, the one at hand goes on with it, and a paragraph that opens with it speaks of the article's own person.

// constant returns the one whom the article is about, if the pronoun goes on with that person from the sentence before, or
// opens a paragraph of an article that speaks of nobody else by it.
func (r *reader) constant(kind string) *actor {
	c := &r.cast
	h := c.hero
	if r.g.lang != "en" || h == nil || h.kind != kind || kind != "he" && kind != "she" || h.said < 2 {
		return nil
	}
	last := c.sentence
	if c.over {
		last--
	}
	if c.continued == last && last > 0 || r.opens && r.monograph() {
		return c.acting(h)
	}
	return nil
}

// acting returns a person as the article calls him or her now.
func (c *cast) acting(f *figure) *actor {
	text := f.text
	for i := range c.actors {
		if a := &c.actors[i]; a.person && (a.text == f.text || c.full[a.text] == f.text) {
			text = a.text
		}
	}
	return &actor{text: text, person: true, named: true, pronoun: f.kind, sentence: f.last}
}

// monograph reports whether the article is about its hero and speaks of nobody else by the hero's pronoun, or hardly.
func (r *reader) monograph() bool {
	c := &r.cast
	h := c.hero
	if h.said < heroic-1 {
		return false
	}
	if !c.weighed {
		c.weighed, c.voice = true, r.spoken()
	}
	if c.voice != h.kind {
		return false
	}
	for _, f := range c.recent {
		if f != h && f.doer > 0 && f.kind == h.kind && 2*f.own > h.said {
			return false
		}
	}
	return true
}
