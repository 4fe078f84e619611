package font

import (
	"iter"
	"sync"

	gofont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Shaping turns characters into glyphs with their places, by the rules that a
// face carries and that a script demands. The work is done by a port of
// HarfBuzz; this file keeps its results, since a text has far more words than
// different words.

// Setting is everything besides the text that decides its glyphs.
type Setting struct {
	Face     *Face
	Features Features
	// Script and Language choose the rules; the zero values stand for Latin
	// and for no particular language. Language is a BCP 47 tag in lower case.
	Script   Script
	Language string
	// RightToLeft reverses the run; see [Levels].
	RightToLeft bool
}

// Glyph is one glyph of a run, in font units.
type Glyph struct {
	ID GID
	// Tied says that the text cannot be cut before this glyph without shaping
	// both sides anew, because the glyph is kerned or joined to its neighbour.
	Tied bool
	// Advance moves the pen after the glyph; it is the glyph's own width plus
	// kerning.
	Advance int32
	// XOffset and YOffset move the glyph alone, y upwards.
	XOffset, YOffset int32
	// Start and End are the bytes of the text that the glyph stands for.
	// Glyphs that stand for the same bytes together (a cluster) have the same.
	Start, End int32
}

// Run is shaped text in visual order: from left to right even where the text
// runs from right to left. Its glyphs are shared and must not be changed.
type Run struct {
	Setting
	Text   string
	Glyphs []Glyph
	Width  int // the sum of the advances
}

// Clusters yields the clusters of the run in visual order: the text of each and
// the glyphs that stand for it together. There is rarely more than one glyph;
// where there is, no single glyph stands for the text, and a PDF should say
// what the cluster means (ActualText).
func (r Run) Clusters() iter.Seq2[string, []Glyph] {
	return func(yield func(string, []Glyph) bool) {
		for i, j := 0, 0; i < len(r.Glyphs); i = j {
			g := r.Glyphs[i]
			for j = i + 1; j < len(r.Glyphs) && r.Glyphs[j].Start == g.Start; j++ {
			}
			if !yield(r.Text[g.Start:g.End], r.Glyphs[i:j:j]) {
				return
			}
		}
	}
}

// Shaper shapes text and keeps the words it has seen. It may be used from many
// goroutines at once; what it keeps is bounded and never changes a result. Use
// one for a document. The zero value is ready.
type Shaper struct {
	// Uncached shapes every text anew: for measurements.
	Uncached bool

	shards [shards]shard
	idle   struct {
		sync.Mutex
		workers []*worker
	}
}

const (
	shards = 16
	// generation is how many words a shard keeps before it begins a new
	// generation; two are kept. A novel has some 10,000 different words.
	generation = 2048
	// longest is the length in bytes above which a text is not worth keeping.
	longest = 64
)

type shard struct {
	sync.Mutex
	young, old map[wordKey]Run
}

type wordKey struct {
	Setting
	text string
}

// Shape shapes text in one setting. The text must run in one direction and in
// one script; it may be of any length, but only words are kept.
//
// Every byte of the text belongs to exactly one cluster. Bytes that are no
// UTF-8 are set as U+FFFD. Characters that leave no mark (joiners, variation
// selectors) belong to the cluster beside them.
func (s *Shaper) Shape(text string, set Setting) Run {
	if set.Face == nil {
		panic("internal error: text is shaped without a face")
	}
	if text == "" {
		return Run{Setting: set}
	}
	if s.Uncached || len(text) > longest {
		return s.shape(text, set)
	}
	key := wordKey{set, text}
	h := uint32(2166136261) // FNV-1a: any spread will do
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	sh := &s.shards[h%shards]
	sh.Lock()
	run, ok := sh.young[key]
	if !ok {
		if run, ok = sh.old[key]; ok {
			sh.keep(key, run)
		}
	}
	sh.Unlock()
	if ok {
		return run
	}
	run = s.shape(text, set)
	sh.Lock()
	sh.keep(key, run)
	sh.Unlock()
	return run
}

func (sh *shard) keep(key wordKey, run Run) {
	if len(sh.young) >= generation || sh.young == nil {
		sh.old, sh.young = sh.young, make(map[wordKey]Run)
	}
	sh.young[key] = run
}

// worker holds what one goroutine needs for shaping. Its parts are caches that
// are not safe to share.
type worker struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
	plans  map[Setting]bool // an upper bound of what the buffer has cached
}

