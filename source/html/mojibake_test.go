package html

import "testing"

func TestMojibake(t *testing.T) {
	for in, want := range map[string]string{
		"the keeperâ\u0080\u0099s lamp": "the keeper’s lamp",
		"the keeperâ€™s lamp":           "the keeper’s lamp",
		"from 1871 â€“ 1903":            "from 1871 – 1903",
		"â€œThe Lampâ€\u009d":           "“The Lamp”",
		"a cafÃ© â€“ closed":            "a café – closed",
		"pâté, naïve, Ãs":               "pâté, naïve, Ãs",
		"château fort":                  "château fort",
	} {
		got := in
		if twice(in) {
			got, _ = once(in)
		}
		if got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	// Two letters alone could be meant.
	if twice("a cafÃ© closed") {
		t.Error("letters that could be meant are taken for damage")
	}
	doc, found := read(t, "<title>The keeperâ\u0080\u0099s lamp</title><article><h1>The keeperâ\u0080\u0099s lamp</h1>"+filler+"<p>The lampâ€™s glass broke in the spring of that year, and nobody had another.</p></article>")
	if doc.Metadata.Title != "The keeper’s lamp" {
		t.Errorf("title %q", doc.Metadata.Title)
	}
	told := false
	for _, d := range found {
		told = told || d.Code == "html-mojibake"
	}
	if !told {
		t.Error("the mending is not reported")
	}
}
