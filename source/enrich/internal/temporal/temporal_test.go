package temporal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func ExampleFind() {
	text := "In the late 1990s things got worse. On 24 March 1999 it began, and two months later it was over."
	for _, x := range Find(text, "en", Options{}) {
		fmt.Println(x.Text, x.Value, x.Mod, x.EDTF, x.Lower, x.Upper)
	}
	// Output:
	// the late 1990s 199 END 1996/1999 1996-01-01 1999-12-31
	// 24 March 1999 1999-03-24  1999-03-24 1999-03-24 1999-03-24
	// two months later 1999-05  1999-05 1999-05-01 1999-05-31
}

// TestNoDates holds numbers and words that look like dates and are none.
func TestNoDates(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "It cost $1999, then 1999 dollars, 2000 euros and £1,999."},
		{"en", "About 1999 people and 1500 armed men came; 1200 were lost."},
		{"en", "See page 1999, p. 1999, Section 1984, No. 1914, Article 2001 and Chapter 1066."},
		{"en", "Room 1999, Flight 1845, Boeing 2000, Windows 2000, Route 1966 and Unit 1701."},
		{"en", "ISBN 978-1999-2001-3 and ISBN 1984."},
		{"en", "Version 2.1999 and 1.2.3, model HX-2000, RFC 2026, ISO 8601."},
		{"en", "A screen of 1920 x 1080 dots. From 1500 to 2000 people came, between 1500 and 1800 soldiers fell."},
		{"en", "The ratio was 1999:2001 and the share 19.99%, 1999% of 2000 metres."},
		{"en", "May I come in? They march on. He may fall; the fall of Troy; a spring in his step; second to none."},
		{"en", "Mark said the sun would set. It won 3-2. Call 555-1999."},
		{"de", "Es kostete 1999 Euro für 2000 Menschen in Zimmer 1945, siehe Seite 1848 und Nr. 1914."},
		{"fr", "Cela coûta 1999 francs à 2000 personnes, chambre 1945, page 1848, il a été vu."},
		{"es", "En marzo de 1999 llegaron 2000 personas."},
	} {
		for _, x := range Find(c.text, c.lang, Options{}) {
			if x.Resolved() {
				t.Errorf("%s: found %q=%s (%s) in %q", c.lang, x.Text, x.Value, x.Rule, c.text)
			}
		}
	}
}

