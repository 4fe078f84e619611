// Package chronicle makes timeline entries out of dated sentences.
//
// Use [Entries]. In go one article's text, its blocks, its language and the temporal expressions that package
// temporal found in it; out come the events in the order of their dates, each cut to one line that a reader
// understands away from its paragraph, with the sentence it was taken from:
//
//	exprs := temporal.Find(text, "en", temporal.Options{})
//	for _, e := range chronicle.Entries(text, "en", blocks, exprs, chronicle.Options{}) {
//		fmt.Println(e.EDTF, e.Phrase, e.Summary)
//	}
//
// An event is what a clause with a finite verb of the past tells and a date in that very clause places. States,
// plans, conditions, questions and hypotheses are no events; nor are citations, dates that only name a thing ("the
// 1999 campaign"), and dates since, until or by which something held. A clause whose subject cannot be told apart
// from its paragraph is left out. The package has no parser, only short rules over closed classes of words and the
// endings of verbs, and where they are not sure it stays silent.
package chronicle

import (
	"cmp"
	"slices"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// Block is a stretch of the article's text: a heading or a paragraph.
type Block struct {
	Start, End int // byte offsets
	Heading    bool
}

// Entry is one event.
type Entry struct {
	// Expression is the date in the text, not to be changed; where it opens a range, Range tells the whole.
	Expression *temporal.Expression
	// EDTF, Lower and Upper are those of the expression or of its range.
	EDTF         string
	Lower, Upper temporal.Date
	// Phrase is the date as it is to be printed: as the text has it, or written out if the text leaves some of it
	// to the context ("24 March 1999" for "on 24 March").
	Phrase string
	Block  int // index of the block
	// Sentence is the sentence as it stands, in byte offsets into the text.
	Sentence prose.Span
	// Summary tells the event in one line: it begins with a capital and ends with a full stop.
	Summary string
	// Rule names the rule that found the event.
	Rule string
}

// Options adjust what becomes an entry. The zero value is careful.
type Options struct {
	// Eager also tells events whose clause cannot be cut to a line that stands alone: their whole sentence is the
	// summary. An editor should look at them.
	Eager bool
	// Title is the article's. If it is a person's name, a pronoun that nobody else can be meant by stands for that person; English
	// has rules of its own for this.
	Title string
}

// Entries returns the events of the text, ordered by their first day, then the more precise before the less, then
// by their place in the text. Blocks are in order and do not overlap; exprs are what temporal.Find gave for the text.
// For a language without rules there are no entries.
func Entries(text, lang string, blocks []Block, exprs []temporal.Expression, opts Options) []Entry {
	cut := prose.Cut(text, lang)
	cut.Sentences = nil
	for _, b := range blocks {
		for _, s := range prose.Sentences(text[b.Start:b.End], lang) {
			cut.Sentences = append(cut.Sentences, prose.Span{Start: b.Start + s.Start, End: b.Start + s.End})
		}
	}
	return EntriesIn(cut, lang, blocks, exprs, opts)
}

// EntriesIn is [Entries] for a text that was cut already; none of its sentences runs over the end of a block.
func EntriesIn(text *prose.Text, lang string, blocks []Block, exprs []temporal.Expression, opts Options) []Entry {
	g := grammarOf(lang)
	if g == nil {
		return nil
	}
	r := newReader(text, g)
	r.titledBy(opts.Title)
	entries := make([]Entry, 0, len(exprs)/4+4)
	at, sentences := 0, text.Sentences
	apparatus := false // the blocks list what the article cites
	for i, b := range blocks {
		if b.Heading {
			r.heading()
			apparatus = g.listsWorks(text.Source[b.Start:b.End])
			continue
		}
		if apparatus {
			continue
		}
		for len(sentences) > 0 && sentences[0].Start < b.Start {
			sentences = sentences[1:]
		}
		for len(sentences) > 0 && sentences[0].Start < b.End {
			s := sentences[0]
			sentences = sentences[1:]
			r.next = ""
			if len(sentences) > 0 && sentences[0].Start < b.End {
				r.next = r.text[sentences[0].Start:sentences[0].End]
			}
			for at < len(exprs) && exprs[at].End <= s.Start {
				at++
			}
			if s.End-s.Start > maxSentence {
				continue
			}
			r.opens = strings.TrimSpace(r.text[b.Start:s.Start]) == ""
			sent := r.sentence(s)
			if r.begun == 0 {
				r.begun = s.End
			}
			clear(r.told)
			r.frame, r.roll, r.vain = frame{}, roll{}, false
			told := false
			for k := at; k < len(exprs) && exprs[k].Start < s.End; k++ {
				if exprs[k].Resolved() {
					sent.dates = append(sent.dates, prose.Span{Start: exprs[k].Start, End: exprs[k].End})
				}
			}
			for k := at; k < len(exprs) && exprs[k].Start < s.End; k++ {
				e, ok := r.event(sent, exprs, k)
				if !ok {
					e, ok = r.outside(sent, exprs, k)
				}
				if ok {
					if len(entries) == cap(entries) {
						entries = slices.Grow(entries, len(entries)) // growing by less would move them often
					}
					e.Block, e.Sentence = i, s
					entries = append(entries, e)
					told = true
				}
			}
			for k := at; !r.vain && k < len(exprs) && exprs[k].Start < s.End; k++ {
				if told && entries[len(entries)-1].Rule != "nominal" {
					break
				}
				if e, ok := r.entire(sent, exprs, k, told); ok {
					e.Block, e.Sentence = i, s
					entries = append(entries, e)
					told = true
					break
				}
			}
			for k := at; opts.Eager && !told && k < len(exprs) && exprs[k].Start < s.End; k++ {
				if e, ok := r.asItStands(sent, exprs, k); ok {
					e.Block, e.Sentence = i, s
					entries = append(entries, e)
					told = true
				}
			}
			if told {
				r.tellers = append(r.tellers, s)
			}
			r.remember(sent)
		}
	}
	entries = distinct(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if c := a.Lower.Compare(b.Lower); c != 0 {
			return c
		}
		if c := a.Upper.Compare(b.Upper); c != 0 {
			return c
		}
		return cmp.Compare(a.Expression.Start, b.Expression.Start)
	})
	return entries
}

