package manuscript

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text that was encoded twice: the bytes of UTF-8 taken for Western letters and
// encoded again. What a program took for ISO 8859-1 holds control characters
// (’ is "â", U+0080, U+0099), what another took for Windows-1252 letters (â€™).

// Undo reads the letters at the beginning of s as the bytes of one character. It returns that character and the length of
// the letters, or 0; certain says that the letters cannot be meant.
func Undo(s string) (c rune, length int, certain bool) {
	var buf [4]byte
	want := 0
	for i, r := range s {
		var x byte
		control := false
		switch {
		case r < 0x80:
			return 0, 0, false
		case r < 0x100:
			x, control = byte(r), r < 0xA0
		default:
			var ok bool
			if x, ok = charmap.Windows1252.EncodeRune(r); !ok {
				return 0, 0, false
			}
		}
		if i == 0 {
			switch {
			case x >= 0xC2 && x <= 0xDF:
				want = 2
			case x >= 0xE0 && x <= 0xEF:
				want = 3
			case x >= 0xF0 && x <= 0xF4:
				want = 4
			default:
				return 0, 0, false
			}
		} else if x < 0x80 || x > 0xBF {
			return 0, 0, false
		}
		certain = certain || control
		buf[length] = x
		if length++; length == want {
			c, size := utf8.DecodeRune(buf[:want])
			if c == utf8.RuneError || size != want {
				return 0, 0, false
			}
			return c, i + utf8.RuneLen(r), certain || want > 2
		}
	}
	return 0, 0, false
}

// Western returns the character that a control character of ISO 8859-1 (U+0080
// to U+009F) was as a byte of Windows-1252. It reports false for those that are
// none there, and for U+0085, which may end a line.
func Western(c rune) (rune, bool) {
	if c < 0x80 || c > 0x9f || c == 0x85 {
		return 0, false
	}
	r := charmap.Windows1252.DecodeByte(byte(c))
	return r, r != utf8.RuneError && r != c
}
