package font

import (
	"embed"
	"sync"
)

// The embedded faces, unmodified files under the SIL Open Font License beside
// them: Source Serif 4 in its optical sizes, Source Sans 3, Source Code Pro,
// and Noto for the scripts and signs that these lack.

//go:embed faces/*.ttf
var files embed.FS

// Embedded names a face that the library carries. The zero value is the face
// of running text.
type Embedded uint8

// The embedded faces: by family, optical size and style.
const (
	Serif Embedded = iota
	SerifItalic
	SerifSemibold
	SerifSemiboldItalic
	SerifBold
	SerifBoldItalic
	SerifDisplayLight
	SerifSubheadItalic
	SerifSmallText
	SerifSmallTextItalic
	SerifSmallTextSemibold
	SerifCaption
	SerifCaptionItalic
	Sans
	SansItalic
	SansSemibold
	Code
	CodeItalic
	CodeSemibold
	NotoSerif
	NotoSerifItalic
	NotoSerifBold
	NotoSans
	NotoSansBold
	NotoSansMath
	NotoSansSymbols
	NotoSansSymbols2
	NotoEmoji
	embeddedFaces // how many there are
)

// embedded holds, for each face, its file's base name and its parsed form,
// made when first asked for.
var embedded = func() (list [embeddedFaces]struct {
	name string
	face func() *Face
}) {
	for i, name := range [embeddedFaces]string{
		Serif:                  "SourceSerif4-Regular",
		SerifItalic:            "SourceSerif4-It",
		SerifSemibold:          "SourceSerif4-Semibold",
		SerifSemiboldItalic:    "SourceSerif4-SemiboldIt",
		SerifBold:              "SourceSerif4-Bold",
		SerifBoldItalic:        "SourceSerif4-BoldIt",
		SerifDisplayLight:      "SourceSerif4Display-Light",
		SerifSubheadItalic:     "SourceSerif4Subhead-It",
		SerifSmallText:         "SourceSerif4SmText-Regular",
		SerifSmallTextItalic:   "SourceSerif4SmText-It",
		SerifSmallTextSemibold: "SourceSerif4SmText-Semibold",
		SerifCaption:           "SourceSerif4Caption-Regular",
		SerifCaptionItalic:     "SourceSerif4Caption-It",
		Sans:                   "SourceSans3-Regular",
		SansItalic:             "SourceSans3-It",
		SansSemibold:           "SourceSans3-Semibold",
		Code:                   "SourceCodePro-Regular",
		CodeItalic:             "SourceCodePro-It",
		CodeSemibold:           "SourceCodePro-Semibold",
		NotoSerif:              "NotoSerif-Regular",
		NotoSerifItalic:        "NotoSerif-Italic",
		NotoSerifBold:          "NotoSerif-Bold",
		NotoSans:               "NotoSans-Regular",
		NotoSansBold:           "NotoSans-Bold",
		NotoSansMath:           "NotoSansMath-Regular",
		NotoSansSymbols:        "NotoSansSymbols-Regular",
		NotoSansSymbols2:       "NotoSansSymbols2-Regular",
		NotoEmoji:              "NotoEmoji-Regular",
	} {
		list[i].name = name
		list[i].face = sync.OnceValue(func() *Face {
			data, err := files.ReadFile("faces/" + name + ".ttf")
			if err != nil {
				panic("internal error: " + err.Error())
			}
			f := &Face{name: name}
			if err := f.parse(data, false); err != nil {
				panic("internal error: " + name + ": " + err.Error())
			}
			return f
		})
	}
	return list
}()

// Face returns the face, parsed when first asked for.
func (e Embedded) Face() *Face { return embedded[e].face() }

// String returns the base name of the face's file, such as
// "SourceSerif4-Regular".
func (e Embedded) String() string { return embedded[e].name }

// EmbeddedByName returns the embedded face whose file has this base name, such
// as "SourceSans3-Semibold".
func EmbeddedByName(name string) (Embedded, bool) {
	for i := range embedded {
		if embedded[i].name == name {
			return Embedded(i), true
		}
	}
	return 0, false
}

// EmbeddedAll returns every embedded face, in the order of their constants.
func EmbeddedAll() []Embedded {
	all := make([]Embedded, embeddedFaces)
	for i := range all {
		all[i] = Embedded(i)
	}
	return all
}
