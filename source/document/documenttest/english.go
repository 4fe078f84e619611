package documenttest

import "strings"

// english makes the English tongue.
func english() tongue {
	t := tongue{
		nouns:      strings.Fields(englishNouns),
		adjectives: strings.Fields(englishAdjectives),
		adverbs:    strings.Fields(englishAdverbs),
		names:      strings.Fields(identifiers),
		clauses: []string{
			"the N V the N", "the A N V the N of the N", "a N that V the S V the A N",
			"S I the N D", "we I the N before the N V it", "you I a A N with the N",
			"it is D A to I the S", "the S of the N I A in the N", "there are # S in the A N",
			"the N V D", "no N V the A S", "the N is A", "this is why the N V a N for each N",
			"most S I the N as if it were a A N", "the N and the N I the same S",
			"every N has a N of its own", "what the N V is a A N", "they do not I the N",
		},
		joints:   []string{",", ", and", ", but", " because", ", so", " when", " while", ";", ", which means that", " although", " unless", ":"},
		openings: []string{"However,", "For example,", "In the end", "At first", "As a rule,", "In this chapter", "Later on", "If so,", "Of course", "In practice,", "By contrast,", "Even so,"},
		phrases:  []string{"the A N", "S and S", "A S", "how the N V the N", "I a N", "the N of the N", "A N", "S without S"},
	}
	for _, n := range t.nouns {
		t.plurals = append(t.plurals, plural(n))
	}
	for _, v := range strings.Fields(englishVerbs) {
		t.infinitives = append(t.infinitives, v)
		t.verbs = append(t.verbs, plural(v))
	}
	return t
}

// plural is also the third person of a verb.
func plural(s string) string {
	switch {
	case strings.HasSuffix(s, "y") && !strings.ContainsRune("aeiou", rune(s[len(s)-2])):
		return s[:len(s)-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	}
	return s + "s"
}

const englishNouns = `value function program time type way part case name place thing line point
number reader word result change system question list work page file world order example problem
idea book rule language message state memory error test code machine process computer piece step
answer difference table letter table reason image object version network group argument event
copy variable request field method structure character pointer section condition loop buffer
string kernel thread module library compiler package signature parameter integer expression
statement pattern operator interface implementation reference lifetime owner borrower collection
iterator closure generic behaviour abstraction definition constructor instance declaration
assignment allocation performance environment configuration dependency repository specification
documentation architecture communication representation optimisation verification concurrency
synchronisation transaction connection response database query index record column schema server
client browser session token password certificate protocol packet router bridge river mountain
harbour village city street garden window kitchen letterbox bookshelf library newspaper editor
printer typesetter margin heading footnote chapter appendix glossary bibliography illustration
measurement experiment observation hypothesis consequence explanation conclusion assumption
requirement responsibility opportunity possibility circumstance relationship understanding
knowledge experience education university professor student colleague neighbour government
parliament committee minister election citizen agreement negotiation settlement border army
soldier refugee hospital physician treatment medicine temperature pressure velocity acceleration
distance surface crystal mineral electron molecule particle organism bacterium population species
habitat climate weather season harvest agriculture industry economy market currency exchange
investment insurance contract obligation jurisdiction legislation authority institution tradition
ceremony literature philosophy mathematics geometry algebra equation theorem proof lemma axiom
probability distribution variance deviation correlation regression coefficient approximation
interpolation extrapolation algorithm heuristic recursion induction invariant precondition
postcondition assertion exception handler scheduler dispatcher allocator collector finaliser
serialiser tokeniser parser lexer grammar syntax semantics identifier namespace visibility
inheritance polymorphism encapsulation composition delegation decoration adapter facade proxy
observer visitor strategy template blueprint prototype singleton factory builder registry catalogue
warehouse container vessel cargo passenger captain sailor compass lantern telescope microscope
instrument orchestra musician melody harmony rhythm counterpoint symphony sculpture painting
exhibition museum gallery curator archive manuscript parchment calligraphy alphabet inscription
translation interpretation pronunciation vocabulary dictionary encyclopaedia correspondence`

const englishAdjectives = `new same other good small large different common simple first whole early
important possible useful similar single general local public private certain clear empty open
separate particular special available current available correct typical ordinary natural mutable
immutable generic concrete abstract static dynamic explicit implicit conditional unconditional
sequential concurrent parallel asynchronous deterministic reliable unreliable efficient inefficient
expensive cheap straightforward complicated sophisticated elementary fundamental independent
dependent consistent inconsistent recursive iterative exhaustive incremental experimental
theoretical practical historical contemporary traditional conventional extraordinary remarkable
considerable substantial negligible insignificant comprehensive superficial preliminary provisional
permanent temporary contiguous adjacent opposite parallel perpendicular horizontal vertical
mathematical statistical geometrical electrical mechanical chemical biological psychological
economic political constitutional administrative international metropolitan agricultural industrial
commercial financial academic philosophical literary musical architectural decorative invisible
transparent luminous brilliant peculiar unfamiliar unexpected unavoidable irresponsible
incomprehensible interchangeable backwards-compatible well-known long-running object-oriented
high-level low-level user-defined`

const englishAdverbs = `often again now only always still also usually quickly together directly
carefully simply exactly immediately sometimes eventually automatically explicitly implicitly
separately independently efficiently consistently approximately deliberately unnecessarily
occasionally simultaneously particularly considerably remarkably fundamentally straightforwardly
comparatively predominantly interchangeably inadvertently conscientiously systematically`

const englishVerbs = `use make take give call need hold return know find show change write read keep
begin allow define contain create follow provide require describe represent remove replace compare
produce consider determine implement establish understand demonstrate communicate distribute
transform translate interpret examine investigate acknowledge emphasise recommend encourage
discourage anticipate accumulate calculate approximate differentiate integrate allocate deallocate
initialise serialise synchronise optimise organise reorganise rearrange substitute concatenate
iterate enumerate encapsulate decorate illustrate accompany accommodate appreciate manufacture
negotiate administer supervise coordinate cultivate preserve observe discover announce publish
illuminate penetrate surround separate combine connect disconnect resemble outweigh overwhelm
postpone accelerate`

const identifiers = `value item list count name index result err ctx buf node path key user data
request reply size next total first last line word page text input output state config client
server reader writer parser token stream offset length width height left right parent child tree
table row column cell field record query cache lock worker queue task job event handler timer limit
score rank weight frame image pixel color font glyph shape point edge graph vertex matrix vector`
