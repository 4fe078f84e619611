package style

// handout makes what the reader looks up, and does not read, compact, and
// brings sections closer together: paper is short.
func (s *Style) handout() {
	const part, whole = 88, 100
	for _, t := range []*Type{
		&s.Sources,
		&s.GlossaryTerm, &s.GlossaryText, &s.GlossaryPages,
		&s.TimelineDate, &s.TimelineText, &s.TimelinePage, &s.BackIntro,
	} {
		t.Size, t.Leading = t.Size.Scale(part, whole), t.Leading.Scale(part, whole)
	}
	s.DateColumn, s.Axis, s.Turn = s.DateColumn.Scale(part, whole), s.Axis.Scale(part, whole), s.Turn.Scale(part, whole)
	s.SectionTitle.Size = s.SectionTitle.Size.Scale(part, whole)
	s.SectionSpace = s.Body.Leading * 3 / 2
}
