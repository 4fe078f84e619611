// Package plain reads raw article text, as it is copied or scraped from a page:
// title, byline, headings and paragraphs. Leftovers of the page (counters,
// captions of advertisements, share buttons) are dropped, and each dropped line
// is reported as a diagnostic with the code "plain-residue".
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Options bound what is read. The zero value is the default.
type Options struct{}

// Read reads the text src, which is UTF-8, of the file called name. The error
// is always nil today.
func Read(name string, src []byte, _ Options) (*document.Document, diag.List, error) {
	r := &reader{name: name, doc: &document.Document{}}
	r.lines(string(src))
	r.read()
	return r.doc, r.found, nil
}

type line struct {
	text   string
	number int
	offset int
}

func (l line) pos(file string) diag.Position {
	return diag.Position{File: file, Line: l.number, Column: 1, Offset: l.offset}
}

type reader struct {
	name   string
	blocks [][]line // lines between blank lines
	doc    *document.Document
	found  diag.List
}

// lines cuts the text into blocks of lines.
func (r *reader) lines(src string) {
	var block []line
	number, offset := 0, 0
	for raw := range strings.SplitAfterSeq(src, "\n") {
		number++
		lead := len(raw) - len(strings.TrimLeftFunc(raw, unicode.IsSpace))
		l := line{text: strings.TrimSpace(raw), number: number, offset: offset + lead}
		offset += len(raw)
		if l.text == "" {
			if block != nil {
				r.blocks = append(r.blocks, block)
				block = nil
			}
			continue
		}
		block = append(block, l)
	}
	if block != nil {
		r.blocks = append(r.blocks, block)
	}
}

func (r *reader) read() {
	var section *document.Section
	for i, block := range r.blocks {
		var kept []line
		for _, l := range block {
			if author, ok := byline(l.text); ok && i < 4 && len(r.doc.Metadata.Contributors) == 0 {
				r.doc.Metadata.Contributors = append(r.doc.Metadata.Contributors, document.Contributor{Name: author, Role: "aut"})
				if rest := strings.TrimSpace(l.text[strings.Index(l.text, author)+len(author):]); rest != "" {
					r.drop(l, rest)
				}
				continue
			}
			if residue(l.text) {
				r.drop(l, l.text)
				continue
			}
			kept = append(kept, l)
		}
		if len(kept) == 0 {
			continue
		}
		if r.doc.Metadata.Title == "" && section == nil && len(r.doc.Blocks) == 0 && headline(kept) {
			r.doc.Metadata.Title = kept[0].text
			r.doc.Metadata.TitlePos = kept[0].pos(r.name)
			kept = kept[1:]
			if len(kept) == 0 {
				continue
			}
		}
		if headline(kept) && len(kept) == 1 && i+1 < len(r.blocks) {
			section = &document.Section{Title: []document.Inline{r.text(kept[0])}}
			section.Pos = kept[0].pos(r.name)
			r.doc.Blocks = append(r.doc.Blocks, section)
			continue
		}
		p := &document.Paragraph{}
		p.Pos = kept[0].pos(r.name)
		for j, l := range kept {
			if j > 0 {
				p.Content = append(p.Content, &document.Text{Value: " "})
			}
			p.Content = append(p.Content, r.text(l))
		}
		if section != nil {
			section.Blocks = append(section.Blocks, p)
		} else {
			r.doc.Blocks = append(r.doc.Blocks, p)
		}
	}
}

func (r *reader) text(l line) *document.Text {
	t := &document.Text{Value: l.text}
	t.Pos = l.pos(r.name)
	return t
}

func (r *reader) drop(l line, what string) {
	r.doc.Omissions = append(r.doc.Omissions, document.Omission{Text: what, Reason: "leftover of the page", Pos: l.pos(r.name)})
	r.found.Add(diag.Info, "plain-residue", l.pos(r.name), "left out what is no part of the article: %q", what)
}

// headline reports whether a block can be a title or heading: one short line
// without the mark that ends a sentence.
func headline(block []line) bool {
	s := block[0].text
	if n := utf8.RuneCountInString(s); n < 2 || n > 110 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(s)
	return !strings.ContainsRune(".;,:", last) && !unicode.IsLower(first)
}

// byline returns the author that a line such as "by Ann Author 12 views" names.
func byline(s string) (string, bool) {
	rest, ok := strings.CutPrefix(s, "by ")
	if !ok {
		rest, ok = strings.CutPrefix(s, "By ")
	}
	if !ok || utf8.RuneCountInString(s) > 80 {
		return "", false
	}
	var name []string
	for _, w := range strings.Fields(rest) {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			break
		}
		name = append(name, w)
	}
	return strings.Join(name, " "), len(name) > 0 && len(name) <= 4
}

// residue reports whether a line is a leftover of the page around the article.
func residue(s string) bool {
	l := strings.ToLower(s)
	words := strings.Fields(l)
	if len(words) <= 4 {
		for _, w := range words {
			switch strings.Trim(w, ".:,!|") {
			case "iklan", "advertisement", "werbung", "publicidad", "publicité", "anzeige":
				return true
			}
		}
		if len(words) == 2 && strings.Trim(words[0], "0123456789.,k") == "" && (words[1] == "views" || words[1] == "shares" || words[1] == "comments") {
			return true
		}
	}
	return false
}
