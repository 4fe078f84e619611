package style

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

func TestEveryStyleCanBeSet(t *testing.T) {
	for _, p := range append(Papers(), Paper{}) {
		for _, profile := range Profiles() {
			for _, theme := range Themes() {
				theme, err := ParseTheme(string(theme))
				if err != nil {
					t.Fatal(err)
				}
				s := New(p, profile, theme)
				if err := s.Check(); err != nil {
					t.Errorf("%s, %s, %s: %v", p.Name, profile, theme, err)
				}
				for name, c := range map[string]Color{"ink": s.Palette.Ink, "accent": s.Palette.Accent, "secondary": s.Palette.Secondary} {
					if got := Contrast(c, s.Palette.Paper); got < minContrast {
						t.Errorf("%s, %s: the %s has a contrast of %.1f", profile, theme, name, got)
					}
				}
				if got := Contrast(s.Palette.Accent, s.Palette.Paper); got < 7 {
					t.Errorf("%s: the accent has a contrast of %.1f, want 7", theme, got)
				}
			}
		}
	}
}

// TestMeasure holds the measures against the house style: 62 to 66 letters on
// A5, 66 to 70 on A4 and Letter, 45 in large print.
func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		paper    Paper
		profile  Profile
		low, top int64
	}{
		{A5(), Article, 62, 66},
		{SixByNine(), Article, 62, 68},
		{A4(), Article, 66, 70},
		{Letter(), Article, 66, 70},
		{A4(), LargePrint, 44, 46},
	} {
		s := New(c.paper, c.profile, House)
		letters := int64(s.Measure()) * 1000 / (int64(s.Body.Size) * 462)
		if letters < c.low || letters > c.top {
			t.Errorf("%s, %s: %d letters in a line, want %d to %d", c.paper.Name, c.profile, letters, c.low, c.top)
		}
	}
}

func TestGrid(t *testing.T) {
	s := New(A5(), Article, House)
	half := s.Body.Leading / 2
	for name, l := range map[string]Length{
		"title": s.BookTitle.Leading, "subtitle": s.BookSubtitle.Leading, "chapter": s.ChapterTitle.Leading, "section": s.SectionTitle.Leading,
		"heading": s.Headings[0].Leading, "quotation": s.Quote.Leading, "space of sections": s.SectionSpace, "space of blocks": s.BlockSpace, "sink": s.Sink,
	} {
		if l%half != 0 {
			t.Errorf("%s: %v is no multiple of half a line, %v", name, l, half)
		}
	}
}

func TestResolve(t *testing.T) {
	base := New(Paper{}, Article, House)
	s, found := Resolve(base, map[string]string{"paper": "148x210mm", "profile": "large-print", "accent": "#336", "toc-depth": "1", "mine": "whatever"}, nil)
	if len(found) > 0 {
		t.Errorf("found %v", found)
	}
	if s.Profile != LargePrint || s.Palette.Accent != (Color{0x33, 0x33, 0x66}) || s.ContentsDepth != 1 {
		t.Errorf("resolved to %s, %v, depth %d", s.Profile, s.Palette.Accent, s.ContentsDepth)
	}
	for name, value := range map[string]string{
		"paper": "a17", "profile": "pamphlet", "theme": "neon", "accent": "#fefefe", "font-size": "900pt", "leading": "2 elbows", "columns": "7", "toc-depth": "many",
	} {
		at := diag.Position{File: "a.md", Line: 3, Column: 8}
		s, found := Resolve(base, map[string]string{name: value}, map[string]diag.Position{name: at})
		if len(found) != 1 || found[0].Code != "style-setting" || found[0].Pos != at || strings.Contains(found[0].Message, "style:") {
			t.Errorf("%s: %s gives %v", name, value, found)
		}
		if s != base {
			t.Errorf("%s: %s changes the style", name, value)
		}
	}
	big, found := Resolve(base, map[string]string{"font-size": "12.3pt"}, nil)
	if len(found) > 0 || big.Body.Size != Points(12.3) || big.Body.Leading != base.Body.Leading.Scale(6, 5) || big.Note.Size != base.Note.Size.Scale(6, 5) {
		t.Errorf("a size of 12.3pt gives %v on %v, %v", big.Body.Size, big.Body.Leading, found)
	}
	if _, found := Resolve(base, map[string]string{"paper": "60x60mm", "font-size": "40pt"}, nil); len(found) == 0 {
		t.Error("letters of 40 points on six centimetres are accepted")
	}
}

