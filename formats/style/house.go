package style

// The house style: proportions found for A5 and a body of 10.25 on 13.5 pt,
// from which everything else is derived.

// sizes are the body's size and leading and the margins for a paper.
func sizes(p Paper, profile Profile) (size, leading Length, m Margins, columns int) {
	mm := Millimetres
	large := p.Width > mm(190)
	switch {
	case profile == LargePrint:
		size, leading = Points(18), Points(25)
		side := max(mm(13), (p.Width-measureOf(size, 45))/2)
		return size, leading, Margins{side, side, p.Height.Scale(110, 1000), p.Height.Scale(115, 1000)}, 1
	case profile == Handout && large:
		return Points(9.5), Points(12.5), Margins{mm(20), mm(20), mm(20), mm(22)}, 2
	case large:
		size, leading = Points(11), Points(15)
		inside := p.Width.Scale(150, 1000)
		return size, leading, Margins{inside, p.Width - inside - measureOf(size, 69), p.Height.Scale(92, 1000), p.Height.Scale(118, 1000)}, 1
	case p.Name == SixByNine().Name:
		return Points(10.25), Points(13.5), Margins{mm(19), mm(24), mm(23), mm(28)}, 1
	}
	// The margins of A5 are 17.5, 23.5, 21 and 26 mm.
	w, h := p.Width, p.Height
	return Points(10.25), Points(13.5), Margins{w.Scale(175, 1480), w.Scale(235, 1480), h.Scale(210, 2100), h.Scale(260, 2100)}, 1
}

// measureOf returns the width that holds so many letters of running text: a
// letter of the house face with its share of word space takes 0.462 em.
func measureOf(size Length, letters int64) Length { return size.Scale(462*letters, 1000) }

// New derives a style. A paper without sides becomes the profile's own: A4
// for handouts and large print, A5 for everything else. The automatic profile
// is taken for an article.
func New(paper Paper, profile Profile, theme Theme) Style {
	if profile == AutoProfile {
		profile = Article
	}
	if paper.Width == 0 && paper.Height == 0 {
		paper = A5()
		if profile == Handout || profile == LargePrint {
			paper = A4()
		}
	}
	s := Style{Profile: profile, Theme: theme, Paper: paper, Palette: theme.palette(), Faces: HouseFaces()}
	var size, leading Length
	size, leading, s.Margins, s.Columns = sizes(paper, profile)
	s.ColumnGap = 2 * leading
	s.TitlePage, s.ChapterOpenings, s.ContentsFrom, s.ContentsDepth = true, profile == Book, 4, 2
	s.scale(size, leading)
	switch profile {
	case Book:
		s.ContentsFrom = 2
	case Handout:
		s.TitlePage, s.LinkNotes, s.ContentsFrom = false, true, 0
		s.handout()
	case LargePrint:
		s.largePrint()
	}
	return s
}

// spaced is the tracking of small capitals and labels: programs that extract
// text take a tenth of an em between two letters for the end of a word.
const spaced = 75

