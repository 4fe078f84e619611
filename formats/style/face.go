package style

// Faces are named by the base names of their files, such as
// "SourceSerif4-Regular"; formats/internal/font knows the files.

// Family is a face in the styles that text asks for. An empty name falls back
// on Regular.
type Family struct {
	// Name is the family's name as CSS has it.
	Name                              string
	Regular, Italic, Bold, BoldItalic string
}

// Cut returns the face for a weight and slant.
func (f Family) Cut(bold, italic bool) string {
	switch {
	case bold && italic && f.BoldItalic != "":
		return f.BoldItalic
	case bold && f.Bold != "":
		return f.Bold
	case italic && f.Italic != "":
		return f.Italic
	}
	return f.Regular
}

// Role is a family by what it is for.
type Role uint8

// The roles: one typeface in its optical sizes, a sans for what is not the
// text, and a face for code.
const (
	TextRole    Role = iota // running text
	SmallRole               // notes and quotations
	CaptionRole             // the smallest sizes
	DisplayRole             // titles
	SubheadRole             // subtitles
	SansRole                // headings, labels, tables
	CodeRole                // code and formulas
	roles
)

// Faces holds the family of each role.
type Faces [roles]Family

// HouseFaces returns the faces of the house style. Only the text face has a bold
// italic: elsewhere stress in bold text shows by its slant alone.
func HouseFaces() Faces {
	return Faces{
		TextRole:    {"Source Serif 4", "SourceSerif4-Regular", "SourceSerif4-It", "SourceSerif4-Bold", "SourceSerif4-BoldIt"},
		SmallRole:   {"Source Serif 4 SmText", "SourceSerif4SmText-Regular", "SourceSerif4SmText-It", "SourceSerif4SmText-Semibold", "SourceSerif4SmText-It"},
		CaptionRole: {"Source Serif 4 Caption", "SourceSerif4Caption-Regular", "SourceSerif4Caption-It", "", ""},
		DisplayRole: {"Source Serif 4 Display", "SourceSerif4Display-Light", "SourceSerif4Subhead-It", "", "SourceSerif4Subhead-It"},
		SubheadRole: {"Source Serif 4 Subhead", "SourceSerif4Subhead-It", "", "", ""},
		SansRole:    {"Source Sans 3", "SourceSans3-Regular", "SourceSans3-It", "SourceSans3-Semibold", "SourceSans3-It"},
		CodeRole:    {"Source Code Pro", "SourceCodePro-Regular", "SourceCodePro-It", "SourceCodePro-Semibold", "SourceCodePro-It"},
	}
}

// Tint is a colour of the palette by what it is for.
type Tint uint8

// The tints that text can have.
const (
	InkTint Tint = iota
	AccentTint
	SecondaryTint
	HairlineTint
	GroundTint
	PaperTint
)

// Tint returns the colour.
func (p Palette) Tint(t Tint) Color {
	switch t {
	case AccentTint:
		return p.Accent
	case SecondaryTint:
		return p.Secondary
	case HairlineTint:
		return p.Hairline
	case GroundTint:
		return p.Ground
	case PaperTint:
		return p.Paper
	}
	return p.Ink
}

// Case is how capitals and small letters of the source are set.
type Case uint8

// The cases.
const (
	AsWritten Case = iota
	// Capitals sets everything in capitals, by upper-casing.
	Capitals
	// SmallCapitals sets small letters as small capitals.
	SmallCapitals
	// AllSmallCapitals sets capitals as small capitals too.
	AllSmallCapitals
)

// Figures is the form of numerals.
type Figures uint8

// The forms of numerals.
const (
	OldStyle Figures = iota // proportional, with ascenders and descenders
	Lining                  // proportional, as high as capitals
	Tabular                 // lining, all of one width
)

// Type is how a kind of text is set.
type Type struct {
	Role         Role
	Bold, Italic bool
	// Size is that of the letters, Leading the distance of baselines.
	Size, Leading Length
	// Tracking is added behind each letter, in thousandths of the size.
	Tracking int
	Case     Case
	Figures  Figures
	Tint     Tint
	// Ragged text is set flush left; Balanced text has lines of equal
	// lengths; neither means justified.
	Ragged, Balanced bool
	// Unhyphenated text has no divided words.
	Unhyphenated bool
	// Acronyms of three and more letters become small capitals.
	Acronyms bool
}
