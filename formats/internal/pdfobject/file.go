package pdfobject

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
)

// A file's structure: header, cross references and trailer (ISO 32000-1, 7.5).

const (
	// maxNumber bounds object numbers: annex C names 8,388,607 as the limit
	// of readers.
	maxNumber = 8388607
	// maxChain bounds how many references lead from one to the next.
	maxChain = 32
	// maxSections bounds the chain of cross-reference sections.
	maxSections = 4096
)

var (
	// ErrEncrypted means that the file is encrypted.
	ErrEncrypted = errors.New("pdfobject: the file is encrypted")
	// ErrNotPDF means that there is no header or no catalogue.
	ErrNotPDF = errors.New("pdfobject: not a PDF file")
)

// File is a parsed file. It keeps what it has read and is not safe for
// concurrent use.
type File struct {
	// Version is that of the header, such as "1.7".
	Version string
	// Trailer is the newest trailer dictionary, with the entries of older ones
	// where it lacks them.
	Trailer Dict
	// Repaired says why the cross references could not be used and the objects
	// were looked for instead; nil if all was well.
	Repaired error
	// CrossReferenceStreams says whether some cross references stand in
	// streams.
	CrossReferenceStreams bool

	data    []byte
	xref    map[int]entry
	offsets []int // where objects begin, sorted
	cache   map[int]Object
	packs   map[int]*pack
	reading map[int]bool
	budget  int // bytes that may still be decompressed

	inflater io.ReadCloser
	inflated bytes.Buffer
}

// entry says where an object is: at an offset of the file, or as number index
// in an object stream.
type entry struct {
	offset, generation int
	stream, index      int // stream is 0 for an object of its own
}

// maxDecoded bounds the bytes that one file may be decompressed to, all
// streams together.
const maxDecoded = 1 << 30

// Parse reads a file. Data must not be changed while the file is in use.
//
// The error wraps [ErrEncrypted] or [ErrNotPDF]. An encrypted file is returned
// with the error: its structure can be read, its strings and streams cannot.
func Parse(data []byte) (*File, error) {
	f := &File{data: data, cache: map[int]Object{}, packs: map[int]*pack{}, reading: map[int]bool{}, budget: maxDecoded}
	head := data[:min(len(data), 1024)]
	at := bytes.Index(head, []byte("%PDF-"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no header", ErrNotPDF)
	}
	l := lexer{data: data, pos: at + 5}
	f.Version = l.word()
	if err := f.readSections(); err != nil {
		f.rebuild(err)
	} else if _, ok := f.Dict(f.Trailer["Root"]); !ok {
		f.rebuild(errors.New("the trailer leads to no catalogue"))
	}
	if f.Trailer["Encrypt"] != nil {
		return f, ErrEncrypted
	}
	if _, ok := f.Dict(f.Trailer["Root"]); !ok {
		return nil, fmt.Errorf("%w: no catalogue", ErrNotPDF)
	}
	return f, nil
}

// Size returns the length of the file in bytes.
func (f *File) Size() int { return len(f.data) }

// Bytes returns the file itself.
func (f *File) Bytes() []byte { return f.data }

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

// Get returns an indirect object, Null if there is none of that number or it
// is broken. Generations are not compared: a file has one object of a number.
func (f *File) Get(r Ref) Object {
	if o, ok := f.cache[r.Number]; ok {
		return o
	}
	e, ok := f.xref[r.Number]
	if !ok || e.stream == 0 && e.offset < 0 || f.reading[r.Number] {
		return Null{} // reading: a stream whose length is inside itself
	}
	f.reading[r.Number] = true
	defer delete(f.reading, r.Number)
	var o Object = Null{}
	if e.stream > 0 {
		o = f.pack(e.stream).object(r.Number, e.index)
	} else {
		l := lexer{data: f.data, pos: e.offset, refs: true}
		if ref, v, err := f.readIndirect(&l, f.limit(e.offset)); err == nil && ref.Number == r.Number {
			o = v
		}
	}
	f.cache[r.Number] = o
	return o
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

// Objects ranges over all objects in the order of their numbers, without the
// free ones and without those that hold the cross references and other
// objects.
func (f *File) Objects() iter.Seq2[Ref, Object] {
	return func(yield func(Ref, Object) bool) {
		for _, n := range slices.Sorted(maps.Keys(f.xref)) {
			e := f.xref[n]
			if e.stream == 0 && e.offset < 0 {
				continue
			}
			r := Ref{Number: n}
			if e.stream == 0 {
				r.Generation = e.generation
			}
			o := f.Get(r)
			if s, ok := o.(*Stream); ok && (s.Dict["Type"] == Name("XRef") || s.Dict["Type"] == Name("ObjStm")) {
				continue
			}
			if !yield(r, o) {
				return
			}
		}
	}
}

// Offset returns where in the file an indirect object begins; false for one
// inside an object stream.
func (f *File) Offset(r Ref) (int, bool) {
	e, ok := f.xref[r.Number]
	return e.offset, ok && e.stream == 0 && e.offset >= 0
}

// Resolve follows references until it comes to an object; Null if there is
// none.
func (f *File) Resolve(o Object) Object {
	for range maxChain {
		r, ok := o.(Ref)
		if !ok {
			if o == nil {
				return Null{}
			}
			return o
		}
		o = f.Get(r)
	}
	return Null{}
}

// Dict resolves o to a dictionary; that of a stream counts.
func (f *File) Dict(o Object) (Dict, bool) {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o, true
	case *Stream:
		return o.Dict, true
	}
	return nil, false
}

// Array resolves o to an array.
func (f *File) Array(o Object) (Array, bool) {
	a, ok := f.Resolve(o).(Array)
	return a, ok
}

// Stream resolves o to a stream.
func (f *File) Stream(o Object) (*Stream, bool) {
	s, ok := f.Resolve(o).(*Stream)
	return s, ok
}

// Name resolves o to a name.
func (f *File) Name(o Object) (Name, bool) {
	n, ok := f.Resolve(o).(Name)
	return n, ok
}

// String resolves o to a string.
func (f *File) String(o Object) (String, bool) {
	s, ok := f.Resolve(o).(String)
	return s, ok
}

// Integer resolves o to a whole number.
func (f *File) Integer(o Object) (int, bool) {
	switch v := f.Resolve(o).(type) {
	case Integer:
		return int(v), true
	case Real:
		if v == Real(int(v)) {
			return int(v), true
		}
	}
	return 0, false
}

// Number resolves o to a number.
func (f *File) Number(o Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case Integer:
		return float64(v), true
	case Real:
		return float64(v), true
	}
	return 0, false
}

