package chronicle

import "strings"

// What a pronoun stands for: the last subject of the right kind, and only where nothing else can be meant.

// antecedent returns what a pronoun stands for, or nil if that is not safe.
func (r *reader) antecedent(pronoun string) *actor {
	kind := r.g.pronouns[pronoun]
	if a := r.constant(kind); a != nil {
		return a
	}
	if text := r.cast.subjects.of(pronoun); r.g.lang == "fr" && text != "" && text == r.cast.about.of(pronoun) {
		// Whom the article is about, and the sentence before was: others whom that names stand behind its verb or before its subject.
		return &actor{text: text, named: true, person: true, pronoun: kind, sentence: r.cast.sentence}
	}
	if a := r.near(kind); a != nil || kind != "he" && kind != "she" {
		return a
	}
	if a := r.leading(kind); a != nil {
		return a
	}
	if r.g.lang == "fr" {
		return r.ofGender(pronoun, kind)
	}
	return r.hero(kind)
}

// near returns what a pronoun stands for by the sentences just before.
func (r *reader) near(kind string) *actor {
	c := &r.cast
	if kind == "" || len(c.actors) == 0 {
		return nil
	}
	if c.topic.text != "" && (kind == "they" || kind == "it") {
		return &c.topic
	}
	if kind == "it" && c.goes > 0 && c.goes == c.sentence && !c.over && !r.opens && c.made == "" && !c.held && c.mixed < c.sentence {
		return &c.going // "The Danes burned it. The Franks rebuilt it"
	}
	for i := len(c.actors) - 1; i >= 0; i-- {
		a := &c.actors[i]
		age := c.sentence - a.sentence
		if age > 3 {
			return nil
		}
		fits := a.pronoun == "" || a.pronoun == kind
		switch kind {
		case "he", "she":
			if !a.person {
				if a.named && !a.org && !(a.article && r.g.lang == "en") {
					return nil // it might be a person
				}
				continue
			}
			if !fits {
				continue
			}
			if c.stranger(kind, a.sentence) {
				return nil
			}
			// Another person makes "he" and "she" unsafe.
			for _, f := range c.recent {
				if c.seen(f) >= a.sentence && (f.kind == "" || f.kind == kind) && f.text != a.text && f.text != c.full[a.text] {
					return nil
				}
			}
			if a.pronoun == "" && r.g.lang == "en" && r.rival(a, kind) {
				return nil // "President Kern appointed her. She …"
			}
			return a
		case "it":
			if age > 1 || age > 0 && !c.over {
				return nil // what the sentence before was about is not known
			}
			if a.person || a.plural || c.mixed >= a.sentence {
				return nil
			}
			if !a.named && !a.body && (a.role || r.opens || !strings.HasPrefix(a.text, r.g.the+" ")) {
				return nil // "The keeper burned it. It …"
			}
		case "they":
			if a.pair != "" && age <= 1 {
				pair := *a
				pair.text, pair.person, pair.plural = a.pair, false, true
				return &pair
			}
			if a.bare && !a.plural && r.g.lang == "en" || a.person || !a.plural && (!a.named || c.others >= a.sentence) {
				return nil // "The League asked, but the owners refused. They …"
			}
		}
		if age > 1 || !fits && a.pronoun != "" && !(kind == "they" && a.pronoun == "it") {
			return nil
		}
		return a
	}
	return nil
}

// rival reports whether somebody of whom the pronoun is known to be true was named lately besides the actor, of whom it is not.
func (r *reader) rival(a *actor, kind string) bool {
	for _, f := range r.cast.recent {
		if f.kind == kind && f.text != a.text && f.text != r.cast.full[a.text] && (f == r.cast.hero || r.cast.sentence-f.last <= 12) {
			return true
		}
	}
	return false
}
