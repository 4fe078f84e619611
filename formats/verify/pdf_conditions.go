package verify

// The tables of what is checked. A condition that is not has its reason.

// Condition is a way in which a file can fail a standard.
type Condition struct {
	// ID is the number of the condition or clause, such as "28-012" or
	// "6.2.11.5".
	ID string
	// Code is that of the findings.
	Code string
	// Fails says when the file fails, in a few words.
	Fails string
	// Human is set where only people can tell.
	Human bool
	// Unchecked is the reason why the condition is not checked; empty if it is.
	Unchecked string
}

const (
	needsHuman   = "needs judgement"
	noTest       = "the protocol sets no test of its own here"
	noType1      = "programs in Type 1 and CFF are not read: Quire embeds TrueType alone"
	noGlyphNames = "the Adobe Glyph List is not carried: Quire writes no font that names its glyphs"
)

// Matterhorn returns the failure conditions of the Matterhorn Protocol 1.1
// (PDF Association, 2021) for PDF/UA-1, in order: 87 for machines, 48 for
// people, and two numbers of clauses without a test.
func Matterhorn() []Condition {
	human := func(id, fails string) Condition {
		return Condition{ID: id, Fails: fails, Human: true, Unchecked: needsHuman}
	}
	machine := func(id, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-ua-" + id, Fails: fails}
	}
	without := func(c Condition, reason string) Condition {
		c.Unchecked = reason
		return c
	}
	return []Condition{
		human("01-001", "an artifact is tagged as content"),
		human("01-002", "content is marked as an artifact"),
		machine("01-003", "an artifact stands inside tagged content"),
		machine("01-004", "tagged content stands inside an artifact"),
		machine("01-005", "something is neither tagged nor an artifact"),
		human("01-006", "a type or an attribute does not suit the content"),
		machine("01-007", "the tags are marked as suspect"),
		machine("02-001", "a type is mapped to no standard type"),
		human("02-002", "a type is mapped to one of another meaning"),
		machine("02-003", "types are mapped in a circle"),
		machine("02-004", "a standard type is mapped to another"),
		human("03-001", "something flickers"),
		human("03-002", "something in a medium flickers"),
		human("03-003", "a script makes something flicker"),
		human("04-001", "colour, contrast or place alone carries meaning"),
		human("05-001", "sound has no equivalent"),
		human("05-002", "a sound annotation has no equivalent"),
		human("05-003", "a script beeps and tells it in no other way"),
		machine("06-001", "there are no metadata"),
		machine("06-002", "the metadata do not name PDF/UA"),
		machine("06-003", "the metadata have no title"),
		human("06-004", "the title does not identify the document"),
		machine("07-001", "the viewer is not told to show the title"),
		machine("07-002", "the viewer is told not to show the title"),
		human("08-001", "recognised text has errors"),
		human("08-002", "recognised text is not tagged as content"),
		human("09-001", "tags are not in reading order"),
		human("09-002", "elements are nested without sense"),
		human("09-003", "a type does not suit its element"),
		machine("09-004", "the parts of a table are nested wrongly"),
		machine("09-005", "the parts of a list are nested wrongly"),
		machine("09-006", "the parts of a table of contents are nested wrongly"),
		machine("09-007", "the parts of a ruby are nested wrongly"),
		machine("09-008", "the parts of a warichu are nested wrongly"),
		machine("10-001", "a code stands for no character"),
		machine("11-001", "the language of text cannot be told"),
		machine("11-002", "the language of an alternative text cannot be told"),
		machine("11-003", "the language of the outline cannot be told"),
		machine("11-004", "the language of an annotation cannot be told"),
		machine("11-005", "the language of a form field's name cannot be told"),
		machine("11-006", "the language of the metadata cannot be told"),
		human("11-007", "a language is not the right one"),
		human("12-001", "stretched characters are not what they look like"),
		human("13-001", "a drawing is not tagged as a figure"),
		human("13-002", "a link with a meaningful background does not tell both"),
		human("13-003", "a caption is not tagged as one"),
		machine("13-004", "a figure has no alternative text"),
		human("13-005", "an actual text stands where an alternative should"),
		human("13-006", "parts of a drawing are tagged apart"),
		human("13-007", "a more accessible form exists and is not used"),
		human("13-008", "a figure that is read as text has no actual text"),
		human("14-001", "headings are not tagged"),
		machine("14-002", "the first heading is not of the first level"),
		machine("14-003", "a level of headings is skipped"),
		human("14-004", "numbers of headings are not in Arabic numerals"),
		human("14-005", "a heading beyond the sixth level is not tagged as one"),
		machine("14-006", "an element holds two headings H"),
		machine("14-007", "both H and numbered headings are used"),
		human("15-001", "the header of a row is not tagged"),
		human("15-002", "the header of a column is not tagged"),
		machine("15-003", "a header cell has no scope"),
		human("15-004", "what is no table is tagged as one"),
		human("15-005", "the header of a cell cannot be told"),
		human("16-001", "an ordered list does not say how it is numbered"),
		human("16-002", "an ordered list says that it is not numbered"),
		human("16-003", "a list is not tagged"),
		human("17-001", "a formula is not tagged"),
		machine("17-002", "a formula has no alternative text"),
		machine("17-003", "a character of a formula cannot be told"),
		human("18-001", "a running head or foot is not marked as one"),
		human("18-002", "a running head or foot does not say which of the two it is"),
		human("19-001", "a note is not tagged"),
		human("19-002", "a reference is not tagged"),
		machine("19-003", "a note has no id"),
		machine("19-004", "two notes have one id"),
		machine("20-001", "a configuration of layers has no name"),
		machine("20-002", "the default configuration of layers has no name"),
		machine("20-003", "layers switch themselves"),
		machine("21-001", "an embedded file has not both names"),
		human("22-001", "article threads are not in reading order"),
		{ID: "23-001", Fails: "a signature is not accessible", Unchecked: noTest},
		human("24-001", "a printed form is not tagged"),
		machine("25-001", "a form renders dynamically"),
		machine("26-001", "an encrypted file states no permissions"),
		machine("26-002", "encryption keeps assistive technology out"),
		{ID: "27-001", Fails: "there is no way to navigate", Unchecked: noTest},
		human("28-001", "an annotation is not in reading order"),
		machine("28-002", "an annotation stands outside of Annot"),
		human("28-003", "an annotation for looks is not an artifact"),
		machine("28-004", "an annotation has no description"),
		machine("28-005", "a form field has no name for people"),
		machine("28-006", "an annotation of an unknown kind is not described"),
		machine("28-007", "there is a trap network annotation"),
		machine("28-008", "a page does not say in which order annotations are visited"),
		machine("28-009", "annotations are not visited in the order of the structure"),
		machine("28-010", "a form field stands outside of Form"),
		machine("28-011", "a link stands outside of Link"),
		machine("28-012", "a link does not say where it leads"),
		human("28-013", "an image map has no other way"),
		machine("28-014", "a media clip has no media type"),
		machine("28-015", "a media clip has no alternative text"),
		machine("28-016", "an attached file has not both names"),
		machine("28-017", "a printer's mark is part of the structure"),
		machine("28-018", "a printer's mark is no artifact"),
		human("29-001", "a script needs timing or is not accessible"),
		machine("30-001", "a form stands for a page of another file"),
		machine("30-002", "a form with tagged content is drawn more than once"),
		machine("31-001", "font and CMap differ in the registry"),
		machine("31-002", "font and CMap differ in the ordering"),
		machine("31-003", "the CMap is of a later supplement than the font"),
		machine("31-004", "the map from characters to glyphs is neither a stream nor the identity"),
		machine("31-005", "there is no map from characters to glyphs"),
		machine("31-006", "a CMap is neither known nor embedded"),
		machine("31-007", "a CMap and its dictionary differ in the writing mode"),
		machine("31-008", "a CMap builds on an unknown one"),
		machine("31-009", "a font is not embedded"),
		human("31-010", "a font may not be embedded for everyone's use"),
		machine("31-011", "a glyph is not in the font program"),
		without(machine("31-012", "the CharSet leaves out a glyph"), noType1),
		without(machine("31-013", "the CharSet lists a glyph that is not there"), noType1),
		machine("31-014", "the CIDSet leaves out a glyph"),
		machine("31-015", "the CIDSet lists a glyph that is not there"),
		machine("31-016", "dictionary and program differ in the width of a glyph"),
		machine("31-017", "a font that is not symbolic has no cmap but one for symbols"),
		machine("31-018", "a code is in no cmap"),
		machine("31-019", "a TrueType font has no encoding"),
		machine("31-020", "an encoding builds on none"),
		machine("31-021", "an encoding is neither MacRoman nor WinAnsi"),
		without(machine("31-022", "an encoding names glyphs that are not in the Adobe Glyph List"), noGlyphNames),
		machine("31-023", "an encoding has differences and the program no cmap for Unicode"),
		machine("31-024", "a symbolic font has an encoding"),
		machine("31-025", "a symbolic font has no cmap"),
		machine("31-026", "a symbolic font has several cmaps and none for symbols"),
		machine("31-027", "a font does not say which characters its glyphs stand for"),
		machine("31-028", "a code stands for U+0000"),
		machine("31-029", "a code stands for U+FEFF or U+FFFE"),
		machine("31-030", "a gap is shown for a missing character"),
	}
}

