package temporal

import (
	"strings"
	"testing"
)

// TestRules gives each rule of each table a text that calls for it, with what it finds between brackets and the value
// after it, and a text like it in which it must not come into play. What a text needs of context stands before it.
func TestRules(t *testing.T) {
	cases := map[string]map[string][2]string{
		"en": {
			"day-month":             {"It began on [24 March 1999]=1999-03-24.", "It sold 24 marches in 1999."},
			"day-month-approx":      {"It began [about 24 March 1999]=1999-03-24.", "It sold about 24 marches."},
			"month-day":             {"It began on [March 24, 1999]=1999-03-24.", "They march 24 miles."},
			"ordinal-of-month":      {"He died on [the fifth of May 1821]=1821-05-05.", "He was the fifth of them."},
			"nth-weekday":           {"They met on [the first Wednesday in February 1789]=1789-02-04.", "He was the first Wednesday player."},
			"days-of-month":         {"They met on 6–[7 January 1916]=1916-01-07.", "They met 6–7 friends in January 1916."},
			"month-days":            {"They met on March 5–[9, 1918]=1918-03-09.", "They met 5–9 times."},
			"month-year":            {"It began in [March 1999]=1999-03.", "They march 1999 miles."},
			"month-year-approx":     {"It began [around March 1981]=1981-03.", "It turned around."},
			"month":                 {"The year was 1940. It rose in [April]=1940-04.", "In 1940 April Smith rose. May I go? They march."},
			"mod-month":             {"It began in May 1940. It fell in [late June]=1940-06.", "It fell late."},
			"holiday":               {"They were home by [Christmas 1944]=1944-12-25.", "They sang in 1944."},
			"holiday-bare":          {"It was 1944. They rested at [Easter]=1944-04-09.", "In 1944 the song White Christmas was new."},
			"holiday-part":          {"It was 1776. They crossed on [Christmas night]=1776-12-25TNI.", "It was a silent night."},
			"new-year":              {"It fell on [New Year's Day 1959]=1959-01-01.", "A new year began."},
			"feast-date":            {"They came on [Easter Monday, 10 April 2023]=2023-04-10.", "They came on Easter, 10 of them."},
			"same-month":            {"In March 1849 it began. He died [that December]=1849-12.", "He knew that June Reed died."},
			"feast":                 {"They rose on [Easter Monday 1916]=1916-04-24, and on [Thanksgiving 2001]=2001-11-22.", "Good Friday prayers were said in 1916."},
			"feast-bare":            {"It was 2004. They sailed on [Boxing Day]=2004-12-26.", "In 2004 the sale was called Boxing Day."},
			"civil-day":             {"They met on [Memorial Day 1999]=1999-05-31, and on Labor Day 2001.", "On Valentine's Day 1500 people came to the Memorial Day sale."},
			"national-day":          {"It fell on [Independence Day 1999]=1999.", "The film Independence Day (1996) cost 75 million."},
			"corpus-christi":        {"It rose at [Corpus Christi 1490]=1490-06-10.", "Corpus Christi 1990 tyres fell."},
			"moving-feast":          {"He fasted in [Lent 1803]=1803.", "He lent 1803 pounds."},
			"years-of-term":         {"It fell in [the 2004–05 academic year]=2004.", "It fell in 2004–05."},
			"clock-hours":           {"On 9 May 1940 it fell. At [1800 hours]=1940-05-09T18:00 they left.", "They flew 1800 hours."},
			"fiscal-year-short":     {"Sales rose in [FY2008]=2008.", "The code FY20081 and fy2008x stand for nothing, nor does Room FY 999."},
			"millennium":            {"It was built in [the third millennium BC]=BC2.", "It was the third house of the millennium."},
			"millennia":             {"It grew in the third and [second millennia BC]=BC1.", "It was the talk of two millennia."},
			"millennium-mod":        {"It grew at [the end of the 2nd millennium]=1.", "It was the end of the millennium bug."},
			"centuries":             {"Roads were built in the 17th and [18th centuries]=17.", "The 17th and 18th houses were old."},
			"season-year":           {"It began in [the spring of 1943]=1943-SP.", "The springs of 1943 valves broke."},
			"season-years":          {"It began in [the winter of 1941–42]=1941-WI. It froze in [winter 1946-1947]=1946-WI and in [the winter of 1999/2000]=1999-WI.", "It cost 1941-42."},
			"year-season":           {"The [1982 summer]=1982-SU was hot.", "The summer was hot."},
			"season":                {"It was 1915. They fought throughout [the summer]=1915-SU.", "The fall of Kabul came in 2001. In 1939 he fought in the Winter War."},
			"quarter":               {"Sales rose in [the third quarter of 1999]=1999-Q3.", "They live in a quarter of Rome."},
			"quarter-q":             {"Sales rose in [Q3 1999]=1999-Q3.", "See Q3 for that."},
			"half":                  {"Sales rose in [the second half of 2008]=2008-H2.", "The second half of the game was dull."},
			"year":                  {"It began in [1999]=1999.", "It needed 1999 people, $1999 and Room 1999, see page 1999."},
			"the-year":              {"It was [the year 1950]=1950.", "The year was hard."},
			"mod-year":              {"It began in [late 1942]=1942.", "It began late."},
			"approx-year":           {"It began [circa 1920]=1920.", "It sold about 1920 copies."},
			"later-in-year":         {"[Later in 1792]=1792 it fell.", "Later it fell."},
			"rest-of-year":          {"They stayed for [the rest of 1952]=1952.", "They stayed for the rest."},
			"years-short":           {"It lasted from [1939]=1939–45.", "The score was 39–45."},
			"years":                 {"It lasted from [1985]=1985–1994.", "Flight 1985-1994 was late."},
			"apostrophe-year":       {"It was 1899. He knew the boys of ['99]=1899.", "It cost '99 cents."},
			"fiscal-year":           {"Profits fell in [fiscal year 1998]=1998.", "The year 1998 was bad."},
			"decade":                {"It began in [the late 1990s]=199.", "He wore 501s."},
			"decade-mod":            {"It ended at [the end of the 1980s]=198.", "It ended."},
			"decade-word":           {"It was 1995. He missed [the sixties]=196.", "He got sixties."},
			"decade-word-mod":       {"It was 1995. It began in [the middle of the sixties]=196.", "It began in the middle."},
			"century":               {"It began in [the 19th century]=18.", "It began in the 19th house."},
			"century-mod":           {"It began in [the middle of the 9th century BC]=BC08.", "It began in the middle."},
			"turn-of-century":       {"It began at [the turn of the 20th century]=1900.", "It was the turn of the tide."},
			"part-of-date":          {"They fled on [the night of 20 June 1791]=1791-06-20TNI.", "It was a night of fear."},
			"date-part":             {"They fled on [20 June 1791 in the evening]=1791-06-20TEV.", "They fled in the end."},
			"weekday":               {"On 14 September 2007 he rested. On [Monday]=2007-09-17 he fell.", "He was a Robinson."},
			"weekday-part":          {"On 14 September 2007 he rested. On [Monday morning]=2007-09-17TMO he fell.", "He liked the morning."},
			"same-unit":             {"It was 1940. In [that year]=1940 it fell.", "He said that years matter."},
			"same-season":           {"It was 1940. [That autumn]=1940-FA it fell.", "He knew that falls hurt."},
			"same-part":             {"On 9 May 1940 he left. [That night]=1940-05-09TNI it fell.", "He knew that nights are dark."},
			"mod-same-unit":         {"In May 1940 it fell. By [the end of the month]=1940-05 they left.", "By the end of the book they left."},
			"unit-following":        {"On 9 May 1940 it fell. [The day following]=1940-05-10, they left.", "The day following the storm was quiet."},
			"in-the-unit":           {"It was 1946. [Later in the year]=1946 it fell.", "Later in the book it fell."},
			"mod-in-the-unit":       {"It was 1947. [Late in the year]=1947 it fell.", "Late in the game it fell."},
			"part-of-unit":          {"It was 1944. In [the latter part of the year]=1944 it fell.", "The latter part of the book is dull."},
			"rest-of-unit":          {"It was 1944. For [the rest of the year]=1944 it rained.", "The rest of the book is dull."},
			"units-end":             {"In October 1950 it fell. By [month's end]=1950-10 they left.", "They met at street's end."},
			"next-unit":             {"It was 1776. [The following year]=1777 it fell.", "The following people met."},
			"next-season":           {"It was 1776. [The following spring]=1777-SP it fell.", "The following people met."},
			"next-part":             {"On 14 April 1865 he was shot. He died [the next morning]=1865-04-15TMO.", "The next man died."},
			"mod-next-unit":         {"It was 1776. By [the end of the following year]=1777 it fell.", "At the end of the following page it falls."},
			"part-next-unit":        {"In the 470s BC it fell. In [the early part of the next decade]=BC046 it rose.", "In the early part of the next book it rose."},
			"prev-unit":             {"It was 1776. It fell in [the previous year]=1775.", "It fell on the previous page."},
			"prev-season":           {"In May 1776 it fell. It began in [the previous winter]=1775-WI.", "It began on the previous page."},
			"last-unit":             {"It was 1776. It began [last year]=1775.", "It lasted years."},
			"last-season":           {"In May 1776 it fell. It began [last winter]=PAST_REF.", "The last word fell."},
			"unit-before":           {"On 23 May 1918 it fell. It began [the day before]=1918-05-22.", "The man before him fell."},
			"unit-after":            {"On 23 May 1918 it fell. It ended [the day after]=1918-05-24.", "The man after him fell."},
			"day-ordinal":           {"On 9 May 1950 it fell. They left on [the 13th]=1950-05-13.", "In May 1950 the 13th Division left."},
			"later":                 {"On 8 October 1950 it fell. [Two days later]=1950-10-10 they left.", "Two friends later left."},
			"after":                 {"It was 1986. [Five years after that]=1991, it fell.", "Five men ran after that dog."},
			"after-event":           {"On 8 October 1950 it fell. [Two days after]=1950-10-10 the fall they left.", "Two men ran after the dog."},
			"unit-after-event":      {"On 8 October 1950 it fell. [The day after]=1950-10-09 the battle they left.", "The man after the dog ran."},
			"ordinal-unit":          {"On 1 July 1916, [the first day]=1916-07-01 of the battle, it rained.", "The first man of the town left."},
			"this-date":             {"On 1 July 1916 it fell. [This date]=1916-07-01 is kept.", "He knew this datum."},
			"earlier":               {"It was 1945. [Two decades earlier]=1925 he left.", "Two friends earlier left."},
			"ago":                   {"He left [two years ago]=PAST_REF.", "He left two friends."},
			"vague-later":           {"He died [weeks later]=FUTURE_REF.", "He died later."},
			"vague-earlier":         {"He arrived [weeks earlier]=PAST_REF.", "He arrived earlier."},
			"soon-after":            {"[Shortly afterwards]=FUTURE_REF he died.", "He died shortly."},
			"duration":              {"It lasted [three years]=P3Y.", "It cost three pounds."},
			"duration-of-some-kind": {"It lasted [ten brutal months]=P10M.", "It cost ten brutal wars."},
			"duration-adjective":    {"They went on a [ten-day]=P10D tour.", "They went on a ten-man tour."},
			"length":                {"For [the next two years]=P2Y it rained.", "For the next two men it rained."},
			"length-one":            {"For [the entire year]=P1Y it rained.", "For the entire town it rained."},
			"some-time":             {"It rained for [a short time]=.", "It rained on a short man."},
			"unit-long":             {"After a [year-long]=P1Y trial he left.", "After a mile-long walk he left."},
			"bare-units":            {"They talked for [weeks]=PXW.", "Weeks of talk were lost."},
			"years-old":             {"She left [aged 40]=P40Y.", "She left 40."},
			"daily":                 {"It is read [daily]=XXXX-XX-XX.", "It is read."},
			"every":                 {"It rains [every summer]=XXXX-SU.", "It rains on every man."},
			"everyday":              {"His [everyday]=XXXX-XX-XX life was dull.", "His life was dull."},
			"per-unit":              {"They sent 10 men [per month]=P1M.", "They sent 10 per cent."},
			"now":                   {"It is [now]=PRESENT_REF a museum.", "It is known."},
			"present-day":           {"It lies in [present-day]=PRESENT_REF Iraq.", "He was present."},
			"former":                {"The [former]=PAST_REF king left.", "He liked the former."},
			"future":                {"It lies in [the near future]=FUTURE_REF.", "It is futuristic."},
			"yesterday":             {"On 9 May 1940 he wrote: it fell [yesterday]=1940-05-08.", "It fell."},
			"tomorrow":              {"On 9 May 1940 he wrote: it falls [tomorrow]=1940-05-10.", "It falls."},
			"that-time":             {"At [that time]=, it was poor.", "He spent that time wisely."},
			"that-period":           {"During [this period]= it was poor.", "This periodical was poor."},
			"part":                  {"It fell at [night]=XXXX-XX-XXTNI.", "It fell at dark."},
			"at-part":               {"It fell in [the morning]=XXXX-XX-XXTMO.", "It fell in the mud."},
			"clock":                 {"On 9 May 1940 it fell. At [11:30 p.m.]=1940-05-09T23:30 they left.", "The ratio was 11 to 30."},
			"clock-hour":            {"On 9 May 1940 it fell. At [5 p.m.]=1940-05-09T17:00 they left.", "At 5 they left."},
			"clock-oclock":          {"On 9 May 1940 it fell. At [5 o'clock]=1940-05-09T05:00 they left.", "At 5 o they left."},
			"noon":                  {"It fell at [noon]=XXXX-XX-XXT12:00.", "It fell at nine."},
			"numeric":               {"It began on [1999-03-24]=1999-03-24.", "Version 1.2.1999.4 and 24-03 fell."},
		},
		"de": {
			"day-month":       {"Am [24. März 1999]=1999-03-24 begann es.", "Der 24. Mann kam."},
			"days-of-month":   {"Am 1. und [2. Mai 1950]=1950-05-02 ruhten sie.", "Der 1. und 2. Mann kamen."},
			"month-year":      {"Im [März 1999]=1999-03 begann es.", "Im Haus 1999 begann es."},
			"month":           {"Es war 1940. Im [April]=1940-04 stieg es.", "Er mag Jan. Im Jahr 1919 kam der Direktor, August Schmal, an."},
			"mod-month":       {"Es war 1940. [Anfang März]=1940-03 fiel es.", "Am Anfang fiel es."},
			"holiday":         {"An [Weihnachten 1944]=1944-12-25 ruhten sie.", "An Weihnachten ruhten sie."},
			"season-year":     {"Im [Herbst 1999]=1999-FA kamen sie.", "Im Herbst kamen sie."},
			"season-years":    {"Im [Winter 1941/42]=1941-WI fror es, auch im [Winter 1946/1947]=1946-WI.", "Im Winter fror es."},
			"season":          {"Es war 1940. Im [Herbst]=1940-FA fiel es.", "Es war herb."},
			"quarter":         {"Im [dritten Quartal 1999]=1999-Q3 stieg es.", "Im dritten Haus stieg es."},
			"half":            {"In der [zweiten Jahreshälfte 1999]=1999-H2 fiel es.", "In der zweiten Hälfte fiel es."},
			"year":            {"[1949]=1949 gründeten sie den Bund.", "1999 Menschen kamen in Zimmer 1945."},
			"the-year":        {"Im [Jahr 1999]=1999 fiel es.", "Im Jahr fiel es."},
			"mod-year":        {"[Ende 1999]=1999 fiel es.", "Am Ende fiel es."},
			"approx-year":     {"[Um 1800]=1800 war es klein.", "Um acht war es klein."},
			"years-short":     {"Der Krieg von [1939]=1939/45 war lang.", "Es stand 39/45."},
			"years":           {"Von [1939]=1939 bis 1945 war Krieg.", "Von acht bis zehn war Krieg."},
			"fiscal-year":     {"Im [Geschäftsjahr 1999]=1999 fiel es.", "Im Geschäft fiel es."},
			"decade":          {"In den [späten 1990er Jahren]=199 fiel es.", "In den späten Jahren fiel es."},
			"decade-mod":      {"[Mitte der 1980er Jahre]=198 wuchs es.", "In der Mitte wuchs es."},
			"decade-word":     {"Es war 1999. In den [sechziger Jahren]=196 fiel es.", "Es waren sechzig."},
			"decade-word-mod": {"Es war 1999. [Ende der sechziger Jahre]=196 fiel es.", "Am Ende der Straße fiel es."},
			"century":         {"Im [19. Jahrhundert]=18 war sie klein.", "Im 19. Haus war sie klein."},
			"century-mod":     {"[Ende des 19. Jahrhunderts]=18 fiel es.", "Am Ende des Hauses fiel es."},
			"millennium":      {"Im [2. Jahrtausend]=1 war sie klein.", "Im 2. Haus war sie klein."},
			"feast":           {"Zu [Michaelis 1500]=1500-09-29 zahlte er.", "Zu Michaelis zahlte er."},
			"weekday":         {"Am 14. September 2007 ruhte er. Am [Montag]=2007-09-17 fiel er.", "Er fiel."},
			"same-unit":       {"Es war 1940. Im [selben Jahr]=1940 fiel es.", "Im selben Haus fiel es."},
			"same-season":     {"Es war 1940. In [diesem Herbst]=1940-FA fiel es.", "In diesem Haus fiel es."},
			"same-part":       {"Am 9. Mai 1940 kam er. In [jener Nacht]=1940-05-09TNI fiel es.", "In jener Stadt fiel es."},
			"mod-same-unit":   {"Es war 1940. [Ende des Jahres]=1940 fiel es.", "Am Ende des Buches fiel es."},
			"in-the-unit":     {"Es war 1940. [Später im Jahr]=1940 fiel es.", "Später im Haus fiel es."},
			"next-unit":       {"Es war 1940. Im [folgenden Jahr]=1941 fiel es.", "Im folgenden Haus fiel es."},
			"next-season":     {"Es war 1940. Im [folgenden Sommer]=1941-SU fiel es.", "Im folgenden Haus fiel es."},
			"next-part":       {"Am 9. Mai 1940 kam er. Am [nächsten Morgen]=1940-05-10TMO fiel es.", "Der nächste Mann fiel."},
			"prev-unit":       {"Es war 1940. Im [vorigen Jahr]=1939 fiel es.", "Im vorigen Haus fiel es."},
			"prev-season":     {"Es war 1940. Im [vorigen Sommer]=1939-SU fiel es.", "Im vorigen Haus fiel es."},
			"later":           {"Es war 1940. [Zwei Jahre später]=1942 fiel es.", "Zwei Männer fielen später."},
			"earlier":         {"Es war 1940. [Zwei Jahre zuvor]=1938 fiel es.", "Zwei Männer fielen zuvor."},
			"ago":             {"Es fiel [vor zwei Jahren]=PAST_REF.", "Es fiel vor zwei Häusern."},
			"yesterday":       {"Am 9. Mai 1940 schrieb er: Es fiel [gestern]=1940-05-08.", "Es fiel."},
			"tomorrow":        {"Am 9. Mai 1940 kam er. [Tags darauf]=1940-05-10 fiel es.", "Es fiel darauf."},
			"duration":        {"Es dauerte [drei Jahre]=P3Y.", "Es kostete drei Mark."},
			"length":          {"In [den nächsten zwei Jahren]=P2Y fiel es.", "In den nächsten zwei Häusern fiel es."},
			"daily":           {"Es fällt [täglich]=XXXX-XX-XX.", "Es fällt."},
			"every":           {"Es fällt [jeden Sommer]=XXXX-SU.", "Es fällt jeden an."},
			"now":             {"Es ist [heute]=PRESENT_REF ein Museum.", "Es ist ein Museum."},
			"former":          {"Es war [damals]=PAST_REF arm.", "Es war arm."},
			"future":          {"Es liegt in der [Zukunft]=FUTURE_REF.", "Es liegt in der Stadt."},
			"clock":           {"Am 9. Mai 1940 kam er um [11:30 Uhr]=1940-05-09T11:30.", "Er kam um 11."},
			"numeric":         {"Am [24.3.1999]=1999-03-24 begann es.", "In Version 1.2.1999.4 fiel es."},
		},
		"fr": {
			"day-month":       {"Le [24 mars 1999]=1999-03-24 elle partit.", "Les 24 marches."},
			"days-of-month":   {"Les 1er et [2 mai 1950]=1950-05-02 ils dormirent.", "Les 1er et 2 rangs."},
			"month-year":      {"En [mars 1999]=1999-03 elle partit. [Au début du mois de mai 2003]=2003-05 elle revint.", "En 1999 elle partit."},
			"month":           {"C'était en 1940. En [avril]=1940-04 elle partit.", "Elle avala."},
			"mod-month":       {"C'était en 1940. [Début mars]=1940-03 elle partit.", "Au début elle partit."},
			"holiday":         {"À [Noël 1944]=1944-12-25 ils dormirent.", "Le sapin de Noël."},
			"season-year":     {"À l'[automne 1999]=1999-FA ils revinrent.", "À l'automne de la vie."},
			"season-years":    {"L'[hiver 1946-1947]=1946-WI fut froid, l'[hiver 1941/42]=1941-WI aussi.", "L'hiver de la vie."},
			"season":          {"C'était en 1940. En [hiver]=1940-WI il neigea.", "Il a été vu."},
			"quarter":         {"Au [troisième trimestre 1999]=1999-Q3.", "Au troisième étage."},
			"half":            {"Au [premier semestre 1999]=1999-H1.", "Au premier étage."},
			"year":            {"En [1949]=1949 elle partit.", "La chambre 1999 et 1999 personnes."},
			"the-year":        {"L'[an 1999]=1999 fut dur.", "L'an fut dur."},
			"mod-year":        {"[Fin 1999]=1999 elle partit.", "À la fin elle partit."},
			"approx-year":     {"[Vers 1800]=1800 elle partit.", "Vers la ville elle partit."},
			"years-short":     {"La guerre de [1914]=1914-18.", "Le score de 14-18."},
			"years":           {"De [1939]=1939 à 1945 ce fut la guerre.", "De huit à dix ce fut la guerre."},
			"fiscal-year":     {"Pour l'[exercice 1999]=1999.", "Pour l'exercice."},
			"decade":          {"Dans les [années 1990]=199 elle partit.", "Dans les rues elle partit."},
			"decade-mod":      {"À [la fin des années 1990]=199 elle partit.", "À la fin des vers elle partit."},
			"decade-word":     {"Dans les [années trente]=193 elle partit.", "Trente années passèrent."},
			"decade-word-mod": {"À [la fin des années trente]=193 elle partit.", "À la fin des trente vers elle partit."},
			"century":         {"Au [XIXe siècle]=18 elle était petite.", "Au XIXe étage."},
			"century-mod":     {"À [la fin du XIXe siècle]=18.", "À la fin du livre."},
			"weekday":         {"Le 14 septembre 2007 il dormit. Le [lundi]=2007-09-17 il partit.", "Il dormit."},
			"same-unit":       {"C'était en 1940. [La même année]=1940, il partit.", "La même femme partit."},
			"same-season":     {"C'était en 1940. [Cet automne-là]=1940-FA, il partit.", "Cet homme-là partit."},
			"same-part":       {"Le 9 mai 1940 il vint. [Cette nuit-là]=1940-05-09TNI il partit.", "Cette femme-là partit."},
			"mod-same-unit":   {"C'était en 1940. À [la fin de l'année]=1940 il partit.", "À la fin de l'acte il partit."},
			"next-unit":       {"C'était en 1940. [L'année suivante]=1941, il partit.", "La femme suivante partit."},
			"next-season":     {"C'était en 1940. L'[automne suivant]=1941-FA il partit.", "L'homme suivant partit."},
			"next-part":       {"Le 9 mai 1940 il vint. [Le lendemain matin]=1940-05-10TMO il partit.", "La femme suivante partit."},
			"prev-unit":       {"C'était en 1940. [L'année précédente]=1939 il partit.", "La femme précédente partit."},
			"prev-season":     {"C'était en 1940. L'[automne précédent]=1939-FA il partit.", "L'homme précédent partit."},
			"later":           {"C'était en 1940. [Deux ans plus tard]=1942, il partit.", "Deux hommes partirent plus tard."},
			"earlier":         {"C'était en 1940. [Deux ans plus tôt]=1938, il partit.", "Deux hommes partirent plus tôt."},
			"ago":             {"Il partit [il y a deux ans]=PAST_REF.", "Il y a deux hommes."},
			"yesterday":       {"Le 9 mai 1940 il écrivit : elle partit [hier]=1940-05-08.", "Elle partit."},
			"duration":        {"Cela dura [trois ans]=P3Y.", "Cela coûta trois francs."},
			"length":          {"[Les deux dernières années]=P2Y furent dures.", "Les deux dernières femmes partirent."},
			"daily":           {"Un journal [quotidien]=XXXX-XX-XX.", "Un journal."},
			"every":           {"Il pleut [chaque automne]=XXXX-FA.", "Chaque homme partit."},
			"now":             {"C'est [aujourd'hui]=PRESENT_REF un musée.", "C'est un musée."},
			"former":          {"C'était [autrefois]=PAST_REF pauvre.", "C'était pauvre."},
			"future":          {"C'est le [futur]=FUTURE_REF.", "C'est le mur."},
			"clock":           {"Le 9 mai 1940 il vint à [11 h 30]=1940-05-09T11:30.", "Il vint à 11."},
			"numeric":         {"Le [24/03/1999]=1999-03-24 elle partit.", "La version 1.2.1999.4."},
		},
		"": {
			"numeric": {"[1999-03-24]=1999-03-24", "1999, in March 1999"},
		},
	}
	for lang, rules := range cases {
		for _, r := range languageOf(lang).rules {
			c, ok := rules[r.name]
			if !ok {
				t.Errorf("%s: no text for rule %s", lang, r.name)
				continue
			}
			delete(rules, r.name)
			open, shut := strings.Index(c[0], "["), strings.Index(c[0], "]=")
			want := c[0][open+1 : shut]
			rest := c[0][shut+2:]
			value := rest
			if i := strings.IndexAny(rest, " ,;–/"); i >= 0 {
				value = rest[:i]
			}
			value = strings.TrimRight(value, ".")
			if i := strings.IndexAny(value, "–"); i >= 0 {
				value = value[:i]
			}
			tail := rest[len(value):]
			if r.name == "years-short" && lang == "fr" {
				value, tail = "1914", "-18."
			}
			text := c[0][:open] + want + tail
			found := false
			for _, x := range Find(text, lang, Options{}) {
				if x.Rule == r.name && x.Text == want && x.Start == open {
					found = true
					if x.Value != value {
						t.Errorf("%s %s: %q is %q, want %q", lang, r.name, x.Text, x.Value, value)
					}
				}
			}
			if !found {
				t.Errorf("%s %s: not found in %q; there is %v", lang, r.name, text, names(Find(text, lang, Options{})))
			}
			for _, x := range Find(c[1], lang, Options{}) {
				if x.Rule == r.name {
					t.Errorf("%s %s: must not find %q in %q", lang, r.name, x.Text, c[1])
				}
			}
		}
		for name := range rules {
			t.Errorf("%s: no rule %s", lang, name)
		}
	}
}

