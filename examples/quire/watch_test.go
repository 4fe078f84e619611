package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWatchFolder adds an article to a folder that is watched, and changes a file
// that a flag names; the report keeps telling of all articles.
func TestWatchFolder(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	cover, report := filepath.Join(out, "cover.svg"), filepath.Join(out, "report.json")
	const picture = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`
	write(t, cover, picture)
	write(t, filepath.Join(in, "a.md"), small)
	font := cover // which the EPUB has no use for; it only must be there
	ctx, stop := context.WithCancel(t.Context())
	finished := make(chan int)
	var said safeBuffer
	go func() {
		finished <- run(ctx, []string{"-watch", "-format", "epub", "-o", out, "-report", report, "-font", font, in}, nil, &said, &said)
	}()
	waitFor := func(what string) {
		t.Helper()
		for range 300 {
			if strings.Contains(said.String(), what) {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("it never said %q but %s", what, said.String())
	}
	reported := func() int {
		b, err := os.ReadFile(report)
		var r reportFile
		if err == nil {
			err = json.Unmarshal(b, &r)
		}
		if err != nil {
			t.Fatal(err)
		}
		return len(r.Articles)
	}
	waitFor("watching")
	write(t, filepath.Join(in, "b.md"), small)
	waitFor("b.epub")
	said.Reset()
	write(t, font, picture+"\n")
	waitFor("a.epub")
	waitFor("b.epub")
	stop()
	if status := <-finished; status != done {
		t.Errorf("status %d", status)
	}
	if n := reported(); n != 2 {
		t.Errorf("the report tells of %d articles", n)
	}
}
