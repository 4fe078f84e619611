package plain

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/document"
)

// Raw text keeps its notes at its end, numbered in brackets as their marks are:
//
//	… eleven miles from the shore [1], and …
//
//	[1] Admiralty chart 1123.
//
// Where the last paragraphs count from 1 and the text has their marks, they are
// notes, and move there.

var (
	noteLabel = regexp.MustCompile(`^\[(\d{1,3})\][ \t\x{a0}]*`)
	noteMarks = regexp.MustCompile(`[ ]?\[(\d{1,3}(?:[ ]?,[ ]?\d{1,3}){0,9})\]`)
)

// footnote is a note at the end of the text.
type footnote struct {
	u     *unit
	label int // bytes of its number
	made  *document.Note
}

// labelled reports whether a unit begins with a number in brackets.
func (u *unit) labelled() bool { return noteLabel.MatchString(u.text) }

// notes finds the notes at the end.
func (r *reading) notes() {
	var at []int // of their units, from the end
	for i := len(r.units) - 1; i >= 0; i-- {
		u := r.units[i]
		if u.kind == residue || u.kind == rule {
			continue
		}
		if !u.labelled() || !u.whole && u.width < longText {
			break
		}
		at = append(at, i)
	}
	if len(at) == 0 {
		return
	}
	first := at[len(at)-1]
	found := map[int]*footnote{}
	for k := len(at) - 1; k >= 0; k-- {
		u := r.units[at[k]]
		m := noteLabel.FindStringSubmatch(u.text)
		if n, _ := strconv.Atoi(m[1]); n != len(at)-k {
			return // other numbers than those of notes
		}
		found[len(at)-k] = &footnote{u: u, label: len(m[0])}
	}
	marked := map[int]bool{}
	for _, m := range noteMarks.FindAllSubmatch(r.src[:r.units[first].lines[0].start], -1) {
		for s := range strings.SplitSeq(string(m[1]), ",") {
			n, _ := strconv.Atoi(strings.TrimSpace(s))
			marked[n] = true
		}
	}
	for n, f := range found {
		if !marked[n] {
			delete(found, n)
			continue
		}
		f.u.kind = noted
	}
	r.footnotes = found
	if len(found) < len(at) {
		return
	}
	for i := first - 1; i >= 0; i-- { // the heading over them goes with them
		u := r.units[i]
		if u.kind == rule {
			u.kind, u.reason = residue, "dividing line"
		}
		if u.kind == residue {
			continue
		}
		if len(u.lines) == 1 && notesHeading[strings.ToLower(strings.Trim(u.text, " :="))] {
			u.kind, u.reason = residue, "heading of the notes"
			continue
		}
		return
	}
}

// notesHeading are the words that stand over notes.
var notesHeading = wordSet("notes footnotes endnotes references sources anmerkungen fußnoten fussnoten endnoten quellen références sources")

// noted puts notes where their marks stand in texts.
func (r *reading) noted(content []document.Inline) []document.Inline {
	if len(r.footnotes) == 0 {
		return content
	}
	var out []document.Inline
	for _, n := range content {
		t, ok := n.(*document.Text)
		if !ok || t.Pos.IsZero() {
			out = append(out, n)
			continue
		}
		from := 0
		for _, m := range noteMarks.FindAllStringSubmatchIndex(t.Value, -1) {
			notes := r.marks(t.Value[m[2]:m[3]], t.Pos.Offset+m[0])
			if notes == nil {
				continue
			}
			if m[0] > from {
				out = append(out, r.text(t.Pos.Offset+from, t.Pos.Offset+m[0]))
			}
			out = append(out, notes...)
			from = m[1]
		}
		if from < len(t.Value) {
			out = append(out, r.text(t.Pos.Offset+from, t.Pos.Offset+len(t.Value)))
		}
	}
	return out
}

// marks returns the notes that a mark names, or nil if one of them is none.
func (r *reading) marks(numbers string, offset int) []document.Inline {
	var fs []*footnote
	for s := range strings.SplitSeq(numbers, ",") {
		n, _ := strconv.Atoi(strings.TrimSpace(s))
		f := r.footnotes[n]
		if f == nil {
			return nil
		}
		fs = append(fs, f)
	}
	var out []document.Inline
	for i, f := range fs {
		if f.made != nil {
			if f.made.Anchor == "" {
				m := noteLabel.FindStringSubmatch(f.u.text)
				f.made.Anchor = document.Anchor("note-" + m[1])
			}
			x := &document.CrossReference{Target: f.made.Anchor, Ref: document.RefNote}
			x.Pos = r.place(offset)
			out = append(out, x)
			continue
		}
		p := &document.Paragraph{Content: r.content(f.u, f.label)}
		p.Pos = r.place(f.u.lines[0].start)
		if len(p.Content) == 0 {
			p.Content = document.Plain(strconv.Itoa(i + 1))
		}
		f.made = &document.Note{Blocks: []document.Block{p}}
		f.made.Pos = r.place(offset)
		out = append(out, f.made)
	}
	return out
}

// unplaced puts notes whose marks found no place, as in a title, at the end.
func (r *reading) unplaced(put func(document.Block)) {
	for n := 1; n < 1000; n++ {
		f := r.footnotes[n]
		if f == nil || f.made != nil {
			continue
		}
		p := &document.Paragraph{Content: r.content(f.u, 0)}
		p.Pos = r.place(f.u.lines[0].start)
		put(p)
	}
}
