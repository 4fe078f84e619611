package publish_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/document/documenttest"
)

// BenchmarkCancel cancels the publishing of a book of 1.3 MB at forty moments
// from its beginning to its end, and tells how long the press took to stop: in
// the worst case, and in the worst case of each step.
func BenchmarkCancel(b *testing.B) {
	files := fstest.MapFS{"book.md": {Data: documenttest.Manuscript(1, 1_300_000, "en")}}
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{}, epub.Encoder{}}}
	began := time.Now()
	if _, err := press.Publish(b.Context(), b.TempDir(), files, "book.md"); err != nil {
		b.Fatal(err)
	}
	whole := time.Since(began)
	worst := map[string]time.Duration{}
	for b.Loop() {
		const moments = 40
		for i := range moments {
			dst := b.TempDir()
			ctx, cancel := context.WithCancel(b.Context())
			defer cancel()
			var mu sync.Mutex
			step := "read"
			p := press
			p.Log = func(e publish.Event) {
				mu.Lock()
				step = e.Step + " " + filepath.Base(e.Name)
				mu.Unlock()
			}
			done := make(chan error)
			go func() {
				_, err := p.Publish(ctx, dst, files, "book.md")
				done <- err
			}()
			var stopped time.Time
			at := ""
			select {
			case err := <-done:
				if err != nil {
					b.Fatal(err)
				}
				continue
			case <-time.After(whole * time.Duration(i) / moments):
				mu.Lock()
				at = step
				mu.Unlock()
				stopped = time.Now()
				cancel()
			}
			if err := <-done; err != nil {
				if !errors.Is(err, context.Canceled) {
					b.Fatal(err)
				}
				worst[at] = max(worst[at], time.Since(stopped))
				worst[""] = max(worst[""], time.Since(stopped))
				if left, _ := os.ReadDir(dst); len(left) > 0 {
					b.Errorf("cancelled while it was to %s, the press left %v", at, left)
				}
			}
		}
	}
	for step, took := range worst {
		if step != "" {
			b.Logf("%v after %q", took, step)
		}
	}
	b.ReportMetric(float64(worst[""].Microseconds())/1000, "worst-ms")
}
