package chronicle

import "testing"

func TestToWhom(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Anna Brandt lebte in Ulm. 1964 verlieh ihr die Stadt Ulm eine Medaille.", "1964: Die Stadt Ulm verlieh Anna Brandt eine Medaille."},
		{"Anna Brandt lebte in Ulm. 1964 wurde ihr der Preis verliehen.", "1964: Der Preis wurde Anna Brandt verliehen."},
		{"Otto Brandt lebte in Ulm. 1964 verlieh ihr die Stadt Ulm eine Medaille.", ""},
		{"Die Brücke war alt. 1964 verlieh ihr die Stadt Ulm einen Anstrich.", ""},
		{"Anna Brandt lebte in Ulm. Ihre Nichte blieb, und 1964 verlieh ihr die Stadt Ulm eine Medaille.", ""},
		{"Anna Brandt lebte in Ulm. 1964 verlieh ihr ihre Stadt eine Medaille.", ""},
		{"Anna Brandt lebte in Ulm. Anna Brandt starb dort am 3. Mai 1986.", "1986-05-03: Anna Brandt starb."},
	} {
		if got := told(c.text, "de"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
