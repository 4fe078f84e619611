package plain

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

const (
	one = "The lighthouse was built in 1851 on a rock that the charts of the time did not show."
	two = "Its keeper climbed the hundred and twelve steps twice a night, and wrote down every ship."
)

func read(t testing.TB, src string) (*document.Document, diag.List) {
	t.Helper()
	doc, found, err := Read("a.txt", []byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	return doc, found
}

// sketch writes title, authors, blocks and omissions, one a line.
func sketch(doc *document.Document) string {
	var b strings.Builder
	m := doc.Metadata
	if m.Title != "" {
		fmt.Fprintf(&b, "title %s\n", m.Title)
	}
	if names := m.Authors(); len(names) > 0 {
		fmt.Fprintf(&b, "by %s\n", strings.Join(names, "; "))
	}
	if m.Date != "" {
		fmt.Fprintf(&b, "date %s\n", m.Date)
	}
	for depth, n := range doc.All() {
		switch n := n.(type) {
		case *document.Section:
			fmt.Fprintf(&b, "# %s\n", document.TextOf(n.Title))
		case *document.List:
			fmt.Fprintf(&b, "list ordered=%v start=%d\n", n.Ordered, n.Start)
		case *document.Paragraph:
			mark := ""
			if depth > 1 {
				mark = "- "
			}
			fmt.Fprintf(&b, "%s%s\n", mark, document.TextOf(n.Content))
		case *document.ThematicBreak:
			b.WriteString("* * *\n")
		}
	}
	for _, o := range doc.Omissions {
		fmt.Fprintf(&b, "left out (%s): %s\n", o.Reason, o.Text)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"article", "The Light\n\nby Ann Keeper 41 views\nIklan Headers\n\n" + one + "\n\nThe Lens\n\n" + two + "\n",
			"title The Light\nby Ann Keeper\n" + one + "\n# The Lens\n" + two + "\nleft out (byline): by Ann Keeper 41 views\nleft out (advertisement): Iklan Headers\n"},
		{"two authors, a date", "The Light\nBy Ann Keeper and Ben van der Boat\nMay 3, 2021\n\n" + one + "\n",
			"title The Light\nby Ann Keeper; Ben van der Boat\ndate 2021-05-03\n" + one + "\nleft out (byline): By Ann Keeper and Ben van der Boat\nleft out (date line): May 3, 2021\n"},
		{"German", "Das Licht\nVon Anna Wärter\n3. Mai 2021\n" + one + "\nLesen Sie auch: Die Linse\n",
			"title Das Licht\nby Anna Wärter\ndate 2021-05-03\n" + one + "\nleft out (byline): Von Anna Wärter\nleft out (date line): 3. Mai 2021\nleft out (related articles): Lesen Sie auch: Die Linse\n"},
		{"a change is no date", "The Light\nUpdated on May 3, 2021\n" + one + "\n", "title The Light\nUpdated on May 3, 2021\n" + one + "\n"},
		{"a byline in the menu", "The Light\nHome\nNews\nBy Ann Keeper\nShare this\n" + one + "\n",
			"title The Light\nby Ann Keeper\n" + one + "\nleft out (page link): Home\nleft out (page link): News\nleft out (byline): By Ann Keeper\nleft out (share button): Share this\n"},
		{"no byline in the menu", "The Light\nHome\nNews\nBy Region\nShare this\n" + one + "\n",
			"title The Light\n" + one + "\nleft out (page link): Home\nleft out (page link): News\nleft out (page link): By Region\nleft out (share button): Share this\n"},
		{"a day and its change", "The Light\n\nPublished 12 June 2017 09:30 BST | Last updated 14 June 2017 18:05 BST\n\n" + one,
			"title The Light\ndate 2017-06-12\n" + one + "\nleft out (date line): Published 12 June 2017 09:30 BST | Last updated 14 June 2017 18:05 BST\n"},
		{"a day and its change in German", "Das Licht\n\nVeröffentlicht am 3. Mai 2021 um 8.15 Uhr · Aktualisiert am 5. Mai 2021\n\n" + one,
			"title Das Licht\ndate 2021-05-03\n" + one + "\nleft out (date line): Veröffentlicht am 3. Mai 2021 um 8.15 Uhr · Aktualisiert am 5. Mai 2021\n"},
		{"what was published in a sentence", "The Light\n\nPublished on 12 June 1917, the map was updated on 3 May 1921.\n\n" + one,
			"title The Light\nPublished on 12 June 1917, the map was updated on 3 May 1921.\n" + one + "\n"},
		{"date in the byline", "The Light\n\nBy Ann Keeper, 18 March 2022\n\n" + one, "title The Light\nby Ann Keeper\ndate 2022-03-18\n" + one + "\nleft out (byline): By Ann Keeper, 18 March 2022\n"},
		{"no date in the byline", "The Light\n\nBy Ann Keeper, updated 18 March 2022\n\n" + one, "title The Light\nby Ann Keeper\n" + one + "\nleft out (byline): By Ann Keeper, updated 18 March 2022\n"},
		{"no byline", "The Light\n\nBy 1851 the tower stood.\n\n" + one, "title The Light\nBy 1851 the tower stood.\n" + one + "\n"},
		{"no title", one + "\n\n" + two, one + "\n" + two + "\n"},
		{"one paragraph", one, one + "\n"},
		{"one line", "A lighthouse", "A lighthouse\n"},
		{"line ends", "The Light\r\n\r\n" + one + "\r\n" + two + "\r\n", "title The Light\n" + one + "\n" + two + "\n"},
		{"bullets", "The Light\n\nIt has:\n- a lamp\n- a lens\n\n" + one, "title The Light\nIt has:\nlist ordered=false start=0\n- a lamp\n- a lens\n" + one + "\n"},
		{"numbers", "The Light\n\n" + one + "\n3. the lamp\n4. the lens\n", "title The Light\n" + one + "\nlist ordered=true start=3\n- the lamp\n- the lens\n"},
		{"a number is no list", "The Light\n\n12. The day was clear and the strait was full of ships that waited for the wind.\n" + one,
			"title The Light\n12. The day was clear and the strait was full of ships that waited for the wind.\n" + one + "\n"},
		{"numbered headings", "The Light\n\n1. The Tower\n\n" + one + "\n\n2. The Lens\n\n" + two, "title The Light\n# 1. The Tower\n" + one + "\n# 2. The Lens\n" + two + "\n"},
		{"underlined", "The Light\n=========\n\n" + one, "title The Light\n" + one + "\nleft out (underline): =========\n"},
		{"rule", one + "\n\n***\n\n" + two, one + "\n* * *\n" + two + "\nleft out (dividing line): ***\n"},
		{"wrapped", "The Light\n\nThe lighthouse was built in 1851 on a rock that the charts\nof the time did not show. Its keeper climbed the hundred and\ntwelve steps twice a night, and wrote down every ship that\npassed, its colours, its course and its well-\nknown captain. A lightkeeper never slept in a gale. The light-\nkeeper slept by day.\n\nThe end came in\n1970.\n",
			"title The Light\nThe lighthouse was built in 1851 on a rock that the charts of the time did not show. Its keeper climbed the hundred and twelve steps twice a night, and wrote down every ship that passed, its colours, its course and its well-known captain. A lightkeeper never slept in a gale. The lightkeeper slept by day.\nThe end came in\n1970.\n"},
		{"sentences stay", "The Light\n\n" + one + "\nShare prices of the company fell in spring.\nRead more about the lens below.\nComments on the plan were mixed.\n" + two,
			"title The Light\n" + one + "\nShare prices of the company fell in spring.\nRead more about the lens below.\nComments on the plan were mixed.\n" + two + "\n"},
		{"answers stay", "The Light\n\n" + one + "\n\nAdvertisement\n\nNo.\n\nShare this article\n\n“Home.”\n\n" + two,
			"title The Light\n" + one + "\nNo.\n“Home.”\n" + two + "\nleft out (advertisement): Advertisement\nleft out (share button): Share this article\n"},
		{"doubtful words among furniture", "The Light\n\n" + one + "\n\nShare this article\nMenu\nPrivacy Policy\n", "title The Light\n" + one + "\nleft out (share button): Share this article\nleft out (contents): Menu\nleft out (legal notice): Privacy Policy\n"},
		{"doubtful words over prose", "The Light\n\nPricing\n\n" + one + "\n\nDiscussion\n\n" + two, "title The Light\n# Pricing\n" + one + "\n# Discussion\n" + two + "\n"},
		{"menu entries before the prose", "The Light\n\nShare this article\nCondos for Sale\n\n" + one + "\n", "title The Light\n" + one + "\nleft out (share button): Share this article\nleft out (page link): Condos for Sale\n"},
		{"a first heading stays", "The Light\n\nShare this article\nLighthouse Charts\n\n" + one + "\n", "title The Light\n# Lighthouse Charts\n" + one + "\nleft out (share button): Share this article\n"},
		{"an introduction stays", "The Light\n\nShare this article\nIntroduction\n\n" + one + "\n", "title The Light\n# Introduction\n" + one + "\nleft out (share button): Share this article\n"},
		{"no furniture, no menu", "The Light\n\nCondos for Sale\n\n" + one + "\n", "title The Light\n# Condos for Sale\n" + one + "\n"},
		{"what dangles at the end", "The Light\n\n" + one + "\n\nkeepersdaughter\n", "title The Light\n" + one + "\nleft out (page link): keepersdaughter\n"},
		{"code at the end stays", "The Light\n\n" + one + "\n\nx = y + 1\n", "title The Light\n" + one + "\nx = y + 1\n"},
		{"arrows", "The Light\n\n" + one + "\n\nSee all our lamps →\n\n" + two + "\nA → B\n", "title The Light\n" + one + "\n" + two + "\nA → B\nleft out (navigation): See all our lamps →\n"},
		{"controls", "The Li\x00ght\n\n" + "One\x01two\xff" + "three.\n\n" + one, "title The Light\nOnetwothree.\n" + one + "\n"},
		{"nothing", " \n\t\r\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, found := read(t, c.in)
			if got := sketch(doc); got != c.want {
				t.Errorf("\n got:\n%s\nwant:\n%s", got, c.want)
			}
			residue := 0
			for _, d := range found {
				if d.Code == "plain-residue" {
					residue++
				}
			}
			if residue != len(doc.Omissions) {
				t.Errorf("%d omissions, but %d are reported", len(doc.Omissions), residue)
			}
		})
	}
}

