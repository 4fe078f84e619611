package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Emphasis, strong emphasis and strikethrough after CommonMark's algorithm
// ("process emphasis"). goldmark's own looks for an opener through all that
// came before, again for each closer, which takes quadratic time; here, as the
// specification has it, a failed search marks how far down none is to be found.

// delimiter is a run of asterisks, underscores or tildes.
type delimiter struct {
	node             *mark // holds what is left of the run
	char             byte
	length           int // as written
	canOpen, canShut bool
	prev, next       *delimiter
}

// Flanking does not depend on the processor; ScanDelimiter wants one.
type anyDelimiter struct{}

func (anyDelimiter) IsDelimiter(c byte) bool                             { return c == '*' || c == '_' || c == '~' }
func (anyDelimiter) CanOpenCloser(opener, closer *parser.Delimiter) bool { return false }
func (anyDelimiter) OnMatch(int) ast.Node                                { return nil }

// delimiters is the stack of a block's delimiters. It is shared with the
// parser of brackets: what a link holds is processed when the link closes.
type delimiters struct {
	first, last *delimiter
}

// emphasisParser pushes delimiters and, at the end of a block, processes them.
type emphasisParser struct{ stack *delimiters }

func (*emphasisParser) Trigger() []byte { return []byte{'*', '_', '~'} }

func (p *emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, seg := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, anyDelimiter{})
	if d == nil || d.Char == '~' && d.OriginalLength > 2 {
		return nil
	}
	start := seg.Start - seg.Padding
	node := &mark{form: formOpen, segment: text.NewSegment(start, start+d.OriginalLength)}
	block.Advance(d.OriginalLength)
	p.stack.push(&delimiter{node: node, char: d.Char, length: d.OriginalLength, canOpen: d.CanOpen, canShut: d.CanClose})
	return node
}

// CloseBlock processes what is left at the end of a block.
func (p *emphasisParser) CloseBlock(ast.Node, text.Reader, parser.Context) {
	p.stack.process(nil)
}

func (s *delimiters) push(d *delimiter) {
	d.prev = s.last
	if s.last == nil {
		s.first = d
	} else {
		s.last.next = d
	}
	s.last = d
}

func (s *delimiters) remove(d *delimiter) {
	if d.prev == nil {
		s.first = d.next
	} else {
		d.prev.next = d.next
	}
	if d.next == nil {
		s.last = d.prev
	} else {
		d.next.prev = d.prev
	}
}

// kindOfCloser tells apart the closers for which a failed search counts: by
// their character, and for asterisks and underscores by what the rule of three
// looks at.
func (d *delimiter) kindOfCloser() [3]int {
	opens := 0
	if d.canOpen {
		opens = 1
	}
	if d.char == '~' {
		return [3]int{int(d.char), d.left(), 0}
	}
	return [3]int{int(d.char), opens, d.length % 3}
}

func (d *delimiter) left() int { return d.node.segment.Len() }

// matches reports whether d can be the opener of closer.
func (d *delimiter) matches(closer *delimiter) bool {
	if !d.canOpen || d.char != closer.char {
		return false
	}
	if d.char == '~' {
		return d.left() == closer.left()
	}
	// The rule of three: see rules 9 and 10 of the specification.
	if (d.canShut || closer.canOpen) && (d.length+closer.length)%3 == 0 && (d.length%3 != 0 || closer.length%3 != 0) {
		return false
	}
	return true
}

// process makes emphasis of the delimiters above bottom, and takes all of them
// off the stack; those without a partner stay as text.
func (s *delimiters) process(bottom *delimiter) {
	floor := map[[3]int]*delimiter{} // by kind of closer: no opener at or below
	closer := s.first
	if bottom != nil {
		closer = bottom.next
	}
	for closer != nil {
		if !closer.canShut {
			closer = closer.next
			continue
		}
		kind := closer.kindOfCloser()
		limit, ok := floor[kind]
		if !ok {
			limit = bottom
		}
		opener := closer.prev
		for opener != bottom && opener != limit && !opener.matches(closer) {
			opener = opener.prev
		}
		if opener == bottom || opener == limit {
			floor[kind] = closer.prev
			next := closer.next
			if !closer.canOpen {
				s.leave(closer)
			}
			closer = next
			continue
		}
		for d := closer.prev; d != opener; d = closer.prev {
			for k, f := range floor {
				if f == d {
					floor[k] = d.prev
				}
			}
			s.leave(d)
		}
		s.pair(opener, closer)
		if opener.left() == 0 {
			for k, f := range floor {
				if f == opener {
					floor[k] = opener.prev
				}
			}
			s.drop(opener)
		}
		if closer.left() == 0 {
			next := closer.next
			s.drop(closer)
			closer = next
		}
	}
	for s.last != bottom {
		s.leave(s.last)
	}
}

// pair makes a node of what stands between two delimiters.
func (s *delimiters) pair(opener, closer *delimiter) {
	n := 1
	if opener.left() >= 2 && closer.left() >= 2 {
		n = 2
	}
	var node ast.Node
	if opener.char == '~' {
		n = opener.left()
		node = extast.NewStrikethrough()
	} else {
		node = ast.NewEmphasis(n)
	}
	opener.node.segment.Stop -= n
	closer.node.segment.Start += n
	node.SetPos(opener.node.segment.Stop)
	for c := opener.node.NextSibling(); c != nil && c != ast.Node(closer.node); {
		next := c.NextSibling()
		node.AppendChild(node, c)
		c = next
	}
	parent := closer.node.Parent()
	parent.InsertBefore(parent, closer.node, node)
}

// leave takes a delimiter off the stack; its characters stay as text.
func (s *delimiters) leave(d *delimiter) {
	s.remove(d)
	parent := d.node.Parent()
	if d.left() == 0 {
		parent.RemoveChild(parent, d.node)
		return
	}
	ast.MergeOrReplaceTextSegment(parent, d.node, d.node.segment)
}

// drop takes a delimiter that is used up off the stack and the tree.
func (s *delimiters) drop(d *delimiter) {
	s.remove(d)
	d.node.Parent().RemoveChild(d.node.Parent(), d.node)
}
