package chronicle

import "testing"

func TestTheir(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Gulls played in Hull. Their first record came out in 1976.", "1976: The Gulls' first record came out."},
		{"Mary Lowe married Adam Reed in 1931. Their house burned down in 1940.", "1931: Mary Lowe married Adam Reed. 1940: Mary Lowe and Adam Reed's house burned down."},
		// Things own nothing, and of two who may be meant neither is told.
		{"Rust and soot were seen in Hull. Their first study came out in 1976.", ""},
		{"The Gulls played in Hull, but the owners refused. Their first record came out in 1976.", ""},
		{"The Gulls played in Hull. After the war their first record came out in 1976.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
