package font

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Features chooses among the forms that a face offers for the same text
// (OpenType layout features). The zero value is plain running text: kerning
// and standard ligatures, the face's default figures.
//
// A face without a form leaves the text as it is; [Face.Supports] tells.
type Features uint32

// The forms.
const (
	OldStyle       Features = 1 << iota // onum: figures with ascenders and descenders
	Lining                              // lnum: figures of the height of capitals
	Proportional                        // pnum: figures of their own widths
	Tabular                             // tnum: figures of one width, for columns
	SmallCaps                           // smcp: small capitals for lower-case letters
	CapsToSmall                         // c2sc: small capitals for capitals
	Superiors                           // sups: true superior figures and letters
	Inferiors                           // subs: true inferior figures
	CaseForms                           // case: punctuation raised to capitals
	CapitalSpacing                      // cpsp: capitals a little apart
	Fractions                           // frac: 1/2 as a fraction
	Ordinals                            // ordn: raised ordinal letters
	SlashedZero                         // zero
	Discretionary                       // dlig: ligatures that are ornaments
	NoLigatures                         // no liga, clig and calt: code, letterspaced text
	NoKerning                           // no kern
)

// featureTags holds the tags of each bit of Features, in order.
var featureTags = [...][]string{
	{"onum"}, {"lnum"}, {"pnum"}, {"tnum"}, {"smcp"}, {"c2sc"}, {"sups"}, {"subs"},
	{"case"}, {"cpsp"}, {"frac"}, {"ordn"}, {"zero"}, {"dlig"}, {"liga", "clig", "calt"}, {"kern"},
}

// list returns the features as the shaper wants them.
func (f Features) list() []harfbuzz.Feature {
	var list []harfbuzz.Feature
	for i, tags := range featureTags {
		bit := Features(1) << i
		if f&bit == 0 {
			continue
		}
		value := uint32(1)
		if bit == NoLigatures || bit == NoKerning {
			value = 0
		}
		for _, t := range tags {
			list = append(list, harfbuzz.Feature{
				Tag: opentype.MustNewTag(t), Value: value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
			})
		}
	}
	return list
}
