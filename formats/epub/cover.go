package epub

import (
	"image"
	"image/color"
	"image/draw"
	"strings"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
	"golang.org/x/image/vector"
)

// The cover is drawn from the title page's words: the title in the display
// face, a short rule, the subtitle in italics, the authors at the foot, light
// on a ground in the accent. Its 16 levels between ground and ink are a palette,
// which keeps the file small.

const (
	coverWidth, coverHeight = 1600, 2560
	coverMargin             = 180
	coverMeasure            = coverWidth - 2*coverMargin
	// titleTop is where the capitals of the title begin, titleFoot where the
	// subtitle must end.
	titleTop, titleFoot = 740, 2180
)

// titleSizes are the sizes in pixels that the title steps down through.
var titleSizes = [...]int{190, 168, 148, 130, 114, 100, 88, 78, 68}

// drawCover returns the cover as a PNG.
func drawCover(m *document.Metadata, title string, ground style.Color) ([]byte, error) {
	ink := style.Color{R: 0xf8, G: 0xf5, B: 0xef}
	if dark := (style.Color{R: 0x1b, G: 0x1b, B: 0x1f}); style.Contrast(dark, ground) > style.Contrast(ink, ground) {
		ink = dark
	}
	c := canvas{ground: ground, ink: ink}
	title = oneLine(title)
	subtitle := oneLine(m.Subtitle)
	if subtitle == "" {
		title, subtitle = document.DivideTitle(title)
	}

	label := letters{shaper: &c.shaper, face: font.SansSemibold, size: 34, tracking: 5, features: font.CapitalSpacing}
	if p := oneLine(m.Publisher); p != "" {
		c.lines(label, label.wrap(strings.ToUpper(p), 1), 202, 48)
	}

	display := letters{shaper: &c.shaper, face: font.SerifDisplayLight}
	italic := letters{shaper: &c.shaper, face: font.SerifSubheadItalic, size: 82}
	var lines, sublines []string
	var foot int
	for _, size := range titleSizes {
		display.size = size
		lines = display.wrap(title, 12)
		italic.size = min(82, size*2/3+8)
		sublines = italic.wrap(subtitle, 6)
		leading := size * 106 / 100
		foot = titleTop + size*2/3 + (len(lines)-1)*leading + 205 + len(sublines)*italic.size*125/100
		if foot <= titleFoot && display.fits(lines) && display.whole(title) && italic.fits(sublines) {
			break
		}
	}
	leading := display.size * 106 / 100
	y := titleTop + display.size*2/3
	if over := foot - titleFoot; over > 0 {
		y = max(y-over, 320+display.size*2/3)
	}
	y = c.lines(display, lines, y, leading)
	c.rule(coverMargin, y+display.size/2+80, 340, 5)
	y += display.size/2 + 80 + 40 + italic.size
	c.lines(italic, sublines, y, italic.size*125/100)

	author := letters{shaper: &c.shaper, face: font.SerifSmallText, size: 54, tracking: 3}
	names := m.Authors()
	if len(names) > 4 {
		names = append(names[:3:3], "…")
	}
	var authors []string
	for _, n := range names {
		authors = append(authors, author.wrap(strings.ToUpper(oneLine(n)), 2)...)
	}
	c.lines(author, authors, 2375-(len(authors)-1)*74, 74)
	return c.png(), nil
}

