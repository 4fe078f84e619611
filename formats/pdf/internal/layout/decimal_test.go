package layout

import "testing"

func TestSplitNumber(t *testing.T) {
	for _, c := range []struct {
		in      string
		decimal byte
		units   string // the part before the decimal sign
		ok      bool
	}{
		{"42", '.', "42", true},
		{"3.14", '.', "3", true},
		{"50,000", '.', "50,000", true},
		{"1,000.5", '.', "1,000", true},
		{"−65 %", '.', "−65", true},
		{"-1.5%", '.', "-1", true},
		{"€12.50", '.', "€12", true},
		{"3,14", ',', "3", true},
		{"1.000,5", ',', "1.000", true},
		{"1 000,5", ',', "1 000", true},
		{"1\u202F000", ',', "1\u202F000", true},
		{"12 km", '.', "12", true},
		{"about 12", '.', "", false},
		{"12 people came", '.', "12", false},
		{"", '.', "", false},
		{"none", '.', "", false},
		{"5.", '.', "5", true},
	} {
		at, ok := splitNumber(c.in, c.decimal)
		if ok != c.ok || ok && c.in[:at] != c.units {
			t.Errorf("%q: units %q, %v; want %q, %v", c.in, c.in[:at], ok, c.units, c.ok)
		}
	}
}

func TestDecimalSign(t *testing.T) {
	for lang, want := range map[string]byte{"en": '.', "en-GB": '.', "de": ',', "fr-CA": ',', "": '.', "ja": '.'} {
		if got := decimalSign(lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestBlankCell(t *testing.T) {
	for in, want := range map[string]bool{"": true, "–": true, "n/a": true, "...": true, "none": false, "x": false} {
		if got := blankCell(in); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}
