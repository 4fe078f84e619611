package pdfobject

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Cross references: tables, streams, and the chain of older sections (ISO
// 32000-1, 7.5.4 and 7.5.8).

// readSections follows the cross-reference sections from the last one on.
func (f *File) readSections() error {
	tail := max(0, len(f.data)-2048)
	at := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if at < 0 {
		return errors.New("there is no startxref")
	}
	l := lexer{data: f.data, pos: tail + at + len("startxref")}
	l.skip()
	n, ok := number(l.run())
	start, whole := n.(Integer)
	if !ok || !whole {
		return errors.New("startxref gives no offset")
	}
	f.xref = map[int]entry{}
	seen := map[int]bool{}
	queue := []int{int(start)}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at < 0 || at >= len(f.data) {
			return fmt.Errorf("cross references at offset %d, outside of the file", at)
		}
		if seen[at] {
			continue
		}
		if seen[at] = true; len(seen) > maxSections {
			return errors.New("too many cross-reference sections")
		}
		var trailer Dict
		var err error
		l := lexer{data: f.data, pos: at, refs: true}
		if l.keyword("xref") {
			trailer, err = f.readTable(&l)
		} else {
			trailer, err = f.readCrossStream(&l)
			f.CrossReferenceStreams = true
		}
		if err != nil {
			return err
		}
		if f.Trailer == nil {
			f.Trailer = maps.Clone(trailer)
		}
		for k, v := range trailer {
			if _, ok := f.Trailer[k]; !ok {
				f.Trailer[k] = v
			}
		}
		// A hybrid file's stream comes before the older section (7.5.8.4).
		for _, k := range []Name{"XRefStm", "Prev"} {
			if p, ok := trailer[k].(Integer); ok {
				queue = append(queue, int(p))
			}
		}
	}
	f.sortOffsets()
	return nil
}

func (f *File) sortOffsets() {
	f.offsets = f.offsets[:0]
	for _, e := range f.xref {
		if e.stream == 0 {
			f.offsets = append(f.offsets, e.offset)
		}
	}
	slices.Sort(f.offsets)
	f.offsets = slices.Compact(f.offsets)
}

// readTable reads a classic section and its trailer (7.5.4).
func (f *File) readTable(l *lexer) (Dict, error) {
	for {
		if l.keyword("trailer") {
			break
		}
		first, ok1 := l.integer()
		count, ok2 := l.integer()
		if !ok1 || !ok2 || first < 0 || count < 0 || count > maxNumber+1 || first > maxNumber {
			return nil, errors.New("a cross-reference table is broken")
		}
		for i := range count {
			off, ok1 := l.integer()
			gen, ok2 := l.integer()
			l.skip()
			kind := l.word()
			if !ok1 || !ok2 || kind != "n" && kind != "f" {
				return nil, errors.New("a cross-reference table is broken")
			}
			n := first + i
			if _, have := f.xref[n]; !have && n <= maxNumber {
				if kind == "f" || off <= 0 || off >= len(f.data) {
					off = -1
				}
				f.xref[n] = entry{offset: off, generation: gen}
			}
		}
	}
	o, err := l.object(0)
	if err != nil {
		return nil, err
	}
	d, ok := o.(Dict)
	if !ok {
		return nil, errors.New("the trailer is no dictionary")
	}
	return d, nil
}

func (l *lexer) integer() (int, bool) {
	l.skip()
	n, ok := number(l.run())
	i, whole := n.(Integer)
	return int(i), ok && whole
}

// readCrossStream reads a section in a stream (7.5.8).
func (f *File) readCrossStream(l *lexer) (Dict, error) {
	_, o, err := f.readIndirect(l, len(f.data))
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, errors.New("there is no cross-reference section where one should be")
	}
	data, err := f.Data(s)
	if err != nil {
		return nil, err
	}
	w, _ := s.Dict["W"].(Array)
	var width [3]int
	row := 0
	for i := range width {
		if len(w) != 3 {
			return nil, errors.New("a cross-reference stream has no widths")
		}
		n, _ := w[i].(Integer)
		if n < 0 || n > 8 {
			return nil, errors.New("a cross-reference stream has impossible widths")
		}
		width[i] = int(n)
		row += int(n)
	}
	if row == 0 {
		return nil, errors.New("a cross-reference stream has no widths")
	}
	size, _ := s.Dict["Size"].(Integer)
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{Integer(0), size}
	}
	for ; len(index) >= 2; index = index[2:] {
		first, ok1 := index[0].(Integer)
		count, ok2 := index[1].(Integer)
		if !ok1 || !ok2 || first < 0 || count < 0 {
			return nil, errors.New("a cross-reference stream is broken")
		}
		for n := int(first); count > 0 && len(data) >= row; n, count = n+1, count-1 {
			var v [3]int
			v[0] = 1
			at := 0
			for i := range v {
				if width[i] > 0 {
					v[i] = 0
				}
				for range width[i] {
					v[i] = v[i]<<8 | int(data[at])
					at++
				}
			}
			data = data[row:]
			if _, have := f.xref[n]; have || n > maxNumber {
				continue
			}
			switch {
			case v[0] == 1 && v[1] > 0 && v[1] < len(f.data):
				f.xref[n] = entry{offset: v[1], generation: v[2]}
			case v[0] == 2 && v[1] > 0 && v[1] <= maxNumber && v[2] >= 0:
				f.xref[n] = entry{stream: v[1], index: v[2]}
			default:
				f.xref[n] = entry{offset: -1}
			}
		}
	}
	return s.Dict, nil
}
