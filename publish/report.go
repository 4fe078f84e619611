package publish

import (
	"slices"

	"github.com/quirepress/quire/source/diag"
)

// Event is a step of the press's work that begins, or a file that is done.
type Event struct {
	// Article is the name of the article's source, or of its output where it
	// was not read by the press.
	Article string
	// Step is "read", "enrich", "encode", "verify", "written", "unchanged" or
	// "failed".
	Step string
	// Name says what the step is about: a file to be made, a pass.
	Name string
	// File is set for "written" and "unchanged".
	File *File
}

// File is a file that was written, or that was there and has not changed.
type File struct {
	// Name is the path, the target folder's included.
	Name      string
	MediaType string
	// Size in bytes.
	Size int64
	// SHA256 is the hash of the bytes in hexadecimal.
	SHA256 string
	// Count is how much was made, in Unit: 12 "page", 9 "chapter".
	Count int
	Unit  string
	// Verified says that the format checked the file and found no error.
	Verified bool
}

// Article says what was made of an article and what was found in it. It is
// complete as far as the press came, also beside an error.
type Article struct {
	// Name is the name of the article's source, or of its output where it was
	// not read by the press.
	Name  string
	Title string
	// Words counts the words of the text, headings included, back matter not.
	Words       int
	Files       []File
	Diagnostics diag.List
	// Inputs are the names of the files and folders in the source that the press
	// has looked at for the article, those included that were not there.
	Inputs []string
	// Unchanged says that the article was left alone because its files are up
	// to date; see [Press.Changed]. What is known then is what reading tells:
	// the title, the words and the findings of the reader, and of the files no
	// more than name, type, size and hash.
	Unchanged bool
	// Err says why there are no files.
	Err error
}

// Report says what became of each article, in the order asked for.
type Report struct {
	// Articles has an entry for each name, failed ones included.
	Articles []Article
}

// Files returns the files of all articles.
func (r *Report) Files() []File {
	var all []File
	for _, a := range r.Articles {
		all = append(all, a.Files...)
	}
	return all
}

// Diagnostics returns the findings in all articles.
func (r *Report) Diagnostics() diag.List {
	var all diag.List
	for _, a := range r.Articles {
		all = append(all, a.Diagnostics...)
	}
	return all
}

// distinct leaves out findings that another says word for word, as when the
// same image is missing in two formats or the same word is too long in ten
// lines.
func distinct(l diag.List) diag.List {
	seen := map[diag.Diagnostic]bool{}
	return slices.DeleteFunc(l, func(d diag.Diagnostic) bool {
		again := seen[d]
		seen[d] = true
		return again
	})
}
