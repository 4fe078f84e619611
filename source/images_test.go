package source_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document"
)

func pngOf(w, h int) []byte {
	m := image.NewGray(image.Rect(0, 0, w, h))
	m.SetGray(w/2, h/2, color.Gray{200})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestImages(t *testing.T) {
	var jpg, gf bytes.Buffer
	m := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
	if err := jpeg.Encode(&jpg, m, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&gf, m, nil); err != nil {
		t.Fatal(err)
	}
	whole := pngOf(30, 30)
	fsys := fstest.MapFS{
		"art/img/a.png":        {Data: whole},
		"art/img/wrong.png":    {Data: jpg.Bytes()},
		"art/img/c.gif":        {Data: gf.Bytes()},
		"art/img/d e.png":      {Data: pngOf(2, 2)},
		"art/img/v.svg":        file(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>`),
		"art/img/bad.svg":      file(`<svg xmlns="http://www.w3.org/2000/svg"><path></svg>`),
		"art/img/bomb.svg":     file(`<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`),
		"art/img/cut.png":      {Data: whole[:len(whole)-20]},
		"art/img/cut.jpg":      {Data: jpg.Bytes()[:jpg.Len()/2]},
		"art/img/huge.png":     {Data: pngOf(1200, 1000)},
		"art/img/text.png":     file("no image"),
		"art/img/folder/x":     file("x"),
		"secret.png":           {Data: pngOf(1, 1)},
		"art/manuscript/a.png": {Data: pngOf(6, 6)},
	}
	for _, c := range []struct{ ref, code, media string }{
		{"img/a.png", "", "image/png"},
		{"./img/../img/a.png", "", "image/png"},
		{"img/wrong.png", "", "image/jpeg"},
		{"img/c.gif", "", "image/gif"},
		{"img/d%20e.png", "", "image/png"},
		{"<img/d e.png>", "", "image/png"},
		{"img/v.svg", "", "image/svg+xml"},
		{"manuscript/a.png", "", "image/png"},
		{"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg==", "", "image/png"},
		{"data:image/png;base64,%%%", "source-image-broken", ""},
		{"img/bad.svg", "source-image-broken", ""},
		{"img/bomb.svg", "source-image-broken", ""},
		{"img/cut.png", "source-image-broken", ""},
		{"img/cut.jpg", "source-image-broken", ""},
		{"img/huge.png", "source-image-too-large", ""},
		{"img/text.png", "source-image-unknown", ""},
		{"img/missing.png", "source-image-missing", ""},
		{"img/folder", "source-image-unreadable", ""},
		{"../secret.png", "source-image-outside", ""},
		{"img/../../secret.png", "source-image-outside", ""},
		{"/secret.png", "source-image-outside", ""},
		{"../network.png", "source-image-outside", ""},
		{"file:///secret.png", "source-image-outside", ""},
		{"C:/secret.png", "source-image-outside", ""},
		{"https://example.org/a.png", "source-image-remote", ""},
		{"//example.org/a.png", "source-image-remote", ""},
		{"", "source-image-outside", ""},
	} {
		fsys["art/a.md"] = file("# T\n\nBefore ![the words](" + c.ref + ") after.\n\n![alone](" + c.ref + " \"caption\")\n")
		doc, found, err := source.Read(fsys, "art/a.md", source.Options{Limits: source.Limits{ImagePixels: 1_000_000}})
		if err != nil {
			t.Errorf("%s: %v", c.ref, err)
			continue
		}
		if err := doc.Validate(); err != nil {
			t.Errorf("%s: %v", c.ref, err)
		}
		images := 0
		for range document.Each[*document.Image](doc) {
			images++
		}
		if c.code == "" {
			if images != 2 || len(doc.Resources) != 2 || doc.Resources[1].MediaType != c.media {
				t.Errorf("%s: %d images, resources %v, findings %v", c.ref, images, doc.Resources, found)
			}
			continue
		}
		if images != 0 || len(doc.Resources) != 1 || !strings.Contains(words(doc), "the words after") || !strings.Contains(words(doc), "alone") {
			t.Errorf("%s: %d images, text %q", c.ref, images, words(doc))
		}
		i := slices.Index(codes(found), c.code)
		if i < 0 || found[i].Pos.Line != 3 || found[i].Pos.Column != 8 {
			t.Errorf("%s: findings %v, want %s at 3:8", c.ref, found, c.code)
		}
	}
}

func TestCover(t *testing.T) {
	fsys := fstest.MapFS{"a.md": file("---\ntitle: T\ncover: c.png\n---\n\ntext"), "c.png": {Data: pngOf(5, 8)}}
	if doc, _ := read(t, fsys, "a.md"); doc.Metadata.Cover != "c.png" {
		t.Errorf("cover %q", doc.Metadata.Cover)
	}
	delete(fsys, "c.png")
	if doc, found := read(t, fsys, "a.md"); doc.Metadata.Cover != "" || !has(found, "source-image-missing") {
		t.Errorf("a missing cover: %q %v", doc.Metadata.Cover, found)
	}
}
