// Package plain reads raw article text, as it is copied or scraped from a page.
//
//	doc, found, err := plain.Read("article.txt", src, plain.Options{})
//
// In goes text without markup, out comes a [document.Document]: the title, the
// names in a byline and the day in a date line become metadata, short lines over
// prose become headings of sections, lines with bullets or numbers become lists,
// and everything else paragraphs, whether the text keeps a paragraph on one line
// or breaks lines at a measure.
//
// Lines with as many tabs each are the rows of a table. Paragraphs at the end that
// count from [1] are notes, if the text has their marks.
//
// Leftovers of the page (counters, captions of advertisements, share buttons,
// requests to subscribe) are left out. Each such line is kept word for word in
// [document.Document.Omissions] and reported as a diagnostic with the code
// "plain-residue": nothing is dropped silently. Where it is not sure, the line
// stays.
//
// No character is changed: every text knows the place where it stands in the
// file, and characters that are not in the file (the space between joined
// lines) are texts of their own without a place.
package plain

import (
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// Options bound and guide the reading. The zero value is the default.
type Options struct {
	// Language is the BCP 47 tag of the text; empty means that it is not known.
	Language string
}

// Read reads src, the text of the file called name, which positions bear. It
// should be UTF-8; what is not is left out. The error is always nil today: what
// is wrong with an article is a finding.
func Read(name string, src []byte, opts Options) (*document.Document, diag.List, error) {
	r := &reading{name: name, src: src, lines: manuscript.NewLines(name, src), doc: &document.Document{}}
	r.doc.Metadata.Language = opts.Language
	r.cut()
	r.join()
	r.tables()
	r.judge()
	r.notes()
	r.head()
	r.build()
	if r.doc.Metadata.Title == "" && len(r.doc.Blocks) > 0 {
		r.found.AddHint(diag.Info, "plain-no-title", diag.Position{File: name, Line: 1, Column: 1},
			"begin the text with its title on a line by itself", "the text does not begin with a title")
	}
	r.doc.Identify()
	r.found.Sort()
	return r.doc, r.found, nil
}

// reading is one file on its way from text to document.
type reading struct {
	name  string
	src   []byte
	lines *manuscript.Lines
	units []*unit
	doc   *document.Document
	found diag.List
	words map[string]bool // of the text, once they are needed
	// footnotes are the notes at the end, by their numbers.
	footnotes map[int]*footnote
}

// place returns the position of the byte at offset.
func (r *reading) place(offset int) diag.Position { return r.lines.At(offset) }

// omit leaves a unit out and reports it.
func (r *reading) omit(u *unit, reason string) {
	for _, l := range u.lines {
		text := manuscript.Clean(string(r.src[l.start:l.end]))
		pos := r.place(l.start)
		r.doc.Omissions = append(r.doc.Omissions, document.Omission{Text: text, Reason: reason, Pos: pos})
		r.found.Add(diag.Info, "plain-residue", pos, "left out what is no part of the article (%s): %.80q", reason, text)
	}
}
