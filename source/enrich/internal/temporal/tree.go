package temporal

import (
	"fmt"
	"slices"
)

// tree is a place in the merged patterns of a language.
type tree struct {
	words   []wordEdge  // by id
	touched []wordEdge  // for words that must touch the item before them, by id
	classes []classEdge // in the table's order
	mask    uint64      // the classes among them that take something up
	zero    []classEdge // conditions and notes
	accept  *rule       // a pattern ends here
	labels  map[string]*tree
}

type wordEdge struct {
	id int32
	to *tree
}

type classEdge struct {
	class   class
	touches bool
	set     func(*reading)
	to      *tree
}

// insert adds the sequences of seq below each of the places at and returns the places where they end.
func insert(at []*tree, seq []node) []*tree {
	for i := range seq {
		n := &seq[i]
		var ends []*tree
		for _, t := range at {
			if n.alts != nil {
				for _, alt := range n.alts {
					ends = append(ends, insert([]*tree{t}, alt)...)
				}
				continue
			}
			ends = append(ends, t.child(n)...)
		}
		at = ends
	}
	return at
}

// child returns the places that n leads to, making them as needed.
func (t *tree) child(n *node) []*tree {
	if t.labels == nil {
		t.labels = make(map[string]*tree)
	}
	if n.words != nil {
		edges, prefix := &t.words, ""
		if n.touches {
			edges, prefix = &t.touched, "~"
		}
		var ends []*tree
		for _, id := range n.words {
			label := fmt.Sprint(prefix, "w", id)
			if to := t.labels[label]; to != nil {
				ends = append(ends, to)
				continue
			}
			fresh := new(tree)
			ends = append(ends, fresh)
			t.labels[label] = fresh
			*edges = append(*edges, wordEdge{id, fresh})
		}
		return ends
	}
	to := t.labels[n.label]
	if to == nil {
		to = new(tree)
		t.labels[n.label] = to
		e := classEdge{n.class, n.touches, n.set, to}
		if n.set != nil || n.class.zeroWidth() {
			t.zero = append(t.zero, e)
		} else {
			t.classes = append(t.classes, e)
			t.mask |= 1 << n.class
		}
	}
	return []*tree{to}
}

// finish sorts the edges and lets go of what only building needs.
func (t *tree) finish() {
	if t.labels == nil {
		return
	}
	t.labels = nil
	byID := func(a, b wordEdge) int { return int(a.id - b.id) }
	slices.SortFunc(t.words, byID)
	slices.SortFunc(t.touched, byID)
	for _, edges := range [][]wordEdge{t.words, t.touched} {
		for _, e := range edges {
			e.to.finish()
		}
	}
	for _, edges := range [][]classEdge{t.classes, t.zero} {
		for _, e := range edges {
			e.to.finish()
		}
	}
}

func find(edges []wordEdge, id int32) *tree {
	lo, hi := 0, len(edges)
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case edges[mid].id == id:
			return edges[mid].to
		case edges[mid].id < id:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return nil
}

// matcher looks for the longest match that begins at one item. Of two matches of one length that of the earlier rule
// wins, of two of one rule the first.
type matcher struct {
	s     *scanner
	start int // index of the first item
	best  reading
	end   int // index after the best match, 0 if there is none
	// steps holds the readings on the way from the first item, so that none is made on the heap.
	steps [maxDepth]reading
}

// maxDepth bounds the number of classes and notes in a pattern.
const maxDepth = 32

// walk follows the tree from t at item i, having read m.steps[depth].
func (m *matcher) walk(t *tree, i, depth int) {
	r := &m.steps[depth]
	for k := range t.zero {
		e := &t.zero[k]
		if e.set != nil {
			m.steps[depth+1] = *r
			e.set(&m.steps[depth+1])
			m.walk(e.to, i, depth+1)
		} else if m.holds(e.class, i, r) {
			m.walk(e.to, i, depth)
		}
	}
	if t.accept != nil && (i > m.end || i == m.end && t.accept.index < m.best.rule.index) {
		m.best, m.end = *r, i
		m.best.rule = t.accept
	}
	if i >= len(m.s.items) {
		return
	}
	it := &m.s.items[i]
	if it.newline && i > m.start {
		return // nothing goes over a line break
	}
	if it.word != nil {
		if to := find(t.words, it.word.id); to != nil {
			m.walk(to, i+1, depth)
		}
		if !it.spaced && t.touched != nil {
			if to := find(t.touched, it.word.id); to != nil {
				m.walk(to, i+1, depth)
			}
		}
	}
	if it.mask&t.mask == 0 {
		return
	}
	for k := range t.classes {
		e := &t.classes[k]
		if it.mask&(1<<e.class) == 0 || e.touches && it.spaced {
			continue
		}
		m.steps[depth+1] = *r
		if j := m.take(e.class, i, &m.steps[depth+1]); j > i {
			m.walk(e.to, j, depth+1)
		}
	}
}
