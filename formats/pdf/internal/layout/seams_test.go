package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestSeams marks the seams of names, in the code face and among words.
func TestSeams(t *testing.T) {
	for _, c := range []struct{ code, word string }{
		{"authorized|_keys", "authorized|_keys"},
		{"exim4|.conf|.localmacros", "exim4|.conf|.localmacros"},
		{"NCURSES|_NO|_UTF8|_ACS=0", "NCURSES_NO_UTF8|_ACS=0"},
		{"org/|jooq/|Select|Query", "org/jooq/Select|Query"},
		{"std::|vector::|push|_back", "std::vector::push|_back"},
		{"get|Element|ById(|node|Name)", "getElementById(node|Name)"},
		{"HTTPServer|Error", "HTTPServer|Error"},
		{"Java|Script", "JavaScript"},
		{"a=b", "a=b"},
		{"hostname", "hostname"},
		{"naïve_é_réseau|_local", "naïve_é_réseau|_local"},
	} {
		marked := func(name string, code bool) string {
			var b strings.Builder
			at := 0
			for _, s := range nameSeams(nil, name, 0, code) {
				b.WriteString(name[at:s.at] + "|")
				at = int(s.at)
			}
			return b.String() + name[at:]
		}
		name := strings.ReplaceAll(c.code, "|", "")
		if got := marked(name, true); got != c.code {
			t.Errorf("in the code face %s, want %s", got, c.code)
		}
		if got := marked(name, false); got != c.word {
			t.Errorf("among words %s, want %s", got, c.word)
		}
	}
}

// technical makes paragraphs of prose with many names that cannot be divided,
// as manuals have them.
func technical(r *rand.Rand, words string) *document.Paragraph {
	vocabulary := strings.Fields(words)
	names := strings.Fields("hostname seahorse network-manager-openvpn-gnome /etc/apt/apt.conf $XDG_DATA_HOME --set-selections libpam-ldap " +
		"/usr/share/doc/aptitude/html/en/index.html systemd-journald.service MIME::Parser authorized_keys debootstrap getElementById https://packages.example.org/stable/admin/")
	p := &document.Paragraph{}
	add := func(in ...document.Inline) { p.Content = append(p.Content, in...) }
	for n := 12 + r.IntN(50); n > 0; n-- {
		if r.IntN(6) == 0 {
			name := names[r.IntN(len(names))]
			if r.IntN(3) == 0 {
				add(document.Plain("“" + name + "” ")...)
			} else {
				add(&document.Code{Value: name}, &document.Text{Value: " "})
			}
			continue
		}
		add(document.Plain(vocabulary[r.IntN(len(vocabulary))] + " ")...)
	}
	return p
}

// TestTechnicalText sets manuals on the measures of a book's text, of lists
// and of lists in quotations: at most one line in a hundred has spaces above
// one and a half times their width, and none is too long. Without seams and
// ragged paragraphs there are many, or the test would say nothing.
func TestTechnicalText(t *testing.T) {
	for _, c := range []struct{ lang, words string }{
		{"en", "the user who wants to change these settings must first read all of what follows and then edit every configuration file on the system in its own section before starting some service again with a new option for an encrypted connection"},
		{"de", "wer diese Einstellungen ändern möchte muss zuerst alles lesen was folgt und dann jede Konfigurationsdatei des Systems in ihrem eigenen Abschnitt bearbeiten bevor ein Dienst mit einer neuen Umgebungsvariablen für verschlüsselte Verbindungen gestartet wird"},
	} {
		doc := &document.Document{Metadata: document.Metadata{Language: c.lang}}
		st := style.New(style.A5(), style.Book, style.House)
		s := &setter{volume: newVolume(doc, &st, Options{})}
		s.list = &list{}
		r := rand.New(rand.NewPCG(7, 7))
		// loose counts the lines of a paragraph and those with wide spaces.
		loose := func(sh *shaped, res line.Result) (lines, wide int) {
			for i := range res.Lines {
				l := &res.Lines[i]
				lines++
				if l.Overfull > 0 {
					t.Errorf("%s: a line is too long by %v", c.lang, l.Overfull)
				}
				set, natural := style.Length(0), style.Length(0)
				for k := l.Start; k < l.End; k++ {
					if sh.pieces[k].space {
						set += l.Set(&sh.items[k])
						natural += sh.items[k].Width
					}
				}
				if 2*set > 3*natural {
					wide++
				}
			}
			return lines, wide
		}
		lines, wide, lines0, wide0, ragged := 0, 0, 0, 0, 0
		for range 300 {
			p := technical(r, c.words)
			for _, inset := range []style.Length{0, 12 * style.Point, 36 * style.Point} {
				set := setting{typ: st.Body, width: st.Measure() - inset, justified: true, inner: inset > 0}
				sh := s.shape(s.gather(p.Content, s.root(st.Body, &tag{}, c.lang)), &set)
				res := s.breaker.Break(sh.items, set.params())
				n, w := loose(sh, res)
				lines, wide = lines+n, wide+w
				if res.Ragged {
					ragged++
				}
				q := set.params()
				q.Loosest = 0
				for i := range sh.items {
					if it := &sh.items[i]; it.From > line.Unhyphenated {
						it.Cost = line.Inhibit
					}
				}
				n, w = loose(sh, s.breaker.Break(sh.items, q))
				lines0, wide0 = lines0+n, wide0+w
			}
		}
		t.Logf("%s: %d of %d lines are loose, %d of %d without help; %d paragraphs are ragged", c.lang, wide, lines, wide0, lines0, ragged)
		if wide*100 > lines {
			t.Errorf("%s: %d of %d lines are loose", c.lang, wide, lines)
		}
		if wide0*100 < 2*lines0 {
			t.Errorf("%s: the text is too easy: %d of %d lines are loose without help", c.lang, wide0, lines0)
		}
	}
}
