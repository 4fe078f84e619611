package font

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

// specimen is text in several settings, as a document would have it.
func specimen() []Run {
	var s Shaper
	serif := func(f Features, text string) Run { return s.Shape(text, Setting{Face: Serif.Face(), Features: f}) }
	plain := func(e Embedded, text string) Run { return s.Shape(text, Setting{Face: e.Face()}) }
	return []Run{
		serif(0, "AVATAR Ton office difficult fjord"),
		serif(SmallCaps, "nato and Nato"),
		serif(OldStyle|Proportional, "1999 in 0123456789"),
		serif(Lining|Tabular, "1234567890"),
		serif(Superiors, "1234567890"),
		serif(0, "é e\u0301 q\u0301 ǭ ½ № (a)"),
		plain(NotoSerif, "Ἐν ἀρχῇ ἦν ὁ λόγος"),
		serif(0, "Київ Белград"),
		plain(Sans, "Čačak ffi -> office"),
		plain(Code, "x := []byte{0}"),
		plain(NotoSansMath, "→ ⇒ ∑ ∫ ≤"),
		plain(NotoEmoji, "🙂👍🏽🇦🇱"),
	}
}

// painted is what a painter makes of runs.
type painted struct {
	pdf       []byte
	faces     []*Face
	encodings map[*Face]*Encoding
}

// paint writes each run as a line of a page, in the way that is described at
// the head of encoding.go.
func paint(t *testing.T, runs []Run) painted {
	t.Helper()
	p := painted{encodings: map[*Face]*Encoding{}}
	var lines []string
	for _, r := range runs {
		e := p.encodings[r.Face]
		if e == nil {
			e = NewEncoding(r.Face)
			p.encodings[r.Face] = e
			p.faces = append(p.faces, r.Face)
		}
		var b strings.Builder
		thousandths := func(units int32) int { return int(units) * 1000 / r.Face.Metrics().UnitsPerEm }
		for text, glyphs := range r.Clusters() {
			for _, g := range glyphs {
				code, ok := e.Code(g.ID, text)
				if !ok {
					t.Fatal("the encoding is full")
				}
				text = ""
				after := thousandths(int32(r.Face.Advance(g.ID)) + g.XOffset - g.Advance)
				fmt.Fprintf(&b, "%d <%04X> %d ", -thousandths(g.XOffset), code, after)
			}
		}
		lines = append(lines, b.String())
	}
	pdf := fpdf.New("P", "pt", "A5", "")
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false)
	for _, f := range p.faces {
		data, err := p.encodings[f].Bytes()
		if err != nil {
			t.Fatal(err)
		}
		pdf.AddUTF8FontFromBytes(f.Name(), "", data)
	}
	pdf.CreateTemplate(func(tpl *fpdf.Tpl) {
		for _, f := range p.faces {
			tpl.SetFont(f.Name(), "", 12)
			tpl.Text(0, 0, p.encodings[f].Text())
		}
	})
	pdf.AddPage()
	for i, r := range runs {
		pdf.SetFont(r.Face.Name(), "", 20)
		pdf.RawWriteStr(fmt.Sprintf("BT 40 %d Td [%s] TJ ET", 550-30*i, lines[i]))
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	p.pdf = out.Bytes()
	if name := os.Getenv("FONT_SPECIMEN"); name != "" { // to be looked at
		os.WriteFile(name, p.pdf, 0o644)
	}
	return p
}