func TestNoTitle(t *testing.T) {
	_, found := read(t, one+"\n\n"+two)
	if len(found) != 1 || found[0].Code != "plain-no-title" {
		t.Errorf("findings: %v", found)
	}
}

// TestPlaces shows that every text stands in the file where it says.
func TestPlaces(t *testing.T) {
	for _, src := range []string{
		one,
		"\ufeffThe Light\r\n\r\n  " + one + "\r\n\r\n• a lamp\r\n• a lens\r\n",
		"The Light\n\nby Ann Keeper 41 views\n\n" + one + "\n\n\tThe Lens  \n\n" + two,
		"Größe — 燈塔\n\n" + one,
	} {
		doc, _ := read(t, src)
		places(t, doc, src)
	}
}

func places(t testing.TB, doc *document.Document, src string) {
	t.Helper()
	lines := manuscript.NewLines("a.txt", []byte(src))
	for n := range document.Each[*document.Text](doc) {
		if n.Pos.IsZero() {
			if n.Value != " " {
				t.Errorf("text %q has no place", n.Value)
			}
			continue
		}
		if !strings.HasPrefix(src[n.Pos.Offset:], n.Value) || lines.At(n.Pos.Offset) != n.Pos {
			t.Errorf("text %q is not at %v", n.Value, n.Pos)
		}
	}
	for _, o := range doc.Omissions {
		if lines.At(o.Pos.Offset) != o.Pos || !strings.HasPrefix(manuscript.Clean(src[o.Pos.Offset:]), o.Text) {
			t.Errorf("omission %q is not at %v", o.Text, o.Pos)
		}
	}
}

