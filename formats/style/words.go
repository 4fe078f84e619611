package style

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Words are what the publisher adds to the author's text, in the language of
// the document.
type Words struct {
	// Lang is the BCP 47 tag of the words.
	Lang                                                     string
	Contents, Chapter, Part, Figure, Table, Notes, Continued string
	// SeeAlso leads to another entry of the back matter, as in "see also".
	SeeAlso string
	// Passim stands behind ranges of pages of which some are meant.
	Passim string
	// Article is the label of the title page; With joins what the back matter
	// holds to it, And the last of these to the others: see [Words.Titled].
	Article, With, And        string
	Timeline, Glossary, Index string
	TimelineIntro             string
	// Edition leads the date of an edition: see [Words.EditionOf].
	Edition, Page, Pages string
	Note, Tip, Important string
	Warning, Caution     string
	// months are their names, and alone those without a day where they differ;
	// date is the pattern of a day, with d, M and y, and monthly that of a month,
	// "M y" if it is empty.
	months, alone []string
	date, monthly string
	self          string // the name of the language
	closed        closed // for languages that put no spaces between these words
}

// closed are the patterns of languages that do not join these words by spaces, or in another order; %s stands for what is
// joined. The zero value is for all others.
type closed struct {
	chapter string // the number of a chapter
	edition string // the date of an edition
	titled  string // what the back matter holds
	comma   string // between the things that it holds
}

// WordsFor returns the words for a BCP 47 tag; English where the language is
// not known.
func WordsFor(tag string) Words {
	t, err := language.Parse(tag)
	if err != nil {
		return english()
	}
	base, _ := t.Base()
	name := base.String()
	if name == "nb" || name == "nn" {
		name = "no"
	}
	if script, _ := t.Script(); name == "zh" && script.String() == "Hant" {
		name = "zh-Hant"
	}
	for _, w := range slices.Concat(moreWords(), easternWords(), []Words{german(), french(), spanish(), italian()}) {
		if w.Lang == name {
			return w
		}
	}
	w := english()
	if region, c := t.Region(); base.String() == "en" && region.String() == "US" && c == language.Exact {
		w.date = "M d, y"
	}
	if base.String() != "en" {
		w.self = ""
	}
	return w
}

// Language returns the language's own name, or "" if it is not known here.
func (w Words) Language() string { return w.self }

// Date writes an ISO 8601 date (a year, a year and month, or a day) in words,
// and anything else as it is.
func (w Words) Date(iso string) string {
	part := strings.Split(iso, "-")
	month, day := 0, 0
	if len(part) > 1 {
		month, _ = strconv.Atoi(part[1])
	}
	if len(part) > 2 {
		day, _ = strconv.Atoi(part[2])
	}
	switch {
	case len(part) > 3 || len(part[0]) != 4 || month < 1 || month > 12:
		return iso
	case day == 0 && w.monthly != "":
		return strings.NewReplacer("M", w.months[month-1], "y", part[0]).Replace(w.monthly)
	case day == 0 && w.alone != nil:
		return w.alone[month-1] + " " + part[0]
	case day == 0:
		return w.months[month-1] + " " + part[0]
	}
	// The word "de" is none of the letters.
	return strings.NewReplacer(" de ", " de ", "d", strconv.Itoa(day), "M", w.months[month-1], "y", part[0]).Replace(w.date)
}

// EventDate returns the date of an event as it is printed: the phrase, and where that is nothing but the ISO 8601 date,
// the date in words.
func (w Words) EventDate(phrase, iso string) string {
	if phrase != "" && phrase != iso {
		return phrase
	}
	return w.Date(iso)
}

// ChapterLabel returns what stands above the title of a numbered chapter, such as
// "Chapter 3", and nothing where the title says as much itself: "Chapter III",
// "Chapter the Last".
func (w Words) ChapterLabel(number int, title string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(title), " ")
	if strings.EqualFold(strings.TrimRight(first, ".:"), w.Chapter) {
		return ""
	}
	if w.closed.chapter != "" {
		label := fmt.Sprintf(w.closed.chapter, strconv.Itoa(number))
		if strings.HasPrefix(title, label) {
			return ""
		}
		return label
	}
	return w.Chapter + " " + strconv.Itoa(number)
}

// Titled returns the label of the title page of an article whose back matter holds these parts: "An article with
// timeline and glossary".
func (w Words) Titled(parts ...string) string {
	n := len(parts)
	if n == 0 {
		return w.Article
	}
	if c := w.closed; c.titled != "" {
		held := parts[n-1]
		if n > 1 {
			held = strings.Join(parts[:n-1], c.comma) + w.And + parts[n-1]
		}
		return fmt.Sprintf(c.titled, held)
	}
	held := parts[n-1]
	if n > 1 {
		held = strings.Join(parts[:n-1], ", ") + " " + w.And + " " + parts[n-1]
	}
	return w.Article + " " + w.With + " " + held
}

