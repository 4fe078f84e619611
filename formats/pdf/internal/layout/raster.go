package layout

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // decoded by image.Decode
	"image/jpeg"
	"image/png"
	"strings"
	"sync"

	_ "golang.org/x/image/webp" // decoded by image.Decode

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/layout/svg"
	"github.com/quirepress/quire/source/diag"
)

// Pictures of the document, ready for the page: PNG and JPEG as they are, GIF
// and WebP as PNG, SVG as shapes.

// maxPixels bounds the pictures that are decoded.
const maxPixels = 100 << 20

// raster is a picture of the document. Width and height are in pixels of the
// picture, or of 1/96 inch for a drawing.
type raster struct {
	frame.Image
	width, height int
	density       int // pixels an inch, 0 if the picture does not say it
	drawing       *svg.Drawing
	index         int // in frame.Book.Images, from 1
}

// rasters keeps the pictures that were decoded.
type rasters struct {
	mu   sync.Mutex
	done map[string]*raster
	why  map[string]string // what is wrong with those that cannot be shown
}

// raster returns the picture called name, nil if it cannot be shown.
func (s *setter) raster(name string, pos diag.Position) *raster {
	s.rasters.mu.Lock()
	defer s.rasters.mu.Unlock()
	r, ok := s.rasters.done[name]
	if !ok {
		if s.rasters.done == nil {
			s.rasters.done, s.rasters.why = map[string]*raster{}, map[string]string{}
		}
		if res, found := s.doc.Resource(name); found {
			var err error
			if r, err = open(name, res.MediaType, res.Bytes); err != nil {
				r = nil
				s.rasters.why[name] = err.Error()
			}
		}
		s.rasters.done[name] = r
	}
	switch why := s.rasters.why[name]; {
	case why != "":
		s.found.Add(diag.Warning, "pdf-image", pos, "the image %s cannot be shown: %s", name, why)
	case r != nil && r.drawing != nil && len(r.drawing.Omitted) > 0:
		s.found.Add(diag.Info, "pdf-drawing", pos, "the drawing %s is not printed as it is: %s", name, strings.Join(r.drawing.Omitted, ", "))
	}
	return r
}

// open makes a picture from the bytes of a file.
func open(name, mediaType string, b []byte) (*raster, error) {
	if mediaType == "image/svg+xml" {
		d, err := svg.Read(b)
		if err != nil {
			return nil, err
		}
		return &raster{width: max(int(d.Width+0.5), 1), height: max(int(d.Height+0.5), 1), drawing: d}, nil
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if cfg.Width <= 0 || cfg.Height <= 0 {
		return nil, fmt.Errorf("it has no pixels")
	}
	if int64(cfg.Width)*int64(cfg.Height) > maxPixels {
		return nil, fmt.Errorf("%d × %d pixels are too many", cfg.Width, cfg.Height)
	}
	r := &raster{width: cfg.Width, height: cfg.Height}
	r.Image = frame.Image{Name: name, MediaType: "image/" + format, Bytes: b, Width: cfg.Width, Height: cfg.Height}
	switch format {
	case "png":
		// What cannot be decoded must be found here and not while painting.
		if _, err := png.Decode(bytes.NewReader(b)); err != nil {
			return nil, err
		}
		r.density = pngDensity(b)
	case "jpeg":
		if cfg.ColorModel != color.GrayModel && cfg.ColorModel != color.YCbCrModel {
			if _, err := jpeg.Decode(bytes.NewReader(b)); err != nil {
				return nil, err
			}
		}
		r.density = jpegDensity(b)
		if o := jpegOrientation(b); o > 1 {
			return r, r.upright(o)
		}
	default:
		m, _, err := image.Decode(bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		if err := png.Encode(&out, m); err != nil {
			return nil, err
		}
		r.MediaType, r.Bytes = "image/png", out.Bytes()
	}
	return r, nil
}

// pngDensity reads the resolution from the chunk pHYs (PNG, 11.3.5.3).
func pngDensity(b []byte) int {
	for at := 8; at+12 <= len(b); {
		n := int(binary.BigEndian.Uint32(b[at:]))
		kind := string(b[at+4 : at+8])
		if n < 0 || n > len(b)-at-12 || kind == "IDAT" {
			return 0
		}
		if kind == "pHYs" && n == 9 && b[at+16] == 1 {
			return int((int64(binary.BigEndian.Uint32(b[at+8:]))*254 + 5000) / 10_000)
		}
		at += 12 + n
	}
	return 0
}

// jpegDensity reads the resolution from the JFIF header.
func jpegDensity(b []byte) int {
	if len(b) < 18 || !bytes.Equal(b[2:4], []byte{0xFF, 0xE0}) || !bytes.Equal(b[6:11], []byte("JFIF\x00")) {
		return 0
	}
	d := int(binary.BigEndian.Uint16(b[14:]))
	switch b[13] {
	case 1:
		return d
	case 2:
		return (d*254 + 50) / 100
	}
	return 0
}
