package chronicle

import "testing"

// TestEntire reads sentences that are told whole, and adverbials that stand before the date.
func TestEntire(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// The date may belong to either clause, so the sentence stays whole.
		{"After the misery of Hull in 1943, Adam Lowe led the party north.", "1943: After the misery of Hull in 1943, Adam Lowe led the party north."},
		{"Although the mill was kept until Adam Lowe's illness in 1943, the heirs split the firm.", "1943: Although the mill was kept until Adam Lowe's illness in 1943, the heirs split the firm."},
		{"A chest, which the monks had hidden in the well in 1536, split.", ""},                                                                                       // not in that year
		{"After the misery of Hull in 1943, he led the party north.", ""},                                                                                             // who?
		{"After the misery of Hull in 1943, Adam Lowe said that the party was lost.", ""},                                                                             // what was said
		{"After the misery of Hull in 1943, Adam Lowe often led parties north.", ""},                                                                                  // a habit
		{"After the misery of Hull in 1943, Adam Lowe was in the north.", ""},                                                                                         // a state
		{"After the misery of Hull in 1943, Adam Lowe led the party north, which is rare.", "1943: After the misery of Hull in 1943, Adam Lowe led the party north."}, // the present goes
		{"After the misery of Hull in 1943, Adam Lowe led the party north with her.", ""},                                                                             // with whom?
		{"After the misery of Hull in 1943 and of York in 1944, Adam Lowe led the party north.", ""},                                                                  // two dates
		{"According to a clerk at Hull in 1943 the firm, then old, took 900 women.", ""},                                                                              // who says so
		{"As at Hull in 1943, Adam Lowe did not lead the party north.", ""},                                                                                           // what was not done
		{"After the misery of Hull in 1943, Adam Lowe read \"The party is lost, and Hull is lost\" to the men.", ""},                                                  // what was said
		{"The party (which was lost at Hull in 1943) led Adam Lowe north, 12% of the time.", ""},                                                                      // a share
		{"Losses at Hull fell from 61 in the summer of 1943 to 38 in the winter that came then.", ""},                                                                 // two times compared
		{"This attack, which Adam Lowe had led to the misery of Hull in 1943, made the party weep.", ""},                                                              // which?
		{"After the misery of Hull in 1943, Adam Lowe may have led the party north.", ""},                                                                             // what may have been
		{"After serving as mayor of Hull from 1901 to 1904, Adam Lowe led the party north.", ""},                                                                      // the range is not when
		{"If the misery of Hull in 1943 was what Adam Lowe feared, the party went north.", ""},                                                                        // if
		{"After the misery of Hull in 1943 we led the party north.", ""},                                                                                              // we
		{"After the misery of Hull in 1943, Adam Lowe led the party north [and a long way back].", ""},                                                                // an editor's words
		{"Did Adam Lowe lead the party north when Hull fell in 1943, and the owners went west?", ""},                                                                  // a question
		{"After the misery of Hull in 1943, Adam Lowe announced that the party went north.", ""},                                                                      // what was announced
		{"After the misery of Hull in 1943, Adam Lowe painted \"North and South\" in ten weeks.", "1943: After the misery of Hull in 1943, Adam Lowe painted \"North and South\" in ten weeks."},
		{"Adam Lowe went north. After his death in the winter, the party led the town back.", ""},       // of which year?
		{"Adam Lowe, who led the party of the north, planned to fall on Hull at the gate in 1943.", ""}, // planned
		// The event of the clause that the date stands in, or of one that is joined to the first.
		{"An early pioneer was Adam Lowe, a weaver who built the first loom in 1936.", "1936: Adam Lowe built the first loom."},
		{"An early pioneer was Adam Lowe, a weaver who was old in 1936.", ""},
		{"Hull and York were towns of the north until they were burned on 1 May 1605.", "1605-05-01: Hull and York were burned."},
		{"Tom Reed was at sea in 1919 and Adam Lowe, then a boy, asked Ada Reed to join the staff.", ""},
		{"After a talk Tom Reed was at sea but in 1919 he asked Ada Reed to join the staff.", "1919: Tom Reed asked Ada Reed to join the staff."},
		// What points out of the line goes with the clause it stands in.
		{"Exports fell after the misery of Hull in 1943, but Adam Lowe would never lead the party again.", "1943: Exports fell after the misery of Hull in 1943."},
		// What the adverbial names is an event, too; behind the main clause it is the only one.
		{"After Adam Lowe's death in 1943, Tom Reed led the party north.", "1943: Adam Lowe died. 1943: After Adam Lowe's death, Tom Reed led the party north."},
		{"Tom Reed led the party until Adam Lowe's death in 1943.", "1943: Adam Lowe died."},
		// Brackets go, unless they are all letters; a date in them behind the verb may be the event's.
		{"After the misery of Hull in 1943, Adam Lowe (an elder of York) led the Party of the North (PN) north.", "1943: After the misery of Hull in 1943, Adam Lowe led the Party of the North (PN) north."},
		{"After the misery of Hull in 1943, Adam Lowe printed the letters (1945).", ""},
		// A date that names a thing is not another one, and an apposition behind a name may be left out.
		{"After the misery of Hull in 1943, Adam Lowe led the 1919 party north.", "1943: After the misery of Hull in 1943, Adam Lowe led the 1919 party north."},
		{"Then in 2003 the owners began Operation North, a hunt that ended in 2006.", "2003: The owners began Operation North."},
		// The date of what somebody took part in, or what happened in.
		{"The tower fell in the earthquake of 1703.", "1703: The tower fell in the earthquake of 1703."},
		{"The tower fell in the street of 1703.", ""},
		{"Adam Lowe won the race of 1936.", "1936: Adam Lowe won the race of 1936."},
		{"Adam Lowe praised the race of 1936.", ""},
		{"Adam Lowe won the 1994 Hull Open.", "1994: Adam Lowe won the 1994 Hull Open."},
		{"Adam Lowe won the 1994 prize.", ""},
		{"Adam Lowe praised the 1994 Hull Open.", ""},
		// Between a subject that acts by itself and its verb the date is the verb's.
		{"The government of Norway in 2007 banned the word.", "2007: The government of Norway banned the word."},
		{"The contents of the letter in 1903 showed a child.", ""},
		{"Adam Lowe in 1949 founded the firm.", "1949: Adam Lowe founded the firm."},
		// What points back goes with the date that opens the sentence.
		{"Adam Lowe came on 13 August 1969. On the same evening in Hull there was a dinner.", "1969-08-13: Adam Lowe came. 1969-08-13: In Hull there was a dinner."},
		// Forms of irregular verbs, and a part of the day before.
		{"Two men were hurt in Hull in 2005. The loan was repaid in 2006. Hull was overrun in 2007.", "2005: Two men were hurt in Hull. 2006: The loan was repaid. 2007: Hull was overrun."},
		{"Adam Lowe was arrested on 8 January 1888. Tom Reed was arrested in Hull the same evening with a plate.", "1888-01-08: Adam Lowe was arrested. 1888-01-08: Tom Reed was arrested in Hull with a plate."},
		{"In 1997, Ada Reed spent a month in York after the boat -- tossed by winds -- struck the pier.", "1997: Ada Reed spent a month in York."},
		// There was.
		{"In the north in 1838 there was an outbreak of measles that killed 900 men.", "1838: In the north in 1838 there was an outbreak of measles that killed 900 men."},
		{"In 1838 there was a house in Hull.", ""},
		// A first use, an office, a call, and what had come about before.
		{"The loom was first used in Hull in 1936.", "1936: The loom was first used in Hull."},
		{"The loom was used in Hull in 1936.", ""},
		{"From 1912 to 1914 Adam Lowe was professor of law at Hull.", "1912/1914: Adam Lowe was professor of law at Hull."},
		{"From 1912 to 1914 Adam Lowe was glad.", ""},
		{"Adam Lowe called an early election in 1936.", "1936: Adam Lowe called an early election."},
		{"Adam Lowe called the loom a wonder in 1936.", ""},
		{"Adam Lowe came in 1936. A year earlier, Tom Reed had burned the loom.", "1935: Tom Reed burned the loom. 1936: Adam Lowe came."},
		{"The letters were unsigned in 1936.", ""},
		{"The statue was unveiled in 1936.", "1936: The statue was unveiled."},
		{"The towns were united in 1444.", "1444: The towns were united."},
		{"In 1916 Adam Lowe predicted a fall in wages.", "1916: Adam Lowe predicted a fall in wages."},
		{"In 1916 Adam Lowe predicted that wages fell.", ""},
		{"Lightning set fire to the roof in 1361.", "1361: Lightning set fire to the roof."},
		// At what it came about: the date of the one is that of the other.
		{"At the Congress of Arts and Trades in Hull on 3 May 1912 delegates formed a league.", "1912-05-03: Delegates formed a league."},
		{"Upon landing in Hull on 3 May 1912, Adam Lowe sold the ship.", "1912-05-03: Adam Lowe sold the ship."},
		{"In an account of the siege in 1807, Adam Lowe praised the king.", "1807: In an account of the siege in 1807, Adam Lowe praised the king."},
		// An adverbial that a comma parts from the date.
		{"Following his apprenticeship, from 1901 to 1903, Adam Lowe studied law in Hull.", "1901/1903: Adam Lowe studied law in Hull."},
		{"Earlier, in 1921, Adam Lowe sold the ship.", "1921: Adam Lowe sold the ship."},
		{"At its height, in 1921, the mill sold 700 pins.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
