package verify

import (
	"unicode/utf16"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// cmap is a CMap file (ISO 32000-1, 9.7.5 and 9.10.3): what its codes stand
// for, and what it says of itself.
type cmap struct {
	text        map[int][]rune
	ids         map[int]int // character identifiers
	single      [256]bool   // the codes of one byte
	writingMode int
	uses        string
}

// maxMapped bounds the entries of a CMap: there are 65,536 codes of two bytes.
const maxMapped = 1 << 17

// readCMap reads a CMap. Its PostScript is regular enough to be read like a
// content stream.
func readCMap(data []byte) *cmap {
	m := &cmap{text: map[int][]rune{}, ids: map[int]int{}}
	_ = pdfobject.Operators(data, func(op pdfobject.Operator) bool {
		args := op.Operands
		switch op.Name {
		case "endbfchar":
			for ; len(args) >= 2; args = args[2:] {
				code, ok1 := args[0].(pdfobject.String)
				to, ok2 := args[1].(pdfobject.String)
				if ok1 && ok2 {
					m.set(number(code), characters(to))
				}
			}
		case "endbfrange":
			for ; len(args) >= 3; args = args[3:] {
				m.setRange(args[0], args[1], args[2])
			}
		case "endcodespacerange":
			for ; len(args) >= 2; args = args[2:] {
				first, ok1 := args[0].(pdfobject.String)
				last, ok2 := args[1].(pdfobject.String)
				if ok1 && ok2 && len(first) == 1 && len(last) == 1 {
					for c := int(first[0]); c <= int(last[0]); c++ {
						m.single[c] = true
					}
				}
			}
		case "endcidchar":
			for ; len(args) >= 2; args = args[2:] {
				m.identify(args[0], args[0], args[1])
			}
		case "endcidrange":
			for ; len(args) >= 3; args = args[3:] {
				m.identify(args[0], args[1], args[2])
			}
		case "usecmap":
			if n := len(args); n > 0 {
				name, _ := args[n-1].(pdfobject.Name)
				m.uses = string(name)
			}
		case "def":
			if n := len(args); n >= 2 && args[n-2] == pdfobject.Object(pdfobject.Name("WMode")) {
				v, _ := args[n-1].(pdfobject.Integer)
				m.writingMode = int(v)
			}
		}
		return len(m.text) < maxMapped && len(m.ids) < maxMapped
	})
	return m
}

func (m *cmap) set(code int, to []rune) {
	if len(m.text) < maxMapped {
		m.text[code] = to
	}
}

func (m *cmap) setRange(first, last, to pdfobject.Object) {
	a, ok1 := first.(pdfobject.String)
	b, ok2 := last.(pdfobject.String)
	if !ok1 || !ok2 {
		return
	}
	from, end := number(a), min(number(b), number(a)+65535)
	switch to := to.(type) {
	case pdfobject.String:
		runes := characters(to)
		for code := from; code <= end; code++ {
			r := append([]rune(nil), runes...)
			if n := len(r); n > 0 {
				r[n-1] += rune(code - from)
			}
			m.set(code, r)
		}
	case pdfobject.Array:
		for i, v := range to {
			if s, ok := v.(pdfobject.String); ok && from+i <= end {
				m.set(from+i, characters(s))
			}
		}
	}
}

// identify gives the codes from first to last the identifiers from id on.
func (m *cmap) identify(first, last, id pdfobject.Object) {
	a, ok1 := first.(pdfobject.String)
	b, ok2 := last.(pdfobject.String)
	to, ok3 := id.(pdfobject.Integer)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	from := number(a)
	for code := from; code <= min(number(b), from+65535) && len(m.ids) < maxMapped; code++ {
		m.ids[code] = int(to) + code - from
	}
}

// number returns the bytes of a code as a number.
func number(s pdfobject.String) int {
	n := 0
	for i := range min(len(s), 4) {
		n = n<<8 | int(s[i])
	}
	return n
}

// characters reads UTF-16.
func characters(s pdfobject.String) []rune {
	units := make([]uint16, 0, len(s)/2)
	for ; len(s) >= 2; s = s[2:] {
		units = append(units, uint16(s[0])<<8|uint16(s[1]))
	}
	return utf16.Decode(units)
}
