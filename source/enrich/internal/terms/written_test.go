package terms

import "testing"

// What an entry says besides its short form, and how it is written.
func TestGlossaryEntries(t *testing.T) {
	for _, test := range []struct {
		text  string
		eager Eagerness
		want  string // "term: definition" of the first entry; empty for none
	}{
		{"The ship burns heavy fuel oil (HFO). HFO means heavy fuel oil.", Careful, "HFO: "},
		{"The ship burns heavy fuel oil (HFO). HFO is a fuel that is left when oil is distilled.", Careful, "HFO: A fuel that is left when oil is distilled."},
		{"Berta is a baker who lives in the village. Berta sings.", Eager, "Berta: A baker who lives in the village."},
		{"Lutefish is a dish that is made from cod. Lutefish smells.", Eager, "lutefish: A dish that is made from cod."},
	} {
		got := ""
		for _, e := range Glossary([]Block{{Text: test.text}}, "en", GlossaryOptions{Eagerness: test.eager}) {
			got = e.Term + ": " + e.Definition
			break
		}
		if got != test.want {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
	// An emphasised word of matter.
	blocks := []Block{{Text: "Driftage is timber that was carried off by the sea.", Emphasis: []Span{{0, 8}}}}
	if got := Glossary(blocks, "en", GlossaryOptions{}); len(got) != 1 || got[0].Term != "driftage" {
		t.Errorf("emphasised: got %+v", got)
	}
}
