package chronicle

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// told returns what a text yields, on one line.
func told(text, lang string) string {
	var got []string
	for _, e := range Entries(text, lang, []Block{{End: len(text)}}, temporal.Find(text, lang, temporal.Options{}), Options{}) {
		got = append(got, e.EDTF+": "+e.Summary)
	}
	return strings.Join(got, " ")
}

// TestCast says who and what pronouns mean, and where the tool keeps silent.
func TestCast(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// A given name is a person's.
		{"en", "Matthew Lowe was a clerk. Reuben left for Hull in 1869. He bought a farm in 1873.", "1869: Reuben left for Hull. 1873: Reuben bought a farm."},
		{"en", "Mary Lowe was a clerk. Leeds left the league in 1869. He bought a farm in 1873.", "1869: Leeds left the league."},
		{"en", "Matthew Lowe was a clerk. Matthew left for Hull. In 1873 he bought a farm.", "1873: Matthew Lowe bought a farm."},
		{"en", "On 8 August 1769 Charles Lowe saw a light. In 1772 the Academy printed his table.", "1769-08-08: Charles Lowe saw a light. 1772: The Academy printed Charles Lowe's table."},
		// Whose a thing is.
		{"en", "Adam Lowe had a farm. Grasshoppers ate his first crop in 1874.", "1874: Grasshoppers ate Adam Lowe's first crop."},
		{"en", "Adam Lowe had a farm. Soldiers lost their crop in 1874.", "1874: Soldiers lost their crop."},
		// What "it" in the predicate means.
		{"en", "Adam Lowe sold a half share in it to a banker in 1874.", ""},
		{"en", "Adam Lowe found a chest and sold it to a banker in 1874.", "1874: Adam Lowe sold the chest to a banker."},
		{"en", "The names of three men were found by a clerk in 2016 and added to it.", ""},
		// What somebody acted on.
		{"en", "Adam Lowe bought the rights in 1886, and in 1890 he licensed them to a firm.", "1886: Adam Lowe bought the rights. 1890: Adam Lowe licensed the rights to a firm."},
		{"en", "The board bought the rights in 1886, and in 1890 the county licensed them to a firm.", "1886: The board bought the rights."},
		{"en", "Adam Lowe moved the bell to the church in 1886 and melted it in 1890.", "1886: Adam Lowe moved the bell to the church."},
		{"en", "Adam Lowe built his first model in 1871. It failed at a trial in 1873.", "1871: Adam Lowe built his first model. 1873: Adam Lowe's first model failed at a trial."},
		{"en", "Adam Lowe left the firm for a mill in 1871. It failed in 1873.", "1871: Adam Lowe left the firm for a mill."},
		{"en", "Mary Lowe opened a shop in 1871. It burned in 1873.", "1871: Mary Lowe opened a shop. 1873: The shop burned."},
		{"en", "Mary Lowe opened a shop and bought a mill in 1871. It burned in 1873.", "1871: Mary Lowe bought a mill."},
		// What a noun is about that says nothing alone.
		{"en", "Adam Lowe filed a patent for a talking clock in 1876. The patent was granted in 1878.", "1876: Adam Lowe filed a patent for a talking clock. 1878: The patent for a talking clock was granted."},
		{"en", "Adam Lowe filed a patent in 1876. The patent was granted in 1878.", "1876: Adam Lowe filed a patent."},
		{"en", "Adam Lowe filed a patent for a clock and a patent for a bell in 1876. The patent was granted in 1878.", "1876: Adam Lowe filed a patent for a clock and a patent for a bell."},
		{"en", "Parliament passed its Act in 1876.", ""},
		{"en", "Parliament passed its budget in 1876.", "1876: Parliament passed its budget."},
		{"en", "Adam Lowe was awarded its medal in 1881.", ""},
		{"en", "Adam Lowe sold the mill and its wheel in 1881.", "1881: Adam Lowe sold the mill and its wheel."},
		{"en", "The court of Hull went further in 1899.", ""},
		{"en", "The road to Hull went further north in 1899.", "1899: The road to Hull went further north."},
		{"en", "Adam Lowe tried again in 1926 and lost.", ""},
		{"en", "Adam Lowe tried the engine in 1926.", "1926: Adam Lowe tried the engine."},
		{"en", "French soldiers melted down its dolphins in 1799.", ""},
		{"en", "French soldiers melted down a fountain and its dolphins in 1799.", "1799: French soldiers melted down a fountain and its dolphins."},
		{"en", "The two men toured Hull in 1799.", ""},
		{"en", "The two men from Hull toured Leeds in 1799.", "1799: The two men from Hull toured Leeds."},
		// Names with a particle, and whose the brother is.
		{"en", "Hans von Euler was born in 1873. From 1890 to 1892 he studied at Hull. Von Euler left in 1897.", "1873: Hans von Euler was born. 1890/1892: Hans von Euler studied at Hull. 1897: Von Euler left."},
		{"en", "Donald Lowe was a clerk. Lowe's grandson Alexander took his brother into partnership in 1840.", "1840: Lowe's grandson Alexander took his brother into partnership."},
		{"en", "Donald Lowe was a clerk. Lowe's grandson Alexander turned to clay in 1831, and in 1840 took his brother into partnership.", "1831: Lowe's grandson Alexander turned to clay. 1840: Lowe's grandson Alexander took his brother into partnership."},
		// What neither "it" nor "they" can mean.
		{"en", "The Venetians took the fort in 1509. They held it. It served as a prison from 1815 to 1956.", "1509: The Venetians took the fort."},
		{"en", "Whitewash covered the walls. They were found in 1887.", ""},
		{"en", "Ada Reed laid the foundation stone of the present building in 1879. It was finished in 1882.", "1879: Ada Reed laid the foundation stone of the present building."},
		{"en", "The permanent one was finished. It was painted in 1882.", ""},
		{"en", "The old bridge was painted in 1882 and declared a landmark in 1975.", "1882: The old bridge was painted. 1975: The old bridge was declared a landmark."},
		// Whom somebody else acted on.
		{"en", "Adam Lowe built a clock. Adam Lowe slept. Tom Reed sued him in 1883.", "1883: Tom Reed sued Adam Lowe."},
		{"en", "Adam Lowe built a clock. Adam Lowe met Paul Hill. Tom Reed sued him in 1883.", ""},
		{"en", "In the 1950s the mine was worked again by a firm.", "195X: The mine was worked again by a firm."},
		{"en", "In the 1950s the mine was worked by a firm.", ""},
		// Couples.
		{"en", "Mary Lowe married Adam Reed in 1931; they divorced in 1938.", "1931: Mary Lowe married Adam Reed. 1938: Mary Lowe and Adam Reed divorced."},
		{"en", "Mary Lowe saw Adam Reed in 1931; they divorced in 1938.", "1931: Mary Lowe saw Adam Reed."},
		{"en", "In 1927 Mary Lowe tied the knot with Adam Reed from Hull. Together they printed papers in the 1930s.", "1927: Mary Lowe tied the knot with Adam Reed from Hull. 193X: Mary Lowe and Adam Reed printed papers."},
		{"en", "In 1927 Mary Lowe wrote to Adam Reed from Hull. Together they printed papers in the 1930s.", "1927: Mary Lowe wrote to Adam Reed from Hull."},
		// Names before the pronoun.
		{"en", "Adam Lowe was a clerk. After two years in the Department of War, he became a judge in 1918.", "1918: Adam Lowe became a judge."},
		{"en", "Adam Lowe was a clerk. After the death of Tom Reed, he became a judge in 1918.", ""},
		// What "it" as the subject means.
		{"en", "Work on a new dam started in 1921. It was opened by the Duke of York in 1925.", "1921: Work on a new dam started. 1925: The new dam was opened by the Duke of York."},
		{"en", "Work on the cache began in 2015, and it was merged in 2016.", "2015: Work on the cache began. 2016: The cache was merged."},
		{"en", "The barn was searched in 1943, and a clerk walked off with a drawing. It was sold in 1950.", "1943: The barn was searched."},
		{"en", "The barn was searched in 1943, and two clerks died. It was sold in 1950.", "1943: The barn was searched. 1950: The barn was sold."},
		{"en", "A granite cross stands where the mill was. It was restored in 2011. The mill was closed in 1950.", "1950: The mill was closed. 2011: The granite cross was restored."},
		// An article and a word that can be an adverb are a noun.
		{"en", "On 12 March 1921 the well was dug by hand.", "1921-03-12: The well was dug by hand."},
		{"en", "On 12 March 1921 the wells then were dug by hand.", "1921-03-12: The wells were dug by hand."},
		// Rows of passives.
		{"en", "Adam Lowe was elected to the Academy in 1880, awarded its medal in 1881 and made a secretary in 1889.",
			"1880: Adam Lowe was elected to the Academy. 1881: Adam Lowe was awarded its medal. 1889: Adam Lowe was made a secretary."},
		{"en", "Adam Lowe was elected in 1880 and made the film in 1889.", "1880: Adam Lowe was elected. 1889: Adam Lowe made the film."},
		// The hour does not bound the day.
		{"en", "The dam above Hull burst shortly before midnight on 17 May 1911.", "1911-05-17: The dam above Hull burst shortly before midnight."},
		{"en", "The dam above Hull burst shortly before Easter in 1911.", "1911: The dam above Hull burst shortly before Easter in 1911."},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
