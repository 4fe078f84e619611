package chronicle

import (
	"strings"
	"testing"
)

// toldOf returns the entries of a text in English, parted by " / ".
func toldOf(text string) string {
	return strings.ReplaceAll(strings.TrimSpace(chronicleOf(text, "en")), "\n", " / ")
}

// TestNominal: a noun of what happens tells it with its verb, if somebody is named whom it happened to, and it did happen.
func TestNominal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"After Lowe's death in 1930, Mary Reed keeps the archive.", "1930 | 1930 | Lowe died."},
		{"The annexation of Norland by Sudland in 1941 is still disputed.", "1941 | 1941 | Norland was annexed by Sudland."},
		{"Nobody is alive who saw Sudland's invasion of Norland in April 1941.", "1941-04 | April 1941 | Sudland invaded Norland."},
		{"Nothing has changed since the independence of Norland from Sudland in 1912.", "1912 | 1912 | Norland became independent from Sudland."},
		{"Before the founding of Hull College in 1859, boys are taught at home.", "1859 | 1859 | Hull College was founded."},
		{"The planned annexation of Norland in 1941 is still disputed.", ""},
		{"The board has plans for the closure of Hull College in 1990.", ""},
		{"Without the invasion of Norland in 1941 nothing has changed.", ""},
		{"The death of the teacher in 1930 is forgotten.", ""},
		{"After the arrival of Lowe in 1930 all is quiet.", ""},
		{"The annexation of Norland is described in a book of 1941.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestGerund: a clause with -ing has the subject of the main clause.
func TestGerund(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"After graduating in 1900, Adam Lowe spent much time at home.", "1900 | 1900 | Adam Lowe graduated."},
		{"Adam Lowe left the family, subsequently volunteering for the army in 1941.", "1941 | 1941 | Adam Lowe volunteered for the army."},
		{"Adam Lowe stayed at home before moving to Hull in 1950.", "1950 | 1950 | Adam Lowe moved to Hull."},
		{"Hull College is the oldest in Norland, having been founded in 1857.", "1857 | 1857 | Hull College was founded."},
		{"The mill employed many people, producing 4,000 tons in 1967.", ""},
		{"Adam Lowe worked on several books, beginning in 1930.", ""},
		{"The river fell, which Adam Lowe had predicted, leading a party in 1931.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestApposedParticiple: a participle behind a comma tells of the name before it, or of the subject that is described.
func TestApposedParticiple(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Ferryman is a novel by Ada Reed, first published in Hull in 1931.", "1931 | 1931 | The Ferryman was first published in Hull."},
		{"The oldest houses are Hull Priory, founded by Anselm in 1139, and York Priory, founded by Benet in 1155.", "1139 | 1139 | Hull Priory was founded by Anselm. / 1155 | 1155 | York Priory was founded by Benet."},
		{"Hull Museum, located in the old town and opened in 1908, is the largest museum of Norland.", "1908 | 1908 | Hull Museum was opened."},
		{"Hull Mill is a ward of Leeds Hospital, built in 1931.", ""},
		{"She lives in Leeds, Yorkshire, founded in 1207.", ""},
		{"Adam Lowe, shared the prize in 1995 with a friend.", ""},
		{"She was a pupil of Ada Reed, known in 1931 as a singer.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestWhoDid: a relative clause tells of the name before it, also past a description.
func TestWhoDid(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The papers are about Adam Lowe, a young chemist at Hull, who published a theory in 1957.", "1957 | 1957 | Adam Lowe published a theory."},
		{"The papers are about Adam Lowe, the first man from Norland who flew over the Alps in 1928.", "1928 | 1928 | Adam Lowe flew over the Alps."},
		{"The papers are about Adam Lowe who, in 1921, sold the idea to Sudland.", "1921 | 1921 | Adam Lowe sold the idea to Sudland."},
		{"The mill is owned by the Hull Company, which entered into liquidation in 1915.", "1915 | 1915 | The Hull Company entered into liquidation."},
		{"Adam Lowe (born 1866) was an English clockmaker and inventor who patented a clock in 1894.", "1866 | 1866 | Adam Lowe was born. / 1894 | 1894 | Adam Lowe patented a clock."},
		{"Adam Lowe is one of the men who patented a clock in 1894.", ""},
		{"The papers are about Adam Lowe, one of the chemists who fled in 1957.", ""},
		{"The papers are about Reed and Lowe, who fled in 1957.", ""},
		{"The Reform Act is the work of Hull Council, which led to riots in 1915.", ""},
		{"The song is by Mary Lowe, which sold well in 1957.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestLifespan: brackets behind the name that opens an article tell its birth and death, those of others do not.
func TestLifespan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ada Reed (2 February 1803 – 6 April 1862) was an English botanist.", "1803-02-02 | 2 February 1803 | Ada Reed was born. / 1862-04-06 | 6 April 1862 | Ada Reed died."},
		{"Ada Reed (born 3 May 1950) is an English botanist.", "1950-05-03 | 3 May 1950 | Ada Reed was born."},
		{"Ada Reed (1803–1862) was an English botanist.", "1803 | 1803 | Ada Reed was born. / 1862 | 1862 | Ada Reed died."},
		{"The Northern War (2 February 1803 – 6 April 1862) was a war.", ""},
		{"Ada Reed (1950–1952, 1960) is a film.", ""},
		{"The garden is the work of a botanist. It is large. It is old. It is full.\nAda Reed (1803–1862) is the botanist.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
	if got := strings.TrimSpace(chronicleOf("Ada Brandt (* 3. Mai 1850 in Hull; † 4. Juni 1901 in Bremen) war eine Botanikerin.", "de")); got != "1850-05-03 | 3. Mai 1850 | Ada Brandt wurde in Hull geboren.\n1901-06-04 | 4. Juni 1901 | Ada Brandt starb in Bremen." {
		t.Error(got)
	}
}

// TestWhatItIs: a participle behind the noun that says what a named thing is tells of the thing.
func TestWhatItIs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hull Line, a shipping company founded by Adam Lowe in 1825, is no more.", "1825 | 1825 | Hull Line was founded by Adam Lowe."},
		{"The Ferryman is a novel written by Ada Reed in 1931.", "1931 | 1931 | The Ferryman was written by Ada Reed."},
		{"Hull Mill is a mill in the town founded in 1931.", ""},
		{"Hull is a town under a charter renewed in 1931.", ""},
		{"In Hull, a school opened in 1942 and is full.", "1942 | 1942 | A school opened."},
		{"Adam Lowe is a member of a society founded in 1931.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestElsewhere: dates of the occasion, of the end, of a title, and between subject and verb.
func TestElsewhere(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hull Tower fell in the earthquake of 1703 and is lower now.", "1703 | 1703 | Hull Tower fell in the earthquake of 1703."},
		{"Adam Lowe won a medal at the Paris Exposition of 1900.", "1900 | 1900 | Adam Lowe won a medal at the Paris Exposition of 1900."},
		{"After the war, Adam Lowe taught at Hull College until 1931.", "1931 | 1931 | Adam Lowe taught at Hull College until 1931."},
		{"Hull Tower is older than the earthquake of 1703.", ""},
		{"Adam Lowe wrote about the earthquake of 1703.", ""},
		{"Adam Lowe kept the lock until 2009.", "2009 | 2009 | Adam Lowe kept the lock until 2009."},
		{"The house of Mary Reed, who stayed until 1995, is empty.", "1995 | 1995 | Mary Reed stayed until 1995."},
		{"Adam Lowe did not stay until 1995.", ""},
		{"Adam Lowe kept that rank until 2009.", ""},
		{"Ada Reed wrote The Ferryman (1931) and The Lock of Hull (1934).", "1931 | 1931 | Ada Reed wrote The Ferryman. / 1934 | 1934 | Ada Reed wrote The Lock of Hull."},
		{"Ada Reed read The Ferryman (1931).", ""},
		{"Ada Reed wrote of Adam Lowe (1931) that he is old.", ""},
		{"The government of Norland in 2007 closed the border.", "2007 | 2007 | The government of Norland closed the border."},
		{"The census of Norland in 2011 counted 40,000 people.", ""},
		{"Exports of Norland in 2011 reached a peak.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestOccasion: a phrase with an occasion dates the clause it opens; a law or a flood acts by itself.
func TestOccasion(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"At its May 1963 meeting the board of Hull College voted to admit women.", "1963-05 | May 1963 | The board of Hull College voted to admit women."},
		{"During the strike of 1970, Hull College closed for two weeks.", "1970 | 1970 | Hull College closed for two weeks."},
		{"In a referendum held in 1992, the people of Norland rejected the treaty.", "1992 | 1992 | The people of Norland rejected the treaty."},
		{"The earthquake of 1976 destroyed the old town of Hull.", "1976 | 1976 | The earthquake of 1976 destroyed the old town of Hull."},
		{"A 1998 law abolished the tax.", "1998 | 1998 | A 1998 law abolished the tax."},
		{"In the 2006 census, Hull had 400 people.", ""},
		{"During the strike of 1970, Hull College was poor.", ""},
		{"A 1998 law is the reason.", ""},
		{"The novel of 1976 made Ada Reed known.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMember: of participles that "and" joins each has its own date, and a description may stand before "who".
func TestMember(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Founded in 1859 as a seminary and reorganised as a college in 1882, Hull College is well known.", "1859 | 1859 | Hull College was founded as a seminary. / 1882 | 1882 | Hull College was reorganised as a college."},
		{"The Grand Hotel, built in 1884 and destroyed by fire in 1929, is a ruin.", "1884 | 1884 | The Grand Hotel was built. / 1929 | 1929 | The Grand Hotel was destroyed by fire."},
		{"Hull College is a college in Hull, Yorkshire, founded in 1859 by Adam Lowe.", "1859 | 1859 | Hull College was founded by Adam Lowe."},
		{"Hull Tramway was a tramway in Hull, Yorkshire, opened in 1899 and closed in 1928.", "1899 | 1899 | Hull Tramway was opened. / 1928 | 1928 | Hull Tramway was closed."},
		{"His successor, Ada Reed, appointed in 1992, introduced the prize.", "1992 | 1992 | Ada Reed was appointed."},
		{"Born in Hull in 1866, the third of seven children, Adam Lowe was often ill.", "1866 | 1866 | Adam Lowe was born in Hull, the third of seven children."},
		{"Notable alumni include the novelist Ruth Alden, who graduated in 1922.", "1922 | 1922 | Ruth Alden graduated."},
		{"After attending school and graduating from Hull College in 1922, Ada Reed was idle.", "1922 | 1922 | Ada Reed graduated from Hull College."},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestAnnal: a line of a chronology is an event by its form, if it has a verb.
func TestAnnal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1912 – Fire destroys the upper floors.", "1912 | 1912 | Fire destroys the upper floors."},
		{"3 May 1923: The mill is sold to Hull Council.", "1923-05-03 | 3 May 1923 | The mill is sold to Hull Council."},
		{"1844: The wheel was replaced.", "1844 | 1844 | The wheel was replaced."},
		{"1844: The Wheels of the Mill.", ""},
		{"1844: Closure of the mill.", ""},
		{"1844: He sells the mill.", ""},
		{"1912 – The mill is old.", ""},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestGappedKinds: what stands without a verb takes the place of its like in the clause before.
func TestGappedKinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mill passed to the Bell family in 1834 and to the town in 1951.", "1834 | 1834 | The mill passed to the Bell family. / 1951 | 1951 | The mill passed to the town."},
		{"The mill changed its name to Orr Mill in 1820, Marn Mill in 1850 and Old Mill in 1923.", "1820 | 1820 | The mill changed its name to Orr Mill. / 1850 | 1850 | The mill changed its name to Marn Mill. / 1923 | 1923 | The mill changed its name to Old Mill."},
		{"Production rose to 400 tons in 1850 and 600 tons in 1870.", "1850 | 1850 | Production rose to 400 tons. / 1870 | 1870 | Production rose to 600 tons."},
		{"The roof was repaired in 1960, the wheel in 1965.", "1960 | 1960 | The roof was repaired. / 1965 | 1965 | The wheel was repaired."},
		{"Production rose to 400 tons in 1850 and 90 men in 1870.", "1850 | 1850 | Production rose to 400 tons."},
		{"The mill passed to the Bell family in 1834 and in Hull in 1951.", "1834 | 1834 | The mill passed to the Bell family."},
	} {
		if got := toldOf(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}
