package source_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"
)

func utf16Bytes(s string, order binary.ByteOrder, bom bool) []byte {
	var out []byte
	if bom {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		var b [2]byte
		order.PutUint16(b[:], u)
		out = append(out, b[:]...)
	}
	return out
}

func TestEncodings(t *testing.T) {
	const text = "# Größe\n\nWörter für “alle”, 12 € 😀 und so weiter.\n"
	const latin = "# Größe\n\nWörter für “alle”, 12 € und so weiter.\n"
	latinBytes := []byte(strings.NewReplacer("ö", "\xf6", "ß", "\xdf", "ü", "\xfc", "“", "\x93", "”", "\x94", "€", "\x80").Replace(latin))
	for name, c := range map[string]struct {
		raw  []byte
		code string
		want string
	}{
		"utf-8":             {[]byte(text), "", "😀"},
		"bom":               {[]byte("\ufeff" + text), "", "😀"},
		"utf-16le":          {utf16Bytes(text, binary.LittleEndian, true), "source-encoding", "😀"},
		"utf-16be":          {utf16Bytes(text, binary.BigEndian, true), "source-encoding", "😀"},
		"utf-16le no mark":  {utf16Bytes(text, binary.LittleEndian, false), "source-encoding", "😀"},
		"utf-16be no mark":  {utf16Bytes(text, binary.BigEndian, false), "source-encoding", "😀"},
		"utf-16 cut":        {utf16Bytes(text, binary.LittleEndian, true)[:81], "source-encoding", "alle"},
		"windows-1252":      {latinBytes, "source-encoding", "€"},
		"damaged":           {[]byte(text + "\xff\n"), "source-encoding-damaged", "\ufffd"},
		"cut within a rune": {[]byte(text)[:bytes.Index([]byte(text), []byte("😀"))+2], "source-encoding-damaged", "€"},
		"controls":          {[]byte("# Gr\x00öße\n\nWö\x1brter fü\x7fr \u0085“alle”"), "source-control-characters", "Wörter für"},
	} {
		doc, found := read(t, fstest.MapFS{"a.md": {Data: c.raw}}, "a.md")
		if doc.Metadata.Title != "Größe" || !strings.Contains(words(doc), c.want) || !strings.Contains(words(doc), "Wörter") {
			t.Errorf("%s: read %q", name, words(doc))
		}
		if c.code != "" && !has(found, c.code) || c.code == "" && has(found, "source-encoding") {
			t.Errorf("%s: findings %v, want %q", name, found, c.code)
		}
		if m, _ := doc.Resource("manuscript/a.md"); !bytes.Equal(m.Bytes, c.raw) {
			t.Errorf("%s: the manuscript is not the file", name)
		}
	}
}

func TestDeclaredEncoding(t *testing.T) {
	page := "<html><head><meta charset=\"windows-1251\"><title>\xd2\xe5\xf1\xf2</title></head><body><article><h1>\xd2\xe5\xf1\xf2</h1><p>" +
		strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. ", 20) + "</p></article></body></html>"
	doc, found := read(t, fstest.MapFS{"a.html": file(page)}, "a.html")
	if doc.Metadata.Title != "Тест" || !strings.Contains(words(doc), "Привет, мир.") || !has(found, "source-encoding") {
		t.Errorf("title %q, text %.80q, %v", doc.Metadata.Title, words(doc), found)
	}
}
