package chronicle

import (
	"cmp"
	"slices"
	"strings"
)

// Whom "she" means is told by who is spoken of: each mention of a person is noted with its place, a given name says "he"
// or "she", and an article about one person may call that person by the pronoun from afar, as long as nobody else whom
// it could mean has been named since.

// figure is a person of the article.
type figure struct {
	text string // the name in full
	kind string // he, she, or "" if the name does not tell
	last int    // the sentence that last named the person
	prev int    // the one before that did
	doer int    // the sentence whose subject the person was last
	said int    // how often the text says the surname
	own  int    // how often it says the name that tells the person from others with that surname
}

// given returns "he" or "she" for a given name, or "".
func given(name string) string {
	switch {
	case herNames[name]:
		return "she"
	case hisNames[name]:
		return "he"
	}
	return ""
}

// given returns "he" or "she" for a token that is a given name, or "".
func (r *reader) given(t *token) string { return r.traits[t.Form].given }

// surname returns the full name that a token stands for, or "".
func (r *reader) surname(t *token) string { return r.traits[t.Form].surname }

// call lets a token stand for a full name.
func (r *reader) call(t *token, full string) {
	r.traits[t.Form].surname = full
	r.cast.full[t.In(r.text)] = full
}

// figureIn reads the run of names in tokens [from,to) as a person's: it returns the full name and the pronoun, or "" if it
// names something else.
func (r *reader) figureIn(s *sentence, from, to int) (full, kind string) {
	for i := from; i < to; i++ {
		if r.traits[s.tokens[i].Form].thing {
			return "", ""
		}
	}
	first := s.tokens[from].In(r.text)
	if to-from == 1 {
		if full := r.surname(&s.tokens[from]); full != "" {
			return full, r.cast.kind(full)
		}
		if kind := r.given(&s.tokens[from]); kind != "" && r.alone(s, from) {
			return first, kind // "Reuben left for Nebraska"
		}
		return "", ""
	}
	if full := r.surname(&s.tokens[to-1]); r.sameName(full, r.raw(s, from, to)) {
		return full, r.cast.kind(full)
	}
	if full := r.surname(&s.tokens[to-1]); full != "" && (r.given(&s.tokens[from]) == "" || to-from > 2 || strings.Count(full, " ") > 1) && strings.HasPrefix(full, first+" ") {
		return full, r.cast.kind(full)
	}
	if kind := r.given(&s.tokens[from]); kind != "" {
		return r.raw(s, from, to), kind
	}
	if w := s.tokens[from].lower; r.g.titles[w] {
		// "Duke Anselm", "Ms Reed": the one of that name, if the text has named one.
		kind := r.traits[s.tokens[from].Form].sex
		if full := r.surname(&s.tokens[to-1]); full != "" {
			if f := r.cast.figures[full]; f != nil && f.kind == "" {
				f.kind = kind
			}
			return full, r.cast.kind(full)
		}
		return r.raw(s, from, to), cmp.Or(kind, r.given(&s.tokens[from+1]))
	}
	text := r.raw(s, from, to)
	if full := r.surname(&s.tokens[to-1]); full != "" && r.traits[s.tokens[from].Form].particle {
		return full, r.cast.kind(full) // "Von Euler"
	}
	if s.is(from+1, ".") {
		return text, "" // "A. Tarbox"
	}
	if from > 0 && s.has(from-1, det|prep) && !s.has(from-1, name) || allCaps(first) || r.cast.places[text] {
		if from > 0 && s.has(from-1, prep) && len(r.cast.places) < maxPlaces {
			r.cast.places[text] = true
		}
		return "", "" // "the Royal Prize", "at Gull Point"
	}
	if r.g.sites[s.tokens[to-1].lower] || r.g.sites[s.tokens[from].lower] {
		return "", "" // "Mill Lane", "Second Symphony"
	}
	return text, ""
}

// alone reports whether the given name at token i can be all that a person is called: no place's or work's, and not of two
// persons of the article.
func (r *reader) alone(s *sentence, i int) bool {
	if r.g.lang == "de" || r.cast.places[s.tokens[i].In(r.text)] || s.tokens[i].quoted || r.dated(s, i) {
		return false
	}
	return i == 0 || s.has(i-1, coord) && !s.has(i-1, name) || r.roleAt(s, i-1) || r.dating(s, i-1) || s.comma(i-1) && i > 1 && r.dating(s, i-2)
}