func names(xs []Expression) (out []string) {
	for _, x := range xs {
		out = append(out, x.Rule+" "+x.Text+"="+x.Value)
	}
	return out
}

// TestSameAs keeps silent about the time of something else.
func TestSameAs(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "It was 1940. In the same year as her wedding it fell.", ""},
		{"en", "It was 1940. In December of the same year as her wedding it fell.", ""},
		{"en", "It was 1940. In December of the same year it fell.", "1940-12"},
		{"de", "Es war 1940. Im selben Jahr wie die Brücke fiel der Turm.", ""},
		{"fr", "C'était en 1940. La même année que le pont, la tour tomba.", ""},
		{"en", "The ship left on 6 May 1940 for Hull. On the same day a second one sank.", "1940-05-06"},
	} {
		exprs := Find(c.text, c.lang, Options{})
		last := exprs[len(exprs)-1]
		got := ""
		if last.Resolved() {
			got = last.EDTF
		}
		if got != c.want || len(exprs) < 2 {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestMillennia bounds thousands of years, which EDTF writes as intervals.
func TestMillennia(t *testing.T) {
	for text, want := range map[string]string{
		"It stood in the third millennium BC.":          "-2999/-2000",
		"It fell in the early second millennium BCE.":   "-1999/-1667",
		"It rose in the first millennium BC.":           "-0999/0000",
		"It rose in the first millennium.":              "0001/1000",
		"They met early in the third millennium AD.":    "2001/2333",
		"It was the eleventh millennium of the legend.": "",
	} {
		got := ""
		for _, x := range Find(text, "en", Options{}) {
			if x.Grain == Millennium {
				got = x.EDTF
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestFeasts gives days of the year and those that move the date of their year.
func TestFeasts(t *testing.T) {
	for text, want := range map[string]string{
		"Labor Day 1935": "1935-09-02", "Memorial Day 1968": "1968-05-30", "Memorial Day 1999": "1999-05-31",
		"Columbus Day 1992": "1992-10-12", "Columbus Day 1892": "1892-10-12", "Palm Sunday 1942": "1942-03-29", "Maundy Thursday 1960": "1960-04-14",
		"Whit Monday 1900": "1900-06-04", "Ascension Day 2005": "2005-05-05", "St. Patrick's Day 1995": "1995-03-17", "Boxing Day 2004": "2004-12-26",
	} {
		xs := Find("They met on "+text+".", "en", Options{})
		if len(xs) != 1 || xs[0].EDTF != want || xs[0].Text != text {
			t.Errorf("%s: got %v, want %s", text, names(xs), want)
		}
	}
}

// TestLastWinter says nothing of a season that only the article's date can tell.
func TestLastWinter(t *testing.T) {
	for _, text := range []string{"The dam broke last winter.", "It was 1968. The dam broke last winter.", "It was worse than last summer, they said."} {
		for _, x := range Find(text, "en", Options{}) {
			if x.Rule == "last-season" && (x.Resolved() || x.EDTF != "") {
				t.Errorf("%q: %q is %q", text, x.Text, x.EDTF)
			}
		}
	}
	if xs := Find("The dam broke last winter.", "en", Options{Anchor: Date{1968, 5, 30}}); len(xs) != 1 || xs[0].Value != "1967-WI" {
		t.Errorf("with the article's date: %v", names(xs))
	}
}

// TestNamesOfDays lets the words that days are named by stand for themselves anywhere else, and the second half of a year of
// account change nothing.
func TestNamesOfDays(t *testing.T) {
	for text, want := range map[string]string{
		"It took over 360 labor hours.":                                    "over 360 labor hours=PT360H",
		"They sang of his disastrous 1812 victory there.":                  "1812=1812",
		"It was 2007. They sold less in the academic year 2001/02 at sea.": "the academic year 2001/02=2001",
		"It was 2007. They sold less in FY 2001/02 at sea.":                "FY 2001/02=2001",
	} {
		xs := names(Find(text, "en", Options{}))
		if len(xs) == 0 || !strings.HasSuffix(xs[len(xs)-1], want) {
			t.Errorf("%q: got %v, want %s", text, xs, want)
		}
	}
}

// TestPlans stays with the narrative where a sentence looks years ahead of it, and follows it where it only goes on.
func TestPlans(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The works began in 1866. The company planned to reach the coast by the end of 1869. In August, Reed proposed a tunnel.", "1866-08"},
		{"en", "The works began in 1866. The company reached the coast at the end of 1869. In August, Reed proposed a tunnel.", "1869-08"},
		{"en", "The works began in 1866. Nobody had planned it. The line reached the coast in 1869. In August, Reed opened a tunnel.", "1869-08"},
		{"de", "Der Bau begann 1866. Die Bahn sollte 1869 die Küste erreichen. Im August schlug Roth einen Tunnel vor.", "1866-08"},
		{"fr", "Les travaux commencèrent en 1866. On espérait atteindre la côte en 1869. En août, Roux proposa un tunnel.", "1866-08"},
	} {
		xs := Find(c.text, c.lang, Options{})
		if n := len(xs); n == 0 || xs[n-1].EDTF != c.want {
			t.Errorf("%s: got %v, want %s last", c.text, names(xs), c.want)
		}
	}
}

// TestNamedDays gives a year to days and feasts named with it, the day itself where a rule of the calendar tells it.
func TestNamedDays(t *testing.T) {
	for text, want := range map[string]string{
		"On Labour Day 1990 it fell.": "1990", "On VE Day 1945 it fell.": "1945-05-08", "On D-Day 1944 it fell.": "1944-06-06",
		"At Epiphany 1200 he came.": "1200-01-06", "On Juneteenth 1993 he went.": "1993-06-19", "On Martin Luther King Day 1991 he went.": "1991-01-21",
		"During Ramadan 1992 she fasted.": "1992", "At Hanukkah 1995 they met.": "1995", "At Kirkby Folk Festival 1968 she sang.": "1968",
		"The 2004/05 season was good.": "2004", "At 0630 hours he left.": "",
		"Mr. May and April Jones came.": "", "Spring water fell.": "", "Sunday school closed.": "", "Some 1600 returned.": "",
		"They played the 1812 Overture.": "", "He lent 1803 pounds.": "", "They met 1990 people.": "",
	} {
		got := ""
		for _, x := range Find(text, "en", Options{}) {
			got += x.EDTF
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
