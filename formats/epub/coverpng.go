package epub

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"sync"
)

// The cover as a PNG (ISO/IEC 15948) of 16 colours, two pixels to a byte.
// Compressing two million bytes of bare ground takes longer than all else that
// is done for a short article; so a strip of ground is compressed once, and its
// bytes stand in the stream wherever there is no ink (RFC 1951: blocks that do
// not look back across their beginning can be put one after the other).

// levels is the number of colours from ground to ink.
const levels = 16

// rowBytes is the size of a row: its filter, which is none, and its pixels.
const rowBytes = 1 + coverWidth/2

// png returns the canvas as a file.
func (c *canvas) png() []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, coverWidth)
	head = binary.BigEndian.AppendUint32(head, coverHeight)
	chunk(&b, "IHDR", append(head, 4, 3, 0, 0, 0)) // bits, a palette
	var palette []byte
	for i := range levels {
		mix := func(a, b uint8) byte { return byte((int(a)*(levels-1-i) + int(b)*i) / (levels - 1)) }
		palette = append(palette, mix(c.ground.R, c.ink.R), mix(c.ground.G, c.ink.G), mix(c.ground.B, c.ink.B))
	}
	chunk(&b, "PLTE", palette)
	chunk(&b, "IDAT", c.rows())
	chunk(&b, "IEND", nil)
	return b.Bytes()
}

// bare is a strip of ground, compressed.
var bare = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	deflate(&b, newDeflater(), make([]byte, stripHeight*rowBytes))
	return b.Bytes()
})

func newDeflater() *flate.Writer {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic("internal error: epub: " + err.Error()) // the level is a good one
	}
	return w
}

// deflate appends compressed data that end on a whole byte and look back at
// nothing.
func deflate(b *bytes.Buffer, w *flate.Writer, data []byte) {
	w.Reset(b)
	w.Write(data) // a buffer takes everything
	w.Flush()
}

// rows returns the rows in the form of zlib (RFC 1950).
func (c *canvas) rows() []byte {
	b := bytes.NewBuffer([]byte{0x78, 0x9c})
	w := newDeflater()
	sum := uint32(1)
	var inked []byte // rows that are not written yet
	flush := func() {
		if len(inked) > 0 {
			deflate(b, w, inked)
			sum = joined(sum, adler32.Checksum(inked), len(inked))
			inked = inked[:0]
		}
	}
	level := func(a uint8) byte { return byte((int(a)*(levels-1) + 127) / 255) }
	for _, s := range c.strips {
		if s == nil {
			flush()
			b.Write(bare())
			sum = zeros(sum, stripHeight*rowBytes)
			continue
		}
		for y := range stripHeight {
			row := s.Pix[y*s.Stride:][:coverWidth]
			inked = append(inked, 0)
			for x := 0; x < len(row); x += 2 {
				inked = append(inked, level(row[x])<<4|level(row[x+1]))
			}
		}
	}
	flush()
	b.Write([]byte{1, 0, 0, 0xff, 0xff}) // the last block, which is empty
	return binary.BigEndian.AppendUint32(b.Bytes(), sum)
}

// The checksum of zlib is two sums of bytes (RFC 1950, 8.2): a of the bytes and
// 1, b of all the values that a has had.
const adler = 65521

// zeros returns the checksum after n more bytes of zero.
func zeros(sum uint32, n int) uint32 {
	a, b := sum&0xffff, uint64(sum>>16)
	return uint32((b+uint64(n)*uint64(a))%adler)<<16 | a
}

// joined returns the checksum of two pieces, the second n bytes long.
func joined(first, second uint32, n int) uint32 {
	a1, b1 := uint64(first&0xffff), uint64(first>>16)
	a2, b2 := uint64(second&0xffff), uint64(second>>16)
	a := (a1 + a2 + adler - 1) % adler
	b := (b1 + b2 + uint64(n)*(a1+adler-1)) % adler
	return uint32(b)<<16 | uint32(a)
}

// chunk writes a chunk with its length and its checksum.
func chunk(b *bytes.Buffer, kind string, data []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(data)))
	b.Write(n[:])
	from := b.Len()
	b.WriteString(kind)
	b.Write(data)
	binary.BigEndian.PutUint32(n[:], crc32.ChecksumIEEE(b.Bytes()[from:]))
	b.Write(n[:])
}