// dated reports whether token i is part of a date: "8 August".
func (r *reader) dated(s *sentence, i int) bool {
	for _, x := range s.dates {
		if s.tokens[i].Start >= x.Start && s.tokens[i].End <= x.End {
			return true
		}
	}
	return false
}

// maxPlaces bounds how many names of places are kept.
const maxPlaces = 4096

// hyphened returns where the name at token i begins if a hyphen ties it to one before: "Jean-Baptiste Roume".
func (r *reader) hyphened(s *sentence, i int) int {
	for i > 1 && s.is(i-1, "-") && s.has(i-2, name) && s.tokens[i-2].End == s.tokens[i-1].Start && s.tokens[i-1].End == s.tokens[i].Start {
		i -= 2
	}
	return i
}

// kind returns what pronoun is known to stand for the person named in full.
func (c *cast) kind(full string) string {
	if f := c.figures[full]; f != nil {
		return f.kind
	}
	return ""
}

// notice notes the persons that a sentence names.
func (r *reader) notice(s *sentence) {
	c := &r.cast
	for i := 0; i < len(s.tokens); i++ {
		if !s.has(i, name) || s.tokens[i].quoted {
			continue // of a work's title nobody is spoken
		}
		from := i
		for i < len(s.tokens) && s.has(i, name) && (i == from || s.tokens[i].Start-s.tokens[i-1].End <= 1) {
			i++
		}
		if r.g.lang == "de" {
			// Every noun is written like a name.
			for from < i && r.given(&s.tokens[from]) == "" && r.surname(&s.tokens[from]) == "" {
				from++
			}
			if from == i {
				continue
			}
			if r.given(&s.tokens[from]) == "" {
				i = from + 1
			} else {
				to := from + 1 // given names, then the surname
				for to < i && r.given(&s.tokens[to]) != "" {
					to++
				}
				i = min(i, to+1)
			}
		}
		from = r.hyphened(s, from)
		full, kind := r.figureIn(s, from, i)
		if full == "" || c.figures[full] != nil && s.is(i, "'", "’") && s.is(i+1, "s") {
			continue // "Lowe's rival" is not about Lowe
		}
		f := c.figures[full]
		if f == nil {
			f = &figure{text: full, kind: kind, said: r.traits[s.tokens[i-1].Form].said}
			f.own = f.said
			if last := r.surname(&s.tokens[i-1]); last != "" && last != full && i-from > 1 {
				f.own = r.traits[s.tokens[from].Form].said // the surname is another's, too
			}
			c.figures[full] = f
			last := &s.tokens[i-1]
			if i-from > 2 && allCaps(last.In(r.text)) {
				last = &s.tokens[i-2] // "Duke Anselm II"
			}
			if w := &s.tokens[from]; i-from > 1 && r.given(w) != "" && r.surname(w) == "" {
				r.call(w, full) // "Matthew" for Matthew Palmer
			}
			if r.surname(last) == "" && (kind != "" || from > 0 && r.roleAt(s, from-1) && !s.has(from-1, name) || r.g.titles[s.tokens[from].lower]) {
				r.call(last, full)
			}
		}
		if f.last != c.sentence {
			f.prev = f.last
		}
		f.last = c.sentence
		c.see(f)
	}
}

// seen returns the sentence that last named the person before the one at hand, whose own names stand behind its subject.
func (c *cast) seen(f *figure) int {
	if c.over && f.last == c.sentence {
		return f.prev
	}
	return f.last
}

// maxRecent bounds how many persons a pronoun is weighed against, so that a long roll of names stays linear.
const maxRecent = 48

// see moves a person to the end of those last named.
func (c *cast) see(f *figure) {
	if i := slices.Index(c.recent, f); i >= 0 {
		c.recent = slices.Delete(c.recent, i, i+1)
	} else if len(c.recent) == maxRecent {
		c.recent = slices.Delete(c.recent, 0, 1)
	}
	c.recent = append(c.recent, f)
}

