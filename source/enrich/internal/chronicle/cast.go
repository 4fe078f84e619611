package chronicle

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// What sentences speak of is remembered for the pronouns after them. The rules are those of caution: one candidate, near,
// of the right kind, and no other person in between.

// actor is something that sentences speak of.
type actor struct {
	text     string // as it can open a line
	person   bool
	org      bool
	role     bool   // a person without a name: "the surgeon"
	pair     string // all of "Lowe and her brother", of which Lowe is the person
	plural   bool
	named    bool
	bare     bool   // a common noun without an article: "Whitewash"
	article  bool   // the name has an article, so that it is no person's: "the Courier"
	body     bool   // an organisation without its name: "the alliance"
	pronoun  string // he, she, it or they, once the text has called it so
	sentence int    // in which it was last the subject
}

// cast remembers what pronouns may stand for.
type cast struct {
	actors    []actor // the latest last
	topic     actor   // what the sentence before said that it speaks of
	sentence  int
	full      map[string]string // surname: full name
	places    map[string]bool   // names that a preposition of place has led in
	figures   map[string]*figure
	recent    []*figure         // those last named, the latest last
	over      bool              // the sentence numbered is the one being remembered, not the one before
	made      string            // what the last sentence's subject acted on, if it was new: "put up a plaque"
	opening   int               // the number of the article's first sentence
	others    int               // the last sentence with a second clause whose subject "they" can mean
	matter    map[string]string // what the text's patent, case or lease is about; "" if there are several
	deed      deed              // what a person acted on
	couple    string            // "Ada Reed and Paul Lowe", of whom one married or worked with the other
	coupled   int               // the sentence that said so
	mixed     int               // the last sentence with a second clause that names another thing "it" can mean
	held      bool              // what it acted on, if that was known, may be meant by "it": "burned the bridge"
	praised   bool              // it judged what it acted on, which "it" is then likely to mean: "chose the novel"
	continued int               // the last sentence whose subject is the hero's pronoun
	weighed   bool              // voice is known
	voice     string            // what the article calls the persons of which it speaks, if it is one pronoun
	hero      *figure           // whom the article's first sentence is about
	humanIs   string            // he, she, or "" if that person's noun does not tell
	subjects  gendered          // of the last sentence (German, French)
	about     gendered          // whom the title names
	unread    bool              // that sentence's subject was not found
	going     actor             // the thing that "it" behind a verb stood for: "The Danes burned it"
	goes      int               // the sentence that had it so
	onIt      int               // the last sentence with "it" right behind a verb, whatever it stands for
	wasOnIt   bool              // the sentence before the one being remembered was such a one
	human     int               // the last sentence whose subject is a person without a name: "the surgeon"
}

// heading starts a section: nothing but names goes on across it.
func (r *reader) heading() {
	r.cast.sentence += 2
}

// maxActors bounds how many actors are kept.
const maxActors = 8

// stranger reports whether a person without a name, whom the pronoun may mean, was the subject after the sentence given.
func (c *cast) stranger(kind string, after int) bool {
	return c.human > after && (c.humanIs == "" || c.humanIs == kind)
}

func (r *reader) keep(a actor) {
	c := &r.cast
	a.sentence = c.sentence
	for i := range c.actors {
		if c.actors[i].text == a.text {
			if a.pronoun == "" {
				a.pronoun = c.actors[i].pronoun
			}
			c.actors = append(c.actors[:i], c.actors[i+1:]...)
			break
		}
	}
	c.actors = append(c.actors, a)
	if len(c.actors) > maxActors {
		c.actors = append(c.actors[:0], c.actors[len(c.actors)-maxActors:]...)
	}
}

