package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// The timeline is drawn: dates in a column of their own, flush right against a
// vertical axis, the events behind it. A point stands for a day, a month or a
// year, a bar for everything wider or less certain. The scale is that of the
// list and not of time, so that the text stays readable; where the calendar
// leaps, the axis is broken (chronology.go).

const (
	// pointRadius is that of a point, barWidth the thickness of a bar, in
	// thousandths of the size of the text.
	pointRadius = 255
	// ringHole is the radius of the hole in the point of a date that only bounds.
	ringHole = 150
	barWidth = 440
	// barTint is how much accent there is in a bar, in hundredths: lighter
	// than a point also in grey.
	barTint = 52
	// loneEvent is the cost of a page break that leaves one entry alone.
	loneEvent = 4_000
	// longSpan is the number of days from which on a bar without a scale is
	// as long as its entry.
	longSpan = 5 * daysOfYear
)

// timeline sets a timeline.
func (s *setter) timeline(t *document.Timeline, c scope) {
	if len(t.Entries) == 0 {
		return
	}
	st := s.style
	c.text = st.TimelineText
	c.grid, c.main = false, false
	for _, e := range t.Entries {
		if e.Mention != "" {
			s.timelineIntro(c)
			break
		}
	}
	list := c.element("L")
	list.tag.ListNumbering = "None"
	events := make([]*event, len(t.Entries))
	heights := make([]style.Length, len(t.Entries))
	for i, e := range t.Entries {
		events[i] = s.event(e, list.element("LI"))
		heights[i] = events[i].height
	}
	spans := periods(t.Entries)
	broken := leaps(spans)
	lead := st.Body.Leading
	first := lead * style.Length(max(st.Lines()-openingLines(st), st.Lines()/2))
	gap := evenGap(heights, broken, lead, first, lead*style.Length(st.Lines()))
	if st.Columns > 1 {
		gap = lead / 2 // it runs on in the columns of the text
	}
	line := &axis{x: events[0].axis, width: st.Rules.Hair, color: st.Palette.Hairline}
	beside := overlaps(spans)
	ends := make([][]*spanBar, len(events))
	page := deepest(st)
	for i, ev := range events {
		ev.ring = spans[i].open
		if i > 0 {
			if broken[i] {
				s.list.close(line)
				s.list.keep()
				s.list.kern(gap * 3 / 4)
				s.list.keep()
				s.list.add(leap{x: ev.axis, size: c.text.Size, color: st.Palette.Secondary, thick: st.Rules.Thin}, leapHeight(lead))
				s.list.space(gap*3/4, 0)
				s.list.open(line)
			} else {
				if i == 1 || i == len(events)-1 {
					s.list.penalty(loneEvent)
				}
				s.list.space(gap, 0)
			}
		}
		var lane *spanBar
		if o := beside[i]; o.lane > 0 {
			lane = s.lane(ev, o.lane, c.rtl)
			lane.share = o.share
			ends[o.last] = append(ends[o.last], lane)
			ev.beside = true
		} else {
			ev.bar = s.barOf(spans, i, ev, gap, i+1 < len(broken) && broken[i+1])
		}
		rest := ev.divide(page)
		it := s.list.add(ev, ev.middle)
		it.places, it.notes, it.text = ev.places, ev.notes, true
		it.start = textPos{anchor: t.Entries[i].Anchor, ok: t.Entries[i].Anchor != ""}
		s.list.keep()
		if i == 0 {
			s.list.open(line)
		}
		if lane != nil {
			s.list.open(lane)
		}
		s.closeLanes(ends[i], ev.height-ev.middle)
		for _, r := range rest {
			s.list.penalty(0)
			s.list.add(r, r.height)
		}
	}
	s.list.close(line)
}

// closeLanes adds the white beside the lines of an entry, in which the bars
// of longer spans end.
func (s *setter) closeLanes(bars []*spanBar, height style.Length) {
	slices.SortStableFunc(bars, func(a, b *spanBar) int { return cmp.Compare(a.share, b.share) })
	at := style.Length(0)
	for _, b := range bars {
		if to := height.Scale(b.share, fullShare); to > at {
			s.list.kern(to - at)
			s.list.keep()
			at = to
		}
		s.list.close(b)
	}
	s.list.add(blank{}, height-at)
}

// timelineIntro says where the entries come from.
func (s *setter) timelineIntro(c scope) {
	// Nearer to the title than the entries would stand.
	if len(s.list.items) == 0 && s.style.Columns <= 1 {
		s.list.kern(-s.style.Body.Leading / 2)
	}
	s.furniture(s.words.TimelineIntro, s.style.BackIntro, c, "introduction")
	s.list.kern(s.style.Body.Leading)
	s.list.keep()
}

