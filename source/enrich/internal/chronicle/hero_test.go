package chronicle

import "testing"

// TestHero reads articles about one person, and what goes on.
func TestHero(t *testing.T) {
	const ada = "Ada Reed, a singer from Hull, died. She sang of her mother. Reed had a voice. Reed was loud. "
	for _, c := range []struct{ lang, text, want string }{
		{"en", ada + "Reed knew Mary Lowe. She sang in Rome in 1953.", "1953: Reed sang in Rome."},
		{"en", ada + "She saw Mary Lowe. She sang in Rome in 1953.", "1953: Reed sang in Rome."},
		{"en", ada + "She saw Mary Lowe. Mary Lowe sang. She sang in Rome in 1953.", "1953: Mary Lowe sang in Rome."},
		{"en", ada + "Her book named Mary Lowe. She sang in Rome in 1953.", "1953: Reed sang in Rome."},
		{"en", ada + "Miss Reed slept. Mary Lowe wept. In 1953 Miss Reed sang in Rome. In 1954 she left.", "1953: Miss Reed sang in Rome. 1954: Ada Reed left."},
		// What goes on.
		{"en", "Fighting resumed in May 1911.", "1911-05: Fighting resumed."},
		{"en", "Patience resumed in May 1911.", ""},
		{"en", "Ada Reed announced in May 1911 that they would marry.", ""},
		{"en", "In May 1911 Ada Reed announced that she would marry.", "1911-05: Ada Reed announced that she would marry."},
		{"en", "In May 1911 Ada Reed freed the men when they asked.", "1911-05: Ada Reed freed the men when they asked."},
		{"en", "In May 1911 Ada Reed won when they asked.", ""},
		{"en", "The siege of Hull lasted from May to June 1644.", "1644-05/1644-06: The siege of Hull."},
		{"en", "The siege of Hull lasted in May 1644.", ""},
	} {
		if got := told(c.text, c.lang); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}

// TestParagraphs opens a paragraph with the pronoun of the article's own person.
func TestParagraphs(t *testing.T) {
	const scene = "Ada Reed, a singer from Hull, died. She sang. Reed had a voice. She was loud. Reed knew her mother.\n%.\nShe sang in Rome in 1953."
	for _, c := range []struct{ before, want string }{
		{"Mary Lowe was deaf", "1953 | 1953 | Reed sang in Rome.\n"},
		{"Mary Lowe was deaf. Lowe saw. Lowe heard. Lowe slept. Lowe ate", "1953 | 1953 | Lowe sang in Rome.\n"},
	} {
		text := scene[:len(scene)-len("%.\nShe sang in Rome in 1953.")] + c.before + ".\nShe sang in Rome in 1953."
		if got := chronicleOf(text, "en"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.before, got, c.want)
		}
	}
}

// TestOneName holds persons of whom the text says the name in several forms, and others of the same surname.
func TestOneName(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Tibo Jan Varga is a swimmer. He trained. He dived. He ate. Varga sang. He slept. Tibo Varga lost to Paul Reed. He won in 1931.", "1931: Varga won."},
		{"Adam John Reed was a poet. He was the second son of Paul Reed, a smith. Reed drew. Reed sang. Reed rhymed. Reed slept. He won a prize in 1931.", "1931: Reed won a prize."},
		{"Adam John Reed was a poet. Paul Reed was a smith. Paul drew. Paul sang. Paul shod horses. Reed met Paul Reed. He won a prize in 1931.", ""},
	} {
		if got := told(c.text, "en"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
