package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"

	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// An article that has not changed need not be published again. Every output of
// a press with Changed set keeps the fingerprint of what it was made from: a hash of all that was read,
// of all that the press was told, and of the versions of Quire and Go. To know
// it for another day, an article is read and nothing more.

// Fingerprints returns the fingerprint that the file in each of the formats
// would get of the article called name: it changes with every file that the
// article is made of, every option that could change what is made of it, and
// every release of Quire and Go. It is empty where there is a function in the
// way that nobody can look into; see [Press.EditKey].
func (p Press) Fingerprints(src fs.FS, name string) ([]string, error) {
	prints, _, _, err := p.glance(&inputs{FS: src}, name)
	return prints, err
}

// glance reads an article for its fingerprints, and for what can be told without
// more.
func (p Press) glance(from *inputs, name string) (prints []string, doc *document.Document, found diag.List, err error) {
	defer guard(&err)
	doc, found, err = source.Read(from, name, source.Options{Limits: p.Limits, Unchecked: true})
	if err != nil {
		return nil, nil, nil, err
	}
	return p.fingerprint(name, from), doc, found, nil
}

// fingerprint returns the fingerprints of an article that was made from what was
// read. A format shares in those of others by the pages that it prints.
func (p Press) fingerprint(name string, from *inputs) []string {
	prints := make([]string, len(p.Formats))
	if p.Edit != nil && p.EditKey == "" {
		return prints
	}
	h := sha256.New()
	passes := p.Passes
	if passes == nil {
		passes = enrich.Default()
	}
	for _, v := range []any{"1", builtWith(), name, passes, p.Limits, p.Date, p.Identifier, p.Strict, p.EditKey} {
		if !hashValue(h, v) {
			return prints
		}
	}
	from.sum(h)
	all := h.Sum(nil)
	var first Format // that lays out pages
	for _, f := range p.Formats {
		if first == nil && laysOut(f) {
			first = f
		}
	}
	for i, f := range p.Formats {
		h := sha256.New()
		h.Write(all)
		known := hashValue(h, f)
		if !laysOut(f) {
			known = known && hashValue(h, first)
		}
		if known {
			prints[i] = "sha256:" + hex.EncodeToString(h.Sum(nil))
		}
	}
	return prints
}

// laysOut reports whether a format lays out pages.
func laysOut(f Format) bool {
	p, ok := f.(Paginator)
	return ok && p.Paginates()
}

// release is a version that names one state of Quire's source for good.
var release = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)

// builtWith names the versions of Quire and Go. States between two releases
// have one name, so that it does not matter whether, and from which folder,
// somebody has built the same source.
func builtWith() string {
	quire := "development"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range append(info.Deps, &info.Main) {
			if m.Path == "github.com/quirepress/quire" && m.Replace == nil && release.MatchString(m.Version) {
				quire = m.Version
			}
		}
	}
	return quire + " " + runtime.Version()
}

// unchanged returns the files of an article if all of them are there and hold
// their fingerprints.
func (p Press) unchanged(dst, base string, prints []string) []File {
	var files []File
	for i, f := range p.Formats {
		keeper, ok := f.(Fingerprinter)
		if !ok || prints[i] == "" {
			return nil
		}
		file, ok := keeps(keeper, filepath.Join(dst, filepath.FromSlash(base+f.Extension())), prints[i])
		if !ok {
			return nil
		}
		files = append(files, file)
	}
	return files
}

// keeps returns the file called name if it holds the fingerprint. A file that
// cannot be read is one to be made again.
func keeps(f Fingerprinter, name, fingerprint string) (file File, ok bool) {
	defer func() {
		if recover() != nil {
			file, ok = File{}, false
		}
	}()
	r, err := os.Open(name)
	if err != nil {
		return file, false
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil || !info.Mode().IsRegular() || f.Fingerprint(r, info.Size()) != fingerprint {
		return file, false
	}
	h := sha256.New()
	if n, err := io.Copy(h, io.NewSectionReader(r, 0, info.Size())); err != nil || n != info.Size() {
		return file, false
	}
	return File{Name: name, MediaType: f.MediaType(), Size: info.Size(), SHA256: hex.EncodeToString(h.Sum(nil))}, true
}

// skip tells of an article that has not changed what reading it tells. Where it
// has images, it is read again: the glance took them as they came.
func (p Press) skip(a *Article, files []File, src fs.FS, doc *document.Document, found diag.List) (err error) {
	defer guard(&err)
	if len(doc.Resources) > 0 {
		if doc, found, err = source.Read(src, a.Name, source.Options{Limits: p.Limits}); err != nil {
			return err
		}
	}
	if p.Edit != nil {
		p.Edit(doc)
	}
	a.Title, a.Words, a.Diagnostics = doc.Metadata.Title, words(doc), distinct(append(found, p.date(doc)...))
	a.Files, a.Unchanged = files, true
	for i := range files {
		p.log(Event{Step: "unchanged", Name: files[i].Name, File: &files[i]})
	}
	return nil
}
