package pdfobject

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"sync/atomic"
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
// concurrent use: see [File.Fork].
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
	numbers []int         // of all objects, sorted, once they are asked for
	whole   bool          // all objects have been read
	budget  *atomic.Int64 // bytes that may still be decompressed

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
	f := &File{data: data, cache: map[int]Object{}, packs: map[int]*pack{}, reading: map[int]bool{}, budget: &atomic.Int64{}}
	f.budget.Store(maxDecoded)
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

// Bytes returns the file itself.
func (f *File) Bytes() []byte { return f.data }

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

// Fork returns the file for use by another goroutine. Objects that have been
// read are shared, and must not be changed; to be safe, all are read now.
func (f *File) Fork() *File {
	if !f.whole {
		for range f.Objects() {
		}
		f.whole = true
	}
	g := *f
	g.inflater, g.inflated = nil, bytes.Buffer{}
	return &g
}

// Objects ranges over all objects in the order of their numbers, without the
// free ones and without those that hold the cross references and other
// objects.
func (f *File) Objects() iter.Seq2[Ref, Object] {
	return func(yield func(Ref, Object) bool) {
		if f.numbers == nil {
			f.readPacks()
			f.numbers = slices.Sorted(maps.Keys(f.xref))
		}
		for _, n := range f.numbers {
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
