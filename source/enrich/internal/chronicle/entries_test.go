package chronicle

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

var update = flag.Bool("update", false, "rewrite the entries in testdata")

// blocksOf takes each line for a block, and a short line without a full stop for a heading.
func blocksOf(text string) []Block {
	var out []Block
	at := 0
	for _, line := range strings.Split(text, "\n") {
		if t := strings.TrimSpace(line); t != "" {
			heading := len(t) < 100 && !strings.ContainsAny(t[len(t)-1:], ".!?\")")
			out = append(out, Block{at, at + len(line), heading})
		}
		at += len(line) + 1
	}
	return out
}

func chronicleOf(text, lang string) string {
	var b strings.Builder
	for _, e := range Entries(text, lang, blocksOf(text), temporal.Find(text, lang, temporal.Options{}), Options{}) {
		fmt.Fprintf(&b, "%s | %s | %s\n", e.EDTF, e.Phrase, e.Summary)
	}
	return b.String()
}

// TestArticles reads testdata/NAME.LANG.txt: an article, a line "-- entries --" and the entries wanted.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			article, want, ok := strings.Cut(string(raw), "-- entries --\n")
			if !ok {
				t.Fatal("no entries")
			}
			lang := strings.Split(filepath.Base(file), ".")[1]
			got := chronicleOf(article, lang)
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
				if *update {
					if err := os.WriteFile(file, []byte(article+"-- entries --\n"+got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// TestScrapedArticle reads a real scraped article, if it is there: exactly its five events, in order.
func TestScrapedArticle(t *testing.T) {
	raw, err := os.ReadFile("../../../../../shared/articles/kosovo-nato.txt")
	if err != nil {
		t.Skip("the article is not here")
	}
	got := strings.Split(strings.TrimSpace(chronicleOf(string(raw), "en")), "\n")
	want := [][2]string{{"1949 ", "signed"}, {"1996/1999 ", "ethnic cleansing"}, {"1999 ", "air campaign"}, {"1999 ", "KFOR"}, {"2008 ", "independence"}}
	if len(got) != len(want) {
		t.Fatalf("got %d entries:\n%s", len(got), strings.Join(got, "\n"))
	}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w[0]) || !strings.Contains(got[i], w[1]) {
			t.Errorf("entry %d is %q, want %q", i, got[i], w)
		}
	}
}

func TestEvents(t *testing.T) {
	// What a sentence yields; "" for nothing. A sentence before "//" sets the scene.
	for _, c := range []struct{ lang, text, want string }{
		// The clause and its date.
		{"en", "In 1999, NATO launched an air campaign.", "1999: NATO launched an air campaign."},
		{"en", "In 1999 NATO launched an air campaign.", "1999: NATO launched an air campaign."},
		{"en", "The treaty was signed in Washington on 4 April 1949.", "1949-04-04: The treaty was signed in Washington."},
		{"en", "Montenegro eventually declared its independence in 2006, and while some objected, others agreed.", "2006: Montenegro declared its independence."},
		{"en", "So, in 1949, twelve countries met and signed the treaty.", "1949: Twelve countries met and signed the treaty."},
		{"en", "In 1987, however, the market for compasses collapsed.", "1987: The market for compasses collapsed."},
		{"en", "The firm sold a ship in 1926 and, two years later, opened a yard.", "1926: The firm sold a ship. 1928: The firm opened a yard."},
		{"en", "Founded in 1923 by two brothers, Acme Works made clocks.", "1923: Acme Works was founded by two brothers."},
		{"en", "Born in 1923, Ada Reed grew up in Hull.", "1923: Ada Reed was born."},
		{"en", "When the Danes attacked in 1864, the king fled.", "1864: The Danes attacked."},
		{"en", "When the guards attacked in 1864, the king fled.", "1864: When the guards attacked in 1864, the king fled."},
		{"en", "When Denmark attacked in 1864, the king fled.", "1864: Denmark attacked."},
		{"en", "In late 1940 and early 1941 the two armies clashed near Hull.", "1940/1941: The two armies clashed near Hull."},
		{"en", "From 1873 to 1902 Ada Reed directed the mill.", "1873/1902: Ada Reed directed the mill."},
		{"en", "The Great Fire of 1666 destroyed half of the town.", "1666: The Great Fire of 1666 destroyed half of the town."},
		{"en", "The friends of 1666 liked the town.", ""},
		{"en", "The pier, which was completed in 1871, became a landmark.", "1871: The pier was completed."},
		{"en", "They liked the pier, which was completed in 1871.", "1871: The pier was completed."},
		{"en", "They liked piers, which was noticed in 1871.", ""},
		{"en", "They saw the pier, which the monks drained in 1871.", ""},
		{"en", "It shocked them; the Hull Inquiry, which opened in May 1892, led to a law.", "1892-05: The Hull Inquiry opened."},
		{"en", "It shocked them; they joined the Hull Inquiry, which opened in May 1892.", "1892-05: The Hull Inquiry opened."},
		{"en", "It shocked them; they joined the Hull Inquiry, which annoyed Ada Reed in May 1892.", ""},
		{"en", "“Bells rang,” said the oboist Ann Reed, who joined the band in 1979.", "1979: Ann Reed joined the band."},
		{"en", "“Bells rang,” said an oboist, who joined the band in 1979.", ""},
		{"en", "It is owed to Norman Reed, who in May 1949 drew four lines in the sand.", "1949-05: Norman Reed drew four lines in the sand."},
		{"en", "The last one was shot in 1923.", ""},
		{"en", "The trial began on 3 May 1954. // A year later, on 12 May 1955, bells rang in Hull.", "1954-05-03: The trial began. 1955-05-12: Bells rang in Hull."},
		{"en", "Smith (1871–1935) closed the mill in 1901 (see Lowe 1987).", "1901: Smith closed the mill."},
		{"en", "Polio was still found there in 1999.", ""},
		{"en", "Meanwhile, Ann Reed had opened a shop in 1971.", "1971: Ann Reed opened a shop."},
		{"en", "The shop had been closed in 1971.", "1971: The shop was closed."},
		{"en", "Planning of the pier began in 1989.", "1989: Planning of the pier began."},
		{"en", "Planning began in 1989.", ""},
		{"en", "“Low Water” was released on 27 May 1977.", "1977-05-27: “Low Water” was released."},
		{"en", "The memorial was opened in 1918 and closed in 2003.", "1918: The memorial was opened. 2003: The memorial was closed."},
		{"de", "Keine ernsten Fragen stellen die Brücken, doch keine kleinen Steine zeigen die Straßen.", ""}, // nothing stands before a verb
		{"en", "Adam Lowe was assigned to posts in Kent and served in the Navy in 1832 as a clerk.", "1832: Adam Lowe served in the Navy as a clerk."},
		{"en", "Papers were served on the mill in 1910 and published in 1912.", "1910: Papers were served on the mill. 1912: Papers were published."},
		{"en", "The firm cut wages in 1911 and again in 1912.", "1911: The firm cut wages."},
		{"en", "In London, Ann Reed opened one in 1652.", ""},
		{"en", "The first shop, a rented shed in Hull, burned down in 1874.", "1874: The first shop, a rented shed in Hull, burned down."},
		{"en", "The pier, built in 1871 by a local firm, was sold in 1903.", "1871: The pier was built by a local firm. 1903: The pier was sold."},
		{"en", "The pier, built in 1871, stood for a century.", "1871: The pier was built."},
		{"en", "The pier, known in 1871 as the Long Pier, stood for a century.", ""},
		{"en", "Lowe directed the mill until 1935, when Ann Reed closed the gates.", "1935: Ann Reed closed the gates."},
		{"en", "The quarrel lasted until 1935, when the wall fell.", ""},
		{"en", "The quarrel lasted until 1935.", ""},
		{"en", "Riots in May 1915 damaged the offices of the firm.", "1915-05: Riots damaged the offices of the firm."},
		{"en", "People in 1915 damaged the offices of the firm.", "1915: People in 1915 damaged the offices of the firm."},
		{"en", "Riots in May 1915 led to a ban that was lifted in 1917.", ""},
		{"en", "On the night of 6 to 7 June 1853 a patrol boarded the steamer Concordia.", "1853-06-06/1853-06-07: A patrol boarded the steamer Concordia."},
		{"en", "Ann Reed sold the archive in 2018 and plans to make the firm greener.", "2018: Ann Reed sold the archive."},
		{"en", "The firm moved to Hull in 1939 and did not return.", "1939: The firm moved to Hull."},
		{"en", "Gull Mill burnt down in 1860.", "1860: Gull Mill burnt down."},
		{"en", "The distinction was introduced by Adam Lowe in 1948.", ""},
		{"en", "A storm swept away most of it in 1905.", ""},
		{"en", "On 6 October 2015 the court struck down Safe Port, the arrangement under which letters had crossed the sea since 2000.", "2015-10-06: The court struck down Safe Port."},
		{"en", "On 6 October 2015 the court struck down Safe Port, the arrangement.", "2015-10-06: The court struck down Safe Port, the arrangement."},
		{"en", "In the dry summer of 1864 boats were stranded at Hull.", "1864-22: Boats were stranded at Hull."},
		{"en", "In the dry docks of 1864 boats were stranded at Hull.", ""},
		{"en", "A breach at Hull on the night of 11 January 1926 emptied the canal.", "1926-01-11: A breach at Hull emptied the canal."},
		{"en", "A keeper at Hull on the night of 11 January 1926 emptied the canal.", "1926-01-11: A keeper at Hull emptied the canal."},
		{"en", "The board took charge, and by D-Day, 6 June 1944, the mills made cloth.", ""},
		{"en", "The board took charge on D-Day, 6 June 1944.", "1944-06-06: The board took charge on D-Day."},
		{"en", "About 1930 Ann Reed moved to Hull.", "1930~: Ann Reed moved to Hull."},
		{"en", "The Second Symphony had its premiere on 17 March 1929.", "1929-03-17: The Second Symphony had its premiere."},
		{"en", "The Second Symphony had its admirers in 1929.", ""},
		{"en", "In 1971, when cholera broke out in Hull, Ann Reed left.", "1971: Cholera broke out in Hull."},
		{"en", "In 1971, when cholera broke out in Hull, nobody left.", "1971: Cholera broke out in Hull."},
		{"en", "Ann Reed retired to Leeds and died there on 30 October 2008.", "2008-10-30: Ann Reed died."},
		{"en", "Surgeons had shown in 1960 that salt heals.", "1960: Surgeons showed that salt heals."},
		{"en", "By 1960 surgeons knew it. Meanwhile, Ann Reed had begun a school in 1971.", "1971: Ann Reed began a school."},
		{"en", "By the end of 1849 the line had reached Hull.", "1849: The line had reached Hull."},
		{"en", "The works were completed by the spring of 2012.", "2012-21: The works were completed."},
		{"en", "By 1900 the town was known for mills and Ada Reed employed nine men.", ""},
		{"en", "By 1900 the town had been a port for years.", ""},
		{"en", "The railway carried 40,000 people in 1851, 95,000 in 1856 and 2.1 million in 1863.", "1851: The railway carried 40,000 people. 1856: The railway carried 95,000 people. 1863: The railway carried 2.1 million people."},
		{"en", "The railway carried 40,000 people in 9 cars in 1851, and 95,000 in 1856.", "1851: The railway carried 40,000 people in 9 cars."},
		{"en", "Ada Reed was appointed reader in 1949 and professor in 1953, the first woman in a chair.", "1949: Ada Reed was appointed reader. 1953: Ada Reed was appointed professor."},
		{"en", "Ada Reed built a mill in 1900 and a school in 1905.", "1900: Ada Reed built a mill. 1905: Ada Reed built a school."},
		{"en", "Ada Reed built a mill in 1900, and a school in 1905 bought it.", "1900: Ada Reed built a mill."},
		{"en", "Ada Reed built a mill in 1900 and the last in 1905.", "1900: Ada Reed built a mill."},
		{"en", "Ada Reed visited Rome in 1900 and Paris in 1905.", "1900: Ada Reed visited Rome. 1905: Ada Reed visited Paris."},
		{"en", "The mill opened in 1900 and the school in 1905.", "1900: The mill opened. 1905: The school opened."},
		{"en", "A mill in Hull opened in 1900 and another in Leeds in 1905.", "1900: A mill in Hull opened."},
		{"en", "In 1995 the group acquired a maker of pins, a chain of mills and, in 1997, a club.", ""},
		{"en", "In 1995 the group acquired a maker of pins and, in 1997, a club.", "1995: The group acquired a maker of pins."},
		{"en", "Incidents fell from 61 in the second half of 2015 to 38 in the first four months.", ""},
		{"en", "The firm moved from Hull in 2015 to Leeds.", "2015: The firm moved from Hull to Leeds."},
		{"en", "The gauge reached 4.3 metres on 3 May 2022, the highest reading since it was built in 1971.", "2022-05-03: The gauge reached 4.3 metres."},
		{"en", "The gauge reached 4.3 metres on 3 May 2022, the highest reading of all.", "2022-05-03: The gauge reached 4.3 metres, the highest reading of all."},
		{"en", "Priya Nair retired in May 2023. Ana Reed is the first woman to run the team; she won her first match on 5 August.", "2023-05: Priya Nair retired. 2023-08-05: Ana Reed won her first match."},
		{"en", "Ada Reed sat. // In Hull she met the engineer Karl Lowe, whom she married in 1925.", "1925: Ada Reed married the engineer Karl Lowe."},
		{"en", "Ada Reed sat. // In Hull they met the engineer Karl Lowe, whom she married in 1925.", ""},
		{"en", "Few saw Denmark. Denmark declared war in May 1911, and its army crossed the river in June 1911.", "1911-05: Denmark declared war. 1911-06: Denmark's army crossed the river."},
		{"en", "Few saw Denmark. Denmark attacked the fort in May 1911, and its army crossed the river in June 1911.", "1911-05: Denmark attacked the fort."},
		{"en", "The Danes were declared free in 1994, Europe in 2002, and India in 2014.", "1994: The Danes were declared free. 2002: Europe was declared free. 2014: India was declared free."},
		{"en", "The firm met Ada Reed in 1994, Denmark in 2002.", "1994: The firm met Ada Reed."},
		{"en", "Denmark joined in 1949, Norway in 1950.", ""},
		{"en", "Adam Reed sat. // Reed, who was honoured in 1914, lost office in 1915.", "1914: Reed was honoured. 1915: Reed lost office."},
		{"en", "Adam Reed sat. // Reed hired clerks, trained boys in 1915.", "1915: Reed hired clerks, trained boys in 1915."},
		{"en", "A mill at Hull was opened in 1932, was bombed in 1944, and rebuilt in 1988.", "1932: A mill at Hull was opened. 1944: The mill at Hull was bombed. 1988: The mill at Hull was rebuilt."},
		{"en", "Adam Reed counter-attacked in April 1911, retook Hull in May 1911, and withdrew in June 1911.", "1911-04: Adam Reed counter-attacked. 1911-05: Adam Reed retook Hull. 1911-06: Adam Reed withdrew."},
		{"en", "A half-finished pier in 1911 meant trouble.", ""},
		{"en", "The engines were too heavy for the iron bridge at Hull, which collapsed on 14 January 1861.", "1861-01-14: The iron bridge at Hull collapsed."},
		{"en", "The engines were too heavy for bridges at Hull, which collapsed on 14 January 1861.", "1861-01-14: The engines were too heavy for bridges at Hull, which collapsed on 14 January 1861."},
		{"en", "After the Mills Act of 1921 the firm became part of Hull Mills on 1 January 1923.", ""},
		{"en", "After Denmark became rich in 1923, the firm left.", "1923: Denmark became rich."},
		{"en", "The couple had two sons; the elder, Peter, was born in 1927 and became an actor.", "1927: Peter was born."},
		{"en", "The couple had two sons; the elder was born in 1927.", ""},
		{"en", "The League met. It was ignored until 1951, when a group at Hull confirmed its results.", ""},
		{"en", "The League met until 1951, when a group at Hull confirmed its results.", "1951: A group at Hull confirmed its results."},
		{"en", "In 1871 the League asked for help, but the owners refused. They shut the gates in 1879.", "1871: The League asked for help."},
		{"en", "Ada Reed wept. // Her father died in 1906, and her mother moved to Hull in 1907.", "1906: Ada Reed's father died. 1907: Ada Reed's mother moved to Hull."},
		{"en", "Ada Reed wept. // Her sister died in 1906, and her mother moved to Hull in 1907.", "1906: Ada Reed's sister died."},
		{"en", "The opera was completed in 1937 and first given at Hull in November 1938.", "1937: The opera was completed."},
		{"en", "The volunteers cleared a lock in 1975 and, with a grant from the county, rebuilt the wall in 1988.", "1975: The volunteers cleared a lock. 1988: The volunteers rebuilt the wall."},
		{"en", "By 1810 the company was paying well. // In 1816 it bought the dredger Otter.", "1816: The company bought the dredger Otter."},
		{"en", "By 1810 the keeper was paying well. // In 1816 it bought the dredger Otter.", ""},
		{"en", "The opera Kalma occupied her. // It was completed in 1937.", "1937: The opera Kalma was completed."},
		{"en", "The opera occupied her. // It was completed in 1937.", "1937: The opera was completed."},
		{"en", "Ann Reed was a painter. // She nevertheless finished the picture in 1958.", "1958: Ann Reed finished the picture."},
		// Pronouns.
		{"en", "The court struck down Safe Port. // Its successor, the Privacy Dock, fell in 2020.", "2020: The Privacy Dock fell."},
		{"en", "The couple had one daughter, Ellen, who was born in 1909.", "1909: Ellen was born."},
		{"en", "The couple had one daughter, who was born in 1909.", ""},
		{"en", "On 11 May 1932 the physicist Ruth Abel noticed a gap. // She repeated the measurement the next day.", "1932-05-11: The physicist Ruth Abel noticed a gap. 1932-05-12: Ruth Abel repeated the measurement."},
		{"en", "On 11 May 1932 the physicist noticed a gap. // She repeated the measurement the next day.", "1932-05-11: The physicist noticed a gap."},
		{"en", "The League declared war on 12 June 1853. // Five days later its army, some 18,000 men, crossed the border at Vik.", "1853-06-12: The League declared war. 1853-06-17: The League's army, some 18,000 men, crossed the border at Vik."},
		{"en", "The League burned the bridge. // It fell in 1950.", ""},
		{"en", "The League won the final. // It was dissolved in 1950.", "1950: The League was dissolved."},
		{"en", "Ada Reed was born in Hull, the child of Adam Reed and of Mary Lowe. // She passed the examination in 1900. Reed died in 1950. Reed Street is named after her.", "1900: Ada Reed passed the examination. 1950: Reed died."},
		{"en", "Whitfield and her brother met. // They moved to Hull in 1846.", "1846: Whitfield and her brother moved to Hull."},
		{"en", "Capital arrived. Dana Reed and Piet Vos ate. // Dana Reed left. They moved to Hull in 1846.", ""},
		{"en", "Ada Reed was a weaver. // She was born in Hull in 1846.", "1846: Ada Reed was born in Hull."},
		{"en", "Ada Reed was a weaver. // Her first loom was built in 1866.", "1866: Ada Reed's first loom was built."},
		{"en", "Ada Reed met Mary Lowe at a fair. // She died in 1866.", ""},
		{"en", "It was long ago. // He died in 1866.", ""},
		{"en", "NATO is an alliance. // It bombed the bridge in 1999.", "1999: NATO bombed the bridge."},
		{"en", "The board met rarely. // It was closed in 1999.", "1999: The board was closed."},
		{"en", "The board decided to close the mill. // It was closed in 1999.", ""},
		{"en", "The keeper slept. // It was closed in 1999.", ""},
		{"en", "This led to the war of 1866. // This treaty was signed in 1866.", ""},
		{"en", "The Royal Society met often. // They elected her in 1866.", ""},
		{"en", "Ada Reed was a weaver. // Adam Lowe wove, too. // She died in 1866.", "1866: Ada Reed died."},
		{"en", "Ada Reed was a weaver. // The surgeon came often. // He died in 1866.", ""},
		{"en", "Adam Lowe was a weaver. // The first patient was Tom Hill, a boy of ten. // He was treated on 3 May 1866, improved for days, and died on 5 June 1866.",
			"1866-05-03: Tom Hill was treated. 1866-06-05: Tom Hill died."},
		{"en", "The fort was old. // NATO saw the fort. // The fort burned. It was rebuilt in 1999.", "1999: The fort was rebuilt."},
		{"en", "When the war ended, the alliance lost its enemy. // In 1994 it set up a school.", "1994: The alliance set up a school."},
		{"en", "When the war ended, the board lost its enemy. // In 1994 it set up a school.", "1994: The board set up a school."},
		{"en", "Ada Reed was a weaver. // The Academy elected her in 1866.", "1866: The Academy elected Ada Reed."},
		{"en", "Ada Reed was a weaver. // The Academy printed her tables in 1866.", "1866: The Academy printed Ada Reed's tables."},
		{"en", "Ada Reed was a weaver. // Mary Lowe printed her tables in 1866.", "1866: Mary Lowe printed her tables."},
		{"en", "Ada Reed and Adam Lowe met. // His teacher, Tom Hill, obtained a grant in 1866.", "1866: Tom Hill obtained a grant."},
		{"en", "In 1866 Ada Reed sold the mill, and in 1868 she opened a school.", "1866: Ada Reed sold the mill. 1868: Ada Reed opened a school."},
		{"en", "In 1866 Ada Reed and Mary Lowe sold the mill, and in 1868 she opened a school.", "1866: Ada Reed and Mary Lowe sold the mill."},
		// What points out of the line.
		{"en", "In 1989 Serbia withdrew most of that autonomy.", ""},
		{"en", "In 1989 Serbia withdrew most of the rights that it had given.", "1989: Serbia withdrew most of the rights that it had given."},
		{"en", "Negotiations about its future ended in 2007.", ""},
		{"en", "Negotiations about the port ended in 2007.", "2007: Negotiations about the port ended."},
		{"en", "Patience ran out in 1998.", ""},
		{"en", "Production resumed in 1998.", "1998: Production resumed."},
		{"en", "Talks on the port ended in 2007 without result, and a plan for a dam, written by a bank, found no friends.", "2007: Talks on the port ended without result."},
		{"en", "Talks on the port ended in 2007 with a plan for a dam and a school.", "2007: Talks on the port ended with a plan for a dam and a school."},
		// An aside between subject and verb.
		{"en", "In 1938 Adam Lowe, a weaver from Hull who loved the piano, came across the paper.", "1938: Adam Lowe came across the paper."},
		{"en", "The column, which had left in May, reached the river on 1 June 1867.", "1867-06-01: The column reached the river."},
		{"en", "In 1938 Adam Lowe, who loved the piano, was poor.", ""},
		{"en", "The bombing stopped on 10 June 1999, after the king had agreed.", "1999-06-10: The bombing stopped."},
		{"en", "The law applied from 25 May 2018 in all towns.", "2018-05-25: The law applied in all towns."},
		{"en", "The firm suffered from 2018.", ""},
		{"en", "In 1999 the mill closed. // In the same year as her wedding the pier burned.", "1999: The mill closed."},
		{"en", "In 1995 NATO sent soldiers to Bosnia and Herzegovina to see that the peace was kept.", "1995: NATO sent soldiers to Bosnia and Herzegovina to see that the peace was kept."},
		{"en", "In 1999 Ada Reed taught that matter consists of grains.", "1999: Ada Reed taught that matter consists of grains."},
		{"en", "In 1999 Ada Reed sold that mill.", ""},
		{"en", "The Sailing Society put up a plaque in 1901. // It was stolen in 1944.", "1901: The Sailing Society put up a plaque. 1944: The plaque was stolen."},
		{"en", "The Sailing Society put up a plaque in 1901. // It fell in 1944.", "1901: The Sailing Society put up a plaque."},
		{"en", "The town served as a base. // It was bombed in 1944.", "1944: The town was bombed."},
		{"en", "The Sailing Society put up a plaque in 1901. // It sold the pier in 1944.", "1901: The Sailing Society put up a plaque. 1944: The Sailing Society sold the pier."},
		{"en", "The Sailing Society met in Hull. // Few came. It sold the pier in 1944.", ""},
		{"en", "The Sailing Society bought two ships in 1862, sold them in 1870, and was dissolved in 1874.", "1862: The Sailing Society bought two ships. 1870: The Sailing Society sold the two ships. 1874: The Sailing Society was dissolved."},
		{"en", "In 1780 a builder from Delft, who had been told to be quick, built a wall.", "1780: A builder from Delft built a wall."},
		{"en", "Ada Reed was a weaver. // In 1845 the king of Hull invited her to court.", "1845: The king of Hull invited Ada Reed to court."},
		{"en", "Adam Lowe was a weaver. // In 1845 the king of Hull invited him to court.", ""},
		{"en", "On 1 May 1876 the works were sold. // Ada Reed was knighted in 1885. She left Hull the following year.", "1876-05-01: The works were sold. 1885: Ada Reed was knighted. 1886: Ada Reed left Hull."},
		{"en", "James Reed was a miller. // In 1841 William bought out his sister.", "1841: William bought out his sister."},
		{"en", "James Reed was a miller. // In 1841 the second violin, Paul Lowe, founded a trio of his own.", "1841: The second violin, Paul Lowe, founded a trio of his own."},
		{"en", "In 1841 Paul Lowe made the first one for a mill.", ""},
		{"en", "In 1841 Paul Lowe made one of the mills.", "1841: Paul Lowe made one of the mills."},
		{"en", "The last of them left the works in 1904.", ""},
		{"en", "The last of the wheels left the works in 1904.", "1904: The last of the wheels left the works."},
		{"en", "Ada Reed was a weaver. // She died on 3 May 1866.", "1866-05-03: Ada Reed died."},
		{"en", "In 1893 Adam Lowe, a weaver who had come from Hull, opened a mill. // He sold it in 1894. He died in 1899.", "1893: Adam Lowe opened a mill. 1899: Adam Lowe died."},
		{"en", "His mate, Adam Lowe, swam ashore. // He was tried in 1953.", "1953: Adam Lowe was tried."},
		{"en", "His mate, a weaver, swam ashore. // He was tried in 1953.", ""},
		// A clause that another stands in or beside.
		{"en", "The museum that houses the finds was opened in 2014.", "2014: The museum that houses the finds was opened."},
		{"en", "The museum that Ada Reed built was opened in 2014.", "2014: The museum that Ada Reed built was opened."},
		{"en", "The museum, that houses, that he built was opened in 2014.", ""},
		{"en", "The treaty burned; the Treaty of Zug, concluded in 1883, gave the weir to Hull.", "1883: The Treaty of Zug was concluded."},
		{"en", "The treaty burned; the Treaty of Zug, known in 1883 as the Peace, gave the weir to Hull.", ""},
		{"en", "Damaged in 1944, the pier was sold.", "1944: The pier was damaged."},
		{"en", "Moved in 1944, Ada Reed wept.", "1944: Moved in 1944, Ada Reed wept."},
		{"en", "On 3 May 1940 the mill burned and, by night, fell.", "1940-05-03: The mill burned."},
		{"en", "When the Germans occupied Hull in May 1940 they closed the mill.", "1940-05: The Germans occupied Hull."},
		{"en", "At one minute past eight on 26 June 1974 a cashier sold a packet of tea.", "1974-06-26: A cashier sold a packet of tea."},
		{"en", "After the long siege in 1974 a cashier sold a packet of tea.", ""},
		{"en", "A road was driven from the station to the sea in 1934 and paved.", "1934: A road was driven from the station to the sea and paved."},
		{"en", "On 1 May 1953 the sea came, and this time 1,836 people drowned.", "1953-05-01: The sea came."},
		{"en", "Adam Reed hired her in 1912 as a computer, that is, a clerk.", ""},
		{"en", "Adam Reed hired clerks in 1912, that is, women.", "1912: Adam Reed hired clerks."},
		{"en", "Ann Reed found the archive in 1986, tablets that had been baked hard.", "1986: Ann Reed found the archive, tablets that had been baked hard."},
		{"en", "Ann Reed had come in 1984. // Ann Reed, who had come back in January 1986, sold the mill.", "1984: Ann Reed came. 1986-01: Ann Reed came back."},
		{"en", "A first peace, concluded in 2011, fell. // A second entered into force in 2012.", "2011: A first peace was concluded."},
		{"en", "The League offered to mediate in 1881.", "1881: The League offered to mediate."},
		{"en", "The League planned to mediate in 1881.", ""},
		{"en", "From 1940 to 1945 the mill mended ploughs and, by night, made parts.", "1940/1945: The mill mended ploughs."},
		{"en", "Norman Reed welcomed the Framework Agreement on Return (FAR), signed at Kinara on 12 May 2014.", "2014-05-12: The Framework Agreement on Return (FAR) was signed at Kinara."},
		{"en", "Norman Reed welcomed clerks, hired at Kinara on 12 May 2014.", "2014-05-12: Norman Reed welcomed clerks, hired at Kinara on 12 May 2014."},
		{"en", "Ada Reed was a clerk. // The course that she founded in Hull in 1984 has sent many clerks.", "1984: Ada Reed founded the course in Hull."},
		{"en", "Ada Reed was a clerk. // The course that ended in Hull in 1984 has sent many clerks.", ""},
		{"en", "Radar was lost, and was followed by Envisat, which was launched in 2002.", "2002: Envisat was launched."},
		{"en", "The mill closed, and the church, whose tower still stands, was closed in 1912.", "1912: The church was closed."},
		{"en", "The king of Hull ruled until 1188, when the Danes took the town.", "1188: The Danes took the town."},
		{"en", "The king passed by in 1334 without stopping.", "1334: The king passed by without stopping."},
		{"en", "The exchange of towns in 1923 emptied the mill.", "1923: The exchange of towns emptied the mill."},
		{"en", "The people of towns in 1923 emptied the mill.", "1923: The people of towns in 1923 emptied the mill."},
		{"en", "A large plant in Hull followed in 1958.", "1958: A large plant in Hull followed."},
		{"en", "A standard followed in 1958.", ""},
		{"en", "A large plant in Hull followed the law in 1958.", ""},
		{"en", "Morau called up two classes in 1881.", "1881: Morau called up two classes."},
		{"en", "Morau called the king a fool in 1881.", ""},
		{"en", "The post office ordered 4,000 in 1927.", ""},
		{"en", "All three were sold in 2001.", ""},
		{"en", "Ada Reed was a clerk. // Her letters to him were sold in 2004.", ""},
		{"en", "The first barge came through in 1934, she said.", "1934: The first barge came through."},
		{"en", "In April 2016 ten clerks left, apparently because of rain.", "2016-04: Ten clerks left."},
		{"en", "Ada Reed took charge of her first mill in 1999.", "1999: Ada Reed took charge of her first mill."},
		{"en", "The doubts about the sea were old. // It was proposed in 2016.", ""},
		{"en", "The hall, begun under a king and finished in 1152, seated many.", "1152: The hall was finished."},
		{"en", "It is long and was dug in 1680.", ""},
		{"en", "The tunnel is long and was dug in 1680.", "1680: The tunnel was dug."},
		{"en", "The mine fell on Hull. // The palm, which was tall, lost its crown, but it put out a leaf in 1941.", "1941: The palm put out a leaf."},
		{"en", "The mine fell on Hull. // Clerks came, but it put out a leaf in 1941.", ""},
		{"en", "The firm was founded in Hull in 1904 and moved to Leeds in 1911.", "1904: The firm was founded in Hull. 1911: The firm moved to Leeds."},
		{"en", "The mill stood since 1983, when ten clerks left Hull.", "1983: Ten clerks left Hull."},
		{"en", "The Health Board called him to Hull in 1966.", ""},
		{"en", "Hull has an alley, which Adam Lowe bought in 1997.", "1997: Adam Lowe bought an alley."},
		{"en", "The League posted a loss. // In 2009 it laid off a third of its clerks.", "2009: The League laid off a third of its clerks."},
		{"en", "In 2009 Rain Works laid off a third of its clerks, and in March 2012 the chief, Adam Lowe, was killed.", "2009: Rain Works laid off a third of its clerks."},
		{"en", "The council announced that the lido would close. // It closed in 1988.", ""},
		{"en", "The council announced a plan in 1987. // Another, for a mill, was withdrawn in 1993.", "1987: The council announced a plan."},
		{"en", "A small tablet by the gate gives the names of the men who dug. // It was put up in 2009.", "2009: The small tablet by the gate was put up."},
		{"en", "Running Tide, an old firm, began to sink wood in May 2023.", "2023-05: Running Tide, an old firm, began to sink wood in May 2023."},
		{"en", "Running Tide, an American start-up, began to sink wood in May 2023 and sold it.", ""},
		{"en", "Adam Lowe left. // Her brother Paul stayed. He was tried in 1941.", "1941: Paul was tried."},
		{"en", "Adam Lowe left. // Her brother stayed. He was tried in 1941.", ""},
		{"en", "Ada Reed was a singer. // Born in Hull in 1929, the daughter of a clerk, she won a prize.", "1929: Ada Reed was born in Hull, the daughter of a clerk."},
		{"en", "A factory was built in Hull in 1876 and closed in 1933.", "1876: A factory was built in Hull. 1933: The factory was closed."},
		{"en", "Ada Reed sang in “Madama Gull”. // She left Hull in 1953.", "1953: Ada Reed left Hull."},
		{"en", "Ada Reed was a banker. // President Kern appointed her in May. She cut the rate in 1978.", ""},
		{"en", "Gulls came. // President Kern left Hull in May. He cut the rate in 1978.", "1978: President Kern cut the rate."},
		{"en", "Ada Reed served in the Winter War. // She left Hull in 1941.", "1941: Ada Reed left Hull."},
		{"en", "They met in March 1849. Adam Lowe died that December.", "1849-12: Adam Lowe died."},
		// Whom or what a pronoun means in the same sentence.
		{"en", "Prices in Hull rose in 1988; in 1989 they fell by half.", "1988: Prices in Hull rose. 1989: Prices in Hull fell by half."},
		{"en", "The firm bought a mill in 1988, and in 1989 it sank.", "1988: The firm bought a mill."},
		{"en", "Adam Reed filed a patent in 1949; it was granted in 1952.", "1949: Adam Reed filed a patent. 1952: The patent was granted."},
		{"en", "Ms Reed married Paul Brand in 1961; he died in 2002.", "1961: Ms Reed married Paul Brand. 2002: Paul Brand died."},
		{"en", "Ms Reed met Paul Brand and Adam Lowe in 1961; he died in 2002.", "1961: Ms Reed met Paul Brand and Adam Lowe."},
		{"en", "Norman Reed was a clerk. // He and Paul Lowe filed a patent in 1949.", "1949: Norman Reed and Paul Lowe filed a patent."},
		{"en", "They and Paul Lowe filed a patent in 1949.", ""},
		{"en", "A young clerk named Lotte Reed found the books. // Her study, published in 1971, changed the way.", "1971: Lotte Reed's study was published."},
		{"en", "A young clerk found the books. // Her study, published in 1971, changed the way.", ""},
		{"en", "Duke Anselm II came to the throne. // Anselm wept. He fled in 1886.", "1886: Anselm fled."},
		// No events.
		{"en", "The 1999 campaign lasted for weeks.", ""},
		{"en", "In 1999, the city was poor.", ""},
		{"en", "In 1999, the firm had forty workers.", ""},
		{"en", "Since 1999, the firm exported clocks.", ""},
		{"en", "By 1999, the firm sold clocks everywhere.", ""},
		{"en", "The mayor agreed to close the mill in 2011.", ""},
		{"en", "The mayor would close the mill in 2011.", ""},
		{"en", "The mayor did not close the mill in 2011.", ""},
		{"en", "If the mayor closed the mill in 2011, he lied.", ""},
		{"en", "Who closed the mill in 2011?", ""},
		{"en", "The mayor said in 2011 that the mill was old.", ""},
		{"en", "Critics closed the case (Smith 1999).", ""},
		{"en", "We visited Hull in 1999.", ""},
		{"en", "They bought a mill built in 1999.", ""},
		{"en", "Legislation passed in 1999 ended the strike.", "1999: Legislation passed in 1999 ended the strike."},
		{"en", "Sales grew from 3 tons in 1958 to 41 tons in 1969.", ""},
		{"en", "The king resigned after the riots in 1848.", "1848: The king resigned after the riots in 1848."},
		{"en", "Accessed 4 May 2021.", ""},
		{"en", "Copyright 2021 Acme Works.", ""},
		{"en", "Things got worse in 1999. // It rained.", ""},
		{"en", "Figures from 2008 showed a decline.", ""},
		{"en", "Today the firm makes sensors.", ""},
		{"en", "It was the winter of 1999.", ""},
		{"en", "“We closed the mill in 1999,” said the mayor.", ""},
		// German.
		{"de", "Das Haus brannte 1784 ab. // Zwei Jahre später baute Johann Brandt ein Lager.", "1784: Das Haus brannte ab. 1786: Johann Brandt baute ein Lager."},
		{"de", "Das Haus brannte 1784 ab. // Zwei Jahre später baute Johann Brandt eine neue.", "1784: Das Haus brannte ab."},
		{"de", "Am 3. März 1784 brannte das Haus. // Im April baute Johann Brandt ein Lager.", "1784-03-03: Das Haus brannte. 1784-04: Johann Brandt baute ein Lager."},
		{"de", "Anna Petersen leitete es von 1976 bis 1990.", ""},
		{"de", "1949 gründeten zwölf Staaten das Bündnis.", "1949: Zwölf Staaten gründeten das Bündnis."},
		{"de", "Die Firma wurde 1923 in Bremen gegründet.", "1923: Die Firma wurde in Bremen gegründet."},
		{"de", "Die Stadt war 1923 sehr arm.", ""},
		{"de", "Die 1923 gegründete Firma baut Uhren.", ""},
		{"de", "Er starb 1923 in Bremen.", ""},
		{"de", "Die Firma wollte 1923 nach Bremen ziehen.", ""},
		{"de", "Im Jahr 1846 fuhr das erste Schiff.", "1846: Das erste Schiff fuhr."},
		{"de", "1846 kaufte der Graf die Werft, und im Juli 1857 senkte die Stadt die Steuer.", "1846: Der Graf kaufte die Werft. 1857-07: Die Stadt senkte die Steuer."},
		{"de", "1226 verlieh Kaiser Friedrich II. dem Ort das Recht, 1254 folgte ein Rat.", "1226: Kaiser Friedrich II. verlieh dem Ort das Recht. 1254: Ein Rat folgte."},
		{"de", "1846 lieferte Hallen Salz.", "1846: 1846 lieferte Hallen Salz."},
		{"de", "1846 zerstörte die Stadt ein Brand.", "1846: Die Stadt zerstörte ein Brand."},
		{"de", "1846 besuchte die Königin der Briten die Stadt.", "1846: 1846 besuchte die Königin der Briten die Stadt."},
		{"de", "1846 setzte sich der Zug in Gang.", "1846: Der Zug setzte sich in Gang."},
		{"de", "Im August 1914 wurde aus dem Saal ein Lager.", "1914-08: Aus dem Saal wurde ein Lager."},
		{"de", "Bei der Wahl im März 1933 erhielt der Bund 51 Sitze.", "1933-03: Bei der Wahl erhielt der Bund 51 Sitze."},
		{"de", "Nach seiner Wahl im März 1933 erhielt der Bund 51 Sitze.", ""},
		{"de", "Nach dem Frieden fiel die Stadt 1807 an Hessen und 1815 an Baden.", "1807: Nach dem Frieden fiel die Stadt an Hessen. 1815: Die Stadt fiel an Baden."},
		{"de", "In der Nacht vom 9. auf den 10. November 1938 brannte das Haus.", "1938-11-09/1938-11-10: Das Haus brannte."},
		{"de", "Anton Hoffert blieb lange und veröffentlichte 1932 ein Buch.", "1932: Anton Hoffert veröffentlichte ein Buch."},
		{"de", "Die Truppen machten aus der Station 1934 ein Lager.", "1934: Die Truppen machten aus der Station ein Lager."},
		{"de", "Das Zimmer 1934 war kalt.", ""},
		{"de", "2016 benannte die Gemeinde Hallen die Straße um.", "2016: Die Gemeinde Hallen benannte die Straße um."},
		{"de", "Ihr Direktor, August Schmal, reiste im Mai 1919 an.", "1919-05: August Schmal reiste an."},
		{"de", "Ihr Direktor reiste im Mai 1919 an.", ""},
		{"de", "Otto Brehm war reich. // Ihr Bruder Ernst blieb. Er starb 1941 in Kaunas.", "1941: Ernst starb in Kaunas."},
		{"de", "Otto Brehm war reich. // Ihr Bruder blieb. Er starb 1941 in Kaunas.", ""},
		{"de", "Im Mai 1996 gab ihm das Gericht recht.", ""},
		{"de", "1948 übernahm die Handelsorganisation (HO) das Haus.", "1948: Die Handelsorganisation (HO) übernahm das Haus."},
		{"de", "Im Mai 2022 zogen 860 Schülerinnen und Schüler ein.", "2022-05: 860 Schülerinnen und Schüler zogen ein."},
		{"de", "Im Mai 2005 wurde ein neues eingeweiht.", ""},
		{"de", "Der Inspektor Johann Georg Wendt baute 1748 ein Werk. // Er starb 1760.", "1748: Der Inspektor Johann Georg Wendt baute ein Werk. 1760: Johann Georg Wendt starb."},
		// The historic present, the perfect, things that are he or she.
		{"fr", "Jeanne Aubry quitte la ville en 1915.", "1915: Jeanne Aubry quitte la ville."},
		{"fr", "Jeanne Aubry est née à Lyon. En 1895 elle crée une loge et en 1904 elle crée une école.", "1895: Jeanne Aubry crée une loge. 1904: Jeanne Aubry crée une école."},
		{"fr", "En 1962 commence la construction des tubes.", "1962: La construction des tubes commence."},
		{"fr", "En 1962 commence sa maladie.", ""},
		{"fr", "C'était en 1940. En juin, la ville célèbre la fête.", ""},
		{"fr", "La ville compte 300 maisons en 1915.", ""},
		{"fr", "Paul Aubry devient en 1875 ingénieur des mines.", "1875: Paul Aubry devient ingénieur des mines."},
		{"fr", "La deuxième version est sortie en juillet 1998.", "1998-07: La deuxième version est sortie."},
		{"fr", "Le château est vaste. Il est démoli en 1726.", "1726: Le château est démoli."},
		{"fr", "Le château est vaste. Elle est démolie en 1726.", ""},
		{"fr", "Dans la nuit du 8 au 9 octobre 1740, le collège brûla.", "1740-10-08/1740-10-09: Le collège brûla."},
		{"fr", "Dans la nuit du 4 août 1789, le collège brûla.", "1789-08-04: Le collège brûla."},
		{"fr", "En 1606 on posa la première pierre.", "1606: On posa la première pierre."},
		{"fr", "Jeanne Aubry succéda à Paul Roche comme chef en janvier 1999.", "1999-01: Jeanne Aubry succéda à Paul Roche comme chef."},
		{"fr", "Le conseil décida en 1605, la construction d'un pont.", "1605: Le conseil décida la construction d'un pont."},
		// Lives.
		{"de", "Emil von Brandt (* 3. Mai 1902 in Emden, Ostfriesland; † 6. Juni 1971 in Bad Honnef) war Maler.", "1902-05-03: Emil von Brandt wurde in Emden geboren. 1971-06-06: Emil von Brandt starb in Bad Honnef."},
		{"de", "Das Werk (* 1902) steht noch.", ""},
		{"de", "Der Graf Otto kam. Sein Bruder (geb. 1902) nicht.", ""},
		{"fr", "Paul Aubry, né le 3 mai 1902 à Florac (Lozère) et mort en 1971 à Panamá, est un ingénieur.", "1902-05-03: Paul Aubry naquit à Florac. 1971: Paul Aubry mourut à Panamá."},
		{"fr", "Née le 3 mai 1902 à Dole, Jeanne Aubry est peintre.", "1902-05-03: Jeanne Aubry naquit à Dole."},
		{"fr", "Sa sœur, née en 1902, est peintre.", ""},
		// From then on; the historic present; what "wurde" makes of a person.
		{"de", "Ab 1907 führte Emil Brandt den Betrieb.", "1907: Ab 1907 führte Emil Brandt den Betrieb."},
		{"de", "Seit 1907 steht dort ein Turm.", ""},
		{"de", "Seit 1907 war Emil Brandt krank.", ""},
		{"de", "Am 26. Dezember 1908 stirbt Emil Brandt bei einem Unfall.", "1908-12-26: Emil Brandt stirbt bei einem Unfall."},
		{"de", "Emil Brandt wurde 1809 Bürger.", "1809: Emil Brandt wurde Bürger."},
		{"de", "Für seine Mühe erhielt Emil Brandt 1978 den Preis.", "1978: Für seine Mühe erhielt Emil Brandt den Preis."},
		{"de", "In den 1970er Jahren erreichte hier der Umschlag seinen Höhepunkt.", "197X: Der Umschlag erreichte seinen Höhepunkt."},
		{"de", "1874 erhielt die Stadt ein Kurhaus, 1881 den Anschluss an die Bahn.", "1874: Die Stadt erhielt ein Kurhaus. 1881: Die Stadt erhielt den Anschluss an die Bahn."},
		{"de", "1874 wurde die Stadt verkauft, 1881 das Schloss.", "1874: Die Stadt wurde verkauft."},
		{"de", "Die Burg wurde 1632 von Otto Brandt und 1645 von den Schweden erobert.", "1632: Die Burg wurde von Otto Brandt erobert. 1645: Die Burg wurde von den Schweden erobert."},
		{"de", "Emil Brandt baute 1819 in Emden und 1820 in Leer größere Orgeln.", "1820: Emil Brandt baute in Leer größere Orgeln."},
		{"de", "1946 übernahm Emil Brandt aus Sorau/Lausitz das Werk.", "1946: Emil Brandt aus Sorau/Lausitz übernahm das Werk."},
		// The fields of the main clause.
		{"de", "1904 stieg der Betrieb auf Motoren um, weil der Absatz sank.", "1904: Der Betrieb stieg auf Motoren um, weil der Absatz sank."},
		{"de", "Die Mühle gehörte dem Kloster. 1904 wurde sie verkauft.", "1904: Die Mühle wurde verkauft."},
		{"de", "Die Mühlen gehörten dem Kloster. 1904 wurde sie verkauft.", ""},
		{"de", "Der Hof gehörte dem Kloster. 1904 wurde sie verkauft.", ""},
		{"de", "Der Kanal brachte wenig ein. 1911 wurde er zugeschüttet.", "1911: Der Kanal wurde zugeschüttet."},
		{"de", "Bereits 1919 musste der Bau erweitert werden.", "1919: Der Bau musste erweitert werden."},
		{"de", "1919 sollte der Bau erweitert werden.", ""},
		{"de", "Eröffnet wurde der Hafen am 28. Mai 1917.", "1917-05-28: Eröffnet wurde der Hafen."},
		{"de", "Das Treffen wurde in Emden, Ostfriesland, vom 3. bis 7. Mai 2010 abgehalten.", "2010-05-03/2010-05-07: Das Treffen wurde in Emden, Ostfriesland, abgehalten."},
		{"de", "Nach dem Ende des Reiches wurde Emden 1804 erneut zur Hauptstadt.", "1804: Nach dem Ende des Reiches wurde Emden erneut zur Hauptstadt."},
		{"de", "Die Truppen zogen in den Krieg 1973.", ""},
		{"de", "Der Verkehr ruhte lange, da im Mai 1944 ein Viadukt gesprengt wurde.", "1944-05: Ein Viadukt wurde gesprengt."},
		{"de", "Sie hofften, dass im Mai 1944 ein Viadukt gesprengt wurde.", ""},
		{"de", "Das Werk zog an eine Kölner Firma, die 1999 Konkurs anmeldete.", "1999: Eine Kölner Firma meldete Konkurs an."},
		{"de", "Das Werk kaufte die Firma, die Emil Brandt 1899 gründete.", ""},
		{"de", "Der Halt wurde lange geführt und schon 1996 aufgelöst.", "1996: Der Halt wurde aufgelöst."},
		{"de", "Der Graf wohnte bis um 1860 im Schloss.", ""},
		{"de", "1860 wurde daraus ein Lager.", ""},
		{"de", "Anna Reuter war Weberin. // 1897 starb der Vater.", ""},
		{"de", "Anna Reuter war Weberin. // Die Stadt benannte 1990 eine Straße nach ihr.", "1990: Die Stadt benannte eine Straße nach Anna Reuter."},
		{"de", "Die Stadt benannte 1990 eine Straße nach ihr.", ""},
		// French.
		{"fr", "Un marchand l'acheta en 1794.", ""},
		{"fr", "Un marchand acheta la salle en 1794.", "1794: Un marchand acheta la salle."},
		{"fr", "En 1949, douze pays signèrent le traité.", "1949: Douze pays signèrent le traité."},
		{"fr", "Le traité a été signé à Paris le 3 mai 1949.", "1949-05-03: Le traité a été signé à Paris."},
		{"fr", "En 1949, la ville était pauvre.", ""},
		{"fr", "La guerre de 1949 ruina la ville.", ""},
		{"fr", "Le roi ne signa pas le traité en 1949.", ""},
		{"fr", "En 1884, l'évêque y fit bâtir un pont.", "1884: L'évêque fit bâtir un pont."},
		{"fr", "En 1884, l'évêque la vendit.", ""},
		{"fr", "La gare avait supprimé la ligne en 1969.", "1969: La gare a supprimé la ligne."},
		{"fr", "La directrice, ancienne élève, l'a rachetée en 2011.", ""},
		{"fr", "La fabrique fut reconstruite en 1858.", "1858: La fabrique fut reconstruite."},
		{"fr", "En 1819, son fils Augustin rapporta un secret.", "1819: Augustin rapporta un secret."},
		{"fr", "Augustin Gaillot reprit la fabrique à la mort de son père, en 1828.", "1828: Augustin Gaillot reprit la fabrique à la mort de son père."},
		{"fr", "Le crédit de la fabrique était petit en 1828.", ""},
		{"fr", "La gare avait une ligne en 1969.", ""},
		{"fr", "En 1793, le curé Jean-Baptiste Roume refusa de prêter serment ; il fut arrêté en novembre 1793.", "1793: Le curé Jean-Baptiste Roume refusa de prêter serment. 1793-11: Jean-Baptiste Roume fut arrêté."},
		// A language without rules.
		{"es", "En 1949, doce países firmaron el tratado el 3/5/1949.", ""},
	} {
		text := strings.ReplaceAll(c.text, "// ", "")
		var got []string
		for _, e := range Entries(text, c.lang, []Block{{End: len(text)}}, temporal.Find(text, c.lang, temporal.Options{}), Options{}) {
			got = append(got, e.EDTF+": "+e.Summary)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, g, c.want)
		}
	}
}

