package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
)

// prune removes the books that earlier runs left in a folder: those of articles
// that are gone, or in another share now. Nothing goes but files that say
// themselves that Quire has made them, and nothing whose
// slash-separated name below the folder is in kept. It returns what it has removed.
func prune(folder string, kept map[string]bool) (removed []string, err error) {
	root, err := os.OpenRoot(folder) // no link leads out of it
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be pruned: %w", folder, err)
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() || kept[name] || !ours(root, name) {
			return err
		}
		if err := root.Remove(filepath.FromSlash(name)); err != nil {
			return err
		}
		removed = append(removed, filepath.Join(folder, filepath.FromSlash(name)))
		return nil
	})
	if err != nil {
		err = fmt.Errorf("%s cannot be pruned: %w", folder, err)
	}
	return removed, err
}

// ours reports whether a file says that Quire has made it.
func ours(root *os.Root, name string) bool {
	for _, format := range []publish.Fingerprinter{pdf.Encoder{}, epub.Encoder{}} {
		if !strings.HasSuffix(name, format.Extension()) {
			continue
		}
		f, err := root.Open(filepath.FromSlash(name))
		if err != nil {
			return false
		}
		defer f.Close()
		info, err := f.Stat()
		return err == nil && format.Fingerprint(f, info.Size()) != ""
	}
	return false
}
