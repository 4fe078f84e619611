// Package articles holds the manuscripts that the quire command publishes when
// it is given none.
package articles

import "embed"

// FS holds the manuscripts with their pictures. [Sample] names the one that is
// published by default.
//
//go:embed *.md images
var FS embed.FS

// Sample is the name of the sample manuscript in [FS].
const Sample = "kosovo-and-nato.md"
