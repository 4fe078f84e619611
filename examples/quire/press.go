package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"

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
	p, err := o.press()
	if err != nil {
		return err
	}
	if o.cover != "" {
		if err := withCover(&p, o.cover); err != nil {
			return err
		}
	}
	jobs, errs := expand(o.names)
	if err := distinct(jobs); err != nil {
		return err
	}
	progress := newProgress(stdout, stderr, o.quiet)
	p.Log = progress.event
	for _, j := range jobs {
		if ctx.Err() != nil {
			errs = append(errs, ctx.Err())
			break
		}
		report, err := j.publish(ctx, p, o.out, stdin)
		progress.clear()
		tell(stderr, report.Diagnostics, o.quiet)
		if err != nil {
			if !strings.Contains(err.Error(), j.name) {
				err = fmt.Errorf("%s: %w", j.shown, err)
			}
			errs = append(errs, err)
		}
	}
	for _, err := range errs {
		fmt.Fprintf(stderr, "quire: %v\n", err)
	}
	if len(errs) > 0 {
		return errReported
	}
	return nil
}

func (j job) publish(ctx context.Context, p publish.Press, out string, stdin io.Reader) (*publish.Report, error) {
	var doc *document.Document
	var found diag.List
	var err error
	switch j.name {
	default:
		return p.Publish(ctx, out, j.fsys, j.name)
	case "-":
		p.Log(publish.Event{Step: "read", Name: j.shown})
		doc, found, err = source.ReadFrom(nil, "standard-input", stdin, source.Options{Limits: p.Limits})
	case ".":
		p.Log(publish.Event{Step: "read", Name: j.shown})
		doc, found, err = source.Read(j.fsys, ".", source.Options{Limits: p.Limits})
	}
	if err != nil {
		return &publish.Report{Diagnostics: found}, err
	}
	if j.out == "" {
		j.out = "standard-input"
		if doc.Metadata.Title != "" {
			j.out = string(document.Slug(doc.Metadata.Title))
		}
	}
	report, err := p.Write(ctx, out, j.out, doc)
	report.Diagnostics = append(found, report.Diagnostics...)
	return report, err
}

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
		j := job{fsys: root.FS(), name: n, out: strings.TrimSuffix(n, path.Ext(n)), shown: filepath.Join(folder, filepath.FromSlash(n))}
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

// distinct reports two articles whose files would have one name.
func distinct(jobs []job) error {
	first := map[string]string{}
	for _, j := range jobs {
		out := strings.ToLower(j.out)
		if other, ok := first[out]; ok && out != "" {
			return fmt.Errorf("%w: %s, from %s and %s", publish.ErrSameName, j.out, other, j.shown)
		}
		first[out] = j.shown
	}
	return nil
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
	p.Edit = func(doc *document.Document) {
		edit(doc)
		doc.Metadata.Cover = name
		doc.Resources = append(doc.Resources, document.Resource{Name: name, MediaType: media, Bytes: picture})
	}
	return nil
}

// tell prints the findings: warnings and errors, and what was left out of the
// text.
func tell(w io.Writer, found diag.List, quiet bool) {
	for _, d := range found {
		if !quiet || d.Severity == diag.Error {
			fmt.Fprintln(w, d)
		}
	}
}
