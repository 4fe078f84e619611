package font

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// ToUnicodeCMap returns the stream by which a PDF reader turns codes back into
// characters (ISO 32000-2, 9.10.3), to be put in the place of fpdf's identity.
// Codes that stand for nothing, because another glyph of their cluster stands
// for all of its characters, map to an empty string.
func (e *Encoding) ToUnicodeCMap() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	codes := e.sorted()
	for len(codes) > 0 {
		n := min(len(codes), 100) // the most that a block may have
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, c := range codes[:n] {
			fmt.Fprintf(&b, "<%04X> <", c)
			for _, u := range utf16.Encode([]rune(e.used[c].text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
		codes = codes[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
