package terms

import "strings"

// What the rules know of French. A definite article may name a kind, so it
// says less against a definition than in English.
var french = &vocabulary{
	base:          "fr",
	functions:     set("le la les l un une des de du d à au aux et ou en dans par pour sur sous avec sans entre vers chez the of and for"),
	auxiliaries:   set("est sont était étaient a ont avait avaient sera seront peut peuvent doit doivent ne pas qui que"),
	owners:        set("il elle ils elles son sa ses leur leurs lui"),
	conjunctions:  set("et ou ainsi"),
	orWords:       set("ou aussi"),
	namers:        set("appelé appelée appelés appelées nommé nommée dit dite dits dites surnommé surnommée"),
	joiners:       set("de du d"),
	clauseWords:   set("et mais or donc car"),
	contrasts:     set("tandis alors"),
	consequence:   set("signifie signifient"),
	prepositions:  set("de du d en dans par pour sur sous avec sans entre à au aux"),
	pointers:      set("tu te toi ton ta tes vous votre vos nous notre nos je me moi mon ma mes ce cet cette ces ici hier demain"),
	endings:       strings.Fields("s x"),
	definiteKinds: true,
	that:          "que",
	as:            "comme",
	abstracts:     strings.Fields("ité tion sion ment ance ence isme esse ie ure logie graphie cratie age ude"),
	leadIns:       []string{"ci-après", "ci-après dénommé", "ci-après dénommée", "en abrégé", "abrégé", "ou", "dit", "dite", "en anglais", "sigle de", "le", "la", "les", "soit", "pour"},
	stands:        []string{"signifie", "est le sigle de", "est l'acronyme de", "est l'abréviation de", "sigle de", "acronyme de", "abréviation de", "pour"},
	individuals:   set("bâtiment édifice salle pièce lieu endroit ville village maison château église rue place école société entreprise livre film roman journal hôtel restaurant bateau pont roi reine empereur pape duc comte père mère fils fille frère sœur maire peintre poète chien montagne rivière fleuve lac île pays état tour parc gare port parti club usine abbaye couvent musée théâtre"),
	doers:         strings.Fields("eur euse ien ienne iste trice"),
	pastTails:     strings.Fields("ait aient èrent irent urent"),
	pastForms:     set("fut furent était étaient avait avaient eut eurent a ont"),
	relational:    set("membre partenaire signataire partie fondateur auteur adversaire participant candidat"),
	cardinals:     map[string]string{"2": "deux", "3": "trois", "4": "quatre", "5": "cinq", "6": "six", "7": "sept", "8": "huit", "9": "neuf", "10": "dix", "11": "onze", "12": "douze", "15": "quinze", "20": "vingt", "24": "vingt-quatre", "30": "trente"},
	either:        " ou ",
	respective:    "respectivement",
	leadOuts:      []string{", ou ", ", en abrégé ", ", dit ", ", dite "},
	genus: set(`processus procédé ensemble partie forme type sorte méthode technique science étude état capacité aptitude droit règle
		quantité somme nombre temps durée lieu espace zone région point ligne valeur montant action acte mouvement phénomène système
		théorie organe appareil outil substance couche groupe art fait moment`),
	phrases: &phrases{
		copulas:    set("est sont"),
		indefinite: set("un une"),
		definite:   set("le la les l"),
		means:      seqs("désigne", "désignent", "désignait alors", "désignaient alors", "désignait", "désignaient", "signifie", "se définit comme", "est défini comme", "est définie comme", "est le nom donné à"),
		called:     seqs("s ' appelle", "est appelé", "est appelée", "sont appelés", "sont appelées", "se nomme"),
		glosses:    seqs(", c ' est - à - dire", ", autrement dit", ", ce qui signifie que", ", soit"),
		circumfix:  [][2][]string{{{"par"}, {"on", "entend"}}, {{"par"}, {",", "on", "entend"}}},
		callers:    [][]string{{"on", "appelle"}, {"on", "nomme"}, {"on", "désigne", "par"}, {"on", "entend", "par"}},
		terms:      set("terme mot expression notion"),
		strong:     set("qui que dont où lequel laquelle lesquels lesquelles"),
		relatives:  set("qui que dont où lequel laquelle lesquels lesquelles destiné destinée destinés permettant consistant servant composé composée formé formée situé située recouvert recouverte constitué constituée muni munie fabriqué fabriquée obtenu obtenue soumis soumise"),
		weakly:     set("de du des d pour par entre à"),
		adverbs:    set("généralement souvent habituellement"),
		judging:    set("devrait devraient jamais personne"),
		persons:    set("homme hommes femme personne personnes quelqu"),
		spoilers: set(`il elle ils elles on nous vous je tu ce c cela ceci ça cet cette ces celui celle ceux celles son sa ses leur leurs mon ma
			mes notre nos votre vos qui que quoi où quand comment pourquoi si lorsque quand parce comme bien tout toute tous toutes chaque
			plusieurs certains certaines autre autres même aussi encore ici là aujourd puis alors mais et ou donc or ni car voici voilà`),
		backward:   set("il elle ils elles on nous vous ce c cela ceci ça son sa ses leur leurs"),
		negations:  set("ne n pas jamais guère"),
		evaluative: set("important importante importants essentiel essentielle crucial cruciale clé vrai vraie véritable grand grande petit petite beau belle bon bonne mauvais mauvaise meilleur meilleure pire simple complexe fascinant fascinante passionnant passionnante majeur majeure unique remarquable magnifique superbe célèbre symbole signe preuve problème défi succès échec histoire question affaire rêve cauchemar miracle catastrophe"),
		vague:      set("chose façon manière idée résultat problème exemple partie différence raison but réponse rôle histoire fait question cas objectif avantage inconvénient conséquence jour année homme femme personne mission travail décision avenir passé livre chapitre article étude rapport ville pays monde gouvernement suite reste plupart"),
		empty:      set("résultat problème exemple raison but réponse question cas défi preuve histoire chose"),
		verbs:      set("a ont avait avaient sera seront peut peuvent doit doivent était étaient été être avoir fait font va vont"),
		says:       set("dit disent pense pensent"),
	},
}
