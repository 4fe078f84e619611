package verify

import "strings"

// The clauses of the standards for PDF 2.0. What a condition of the first parts
// finds as well is found under the name that it has there.

const (
	noForms   = "Quire writes no forms"
	noMarkup  = "Quire writes no annotations but links"
	noSpots   = "a text document has no spot colours"
	noPress4  = "Quire embeds no profiles in CMYK in a PDF/A-4"
	noJPEG2   = "Quire embeds PNG and JPEG alone"
	noSignUp  = "Quire signs nothing"
	noContent = "needs judgement"
)

// Accessible2 returns the clauses of ISO 14289-2 (PDF/UA-2) that can be
// checked, in order.
func Accessible2() []Condition {
	shared := func(id, matterhorn, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-ua-" + matterhorn, Fails: fails}
	}
	own := func(id, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-ua2-" + strings.ReplaceAll(id, ".", "-"), Fails: fails}
	}
	without := func(id, fails, reason string) Condition {
		c := own(id, fails)
		c.Unchecked = reason
		return c
	}
	return []Condition{
		shared("5", "06-002", "the metadata do not name PDF/UA-2"),
		own("5", "the metadata do not tell the year of PDF/UA-2"),
		shared("6.2", "01-005", "the file is not marked as tagged"),
		shared("8.2.1", "01-006", "an element does not lead back to its parent"),
		shared("8.2.2", "01-005", "something is neither tagged nor an artifact"),
		shared("8.2.2", "01-004", "tagged content stands inside an artifact"),
		shared("8.2.4", "02-001", "a type is mapped to no standard type"),
		shared("8.2.4", "02-003", "types are mapped in a circle"),
		shared("8.2.4", "02-004", "a standard type is mapped to another"),
		own("8.2.4", "a type is mapped within its namespace"),
		own("32005", "a type stands where ISO/TS 32005 does not let it"),
		own("8.2.5.2", "the tree is not rooted in one Document of PDF 2.0"),
		own("8.2.5.8", "an entry of a table of contents does not refer to its target"),
		own("8.2.5.12", "the type H is used"),
		own("8.2.5.14", "notes and what refers to them do not refer to each other"),
		shared("8.2.5.20", "28-011", "a link stands outside of Link and Reference"),
		own("8.2.5.20", "one link leads to two places"),
		own("8.2.5.23", "the parts of a ruby are wrong"),
		own("8.2.5.24", "the parts of a warichu are wrong"),
		own("8.2.5.25", "a list does not say how it is numbered, or an item has content of its own"),
		shared("8.2.5.26", "09-004", "a table is not regular"),
		shared("8.2.5.26", "15-003", "the header of a cell cannot be found"),
		own("8.2.5.27", "a caption stands in the middle"),
		shared("8.2.5.28.2", "13-004", "a figure has no alternative text"),
		own("8.2.5.29", "MathML stands outside of Formula"),
		own("8.4.3", "a private character has no meaning"),
		own("8.4.4", "the catalogue names no language"),
		shared("8.4.4", "11-001", "a language tag is malformed"),
		shared("8.4.5.3.1", "31-001", "font and CMap differ in the registry"),
		shared("8.4.5.3.1", "31-002", "font and CMap differ in the ordering"),
		shared("8.4.5.3.1", "31-003", "the CMap is of a later supplement than the font"),
		shared("8.4.5.3.2", "31-004", "the map from characters to glyphs is neither a stream nor the identity"),
		shared("8.4.5.3.2", "31-005", "there is no map from characters to glyphs"),
		shared("8.4.5.4", "31-006", "a CMap is neither known nor embedded"),
		shared("8.4.5.4", "31-007", "a CMap and its dictionary differ in the writing mode"),
		shared("8.4.5.4", "31-008", "a CMap builds on one that is not known"),
		shared("8.4.5.5.1", "31-009", "a font is not embedded"),
		shared("8.4.5.5.1", "31-011", "a glyph is not embedded"),
		shared("8.4.5.6", "31-016", "dictionary and program differ in the width of a glyph"),
		shared("8.4.5.7", "31-017", "a font that is not symbolic has no cmap but one for symbols"),
		shared("8.4.5.7", "31-019", "a TrueType font has no encoding"),
		shared("8.4.5.7", "31-021", "an encoding is neither MacRoman nor WinAnsi"),
		shared("8.4.5.7", "31-024", "a symbolic font has an encoding"),
		shared("8.4.5.7", "31-025", "a symbolic font has no cmap"),
		shared("8.4.5.8", "31-027", "a font does not say which characters its glyphs stand for"),
		shared("8.4.5.8", "10-001", "a code stands for no character"),
		shared("8.4.5.8", "31-028", "a code stands for U+0000"),
		shared("8.4.5.8", "31-029", "a code stands for U+FEFF or U+FFFE"),
		shared("8.4.5.9", "31-030", "a gap is shown for a missing character"),
		own("8.6", "a text for people holds a private character"),
		shared("8.7", "20-001", "a configuration of layers has no name"),
		shared("8.7", "20-003", "layers switch themselves"),
		own("8.8", "a link, a bookmark or the opening leads to a page, or nowhere"),
		own("8.9.2.2", "an annotation that is never seen is part of the structure"),
		shared("8.9.2.3", "28-002", "an annotation stands outside of Annot"),
		without("8.9.2.3", "rich and plain contents of an annotation differ", noMarkup),
		own("8.9.2.4.7", "a stamp does not tell what it means"),
		own("8.9.2.4.8", "a drawing in ink is not described"),
		own("8.9.2.4.9", "a pop-up is part of the structure"),
		own("8.9.2.4.10", "an attached file does not say how it relates to the document"),
		own("8.9.2.4.11", "there is sound or a movie"),
		own("8.9.2.4.12", "a screen is not described"),
		own("8.9.2.4.13", "a field without extent is part of the structure"),
		shared("8.9.2.4.14", "28-017", "a printer's mark is part of the structure"),
		shared("8.9.2.4.15", "28-007", "there is a trap network annotation"),
		own("8.9.2.4.19", "something in three dimensions, or a medium, is not described"),
		shared("8.9.3.3", "28-008", "a page does not say in which order annotations are visited"),
		shared("8.9.3.3", "28-009", "annotations are visited by columns"),
		own("8.9.4.2", "an annotation and its element are described differently"),
		shared("8.10.1", "28-010", "a form field stands outside of Form"),
		own("8.10.1", "an element holds several fields, or the form is in XFA"),
		own("8.10.2.3", "a field has neither a label nor a description"),
		without("8.10.3.3", "rich and plain values of a text field differ", noForms),
		without("8.10.3.5", "the picture of a signature is not described", noSignUp),
		shared("8.11.1", "06-001", "there are no metadata"),
		shared("8.11.1", "06-003", "the metadata have no title"),
		shared("8.11.2", "07-001", "the viewer is not told to show the title"),
		own("8.14.1", "an embedded file is not described"),
		without("8.2.5.x", "a type does not suit what it holds, order or language are wrong", noContent),
	}
}

