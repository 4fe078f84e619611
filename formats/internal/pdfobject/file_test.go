package pdfobject

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

// sample writes a file of some pages and more objects than fit one object
// stream.
func sample(t testing.TB, form Form) []byte {
	var w Writer
	pages := w.Reserve()
	var kids Array
	for i := range 3 {
		content := w.Add(&Stream{Dict: Dict{}, Raw: []byte(strings.Repeat(fmt.Sprintf("%d 0 0 rg 0 0 9 9 re f\n", i), 50))})
		kids = append(kids, w.Add(Dict{"Type": Name("Page"), "Parent": pages, "Contents": content}))
	}
	w.Set(pages, Dict{"Type": Name("Pages"), "Kids": kids, "Count": Integer(3), "MediaBox": Array{Integer(0), Integer(0), Integer(9), Integer(9)}})
	for i := range 600 {
		w.Add(Array{Integer(i)})
	}
	b, err := w.Bytes(t.Context(), Dict{"Root": w.Add(Dict{"Type": Name("Catalog"), "Pages": pages})}, form)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// contents returns all objects and the text of the pages.
func contents(t testing.TB, f *File) (all []string) {
	for ref, o := range f.Objects() {
		if _, stream := o.(*Stream); !stream {
			all = append(all, fmt.Sprint(ref.Number, " ", string(Append(nil, o))))
		}
	}
	for _, p := range f.Pages() {
		b, err := f.Content(p)
		if err != nil {
			t.Error(err)
		}
		all = append(all, string(b))
	}
	return all
}

func TestWriteAndParse(t *testing.T) {
	var want []string
	for _, form := range []Form{{Uncompressed: true}, {}, {Version: "2.0", ID: []byte("0123456789abcdef")}} {
		b := sample(t, form)
		f, err := Parse(b)
		if err != nil || f.Repaired != nil {
			t.Fatal(err, f.Repaired)
		}
		if f.CrossReferenceStreams == form.Uncompressed {
			t.Error("the cross references are of the wrong kind")
		}
		got := contents(t, f)
		if want == nil {
			want = got
		}
		if len(got) < 600 || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: other objects were read", form)
		}
		if p := f.Pages(); len(p) != 3 || p[1].Dict["MediaBox"] == nil {
			t.Errorf("%d pages", len(p))
		}
		id, _ := f.Array(f.Trailer["ID"])
		if len(id) != 2 || form.ID != nil && id[0] != Object(String(form.ID)) {
			t.Errorf("the identifier is %v", id)
		}
	}
}

func TestSameBytes(t *testing.T) {
	want := sample(t, Form{})
	for _, n := range []int{1, 2, 7} {
		old := runtime.GOMAXPROCS(n)
		if !bytes.Equal(sample(t, Form{}), want) {
			t.Errorf("%d processors write other bytes", n)
		}
		runtime.GOMAXPROCS(old)
	}
}

func TestReservedAndForgotten(t *testing.T) {
	var w Writer
	w.Reserve()
	if _, err := w.Bytes(t.Context(), Dict{}, Form{}); err == nil {
		t.Error("an object that was never written is no error")
	}
}

