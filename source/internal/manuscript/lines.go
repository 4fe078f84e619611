package manuscript

import (
	"bytes"
	"sort"

	"github.com/quirepress/quire/source/diag"
)

// Lines finds line and column of a byte offset.
type Lines struct {
	file   string
	size   int
	starts []int
}

// NewLines prepares the lines of src, the text of the file called file. Lines
// end in "\n".
func NewLines(file string, src []byte) *Lines {
	starts := make([]int, 1, 1+bytes.Count(src, []byte{'\n'}))
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		starts = append(starts, at)
	}
	return &Lines{file: file, size: len(src), starts: starts}
}

// At returns the position of the byte at offset. Offsets beyond the text are
// its end.
func (l *Lines) At(offset int) diag.Position {
	offset = min(max(offset, 0), l.size)
	line := sort.SearchInts(l.starts, offset+1)
	return diag.Position{File: l.file, Line: line, Column: offset - l.starts[line-1] + 1, Offset: offset}
}

// Offset returns the offset of a line, counted from 1, and the column, counted
// from 1 in bytes.
func (l *Lines) Offset(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(l.starts) {
		return l.size
	}
	return min(l.starts[line-1]+max(column, 1)-1, l.size)
}
