package temporal

// newFrench builds the data of French.
func newFrench() *language {
	l := newLanguage("fr")
	l.decimalComma, l.dayFirst, l.decadeBare, l.articles = true, true, true, true
	l.each("janvier février mars avril mai juin juillet août septembre octobre novembre décembre aout=8", func(w *word, n int) { w.month = int8(n) })
	l.each("janv=1 févr=2 avr=4 juil=7 sept=9 oct=10 nov=11 déc=12", func(w *word, n int) { w.month, w.abbreviation, w.doubtful = int8(n), true, true })
	l.each("lundi mardi mercredi jeudi vendredi samedi dimanche", func(w *word, n int) { w.weekday = int8(n) })
	l.each("printemps été automne hiver", func(w *word, n int) { w.season = int8(n); w.doubtful = n == 2 })
	for _, u := range []struct {
		singular, plural string
		unit             Grain
		sub              string
	}{
		{"jour journée", "jours journées", Day, ""}, {"semaine", "semaines", Week, ""}, {"mois", "", Month, ""},
		{"trimestre", "trimestres", Quarter, ""}, {"an année", "ans années", Year, ""}, {"décennie", "décennies", Decade, ""},
		{"siècle", "siècles", Century, ""}, {"heure", "heures", Clock, "H"}, {"minute", "minutes", Clock, "M"}, {"seconde", "secondes", Clock, "S"},
	} {
		l.each(u.singular, func(w *word, n int) { w.unit, w.sub = u.unit, codeOf(u.sub) })
		l.each(u.plural, func(w *word, n int) { w.unit, w.sub, w.plural = u.unit, codeOf(u.sub), true })
	}
	l.each("un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16", func(w *word, n int) { w.card, w.counts = int8(n), true })
	l.each("vingt=20 trente=30 quarante=40 cinquante=50 soixante=60", func(w *word, n int) { w.tens, w.counts = int8(n), true })
	l.each("cent=100 mille=1000", func(w *word, n int) { w.hundred, w.counts = int16(n), true })
	l.each("premier=1 première=1 deuxième=2 second=2 seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 treizième=13 quatorzième=14 quinzième=15 seizième=16 dix-septième=17 vingtième=20", func(w *word, n int) { w.ord = int8(n) })
	l.each("début aube", func(w *word, n int) { w.modN = codeOf(START) })
	l.each("milieu", func(w *word, n int) { w.modN = codeOf(MID) })
	l.each("mi", func(w *word, n int) { w.modN = codeOf(MID) })
	l.each("fin", func(w *word, n int) { w.modN = codeOf(END) })
	l.each("matin matinée", func(w *word, n int) { w.part = codeOf("MO") })
	l.each("soir soirée", func(w *word, n int) { w.part = codeOf("EV") })
	l.each("nuit", func(w *word, n int) { w.part = codeOf("NI") })
	l.each("quelques plusieurs", func(w *word, n int) { w.few = true })
	l.each("er e ème re ᵉ", func(w *word, n int) { w.suffix = true })
	l.each("noël=1 pâques=2 pentecôte=3 toussaint=6 ascension=14", func(w *word, n int) { w.holiday = int8(n) })
	l.eras = []era{
		{[]string{"av", ".", "J", ".", "-", "C", "."}, true}, {[]string{"avant", "J", ".", "-", "C", "."}, true},
		{[]string{"avant", "Jésus", "-", "Christ"}, true}, {[]string{"av", ".", "J", ".", "C", "."}, true},
		{[]string{"ap", ".", "J", ".", "-", "C", "."}, false}, {[]string{"apr", ".", "J", ".", "-", "C", "."}, false},
		{[]string{"après", "J", ".", "-", "C", "."}, false}, {[]string{"avant", "notre", "ère"}, true}, {[]string{"av", ".", "J", ".", "-", "C"}, true},
	}
	l.each("av avant", func(w *word, n int) { w.era, w.before = true, true })
	l.each("ap apr", func(w *word, n int) { w.era = true })
	l.each("trente=30 quarante=40 cinquante=50 soixante=60 vingt=20", func(w *word, n int) { w.decade = int16(n) })
	l.quantify("environ vers", APPROX)
	l.quantify("plus_de plus_d", MORE)
	l.quantify("moins_de moins_d près_de presque", LESS)
	l.quantify("au_moins", ATLEAST)
	l.each("à au et ou", func(w *word, n int) { w.joins = true })
	l.each(`le la les l un une des du de d ce cet cette ces à au aux en dans par pour sur sous avec sans vers chez entre et ou mais
		donc or ni car que qu qui dont où quand lorsque lorsqu comme si il elle ils elles on nous vous je tu se s sa son ses leur leurs
		est était fut furent sont étaient a ont avait avaient eut ne n pas plus aussi encore déjà puis alors ainsi dès depuis jusque jusqu
		après avant pendant durant`, func(w *word, n int) { w.function = true })
	l.each(`personnes hommes femmes enfants soldats habitants morts blessés prisonniers euros francs dollars kilomètres km mètres
		m tonnes kg grammes pages pour-cent degrés exemplaires membres ouvriers employés maisons navires avions chars voix réfugiés`, func(w *word, n int) { w.counted = true })
	l.each(`chambre salle vol numéro no n page p chapitre section article art paragraphe tome vol modèle version type isbn loi psaume
		rue avenue train voie windows`, func(w *word, n int) { w.designation = true })
	l.word("n").designation = false
	l.each("en depuis dès vers avant après entre année an années début fin milieu mi printemps été automne hiver jusqu jusque janvier février mars avril mai juin juillet août septembre octobre novembre décembre environ durant pendant courant", func(w *word, n int) { w.yearLead = true })
	l.each("de et ou à au", func(w *word, n int) { w.weakLead = true })
	l.each("le la les l un une des du ce cet cette", func(w *word, n int) { w.determiner = true })
	for _, x := range []struct {
		words string
		lead  Lead
	}{{"en au à dans durant pendant vers", At}, {"avant", Before}, {"jusqu jusque", Until}, {"depuis dès", Since}, {"après", After}, {"de du", From}} {
		l.each(x.words, func(w *word, n int) { w.lead, w.hasLead = x.lead, true })
	}
	l.each("à au jusqu", func(w *word, n int) { w.reaches = true })
	l.each("pendant durant depuis en pour après", func(w *word, n int) { w.duringLead = true })
	l.word("entre").between = true
	l.word("dès").asEarly = true
	l.each("pas jamais ne n aucun aucune", func(w *word, n int) { w.negates = true })
	l.before("antérieur_à antérieure_à antérieurs_à antérieures_à", BEFORE)
	l.before("postérieur_à postérieure_à postérieurs_à postérieures_à", AFTER)
	l.before("jusqu_'_en jusqu_’_en jusqu_'_au jusqu_’_au jusqu_'_à jusqu_’_à jusqu_'_aux jusqu_’_aux jusque_dans_les au_plus_tard_en au_plus_tard_le d_'_ici d_’_ici d_'_ici_à d_’_ici_à", ONBEFORE)
	l.before("à_partir_de à_partir_du à_partir_des à_compter_de à_compter_du au_plus_tôt_en au_plus_tôt_le", ONAFTER)
	l.after("–_) -_)", ONAFTER, limit{})
	l.after("à_aujourd à_nos", ONAFTER, limit{from: true})
	l.after("au_plus_tard", ONBEFORE, limit{})
	l.after("au_plus_tôt", ONAFTER, limit{})
	l.after("ou_plus_tard ou_après", ONAFTER, limit{ends: true})
	l.after("ou_plus_tôt ou_avant", ONBEFORE, limit{ends: true})

	defs := map[string]string{
		"apo":  "~'|’",
		"yr":   "( YEAR | de la même année =SAMEYEAR | de cette année [~- ~là] =SAMEYEAR | de l $apo année suivante =NEXTYEAR | de l $apo année précédente =PREVYEAR )",
		"mod":  "( [la|le|au | l $apo] MODN [de|du|d|des] [l|la|le] [$apo] | MODN ~- | [la] première =FIRSTHALF moitié de|du|des [l|la|le] [$apo] | [la] seconde|deuxième =LASTHALF moitié de|du|des [l|la|le] [$apo] )",
		"cent": "( ROMAN [~e|ᵉ|è|ème] | ORD | dix ~- ~ORD =TEEN )",
		"of":   "( de | du | d $apo | de l $apo )",
		"n":    "( NUM | COUNT | un|une demi - =HALFONE | FEW | une dizaine =FEW de|d | quelques )",
		"same": "( [le|la|ce|cette] même | ce|cet|cette )",
	}
	return l.grammar(defs, append([]line{
		{"day-month", actDate, "[WEEKDAY] (DAY | premier =FIRSTDAY) MONTH [$yr]"},
		{"days-of-month", actDate, "DAY / [le] DAY MONTH [$yr]"},
		{"month-year", actDate, "[$mod] [mois (de | d $apo)] MONTH $yr"},
		{"month", actDate, "MONTH =MONTH"},
		{"mod-month", actDate, "$mod [mois (de | d $apo)] MONTH"},
		{"holiday", actDate, "HOLIDAY [de] YEAR"},
		{"season-year", actDate, "[$mod] SEASON [de] $yr"},
		{"season-years", actDate, "[$mod] SEASON [de] YEAR (-|–|/) ~NEXTYY"},
		{"season", actDate, "SEASON =SEASON"},
		{"quarter", actDate, "ORD =QUARTER trimestre [de] YEAR"},
		{"half", actDate, "(premier|première =H1 | second|seconde =H2) semestre|moitié [de] [l $apo] [année] YEAR"},
		{"year", actDate, "YEAR =YEAR"},
		{"the-year", actDate, "an|année YEAR"},
		{"mod-year", actDate, "$mod [année] YEAR"},
		{"approx-year", actDate, "( vers|environ|circa | autour de | aux environs de ) =APPROX [l $apo] [an|année] YEAR =NOCOUNTED"},
		{"years-short", actDate, "YEAR / (~YY | YY) =SPAN"},
		{"years", actDate, "YEAR / YEAR =SPAN"},
		{"fiscal-year", actDate, "exercice YEAR | ( année (scolaire|universitaire|académique) | saison ) YEAR [(-|–|/) ~NEXTYY]"},
		{"decade", actDate, "années =DECADE DECADE"},
		{"decade-mod", actDate, "$mod années DECADE"},
		{"decade-word", actDate, "années =DECADE DECADEW"},
		{"decade-word-mod", actDate, "$mod années =DECADE DECADEW"},
		{"century", actDate, "$cent siècle =CENTURY [ERA]"},
		{"century-mod", actDate, "[la|le|au | l $apo] ( MODN | première =FIRSTHALF moitié | seconde|deuxième|dernière =LASTHALF moitié | ORD ( quart =QUARTERS | tiers =THIRDS ) | dernier ( quart =LASTFOURTH | tiers =LASTTHIRD ) ) du $cent siècle =CENTURY [ERA]"},

		{"weekday", actDate, "WEEKDAY"},
		{"same-unit", actSame, "$same UNIT =SINGULAR [~- ~là]"},
		{"same-season", actSame, "$same SEASON [~- ~là]"},
		{"same-part", actPart, "$same PART [~- ~là] | [le|la] PART même"},
		{"mod-same-unit", actSame, "[la|le] MODN de (l $apo | $same) UNIT =SINGULAR"},
		{"next-unit", actNext, "[le|la | l $apo] UNIT =SINGULAR suivant|suivante | le lendemain =DAYUNIT"},
		{"next-season", actNext, "(SEASON | MONTH | WEEKDAY) suivant"},
		{"next-part", actNext, "[le|la] PART suivant|suivante | le lendemain [au] PART"},
		{"prev-unit", actPrev, "[le|la | l $apo] UNIT =SINGULAR précédent|précédente|dernier|dernière | la veille =DAYUNIT"},
		{"prev-season", actPrev, "(SEASON | MONTH | WEEKDAY) précédent|dernier"},
		{"later", actLater, "[QUANT] $n UNIT plus tard | [QUANT] $n UNIT après =CLOSED"},
		{"earlier", actEarlier, "[QUANT] $n UNIT plus tôt | [QUANT] $n UNIT auparavant | [QUANT] $n UNIT avant =CLOSED"},
		{"ago", actAgo, "il y a [QUANT] $n UNIT"},
		{"yesterday", actPrev, "hier =DAYUNIT"},

		{"duration", actDuration, "[QUANT] $n UNIT =LENGTH"},
		{"length", actDuration, "(les|des|aux) NUM [premiers|premières|derniers|dernières|prochains] UNITS =LENGTH"},
		{"daily", actSet, "quotidien|quotidienne|quotidiennement =DAYUNIT | hebdomadaire =WEEKUNIT | mensuel|mensuelle =MONTHUNIT | annuel|annuelle|annuellement =YEARUNIT"},
		{"every", actSet, "chaque ( UNIT | WEEKDAY | SEASON ) | tous les (UNITS | NUM UNITS)"},
		{"now", actPresent, "aujourd $apo ~hui | maintenant | actuellement | désormais"},
		{"former", actPast, "autrefois | jadis | récemment"},
		{"future", actFuture, "l $apo avenir | futur"},
		{"clock", actDate, "HOUR h [MINUTE]"},
	}, numericLines...))
}
