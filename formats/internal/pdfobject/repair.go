package pdfobject

import (
	"bytes"
	"maps"
	"slices"
)

// Files whose cross references are broken are read without them.

// rebuild looks for objects and trailers without the help of cross references.
func (f *File) rebuild(why error) {
	f.Repaired = why
	f.xref = map[int]entry{}
	clear(f.cache)
	clear(f.packs)
	f.Trailer = Dict{}
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		if start, n, g, ok := header(f.data, at-3); ok {
			f.xref[n] = entry{offset: start, generation: g} // the last one holds
		}
	}
	f.sortOffsets()
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		end := len(f.data)
		if j := bytes.Index(f.data[at:], []byte("startxref")); j >= 0 {
			end = at + j
		} else if j := bytes.Index(f.data[at:], []byte("trailer")); j >= 0 {
			end = at + j
		}
		l := lexer{data: f.data[:end], pos: at, refs: true}
		if o, err := l.object(0); err == nil {
			if d, ok := o.(Dict); ok {
				maps.Copy(f.Trailer, d)
			}
			at = l.pos
		}
	}
	// Object streams, in the order of the file, and the catalogue where no
	// trailer names it.
	inFile := slices.SortedFunc(maps.Keys(f.xref), func(a, b int) int { return f.xref[a].offset - f.xref[b].offset })
	for _, n := range inFile {
		s, ok := f.Get(Ref{Number: n}).(*Stream)
		if !ok {
			continue
		}
		switch s.Dict["Type"] {
		case Name("XRef"):
			for _, k := range []Name{"Root", "Info", "ID", "Encrypt"} {
				if v, ok := s.Dict[k]; ok {
					f.Trailer[k] = v
				}
			}
		case Name("ObjStm"):
			for i, k := range f.pack(n).numbers {
				if _, have := f.xref[k]; !have {
					f.xref[k] = entry{stream: n, index: i}
				}
			}
		}
	}
	if _, ok := f.Dict(f.Trailer["Root"]); ok {
		return
	}
	for _, n := range slices.Sorted(maps.Keys(f.xref)) {
		if d, ok := f.Get(Ref{Number: n}).(Dict); ok && d["Type"] == Name("Catalog") {
			f.Trailer["Root"] = Ref{Number: n}
		}
	}
}

// header reads backwards from the word "obj" at i: "12 0 obj" begins at start.
func header(data []byte, i int) (start, n, g int, ok bool) {
	back := func() (v int, ok bool) {
		j := i
		for j > 0 && space(data[j-1]) && i-j < 16 {
			j--
		}
		end := j
		for j > 0 && data09(data, j-1) && end-j < 10 {
			j--
		}
		if end == i || j == end {
			return 0, false
		}
		for _, c := range data[j:end] {
			v = v*10 + int(c-'0')
		}
		i = j
		return v, true
	}
	if g, ok = back(); !ok {
		return
	}
	if n, ok = back(); !ok {
		return
	}
	return i, n, g, n > 0 && n <= maxNumber && g <= 65535
}
