package enrich

import (
	"slices"
	"sort"

	"github.com/quirepress/quire/source/document"
)

// mark wraps a stretch of a block's text into a node.
type mark struct {
	span
	// node is what the stretch becomes, with content as the place in it where
	// its text goes.
	node    document.Inline
	content *[]document.Inline
	// link says that the node is a link, which cannot stand inside another one.
	link bool
	// anchor names the place. It is all that is set where the stretch cannot be
	// wrapped: where it begins inside a node and ends outside of it, or would
	// make a link inside a link.
	anchor document.Anchor
}

// apply puts the marks, which must not overlap, into the block's content.
func (s *strip) apply(marks []mark) {
	if len(marks) == 0 || s.node == nil {
		return
	}
	s.flat = document.Flat{}
	slices.SortFunc(marks, func(a, b mark) int { return a.start - b.start })
	cuts := make([]int, 0, 2*len(marks))
	for i := range marks {
		cuts = append(cuts, marks[i].start, marks[i].end)
	}
	at := 0
	content := markRun(split(s.content(), &at, &cuts), 0, marks, false)
	if caption := captionOf(s.node); caption != nil {
		*caption = content
		return
	}
	switch n := s.node.(type) {
	case *document.Section:
		n.Title = content
	case *document.Heading:
		n.Content = content
	case *document.Paragraph:
		n.Content = content
	case *document.DefinitionTerm:
		n.Content = content
	}
}

// split cuts the texts in the run at the offsets in cuts, which rise, so that
// every mark begins and ends between nodes.
func split(run []document.Inline, at *int, cuts *[]int) []document.Inline {
	end := *at
	for _, n := range run {
		end += textLen(n)
	}
	inside := sort.SearchInts(*cuts, end)
	if inside == 0 {
		*at = end
		return run
	}
	out := make([]document.Inline, 0, len(run)+inside)
	rests := make([]document.Text, 0, inside) // in one piece, since every mark makes two
	for _, n := range run {
		t, ok := n.(*document.Text)
		if !ok {
			if content := document.Inside(n); content != nil {
				*content = split(*content, at, cuts)
			} else {
				*at += textLen(n)
			}
			out = append(out, n)
			continue
		}
		end := *at + len(t.Value)
		for len(*cuts) > 0 && (*cuts)[0] < end {
			if c := (*cuts)[0] - *at; c > 0 {
				rests = append(rests, *t)
				rest := &rests[len(rests)-1]
				rest.Anchor = ""
				rest.Value = t.Value[c:]
				if rest.Pos.Line > 0 {
					rest.Pos.Offset += c
					rest.Pos.Column += c
				}
				t.Value = t.Value[:c]
				out = append(out, t)
				t = rest
				*at += c
			}
			*cuts = (*cuts)[1:]
		}
		out = append(out, t)
		*at = end
	}
	return out
}

// markRun returns the run of siblings, whose text begins at the offset at,
// with the marks put in.
func markRun(run []document.Inline, at int, marks []mark, inLink bool) []document.Inline {
	out := make([]document.Inline, 0, len(run)+1)
	i := 0
	for k := 0; k < len(marks); k++ {
		m := &marks[k]
		for i < len(run) && at+textLen(run[i]) <= m.start {
			out = append(out, run[i])
			at += textLen(run[i])
			i++
		}
		if i == len(run) {
			break
		}
		j, stop := i, at
		for j < len(run) && stop < m.end && stop+textLen(run[j]) <= m.end {
			stop += textLen(run[j])
			j++
		}
		if at == m.start && stop == m.end && !holdsNote(run[i:j]) && !(m.link && (inLink || holdsLink(run[i:j]))) {
			*m.content = slices.Clone(run[i:j])
			out = append(out, m.node)
			i, at = j, stop
			continue
		}
		end := at + textLen(run[i])
		if content := document.Inside(run[i]); content != nil && m.end <= end {
			// This mark and perhaps the next ones lie inside one node.
			last := k
			for last+1 < len(marks) && marks[last+1].end <= end {
				last++
			}
			*content = markRun(*content, at, marks[k:last+1], inLink || isLink(run[i]))
			k = last
		} else {
			out = append(out, &document.Target{Attr: document.Attr{Anchor: m.anchor}})
		}
	}
	return append(out, run[i:]...)
}

// textLen returns the length of the text that n adds to its block's.
func textLen(n document.Inline) int {
	switch n := n.(type) {
	case *document.Text:
		return len(n.Value)
	case *document.Code:
		return len(n.Value)
	case *document.Math:
		return len(n.Source)
	case *document.LineBreak:
		return 1
	}
	size := 0
	if content := document.Inside(n); content != nil {
		for _, c := range *content {
			size += textLen(c)
		}
	}
	return size
}

func isLink(n document.Node) bool {
	switch n.(type) {
	case *document.Link, *document.CrossReference:
		return true
	}
	return false
}

func holdsLink(run []document.Inline) bool {
	return holds(run, isLink)
}

func holdsNote(run []document.Inline) bool {
	return holds(run, func(n document.Node) bool { _, ok := n.(*document.Note); return ok })
}

func holds(run []document.Inline, is func(document.Node) bool) bool {
	for _, r := range run {
		if _, plain := r.(*document.Text); plain {
			continue
		}
		for n := range document.Nodes(r) {
			if is(n) {
				return true
			}
		}
	}
	return false
}
