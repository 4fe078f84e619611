package temporal

import "testing"

// Parts of centuries and years, ordinals in every spelling, feasts: in German and French.
func TestPartsOfPeriods(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "In der zweiten Hälfte des 18. Jahrhunderts wuchs er.", "1751/1800"},
		{"de", "In der ersten Hälfte des XVIII. Jahrhunderts wuchs er.", "1701/1750"},
		{"de", "Im letzten Drittel des 18. Jahrhunderts wuchs er.", "1767/1800"},
		{"de", "Im ausgehenden 18. Jahrhundert wuchs er.", "1768/1800"},
		{"de", "Im 3. Jahrhundert v. Chr. wuchs er.", "-0299/-0200"},
		{"de", "Im ersten Halbjahr 1939 wuchs er.", "1939-40"},
		{"de", "Am Heiligabend 1914 schwieg er.", "1914-12-24"},
		{"de", "Zu Allerheiligen 1755 bebte es.", "1755-11-01"},
		{"de", "Otto (* 1412 in Ulm; † 1464) kam.", "14121464"},
		{"de", "Otto (*1412, †1464) kam.", "14121464"},
		{"de", "Otto zählte 12 * 1412 Stück.", ""},
		{"de", "Es fiel 1957. In den 70er Jahren stand es.", "1957197X"},
		{"de", "Es fiel 1995. In den 20er Jahren stand es.", "1995192X"},
		{"de", "Als Nachfolger wurde er 1970 Präsident.", "1970"},
		{"de", "Dort wohnten 1970 Menschen.", ""},
		{"de", "Am XIX. Haus hielt er.", ""},
		{"fr", "Dans la première moitié du XVIIIe siècle il grandit.", "1701/1750"},
		{"fr", "Dans la seconde moitié du dix-neuvième siècle il grandit.", "1851/1900"},
		{"fr", "Au XIXᵉ siècle il grandit.", "18XX"},
		{"fr", "À l'aube des années 1970 il ferma.", "1970/1973"},
		{"fr", "Dans les années quarante il ferma.", "194X"},
		{"fr", "Le premier juillet 2001 il ferma.", "2001-07-01"},
		{"fr", "Durant le mois d'août 1995 il ferma.", "1995-08"},
		{"fr", "Aux environs de 1300 il brûla.", "1300~"},
		{"fr", "À l'Ascension 1905 il brûla.", "1905-06-01"},
		{"fr", "Les dix-neuf premiers arrivèrent.", ""},
		{"fr", "Ils habitaient aux environs de Lyon.", ""},
	} {
		got := ""
		for _, x := range Find(c.text, c.lang, Options{}) {
			got += x.EDTF
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
