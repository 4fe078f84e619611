package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/quirepress/quire/source"
)

// The time between two looks at the files: short, so that a change seems to be
// seen at once, and longer the more files there are, so that waiting costs next
// to nothing. (How long a look takes says little: on a busy machine it is mostly
// waiting itself.)
const (
	pause = 20 * time.Millisecond
	many  = 250 // files
)

// watched is a job with the files and folders that the press has looked at for
// it, as they were seen last.
type watched struct {
	job
	seen map[string]stamp
}

// watch publishes every job and then again whenever its files change, until ctx
// is done. It looks at sizes and times instead of asking the system for events,
// which is the same everywhere and also sees network folders.
func (r *round) watch(ctx context.Context, jobs []job, errs []error) error {
	all := make([]watched, len(jobs))
	for i, j := range jobs {
		all[i] = watched{j, j.look([]string{j.name})}
	}
	r.run(ctx, jobs, errs) // has told of its errors; the next change may mend them
	for i := range all {
		all[i].learn(r.looked)
	}
	if !r.o.quiet {
		fmt.Fprintln(r.stderr, "watching; interrupt to stop")
	}
	options := r.o.files()
	for {
		files := 0
		for i := range all {
			files += len(all[i].seen)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause * time.Duration(1+files/many)):
		}
		var changed []job
		var which []int
		for i := range all {
			if all[i].changed() {
				changed, which = append(changed, all[i].job), append(which, i)
			}
		}
		for _, j := range r.arrived(all) {
			changed, which = append(changed, j), append(which, len(all))
			all = append(all, watched{j, j.look([]string{j.name})})
		}
		if now := r.o.files(); now != options {
			options = now
			if p, err := r.o.pressWithCover(); err != nil {
				fmt.Fprintf(r.stderr, "quire: %v\n", err)
			} else {
				p.Log = r.p.Log
				r.p, changed, which = p, nil, nil
				for i := range all {
					changed, which = append(changed, all[i].job), append(which, i)
				}
			}
		}
		if len(changed) > 0 {
			r.run(ctx, changed, nil)
			for _, i := range which {
				all[i].learn(r.looked)
			}
		}
	}
}

// arrived returns the articles that are new in the folders that the user has
// named, but for those of a name that another has.
func (r *round) arrived(all []watched) []job {
	known, listed := map[string]bool{}, map[string]bool{}
	for _, w := range all {
		known[w.shown], known[strings.ToLower(w.out)] = true, true
	}
	var jobs []job
	for _, w := range all {
		if !w.ordinary() || listed[w.root] || !slices.Contains(r.o.names, w.root) {
			continue
		}
		listed[w.root] = true
		names, _ := source.List(w.fsys, ".") // what cannot be listed now may be later
		for _, n := range names {
			if j := jobIn(w.fsys, w.root, n); n != "." && !known[j.shown] && !known[strings.ToLower(j.out)] {
				known[strings.ToLower(j.out)] = true
				jobs = append(jobs, j)
			}
		}
	}
	return r.o.shard.of(jobs)
}

// files stamps the files that flags name.
func (o *options) files() string {
	var stamps strings.Builder
	for _, name := range append([]string{o.cover, o.printing.profile}, o.fonts...) {
		if info, err := os.Stat(name); err == nil {
			fmt.Fprintln(&stamps, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return stamps.String()
}

// changed looks whether something is not as it was seen, and remembers it.
func (w *watched) changed() bool {
	names := make([]string, 0, len(w.seen))
	for name := range w.seen {
		names = append(names, name)
	}
	now := w.look(names)
	for name, s := range now {
		if s != w.seen[name] {
			w.seen = now
			return true
		}
	}
	return false
}

// learn takes over what the press has looked at. What is known already stays as
// it was seen before the press began: it may have changed meanwhile.
func (w *watched) learn(looked map[string][]string) {
	now := w.look(append(looked[w.shown], w.name))
	for name := range now {
		if s, ok := w.seen[name]; ok {
			now[name] = s
		}
	}
	w.seen = now
}

// stamp is what shows that a file has changed, or of a folder, which texts it
// has: what else comes and goes there may be our own work.
type stamp struct {
	size     int64
	modified int64
	texts    string
}

// look returns the stamps of files and folders; those that are not there have
// an empty one.
func (j job) look(names []string) map[string]stamp {
	stamps := make(map[string]stamp, len(names))
	for _, name := range names {
		info, err := fs.Stat(j.fsys, name)
		switch {
		case err != nil:
			stamps[name] = stamp{}
		case info.IsDir():
			var texts strings.Builder
			entries, _ := fs.ReadDir(j.fsys, name)
			for _, e := range entries {
				if isText(e.Name()) {
					texts.WriteString(e.Name() + "/")
				}
			}
			stamps[name] = stamp{texts: texts.String()}
		default:
			stamps[name] = stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
		}
	}
	return stamps
}

// isText tells by its name whether a file is an article.
func isText(base string) bool {
	switch strings.ToLower(path.Ext(base)) {
	case ".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml":
		return true
	}
	return false
}
