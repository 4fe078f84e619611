package epub

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// TestAdvice asks for findings that the reference validator keeps to itself, or
// to which the list of rules has no example.
func TestAdvice(t *testing.T) {
	const b, nav, css = "EPUB/b.xhtml", "EPUB/nav.xhtml", "EPUB/s.css"
	body := func(markup string) []string { return []string{b, "Two.</p>", "Two.</p>" + markup} }
	for code, edits := range map[string][]string{
		"html-alt":      body(`<p><img src="p.png"/></p>`),
		"trigger":       append(body(`<p id="v">x</p><epub:trigger ref="v"/>`), opfName, `href="b.xhtml"`, `href="b.xhtml" properties="remote-resources"`),
		"css-font-face": {css, "", "@font-face {}"},
		"css-position":  {css, "", "p { position: fixed }"},
		"svg-link":      body(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="a.xhtml"/></svg>`),
		"nav-order":     {nav, `<a href="a.xhtml">`, `<a href="b.xhtml">B</a></li><li><a href="a.xhtml">`},
	} {
		file := good().edit(t, edits).pack(t)
		found := Check(bytes.NewReader(file), int64(len(file)))
		if !has(found, "verify-epub-"+code) {
			t.Errorf("%s: found are %v", code, found)
		}
	}
}

func has(l diag.List, code string) bool {
	for _, d := range l {
		if d.Code == code {
			return true
		}
	}
	return false
}

// TestSize packs a gigabyte of nothing into a megabyte: the check says that it
// is too much, and stops.
func TestSize(t *testing.T) {
	if os.Getenv("QUIRE_CI") == "" && os.Getenv("QUIRE_LONG") == "" {
		t.Skip("it unpacks a gigabyte: set QUIRE_LONG")
	}
	book := good()
	var items strings.Builder
	const pages, size = 20, 60 << 20
	for i := range pages {
		fmt.Fprintf(&items, `<item id="z%d" href="z%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name string, data []byte, method uint16) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("mimetype", []byte(book["mimetype"]), zip.Store)
	for name, data := range book.edit(t, []string{opfName, "</manifest>", items.String() + "</manifest>"}) {
		if name != "mimetype" {
			put(name, []byte(data), zip.Deflate)
		}
	}
	nothing := make([]byte, size)
	var packed bytes.Buffer
	f, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		_, err = f.Write(nothing)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	sum := crc32.ChecksumIEEE(nothing)
	for i := range pages {
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: fmt.Sprintf("EPUB/z%d.xhtml", i), Method: zip.Deflate, CRC32: sum,
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: size,
		})
		if err == nil {
			_, err = w.Write(packed.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if found := Check(bytes.NewReader(out.Bytes()), int64(out.Len())); !has(found, "verify-epub-size") {
		t.Errorf("found are %v", found)
	}
}
