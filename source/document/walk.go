package document

import "iter"

// All returns an iterator over the nodes of the document in reading order,
// each before its children, with the node's depth (0 for the document's own
// blocks). The text of a note comes where its mark stands.
func (d *Document) All() iter.Seq2[int, Node] {
	return func(yield func(int, Node) bool) {
		w := newWalker(yield)
		for _, b := range d.Blocks {
			if w.visit(b); w.done {
				return
			}
		}
	}
}

// Nodes returns an iterator over root and everything below it, in reading
// order, each node before its children.
func Nodes(root Node) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		newWalker(func(_ int, n Node) bool { return yield(n) }).visit(root)
	}
}

// Each returns an iterator over the document's nodes of one type, in reading
// order: for t := range document.Each[*document.Table](doc).
func Each[N Node](d *Document) iter.Seq[N] {
	return func(yield func(N) bool) {
		for _, n := range d.All() {
			if n, ok := n.(N); ok && !yield(n) {
				return
			}
		}
	}
}

// Children returns an iterator over the nodes directly below n, in reading
// order.
func Children(n Node) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		more := true
		n.each(visitor{
			blocks: func(bs *[]Block) {
				for _, b := range *bs {
					more = more && yield(b)
				}
			},
			inlines: func(s *[]Inline) {
				for _, i := range *s {
					more = more && yield(i)
				}
			},
			node: func(n Node) { more = more && yield(n) },
		})
	}
}

// walker goes through a tree. It has one visitor for all nodes: trees are walked
// often, and have many nodes.
type walker struct {
	below visitor
	depth int
	yield func(int, Node) bool
	done  bool
}

func newWalker(yield func(int, Node) bool) *walker {
	w := &walker{yield: yield}
	w.below = visitor{
		blocks: func(bs *[]Block) {
			for _, b := range *bs {
				w.visit(b)
			}
		},
		inlines: func(s *[]Inline) {
			for _, i := range *s {
				w.visit(i)
			}
		},
		node: w.visit,
	}
	return w
}

func (w *walker) visit(n Node) {
	if w.done = w.done || !w.yield(w.depth, n); w.done {
		return
	}
	w.depth++
	n.each(w.below)
	w.depth--
}

// Rewriter changes a tree from the leaves up. A nil function leaves its kind
// of node alone. Each function gets a node whose children are rewritten
// already and returns what stands in its place: itself, nothing, or several
// nodes.
type Rewriter struct {
	// Block gets each block, Inline each inline.
	Block  func(Block) []Block
	Inline func(Inline) []Inline
	// Inlines gets each run of siblings whole, after Inline has seen its
	// members: the way to change text that runs over several nodes.
	Inlines func([]Inline) []Inline
}

// Document rewrites the blocks of d in place.
func (r Rewriter) Document(d *Document) { d.Blocks = r.Blocks(d.Blocks) }

// Blocks returns the blocks rewritten. The slice given may be reused.
func (r Rewriter) Blocks(bs []Block) []Block {
	w := &rewriting{Rewriter: r}
	w.below = visitor{
		blocks:  func(bs *[]Block) { *bs = w.blocks(*bs) },
		inlines: func(s *[]Inline) { *s = w.run(*s) },
		node:    func(n Node) { n.each(w.below) },
	}
	return w.blocks(bs)
}

// rewriting is a [Rewriter] at work. It has one visitor for all nodes.
type rewriting struct {
	Rewriter
	below visitor
}

func (w *rewriting) blocks(bs []Block) []Block {
	for _, b := range bs {
		b.each(w.below)
	}
	if w.Block == nil {
		return bs
	}
	return replace(bs, w.Block)
}

func (w *rewriting) run(s []Inline) []Inline {
	for _, i := range s {
		i.each(w.below)
	}
	if w.Inline != nil {
		s = replace(s, w.Inline)
	}
	if w.Inlines != nil {
		s = w.Inlines(s)
	}
	return s
}

// replace calls f for each node; it copies only once something changes.
func replace[N interface {
	comparable
	Node
}](s []N, f func(N) []N) []N {
	for i, n := range s {
		out := f(n)
		if len(out) == 1 && out[0] == n {
			continue
		}
		fresh := append(append(make([]N, 0, len(s)+len(out)), s[:i]...), out...)
		for _, n := range s[i+1:] {
			fresh = append(fresh, f(n)...)
		}
		return fresh
	}
	return s
}
