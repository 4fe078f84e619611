package epub

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// inked returns the box around everything that is not ground.
func inked(t *testing.T, data []byte) image.Rectangle {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != 1600 || img.Bounds().Dy() != 2560 {
		t.Fatalf("the cover measures %v", img.Bounds())
	}
	p := img.(*image.Paletted)
	box := image.Rectangle{}
	for y := range 2560 {
		for x := range 1600 {
			if p.ColorIndexAt(x, y) != 0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// Whatever the title, nothing leaves the margins of the cover.
func TestCoverMargins(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks at every pixel of many covers")
	}
	for _, title := range []string{
		"Kosovo and NATO", "X", strings.Repeat("A long title that goes on and on ", 8), strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4),
		"Ἑλληνικὴ ἱστορία", "История войны и мира", strings.Repeat("word ", 300), "السلام", "戰爭與和平",
	} {
		m := &document.Metadata{Title: title, Subtitle: strings.Repeat("A subtitle ", 20), Publisher: "House", Contributors: []document.Contributor{{Name: "Ana Bell"}, {Name: "B"}, {Name: "C"}, {Name: "D"}, {Name: "E"}}}
		data, err := drawCover(m, title, style.HousePalette().Accent)
		if err != nil {
			t.Fatal(err)
		}
		box := inked(t, data)
		if box.Min.X < 140 || box.Max.X > 1600-120 || box.Min.Y < 100 || box.Max.Y > 2560-100 {
			t.Errorf("%.30q: inked %v", title, box)
		}
		if len(data) > 128<<10 {
			t.Errorf("%.30q: %d bytes", title, len(data))
		}
	}
}

func TestCoverColour(t *testing.T) {
	for _, ground := range []style.Color{{R: 255, G: 255, B: 255}, {}, {R: 0x7a, G: 0x1f, B: 0x2b}, {R: 0xf0, G: 0xd0, B: 0x60}} {
		data, err := drawCover(&document.Metadata{}, "Title", ground)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		palette := img.(*image.Paletted).Palette
		at := func(i int) style.Color {
			r, g, b, _ := palette[i].RGBA()
			return style.Color{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}
		}
		if at(0) != ground {
			t.Errorf("the ground is %v in place of %v", at(0), ground)
		}
		if c := style.Contrast(at(0), at(len(palette)-1)); c < 4.5 {
			t.Errorf("on %v the contrast is %.1f", ground, c)
		}
	}
}
