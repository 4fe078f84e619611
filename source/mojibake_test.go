package source_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document"
)

// textsOf returns the texts of a document's paragraphs, and its diagnostics'
// codes.
func textsOf(t *testing.T, name, src string) (text, codes string) {
	t.Helper()
	doc, found, err := source.ReadBytes(nil, name, []byte(src), source.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var ps, cs []string
	for p := range document.Each[*document.Paragraph](doc) {
		ps = append(ps, document.TextOf(p.Content))
	}
	for _, d := range found {
		cs = append(cs, d.Code)
	}
	return strings.Join(ps, "|"), strings.Join(cs, " ")
}

// TestMojibake shows that letters encoded twice, or with control characters, are
// mended before control characters are dropped, whatever the file is.
func TestMojibake(t *testing.T) {
	latin := func(s string) string { // s encoded twice
		b, err := charmap.ISO8859_1.NewDecoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const text = "The keeper’s “café” – on the quay – was closed… and that’s that. It rained."
	for _, name := range []string{"a.md", "a.txt", "a.html"} {
		src := "The café on the quay\n\n" + text + "\n"
		if name == "a.html" {
			src = "<html><body><article><h1>The café on the quay</h1><p>" + text + "</p></article></body></html>"
		}
		got, codes := textsOf(t, name, latin(src))
		if !strings.Contains(got, text) || !strings.Contains(codes, "source-mojibake") || strings.Contains(codes, "control") {
			t.Errorf("%s: %q, %s", name, got, codes)
		}
	}
	for src, want := range map[string]string{
		"It\u0092s \u0093so\u0094 \u0096 true.":       "It’s “so” – true.",
		"It&#146;s &#x93;so&#148;.":                   "It’s “so”.",
		"Ãber and â€™ are only shown here.":           "Ãber and â€™ are only shown here.", // perhaps meant
		"A\vB \x1b[1;31mred\x1b[0m C\u0085D [\x1b] E": "A B red C D [] E",
		"A\u0001B.": "AB.",
	} {
		if got, codes := textsOf(t, "a.md", "# T\n\n"+src+"\n"); got != want {
			t.Errorf("%q: %q, %s", src, got, codes)
		}
	}
}

// TestMojibakePlaces shows that positions are those of the file behind letters
// that were mended.
func TestMojibakePlaces(t *testing.T) {
	src := "# T\n\nIt\u0092s â\u0080\u0099\u0001 so.[^x]\n"
	_, found, err := source.ReadBytes(nil, "a.md", []byte(src), source.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Code == "markdown-note-missing" {
			if want := strings.Index(src, "[^x]"); d.Pos.Offset != want {
				t.Errorf("at %v, offset %d, want %d", d.Pos, d.Pos.Offset, want)
			}
			return
		}
	}
	t.Error("no finding")
}

// TestConvertedPlaces shows that positions in a converted file are those of its
// text in UTF-8.
func TestConvertedPlaces(t *testing.T) {
	text := "# T\n\nOn\u0001e line.\n\nAnother.[^x]\n"
	src := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		src = append(src, byte(u), byte(u>>8))
	}
	_, found, err := source.ReadBytes(nil, "a.md", src, source.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Code == "markdown-note-missing" && (d.Pos.Line != 5 || d.Pos.Column != 9) {
			t.Errorf("at %v", d.Pos)
		}
	}
}

// TestMendedTexts shows that texts with a place are those of the file, and mended
// letters have none.
func TestMendedTexts(t *testing.T) {
	src := "# T\n\nIt\u0092s here\u0085and â\u0080\u0099there\u0001.\n"
	doc, _, err := source.ReadBytes(nil, "a.md", []byte(src), source.Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	placed := ""
	for n := range document.Each[*document.Text](doc) {
		if n.Pos.IsZero() {
			continue
		}
		placed += n.Value + "|"
		if !strings.HasPrefix(src[n.Pos.Offset:], n.Value) {
			t.Errorf("%q is not at %d", n.Value, n.Pos.Offset)
		}
	}
	if want := "It|s here|and |there|.|"; placed != want {
		t.Errorf("placed are %q, want %q", placed, want)
	}
}