// conserved checks that each character of the source arrives once and in order,
// in the title, a text or an omission; the marks of lists and hyphens at the
// ends of lines may be missing.
func conserved(t testing.TB, doc *document.Document, src string) {
	t.Helper()
	got := bytes.Repeat([]byte{0}, len(src))
	take := func(at int, s string) {
		for i := range len(s) {
			if got[at+i]++; got[at+i] > 1 {
				t.Fatalf("byte %d arrives twice: %q", at+i, s)
			}
		}
	}
	verbatim := func(at int, s string) { // a cleaned text, which may lack characters
		for _, r := range s {
			for at < len(src) {
				c, n := utf8.DecodeRuneInString(src[at:])
				if c == r {
					break
				}
				at += n
			}
			if at >= len(src) {
				t.Fatalf("%q is not in the source", s)
			}
			_, n := utf8.DecodeRuneInString(src[at:])
			take(at, src[at:at+n])
			at += n
		}
	}
	if doc.Metadata.Title != "" {
		verbatim(doc.Metadata.TitlePos.Offset, doc.Metadata.Title)
	}
	for n := range document.Each[*document.Text](doc) {
		if !n.Pos.IsZero() {
			take(n.Pos.Offset, n.Value)
		}
	}
	for _, o := range doc.Omissions {
		verbatim(o.Pos.Offset, o.Text)
	}
	marks := map[int]bool{}
	for it := range document.Each[*document.ListItem](doc) {
		for i := it.Pos.Offset; i < it.Blocks[0].Attributes().Pos.Offset; i++ {
			marks[i] = true
		}
	}
	mark := func(at int, form *regexp.Regexp) { // of a note
		if m := form.FindStringIndex(src[at:]); m != nil && m[0] == 0 {
			for i := range m[1] {
				marks[at+i] = true
			}
		}
	}
	for n := range document.Each[*document.Note](doc) {
		mark(n.Pos.Offset, noteMarks)
		mark(n.Blocks[0].Attributes().Pos.Offset, noteLabel)
	}
	for x := range document.Each[*document.CrossReference](doc) {
		mark(x.Pos.Offset, noteMarks)
	}
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRuneInString(src[i:])
		lost := got[i] == 0 && !blank(c) && manuscript.Printable(c) && !(c == utf8.RuneError && n == 1) && !marks[i]
		if lost && strings.ContainsRune("-‐\u00ad", c) {
			rest := strings.TrimLeftFunc(src[i+n:], func(c rune) bool { return blank(c) && c != '\n' })
			lost = !strings.HasPrefix(rest, "\n")
		}
		if lost {
			t.Fatalf("%q at byte %d is lost", c, i)
		}
		i += n
	}
}

