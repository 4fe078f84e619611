package font

import (
	"fmt"
	"strings"
	"testing"
)

func TestItemise(t *testing.T) {
	set := Setting{Face: Serif.Face(), Features: OldStyle, Language: "en"}
	chain := FallbackChain(set.Face)
	for text, want := range map[string]string{
		"":               "",
		"plain, 12":      "0 Latn SourceSerif4-Regular plain, 12",
		"a ἀ б":          "0 Latn SourceSerif4-Regular a |0 Grek NotoSerif-Regular ἀ|0 Grek SourceSerif4-Regular  |0 Cyrl SourceSerif4-Regular б",
		"x אב 12 y":      "0 Latn SourceSerif4-Regular x |1 Hebr ? א|1 Hebr ? ב|1 Hebr SourceSerif4-Regular  |2 Hebr SourceSerif4-Regular 12|0 Hebr SourceSerif4-Regular  |0 Latn SourceSerif4-Regular y",
		"smile 🙂\ufe0f!": "0 Latn SourceSerif4-Regular smile |0 Latn NotoEmoji-Regular 🙂\ufe0f|0 Latn SourceSerif4-Regular !",
	} {
		var parts []string
		for _, it := range Itemise(text, set, DirectionAuto, chain...) {
			face := it.Face.Name()
			if it.Missing {
				face = "?"
			}
			if it.Features != set.Features || it.Language != "en" || it.RightToLeft != (it.Level%2 == 1) {
				t.Errorf("%q: the setting is lost: %+v", text, it)
			}
			parts = append(parts, fmt.Sprintf("%d %v %s %s", it.Level, it.Script, face, text[it.Start:it.End]))
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	var s Shaper
	set := Setting{Face: Serif.Face()}
	var parts []string
	for it, run := range s.Line("a אב ж", set, LeftToRight, NotoSans) {
		parts = append(parts, fmt.Sprintf("%d%s", len(run.Glyphs), "a אב ж"[it.Start:it.End]))
	}
	if got := strings.Join(parts, "|"); got != "2a |1ב|1א|1 |1ж" {
		t.Errorf("got %s", got)
	}
}