// coverSets reports whether the cover can show a title.
func coverSets(title string) bool {
	return letters{face: font.SerifDisplayLight}.sets(title)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is a way to set a line: sizes in pixels.
type letters struct {
	shaper   *font.Shaper
	face     font.Embedded
	size     int
	tracking int
	features font.Features
}

// glyphRun is a shaped part of a line.
type glyphRun struct {
	face *font.Face
	run  font.Run
}

// shape returns a line's runs from left to right, with the width in pixels.
func (l letters) shape(text string) (runs []glyphRun, width float64) {
	face := l.face.Face()
	levels := font.Levels(text, font.DirectionAuto)
	order := make([]uint8, len(levels))
	for i, level := range levels {
		order[i] = level.Level
	}
	for _, i := range font.VisualOrder(order) {
		level := levels[i]
		var part []glyphRun
		for _, script := range font.Scripts(text[level.Start:level.End]) {
			piece := text[level.Start+script.Start : level.Start+script.End]
			for _, span := range font.Fallback(piece, face, font.FallbackChain(face)...) {
				s := piece[span.Start:span.End]
				if span.Missing {
					s = "\u25a1"
				}
				run := l.shaper.Shape(s, font.Setting{Face: span.Face, Script: script.Script, Features: l.features, RightToLeft: level.RightToLeft()})
				part = append(part, glyphRun{span.Face, run})
				width += float64(run.Width)*float64(l.size)/float64(span.Face.Metrics().UnitsPerEm) + float64(l.tracking*len(run.Glyphs))
			}
		}
		if level.RightToLeft() {
			for a, b := 0, len(part)-1; a < b; a, b = a+1, b-1 {
				part[a], part[b] = part[b], part[a]
			}
		}
		runs = append(runs, part...)
	}
	return runs, width
}

func (l letters) width(text string) float64 {
	_, w := l.shape(text)
	return w
}

// whole reports whether every word fits on a line.
func (l letters) whole(text string) bool {
	for _, w := range l.measured(strings.Fields(text)) {
		if w.width > coverMeasure {
			return false
		}
	}
	return true
}

// sets reports whether the embedded faces have every character of a text.
func (l letters) sets(text string) bool {
	face := l.face.Face()
	for _, span := range font.Fallback(text, face, font.FallbackChain(face)...) {
		if span.Missing {
			return false
		}
	}
	return true
}

// fits reports whether lines are as wide as the cover at most, and uncut.
func (l letters) fits(lines []string) bool {
	for _, s := range lines {
		if l.width(s) > coverMeasure || strings.HasSuffix(s, "…") {
			return false
		}
	}
	return true
}

// wrap breaks text into at most so many lines of even length; what is too much
// ends in an ellipsis. Words stay whole unless one alone is too long.
func (l letters) wrap(text string, most int) []string {
	if !l.sets(text) {
		return nil // boxes in place of letters are worse than nothing
	}
	words := l.measured(strings.Fields(text))
	if len(words) == 0 {
		return nil
	}
	space := l.width("n n") - l.width("nn")
	lines := l.fill(words, space, coverMeasure)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] += "…"
		return lines
	}
	// The same number of lines in the narrowest measure is the most even.
	low, high := coverMeasure/3, coverMeasure
	for _, w := range words {
		low = max(low, min(int(w.width), coverMeasure-1))
	}
	for high-low > 10 {
		mid := (low + high) / 2
		if try := l.fill(words, space, mid); len(try) == len(lines) {
			high = mid
		} else {
			low = mid
		}
	}
	return l.fill(words, space, high)
}

// word is a word with its width in pixels.
type word struct {
	text  string
	width float64
}

// measured returns the words with their widths.
func (l letters) measured(texts []string) []word {
	words := make([]word, len(texts))
	for i, s := range texts {
		words[i] = word{s, l.width(s)}
	}
	return words
}

// fill sets as many words on each line as the measure holds.
func (l letters) fill(words []word, space float64, measure int) []string {
	var lines []string
	line, width := "", 0.0
	for _, w := range words {
		switch {
		case line == "":
			line, width = w.text, w.width
		case width+space+w.width <= float64(measure):
			line += " " + w.text
			width += space + w.width
		default:
			lines = append(lines, line)
			line, width = w.text, w.width
		}
	}
	lines = append(lines, line)
	// A word that is wider than the cover is cut.
	for i := 0; i < len(lines) && len(lines) < 40; i++ {
		if measure < coverMeasure || l.width(lines[i]) <= coverMeasure {
			continue
		}
		cut := 0
		for _, end := range font.Graphemes(lines[i]) {
			if cut > 0 && l.width(lines[i][:end]) > coverMeasure {
				break
			}
			cut = end
		}
		if cut > 0 && cut < len(lines[i]) {
			lines = append(lines[:i+1], append([]string{lines[i][cut:]}, lines[i+1:]...)...)
			lines[i] = lines[i][:cut]
		}
	}
	return lines
}

