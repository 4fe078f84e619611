package verify

import (
	"encoding/binary"
	"maps"
	"slices"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Colours and the output intent (ISO 19005-3, 6.2.3 to 6.2.10).

// colours says which device colours a file uses.
type colours struct{ rgb, cmyk, gray bool }

// intents returns the output intents.
func (c *pdfChecker) intents() []pdfobject.Dict {
	var list []pdfobject.Dict
	a, _ := c.Array(c.catalog["OutputIntents"])
	for _, o := range a {
		if d, ok := c.Dict(o); ok {
			list = append(list, d)
		}
	}
	return list
}

// intentSpace returns the colour space of PDF/A's output intent as ICC names
// it, such as "RGB "; empty if there is none.
func (c *pdfChecker) intentSpace() string {
	for _, d := range c.intents() {
		if d["S"] == pdfobject.Name("GTS_PDFA1") {
			if s, ok := c.Stream(d["DestOutputProfile"]); ok {
				if p, err := c.Data(s); err == nil && len(p) >= 128 {
					return string(p[16:20])
				}
			}
		}
	}
	return ""
}

// colourRules checks intents, and that device colours have a meaning.
func (c *pdfChecker) colourRules() {
	var shared pdfobject.Object
	for _, d := range c.intents() {
		if d["DestOutputProfileRef"] != nil && (c.part == 4 || d["S"] == pdfobject.Name("GTS_PDFX")) {
			c.archive("6.2.3", "an output intent has its profile in another file")
		}
		o := d["DestOutputProfile"]
		if o == nil {
			continue
		}
		if shared != nil && shared != o {
			c.archive("6.2.3", "the output intents have different profiles")
		}
		shared = o
		s, ok := c.Stream(o)
		if !ok {
			c.archive("6.2.3", "the profile of an output intent is not there")
			continue
		}
		data, err := c.Data(s)
		if err != nil || !profile(data, "prtr", "mntr") {
			c.archive("6.2.3", "the profile of an output intent is not one of a monitor or a printer")
		} else if !c.components(s, data) {
			c.archive("6.2.3", "the profile of an output intent has another number of components than it says")
		}
	}
	space := c.intentSpace()
	if c.used.rgb && space != "RGB " {
		c.archive("6.2.4.3", "colours in RGB have no output intent in RGB")
	}
	if c.used.cmyk && space != "CMYK" {
		c.archive("6.2.4.3", "colours in CMYK have no output intent in CMYK")
	}
	if c.used.gray && space == "" {
		c.archive("6.2.4.3", "greys have no output intent")
	}
}

// profile reports whether data is an ICC profile of one of the classes.
func profile(data []byte, classes ...string) bool {
	if len(data) < 132 || string(data[36:40]) != "acsp" || data[8] > 4 || int(binary.BigEndian.Uint32(data)) > len(data) {
		return false
	}
	switch string(data[16:20]) {
	case "RGB ", "CMYK", "GRAY", "Lab ":
	default:
		return false
	}
	for _, class := range classes {
		if string(data[12:16]) == class {
			return true
		}
	}
	return false
}

// components reports whether a profile has as many components as its stream
// says (ISO 32000-1, table 66).
func (c *pdfChecker) components(s *pdfobject.Stream, data []byte) bool {
	want := 3
	switch string(data[16:20]) {
	case "CMYK":
		want = 4
	case "GRAY":
		want = 1
	}
	n, _ := c.Integer(s.Dict["N"])
	return n == want
}

// space notes a colour space that is used.
func (c *pdfChecker) space(o pdfobject.Object, depth int) {
	if depth > 8 {
		return
	}
	switch v := c.Resolve(o).(type) {
	case pdfobject.Name:
		switch v {
		case "DeviceRGB", "RGB":
			c.used.rgb = true
		case "DeviceCMYK", "CMYK":
			c.used.cmyk = true
		case "DeviceGray", "G":
			c.used.gray = true
		}
	case pdfobject.Array:
		if len(v) < 2 {
			if len(v) == 1 {
				c.space(v[0], depth+1)
			}
			return
		}
		family, _ := c.Name(v[0])
		switch family {
		case "ICCBased":
			s, ok := c.Stream(v[1])
			if !ok {
				return
			}
			if data, err := c.Data(s); err != nil || !profile(data, "prtr", "mntr", "scnr", "spac") {
				c.archive("6.2.4.2", "a colour space has no usable profile")
			} else if !c.components(s, data) {
				c.archive("6.2.4.2", "the profile of a colour space has another number of components than it says")
			}
		case "Indexed", "I", "Pattern":
			c.space(v[1], depth+1)
		case "Separation", "DeviceN":
			if len(v) > 2 {
				c.space(v[2], depth+1)
			}
			if names, ok := c.Array(v[1]); ok && len(names) > 32 {
				c.archive("6.1.13", "a colour space has %d components", len(names))
			}
		}
	}
}

// image checks an image that is drawn.
func (c *pdfChecker) image(where string, s *pdfobject.Stream) {
	if c.Resolve(s.Dict["ImageMask"]) != pdfobject.Boolean(true) && s.Dict["ColorSpace"] != nil {
		c.space(s.Dict["ColorSpace"], 0)
	}
	if n, ok := c.Integer(s.Dict["BitsPerComponent"]); ok && n != 1 && n != 2 && n != 4 && n != 8 && n != 16 {
		c.archive("6.2.8", "%s: an image has %d bits a component", where, n)
	}
	if n, ok := c.Name(s.Dict["Intent"]); ok {
		c.renderingIntent(where, n)
	}
	if m, ok := c.Stream(s.Dict["SMask"]); ok {
		c.space(m.Dict["ColorSpace"], 0)
	}
}

func (c *pdfChecker) renderingIntent(where string, n pdfobject.Name) {
	switch n {
	case "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation":
	default:
		if c.part == 4 {
			return // readers take RelativeColorimetric (ISO 32000-2, 8.6.5.8)
		}
		c.archive("6.2.6", "%s: the rendering intent %s does not exist", where, n)
	}
}

// graphicsState checks a graphics state dictionary (6.2.5 and 6.2.10).
func (c *pdfChecker) graphicsState(where string, d pdfobject.Dict) {
	if d["TR"] != nil || d["HTP"] != nil && c.part != 4 || d["HTO"] != nil && c.part == 4 || d["TR2"] != nil && c.Resolve(d["TR2"]) != pdfobject.Object(pdfobject.Name("Default")) {
		c.archive("6.2.5", "%s: a graphics state has a transfer function", where)
	}
	if d["HT"] != nil {
		c.halftone(where, "", d["HT"], 0)
	}
	modes := c.kids(d["BM"])
	for _, m := range modes {
		switch n, _ := c.Name(m); n {
		case "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
			"HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity":
		default:
			c.archive("6.2.10", "%s: the blend mode %s does not exist", where, n)
		}
	}
	if n, ok := c.Name(d["RI"]); ok {
		c.renderingIntent(where, n)
	}
}

// halftone checks a halftone, which is for a colorant where it is one of
// several (6.2.5).
func (c *pdfChecker) halftone(where string, colorant pdfobject.Name, o pdfobject.Object, depth int) {
	d, ok := c.Dict(o)
	if !ok {
		return // the name Default
	}
	kind, _ := c.Integer(d["HalftoneType"])
	if kind != 1 && kind != 5 || d["HalftoneName"] != nil {
		c.archive("6.2.5", "%s: a halftone is of another kind than 1 and 5 or has a name", where)
	}
	if kind == 5 && depth == 0 {
		for _, k := range slices.Sorted(maps.Keys(d)) {
			if k != "Type" && k != "HalftoneType" && k != "HalftoneName" {
				c.halftone(where, k, d[k], depth+1)
			}
		}
		return
	}
	switch colorant {
	case "Default":
	case "", "Cyan", "Magenta", "Yellow", "Black":
		if d["TransferFunction"] != nil {
			c.archive("6.2.5", "%s: a halftone has a transfer function", where)
		}
	default:
		if d["TransferFunction"] == nil {
			c.archive("6.2.5", "%s: the halftone of %s has no transfer function", where, colorant)
		}
	}
}
