package layout

import (
	"slices"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Locators: the pages behind an entry of the glossary or the index. Pages in a
// row are a range. A term that stands nearly everywhere would have a hundred of
// them, which nobody follows (Chicago Manual of Style, 17th edition, 16.9 and
// 16.12): where there are more than a reader looks up, those that stand nearest
// to each other become ranges, and a word at the end says that not all of their
// pages are meant: "3, 12–48, 96–102 passim".

const (
	// manyLocators is how many an entry may have, fewLocators how many it is
	// left with if it has more.
	manyLocators = 12
	fewLocators  = 8
)

// locator is a page, or a range of them.
type locator struct {
	first, last int // in the order of the book; -1 where they are not known
	from, to    document.Anchor
	passim      bool // not all of its pages are meant
}

// locators returns the pages of anchors, each once.
func (s *setter) locators(mentions []document.Anchor) []locator {
	var out []locator
	for _, m := range mentions {
		if s.labels == nil {
			// Before there are pages, as many as there may be in the end.
			if out = append(out, locator{-1, -1, m, m, false}); len(out) == fewLocators {
				break
			}
			continue
		}
		i, _, ok := s.labels(m)
		if !ok {
			continue
		}
		if n := len(out); n > 0 && (out[n-1].last == i || out[n-1].last+1 == i) {
			if out[n-1].last != i {
				out[n-1].last, out[n-1].to = i, m
			}
			continue
		}
		out = append(out, locator{i, i, m, m, false})
	}
	if len(out) > manyLocators {
		out = gathered(out)
	}
	return out
}

// gathered joins the locators that are nearest to each other, until few are
// left.
func gathered(all []locator) []locator {
	gaps := make([]int, len(all)-1)
	for i := range gaps {
		gaps[i] = all[i+1].first - all[i].last
		if gaps[i] < 0 {
			gaps[i] = 1 << 30 // a note that stands elsewhere
		}
	}
	sorted := slices.Sorted(slices.Values(gaps))
	most := sorted[len(all)-fewLocators-1]
	out := all[:1]
	for i, gap := range gaps {
		next := all[i+1]
		if gap > most || gap == 1<<30 {
			out = append(out, next)
			continue
		}
		last := &out[len(out)-1]
		last.last, last.to, last.passim = next.last, next.to, true
	}
	return out
}

// pageList adds the pages of anchors.
func (s *setter) pageList(in *inliner, mentions []document.Anchor, t style.Type, el *tag, lang string) {
	s.refers = true
	a := s.root(t, el, lang)
	a.whole = true
	passim := false
	for i, l := range s.locators(mentions) {
		if i > 0 {
			in.add(", ", a)
		}
		s.pageLink(in, l.from, t, el, lang)
		if l.last > l.first {
			in.add("\u2060–\u2060", a)
			s.pageLink(in, l.to, t, el, lang)
		}
		passim = passim || l.passim
	}
	if passim {
		in.add("\u00A0"+s.words.Passim, in.with(a, func(a *attr) { a.typ.Italic = true }))
	}
}

// pageLink adds the page of an anchor, as a link there.
func (s *setter) pageLink(in *inliner, to document.Anchor, t style.Type, el *tag, lang string) {
	label := s.pageLabel(to)
	ref := el.element("Link")
	a := s.root(t, ref, lang)
	a.whole = true
	a.link = &link{target: to, contents: s.words.Page + " " + label, tag: ref}
	in.add(label, a)
}
