package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/quirepress/quire/examples/articles"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// job is an article to publish: a name in a file system that holds nothing but
// the folder the user named. The name is "-" for standard input and "." for a
// folder that is a book.
type job struct {
	fsys fs.FS
	root string // the folder that fsys is
	name string
	// out is the output's name without an ending, "" if it comes from the
	// title.
	out string
	// shown is the name as the user knows it.
	shown string
}

// press publishes what the arguments name.
func press(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if o.version {
		fmt.Fprintln(stdout, "quire", version())
		return nil
	}
	p, err := o.pressWithCover()
	if err != nil {
		return err
	}
	if o.report != "" {
		if err := writable(o.report); err != nil {
			return err
		}
	}
	jobs, errs := expand(o.names)
	jobs, clashes := distinct(o.shard.of(jobs))
	errs = append(errs, clashes...)
	progress := newProgress(stdout, stderr, o.quiet)
	p.Log = progress.event
	r := round{p: p, o: &o, progress: progress, stdin: stdin, stdout: stdout, stderr: stderr, looked: map[string][]string{}}
	if o.watch {
		return r.watch(ctx, jobs, errs)
	}
	return r.run(ctx, jobs, errs)
}

// round publishes jobs and tells what became of them.
type round struct {
	p              publish.Press
	o              *options
	progress       *progress
	stdin          io.Reader
	stdout, stderr io.Writer
	// looked says at what the press has looked for a job, by its shown name.
	looked map[string][]string
	// soFar is what became of all articles while they are watched, tookSoFar the
	// time that each took last.
	soFar     []publish.Article
	tookSoFar []time.Duration
}

// run publishes the jobs; errs are those that there are already.
func (r *round) run(ctx context.Context, jobs []job, errs []error) error {
	began := time.Now()
	all, broken := slices.Clone(jobs), false
	var made, left []publish.Article
	var took []time.Duration // for each of made
	for _, err := range errs {
		if c, ok := errors.AsType[clash](err); ok {
			all, left = append(all, c.job), append(left, publish.Article{Name: c.name, Err: c.error})
		} else {
			broken = true
		}
	}
	for len(jobs) > 0 {
		n := together(jobs)
		articles := publishJobs(ctx, r.p, r.o.out, jobs[:n], r.stdin)
		r.progress.clear()
		for i, a := range articles {
			took = append(took, r.progress.tookFor(a.Name))
			if a.Name == "." { // a book, and not the only one
				a.Name = jobs[i].shown
			}
			made = append(made, a)
			r.looked[jobs[i].shown] = a.Inputs
			jobs[i].locate(a.Diagnostics)
			tell(r.stdout, r.stderr, a.Diagnostics, r.o)
			if r.o.hashes {
				for _, f := range a.Files {
					fmt.Fprintf(r.stdout, "%s  %s\n", f.SHA256, f.Name)
				}
			}
			if a.Err != nil {
				err := a.Err
				if shown := jobs[i].shown; !strings.Contains(err.Error(), filepath.Base(shown)) {
					err = fmt.Errorf("%s: %w", shown, err)
				}
				errs = append(errs, err)
			}
		}
		jobs = jobs[n:]
	}
	made, took = append(made, left...), append(took, make([]time.Duration, len(left))...)
	if r.o.prune && !broken { // who cannot read a folder does not know what is gone
		errs = append(errs, r.prune(all, made)...)
	}
	if r.o.watch {
		made, took = r.upToNow(made, took)
	}
	if r.o.report != "" {
		if err := writeReport(r.o.report, made, took, time.Since(began)); err != nil {
			errs = append(errs, err)
		}
	}
	for _, err := range errs {
		fmt.Fprintf(r.stderr, "quire: %v\n", err)
	}
	if len(errs) > 0 {
		return errReported
	}
	return nil
}

// upToNow puts what has been made now into what was made before.
func (r *round) upToNow(made []publish.Article, took []time.Duration) ([]publish.Article, []time.Duration) {
	for i, a := range made {
		at := slices.IndexFunc(r.soFar, func(b publish.Article) bool { return b.Name == a.Name })
		if at < 0 {
			at = len(r.soFar)
			r.soFar, r.tookSoFar = append(r.soFar, a), append(r.tookSoFar, 0)
		}
		r.soFar[at], r.tookSoFar[at] = a, took[i]
	}
	return r.soFar, r.tookSoFar
}

// prune removes what is in the folder beside the files that were made, and beside
// those that were there for articles that have failed.
func (r *round) prune(jobs []job, made []publish.Article) (errs []error) {
	kept := map[string]bool{}
	for i, a := range made {
		for _, f := range a.Files {
			if name, err := filepath.Rel(r.o.out, f.Name); err == nil {
				kept[filepath.ToSlash(name)] = true
			}
		}
		for _, f := range r.p.Formats {
			if a.Err != nil && i < len(jobs) {
				kept[jobs[i].out+f.Extension()] = true
			}
		}
	}
	removed, err := prune(r.o.out, kept)
	for _, name := range removed {
		if !r.o.quiet {
			fmt.Fprintln(r.stdout, name+"  removed")
		}
	}
	if err != nil {
		errs = append(errs, err)
	}
	return errs
}

// locate writes the files of the findings as the user knows them.
func (j job) locate(found diag.List) {
	if j.root == "" || j.root == "." {
		return
	}
	for i, d := range found {
		if d.Pos.File == "" || !fs.ValidPath(d.Pos.File) {
			continue
		}
		if _, err := fs.Stat(j.fsys, d.Pos.File); err == nil {
			found[i].Pos.File = filepath.Join(j.root, filepath.FromSlash(d.Pos.File))
		}
	}
}

