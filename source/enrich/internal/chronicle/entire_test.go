package chronicle

import "testing"

// TestEntire reads sentences that are told whole, and adverbials that stand before the date.
func TestEntire(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// The date may belong to either clause, so the sentence stays whole.
		{"After the misery of Hull in 1943, Adam Lowe led the party north.", "1943: After the misery of Hull in 1943, Adam Lowe led the party north."},
		{"Although the mill was kept until Adam Lowe's illness in 1943, the heirs split the firm.", "1943: Although the mill was kept until Adam Lowe's illness in 1943, the heirs split the firm."},
		{"A chest, which the monks had hidden in the well in 1536, held the seals.", "1536: A chest, which the monks had hidden in the well in 1536, held the seals."},
		{"After the misery of Hull in 1943, he led the party north.", ""},                                // who?
		{"After the misery of Hull in 1943, Adam Lowe said that the party was lost.", ""},                // what was said
		{"After the misery of Hull in 1943, Adam Lowe often led parties north.", ""},                     // a habit
		{"After the misery of Hull in 1943, Adam Lowe was in the north.", ""},                            // a state
		{"After the misery of Hull in 1943, Adam Lowe led the party north, which is rare.", ""},          // the present
		{"After the misery of Hull in 1943, Adam Lowe led the party north with her.", ""},                // with whom?
		{"After the misery of Hull in 1943 and of York in 1944, Adam Lowe led the party north.", ""},     // two dates
		{"According to a clerk at Hull in 1943 the firm, then old, took 900 women.", ""},                 // who says so
		{"As at Hull in 1943, Adam Lowe did not lead the party north.", ""},                              // what was not done
		{"After the misery of Hull in 1943, the party, which \"Adam Lowe\" led, went north.", ""},        // in quotation marks
		{"The party (which was lost at Hull in 1943) led Adam Lowe north, 12% of the time.", ""},         // a share
		{"Losses at Hull fell from 61 in the summer of 1943 to 38 in the winter that came then.", ""},    // two times compared
		{"This attack, which Adam Lowe had led to the misery of Hull in 1943, made the party weep.", ""}, // which?
		{"After the misery of Hull in 1943, Adam Lowe may have led the party north.", ""},                // what may have been
		{"After serving as mayor of Hull from 1901 to 1904, Adam Lowe led the party north.", ""},         // the range is not when
		{"If the misery of Hull in 1943 was what Adam Lowe feared, the party went north.", ""},           // if
		{"After the misery of Hull in 1943 we led the party north.", ""},                                 // we
		{"After the misery of Hull in 1943, Adam Lowe led the party north [and a long way back].", ""},   // an editor's words
		{"Did Adam Lowe lead the party north when Hull fell in 1943, and the owners went west?", ""},     // a question
		{"After the misery of Hull in 1943, Adam Lowe announced that the party went north.", ""},         // what was announced
		{"After the misery of Hull in the 15th century, Adam Lowe's party went north in ten ships.", ""}, // too far off
		{"Adam Lowe went north. After his death in the winter, the party led the town back.", ""},        // of which year?
		{"Adam Lowe, who led the party of the north, planned to fall on Hull at the gate in 1943.", ""},  // planned
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
