package pack

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

func TestPack(t *testing.T) {
	data, err := Pack(Publication{
		Title:    "T & <t>",
		Sections: []Section{{"one.xhtml", "One", "<p>1</p>"}, {"two.xhtml", "", "<p>2</p>"}},
		Images:   []File{{"a.png", []byte("\x89PNG\x00\xff")}, {"empty.png", nil}},
		Styles:   []File{{"s.css", []byte("p { margin: 0 }")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{Images + "a.png": "\x89PNG\x00\xff", Images + "empty.png": "", Styles + "s.css": "p { margin: 0 }"} {
		f, err := z.Open(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got, err := io.ReadAll(f); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
	for _, name := range []string{Text + "one.xhtml", Text + "two.xhtml"} {
		if _, err := z.Open(name); err != nil {
			t.Error(err)
		}
	}
}

// Names that the packer would take as paths, and names that stand twice, never
// reach it.
func TestPackRefuses(t *testing.T) {
	for _, name := range []string{"", "../x.png", "/etc/passwd", "a b.png", "1.png", "x/y.png", "é.png", "a\x00"} {
		if _, err := Pack(Publication{Images: []File{{Name: name}}}); err == nil {
			t.Errorf("the image %q was packed", name)
		}
		if _, err := Pack(Publication{Sections: []Section{{Name: name}}}); err == nil {
			t.Errorf("the section %q was packed", name)
		}
	}
	if _, err := Pack(Publication{Sections: []Section{{Name: "a.xhtml"}, {Name: "a.xhtml"}}}); err == nil {
		t.Error("a section was packed twice")
	}
}
