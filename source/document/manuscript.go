package document

import (
	"iter"
	"strings"
)

// ManuscriptFolder begins the names of the resources that are the source text
// itself, so that formats can tell them from pictures: the article
// "war/1999.md" is the resource "manuscript/1999.md".
const ManuscriptFolder = "manuscript/"

// Manuscripts returns an iterator over the resources that are the source text:
// one for an article, one for each file of a book, the main one first.
func (d *Document) Manuscripts() iter.Seq[*Resource] {
	return func(yield func(*Resource) bool) {
		for i := range d.Resources {
			if strings.HasPrefix(d.Resources[i].Name, ManuscriptFolder) && !yield(&d.Resources[i]) {
				return
			}
		}
	}
}