// actor makes an actor of the noun phrase in tokens [from,to).
func (r *reader) actor(s *sentence, from, to int) actor {
	for to > from && s.tokens[to-1].lower == "," {
		to--
	}
	to = r.before(s, from, to)
	// The core ends at the first comma or bracket.
	pair := ""
	for i := from + 1; i < to; i++ {
		if s.has(i, coord) && s.has(i+1, poss) && !s.has(i, name) { // "Rutherford and his students"
			last := i + 1
			for last < to && !s.comma(last) {
				last++
			}
			pair = r.raw(s, from, last)
			to = i
			break
		}
		if w := s.tokens[i].lower; r.g.lang == "en" && s.plain(i) && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && i > from+1 && s.has(i+1, det|poss) {
			to = i // "A tablet at the gate gives the names": a verb in the present
			break
		}
		if r.g.lang == "en" && i > from+2 && s.has(i, sub) && !s.has(i, name) && s.plain(i-1) && strings.HasSuffix(s.tokens[i-1].lower, "s") {
			to = i - 1 // "A granite cross stands where the mill was"
			break
		}
		if s.tokens[i].lower == "," || s.tokens[i].lower == "(" || s.tokens[i].tag&(rel|that) != 0 && !s.has(i, name) {
			to = i
			break
		}
	}
	from = r.undertaken(s, r.titled(s, from, to), to)
	a := actor{text: r.raw(s, from, to), pair: pair}
	if to <= from {
		return a // nothing stands before the verb
	}
	names, org := 0, false
	for i := from; i < to; i++ {
		if s.has(i, name) {
			names++
			w := s.tokens[i].In(r.text)
			if r.traits[s.tokens[i].Form].thing || allCaps(w) && utf8.RuneCountInString(w) > 1 {
				org = true
			}
		}
		if s.has(i, coord) && !s.has(i, name) {
			a.plural = true
		}
		if s.tokens[i].Kind == prose.Number {
			org = true
		}
	}
	first := s.tokens[from].In(r.text)
	a.named = (s.has(from, name) || s.has(from, det) && s.has(from+1, name)) && !r.severalBare(s, from, to)
	a.bare = to == from+1 && s.tokens[from].initial && !r.isName(&s.tokens[from]) && r.given(&s.tokens[from]) == "" && r.surname(&s.tokens[from]) == ""
	a.article = a.named && names == 1 && s.is(from, r.g.the) && to == from+2 && !r.g.titles[s.tokens[from+1].lower] && !r.roleAt(s, from+1) && r.surname(&s.tokens[from+1]) == ""
	if !a.named && s.tokens[from].tag&det == 0 && !r.plural(s, from, to) && !r.severalBare(s, from, to) {
		// A bare common noun at the beginning of a sentence.
		if ru, _ := utf8.DecodeRuneInString(first); unicode.IsUpper(ru) && names <= 1 && to-from == 1 {
			a.named = true
		}
	}
	if s.is(from, r.g.the, "a", "an") && to <= from+3 && to > from+1 && names == 0 && r.g.orgs[s.tokens[to-1].lower] {
		org, a.body = true, true // "the alliance"
	}
	if !a.named && !org && s.has(from, det) && to > from+2 && s.has(to-1, name) && !s.has(from+1, name) {
		// "the opera Kalma", "the steamer Concordia": a thing with its name.
		k := to - 1
		for k > from && s.has(k, name) {
			k--
		}
		if k == from+1 && !r.roleAt(s, k) && s.tokens[k].Kind == prose.Word && !s.has(k, prep|coord) {
			a.named, org = true, true
		}
	}
	a.org = org
	onlyNames := names == to-from
	a.person = a.named && onlyNames && !org && (names >= 2 || r.surname(&s.tokens[from]) != "")
	titled := false // "Miss Pask" is Imogen Pask
	if a.person {
		full := a.text
		if names == 1 {
			full = r.surname(&s.tokens[from])
			if strings.HasPrefix(full, first+" ") && r.given(&s.tokens[from]) != "" {
				a.text = full // "Matthew" is Matthew Palmer
			}
		}
		if last := r.surname(&s.tokens[to-1]); names == 2 && r.g.titles[s.tokens[from].lower] && last != "" && r.g.lang == "en" {
			full, titled = last, true
		}
		if f := r.cast.figures[full]; f != nil {
			a.pronoun = f.kind
		}
	}
	if a.person && names >= 2 && !titled {
		switch last := &s.tokens[to-1]; {
		case r.sameName(r.surname(last), a.text):
			a.pronoun = cmp.Or(a.pronoun, r.cast.kind(r.surname(last)))
		case r.surname(last) == "" || a.pronoun == "":
			r.call(last, a.text)
		}
	}
	if w := s.tokens[to-1].lower; a.article && r.g.lang == "en" && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") {
		a.plural = true // "the Venetians"
	}
	if !a.person && !a.plural {
		a.plural = r.plural(s, from, to) || r.severalBare(s, from, to)
	}
	if s.tokens[from].lower == "a" || s.tokens[from].lower == "an" {
		a.text = r.g.the + a.text[len(s.tokens[from].lower):]
	} else if s.has(from, det) && !s.has(from, name) {
		a.text = lowerFirst(a.text)
	}
	return a
}

// sameName reports whether two full names are one person's: they begin and end alike, "Paul John Lowe" and "Paul Lowe".
func (r *reader) sameName(full, text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return r.g.lang == "en" && full != "" && full != text && strings.HasPrefix(full, first+" ") && strings.HasSuffix(full, text[strings.LastIndexByte(text, ' '):])
}
