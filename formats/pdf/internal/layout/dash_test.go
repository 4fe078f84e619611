package layout

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestDashes marks where lines may end: | everywhere, ¦ where nothing else
// helps. Hyphens within words are left out.
func TestDashes(t *testing.T) {
	for _, c := range []struct{ lang, want string }{
		{"en", "before—|after|it"},
		{"en", "a¦ —|b¦ —|c"},
		{"en", "a¦ –|b|c-|d"},
		{"en", "boy¦ —|pummelling"},
		{"en", "— said|he"},
		{"en", "a¦ -|b|-1|--all|-t|“-t|–5|1990–|95"},
		{"de", "wer¦ –|wie|er¦ –|kam"},
		{"cs", "kdo¦ –|jak|on"},
		{"fr", "qui|— comme|lui¦ —|vient.|Puis|— enfin¦ –|tard"},
		{"fr", "— Bonjour,|dit-|il"},
		{"es", "dijo|—como|siempre—|que|no"},
		{"pt", "isto|– disse|ele¦ –|basta"},
	} {
		doc := &document.Document{Metadata: document.Metadata{Language: c.lang}}
		st := style.New(style.A5(), style.Book, style.House)
		s := &setter{volume: newVolume(doc, &st, Options{})}
		text := c.want
		for _, r := range []struct{ from, to string }{{"¦", ""}, {"—|after", "—after"}, {"—|pummelling", "—pummelling"}, {"c-|d", "c-d"}, {"–|95", "–95"}, {"dit-|il", "dit-il"}, {"|", " "}} {
			text = strings.ReplaceAll(text, r.from, r.to)
		}
		set := setting{typ: st.Body, width: 1 << 40, whole: true}
		sh := s.shape(s.gather(document.Plain(text), s.root(st.Body, &tag{}, c.lang)), &set)
		var b strings.Builder
		for i := range sh.items[:len(sh.items)-2] {
			it, p := &sh.items[i], &sh.pieces[i]
			switch {
			case it.Kind == line.Glue && i > 0 && sh.items[i-1].Kind == line.Box:
				b.WriteString("|")
			case it.Kind == line.Glue && (i == 0 || sh.items[i-1].Cost > 0):
				b.WriteString(" ")
			case it.Kind == line.Penalty && it.Cost >= line.Inhibit:
			case it.Kind == line.Penalty && it.From > line.Unhyphenated:
				b.WriteString("¦")
			case it.Kind == line.Penalty:
				b.WriteString("|")
			case it.Kind == line.Box:
				b.WriteString(p.text[p.glyphs[0].Start:p.glyphs[len(p.glyphs)-1].End])
			}
		}
		if got := b.String(); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.lang, text, got, c.want)
		}
	}
}
