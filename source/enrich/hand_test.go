package enrich_test

import (
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/markdown"
)

func manuscript(t *testing.T, text string) *document.Document {
	t.Helper()
	doc, _, err := markdown.Read("a.md", []byte(text), markdown.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc.Metadata.Language = "en"
	return doc
}

func codes(found diag.List) string {
	var out []string
	for _, d := range found {
		out = append(out, d.Code)
	}
	return strings.Join(out, " ")
}

// What the author says in the text itself has the last word over what is found, and the front matter over both.
func TestHandTimeline(t *testing.T) {
	const two = "Gull Mill opened in 1850. It burnt down in 1860.\n\n"
	for _, c := range []struct{ name, text, want, codes string }{
		{"as found", two, "1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n", ""},
		{"suppressed by its date", "Gull Mill opened in 1850. It burnt down [in 1860]{.noevent}. It was rebuilt in 1870.",
			"1850 | 1850 | Gull Mill opened.\n1870 | 1870 | Gull Mill was rebuilt.\n", ""},
		{"suppressed by its words", "Gull Mill opened in 1850. It [burnt down]{.noevent} in 1860. It was rebuilt in 1870.",
			"1850 | 1850 | Gull Mill opened.\n1870 | 1870 | Gull Mill was rebuilt.\n", ""},
		{"suppressed by its paragraph", two + "The bridge fell in 1890.\n{.noevent}\n", "1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n", ""},
		{"nothing to suppress", two + "It [stands]{.noevent} still.", "1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n", "enrich-timeline-match"},
		{"added", two + "[Nobody ever said why]{.event date=1861-05 summary=\"The inquest ends.\"}.",
			"1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n1861-05 | May 1861 | The inquest ends.\n", ""},
		{"added with the text's own date", two + "[The fair of 1865]{.event} was its last.",
			"1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n1865 | 1865 | The fair of 1865 was its last.\n", ""},
		{"corrected", "Gull Mill opened in 1850. It burnt down [in 1860]{.event date=1860-11-02 summary=\"Fire.\"}.",
			"1850 | 1850 | Gull Mill opened.\n1860-11-02 | 2 November 1860 | Fire.\n", ""},
		{"its summary alone", "Gull Mill opened in 1850. It [burnt down]{.event summary=\"Fire.\"} in 1860.",
			"1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Fire.\n", ""},
		{"without a date", two + "[Nobody ever said why]{.event}.", "1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n", "enrich-timeline-date"},
		{"with no date of the calendar", two + "[Nobody ever said why]{.event date=1999-13}.", "1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n", "enrich-timeline-date"},
		{"a date that the author gives leads on", "Gull Mill opened in 1850. It burnt down [in that cold spring]{date=1870-04}. Two years later it was rebuilt.",
			"1850 | 1850 | Gull Mill opened.\n1870-04 | April 1870 | Gull Mill burnt down.\n1872 | 1872 | Gull Mill was rebuilt.\n", ""},
		{"a bound in the text", two + "[A dovecote stood there]{.event date=\"../1850\" summary=\"A dovecote stands there.\"}. [Nothing]{.event date=1860/.. summary=\"Nothing stands there.\"} did after.",
			"../1850 | until 1850 | A dovecote stands there.\n1850 | 1850 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n1860/.. | from 1860 | Nothing stands there.\n", ""},
		{"a bound that dates", "Gull Mill opened in 1850. It burnt down [in some later year]{date=1860/..}. Two years later it was rebuilt.",
			"1850 | 1850 | Gull Mill opened.\n1860/.. | from 1860 | Gull Mill burnt down.\n1862 | 1862 | Gull Mill was rebuilt.\n", ""},
		{"the front matter has the last word", "---\ntimeline:\n  - match: burnt down\n    suppress: true\n---\nGull Mill opened in 1850. It burnt down [in 1860]{.event summary=Fire}. It was rebuilt in 1870.",
			"1850 | 1850 | Gull Mill opened.\n1870 | 1870 | Gull Mill was rebuilt.\n", ""},
		{"the front matter tells what is found", "---\ntimeline:\n  - date: 1860\n    summary: Gull Mill burnt down\n  - date: 1850\n    summary: opened  in 1850\n---\n" + two,
			"1850 | 1850 | opened in 1850\n1860 | 1860 | Gull Mill burnt down\n", ""},
		{"the front matter tells another event of the date", "---\ntimeline:\n  - date: 1860\n    summary: The miller died.\n  - date: 1851\n    summary: Gull Mill opened.\n---\n" + two,
			"1850 | 1850 | Gull Mill opened.\n1851 | 1851 | Gull Mill opened.\n1860 | 1860 | Gull Mill burnt down.\n1860 | 1860 | The miller died.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := manuscript(t, c.text)
			found := apply(t, doc)
			if got := timeline(doc); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if got := codes(found); got != c.codes {
				t.Errorf("findings %q, want %q", got, c.codes)
			}
		})
	}
}

