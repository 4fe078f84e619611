package font

import (
	_ "embed"
	"sync"
)

// The embedded faces, unmodified files under the SIL Open Font License beside
// them: Source Serif 4 in its optical sizes, Source Sans 3, Source Code Pro,
// and Noto for the scripts and signs that these lack.

// Each is a variable of its own: those of an [embed.FS] are copied to be read.
var (
	//go:embed faces/SourceSerif4-Regular.ttf
	serifFile []byte
	//go:embed faces/SourceSerif4-It.ttf
	serifItalicFile []byte
	//go:embed faces/SourceSerif4-Semibold.ttf
	serifSemiboldFile []byte
	//go:embed faces/SourceSerif4-SemiboldIt.ttf
	serifSemiboldItalicFile []byte
	//go:embed faces/SourceSerif4-Bold.ttf
	serifBoldFile []byte
	//go:embed faces/SourceSerif4-BoldIt.ttf
	serifBoldItalicFile []byte
	//go:embed faces/SourceSerif4Display-Light.ttf
	serifDisplayLightFile []byte
	//go:embed faces/SourceSerif4Subhead-It.ttf
	serifSubheadItalicFile []byte
	//go:embed faces/SourceSerif4SmText-Regular.ttf
	serifSmallTextFile []byte
	//go:embed faces/SourceSerif4SmText-It.ttf
	serifSmallTextItalicFile []byte
	//go:embed faces/SourceSerif4SmText-Semibold.ttf
	serifSmallTextSemiboldFile []byte
	//go:embed faces/SourceSerif4Caption-Regular.ttf
	serifCaptionFile []byte
	//go:embed faces/SourceSerif4Caption-It.ttf
	serifCaptionItalicFile []byte
	//go:embed faces/SourceSans3-Regular.ttf
	sansFile []byte
	//go:embed faces/SourceSans3-It.ttf
	sansItalicFile []byte
	//go:embed faces/SourceSans3-Semibold.ttf
	sansSemiboldFile []byte
	//go:embed faces/SourceCodePro-Regular.ttf
	codeFile []byte
	//go:embed faces/SourceCodePro-It.ttf
	codeItalicFile []byte
	//go:embed faces/SourceCodePro-Semibold.ttf
	codeSemiboldFile []byte
	//go:embed faces/NotoSerif-Regular.ttf
	notoSerifFile []byte
	//go:embed faces/NotoSerif-Italic.ttf
	notoSerifItalicFile []byte
	//go:embed faces/NotoSerif-Bold.ttf
	notoSerifBoldFile []byte
	//go:embed faces/NotoSans-Regular.ttf
	notoSansFile []byte
	//go:embed faces/NotoSans-Bold.ttf
	notoSansBoldFile []byte
	//go:embed faces/NotoSansMath-Regular.ttf
	notoSansMathFile []byte
	//go:embed faces/NotoSansSymbols-Regular.ttf
	notoSansSymbolsFile []byte
	//go:embed faces/NotoSansSymbols2-Regular.ttf
	notoSansSymbols2File []byte
	//go:embed faces/NotoEmoji-Regular.ttf
	notoEmojiFile []byte
)

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
	for i, file := range [embeddedFaces]struct {
		name string
		data []byte
	}{
		Serif:                  {"SourceSerif4-Regular", serifFile},
		SerifItalic:            {"SourceSerif4-It", serifItalicFile},
		SerifSemibold:          {"SourceSerif4-Semibold", serifSemiboldFile},
		SerifSemiboldItalic:    {"SourceSerif4-SemiboldIt", serifSemiboldItalicFile},
		SerifBold:              {"SourceSerif4-Bold", serifBoldFile},
		SerifBoldItalic:        {"SourceSerif4-BoldIt", serifBoldItalicFile},
		SerifDisplayLight:      {"SourceSerif4Display-Light", serifDisplayLightFile},
		SerifSubheadItalic:     {"SourceSerif4Subhead-It", serifSubheadItalicFile},
		SerifSmallText:         {"SourceSerif4SmText-Regular", serifSmallTextFile},
		SerifSmallTextItalic:   {"SourceSerif4SmText-It", serifSmallTextItalicFile},
		SerifSmallTextSemibold: {"SourceSerif4SmText-Semibold", serifSmallTextSemiboldFile},
		SerifCaption:           {"SourceSerif4Caption-Regular", serifCaptionFile},
		SerifCaptionItalic:     {"SourceSerif4Caption-It", serifCaptionItalicFile},
		Sans:                   {"SourceSans3-Regular", sansFile},
		SansItalic:             {"SourceSans3-It", sansItalicFile},
		SansSemibold:           {"SourceSans3-Semibold", sansSemiboldFile},
		Code:                   {"SourceCodePro-Regular", codeFile},
		CodeItalic:             {"SourceCodePro-It", codeItalicFile},
		CodeSemibold:           {"SourceCodePro-Semibold", codeSemiboldFile},
		NotoSerif:              {"NotoSerif-Regular", notoSerifFile},
		NotoSerifItalic:        {"NotoSerif-Italic", notoSerifItalicFile},
		NotoSerifBold:          {"NotoSerif-Bold", notoSerifBoldFile},
		NotoSans:               {"NotoSans-Regular", notoSansFile},
		NotoSansBold:           {"NotoSans-Bold", notoSansBoldFile},
		NotoSansMath:           {"NotoSansMath-Regular", notoSansMathFile},
		NotoSansSymbols:        {"NotoSansSymbols-Regular", notoSansSymbolsFile},
		NotoSansSymbols2:       {"NotoSansSymbols2-Regular", notoSansSymbols2File},
		NotoEmoji:              {"NotoEmoji-Regular", notoEmojiFile},
	} {
		list[i].name = file.name
		list[i].face = sync.OnceValue(func() *Face {
			f := &Face{name: file.name}
			if err := f.parse(file.data, false); err != nil {
				panic("internal error: " + file.name + ": " + err.Error())
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
