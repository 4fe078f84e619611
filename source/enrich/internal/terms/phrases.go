package terms

import "strings"

// phrases is what the constructions know of a language. All words are lower
// case; a phrase is a sequence of tokens as package prose cuts them.
type phrases struct {
	copulas    map[string]bool // is, are
	indefinite map[string]bool // a, an
	definite   map[string]bool // the
	means      phraseSet       // "refers to": the term before, the meaning after
	called     phraseSet       // "is called": the meaning before, the term after
	names      phraseSet       // "known as", behind a copula or a noun; nil where called says all
	glosses    phraseSet       // ", meaning that": the term before, the meaning after
	frames     [][2]string     // verbs around a term, the meaning before: "wird … genannt" (German)
	passives   [][3]string     // "als X wird Y bezeichnet": before the term, its verb's beginning, behind the meaning (German)
	circumfix  [][2][]string   // "by X we mean": around the term
	callers    [][]string      // before a term and its meaning: "on appelle" (French)
	terms      map[string]bool // "the term X"
	strong     map[string]bool // relative pronouns only
	relatives  map[string]bool // begin what sets a thing apart: that, which, used
	weakly     map[string]bool // the same, less surely: of, for, with
	measures   map[string]bool // more general nouns, behind "the": fee, depth
	adverbs    map[string]bool // may stand behind the copula: essentially, basically
	judging    map[string]bool // words of a definition that judges: should
	persons    map[string]bool // nouns of persons that are no kind: man
	spoilers   map[string]bool // as a subject or at its start: it, this, while, if
	backward   map[string]bool // pronouns that point back: it, they
	says       map[string]bool // attribute a statement to somebody
	negations  map[string]bool
	evaluative map[string]bool // judge, not define: key, crucial, testament
	sizes      map[string]bool // those of evaluative that only measure: small
	vague      map[string]bool // heads that are no term: way, thing, reason
	loose      map[string]bool // adjectives that do not make a term of it: main, overall
	empty      map[string]bool // heads that define nothing: result, example
	told       map[string]bool // with an article they point at something told before: the platform
	verbs      map[string]bool // auxiliaries and pronouns that end a noun phrase
}

// phraseSet holds phrases, each a sequence of tokens, by their first.
type phraseSet map[string][][]string

func seqs(list ...string) phraseSet {
	set := phraseSet{}
	for _, s := range list {
		p := strings.Fields(s)
		set[p[0]] = append(set[p[0]], p)
	}
	return set
}

// cue is what a word may be to a construction. A sentence without a construction's cue is not read for it.
type cue uint8

const (
	cueIsA        cue = 1 << iota // a copula
	cueAround                     // begins a phrase that stands around a term
	cueMeans                      // the first word of a phrase before a meaning
	cueCalled                     // that of one before a term
	cueGloss                      // that of one between a term and its meaning
	cueNaming                     // called, known
	cueAside                      // a mark that an aside may follow
	cueApposition                 // an article; of a sentence, one right after such a mark
)

// cues returns what words in lower case may be to the constructions.
func (v *vocabulary) cues() map[string]cue {
	out := map[string]cue{v.perfect: cueIsA, ",": cueAside, "(": cueAside, "—": cueAside, "–": cueAside}
	for _, set := range []struct {
		words map[string]bool
		cue   cue
	}{{v.phrases.copulas, cueIsA}, {v.namers, cueNaming}, {v.phrases.indefinite, cueApposition}, {v.phrases.definite, cueApposition}, {v.callings, cueCalled}} {
		for w := range set.words {
			out[w] |= set.cue
		}
	}
	for _, set := range []struct {
		phrases phraseSet
		cue     cue
	}{{v.phrases.means, cueMeans}, {v.states, cueMeans}, {v.describing, cueMeans}, {v.occurring, cueMeans}, {v.phrases.called, cueCalled}, {v.phrases.names, cueCalled}, {v.phrases.glosses, cueGloss}} {
		for w := range set.phrases {
			out[w] |= set.cue
		}
	}
	for w := range v.bearing {
		out[w] |= cueMeans
	}
	for _, frame := range v.phrases.frames {
		out[frame[1]] |= cueCalled
	}
	for _, around := range v.phrases.circumfix {
		out[around[0][0]] |= cueAround
	}
	for _, call := range v.phrases.callers {
		out[call[0]] |= cueAround
	}
	return out
}
