package enrich

import (
	"context"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// A pass of this package first studies the article and then changes it. Marks
// leave the text as it is, so passes that follow each other can study it
// together: it is read once, and at the same time where there are processors.
// They change it one after the other, in their order.

// student is a pass in two steps.
type student interface {
	Pass
	// part is the name by which the author may do without it.
	part() string
	// study reads what g has of the article, and changes nothing. Others may
	// read it at the same time. It returns what changes the document.
	study(ctx context.Context, g *galley) (change func() (diag.List, error), err error)
}

// alone applies a pass that shares with no other.
func alone(ctx context.Context, doc *document.Document, p student) (diag.List, error) {
	if off(doc, p.part()) {
		return nil, nil
	}
	change, err := p.study(ctx, newGalley(doc))
	if err != nil {
		return nil, err
	}
	return change()
}

// Together returns passes that do the same as those given, and read the
// article once where they can. They are good for one document, to which they
// are applied in their order, once each.
func Together(passes []Pass) []Pass {
	out := make([]Pass, len(passes))
	var d *desk
	for i, p := range passes {
		s, ok := p.(student)
		if !ok {
			out[i], d = p, nil // it may change the text
			continue
		}
		if d == nil {
			d = new(desk)
		}
		d.students = append(d.students, s)
		out[i] = &seat{s, d, len(d.students) - 1}
	}
	return out
}

// desk is where passes that follow each other study together.
type desk struct {
	students []student
	results  []chan result // nil until the first is applied
}

// result is what a study came to.
type result struct {
	change func() (diag.List, error)
	err    error
	panics any
}

// seat is the place of a pass at its desk.
type seat struct {
	student
	desk  *desk
	place int
}

// Apply waits for the pass's study, which the first at the desk begins for
// all of them, and changes the document.
func (s *seat) Apply(ctx context.Context, doc *document.Document) (diag.List, error) {
	if s.desk.results == nil {
		s.desk.begin(ctx, doc)
	}
	r := <-s.desk.results[s.place]
	if r.panics != nil {
		panic(r.panics)
	}
	if r.err != nil || r.change == nil {
		return nil, r.err
	}
	return r.change()
}

// begin lets all passes study the document.
func (d *desk) begin(ctx context.Context, doc *document.Document) {
	g := newGalley(doc)
	d.results = make([]chan result, len(d.students))
	for i, p := range d.students {
		done := make(chan result, 1)
		d.results[i] = done
		if off(doc, p.part()) {
			done <- result{}
			continue
		}
		go func() {
			var r result
			defer func() {
				r.panics = recover()
				done <- r
			}()
			r.change, r.err = p.study(ctx, g)
		}()
	}
}