// openingLines returns how many lines the title and the introduction of the
// back matter take, about.
func openingLines(st *style.Style) int {
	return int((st.ChapterTitle.Leading+st.Body.Leading-1)/st.Body.Leading) + 4
}

// event is an entry of the timeline: its head, as high as its point is low; a
// blank box behind it has the rest of the height.
type event struct {
	lines          []setLine // of the summary
	dates          []setLine // beside them
	leading        style.Length
	height, middle style.Length
	pageFoot       style.Length // that of the text, on the page
	axis           style.Length
	bar            style.Length // the length of the bar; 0 for a point
	beside         bool         // its bar stands beside the axis
	goesOn         bool         // only lines that follow those of an entry
	ring           bool         // its date only bounds: the point is hollow, as that of an open interval
	size           style.Length
	point, span    style.Color
	ground         style.Color
	places         []place
	notes          []*note
}

// event sets date and summary of an entry.
func (s *setter) event(e *document.TimelineEntry, c scope) *event {
	c = c.within(&e.Attr)
	st := s.style
	foot := st.Margins.Head + st.Body.Leading*style.Length(st.Lines())
	ev := &event{leading: c.text.Leading, size: c.text.Size, pageFoot: foot, point: st.Palette.Accent, span: mix(st.Palette.Accent, st.Palette.Paper, barTint), ground: st.Palette.Paper}
	column, gap := st.DateColumn, st.Axis
	date, body := c, c
	date.width = column
	body.width -= column + gap
	if c.rtl {
		date.left = c.left + c.width - column
		ev.axis = date.left - gap/2
	} else {
		body.left += column + gap
		ev.axis = c.left + column + gap/2
	}

	date.tag = c.tag.element("Lbl")
	date.text, date.align = st.TimelineDate, alignEnd
	g := &galley{}
	in := inliner{s: s, g: g, source: -1}
	said := s.words.EventDate(e.Phrase, e.Date)
	phrase := bindDate(said)
	if least, _ := s.widthsOf(document.Plain(phrase), date.text, date); least > date.width {
		phrase = said
	}
	in.add(phrase, s.root(date.text, date.tag, c.lang))
	set := date.setting()
	ev.dates = s.lines(g, &set)

	body.tag = c.tag.element("LBody")
	a := s.root(body.text, body.tag, c.lang)
	g = &galley{}
	in = inliner{s: s, g: g, source: -1}
	in.run(e.Summary, a)
	if e.Mention != "" {
		in.add("\u00A0\u00A0", a)
		s.pageLink(&in, e.Mention, st.TimelinePage, body.tag, c.lang)
	}
	set = body.setting()
	ev.lines = s.lines(g, &set)

	ev.places = append(ev.places, place{anchor: e.Anchor, tag: c.tag})
	for i := range ev.lines {
		for _, p := range ev.lines[i].places {
			p.y += ev.leading * style.Length(i)
			ev.places = append(ev.places, p)
		}
		ev.notes = append(ev.notes, ev.lines[i].notes...)
	}
	ev.height = ev.leading * style.Length(max(len(ev.lines), len(ev.dates), 1))
	f := s.face(st.TimelineDate.Role, st.TimelineDate.Bold, st.TimelineDate.Italic)
	ev.middle = s.ascent(c.text) - f.Length(f.Metrics().CapHeight, st.TimelineDate.Size)/2
	// Dates stand on the baselines of the text.
	for i := range ev.dates {
		ev.dates[i].box.ascent = s.ascent(c.text)
	}
	return ev
}

func (ev *event) foot() style.Length {
	n := max(len(ev.lines), len(ev.dates))
	if n == 0 {
		return ev.height
	}
	last := ev.dates
	if len(ev.lines) == n {
		last = ev.lines
	}
	return ev.leading*style.Length(n-1) + last[n-1].box.ascent
}

func (ev *event) emit(e *emitter, x, y style.Length) {
	switch w := ev.size.Em(barWidth); {
	case ev.beside, ev.goesOn:
	case ev.bar > 0:
		length := ev.bar
		if y+ev.middle-w/2+length > ev.pageFoot { // the next entry is on another page
			length = min(length, ev.height-ev.middle+w/2)
		}
		e.put(&frame.Rule{X: x + ev.axis - w/2, Y: y + ev.middle - w/2, Width: w, Height: length, Radius: w / 2, Color: ev.span, Mark: e.mark(nil)})
	default:
		r := ev.size.Em(pointRadius)
		e.put(&frame.Rule{X: x + ev.axis - r, Y: y + ev.middle - r, Width: 2 * r, Height: 2 * r, Radius: r, Color: ev.point, Mark: e.mark(nil)})
		if ev.ring {
			r = r.Scale(ringHole, pointRadius)
			e.put(&frame.Rule{X: x + ev.axis - r, Y: y + ev.middle - r, Width: 2 * r, Height: 2 * r, Radius: r, Color: ev.ground, Mark: e.mark(nil)})
		}
	}
	for i, l := range ev.dates {
		l.box.emit(e, x, y+ev.leading*style.Length(i))
	}
	for i, l := range ev.lines {
		l.box.emit(e, x, y+ev.leading*style.Length(i))
	}
}

