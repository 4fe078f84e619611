package terms

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// vocabulary is what the rules know of a language. Words are in lower case.
type vocabulary struct {
	base string // primary language subtag

	// For acronyms.
	functions    map[string]bool   // of, the: a long form may pass over them
	auxiliaries  map[string]bool   // is, which: a long form does not run over them
	conjunctions map[string]bool   // and, or: part the items of a list
	leadIns      []string          // before a short or long form inside a bracket: hereinafter
	stands       []string          // from a short form to its long form: stands for
	leadOuts     []string          // from a long form to its short form: ", or "
	leadOutTails []string          // may stand before those: ", usually"
	letters      []string          // the same as stands, of a whole initialism: means
	forShort     string            // behind a short form: for short
	respective   string            // ends a list of short forms: respectively
	either       string            // joins a long form and its short form without a comma: or
	endings      []string          // of nouns in other cases and in the plural; nil for English ones
	ordinals     map[string]int    // first: 1
	cardinals    map[string]string // by their digits: seven
	kinds        map[string]bool   // before a number: type
	units        map[string]bool   // behind a number: kDa
	silentHeads  map[string]bool   // nouns of natural kinds that short forms leave out: gene

	// For definitions; phrases is nil where only acronyms are known.
	phrases       *phrases
	grammar       map[string]bool // words that stand for themselves in features.go
	genus         map[string]bool // general nouns that definitions begin with: process
	joiners       map[string]bool // may join the words of a term: of
	orWords       map[string]bool // begin an alias: or, also
	namers        map[string]bool // called, known
	clauseWords   map[string]bool // begin a clause of their own behind a comma: and, but
	contrasts     map[string]bool // begin one that has another subject: while, whereas
	prepositions  map[string]bool // a noun follows: in, with
	consequence   map[string]bool // verbs that may also tell what follows: means
	states        phraseSet       // after an emphasised term these define it: states that
	principles    map[string]bool // nouns of what is known, which "states that" defines: law, theorem
	orders        map[string]bool // words of a statute: must
	ranks         map[string]bool // tell laws of one name apart: first
	describing    phraseSet       // verbs that may also tell what somebody does: describes
	occurring     phraseSet       // between what happens and when it does: occurs when
	owners        map[string]bool // pronouns and possessives that point back: it, their
	acts          map[string]bool // general nouns of what is done: process
	doings        map[string]bool // nouns of acts and of extents, which "the" may introduce in a definition: removal, range
	substances    map[string]bool // nouns of matter, which no name is a kind of: Lösung (German)
	inventors     map[string]bool // pasts that bring something new up: developed
	denied        map[string]bool // past tenses that deny with a "not" behind them: was
	pointers      map[string]bool // point at the surroundings: you, this, above
	examples      phraseSet       // begin an example behind a comma
	inserts       phraseSet       // between commas behind a subject they change nothing: by contrast
	goods         map[string]bool // nouns that judge unless a relative clause follows: asset
	reports       map[string]bool // verbs that look like plurals before that: suggests
	bearers       map[string]bool // nouns of what has a name: mountain
	placing       map[string]bool // prepositions that place more often than they define: on
	haunts        map[string]bool // nouns that stand without an article for a place one is at: home
	unmarked      map[string]bool // plurals without an ending: bacteria
	whiches       map[string]bool // relative pronouns that tell of the whole noun before a comma: which
	wholes        map[string]bool // stand before a relative clause for all that it fits: everything
	sums          map[string]bool // as a subject they sum up the words before: this
	pluralSums    map[string]bool // those of the plural
	callings      map[string]bool // verbs that give a name: call
	labels        map[string]bool // those of namers that tell what one thing is called: named
	happenings    map[string]bool // nouns that sum up what happens: effect
	resulting     map[string]bool // adjectives of what comes of it: resulting
	resumers      map[string]bool // nouns by which an aside resumes a whole statement: property, record
	ordinary      map[string]bool // adjectives of one among many: typical
	numerals      map[string]bool // numbers in words
	pairs         map[string]bool // with an article they point at what was told before: two, latter
	relational    map[string]bool // nouns that tell what somebody is to another: member
	proposals     map[string]bool // nouns of what is drawn up and has a name: plan
	individuals   map[string]bool // nouns that stand for one of their kind with an article: Stadt (German)
	doers         []string        // endings of nouns of persons
	pastTails     []string        // endings of verbs of the past
	pastForms     map[string]bool // verbs of the past without them
	bearing       map[string]bool // verbs between a name and what bears it: heißt (German)
	needing       map[string]bool // verbs of what something takes: requires
	generic       map[string]bool // those of pointers that may stand for anybody: you
	bodies        map[string]bool // nouns of what gives itself short forms: bureau
	modals        map[string]bool // may, can
	whilst        map[string]bool // prepositions of time, which begin a story: after
	trailing      map[string]bool // adverbs between a subject and its verb: also
	another       map[string]bool // in front of a noun they say that what follows is one of its kind: another
	links         map[string]bool // tie a sentence to the one before: then, but
	manys         map[string]bool // those of owners that stand for a plural: their
	things        map[string]bool // those of owners that stand for things: its
	behindTerm    map[string]bool // may follow a term: because, in
	perfect       string          // a copula of the past, which kinds may have, too: was
	then          string          // that of links which also stands behind a verb
	within        string          // the preposition of a field: in
	asking        string          // a verb before a meaning that is also an order: refer (to)
	meaning       string          // what people do with a term: mean
	when          string          // that of occurring which tells what a thing is
	to, that, as  string          // "to", "that", "as" of the language
	abstracts     []string        // endings of nouns of qualities and acts
	adjectives    []string        // endings of adjectives
	nounCapitals  bool            // nouns are written with capitals
	pastEnding    string          // the past tense's ending
	pasts         map[string]bool // past tenses without it: threw
	definiteKinds bool            // a definite article may name a kind
	relativeComma bool            // a relative clause stands behind a comma
	// nominative gives an object's article as a subject would have it.
	nominative map[string]string
}

