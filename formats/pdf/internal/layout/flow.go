package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// Flows: stretches of the book that begin on a new page, in their order, each
// made of units that are set independently.

// flow is a vertical list that is cut into pages as a whole.
type flow struct {
	units []*unit
	// recto says that the first page is a right-hand one.
	recto bool
	// roman says that the pages are numbered in roman numerals.
	roman bool
	// bare pages have neither running head nor folio; the first page of an
	// opening flow has only a folio at its foot.
	bare, opening bool
	// title is what the running head says until a section of the list does.
	title string

	// banner stands above all columns of the first page.
	head   *unit
	banner list

	// list is what the units make together. It is stale where one of them has
	// been set since the list was cut into sheets, for pages that begin as
	// vessel says.
	list   list
	stale  bool
	sheets []sheet
	vessel vessel
	open   []stretch // the decorations that go on from page to page
	// settled says that floats have been looked for: no unit will be set anew
	// because one has moved.
	settled bool
}

// unit is a block with everything in it.
type unit struct {
	set    func(s *setter)
	list   list
	refers bool
	found  diag.List
	done   bool
	// start is where the unit begins in the flow's list, broken the breaks of
	// its paragraphs.
	start  int
	broken []line.Result
	// floats counts the units before this one that may move to another page;
	// alone says that they have.
	floats int
	alone  bool
}

// refers reports whether anything in the flow depends on page numbers.
func (f *flow) refers() bool {
	return f.head != nil && f.head.refers || slices.ContainsFunc(f.units, func(u *unit) bool { return u.refers })
}

// movable reports whether a unit may be set anew because what stands before it
// has moved to another page.
func (f *flow) movable() bool {
	return !f.settled && slices.ContainsFunc(f.units, func(u *unit) bool { return u.floats > 0 && !u.alone })
}

func (f *flow) add(set func(s *setter)) { f.units = append(f.units, &unit{set: set}) }

// flows divides the document.
func (v *volume) flows() []*flow {
	st := v.style
	base := scope{tag: v.root, width: st.Measure(), text: st.Body, lang: v.doc.Metadata.Language, main: true, grid: true}
	base.rtl = v.rtl
	var out []*flow
	m := &v.doc.Metadata
	named := m.Title != "" || len(m.Authors()) > 0
	if st.TitlePage && named {
		f := &flow{bare: true, recto: true, roman: st.ChapterOpenings}
		f.add(func(s *setter) { s.titlePage(base) })
		out = append(out, f)
	}
	contents := st.ContentsFrom > 0 && len(v.doc.Outline(0)) >= st.ContentsFrom && st.ContentsDepth > 0
	if contents && st.TitlePage {
		f := &flow{opening: true, roman: st.ChapterOpenings, recto: st.ChapterOpenings, title: v.words.Contents}
		f.add(func(s *setter) { s.contents(base) })
		out = append(out, f)
	}
	cut := cutter{v: v, base: base}
	if contents {
		cut.listed = contentsMarks(v.listed())
	}
	if !st.TitlePage && named {
		wide := base
		wide.width = st.Paper.Width - st.Margins.Inside - st.Margins.Outside
		u := &unit{set: func(s *setter) { s.titleBlock(wide) }}
		f := cut.flow()
		f.opening = true
		if st.Columns > 1 {
			f.head = u
		} else {
			f.units = append(f.units, u)
		}
	}
	if contents && !st.TitlePage {
		cut.flow().add(func(s *setter) {
			s.contents(base)
			s.list.space(st.Body.Leading, wholeLine)
		})
	}
	cut.blocks(v.doc.Blocks, base, 1)
	for i, f := range cut.out {
		if i == 0 && len(out) > 0 {
			f.recto = f.recto || st.ChapterOpenings
		}
		out = append(out, f)
	}
	return out
}

// rtlLanguage reports whether a language is written from right to left.
func rtlLanguage(tag string) bool {
	for _, p := range []string{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv"} {
		if tag == p || len(tag) > len(p) && tag[:len(p)] == p && tag[len(p)] == '-' {
			return true
		}
	}
	return false
}

// cutter cuts the document's blocks into flows and units.
type cutter struct {
	v    *volume
	base scope
	out  []*flow
	open *flow
	// listed are the sections that the contents name.
	listed map[*document.Section]bool
}