// Catalog returns the catalogue.
func (f *File) Catalog() Dict {
	d, _ := f.Dict(f.Trailer["Root"])
	return d
}

// Pages returns the pages in order, each with the attributes that it inherits
// (7.7.3.4) filled in.
func (f *File) Pages() []Page {
	var pages []Page
	seen := map[int]bool{}
	var walk func(o Object, inherited Dict, depth int)
	walk = func(o Object, inherited Dict, depth int) {
		if r, ok := o.(Ref); ok {
			if seen[r.Number] {
				return
			}
			seen[r.Number] = true
		}
		node, ok := f.Dict(o)
		if !ok || depth > maxDepth {
			return
		}
		d := maps.Clone(node)
		for k, v := range inherited {
			if _, have := d[k]; !have {
				d[k] = v
			}
		}
		kids, ok := f.Array(node["Kids"])
		if !ok || node["Type"] == Name("Page") {
			r, _ := o.(Ref)
			pages = append(pages, Page{r, d})
			return
		}
		down := Dict{}
		for _, k := range []Name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if v, ok := d[k]; ok {
				down[k] = v
			}
		}
		for _, k := range kids {
			walk(k, down, depth+1)
		}
	}
	walk(f.Catalog()["Pages"], nil, 0)
	return pages
}

// Page is a page with the attributes that it inherits.
type Page struct {
	Ref  Ref
	Dict Dict
}

// Content returns the bytes of a page's content streams, joined as a reader
// joins them (7.8.2). They are not to be changed.
func (f *File) Content(p Page) ([]byte, error) {
	var parts []Object
	switch c := f.Resolve(p.Dict["Contents"]).(type) {
	case *Stream:
		parts = []Object{c}
	case Array:
		parts = c
	}
	var b []byte
	var errs []error
	for _, part := range parts {
		s, ok := f.Stream(part)
		if !ok {
			continue
		}
		data, err := f.Data(s)
		if len(parts) == 1 {
			return data, err
		}
		errs = append(errs, err)
		b = append(append(b, data...), '\n')
	}
	return b, errors.Join(errs...)
}

// Date makes a date (7.9.4) of an RFC 3339 time in UTC, "2000-01-01T00:00:00Z";
// empty for anything else.
func Date(rfc3339 string) String {
	if len(rfc3339) != len("2000-01-01T00:00:00Z") || rfc3339[19] != 'Z' {
		return ""
	}
	s := strings.NewReplacer("-", "", ":", "", "T", "", "Z", "").Replace(rfc3339)
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return ""
		}
	}
	return String("D:" + s + "Z")
}
