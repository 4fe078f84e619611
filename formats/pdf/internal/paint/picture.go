package paint

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/go-pdf/fpdf"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// drawPicture draws a raster image.
func (p *painter) drawPicture(pic *frame.Picture) {
	if pic.Width <= 0 || pic.Height <= 0 {
		return
	}
	if pic.Turned {
		// fpdf draws it upright with its foot at the page's, below a matrix
		// that turns it and brings it where it belongs.
		p.b = append(p.b, "q 0 1 -1 0"...)
		p.milli(milli(pic.X + pic.Width))
		p.milli(milli(p.height - pic.Y - pic.Height))
		p.op("cm")
	}
	p.parts = append(p.parts, part{p.b, pic})
	p.b = nil
	if pic.Turned {
		p.b = append(p.b, "Q\n"...)
	}
}

// picture lets fpdf draw an image, which is embedded when it is first drawn.
func (p *press) picture(page *frame.Page, pic *frame.Picture) error {
	name, ok := p.images[pic.Image]
	if !ok {
		img := p.book.Images[pic.Image]
		data, kind, err := embeddable(img)
		if err != nil {
			return fmt.Errorf("paint: image %s: %w", img.Name, err)
		}
		name = fmt.Sprintf("%d.%s", pic.Image, kind)
		p.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
		if err := p.pdf.Error(); err != nil {
			return fmt.Errorf("paint: image %s: %w", img.Name, err)
		}
		p.images[pic.Image] = name
	}
	x, y, width, height := pic.X, pic.Y, pic.Width, pic.Height
	if pic.Turned {
		x, y, width, height = 0, page.Height-pic.Width, pic.Height, pic.Width
	}
	p.pdf.ImageOptions(name, x.Points(), y.Points(), width.Points(), height.Points(), false, fpdf.ImageOptions{}, 0, "")
	return p.pdf.Error()
}

// embeddable returns an image in a form that fpdf reads rightly and that
// archives accept: a PNG of eight bits without interlacing and without colour
// keys, or a JPEG in grey or YCbCr.
func embeddable(img frame.Image) (data []byte, kind string, err error) {
	r := bytes.NewReader(img.Bytes)
	switch img.MediaType {
	case "image/jpeg":
		conf, err := jpeg.DecodeConfig(r)
		if err != nil {
			return nil, "", err
		}
		if conf.ColorModel == color.GrayModel || conf.ColorModel == color.YCbCrModel {
			return img.Bytes, "jpg", nil
		}
		r.Reset(img.Bytes)
		m, err := jpeg.Decode(r)
		if err != nil {
			return nil, "", err
		}
		return flatten(m)
	case "image/png":
		b := img.Bytes
		const depth, interlace = 24, 28 // bytes of IHDR
		if len(b) > 33 && b[depth] <= 8 && b[interlace] == 0 && !bytes.Contains(b[:min(len(b), 4096)], []byte("tRNS")) {
			if _, err := png.Decode(r); err != nil { // fpdf trusts what it reads
				return nil, "", err
			}
			return b, "png", nil
		}
		m, err := png.Decode(r)
		if err != nil {
			return nil, "", err
		}
		return flatten(m)
	}
	return nil, "", fmt.Errorf("media type %q cannot be embedded", img.MediaType)
}

// flatten encodes an image anew with eight bits and straight alpha.
func flatten(m image.Image) ([]byte, string, error) {
	n := image.NewNRGBA(m.Bounds())
	draw.Draw(n, n.Bounds(), m, m.Bounds().Min, draw.Src)
	var b bytes.Buffer
	err := png.Encode(&b, n)
	return b.Bytes(), "png", err
}
