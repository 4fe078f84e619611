package pdfobject

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// A file is written in one go: objects that are no streams are packed into
// object streams (7.5.7), all streams are compressed at the same time on as
// many processors as there are, and joined in the order of their numbers. A
// cross-reference stream (7.5.8) ends the file.

// packSize is how many objects go into one object stream. More compress
// better, but a reader has to decompress all of them to reach one.
const packSize = 256

// Writer collects the objects of a file. It is for one goroutine.
type Writer struct {
	objects []Object // objects[n-1] has the number n; nil is reserved
	idle    idle
	ahead   ahead
}

// ahead is what is compressed before the file is written.
type ahead struct {
	streams []*Stream
	packed  [][]byte // of each stream
	next    atomic.Int64
	beside  sync.WaitGroup
	ready   map[*Stream][]byte
}

// Ahead begins to compress the streams that have been set so far, beside what
// the caller does next: their bytes must not change any more. It is called once
// at most, and not for files that are written uncompressed.
func (w *Writer) Ahead(ctx context.Context) {
	for _, o := range w.objects {
		if s, ok := o.(*Stream); ok && compressible(s) {
			w.ahead.streams = append(w.ahead.streams, s)
		}
	}
	w.ahead.packed = make([][]byte, len(w.ahead.streams))
	w.ahead.beside.Go(func() { w.compressAhead(ctx) })
}

// compressAhead compresses what nobody else has begun to.
func (w *Writer) compressAhead(ctx context.Context) {
	a := &w.ahead
	for i := int(a.next.Add(1)) - 1; i < len(a.streams) && ctx.Err() == nil; i = int(a.next.Add(1)) - 1 {
		a.packed[i] = w.deflate(a.streams[i].Raw)
	}
}

// catchUp compresses what is left of what was to be compressed ahead.
func (w *Writer) catchUp(ctx context.Context) {
	a := &w.ahead
	for range runtime.GOMAXPROCS(0) - 1 {
		a.beside.Go(func() { w.compressAhead(ctx) })
	}
	a.beside.Wait()
	a.ready = make(map[*Stream][]byte, len(a.streams))
	for i, s := range a.streams {
		a.ready[s] = a.packed[i]
	}
}

// compressible reports whether a stream is compressed: one that says how it is
// encoded is left alone, and metadata stays legible for those who look for it
// without reading PDF.
func compressible(s *Stream) bool {
	_, filtered := s.Dict["Filter"]
	return !filtered && s.Dict["Type"] != Name("Metadata")
}

// Reserve takes a number for an object that comes later.
func (w *Writer) Reserve() Ref {
	w.objects = append(w.objects, nil)
	return Ref{Number: len(w.objects)}
}

// Set gives the object of a reserved number.
func (w *Writer) Set(r Ref, o Object) {
	if r.Number < 1 || r.Number > len(w.objects) {
		panic(fmt.Sprintf("internal error: object %d was not reserved", r.Number))
	}
	w.objects[r.Number-1] = o
}

// Get returns the object of a number, nil if none has been set.
func (w *Writer) Get(r Ref) Object {
	if r.Number < 1 || r.Number > len(w.objects) {
		return nil
	}
	return w.objects[r.Number-1]
}

// Add takes the next number for an object.
func (w *Writer) Add(o Object) Ref {
	r := w.Reserve()
	w.Set(r, o)
	return r
}

// Form says how a file is written.
type Form struct {
	// Version is that of the header; "1.7" if empty.
	Version string
	// Uncompressed leaves streams and objects as they are, with a classic
	// cross-reference table: for reading and for golden files.
	Uncompressed bool
	// ID is the document's permanent identifier (14.4); the hash of the
	// content if empty. The second identifier always is that hash.
	ID []byte
}

