package enrich

import (
	"testing"

	"github.com/quirepress/quire/source/document"
)

// TestEDTF reads what an author may give as a date, and prints it.
func TestEDTF(t *testing.T) {
	for _, c := range []struct{ date, lower, upper, en, de, fr string }{
		{"1999-03-24", "1999-03-24", "1999-03-24", "24 March 1999", "24. März 1999", "24 mars 1999"},
		{"1996/1999", "1996-01-01", "1999-12-31", "1996–1999", "1996–1999", "1996–1999"},
		{"1920~", "1920-01-01", "1920-12-31", "c. 1920", "um 1920", "vers 1920"},
		{"../1990", "1990-01-01", "1990-12-31", "until 1990", "bis 1990", "jusqu’en 1990"},
		{"1990-05/..", "1990-05-01", "1990-05-31", "from May 1990", "ab Mai 1990", "à partir de mai 1990"},
		{"../1990-05-03", "1990-05-03", "1990-05-03", "until 3 May 1990", "bis 3. Mai 1990", "jusqu’au 3 mai 1990"},
		{"-0043/..", "-0043-01-01", "-0043-12-31", "from 44 BC", "ab 44 v. Chr.", "à partir de 44 av. J.-C."},
	} {
		lower, upper, err := parseEDTF(c.date)
		if err != nil || lower != c.lower || upper != c.upper {
			t.Errorf("%s: from %s to %s (%v), want %s to %s", c.date, lower, upper, err, c.lower, c.upper)
		}
		for lang, want := range map[string]string{"en": c.en, "de": c.de, "fr": c.fr} {
			if got := phraseEDTF(c.date, lang); got != want {
				t.Errorf("%s: printed %q in %s, want %q", c.date, got, lang, want)
			}
		}
	}
	for _, bad := range []string{"", "..", "../", "/..", "../..", "../1990/..", "../1990/1991", "1990/1980", "19X0", "1990-13", "1990-02-30", "before 1990"} {
		if _, _, err := parseEDTF(bad); err == nil {
			t.Errorf("%q is a date", bad)
		}
	}
}

// A language without words gets numbers, not English ones.
func TestPhraseWithoutWords(t *testing.T) {
	for date, want := range map[string]string{
		"1923-05-03": "1923-05-03", "1923-05": "1923-05", "1923": "1923", "1923-22": "1923", "192X": "1920–1929", "18XX": "1800–1899", "1920~": "≈ 1920", "-0043": "44 BCE", "1996/1999": "1996–1999",
	} {
		if got := phraseEDTF(date, "he"); got != want {
			t.Errorf("%s is printed %q, want %q", date, got, want)
		}
	}
	if got := heading("he", document.RoleTimeline); got != "ציר זמן" {
		t.Errorf("the timeline is called %q", got)
	}
	if got := heading("xx", document.RoleTimeline); got != "Timeline" {
		t.Errorf("the timeline of an unknown language is called %q", got)
	}
}
