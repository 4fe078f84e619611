package verify

import (
	"bytes"
	"strings"
	"testing"
)

func TestStructure(t *testing.T) {
	root, err := Structure(bytes.NewReader(good), int64(len(good)))
	if err != nil {
		t.Fatal(err)
	}
	want := `Document
 Sect
  H1
   "Of Type and Paper"
  P
   "The office of the difficult fjord (with its \\ sign) was "
   Span
    "ganz und gar "
   "closed, as one may read at the place that is named "
   Link
    "a long way from here and further on"
   " . After that "
   Reference
    Link
     "1"
   " the rest follows."
`
	if got := root.String(); !strings.HasPrefix(got, want) {
		t.Errorf("the tree begins\n%.500s\nwant\n%s", got, want)
	}
	if text := root.Text(); !strings.Contains(text, "Ἐν ἀρχῇ ἦν ὁ λόγος; а потом – всё остальное. q\u0301 e\u0323\u0301") {
		t.Errorf("text is missing from %q", text)
	}
	if _, err := Structure(bytes.NewReader([]byte("no PDF")), 6); err == nil {
		t.Error("what is no PDF is no error")
	}
}
