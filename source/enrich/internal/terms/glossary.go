package terms

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// Block is one block of an article: a paragraph, an item, a heading.
type Block struct {
	Text     string
	Start    int // where it stands in the text of all blocks, if that was cut already
	Heading  bool
	Emphasis []Span // stretches of Text that the author emphasised
}

// Eagerness is how much an entry has to have in its favour.
type Eagerness int

const (
	Careful Eagerness = iota // only what may be printed unseen
	Eager                    // also what an editor will want to look through
)

// GlossaryOptions adjust what becomes an entry. The zero value is careful.
type GlossaryOptions struct {
	Eagerness Eagerness
	// Mentions is the least number of mentions of a term that is not an
	// acronym; 0 means 2, for one that is emphasised or defined in so many
	// words ("means") 1.
	Mentions int
}

// Kind tells acronyms from other terms.
type Kind string

// The kinds of entries.
const (
	Acronym Kind = "acronym"
	Term    Kind = "term"
)

// Place is a stretch of one block.
type Place struct {
	Block int
	Span
}

// Entry is one meaning of one term.
type Entry struct {
	Term      string
	Expansion string // of an acronym, as the text gives it, without its article
	// Definition is the defining clause as the text gives it, with a capital
	// and a full stop, by [RuleName] behind the name that the term stands for; empty where the text gives none that is sure.
	Definition string
	Kind       Kind
	Rule       string // the construction that found it
	Evidence   Place  // the pair, or the defining sentence
	// Defined is the defining sentence; its span is empty without a definition.
	Defined Place
	// Mentions are all places of the term, its plural and its expansion, in
	// order. A short form right beside its long form counts once.
	Mentions   []Place
	SeeAlso    []string // terms of other entries that the definition mentions
	Confidence float64
}

// Glossary returns the entries that the blocks bear out, in the order of their
// evidence; see [Sort]. lang is a BCP 47 tag.
func Glossary(blocks []Block, lang string, opts GlossaryOptions) []Entry {
	var all strings.Builder
	blocks = slices.Clone(blocks)
	for i := range blocks {
		blocks[i].Start = all.Len()
		all.WriteString(blocks[i].Text)
		all.WriteString("\n\n")
	}
	return GlossaryIn(prose.Cut(all.String(), lang), blocks, lang, opts)
}

// GlossaryIn is [Glossary] for blocks whose text was cut already: text holds
// them in order, parted by blank lines.
func GlossaryIn(text *prose.Text, blocks []Block, lang string, opts GlossaryOptions) []Entry {
	g := gatherer{blocks: blocks, lang: lang, opts: opts, vocabulary: vocabularyOf(lang), text: text, tokens: tokensOf(text, blocks)}
	g.acronyms()
	g.expansions()
	names := g.apposed()
	g.terms()
	g.known()
	for i, name := range names {
		e := &g.entries[i]
		e.Definition = strings.TrimRight(g.sentenceCase(name)+" "+e.Definition, " ")
	}
	g.findMentions()
	g.choose()
	g.refer()
	return g.entries
}

// tokensOf returns the tokens of each block.
func tokensOf(text *prose.Text, blocks []Block) [][]prose.Token {
	out := make([][]prose.Token, len(blocks))
	toks := text.Tokens
	for i, b := range blocks {
		n := 0
		for n < len(toks) && toks[n].Start < b.Start+len(b.Text) {
			n++
		}
		out[i], toks = toks[:n], toks[n:]
	}
	return out
}

// Sort orders entries by the collation of the language, without regard to
// case.
func Sort(entries []Entry, lang string) {
	c := collate.New(language.Make(lang), collate.IgnoreCase, collate.Numeric)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if n := c.CompareString(a.Term, b.Term); n != 0 {
			return n
		}
		return strings.Compare(a.Term+a.Expansion, b.Term+b.Expansion)
	})
}
