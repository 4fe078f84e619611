package enrich

import (
	"context"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Timeline finds events.
type Timeline struct{}

// Name returns "timeline".
func (Timeline) Name() string { return "timeline" }

// Apply adds the timeline.
func (Timeline) Apply(ctx context.Context, doc *document.Document) (diag.List, error) { return nil, nil }

// Glossary finds terms.
type Glossary struct{}

// Name returns "glossary".
func (Glossary) Name() string { return "glossary" }

// Apply adds the glossary.
func (Glossary) Apply(ctx context.Context, doc *document.Document) (diag.List, error) { return nil, nil }
