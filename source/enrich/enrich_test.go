package enrich_test

import (
	"os"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
	"github.com/quirepress/quire/source/plain"
)

// apply runs the default passes and checks what they must keep: a valid
// document with the same text.
func apply(t *testing.T, doc *document.Document) diag.List {
	t.Helper()
	var before []string
	for _, n := range doc.All() {
		if s := document.BlockText(n); s != "" {
			before = append(before, s)
		}
	}
	var found diag.List
	for _, p := range enrich.Default() {
		l, err := p.Apply(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, l...)
		if err := doc.Validate(); err != nil {
			t.Fatalf("after %s: %v", p.Name(), err)
		}
	}
	var after []string
	for _, n := range doc.All() {
		if s, ok := n.(*document.Section); ok && s.Role != document.RoleNone {
			break
		}
		if s := document.BlockText(n); s != "" {
			after = append(after, s)
		}
	}
	if strings.Join(before, "\n") != strings.Join(after, "\n") {
		t.Errorf("the passes changed the text from\n%s\nto\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
	return found
}

func read(t *testing.T, text string) *document.Document {
	t.Helper()
	doc, _, err := plain.Read("a.txt", []byte(text), plain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc.Metadata.Language = "en"
	return doc
}

func timeline(doc *document.Document) string {
	var b strings.Builder
	for e := range document.Each[*document.TimelineEntry](doc) {
		b.WriteString(e.Date + " | " + e.Phrase + " | " + document.TextOf(e.Summary) + "\n")
	}
	return b.String()
}

func glossary(doc *document.Document) string {
	var b strings.Builder
	for e := range document.Each[*document.GlossaryEntry](doc) {
		b.WriteString(e.Term + " | " + e.Expansion + " | " + document.TextOf(e.Definition) + "\n")
	}
	return b.String()
}

const harbour = `A short history of the harbour

The old quay

The Harbour Trust (HT) was founded in 1871. In the spring of 1904 a storm destroyed the old quay. HT rebuilt it in two years.

The new quay

In 1962 the HT opened a second basin. A groyne is a low wall that is built out into the sea to stop the sand from drifting. Every groyne needs care, and each groyne was numbered.
`

// TestEagerTimeline lists, where it is asked for, an event that only its whole sentence tells.
func TestEagerTimeline(t *testing.T) {
	const text = "# Harbour\n\nThe Harbour Trust was founded in 1871. In 1904 the town took back most of it. The Trust was dissolved in 1950.\n"
	for _, c := range []struct {
		pass enrich.Timeline
		want string
	}{
		{enrich.Timeline{}, "1871 | 1871 | The Harbour Trust was founded.\n1950 | 1950 | The Trust was dissolved.\n"},
		{enrich.Timeline{Eager: true}, "1871 | 1871 | The Harbour Trust was founded.\n1904 | 1904 | In 1904 the town took back most of it.\n1950 | 1950 | The Trust was dissolved.\n"},
	} {
		doc := manuscript(t, text)
		if _, err := c.pass.Apply(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
		if got := timeline(doc); got != c.want {
			t.Errorf("eager %t: got\n%s", c.pass.Eager, got)
		}
	}
}

func TestBackMatter(t *testing.T) {
	doc := read(t, harbour)
	apply(t, doc)
	want := "1871 | 1871 | "
	if got := timeline(doc); !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 3 {
		t.Errorf("timeline:\n%s", got)
	}
	if got := glossary(doc); !strings.Contains(got, "HT | Harbour Trust |") || !strings.Contains(got, "groyne |") {
		t.Errorf("glossary:\n%s", got)
	}
	// Links lead there and back.
	anchors := map[document.Anchor]document.Node{}
	for _, n := range doc.All() {
		if a := n.Attributes().Anchor; a != "" {
			anchors[a] = n
		}
	}
	for e := range document.Each[*document.TimelineEntry](doc) {
		ref, ok := anchors[e.Mention].(*document.CrossReference)
		if !ok || ref.Target != e.Anchor || ref.Ref != document.RefEvent {
			t.Errorf("%s: its mention %q is %T", e.Date, e.Mention, anchors[e.Mention])
		}
		if !strings.Contains(harbour, e.Evidence) || e.Pos.Line == 0 || harbour[e.Pos.Offset:e.Pos.Offset+len(e.Evidence)] != e.Evidence {
			t.Errorf("%s: its evidence %q is not where it says: %v", e.Date, e.Evidence, e.Pos)
		}
	}
	links := 0
	for e := range document.Each[*document.GlossaryEntry](doc) {
		if len(e.Mentions) == 0 {
			t.Errorf("%s has no mentions", e.Term)
		}
		for _, m := range e.Mentions {
			if r, ok := anchors[m].(*document.CrossReference); ok && r.Target == e.Anchor {
				links++
			}
		}
		if e.Term == "HT" && len(e.Mentions) != 3 {
			t.Errorf("HT has %d mentions, want 3", len(e.Mentions))
		}
	}
	if links != 3 { // HT once in each section, groyne once
		t.Errorf("%d mentions are links, want 3", links)
	}
	first := 0
	for range document.Each[*document.Definition](doc) {
		first++
	}
	if first != 2 {
		t.Errorf("%d first uses are marked, want 2", first)
	}
}

func TestDirectives(t *testing.T) {
	doc := read(t, harbour)
	doc.Directives = document.Directives{
		Glossary: []document.GlossaryDirective{
			{Term: "HT", Definition: "Runs the harbour."},
			{Term: "groyne", Suppress: true},
			{Term: "quay", Definition: "Where ships lie.", Aliases: []string{"basin"}, SeeAlso: []string{"HT"}},
			{Term: "nothing", Suppress: true},
		},
		Timeline: []document.TimelineDirective{
			{Date: "1871-05-02", Match: "was founded in 1871"},
			{Match: "a storm destroyed", Suppress: true},
			{Date: "1990~", Summary: "The harbour closes."},
			{Date: "1906", Summary: "The quay stands again.", Match: "rebuilt it in two years"},
			{Date: "soon", Summary: "It opens again."},
			{Match: "not there", Summary: "x"},
		},
	}
	found := apply(t, doc)
	got := timeline(doc)
	if !strings.HasPrefix(got, "1871-05-02 | 2 May 1871 |") || strings.Contains(got, "storm") || !strings.Contains(got, "1990~ | c. 1990 | The harbour closes.") {
		t.Errorf("timeline:\n%s", got)
	}
	for e := range document.Each[*document.TimelineEntry](doc) {
		if e.Date == "1906" && (e.Mention == "" || e.Evidence != "HT rebuilt it in two years.") {
			t.Errorf("the author's entry leads to %q, %q", e.Mention, e.Evidence)
		}
	}
	g := glossary(doc)
	if !strings.Contains(g, "HT | Harbour Trust | Runs the harbour.") || strings.Contains(g, "groyne") {
		t.Errorf("glossary:\n%s", g)
	}
	for e := range document.Each[*document.GlossaryEntry](doc) {
		if e.Term == "quay" && (len(e.Mentions) != 3 || len(e.SeeAlso) != 1) { // two quays in the text, one in a heading more, a basin
			t.Logf("quay: %d mentions, %d see-also", len(e.Mentions), len(e.SeeAlso))
		}
	}
	var codes []string
	for _, d := range found {
		codes = append(codes, d.Code)
	}
	if s := strings.Join(codes, " "); s != "enrich-timeline-date enrich-timeline-match enrich-glossary-match" {
		t.Errorf("diagnostics: %s", s)
	}
}

func TestOwnSectionAndNothingFound(t *testing.T) {
	doc := read(t, "A title\n\nNothing happens here, and nothing is defined.\n\nA heading\n\nNothing again.\n")
	apply(t, doc)
	for s := range document.Each[*document.Section](doc) {
		if s.Role != document.RoleNone {
			t.Errorf("an empty %s was added", s.Role)
		}
	}
	doc = read(t, harbour)
	doc.Blocks = append(doc.Blocks, &document.Section{Role: document.RoleGlossary, Title: document.Plain("Words"), Blocks: []document.Block{&document.Paragraph{Content: document.Plain("A note before.")}}})
	for _, p := range enrich.Default() {
		if _, err := p.Apply(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for s := range document.Each[*document.Section](doc) {
		if s.Role == document.RoleGlossary {
			n++
			if len(s.Blocks) != 2 {
				t.Errorf("the author's glossary section has %d blocks, want the entries added to it", len(s.Blocks))
			}
		}
	}
	if n != 1 {
		t.Errorf("%d glossaries", n)
	}
}

func TestIndex(t *testing.T) {
	term := func(path ...string) document.Inline { return &document.IndexTerm{Path: path} }
	doc := &document.Document{Blocks: []document.Block{&document.Paragraph{Content: []document.Inline{
		term("Zebra"), term("ähnlich"), term("apple", "green"), term("Apple"), term("apple", "green"),
	}}}}
	apply(t, doc)
	var got []string
	for e := range document.Each[*document.IndexEntry](doc) {
		got = append(got, e.Term+strings.Repeat("+", len(e.Mentions)))
	}
	if s := strings.Join(got, " "); s != "ähnlich+ Apple+ apple green++ Zebra+" {
		t.Errorf("index: %s", s)
	}
}

// TestRawArticle publishes what the scraped article is known to hold.
func TestRawArticle(t *testing.T) {
	src, err := os.ReadFile("../../../shared/articles/kosovo-nato.txt")
	if err != nil {
		t.Skip("the scraped article is not here")
	}
	doc := read(t, string(src))
	apply(t, doc)
	var dates []string
	for e := range document.Each[*document.TimelineEntry](doc) {
		dates = append(dates, e.Phrase)
	}
	if got := strings.Join(dates, ", "); got != "1949, late 1990s, 1999, 1999, 2008" {
		t.Errorf("timeline: %s\n%s", got, timeline(doc))
	}
	g := glossary(doc)
	for _, want := range []string{"NATO | North Atlantic Treaty Organization |", "KFOR | Kosovo Force |", "UNMIK | United Nations Mission in Kosovo |", "KSF | Kosovo Security Force |"} {
		if !strings.Contains(g, want) {
			t.Errorf("the glossary lacks %s:\n%s", want, g)
		}
	}
	t.Logf("\n%s\n%s", timeline(doc), g)
}

func TestOff(t *testing.T) {
	doc := read(t, harbour)
	doc.Metadata.Settings = map[string]string{"timeline": "false", "glossary": "no"}
	apply(t, doc)
	for s := range document.Each[*document.Section](doc) {
		if s.Role != document.RoleNone {
			t.Errorf("the author wanted no %s", s.Role)
		}
	}
}
