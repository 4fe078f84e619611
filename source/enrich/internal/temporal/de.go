package temporal

// newGerman builds the data of German.
func newGerman() *language {
	l := newLanguage("de")
	l.capitalMonths, l.ordinalStop, l.decimalComma, l.dayFirst, l.bareYears, l.articles = true, true, true, true, true, true
	l.each("januar februar märz april mai juni juli august september oktober november dezember jänner=1 feber=2", func(w *word, n int) { w.month = int8(n) })
	l.each("august", func(w *word, n int) { w.doubtful = true })
	l.each("jan=1 feb=2 mär=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 okt=10 nov=11 dez=12", func(w *word, n int) { w.month, w.abbreviation, w.doubtful = int8(n), true, true })
	l.each("montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend=6", func(w *word, n int) { w.weekday = int8(n) })
	l.each("frühling=1 frühjahr=1 sommer=2 herbst=3 winter=4 spätsommer=2 hochsommer=2 spätherbst=3 frühsommer=2 frühlings=1 frühjahrs=1 sommers=2 herbstes=3 winters=4", func(w *word, n int) { w.season = int8(n) })
	for _, u := range []struct {
		singular, plural string
		unit             Grain
		sub              string
	}{
		{"tag tages tage", "tage tagen", Day, ""}, {"woche", "wochen", Week, ""}, {"monat monats", "monate monaten", Month, ""},
		{"quartal quartals", "quartale quartalen", Quarter, ""}, {"jahr jahres jahre", "jahre jahren", Year, ""},
		{"jahrzehnt jahrzehnts", "jahrzehnte jahrzehnten", Decade, ""}, {"jahrhundert jahrhunderts", "jahrhunderte jahrhunderten", Century, ""},
		{"stunde", "stunden", Clock, "H"}, {"minute", "minuten", Clock, "M"}, {"sekunde", "sekunden", Clock, "S"},
	} {
		l.each(u.plural, func(w *word, n int) { w.unit, w.sub, w.plural = u.unit, codeOf(u.sub), true })
		l.each(u.singular, func(w *word, n int) { w.unit, w.sub, w.plural = u.unit, codeOf(u.sub), false })
	}
	l.each("ein=1 eine=1 einem=1 einer=1 einen=1 eines=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19", func(w *word, n int) { w.card, w.counts = int8(n), true })
	l.each("zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90", func(w *word, n int) { w.tens, w.counts = int8(n), true })
	l.each("hundert=100 tausend=1000", func(w *word, n int) { w.hundred, w.counts = int16(n), true })
	for _, end := range []string{"e", "en", "er", "es"} {
		l.each("erst"+end+" zweit"+end+" dritt"+end+" viert"+end+" fünft"+end+" sechst"+end+" siebt"+end+" acht"+end+" neunt"+end+" zehnt"+end+" elft"+end+" zwölft"+end, func(w *word, n int) { w.ord = int8(n) })
		l.each("dreizehnt"+end+" vierzehnt"+end+" fünfzehnt"+end+" sechzehnt"+end+" siebzehnt"+end+" achtzehnt"+end+" neunzehnt"+end+" zwanzigst"+end, func(w *word, n int) { w.ord = int8(n + 12) })
		l.each("früh"+end, func(w *word, n int) { w.modA = codeOf(START) })
		l.each("beginnend"+end, func(w *word, n int) { w.modA = codeOf(START) })
		l.each("ausgehend"+end+" endend"+end, func(w *word, n int) { w.modA = codeOf(END) })
		l.each("spät"+end, func(w *word, n int) { w.modA = codeOf(END) })
		l.each("mittler"+end, func(w *word, n int) { w.modA = codeOf(MID) })
	}
	for i, stem := range []string{"zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger"} {
		l.each(stem+" "+stem+"n "+stem+"jahre "+stem+"jahren", func(w *word, n int) { w.decade = int16(20 + 10*i) })
	}
	l.each("anfang beginn anfangs", func(w *word, n int) { w.modN = codeOf(START) })
	l.each("mitte", func(w *word, n int) { w.modN = codeOf(MID) })
	l.each("ende ausgang", func(w *word, n int) { w.modN = codeOf(END) })
	l.each("morgen vormittag", func(w *word, n int) { w.part = codeOf("MO") })
	l.each("nachmittag", func(w *word, n int) { w.part = codeOf("AF") })
	l.each("abend", func(w *word, n int) { w.part = codeOf("EV") })
	l.each("nacht", func(w *word, n int) { w.part = codeOf("NI") })
	l.each("einige einigen einiger mehrere mehreren mehrerer wenige wenigen weniger etliche etlichen", func(w *word, n int) { w.few = true })
	l.each("er ern", func(w *word, n int) { w.decadeSuffix = true })
	l.each("weihnachten=1 ostern=2 pfingsten=3 karfreitag=4 allerheiligen=6 neujahr=7 silvester=8 ostermontag=9 aschermittwoch=10 palmsonntag=12 gründonnerstag=13 himmelfahrt=14 pfingstmontag=15 heiligabend=19 fastnacht=20 fronleichnam=21 ostersonntag=2 pfingstsonntag=3 neujahrstag=7 himmelfahrtstag=14 osterfest=2 pfingstfest=3 weihnachtsfest=1", func(w *word, n int) { w.holiday = int8(n) })
	l.eras = []era{
		{[]string{"v", ".", "Chr", "."}, true}, {[]string{"vor", "Christus"}, true}, {[]string{"vor", "Christi", "Geburt"}, true},
		{[]string{"v", ".", "u", ".", "Z", "."}, true}, {[]string{"n", ".", "Chr", "."}, false}, {[]string{"nach", "Christus"}, false},
		{[]string{"v", ".", "Chr"}, true},
	}
	l.each("chr christus", func(w *word, n int) { w.era, w.before = true, true })
	l.each("v vor n nach", func(w *word, n int) { w.opensEra = true })
	l.nounsCapital = true
	l.streets = []string{"straße", "strasse", "gasse", "allee", "platz", "weg"}
	l.quantify("etwa rund ungefähr circa ca", APPROX)
	l.quantify("mehr_als über", MORE)
	l.quantify("weniger_als fast beinahe knapp", LESS)
	l.quantify("mindestens", ATLEAST)
	l.quantify("höchstens", ATMOST)
	l.each("bis und oder auf", func(w *word, n int) { w.joins = true })
	l.each(`der die das den dem des ein eine einen einem einer eines in im an am auf aus bei beim mit nach von vom vor zu zum zur
		um für durch gegen ohne und oder aber denn sondern als wenn dass weil ob wie so dann da hier er sie es wir ich ihr
		sein seine seinen seiner ihre ihren ihrem war waren wurde wurden hat hatte haben hatten ist sind nicht kein keine
		auch noch schon nur erst bereits jedoch dabei damit daraufhin schließlich seit während zwischen ab über unter`, func(w *word, n int) { w.function = true })
	l.each(`menschen personen leute soldaten männer frauen kinder einwohner euro mark dollar franken kilometer km meter m
		kilogramm kg gramm tonnen t seiten prozent grad stück exemplare tote verletzte mitglieder arbeiter mitarbeiter
		beschäftigte mann pferde reiter ritter krieger exemplaren stimmberechtigte häuser schiffe flugzeuge panzer stimmen zuschauer flüchtlinge gefangene fälle`, func(w *word, n int) { w.counted = true })
	l.each(`zimmer raum flug nummer nr seite s kapitel kap abschnitt artikel art absatz paragraph band bd heft modell version
		typ isbn issn din gesetz psalm straße baureihe windows zug gleis postfach`, func(w *word, n int) { w.designation = true })
	l.each("nr s kap art bd", func(w *word, n int) { w.abbreviates = true })
	l.each("in im seit bis um ab ca circa jahr jahre jahren jahres anfang mitte ende zwischen vor nach gegen von während frühjahr frühling sommer herbst winter januar februar märz april mai juni juli august september oktober november dezember noch bereits schon erst", func(w *word, n int) { w.yearLead = true })
	l.each("und oder zu", func(w *word, n int) { w.weakLead = true })
	l.each("der die das den dem des ein eine einen einem einer", func(w *word, n int) { w.determiner = true })
	for _, x := range []struct {
		words string
		lead  Lead
	}{{"in im am an um während zu zum", At}, {"vor", Before}, {"bis", Until}, {"seit ab", Since}, {"nach", After}, {"von vom", From}} {
		l.each(x.words, func(w *word, n int) { w.lead, w.hasLead = x.lead, true })
	}
	l.each("für seit nach in während binnen innerhalb über", func(w *word, n int) { w.duringLead = true })
	l.each("bis auf", func(w *word, n int) { w.reaches = true })
	l.word("zwischen").between = true
	l.each("nächsten kommenden", func(w *word, n int) { w.ahead = true })
	l.stretch = []string{"für"}
	l.each("nicht nie niemals kein keine keinen keiner keinem", func(w *word, n int) { w.negates = true })
	l.before("nicht_vor frühestens frühestens_im frühestens_am mit_wirkung_vom mit_wirkung_zum", ONAFTER)
	l.before("spätestens spätestens_im spätestens_am spätestens_zum bis_spätestens bis_in_die bis_ins bis_in_den", ONBEFORE)
	l.after("–_heute -_heute –_) -_)", ONAFTER, limit{})
	l.after("bis_heute", ONAFTER, limit{from: true})
	l.after("oder_später oder_danach und_später", ONAFTER, limit{ends: true})
	l.after("oder_früher oder_davor", ONBEFORE, limit{ends: true})
	l.after("an ab", ONAFTER, limit{from: true})

	defs := map[string]string{
		"same": "diesem|diesen|dieser|dieses|jenem|jenen|jener|jenes|selben|gleichen|demselben|desselben|derselben",
		"next": "folgenden|folgende|folgendes|nächsten|nächste|darauffolgenden|nachfolgenden|kommenden",
		"prev": "vorigen|vergangenen|letzten|vorangegangenen|vorherigen|vorhergehenden",
		"yr":   "( YEAR | , YEAR | des jahres YEAR | des $same jahres =SAMEYEAR | $same jahres =SAMEYEAR | des $next jahres =NEXTYEAR | des $prev jahres =PREVYEAR )",
		"mod":  "( MODN [des|der|dem] | MODA | MODN des jahres | der|die ersten|erste =FIRSTHALF hälfte des|der | der|die zweiten|zweite =LASTHALF hälfte des|der )",
		"n":    "( COUNT [-] | ein|eine|einem halbes|halbe|halben =HALFONE | anderthalb|eineinhalb =ONEPLUS | zweieinhalb =TWOPLUS | dreieinhalb =THREEPLUS | FEW | ein|einem paar =FEW )",
		"jh":   "( jahrhundert|jahrhunderts|jahrhunderte | jh|jhd [~.] )",
	}
	return l.grammar(defs, append([]line{
		{"day-month", actDate, "[WEEKDAY [,] [den|dem|der]] DAY MONTH [$yr]"},
		{"days-of-month", actDate, "DAY / [den|zum] DAY MONTH [$yr]"},
		{"month-year", actDate, "[$mod] MONTH $yr"},
		{"month", actDate, "MONTH =MONTH"},
		{"mod-month", actDate, "$mod MONTH"},
		{"holiday", actDate, "HOLIDAY $yr"},
		{"feast", actDate, "(mariä lichtmess =02-02 | mariä himmelfahrt =08-15 | martini|martinstag =11-11 | michaelis|michaeli|michaelistag =09-29 | johanni|johannistag =06-24 | nikolaustag =12-06 | stephanstag =12-26 | dreikönigstag =01-06) YEAR"},
		{"season-year", actDate, "[$mod] SEASON $yr"},
		{"season-years", actDate, "[$mod] SEASON YEAR (-|–|/) ~NEXTYY"},
		{"season", actDate, "[$mod] SEASON =SEASON"},
		{"quarter", actDate, "ORD =QUARTER quartal|quartals [des] [jahres] YEAR"},
		{"half", actDate, "(ersten|erste =H1 | zweiten|zweite =H2) jahreshälfte|halbjahr|halbjahrs|hälfte [des] [jahres] YEAR"},
		{"year", actDate, "YEAR =YEAR"},
		{"the-year", actDate, "jahr|jahre|jahren|jahres YEAR"},
		{"mod-year", actDate, "$mod [jahres|jahr] YEAR"},
		{"approx-year", actDate, "(um|etwa|circa|gegen | ca [.]) =APPROX [das] [jahr] YEAR =NOCOUNTED"},
		{"years-short", actDate, "YEAR / (~YY | YY) =SPAN"},
		{"years", actDate, "YEAR / YEAR =SPAN"},
		{"fiscal-year", actDate, "geschäftsjahr|haushaltsjahr|schuljahr|wirtschaftsjahr|studienjahr|rechnungsjahr|wintersemester|sommersemester|saison|spielzeit YEAR [(-|–|/) (~YY | ~NEXTYY)]"},
		{"decade", actDate, "[MODA] DECADE [[-] jahre|jahren]"},
		{"decade-mod", actDate, "MODN [bis =TOMOD MODN] der DECADE [[-] jahre|jahren]"},
		{"decade-word", actDate, "[MODA] DECADEW [[-] jahre|jahren]"},
		{"decade-word-mod", actDate, "MODN der DECADEW [[-] jahre|jahren]"},
		{"century", actDate, "[MODA] (ORD | ROMAN [~.]) $jh =CENTURY [ERA]"},
		{"century-mod", actDate, "( MODN | ersten|erste =FIRSTHALF hälfte | zweiten|zweite|letzten|letzte =LASTHALF hälfte | ORD ( viertel|viertels =QUARTERS | drittel|drittels =THIRDS ) | letzten|letzte|letztes ( viertel|viertels =LASTFOURTH | drittel|drittels =LASTTHIRD ) ) des (ORD | ROMAN [~.]) $jh =CENTURY [ERA]"},
		{"millennium", actDate, "ORD jahrtausend|jahrtausends =MILLENNIUM [ERA]"},

		{"weekday", actDate, "WEEKDAY"},
		{"same-unit", actSame, "$same UNIT =SINGULAR"},
		{"same-season", actSame, "$same SEASON"},
		{"same-part", actPart, "$same PART"},
		{"mod-same-unit", actSame, "MODN des|der [$same] UNIT =SINGULAR | MODN $same UNIT =SINGULAR"},
		{"in-the-unit", actSame, "später im UNIT =SINGULAR"},
		{"next-unit", actNext, "$next UNIT =SINGULAR | UNIT =SINGULAR darauf|danach"},
		{"next-season", actNext, "$next (SEASON | MONTH | WEEKDAY)"},
		{"next-part", actNext, "$next PART | PART darauf|danach"},
		{"prev-unit", actPrev, "$prev UNIT =SINGULAR | UNIT =SINGULAR zuvor|davor"},
		{"prev-season", actPrev, "$prev (SEASON | MONTH | WEEKDAY)"},
		{"later", actLater, "[nur|erst|schon|bereits] [QUANT] $n UNIT später|danach|darauf"},
		{"earlier", actEarlier, "[nur|erst|schon|bereits] [QUANT] $n UNIT früher|zuvor|vorher|davor"},
		{"ago", actAgo, "vor [QUANT] $n UNIT"},
		{"yesterday", actPrev, "gestern =DAYUNIT"},
		{"tomorrow", actNext, "tags =DAYUNIT darauf | anderntags =DAYUNIT"},

		{"duration", actDuration, "[QUANT] $n [volle|ganze|lange|weitere] UNIT =LENGTH"},
		{"length", actDuration, "(die|den|der) $next|$prev|ersten [NUM|FEW] UNITS =LENGTH"},
		{"daily", actSet, "täglich =DAYUNIT | wöchentlich =WEEKUNIT | monatlich =MONTHUNIT | jährlich|alljährlich =YEARUNIT"},
		{"every", actSet, "jeder|jeden|jedes|jede ( UNIT =SINGULAR | WEEKDAY | SEASON )"},
		{"now", actPresent, "heute | jetzt | derzeit | gegenwärtig | momentan | heutzutage"},
		{"former", actPast, "damals | einst | ehemals | vormals | kürzlich"},
		{"future", actFuture, "zukunft | künftig | demnächst"},
		{"clock", actDate, "HOUR ~: ~MINUTE uhr | HOUR uhr"},
	}, numericLines...))
}
