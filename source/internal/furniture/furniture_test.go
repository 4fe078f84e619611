package furniture

import "testing"

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"41 views":                            "view counter",
		"3,533 Views":                         "view counter",
		"Iklan Headers":                       "advertisement",
		"Share this article":                  "share button",
		"Comments (12)":                       "comments",
		"Home > Sports > Chess":               "navigation",
		"Home | News | About us":              "navigation",
		"© 2024 The Lighthouse Society":       "copyright",
		"office@example.org":                  "contact",
		"Lesen Sie auch: Der lange Winter":    "related articles",
		"7 min read":                          "reading time",
		"Subscribe to our weekly newsletter":  "newsletter",
		"Photo: A. Keeper":                    "photo credit",
		"AboutNews from the seaOffersCareers": "navigation",
		"+1 (555) 010-9999":                   "contact",
		// Sentences and headings of articles.
		"The lighthouse had 41 views painted on its walls.": "",
		"Share prices fell in spring":                       "",
		"History":                                           "",
		"Comments on the treaty were mixed":                 "",
		"Years | 1850 | 1900":                               "",
		"Keeper | The light that never failed | Museum":     "",
		"If x > y then y > z":                               "",
		"1851 - 1922":                                       "",
		"2021-05-03 08:00":                                  "",
		"JavaScript and TypeScript":                         "",
		"A photograph of the harbour":                       "",
		"":                                                  "",
	} {
		if got, ok := Line(s); got != want || ok != (want != "") {
			t.Errorf("Line(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
}

func TestHeading(t *testing.T) {
	for s, want := range map[string]string{
		"Related articles":                  "related articles",
		"Leave a Reply":                     "comments",
		"About the Author":                  "author",
		"You may also like…":                "related articles",
		"Das könnte Sie auch interessieren": "related articles",
		"The Treaty":                        "",
		"Related work in biology":           "",
	} {
		if got, ok := Heading(s); got != want || ok != (want != "") {
			t.Errorf("Heading(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add("by A 12 views")
	f.Add("Home > a > b")
	f.Add("> > >")
	f.Fuzz(func(t *testing.T, s string) {
		Line(s)
		Heading(s)
	})
}
