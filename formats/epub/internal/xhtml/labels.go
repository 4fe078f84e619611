package xhtml

import "golang.org/x/text/language"

// Labels are the words that a book adds to the author's own.
type Labels struct {
	// Lang is the language of the words.
	Lang string

	Contents, Landmarks, Pages, Cover, TitlePage, BeginReading, Notes, Chapter, Figure, Table, Untitled, SeeAlso, Mention, Done, Open string
	// Admonitions are the labels by type.
	Note, Tip, Important, Warning, Caution string
}

// labelsFor returns the words in the language of the tag, else in English.
func labelsFor(lang string) Labels {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Und
	}
	base, _ := tag.Base()
	switch base.String() {
	case "de":
		return Labels{"de", "Inhalt", "Wegmarken", "Seiten", "Umschlag", "Titelseite", "Beginn des Textes", "Anmerkungen", "Kapitel", "Abbildung", "Tabelle", "Ohne Titel", "siehe auch", "Stelle", "erledigt", "offen", "Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"}
	case "fr":
		return Labels{"fr", "Table des matières", "Repères", "Pages", "Couverture", "Page de titre", "Début du texte", "Notes", "Chapitre", "Figure", "Tableau", "Sans titre", "voir aussi", "occurrence", "fait", "à faire", "Remarque", "Astuce", "Important", "Avertissement", "Attention"}
	case "es":
		return Labels{"es", "Índice", "Puntos de referencia", "Páginas", "Cubierta", "Portada", "Comienzo del texto", "Notas", "Capítulo", "Figura", "Tabla", "Sin título", "véase también", "mención", "hecho", "pendiente", "Nota", "Consejo", "Importante", "Advertencia", "Precaución"}
	case "it":
		return Labels{"it", "Indice", "Punti di riferimento", "Pagine", "Copertina", "Frontespizio", "Inizio del testo", "Note", "Capitolo", "Figura", "Tabella", "Senza titolo", "vedi anche", "menzione", "fatto", "da fare", "Nota", "Consiglio", "Importante", "Avvertenza", "Attenzione"}
	case "nl":
		return Labels{"nl", "Inhoud", "Oriëntatiepunten", "Pagina’s", "Omslag", "Titelpagina", "Begin van de tekst", "Noten", "Hoofdstuk", "Figuur", "Tabel", "Zonder titel", "zie ook", "vermelding", "gedaan", "open", "Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op"}
	case "pt":
		return Labels{"pt", "Índice", "Pontos de referência", "Páginas", "Capa", "Folha de rosto", "Início do texto", "Notas", "Capítulo", "Figura", "Tabela", "Sem título", "ver também", "menção", "feito", "por fazer", "Nota", "Dica", "Importante", "Aviso", "Cuidado"}
	case "id":
		return Labels{"id", "Daftar Isi", "Penanda", "Halaman", "Sampul", "Halaman judul", "Awal teks", "Catatan", "Bab", "Gambar", "Tabel", "Tanpa judul", "lihat juga", "sebutan", "selesai", "belum selesai", "Catatan", "Tip", "Penting", "Peringatan", "Hati-hati"}
	}
	return Labels{"en", "Contents", "Landmarks", "Pages", "Cover", "Title page", "Begin reading", "Notes", "Chapter", "Figure", "Table", "Untitled", "see also", "mention", "done", "to do", "Note", "Tip", "Important", "Warning", "Caution"}
}
