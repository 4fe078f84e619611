package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestChanged publishes a folder and then again with one flag or one article
// changed.
func TestChanged(t *testing.T) {
	dir := t.TempDir()
	in, out, report := filepath.Join(dir, "in"), filepath.Join(dir, "out"), filepath.Join(dir, "report.json")
	for _, name := range []string{"a.md", "b.md", filepath.Join("book", "index.md")} {
		write(t, filepath.Join(in, name), strings.Replace(small, "small", "short", 1))
	}
	cover := filepath.Join(dir, "cover.svg")
	write(t, cover, `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
	unchanged := func(args ...string) string {
		t.Helper()
		status, stdout, stderr := quire(t, "", append(append([]string{"-changed", "-format", "epub", "-o", out, "-report", report}, args...), in)...)
		if status != done {
			t.Fatalf("status %d: %s", status, stderr)
		}
		var names []string
		for line := range strings.Lines(stdout) {
			if name, ok := strings.CutSuffix(line, "  unchanged\n"); ok {
				names = append(names, filepath.Base(name))
			}
		}
		slices.Sort(names) // the articles are in the press together
		b, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var r reportFile
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, a := range r.Articles {
			if len(a.Files) != 1 || len(a.Files[0].SHA256) != 64 {
				t.Errorf("%s: files %+v", a.Name, a.Files)
			}
			if a.Unchanged {
				n++
			}
		}
		if n != len(names) {
			t.Errorf("the report says that %d articles have not changed, the command %q", n, names)
		}
		return strings.Join(names, " ")
	}
	const all = "a.epub b.epub book.epub"
	steps := []struct{ args, want string }{
		{"", ""}, {"", all},
		{"-theme grey", ""}, {"-theme grey", all},
		{"-title Another", ""}, {"-title Another", all}, {"-title Other", ""},
		{"-date 2020", ""}, {"-date 2020", all}, {"-toc-depth 2", ""}, {"-no-timeline", ""}, {"-isbn 9783161484100", ""}, {"", ""},
	}
	for _, s := range steps {
		if got := unchanged(strings.Fields(s.args)...); got != s.want {
			t.Errorf("%q: unchanged are %q, want %q", s.args, got, s.want)
		}
	}
	write(t, filepath.Join(in, "b.md"), small)
	if got := unchanged(); got != "a.epub book.epub" {
		t.Errorf("unchanged are %q", got)
	}
	if _, stdout, stderr := quire(t, "", "-changed", "-quiet", "-format", "epub", "-o", out, in); stdout+stderr != "" {
		t.Errorf("-quiet says %s%s", stdout, stderr)
	}
}

// TestDeviceNames gives titles whose file Windows would take for a device.
func TestDeviceNames(t *testing.T) {
	for title, want := range map[string]string{"Con": "con-", "NUL": "nul-", "LPT1": "lpt1-", "Console": "console", "Com 1": "com-1", "": ""} {
		if got := nameOf(title); got != want {
			t.Errorf("%q gives the name %q, want %q", title, got, want)
		}
	}
}