// scale sets every size from that of the body. Leadings are whole halves of
// the body's wherever lines of different kinds stand in one column.
func (s *Style) scale(size, leading Length) {
	pt := func(thousandths int64) Length { return size.Scale(thousandths, 10250) } // a size at the house's 10.25 pt
	half := leading / 2
	n := func(t Type, sz int64, lead Length) Type { t.Size, t.Leading = pt(sz), lead; return t }

	body := Type{Role: TextRole, Acronyms: true}
	s.Body = n(body, 10250, leading)
	small := Type{Role: SmallRole, Acronyms: true}
	sans := Type{Role: SansRole, Figures: Lining, Ragged: true, Unhyphenated: true}
	semi := sans
	semi.Bold = true
	display := Type{Role: DisplayRole, Balanced: true, Ragged: true, Unhyphenated: true}
	subhead := Type{Role: SubheadRole, Balanced: true, Ragged: true, Unhyphenated: true, Tint: SecondaryTint}
	label := semi
	label.Tracking, label.Case, label.Tint = 140, Capitals, AccentTint
	tint := func(t Type, c Tint) Type { t.Tint = c; return t }
	balanced := func(t Type) Type { t.Balanced = true; return t }

	s.TitleLabel = n(label, 8200, leading)
	s.BookTitle = n(display, 33000, 5*half)
	s.BookSubtitle = n(subhead, 15500, 3*half)
	s.Author = n(Type{Role: SmallRole, Bold: true, Case: AllSmallCapitals, Tracking: spaced, Ragged: true, Unhyphenated: true}, 10000, leading)
	s.Imprint = n(tint(sans, SecondaryTint), 8200, leading)

	s.ChapterLabel = n(label, 9000, leading)
	s.ChapterTitle = n(display, 25000, 4*half)
	s.ChapterSubtitle = n(subhead, 13500, 3*half)
	s.SectionTitle = n(display, 19000, 3*half)
	s.Headings = [4]Type{
		n(balanced(semi), 11500, leading),
		n(balanced(semi), 10000, leading),
		n(tint(balanced(semi), SecondaryTint), 9500, leading),
		n(Type{Role: TextRole, Italic: true, Ragged: true, Balanced: true, Unhyphenated: true}, 10250, leading),
	}

	s.Quote = n(small, 9500, leading)
	s.Sources = s.Body
	s.Attribution = n(tint(sans, SecondaryTint), 8000, leading)
	s.Note = n(small, 8000, leading.Scale(105, 135))
	s.Caption = n(tint(sans, SecondaryTint), 8500, leading.Scale(8, 9))
	s.CaptionLabel = n(semi, 8500, leading.Scale(8, 9))
	s.Table = n(Type{Role: SansRole, Figures: Tabular, Ragged: true}, 8500, leading.Scale(8, 9))
	s.TableHead = s.Table
	s.TableHead.Bold, s.TableHead.Unhyphenated = true, true
	s.Code = n(Type{Role: CodeRole, Figures: Lining, Ragged: true, Unhyphenated: true}, 8100, leading.Scale(7, 9))
	s.AdmonitionLabel = n(label, 8000, leading)
	s.AdmonitionLabel.Tracking = spaced
	s.DefinitionTerm = n(Type{Role: TextRole, Bold: true, Ragged: true, Unhyphenated: true, Acronyms: true}, 10250, leading)

	s.ContentsNumber = n(tint(semi, AccentTint), 8500, leading)
	s.ContentsEntry = n(Type{Role: TextRole, Ragged: true, Balanced: true, Unhyphenated: true}, 10250, leading)
	s.ContentsSub = n(Type{Role: TextRole, Ragged: true, Balanced: true, Unhyphenated: true, Tint: SecondaryTint}, 9250, leading)
	s.BackIntro = n(tint(sans, SecondaryTint), 8500, leading)
	s.TimelineDate = n(tint(semi, AccentTint), 8800, leading)
	s.TimelineText = n(Type{Role: TextRole, Ragged: true, Unhyphenated: true, Acronyms: true}, 10250, leading)
	s.TimelinePage = n(Type{Role: CaptionRole, Ragged: true, Tint: SecondaryTint}, 8200, leading)
	s.GlossaryTerm = n(Type{Role: TextRole, Bold: true, Ragged: true, Acronyms: true}, 10250, leading)
	s.GlossaryText = n(Type{Role: TextRole, Ragged: true, Acronyms: true}, 10250, leading)
	s.GlossaryPages = s.TimelinePage
	s.RunningHead = n(Type{Role: CaptionRole, Case: AllSmallCapitals, Tracking: spaced, Tint: SecondaryTint, Ragged: true, Unhyphenated: true}, 8400, leading)
	s.Folio = n(Type{Role: CaptionRole, Tint: SecondaryTint, Ragged: true, Unhyphenated: true}, 8400, leading)

	s.Indent = size.Em(1100)
	s.Turn = pt(12000)
	s.Hang = size.Em(1100)
	s.Inset = size.Em(1400)
	s.SectionSpace, s.HeadingSpace, s.BlockSpace = 2*leading, leading, half
	lines := (s.Paper.Height - s.Margins.Head - s.Margins.Foot) / leading
	s.Sink = leading * max(1, lines/10)
	s.CodeInset = half
	s.DateColumn = min(Millimetres(27).Scale(int64(size), int64(Points(10.25))), s.Measure()/3)
	s.Axis = pt(23000)
	s.Rules = Rules{
		Thick: pt(900), Thin: pt(400), Hair: pt(400), Bar: pt(2000),
		Short: pt(800), ShortWidth: min(pt(62000), s.Measure()), Underline: pt(500),
	}
}