// Bytes writes the file. The trailer holds at least Root; Size, ID and what
// belongs to cross references are added.
//
// A stream whose dictionary names no Filter is compressed if that makes it
// smaller, unless it is metadata.
func (w *Writer) Bytes(ctx context.Context, trailer Dict, form Form) ([]byte, error) {
	version := form.Version
	if version == "" {
		version = "1.7"
	}
	w.catchUp(ctx)
	chunks, crossed, err := w.chunks(ctx, !form.Uncompressed)
	if err != nil {
		return nil, err
	}
	// The four bytes tell transport that the file is binary (7.5.2).
	out := []byte("%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n")
	size := len(out)
	for _, c := range chunks {
		size += len(c.bytes)
	}
	out = append(make([]byte, 0, size+size/16), out...)
	for _, c := range chunks {
		crossed[c.number] = entry{offset: len(out)}
		out = append(out, c.bytes...)
	}
	d := Dict{}
	for k, v := range trailer {
		d[k] = v
	}
	sum := sha256.New()
	sum.Write(out)
	sum.Write(Append(nil, d))
	hash := sum.Sum(nil)[:16]
	id := form.ID
	if len(id) == 0 {
		id = hash
	}
	d["ID"] = Array{String(id), String(hash)}
	if form.Uncompressed {
		return appendTable(out, crossed, d), nil
	}
	return w.appendCrossStream(out, crossed, d), nil
}

// chunk is an indirect object as it stands in the file.
type chunk struct {
	number int
	size   int // of what is to be compressed, if it is much
	bytes  []byte
	make   func() []byte
}

// chunks writes all objects and says where those in object streams are.
// crossed has a place for every number.
func (w *Writer) chunks(ctx context.Context, pack bool) (chunks []chunk, crossed []entry, err error) {
	var packed []int
	for i, o := range w.objects {
		n := i + 1
		switch s, isStream := o.(*Stream); {
		case o == nil:
			return nil, nil, fmt.Errorf("pdfobject: object %d was reserved and never written", n)
		case isStream:
			chunks = append(chunks, chunk{number: n, size: len(s.Raw), make: func() []byte { return w.indirect(n, s, pack) }})
		case pack:
			packed = append(packed, n)
		default:
			chunks = append(chunks, chunk{number: n, make: func() []byte { return w.indirect(n, o, false) }})
		}
	}
	next := len(w.objects) + 1
	groups := (len(packed) + packSize - 1) / packSize
	crossed = make([]entry, next+groups)
	for len(packed) > 0 {
		group := packed[:min(len(packed), packSize)]
		packed = packed[len(group):]
		n := next
		next++
		for i, k := range group {
			crossed[k] = entry{stream: n, index: i}
		}
		chunks = append(chunks, chunk{number: n, make: func() []byte { return w.indirect(n, w.packed(group), true) }})
	}
	// Each worker takes the largest chunk that nobody has taken, so that none is
	// left alone with one in the end; what it makes depends on the chunk alone.
	order := make([]int, len(chunks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(chunks[b].size, chunks[a].size) })
	var wg sync.WaitGroup
	var mu sync.Mutex
	taken := 0
	for range min(runtime.GOMAXPROCS(0), len(chunks)) {
		wg.Go(func() {
			for {
				mu.Lock()
				i := taken
				taken++
				mu.Unlock()
				if i >= len(chunks) || ctx.Err() != nil {
					return
				}
				c := &chunks[order[i]]
				c.bytes = c.make()
			}
		})
	}
	wg.Wait()
	return chunks, crossed, ctx.Err()
}

// packed puts objects into an object stream.
func (w *Writer) packed(numbers []int) *Stream {
	var head, body []byte
	for _, n := range numbers {
		head = strconv.AppendInt(head, int64(n), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(body)), 10)
		head = append(head, ' ')
		body = Append(body, w.objects[n-1])
		body = append(body, '\n')
	}
	return &Stream{
		Dict: Dict{"Type": Name("ObjStm"), "N": Integer(len(numbers)), "First": Integer(len(head))},
		Raw:  append(head, body...),
	}
}

// indirect writes "n 0 obj … endobj".
func (w *Writer) indirect(n int, o Object, compress bool) []byte {
	b := strconv.AppendInt(nil, int64(n), 10)
	b = append(b, " 0 obj\n"...)
	if s, ok := o.(*Stream); ok {
		d := make(Dict, len(s.Dict)+2)
		for k, v := range s.Dict {
			d[k] = v
		}
		raw := s.Raw
		if compress && compressible(s) {
			z := w.ahead.ready[s]
			if z == nil {
				z = w.deflate(raw)
			}
			if len(z) < len(raw) {
				raw = z
				d["Filter"] = Name("FlateDecode")
			}
		}
		d["Length"] = Integer(len(raw))
		b = appendDict(b, d)
		b = append(b, "\nstream\n"...)
		b = append(b, raw...)
		b = append(b, "\nendstream"...)
	} else {
		b = Append(b, o)
	}
	return append(b, "\nendobj\n"...)
}

