package font

import (
	"bytes"
	"testing"
)

// TestLists repairs the tables of all embedded faces: a second repair has
// nothing to do.
func TestLists(t *testing.T) {
	repaired := 0
	for _, e := range EmbeddedAll() {
		f := e.Face()
		for name, kind := range map[tag]layoutKind{"GSUB": gsubKind, "GPOS": gposKind} {
			once := withLists(f.tables[name], kind)
			if len(once) != len(f.tables[name]) {
				repaired++
			}
			if twice := withLists(once, kind); !bytes.Equal(once, twice) {
				t.Errorf("%v: %s is not repaired by the first repair", e, name)
			}
			if len(once) > 4*len(f.tables[name]) && len(once) > 100_000 {
				t.Errorf("%v: %s grows from %d to %d bytes", e, name, len(f.tables[name]), len(once))
			}
		}
	}
	if repaired == 0 {
		t.Error("no table is repaired")
	}
}

func FuzzLists(f *testing.F) {
	for _, e := range []Embedded{NotoSans, SerifItalic, Code} {
		f.Add(e.Face().tables["GSUB"], true)
	}
	f.Add(Code.Face().tables["GPOS"], false)
	f.Fuzz(func(t *testing.T, table []byte, gsub bool) {
		kind := gposKind
		if gsub {
			kind = gsubKind
		}
		if out := withLists(table, kind); len(out) > len(table)+64<<20 {
			t.Errorf("%d bytes become %d", len(table), len(out))
		}
	})
}
