package chronicle

import "testing"

// TestModifies reads dates that belong to the noun behind them.
func TestModifies(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Tom Reed spoke at the 1987 conference in Bonn.", "1987: Tom Reed spoke at the 1987 conference in Bonn."},
		{"en", "Tom Reed spoke in 1987 in Bonn.", "1987: Tom Reed spoke in Bonn."},
		{"en", "Adam Lowe was killed in the 1978 riots.", "1978: Adam Lowe was killed in the 1978 riots."},
		{"en", "Adam Lowe was killed during the 1978 riots in Hull and buried there.", "1978: Adam Lowe was killed during the 1978 riots in Hull and buried."},
		{"en", "Ada Reed competed at the 1997 Norwegian Open.", "1997: Ada Reed competed at the 1997 Norwegian Open."},
		{"en", "Ada Reed introduced the term in a 1921 report of ten deaths.", "1921: Ada Reed introduced the term in a 1921 report of ten deaths."},
		{"en", "Ada Reed introduced the 1921 report.", ""},
		{"en", "Ada Reed was captured in the 1881–82 war.", "1881/1882: Ada Reed was captured in the 1881–82 war."},
		{"en", "Ada Reed taught in Hull between 1881 and 1882.", "1881/1882: Ada Reed taught in Hull."},
		{"en", "Adam Lowe kept a letter dated 5 May 1884.", ""},
		{"en", "Adam Lowe wrote to the king 5 May 1884.", "1884-05-05: Adam Lowe wrote to the king."},
		{"en", "The streak ended during the summer 1995 hard-court tour.", "1995-22: The streak ended during the summer 1995 hard-court tour."},
		{"en", "At the 1987 conference Tom Reed spoke.", ""},
		{"en", "In the 1990s farmers left the valley.", "199X: Farmers left the valley."},
		{"en", "In the summer of 1864 farmers left the valley.", "1864-22: Farmers left the valley."},
		{"en", "Farmers left the valley in the summer of 1864 after a fire.", "1864-22: Farmers left the valley after a fire."},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
