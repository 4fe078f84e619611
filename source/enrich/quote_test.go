package enrich

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/markdown"
)

func TestQuote(t *testing.T) {
	short := "It rained. The mill (TM) stood still. It rained."
	if got, at := quote(short, span{11, 37}, span{20, 22}); got != "The mill (TM) stood still." || at != 11 {
		t.Errorf("a short sentence is quoted as %q at %d", got, at)
	}
	// Sentences of words, without a space, and of letters of several bytes, quoted around every place.
	for _, unit := range []string{"watermill ", "watermill", "мельница ", "水", "a\u00a0"} {
		text := "No. " + strings.Repeat(unit, 3000/len(unit)) + "end. No."
		in := span{4, len(text) - 4}
		for from := in.start; from < in.end; from += 7 {
			for !utf8.RuneStart(text[from]) {
				from++
			}
			to := min(from+10, in.end)
			for !utf8.RuneStart(text[to]) {
				to--
			}
			got, at := quote(text, in, span{from, to})
			own, before := strings.CutPrefix(got, leftOutBefore)
			own, after := strings.CutSuffix(own, leftOutAfter)
			if len(own) > quotable || len(own) < quotable/3 || !utf8.ValidString(own) || text[at:at+len(own)] != own {
				t.Fatalf("%q at %d: quoted %q at %d", unit, from, got, at)
			}
			if before != (at > in.start) || after != (at+len(own) < in.end) {
				t.Fatalf("%q at %d: %q does not say what it leaves out", unit, from, got)
			}
			if at > from || at+len(own) < to {
				t.Fatalf("%q at %d: %q lies elsewhere", unit, from, got)
			}
			if unit == "watermill " && before && !strings.HasPrefix(own, "w") {
				t.Fatalf("a word is cut: %q", got)
			}
		}
	}
}

// TestEvidenceIsBounded reads one sentence that tells of very much: what is said of it may not grow with its square.
func TestEvidenceIsBounded(t *testing.T) {
	var terms strings.Builder
	for i := range 400 {
		fmt.Fprintf(&terms, "X%dA = xeno%d alpha; ", i, i)
	}
	tail := " that began in an inn, since the wells were dry," + strings.Repeat(" the mayor was away on a journey to the capital,", 20) + " and the smith was asleep."
	text := terms.String() + "\n\nIn 1500 Harton Mill was destroyed by a fire" + tail +
		"\n\nIn 1700 Harton Mill was destroyed by a flood" + tail
	doc := &document.Document{Metadata: document.Metadata{Language: "en"}}
	for part := range strings.SplitSeq(text, "\n\n") {
		doc.Blocks = append(doc.Blocks, &document.Paragraph{Content: document.Plain(part)})
	}
	seen, err := json.Marshal(Inspect(doc))
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) > 60*len(text) {
		t.Errorf("of %d bytes, the inspection says %d", len(text), len(seen))
	}
	for _, p := range []Pass{Timeline{Eager: true}, Glossary{Eager: true}} {
		if _, err := p.Apply(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
	}
	const most = quotable + len(leftOutBefore) + len(leftOutAfter)
	n, told := 0, 0
	for e := range document.Each[*document.GlossaryEntry](doc) {
		n++
		if len(e.Evidence) > most || !strings.Contains(e.Evidence, e.Term) {
			t.Fatalf("%s is proved by %q", e.Term, e.Evidence)
		}
	}
	for e := range document.Each[*document.TimelineEntry](doc) {
		told++
		if !strings.HasPrefix(e.Evidence, "In "+e.Phrase) || !strings.HasSuffix(e.Evidence, leftOutAfter) || len(e.Evidence) > most {
			t.Errorf("%s is proved by %q", e.Date, e.Evidence)
		}
	}
	if n < 300 || told != 2 {
		t.Errorf("%d terms, %d events: the test reads other text than it should", n, told)
	}
}

// TestEvidenceEnds marks up sentences: their entries end where they end in the source.
func TestEvidenceEnds(t *testing.T) {
	const plain, marked, noted = "In 1901 the town of Hull bought the pier.",
		"In *1911* the pier of [Hull](https://hull.example/a/long/path) **burned** down.", "In 1921 a club of anglers rebuilt the pier[^1] “with oak.”"
	const text = "# The pier\n\n" + plain + " " + marked + " " + noted + "\n\n[^1]: So it says.\n"
	doc, _, err := markdown.Read("a.md", []byte(text), markdown.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc.Metadata.Language = "en"
	if _, err := (Timeline{}).Apply(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	var got []string
	for e := range document.Each[*document.TimelineEntry](doc) {
		got = append(got, text[e.Pos.Offset:e.End])
	}
	if want := []string{plain, marked, noted}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