func TestParsePaper(t *testing.T) {
	for in, want := range map[string]Paper{
		"A5": A5(), " letter ": Letter(), "6X9": SixByNine(),
		"148 x 210 mm": {"148x210mm", Millimetres(148), Millimetres(210)},
		"5.5in×8.5in":  {"5.5inx8.5in", Points(396), Points(612)},
	} {
		got, err := ParsePaper(in)
		if err != nil || got != want {
			t.Errorf("ParsePaper(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "x", "a4a", "10x", "0x0mm", "1mmx1mm", "9e9x1mm"} {
		if got, err := ParsePaper(in); err == nil {
			t.Errorf("ParsePaper(%q) = %v, want an error", in, got)
		}
	}
}

func TestProfileFor(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{&document.Section{Role: document.RolePart}}}
	if got := AutoProfile.For(doc); got != Book {
		t.Errorf("a document in parts is %s, want book", got)
	}
	if got := AutoProfile.For(&document.Document{}); got != Article {
		t.Errorf("an empty document is %s, want article", got)
	}
	if got := Handout.For(doc); got != Handout {
		t.Errorf("a handout becomes %s", got)
	}
}

// TestAllWords checks that no language lacks a word.
func TestAllWords(t *testing.T) {
	for _, w := range slices.Concat(moreWords(), easternWords(), []Words{english(), german(), french(), spanish(), italian()}) {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.String && f.String() == "" && v.Type().Field(i).Name != "monthly" {
				t.Errorf("%s: no word for %s", w.Lang, v.Type().Field(i).Name)
			}
		}
		if len(w.months) != 12 || w.alone != nil && len(w.alone) != 12 {
			t.Errorf("%s has %d and %d months", w.Lang, len(w.months), len(w.alone))
		}
		if got := WordsFor(w.Lang).Contents; got != w.Contents {
			t.Errorf("%s: contents are %q", w.Lang, got)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ tag, iso, want string }{
		{"en-GB", "2026-11-23", "23 November 2026"},
		{"en-US", "2026-11-23", "November 23, 2026"},
		{"de", "2026-11-23", "23. November 2026"},
		{"fr", "2026-11", "novembre 2026"},
		{"xx-nonsense-", "2026", "2026"},
		{"sq", "2026-13-01", "2026-13-01"},
		{"pl", "2026-11-01", "1 listopada 2026"},
		{"pl", "2026-11", "listopad 2026"},
		{"nb", "2026-05-17", "17. mai 2026"},
		{"ja", "2026-05-17", "2026年5月17日"},
		{"zh-TW", "2026-12", "2026年12月"},
		{"ko", "2026-05-17", "2026년 5월 17일"},
	} {
		if got := WordsFor(c.tag).Date(c.iso); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.tag, c.iso, got, c.want)
		}
	}
	if got := WordsFor("de").Admonition("warning"); got != "Warnung" {
		t.Errorf("a German warning is labelled %q", got)
	}
	if got := WordsFor("en").Admonition("exercise"); got != "Exercise" {
		t.Errorf("an exercise is labelled %q", got)
	}
}

// TestTitled joins the parts of the back matter as the language does.
func TestTitled(t *testing.T) {
	for tag, want := range map[string]string{
		"en":      "An article|An article with timeline|An article with timeline, glossary and index|Edition of 23 November 2026",
		"de":      "Ein Artikel|Ein Artikel mit Zeittafel|Ein Artikel mit Zeittafel, Glossar und Register|Ausgabe vom 23. November 2026",
		"ja":      "記事|年表付きの記事|年表、用語集と索引付きの記事|2026年11月23日版",
		"zh-Hant": "文章|文章，附大事年表|文章，附大事年表、詞彙表和索引|2026年11月23日版",
		"ko":      "글|연표 수록|연표, 용어집 및 찾아보기 수록|2026년 11월 23일 판",
	} {
		w := WordsFor(tag)
		got := strings.Join([]string{w.Titled(), w.Titled(w.Timeline), w.Titled(w.Timeline, w.Glossary, w.Index), w.EditionOf("2026-11-23")}, "|")
		if got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

func TestChapterLabel(t *testing.T) {
	for _, c := range []struct{ tag, title, want string }{
		{"en", "The Village", "Chapter 3"},
		{"en", "Chapter III", ""},
		{"en", "CHAPTER 3. The Village", ""},
		{"en", "Chapter: the Village", ""},
		{"en", "Chapters of a Life", "Chapter 3"},
		{"en", "", "Chapter 3"},
		{"de", "Kapitel drei", ""},
		{"de", "Chapter 3", "Kapitel 3"},
		{"ja", "灯台", "第3章"},
		{"zh", "第3章 灯塔", ""},
	} {
		if got := WordsFor(c.tag).ChapterLabel(3, c.title); got != c.want {
			t.Errorf("%s: the label over %q is %q, want %q", c.tag, c.title, got, c.want)
		}
	}
}
