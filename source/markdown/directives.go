package markdown

import (
	"strings"

	"github.com/quirepress/quire/source/document"
)

// The author's own words about the back matter: what to add, correct or leave
// out of the glossary and the timeline.

// glossary reads a list of entries; a bare text stands for its term.
func (r *reading) glossary(v value) {
	for _, e := range v.list {
		if e.shape == shapeText && e.text != "" {
			e = value{pos: e.pos, shape: shapeFields, fields: []field{{"term", e}}}
		}
		if e.shape != shapeFields {
			r.wrong("glossary", e, "fields such as {term: …, definition: …}")
			continue
		}
		d := document.GlossaryDirective{Pos: e.pos}
		for _, f := range e.fields {
			key := "glossary." + f.key
			switch strings.ToLower(f.key) {
			case "term":
				d.Term = r.one(key, f.value)
			case "expansion", "long":
				d.Expansion = r.one(key, f.value)
			case "definition", "meaning":
				d.Definition = r.one(key, f.value)
			case "aliases", "alias":
				d.Aliases = r.many(key, f.value, false)
			case "see-also", "see", "seealso", "see_also":
				d.SeeAlso = r.many(key, f.value, false)
			case "suppress":
				d.Suppress = r.truth(key, f.value)
			default:
				r.found.Add(warning, "markdown-front-matter-key", f.value.pos, "%q is not known; want term, expansion, definition, aliases, see-also or suppress", key)
			}
		}
		if d.Term == "" {
			r.wrong("glossary", e, "a term")
			continue
		}
		r.doc.Directives.Glossary = append(r.doc.Directives.Glossary, d)
	}
}

// timeline reads a list of events, or of corrections to events.
func (r *reading) timeline(v value) {
	for _, e := range v.list {
		if e.shape != shapeFields {
			r.wrong("timeline", e, "fields such as {date: …, summary: …}")
			continue
		}
		d := document.TimelineDirective{Pos: e.pos}
		for _, f := range e.fields {
			key := "timeline." + f.key
			switch strings.ToLower(f.key) {
			case "date":
				d.Date = r.one(key, f.value)
			case "phrase":
				d.Phrase = r.one(key, f.value)
			case "summary", "event", "text":
				d.Summary = r.one(key, f.value)
			case "match":
				d.Match = r.one(key, f.value)
			case "suppress":
				d.Suppress = r.truth(key, f.value)
			default:
				r.found.Add(warning, "markdown-front-matter-key", f.value.pos, "%q is not known; want date, phrase, summary, match or suppress", key)
			}
		}
		if d.Date == "" && d.Match == "" {
			r.wrong("timeline", e, "a date, or a match")
			continue
		}
		r.doc.Directives.Timeline = append(r.doc.Directives.Timeline, d)
	}
}

// truth reads true or false.
func (r *reading) truth(key string, v value) bool {
	switch strings.ToLower(v.text) {
	case "true", "yes", "on":
		return true
	case "false", "no", "off", "":
	default:
		r.wrong(key, v, "true or false")
	}
	return false
}