// TestPhrase writes dates as they are printed beside their events.
func TestPhrase(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "In der Nacht vom 9. auf den 10. November 1938 brannte das Haus.", "9./10. November 1938"},
		{"de", "Am 9. November 1938 fiel der Schnee auf den 10. Turm.", "9. November 1938"},
		{"en", "The king of Hull sold a mill in about 1938.", "about 1938"},
	} {
		got := ""
		for _, e := range Entries(c.text, c.lang, []Block{{End: len(c.text)}}, temporal.Find(c.text, c.lang, temporal.Options{}), Options{}) {
			got += e.Phrase
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestEager shows with its sentence what cannot be cut to a line.
func TestEager(t *testing.T) {
	for _, c := range []struct{ lang, text, careful, eager string }{
		{"en", "In 1989 Serbia withdrew most of that autonomy.", "", "1989: In 1989 Serbia withdrew most of that autonomy."},
		{"en", "The king of Hull sold a mill in 1989.", "1989: The king of Hull sold a mill.", "1989: The king of Hull sold a mill."},
		{"en", "In 1989 Serbia was poor.", "", ""},
		{"en", "The mayor said in 1989 that the mill was old.", "", ""},
		{"en", "I left Hull in 1989.", "", ""},
		{"en", "They left Hull in 1989.", "", "1989: They left Hull in 1989."},
		{"de", "Anna Petersen leitete es von 1976 bis 1990.", "", "1976/1990: Anna Petersen leitete es von 1976 bis 1990."},
		{"fr", "Un marchand l'acheta en 1794.", "", "1794: Un marchand l'acheta en 1794."},
	} {
		for _, eager := range []bool{false, true} {
			want, got := c.careful, ""
			if eager {
				want = c.eager
			}
			for _, e := range Entries(c.text, c.lang, []Block{{End: len(c.text)}}, temporal.Find(c.text, c.lang, temporal.Options{}), Options{Eager: eager}) {
				got += e.EDTF + ": " + e.Summary
			}
			if got != want {
				t.Errorf("%s, eager %t: got %q, want %q", c.text, eager, got, want)
			}
		}
	}
}

func FuzzEntries(f *testing.F) {
	for _, s := range []string{"In 1999, NATO launched it. They met in May.", "Founded in 1923, (", "When , in 1999 and, and, 1999", "“In 1999 \" x", "1949 gründeten sie, die", "Am 1. Nov 1000 baute 0A(0", "En 1949, l'"} {
		f.Add(s)
	}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		article, _, _ := strings.Cut(string(raw), "-- entries --")
		for _, line := range strings.Split(article, "\n") {
			f.Add(line)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de", "fr"} {
			exprs := temporal.Find(text, lang, temporal.Options{})
			for _, e := range Entries(text, lang, []Block{{End: len(text)}}, exprs, Options{Eager: true}) {
				if e.Lower.IsZero() || e.Upper.Compare(e.Lower) < 0 || e.Sentence.End > len(text) || e.EDTF == "" || e.Summary == "" {
					t.Fatalf("bad entry %+v", e)
				}
			}
		}
	})
}

func BenchmarkEntries(b *testing.B) {
	raw, err := os.ReadFile("testdata/company.en.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, text string }{
		{"prose", strings.Repeat(string(raw), 50)},
		{"onesentence", strings.Repeat("in 1999 they met and ", 5000)},
		{"sentences", strings.Repeat(strings.Repeat("in 1999 they met and after ", 50)+". ", 100)},
		{"commas", strings.Repeat(", and", 20000)},
	} {
		exprs := temporal.Find(c.text, "en", temporal.Options{})
		blocks := blocksOf(c.text)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Entries(c.text, "en", blocks, exprs, Options{})
			}
		})
	}
}
