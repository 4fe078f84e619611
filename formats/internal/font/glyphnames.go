package font

import (
	"strings"
	"sync"
)

// The names of glyphs (OpenType 1.9, "post", version 2). They tell which glyphs
// are forms of a character: "one.onum" is one of "one".

// macintosh holds the names that a table refers to by their numbers, in their
// order.
const macintosh = ".notdef .null nonmarkingreturn space exclam quotedbl numbersign dollar percent ampersand " +
	"quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three " +
	"four five six seven eight nine colon semicolon less equal greater question at A B C D E F G " +
	"H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum " +
	"underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar " +
	"braceright asciitilde Adieresis Aring Ccedilla Eacute Ntilde Odieresis Udieresis aacute " +
	"agrave acircumflex adieresis atilde aring ccedilla eacute egrave ecircumflex edieresis " +
	"iacute igrave icircumflex idieresis ntilde oacute ograve ocircumflex odieresis otilde uacute " +
	"ugrave ucircumflex udieresis dagger degree cent sterling section bullet paragraph germandbls " +
	"registered copyright trademark acute dieresis notequal AE Oslash infinity plusminus " +
	"lessequal greaterequal yen mu partialdiff summation product pi integral ordfeminine " +
	"ordmasculine Omega ae oslash questiondown exclamdown logicalnot radical florin approxequal " +
	"Delta guillemotleft guillemotright ellipsis nonbreakingspace Agrave Atilde Otilde OE oe " +
	"endash emdash quotedblleft quotedblright quoteleft quoteright divide lozenge ydieresis " +
	"Ydieresis fraction currency guilsinglleft guilsinglright fi fl daggerdbl periodcentered " +
	"quotesinglbase quotedblbase perthousand Acircumflex Ecircumflex Aacute Edieresis Egrave " +
	"Iacute Icircumflex Idieresis Igrave Oacute Ocircumflex apple Ograve Uacute Ucircumflex " +
	"Ugrave dotlessi circumflex tilde macron breve dotaccent ring cedilla hungarumlaut ogonek " +
	"caron Lslash lslash Scaron scaron Zcaron zcaron brokenbar Eth eth Yacute yacute Thorn thorn " +
	"minus multiply onesuperior twosuperior threesuperior onehalf onequarter threequarters franc " +
	"Gbreve gbreve Idotaccent Scedilla scedilla Cacute cacute Ccaron ccaron dcroat"

var macintoshNames = sync.OnceValue(func() []string { return strings.Fields(macintosh) })

// glyphNames is the table post: for each glyph the number of its name, and the
// names that are not those of the Macintosh.
type glyphNames struct {
	numbers []byte
	strings []byte   // the own names, each behind its length
	own     []uint32 // where each begins in them
}

// readGlyphNames reads the table of a font with so many glyphs. One of another
// version, or that is broken, names no glyph.
func readGlyphNames(post []byte, glyphs int) (names glyphNames) {
	const head = 34
	if len(post) < 32 {
		return names
	}
	switch order.Uint32(post) {
	case 0x00010000: // the glyphs are those of the Macintosh
		for i := range min(glyphs, len(macintoshNames())) {
			names.numbers = order.AppendUint16(names.numbers, uint16(i))
		}
		return names
	case 0x00020000:
	default:
		return names
	}
	if len(post) < head+2*glyphs || int(order.Uint16(post[head-2:])) != glyphs {
		return names
	}
	names.numbers = post[head : head+2*glyphs]
	names.strings = post[head+2*glyphs:]
	names.own = make([]uint32, 0, glyphs)
	for at := 0; at < len(names.strings) && at+int(names.strings[at]) < len(names.strings); {
		names.own = append(names.own, uint32(at))
		at += 1 + int(names.strings[at])
	}
	return names
}

// name returns the name of a glyph, "" for none.
func (n glyphNames) name(g GID) string {
	if 2*int(g) >= len(n.numbers) {
		return ""
	}
	builtIn := macintoshNames()
	i := int(order.Uint16(n.numbers[2*int(g):]))
	switch {
	case i < len(builtIn):
		return builtIn[i]
	case i-len(builtIn) < len(n.own):
		s := n.strings[n.own[i-len(builtIn)]:]
		return string(s[1 : 1+int(s[0])])
	}
	return ""
}