// TestPDF holds fpdf to what the comment in encoding.go says of it: each code
// shows its glyph with its width, and nothing else is embedded.
func TestPDF(t *testing.T) {
	p := paint(t, specimen())
	for _, f := range p.faces {
		e := p.encodings[f]
		font := object(t, p.pdf, regexp.MustCompile(`/Subtype /Type0\n/BaseFont /utf8`+strings.ToLower(f.Name())+`\n`))
		cid := follow(t, p.pdf, font, "DescendantFonts [")
		gids := inflate(t, follow(t, p.pdf, cid, "CIDToGIDMap "))
		descriptor := follow(t, p.pdf, cid, "FontDescriptor ")
		file := inflate(t, follow(t, p.pdf, descriptor, "FontFile2 "))
		sub, err := Parse("embedded", file)
		if err != nil {
			t.Error(err)
			continue
		}
		widths := readWidths(t, cid)
		if len(widths) != e.Len() {
			t.Errorf("%v: %d widths for %d codes", f, len(widths), e.Len())
		}
		for code := range e.ToUnicode() {
			want := e.used[code].id
			got := GID(order.Uint16(gids[2*int(code):]))
			if !reflect.DeepEqual(sub.Outline(got), f.Outline(want)) {
				t.Errorf("%v: code %04X shows another glyph than %s", f, code, f.GlyphName(want))
			}
			if sub.Advance(got) != f.Advance(want) {
				t.Errorf("%v: code %04X: advance %d, want %d", f, code, sub.Advance(got), f.Advance(want))
			}
			// PDF/A: the same width in the PDF and in the font, to 1/1000 em.
			if d := widths[code]*f.Metrics().UnitsPerEm - 1000*f.Advance(want); d > f.Metrics().UnitsPerEm || -d > f.Metrics().UnitsPerEm {
				t.Errorf("%v: code %04X: width %d, advance %d", f, code, widths[code], f.Advance(want))
			}
		}
		m := f.Metrics()
		flags := 4 // symbolic: a character set of its own
		if m.FixedPitch {
			flags |= 1
		}
		for key, want := range map[string]int{
			"Ascent": m.Ascender * 1000 / m.UnitsPerEm, "Descent": m.Descender * 1000 / m.UnitsPerEm,
			"CapHeight": m.CapHeight * 1000 / m.UnitsPerEm, "Flags": flags, "ItalicAngle": m.ItalicAngle >> 16,
		} {
			if got := number(t, descriptor, key); got != want {
				t.Errorf("%v: %s %d, want %d", f, key, got, want)
			}
		}
	}
	if again := paint(t, specimen()); !bytes.Equal(timeless(p.pdf), timeless(again.pdf)) {
		t.Error("the second document differs")
	}
}

// timeless hides the dates that fpdf writes when it is not told any.
func timeless(pdf []byte) []byte {
	return regexp.MustCompile(`\(D:\d+`).ReplaceAll(pdf, nil)
}

// object returns the body of the object that matches a pattern.
func object(t *testing.T, pdf []byte, pattern *regexp.Regexp) []byte {
	t.Helper()
	loc := pattern.FindIndex(pdf)
	if loc == nil {
		t.Fatalf("the PDF has no %v", pattern)
	}
	from := bytes.LastIndex(pdf[:loc[0]], []byte(" obj\n"))
	return pdf[from : loc[0]+bytes.Index(pdf[loc[0]:], []byte("endobj"))]
}

// follow returns the object that a key of another one refers to.
func follow(t *testing.T, pdf, from []byte, key string) []byte {
	t.Helper()
	n := number(t, from, key)
	at := bytes.Index(pdf, fmt.Appendf(nil, "\n%d 0 obj\n", n))
	if at < 0 {
		t.Fatalf("the PDF has no object %d", n)
	}
	return pdf[at : at+bytes.Index(pdf[at:], []byte("endobj"))]
}

