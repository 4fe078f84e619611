package xhtml

import "testing"

func TestShareOf(t *testing.T) {
	for width, want := range map[string]string{"50%": "50%", " 7% ": "7%", "0%": "", "101%": "", "30mm": "", "": "", "x%": "", "5;color:red%": ""} {
		if got := shareOf(width); got != want {
			t.Errorf("%q: got %q, want %q", width, got, want)
		}
	}
}
