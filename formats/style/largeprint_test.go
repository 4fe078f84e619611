package style

import (
	"reflect"
	"testing"
)

func TestLargePrint(t *testing.T) {
	pale := New(Paper{}, LargePrint, House)
	pale.Palette.Accent = Color{0x80, 0x70, 0x60}
	pale.largePrint()
	grown, err := New(Letter(), LargePrint, House).Resized(Points(20), Points(27))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []Style{New(Paper{}, LargePrint, House), New(Letter(), LargePrint, Forest), pale, grown} {
		if s.Body.Size < Points(18) || s.Body.Leading < s.Body.Size.Scale(125, 100) {
			t.Errorf("%v on %v", s.Body.Size, s.Body.Leading)
		}
		for i, k := range s.types() {
			if k.Size < s.Body.Size || k.Leading < k.Size {
				t.Errorf("type %d is %v on %v", i, k.Size, k.Leading)
			}
			if !k.Ragged || !k.Unhyphenated || k.Italic || k.Case != AsWritten || k.Figures == OldStyle || k.Acronyms || k.Role == DisplayRole {
				t.Errorf("type %d is not clear: %+v", i, k)
			}
			if c := Contrast(s.Palette.Tint(k.Tint), s.Palette.Paper); c < 7 {
				t.Errorf("type %d has a contrast of %.1f", i, c)
			}
		}
	}
}

// TestTypes counts the types: a new kind of text must not be forgotten.
func TestTypes(t *testing.T) {
	s := New(A5(), Article, House)
	seen := map[*Type]bool{}
	for _, k := range s.types() {
		if seen[k] {
			t.Error("a type is listed twice")
		}
		seen[k] = true
	}
	if n := countTypes(); n != len(seen) {
		t.Errorf("%d types are listed of %d", len(seen), n)
	}
}

// countTypes returns how many types a style has.
func countTypes() int {
	n := 0
	v := reflect.TypeFor[Style]()
	for i := range v.NumField() {
		switch f := v.Field(i).Type; {
		case f == reflect.TypeFor[Type]():
			n++
		case f.Kind() == reflect.Array && f.Elem() == reflect.TypeFor[Type]():
			n += f.Len()
		}
	}
	return n
}
