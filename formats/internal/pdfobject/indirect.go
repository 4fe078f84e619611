package pdfobject

import (
	"bytes"
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
)

// Indirect objects, by themselves and in object streams (ISO 32000-1, 7.3.10 and
// 7.5.7).

// limit returns where the object that begins at an offset must have ended.
func (f *File) limit(at int) int {
	i := sort.SearchInts(f.offsets, at+1)
	if i < len(f.offsets) {
		return f.offsets[i]
	}
	return len(f.data)
}

// readIndirect reads "n g obj … endobj" before limit.
func (f *File) readIndirect(l *lexer, limit int) (Ref, Object, error) {
	n, ok1 := l.integer()
	g, ok2 := l.integer()
	if !ok1 || !ok2 || !l.keyword("obj") {
		return Ref{}, nil, syntax(l.pos, "no object begins here")
	}
	l.data = l.data[:max(l.pos, limit)]
	r := Ref{n, g}
	o, err := l.object(0)
	if err != nil {
		return r, nil, err
	}
	if w, bare := o.(bareWord); bare {
		if w == "endobj" {
			return r, Null{}, nil
		}
		return r, nil, syntax(l.pos, "%q is no object", string(w))
	}
	d, ok := o.(Dict)
	if !ok || !l.keyword("stream") {
		return r, o, nil
	}
	// One end of line; a lone carriage return is wrong but often seen.
	rest := l.data[l.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		l.pos += 2
	case bytes.HasPrefix(rest, []byte("\n")), bytes.HasPrefix(rest, []byte("\r")):
		l.pos++
	}
	s := &Stream{Dict: d, Raw: f.extent(l, d), At: l.pos}
	l.pos += len(s.Raw)
	return r, s, nil
}

// extent finds the bytes of a stream that begin at l.pos: by its Length where
// endstream follows, else by looking for that word.
func (f *File) extent(l *lexer, d Dict) []byte {
	rest := l.data[l.pos:]
	if n, ok := f.Integer(d["Length"]); ok && n >= 0 && n <= len(rest) {
		end := lexer{data: rest, pos: n}
		for end.pos < len(rest) && end.pos < n+4 && space(rest[end.pos]) {
			end.pos++
		}
		if bytes.HasPrefix(rest[end.pos:], []byte("endstream")) {
			return rest[:n]
		}
	}
	i := bytes.Index(rest, []byte("endstream"))
	if i < 0 {
		return rest
	}
	raw := rest[:i]
	raw = bytes.TrimSuffix(raw, []byte("\n"))
	return bytes.TrimSuffix(raw, []byte("\r"))
}

// pack is an object stream (7.5.7), opened.
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

func (f *File) pack(n int) *pack {
	if p, ok := f.packs[n]; ok {
		return p
	}
	p := &pack{}
	f.packs[n] = p
	if f.xref[n].stream != 0 {
		return p // an object stream inside another
	}
	s, ok := f.Get(Ref{Number: n}).(*Stream)
	if !ok {
		return p
	}
	*p = f.open(s)
	return p
}

// open reads the head of an object stream.
func (f *File) open(s *Stream) (p pack) {
	data, err := f.Data(s)
	if err != nil {
		return p
	}
	count, _ := f.Integer(s.Dict["N"])
	first, _ := f.Integer(s.Dict["First"])
	if first < 0 || first > len(data) {
		return p
	}
	l := lexer{data: data[:first]}
	for range count {
		num, ok1 := l.integer()
		off, ok2 := l.integer()
		if !ok1 || !ok2 || off < 0 || off > len(data)-first {
			break
		}
		p.numbers = append(p.numbers, num)
		p.offsets = append(p.offsets, off)
	}
	p.data = data[first:]
	return p
}

func (p *pack) object(number, index int) Object {
	if index >= len(p.numbers) || p.numbers[index] != number {
		return Null{}
	}
	from, to := p.offsets[index], len(p.data)
	if index+1 < len(p.offsets) && p.offsets[index+1] > from {
		to = p.offsets[index+1]
	}
	l := lexer{data: p.data[:to], pos: from, refs: true}
	o, err := l.object(0)
	if err != nil {
		return Null{}
	}
	if _, bare := o.(bareWord); bare {
		return Null{}
	}
	return o
}

// readPacks reads the object streams that have not been read yet side by side:
// they hold nearly all objects of a long file.
func (f *File) readPacks() {
	seen := map[int]bool{}
	var numbers []int
	for _, e := range f.xref {
		if n := e.stream; n != 0 && !seen[n] && f.packs[n] == nil && f.xref[n].stream == 0 {
			seen[n] = true
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	// What a stream refers to would have to be read by several at a time.
	streams := make([]*Stream, len(numbers))
	for i, n := range numbers {
		if s, ok := f.Get(Ref{Number: n}).(*Stream); ok && direct(s.Dict) {
			streams[i] = s
		}
	}
	packs := make([]pack, len(numbers))
	objects := make([][]Object, len(numbers))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(numbers), runtime.GOMAXPROCS(0)) {
		own := &File{budget: f.budget}
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(numbers); i = int(next.Add(1)) - 1 {
				if streams[i] == nil {
					continue
				}
				func() {
					defer func() {
						if recover() != nil {
							streams[i] = nil // it is read when it is asked for
						}
					}()
					packs[i] = own.open(streams[i])
					for k, n := range packs[i].numbers {
						objects[i] = append(objects[i], packs[i].object(n, k))
					}
				}()
			}
		})
	}
	group.Wait()
	for i, n := range numbers {
		if streams[i] == nil {
			continue
		}
		f.packs[n] = &packs[i]
		for k, number := range packs[i].numbers {
			if f.xref[number] == (entry{stream: n, index: k}) && f.cache[number] == nil {
				f.cache[number] = objects[i][k]
			}
		}
	}
}

// direct reports whether an object refers to no other.
func direct(o Object) bool {
	switch o := o.(type) {
	case Ref:
		return false
	case Array:
		return !slices.ContainsFunc(o, func(v Object) bool { return !direct(v) })
	case Dict:
		for _, v := range o {
			if !direct(v) {
				return false
			}
		}
	}
	return true
}