func FuzzRead(f *testing.F) {
	f.Add("The Light\n\nby Ann Keeper 41 views\n\n" + one + "\n- a\n- b\n\nRelated posts\n")
	f.Add("1. a\n2. b\n***\nTitle\n=====\n" + two)
	f.Add("a-\nb\r\nc\x00d\xffe\u200b\n\n\u00ad\n")
	f.Add("T\n\nA b [1], c.[2]\nD [1, 2] e [3].\n\nNotes\n\n[1] One\n[2] Two [1]\n[3]\n")
	f.Add("A\tb\tc\nd\t1\t2\ne\t3\t\n\n1.\tx\n2.\ty\n\t\tz\n")
	f.Add(strings.Repeat("light house keep-\ner of the old tower and its lamp, lens, door\n", 6))
	f.Fuzz(func(t *testing.T, src string) {
		doc, _ := read(t, src)
		conserved(t, doc, src)
	})
}

// TestLong reads a line of many megabytes, and many lines.
func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	for name, src := range map[string]string{
		"line":   strings.Repeat("light ", 2_000_000),
		"lines":  strings.Repeat("Share\n", 40_000),
		"items":  strings.Repeat("- a\n", 40_000),
		"titles": strings.Repeat("Light\n\n", 40_000),
		"spaces": strings.Repeat(" \n", 400_000),
	} {
		t.Run(name, func(t *testing.T) { read(t, src) })
	}
}

