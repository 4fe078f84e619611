package layout

import (
	"sync"

	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/pdf/internal/hyphen"
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// volume is what all workers share while a document is set. Only its caches
// change, behind locks, and they change no result.
type volume struct {
	doc     *document.Document
	style   *style.Style
	words   style.Words
	numbers *document.Numbering
	nodes   map[document.Anchor]document.Node
	// links are the numbers of notes and links together, where the style has
	// addresses as notes; nil elsewhere.
	links map[document.Node]int
	// shorts are the first uses of acronyms.
	shorts map[document.Inline][]shortForm
	// indexed are the entries of the index by the places that they lead to.
	indexed map[document.Anchor]document.Anchor
	extra   []font.Candidate // the user's faces
	named   map[string]*font.Face
	shaper  font.Shaper
	root    *tag
	rasters rasters
	// rtl says that the book is bound on the right: its language is written
	// from right to left, and right-hand pages have even numbers.
	rtl bool

	// labels gives the page of an anchor as far as it is known: nil in the
	// first pass.
	labels func(document.Anchor) (index int, label string, ok bool)
	// pages is how many pages the book had in the pass before.
	pages int

	mu     sync.Mutex
	chains map[*font.Face][]font.Candidate
	faces  map[string]*font.Face
}

func newVolume(doc *document.Document, st *style.Style, opt Options) *volume {
	v := &volume{
		doc: doc, style: st, words: style.WordsFor(doc.Metadata.Language), numbers: doc.Numbers(),
		nodes: map[document.Anchor]document.Node{}, named: map[string]*font.Face{},
		chains: map[*font.Face][]font.Candidate{}, faces: map[string]*font.Face{},
		root: &tag{}, rtl: rtlLanguage(doc.Metadata.Language),
	}
	for _, n := range doc.All() {
		if a := n.Attributes().Anchor; a != "" {
			v.nodes[a] = n
		}
	}
	v.shorts = v.shortForms()
	v.indexed = indexed(doc)
	if st.LinkNotes {
		v.links = numberLinks(doc)
	}
	for _, f := range opt.Faces {
		v.named[f.Name()] = f
		v.extra = append(v.extra, f)
	}
	return v
}

// face returns the face for a role: one of the user's by that name, or an
// embedded one.
func (v *volume) face(r style.Role, bold, italic bool) *font.Face {
	name := v.style.Faces[r].Cut(bold, italic)
	v.mu.Lock()
	f, ok := v.faces[name]
	v.mu.Unlock()
	if ok {
		return f
	}
	// Outside the lock: other workers need other faces, and to read one takes
	// some milliseconds.
	if f, ok = v.named[name]; !ok {
		e, known := font.EmbeddedByName(name)
		if !known {
			panic("internal error: the style names the face " + name + ", which does not exist")
		}
		f = e.Face()
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.faces[name] = f
	return f
}

// chain returns the faces to try for what f lacks.
func (v *volume) chain(f *font.Face) []font.Candidate {
	v.mu.Lock()
	defer v.mu.Unlock()
	c, ok := v.chains[f]
	if !ok {
		c = append(append(c, v.extra...), font.FallbackChain(f)...)
		v.chains[f] = c
	}
	return c
}

// setter sets blocks. Each worker has its own.
type setter struct {
	*volume
	list    *list
	breaker line.Breaker
	found   diag.List
	// refers says that what was set depends on page numbers.
	refers bool
	inNote bool

	// broken are the breaks of the paragraphs of the unit at hand, in order;
	// frozen those of the pass before, when they are to stay.
	broken, frozen []line.Result

	// Buffers that go from one paragraph to the next.
	itemBuffer  []line.Item
	pieceBuffer []piece
	runBuffer   []run
	chunkBuffer []chunk
	textBuffer  []lineText
	atomBuffer  []atom

	lastLang     string
	lastPatterns *hyphen.Patterns
	divisions    []int
	cutBuffer    []cut
}

// apart runs f with a new list and returns it.
func (s *setter) apart(f func()) list {
	outer := s.list
	var l list
	s.list = &l
	f()
	s.list = outer
	return l
}

// pageLabel returns the page of an anchor as it is printed; a guess of the
// usual width while it is not known.
func (s *setter) pageLabel(a document.Anchor) string {
	s.refers = true
	if s.labels != nil {
		if _, l, ok := s.labels(a); ok {
			return l
		}
	}
	return "00"
}

// scope is where blocks stand.
type scope struct {
	tag         *tag
	left, width style.Length
	text        style.Type
	lang        string
	rtl         bool
	align       alignment
	// indented says that the first paragraph begins with an indent.
	indented bool
	// grid says that lines stand on the baseline grid: the text itself, and
	// not what stands apart from it.
	grid bool
	// main says that pages may be said to begin in this text.
	main bool
	// back says that it is in a timeline, a glossary or an index.
	back  bool
	depth int
	// section is how deep the section is, 1 for those at the top.
	section int
	// headed says that a title stands right above.
	headed bool
	// opening says that the first words of a chapter stand here.
	opening bool
}

// element returns the scope inside a new element.
func (c scope) element(role string) scope {
	c.tag = c.tag.element(role)
	return c
}

// inset returns the scope with white at both sides.
func (c scope) inset(left, right style.Length) scope {
	c.grid = false
	if c.rtl {
		left, right = right, left
	}
	// However deep the nesting, a few letters must fit.
	least := 5 * c.text.Size
	if c.width-left-right < least {
		give := max(c.width-least, 0)
		left, right = give*left/max(left+right, 1), give*right/max(left+right, 1)
	}
	c.left += left
	c.width -= left + right
	return c
}

// within returns the scope for a node with a language or direction.
func (c scope) within(a *document.Attr) scope {
	if a.Lang != "" && a.Lang != c.lang {
		c.lang = a.Lang
	}
	switch a.Dir {
	case document.RightToLeft:
		c.rtl = true
	case document.LeftToRight:
		c.rtl = false
	}
	return c
}
