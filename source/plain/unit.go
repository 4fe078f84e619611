package plain

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/internal/manuscript"
)

// line is a line of the file without the white space around it.
type line struct {
	start, end int  // offsets in the file
	indent     int  // columns of white space before it
	gap        bool // a blank line stands before it
	width      int  // characters
}

// kind says what a unit is.
type kind int

const (
	paragraph kind = iota
	heading
	item    // of a list
	residue // left out
	rule    // a line of signs that only divides
	row     // of a table
	noted   // a note, which stands at its mark
)

// unit is one or more lines that belong together.
type unit struct {
	kind   kind
	lines  []line
	text   string // of a unit of one line that is not long; else its beginning
	whole  bool   // the text is that of the file, with no character left out
	width  int    // characters of all lines
	gap    bool   // a blank line stands before it
	reason string // why it is left out
	marker int    // bytes of an item's bullet or number, with the space behind it
	number int    // of an item in an ordered list
	order  bool
	indent int
	table  int // of a row: which table it belongs to
}

// longText bounds the text that is looked at to tell what a unit is.
const longText = 400

// cut makes a unit of each line.
func (r *reading) cut() {
	gap := false
	for at := 0; at < len(r.src); {
		end := bytes.IndexByte(r.src[at:], '\n')
		next := len(r.src)
		if end < 0 {
			end = len(r.src)
		} else {
			end += at
			next = end + 1
		}
		raw := r.src[at:end]
		trimmed := bytes.TrimLeftFunc(raw, blank)
		start := end - len(trimmed)
		trimmed = bytes.TrimRightFunc(trimmed, blank)
		if len(trimmed) == 0 {
			gap = true
			at = next
			continue
		}
		l := line{start: start, end: start + len(trimmed), gap: gap, indent: columns(raw[:start-at]), width: utf8.RuneCount(trimmed)}
		r.units = append(r.units, r.unit(l))
		gap = false
		at = next
	}
}

func (r *reading) unit(l line) *unit {
	b := r.src[l.start:l.end]
	if len(b) > longText {
		b = bytes.TrimRightFunc(b[:longText], func(c rune) bool { return c == utf8.RuneError }) // a cut character
	}
	text := manuscript.Clean(string(b))
	return &unit{lines: []line{l}, text: text, whole: text == string(b), width: l.width, gap: l.gap, indent: l.indent}
}

// blank reports whether a rune is white space or shows nothing.
func blank(c rune) bool {
	return unicode.IsSpace(c) || c == '\ufeff' || c == '\u200b' || c < 0x20
}

func columns(b []byte) int {
	n := 0
	for _, c := range b {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// join puts the lines of a paragraph together in texts whose lines are broken
// at a measure: where the next word would not have fitted on the line before.
func (r *reading) join() {
	measure, ok := r.measure()
	var out []*unit
	for i := 0; i < len(r.units); i++ {
		u := r.units[i]
		if ok {
			u.mark()
		}
		for i+1 < len(r.units) {
			n := r.units[i+1]
			last := u.lines[len(u.lines)-1]
			if n.gap || n.bulleted() || n.labelled() || u.kind == item && n.indent < u.indent {
				break
			}
			filled := ok && (full(last, r.firstWord(n.lines[0]), measure) || r.hyphenated(last, n.lines[0]) > 0)
			if !filled && !r.runsOn(last, n) {
				break
			}
			u.lines = append(u.lines, n.lines...)
			u.width += 1 + n.width
			if len(u.text) < longText {
				u.text += " " + n.text
			}
			i++
		}
		out = append(out, u)
	}
	r.units = out
}

// runsOn reports whether a line breaks off in the midst of a sentence that the
// next one goes on with, whatever the measure.
func (r *reading) runsOn(l line, n *unit) bool {
	const least = 45 // characters: shorter lines may be verse, or entries
	if l.width < least || bytes.IndexByte(r.src[l.start:l.end], '\t') >= 0 || !n.whole {
		return false
	}
	b := r.src[max(l.start, l.end-40):l.end]
	if _, ok := leftover(n); ok || n.width < least && !ends(n.text) {
		return false // words of the page, which end with no mark
	}
	if last, _ := utf8.DecodeLastRune(b); last != ',' && ends(string(bytes.ToValidUTF8(b, nil))) {
		return false
	}
	first, size := utf8.DecodeRuneInString(n.text)
	second, _ := utf8.DecodeRuneInString(n.text[size:])
	return unicode.IsLower(first) && !unicode.IsUpper(second) && second != '.' && second != ')'
}

// full reports whether a line is so long that the next word did not fit.
func full(l line, word, measure int) bool { return l.indent+l.width+1+word > measure }

// firstWord returns the number of characters in a line's first word.
func (r *reading) firstWord(l line) int {
	b := r.src[l.start:min(l.end, l.start+200)]
	if i := bytes.IndexAny(b, " \t"); i >= 0 {
		b = b[:i]
	}
	return utf8.RuneCount(b)
}

// pair reports whether unit i and the next may be lines of one paragraph. Lines far
// from the margin, of tables, and without letters are none; nor do numbers and
// bullets go on with a line.
func (r *reading) pair(i int) bool {
	const margin = 12
	u, n := r.units[i], r.units[i+1]
	l := u.lines[0]
	return !n.gap && !n.bulleted() && !n.labelled() && u.indent < margin && letters(u.text) > 0 && bytes.IndexByte(r.src[l.start:l.end], '\t') < 0
}

// measure returns the width at which the text breaks its lines, and whether it
// does so at all: nearly every line that another follows without a gap would
// have become too long with that line's first word.
func (r *reading) measure() (int, bool) {
	const narrowest, widest = 38, 130
	pairs := 0
	var counts [widest + 2]int
	for i := 0; i+1 < len(r.units); i++ {
		if !r.pair(i) {
			continue
		}
		l := r.units[i].lines[0]
		pairs++
		counts[min(l.indent+l.width, widest+1)]++
	}
	if pairs < 3 || counts[widest+1]*20 > pairs {
		return 0, false
	}
	measure := 0
	for w, n := range counts[:widest+1] {
		if n > 0 {
			measure = w
		}
	}
	if measure < narrowest {
		return 0, false
	}
	fitting := 0
	for i := 0; i+1 < len(r.units); i++ {
		if n := r.units[i+1]; r.pair(i) && full(r.units[i].lines[0], r.firstWord(n.lines[0]), measure-6) {
			fitting++
		}
	}
	return measure - 6, fitting*10 >= pairs*6
}