// TestRepair breaks the cross references: the objects are found all the same.
func TestRepair(t *testing.T) {
	for _, form := range []Form{{Uncompressed: true}, {}} {
		good := sample(t, form)
		f, err := Parse(good)
		if err != nil {
			t.Fatal(err)
		}
		want := contents(t, f)
		at := bytes.LastIndex(good, []byte("startxref"))
		for _, bad := range [][]byte{
			good[:at],
			append(bytes.Clone(good[:at]), "startxref\n17\n%%EOF"...),
			append(bytes.Clone(good[:at]), "startxref\n99999999\n%%EOF"...),
			append([]byte("%PDF-1.7\n% something in front\n"), good[9:]...),
		} {
			f, err := Parse(bad)
			if err != nil {
				t.Error(err)
				continue
			}
			if f.Repaired == nil {
				t.Error("nothing was repaired")
			}
			if got := contents(t, f); !reflect.DeepEqual(got, want) {
				t.Errorf("compressed %v: %d objects of %d were found", !form.Uncompressed, len(got), len(want))
			}
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		data string
		want error
	}{
		{"", ErrNotPDF},
		{"<html>", ErrNotPDF},
		{"%PDF-1.7\n", ErrNotPDF},
		{"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R/Encrypt<<>>>>", ErrEncrypted},
	} {
		if _, err := Parse([]byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%.20q: %v, want %v", c.data, err, c.want)
		}
	}
}

// TestCircles reads files whose objects refer to each other without end.
func TestCircles(t *testing.T) {
	for _, body := range []string{
		"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 2 0 R 3 0 R]>>endobj 3 0 obj<</Kids[2 0 R]>>endobj",
		"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj 3 0 R endobj 3 0 obj 2 0 R endobj",
		"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Length 2 0 R>>stream\nx\nendstream endobj",
		"1 0 obj<</Type/Catalog>>endobj 4 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n4 0 <<>>\nendstream endobj",
	} {
		f, err := Parse([]byte("%PDF-1.7\n" + body + "\ntrailer<</Root 1 0 R>>"))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		f.Pages()
		for _, o := range f.Objects() {
			f.Resolve(o)
		}
	}
}

func TestFilters(t *testing.T) {
	f := &File{budget: &atomic.Int64{}}
	f.budget.Store(1 << 20)
	for _, c := range []struct {
		filter Object
		parms  Object
		in     string
		want   string
	}{
		{nil, nil, "as it is", "as it is"},
		{Name("ASCIIHexDecode"), nil, "48 65 6C 6c 6F>", "Hello"},
		{Name("ASCII85Decode"), nil, "87cUR\nD]i,\"Ebo80~>", "Hello World!"},
		{Name("ASCII85Decode"), nil, "z87cURDZ~>", "\x00\x00\x00\x00Hello"},
		{Name("RunLengthDecode"), nil, "\x02abc\xFDx\x80junk", "abcxxxx"},
		{Name("LZWDecode"), nil, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{Array{Name("AHx"), Name("RL")}, nil, "0261626380>", "abc"},
	} {
		d := Dict{}
		if c.filter != nil {
			d["Filter"] = c.filter
		}
		got, err := f.Data(&Stream{Dict: d, Raw: []byte(c.in)})
		if err != nil || string(got) != c.want {
			t.Errorf("%v: %q, %v; want %q", c.filter, got, err, c.want)
		}
	}
	if _, err := f.Data(&Stream{Dict: Dict{"Filter": Name("DCTDecode")}}); !errors.Is(err, ErrImageFilter) {
		t.Error(err)
	}
	if _, err := f.Data(&Stream{Dict: Dict{"Filter": Name("Nonsense")}}); err == nil {
		t.Error("an unknown filter is no error")
	}
}

// TestPredictors undoes each of PNG's predictors: the rows are 1 2 3 and
// 4 5 6, predicted by hand.
func TestPredictors(t *testing.T) {
	f := &File{budget: &atomic.Int64{}}
	f.budget.Store(1 << 20)
	var w Writer
	for kind, rows := range [][]byte{
		{0, 1, 2, 3, 0, 4, 5, 6},
		{1, 1, 1, 1, 1, 4, 1, 1},
		{2, 1, 2, 3, 2, 3, 3, 3},
		{3, 1, 2, 2, 3, 4, 2, 2},
		{4, 1, 1, 1, 4, 3, 1, 1},
	} {
		s := &Stream{
			Dict: Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": Integer(15), "Columns": Integer(3)}},
			Raw:  w.deflate(rows),
		}
		if got, err := f.Data(s); err != nil || !bytes.Equal(got, []byte{1, 2, 3, 4, 5, 6}) {
			t.Errorf("predictor %d: %v, %v", kind, got, err)
		}
	}
}

// TestBomb decompresses more than the file may hold.
func TestBomb(t *testing.T) {
	f := &File{budget: &atomic.Int64{}}
	f.budget.Store(1 << 20)
	var w Writer
	s := &Stream{Dict: Dict{"Filter": Name("FlateDecode")}, Raw: w.deflate(make([]byte, 1<<21))}
	if _, err := f.Data(s); err == nil {
		t.Error("two megabytes come out of a budget of one")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample(f, Form{Uncompressed: true})[:3000])
	f.Add(sample(f, Form{}))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]/Length 2 0 R>>stream\nx endstream"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Parse(data)
		if err != nil {
			return
		}
		for _, o := range file.Objects() {
			if s, ok := o.(*Stream); ok {
				file.Data(s)
				o = s.Dict
			}
			written := Append(nil, o)
			back, err := read(string(written))
			if err != nil {
				t.Fatalf("%q cannot be read back: %v", written, err)
			}
			if again := Append(nil, back); !bytes.Equal(again, written) {
				t.Fatalf("%q is written back as %q", written, again)
			}
		}
		for _, p := range file.Pages() {
			b, _ := file.Content(p)
			_ = Operators(b, func(Operator) bool { return true })
		}
	})
}
