package terms

import "testing"

// A list of abbreviations is a table or a definition list as often as not: its short forms and its long forms are blocks
// of their own. A heading is no item.
func TestCells(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The KTG was read.\n\nKTG\n\nKing's tide gauge\n\nSLR\n\nsea level rise\n\nMSL\n\nmean sea level, by the KTG", "KTG = King's tide gauge; SLR = sea level rise; MSL = mean sea level; "},
		{"Short\n\nLong\n\nSince\n\nTGO\n\nTide Gauge Office\n\n1901\n\nSLR\n\nsea level rise\n\n1950", "TGO = Tide Gauge Office; SLR = sea level rise; "},
		{"# TGO\n\nTide Gauge Office\n\nTGO\n\n# Tide Gauge Office", ""},
		{"UK\n\nUkraine\n\nTGO\n\nThe Hague", ""},
	}
	for _, tt := range tests {
		got := ""
		for _, e := range Glossary(blocksOf(tt.text), "en", GlossaryOptions{}) {
			got += e.Term + " = " + e.Expansion + "; "
		}
		if got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
