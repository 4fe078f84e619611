package documenttest

import "strings"

// german makes the German tongue. Its nouns are plurals in -n, which are the
// same in every case, and so are its adjectives behind an article.
func german() tongue {
	t := tongue{
		nouns:       strings.Fields(germanNouns),
		adjectives:  strings.Fields(germanAdjectives),
		adverbs:     strings.Fields(germanAdverbs),
		infinitives: strings.Fields(germanVerbs),
		names:       strings.Fields(identifiers),
		clauses: []string{
			"die N I die N", "die A N I die N der N", "N, die D I, sind A, weil die N I",
			"wir I die N mit den A N", "in den N I die A N", "es gibt # N in den A N",
			"die N sind D A", "keine A N I die N", "die meisten N I D",
			"deshalb I die N für alle A N", "die N und die N I dieselben N",
			"ohne N I auch die A N nicht", "von den # N I nur die A N die N",
		},
		joints:   []string{",", ", und", ", aber", "; denn", ", doch", ";", ", oder", ":"},
		openings: []string{"Dagegen gilt:", "Zum Beispiel:", "Kurz gesagt:", "In diesem Kapitel heißt es:"},
		phrases:  []string{"die A N", "N und N", "A N", "über die N der N", "N ohne N"},
	}
	t.plurals, t.verbs = t.nouns, t.infinitives
	return t
}

const germanNouns = `Zeiten Fragen Seiten Sachen Personen Gruppen Stellen Sprachen Formen Arbeiten
Menschen Zahlen Straßen Schulen Wochen Stunden Firmen Daten Quellen Größen Grenzen Kirchen Städten
Regierungen Entwicklungen Bedingungen Beziehungen Erfahrungen Entscheidungen Möglichkeiten
Leistungen Wohnungen Zeitungen Meinungen Untersuchungen Bewegungen Verbindungen Veränderungen
Voraussetzungen Schwierigkeiten Gesellschaften Wissenschaften Landschaften Eigenschaften
Gewerkschaften Mannschaften Nachrichten Einrichtungen Verwaltungen Verhandlungen Vereinbarungen
Versicherungen Berechnungen Bezeichnungen Beschreibungen Darstellungen Vorstellungen Anweisungen
Funktionen Variablen Schnittstellen Bibliotheken Datenbanken Abfragen Tabellen Spalten Zeilen
Zeichenketten Klammern Ausnahmen Fehlermeldungen Laufzeitumgebungen Programmiersprachen
Datenstrukturen Speicherverwaltungen Zugriffsberechtigungen Benutzeroberflächen
Übersetzungseinheiten Typumwandlungen Zuweisungen Schleifen Verzweigungen Vererbungshierarchien
Versionsverwaltungen Entwicklungsumgebungen Rechtschreibprüfungen Bundesländern Gemeinden
Verkehrsverbindungen Eisenbahnstrecken Autobahnbrücken Wasserstraßen Hafenanlagen
Lebensversicherungen Krankenversicherungen Geschwindigkeitsbegrenzungen Wirtschaftsbeziehungen
Bildungseinrichtungen Forschungsergebnissen Naturwissenschaften Wahrscheinlichkeitsrechnungen
Verfassungsänderungen Friedensverhandlungen Grenzübergängen Landwirtschaftskammern
Handelsgesellschaften Buchhandlungen Druckereien Schriftarten Überschriften Fußnoten
Inhaltsverzeichnissen Silbentrennungen Zeilenabständen Rechtsverordnungen
Nahrungsmittelunverträglichkeiten Donaudampfschifffahrtsgesellschaften`

const germanAdjectives = `neuen großen kleinen ersten letzten anderen alten guten gleichen eigenen
verschiedenen wichtigen einfachen langen kurzen hohen ganzen jungen deutschen öffentlichen
politischen wirtschaftlichen gesellschaftlichen wissenschaftlichen technischen zuverlässigen
unabhängigen gegenwärtigen ursprünglichen außergewöhnlichen selbstverständlichen unterschiedlichen
veränderlichen unveränderlichen ausdrücklichen gleichzeitigen nachträglichen vorläufigen
mittelalterlichen landwirtschaftlichen grundsätzlichen beträchtlichen geringfügigen
rechtwinkligen durchsichtigen unvermeidlichen unverständlichen benutzerdefinierten`

const germanAdverbs = `nicht auch nur noch schon immer wieder sehr oft heute bald gern selten
manchmal normalerweise glücklicherweise gelegentlich gleichzeitig ausschließlich insbesondere
vergleichsweise notwendigerweise versehentlich unverzüglich`

const germanVerbs = `haben brauchen finden zeigen machen nehmen geben halten kennen lesen schreiben
ändern suchen beginnen enthalten bestimmen verwenden beschreiben erzeugen ersetzen vergleichen
berücksichtigen verarbeiten überprüfen übersetzen untersuchen veröffentlichen unterscheiden
beeinflussen verhindern ermöglichen veranschaulichen vereinfachen beschleunigen verwalten
verbinden unterbrechen überwachen zusammenfassen gewährleisten vervollständigen`
