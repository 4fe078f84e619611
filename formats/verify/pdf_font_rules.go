package verify

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Rules about fonts and the glyphs that are shown (ISO 14289-1, 7.21; ISO
// 19005-3, 6.2.11).

// predefinedCMaps are those of ISO 32000-1, table 118.
const predefinedCMaps = " Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V" +
	" GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V" +
	" ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H" +
	" 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V" +
	" UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H" +
	" KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V "

func isPredefined(n string) bool { return n != "" && strings.Contains(predefinedCMaps, " "+n+" ") }

// both reports a rule that PDF/UA and PDF/A share.
func (c *pdfChecker) both(condition, clause, format string, args ...any) {
	c.ua(condition, format, args...)
	c.archive(clause, format, args...)
}

// fontKeys returns the keys of the fonts in their order.
func (c *pdfChecker) fontKeys() []pdfobject.Ref {
	return slices.SortedFunc(maps.Keys(c.fonts), func(a, b pdfobject.Ref) int {
		if a.Number != b.Number {
			return a.Number - b.Number
		}
		return strings.Compare(c.fonts[a].name, c.fonts[b].name)
	})
}

// fontRules checks the fonts that show text.
func (c *pdfChecker) fontRules() {
	for _, k := range c.fontKeys() {
		f := c.fonts[k]
		c.add(f.findings, f.counts)
		visible := false
		for _, u := range f.used.all() {
			visible = visible || !u.invisible
		}
		if f.used.none() {
			continue
		}
		switch f.subtype {
		case "Type0", "Type1", "MMType1", "TrueType", "Type3":
		default:
			c.archive("6.2.11.2", "the font %s is of the kind %s", f.name, f.subtype)
		}
		if f.dict["Type"] != pdfobject.Name("Font") || f.name == "" && f.subtype != "Type3" {
			c.archive("6.2.11.2", "a font dictionary says neither that it is one nor its name")
		}
		c.fontEntries(f)
		if visible && !f.embedded && f.subtype != "Type3" {
			c.both("31-009", "6.2.11.4.1", "the font %s is not embedded", f.name)
		}
		if f.subtype == "Type0" {
			c.composite(f)
		} else if f.subtype == "TrueType" {
			c.simpleTrueType(f)
		}
		c.glyphRules(f)
		c.unicodeRules(f)
	}
}

// composite checks a composite font's dictionaries and CMaps.
func (c *pdfChecker) composite(f *pdfFont) {
	if f.cid["Subtype"] == pdfobject.Name("CIDFontType2") && f.embedded {
		switch m := c.Resolve(f.cid["CIDToGIDMap"]).(type) {
		case pdfobject.Null:
			c.both("31-005", "6.2.11.3.2", "the font %s does not say which glyph a character is", f.name)
		case *pdfobject.Stream:
		default:
			if m != pdfobject.Object(pdfobject.Name("Identity")) {
				c.both("31-004", "6.2.11.3.2", "the font %s does not say which glyph a character is", f.name)
			}
		}
	}
	c.cidSet(f)
	if n, ok := c.Name(f.dict["Encoding"]); ok {
		if !isPredefined(string(n)) {
			c.both("31-006", "6.2.11.3.3", "the font %s has the unknown CMap %s", f.name, n)
		}
		return
	}
	s, ok := c.Stream(f.dict["Encoding"])
	if !ok {
		c.both("31-006", "6.2.11.3.3", "the font %s has no CMap", f.name)
		return
	}
	mode, _ := c.Integer(s.Dict["WMode"])
	if f.encoding.writingMode != mode {
		c.both("31-007", "6.2.11.3.3", "the CMap of %s and its dictionary differ in the writing mode", f.name)
	}
	used := f.encoding.uses
	if n, ok := c.Name(s.Dict["UseCMap"]); ok {
		used = string(n)
	} else if u, ok := c.Stream(s.Dict["UseCMap"]); ok {
		n, _ := c.Name(u.Dict["CMapName"])
		used = string(n)
	}
	if used != "" && !isPredefined(used) {
		c.both("31-008", "6.2.11.3.3", "the CMap of %s builds on the unknown %s", f.name, used)
	}
	have, _ := c.Dict(f.cid["CIDSystemInfo"])
	want, _ := c.Dict(s.Dict["CIDSystemInfo"])
	for _, k := range []struct {
		key       pdfobject.Name
		condition string
	}{{"Registry", "31-001"}, {"Ordering", "31-002"}} {
		a, _ := c.String(have[k.key])
		b, _ := c.String(want[k.key])
		if a != b {
			c.both(k.condition, "6.2.11.3.1", "the font %s and its CMap differ in %s: %q and %q", f.name, k.key, a.Text(), b.Text())
		}
	}
	a, _ := c.Integer(have["Supplement"])
	b, _ := c.Integer(want["Supplement"])
	if a < b {
		c.both("31-003", "6.2.11.3.1", "the CMap of %s is of a later supplement than the font", f.name)
	}
}

// cidSet checks that a CIDSet lists just the glyphs that are there.
func (c *pdfChecker) cidSet(f *pdfFont) {
	s, ok := c.Stream(f.descriptor["CIDSet"])
	if !ok || f.program == nil {
		return
	}
	set, _ := c.Data(s)
	for cid := 1; cid < 65536; cid++ {
		gid := f.glyph(cid)
		there := gid > 0 && gid < f.program.glyphs
		listed := cid/8 < len(set) && set[cid/8]&(0x80>>(cid%8)) != 0
		if there && !listed {
			c.both("31-014", "6.2.11.4.2", "the CIDSet of %s leaves out glyphs", f.name)
			return
		}
		if listed && !there {
			c.both("31-015", "6.2.11.4.2", "the CIDSet of %s lists glyphs that are not there", f.name)
			return
		}
	}
}

// glyphRules checks each glyph that is shown: it is there, is not the one for
// missing characters, and has the width that the dictionary says.
func (c *pdfChecker) glyphRules(f *pdfFont) {
	p := f.program
	if p == nil || f.subtype == "Type0" && (!c.selects(f) || f.glyphs == nil && c.Resolve(f.cid["CIDToGIDMap"]) != pdfobject.Object(pdfobject.Name("Identity"))) {
		return // which glyphs are shown cannot be told
	}
	for code, u := range f.used.all() {
		if u.invisible {
			continue
		}
		gid, width, hasWidth, id := 0, f.missing, true, code
		if f.subtype == "Type0" {
			id = f.identifier(code)
			gid = f.glyph(id)
		} else {
			gid = c.simpleGlyph(f, code)
			_, hasWidth = f.widths[code]
		}
		if w, ok := f.widths[id]; ok {
			width = w
		}
		if gid == 0 {
			c.both("31-030", "6.2.11.8", "the font %s shows a gap for the code %#x", f.name, code)
			continue
		}
		if gid >= p.glyphs {
			c.both("31-011", "6.2.11.4.1", "the font %s has no glyph for the code %#x", f.name, code)
			continue
		}
		if d := p.width(gid) - width; hasWidth && (d > 1 || d < -1) {
			c.both("31-016", "6.2.11.5", "the font %s: the code %#x is %g wide in the dictionary and %g in the program", f.name, code, width, p.width(gid))
		}
	}
}

// unicodeRules checks that what is shown can be read.
func (c *pdfChecker) unicodeRules(f *pdfFont) {
	if f.unicode == nil {
		if !c.speaks(f) {
			c.ua("31-027", "the font %s does not say which characters its glyphs stand for", f.name)
			c.archiveLevel(Mapped, "6.2.11.7.2", "the font %s does not say which characters its glyphs stand for", f.name)
		}
		return
	}
	mapped := Mapped
	if c.part == 4 { // a font need not have the map, but the map must be right
		mapped = Archival
	}
	for _, code := range slices.Sorted(maps.Keys(f.unicode.text)) {
		for _, r := range f.unicode.text[code] {
			switch r {
			case 0:
				c.ua("31-028", "the font %s: the code %#x stands for U+0000", f.name, code)
				c.archiveLevel(mapped, "6.2.11.7.2", "the font %s: the code %#x stands for U+0000", f.name, code)
			case 0xFEFF, 0xFFFE:
				c.ua("31-029", "the font %s: the code %#x stands for U+%X", f.name, code, r)
				c.archiveLevel(mapped, "6.2.11.7.2", "the font %s: the code %#x stands for U+%X", f.name, code, r)
			}
		}
	}
	for code, u := range f.used.all() {
		text, ok := f.unicode.text[code]
		if !ok && !(f.subtype != "Type0" && c.speaks(f)) {
			c.ua("10-001", "the font %s: the code %#x stands for no character", f.name, code)
			if u.formula {
				c.ua("17-003", "the font %s: the code %#x in a formula stands for no character", f.name, code)
			}
			c.archiveLevel(Mapped, "6.2.11.7.2", "the font %s: the code %#x stands for no character", f.name, code)
		}
		for _, r := range text {
			if unicode.Is(unicode.Co, r) && !u.actual {
				c.archiveLevel(Tagged, "6.2.11.7.3", "the font %s: the code %#x stands for the private character %U", f.name, code, r)
				if !u.silent {
					c.ua2("8.4.3", "the font %s: the code %#x stands for the private character %U", f.name, code, r)
				}
			}
		}
	}
}

// speaks reports whether a font without ToUnicode tells its characters another
// way (ISO 14289-1, 7.21.7). Glyph names are taken on trust.
func (c *pdfChecker) speaks(f *pdfFont) bool {
	name := func(o pdfobject.Object) bool {
		n, _ := c.Name(o)
		return n == "WinAnsiEncoding" || n == "MacRomanEncoding" || n == "MacExpertEncoding"
	}
	switch f.subtype {
	case "Type0":
		info, _ := c.Dict(f.cid["CIDSystemInfo"])
		o, _ := c.String(info["Ordering"])
		r, _ := c.String(info["Registry"])
		return r == "Adobe" && (o == "GB1" || o == "CNS1" || o == "Japan1" || o == "Korea1")
	case "Type1", "MMType1", "Type3":
		return true
	case "TrueType":
		if !c.symbolic(f) {
			return true
		}
	}
	d, _ := c.Dict(f.dict["Encoding"])
	return name(f.dict["Encoding"]) || name(d["BaseEncoding"])
}
