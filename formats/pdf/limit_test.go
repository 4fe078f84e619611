package pdf_test

import (
	"errors"
	"io"
	"testing"

	"github.com/quirepress/quire/formats/pdf"
)

func TestMostPages(t *testing.T) {
	doc := leaflet(t, 120)
	result, err := pdf.Encoder{}.Encode(t.Context(), io.Discard, doc, nil)
	if err != nil || result.Count < 3 {
		t.Fatalf("%d pages, %v", result.Count, err)
	}
	for most, want := range map[int]error{-1: nil, result.Count: nil, result.Count - 1: pdf.ErrTooManyPages, 1: pdf.ErrTooManyPages} {
		if _, err := (pdf.Encoder{MostPages: most}).Encode(t.Context(), io.Discard, doc, nil); !errors.Is(err, want) {
			t.Errorf("at most %d pages: %v", most, err)
		}
	}
}
