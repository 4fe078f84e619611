package verify

import (
	"iter"
	"reflect"
	"strings"
	"sync"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// Fonts (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11). Programs in TrueType are
// read; those in Type 1 and CFF are only looked for.

// pdfFont is a font that shows text.
type pdfFont struct {
	dict       pdfobject.Dict
	name       string
	subtype    pdfobject.Name
	cid        pdfobject.Dict // the descendant of a composite font
	descriptor pdfobject.Dict
	program    *trueType
	embedded   bool
	unicode    *cmap // ToUnicode
	encoding   *cmap // an embedded CMap
	widths     map[int]float64
	missing    float64 // the width of codes without one
	glyphs     []byte  // CIDToGIDMap; nil is the identity

	// used says how each code is shown.
	used usages

	// findings are what was found in reading the font, counts how many.
	findings diag.List
	counts   map[string]int
}

// usage is how a code is shown, summed up over the file.
type usage struct{ shown, invisible, actual, formula, silent bool }

// usages are those of all codes of two bytes, in tables by the first of them:
// the codes of a font lie close together, but not always low.
type usages struct{ tables [256]*[256]usage }

// note notes that a code is shown.
func (s *usages) note(code int, u usage) {
	t := s.tables[code>>8&255]
	if t == nil {
		t = &[256]usage{}
		s.tables[code>>8&255] = t
	}
	u.shown = true
	if old := t[code&255]; old.shown {
		u.invisible = u.invisible && old.invisible
		u.actual = u.actual && old.actual
		u.silent = u.silent && old.silent
		u.formula = u.formula || old.formula
	}
	t[code&255] = u
}

// all ranges over the codes that are shown, in their order.
func (s *usages) all() iter.Seq2[int, usage] {
	return func(yield func(int, usage) bool) {
		for high, t := range s.tables {
			if t == nil {
				continue
			}
			for low, u := range t {
				if u.shown && !yield(high<<8|low, u) {
					return
				}
			}
		}
	}
}

// none reports whether no code is shown.
func (s *usages) none() bool { return s.tables == [256]*[256]usage{} }

// fontLibrary holds the fonts that have been read, for several checkers.
type fontLibrary struct {
	mu    sync.Mutex
	fonts map[pdfobject.Ref]*pdfFont
}

// read returns the font of a key, which c reads if it is the first to ask.
func (l *fontLibrary) read(c *pdfChecker, key pdfobject.Ref, d pdfobject.Dict) *pdfFont {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := l.fonts[key]
	if f == nil {
		own := c.fork(c.File)
		f = own.readFont(d)
		f.findings, f.counts = own.findings, own.counts
		if l.fonts == nil {
			l.fonts = map[pdfobject.Ref]*pdfFont{}
		}
		l.fonts[key] = f
	}
	return f
}

// font returns the font that a resource is.
func (c *pdfChecker) font(o pdfobject.Object) *pdfFont {
	d, ok := c.Dict(o)
	if !ok {
		return nil
	}
	// Fonts that stand in the resources themselves are told apart by their
	// place in memory.
	key, ok := o.(pdfobject.Ref)
	if !ok {
		key = pdfobject.Ref{Number: -1, Generation: int(reflect.ValueOf(d).Pointer())}
	}
	if f := c.fonts[key]; f != nil {
		return f
	}
	f := *c.library.read(c, key, d) // what it shows is noted batch by batch
	c.fonts[key] = &f
	return &f
}

func (c *pdfChecker) readFont(d pdfobject.Dict) *pdfFont {
	f := &pdfFont{dict: d, widths: map[int]float64{}}
	f.subtype, _ = c.Name(d["Subtype"])
	base, _ := c.Name(d["BaseFont"])
	c.legible(base)
	f.name = string(base)
	owner := d
	if f.subtype == "Type0" {
		down, _ := c.Array(d["DescendantFonts"])
		if len(down) > 0 {
			f.cid, _ = c.Dict(down[0])
		}
		owner = f.cid
		if s, ok := c.Stream(d["Encoding"]); ok {
			data, _ := c.Data(s)
			f.encoding = readCMap(data)
		}
		c.cidWidths(f)
		if s, ok := c.Stream(f.cid["CIDToGIDMap"]); ok {
			f.glyphs, _ = c.Data(s)
			if f.glyphs == nil {
				f.glyphs = []byte{}
			}
		}
	} else {
		firstCode, _ := c.Integer(d["FirstChar"])
		list, _ := c.Array(d["Widths"])
		for i, w := range list {
			f.widths[firstCode+i], _ = c.Number(w)
		}
	}
	f.descriptor, _ = c.Dict(owner["FontDescriptor"])
	for _, k := range []pdfobject.Name{"FontFile", "FontFile2", "FontFile3"} {
		if s, ok := c.Stream(f.descriptor[k]); ok {
			f.embedded = true
			data, err := c.Data(s)
			if k == "FontFile2" && err == nil {
				if f.program = readTrueType(data); f.program == nil {
					c.structural("font", "the font program of %s is broken", f.name)
				}
			}
		}
	}
	if s, ok := c.Stream(d["ToUnicode"]); ok {
		data, _ := c.Data(s)
		f.unicode = readCMap(data)
	}
	return f
}

// cidWidths reads the W array (9.7.4.3).
func (c *pdfChecker) cidWidths(f *pdfFont) {
	f.missing = 1000
	if v, ok := c.Number(f.cid["DW"]); ok {
		f.missing = v
	}
	w, _ := c.Array(f.cid["W"])
	for len(w) >= 2 {
		from, _ := c.Integer(w[0])
		if list, ok := c.Array(w[1]); ok {
			for i, v := range list {
				f.widths[from+i], _ = c.Number(v)
			}
			w = w[2:]
			continue
		}
		if len(w) < 3 {
			return
		}
		to, _ := c.Integer(w[1])
		v, _ := c.Number(w[2])
		for cid := max(from, 0); cid <= min(to, 65535); cid++ {
			f.widths[cid] = v
		}
		w = w[3:]
	}
}

// show notes the codes of a string.
func (f *pdfFont) show(s string, u usage) {
	if f.subtype != "Type0" {
		for i := range len(s) {
			f.used.note(int(s[i]), u)
		}
		return
	}
	for code, n := f.next(s); n > 0; code, n = f.next(s) {
		f.used.note(code, u)
		s = s[n:]
	}
}

// next returns the first code of a string of a composite font and how many
// bytes it takes: two, unless the font's CMap knows codes of one; 0 at the end.
func (f *pdfFont) next(s string) (code, n int) {
	switch {
	case len(s) > 0 && f.encoding != nil && f.encoding.single[s[0]]:
		return int(s[0]), 1
	case len(s) > 1:
		return int(s[0])<<8 | int(s[1]), 2
	}
	return 0, 0
}

// read returns the characters of a string.
func (f *pdfFont) read(s string) string {
	if f.unicode == nil {
		return ""
	}
	var b strings.Builder
	if f.subtype != "Type0" {
		for i := range len(s) {
			b.WriteString(string(f.unicode.text[int(s[i])]))
		}
		return b.String()
	}
	for code, n := f.next(s); n > 0; code, n = f.next(s) {
		b.WriteString(string(f.unicode.text[code]))
		s = s[n:]
	}
	return b.String()
}

// selects reports whether it is known which identifiers the codes stand for.
func (c *pdfChecker) selects(f *pdfFont) bool {
	n, _ := c.Name(f.dict["Encoding"])
	return n == "Identity-H" || n == "Identity-V" || f.encoding != nil && f.encoding.uses == ""
}

// identifier returns the character identifier of a code of a composite font: 0
// for one that the font's CMap does not know.
func (f *pdfFont) identifier(code int) int {
	if f.encoding == nil {
		return code
	}
	return f.encoding.ids[code]
}

// glyph returns the glyph of a character of a composite font, 0 for none.
func (f *pdfFont) glyph(cid int) int {
	if f.glyphs == nil {
		return cid
	}
	if 2*cid+1 >= len(f.glyphs) {
		return 0
	}
	return int(f.glyphs[2*cid])<<8 | int(f.glyphs[2*cid+1])
}
