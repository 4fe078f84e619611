package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/quirepress/quire/publish"
)

// progress shows what the press is doing: on a terminal one line that changes,
// elsewhere a plain line for each article. Summaries go to standard output.
type progress struct {
	mu             sync.Mutex
	stdout, stderr io.Writer
	live, quiet    bool
	shown          int                      // width of the live line
	making         map[string]making        // by article
	took           map[string]time.Duration // by file
	began          map[string]time.Time     // by article
	whole          map[string]time.Duration // by article
}

// making is a file in the making, and when it was begun.
type making struct {
	file  string
	began time.Time
}

func newProgress(stdout, stderr io.Writer, quiet bool) *progress {
	p := &progress{stdout: stdout, stderr: stderr, quiet: quiet, making: map[string]making{}, took: map[string]time.Duration{},
		began: map[string]time.Time{}, whole: map[string]time.Duration{}}
	if f, ok := stderr.(*os.File); ok {
		info, err := f.Stat()
		p.live = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return p
}

// event is the press's Log.
func (p *progress) event(e publish.Event) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.began[e.Article]; !ok || e.Step == "read" {
		p.began[e.Article] = time.Now()
	}
	p.whole[e.Article] = time.Since(p.began[e.Article])
	if m, ok := p.making[e.Article]; ok && e.Step != "verify" {
		p.took[m.file] = time.Since(m.began)
		delete(p.making, e.Article)
	}
	switch e.Step {
	case "encode":
		p.making[e.Article] = making{e.Name, time.Now()}
	case "read":
		if !p.live && !p.quiet {
			fmt.Fprintf(p.stderr, "publishing %s\n", e.Article)
		}
	case "unchanged":
		p.clear()
		if !p.quiet {
			fmt.Fprintln(p.stdout, e.Name+"  unchanged")
		}
		return
	case "written":
		p.clear()
		if !p.quiet {
			fmt.Fprintln(p.stdout, summary(e.File, p.took[e.Name]))
		}
		return
	}
	if p.live && !p.quiet {
		p.clear()
		line := fmt.Sprintf("%s: %s …", e.Article, strings.TrimSpace(e.Step+" "+e.Name))
		if r := []rune(line); len(r) > 78 {
			line = string(r[:77]) + "…"
		}
		fmt.Fprint(p.stderr, line)
		p.shown = len([]rune(line))
	}
}

// tookFor returns the time from an article's first event to its last, once.
func (p *progress) tookFor(article string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := p.whole[article]
	delete(p.began, article)
	delete(p.whole, article)
	return took
}

// clear takes the live line away, so that other lines can be printed.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprint(p.stderr, "\r"+strings.Repeat(" ", p.shown)+"\r")
		p.shown = 0
	}
}

// summary tells of a file: "dist/war.pdf  12 pages  84 KB  0.2 s  verified".
func summary(f *publish.File, took time.Duration) string {
	count := ""
	if f.Unit != "" {
		count = fmt.Sprintf("  %d %s", f.Count, f.Unit)
		if f.Count != 1 {
			count += "s"
		}
	}
	verified := ""
	if f.Verified {
		verified = "  verified"
	}
	return fmt.Sprintf("%s%s  %s  %.2f s%s", f.Name, count, size(f.Size), took.Seconds(), verified)
}

// size writes a number of bytes as people read it.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000_000:
		return fmt.Sprintf("%d KB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
