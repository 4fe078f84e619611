package xhtml

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color/palette"
	"image/gif"
	"image/png"
	"testing"
)

// Pictures that move are known by their structure, whole or broken.
func TestAnimated(t *testing.T) {
	gifOf := func(frames int) []byte {
		g := &gif.GIF{}
		for range frames {
			g.Image, g.Delay = append(g.Image, image.NewPaletted(image.Rect(0, 0, 300, 40), palette.WebSafe)), append(g.Delay, 10)
		}
		var b bytes.Buffer
		if err := gif.EncodeAll(&b, g); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	pngOf := func(frames uint32) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
			t.Fatal(err)
		}
		chunk := binary.BigEndian.AppendUint32(nil, 8)
		chunk = append(chunk, "acTL"...)
		chunk = binary.BigEndian.AppendUint32(chunk, frames)
		chunk = append(chunk, 0, 0, 0, 0)
		chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
		const header = 8 + 25
		return bytes.Join([][]byte{b.Bytes()[:header], b.Bytes()[header:]}, chunk)
	}
	webp := func(flags byte) []byte {
		return append([]byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00"), flags, 0, 0, 0, 9, 0, 0, 9, 0, 0)
	}
	three := gifOf(3)
	for name, test := range map[string]struct {
		mediaType string
		data      []byte
		want      bool
	}{
		"gif of 1":            {"image/gif", gifOf(1), false},
		"gif of 3":            {"image/gif", three, true},
		"gif cut behind two":  {"image/gif", three[:len(three)*4/5], true},
		"gif cut in its head": {"image/gif", three[:14], false},
		"png":                 {"image/png", pngOf(1), false},
		"png that moves":      {"image/png", pngOf(7), true},
		"png cut":             {"image/png", pngOf(7)[:40], false},
		"webp":                {"image/webp", webp(0x10), false},
		"webp that moves":     {"image/webp", webp(0x12), true},
		"svg":                 {"image/svg+xml", []byte("<svg><style>p { color: red }</style></svg>"), false},
		"svg that moves":      {"image/svg+xml", []byte("<svg><style>@Keyframes a { }</style></svg>"), true},
		"jpeg":                {"image/jpeg", three, false},
		"nothing":             {"image/gif", nil, false},
	} {
		if got := Animated(test.mediaType, test.data); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
