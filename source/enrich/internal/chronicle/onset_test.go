package chronicle

import "testing"

// TestOnset reads what begins with the date that opens its clause, and what only seems to.
func TestOnset(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"From 1905, Adam Lowe worked for the railway.", "1905: Adam Lowe worked for the railway."},
		{"From 1905 onwards the Danes tolled the bridge in Hull.", "1905: The Danes tolled the bridge in Hull."},
		{"From 1905 Adam Lowe was rich.", ""},
		{"From 1905 they worked for the railway.", ""},
		{"From 1905 until the war Adam Lowe worked for the railway.", ""},
		{"From 1905 Adam Lowe knew that the bridge opened.", ""},
		{"The men from 1905 worked for the railway.", ""},
		{"As early as 1799, Adam Lowe started a choir.", "1799: Adam Lowe started a choir."},
		{"As early as 1799, Adam Lowe was fond of the flute.", ""},
		{"As late as 1799, Adam Lowe started a choir.", ""},
		{"It was not until 1900 that Adam Lowe found the ship.", "1900: Adam Lowe found the ship."},
		{"It was only in May 1900 that Adam Lowe found the ship.", "1900-05: Adam Lowe found the ship."},
		{"It was until 1900 that Adam Lowe hid the ship.", ""},
		{"It was not until 1900 that the first such ship sank.", ""},
		{"It was not until 1900 that Adam Lowe wanted to find the ship.", ""},
		// Two dates of one event.
		{"In 1838 Adam Lowe was elected on 27 March to the council.", "1838-03-27: Adam Lowe was elected to the council."},
		{"In 1838 Adam Lowe was elected and on 27 March sold the mill.", "1838: Adam Lowe was elected."},
		{"In 1838 Adam Lowe bought a mill that burned down on 27 March.", ""},
		// A phrase before the subject without a comma.
		{"After 18 years at sea the Danes burned the fleet in 1914.", "1914: The Danes burned the fleet."},
		{"After the Act of 1901 the Danes burned the fleet.", ""},
		// What has been told already.
		{"After the death of Adam Lowe in 1969, two schools emerged in Hull.", "1969: Adam Lowe died. 1969: After the death of Adam Lowe, two schools emerged in Hull."},
		{"The population of Hull grew fast. The population in 1990 passed that of York.", ""},
		{"The population in 1990 grew to 4,000.", ""},
		{"The rebels in 1990 burned the mill of Hull.", "1990: The rebels in 1990 burned the mill of Hull."},
		// A name with a dash in it.
		{"In 1959 Adam Lowe wrote the play Hull – Cold Water, and slept.", "1959: Adam Lowe wrote the play Hull – Cold Water."},
		{"In 1959 Adam Lowe wrote the play Hull – it failed.", "1959: Adam Lowe wrote the play Hull."},
		// A couple goes on.
		{"Adam Lowe married the painter Ada Reed in 1919. They divorced in 1929. In 1933, they emigrated to Norway.", "1919: Adam Lowe married the painter Ada Reed. 1929: Adam Lowe and Ada Reed divorced. 1933: Adam Lowe and Ada Reed emigrated to Norway."},
		{"Adam Lowe married the painter Ada Reed in 1919. They divorced in 1929. The Danes left. In 1933, they emigrated to Norway.", "1919: Adam Lowe married the painter Ada Reed. 1929: Adam Lowe and Ada Reed divorced. 1933: The Danes emigrated to Norway."},
		// Who did something "this time".
		{"Adam Lowe was a pilot. This time Lowe hid the boat. He reached Hull on 17 April 1911.", "1911-04-17: Lowe reached Hull."},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
