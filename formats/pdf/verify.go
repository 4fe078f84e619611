package pdf

import (
	"io"

	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
)

// Verify checks a file that the encoder wrote against the standards that the
// file itself claims: see [verify.PDF].
func (Encoder) Verify(r io.ReaderAt, size int64) diag.List { return verify.PDF(r, size) }
