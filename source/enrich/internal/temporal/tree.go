package temporal

import (
	"fmt"
	"slices"
)

// All patterns of a language are merged into one tree, so that looking for all of them at a place is one walk.

// tree is a place in the merged patterns of a language.
type tree struct {
	words   []wordEdge  // by id
	touched []wordEdge  // for words that must touch the item before them, by id
	classes []classEdge // in the table's order
	mask    uint64      // the classes among them that take something up
	zero    []classEdge // conditions and notes
	accept  *rule       // a pattern ends here
	labels  map[string]*tree
	done    bool
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

// insert adds seq below t and returns the place where it ends. The choices of a pattern meet again behind it, so that
// what follows them is there once; a choice that another pattern makes at the same place is shared with it.
func (t *tree) insert(seq []node) *tree {
	for i := range seq {
		t = t.child(&seq[i])
	}
	return t
}

// child returns the place that n leads to, making it as needed.
func (t *tree) child(n *node) *tree {
	if t.labels == nil {
		t.labels = make(map[string]*tree)
	}
	if len(n.words) == 1 {
		n.label = fmt.Sprint(n.touches, n.words[0]) // the same whether it stands alone or in a choice
	}
	if to := t.labels[n.label]; to != nil {
		return to
	}
	to := new(tree)
	switch {
	case n.alts != nil:
		for _, alt := range n.alts {
			t.insert(alt).meet(to)
		}
	case len(n.words) > 1:
		for _, id := range n.words {
			one := node{words: []int32{id}, touches: n.touches}
			t.child(&one).meet(to)
		}
	case n.words != nil:
		edges := &t.words
		if n.touches {
			edges = &t.touched
		}
		*edges = append(*edges, wordEdge{n.words[0], to})
	case n.set != nil || n.class.zeroWidth():
		t.zero = append(t.zero, classEdge{n.class, n.touches, n.set, to})
	default:
		t.classes = append(t.classes, classEdge{n.class, n.touches, n.set, to})
		t.mask |= 1 << n.class
	}
	t.labels[n.label] = to
	return to
}

// meet lets t go on as to does.
func (t *tree) meet(to *tree) { t.zero = append(t.zero, classEdge{to: to}) }

// finish gives each place the edges of those that it meets, sorts the edges and lets go of what only building needs.
func (t *tree) finish() {
	if t.done {
		return
	}
	t.done, t.labels = true, nil
	zero := t.zero
	t.zero = nil
	for _, e := range zero {
		if e.set != nil || e.class != noClass {
			t.zero = append(t.zero, e)
			continue
		}
		to := e.to
		to.finish()
		t.words = append(t.words, to.words...)
		t.touched = append(t.touched, to.touched...)
		t.classes = append(t.classes, to.classes...)
		t.zero = append(t.zero, to.zero...)
		t.mask |= to.mask
		if to.accept != nil && (t.accept == nil || to.accept.index < t.accept.index) {
			t.accept = to.accept
		}
	}
	slices.SortStableFunc(t.words, byID)
	slices.SortStableFunc(t.touched, byID)
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

// sharedDepth is how many steps from the root edges of one word or class are made one. Nearly all walks end there;
// further on it would cost more places than it saves steps.
const sharedDepth = 3

// share makes one edge of all that ask for the same word or class, down to the depth given.
func (t *tree) share(depth int) *tree {
	if depth == 0 {
		return t
	}
	out := &tree{mask: t.mask, zero: t.zero, accept: t.accept}
	out.words, out.touched = shareWords(t.words, depth), shareWords(t.touched, depth)
	taken := make([]bool, len(t.classes))
	for i, e := range t.classes {
		if taken[i] {
			continue
		}
		var group []*tree
		for j := i; j < len(t.classes); j++ {
			if f := t.classes[j]; f.class == e.class && f.touches == e.touches {
				group, taken[j] = append(group, f.to), true
			}
		}
		e.to = union(group).share(depth - 1)
		out.classes = append(out.classes, e)
	}
	return out
}

func shareWords(edges []wordEdge, depth int) []wordEdge {
	var out []wordEdge
	for i := 0; i < len(edges); {
		var group []*tree
		id := edges[i].id
		for ; i < len(edges) && edges[i].id == id; i++ {
			group = append(group, edges[i].to)
		}
		out = append(out, wordEdge{id, union(group).share(depth - 1)})
	}
	return out
}

// union returns a place that goes on as all of the group do.
func union(group []*tree) *tree {
	if len(group) == 1 {
		return group[0]
	}
	out := new(tree)
	for i, t := range group {
		if slices.Contains(group[:i], t) {
			continue
		}
		out.words = append(out.words, t.words...)
		out.touched = append(out.touched, t.touched...)
		out.classes = append(out.classes, t.classes...)
		out.zero = append(out.zero, t.zero...)
		out.mask |= t.mask
		if t.accept != nil && (out.accept == nil || t.accept.index < out.accept.index) {
			out.accept = t.accept
		}
	}
	slices.SortStableFunc(out.words, byID)
	slices.SortStableFunc(out.touched, byID)
	return out
}

func byID(a, b wordEdge) int { return int(a.id - b.id) }

// find returns the edges for a word.
func find(edges []wordEdge, id int32) []wordEdge {
	lo, hi := 0, len(edges)
	for lo < hi {
		if mid := (lo + hi) / 2; edges[mid].id < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for hi = lo; hi < len(edges) && edges[hi].id == id; hi++ {
	}
	return edges[lo:hi]
}

// matcher looks for the longest match that begins at one item. Of two matches of one length that of the earlier rule
// wins, of two of one rule the first.
type matcher struct {
	s     *scanner
	start int // index of the first item
	best  reading
	left  fields // of the first of two expressions, if the best match saw two
	end   int    // index after the best match, 0 if there is none
	// steps holds the readings on the way from the first item, so that none is made on the heap. Each says what all before it
	// said, and stays what it is for as long as the walk is beyond it.
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
	if t.accept != nil && (i > m.end || i == m.end && t.accept.index < m.best.rule) {
		m.best, m.end = *r, i
		m.best.rule, m.best.act = t.accept.index, t.accept.act
		if r.split > 0 {
			m.left = m.steps[r.left].fields
		}
	}
	if i >= len(m.s.Tokens) {
		return
	}
	it := m.s.at(i)
	if it.Line && i > m.start {
		return // nothing goes over a line break
	}
	if it.id > 0 {
		for _, e := range find(t.words, it.id) {
			m.walk(e.to, i+1, depth)
		}
		if !it.Spaced && t.touched != nil {
			for _, e := range find(t.touched, it.id) {
				m.walk(e.to, i+1, depth)
			}
		}
	}
	if it.mask&t.mask == 0 {
		return
	}
	for k := range t.classes {
		e := &t.classes[k]
		if it.mask&(1<<e.class) == 0 || e.touches && it.Spaced {
			continue
		}
		m.steps[depth+1] = *r
		if j := m.take(e.class, i, depth+1); j > i {
			m.walk(e.to, j, depth+1)
		}
	}
}
