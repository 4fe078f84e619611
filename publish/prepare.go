package publish

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// Prepare returns a copy of the document as the formats get it: edited,
// enriched, dated, identified and checked. Encode and Write call it; call it
// yourself only to look at the result.
func (p Press) Prepare(ctx context.Context, doc *document.Document) (_ *document.Document, found diag.List, err error) {
	defer guard(&err)
	if !p.checked {
		if err := doc.Validate(); err != nil {
			return nil, nil, err
		}
	}
	doc = doc.Clone()
	if p.Edit != nil {
		p.Edit(doc)
	}
	found = p.date(doc)
	p.identify(doc)
	passes := p.Passes
	if passes == nil {
		passes = enrich.Default()
	}
	for _, pass := range enrich.Together(passes) {
		if err := ctx.Err(); err != nil {
			return nil, found, err
		}
		p.log(Event{Step: "enrich", Name: pass.Name()})
		l, err := pass.Apply(ctx, doc)
		found = append(found, l...)
		if err != nil {
			return nil, found, fmt.Errorf("publish: %s: %w", pass.Name(), err)
		}
	}
	doc.Identify()
	if err := doc.Validate(); err != nil {
		return nil, found, fmt.Errorf("publish: after editing and enriching: %w", err)
	}
	return doc, found, nil
}

// date sets the date of the edition.
func (p Press) date(doc *document.Document) (found diag.List) {
	t := p.Date
	if t.IsZero() {
		for _, layout := range []string{time.RFC3339, "2006-01-02", "2006-01", "2006"} {
			if own, err := time.Parse(layout, doc.Metadata.Date); err == nil {
				t = own
				break
			}
		}
	}
	if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		t = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
		found.AddHint(diag.Info, "publish-no-date", diag.Position{}, "give a date in the front matter, or -date", "the article has no date: its edition is dated 2000-01-01")
	}
	doc.Metadata.Modified = t.UTC().Truncate(time.Second).Format(time.RFC3339)
	return found
}

// prepare is Prepare for an article in work.
func (p Press) prepare(ctx context.Context, doc *document.Document, a *Article) (*document.Document, error) {
	doc, found, err := p.Prepare(ctx, doc)
	a.Diagnostics = append(a.Diagnostics, found...)
	if err == nil {
		a.Title = doc.Metadata.Title
	}
	return doc, err
}

// words counts the words of the text, back matter left out.
func words(doc *document.Document) int {
	n, out := 0, -1 // out is the depth of the back matter that is being passed over
	for depth, node := range doc.All() {
		if out >= 0 && depth > out {
			continue
		}
		out = -1
		if s, ok := node.(*document.Section); ok {
			switch s.Role {
			case document.RoleTimeline, document.RoleGlossary, document.RoleIndex:
				out = depth
				continue
			}
		}
		for range strings.FieldsSeq(document.BlockText(node)) {
			n++
		}
	}
	return n
}
