package markdown

import (
	"strings"
	"testing"
)

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

// TestFrontMatterDates keeps dates of publication apart from those of history.
func TestFrontMatterDates(t *testing.T) {
	const good, plain, ancient = "", "such as 2026-11-23", "none before Christ"
	for date, want := range map[string]string{"-0044-03-15": ancient, "44 BC": ancient, "15 March 44 B.C.": ancient, "soon": plain, "2026-11-23": good} {
		_, found, err := Read("a.md", []byte("---\ntitle: T\ndate: \""+date+"\"\n---\n\nText.\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := good
		for _, d := range found {
			switch {
			case d.Code != "markdown-front-matter-value":
			case strings.Contains(d.Message, ancient):
				said = ancient
			case strings.Contains(d.Message, plain):
				said = plain
			}
		}
		if said != want {
			t.Errorf("%s: the author is told %q, want %q", date, said, want)
		}
	}
}