func TestHandGlossary(t *testing.T) {
	const trust = "The Harbour Trust (HT) closed the pier. "
	for _, c := range []struct{ name, text, want, codes string }{
		{"as found", trust, "HT | Harbour Trust | \n", ""},
		{"suppressed", trust + "Nobody missed the [HT]{.noterm}.", "", ""},
		{"suppressed by its long form", "The [Harbour Trust]{.noterm} (HT) closed the pier.", "", ""},
		{"nothing to suppress", "The [pier]{.noterm} fell.", "", "enrich-glossary-match"},
		{"added", "A [groyne]{.term def=\"A wall built out from the shore.\"} holds the sand.", "groyne |  | A wall built out from the shore.\n", ""},
		{"added without words", "A [groyne]{.term} holds the sand.", "groyne |  | \n", ""},
		{"corrected", trust + "The [HT]{.term long=\"Harbor Trust\" def=\"The owner of the pier.\"} was poor.", "HT | Harbor Trust | The owner of the pier.\n", ""},
		{"merged", trust + "The [wardens]{.term as=HT} were poor.", "HT | Harbour Trust | \n", ""},
		{"merged by the front matter", "---\nglossary:\n  - term: Trust\n    aliases: [HT]\n---\nThe Trust met. " + trust, "Trust | Harbour Trust | \n", ""},
		{"its definition stays", "---\nglossary:\n  - term: groyne\n    aliases: [bastion]\n---\nThe groyne fell. A bastion is a wall that is built out from the shore.", "groyne |  | A wall that is built out from the shore.\n", ""},
		{"another name of nothing", "The [wardens]{.term as=reeve} were poor.", "", "enrich-glossary-match"},
		{"an abbreviation", "*[LNG]: liquefied natural gas\n\nThe ship carries LNG.", "LNG | liquefied natural gas | \n", ""},
		{"in place", "The ship carries [LNG]{abbr=\"liquefied natural gas\"}.", "LNG | liquefied natural gas | \n", ""},
		{"no acronym", "Open [Thu]{abbr=Thursday} to [Dr]{abbr=Doctor} Hill.", "", ""},
		{"the front matter has the last word", "---\nglossary:\n  - term: HT\n    definition: An owner.\n---\n" + trust + "The [HT]{.term def=\"A trust.\"} was poor.", "HT | Harbour Trust | An owner.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := manuscript(t, c.text)
			found := apply(t, doc)
			if got := glossary(doc); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if got := codes(found); got != c.codes {
				t.Errorf("findings %q, want %q", got, c.codes)
			}
		})
	}
}

// Another name of an entry is a mention of it, and leads to it.
func TestHandAlias(t *testing.T) {
	doc := manuscript(t, "The Harbour Trust (HT) closed the pier.\n\n# Later\n\nThe [wardens]{.term as=HT} were poor.")
	apply(t, doc)
	for e := range document.Each[*document.GlossaryEntry](doc) {
		if e.Term != "HT" || len(e.Mentions) != 2 {
			t.Errorf("%s has %d mentions, want HT with 2", e.Term, len(e.Mentions))
		}
	}
	linked := false
	for x := range document.Each[*document.CrossReference](doc) {
		linked = linked || x.Ref == document.RefTerm && document.TextOf(x.Content) == "wardens"
	}
	if !linked {
		t.Error("the other name does not lead to its entry")
	}
}

// TestNumberIsATerm reads a term that YAML takes for a number, and leaves out one of which nothing is known.
func TestNumberIsATerm(t *testing.T) {
	doc := manuscript(t, "---\nglossary:\n  - term: 12\n  - term: 13\n    definition: One more.\n  - term: 14\n---\nThere were 12 of them. Nobody needs 12.\n")
	found := apply(t, doc)
	var got []string
	for e := range document.Each[*document.GlossaryEntry](doc) {
		got = append(got, e.Term+strings.Repeat("+", len(e.Mentions)))
	}
	if s := strings.Join(got, " "); s != "12++ 13" || codes(found) != "enrich-glossary-match" {
		t.Errorf("entries %q, found %v", s, found)
	}
}