// Archive returns the clauses of ISO 19005-3 that are checked, and those that
// are not. Those of ISO 19005-2 differ in 6.8 alone.
func Archive() []Condition {
	clause := func(id, fails string) Condition {
		code := []byte("verify-pdf-a-" + id)
		for i, b := range code {
			if b == '.' {
				code[i] = '-'
			}
		}
		return Condition{ID: id, Code: string(code), Fails: fails}
	}
	without := func(id, fails, reason string) Condition {
		c := clause(id, fails)
		c.Unchecked = reason
		return c
	}
	return []Condition{
		clause("6.1.2", "the header is wrong"),
		clause("6.1.3", "the trailer has no id, the file is encrypted or goes on behind its end"),
		clause("6.1.4", "the line ends of a cross-reference table are wrong"),
		clause("6.1.6", "a hexadecimal string outside of streams has an odd or wrong digit"),
		clause("6.1.7.1", "a stream is not as long as it says or is in another file"),
		clause("6.1.7.2", "a stream has a filter that is not allowed"),
		clause("6.1.8", "a name is not in UTF-8"),
		clause("6.1.9", "an object is not set off by line ends"),
		clause("6.1.10", "an inline image has a filter that is not allowed"),
		clause("6.1.12", "there are permissions that are not allowed"),
		clause("6.1.13", "a limit of readers is passed"),
		clause("6.2.2", "an operator does not exist or resources are inherited"),
		clause("6.2.3", "the profile of the output intent is not usable"),
		clause("6.2.4.2", "the profile of a colour space is not usable"),
		clause("6.2.4.3", "device colours have no output intent"),
		without("6.2.4.4", "separations are not described alike", "a text document has no spot colours"),
		clause("6.2.5", "there are transfer functions"),
		clause("6.2.6", "a rendering intent does not exist"),
		clause("6.2.8", "an image has alternates or is interpolated"),
		without("6.2.8.3", "a JPEG 2000 image breaks its profile", "Quire embeds PNG and JPEG alone"),
		clause("6.2.9", "a form holds PostScript or stands for a page of another file"),
		clause("6.2.10", "a blend mode does not exist or transparency has no blending space"),
		clause("6.2.11.2", "a font dictionary lacks what it needs"),
		clause("6.2.11.3.1", "font and CMap do not belong together"),
		clause("6.2.11.3.2", "there is no map from characters to glyphs"),
		clause("6.2.11.3.3", "a CMap is neither known nor embedded"),
		clause("6.2.11.4.1", "a font or a glyph is not embedded"),
		clause("6.2.11.4.2", "the list of a font's glyphs is not complete"),
		clause("6.2.11.5", "dictionary and program differ in the width of a glyph"),
		clause("6.2.11.6", "the encoding of a TrueType font is wrong"),
		clause("6.2.11.7.2", "a code stands for no character"),
		clause("6.2.11.7.3", "a code stands for a private character"),
		clause("6.2.11.8", "a gap is shown for a missing character"),
		clause("6.3.1", "an annotation is of a kind that is not allowed"),
		clause("6.3.2", "an annotation is not always seen and printed"),
		clause("6.3.3", "an annotation has no appearance"),
		clause("6.4.1", "a form field has actions or the form needs appearances"),
		clause("6.4.2", "the form is in XFA"),
		without("6.4.3", "a signature does not cover the file", "Quire signs nothing"),
		clause("6.5.1", "an action is not allowed"),
		clause("6.5.2", "there are additional actions"),
		clause("6.6.2.1", "the metadata are missing or not well-formed"),
		clause("6.6.2.3.1", "a property is unknown or of the wrong type"),
		clause("6.6.2.3.3", "an extension schema is not complete"),
		clause("6.6.4", "the metadata do not name PDF/A"),
		clause("6.7.2.2", "the file is not marked as tagged"),
		clause("6.7.3.3", "there is no structure tree"),
		clause("6.7.3.4", "a type is mapped to no standard type"),
		clause("6.7.4", "a language tag is malformed"),
		clause("6.8", "an embedded file is not associated or not described"),
		clause("6.9", "layers are named wrongly or switch themselves"),
		clause("6.10", "there are alternate presentations"),
		clause("6.11", "there are requirements"),
	}
}
