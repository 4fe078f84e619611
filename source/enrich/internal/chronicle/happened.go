package chronicle

import (
	"strings"
	"sync"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// A noun can tell an event as well as a verb: "After Lowe's death in 1930", "until the annexation of Norland by Sudland in
// 1941". Huddleston and Pullum (2002, ch. 5 § 11.5) call these event nominalisations; whom it happened to stands before the
// noun as its owner or behind it with "of", who did it with "by". The line puts the noun's verb back: "Lowe died", "Norland
// was annexed by Sudland".

// deedOf is the verb that a noun of what happens is made of.
type deedOf struct {
	past string // of what it does itself: died; of what does it to another: annexed
	part string // its participle, if it is done to another: annexed
}

// nominals are the English nouns of that kind.
var nominals = sync.OnceValue(func() map[string]deedOf {
	m := make(map[string]deedOf)
	for _, pair := range strings.Fields(`death:died birth:was_born resignation:resigned retirement:retired arrival:arrived departure:departed return:returned
		collapse:collapsed fall:fell surrender:surrendered capitulation:capitulated abdication:abdicated outbreak:broke_out
		emigration:emigrated independence:became_independent secession:seceded graduation:graduated disappearance:disappeared
		bankruptcy:went_bankrupt conversion:converted escape:escaped suicide:committed_suicide eruption:erupted withdrawal:withdrew
		end:ended beginning:began start:began inception:began downfall:fell premiere:premiered`) {
		noun, past, _ := strings.Cut(pair, ":")
		m[noun] = deedOf{past: strings.ReplaceAll(past, "_", " ")}
	}
	for _, pair := range strings.Fields(`assassination:assassinated murder:murdered execution:executed invasion:invaded annexation:annexed occupation:occupied
		conquest:conquered capture:captured founding:founded foundation:founded establishment:established creation:created formation:formed
		destruction:destroyed demolition:demolished closure:closed opening:opened publication:published release:released
		introduction:introduced invention:invented discovery:discovered adoption:adopted ratification:ratified abolition:abolished
		dissolution:dissolved appointment:appointed election:elected completion:completed launch:launched passage:passed
		signing:signed repeal:repealed liberation:liberated partition:partitioned overthrow:overthrew/overthrown acquisition:acquired
		purchase:bought sale:sold nationalisation:nationalised nationalization:nationalized incorporation:incorporated
		restoration:restored reopening:reopened inauguration:inaugurated arrest:arrested deportation:deported expulsion:expelled
		coronation:crowned defeat:defeated dismissal:dismissed impeachment:impeached ordination:ordained canonization:canonized
		canonisation:canonised unveiling:unveiled consecration:consecrated disbandment:disbanded privatisation:privatised
		privatization:privatized bombing:bombed sinking:sank/sunk reunification:reunified enactment:enacted`) {
		noun, verb, _ := strings.Cut(pair, ":")
		past, part, found := strings.Cut(verb, "/")
		if !found {
			part = past
		}
		m[noun] = deedOf{past: past, part: part}
	}
	return m
})

// plainly are the adjectives that such a noun may have without the event being another one, or none.
var plainly = sync.OnceValue(func() map[string]bool {
	return setOf("sudden early untimely subsequent eventual formal official final unexpected premature successful complete total full own tragic later")
})

// moved are those of them that say nothing without where.
var moved = sync.OnceValue(func() map[string]bool {
	return setOf("arrival departure return withdrawal escape emigration conversion disappearance beginning start")
})

// nominal tells the event of a noun that the date follows.
func (r *reader) nominal(s *sentence, d dated) (string, bool) {
	noun := d.lead - 1
	var deed deedOf
	for ; noun >= 0 && d.lead-noun < 14; noun-- {
		if v, ok := nominals()[s.tokens[noun].lower]; ok && (!s.has(noun, name) || s.tokens[noun].initial) {
			deed = v
			break
		}
		if s.comma(noun) || s.isVerb(noun) || s.tokens[noun].depth > 0 || s.has(noun, sub|maybeSub|rel|that|modal|present|ing|pron|infinitive&^prep) && !s.has(noun, name|prep) {
			return "", false
		}
	}
	if deed.past == "" || noun < 1 {
		return "", false
	}
	owner, from, ok := r.ownerOf(s, noun)
	if !ok || !r.took(s, d, from) {
		return "", false
	}
	theme, agent, tail, ok := r.complements(s, noun+1, d.lead)
	if !ok {
		return "", false
	}
	text := ""
	several := strings.Contains(theme, " and ") && !strings.HasPrefix(strings.ToLower(theme), "the ")
	was := r.g.was[0]
	if several {
		was = r.g.was[1]
	}
	switch {
	case owner == "" && theme == "", owner != "" && agent != "":
		return "", false
	case deed.part == "": // it happened of itself
		if owner != "" && theme != "" || agent != "" || tail == "" && moved()[s.tokens[noun].lower] {
			return "", false
		}
		text = owner + theme + " " + deed.past
	case owner != "" && theme != "":
		text = owner + " " + deed.past + " " + theme
	default:
		text = owner + theme + " " + was + " " + deed.part + agent
	}
	if tail != "" {
		text += " " + tail
	}
	return r.finish(s, text, from, noun)
}

// ownerOf reads what stands before the noun: an owner, or "the". From is the first token of the phrase.
func (r *reader) ownerOf(s *sentence, noun int) (owner string, from int, ok bool) {
	at := noun - 1
	if at > 0 && plainly()[s.tokens[at].lower] {
		at--
	}
	switch {
	case s.is(at, r.g.the):
		return "", at, true
	case at > 1 && s.is(at, "s") && s.is(at-1, "'", "’") && s.tokens[at-1].End == s.tokens[at].Start:
		return r.nameBefore(s, at-1)
	case at > 1 && s.is(at, "'", "’") && s.tokens[at-1].End == s.tokens[at].Start && strings.HasSuffix(s.tokens[at-1].lower, "s"):
		return r.nameBefore(s, at)
	case s.is(at, "his", "her"):
		owner, ok = r.ownerMeant(s, at)
		return owner, at, ok
	}
	return "", 0, false
}

// nameBefore returns the names that end before token to, with their article.
func (r *reader) nameBefore(s *sentence, to int) (string, int, bool) {
	from := to
	for from > 0 && (s.has(from-1, name) || s.is(from-1, r.g.ofWords...) && s.has(from-2, name) && s.has(from, name)) {
		from--
	}
	if from == to {
		// "his father's death"
		if to > 1 && s.is(to-2, "his", "her") && r.g.humans[s.tokens[to-1].lower] {
			if owner, ok := r.ownerMeant(s, to-2); ok {
				return owner + "'s " + s.tokens[to-1].lower, to - 2, true
			}
		}
		return "", 0, false
	}
	if s.is(from-1, r.g.the) {
		from--
	}
	if s.has(from-1, coord) && !s.has(from-1, name) || s.has(from-1, det|poss) && !s.has(from-1, name) || s.plain(from-1) && !r.roleAt(s, from-1) {
		return "", 0, false // "Reed and Lowe's", "a Paris Opera's"
	}
	return r.raw(s, from, to), from, true
}

// ownerMeant returns whom "his" or "her" at token at means: the one person of that kind whom the sentence has named before, the
// subject behind a comma where the phrase opens the sentence, or the one whom the sentences before were about.
func (r *reader) ownerMeant(s *sentence, at int) (string, bool) {
	kind := r.g.possessives[s.tokens[at].lower]
	found, text := 0, ""
	for i := 0; i < at; i++ {
		if !s.has(i, name) || r.dating(s, i) {
			continue
		}
		from := i
		for i < at && s.has(i, name) {
			i++
		}
		full, own := r.figureIn(s, r.hyphened(s, from), i)
		if full == "" || own != "" && own != kind {
			continue
		}
		if own == "" && !(r.cast.hero != nil && full == r.cast.hero.text) {
			return "", false
		}
		if full != text {
			found++
		}
		text = full
	}
	if found > 1 {
		return "", false
	}
	if found == 1 {
		if a := r.antecedent(kind); a != nil && a.text != text && !strings.HasSuffix(text, " "+a.text) && !strings.HasSuffix(a.text, " "+text) {
			return "", false
		}
		return text, true
	}
	if len(s.verbs) == 0 || s.verbs[0] > at {
		// "Before his death in 1930, Lowe wrote": the subject is named behind.
		for i := at + 1; i < len(s.tokens); i++ {
			if !s.comma(i) {
				continue
			}
			to := i + 1
			for s.has(to, name) {
				to++
			}
			if to > i+1 {
				full, own := r.figureIn(s, i+1, to)
				if full == "" || own != kind {
					return "", false
				}
				return full, true
			}
			break
		}
	}
	if a := r.antecedent(kind); a != nil && a.person {
		return a.text, true
	}
	return "", false
}

// took reports whether what is said around the phrase that begins at from lets its event have happened: nobody only wished,
// planned, feared or prevented it.
func (r *reader) took(s *sentence, d dated, from int) bool {
	for i := from - 1; i >= 0 && from-i < 8; i-- {
		switch {
		case s.has(i, iffy|neg|plan) && !s.has(i, name), s.is(i, "without", "against", "attempted", "failed", "no", "prevented", "opposed", "predicted", "demanded", "feared", "rejected", "avoided", "refused", "called", "concerning", "regarding", "plans"),
			i == from-1 && s.is(i, "for", "about"):
			return false
		}
		if s.comma(i) {
			break
		}
	}
	if from > 0 && (s.tokens[from-1].Kind == prose.Number || s.has(from-1, name)) {
		return false
	}
	for i := d.to; i < len(s.tokens); i++ {
		if s.has(i, modal) && !s.has(i, name) && s.is(i, "will", "shall", "may") {
			return false
		}
	}
	return true
}

// complements reads what stands between the noun and its date: "of" and whom or what it happened to, "by" and who did it, and a
// place or a part: "from Sudland", "at Hull", "as chairman".
func (r *reader) complements(s *sentence, i, to int) (theme, agent, tail string, ok bool) {
	phrase := func(from int) int {
		for from < to && (s.has(from, name) || s.is(from, r.g.the) || s.is(from, "and", "of") && s.has(from-1, name) && (s.has(from+1, name) || s.is(from+1, r.g.the) && s.has(from+2, name)) || s.plain(from) && !s.has(from, prep)) {
			from++
		}
		return from
	}
	named := func(from, to int) bool {
		for k := from; k < to; k++ {
			if s.has(k, name) {
				return true
			}
		}
		return false
	}
	if s.is(i, r.g.ofWords...) {
		end := phrase(i + 1)
		if end == i+1 || !named(i+1, end) {
			return "", "", "", false
		}
		if s.is(i+1, r.g.the) && s.plain(i+2) && s.has(end-1, name) && end-i > 6 {
			return "", "", "", false
		}
		theme = r.raw(s, i+1, end)
		i = end
	}
	if s.is(i, "by") {
		end := phrase(i + 1)
		if end == i+1 || !named(i+1, end) {
			return "", "", "", false
		}
		agent = " " + r.raw(s, i, end)
		i = end
	}
	if i < to {
		if !s.is(i, "from", "at", "in", "to", "as", "on", "into", "near") {
			return "", "", "", false
		}
		end := phrase(i + 1)
		if end != to || !named(i+1, end) && !s.is(i, "as") || s.is(i, "on") {
			return "", "", "", false
		}
		tail = r.raw(s, i, end)
	}
	return theme, agent, tail, true
}