func (v *vocabulary) functionWord(s string) bool { return inSet(v.functions, s) }

// auxiliary reports whether s is a form of be, have or a modal verb: no long
// form runs over one.
func (v *vocabulary) auxiliary(s string) bool { return inSet(v.auxiliaries, s) }

// legalForm reports whether s says what kind of company a name is of.
func (v *vocabulary) legalForm(s string) bool { return len(s) <= longestLegalForm && legalForms[s] }

const longestLegalForm = 4

var legalForms = set("AG GmbH KG SE Inc Ltd plc PLC LLC LLP Corp Co SA SAS SARL SpA NV BV AB AS Oy")

// inSet looks s up without regard to its case.
func inSet(set map[string]bool, s string) bool {
	if len(s) > 8 {
		return false
	}
	var b [8]byte
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return set[string(b[:len(s)])]
}

// listGoesOn reports whether s, the text after a closing bracket, goes on with
// a comma or an "and": what follows is another item.
func (v *vocabulary) listGoesOn(s string) bool {
	t := strings.TrimLeft(s, " ")
	if t == "" || t[0] == ',' {
		return t != ""
	}
	for i, r := range t {
		if !isWordRune(r) {
			return len(t) != len(s) && v.conjunctions[t[:i]]
		}
	}
	return false
}

// leadIn returns the length of the lead-in that s starts with, or 0.
func (v *vocabulary) leadIn(s string) int {
	for _, l := range v.leadIns {
		if len(s) > len(l) && strings.EqualFold(s[:len(l)], l) && s[len(l)] == ' ' {
			return len(l)
		}
	}
	return 0
}

// begins returns the length of that of the phrases that s starts with, and of the space behind it, or 0.
func begins(s string, phrases []string) int {
	for _, l := range phrases {
		if len(s) > len(l) && s[:len(l)] == l && s[len(l)] == ' ' {
			return len(l) + 1
		}
	}
	return 0
}

// dropArticle cuts a definite article from the end of s: "known as the ".
func (v *vocabulary) dropArticle(s string) string {
	if v.phrases == nil || !strings.HasSuffix(s, " ") {
		return s
	}
	t := s[:len(s)-1]
	if i := strings.LastIndexByte(t, ' '); i >= 0 && v.phrases.definite[t[i+1:]] {
		return s[:i+1]
	}
	return s
}

// leadOut returns the length of the phrase at the end of s that announces a
// short form, ", or " or ", abbreviated ", or 0.
func (v *vocabulary) leadOut(s string) int {
	for _, l := range v.leadOuts {
		if strings.HasSuffix(s, l) {
			return len(l)
		}
	}
	return 0
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// nobody is for languages that nothing is known of.
var nobody = &vocabulary{functions: english.functions, conjunctions: english.conjunctions}

func vocabularyOf(tag string) *vocabulary {
	switch prose.Base(tag) {
	case "", "en":
		return english
	case "de":
		return german
	case "fr":
		return french
	}
	return nobody
}