// canvas collects what is inked. Most of a cover is bare ground: only strips of
// rows with ink on them are kept.
type canvas struct {
	ground, ink style.Color
	strips      [coverHeight / stripHeight]*image.Alpha
	shaper      font.Shaper
	rasterizer  vector.Rasterizer
}

// stripHeight is that of a strip, in rows, a part of the cover's.
const stripHeight = 16

// strip returns the strip that the row y is in.
func (c *canvas) strip(y int) *image.Alpha {
	s := &c.strips[y/stripHeight]
	if *s == nil {
		top := y / stripHeight * stripHeight
		*s = image.NewAlpha(image.Rect(0, top, coverWidth, top+stripHeight))
	}
	return *s
}

// lines sets lines from the baseline y on and returns the last baseline.
// Lines in scripts that run to the left stand at the right.
func (c *canvas) lines(l letters, lines []string, y, leading int) int {
	for i, s := range lines {
		if i > 0 {
			y += leading
		}
		x := float64(coverMargin)
		runs, width := l.shape(s)
		if font.BaseDirection(s) == font.RightToLeft {
			x = coverWidth - coverMargin - width
		}
		c.set(l, runs, x, float64(y))
	}
	return y
}

// set inks a line whose baseline begins at x and y, glyph by glyph.
func (c *canvas) set(l letters, runs []glyphRun, x, y float64) {
	for _, run := range runs {
		scale := float64(l.size) / float64(run.face.Metrics().UnitsPerEm)
		for _, g := range run.run.Glyphs {
			c.glyph(run.face.Outline(g.ID), x+float64(g.XOffset)*scale, y-float64(g.YOffset)*scale, scale/2)
			x += float64(g.Advance)*scale + float64(l.tracking)
		}
	}
}

// glyph inks an outline at a place. Its points are half units.
func (c *canvas) glyph(outline []font.Segment, x, y, scale float64) {
	at := func(p font.Point) (px, py float64) { return x + float64(p.X)*scale, y - float64(p.Y)*scale }
	var box image.Rectangle
	reach := func(p font.Point) {
		px, py := at(p)
		px, py = max(min(px, coverWidth), 0), max(min(py, coverHeight), 0)
		box = box.Union(image.Rect(int(px), int(py), int(px)+2, int(py)+2))
	}
	for _, s := range outline {
		if reach(s.To); s.Op == font.QuadTo {
			reach(s.Control)
		}
	}
	if box = box.Intersect(image.Rect(0, 0, coverWidth, coverHeight)); box.Empty() {
		return
	}
	r := &c.rasterizer
	r.Reset(box.Dx(), box.Dy())
	to := func(p font.Point) (float32, float32) {
		px, py := at(p)
		return float32(px - float64(box.Min.X)), float32(py - float64(box.Min.Y))
	}
	for i, s := range outline {
		tx, ty := to(s.To)
		switch s.Op {
		case font.MoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(tx, ty)
		case font.LineTo:
			r.LineTo(tx, ty)
		case font.QuadTo:
			cx, cy := to(s.Control)
			r.QuadTo(cx, cy, tx, ty)
		}
	}
	r.ClosePath()
	inked := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.DrawOp = draw.Src
	r.Draw(inked, inked.Rect, image.Opaque, image.Point{})
	for j := range box.Dy() {
		row := c.strip(box.Min.Y + j)
		to := row.Pix[row.PixOffset(box.Min.X, box.Min.Y+j):]
		for i, a := range inked.Pix[j*inked.Stride:][:box.Dx()] {
			to[i] = max(to[i], a)
		}
	}
}

func (c *canvas) rule(x, y, width, height int) {
	for j := y; j < y+height; j++ {
		for i := x; i < x+width; i++ {
			c.strip(j).SetAlpha(i, j, color.Alpha{A: 255})
		}
	}
}
