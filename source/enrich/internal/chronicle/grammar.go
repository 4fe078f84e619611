package chronicle

import (
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A grammar is the closed classes of a language and the endings of its verbs.

// tag is what a word can be. One form may be several things.
type tag uint32

const (
	det        tag = 1 << iota // the, a, some
	prep                       // in, of
	when                       // prepositions that say when: in, on, during
	pron                       // subject pronouns
	person                     // he, she
	poss                       // his, its
	demo                       // this, those
	coord                      // and, but
	sub                        // when, although
	maybeSub                   // after, since: subordinate a clause or a noun
	iffy                       // if, unless: what follows did not happen
	rel                        // which, who
	that                       // that
	be                         // was, were
	had                        // had
	present                    // is, has, does
	modal                      // would, may
	infinitive                 // to
	neg                        // not, never
	past                       // a past tense that is no participle: began
	either                     // past tense or participle: signed, held
	part                       // participle only: begun
	ing                        // -ing
	adverb                     // eventually
	opener                     // so, now, however: says nothing of the event
	stative                    // a verb of state
	plan                       // a verb of planning: what follows "to" had not happened yet
	report                     // a verb of saying
	deictic                    // I, we, you, there, what: no subject for a line on its own
	vague                      // things, matters
	name                       // a capitalised word inside a sentence
	punct                      // a mark
)

// finite are the tags of forms that can be a clause's verb in the past.
const finite = past | either | be | had

// grammar is the data of one language.
type grammar struct {
	lang  string
	words map[string]tag
	// ending tags a form by its ending, if the lexicon does not have it.
	ending func(lower string) tag
	// orgs are words inside names that are not of persons.
	orgs map[string]bool
	// things are other words inside names that are not of persons.
	things          map[string]bool
	nouns           map[string]bool   // pasts that are nouns behind a participle: "a rented shed"
	halves          map[string]bool   // what a hyphen ties to a verb: counter-attacked
	completed       map[string]bool   // participles of what has come to its end: built
	arrived         map[string]bool   // participles of verbs of movement and becoming (French)
	causative       map[string]bool   // presents that tell what happened with an infinitive behind: fait construire (French)
	prenominal      map[string]bool   // adjectives that stand before their noun: première (French)
	premieres       map[string]bool   // what things have for the first time
	simplePast      map[string]string // of participles that are no pasts
	pointing        map[string]bool   // nouns that with an article only point back: the decision
	befalls         map[string]bool   // pasts of what happens to a thing: fell, opened
	occasions       map[string]bool   // nouns of what happens: riots, elections
	personRelatives []string          // who
	byWords         []string          // prepositions of the time up to which something was done
	whenWords       []string          // relative adverbs behind a date: "in 1935, when …"
	timeWords       []string          // conjunctions of the time: when
	whereWords      []string          // relative adverbs behind a place
	dayParts        map[string]bool   // "the night of"
	timeNouns       map[string]bool   // nouns of stretches of time: day, morning
	whichTime       map[string]bool   // adjectives that tell which of several times: following
	singulars       map[string]bool   // nouns of one thing that end as several do: works
	states          map[string]bool   // adjectives that tell how somebody was left: alone
	undoing         map[string]bool   // participles of what is done to a rule, not to what happened: lifted
	clearing        map[string]bool   // pasts that may have the weather for their subject: cooled
	// humans are nouns that name a person by trade or kin.
	humans     map[string]bool
	men, women map[string]bool // nouns that name a man, a woman
	// inverted says that a clause begins with its verb after an adverbial (German): the date then stays.
	inverted bool
	// topics open a sentence that names what it and those after it are about: "Speaking of".
	topics []string
	// fronted participles that found an entry: "Founded in 1949, the firm …".
	fronted               map[string]bool
	sites                 map[string]bool // words of names that are no persons' unless a given name leads in: Mill Lane, Second Symphony
	strikes               map[string]bool // verbs whose object may stand before the subject: zerstörte (German)
	nominatives, obliques []string        // articles that a subject can, and cannot, have (German)
	titles                map[string]bool // words that stand before a person's name: Duke, Ms
	ordinals              map[string]bool // first, last: no subject with an article alone
	kin                   map[string]bool // nouns of kin: fils (French)
	undone                map[string]bool // participles that tell no event of their noun: seen, driven
	followed              []string        // pasts of state that without an object tell what happened
	was                   [2]string       // was, were
	the                   string
	months                [13]string
	elaborations          []string        // how a sentence begins that says what the one before meant
	fillers               []string        // words that strengthen without saying anything
	loose                 map[string]bool // adverbs that tie a sentence to the one before: eventually, also
	before                map[string]bool // adverbs that belong to the date after them: early, later, only
	about                 []string        // about, around
	// bareYears says that a year alone can be an adverbial (German).
	bareYears             bool
	rangeWords            []string          // prepositions before the first end of a range
	yearWords             []string          // words before a year that a printed date can do without
	articleDays           bool              // a day stands with an article for its preposition: "le 24 mars" (French)
	pronouns, possessives map[string]string // to he, she, it or they
	partakes              map[string]bool   // pasts whose object is what took place then: "won the race of 1936"
	surges                map[string]bool   // other nouns of what came about, behind "there was": an outbreak
	habits                map[string]bool   // words of what was so again and again, or is counted
	works                 map[string]bool   // nouns of what is written, which tells of other times than its own
	likeWords             []string          // conjunctions that compare or give a reason: as, than
	against               []string          // conjunctions that always begin a clause of their own: but
	occasionWords         []string          // prepositions between what happens and its date: "la crue de juin 1856" (French)
	fromWords, toWords    []string
	perfects              map[string]string // auxiliaries of the pluperfect to those of the perfect (French)
	pluperfect            string            // the auxiliary that a line of its own can do without: had
	proforms              []string          // words that stand for a noun: one
	ofWords               []string          // of
	subjectRelatives      []string          // which, who
	lives                 *lives
	appearing             map[string]bool   // verbs whose subject may stand behind them (French)
	narrated              map[string]bool   // presents that tell what happened if the date is one of the past
	phrasal               map[string]string // pasts of state with the words of the right bracket that make them deeds (German)
	until                 []string          // prepositions that another may follow: "bis um" (German)
	lasting               map[string]bool   // verbs of state that tell an event when a range says how long
	intransitive          map[string]bool   // verbs that take no object, so that none is passive: died
	deliberate            map[string]bool   // verbs of what only persons do: discovered, married
	transitive            map[string]bool   // participles of verbs that need an object: founded, built
	clitics               map[string]bool   // object pronouns right before the verb: la (French)
	starting              map[string]bool   // verbs after which "from" says when something began to hold: applied
	besides               map[string]bool   // prepositions that tie a thing to the one before them: above, near
	pairing               map[string]bool   // verbs that make their subject and a person a couple: married
	matters               map[string]bool   // nouns that say nothing without what they are about: the patent
	givers                map[string]bool   // verbs whose object "its" gives to somebody else: "Parliament passed its Act"
	deeds                 map[string]bool   // what they give
	comparatives          map[string]bool   // adverbs that compare with what the line does not say: further
	particles             map[string]bool   // words in small letters inside names: von
	praising              map[string]bool   // pasts after which "it" is likelier the object: chose
	apparatus             map[string]bool   // headings over what the article cites, in lower case
	ceremonies            map[string]bool   // other nouns of what takes place: the opening
	sameTimes             []string          // phrases that only repeat the date at a line's end: "in the same year"
	expletives            []string          // pronouns that may stand for nothing: it
	weather               map[string]bool   // pasts that then have the weather for their subject: snowed
	impersonal            map[string]bool   // verbs after which a clause may be what the pronoun announces: became
	judged                map[string]bool   // what such a clause is called: clear
	resolvedOn            map[string]bool   // participles behind which an infinitive is such a clause: decided
	thatWords, doWords    []string          // words that open it
	doings                map[string]bool   // bare nouns of what goes on: fighting
	phases                map[string]bool   // pasts that say when it did: resumed
	numerals              map[string]bool   // two, three
	honours               map[string]bool   // participles that in a row of passives keep an object: "was elected, awarded a medal"
	makers                map[string]bool   // verbs before whose complement "her" is an object: made, elected
	objects               map[string]string // object pronouns to he, she, it or they
	bounding              map[string]bool   // prepositions and conjunctions that a date after them may belong to
	hours                 map[string]bool   // after which they only name an hour: "before midnight on 17 November"
	mods                  map[string]string
	dayForm               string // day, month, year
	decadeForm            string
	bc                    string
	seasons               [5]string
}

func (g *grammar) add(list string, t tag) {
	for _, w := range strings.Fields(list) {
		g.words[w] |= t
	}
}

var (
	english = sync.OnceValue(newEnglish)
	german  = sync.OnceValue(newGerman)
	french  = sync.OnceValue(newFrench)
)

func (g *grammar) aboutWords() []string { return g.about }

func grammarOf(tag string) *grammar {
	switch prose.Base(tag) {
	case "en":
		return english()
	case "de":
		return german()
	case "fr":
		return french()
	}
	return nil
}
