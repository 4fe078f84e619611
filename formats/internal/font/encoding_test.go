package font

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
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

// encoded returns the encodings of the faces of runs, in their order.
func encoded(t *testing.T, runs []Run) []*Encoding {
	t.Helper()
	var list []*Encoding
	known := map[*Face]*Encoding{}
	for _, r := range runs {
		e := known[r.Face]
		if e == nil {
			e = NewEncoding(r.Face, false)
			known[r.Face] = e
			list = append(list, e)
		}
		for text, glyphs := range r.Clusters() {
			for _, g := range glyphs {
				if _, ok := e.Sign(g.ID, text); !ok {
					t.Fatal("the encoding is full")
				}
				text = ""
			}
		}
	}
	return list
}

// identifier reads a CMap like a reader of PDF: which identifier a code has.
func identifier(t *testing.T, cmap string, code []byte) int {
	t.Helper()
	if cmap == "" {
		return int(code[0])<<8 | int(code[1]) // Identity-H
	}
	for _, m := range regexp.MustCompile(`<(\w+)> <(\w+)> (\d+)`).FindAllStringSubmatch(cmap, -1) {
		first, _ := strconv.ParseInt(m[1], 16, 32)
		last, _ := strconv.ParseInt(m[2], 16, 32)
		to, _ := strconv.Atoi(m[3])
		n := 0
		for _, b := range code {
			n = n<<8 | int(b)
		}
		if len(m[1]) == 2*len(code) && int(first) <= n && n <= int(last) {
			return to + n - int(first)
		}
	}
	t.Fatalf("the CMap has no code %X", code)
	return 0
}

// shows checks that each code shows its glyph with its width.
func shows(t *testing.T, e *Encoding) {
	t.Helper()
	f := e.Face()
	file, glyphs, err := e.Program()
	if err != nil {
		t.Fatal(err)
	}
	sub, err := Parse("embedded", withCmap(t, file))
	if err != nil {
		t.Fatal(err)
	}
	widths := maps.Collect(e.Widths())
	if len(widths) != e.Len() {
		t.Errorf("%v: %d widths for %d signs", f, len(widths), e.Len())
	}
	_, embedded := e.CMap()
	cmap := string(embedded)
	for s, want := range e.signs {
		code := e.Code(Sign(s))
		id := identifier(t, cmap, code)
		got := GID(order.Uint16(glyphs[2*id:]))
		if !reflect.DeepEqual(sub.Outline(got), f.Outline(want.id)) {
			t.Fatalf("%v: code %X shows another glyph than %s", f, code, f.GlyphName(want.id))
		}
		if sub.Advance(got) != f.Advance(want.id) || widths[id] != f.Advance(want.id) {
			t.Errorf("%v: code %X: advance %d, width %d, want %d", f, code, sub.Advance(got), widths[id], f.Advance(want.id))
		}
	}
}

// withCmap adds the tables that fonts outside of documents have.
func withCmap(t *testing.T, file []byte) []byte {
	t.Helper()
	tab, err := readTables(file)
	if err != nil {
		t.Fatal(err)
	}
	if tab["cmap"], err = writeCmap(map[rune]GID{'x': 0}); err != nil {
		t.Fatal(err)
	}
	return tab.bytes()
}

func TestEncoding(t *testing.T) {
	list := encoded(t, specimen())
	for i, again := range encoded(t, specimen()) {
		e := list[i]
		shows(t, e)
		a, _, _ := e.Program()
		b, _, _ := again.Program()
		if !bytes.Equal(a, b) || !bytes.Equal(e.ToUnicode(""), again.ToUnicode("")) || e.FontName() != again.FontName() {
			t.Errorf("%v: the second encoding differs", e.Face())
		}
	}
}

