// Package pack puts files into an EPUB container. It is the only home of
// go-epub, which it uses for one thing: to lay out the folders of a
// publication and to zip them.
//
// go-epub is kept on a short lead. It gets checked names and data URLs only, so
// that it opens no file and no connection of its own; its panics become errors;
// the switch that changes its file system for the whole process is never
// touched. It stamps the time of day and a random identifier into the package
// document, writes its files in the order of maps, and knows nothing of
// languages, landmarks or pages: package finish writes all that anew.
package pack

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"

	goepub "github.com/bmaupin/go-epub"
)

// Folders of the publication inside the container.
const (
	Root   = "EPUB/"
	Text   = Root + "xhtml/"
	Images = Root + "images/"
	Styles = Root + "css/"
	Fonts  = Root + "fonts/"
)

// File is a file of the publication.
type File struct {
	// Name is the file's name without a folder: letters, digits, "-", "_" and
	// ".", beginning with a letter or "_".
	Name  string
	Bytes []byte
}

// Section is a chapter.
type Section struct {
	Name string
	// Title is plain text.
	Title string
	// Body is the content of the body element, well-formed XHTML.
	Body string
}

// Publication is what goes into a container.
type Publication struct {
	Title    string
	Sections []Section
	Images   []File
	Styles   []File
	Fonts    []File
}

// Pack returns the publication as a ZIP archive in no particular order. It
// needs a temporary folder that can be written.
func Pack(p Publication) (archive []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			archive, err = nil, fmt.Errorf("epub: packing: %v", v)
		}
	}()
	book := goepub.NewEpub(p.Title)
	book.Client = &http.Client{Transport: noTransport{}}
	for _, group := range []struct {
		add   func(source, name string) (string, error)
		files []File
	}{{book.AddImage, p.Images}, {book.AddCSS, p.Styles}, {book.AddFont, p.Fonts}} {
		for _, f := range group.files {
			if !ValidName(f.Name) {
				return nil, fmt.Errorf("epub: packing: %q is no name for a file", f.Name)
			}
			if _, err := group.add(dataURL(f.Bytes), f.Name); err != nil {
				return nil, fmt.Errorf("epub: packing %s: %w", f.Name, err)
			}
		}
	}
	for _, s := range p.Sections {
		if !ValidName(s.Name) {
			return nil, fmt.Errorf("epub: packing: %q is no name for a file", s.Name)
		}
		if _, err := book.AddSection(s.Body, s.Title, s.Name, ""); err != nil {
			return nil, fmt.Errorf("epub: packing %s: %w", s.Name, err)
		}
	}
	var b bytes.Buffer
	if _, err := book.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("epub: packing: %w", err)
	}
	return b.Bytes(), nil
}

// ValidName reports whether name is one that go-epub may have.
func ValidName(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		case i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return name != "" && len(name) <= 120
}

func dataURL(data []byte) string {
	return "data:application/octet-stream;base64," + base64.StdEncoding.EncodeToString(data)
}

// noTransport refuses every request: nothing is fetched.
type noTransport struct{}

func (noTransport) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("nothing is fetched")
}
