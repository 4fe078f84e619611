package style

// Large print follows the Clear Print guidelines of the Royal National
// Institute of Blind People: nothing is smaller than the text, lines are
// ragged and words whole, figures stand upright on the line, no words are in
// capitals or in italics for looks alone, no letters are light, and everything
// is dark on white.

// clearContrast is the least contrast of anything that is read: level AAA of
// WCAG 2.2 (1.4.6).
const clearContrast = 7

// types returns every kind of text.
func (s *Style) types() []*Type {
	list := []*Type{
		&s.Body, &s.TitleLabel, &s.BookTitle, &s.BookSubtitle, &s.Author, &s.Imprint,
		&s.ChapterLabel, &s.ChapterTitle, &s.ChapterSubtitle, &s.SectionTitle,
		&s.Quote, &s.Attribution, &s.Sources, &s.Note, &s.Caption, &s.CaptionLabel, &s.Table, &s.TableHead, &s.Code,
		&s.AdmonitionLabel, &s.DefinitionTerm, &s.ContentsNumber, &s.ContentsEntry, &s.ContentsSub, &s.BackIntro,
		&s.TimelineDate, &s.TimelineText, &s.TimelinePage, &s.GlossaryTerm, &s.GlossaryText, &s.GlossaryPages,
		&s.RunningHead, &s.Folio,
	}
	for i := range s.Headings {
		list = append(list, &s.Headings[i])
	}
	return list
}

// largePrint makes the changes that large print asks for.
func (s *Style) largePrint() {
	p := &s.Palette
	p.Ink, p.Secondary, p.Hairline = Color{}, Color{0x2b, 0x2b, 0x2b}, Color{0x59, 0x59, 0x59}
	if Contrast(p.Accent, p.Paper) < clearContrast {
		p.Accent = p.Ink
	}
	half := s.Body.Leading / 2
	onGrid := func(l Length) Length { return (l + half - 1) / half * half }
	for _, t := range []*Type{&s.BookTitle, &s.ChapterTitle, &s.SectionTitle} {
		t.Size = t.Size.Scale(2, 3)
		t.Leading = onGrid(t.Size.Scale(110, 100))
	}
	for _, t := range s.types() {
		switch t.Role {
		case DisplayRole:
			t.Role, t.Bold = SansRole, true
		case SubheadRole, CaptionRole:
			t.Role = SansRole
		case SmallRole:
			t.Role = TextRole
		}
		if t.Italic {
			t.Italic, t.Bold = false, true
		}
		if t.Figures == OldStyle {
			t.Figures = Lining
		}
		t.Case, t.Tracking, t.Acronyms = AsWritten, 0, false
		t.Ragged, t.Unhyphenated = true, true
		t.Size = max(t.Size, s.Body.Size)
		if least := t.Size.Scale(110, 100); t.Leading < least {
			t.Leading = onGrid(least)
		}
	}
}
