package terms

// phrases is what the constructions know of a language. All words are lower
// case; a phrase is a sequence of tokens as package prose cuts them.
type phrases struct {
	copulas    map[string]bool // is, are
	indefinite map[string]bool // a, an
	definite   map[string]bool // the
	means      [][]string      // "refers to": the term before, the meaning after
	called     [][]string      // "is called": the meaning before, the term after
	glosses    [][]string      // ", meaning that": the term before, the meaning after
	circumfix  [][2][]string   // "by X we mean": around the term
	terms      map[string]bool // "the term X"
	strong     map[string]bool // relative pronouns only
	relatives  map[string]bool // begin what sets a thing apart: that, which, used
	weakly     map[string]bool // the same, less surely: of, for, with
	measures   map[string]bool // more general nouns, behind "the": fee, depth
	adverbs    map[string]bool // may stand behind the copula: essentially, basically
	spoilers   map[string]bool // as a subject or at its start: it, this, while, if
	backward   map[string]bool // pronouns that point back: it, they
	says       map[string]bool // attribute a statement to somebody
	negations  map[string]bool
	evaluative map[string]bool // judge, not define: key, crucial, testament
	vague      map[string]bool // heads that are no term: way, thing, reason
	loose      map[string]bool // adjectives that do not make a term of it: main, overall
	empty      map[string]bool // heads that define nothing: result, example
	told       map[string]bool // with an article they point at something told before: the platform
	verbs      map[string]bool // auxiliaries and pronouns that end a noun phrase
}
