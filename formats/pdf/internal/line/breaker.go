// Package line breaks paragraphs into lines.
//
// It is the total-fit algorithm of Donald E. Knuth and Michael F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11
// (1981), in the shape of TeX: The Program, §813–§890, with the margins and
// expansion of Hàn Thế Thành, "Micro-typographic extensions to the TeX
// typesetting system" (2000). In go items: boxes, glue and penalties with
// widths, but without fonts and strings; out come lines, as ranges of items
// with the ratios at which they are set. Everything is an integer, so the
// same paragraph breaks alike on every machine.
//
// Begin with [Justified], [Ragged] or [Balanced], and [Breaker.Break].
//
// Where it deviates from TeX: what protrudes into the margins and what glyph
// expansion gives are part of a line's width; badness is not cut off at 10000;
// runs of hyphens have a hard limit; a line is only given up when no later
// break can make it fit; emergency stretch is lent to the lines that need it
// only; a break may wait for a pass ([Item.From]), and a paragraph that stays
// loose is set flush left ([Params.Loosest]). Mathematics, and paragraphs whose
// lines depend on the page, are not its trade.
package line

// A Pass is one of the attempts that [Breaker.Break] makes, each with more
// licence than the one before.
type Pass uint8

// The passes, in their order.
const (
	Unhyphenated Pass = iota // within PreTolerance, without hyphenation
	Hyphenated               // within Tolerance
	Emergency                // with EmergencyStretch
	Letterspaced             // with EmergencyLetters
	LastResort               // with breaks of last resort, and any looseness
)

// String returns the name of the pass in lower case.
func (p Pass) String() string {
	return [...]string{"unhyphenated", "hyphenated", "emergency", "letterspaced", "last resort"}[p]
}

// A Result is a broken paragraph.
type Result struct {
	Lines []Line
	// Pass tells which attempt succeeded.
	Pass Pass
	// Ragged tells that a paragraph that should be justified is set flush left
	// ([Params.Loosest]); Pass and Demerits are those of this setting.
	Ragged bool
	// Demerits is the total that no other choice of breaks can undercut
	// under the rules of the pass.
	Demerits int64
}

// A Breaker breaks paragraphs and keeps its buffers from one to the next. The
// zero value is ready. It must not be used by two goroutines at a time.
type Breaker struct {
	survey survey
	search search
}

// Break breaks a paragraph. Its items should end as [Finish] leaves them; if
// they do not, their end breaks the last line all the same. No items make no
// lines. Params must have a measure. Widths may be negative, stretch and
// shrink may not.
//
// A line is overfull only where no break at all, not even one of last resort,
// could have saved it.
func (b *Breaker) Break(items []Item, p *Params) Result {
	if len(items) == 0 {
		return Result{}
	}
	defer b.survey.forget()
	r := b.best(items, p)
	if r.Pass >= Emergency && p.Ragged == 0 && p.tooLoose(items, r.Lines) {
		q := p.ragged()
		r = b.best(items, &q)
		r.Ragged = true
	}
	return r
}

// best breaks a paragraph as the parameters say.
func (b *Breaker) best(items []Item, p *Params) Result {
	b.survey.read(items, p)
	for pass := Unhyphenated; ; pass++ {
		q, ok := p.rule(pass)
		if !ok {
			continue
		}
		end, ok := b.search.run(&b.survey, p, &q, pass)
		if !ok {
			continue
		}
		nodes := b.search.nodes
		n := 0
		for i := end; nodes[i].place >= 0; i = nodes[i].from {
			n++
		}
		lines := make([]Line, n)
		for i := end; nodes[i].place >= 0; {
			before := nodes[i].from
			n--
			lines[n], _ = b.survey.line(p, &q, n, nodes[before].place, nodes[i].place)
			i = before
		}
		return Result{Lines: lines, Pass: pass, Demerits: nodes[end].demerits}
	}
}
