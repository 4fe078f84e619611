package font

// Metrics are the measures of a face in font units; those below the baseline
// are negative.
type Metrics struct {
	UnitsPerEm         int
	Ascender           int // of the tallest ordinary letters, from hhea
	Descender          int
	LineGap            int
	CapHeight          int
	XHeight            int
	UnderlinePosition  int // the middle of the stroke
	UnderlineThickness int
	StrikeoutPosition  int
	StrikeoutThickness int
	ItalicAngle        int // in 1/65536 degree, negative when leaning right
	Weight             int // 400 is regular, 700 bold
	Box                Bounds
	FixedPitch         bool
	Italic             bool
	Variable           bool // the default instance of a variable font is used
}

// Bounds is a box in font units, y upwards.
type Bounds struct{ XMin, YMin, XMax, YMax int }

// readMetrics reads head, hhea, OS/2 and post, and refuses faces whose owners
// forbid what documents need.
func (f *Face) readMetrics() error {
	i16 := func(b []byte, at int) int { return int(int16(order.Uint16(b[at:]))) }
	head, hhea, os2, post := f.tables["head"], f.tables["hhea"], f.tables["OS/2"], f.tables["post"]
	m := &f.metric
	m.UnitsPerEm = int(order.Uint16(head[18:]))
	if m.UnitsPerEm < 16 || m.UnitsPerEm > 16384 {
		return broken("%d units to the em", m.UnitsPerEm)
	}
	m.Box = Bounds{i16(head, 36), i16(head, 38), i16(head, 40), i16(head, 42)}
	m.Italic = head[45]&2 != 0
	m.Weight = 400
	if head[45]&1 != 0 {
		m.Weight = 700
	}
	m.Ascender, m.Descender, m.LineGap = i16(hhea, 4), i16(hhea, 6), i16(hhea, 8)
	m.UnderlinePosition, m.UnderlineThickness = -m.UnitsPerEm/10, m.UnitsPerEm/20
	if len(post) >= 16 {
		m.ItalicAngle = int(int32(order.Uint32(post[4:])))
		m.UnderlinePosition, m.UnderlineThickness = i16(post, 8), i16(post, 10)
		m.FixedPitch = order.Uint32(post[12:]) != 0
	}
	m.StrikeoutPosition, m.StrikeoutThickness = m.UnitsPerEm/4, m.UnderlineThickness
	if len(os2) >= 78 {
		// Restricted licence, no subsetting, bitmaps only.
		if fs := order.Uint16(os2[8:]); fs&0xF == 2 || fs&0x300 != 0 {
			return ErrForbidden
		}
		m.Weight = int(order.Uint16(os2[4:]))
		m.Italic = m.Italic || os2[63]&1 != 0
		m.StrikeoutThickness, m.StrikeoutPosition = i16(os2, 26), i16(os2, 28)
	}
	if len(os2) >= 90 && order.Uint16(os2) >= 2 {
		m.XHeight, m.CapHeight = i16(os2, 86), i16(os2, 88)
	}
	if m.CapHeight <= 0 {
		m.CapHeight = m.UnitsPerEm * 7 / 10
	}
	if m.XHeight <= 0 {
		m.XHeight = m.UnitsPerEm / 2
	}
	if m.Ascender == 0 && m.Descender == 0 {
		m.Ascender, m.Descender = m.Box.YMax, m.Box.YMin
	}
	m.Variable = f.tables["fvar"] != nil
	return nil
}