// flow returns the flow at hand.
func (c *cutter) flow() *flow {
	if c.open == nil {
		c.begin(&flow{recto: c.v.style.ChapterOpenings})
	}
	return c.open
}

func (c *cutter) begin(f *flow) *flow {
	c.open = f
	c.out = append(c.out, f)
	return f
}

// blocks adds the blocks of the document or of a section. Depth is that of
// sections among them.
func (c *cutter) blocks(bs []document.Block, ctx scope, depth int) {
	for i, b := range bs {
		if sec, ok := b.(*document.Section); ok {
			here := ctx
			here.headed, here.opening = i == 0 && depth > 1, false
			c.section(sec, here, depth)
			continue
		}
		here := ctx
		here.indented = i > 0 && followsText(bs[i-1])
		here.opening = ctx.opening && i == 0
		here.depth = 1
		if g, ok := b.(*document.Glossary); ok {
			c.glossary(g, here)
			continue
		}
		c.flow().add(func(s *setter) { s.block(b, here) })
		if n := behindFloats(bs[:i]); n > 0 {
			c.behindFloats(n, b, here)
		}
	}
}

// behindFloats counts the blocks at the end that may float, when text stands
// before them: what follows may come to stand behind that.
func behindFloats(bs []document.Block) int {
	i := len(bs)
	for i > 0 && floats(bs[i-1]) {
		i--
	}
	if i == 0 || !followsText(bs[i-1]) {
		return 0
	}
	return len(bs) - i
}

// floats reports whether a block may move to another page.
func floats(b document.Block) bool {
	switch b := b.(type) {
	case *document.Figure, *document.Table:
		return true
	case *document.Paragraph:
		return standalone(b.Content) != nil
	}
	return false
}

// behindFloats has the last unit set with an indent when the n blocks before it
// have moved away.
func (c *cutter) behindFloats(n int, b document.Block, here scope) {
	u := c.open.units[len(c.open.units)-1]
	u.floats = n
	u.set = func(s *setter) {
		c := here
		c.indented = u.alone
		s.block(b, c)
	}
}

// glossary adds each entry of a glossary as a unit of its own, so that a line
// more in one of them moves no page break of the others.
func (c *cutter) glossary(g *document.Glossary, ctx scope) {
	ctx = ctx.within(&g.Attr).element("L")
	for i, e := range g.Entries {
		c.flow().add(func(s *setter) { s.glossaryEntry(e, i > 0, ctx.element("LI")) })
	}
}

// section adds a section: on a new page where the profile or its role ask for
// one.
func (c *cutter) section(sec *document.Section, ctx scope, depth int) {
	st := c.v.style
	ctx = ctx.within(&sec.Attr)
	ctx.section = min(depth, anyTitle)
	ctx.tag = ctx.tag.element("Sect")
	if sec.Role == document.RolePart {
		ctx.tag.Role = "Part"
	}
	if sec.Lang != "" {
		ctx.tag.Lang = sec.Lang
	}
	apart := depth == 1 && (st.TitlePage || st.ChapterOpenings) && (st.ChapterOpenings || sec.Role == document.RoleTimeline || sec.Role == document.RoleGlossary || sec.Role == document.RoleIndex)
	if st.ChapterOpenings && sec.Role == document.RolePart {
		apart = true
	}
	if apart {
		f := &flow{opening: true, title: document.TextOf(sec.Title)}
		f.recto = st.ChapterOpenings && !sec.Role.BackMatter()
		f.roman = st.ChapterOpenings && sec.Role.FrontMatter()
		c.begin(f)
	} else if c.open != nil && c.open.title != "" && depth == 1 && !st.ChapterOpenings {
		// A section behind the back matter runs on from a new page.
		c.begin(&flow{})
	}
	here := ctx
	c.flow().add(func(s *setter) { s.sectionTitle(sec, depth, apart, c.listed[sec], here) })
	next := depth + 1
	if sec.Role == document.RolePart && st.ChapterOpenings {
		next = depth
	}
	ctx.back = ctx.back || sec.Role == document.RoleTimeline || sec.Role == document.RoleGlossary || sec.Role == document.RoleIndex
	if sec.Role == document.RoleBibliography {
		ctx.text = st.Sources
	}
	ctx.opening = apart && st.ChapterOpenings && sec.Role != document.RolePart && ctx.main && !ctx.back
	c.blocks(sec.Blocks, ctx, next)
}
