package layout

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/jpeg"
)

// Cameras store a photograph as the sensor lay and note how it is to be
// turned (Exif 2.3, tag 274). Readers of PDF do not know that note, so the
// picture itself is turned.

// uprightQuality is the quality of photographs that had to be encoded anew.
const uprightQuality = 92

// jpegOrientation returns the orientation that a JPEG asks for, from 1, which
// is as it is, to 8; 0 if it says nothing.
func jpegOrientation(b []byte) int {
	for at := 2; at+4 <= len(b) && b[at] == 0xFF; {
		n := int(binary.BigEndian.Uint16(b[at+2:]))
		if b[at+1] == 0xDA || n < 2 || at+2+n > len(b) {
			return 0
		}
		part := b[at+4 : at+2+n]
		if b[at+1] == 0xE1 && bytes.HasPrefix(part, []byte("Exif\x00\x00")) {
			return exifOrientation(part[6:])
		}
		at += 2 + n
	}
	return 0
}

// exifOrientation reads the first directory of a TIFF header.
func exifOrientation(b []byte) int {
	if len(b) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if b[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(b[4:]))
	if at < 8 || at+2 > len(b) {
		return 0
	}
	entries := int(order.Uint16(b[at:]))
	for i := range entries {
		e := at + 2 + 12*i
		if e+12 > len(b) {
			return 0
		}
		if order.Uint16(b[e:]) == 274 {
			if o := int(order.Uint16(b[e+8:])); o >= 1 && o <= 8 {
				return o
			}
			return 0
		}
	}
	return 0
}

// upright turns a photograph.
func (r *raster) upright(orientation int) error {
	m, err := jpeg.Decode(bytes.NewReader(r.Bytes))
	if err != nil {
		return err
	}
	from := image.NewRGBA(image.Rect(0, 0, r.width, r.height))
	draw.Draw(from, from.Bounds(), m, m.Bounds().Min, draw.Src)
	w, h := r.width, r.height
	if orientation >= 5 {
		w, h = h, w
	}
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			u, v := x, y
			if orientation >= 5 {
				u, v = y, x
			}
			switch orientation {
			case 2:
				u = w - 1 - x
			case 3:
				u, v = w-1-x, h-1-y
			case 4:
				v = h - 1 - y
			case 6:
				v, u = r.height-1-x, y
			case 7:
				u, v = r.width-1-y, r.height-1-x
			case 8:
				u, v = r.width-1-y, x
			}
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(u, v):][:4])
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, to, &jpeg.Options{Quality: uprightQuality}); err != nil {
		return err
	}
	r.Bytes, r.width, r.height = out.Bytes(), w, h
	r.Width, r.Height = w, h
	return nil
}