// EditionOf says of which date an edition is: "Edition of 23 November 2026".
func (w Words) EditionOf(iso string) string {
	if w.closed.edition != "" {
		return fmt.Sprintf(w.closed.edition, w.Date(iso))
	}
	return w.Edition + " " + w.Date(iso)
}

// Admonition returns the label for a type of admonition: its own name, with a
// capital, where it is not one of the five. An aside says nothing of the kind.
func (w Words) Admonition(kind string) string {
	switch strings.ToLower(kind) {
	case "note", "":
		return w.Note
	case "tip":
		return w.Tip
	case "important":
		return w.Important
	case "warning":
		return w.Warning
	case "caution":
		return w.Caution
	case "aside":
		return ""
	}
	_, first := utf8.DecodeRuneInString(kind)
	return strings.ToUpper(kind[:first]) + kind[first:]
}

func english() Words {
	return Words{
		Lang: "en", self: "English", Contents: "Contents", Chapter: "Chapter", Part: "Part", Figure: "Figure", Table: "Table", Notes: "Notes", Continued: "continued",
		SeeAlso: "see also", Article: "An article", With: "with", And: "and", Timeline: "timeline", Glossary: "glossary", Index: "index", Passim: "passim",
		TimelineIntro: "Found in the text. The figure after each entry is the page of its sentence.",
		Edition:       "Edition of", Page: "page", Pages: "pages",
		Note: "Note", Tip: "Tip", Important: "Important", Warning: "Warning", Caution: "Caution",
		months: strings.Fields("January February March April May June July August September October November December"),
		date:   "d M y",
	}
}

func german() Words {
	return Words{
		Lang: "de", self: "Deutsch", Contents: "Inhalt", Chapter: "Kapitel", Part: "Teil", Figure: "Abbildung", Table: "Tabelle", Notes: "Anmerkungen", Continued: "Fortsetzung",
		SeeAlso: "siehe auch", Article: "Ein Artikel", With: "mit", And: "und", Timeline: "Zeittafel", Glossary: "Glossar", Index: "Register", Passim: "passim",
		TimelineIntro: "Im Text gefunden. Die Zahl nach jedem Eintrag ist die Seite seines Satzes.",
		Edition:       "Ausgabe vom", Page: "Seite", Pages: "Seiten",
		Note: "Hinweis", Tip: "Tipp", Important: "Wichtig", Warning: "Warnung", Caution: "Vorsicht",
		months: strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
		date:   "d. M y",
	}
}

func french() Words {
	return Words{
		Lang: "fr", self: "français", Contents: "Sommaire", Chapter: "Chapitre", Part: "Partie", Figure: "Figure", Table: "Tableau", Notes: "Notes", Continued: "suite",
		SeeAlso: "voir aussi", Article: "Un article", With: "avec", And: "et", Timeline: "chronologie", Glossary: "glossaire", Index: "index", Passim: "passim",
		TimelineIntro: "Trouvé dans le texte. Le nombre après chaque entrée est la page de sa phrase.",
		Edition:       "Édition du", Page: "page", Pages: "pages",
		Note: "Note", Tip: "Conseil", Important: "Important", Warning: "Avertissement", Caution: "Attention",
		months: strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
		date:   "d M y",
	}
}

func spanish() Words {
	return Words{
		Lang: "es", self: "español", Contents: "Índice", Chapter: "Capítulo", Part: "Parte", Figure: "Figura", Table: "Tabla", Notes: "Notas", Continued: "continuación",
		SeeAlso: "véase también", Article: "Un artículo", With: "con", And: "y", Timeline: "cronología", Glossary: "glosario", Index: "índice alfabético", Passim: "passim",
		TimelineIntro: "Hallado en el texto. La cifra tras cada entrada es la página de su frase.",
		Edition:       "Edición del", Page: "página", Pages: "páginas",
		Note: "Nota", Tip: "Consejo", Important: "Importante", Warning: "Advertencia", Caution: "Precaución",
		months: strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
		date:   "d de M de y", monthly: "M de y",
	}
}

func italian() Words {
	return Words{
		Lang: "it", self: "italiano", Contents: "Indice", Chapter: "Capitolo", Part: "Parte", Figure: "Figura", Table: "Tabella", Notes: "Note", Continued: "segue",
		SeeAlso: "vedi anche", Article: "Un articolo", With: "con", And: "e", Timeline: "cronologia", Glossary: "glossario", Index: "indice analitico", Passim: "passim",
		TimelineIntro: "Trovato nel testo. Il numero dopo ogni voce è la pagina della sua frase.",
		Edition:       "Edizione del", Page: "pagina", Pages: "pagine",
		Note: "Nota", Tip: "Consiglio", Important: "Importante", Warning: "Avvertenza", Caution: "Attenzione",
		months: strings.Fields("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
		date:   "d M y",
	}
}
