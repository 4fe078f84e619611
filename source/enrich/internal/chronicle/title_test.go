package chronicle

import (
	"testing"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// A French or German life may never say its subject's name again.
func TestTitledBy(t *testing.T) {
	for _, c := range []struct{ lang, title, text, want string }{
		{"fr", "Marie Aubry", "Elle est née à Lyon. Elle rentre en France en 1877.", "Marie Aubry rentre en France."},
		{"fr", "Marie Aubry", "Il est né à Lyon. Il rentre en France en 1877.", ""},
		{"fr", "Marie Aubry", "Elle vit à Lyon. Elle rencontre Maria Brun et Clara Roche. En 1877 elle crée une loge.", "Marie Aubry crée une loge."},
		{"fr", "Marie Aubry", "Elle vit à Lyon. À la mort de Maria Brun elle quitte la ville. En 1877 elle crée une loge.", "Marie Aubry crée une loge."},
		{"fr", "Marie Aubry", "Elle vit à Lyon. Sa sœur vit à Dole. En 1877 elle crée une loge.", ""},
		{"fr", "La loge", "Elle est vaste. Elle ferme en 1877.", ""},
		{"de", "Maria Brandt", "Sie wuchs in Ulm auf. 1877 gründete sie eine Schule.", "Maria Brandt gründete eine Schule."},
		{"de", "Die Mühle", "Sie lag am Bach. 1877 brannte sie ab.", ""},
	} {
		got := ""
		for _, e := range Entries(c.text, c.lang, []Block{{End: len(c.text)}}, temporal.Find(c.text, c.lang, temporal.Options{}), Options{Title: c.title}) {
			got += e.Summary
		}
		if got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.title, c.text, got, c.want)
		}
	}
}
