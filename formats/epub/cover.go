package epub

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
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
	c := canvas{ground: ground, ink: ink, mask: image.NewAlpha(image.Rect(0, 0, coverWidth, coverHeight))}
	title = oneLine(title)
	subtitle := oneLine(m.Subtitle)
	if subtitle == "" {
		title, subtitle = document.DivideTitle(title)
	}

	label := letters{face: font.SansSemibold, size: 34, tracking: 5, features: font.CapitalSpacing}
	if p := oneLine(m.Publisher); p != "" {
		c.lines(label, label.wrap(strings.ToUpper(p), 1), 202, 48)
	}

	display := letters{face: font.SerifDisplayLight}
	italic := letters{face: font.SerifSubheadItalic, size: 82}
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

	author := letters{face: font.SerifSmallText, size: 54, tracking: 3}
	names := m.Authors()
	if len(names) > 4 {
		names = append(names[:3:3], "…")
	}
	var authors []string
	for _, n := range names {
		authors = append(authors, author.wrap(strings.ToUpper(oneLine(n)), 2)...)
	}
	c.lines(author, authors, 2375-(len(authors)-1)*74, 74)
	return c.encode()
}

// coverSets reports whether the cover can show a title.
func coverSets(title string) bool {
	return letters{face: font.SerifDisplayLight}.sets(title)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters is a way to set a line: sizes in pixels.
type letters struct {
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
	var shaper font.Shaper
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
				run := shaper.Shape(s, font.Setting{Face: span.Face, Script: script.Script, Features: l.features, RightToLeft: level.RightToLeft()})
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
	lines := l.fill(words, coverMeasure)
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
		if try := l.fill(words, mid); len(try) == len(lines) {
			high = mid
		} else {
			low = mid
		}
	}
	return l.fill(words, high)
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
func (l letters) fill(words []word, measure int) []string {
	space := l.width("n n") - l.width("nn")
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

// canvas collects what is inked.
type canvas struct {
	ground, ink style.Color
	mask        *image.Alpha
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

func (c *canvas) set(l letters, runs []glyphRun, x, y float64) {
	var r vector.Rasterizer
	top := max(int(y)-l.size*3/2, 0)
	height := min(l.size*5/2, coverHeight-top)
	if height <= 0 {
		return
	}
	r.Reset(coverWidth, height)
	for _, run := range runs {
		scale := float64(l.size) / float64(run.face.Metrics().UnitsPerEm)
		for _, g := range run.run.Glyphs {
			gx := x + float64(g.XOffset)*scale
			gy := y - float64(g.YOffset)*scale - float64(top)
			at := func(p font.Point) (float32, float32) {
				return float32(gx + float64(p.X)*scale/2), float32(gy - float64(p.Y)*scale/2)
			}
			for i, s := range run.face.Outline(g.ID) {
				tx, ty := at(s.To)
				switch s.Op {
				case font.MoveTo:
					if i > 0 {
						r.ClosePath()
					}
					r.MoveTo(tx, ty)
				case font.LineTo:
					r.LineTo(tx, ty)
				case font.QuadTo:
					cx, cy := at(s.Control)
					r.QuadTo(cx, cy, tx, ty)
				}
			}
			r.ClosePath()
			x += float64(g.Advance)*scale + float64(l.tracking)
		}
	}
	r.Draw(c.mask, image.Rect(0, top, coverWidth, top+height), image.Opaque, image.Point{})
}

func (c *canvas) rule(x, y, width, height int) {
	for j := y; j < y+height; j++ {
		for i := x; i < x+width; i++ {
			c.mask.SetAlpha(i, j, color.Alpha{A: 255})
		}
	}
}

// encode writes the canvas with 16 colours from ground to ink.
func (c *canvas) encode() ([]byte, error) {
	const levels = 16
	palette := make(color.Palette, levels)
	mix := func(a, b uint8, i int) uint8 { return uint8((int(a)*(levels-1-i) + int(b)*i) / (levels - 1)) }
	for i := range palette {
		palette[i] = color.RGBA{mix(c.ground.R, c.ink.R, i), mix(c.ground.G, c.ink.G, i), mix(c.ground.B, c.ink.B, i), 255}
	}
	img := image.NewPaletted(c.mask.Rect, palette)
	for i, a := range c.mask.Pix {
		img.Pix[i] = uint8((int(a)*(levels-1) + 127) / 255)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img); err != nil {
		return nil, fmt.Errorf("epub: writing the cover: %w", err)
	}
	return b.Bytes(), nil
}
