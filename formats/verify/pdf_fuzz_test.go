package verify

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// FuzzPDF reads files that are broken in any way: there is always an answer,
// the same each time, and never that the verifier itself failed.
func FuzzPDF(f *testing.F) {
	f.Add(good)
	f.Add(newDraft(f).finish())
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot<</K 3 0 R>>>>endobj 3 0 obj<</S/P/K 3 0 R>>endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list := PDFAgainst(bytes.NewReader(data), int64(len(data)), everything)
		again := PDFAgainst(bytes.NewReader(data), int64(len(data)), everything)
		if len(list) != len(again) {
			t.Fatalf("%d findings and then %d", len(list), len(again))
		}
		for i, d := range list {
			if d != again[i] {
				t.Fatalf("%v and then %v", d, again[i])
			}
			if d.Code == "verify-pdf-unreadable" && bytes.Contains([]byte(d.Message), []byte("runtime error")) {
				t.Fatal(d)
			}
		}
	})
}

type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("the disk is gone") }

func TestUnreadable(t *testing.T) {
	for _, list := range []diag.List{
		PDF(failing{}, 100),
		PDF(bytes.NewReader(nil), 0),
		PDF(bytes.NewReader(nil), -1),
		PDF(bytes.NewReader([]byte("no PDF")), 6),
		PDF(io.NewSectionReader(bytes.NewReader(good), 0, 500), 500),
	} {
		if m, ok := list.Max(); !ok || m != diag.Error {
			t.Errorf("nothing is wrong: %v", list)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	b.SetBytes(int64(len(good)))
	for b.Loop() {
		PDF(bytes.NewReader(good), int64(len(good)))
	}
}
