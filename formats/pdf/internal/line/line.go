package line

import "github.com/quirepress/quire/formats/style"

// A Line is one line of a broken paragraph.
type Line struct {
	// The line shows the boxes and glue of items[Start:End], the Post text of
	// the discretionary that the line before ended with (items[Start-1], when
	// PostBreak is set), and what the penalty items[End] adds.
	Start, End int
	PostBreak  bool

	Measure, Offset style.Length // the room the line was given
	// Width is the natural width of all that the line shows. Left and Right
	// are what of it protrudes into the margins: the line begins Left before
	// Offset.
	Width, Left, Right style.Length

	// Ratio tells how glue is set, in 1/65536 of its stretch, or of its
	// shrink below 0.
	Ratio int32
	// Expansion tells how boxes are set, in thousandths of their stretch, or
	// of their shrink below 0.
	Expansion int32
	// LetterSpace is added behind each of the letters that the boxes count.
	LetterSpace style.Length

	Hyphenated bool // the break adds a hyphen
	LastResort bool // the break is one of last resort
	// Overfull is what the line is too long by, when nothing helped;
	// Underfull is what a justified line lacks because it has no glue.
	Overfull, Underfull style.Length
}

// Set returns the width of a box or glue as it stands in the line, without
// letter-spacing. Glue that fills has its natural width.
func (l *Line) Set(it *Item) style.Length {
	switch it.Kind {
	case Box:
		return l.expanded(it.Width, it.Stretch, it.Shrink)
	case Glue:
		if l.Ratio < 0 {
			return it.Width + it.Shrink*style.Length(l.Ratio)>>16
		}
		return it.Width + it.Stretch*style.Length(l.Ratio)>>16
	}
	return 0
}

// SetSpan returns the width of a part of a discretionary in the line.
func (l *Line) SetSpan(s Span) style.Length {
	return l.expanded(s.Width, s.Stretch, s.Shrink)
}

// expansionStep is the step of Expansion: a twentieth of what glyphs may be
// widened by.
const expansionStep = 50

func (l *Line) expanded(width, stretch, shrink style.Length) style.Length {
	if l.Expansion < 0 {
		return width + shrink*style.Length(l.Expansion)/1000
	}
	return width + stretch*style.Length(l.Expansion)/1000
}

// set fills in the ratios at which a fit sets the line, so that they add up
// to the measure as closely as they can: what expansion and letter-spacing
// round away, the glue takes. Where there is glue, expansion goes by steps, as
// pdfTeX's does: lines of one expansion are alike to those who write them.
func (l *Line) set(s *sum, f *fit, q *rule) {
	if q.ragged > 0 && f.ratio == 0 && f.expand == 0 || s.fil > 0 && f.ratio >= 0 && f.expand >= 0 {
		return
	}
	rest := int64(l.Measure) - s.width
	step := int64(1)
	if s.stretch > 0 {
		step = expansionStep
	}
	switch {
	case f.expand > 0:
		l.Expansion = int32(f.expand * 1000 / s.expand / step * step)
		rest -= s.expand * int64(l.Expansion) / 1000
	case f.expand < 0:
		// Rounded away from 0: a line may be short by a hair, never long.
		l.Expansion = -int32(((-f.expand*1000+s.contract-1)/s.contract + step - 1) / step * step)
		rest -= s.contract * int64(l.Expansion) / 1000
	}
	if f.letter != 0 {
		each := f.letter / s.letters
		if each*s.letters > f.letter {
			each--
		}
		l.LetterSpace = style.Length(each)
		rest -= each * s.letters
	}
	switch {
	case rest > 0 && s.stretch > 0:
		l.Ratio = int32(min(rest<<16/s.stretch, 1<<30))
	case rest < 0 && s.shrink > 0:
		l.Ratio = int32(max(rest<<16/s.shrink, -one))
	case rest > 0:
		l.Underfull = style.Length(rest)
	}
}
