package layout

import (
	"slices"
	"testing"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// TestAcronymExpands says what an acronym stands for where it is used first, by
// one element, however it is marked up; and nothing where other words stand for
// it.
func TestAcronymExpands(t *testing.T) {
	const long = "Food and Agriculture Organization"
	text := func(s string) document.Inline { return &document.Text{Value: s} }
	entry := func(n ...document.Inline) document.Inline {
		return &document.CrossReference{Target: "fao", Content: n}
	}
	abbreviation := func(n document.Inline) document.Inline {
		return &document.Abbreviation{Content: []document.Inline{n}, Expansion: long}
	}
	for name, c := range map[string]struct {
		content []document.Inline
		want    []string // the roles around the first use, outermost first
	}{
		"link":             {[]document.Inline{text("The "), entry(text("FAO")), text(" is old, the FAO.")}, []string{"P", "Link", "Span"}},
		"long form":        {[]document.Inline{entry(text(long)), text(" is old.")}, nil},
		"long form first":  {[]document.Inline{entry(text(long)), text(" (FAO) is old, the FAO.")}, []string{"P", "Span"}},
		"abbreviation":     {[]document.Inline{abbreviation(text("FAO")), text(", "), abbreviation(text("FAO")), text(".")}, []string{"P", "Span"}},
		"linked":           {[]document.Inline{entry(abbreviation(text("FAO"))), text(", "), abbreviation(text("FAO"))}, []string{"P", "Link", "Span"}},
		"defined":          {[]document.Inline{entry(&document.Definition{Content: []document.Inline{abbreviation(text("FAO"))}})}, []string{"P", "Link", "Span"}},
		"part of a word":   {[]document.Inline{text("The FAOs and the XFAO.")}, nil},
		"a page is quoted": {[]document.Inline{&document.CrossReference{Target: "fao", Show: document.ShowPage, Content: []document.Inline{text("FAO")}}}, nil},
	} {
		doc := &document.Document{
			Metadata: document.Metadata{Title: "T", Language: "en"},
			Blocks: []document.Block{&document.Paragraph{Content: c.content}, &document.Glossary{Entries: []*document.GlossaryEntry{
				{Attr: document.Attr{Anchor: "fao"}, Term: "FAO", Acronym: true, Expansion: long},
			}}},
		}
		book, _, _ := set(t, doc, style.New(style.Paper{}, style.Book, style.House))
		var got [][]string
		for i, tag := range book.Tags {
			if i > 0 && tag.Role == "Span" && book.Tags[tag.Parent].Expansion != "" {
				t.Errorf("%s: a Span stands inside what is expanded", name)
			}
			if tag.Expansion != long {
				continue
			}
			roles := []string{tag.Role}
			for up := tag.Parent; up > 0; up = book.Tags[up].Parent {
				roles = append([]string{book.Tags[up].Role}, roles...)
			}
			if i := slices.Index(roles, "P"); i >= 0 { // the entry's own term is another
				got = append(got, roles[i:])
			}
		}
		if len(got) > 1 || len(got) != min(len(c.want), 1) || len(got) == 1 && !slices.Equal(got[0], c.want) {
			t.Errorf("%s: %v are expanded, want %v", name, got, c.want)
		}
	}
}

func TestAcronyms(t *testing.T) {
	for text, want := range map[string][]string{
		"the NATO and the UN":              {"NATO"},
		"the W3C, H2O and an A4 page":      {"W3C", "H2O"},
		"COVID-19, MP3s and NGOs":          {"COVID", "NGO"},
		"McDONALD and 3DES, UN2 of UN1":    {"DES"},
		"SHOUTING ALL THE TIME THROUGHOUT": nil,
	} {
		var got []string
		for _, a := range acronyms(text) {
			got = append(got, text[a.start:a.end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