// TestNarrative follows the time of small stories: the values wanted, in order.
func TestNarrative(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 9 September 1914 it began. On 7 October it fell.", "1914-09-09 1914-10-07"},
		{"On 16 December 1944 they attacked. It was repulsed by January.", "1944-12-16 1945-01"},
		{"In May 1940 they fled. The king, crowned in 1902, stayed. In June it fell.", "1940-05 1902 1940-06"},
		{"In May 1940 they fled. Files declassified in 2005 tell why. In June it fell.", "1940-05 2005 1940-06"},
		{"He moved in 1868. Two years later he wed. The following year he died.", "1868 1870 1871"},
		{"It fell in 1868. That autumn he left. In the same month she died.", "1868 1868-FA 1868-XX"},
		{"They met on 24 March 1999. Three days later they left.", "1999-03-24 1999-03-27"},
		{"It began in 2002, and in September that year it was named. In May of the following year it fell.", "2002 2002-09 2003-05"},
		{"In 490 BC they landed. Ten years later, in 480, they came again.", "BC0490 BC0480 BC0480"},
		{"The fort burned in 334 BC. A census was held in AD 74. It fell in 152.", "BC0334 0074 0152"},
		{"It opened in 1681. A barge came in 1934, another in 1989. Seven years later it was closed.", "1681 1934 1989 1996"},
		{"It opened in 1681. A barge came in 1934. In May it was closed.", "1681 1934 1681-05"},
		{"The first fall was in 1968. The second was in 1994. In January it rained.", "1968 1994 1994-01"},
		{"In January 2016 it began. The plan (to be done by 31 December 2019) was read. In May it fell.", "2016-01 2019-12-31 2016-05"},
		{"In November 1999 it rose. In February it fell.", "1999-11 2000-02"},
		{"In November 1999 it rose; they had met in February.", "1999-11 1999-02"},
		{"It was done in the autumn of 1927. They saw it the next spring.", "1927-FA 1928-SP"},
		{"1942\n\nIn March they landed. In May they left.", "1942 1942-03 1942-05"},
		// What only names a work, a goal or what would come is not where the narrative goes.
		{"In July 1969 they flew. In a 2010 interview he said why. In August they rested.", "1969-07 2010 1969-08"},
		{"In July 1968 they flew. Reed thought about its 1969 landing goal. In August they rested.", "1968-07 1969 1968-08"},
		{"In July 1968 they flew. The ship would not be ready until May 1969. In August they rested.", "1968-07 1969-05 1968-08"},
		{"In July 1968 they flew. The goal was to land before the end of 1969. In August they rested.", "1968-07 1969 1968-08"},
		{"In July 1968 they flew. Two years later he would be king. In August they rested.", "1968-07 1970 1968-08"},
		{"In July 1968 they flew. Two years later he was king. In August they rested.", "1968-07 1970 1970-08"},
		// Back from a look ahead, and on from a look back.
		{"In July 1969 it flew. A coin came in 1971, another in 1979. The ship left on July 16, 1969. On July 19 it arrived.", "1969-07 1971 1979 1969-07-16 1969-07-19"},
		{"In May 1787 they met. The paper was read on 15 November 1777. A copy was made. On 28 November it was sent.", "1787-05 1777-11-15 1777-11-28"},
		{"He came home in 2018. She sang the part in 1953, and another in Hull that September.", "2018 1953 1953-09"},
		{"It was shown in 1979, ten years after the flight. In 1989, ten years later, it was sold.", "1979 1979 1989 1989"},
		{"The mill was built in 1979; ten years later it burned.", "1979 1989"},
		// Every year.
		{"The town was founded in 1905. Temperatures in January range from 0 to 5 degrees. It grew in June.", "1905 XXXX-01 1905-06"},
		{"The town was founded in 1905. The festival is held each June. A church was built in June.", "1905 1905-06"},
		{"The town was founded in 1905. Snow is frequent in winter, and falls until spring.", "1905 XXXX-WI XXXX-SP"},
		{"In 1905 the town grew. In winter it was cut off.", "1905 1905-WI"},
		{"In 1905 the town grew. The feast is celebrated on 8 September.", "1905 XXXX-09-08"},
		{"The inquiry was promised in 1905. It is expected to open in June.", "1905 1905-06"},
		{"He was born on 29 February 2000 and left on 28 February 2001. A day later he was home.", "2000-02-29 2001-02-28 2001-03-01"},
	} {
		var got []string
		for _, x := range Find(c.text, "en", Options{}) {
			if x.Type == DATE {
				got = append(got, x.Value)
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// TestWeekday reads the weekdays of the news by the article's own date, those of a story by the story's.
func TestWeekday(t *testing.T) {
	day := Date{2022, 3, 18} // a Friday
	for _, c := range []struct {
		text   string
		anchor Date
		want   string
	}{
		{"On Tuesday the bridge fell.", day, "2022-03-15"},
		{"It was opened in 1999. It was mended. It was painted. On Tuesday the bridge fell.", day, "1999 2022-03-15"},
		{"On 14 September 2007 he rested. On Monday he fell.", day, "2007-09-14 2007-09-17"},
		{"On Tuesday the bridge fell.", Date{}, "XXXX-WXX-2"},
	} {
		var got []string
		for _, x := range Find(c.text, "en", Options{Anchor: c.anchor}) {
			got = append(got, x.Value)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %s, want %s", c.text, g, c.want)
		}
	}
}

func TestAnchor(t *testing.T) {
	xs := Find("This year it fell. It fell two years ago, and last month.", "en", Options{Anchor: Date{2009, 12, 19}})
	var got []string
	for _, x := range xs {
		got = append(got, x.Value)
	}
	if want := []string{"2009", "2007", "2009-11"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRanges(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "In March–June 1999 it rained.", "1999-03/1999-06"},
		{"en", "It ruled from 24 March to 10 June 1999.", "1999-03-24/1999-06-10"},
		{"en", "Between 1998 and 2001 it rained.", "1998/2001"},
		{"en", "In 1992–95 it rained.", "1992/1995"},
		{"en", "The war (480–479 BC) was long.", "-0479/-0478"},
		{"en", "In December–February 1999 it rained.", "1998-12/1999-02"},
		{"en", "From the 1950s to the 1970s it rained.", "1950/1979"},
		{"en", "It fell in 1998 and 2001.", ""},
		{"de", "Vom 24. März bis zum 10. Juni 1999 regnete es.", "1999-03-24/1999-06-10"},
		{"de", "Von 1939 bis 1945 war Krieg.", "1939/1945"},
		{"fr", "Du 24 mars au 10 juin 1999 il plut.", "1999-03-24/1999-06-10"},
		{"fr", "Entre 1998 et 2001 il plut.", "1998/2001"},
	} {
		got := ""
		for _, x := range Find(c.text, c.lang, Options{}) {
			if x.Range != nil {
				got = x.Range.EDTF
				if x.Range.Lower.Compare(x.Range.Upper) > 0 {
					t.Errorf("%s: upside down", c.text)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct{ text, edtf, lower, upper string }{
		{"in 1999", "1999", "1999-01-01", "1999-12-31"},
		{"in early 1941", "1941", "1941-01-01", "1941-04-30"},
		{"in mid-1941", "1941", "1941-05-01", "1941-08-31"},
		{"in February 2000", "2000-02", "2000-02-01", "2000-02-29"},
		{"in late June 1941", "1941-06", "1941-06-21", "1941-06-30"},
		{"in the 1990s", "199X", "1990-01-01", "1999-12-31"},
		{"in the mid-1980s", "1984/1986", "1984-01-01", "1986-12-31"},
		{"in the 19th century", "18XX", "1801-01-01", "1900-12-31"},
		{"in the first half of the 17th century", "1601/1650", "1601-01-01", "1650-12-31"},
		{"in the latter half of the 17th century", "1651/1700", "1651-01-01", "1700-12-31"},
		{"in the second half of the 1950s", "1955/1959", "1955-01-01", "1959-12-31"},
		{"in the early 17th century", "1601/1633", "1601-01-01", "1633-12-31"},
		{"in the 4th century BC", "-0399/-0300", "-0399-01-01", "-0300-12-31"},
		{"in the 1st century BC", "-0099/0000", "-0099-01-01", "0000-12-31"},
		{"in the 470s BC", "-0478/-0469", "-0478-01-01", "-0469-12-31"},
		{"in 44 BC", "-0043", "-0043-01-01", "-0043-12-31"},
		{"in the summer of 2004", "2004-22", "2004-06-01", "2004-08-31"},
		{"in the winter of 1941", "1941-24", "1941-12-01", "1942-02-28"},
		{"circa 1920", "1920~", "1920-01-01", "1920-12-31"},
		{"in the second half of 2008", "2008-41", "2008-07-01", "2008-12-31"},
		{"in the third quarter of 2008", "2008-35", "2008-07-01", "2008-09-30"},
	} {
		xs := Find(c.text, "en", Options{})
		if len(xs) != 1 {
			t.Errorf("%s: found %v", c.text, names(xs))
			continue
		}
		if x := xs[0]; x.EDTF != c.edtf || x.Lower.String() != c.lower || x.Upper.String() != c.upper {
			t.Errorf("%s: %s %s…%s, want %s %s…%s", c.text, x.EDTF, x.Lower, x.Upper, c.edtf, c.lower, c.upper)
		}
	}
}

// TestCalendar walks through the days of the calendar, from before Christ into the next millennium, one by one.
func TestCalendar(t *testing.T) {
	d := Date{-801, 1, 1}
	for n := d.days(); d.Year < 2101; n++ {
		if d.days() != n || dateOf(n) != d {
			t.Fatalf("%v is day %d, day %d is %v", d, d.days(), n, dateOf(n))
		}
		d.Day++
		if d.Day > monthDays(d.Year, d.Month) {
			d.Day, d.Month = 1, d.Month+1
		}
		if d.Month > 12 {
			d.Month, d.Year = 1, d.Year+1
		}
	}
	for _, c := range []struct {
		d    Date
		want int
	}{{Date{1999, 3, 24}, 3}, {Date{2007, 9, 13}, 4}, {Date{1944, 6, 6}, 2}, {Date{2000, 1, 1}, 6}} {
		if got := c.d.weekday(); got != c.want {
			t.Errorf("%v is weekday %d, want %d", c.d, got, c.want)
		}
	}
	for year, want := range map[int]string{1054: "1054-04-03", 1525: "1525-04-16", 1492: "1492-04-22", 1582: "1582-04-15", 1583: "1583-04-10"} {
		if got := easterIn(year).String(); got != want {
			t.Errorf("Easter of %d in its calendar on %s, want %s", year, got, want)
		}
	}
	if got := holiday(3, 1525).String(); got != "1525-06-04" {
		t.Errorf("Pentecost of 1525 on %s", got)
	}
	if got := holiday(10, 1500).String(); got != "1500-03-04" { // Easter on 19 April, a leap year of the Julian calendar
		t.Errorf("Ash Wednesday of 1500 on %s", got)
	}
	for year, want := range map[int]string{1999: "1999-04-04", 2000: "2000-04-23", 2008: "2008-03-23", 1818: "1818-03-22"} {
		if got := easter(year).String(); got != want {
			t.Errorf("Easter of %d on %s, want %s", year, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(article)
	for _, s := range []string{
		"from 24 March to 10 June 1999, 480-479 BC, '99", "XIXe siècle, av. J.-C.", "24.3.1999 44 v. Chr. 1980er", "the 1990's\n1999–",
		"31 February 1999, 0 BC, 99999 years later", "a\xffb 1999\x80", "100000 centuries ago, 9999 years before that",
		"in the 20s BC. 5000 years earlier", "week later. last week of 1999", "Sunday. last Monday. next May. this spring",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de", "fr", "xx"} {
			at := 0
			for _, x := range Find(text, lang, Options{Anchor: Date{2009, 12, 19}}) {
				if x.Start < at || x.End <= x.Start || x.End > len(text) || text[x.Start:x.End] != x.Text {
					t.Fatalf("%s: bad span %d…%d after %d", lang, x.Start, x.End, at)
				}
				at = x.End
				if x.Resolved() && (x.EDTF == "" || x.Value == "" || x.Lower.IsZero() || x.Lower.Compare(x.Upper) > 0) {
					t.Fatalf("%s: %q has %+v", lang, x.Text, x)
				}
				if x.Open != "" && (!x.Resolved() || x.Mod == "" || x.Range != nil) {
					t.Fatalf("%s: %q bounds %+v", lang, x.Text, x)
				}
				if !x.Resolved() && x.EDTF != "" {
					t.Fatalf("%s: %q has EDTF %s without a grain", lang, x.Text, x.EDTF)
				}
			}
		}
	})
}

// TestBoundsOfTime keeps the value of a date that bounds, and says what it bounds beside it.
func TestBoundsOfTime(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The mill stood there before 1990.", "1990 BEFORE ../1990"},
		{"en", "Prior to March 1990 it was dry.", "1990-03 BEFORE ../1990-03"},
		{"en", "After 1991 nobody came.", "1991 AFTER 1991/.."},
		{"en", "It stood until 24 March 1999.", "1999-03-24 ON_OR_BEFORE ../1999-03-24"},
		{"en", "It has stood since 1871.", "1871 ON_OR_AFTER 1871/.."},
		{"en", "By 1990 the line had reached Hull.", "1990 ON_OR_BEFORE ../1990"},
		{"en", "Send it no later than 3 May 2001.", "2001-05-03 ON_OR_BEFORE ../2001-05-03"},
		{"en", "It opens no earlier than 2031.", "2031 ON_OR_AFTER 2031/.."},
		{"en", "From 1990 on he slept.", "1990 ON_OR_AFTER 1990/.."},
		{"en", "He ruled Ravenna from AD 548 and onward.", "0548 ON_OR_AFTER 0548/.."},
		{"en", "It was cast in 1990 or later.", "1990 ON_OR_AFTER 1990/.."},
		{"en", "By the end of 1990 they had left.", "1990 END ../1990"},
		{"en", "It grew after the 1990s.", "199 AFTER 1999/.."},
		{"en", "It was small before the 19th century.", "18 BEFORE ../1801"},
		{"en", "It has grown since the 1950s.", "195 ON_OR_AFTER 1950/.."},
		{"en", "It fell before 44 BC.", "BC0044 BEFORE ../-0043"},
		{"en", "Before about 1920 it was a farm.", "1920 APPROX ../1920~"},
		{"en", "It was 1950. More than two years earlier he left.", "1950   1948 BEFORE "},
		{"en", "It was 1950. Less than two years earlier he left.", "1950   1948 AFTER "},
		{"en", "It was 1950. More than two years later he left.", "1950   1952 AFTER "},
		// None of these bounds.
		{"en", "The bridge did not open until 1990.", "1990  "},
		{"en", "It wasn't finished until May 1990.", "1990-05  "},
		{"en", "They met before the 1990 election.", "1990  "},
		{"en", "It began two years before 1990.", "P2Y   1990  "},
		{"en", "From 1990 until 1995 it rained.", "1990   1995  "},
		{"en", "From 1990 on the island he slept.", "1990  "},
		{"en", "It was known as early as 1990.", "1990  "},
		{"en", "In 1990 and later works he spoke of it.", "1990  "},
		{"de", "Vor 1990 stand dort eine Mühle.", "1990 BEFORE ../1990"},
		{"de", "Nach dem 3. Mai 1990 kam niemand.", "1990-05-03 AFTER 1990-05-03/.."},
		{"de", "Seit 1871 steht sie.", "1871 ON_OR_AFTER 1871/.."},
		{"de", "Ab 1871 stand sie.", "1871 ON_OR_AFTER 1871/.."},
		{"de", "Sie stand bis 1871.", "1871 ON_OR_BEFORE ../1871"},
		{"de", "Spätestens 1990 war es leer.", "1990 ON_OR_BEFORE ../1990"},
		{"de", "Von 1990 an schlief er.", "1990 ON_OR_AFTER 1990/.."},
		{"de", "Vor der Wahl 1990 war es leer.", "1990  "},
		{"fr", "Avant 1990 il y avait un moulin.", "1990 BEFORE ../1990"},
		{"fr", "Après le 3 mai 1990 personne ne vint.", "1990-05-03 AFTER 1990-05-03/.."},
		{"fr", "Depuis 1871 il est debout.", "1871 ON_OR_AFTER 1871/.."},
		{"fr", "Il resta debout jusqu'en 1871.", "1871 ON_OR_BEFORE ../1871"},
		{"fr", "À partir de 1871 il dormit.", "1871 ON_OR_AFTER 1871/.."},
		{"fr", "Au plus tard en 1990 elle partit.", "1990 ON_OR_BEFORE ../1990"},
		{"de", "Vor dem 19. Jahrhundert gab es keine.", "18 BEFORE ../1801"},
		{"fr", "Avant l'été 1990 il partit.", "1990-SU BEFORE ../1990-22"},
		{"fr", "Avant le XIXe siècle il n'y en avait pas.", "18 BEFORE ../1801"},
		{"fr", "Dès 1990 elle partit.", "1990  "},
	} {
		var got []string
		for _, x := range Find(c.text, c.lang, Options{}) {
			got = append(got, x.Value+" "+x.Mod+" "+x.Open)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %q, want %q", c.text, g, c.want)
		}
	}
}
