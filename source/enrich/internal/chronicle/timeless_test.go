package chronicle

import "testing"

// TestTimeless: a noun phrase of time is no subject, and nothing goes on about it.
func TestTimeless(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hull had rain in 1990. The following morning it cleared. In late May it cooled.", ""},
		{"Hull Museum is old. Two days later it closed. On 5 May 1990 it opened again.", "1990-05-05: Hull Museum opened again."},
		{"The bell was old. The next year it fell. In 1994 it rang.", "1994: The bell rang."},
		{"The bridge was old. The following morning it snowed on 3 May 1990.", "1990-05-03: It snowed."},
		{"The volcano erupted in 1990. It cooled the climate in 1991.", "1990: The volcano erupted. 1991: The volcano cooled the climate."},
		{"Paul Reed signed the charter in 1968. The day it signed the charter was wet. On St. Patrick's Day 1994 it rang.", "1968: Paul Reed signed the charter."},
		{"Day 1968 it signed. In 1970 it rang.", ""},
		{"The boat it sank was found in 1990.", ""},
		{"The council met on 3 May 1990. The following year it bought the mill.", "1990-05-03: The council met. 1991: The council bought the mill."},
		// What has a time in its name says more than when.
		{"The school year began on 3 May 1990.", "1990-05-03: The school year began."},
		{"The night shift walked out in 1990.", "1990: The night shift walked out."},
		{"The second day of the battle ended in 1990.", "1990: The second day of the battle ended."},
		{"The Day was a magazine. In 1990 it closed.", "1990: The Day closed."},
		{"The Hundred Days ended in 1815.", "1815: The Hundred Days ended."},
		// "By the time" is a conjunction before a clause.
		{"By the time the war ended in 1865, only forty remained.", ""},
		{"By the time Paul Reed died in 1865, the mill had closed.", "1865: Paul Reed died."},
		{"By the time the war ended in 1865, Paul Reed closed the mill.", "1865: By the time the war ended in 1865, Paul Reed closed the mill."},
		{"Paul Reed had closed the mill by the time Hull was taken in 1865.", "1865: Hull was taken."},
		{"By the time of the fire in 1865, Hull had two mills.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestActedOn: "it" behind a verb and the subject "it" of the next sentence are one thing, and what an event led to is not the event.
func TestActedOn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Anna opened the ferry museum in 2001. The town closed it in 2012. It reopened on 1 May 2015.", "2001: Anna opened the ferry museum. 2012: The town closed the ferry museum. 2015-05-01: The ferry museum reopened."},
		{"Anna opened the ferry museum in 2001. The town closed it in 2012. It reopened in 2015. In 2017 it won a prize.", "2001: Anna opened the ferry museum. 2012: The town closed the ferry museum. 2015: The ferry museum reopened. 2017: The ferry museum won a prize."},
		{"The firm built the mill in 1990. The town closed it. It reopened in 2015.", "1990: The firm built the mill."},
		{"The club reached the final in 1989 and lost it by a goal. In 1993 it was relegated.", "1989: The club reached the final and lost it by a goal. 1993: The club was relegated."},
		{"The king was killed in 1881. The assassination led to martial law. It was lifted in 1890.", "1881: The king was killed."},
		{"The tax was raised. It was lifted in 1890.", "1890: The tax was lifted."},
		{"The magazine's finances were poor, and it nearly closed in 1990 and was rescued by a bank in 1991.", ""},
		{"The steel works opened in 1890. It closed in 1941.", "1890: The steel works opened."},
		{"Ada Brandt was a painter. In 1930 the flood left her alone in Hull.", "1930: The flood left Ada Brandt alone in Hull."},
		{"Ada Brandt was a painter. In 1930 the flood destroyed her free school.", "1930: The flood destroyed Ada Brandt's free school."},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestHalves: what the line would tear, and "such", which points out of it.
func TestHalves(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Such a network was built in 1990.", ""},
		{"Such networks were built in Hull in 1990.", ""},
		{"Paul Reed built such a mill in 1990.", ""},
		{"Paul Reed made such a name in 1990 that he was knighted.", "1990: Paul Reed made such a name that he was knighted."},
		{"Paul Reed built such mills as Hull Mill in 1990.", "1990: Paul Reed built such mills as Hull Mill."},
		{"On February 16, 1862, most of the garrison and, Brig. Gen. Paul Reed surrendered.", ""},
		{"In 1990 Paul Reed and, later, Adam Lowe left Hull.", "1990: Paul Reed and, later, Adam Lowe left Hull."},
		{"Paul Reed moved in 1990 both to Hull and Leeds.", "1990: Paul Reed moved both to Hull and Leeds."},
		{"The law abolished both the tax on salt in 1990 and the tax on tar.", "1990: The law abolished both the tax on salt and the tax on tar."},
		{"The Land Act of 1785 established both the general practice of surveys in the west and northwest and the rules used throughout the later growth of Hull.", ""},
		{"Reed and Lowe won the race both in 1990 and 1992.", "1990: Reed and Lowe won the race. 1992: Reed and Lowe won the race."},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
