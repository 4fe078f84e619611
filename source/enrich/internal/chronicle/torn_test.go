package chronicle

import "testing"

func TestTornLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Rows that belong together.
		{"In 1946 Paul Reed published a short and famous essay entitled “Salt”, which sold well.", "1946: Paul Reed published a short and famous essay entitled “Salt”."},
		{"In 1865 Paul Reed wrote papers on weight and chemical properties that recurred in order.", "1865: Paul Reed wrote papers on weight and chemical properties that recurred in order."},
		{"In 1946 Paul Reed published an essay and critics praised it.", "1946: Paul Reed published an essay."},
		{"In 2013 Hull exceeded Leeds, York, or Derby, and was proud.", "2013: Hull exceeded Leeds, York, or Derby."},
		// A verb without its object, a clause without its verb.
		{"In 2003 Paul Reed led a raid that arrested and deported three men between 2003 and 2006.", ""},
		{"In 1926 Paul Reed invented (and in 1930, patented) the pump.", ""},
		{"In 1911 Paul Reed gave a talk on a charge which, in units of his own, was too small.", "1911: Paul Reed gave a talk on a charge which, in units of his own, was too small."},
		{"In 1911 Paul Reed gave a talk on a charge which was too small.", "1911: Paul Reed gave a talk on a charge which was too small."},
		{"Ten deaths were known. Between 1999 and 2013 the town recorded 31 such deaths.", ""},
		// What the date belongs to, and what belongs to the date.
		{"Translation of Greek books flourished in 12th-century Toledo.", "11XX: Translation of Greek books flourished in 12th-century Toledo."},
		{"The play was set in 18th-century Hull.", ""},
		{"Hull came second in 2011 Nations Cup.", "2011: Hull came second in 2011 Nations Cup."},
		{"In 2011 Paul Reed came second.", "2011: Paul Reed came second."},
		{"Paul Reed began his journey on December 25, 1911, Christmas Day.", "1911-12-25: Paul Reed began his journey."},
		{"Paul Reed came home at the end of 1968, a year that was wet.", "1968: Paul Reed came home."},
		{"The craft advanced quickly beginning in 1650.", "1650: The craft advanced quickly."},
		{"Lenses grew in power and around 1839, Paul Reed and Adam Lowe saw cells.", "1839~: Paul Reed and Adam Lowe saw cells."},
		{"The generals lost their nerve and on February 16, 1862, Brig. Gen. Paul Reed surrendered the fort.", "1862-02-16: Brig. Gen. Paul Reed surrendered the fort."},
		{"The generals lost their nerve and, on February 16, 1862, Paul Reed surrendered the fort.", "1862-02-16: Paul Reed surrendered the fort."},
		{"Paul Reed was paid by Hull, York, Leeds in 1993, Derby in 1997.", ""},
		{"Paul Reed was paid by Hull, York and Leeds in 1993.", "1993: Paul Reed was paid by Hull, York and Leeds."},
		// What things do not do.
		{"Rust and soot were seen with a lens made in Hull. They discovered tar in 1860.", ""},
		{"The brothers were seen in Hull. They discovered tar in 1860.", "1860: The brothers discovered tar."},
		// Who is not named.
		{"Treaties with Kongo were signed in 1649; others with Ndongo followed in 1656.", "1649: Treaties with Kongo were signed."},
		{"Tanks were ordered from Spain. 364 were ordered in 1985.", ""},
		{"Hull had a pier. Another pier was built in 1880.", ""},
		{"In the 1970s, 70% of the exports of Hull went to Spain.", ""},
		{"Hull grew. Its arts developed from here in 1880.", ""},
		// Whom a given name means.
		{"In 1919 Aldo Reed married Maria Ness, a dancer. In 1955, Maria died of cancer.", "1919: Aldo Reed married Maria Ness, a dancer. 1955: Maria Ness died of cancer."},
		{"Aldo Reed married Maria Ness. Maria Lowe drew. In 1955, Maria died of cancer.", "1955: Maria died of cancer."},
		{"One song sold well. A second, by Paul Reed, sold 300 copies in 1980.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
