package style

import "fmt"

// Style is a whole look. The zero value is not one; see [New].
type Style struct {
	Profile Profile
	Theme   Theme
	Paper   Paper
	Margins Margins
	Palette Palette
	Faces   Faces
	// Columns is 1 or 2, ColumnGap what lies between two.
	Columns   int
	ColumnGap Length

	Body Type

	// The title page.
	TitleLabel, BookTitle, BookSubtitle, Author, Imprint Type
	// Chapters: the small label, the title; and the title of a top-level
	// section that runs on.
	ChapterLabel, ChapterTitle, ChapterSubtitle, SectionTitle Type
	// Headings of the levels below a chapter's or a section's title.
	Headings [4]Type

	Quote, Attribution         Type
	Sources                    Type // the text of a bibliography
	Note                       Type
	Caption, CaptionLabel      Type
	Table, TableHead           Type
	Code                       Type
	AdmonitionLabel            Type
	DefinitionTerm             Type
	ContentsNumber             Type
	ContentsEntry, ContentsSub Type
	BackIntro                  Type // the line under the title of a timeline
	TimelineDate, TimelineText Type
	TimelinePage               Type
	GlossaryTerm, GlossaryText Type
	GlossaryPages              Type
	RunningHead, Folio         Type

	// Indent is that of a paragraph's first line; Turn that of turned lines in
	// glossary and index; Hang that of lists; Inset that of quotations, on
	// either side.
	Indent, Turn, Hang, Inset Length
	// SectionSpace stands above the title of a section that runs on,
	// HeadingSpace above a lesser heading, BlockSpace around quotations,
	// listings, figures and tables: all may stretch by whole lines.
	SectionSpace, HeadingSpace, BlockSpace Length
	// Sink is how far the text of a chapter opening begins below the head.
	Sink Length
	// CodeInset is the ground's overhang around a listing.
	CodeInset Length
	// DateColumn is the width of the dates of the timeline, Axis the gap in
	// whose middle its axis stands.
	DateColumn, Axis Length

	Rules Rules
	// TitlePage, ChapterOpenings and ContentsFrom say what the profile opens
	// with: a page of its own for the title, chapters on right-hand pages, and
	// contents from so many sections up (0 for none).
	TitlePage, ChapterOpenings bool
	ContentsFrom               int
	// ContentsDepth is the number of levels that the contents show.
	ContentsDepth int
	// LinkNotes sets the addresses of links as notes.
	LinkNotes bool
}

// Rules are the thicknesses of lines.
type Rules struct {
	// Thick and Thin are the rules of tables, Hair the thinnest of all,
	// Bar the one beside an admonition, Short the thickness of the rule on
	// the title page, ShortWidth its length.
	Thick, Thin, Hair, Bar, Short, ShortWidth Length
	// Underline is the line under a link.
	Underline Length
}

// Margins are the white around the text. Inside is left on right-hand pages
// and right on left-hand pages.
type Margins struct{ Inside, Outside, Head, Foot Length }

// Measure returns the width of the text, of one column where there are two.
func (s *Style) Measure() Length {
	w := s.Paper.Width - s.Margins.Inside - s.Margins.Outside
	if s.Columns > 1 {
		w = (w - s.ColumnGap*Length(s.Columns-1)) / Length(s.Columns)
	}
	return w
}

// Lines returns how many body lines a page holds.
func (s *Style) Lines() int {
	return int((s.Paper.Height - s.Margins.Head - s.Margins.Foot) / s.Body.Leading)
}

// Check returns an error for a style that nothing can be set in.
func (s *Style) Check() error {
	if err := s.Paper.Check(); err != nil {
		return err
	}
	if s.Body.Size <= 0 || s.Body.Leading <= 0 {
		return fmt.Errorf("style: body text of %v on %v cannot be set; begin with style.New", s.Body.Size, s.Body.Leading)
	}
	if s.Measure() < 6*s.Body.Size || s.Lines() < 5 {
		return fmt.Errorf("style: text of %v does not fit on %s: the page would hold %d lines of %v", s.Body.Size, s.Paper.Name, max(s.Lines(), 0), s.Measure())
	}
	for i, f := range s.Faces {
		if f.Regular == "" {
			return fmt.Errorf("style: no face has the role %d", i)
		}
	}
	return nil
}