// Archive4 returns the clauses of ISO 19005-4 (PDF/A-4 and 4f), in order.
func Archive4() []Condition {
	shared := func(id, third, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-a-" + strings.ReplaceAll(third, ".", "-"), Fails: fails}
	}
	own := func(id, fails string) Condition {
		return Condition{ID: id, Code: "verify-pdf-a4-" + strings.ReplaceAll(id, ".", "-"), Fails: fails}
	}
	without := func(id, fails, reason string) Condition {
		c := own(id, fails)
		c.Unchecked = reason
		return c
	}
	return []Condition{
		shared("6.1.2", "6.1.2", "the header is wrong"),
		shared("6.1.3", "6.1.3", "the trailer has no id or an information dictionary, or the file goes on behind its end"),
		shared("6.1.4", "6.1.4", "the line ends of a cross-reference table are wrong"),
		shared("6.1.5", "6.1.6", "a hexadecimal string has an odd or wrong digit"),
		shared("6.1.6.1", "6.1.7.1", "a stream is not as long as it says or is in another file"),
		shared("6.1.6.2", "6.1.7.2", "a stream has a filter that is not allowed"),
		shared("6.1.7", "6.1.8", "a name is not in UTF-8"),
		shared("6.1.8", "6.1.9", "an object is not set off by line ends"),
		shared("6.1.9", "6.1.10", "an inline image has a filter that is not allowed"),
		shared("6.1.11", "6.1.12", "there are permissions that are not allowed"),
		own("6.1.12", "the catalogue names another version"),
		shared("6.2.2", "6.2.2", "an operator does not exist or resources are inherited"),
		shared("6.2.3", "6.2.3", "the profile of the output intent is not usable"),
		shared("6.2.4.2", "6.2.4.2", "the profile of a colour space is not usable"),
		without("6.2.4.2", "a profile in CMYK is overprinted or that of the output intent", noPress4),
		shared("6.2.4.3", "6.2.4.3", "device colours have no output intent"),
		without("6.2.4.4", "separations are not described alike", noSpots),
		shared("6.2.5", "6.2.5", "there are transfer functions or foreign halftones"),
		shared("6.2.7.1", "6.2.8", "an image has alternates or is interpolated"),
		without("6.2.7.3", "a JPEG 2000 image breaks its profile", noJPEG2),
		shared("6.2.8", "6.2.9", "a form stands for a page of another file"),
		shared("6.2.9", "6.2.10", "a blend mode does not exist or transparency has no blending space"),
		shared("6.2.10.2", "6.2.11.2", "a font dictionary lacks what it needs"),
		shared("6.2.10.3.1", "6.2.11.3.1", "font and CMap do not belong together"),
		shared("6.2.10.3.2", "6.2.11.3.2", "there is no map from characters to glyphs"),
		shared("6.2.10.3.3", "6.2.11.3.3", "a CMap is neither known nor embedded"),
		shared("6.2.10.4.1", "6.2.11.4.1", "a font or a glyph is not embedded"),
		shared("6.2.10.5", "6.2.11.5", "dictionary and program differ in the width of a glyph"),
		shared("6.2.10.6", "6.2.11.6", "the encoding of a TrueType font is wrong"),
		shared("6.2.10.7", "6.2.11.7.2", "a code stands for no character"),
		own("6.2.10.8", "an actual text holds a private character"),
		shared("6.2.10.9", "6.2.11.8", "a gap is shown for a missing character"),
		shared("6.3.1", "6.3.1", "an annotation is of a kind that is not allowed"),
		shared("6.3.2", "6.3.2", "an annotation is not always seen and printed"),
		shared("6.3.3", "6.3.3", "an annotation has no appearance"),
		shared("6.4.1", "6.4.1", "a form field has actions or the form needs appearances"),
		shared("6.4.2", "6.4.2", "the form is in XFA"),
		shared("6.6.1", "6.5.1", "an action is not allowed"),
		shared("6.6.3", "6.5.2", "there are additional actions"),
		shared("6.7.2.1", "6.6.2.1", "the metadata are missing or not well-formed"),
		shared("6.7.3", "6.6.4", "the metadata do not name PDF/A-4 and its year"),
		shared("6.9", "6.8", "an embedded file is not described"),
		shared("6.10", "6.9", "layers are named wrongly"),
		shared("6.11", "6.10", "there are alternate presentations"),
		shared("6.12", "6.11", "there are requirements"),
	}
}
