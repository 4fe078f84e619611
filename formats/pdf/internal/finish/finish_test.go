package finish

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/pdf/internal/paint"
)

// publish paints and finishes a book.
func publish(t testing.TB, book *frame.Book, o Options) []byte {
	t.Helper()
	painted, err := paint.Paint(t.Context(), book)
	if err != nil {
		t.Fatal(err)
	}
	pdf, findings, err := Finish(t.Context(), painted, book, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range findings {
		t.Error(d)
	}
	return pdf
}

func TestSameBytes(t *testing.T) {
	want := publish(t, specimen(), Options{})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !bytes.Equal(publish(t, specimen(), Options{}), want) {
		t.Error("one processor writes other bytes")
	}
}
