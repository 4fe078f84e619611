package main

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"
)

// pause is the time between two looks at the files: short enough that a change
// seems to be seen at once.
const pause = 100 * time.Millisecond

// watch publishes every job again whose files change, until ctx is done. It
// looks at sizes and times instead of asking the system for events, which is
// the same everywhere and also sees network folders.
func (r *round) watch(ctx context.Context, jobs []job) error {
	seen := make([]map[string]stamp, len(jobs))
	for i, j := range jobs {
		seen[i] = j.stamps()
	}
	if !r.o.quiet {
		fmt.Fprintln(r.stderr, "watching; interrupt to stop")
	}
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
		var changed []job
		for i, j := range jobs {
			now := j.stamps()
			if !same(seen[i], now) {
				seen[i] = now
				changed = append(changed, j)
			}
		}
		if len(changed) > 0 {
			r.run(ctx, changed, nil) // has told of its errors; the next change may mend them
		}
	}
}

// stamp is what shows that a file has changed.
type stamp struct {
	size     int64
	modified time.Time
}

// stamps looks at the files that a job may read: its own, and all others of its
// folder that are no articles themselves; of a book, all.
func (j job) stamps() map[string]stamp {
	const most = 10_000
	stamps := map[string]stamp{}
	// What cannot be looked at now is looked at again soon.
	_ = fs.WalkDir(j.fsys, path.Dir(j.name), func(name string, e fs.DirEntry, err error) error {
		if err != nil || len(stamps) > most {
			return nil
		}
		base := path.Base(name)
		switch {
		case e.IsDir() && name != "." && strings.HasPrefix(base, "."):
			return fs.SkipDir
		case e.IsDir(), strings.HasSuffix(base, ".part"):
			return nil
		case j.ordinary() && name != j.name && isText(base):
			return nil
		}
		if info, err := e.Info(); err == nil {
			stamps[name] = stamp{info.Size(), info.ModTime()}
		}
		return nil
	})
	return stamps
}

// isText tells by its name whether a file is an article.
func isText(base string) bool {
	switch strings.ToLower(path.Ext(base)) {
	case ".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml":
		return true
	case ".pdf", ".epub":
		return true // what the press itself writes
	}
	return false
}

func same(a, b map[string]stamp) bool {
	if len(a) != len(b) {
		return false
	}
	for name, s := range a {
		if t, ok := b[name]; !ok || t.size != s.size || !t.modified.Equal(s.modified) {
			return false
		}
	}
	return true
}
