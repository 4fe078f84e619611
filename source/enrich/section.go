package enrich

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"

	"github.com/quirepress/quire/source/document"
)

// addSection appends a section of the back matter with block in it. If the
// author wrote a section of that role, the block goes to its end instead.
func addSection(g *galley, role document.Role, title string, block document.Block) {
	for _, b := range g.doc.Blocks {
		if s, ok := b.(*document.Section); ok && s.Role == role {
			s.Blocks = append(s.Blocks, block)
			return
		}
	}
	if title == "" {
		title = heading(g.doc.Metadata.Language, role)
	}
	g.doc.Blocks = append(g.doc.Blocks, &document.Section{
		Attr:   document.Attr{Anchor: g.reserve(document.Anchor(role))},
		Role:   role,
		Title:  document.Plain(title),
		Blocks: []document.Block{block},
	})
}

// off reports whether the author wants no such part: "glossary: false".
func off(doc *document.Document, part string) bool {
	switch strings.ToLower(doc.Metadata.Setting(part, "")) {
	case "false", "no", "off":
		return true
	}
	return false
}

// heading is the language's own word for a part of the back matter.
func heading(lang string, role document.Role) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	words, ok := map[string]map[document.Role]string{
		"de": {document.RoleTimeline: "Zeittafel", document.RoleGlossary: "Glossar", document.RoleIndex: "Register"},
		"fr": {document.RoleTimeline: "Chronologie", document.RoleGlossary: "Glossaire", document.RoleIndex: "Index"},
		"es": {document.RoleTimeline: "Cronología", document.RoleGlossary: "Glosario", document.RoleIndex: "Índice"},
		"it": {document.RoleTimeline: "Cronologia", document.RoleGlossary: "Glossario", document.RoleIndex: "Indice analitico"},
		"pt": {document.RoleTimeline: "Cronologia", document.RoleGlossary: "Glossário", document.RoleIndex: "Índice remissivo"},
		"nl": {document.RoleTimeline: "Tijdlijn", document.RoleGlossary: "Woordenlijst", document.RoleIndex: "Register"},
		"sv": {document.RoleTimeline: "Tidslinje", document.RoleGlossary: "Ordlista", document.RoleIndex: "Register"},
		"da": {document.RoleTimeline: "Tidslinje", document.RoleGlossary: "Ordliste", document.RoleIndex: "Register"},
		"no": {document.RoleTimeline: "Tidslinje", document.RoleGlossary: "Ordliste", document.RoleIndex: "Register"},
		"nb": {document.RoleTimeline: "Tidslinje", document.RoleGlossary: "Ordliste", document.RoleIndex: "Register"},
		"nn": {document.RoleTimeline: "Tidslinje", document.RoleGlossary: "Ordliste", document.RoleIndex: "Register"},
		"fi": {document.RoleTimeline: "Aikajana", document.RoleGlossary: "Sanasto", document.RoleIndex: "Hakemisto"},
		"pl": {document.RoleTimeline: "Oś czasu", document.RoleGlossary: "Słowniczek", document.RoleIndex: "Indeks"},
		"cs": {document.RoleTimeline: "Časová osa", document.RoleGlossary: "Slovníček", document.RoleIndex: "Rejstřík"},
		"tr": {document.RoleTimeline: "Zaman çizelgesi", document.RoleGlossary: "Sözlükçe", document.RoleIndex: "Dizin"},
		"sq": {document.RoleTimeline: "Kronologji", document.RoleGlossary: "Fjalorth", document.RoleIndex: "Tregues"},
		"el": {document.RoleTimeline: "Χρονολόγιο", document.RoleGlossary: "Γλωσσάριο", document.RoleIndex: "Ευρετήριο"},
		"ru": {document.RoleTimeline: "Хронология", document.RoleGlossary: "Глоссарий", document.RoleIndex: "Указатель"},
		"uk": {document.RoleTimeline: "Хронологія", document.RoleGlossary: "Глосарій", document.RoleIndex: "Покажчик"},
		"he": {document.RoleTimeline: "ציר זמן", document.RoleGlossary: "מילון מונחים", document.RoleIndex: "מפתח"},
		"ar": {document.RoleTimeline: "خط زمني", document.RoleGlossary: "مسرد", document.RoleIndex: "كشاف"},
		"fa": {document.RoleTimeline: "گاه\u200cشمار", document.RoleGlossary: "واژه\u200cنامه", document.RoleIndex: "نمایه"},
	}[base]
	if !ok {
		words = map[document.Role]string{document.RoleTimeline: "Timeline", document.RoleGlossary: "Glossary", document.RoleIndex: "Index"}
	}
	return words[role]
}

// sortBy sorts by the collation of a name; equal names by their bytes, so that
// the order never depends on where they were found.
func sortBy[E any](c *collate.Collator, entries []E, name func(E) string) {
	type keyed struct {
		key  string
		name string
		at   int
		e    E
	}
	var buf collate.Buffer
	all := make([]keyed, len(entries))
	for i, e := range entries {
		all[i] = keyed{string(c.KeyFromString(&buf, name(e))), name(e), i, e}
		buf.Reset()
	}
	slices.SortFunc(all, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.name, b.name), a.at-b.at)
	})
	for i := range all {
		entries[i] = all[i].e
	}
}
