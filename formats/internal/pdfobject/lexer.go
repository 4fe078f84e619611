package pdfobject

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The lexical rules of ISO 32000-1, 7.2 and 7.3.

// maxDepth bounds the nesting of arrays and dictionaries. Real files stay
// below ten; annex C of the standard sets no limit.
const maxDepth = 64

var errSyntax = errors.New("pdfobject: syntax error")

func syntax(at int, format string, args ...any) error {
	return fmt.Errorf("%w at offset %d: %s", errSyntax, at, fmt.Sprintf(format, args...))
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// irregular marks white space and delimiters.
var irregular = func() (t [256]bool) {
	for c := range t {
		t[c] = space(byte(c)) || delimiter(byte(c))
	}
	return t
}()

func regular(c byte) bool { return !irregular[c] }

// lexer reads objects from data, beginning at pos.
type lexer struct {
	data []byte
	pos  int
	// refs says whether "1 0 R" is a reference: not so in content streams.
	refs bool
	// lent says that an array which stands in nothing else is good only until
	// the next one is read; it is read into loan.
	lent bool
	loan Array
}

// skip moves over white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case space(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func (l *lexer) done() bool {
	l.skip()
	return l.pos >= len(l.data)
}

// word reads a run of regular characters.
func (l *lexer) word() string { return string(l.run()) }

// run is word without a copy.
func (l *lexer) run() []byte {
	from := l.pos
	for l.pos < len(l.data) && regular(l.data[l.pos]) {
		l.pos++
	}
	return l.data[from:l.pos]
}

// keyword reports whether the next word is w, and moves behind it if so.
func (l *lexer) keyword(w string) bool {
	l.skip()
	from := l.pos
	if string(l.run()) == w {
		return true
	}
	l.pos = from
	return false
}

// keyword that is no object, such as an operator.
type bareWord string

func (bareWord) object() {}

// object reads one object; a word that is no object comes as a bareWord.
func (l *lexer) object(depth int) (Object, error) {
	if depth > maxDepth {
		return nil, syntax(l.pos, "nested more than %d deep", maxDepth)
	}
	if l.done() {
		return nil, syntax(l.pos, "the end comes early")
	}
	switch c := l.data[l.pos]; c {
	case '/':
		return l.name(), nil
	case '(':
		return l.literal()
	case '[':
		return l.array(depth)
	case '<':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
			return l.dict(depth)
		}
		return l.hex()
	case ')', '>', ']', '{', '}':
		at := l.pos
		l.pos++
		return nil, syntax(at, "unexpected %q", c)
	}
	at := l.pos
	w := l.run()
	if c := w[0]; c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
		if o, ok := words[string(w)]; ok {
			return o, nil
		}
		return bareWord(w), nil
	}
	n, ok := number(w)
	if !ok {
		return bareWord(w), nil
	}
	if i, whole := n.(Integer); whole && l.refs && i >= 0 && data09(l.data, at) {
		if r, ok := l.reference(i); ok {
			return r, nil
		}
	}
	return n, nil
}

// words are the words that files are full of, so that each is made once.
var words = func() map[string]Object {
	m := map[string]Object{"true": Boolean(true), "false": Boolean(false), "null": Null{}}
	for w := range strings.FieldsSeq("BDC EMC BT ET Td Tm Tf TJ Tj Tc Tz Ts rg RG g G re f S m l c h w J j d q Q cm Do n W obj endobj stream endstream R") {
		m[w] = bareWord(w)
	}
	return m
}()

// small are the numbers that files are full of.
var small = func() (t [2048]Object) {
	for i := range t {
		t[i] = Integer(i - len(t)/2)
	}
	return t
}()

func data09(b []byte, at int) bool { return b[at] >= '0' && b[at] <= '9' }

// reference reads the rest of "n g R", or moves nowhere.
func (l *lexer) reference(n Integer) (Ref, bool) {
	from := l.pos
	l.skip()
	if l.pos < len(l.data) && data09(l.data, l.pos) {
		if g, ok := number(l.run()); ok {
			if g, whole := g.(Integer); whole && l.keyword("R") && n <= maxNumber && g <= 65535 {
				return Ref{int(n), int(g)}, true
			}
		}
	}
	l.pos = from
	return Ref{}, false
}