// divide leaves in an entry what a page has room for, and returns the other
// lines, each as a box.
func (ev *event) divide(page style.Length) []*event {
	if ev.height <= page {
		return nil
	}
	n := int(page / ev.leading)
	var rest []*event
	cut := func(lines []setLine, i int) []setLine { return lines[min(i, len(lines)):min(i+1, len(lines))] }
	for i := n; i < max(len(ev.lines), len(ev.dates)); i++ {
		rest = append(rest, &event{lines: cut(ev.lines, i), dates: cut(ev.dates, i), leading: ev.leading, height: ev.leading, goesOn: true})
	}
	ev.lines, ev.dates = ev.lines[:min(n, len(ev.lines))], ev.dates[:min(n, len(ev.dates))]
	ev.height = ev.leading * style.Length(n)
	return rest
}

// barOf returns the length of the bar of an event, 0 if it has a point. As far
// as the space to the next event stands for the time until it begins, the bar
// takes its share of that space.
func (s *setter) barOf(spans []period, i int, ev *event, gap style.Length, leap bool) style.Length {
	sp := spans[i]
	if !sp.wide {
		return 0
	}
	w := ev.size.Em(barWidth)
	least := 2*w + w/2
	most := least
	if sp.to-sp.from > longSpan {
		most = ev.height - ev.middle + w/2
	}
	if i+1 < len(spans) && !leap {
		// As far as the point of the next event, with a little white before it.
		most = max(ev.height+gap-2*w, least)
		if next := spans[i+1]; sp.known && next.known && next.from > sp.to && next.from > sp.from {
			most = most.Scale(sp.to-sp.from+1, next.from-sp.from)
		}
	}
	return max(least, most)
}

// axis is the line that the points stand on.
type axis struct {
	x, width style.Length
	color    style.Color
}

func (a *axis) decorate(e *emitter, x, top, bottom style.Length) {
	e.behind(&frame.Rule{X: x + a.x - a.width/2, Y: top, Width: a.width, Height: bottom - top, Color: a.color})
}

// leap is the sign that the axis is broken: two short strokes across it.
type leap struct {
	x, size, thick style.Length
	color          style.Color
}

// leapHeight is the height that the sign of a broken axis takes.
func leapHeight(lead style.Length) style.Length { return lead / 2 }

func (l leap) emit(e *emitter, x, y style.Length) {
	half, rise := l.size.Em(300), l.size.Em(90)
	color := l.color
	for _, at := range []style.Length{l.size.Em(230), l.size.Em(430)} {
		e.put(&frame.Path{
			Segments: []frame.Segment{
				{Verb: frame.MoveTo, Points: [3]frame.Point{{X: x + l.x - half, Y: y + at + rise}}},
				{Verb: frame.LineTo, Points: [3]frame.Point{{X: x + l.x + half, Y: y + at - rise}}},
			},
			Stroke: &color, LineWidth: l.thick + l.thick/2, RoundCap: true, Mark: e.mark(nil),
		})
	}
}

// mix returns a colour with so many hundredths of a in b.
func mix(a, b style.Color, hundredths int) style.Color {
	m := func(x, y uint8) uint8 {
		return uint8((int(x)*hundredths + int(y)*(100-hundredths) + 50) / 100)
	}
	return style.Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B)}
}

// bindDate keeps days with their months, and a dash with what stands before
// it, in one line; what stands on either side of a dash, too.
func bindDate(s string) string {
	words := strings.Fields(s)
	spans := slices.ContainsFunc(words, dash)
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			if dash(w) || spans && !dash(words[i-1]) || day(words[i-1]) && startsWithLetter(w) {
				b.WriteString("\u00A0")
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

func dash(w string) bool { return w == "–" || w == "—" || w == "-" }

// day reports whether a word is the number of a day, such as "24" or "24.".
func day(w string) bool {
	w = strings.TrimSuffix(w, ".")
	return len(w) > 0 && len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}

func startsWithLetter(w string) bool {
	for _, r := range w {
		return unicode.IsLetter(r)
	}
	return false
}
