package terms

import "strings"

// What the rules know of German. Nouns carry capitals, and a relative clause
// stands behind a comma.
var german = &vocabulary{
	base:          "de",
	functions:     set("der die das des dem den ein eine eines einer einem einen und oder von vom zu zum zur für im in am an auf aus bei mit nach über unter durch gegen ohne um als wie the of and for de la le du des et"),
	auxiliaries:   set("ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können muss müssen soll sollen darf nicht"),
	owners:        set("er ihn ihm ihnen sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren sie es"),
	conjunctions:  set("und oder sowie"),
	orWords:       set("oder auch"),
	namers:        set("sogenannte sogenannten sogenannter sogenanntes"),
	clauseWords:   set("und aber doch denn sondern"),
	contrasts:     set("während wohingegen"),
	consequence:   set("bedeutet bedeuten heißt"),
	prepositions:  set("in im an am auf aus bei mit nach über unter durch gegen ohne um von vom zu zum zur für hinter vor neben zwischen seit während wegen trotz gegenüber"),
	pointers:      set("du dein deine ihr euch wir uns unser unsere ich mein meine dies diese dieser dieses diesem diesen oben unten hier heute gestern morgen"),
	nounCapitals:  true,
	nominative:    map[string]string{"den": "der", "einen": "ein"},
	relativeComma: true,
	definiteKinds: true,
	to:            "zu",
	that:          "dass",
	as:            "als",
	abstracts:     strings.Fields("ung ungen heit keit ität schaft tum ismus ion ionen anz enz logie grafie graphie kratie ik ur nis"),
	endings:       strings.Fields("en er es e n s"),
	substances:    set("lösung gestein mineral flüssigkeit gas metall masse substanz stoff säure salz harz öl faser pulver brei teig erde boden pflanze gewebe krankheit legierung mischung gemisch"),
	leadIns:       []string{"kurz", "abgekürzt", "im Folgenden", "nachfolgend", "auch", "oder", "engl.", "englisch", "englisch für", "der", "die", "das", "für", "kurz für", "Abkürzung für", "d.h."},
	stands:        []string{"steht für", "stehen für", "ist die Abkürzung für", "ist die Abkürzung von", "Abkürzung für", "kurz für", "bedeutet"},
	either:        " oder ",
	respective:    "respektive",
	leadOuts:      []string{", kurz ", ", abgekürzt ", ", oder ", ", auch "},
	genus: set(`vorgang prozess verfahren fähigkeit art form teil lehre menge summe gruppe methode eigenschaft zustand raum zeit
		zeitraum ort gebiet bereich recht regel technik einheit system theorie bewegung abgabe anteil verhältnis maß wissenschaft kunst
		handlung tätigkeit person organ gerät stoff schicht phase grenze punkt linie wert betrag bezeichnung`),
	relational: set("mitglied partner unterzeichner teil gründer autor gegner teilnehmer kandidat nutzer eigentümer"),
	bodies:     set("büro union verband bund agentur organisation zentrum amt institut ausschuss kommission rat vereinigung gesellschaft partei front bewegung armee ministerium bank behörde dienst unternehmen konzern bahn bahnen liga stiftung fonds universität akademie gericht kongress polizei allianz versammlung verwaltung parlament programm museum konsortium genossenschaft kammer föderation konföderation"),
	sums:       set("dies diese dieser dieses solche solch"),
	links:      set("dann aber doch so auch dort hier also deshalb daher darum trotzdem danach später zuerst oft meist dabei dadurch damit"),
	phrases: &phrases{
		copulas:    set("ist sind"),
		indefinite: set("ein eine einem einen einer eines"),
		definite:   set("der die das dem den des"),
		means:      seqs("bezeichnet", "bezeichnen", "bedeutet", "bedeuten", "ist definiert als", "wird definiert als", "werden definiert als", "ist der fachbegriff für", "ist der begriff für", "ist der name für", "ist das fachwort für"),
		called:     seqs("nennt man", "bezeichnet man als"),
		glosses:    seqs(", das heißt ,", ", das heißt", ", d . h .", ", was bedeutet , dass", ", also"),
		frames:     [][2]string{{"wird", "genannt"}, {"werden", "genannt"}},
		circumfix:  [][2][]string{{{"unter"}, {"versteht", "man"}}, {{"mit"}, {"bezeichnet", "man"}}, {{"als"}, {"bezeichnet", "man"}}},
		terms:      set("begriff ausdruck wort bezeichnung"),
		strong:     set("der die das den dem deren dessen welche welcher welches"),
		relatives:  set("der die das den dem deren dessen welche welcher welches wo wobei"),
		weakly:     set("von des der zur zum für aus mit zwischen"),
		adverbs:    set("im allgemeinen meist meistens gewöhnlich"),
		judging:    set("soll sollen sollte sollten müsste niemand nie"),
		persons:    set("mann frau mensch menschen person jemand"),
		spoilers: set(`es er sie wir ich du ihr man dies dieser diese dieses diesem diesen jener jene jenes solch solche solcher hier dort da
			wer was wie warum wo wenn weil obwohl während nachdem bevor sobald falls auch nur noch schon viele einige manche alle jeder jede
			jedes kein keine sein seine seiner ihre ihrer unser unsere mein meine beide andere mehr sehr so nun jetzt heute dann doch aber und oder`),
		backward:   set("es er sie dies diese dieser dieses das man wir sein seine ihr ihre"),
		negations:  set("nicht kein keine nie niemals"),
		evaluative: set("wichtig wichtige wichtiger wichtiges zentral zentrale zentraler zentrales entscheidend entscheidende entscheidender groß große großer großes gut gute guter gutes schlecht schlechte schlimm schlimme schön schöne schöner schönes echt echte echter echtes wahr wahre wahrer wahres wunderbar wunderbare einfach einfache einfacher komplex komplexe großartig großartige faszinierend faszinierende spannend spannende beliebt beliebte meilenstein schlüssel zeichen beweis symbol grund problem herausforderung erfolg segen fluch traum albtraum wunder katastrophe frage sache aufgabe"),
		vague:      set("ort weg ding idee ergebnis problem beispiel unterschied grund ziel antwort rolle geschichte tatsache frage fall zweck aufgabe vorteil nachteil folge wirkung tag jahr mensch mann frau mission arbeit entscheidung zukunft vergangenheit buch kapitel artikel studie bericht stadt land welt regierung"),
		empty:      set("ergebnis problem beispiel grund ziel frage fall aufgabe folge beweis sache etwas nichts jemand"),
		verbs:      set("hat haben hatte hatten wird werden wurde wurden kann können muss müssen soll sollen darf dürfen will wollen war waren macht machen gibt geht"),
		says:       set("sagt sagen meint meinen glaubt"),
	},
}
