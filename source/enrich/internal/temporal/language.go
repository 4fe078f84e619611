package temporal

import (
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// word is what a language's lexicon knows of one word form. One form may be many things: "second", "march".
type word struct {
	id           int32
	text         string
	mask         uint64 // the classes that may begin with this word
	month        int8
	weekday      int8
	season       int8 // 1 spring … 4 winter
	unit         Grain
	sub          code
	plural       bool
	counts       bool // card, tens or hundred hold a cardinal number
	card         int8
	tens         int8
	hundred      int16
	ord          int8
	decade       int16 // 90 for nineties
	part         code
	modA, modN   code
	holiday      int8
	few          bool
	suffix       bool // of ordinals: st, nd, rd, th
	decadeSuffix bool // of decades: s
	abbreviation bool // a full stop may follow
	doubtful     bool // a month or season that is a common word or name too
	era          bool
	before       bool // the era counts backwards
	joins        bool // joins the ends of a range: to, and
	function     bool // a function word: no noun
	counted      bool // a noun that numbers count: people, miles
	designation  bool // a noun that numbers name: room, flight, page
	afterYear    bool // may follow a year and a hyphen: "1999-born"
	yearLead     bool // before a number: says that it is a year
	weakLead     bool // before a number: hints at a year
	determiner   bool
	lead         Lead
	hasLead      bool
	duringLead   bool         // before a bare plural unit: for weeks, within days
	quants       []quantifier // those that begin with it
	seasonal     bool         // goes with a capitalised season that is still a time: Spring Offensive
	verb         bool         // a verb's form that follows a date as subject
	finite       bool         // a finite verb or a word that cannot begin a noun phrase: the clause goes on
	between      bool
	reaches      bool // leads from the first end of a range to the second: to, until
	ahead        bool // next, coming
	yearVerb     bool // has a year as its subject: "1987 saw"
	ago          bool
	people       bool // a counted noun that takes adjectives: "1500 armed men"
	abbreviates  bool // a designation that takes a full stop: No.
	eventNoun    bool // a noun that a year follows directly: Olympics 1936
	copula       bool // was, is
	possessive   bool
	measure      bool    // what a number before it measures: range, mph
	leading      []limit // ways of making a bound of the date after it, of which it is the last word: prior to
	trailing     []limit // of the date before it, of which it is the first: onwards
	pronoun      bool    // a subject: he, they
	kind         bool    // what a season before it tells the kind of: festival, school
	feast        bool    // tells of what is kept every year: birthday, celebrated
	owner        bool    // its, his
	habit        bool    // tells what is so again and again: is, usually
	past         bool    // a verb's form that tells what was so once
	opensEra     bool    // begins an era that goes on with a mark: v. Chr.
	datedBy      bool    // a year follows directly: founded 1843
	street       bool    // ends the name of a street
	work         bool    // a thing made at a date that is told of: interview, edition
	negates      bool    // not, never
	asEarly      bool    // leads from a date on, and more often says that it was early: dès
	named        bool    // stands in names of days: to all other rules it is a word like any
}

func (w *word) holidayish() bool { return w.holiday > 0 || w.weekday > 0 }

// era is a way of writing an era, as the texts of its tokens.
type era struct {
	parts  []string
	before bool
}

// quantifier is a way of saying "about", "more than".
type quantifier struct {
	rest []*word // the words after its first
	mod  code
}

// language is the data of one language. It does not change after it is built.
type language struct {
	tag           string
	words         map[string]*word
	rules         []*rule // in the table's order
	root          *tree   // the patterns
	numbers       uint64  // the classes that may begin with a number
	eras          []era
	capitalMonths bool // months and weekdays are written with a capital
	ordinalStop   bool // "24." is an ordinal
	decimalComma  bool
	decadeBare    bool     // "années 1990": a decade is written without a suffix
	bareYears     bool     // a year needs no preposition: "1949 gründeten"
	dayFirst      bool     // 4/3/1999 is in March
	eraFirst      bool     // AD 410
	articles      bool     // days, seasons and centuries have an article: nach dem 3. Mai, avant le XIXe siècle
	stretch       []string // prepositions that make "the next year" a length of time
	nounsCapital  bool     // a word in lower case is no noun
	streets       []string // what the names of streets end in, a house's number behind them
	count         int32
}

func (l *language) word(text string) *word {
	if w, ok := l.words[text]; ok {
		return w
	}
	l.count++
	w := &word{id: l.count, text: text}
	l.words[text] = w
	return w
}

// each calls f with each of the words listed; "a=3" gives 3, and words otherwise count up from 1.
func (l *language) each(list string, f func(w *word, n int)) {
	for i, t := range strings.Fields(list) {
		n := i + 1
		if j := strings.IndexByte(t, '='); j > 0 {
			n = 0
			for _, c := range []byte(t[j+1:]) {
				n = n*10 + int(c-'0')
			}
			t = t[:j]
		}
		f(l.word(t), n)
	}
}

func newLanguage(tag string) *language {
	return &language{tag: tag, words: make(map[string]*word)}
}

// quantify adds ways of saying about, more than, less than: each a word or several joined by underscores.
func (l *language) quantify(list, mod string) {
	for _, q := range strings.Fields(list) {
		var words []*word
		for _, p := range strings.Split(q, "_") {
			words = append(words, l.word(p))
		}
		words[0].quants = append(words[0].quants, quantifier{words[1:], codeOf(mod)})
	}
}

// line is one rule of a language's table as it is written.
type line struct {
	name    string
	act     act
	pattern string
}

// grammar compiles the language's rules. Patterns are tried in the table's order; of two matches of one length the
// first wins.
func (l *language) grammar(defs map[string]string, lines []line) *language {
	l.root = new(tree)
	l.word("&")
	for i, ln := range lines {
		c := compiler{lang: l, defs: defs}
		r := &rule{name: ln.name, act: ln.act, index: int32(i)}
		l.rules = append(l.rules, r)
		if end := l.root.insert(c.compile(ln.pattern)); end.accept == nil {
			end.accept = r
		}
	}
	l.root.finish()
	l.root = l.root.share(sharedDepth)
	for _, w := range l.words {
		for c := noClass + 1; !c.zeroWidth(); c++ {
			if w.mayBe(c) {
				w.mask |= 1 << c
			}
		}
	}
	for c := noClass + 1; !c.zeroWidth(); c++ {
		if c.mayBeNumber() {
			l.numbers |= 1 << c
		}
	}
	return l
}

// mayBeNumber reports whether class c may begin with a number.
func (c class) mayBeNumber() bool {
	switch c {
	case clDay, clDayTh, clYear, clShortYear, clNextYear, clDecade, clCount, clOrd, clNum12, clNum60, clHHMM, clSecond, clNumeric, clNum:
		return true
	}
	return false
}

// mayBe reports whether a match of class c may begin with w.
func (w *word) mayBe(c class) bool {
	switch c {
	case clMonth:
		return w.month > 0
	case clYear:
		return w.era && !w.before
	case clApYear:
		return w.text == "'" || w.text == "’" || w.text == "‘"
	case clDecade:
		return w.text == "'" || w.text == "’" || w.text == "‘"
	case clDecadeWord:
		return w.decade > 0
	case clWeekday:
		return w.weekday > 0
	case clSeason:
		return w.season > 0
	case clUnit:
		return w.unit != NoGrain
	case clUnits:
		return w.unit != NoGrain && w.plural
	case clCount:
		return w.counts
	case clNum:
		return w.counts && !w.determiner
	case clFew:
		return w.few
	case clOrd:
		return w.ord > 0 || w.tens > 0
	case clSplit:
		return w.joins || w.text == "-" || w.text == "–" || w.text == "—" || w.text == "/" || w.text == "&"
	case clPart:
		return w.part != 0
	case clEra:
		return w.era || w.opensEra
	case clModA:
		return w.modA != 0
	case clModN:
		return w.modN != 0
	case clHoliday:
		return w.holiday > 0
	case clQ:
		return w.text == "q"
	case clFiscal:
		return w.text == "fy"
	case clQuant:
		return w.quants != nil
	}
	return false
}

var (
	english = sync.OnceValue(newEnglish)
	german  = sync.OnceValue(newGerman)
	french  = sync.OnceValue(newFrench)
	neutral = sync.OnceValue(newNeutral)
)

// languageOf returns the data of a language; of a language without data, what holds for all.
func languageOf(tag string) *language {
	switch prose.Base(tag) {
	case "en":
		return english()
	case "de":
		return german()
	case "fr":
		return french()
	}
	return neutral()
}

// numericLines are the rules of every language.
var numericLines = []line{
	{"numeric", actDate, "NUMERIC"},
}

func newNeutral() *language {
	l := newLanguage("")
	return l.grammar(nil, numericLines)
}
