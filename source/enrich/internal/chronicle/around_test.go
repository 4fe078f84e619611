package chronicle

import "testing"

// TestAround reads clauses that others stand around.
func TestAround(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// A subordinate clause between the date and the subject.
		{"en", "In 1992, before it had sold a single car, the firm changed its name.", "1992: The firm changed its name."},
		{"en", "In 1992, if it had sold a single car, the firm changed its name.", ""},
		// An apposition with a relative clause behind the subject.
		{"en", "In 1886, Paul Berg, a Danish sailor who had settled on the east side, brought bulbs from Norway.", "1886: Paul Berg, a Danish sailor who had settled on the east side, brought bulbs from Norway."},
		{"en", "In 1886, Paul Berg, a Danish sailor who had settled on the east side, is said to have come.", ""},
		// Who was the first to do something.
		{"en", "The first town to join was Hull on 16 December 1877.", "1877-12-16: The first town to join was Hull."},
		{"en", "The first town was a village in 1877.", ""},
		{"en", "The first mayor was Adam Lowe in 1877.", ""},
		// Adjectives that a comma parts.
		{"en", "A copy of this second, larger chart appeared in Hull in 1878.", ""},
		{"en", "A copy of the second, larger chart appeared in Hull in 1878.", "1878: A copy of the second, larger chart appeared in Hull."},
		// Brackets behind the date, days without a preposition, and of two of one surname the elder.
		{"en", "The old tax was formally abolished in 1897 (although it was raised in secret).", "1897: The old tax was formally abolished."},
		{"en", "The old tax was formally abolished in 1897 (although smugglers went on in secret).", "1897: The old tax was formally abolished (although smugglers went on in secret)."},
		{"en", "The observatory began the new scale 14 September 1898.", "1898-09-14: The observatory began the new scale."},
		{"en", "Adam Lowe read the letter of 14 September 1898 and wept.", ""},
		{"en", "Paul Hill was tried. The senior Hill resigned his commission in 1888.", "1888: Hill resigned his commission."},
		// A date that is the time of two clauses.
		{"en", "The old bell was lost when the pier was bombed in April 1941.", "1941-04: The old bell was lost when the pier was bombed."},
		{"en", "The old bell was heavy when the pier was bombed in April 1941.", ""},
		{"en", "The old bell was lost when he died in April 1941.", ""},
		// What a preposition and "which" tie to a name.
		{"en", "Ada Reed entered Hull University, from which she received a degree in 1915.", "1915: Ada Reed received a degree from Hull University."},
		{"en", "Ada Reed entered a school, from which she received a degree in 1915.", "1915: Ada Reed entered a school, from which she received a degree in 1915."},
		// A subject that goes on behind "where", and one behind a semicolon.
		{"en", "Adam Lowe was tried. He fled to Hull, where he built two dams and died in 1940.", "1940: Adam Lowe died."},
		{"en", "Ada Reed met Tom Lowe in Hull; he left in 1931 and died in 1934.", "1931: Tom Lowe left. 1934: Tom Lowe died."},
		// A phrase before the subject that no comma closes.
		{"en", "Under Adam Lowe the team won the cup in 1977.", "1977: The team won the cup."},
		{"en", "Under Adam Lowe of Hull teams won the cup in 1977.", ""},
		{"en", "In the 1990s the group bought a maker of pins, a chain of mills and, in 1997, a club.", ""},
		{"en", "A few years later, in 1919, Ada Reed opened a shop.", "1919: Ada Reed opened a shop."},
		{"en", "A few friends of Hull, in 1919, Ada Reed opened a shop.", "1919: A few friends of Hull, in 1919, Ada Reed opened a shop."},
		// Rows of verbs, of things and of years.
		{"en", "Ada Reed enlisted in 1862, was wounded at Hull in 1863 and came home.", "1862: Ada Reed enlisted. 1863: Ada Reed was wounded at Hull and came home."},
		{"en", "Ada Reed, who enlisted in 1862, was at Hull and came home.", "1862: Ada Reed enlisted."},
		{"en", "Ada Reed bought a bell in 1961, two wheels in 1962 and a large cross in 1965.", "1961: Ada Reed bought a bell. 1962: Ada Reed bought two wheels. 1965: Ada Reed bought a large cross."},
		{"en", "The team won the cup in 1977 and 1981.", "1977: The team won the cup. 1981: The team won the cup."},
		{"en", "The mill was rebuilt between 1977 and 1981, and the wheel was mended in 1990.", "1977/1981: The mill was rebuilt. 1990: The wheel was mended."},
		{"en", "The team won the cup in 1977, 1978 and 1981.", "1977: The team won the cup. 1978: The team won the cup. 1981: The team won the cup."},
		{"en", "The team won the cup in 1977, and 1978 men cheered.", "1977: The team won the cup."},
		{"en", "Ada Reed introduced science in 1899, hockey in 1901 and a roof garden in 1904.", "1899: Ada Reed introduced science. 1901: Ada Reed introduced hockey. 1904: Ada Reed introduced a roof garden."},
		{"en", "Ada Reed wept in 1899 and hockey in 1901 began.", "1899: Ada Reed wept."},
		// Verbs of saying that tell what was done.
		{"en", "Denmark recalled its ambassador in 1911.", "1911: Denmark recalled its ambassador."},
		{"en", "Denmark recalled in 1911 that the ambassador had left.", ""},
		{"en", "The commission was appointed in 1908 and reported in 1911.", "1908: The commission was appointed. 1911: The commission reported."},
		{"en", "The commission reported in 1911 that the pier was old.", ""},
		{"en", "The beacon warned off a ship in 1911.", "1911: The beacon warned off a ship."},
		{"en", "The beacon warned a ship in 1911.", ""},
		// Initials, and those before whom one stands.
		{"en", "Ada Reed sold the mill to A. Lowe, who came in 1857.", "1857: A. Lowe came."},
		{"en", "Ada Reed sold the mill to a man, who came in 1857.", "1857: Ada Reed sold the mill to a man, who came in 1857."},
		{"en", "A trial before the Admiralty failed in 1873. Ada Reed was tried before a judge in 1874.", "1873: A trial before the Admiralty failed. 1874: Ada Reed was tried before a judge."},
		{"en", "Ada Reed was tried before the election in 1874.", "1874: Ada Reed was tried before the election in 1874."},
		// A particle before the date.
		{"en", "Ada Reed was tried in 1874. Ada Reed sold the mill up five years later.", "1874: Ada Reed was tried."},
		{"en", "Ada Reed filed a claim in 1873 and proved it up five years later.", "1873: Ada Reed filed a claim. 1878: Ada Reed proved the claim up."},
		// German and French.
		{"fr", "La vieille cloche fut vendue lorsque le quai fut détruit en avril 1941.", "1941-04: La vieille cloche fut vendue lorsque le quai fut détruit."},
		{"fr", "La vieille cloche était lourde lorsque le quai fut détruit en avril 1941.", ""},
		{"fr", "La crue de juin 1856 emporta deux ponts.", "1856-06: La crue emporta deux ponts."},
		{"fr", "La grève du printemps 1906 ruina la ville.", "1906-21: La grève ruina la ville."},
		{"fr", "La maison de juin 1856 emporta deux ponts.", ""},
		{"fr", "L'équipe gagna la coupe en 1977, 1978 et 1981.", "1977: L'équipe gagna la coupe. 1978: L'équipe gagna la coupe. 1981: L'équipe gagna la coupe."},
		{"fr", "Adam Brun vint. Augustin partit pour Lyon en 1869. Il acheta une ferme en 1873.", "1869: Augustin partit pour Lyon. 1873: Augustin acheta une ferme."},
		{"fr", "Adam Brun vint. Lyon gagna la coupe en 1869. Elle acheta une ferme en 1873.", "1869: Lyon gagna la coupe."},
		{"de", "Die Mannschaft gewann 1977, 1978 und 1981 den Pokal.", "1977: Die Mannschaft gewann den Pokal. 1978: Die Mannschaft gewann den Pokal. 1981: Die Mannschaft gewann den Pokal."},
		{"fr", "L'équipe gagna la coupe en 1977, et 1978 hommes vinrent.", "1977: L'équipe gagna la coupe."},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
