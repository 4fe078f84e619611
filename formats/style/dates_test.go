package style

import "testing"

func TestDatesInWords(t *testing.T) {
	for _, c := range []struct{ lang, iso, want string }{
		{"en", "1999-06-10", "10 June 1999"}, {"en-US", "1999-06-10", "June 10, 1999"}, {"de", "1999-06-10", "10. Juni 1999"}, {"fr", "1999-06-10", "10 juin 1999"},
		{"es", "1999-06-10", "10 de junio de 1999"}, {"pt-BR", "1999-06-10", "10 de junho de 1999"}, {"it", "1999-06", "giugno 1999"}, {"nl", "1999-06-10", "10 juni 1999"},
		{"pl", "1999-06-10", "10 czerwca 1999"}, {"pl", "1999-06", "czerwiec 1999"}, {"en", "1999", "1999"}, {"en", "199X", "199X"},
	} {
		if got := WordsFor(c.lang).Date(c.iso); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.iso, c.lang, got, c.want)
		}
	}
}

// TestEventDate prints what the author or the text calls a date, and words for a bare date.
func TestEventDate(t *testing.T) {
	for _, c := range []struct{ lang, phrase, iso, want string }{
		{"es", "1999-06-12", "1999-06-12", "12 de junio de 1999"},
		{"es", "", "2003-05", "mayo de 2003"},
		{"es", "aquel verano", "1999-22", "aquel verano"},
		{"es", "1999-22", "1999-22", "1999-22"},
	} {
		if got := WordsFor(c.lang).EventDate(c.phrase, c.iso); got != c.want {
			t.Errorf("%s: %q of %s is printed %q, want %q", c.lang, c.phrase, c.iso, got, c.want)
		}
	}
}
