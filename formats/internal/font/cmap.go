package font

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// The two maps by which a reader of the PDF understands codes: to character
// identifiers (ISO 32000-1, 9.7.5) and to characters (9.10.3).

// CMap returns the name of the map from codes to character identifiers, both of
// which are the same number, and the map itself where it must be embedded: of
// two bytes PDF has a map of its own. That of one byte has the name that
// Ghostscript has made known for it.
func (e *Encoding) CMap() (name string, embedded []byte) {
	if e.wide {
		return "Identity-H", nil
	}
	name = "OneByteIdentityH"
	var b bytes.Buffer
	cmapHead(&b, "Identity", name, 1)
	e.codespace(&b)
	b.WriteString("1 begincidrange\n<00> <FF> 0\nendcidrange\n")
	return name, cmapFoot(&b)
}

// ToUnicode returns the map from codes to characters. Codes that stand for
// nothing, because another glyph of their cluster stands for all of its
// characters, map to the characters of silent.
func (e *Encoding) ToUnicode(silent string) []byte {
	var b bytes.Buffer
	cmapHead(&b, "UCS", "Adobe-Identity-UCS", 2)
	e.codespace(&b)
	signs := e.sorted()
	for len(signs) > 0 {
		n := min(len(signs), 100) // the most that a block may have
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, s := range signs[:n] {
			if e.wide {
				fmt.Fprintf(&b, "<%04X> <", s.code)
			} else {
				fmt.Fprintf(&b, "<%02X> <", s.code)
			}
			text := s.text
			if text == "" {
				text = silent
			}
			for _, u := range utf16.Encode([]rune(text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
		signs = signs[n:]
	}
	return cmapFoot(&b)
}

// codespace writes how many bytes codes have.
func (e *Encoding) codespace(b *bytes.Buffer) {
	width := 2
	if e.wide {
		width = 4
	}
	fmt.Fprintf(b, "1 begincodespacerange\n<%0*X> <%X>\nendcodespacerange\n", width, 0, 1<<(4*width)-1)
}

func cmapHead(b *bytes.Buffer, ordering, name string, kind int) {
	fmt.Fprintf(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (%s) /Supplement 0>> def\n"+
		"/CMapName /%s def\n/CMapType %d def\n", ordering, name, kind)
}

func cmapFoot(b *bytes.Buffer) []byte {
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
