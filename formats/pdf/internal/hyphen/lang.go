package hyphen

import "strings"

// aliases name the set for tags whose language has another name, or several
// sets. What is not here is looked up under the tag itself, without its last
// subtags one after the other.
var aliases = [...]struct{ tag, set string }{
	// The spelling of the Commonwealth is nearer to the British one.
	{"en", "en-us"},
	{"en-au", "en-gb"}, {"en-ie", "en-gb"}, {"en-in", "en-gb"}, {"en-nz", "en-gb"}, {"en-za", "en-gb"},
	{"no", "nb"},
	{"el-monoton", "el"}, {"grc", "el-polyton"}, {"el-polytonic", "el-polyton"},
	// Serbian is written in Cyrillic unless the tag says otherwise; its
	// neighbours in Latin letters, but for these.
	{"sr", "sr-cyrl"}, {"sr-me", "sr-latn"},
	{"sh", "sr-latn"}, {"sh-cyrl", "sr-cyrl"},
	{"bs", "sr-latn"}, {"bs-cyrl", "sr-cyrl"},
	{"cnr", "sr-latn"}, {"cnr-cyrl", "sr-cyrl"},
	{"hr", "sr-latn"},
}

// For returns the patterns for a language given as a BCP 47 tag, such as "en",
// "de-AT" or "sr-Latn-RS"; upper and lower case are alike. The most special
// set that fits is taken; ok is false when there is none.
//
// A set is read when it is asked for first, which takes some milliseconds.
func For(lang string) (p *Patterns, ok bool) {
	tag := strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	for tag != "" {
		name := tag
		for _, a := range aliases {
			if a.tag == tag {
				name = a.set
			}
		}
		for i := range sets {
			if strings.ToLower(sets[i].tag) == name {
				return loaders[i](), true
			}
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return nil, false
}
