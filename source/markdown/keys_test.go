package markdown

import "testing"

func TestFrontMatterKeys(t *testing.T) {
	for key, want := range map[string]string{"glosary": "glossary", "auhtor": "", "autho": "author", "titel": "", "tilte": "", "paper": "", "my-own": "", "papers": "paper", "dates": "date"} {
		if got := nearMiss(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	_, found, err := Read("a.md", []byte("---\ntitle: T\nglosary: x\ntimeline: hello\n---\n\nText.\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]int{}
	for _, d := range found {
		codes[d.Code] = d.Pos.Line
	}
	if codes["markdown-front-matter-key"] != 3 || codes["markdown-front-matter-value"] != 4 {
		t.Errorf("found %v", found)
	}
}
