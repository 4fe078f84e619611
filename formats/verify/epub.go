package verify

import (
	"io"

	"github.com/quirepress/quire/formats/verify/internal/epub"
	"github.com/quirepress/quire/source/diag"
)

// EPUB checks an EPUB of size bytes against EPUB 3.3, or against the
// specifications of EPUB 2 if it says that it follows those: container, package
// document, navigation, content documents, style sheets, media overlays, and
// every reference between them. A finding of severity error means that it is
// not a valid publication. Codes begin with "verify-epub-"; positions name the
// file inside the container.
func EPUB(r io.ReaderAt, size int64) diag.List { return epub.Check(r, size) }