// maxSentence is the length in bytes beyond which a sentence is no prose that could be told in a line; it also bounds
// the work on each.
const maxSentence = 1500

// distinct leaves out entries that tell what another has told: the same date, or one within the other, and much the
// same words.
func distinct(entries []Entry) []Entry {
	// Entries with the same year are compared only, and of those no more than a window, so that a long text stays
	// linear.
	const window = 64
	bags := make([][]string, len(entries)) // made when they are first asked for
	bagOf := func(i int, e *Entry) []string {
		if bags[i] == nil {
			bags[i] = bag(e.Summary)
		}
		return bags[i]
	}
	byYear := make(map[int][]int)
	out := entries[:0]
	for i := range entries {
		e, n := &entries[i], len(out)
		bags[n] = nil
		same := byYear[e.Lower.Year]
		told, at := false, -1
		for _, j := range same[max(0, len(same)-window):] {
			o := &out[j]
			within := e.Lower.Compare(o.Lower) <= 0 && e.Upper.Compare(o.Upper) >= 0 || e.Lower.Compare(o.Lower) >= 0 && e.Upper.Compare(o.Upper) <= 0
			if o.Summary == e.Summary && (within || o.Sentence == e.Sentence) || within && overlap(bagOf(n, e), bagOf(j, o), 0) >= 0.7 &&
				overlap(bagOf(n, e), bagOf(j, o), opening(e.Summary, o.Summary)) >= 0.7 {
				told, at = true, j
				break
			}
		}
		if told {
			if o := &out[at]; finer(e, o) || o.Rule == "lifespan" && o.EDTF == e.EDTF && len(e.Summary) > len(o.Summary) {
				bags[at], out[at] = bags[n], *e
			}
			continue
		}
		byYear[e.Lower.Year] = append(same, n)
		out = append(out, *e)
	}
	return out
}

// finer reports whether an entry's date tells more exactly when the event was than the other's, which contains it: "3 May 1931",
// not "1931". Where the exacter one came first it stays.
func finer(e, o *Entry) bool {
	starts, ends := e.Lower.Compare(o.Lower), e.Upper.Compare(o.Upper)
	return starts >= 0 && ends <= 0 && (starts != 0 || ends != 0)
}

// bag returns the content words of a summary, each once, sorted.
func bag(s string) []string {
	s = strings.ToLower(s)
	words := make([]string, 0, len(s)/6+1)
	start := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' || s[i] == ',' || s[i] == '.' || s[i] == '(' || s[i] == ')' {
			if i-start > 3 {
				words = append(words, s[start:i])
			}
			start = i + 1
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// opening counts the content words that two summaries begin with alike: those of the same subject tell of different things.
func opening(a, b string) int {
	n := 0
	for {
		x, restA, _ := strings.Cut(a, " ")
		y, restB, _ := strings.Cut(b, " ")
		if x == "" || x != y {
			return n
		}
		if len(x) > 3 {
			n++
		}
		a, b = restA, restB
	}
}

// overlap is the share of the smaller bag that the two have in common, the words that both begin with left aside.
func overlap(a, b []string, opening int) float64 {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	small := min(len(a), len(b))
	if small == 0 {
		return 0
	}
	if small > opening {
		n, small = max(0, n-opening), small-opening
	}
	return float64(n) / float64(small)
}
