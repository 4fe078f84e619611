package xhtml

import (
	"strings"

	"github.com/quirepress/quire/formats/style"
	"golang.org/x/text/language"
)

// Labels are the words that a book adds to the author's own: those that it
// shares with print, and those of its navigation.
type Labels struct {
	style.Words
	Navigation
}

// Navigation are the words that only a book on a screen needs.
type Navigation struct {
	Landmarks, PageList, Cover, TitlePage, BeginReading, Untitled string
	// Mention names one of several places of a term; Done and Open say whether
	// a task is.
	Mention, Done, Open string
}

// labelsFor returns the words in the language of the tag, else in English.
func labelsFor(lang string) Labels {
	words := style.WordsFor(lang)
	tag, err := language.Parse(words.Lang)
	if err != nil {
		tag = language.English
	}
	base, _ := tag.Base()
	n, ok := navigation[base.String()]
	if !ok {
		words, n = style.WordsFor("en"), navigation["en"]
	}
	return Labels{words, n}
}

var navigation = map[string]Navigation{
	"en": {Landmarks: "Landmarks", PageList: "Pages", Cover: "Cover", TitlePage: "Title page", BeginReading: "Begin reading", Untitled: "Untitled", Mention: "mention", Done: "done", Open: "to do"},
	"de": {Landmarks: "Wegmarken", PageList: "Seiten", Cover: "Umschlag", TitlePage: "Titelseite", BeginReading: "Beginn des Textes", Untitled: "Ohne Titel", Mention: "Stelle", Done: "erledigt", Open: "offen"},
	"fr": {Landmarks: "Repères", PageList: "Pages", Cover: "Couverture", TitlePage: "Page de titre", BeginReading: "Début du texte", Untitled: "Sans titre", Mention: "occurrence", Done: "fait", Open: "à faire"},
	"es": {Landmarks: "Puntos de referencia", PageList: "Páginas", Cover: "Cubierta", TitlePage: "Portada", BeginReading: "Comienzo del texto", Untitled: "Sin título", Mention: "mención", Done: "hecho", Open: "pendiente"},
	"it": {Landmarks: "Punti di riferimento", PageList: "Pagine", Cover: "Copertina", TitlePage: "Frontespizio", BeginReading: "Inizio del testo", Untitled: "Senza titolo", Mention: "menzione", Done: "fatto", Open: "da fare"},
}

// kind returns the line over the title: "An article with timeline and
// glossary".
func (r *renderer) kind() string {
	var parts []string
	t := r.book.Traits
	for _, p := range []struct {
		there bool
		word  string
	}{{t.Timeline, r.words.Timeline}, {t.Glossary, r.words.Glossary}, {t.Index, r.words.Index}} {
		if p.there {
			parts = append(parts, p.word)
		}
	}
	if r.opt.ChapterLabels || len(parts) == 0 {
		return ""
	}
	list := parts[0]
	if n := len(parts); n > 1 {
		list = strings.Join(parts[:n-1], ", ") + " " + r.words.And + " " + parts[n-1]
	}
	return r.words.Article + " " + r.words.With + " " + list
}
