package temporal

// newEnglish builds the data of English.
func newEnglish() *language {
	l := newLanguage("en")
	l.capitalMonths, l.eraFirst = true, true
	l.each("january february march april may june july august september october november december", func(w *word, n int) { w.month = int8(n) })
	l.each("jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12", func(w *word, n int) { w.month, w.abbreviation, w.doubtful = int8(n), true, true })
	l.each("march may april june august", func(w *word, n int) { w.doubtful = true })
	l.each("monday tuesday wednesday thursday friday saturday sunday", func(w *word, n int) { w.weekday = int8(n) })
	l.each("spring=1 summer=2 autumn=3 fall=3 winter=4 springtime=1 summertime=2 wintertime=4 midsummer=2 midwinter=4", func(w *word, n int) { w.season = int8(n) })
	l.each("fall spring", func(w *word, n int) { w.doubtful = true })
	for _, u := range []struct {
		words string
		unit  Grain
		sub   string
	}{
		{"day days", Day, ""}, {"week weeks", Week, ""}, {"month months", Month, ""}, {"quarter quarters", Quarter, ""},
		{"year years yr yrs", Year, ""}, {"decade decades", Decade, ""}, {"century centuries", Century, ""},
		{"hour hours hr hrs", Clock, "H"}, {"minute minutes", Clock, "M"}, {"seconds", Clock, "S"},
	} {
		l.each(u.words, func(w *word, n int) { w.unit, w.sub, w.plural = u.unit, codeOf(u.sub), w.text[len(w.text)-1] == 's' })
	}
	l.each("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen a=1 an=1", func(w *word, n int) { w.card, w.counts = int8(n), true })
	l.each("twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90", func(w *word, n int) { w.tens, w.counts = int8(n), true })
	l.each("hundred=100 thousand=1000", func(w *word, n int) { w.hundred, w.counts = int16(n), true })
	l.each("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", func(w *word, n int) { w.ord = int8(n) })
	l.each("thirtieth=30", func(w *word, n int) { w.ord = int8(n) })
	l.each("twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90", func(w *word, n int) { w.decade = int16(n) })
	l.each("morning mornings", func(w *word, n int) { w.part, w.plural = codeOf("MO"), n == 2 })
	l.each("afternoon afternoons", func(w *word, n int) { w.part, w.plural = codeOf("AF"), n == 2 })
	l.each("evening evenings", func(w *word, n int) { w.part, w.plural = codeOf("EV"), n == 2 })
	l.each("night nights nighttime", func(w *word, n int) { w.part, w.plural = codeOf("NI"), n == 2 })
	l.each("daytime", func(w *word, n int) { w.part = codeOf("DT") })
	l.each("early", func(w *word, n int) { w.modA = codeOf(START) })
	l.each("mid middle", func(w *word, n int) { w.modA = codeOf(MID) })
	l.each("late", func(w *word, n int) { w.modA = codeOf(END) })
	l.each("beginning start outset onset opening", func(w *word, n int) { w.modN = codeOf(START) })
	l.each("middle midpoint midst", func(w *word, n int) { w.modN = codeOf(MID) })
	l.each("end close ending", func(w *word, n int) { w.modN = codeOf(END) })
	l.each("several few many couple numerous", func(w *word, n int) { w.few = true })
	l.each("st nd rd th", func(w *word, n int) { w.suffix = true })
	l.each("s", func(w *word, n int) { w.decadeSuffix = true })
	l.each("christmas=1 easter=2 halloween=5 whitsun=3 pentecost=3", func(w *word, n int) { w.holiday = int8(n) })
	l.each("range mph percent degrees fahrenheit celsius", func(w *word, n int) { w.measure = true })
	l.each("is are can usually often typically generally normally average averages mean tends tend range ranges varies vary reaches occurs occur lasts receives experiences experience falls each every sometimes now", func(w *word, n int) { w.habit = true })
	l.each(`was were had did began became took came went made fell led left rose won lost met held found died gave sent saw brought built broke fought bought thought caught taught sought sold told kept slept swept wept dealt meant sent spent lent bent
		stood understood withdrew drew grew flew knew threw blew wrote rode drove rose chose froze spoke woke stole tore wore bore swore
		drank sang sank swam rang began ran won hung struck stuck shot got forgot paid said laid heard lay sat ate forgave overthrew
		became overran overcame undertook shook forsook fled bred fed lit hid bit slid went would could might will`, func(w *word, n int) { w.past = true })
	l.each("celebrated celebrate celebrates celebration observed holiday holidays birthday feast anniversary annually yearly festival", func(w *word, n int) { w.feast = true })
	l.each(`festival festivals course courses school schools holiday holidays vacation sports sport resort residence palace quarters camp camps
		house clothes coat weather temperatures solstice tyres job jobs term pastures`, func(w *word, n int) { w.kind = true })
	l.each("he she it they we i you who which", func(w *word, n int) { w.pronoun = true })
	l.each("its his her their our my your", func(w *word, n int) { w.owner = true })
	l.each("a c", func(w *word, n int) { w.opensEra = true })
	l.each("bc bce b", func(w *word, n int) { w.era, w.before = true, true })
	l.each("ad ce", func(w *word, n int) { w.era = true })
	l.eras = []era{
		{[]string{"BCE"}, true}, {[]string{"BC"}, true}, {[]string{"B", ".", "C", ".", "E", "."}, true}, {[]string{"B", ".", "C", "."}, true},
		{[]string{"B", ".", "C"}, true}, {[]string{"CE"}, false}, {[]string{"AD"}, false}, {[]string{"A", ".", "D", "."}, false},
		{[]string{"C", ".", "E", "."}, false},
	}
	l.quantify("about around approximately roughly circa some", APPROX)
	l.quantify("more_than over just_over well_over a_little_over a_little_more_than", MORE)
	l.quantify("less_than fewer_than under just_under nearly almost close_to not_quite", LESS)
	l.quantify("at_least no_less_than as_many_as", ATLEAST)
	l.quantify("at_most up_to no_more_than", ATMOST)
	l.each("to through until till and or", func(w *word, n int) { w.joins = true })
	l.each(`the a an this that these those its his her their our my your whose in on at by for from of to with without
		as and or but nor so yet if than then when while where who which what after before during since until till
		was were is are be been being has have had did does do would could should may might will shall can must
		not no he she it they we i you him them us there here also however thus both all some many most each
		into onto over under through throughout between among against toward towards upon within about around near
		because although though unless only just even still again already soon later earlier now ago
		saw marked became began brought ended`, func(w *word, n int) { w.function = true })
	l.each(`people persons men women children voters respondents patients subjects horses cattle sheep jobs seats cases samples species stars soldiers troops sailors prisoners civilians officers dollars cents pounds euros francs marks lire pesos rubles roubles yen crowns kronor kroner florins guilders ducats shillings pence rupees miles
		kilometres kilometers km metres meters feet ft acres hectares tons tonnes kg votes copies units pages words
		guns tanks ships aircraft planes horses casualties deaths dead wounded killed refugees members students
		inhabitants residents employees workers families households houses homes buildings villages hours minutes seconds
		days weeks months years times points calories watts mph rpm percent per volts cubic square gallons litres liters pieces
		items entries delegates participants spectators fighters rebels volunteers militiamen cavalry infantry infantrymen knights
		strong or-so m cm mm mg ml gb mb hp cc bc`, func(w *word, n int) { w.counted = true })
	l.word("bc").counted = false
	l.each(`room rooms flight route highway interstate section sections article articles page pages p pp no nos number numbers chapter
		version versions model series isbn issn vol volume figure fig table line lines item paragraph para
		resolution order bill act directive regulation apartment suite building gate platform track bus train
		part parts windows office iso rfc boeing airbus class type mark psalm title street avenue unit lot lots
		verse verses code hymn opus op grid`, func(w *word, n int) { w.designation = true })
	l.each("in into since until till during throughout circa year years ca c before after by from between late early mid around through fy as-of spring summer autumn winter fall january february march april may june july august september october november december", func(w *word, n int) { w.yearLead = true })
	l.each("of to and or about than for on at per", func(w *word, n int) { w.weakLead = true })
	l.each("the a an this that its his her their our whose", func(w *word, n int) { w.determiner = true })
	for _, x := range []struct {
		words string
		lead  Lead
	}{{"in on at during throughout within into around", At}, {"before", Before}, {"by", By}, {"until till", Until}, {"since", Since}, {"after following", After}, {"from", From}, {"to through", To}} {
		l.each(x.words, func(w *word, n int) { w.lead, w.hasLead = x.lead, true })
	}
	l.each("by for within in after of over lasted took spent during only", func(w *word, n int) { w.duringLead = true })
	l.each("saw marked proved brought witnessed", func(w *word, n int) { w.yearVerb = true })
	l.each("offensive offensives fighting campaigns campaign war quarter semester term", func(w *word, n int) { w.seasonal = true })
	l.each("people men women children soldiers troops civilians prisoners officers dead wounded killed casualties volunteers", func(w *word, n int) { w.people = true })
	l.each("no nos p pp vol fig art sec ch", func(w *word, n int) { w.abbreviates = true })
	l.each(`was were is are had has would could did began saw became took came went made brought marked ended started
		and but when he she it they who which that however while as to in on at with`, func(w *word, n int) { w.finite = true })
	l.each("began saw became took came went made brought marked ended started fell failed succeeded", func(w *word, n int) { w.verb = true })
	l.each("next coming", func(w *word, n int) { w.ahead = true })
	l.stretch = []string{"over", "for", "within"}
	l.each("born died founded built erected established incorporated published completed opened reprinted", func(w *word, n int) { w.datedBy = true })
	l.each("et al", func(w *word, n int) {}) // of citations
	l.each("street avenue road lane drive boulevard square", func(w *word, n int) { w.street = true })
	l.each("interview edition issue book novel film movie article report paper speech study survey album song essay memoir autobiography biography documentary poem play review census", func(w *word, n int) { w.work = true })
	l.each("not never no nor neither cannot hardly without", func(w *word, n int) { w.negates = true })
	l.before("no_later_than not_later_than up_to up_until on_or_before", ONBEFORE)
	l.before("no_earlier_than not_earlier_than as_from on_or_after starting_in starting_on starting_from starting_with beginning_in beginning_on beginning_from beginning_with effective effective_from", ONAFTER)
	l.before("prior_to previous_to earlier_than", BEFORE)
	l.before("later_than subsequent_to", AFTER)
	l.after("or_later or_after and_later and_after", ONAFTER, limit{ends: true})
	l.after("or_earlier or_before and_earlier and_before", ONBEFORE, limit{ends: true})
	l.after("–_present -_present –_today -_today –_) -_)", ONAFTER, limit{})
	l.after("to_the_present to_present to_this_day to_date", ONAFTER, limit{from: true})
	l.after("onward onwards and_onward and_onwards at_the_earliest", ONAFTER, limit{})
	l.after("on forward", ONAFTER, limit{from: true})
	l.after("at_the_latest", ONBEFORE, limit{})
	l.each("to through until till", func(w *word, n int) { w.reaches = true })
	l.each("was is", func(w *word, n int) { w.copula = true })
	l.each("olympics games championship championships cup expo elections", func(w *word, n int) { w.eventNoun = true })
	l.word("q")
	l.word("between").between = true
	l.each("last next", func(w *word, n int) { w.ago = true })
	l.each(`labor memorial columbus veterans remembrance anzac canada australia valentine patrick saint guy fawkes independence
		republic liberation constitution victory palm maundy ascension whit
		martin luther king jr corpus christi epiphany juneteenth ve vj v e d lent advent ramadan diwali hanukkah chanukah passover yom kippur
		rosh hashanah sukkot purim nowruz holi vesak eid chinese lunar academic`, func(w *word, n int) { w.named = true })
	l.each("born", func(w *word, n int) { w.afterYear = true })

	defs := map[string]string{
		"same":   "( the very|same [same] | that [very|same] | this [very|same] )",
		"ofyr":   "( , YEAR | YEAR | of YEAR | [of] 'YY | [of] $same year =SAMEYEAR | of the $next year =NEXTYEAR | of next year =NEXTYEAR | of the $prev year =PREVYEAR | of last year =PREVYEAR )",
		"mod":    "( MODA [-] [in|on] [the] | MODA [-] to [-] =TOMOD MODA [-] | [the] ORD ( quarter =QUARTERS | third =THIRDS ) of [the] | [the] ORD decade =DECADES of [the] | [the] last|final ( quarter =LASTFOURTH | third =LASTTHIRD | decade =LASTTENTH ) of [the] | [the] (first|early) half =FIRSTHALF of [the] | [the] (second|latter|last|later) half =LASTHALF of [the] | [the] [very] MODN of [the] | [the] MODA part of [the] | [the] (latter|later|last) =END part of [the] | [the] first =START part of [the] | [the] (final|last|closing|dying) =END (days|weeks|months|years|hours|day|week) of [the] | [the] (opening|first|early) =START (days|weeks|months|years|hours|day|week) of [the] )",
		"feast":  "( good friday =GOODFRIDAY | easter sunday =EASTER | easter monday =EASTERMON | ash wednesday =ASHWED | whit sunday =PENTECOST | whit monday =WHITMON | palm sunday =PALM | maundy thursday =MAUNDY | ascension day =ASCENSION | thanksgiving [day] =THANKS | shrove tuesday =SHROVE | ( all saints [ ' | ’ ] ) day =11-01 | michaelmas =09-29 | candlemas =02-02 | martinmas =11-11 | midsummer [ ( ' | ’ ) s ] day =06-24 | boxing day =12-26 | armistice day =11-11 | bastille day =07-14 | may day =05-01 )",
		"civil":  "( labor day =LABOR | memorial day =MEMORIAL | columbus day =COLUMBUS | veterans|remembrance day =11-11 | anzac day =04-25 | canada day =07-01 | australia day =01-26 | valentine ( ' | ’ ) s day =02-14 | ( st [~.] | saint ) patrick ( ' | ’ ) s day =03-17 | guy fawkes night|day =11-05 | epiphany =01-06 | juneteenth =06-19 | ( ve | v - e ) day =05-08 | vj day =08-15 | d - day =06-06 | martin luther king [, jr [~.] | jr [~.]] day =KING )",
		"moving": "( lent | advent | ramadan | diwali | hanukkah | chanukah | passover | yom kippur | rosh hashanah | sukkot | purim | nowruz | holi | vesak | eid | chinese|lunar new year )",
		"approx": "( circa|ca|c [.] | about|around|approximately|roughly|some|perhaps )",
		"next":   "next|following|subsequent|ensuing|coming",
		"prev":   "previous|preceding|prior",
		"ap":     "( am | pm =PM | a [~.] ~m [~.] | p =PM [~.] ~m [~.] )",
		"zone":   "( hrs|hours|gmt|utc|est|cet )",
		"n":      "( COUNT [and [a] half =HALF] | a quarter of a =QUARTERONE | (a|the) FEW [of] | FEW | some FEW | a couple of =TWO | half a|an =HALFONE )",
	}
	defs["units"] = "( " + defs["n"] + " UNIT | a fortnight =FORTNIGHT )"
	return l.grammar(defs, append([]line{
		// Calendar dates.
		{"day-month", actDate, "[WEEKDAY [PART] [,|of]] ( the DAY [of] MONTH [$ofyr] =NONOUN | DAY [of] MONTH [$ofyr] )"},
		{"day-month-approx", actDate, "$approx =APPROX [the] DAY MONTH [$ofyr]"},
		{"month-day", actDate, "[WEEKDAY [,]] MONTH [the] DAY =NOTCLOCK [$ofyr]"},
		{"ordinal-of-month", actDate, "the ( ORD =ORDDAY of | ORD =ORDDAY day of | DAYTH day of ) MONTH [$ofyr]"},
		{"nth-weekday", actDate, "[the] ORD WEEKDAY of|in MONTH [$ofyr] | the last =LASTONE WEEKDAY of|in MONTH [$ofyr]"},
		{"days-of-month", actDate, "[the] DAY / DAY [of] MONTH [$ofyr]"},
		{"month-days", actDate, "MONTH DAY / DAY [$ofyr]"},
		{"month-year", actDate, "[$mod] MONTH $ofyr"},
		{"month-year-approx", actDate, "$approx =APPROX [$mod] MONTH $ofyr"},
		{"month", actDate, "MONTH =MONTH"},
		{"mod-month", actDate, "$mod MONTH"},
		{"holiday", actDate, "HOLIDAY [day | eve =EVE] $ofyr"},
		{"holiday-bare", actDate, "HOLIDAY [day | eve =EVE] =LEAD"},
		{"holiday-part", actPart, "HOLIDAY [eve =EVE] PART [$ofyr]"},
		{"new-year", actDate, "new year ( ' | ’ ) s (day =01-01 | eve =12-31) [$ofyr]"},
		{"feast-date", actDate, "$feast , [the] ( DAY [of] MONTH [$ofyr] | MONTH DAY [$ofyr] )"},
		{"same-month", actDate, "that|same MONTH =CLOSED"},
		{"feast", actDate, "$feast $ofyr"},
		{"feast-bare", actDate, "$feast =LEAD"},
		{"civil-day", actDate, "$civil [of|in] YEAR =NOCOUNTED"},
		{"national-day", actDate, "independence|republic|liberation|constitution|victory day [of|in] YEAR =NOCOUNTED"},
		{"corpus-christi", actDate, "corpus christi [day] =CORPUS YEAR =LEAD =NOCOUNTED"},
		{"moving-feast", actDate, "$moving [of|,] YEAR =LEAD =NOCOUNTED"},
		{"season-year", actDate, "[$mod] [the] SEASON $ofyr"},
		{"season-years", actDate, "[$mod] [the] SEASON [of] YEAR (-|–|/) ~NEXTYY"},
		{"year-season", actDate, "YEAR SEASON"},
		{"season", actDate, "[$mod] [the] SEASON =SEASON"},
		{"quarter", actDate, "[the] (ORD =QUARTER | last|final =LASTQUARTER) quarter of YEAR"},
		{"quarter-q", actDate, "QUARTER [of] YEAR"},
		{"half", actDate, "[the] (first|early|former =H1 | second|latter|last|later =H2) half of YEAR"},
		{"year", actDate, "YEAR =YEAR"},
		{"the-year", actDate, "the year|years YEAR"},
		{"mod-year", actDate, "$mod [year] YEAR"},
		{"approx-year", actDate, "( circa|ca|c [.] | about|around|approximately|roughly|perhaps ) =APPROX [the year] YEAR =NOCOUNTED"},
		{"later-in-year", actDate, "later|earlier|late|early in YEAR"},
		{"rest-of-year", actDate, "[most of] the rest|remainder of YEAR"},
		{"years-short", actDate, "YEAR / (~YY | YY) =SPAN"},
		{"years", actDate, "YEAR / YEAR =SPAN | ( circa | ca|c [.] ) =APPROX YEAR / YEAR =SPAN"},
		{"apostrophe-year", actDate, "'YY =NOCOUNTED"},
		{"fiscal-year", actDate, "[the] ( fiscal|financial|academic|tax|school year | fiscal|financial ) YEAR [(-|–|/) (~YY | ~NEXTYY)]"},
		{"years-of-term", actDate, "[the] YEAR (-|–|/) ~NEXTYY ( fiscal|financial|academic|tax|school year | season ) | the season YEAR (-|–|/) ~NEXTYY"},
		{"fiscal-year-short", actDate, "[MODA] FY [(-|–|/) (~YY | ~NEXTYY)]"},
		{"decade", actDate, "[the] [MODA [-] [to [-] =TOMOD MODA [-]]] DECADE"},
		{"decade-mod", actDate, "$mod DECADE"},
		{"decade-word", actDate, "the [MODA [-]] DECADEW"},
		{"decade-word-mod", actDate, "$mod DECADEW"},
		{"century", actDate, "[the] [MODA [-] [to [-] =TOMOD MODA [-]]] ORD [-] century =CENTURY [ERA]"},
		{"centuries", actDate, "[the] [MODA [-]] ORD / [the] [MODA [-]] ORD [-] (centuries|century) =CENTURY [ERA]"},
		{"century-mod", actDate, "$mod ORD [-] century =CENTURY [ERA]"},
		{"millennium", actDate, "[the] [MODA [-]] ORD [-] millennium =MILLENNIUM [ERA]"},
		{"millennia", actDate, "[the] [MODA [-]] ORD / ORD [-] millennia|millenniums =MILLENNIUM [ERA]"},
		{"millennium-mod", actDate, "$mod ORD [-] millennium =MILLENNIUM [ERA]"},
		{"turn-of-century", actDate, "the turn of the ORD century =TURN"},
		{"part-of-date", actPart, "[MODA in] [the] [MODA] PART [hours] of ( [the] DAY [of] MONTH [$ofyr] | MONTH [the] DAY [$ofyr] )"},
		{"date-part", actPart, "( DAY MONTH [$ofyr] | MONTH DAY [, YEAR] ) [in the] PART"},

		// The narrative's time.
		{"weekday", actDate, "WEEKDAY =NOKIND"},
		{"weekday-part", actPart, "WEEKDAY PART"},
		{"same-unit", actSame, "[later|earlier] $same UNIT =SINGULAR"},
		{"same-season", actSame, "[later|earlier] [in] $same SEASON"},
		{"same-part", actPart, "[later] $same PART =SINGULAR"},
		{"mod-same-unit", actSame, "[the] MODN of ($same|the) UNIT =SINGULAR"},
		{"unit-following", actNext, "the UNIT =SINGULAR following =NOOF"},
		{"in-the-unit", actSame, "(later|earlier) in|on the (UNIT =SINGULAR | SEASON)"},
		{"mod-in-the-unit", actSame, "MODA in the (UNIT =SINGULAR | SEASON)"},
		{"part-of-unit", actSame, "the (MODA | latter|later|last =END | first =START) part of the UNIT =SINGULAR"},
		{"rest-of-unit", actSame, "[most of] the rest|remainder of $same|the UNIT =SINGULAR"},
		{"units-end", actSame, "[the] UNIT =SINGULAR ( ' | ’ ) s end =END"},
		{"next-unit", actNext, "[the] [very] $next UNIT =SINGULAR"},
		{"next-season", actNext, "[the] $next (SEASON | MONTH | WEEKDAY)"},
		{"next-part", actNext, "[early|late] [the] $next PART"},
		{"mod-next-unit", actNext, "[the] MODN of the $next UNIT =SINGULAR | MODA [in] the $next UNIT =SINGULAR"},
		{"part-next-unit", actNext, "the MODA part of the $next UNIT =SINGULAR"},
		{"prev-unit", actPrev, "[the] $prev UNIT =SINGULAR"},
		{"prev-season", actPrev, "[the] $prev (SEASON | MONTH | WEEKDAY | PART)"},
		{"last-unit", actPrev, "last UNIT =SINGULAR"},
		{"last-season", actPrev, "last SEASON|MONTH|WEEKDAY"},
		{"unit-before", actPrev, "the UNIT =SINGULAR before|previous =CLAUSEOVER | the PART before =CLAUSEOVER"},
		{"unit-after", actNext, "the UNIT =SINGULAR after|thereafter =CLAUSEOVER"},
		{"day-ordinal", actDate, "the DAYTH =ORD | the DAYTH / [the] DAYTH =ORD"},
		{"later", actLater, "[just|only|barely|exactly|some] [a mere] [QUANT] $units [and a half =HALF] later|afterwards|afterward|thereafter|hence"},
		{"after", actLater, "[just|only|barely|exactly|some] [QUANT] $n UNIT (after that | after|following|on =CLAUSEOVER)"},
		{"after-event", actAfterEvent, "[just|only|barely|exactly|some] [QUANT] $n UNIT after =EVENT"},
		{"unit-after-event", actAfterEvent, "the =ONE UNIT =SINGULAR after =EVENT"},
		{"ordinal-unit", actApposition, "the ORD|last|final UNIT =SINGULAR =OF"},
		{"this-date", actSame, "$same date =DAYUNIT"},
		{"earlier", actEarlier, "[just|only|barely|exactly|some] [a mere] [QUANT] $units [and a half =HALF] (earlier|previously|beforehand | before that | before|prior =CLAUSEOVER)"},
		{"ago", actAgo, "[just|only|barely|exactly|some] [QUANT] $n UNIT ago"},
		{"vague-later", actFuture, "UNITS (later|afterwards | after =CLOSED)"},
		{"vague-earlier", actPast, "UNITS (earlier|previously | before =CLOSED)"},
		{"soon-after", actFuture, "shortly|soon afterwards|afterward|thereafter"},

		// Lengths of time.
		{"clock-hours", actDate, "HHMM hours|hrs"},
		{"duration", actDuration, "[just|only|another|some] [QUANT] $n [full|whole|long|consecutive|successive|straight|more|further|additional|single] UNIT =LENGTH [old | of age]"},
		{"duration-of-some-kind", actDuration, "[QUANT] $n [more] ADJ UNITS =LENGTH"},
		{"duration-adjective", actDuration, "[QUANT] NUM [-] UNIT =LENGTH [-] [long|old]"},
		{"length", actDuration, "the ( $next|$prev|last|past|first|final|opening|initial|intervening [NUM|FEW] | NUM $prev|following|last|intervening ) [full|whole] UNITS =LENGTH [of ( MONTH [YEAR] | YEAR )]"},
		{"length-one", actDuration, "the past|first|final|entire|whole =ONE UNIT =LENGTH | the last =ONE UNIT =LENGTH =OF"},
		{"some-time", actVague, "a [very] short|long|brief (time|while|period) [of time]"},
		{"unit-long", actDuration, "UNIT ~- ~long"},
		{"bare-units", actDuration, "UNITS =UNITS"},
		{"years-old", actDuration, "aged NUM =YEARS"},

		// What recurs.
		{"daily", actSet, "daily =DAYUNIT | weekly =WEEKUNIT | monthly =MONTHUNIT | yearly|annually|annual =YEARUNIT | quarterly =QUARTERUNIT"},
		{"every", actSet, "every|each ( UNIT =SINGULAR | SEASON | WEEKDAY | PART | COUNT UNITS | other UNIT )"},
		{"everyday", actSet, "everyday =DAYUNIT"},
		{"per-unit", actDuration, "per =ONE UNIT =SINGULAR"},

		// No calendar place.
		{"now", actPresent, "[right] now | these days | today | nowadays | currently | current | presently | tonight =NI"},
		{"present-day", actPresent, "[the] present|modern [-] (day | time) | at present | to date | the present [moment] =NONOUN | the time being"},
		{"former", actPast, "former =NOUN | formerly | recent|recently | the past =NONOUN | the recent past"},
		{"future", actFuture, "[the] [near|distant|foreseeable|immediate] future"},
		{"yesterday", actPrev, "yesterday =DAYUNIT"},
		{"tomorrow", actNext, "tomorrow =DAYUNIT"},
		{"that-time", actVague, "( $same | the same | the ) time|point =TIMEPHRASE"},
		{"that-period", actVague, "[the] $same period|era | the period =TIMEPHRASE"},

		// Parts of days and the clock.
		{"part", actPart, "PART =PART"},
		{"at-part", actPart, "the|one [early|late] PART =PART"},
		{"clock", actDate, "HOUR ~: ~MINUTE [~: ~SECOND] [~hrs | $ap] [$zone]"},
		{"clock-hour", actDate, "HOUR $ap"},
		{"clock-oclock", actDate, "HOUR o ~' ~clock"},
		{"noon", actPart, "noon|midday =NOON | midnight =MIDNIGHT"},
	}, numericLines...))
}
