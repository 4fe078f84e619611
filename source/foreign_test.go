package source_test

import (
	"errors"
	"math/rand"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/charmap"

	"github.com/quirepress/quire/source"
)

// TestForeignEncodings names the encoding of files that are no UTF-8, and
// converts none of them.
func TestForeignEncodings(t *testing.T) {
	const russian = "Гавань лежала тихо. Смотрители маяка ушли домой до того, как Северный ветер поднялся над пирсом.\n"
	for label, c := range map[string]struct {
		chars *charmap.Charmap
		text  string
	}{
		"KOI8-R": {charmap.KOI8R, russian}, "Windows-1251": {charmap.Windows1251, russian}, "CP866": {charmap.CodePage866, russian},
		"ISO 8859-5":   {charmap.ISO8859_5, russian},
		"Windows-1253": {charmap.Windows1253, "Το λιμάνι ήταν ήσυχο και οι φύλακες του φάρου πήγαν σπίτι πριν σηκωθεί ο άνεμος.\n"},
		"Windows-1255": {charmap.Windows1255, "הנמל היה שקט ושומרי המגדלור הלכו הביתה לפני שהרוח עלתה\n"},
		"Windows-1256": {charmap.Windows1256, "كان الميناء هادئا وذهب حراس المنارة إلى بيوتهم قبل أن تهب الريح\n"},
	} {
		b, err := c.chars.NewEncoder().Bytes([]byte(strings.Repeat(c.text, 5)))
		if err != nil {
			t.Fatal(label, err)
		}
		_, _, err = source.ReadBytes(nil, "a.txt", b, source.Options{})
		if !errors.Is(err, source.ErrEncoding) || !strings.Contains(err.Error(), "text in "+label) {
			t.Errorf("%s: %v", label, err)
		}
	}
	// Among Latin words and markup, too.
	mixed, err := charmap.KOI8R.NewEncoder().String("# Harbours\n\nThe harbour lay still, and the keepers had gone home before the wind came up over the pier.\n\n" + russian)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := source.ReadBytes(nil, "a.md", []byte(mixed), source.Options{}); !errors.Is(err, source.ErrEncoding) || !strings.Contains(err.Error(), "KOI8-R") {
		t.Errorf("mixed: %v", err)
	}
	// A Western text stays one.
	western, err := charmap.Windows1252.NewEncoder().String(strings.Repeat("Über größere Bögen führt der Weg – “näher” kämen wir später. ", 5))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := source.ReadBytes(nil, "a.md", []byte(western), source.Options{}); err != nil {
		t.Errorf("Western: %v", err)
	}
	noise := make([]byte, 5000)
	r := rand.New(rand.NewSource(1))
	for i := range noise {
		noise[i] = byte(128 + r.Intn(128))
	}
	if _, _, err := source.ReadBytes(nil, "a.txt", noise, source.Options{}); !errors.Is(err, source.ErrBinary) {
		t.Errorf("noise: %v", err)
	}
}

func TestOtherFiles(t *testing.T) {
	for text, want := range map[string]string{
		"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Courier;}} Text.}": "RTF",
		"%PDF-1.7\n%\xe2\xe3\n1 0 obj":                            "a PDF",
		"PK\x03\x04\x14\x00\x06\x00word/document.xml":             "word processors",
	} {
		for _, name := range []string{"a.txt", "a.md", "a.html", "a"} {
			_, _, err := source.Read(fstest.MapFS{name: {Data: []byte(text)}}, name, source.Options{})
			if !errors.Is(err, source.ErrBinary) || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, _, err := source.ReadBytes(nil, "a.txt", []byte("PK is short for many things.\n\nGIF87 and RIFF, too.\n"), source.Options{}); err != nil {
		t.Errorf("prose: %v", err)
	}
}
