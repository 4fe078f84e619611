package layout

import (
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

func TestImageWidth(t *testing.T) {
	c := scope{width: 200 * style.Point}
	for asked, want := range map[string]style.Length{"50%": 100 * style.Point, "12.5 %": 0, "12.5%": 25 * style.Point, "30pt": 30 * style.Point, "1in": style.Inch, "0%": 0, "150%": 0, "wide": 0, "": 0, "40": 0} {
		n := &document.Image{Attr: document.Attr{Settings: map[string]string{"width": asked}}}
		if got, ok := imageWidth(n, c); ok != (want > 0) || ok && got != want {
			t.Errorf("%q is %v, %v; want %v", asked, got, ok, want)
		}
	}
}