// leading returns the one whom the article calls he, or she, from afar: nobody else whom the pronoun could mean has been
// named since.
func (r *reader) leading(kind string) *actor {
	c := &r.cast
	if c.stranger(kind, max(0, c.sentence-2)) {
		return nil // "The surgeon came. He …"
	}
	var best *figure
	tie := false
	for _, f := range c.recent {
		if f.kind != "" && f.kind != kind {
			continue
		}
		switch {
		case best == nil || f.last > best.last:
			best, tie = f, false
		case f.last == best.last:
			tie = true
		}
	}
	if a := r.onlyOne(kind); a != nil {
		return a
	}
	if best == nil || tie || best.kind != kind || best.said < 3 && c.sentence-best.last > 1 {
		return nil
	}
	for _, f := range c.recent {
		if f != c.hero && !strings.Contains(f.text, " ") && c.sentence-best.last <= 1 && best.last-f.last > 3 {
			continue // a given name said in passing, and long ago
		}
		if f != best && (f.kind == "" || f.kind == kind) && (f.said >= heroic || c.sentence-f.last <= 8) && (2*f.said > best.said || c.sentence-best.last > 1 && c.sentence-f.last < 6) {
			return nil
		}
	}
	return &actor{text: best.text, person: true, named: true, pronoun: kind, sentence: best.last}
}

// onlyOne returns the one person whom the sentence before named and the pronoun can mean, if its subject was somebody of the other
// sex and no article's own person is called so: "Ada Reed left the mill to her clerk, Paul Lowe. He".
func (r *reader) onlyOne(kind string) *actor {
	c := &r.cast
	last := c.sentence
	if c.over {
		last--
	}
	if r.g.lang != "en" || last < 1 || c.hero != nil && c.hero.kind != "" && c.hero.kind == kind || r.opens {
		return nil
	}
	var found *figure
	she := false // somebody of the other sex was its subject
	for _, f := range c.recent {
		if c.seen(f) != last && f.last != last {
			continue
		}
		switch {
		case f.kind == "" || f.kind == kind && found != nil:
			return nil
		case f.kind == kind:
			found = f
		}
	}
	if n := len(c.actors); n > 0 {
		a := &c.actors[n-1]
		she = a.sentence == last && a.person && a.pronoun != "" && a.pronoun != kind
	}
	if found == nil || !she || found.last != last {
		return nil
	}
	return &actor{text: found.text, person: true, named: true, pronoun: kind, sentence: last}
}

// spoken returns the pronoun that the text uses for persons, if it is one only or nearly so: it tells what the one is
// called whom the article is about.
func (r *reader) spoken() string {
	count := map[string]int{}
	for _, t := range r.whole.Tokens {
		switch r.whole.Spelling(t.Form).Lower {
		case "he", "his", "him", "himself":
			count["he"]++
		case "she", "her", "hers", "herself":
			count["she"]++
		}
	}
	for kind, other := range map[string]string{"he": "she", "she": "he"} {
		if count[kind] >= 4 && count[kind] >= 4*count[other] {
			return kind
		}
	}
	return ""
}

// heroic is how often the text must say a name for it to be the one that a pronoun means beside a person without a name.
const heroic = 4

// hero returns the one whom the article is about, if the pronoun can mean that person: an article that begins with a
// person as its subject calls that person by the pronoun throughout, unless another whom it could mean has been the
// subject, or was named alone, just before.
func (r *reader) hero(kind string) *actor {
	c := &r.cast
	h := c.hero
	if r.g.lang != "en" || h == nil || h.kind != kind || // elsewhere things are he and she, too
		c.stranger(kind, max(0, c.sentence-2)) && (h.said < heroic || c.sentence-h.doer > 6) {
		return nil
	}
	for _, f := range c.recent {
		if f == h || f.kind != "" && f.kind != kind {
			continue
		}
		if f.kind == "" && f.said <= 1 && h.said >= heroic && r.monograph() {
			continue // said in passing
		}
		if f.doer > 0 && f.doer >= h.doer && c.sentence-f.doer <= 3 || c.seen(f) > c.seen(h) && c.sentence-c.seen(f) <= 1 {
			return nil
		}
		if c.seen(f) == c.seen(h) && (h.said < 3 || 2*f.own > h.said) {
			return nil // "Ada Reed met Mary Lowe. She …"
		}
	}
	return c.acting(h)
}
