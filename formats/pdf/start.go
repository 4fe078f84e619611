package pdf

import (
	"github.com/quirepress/quire/formats/internal/font"
	"github.com/quirepress/quire/formats/style"
)

// Start reads the embedded faces that nearly every document needs, so that they
// are there when Encode asks for them. It is done once in a program.
func (e Encoder) Start() {
	faces := style.HouseFaces()
	if e.Style != nil {
		faces = e.Style.Faces
	}
	for _, cut := range []struct {
		role         style.Role
		bold, italic bool
	}{
		{role: style.SansRole, bold: true}, {role: style.TextRole}, {role: style.DisplayRole}, {role: style.SubheadRole},
		{role: style.SansRole}, {role: style.TextRole, italic: true}, {role: style.TextRole, bold: true}, {role: style.CaptionRole},
	} {
		if f, ok := font.EmbeddedByName(faces[cut.role].Cut(cut.bold, cut.italic)); ok {
			f.Face()
		}
	}
}
