package font

import (
	"cmp"
	"strings"
	"unicode/utf16"
)

// readNames finds family, style and PostScript name, in English where the file
// speaks several languages. A file without names gets its caller's.
func (f *Face) readNames() {
	names := readNames(f.tables["name"])
	f.family = cmp.Or(names[16], names[1], f.name)
	f.style = cmp.Or(names[17], names[2], "Regular")
	f.postScript = postScriptName(cmp.Or(names[6], f.family+"-"+f.style))
}

// readNames returns the Windows English strings of a name table by their
// number.
func readNames(b []byte) map[uint16]string {
	names := map[uint16]string{}
	if len(b) < 6 {
		return names
	}
	strs := int(order.Uint16(b[4:]))
	for i := range int(order.Uint16(b[2:])) {
		at := 6 + 12*i
		if at+12 > len(b) {
			break
		}
		r := b[at:]
		if order.Uint16(r) != 3 || order.Uint16(r[2:]) != 1 || order.Uint16(r[4:]) != 0x409 {
			continue
		}
		from := strs + int(order.Uint16(r[10:]))
		to := from + int(order.Uint16(r[8:]))
		if to > len(b) {
			continue
		}
		units := make([]uint16, 0, (to-from)/2)
		for s := b[from:to]; len(s) >= 2; s = s[2:] {
			units = append(units, order.Uint16(s))
		}
		names[order.Uint16(r[6:])] = string(utf16.Decode(units))
	}
	return names
}

// postScriptName keeps what a PostScript name may hold: at most 63 printable
// ASCII characters, no delimiters.
func postScriptName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7F || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, s)
	if s == "" {
		s = "Unnamed"
	}
	return s[:min(len(s), 63)]
}
