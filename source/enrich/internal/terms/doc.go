// Package terms finds what belongs into a glossary: short forms with the long
// forms that the text gives for them, sentences that define a term, and the
// places where terms are mentioned.
//
// In go plain strings and a BCP 47 tag; out come values with byte offsets into
// those very strings. There are three questions, each a function:
//
//   - [Acronyms] reads one text and returns every pair of short and long form,
//     each time the text gives it, with the construction that joins the two
//     and a confidence. It never returns a long form that the text does not
//     give beside the short one.
//   - [Definitions] reads one text and returns the definitions in its
//     sentences, one for each main clause at most. From confidence [Found] on
//     a sentence probably defines something; from [Printed] on its term and its
//     defining clause may be printed unseen.
//   - [Glossary] reads the blocks of a whole article and merges both into
//     entries, one a meaning, with every mention of the term, of its plural
//     and of its expansion, and with see-also. It prints what is sure and says
//     nothing of the rest. [Sort] orders entries by the language's collation.
//
// A caller that wants to print a glossary needs only
//
//	entries := terms.Glossary(blocks, "en", terms.GlossaryOptions{})
//	terms.Sort(entries, "en")
//
// English is known best, German and French well enough to define; for any
// other language acronyms are all that is found. What the rules know of a
// language is data: english.go, german.go, french.go.
//
// The package reads no files, keeps no state between calls and may be used
// from several goroutines. Its time is linear in the length of the text, on
// hostile input too: a long form is looked for in a bounded stretch beside its
// short form, a definition within its sentence, and mentions by one walk over
// a trie of words. It never changes a text and never invents a word: what it
// returns stands in the text, but for the capital, the full stop and (in
// German) the case of the article that make a sentence of a defining clause.
package terms
