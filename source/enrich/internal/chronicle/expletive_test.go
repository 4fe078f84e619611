package chronicle

import "testing"

// TestExpletive reads pronouns that stand for nothing named before.
func TestExpletive(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The canal opened in 1839. In 1841 it rained for ten weeks.", "1839: The canal opened. 1841: It rained for ten weeks."},
		{"en", "The canal opened in 1839. In 1841 it closed for ten weeks.", "1839: The canal opened. 1841: The canal closed for ten weeks."},
		{"en", "The canal opened in 1839. In 1852 it became clear that the owners had lost their money.", "1839: The canal opened. 1852: It became clear that the owners had lost their money."},
		{"en", "The canal opened in 1839. In 1852 it became clear that the bank had lost their money.", "1839: The canal opened."},
		{"en", "The canal opened in 1839. In 1852 it became clear that the owners had lost a fortune.", "1839: The canal opened. 1852: It became clear that the owners had lost a fortune."},
		{"en", "The canal opened in 1839. In 1852 it became a park.", "1839: The canal opened. 1852: The canal became a park."},
		{"en", "The canal opened in 1839. In 1874 it was resolved to fill the basin.", "1839: The canal opened. 1874: It was resolved to fill the basin."},
		{"en", "The canal opened in 1839. In 1874 it was extended to Hull.", "1839: The canal opened. 1874: The canal was extended to Hull."},
		{"en", "The canal opened in 1839. In 1874 it became necessary to dredge the basin.", "1839: The canal opened. 1874: It became necessary to dredge the basin."},
		{"en", "The canal opened in 1839. In 1874 it was announced by the board that the basin was closed.", "1839: The canal opened. 1874: It was announced by the board that the basin was closed."},
		{"en", "The canal opened in 1839. It took four weeks to clear the basin in 1840.", "1839: The canal opened."},
		{"en", "The canal opened in 1839. It took two boats in 1840.", "1839: The canal opened. 1840: The canal took two boats."},
		{"en", "The canal opened in 1839. It was in 1843 that Adam Lowe left Hull.", "1839: The canal opened. 1843: Adam Lowe left Hull."},
		{"fr", "Adam Brun vint à Lyon en 1838. En 1841, il neigea pendant un mois.", "1838: Adam Brun vint à Lyon. 1841: Il neigea pendant un mois."},
		{"fr", "Adam Brun vint à Lyon en 1838. En 1841, il fut décidé de fermer la mine.", "1838: Adam Brun vint à Lyon. 1841: Il fut décidé de fermer la mine."},
		{"fr", "Adam Brun vint à Lyon en 1838. En 1841, il ferma la mine.", "1838: Adam Brun vint à Lyon. 1841: Adam Brun ferma la mine."},
		{"de", "Emil Brandt kam 1838 nach Hull. 1841 schneite es einen Monat lang.", "1838: Emil Brandt kam nach Hull."},
		{"de", "Emil Brandt kam 1838 nach Hull. 1841 verließ er die Stadt.", "1838: Emil Brandt kam nach Hull. 1841: Emil Brandt verließ die Stadt."},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
