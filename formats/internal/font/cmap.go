package font

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// The two maps by which a reader of the PDF understands codes: to character
// identifiers (ISO 32000-1, 9.7.5) and to characters (9.10.3).

// CMapName returns the name of the map that [Encoding.CMap] returns. Encodings
// with the same name share their map.
func (e *Encoding) CMapName() string { return fmt.Sprintf("Quire-%d", e.leads()) }

// CMap returns the map from codes to character identifiers.
func (e *Encoding) CMap() []byte {
	leads := e.leads()
	var b bytes.Buffer
	cmapHead(&b, "Identity", e.CMapName(), 1)
	e.codespace(&b)
	fmt.Fprintf(&b, "%d begincidrange\n<00> <%02X> 0\n", leads+1, 255-leads)
	for lead := 256 - leads; lead < 256; lead++ {
		fmt.Fprintf(&b, "<%02X00> <%02XFF> %d\n", lead, lead, cid(uint16(lead)<<8, leads))
	}
	b.WriteString("endcidrange\n")
	return cmapFoot(&b)
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
			if s.code > 0xFF {
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

// codespace writes which bytes begin codes of how many.
func (e *Encoding) codespace(b *bytes.Buffer) {
	leads := e.leads()
	if leads == 0 {
		b.WriteString("1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
		return
	}
	fmt.Fprintf(b, "2 begincodespacerange\n<00> <%02X>\n<%02X00> <FFFF>\nendcodespacerange\n", 255-leads, 256-leads)
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