// deflater compresses one stream after the other: what a compressor needs is
// more than most streams are long.
type deflater struct {
	*zlib.Writer
	out bytes.Buffer
}

// idle holds the compressors that nobody is using. It is no sync.Pool, which
// would keep whatever it is a part of, a whole book, for two collections more.
type idle struct {
	mu   sync.Mutex
	list []*deflater
}

func (i *idle) take() *deflater {
	i.mu.Lock()
	defer i.mu.Unlock()
	n := len(i.list) - 1
	if n < 0 {
		return nil
	}
	d := i.list[n]
	i.list = i.list[:n]
	return d
}

func (i *idle) put(d *deflater) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.list = append(i.list, d)
}

// compression is the level from which on more time saves little: the next one
// takes twice as long and makes a book two percent smaller. The compressor is
// more than twice as fast as the standard library's, and its bytes change with
// go.mod and not with Go. What is written by it is read back by the other.
const compression = 6

// deflate compresses for FlateDecode.
func (w *Writer) deflate(data []byte) []byte {
	d := w.idle.take()
	if d == nil {
		d = &deflater{}
		var err error
		if d.Writer, err = zlib.NewWriterLevel(&d.out, compression); err != nil {
			panic("internal error: " + err.Error())
		}
	} else {
		d.out.Reset()
		d.Reset(&d.out)
	}
	_, err := d.Write(data)
	if err == nil {
		err = d.Close()
	}
	if err != nil {
		panic("internal error: " + err.Error()) // a buffer takes everything
	}
	z := bytes.Clone(d.out.Bytes())
	w.idle.put(d)
	return z
}

// appendTable writes a classic cross-reference table (7.5.4).
func appendTable(b []byte, crossed []entry, trailer Dict) []byte {
	at := len(b)
	b = append(b, "xref\n0 "+strconv.Itoa(len(crossed))+"\n0000000000 65535 f \n"...)
	for _, e := range crossed[1:] {
		b = fmt.Appendf(b, "%010d 00000 n \n", e.offset)
	}
	trailer["Size"] = Integer(len(crossed))
	b = append(b, "trailer\n"...)
	b = appendDict(b, trailer)
	return append(b, "\nstartxref\n"+strconv.Itoa(at)+"\n%%EOF\n"...)
}

// appendCrossStream writes a cross-reference stream. Its rows are predicted
// from the row above: neighbouring offsets differ in few bytes.
func (w *Writer) appendCrossStream(b []byte, crossed []entry, trailer Dict) []byte {
	at := len(b)
	n := len(crossed)
	crossed = append(crossed, entry{offset: at})
	width := 1
	for v := max(at, n); v > 255; v >>= 8 {
		width++
	}
	row := 1 + width + 2
	rows := make([]byte, 0, (row+1)*len(crossed))
	prior := make([]byte, row)
	line := make([]byte, row)
	for i, e := range crossed {
		kind, a, c := 1, e.offset, 0
		switch {
		case i == 0:
			kind, a, c = 0, 0, 65535
		case e.stream > 0:
			kind, a, c = 2, e.stream, e.index
		}
		line[0] = byte(kind)
		for j := width; j > 0; j-- {
			line[j] = byte(a)
			a >>= 8
		}
		line[row-2], line[row-1] = byte(c>>8), byte(c)
		rows = append(rows, 2)
		for j := range line {
			rows = append(rows, line[j]-prior[j])
		}
		prior, line = line, prior
	}
	trailer["Type"] = Name("XRef")
	trailer["Size"] = Integer(len(crossed))
	trailer["W"] = Array{Integer(1), Integer(width), Integer(2)}
	trailer["Filter"] = Name("FlateDecode")
	trailer["DecodeParms"] = Dict{"Predictor": Integer(12), "Columns": Integer(row)}
	b = append(b, w.indirect(n, &Stream{Dict: trailer, Raw: w.deflate(rows)}, false)...)
	return append(b, "startxref\n"+strconv.Itoa(at)+"\n%%EOF\n"...)
}