// TestArticle reads a raw article as it was scraped.
func TestArticle(t *testing.T) {
	src, err := os.ReadFile("../../../shared/articles/kosovo-nato.txt")
	if err != nil {
		t.Skip("the article is not here")
	}
	doc, _ := read(t, string(src))
	places(t, doc, string(src))
	conserved(t, doc, string(src))
	if doc.Metadata.Title == "" || len(doc.Metadata.Authors()) != 1 || len(doc.Omissions) != 2 {
		t.Errorf("title %q, authors %q, %d omissions", doc.Metadata.Title, doc.Metadata.Authors(), len(doc.Omissions))
	}
	for b := range document.Each[*document.Section](doc) {
		if title := document.TextOf(b.Title); len(title) > 110 || !unicode.IsUpper(rune(title[0])) {
			t.Errorf("heading %q", title)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	src := []byte("The Light\n\n" + strings.Repeat(one+"\n\nThe Lens\n\n"+two+"\n\nShare this\n\n", 2000))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, _, err := Read("a.txt", src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// outline writes the blocks of a document, one a line.
func outline(doc *document.Document) string {
	var b strings.Builder
	for depth, n := range doc.All() {
		switch n := n.(type) {
		case *document.Section:
			fmt.Fprintf(&b, "%d section %s\n", depth, document.TextOf(n.Title))
		case *document.Note:
			fmt.Fprintf(&b, "%d note\n", depth)
		case *document.CrossReference:
			fmt.Fprintf(&b, "%d mark\n", depth)
		case *document.Table:
			fmt.Fprintf(&b, "%d table %d+%d\n", depth, len(n.Head), len(n.Body))
		case *document.Paragraph:
			fmt.Fprintf(&b, "%d %s\n", depth, document.TextOf(n.Content))
		}
	}
	return b.String()
}

// TestShapes reads notes, tables and paragraphs whose lines are broken in the midst
// of a sentence.
func TestShapes(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"notes", "On the Rock\n\nIt stands eleven miles from the shore [1], and nobody goes there any more.\n\nA boat came each month [2, 1], if the wind allowed it, and brought the letters.\n\nNotes\n\n[1] Chart 1123.\n[2] Seldom in winter.\n",
			"0 It stands eleven miles from the shore, and nobody goes there any more.\n1 note\n2 Chart 1123.\n0 A boat came each month, if the wind allowed it, and brought the letters.\n1 note\n2 Seldom in winter.\n1 mark\n"},
		{"no notes", "On the Rock\n\nIt stands eleven miles [sic] from the shore [4], and nobody goes there any more.\n\n[1] Nothing leads here.\n",
			"0 It stands eleven miles [sic] from the shore [4], and nobody goes there any more.\n0 [1] Nothing leads here.\n"},
		{"a table", "On the Rock\n\nThe accounts were kept in a small book, and the clerk was careful with them.\n\nIncome\tPounds\nAnchorage\t12\nTotal\t20\n\nHe was told to add them up twice, and so he did, every evening of the year.\n",
			"0 The accounts were kept in a small book, and the clerk was careful with them.\n0 table 1+2\n3 Income\n3 Pounds\n3 Anchorage\n3 12\n3 Total\n3 20\n0 He was told to add them up twice, and so he did, every evening of the year.\n"},
		{"broken lines", "On the Rock\n\nThe rock is eleven miles from the shore, and at high water nothing of it can be\nseen but the tower.\n",
			"0 The rock is eleven miles from the shore, and at high water nothing of it can be seen but the tower.\n"},
	} {
		doc, _ := read(t, c.src)
		conserved(t, doc, c.src)
		places(t, doc, c.src)
		if got := outline(doc); got != c.want {
			t.Errorf("%s:\ngot\n%swant\n%s", c.name, got, c.want)
		}
	}
}
