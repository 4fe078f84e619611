package xhtml

import (
	"bytes"
	"encoding/binary"
)

// Animated reports whether a picture of a media type moves, by its structure
// alone: nothing is decoded, so that a small file of many large frames costs
// nothing.
func Animated(mediaType string, data []byte) bool {
	switch mediaType {
	case "image/gif":
		return gifFrames(data) > 1
	case "image/png":
		return pngMoves(data)
	case "image/webp":
		// The extended form says so in a flag (WebP Container Specification).
		return len(data) > 20 && string(data[12:16]) == "VP8X" && data[20]&0x02 != 0
	case "image/svg+xml":
		// Elements that move have been taken out; a style sheet may be left.
		return bytes.Contains(bytes.ToLower(data), []byte("@keyframes"))
	}
	return false
}

// gifFrames counts the pictures of a GIF, up to the first block that is broken
// (GIF89a, 20 to 27).
func gifFrames(data []byte) (n int) {
	const head = 13 // with the logical screen
	if len(data) < head {
		return 0
	}
	at := head + tableSize(data[10])
	skip := func() { // blocks of data, up to the empty one
		for at < len(data) && data[at] != 0 {
			at += 1 + int(data[at])
		}
		at++
	}
	for at < len(data) {
		switch data[at] {
		case 0x21: // an extension and its label
			at += 2
		case 0x2c: // a picture: place, size, its own colours, length of codes
			if at+9 >= len(data) {
				return n
			}
			n++
			at += 10 + tableSize(data[at+9]) + 1
		default: // the end, or none of GIF
			return n
		}
		skip()
	}
	return n
}

// tableSize returns the bytes of the table of colours that a packed field
// announces.
func tableSize(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}

// pngMoves reports whether a PNG has, before its picture, the chunk that
// announces others (PNG, Third Edition, 11.3.6.1).
func pngMoves(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\x89PNG\r\n\x1a\n"))
	for len(data) >= 12 {
		switch string(data[4:8]) {
		case "acTL":
			return len(data) >= 16 && binary.BigEndian.Uint32(data[8:]) > 1
		case "IDAT", "IEND":
			return false
		}
		size := 12 + int64(binary.BigEndian.Uint32(data))
		if size > int64(len(data)) {
			return false
		}
		data = data[size:]
	}
	return false
}
