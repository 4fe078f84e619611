package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// build makes the blocks.
func (r *reading) build() {
	var section *document.Section
	put := func(b document.Block) {
		if section == nil {
			r.doc.Blocks = append(r.doc.Blocks, b)
		} else {
			section.Blocks = append(section.Blocks, b)
		}
	}
	for i := 0; i < len(r.units); i++ {
		u := r.units[i]
		start := u.lines[0].start
		switch u.kind {
		case residue:
			r.omit(u, u.reason)
		case rule:
			if under := i > 0 && r.units[i-1].kind == heading && underline(u.text) > 0; under {
				r.omit(u, "underline")
				continue
			}
			r.omit(u, "dividing line")
			if i+1 < len(r.units) && i > 0 {
				b := &document.ThematicBreak{}
				b.Pos = r.place(start)
				put(b)
			}
		case heading:
			section = &document.Section{Title: r.noted(r.content(u, 0))}
			section.Pos = r.place(start)
			r.doc.Blocks = append(r.doc.Blocks, section)
		case row:
			var t *document.Table
			t, i = r.table(i)
			put(t)
		case noted:
		case item:
			var l *document.List
			l, i = r.list(i)
			put(l)
		default:
			content := r.noted(r.content(u, 0))
			if len(content) == 0 {
				continue
			}
			p := &document.Paragraph{Content: content}
			p.Pos = r.place(start)
			put(p)
		}
	}
	r.unplaced(put)
}

// list makes a list of the items from unit i on, and returns the index of the
// last.
func (r *reading) list(i int) (*document.List, int) {
	head := r.units[i]
	l := &document.List{Ordered: head.order, Tight: true}
	if l.Ordered {
		l.Start = head.number
	}
	l.Pos = r.place(head.lines[0].start)
	last := i
	for ; i < len(r.units); i++ {
		u := r.units[i]
		if u.kind == residue {
			continue
		}
		if u.kind != item || u.order != head.order || u.order && u != head && u.number <= l.Start {
			break
		}
		for j := last + 1; j < i; j++ {
			r.omit(r.units[j], r.units[j].reason)
		}
		last = i
		p := &document.Paragraph{Content: r.noted(r.content(u, u.marker))}
		p.Pos = r.place(u.lines[0].start + u.marker)
		it := &document.ListItem{Blocks: []document.Block{p}}
		it.Pos = r.place(u.lines[0].start)
		l.Items = append(l.Items, it)
	}
	return l, last
}

// content makes the texts of a unit's lines without the first bytes.
func (r *reading) content(u *unit, skip int) []document.Inline {
	var out []document.Inline
	for i, l := range u.lines {
		start := l.start
		if i == 0 {
			start += skip
		}
		end := l.end
		if i+1 < len(u.lines) {
			if hyphen := r.hyphenated(l, u.lines[i+1]); hyphen > 0 {
				if r.known(l, u.lines[i+1], hyphen) {
					end -= hyphen
				}
				out = append(out, r.texts(start, end)...)
				continue
			}
		}
		out = append(out, r.texts(start, end)...)
		if i+1 < len(u.lines) && len(out) > 0 {
			out = append(out, &document.Text{Value: " "})
		}
	}
	return out
}

// hyphenated returns the size of the hyphen in which a line ends within a word,
// or 0.
func (r *reading) hyphenated(l, next line) int {
	b := r.src[l.start:l.end]
	c, n := utf8.DecodeLastRune(b)
	if c != '-' && c != '‐' && c != '\u00ad' {
		return 0
	}
	before, _ := utf8.DecodeLastRune(b[:len(b)-n])
	after, _ := utf8.DecodeRune(r.src[next.start:next.end])
	if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
		return 0
	}
	return n
}

// known reports whether the word that a hyphen parts at a line's end stands
// undivided elsewhere in the text. Any other hyphen stays: nobody can tell one
// that belongs to the word from one of the line break.
func (r *reading) known(l, next line, hyphen int) bool {
	if r.words == nil {
		r.words = map[string]bool{}
		for w := range bytes.FieldsFuncSeq(r.src, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }) {
			if len(w) < 40 {
				r.words[strings.ToLower(string(w))] = true
			}
		}
	}
	head := r.src[l.start : l.end-hyphen]
	head = head[bytes.LastIndexFunc(head, func(c rune) bool { return !unicode.IsLetter(c) })+1:]
	tail := r.src[next.start:next.end]
	if i := bytes.IndexFunc(tail, func(c rune) bool { return !unicode.IsLetter(c) }); i >= 0 {
		tail = tail[:i]
	}
	if len(head)+len(tail) >= 40 {
		return false
	}
	return r.words[strings.ToLower(string(head)+string(tail))]
}

// texts returns the bytes from start to end as texts that hold only what a page
// can hold: one, unless characters between have to be left out.
func (r *reading) texts(start, end int) []document.Inline {
	if document.ValidText(string(r.src[start:end])) {
		return []document.Inline{r.text(start, end)}
	}
	var out []document.Inline
	from := start
	for at := start; at < end; {
		c, n := utf8.DecodeRune(r.src[at:end])
		if c == utf8.RuneError && n == 1 || !manuscript.Printable(c) {
			if at > from {
				out = append(out, r.text(from, at))
			}
			from = at + n
		}
		at += n
	}
	if from < end {
		out = append(out, r.text(from, end))
	}
	return out
}

func (r *reading) text(start, end int) *document.Text {
	t := &document.Text{Value: string(r.src[start:end])}
	t.Pos = r.place(start)
	return t
}
