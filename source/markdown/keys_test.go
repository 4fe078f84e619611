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
	for date, want := range map[string]string{"-0044-03-15": "before Christ", "44 BC": "before Christ", "15 March 44 B.C.": "before Christ", "soon": "2026-11-23,", "2026-11-23": ""} {
		_, found, err := Read("a.md", []byte("---\ntitle: T\ndate: \""+date+"\"\n---\n\nText.\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, d := range found {
			if d.Code == "markdown-front-matter-value" {
				said = d.Message
			}
		}
		if want == "" && said != "" || !strings.Contains(said, strings.TrimSuffix(want, ",")) || (want == "2026-11-23,") == strings.Contains(said, "Christ") && want != "" {
			t.Errorf("%s: %q", date, said)
		}
	}
}
