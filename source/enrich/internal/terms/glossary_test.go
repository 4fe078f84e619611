package terms

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the glossaries in testdata")

// parts reads a test file: sections that begin with "-- name --".
func parts(t *testing.T, name string) (names []string, texts map[string]string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	current := ""
	for line := range strings.Lines(string(b)) {
		if s := strings.TrimSpace(line); strings.HasPrefix(s, "-- ") && strings.HasSuffix(s, " --") {
			current = strings.TrimSpace(s[3 : len(s)-3])
			names = append(names, current)
			continue
		}
		texts[current] += line
	}
	return names, texts
}

// blocksOf cuts a manuscript at its blank lines; *…* is emphasis, # a heading.
func blocksOf(text string) []Block {
	var blocks []Block
	for p := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		b := Block{Heading: strings.HasPrefix(p, "#")}
		p = strings.TrimLeft(p, "# ")
		for i, run := range strings.Split(p, "*") {
			start := len(b.Text)
			b.Text += run
			if i%2 == 1 {
				b.Emphasis = append(b.Emphasis, Span{start, len(b.Text)})
			}
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// line prints an entry for the test files.
func line(e Entry) string {
	s := e.Term
	if e.Expansion != "" {
		s += " = " + e.Expansion
	}
	if e.Definition != "" {
		s += ": " + e.Definition
	}
	s += fmt.Sprintf(" (%d", len(e.Mentions))
	if len(e.SeeAlso) > 0 {
		s += ", see " + strings.Join(e.SeeAlso, ", ")
	}
	return s + ")"
}

// The glossaries of whole articles on varied subjects, read and approved as an
// editor would.
func TestGlossary(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, name := range files {
		names, texts := parts(t, name)
		var out strings.Builder
		changed := false
		for _, part := range names {
			body := texts[part]
			if lang, ok := strings.CutPrefix(part, "glossary "); ok {
				entries := Glossary(blocksOf(texts["text"]), lang, GlossaryOptions{})
				Sort(entries, lang)
				var got strings.Builder
				for _, e := range entries {
					got.WriteString(line(e) + "\n")
				}
				if got.String() != body {
					changed = true
					if !*update {
						t.Errorf("%s:\n got:\n%swant:\n%s", name, got.String(), body)
					}
				}
				body = got.String()
			}
			fmt.Fprintf(&out, "-- %s --\n%s", part, body)
		}
		if changed && *update {
			if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The article that the project was begun with.
func TestGlossaryOfTheFirstArticle(t *testing.T) {
	b, err := os.ReadFile("../../../../../shared/articles/kosovo-nato.txt")
	if err != nil {
		t.Skip("the article is not here")
	}
	entries := Glossary(blocksOf(string(b)), "en", GlossaryOptions{})
	Sort(entries, "en")
	var got []string
	for _, e := range entries {
		got = append(got, e.Term+"="+e.Expansion)
		if len(e.Mentions) == 0 {
			t.Errorf("%s is never mentioned", e.Term)
		}
	}
	want := "interoperability= KFOR=Kosovo Force KSF=Kosovo Security Force NATO=North Atlantic Treaty Organization UNMIK=United Nations Mission in Kosovo"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestMentions(t *testing.T) {
	blocks := []Block{
		{Text: "The NSA sails. WHO WE ARE AND WHAT THE NSA DOES FOR YOU"},
		{Text: "The National Sailing Association (NSA) was founded in 1901. NSA's boats, NSAs and NSA-2 are not the nsa."},
		{Text: "A national sailing association is not the National Sailing Association."},
	}
	entries := Glossary(blocks, "en", GlossaryOptions{})
	if len(entries) != 1 {
		t.Fatalf("got %d entries", len(entries))
	}
	var got []string
	for _, m := range entries[0].Mentions {
		got = append(got, fmt.Sprintf("%d:%s", m.Block, blocks[m.Block].Text[m.Start:m.End]))
	}
	want := "0:NSA 0:NSA 1:National Sailing Association 1:NSA 1:NSAs 2:National Sailing Association"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestLabelsAreNoEntries(t *testing.T) {
	if e := Glossary([]Block{{Text: "We use the test (TEST) set, the verb (V) and the noun (N)."}}, "en", GlossaryOptions{}); len(e) != 0 {
		t.Errorf("got %v", e)
	}
}

func TestOneEntryAMeaning(t *testing.T) {
	entries := Glossary([]Block{
		{Text: "The Port Security Committee (PSC) met. Port State Control (PSC) is older."},
		{Text: "The port security committees (PSCs) of other towns and the Port Security Committee (PSC) agree."},
	}, "en", GlossaryOptions{})
	var got []string
	for _, e := range entries {
		got = append(got, e.Term+"="+e.Expansion)
	}
	if s, want := strings.Join(got, "; "), "PSC=Port Security Committee; PSC=Port State Control"; s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func TestEmphasisAndEagerness(t *testing.T) {
	text := "On board, ullage, a gap that is left for vapour, is watched."
	plain := []Block{{Text: text}}
	marked := []Block{{Text: text, Emphasis: []Span{{10, 16}}}}
	if e := Glossary(plain, "en", GlossaryOptions{}); len(e) != 0 {
		t.Errorf("not emphasised: got %v", e)
	}
	if e := Glossary(marked, "en", GlossaryOptions{}); len(e) != 1 || e[0].Term != "ullage" || e[0].Definition != "A gap that is left for vapour." {
		t.Errorf("emphasised: got %v", e)
	}
	if e := Glossary(plain, "en", GlossaryOptions{Eagerness: Eager, Mentions: 1}); len(e) != 1 {
		t.Errorf("eager: got %v", e)
	}
}

func TestListedTerms(t *testing.T) {
	blocks := blocksOf("*Latency:* the time that passes before an answer.\n\n*Verdict*: a great phone that everyone will love.\n\n*Price*: The phone costs more.\n\n*Jitter* – a change in latency that nobody asked for.\n\nLatency and jitter matter.")
	entries := Glossary(blocks, "en", GlossaryOptions{})
	var got []string
	for _, e := range entries {
		got = append(got, line(e))
	}
	want := "latency: The time that passes before an answer. (3); jitter: A change in latency that nobody asked for. (2, see latency)"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestSort(t *testing.T) {
	of := func(lang string, terms ...string) string {
		var entries []Entry
		for _, s := range terms {
			entries = append(entries, Entry{Term: s})
		}
		Sort(entries, lang)
		terms = terms[:0]
		for _, e := range entries {
			terms = append(terms, e.Term)
		}
		return strings.Join(terms, " ")
	}
	if got, want := of("de", "Zoll", "Öl", "ofen", "Oper"), "ofen Öl Oper Zoll"; got != want {
		t.Errorf("German: got %s, want %s", got, want)
	}
	if got, want := of("sv", "Zon", "Öl", "ofta", "Oxe"), "ofta Oxe Zon Öl"; got != want {
		t.Errorf("Swedish: got %s, want %s", got, want)
	}
	if got, want := of("en", "T10", "T2", "NATO", "nautical"), "NATO nautical T2 T10"; got != want {
		t.Errorf("English: got %s, want %s", got, want)
	}
}

func TestUnknownLanguage(t *testing.T) {
	entries := Glossary([]Block{{Text: "Organizacja Narodów Zjednoczonych (ONZ) jest organizacją, która łączy państwa. ONZ ma siedzibę w Nowym Jorku."}}, "pl", GlossaryOptions{})
	if len(entries) != 1 || entries[0].Term != "ONZ" || entries[0].Definition != "" {
		t.Errorf("got %v", entries)
	}
}

// Each rule with a sentence that calls for it and one that must not.
func TestEditorsRules(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The North Sea Pact (NSP), an alliance that was not made for such work, met. The NSP is old.", "NSP = North Sea Pact (2)"},
		{"en", "The North Sea Pact (NSP), an alliance that keeps the peace at sea, met.", "NSP = North Sea Pact: An alliance that keeps the peace at sea. (1)"},
		{"en", "A ring is a set that such rules spoil. Every ring is a set.", ""},
		{"en", "A surd is a root that is not written as a fraction. Every surd is odd.", "surd: A root that is not written as a fraction. (2)"},
		{"en", "The European Union Rule of Law Mission in Kosovo (EULEX) came late.", "EULEX = European Union Rule of Law Mission in Kosovo (1)"},
		{"en", "The Grand Harbour Repair and Supply Works in Malta (UNREX) came late.", ""},
		{"en", "Minimum trough level (MTL) is the lowest concentration of a drug that still works. The MTL varies.", "MTL = minimum trough level: The lowest concentration of a drug that still works. (2)"},
		{"en", "Oslo Harbour (OH) is the oldest town that ships reach.", "OH = Oslo Harbour (1)"},
		{"en", "An ideal is defined as a subset of a ring that is closed under addition. Every ideal is a kernel.", "ideal: A subset of a ring that is closed under addition. (2)"},
		{"en", "An ideal is a dream that nobody shares. Every ideal fades.", ""},
		{"en", "Personal data means any information relating to a living person. Personal data must be kept safe.", "personal data: Any information relating to a living person. (2)"},
		{"en", "Stable trade means more work for people who sail. Stable trade helps.", ""},
		{"en", "The Association for Harbour Lin- guistics (AHL) met. The pre- and postwar loans (PPL) grew.", "AHL = Association for Harbour Linguistics (1); PPL = pre- and postwar loans (1)"},
		{"en", "Oral rinse solution (ORS) is a mixture of salt and water that patients drink. The ORS helps.", "ORS = oral rinse solution: A mixture of salt and water that patients drink. (2)"},
		{"en", "Bengal rinse solution (BRS) is sold. The BRS helps.", "BRS = Bengal rinse solution (2)"},
		// the shapes of pairs, as entries: spelled out after the first use, in the plural only, tied to the bracket, equals, commas
		{"en", "NSA met in June. Only later did the press call it the National Sailing Association (NSA).", "NSA = National Sailing Association (2)"},
		{"en", "NSA met in June. Only later did the press call it the National Rowing Guild.", ""},
		{"en", "Most NSOs (national sailing offices) stayed. The NSOs had no boats.", "NSOs = national sailing offices (2)"},
		{"en", "National sailing offices (NSOs) stayed. An NSO pays no tax.", "NSOs = national sailing offices (2)"},
		{"en", "Most NSOs (see above) stayed.", ""},
		{"en", "Each sailing front(SF) moved. The SF was long.", "SF = sailing front (2)"},
		{"en", "Each sailing front (east) moved.", ""},
		{"en", "Gunboat Inland Fleet (GIF) is one meaning. GIF sank. Later the Guild of Island Farmers (GIF) met. GIF grew.", "GIF = Gunboat Inland Fleet (2); GIF = Guild of Island Farmers (2)"},
		{"en", "The 3rd Sailing Guild (3SG) met.", "3SG = 3rd Sailing Guild (1)"},
		{"de", "Der Deutsche Seedienst (DSD) fuhr aus. Der DSD kam an.", "DSD = Deutsche Seedienst (2)"},
		{"de", "Ein Priel ist ein Wasserlauf, der im Watt auch bei Ebbe Wasser führt. Die Priele sind tückisch.", "Priel: Ein Wasserlauf, der im Watt auch bei Ebbe Wasser führt. (2)"},
		{"de", "Ein Priel ist ein Wasserlauf, der im Watt auch bei Ebbe Wasser führt. Die Prielrinnen sind tückisch.", "Priel: Ein Wasserlauf, der im Watt auch bei Ebbe Wasser führt. (1)"},
		{"en", "A triforium is a passage that runs above an arcade.", "triforium: A passage that runs above an arcade. (1)"},
		{"en", "An etching is a picture that is printed in such a way that the finest greys survive.", "etching: A picture that is printed in such a way that the finest greys survive. (1)"},
		{"en", "A triforium is a passage that she said is dark.", ""},
		{"en", "A triforium is a passage that should not be there.", ""},
		{"en", "A cellar master is a man who says little.", ""},
		{"en", "Dover, a place formed by the sea, is poor.", ""},
		{"en", "The *exclusion principle* states that no two electrons share a state.", "exclusion principle: No two electrons share a state. (1)"},
		{"en", "The *harbour report* was late. The harbour report states that no two ships share a berth.", ""},
		// a name for what the sentence before tells
		{"en", "Cloth is beaten in wet clay until its fibres mat. This process is called fulling.", "fulling: Cloth is beaten in wet clay until its fibres mat. (1)"},
		{"en", "The guild keeps a press which prints what the town asks for. This is called jobbing.", ""},
		{"en", "Then it is beaten in wet clay until its fibres mat. This process is called fulling.", ""},
		{"en", "Wet clay is dear.\n\nThis process is called fulling.", ""},
		{"en", "Some soils hold no clay and dry out within a day; these soils are called sands.", "sands: Some soils hold no clay and dry out within a day. (1)"},
		{"en", "Some towns hold no soldiers and fall within a day; these days are called black.", ""},
		{"en", "Bells answer each other over wide valleys. Ringers call this effect chiming.", "chiming: Bells answer each other over wide valleys. (1)"},
		{"en", "Bells answer each other over wide valleys. Ringers call this town Chiming.", ""},
		{"de", "Am Ofen hebt der Bläser einen Klumpen Glas aus der Glut. Dieser Klumpen wird Posten genannt.", "Posten: Am Ofen hebt der Bläser einen Klumpen Glas aus der Glut. (1)"},
		{"de", "Dann hebt er einen Klumpen Glas aus der Glut. Dieser Klumpen wird Posten genannt.", ""},
		{"de", "Manche Pflanzen vertragen Salz in ihren Wurzeln und Blättern. Solche Pflanzen nennt man Halophyten.", ""},
		{"de", "Manche Pflanzen vertragen Salz in Wurzeln und Blättern. Solche Pflanzen nennt man Halophyten.", "Halophyten: Manche Pflanzen vertragen Salz in Wurzeln und Blättern. (1)"},
		{"de", "Unter Kühlung versteht man das langsame Abkühlen des Glases.", "Kühlung: Das langsame Abkühlen des Glases. (1)"},
		{"en", "Zugzwang is a position in which every move makes things worse.", "zugzwang: A position in which every move makes things worse. (1)"},
		{"en", "Etna is a mountain that smokes every morning.", ""},
		{"en", "In 1988 gusts of wind set the deck swinging. This effect is called flutter.", ""},
		{"en", "Light gusts of wind set a deck swinging. This effect is called flutter.", "flutter: Light gusts of wind set a deck swinging. (1)"},
		{"de", "Als Kolk bezeichnet man einen tiefen Tümpel im Moor.", "Kolk: Einen tiefen Tümpel im Moor. (1)"},
		// short forms
		{"en", "Risk-weighted assets (RWA) grew. DNA-based exams (DBE) grew.", "RWA = risk-weighted assets (1); DBE = DNA-based exams (1)"},
		{"en", "The mast height test exercise, MHTE for short, came late.", "MHTE = mast height test exercise (1)"},
		{"en", "The mast came late, MHTE for short.", ""},
		{"en", "The yard keeps rigid inflatable boats or RIBs.", "RIBs = rigid inflatable boats (1)"},
		{"en", "The yard keeps rafts in big sheds or RIBs.", ""},
		{"en", "Harbour traffic authorities, hereafter HTAs, pay.", "HTAs = Harbour traffic authorities (1)"},
		{"en", "Press the engine stop (E-stop).", "E-stop = engine stop (1)"},
		{"en", "Press the engine stop (Help).", ""},
		// a kind is no name, a part of a name is none either
		{"en", "Groynes, low walls of timber, were built along the beach.", "groynes: Low walls of timber. (1)"},
		{"en", "Dover, a wall of chalk, was built along the beach.", ""},
		{"en", "Sculling is a sport in which each rower has two oars. The Old Sculling Club is near.", "sculling: A sport in which each rower has two oars. (2)"},
		{"en", "Sedan is a place in which each rower has two oars. We went to Sedan.", ""},
		{"en", "A voidable lease is one that a party may end.", "voidable lease: One that a party may end. (1)"},
		{"en", "A weaver is one who should rest.", ""},
		{"en", "A pedal note is a long note that stays while the chords above it change.", "pedal note: A long note that stays while the chords above it change. (1)"},
		{"en", "A pedal note is a long note that is shown above.", ""},
		{"en", "*Rover*: the guests that paid within a year.\n\n*Price*: the phone costs more.", "rover: The guests that paid within a year. (1)"},
		{"en", "In Paris the Commission nationale du port (CNP) met. A commission met.", "CNP = Commission nationale du port (1)"},
		{"en", "Chain polymerisation (CP) is old. The chain polymerisation of tar is new.", "CP = chain polymerisation (2)"},
	} {
		var got []string
		for _, e := range Glossary(blocksOf(c.text), c.lang, GlossaryOptions{}) {
			got = append(got, line(e))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