// together returns how many jobs at the beginning of the list can go through
// the press at once: files of one folder.
func together(jobs []job) int {
	n := 1
	for n < len(jobs) && jobs[0].ordinary() && jobs[n].ordinary() && jobs[n].root == jobs[0].root {
		n++
	}
	return n
}

func (j job) ordinary() bool { return j.name != "-" && j.name != "." }

// publishJobs publishes jobs that go together.
func publishJobs(ctx context.Context, p publish.Press, out string, jobs []job, stdin io.Reader) []publish.Article {
	j := jobs[0]
	if j.ordinary() {
		names := make([]string, len(jobs))
		for i, j := range jobs {
			names[i] = j.name
		}
		report, err := p.Publish(ctx, out, j.fsys, names...)
		if len(report.Articles) == 0 {
			return []publish.Article{{Name: j.shown, Err: err}}
		}
		return report.Articles
	}
	if j.name == "." {
		report, err := p.PublishAs(ctx, out, j.out, j.fsys, ".")
		if len(report.Articles) == 0 {
			return []publish.Article{{Name: j.shown, Err: err}}
		}
		return report.Articles
	}
	p.Log(publish.Event{Article: j.shown, Step: "read"})
	doc, found, err := source.ReadFrom(nil, "standard-input", stdin, source.Options{Limits: p.Limits})
	if err != nil {
		return []publish.Article{{Name: j.shown, Diagnostics: found, Err: err}}
	}
	if j.out = nameOf(doc.Metadata.Title); j.out == "" {
		j.out = "standard-input"
	}
	report, _ := p.Write(ctx, out, j.out, doc)
	a := report.Articles[0]
	a.Diagnostics = append(found, a.Diagnostics...)
	return []publish.Article{a}
}

// nameOf makes a file's name of a title; it is empty if there is none.
func nameOf(title string) string {
	if title == "" {
		return ""
	}
	name := string(document.Slug(title))
	if device.MatchString(name) {
		name += "-"
	}
	return name
}

// device matches the names that Windows keeps for devices, whatever follows
// their first dot.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// expand turns the arguments into jobs: no argument means the sample, a folder
// its book or its articles. What cannot be read is an error for each.
func expand(names []string) (jobs []job, errs []error) {
	if len(names) == 0 {
		return []job{{fsys: articles.FS, name: articles.Sample, out: "kosovo-and-nato", shown: articles.Sample}}, nil
	}
	for _, n := range names {
		found, err := jobsOf(n)
		if err != nil {
			errs = append(errs, err)
		}
		jobs = append(jobs, found...)
	}
	return jobs, errs
}

func jobsOf(name string) ([]job, error) {
	if name == "-" {
		return []job{{name: "-", shown: "standard input"}}, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	folder, base := filepath.Dir(name), filepath.Base(name)
	if info.IsDir() {
		folder, base = name, "."
	}
	// A root, and not os.DirFS: no link leads out of it.
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	names, err := source.List(root.FS(), base)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var jobs []job
	for _, n := range names {
		j := jobIn(root.FS(), folder, n)
		if n == "." {
			whole, err := filepath.Abs(folder)
			if err != nil {
				return nil, err
			}
			j.out, j.shown = filepath.Base(whole), folder
		}
		jobs = append(jobs, j)
	}
	return jobs, nil
}

// jobIn is the job of an article in a folder.
func jobIn(fsys fs.FS, folder, name string) job {
	return job{fsys: fsys, root: folder, name: name, out: strings.TrimSuffix(name, path.Ext(name)), shown: filepath.Join(folder, filepath.FromSlash(name))}
}

// distinct leaves out the articles whose files would have one name, with an
// error for each: which of them was meant nobody knows.
func distinct(jobs []job) (kept []job, errs []error) {
	same := map[string][]string{}
	key := func(j job) string { return strings.ToLower(j.out) }
	for _, j := range jobs {
		same[key(j)] = append(same[key(j)], j.shown)
	}
	for _, j := range jobs {
		names := same[key(j)]
		if j.out == "" || len(names) == 1 {
			kept = append(kept, j)
			continue
		}
		others := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == j.shown })
		if len(others) == 0 { // the same file, named twice
			others = names[1:]
		}
		errs = append(errs, clash{j, fmt.Errorf("%s: %w: %s, as %s would", j.shown, publish.ErrSameName, j.out, strings.Join(others, " and "))})
	}
	return kept, errs
}

// clash is an article that was left out, and why.
type clash struct {
	job
	error
}

func (c clash) Unwrap() error { return c.error }

// pressWithCover makes the press of the flags, with all files that they name.
func (o *options) pressWithCover() (publish.Press, error) {
	p, err := o.press()
	if err == nil && o.cover != "" {
		err = withCover(&p, o.cover)
	}
	return p, err
}

// withCover makes the picture in file the cover.
func withCover(p *publish.Press, file string) error {
	picture, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	media := http.DetectContentType(picture)
	if !strings.HasPrefix(media, "image/") {
		return fmt.Errorf("the cover %s is no picture that Quire knows", file)
	}
	edit, name := p.Edit, "cover"+path.Ext(filepath.ToSlash(file))
	p.EditKey += fmt.Sprintf(" %s %x", name, sha256.Sum256(picture))
	p.Edit = func(doc *document.Document) {
		edit(doc)
		doc.Metadata.Cover = name
		doc.Resources = append(doc.Resources, document.Resource{Name: name, MediaType: media, Bytes: picture})
	}
	return nil
}
