package html

import (
	"strings"
	"testing"
)

// What pages set around a name does not belong to it.
func TestAuthorNames(t *testing.T) {
	for head, want := range map[string]string{
		`<meta name="author" content="Ann Keeper">`:                                                                "Ann Keeper",
		`<meta name="author" content="Ann Keeper, The Strait"><meta property="og:site_name" content="The Strait">`: "Ann Keeper",
		`<meta name="author" content="Ann Keeper, MBA">`:                                                           "Ann Keeper, MBA",
		`<meta name="author" content="Ann Keeper, DVM.">`:                                                          "Ann Keeper, DVM",
		`<meta name="author" content="Ann Keeper Jr.">`:                                                            "Ann Keeper Jr.",
		`<meta name="author" content="Light Admin">`:                                                               "",
		`<meta name="author" content="Light ListsJust LampsNew Lenses">`:                                           "",
		`<meta name="author" content="Jean MacDonald">`:                                                            "Jean MacDonald",
		`<meta name="author" content="Ann Keeper"><meta name="author" content="Ann Keeper Learn More">`:            "Ann Keeper",
		`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Keeper">`:        "Ann Keeper",
		`<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="3 minutes">`:  "",
	} {
		doc, _ := read(t, "<html><head><title>The light</title>"+head+"</head><body><article><h1>The light</h1>"+filler+"</article></body></html>")
		if got := strings.Join(doc.Metadata.Authors(), "; "); got != want {
			t.Errorf("%s\n got %q\nwant %q", head, got, want)
		}
	}
}