func number(t *testing.T, b []byte, key string) int {
	t.Helper()
	m := regexp.MustCompile(`/` + regexp.QuoteMeta(key) + ` ?(-?\d+)`).FindSubmatch(b)
	if m == nil {
		t.Fatalf("no %s in %.200s", key, b)
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

func inflate(t *testing.T, b []byte) []byte {
	t.Helper()
	_, data, _ := bytes.Cut(b, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// readWidths reads a /W array in both of its forms.
func readWidths(t *testing.T, cid []byte) map[uint16]int {
	t.Helper()
	m := regexp.MustCompile(`(?s)/W \[(.*?)\]\n?/CIDToGIDMap`).FindSubmatch(cid)
	if m == nil {
		t.Fatalf("no widths in %.300s", cid)
	}
	widths := map[uint16]int{}
	tokens := strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ").Replace(string(m[1])))
	num := func() int {
		n, err := strconv.Atoi(tokens[0])
		if err != nil {
			t.Fatal(err)
		}
		tokens = tokens[1:]
		return n
	}
	for len(tokens) > 0 {
		code := num()
		if tokens[0] == "[" {
			for tokens = tokens[1:]; tokens[0] != "]"; code++ {
				widths[uint16(code)] = num()
			}
			tokens = tokens[1:]
			continue
		}
		last, w := num(), num()
		for ; code <= last; code++ {
			widths[uint16(code)] = w
		}
	}
	return widths
}

func TestCode(t *testing.T) {
	f := Serif.Face()
	e := NewEncoding(f)
	glyph := func(name string) GID {
		for g := range GID(f.Glyphs()) {
			if f.GlyphName(g) == name {
				return g
			}
		}
		t.Fatalf("no glyph %s", name)
		return 0
	}
	for _, c := range []struct {
		glyph, text string
		want        uint16
	}{
		{"A", "A", 'A'},
		{"f_f_i", "ffi", 0xE000},
		{"A.sc", "A", 0xE001}, // in an acronym
		{"A.sc", "a", 0xE002}, // in a running head
		{"A", "А", 0xE003},    // a Cyrillic letter that should not look Latin
		{"A", "A", 'A'},
		{"f_f_i", "ffi", 0xE000},
		{"space", " ", ' '},
		{"hyphen", "\u00ad", 0xAD},
		{"hyphen", "", 0xE004},
		{"eacute", "é", 0xE9},
		{"eacute", "e\u0301", 0xE005},
	} {
		if got, ok := e.Code(glyph(c.glyph), c.text); !ok || got != c.want {
			t.Errorf("%s for %q: %04X, want %04X", c.glyph, c.text, got, c.want)
		}
	}
	var back []string
	for c, text := range e.ToUnicode() {
		back = append(back, fmt.Sprintf("%04X%s", c, text))
	}
	if got := strings.Join(back, " "); got != "0020  0041A 00AD\u00ad 00E9é E000ffi E001A E002a E003А E004 E005e\u0301" {
		t.Errorf("ToUnicode: %s", got)
	}
	if cmap := string(e.ToUnicodeCMap()); !strings.Contains(cmap, "10 beginbfchar\n<0020> <0020>\n<0041> <0041>\n<00AD> <00AD>\n<00E9> <00E9>\n<E000> <006600660069>\n") {
		t.Errorf("%s", cmap)
	}
	if name := e.FontName(); !regexp.MustCompile(`^[A-Z]{6}\+SourceSerif4-Regular$`).MatchString(name) {
		t.Errorf("the font is called %s", name)
	}
}

// TestFull gives more codes than an encoding has.
func TestFull(t *testing.T) {
	f := NotoEmoji.Face()
	e := NewEncoding(f)
	seen := map[uint16]bool{}
	for i := range maxCodes {
		code, ok := e.Code(GID(1+i%1000), strconv.Itoa(i))
		if !ok || seen[code] || 0xD800 <= code && code < 0xE000 || code >= 0xFFFE || code < ' ' {
			t.Fatalf("code %d is %04X, %v", i, code, ok)
		}
		seen[code] = true
	}
	if _, ok := e.Code(1, "one more"); ok {
		t.Error("there is no end of codes")
	}
	if code, ok := e.Code(1, "0"); !ok || !seen[code] {
		t.Error("a code is forgotten")
	}
	data, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	sub, err := Parse("full", data)
	if err != nil {
		t.Fatal(err)
	}
	for code := range e.ToUnicode() {
		if g, ok := sub.Glyph(rune(code)); !ok || sub.Advance(g) != f.Advance(e.used[code].id) {
			t.Fatalf("code %04X is lost", code)
		}
	}
}

// TestBytes checks the file that fpdf is given: checksums, composites closed,
// no table that is not needed.
func TestBytes(t *testing.T) {
	e := NewEncoding(Sans.Face()) // hinted, with composites
	var s Shaper
	for text, glyphs := range s.Shape("Àéîõüčǭ", Setting{Face: Sans.Face()}).Clusters() {
		for _, g := range glyphs {
			e.Code(g.ID, text)
			text = ""
		}
	}
	data, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("the checksum of the file is %X", sum)
	}
	tab, err := readTables(data)
	if err != nil {
		t.Fatal(err)
	}
	want := []tag{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
	if got := slices.Sorted(maps.Keys(tab)); !slices.Equal(got, want) {
		t.Errorf("tables %v", got)
	}
	for i := range len(tab) {
		r := data[12+16*i:]
		b := slices.Clone(tab[tag(r[:4])])
		if tag(r[:4]) == "head" {
			order.PutUint32(b[8:], 0)
		}
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
		if order.Uint32(r[4:]) != checksum(b) {
			t.Errorf("the checksum of %s is wrong", r[:4])
		}
	}
	if _, err := NewEncoding(Sans.Face()).Bytes(); err == nil {
		t.Error("a font without glyphs is written")
	}
}

func BenchmarkBytes(b *testing.B) {
	e := NewEncoding(Serif.Face())
	for g := range GID(150) {
		e.Code(g+1, "x")
	}
	for b.Loop() {
		if _, err := e.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