// maxPlans bounds the shaping plans that a worker keeps. They are searched one
// by one, and a hostile article may name a language for every word.
const maxPlans = 256

func (s *Shaper) shape(text string, set Setting) Run {
	w := s.hire()
	run := w.shape(text, set)
	s.idle.Lock()
	defer s.idle.Unlock()
	if len(w.plans) <= maxPlans {
		s.idle.workers = append(s.idle.workers, w)
	}
	return run
}

// hire returns an idle worker, or a new one: there are never more than there
// are goroutines shaping at once.
func (s *Shaper) hire() *worker {
	s.idle.Lock()
	defer s.idle.Unlock()
	if n := len(s.idle.workers); n > 0 {
		w := s.idle.workers[n-1]
		s.idle.workers = s.idle.workers[:n-1]
		return w
	}
	return &worker{harfbuzz.NewBuffer(), map[*Face]*harfbuzz.Font{}, map[Setting]bool{}}
}

func (w *worker) shape(text string, set Setting) Run {
	font := w.fonts[set.Face]
	if font == nil {
		font = harfbuzz.NewFont(gofont.NewFace(set.Face.font))
		w.fonts[set.Face] = font
	}
	w.plans[set] = true
	b := w.buffer
	b.Clear()
	for i, r := range text {
		b.AddRune(r, i)
	}
	b.Props = harfbuzz.SegmentProperties{
		Language:  language.NewLanguage(set.Language),
		Script:    set.Script.orLatin(),
		Direction: harfbuzz.LeftToRight,
	}
	if set.RightToLeft {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	// Characters keep clusters of their own even inside a grapheme, so that
	// a letter and the accent above it can each be written to the PDF as the
	// character it is.
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Flags = harfbuzz.Bot | harfbuzz.Eot | harfbuzz.RemoveDefaultIgnorables | harfbuzz.DoNotinsertDottedCircle
	b.Shape(font, set.Features.list())

	run := Run{Setting: set, Text: text, Glyphs: make([]Glyph, len(b.Info))}
	for i, info := range b.Info {
		pos := b.Pos[i]
		id := GID(info.Glyph)
		if int(info.Glyph) >= set.Face.Glyphs() {
			id = 0
		}
		run.Glyphs[i] = Glyph{
			ID: id, Tied: info.Mask&harfbuzz.GlyphUnsafeToBreak != 0,
			Advance: pos.XAdvance, XOffset: pos.XOffset, YOffset: pos.YOffset,
			Start: int32(info.Cluster),
		}
		run.Width += int(pos.XAdvance)
	}
	run.close()
	return run
}

// close finds the ends of the clusters, each at the beginning of the next in
// the order of the text. Clusters that come out of order, which happens where
// the direction is not the script's own, become one. The first begins at zero
// whatever came of the characters before it, and a text of which nothing is
// left becomes a space without width, so that no byte is lost.
func (r *Run) close() {
	g := r.Glyphs
	if len(g) == 0 {
		space, _ := r.Face.Glyph(' ')
		r.Glyphs = []Glyph{{ID: space, End: int32(len(r.Text))}}
		return
	}
	at := func(i int) *Glyph { // the i-th glyph in the order of the text
		if r.RightToLeft {
			i = len(g) - 1 - i
		}
		return &g[i]
	}
	for i := len(g) - 2; i >= 0; i-- {
		at(i).Start = min(at(i).Start, at(i+1).Start)
	}
	for i, first := 0, at(0).Start; i < len(g) && at(i).Start == first; i++ {
		at(i).Start = 0
	}
	end := int32(len(r.Text))
	for i := len(g) - 1; i >= 0; i-- {
		at(i).End = end
		if i > 0 && at(i-1).Start != at(i).Start {
			end = at(i).Start
		}
	}
}
