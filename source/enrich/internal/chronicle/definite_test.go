package chronicle

import "testing"

func TestDefinites(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// What a name has told of.
		{"Mary Lowe wrote plays. The Hull Society of Letters made Mary Lowe a fellow. The society closed in 1931.", "1931: The Hull Society of Letters closed."},
		{"Mary Lowe wrote plays. Some said that Hull Literary Society was dull. The society closed in 1931.", "1931: Hull Literary Society closed."},
		{"Mary Lowe made films. She began with the film Harbour. She drew. The film was shown in Hull in 1931.", "1931: The film Harbour was shown in Hull."},
		{"Mary Lowe made films. She began with the film Harbour. She drew. Mary Lowe finished the film in 1931.", "1931: Mary Lowe finished the film Harbour."},
		{"Mary Lowe drew. The Hull Channel paid. Mary Lowe joined the Hull Channel to sell the channel in 1931.", "1931: Mary Lowe joined the Hull Channel to sell the channel."},
		// What stands in a name, but is not its head.
		{"Mary Lowe made films. She spoke at the Hull Film Festival. The film was shown in Hull in 1931.", "1931: The film was shown in Hull."},
		// The article is about it.
		{"Hull Society was a club of writers. The Leeds Society was another. The society closed in 1931.", "1931: The society closed."},
		{"Mary Lowe was a film director. She wrote a film and drew. She wrote another film. The film was shown in Hull in 1931.", ""},
		// Of several none is known, of one there is no doubt.
		{"Mary Lowe drew. She wrote a film and drew. She wrote another film. The film was shown in Hull in 1931.", ""},
		{"Mary Lowe drew. She wrote a film and drew. The film was shown in Hull in 1931.", "1931: The film was shown in Hull."},
		// One of which an entry tells.
		{"Mary Lowe drew. Paul Reed had a film. In 1930 Mary Lowe wrote a film. The film was shown in Hull in 1931.", "1930: Mary Lowe wrote a film. 1931: The film was shown in Hull."},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