// tens are the powers of ten up to 10¹⁵.
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// number reads a number as leniently as other readers do: "4.", "-.5", "+7".
func number(w []byte) (Object, bool) {
	digits, decimals, point, v := 0, 0, false, int64(0)
	for i, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
			if point {
				decimals++
			}
			v = 10*v + int64(c-'0')
		case c == '.' && !point:
			point = true
		case (c == '+' || c == '-') && i == 0:
		default:
			return nil, false
		}
	}
	if digits == 0 {
		return nil, false
	}
	if w[0] == '-' {
		v = -v
	}
	switch at := v + int64(len(small))/2; {
	case point || digits > 18:
	case at >= 0 && at < int64(len(small)):
		return small[at], true
	default:
		return Integer(v), true
	}
	if point && digits <= 15 {
		// Both are exact, so that the quotient is rounded once and right.
		return Real(float64(v) / tens[decimals]), true
	}
	if !point {
		if v, err := strconv.ParseInt(string(w), 10, 64); err == nil {
			return Integer(v), true
		}
	}
	f, err := strconv.ParseFloat(string(w), 64)
	if err != nil || math.IsInf(f, 0) {
		return nil, false
	}
	return Real(f), true
}

func (l *lexer) name() Name {
	l.pos++
	w := l.word()
	for i := range len(w) {
		if w[i] == '#' {
			return unescape(w)
		}
	}
	return Name(w)
}

func unescape(w string) Name {
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			hi, lo := nibble(w[i+1]), nibble(w[i+2])
			if hi >= 0 && lo >= 0 {
				b = append(b, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		b = append(b, w[i])
	}
	return Name(b)
}

func nibble(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// longLiteral bounds how far is looked for the end of a string that holds
// nothing special.
const longLiteral = 256

// literal reads a string in round brackets (7.3.4.2).
func (l *lexer) literal() (Object, error) {
	at := l.pos
	l.pos++
	for i, c := range l.data[l.pos:min(l.pos+longLiteral, len(l.data))] {
		if c == ')' {
			s := String(l.data[l.pos : l.pos+i])
			l.pos += i + 1
			return s, nil
		}
		if c == '(' || c == '\\' || c == '\r' {
			break
		}
	}
	var b []byte
	open := 1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(b), nil
			}
		case '\r': // an end of line is one line feed
			if l.pos < len(l.data) && l.data[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			var ok bool
			if c, ok = l.escape(); !ok {
				continue
			}
		}
		b = append(b, c)
	}
	return nil, syntax(at, "a string has no end")
}

// escape reads what follows a reverse solidus; ok is false where it stands for
// nothing, at the end of a line.
func (l *lexer) escape() (c byte, ok bool) {
	if l.pos >= len(l.data) {
		return 0, false
	}
	c = l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\n':
		return 0, false
	case '\r':
		if l.pos < len(l.data) && l.data[l.pos] == '\n' {
			l.pos++
		}
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, true
	}
	v := c - '0'
	for range 2 {
		if l.pos >= len(l.data) || l.data[l.pos] < '0' || l.data[l.pos] > '7' {
			break
		}
		v = v<<3 | (l.data[l.pos] - '0') // overflow is ignored, as the clause says
		l.pos++
	}
	return v, true
}

func (l *lexer) hex() (Object, error) {
	at := l.pos
	l.pos++
	var b []byte
	half := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			if half >= 0 {
				b = append(b, byte(half<<4))
			}
			return String(b), nil
		}
		n := nibble(c)
		switch {
		case n < 0 && space(c):
		case n < 0:
			return nil, syntax(l.pos-1, "%q in a hexadecimal string", c)
		case half < 0:
			half = n
		default:
			b = append(b, byte(half<<4|n))
			half = -1
		}
	}
	return nil, syntax(at, "a string has no end")
}

func (l *lexer) array(depth int) (Object, error) {
	at := l.pos
	l.pos++
	a := Array{}
	if lent := l.lent && depth == 0; lent {
		a = l.loan[:0]
		defer func() { l.loan = a }()
	}
	for !l.done() {
		if l.data[l.pos] == ']' {
			l.pos++
			return a, nil
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if w, bare := o.(bareWord); bare {
			return nil, syntax(l.pos, "%q in an array", string(w))
		}
		a = append(a, o)
	}
	return nil, syntax(at, "an array has no end")
}

func (l *lexer) dict(depth int) (Object, error) {
	at := l.pos
	l.pos += 2
	d := Dict{}
	for !l.done() {
		if l.data[l.pos] == '>' {
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '>' {
				l.pos += 2
				return d, nil
			}
			return nil, syntax(l.pos, "unexpected '>'")
		}
		if l.data[l.pos] != '/' {
			return nil, syntax(l.pos, "a dictionary's key is no name")
		}
		k := l.name()
		v, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if w, bare := v.(bareWord); bare {
			return nil, syntax(l.pos, "%q in a dictionary", string(w))
		}
		if _, ok := v.(Null); !ok {
			d[k] = v
		}
	}
	return nil, syntax(at, "a dictionary has no end")
}