func TestCode(t *testing.T) {
	f := Serif.Face()
	e := NewEncoding(f, false)
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
		want        Sign
	}{
		{"A", "A", 0},
		{"f_f_i", "ffi", 1},
		{"A.sc", "A", 2}, // in an acronym
		{"A.sc", "a", 3}, // in a running head
		{"A", "А", 4},    // a Cyrillic letter that should not look Latin
		{"A", "A", 0},
		{"f_f_i", "ffi", 1},
		{"space", " ", 5},
		{"parenleft", "(", 6},
		{"hyphen", "\u00ad", 7},
		{"hyphen", "", 8},
		{"eacute", "é", 9},
		{"space", "\u00a0", 10},
	} {
		if got, ok := e.Sign(glyph(c.glyph), c.text); !ok || got != c.want {
			t.Errorf("%s for %q: %d, want %d", c.glyph, c.text, got, c.want)
		}
	}
	var codes []string
	for s := range e.signs {
		codes = append(codes, fmt.Sprintf("%X", e.Code(Sign(s))))
	}
	if got := strings.Join(codes, " "); got != "41 80 81 82 83 20 28 84 85 86 87" {
		t.Errorf("codes: %s", got)
	}
	if cmap := string(e.ToUnicode("\u200b")); !strings.Contains(cmap, "1 begincodespacerange\n<00> <FF>\n") ||
		!strings.Contains(cmap, "11 beginbfchar\n<20> <0020>\n<28> <0028>\n<41> <0041>\n<80> <006600660069>\n") || !strings.Contains(cmap, "<85> <200B>\n") {
		t.Errorf("%s", cmap)
	}
	if name := e.FontName(); !regexp.MustCompile(`^[A-Z]{6}\+SourceSerif4-Regular$`).MatchString(name) {
		t.Errorf("the font is called %s", name)
	}
}

// TestFull gives all the codes that an encoding has, each once.
func TestFull(t *testing.T) {
	f := NotoEmoji.Face()
	for _, c := range []struct {
		n    int
		wide bool
	}{{1, false}, {200, false}, {MostNarrow, false}, {1, true}, {1000, true}, {MostWide, true}} {
		n := c.n
		e := NewEncoding(f, c.wide)
		for i := range n {
			if s, ok := e.Sign(GID(1+i%1000), strconv.Itoa(i)+"x"); !ok || int(s) != i {
				t.Fatalf("sign %d is %d, %v", i, s, ok)
			}
		}
		if n == MostNarrow || n == MostWide {
			if _, ok := e.Sign(1, "one more"); ok {
				t.Error("there is no end of signs")
			}
		}
		if s, ok := e.Sign(1, "0x"); !ok || s != 0 {
			t.Error("a sign is forgotten")
		}
		seen := map[string]bool{}
		length := 1
		if c.wide {
			length = 2
		}
		for s := range e.signs {
			code := e.Code(Sign(s))
			if seen[string(code)] || string(code) == " " || strings.Trim(string(code), "\x00") == "" || len(code) != length {
				t.Fatalf("%d signs: sign %d has the code %X", n, s, code)
			}
			seen[string(code)] = true
		}
		if name, _ := e.CMap(); name != map[bool]string{false: "OneByteIdentityH", true: "Identity-H"}[c.wide] {
			t.Errorf("the map is called %s", name)
		}
		shows(t, e)
	}
}

// TestLate adds a sign when the codes have been given.
func TestLate(t *testing.T) {
	e := NewEncoding(Serif.Face(), false)
	e.Sign(1, "a")
	e.Close()
	defer func() {
		if recover() == nil {
			t.Error("a sign without a code is added")
		}
	}()
	e.Sign(2, "b")
}

// TestProgram checks the file that is embedded: checksums, composites closed, no
// table that is not needed.
func TestProgram(t *testing.T) {
	e := NewEncoding(Sans.Face(), false) // hinted, with composites
	var s Shaper
	for text, glyphs := range s.Shape("Àéîõüčǭ", Setting{Face: Sans.Face()}).Clusters() {
		for _, g := range glyphs {
			e.Sign(g.ID, text)
			text = ""
		}
	}
	data, _, err := e.Program()
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
	want := []tag{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
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
	if _, _, err := NewEncoding(Sans.Face(), false).Program(); err == nil {
		t.Error("a font without glyphs is written")
	}
}

func BenchmarkProgram(b *testing.B) {
	e := NewEncoding(Serif.Face(), false)
	for g := range GID(150) {
		e.Sign(g+1, "x")
	}
	for b.Loop() {
		if _, _, err := e.Program(); err != nil {
			b.Fatal(err)
		}
	}
}
