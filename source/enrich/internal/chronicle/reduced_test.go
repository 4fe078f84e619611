package chronicle

import "testing"

func TestReducedRelatives(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A bell found in the river in 1846, now in Hull, has no clapper.", "1846: A bell was found in the river."},
		{"Bells found in the river in 1846 have no clapper.", "1846: Bells were found in the river."},
		{"Paul Reed found the bell in the river in 1846.", "1846: Paul Reed found the bell in the river."},
		{"The court found for the owner in 1846.", "1846: The court found for the owner."},
		// Part of another noun phrase.
		{"The bell is one of the largest found in the river in 1846.", ""},
		{"The law was passed in the second session of the assembly held in May 1912.", "1912-05: The law was passed in the second session of the assembly held in May 1912."},
		{"The bell was called Tom, a name introduced in the 1860s by Paul Reed.", "186X: Tom was introduced by Paul Reed."},
		{"Reed Line, a shipping company founded in 1825", ""},
		{"The Hull Party, a smaller party formed in early 2008, won many seats.", "2008: The Hull Party was formed."},
		{"A smaller party formed in early 2008.", "2008: A smaller party formed."},
		{"In 1866, a council of 24 men elected by suffrage limited to heads of family, replaced the old rule.", ""},
		{"In 1866, a council of 24 men limited the franchise to heads of family.", "1866: A council of 24 men limited the franchise to heads of family."},
		// The auxiliary of the clause before.
		{"The guild was weakened in 1911 by the mayor and ultimately abolished in 1920.", "1911: The guild was weakened by the mayor. 1920: The guild was abolished."},
		// A participle behind a comma has the subject before it only in a row.
		{"Rust and soot were the first to be seen with the lens, invented in 1859 by Paul Lowe.", ""},
		{"The pier was opened in 1859, painted in 1861 and sold.", "1859: The pier was opened. 1861: The pier was painted and sold."},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
