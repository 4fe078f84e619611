// Package epub checks publications against EPUB 3.3 and, for older files,
// against OPS, OPF and OCF 2.0.1. [Check] is its only verb.
//
// It reads the container, the package document, the navigation, every content
// document and style sheet, and then follows every reference. Rules are built
// from the specifications; a finding of severity error means that the file is
// not a valid publication, a warning that it breaks a recommendation.
//
// Nothing is fetched and nothing is written. What a file holds is never
// trusted: sizes, nesting and numbers of findings are bounded.
package epub

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/quirepress/quire/source/diag"
)

const (
	// maxFile bounds the size of a file that is read into memory.
	maxFile = 64 << 20
	// maxTotal bounds what is unpacked of a container altogether.
	maxTotal = 1 << 30
	// maxFindings bounds the list of findings.
	maxFindings = 500
	// maxFiles bounds the number of files in a container.
	maxFiles = 100_000
)

// Check checks the publication of size bytes in r.
func Check(r io.ReaderAt, size int64) (found diag.List) {
	c := &checker{files: map[string]*zip.File{}, docs: map[string]*content{}, cssDone: map[string]bool{}}
	defer func() {
		if v := recover(); v != nil && v != errEnough { // a mistake in reading is a finding, too
			c.found.Add(diag.Error, "verify-epub-unreadable", diag.Position{}, "the file cannot be read: %v", v)
		}
		found = c.found
	}()
	c.container(r, size)
	return c.found
}

// errEnough ends a check that has found enough.
var errEnough = errors.New("enough")

// checker is the state of one check.
type checker struct {
	found diag.List
	zip   *zip.Reader
	files map[string]*zip.File
	// encrypted are the names of files that cannot be read, with the algorithm.
	encrypted map[string]string
	pkg       *pkg
	// otherRoots are the rootfiles that are no package documents.
	otherRoots []at
	docs       map[string]*content // parsed content documents by name
	cssDone    map[string]bool
	refs       []reference
	unpacked   int // bytes so far
}

// at is a place in a file of the container.
type at struct {
	file      string
	line, col int
}

func (c *checker) add(s diag.Severity, code string, p at, format string, args ...any) {
	if len(c.found) >= maxFindings {
		panic(errEnough)
	}
	c.found.Add(s, "verify-epub-"+code, diag.Position{File: p.file, Line: p.line, Column: p.col}, "%s", fmt.Sprintf(format, args...))
}

func (c *checker) err(code string, p at, format string, args ...any) {
	c.add(diag.Error, code, p, format, args...)
}

func (c *checker) warn(code string, p at, format string, args ...any) {
	c.add(diag.Warning, code, p, format, args...)
}

// failed reports whether an error was found.
func (c *checker) failed() bool {
	for _, d := range c.found {
		if d.Severity == diag.Error {
			return true
		}
	}
	return false
}

// read returns the bytes of a file in the container.
func (c *checker) read(name string) ([]byte, bool) {
	f, ok := c.files[name]
	if !ok {
		return nil, false
	}
	if f.UncompressedSize64 > maxFile {
		c.err("size", at{file: name}, "it is larger than can be checked")
		return nil, false
	}
	r, err := f.Open()
	if err != nil {
		c.err("zip", at{file: name}, "it cannot be unpacked: %v", err)
		return nil, false
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil || len(data) > maxFile {
		c.err("zip", at{file: name}, "it cannot be unpacked: %v", err)
		return nil, false
	}
	if c.unpacked += len(data); c.unpacked > maxTotal {
		c.err("size", at{file: name}, "the files together are larger than can be checked")
		panic(errEnough)
	}
	return data, true
}

func fields(s string) []string { return strings.FieldsFunc(s, isSpace) }

// isSpace reports whether a character is white space of XML.
func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

func trim(s string) string { return strings.TrimFunc(s, isSpace) }
