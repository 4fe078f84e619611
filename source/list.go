package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// List returns the names of what name stands for, as [Read] takes them: a file
// stands for itself, a folder with an index file for itself, as a book, and any
// other folder for the articles in it and below it, in the order of their
// names. Files and folders whose names begin with a dot or an underscore, and
// the "_files" folders of saved pages, are passed over.
func List(fsys fs.FS, name string) ([]string, error) {
	if !fs.ValidPath(name) {
		return nil, fmt.Errorf("%w: %q", ErrName, name)
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	var names []string
	err = fs.WalkDir(fsys, name, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(p)
		switch {
		case p != name && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || strings.HasSuffix(base, "_files")):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.IsDir():
			_, err := newReader(fsys, Options{}).index(p)
			switch {
			case err == nil:
				names = append(names, p)
				return fs.SkipDir
			case !errors.Is(err, ErrNoIndex):
				return err
			}
		case isArticle(base):
			names = append(names, p)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("source: the folder %s holds no article: want files that end in .md, .markdown, .txt, .text, .html, .htm or .xhtml", name)
	}
	return names, nil
}

// isArticle tells by its name whether a file in a folder is an article.
func isArticle(base string) bool {
	switch strings.ToLower(path.Ext(base)) {
	case ".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml":
		return !strings.EqualFold(base, "README.md") && !strings.HasPrefix(strings.ToUpper(base), "LICENSE")
	}
	return false
}
