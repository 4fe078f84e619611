package chronicle

import "strings"

func newEnglish() *grammar {
	g := &grammar{lang: "en", words: make(map[string]tag), orgs: make(map[string]bool), fronted: make(map[string]bool), the: "the", was: [2]string{"was", "were"}}
	g.months = [13]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	g.seasons = [5]string{"", "spring", "summer", "autumn", "winter"}
	g.add(`the a an some any each every all both another several many few most more no such two three four five six seven eight
		nine ten eleven twelve hundreds thousands dozens`, det)
	g.add(`of to in on at by for from with without into onto over under through across against among between within
		along toward towards upon about around near off out up down behind beyond despite beside besides during throughout per via`, prep)
	g.add(`in on during around about circa throughout at`, when)
	g.add(`he she it they`, pron)
	g.add(`he she`, person)
	g.add(`his her its their`, poss)
	g.add(`this that these those`, demo)
	g.add(`and but or nor yet`, coord)
	g.add(`when while although though because whereas whenever where unless if whether once lest`, sub)
	g.add(`after before since until till as than`, maybeSub)
	g.add(`if unless whether lest`, iffy)
	g.add(`which who whom whose`, rel)
	g.add(`that`, that)
	g.add(`was were`, be)
	g.add(`had`, had)
	g.add(`is are am has have does do`, present)
	g.add(`would could should might may can will shall must ought cannot`, modal)
	g.add(`to`, infinitive)
	g.add(`not never neither nor hardly scarcely`, neg)
	g.add(`began became took went came gave wrote fell rose drew grew saw chose broke spoke drove flew ate arose awoke
		bore blew drank forgave forgot froze got lay mistook overtook overthrew rang rode sang sank shook shrank sprang stole strove swam
		swore threw tore undertook underwent withdrew woke wore wove knew ran did foresaw outgrew partook
		retook rewrote redrew reran overran overrode outran outdid withstood withheld forbade befell repaid resold remade sped stank slung
		bade beat bit oversaw forsook hid shone slew sprang strode trod`, past)
	g.add(`held made led won sent met lost left built found brought bought caught fought taught thought sought kept laid paid
		said told sold set put cut hit let shut split spread struck stood shot spent read heard hung dealt felt fled fed
		bound bred lent meant slept slid swept swung understood wound bent clung dug ground lit misled rebuilt reset
		retold bid shed slit spun stuck stung strung upset overcome
		broadcast burnt burst cast crept dwelt knelt leant leapt learnt outsold quit recast rethought rewound sunk wept wrung
		hurt flung upheld beheld overheard foretold mislaid`, either)
	g.words["overcame"] |= past
	delete(g.words, "overcome")
	g.add(`begun become taken gone come given written fallen risen drawn grown seen chosen broken spoken driven flown known born borne
		shown done forbidden forgotten frozen hidden overthrown proven sworn stolen thrown torn withdrawn worn beaten eaten
		overcome undertaken undergone bitten blown drunk forgiven hewn overrun outdone ridden rung sewn shaken shorn sown sprung strewn sung swum trodden
		undone woven rewritten retaken redrawn slain stricken mistaken overtaken shrunk withheld repaid resold remade slung`, part)
	g.add(`been be being`, part)
	delete(g.words, "be")
	g.add(`be`, modal)
	g.add(`eventually finally first also later then soon subsequently initially originally officially formally briefly quickly
		once again already only even just still together ever long often sometimes always almost nearly jointly
		twice personally successfully reportedly allegedly ultimately effectively unilaterally`, adverb)
	g.add(`so now well alright okay ok however meanwhile moreover furthermore indeed thus therefore instead nevertheless nonetheless
		hence consequently accordingly additionally similarly likewise basically honestly actually obviously clearly fortunately unfortunately
		sadly interestingly surprisingly importantly notably today anyway besides again then also finally eventually later and but yet or
		additionally overall historically famously ironically`, opener)
	g.add(`persisted lasted dragged raged endured prevailed remained seemed looked lay stood belonged consisted contained included knew believed thought wanted needed hoped
		felt meant existed liked loved hated resembled owned depended kept used tended considered regarded numbered
		cost involved covered focused lived relied lacked deserved hoped wished feared expected continued stayed
		represented reflected showed suggested implied indicated corresponded differed aimed worked played served
		enjoyed suffered faced understood counted averaged amounted totaled totalled sat slept dominated symbolized symbolised
		cared mattered sounded seemed equalled equaled ranked varied ranged helped tried attempted sought struggled
		located situated employed based known called considered regarded composed comprised expected supposed required used concerned
		interested involved associated related needed scheduled planned estimated surrounded inhabited aligned opposed
		accessed intended allowed able due interested tired married widespread meant believed said thought hoped understood
		followed filled dominated tasked faced reported accounted projected forecast portrayed depicted rumoured rumored alleged bound spent`, stative)
	for _, w := range strings.Fields("served played ruled reigned taught married spent helped suffered attempted tried") {
		g.words[w] = g.words[w]&^stative | either // in the past tense and with a date these tell what somebody did
	}
	g.add(`planned agreed decided promised hoped expected intended wanted scheduled pledged vowed proposed threatened
		undertook aimed prepared due set slated`, plan)
	g.add(`said stated argued claimed noted explained added recalled commented suggested remarked insisted maintained observed
		told wrote reported warned believed thought estimated predicted`, report)
	g.add(`i we you there what who one us let someone nobody everyone anyone everybody here`, deictic)
	g.add(`things matters everything stuff`, vague)
	for w := range g.words {
		if g.words[w]&stative != 0 && g.words[w]&(past|either|part|modal) == 0 && strings.HasSuffix(w, "ed") {
			g.words[w] |= either
		}
		if g.words[w]&(plan|report) != 0 && g.words[w]&(past|either|part|modal) == 0 && strings.HasSuffix(w, "ed") {
			g.words[w] |= either
		}
	}
	for _, w := range strings.Fields(`red need indeed hundred bed speed seed exceed proceed succeed feed breed sacred naked wicked
		kindred embed weed deed creed greed reed allied hatred infrared shred sled ted fred heed bleed steed nobody`) {
		if _, ok := g.words[w]; !ok {
			g.words[w] = 0
		}
	}
	for _, w := range strings.Fields(`during king thing things something nothing anything everything ring spring string wing bring sing
		family reply supply assembly ally italy july fly apply rely holy ugly early daily monthly weekly yearly anomaly monopoly butterfly lightning herring shilling sterling sibling pudding evening morning building meeting being ceiling wedding`) {
		if _, ok := g.words[w]; !ok {
			g.words[w] = 0
		}
	}
	g.words["during"] = prep | when
	for _, w := range strings.Fields(`company corporation inc ltd university college army navy force forces treaty war battle party union league
		council organization organisation nations states institute institution society association club bank group committee
		commission court church empire kingdom republic parliament congress senate government ministry department agency
		fund act agreement convention conference museum press company railway railways bridge street river sea ocean
		city county district island islands mountains airport station school hospital team fc united police program programme
		project mission operation revolution rebellion movement federation alliance pact accord accords front
		academy airlines assembly brewery bureau centre center cinema clinic colony consortium cooperative embassy enterprise factory
		foundation foundry gallery laboratory library magazine mill monastery newspaper observatory office orchestra partnership
		publisher refinery regiment settlement shipyard studio theatre theater trust workshop yard zoo brigade legion squadron fleet
		corps guild authority`) {
		g.orgs[w] = true
	}
	for _, w := range strings.Fields(`founded established created formed built launched signed opened published completed invented discovered
		introduced incorporated inaugurated elected appointed born commissioned constructed released erected`) {
		g.fronted[w] = true
	}
	g.ordinals = setOf("first second third fourth fifth last latter former next same rest")
	for _, w := range []string{"set up", "put up", "set aside", "burned down", "pulled down"} {
		g.fronted[w] = true
	}
	g.followed = []string{"followed"}
	g.undone = setOf(`been being seen born viewed driven moved shaped compared inspired led followed gone come become made given taken meant felt heard read
		dated driven alarmed dismayed angered encouraged pleased impressed worried exhausted fascinated disappointed shocked stung struck
		based owned run held kept aged faced bound`)
	g.things = setOf(`abbey airways arsenal barracks basilica bay cabinet canal cape cathedral chapel charter community constitution coast crown dam
		declaration desert diocese division dock docks duchy dynasty electric electronics enterprises exchange exhibition expedition expo
		fair festival fort fortress forum games garden gardens gate harbour harbor herald hotel industries inquisition isle journal
		laboratories lighthouse line lines manor market mine mines monument motors mount mountain music oil opera organisations palace lyceum gymnasium conservatory conservatoire polytechnic
		park peninsula pier plain plan plant plateau port prison prize province quarter railroad records region reserve road ropeworks
		route royal satellite shipyards software square stadium state steel strait studios survey systems series championship championships tournament technologies telegraph telescope
		quartet quintet trio sextet ensemble choir band philharmonic temple times tower town trade tunnel valley village works zone`)
	g.humans = setOf(`king queen emperor empress prince princess duke count earl pope bishop priest monk nun president minister chancellor senator mayor
		governor ambassador general colonel captain major admiral officer soldier sailor professor teacher student pupil doctor physician surgeon
		nurse patient lawyer judge author writer poet painter composer singer actor actress player coach director manager founder owner
		builder engineer inventor farmer worker baker butcher printer merchant trader dealer brother sister father mother son daughter
		husband wife uncle aunt nephew niece cousin boy girl friend colleague assistant secretary commander leader heir widow successor
		predecessor rival architect critic keeper governess warden inspector official planner traveller traveler driver owner mayor supervisor visitor foreman forester gardener tailor shoemaker cobbler carpenter mason blacksmith
		weaver dyer brewer miller fisher hunter guide rider sculptor conductor editor reporter programmer designer leader lecturer scholar explorer preacher clerk monarch regent ruler
		murderer thief robber prisoner butler servant maid cook grandfather grandmother grandson granddaughter parent child baby girl leader trainer referee striker goalkeeper captain mechanic secretary-general secretary chairman guest prisoner girl`)
	g.sites = setOf(`hill hills wood woods hall lane day cross field fields lake moor house land lands reach end green heath well wells water waters head north south east
		west upper lower new old great grand little big high low long black white red blue golden royal national federal central public international imperial
		european american british french german english first second third fourth fifth boxing premier symphony concerto cup trophy award league
		saint st san santa mount port fort cape point creek falls spring springs beach road highway way ward isles highlands lowlands states
		act code law bill report review order medal star ring plan team side war age era night week year`)
	g.titles = setOf(`king queen emperor empress prince princess duke duchess count countess earl lord lady sir dame baron baroness pope bishop archbishop cardinal
		saint mr mrs ms miss madame monsieur herr frau dr doctor professor president chancellor minister senator governor ambassador general colonel captain major
		lieutenant sergeant marshal admiral commander judge father brother sister`)
	g.men = setOf("mr monsieur herr sir lord baron king emperor prince duke count earl pope bishop priest monk brother father son husband uncle nephew boy man widower")
	g.women = setOf("ms mrs miss madame frau lady dame baroness queen empress princess duchess countess nun sister mother daughter wife aunt niece girl woman widow actress")
	g.elaborations = []string{"There was ", "There were "}
	g.fillers = []string{"really", "basically", "literally", "actually", "honestly", "super"}
	g.loose = setOf("eventually finally also then subsequently consequently later thus therefore soon indeed ultimately once again")
	g.before = setOf("early late later only just already back sometime again once even")
	g.bounding = setOf("until till after before since following despite")
	g.hours = setOf("midnight noon midday dawn dusk daybreak sunrise sunset nightfall")
	g.against = []string{"but"}
	g.fromWords, g.toWords = []string{"from"}, []string{"to"}
	g.lasting = setOf("lasted raged worked served lived stayed reigned spent studied taught dominated enjoyed")
	g.objects = map[string]string{"him": "he", "her": "she", "it": "it", "them": "they", "us": "we", "me": "we", "you": "we"}
	g.intransitive = setOf(`died improved recovered returned arrived lived resigned retired disappeared emigrated married remained departed
		collapsed vanished survived escaped failed succeeded appeared happened occurred declined deteriorated stopped travelled traveled
		fled lay sat stood slept rested waited worked reported`)
	g.deliberate = setOf("discovered founded invented wrote married divorced patented published proposed met signed elected appointed hired bought purchased sued decided")
	g.transitive = setOf(`abolished acquired adopted appointed approved arrested assassinated awarded bought built captured caught chartered coined commissioned
		composed constructed created dedicated designed destroyed discovered elected enacted eradicated erected established excavated found founded
		given held installed introduced invented issued murdered named ordered popularized popularised printed produced published purchased
		renewed sent taken unearthed unveiled written painted entitled titled related limited restricted`)
	g.starting = setOf("applied effect operated")
	g.makers = setOf("made elected appointed named gave called hired invited sent offered awarded")
	g.besides = setOf("of above below near beside at in on between behind under over along around")
	g.pairing = setOf("married met wed befriended")
	g.matters = setOf(`patent case lease lawsuit suit contract claim deal order loan test tests appeal complaint permit licence license ban offer
		petition charge charges verdict ruling bill drawings application request bid fine sentence conviction`)
	g.givers = setOf("passed granted approved rejected refused revoked renewed")
	g.deeds = setOf("act bill charter licence license patent application request petition claim permit")
	g.comparatives = setOf("further farther nearer closer better worse higher lower faster more less deeper")
	g.particles = setOf("von van de der den af da di du del della zu ten ter")
	g.praising = setOf("chose selected named praised listed reviewed published released adapted recommended shortlisted nominated ranked translated reissued")
	g.apparatus = make(map[string]bool)
	for _, t := range []string{"references", "bibliography", "notes", "footnotes", "endnotes", "sources", "further reading", "works cited", "literature", "citations", "external links", "notes and references", "references and notes", "literature cited"} {
		g.apparatus[t] = true
	}
	g.ceremonies = setOf(`gala opening reopening closing wedding marriage trial premiere funeral burial coronation inauguration performance meeting final consecration
		dedication launch conference exhibition signing unveiling celebration completion demolition execution ceremony debate auction concert congress synod
		council match race show festival parade vote referendum hearing inquest sale handover dinner session summit`)
	g.sameTimes = []string{" in the same year", " in that year", " that same year", " the same year", " that year", " in the same month", " the same month", " that month"}
	g.expletives, g.thatWords, g.doWords = []string{"it"}, []string{"that", "how", "whether", "why", "what", "where"}, []string{"to", "for"}
	g.weather = setOf("snowed rained hailed drizzled sleeted thundered snowing raining hailing thundering")
	g.impersonal = setOf("became seemed appeared turned proved emerged transpired happened followed remained got grew")
	g.judged = setOf(`clear evident obvious apparent known plain certain uncertain doubtful likely unlikely true possible impossible necessary unnecessary
		essential urgent important difficult easy hard easier harder cheaper safer safe dangerous illegal legal unlawful lawful compulsory obligatory mandatory
		customary usual common fashionable rare public noticeable practicable feasible desirable advisable`)
	g.resolvedOn = setOf("decided agreed resolved determined planned proposed arranged intended hoped ruled")
	g.doings = setOf(`fighting bombing shelling hostilities rioting looting traffic trade trading mining logging quarrying whaling fishing farming printing
		filming drilling tunnelling tunneling rationing broadcasting`)
	g.phases = setOf("began ended resumed stopped ceased restarted started")
	g.numerals = setOf("two three four five six seven eight nine ten eleven twelve")
	g.honours = setOf("awarded granted elected appointed knighted ordained")
	g.partakes = setOf("won lost survived attended hosted fought joined entered organised organized contested boycotted suppressed crushed led missed reached")
	g.surges = setOf("outbreak outbreaks surge flurry boom wave waves ceremony dinner parade march rally upheaval clash clashes skirmish skirmishes exodus shortage famine split")
	g.habits = setOf("often usually sometimes always regularly frequently generally typically mostly traditionally already ever according concluded reached totalled totaled average averages percent annual annually yearly")
	g.works = setOf(`account accounts article articles book books essay essays film history interview interviews lecture lectures letter letters list memoir memoirs
		message note novel novels painting paper papers photograph play poem poems publication publications report reports review speech statement
		story study studies text treatise treatises writings work works`)
	g.likeWords = []string{"as", "than"}
	g.nouns = setOf("shed cut set hit shot split spread felt ground wound cast burst broadcast")
	g.occasions = setOf(`accident assault attack attacks battle battles blast bombing bombings collapse conference congress coup crash disaster drought
		earthquake elections election epidemic eruption exhibition expedition explosion famine fire fires flood floods landslide massacre meeting
		mutiny protest protests raid raids rebellion referendum revolt revolution riot riots rising rout scandal shipwreck siege storm storms
		breach bombardment demonstration exchange merger sale purchase death opening closure arrival departure defeat victory capture murder assassination annexation abolition
		introduction invasion occupation discovery launch visit reform treaty settlement strike strikes summit tornado trial uprising final match game cup title championship race season war vote case`)
	g.pointing = setOf(`attempt attempts change changes claim debate decision difference dispute distinction effect effort efforts episode event events fact finding
		findings idea issue measure measures method move phenomenon plan plans practice problem process proposal quarrel question reason
		result results rule situation step steps technique trend`)
	g.befalls = setOf(`fell burned burnt sank collapsed opened closed broke exploded crashed vanished disappeared ended began started grew rose reopened
		changed became survived failed appeared arrived came went took ran`)
	g.halves = setOf("counter re co pre over under out cross court fire dive")
	g.completed = setOf("completed finished rebuilt restored closed abandoned demolished dissolved destroyed sold repaid replaced eradicated extinguished cleared")
	g.premieres = setOf("premiere première debut")
	g.simplePast = map[string]string{"shown": "showed", "begun": "began", "written": "wrote", "taken": "took", "given": "gave", "seen": "saw", "gone": "went",
		"become": "became", "come": "came", "fallen": "fell", "risen": "rose", "drawn": "drew", "grown": "grew", "chosen": "chose", "broken": "broke",
		"spoken": "spoke", "driven": "drove", "flown": "flew", "withdrawn": "withdrew", "undertaken": "undertook", "overcome": "overcame", "thrown": "threw",
		"overthrown": "overthrew", "beaten": "beat", "stolen": "stole", "sworn": "swore", "torn": "tore", "worn": "wore",
		"ridden": "rode", "bitten": "bit", "blown": "blew", "overrun": "overran", "sung": "sang", "sprung": "sprang", "woven": "wove", "mistaken": "mistook", "overtaken": "overtook",
		"retaken": "retook", "rewritten": "rewrote", "shaken": "shook", "forgiven": "forgave"}
	g.byWords = []string{"by"}
	g.whenWords, g.whereWords, g.timeWords = []string{"when"}, []string{"where"}, []string{"when"}
	g.dayParts = setOf("night evening morning afternoon day days weekend eve nights")
	g.rangeWords = []string{"from", "between"}
	g.timeNouns = setOf(`second minute hour day morning afternoon evening night week weekend fortnight month season spring summer autumn winter year
		decade century moment time days weeks months years decades hours minutes`)
	g.whichTime = setOf("following previous preceding coming very whole entire final opening same next past long short late early new old wet dry cold hot fine bad good single summer winter spring autumn sunday monday tuesday wednesday thursday friday saturday")
	g.singulars = setOf("series news works headquarters barracks crossroads species means gallows ironworks gasworks waterworks glassworks dockyards lens gas bus canvas atlas")
	g.states = setOf("alone pregnant penniless paralysed paralyzed blind deaf widowed homeless destitute stranded unconscious unharmed ill dead free rich famous speechless bedridden disabled")
	g.undoing = setOf("lifted repealed revoked abolished rescinded relaxed rebuilt demolished reopened renamed restored")
	g.clearing = setOf("cleared cooled warmed thawed froze brightened darkened poured")
	g.yearWords = []string{"the year", "the years", "year"}
	g.proforms, g.ofWords = []string{"one", "ones", "other", "others"}, []string{"of"}
	g.subjectRelatives = []string{"which", "who"}
	g.personRelatives = []string{"who"}
	g.pluperfect = "had"
	g.about = []string{"about", "around", "circa", "early", "late"}
	g.pronouns = map[string]string{"he": "he", "she": "she", "it": "it", "they": "they"}
	g.possessives = map[string]string{"his": "he", "her": "she", "its": "it"}
	g.mods = map[string]string{"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}
	g.dayForm, g.decadeForm, g.bc = "%d %s %s", "%ds", "BC"
	g.topics = []string{"speaking of", "as for", "turning to", "regarding", "when it comes to"}
	g.ending = func(w string) tag {
		switch {
		case strings.HasSuffix(w, "ed") && len(w) > 3:
			return either
		case strings.HasSuffix(w, "ing") && len(w) > 5:
			return ing
		case strings.HasSuffix(w, "ly") && len(w) > 4:
			return adverb
		}
		return 0
	}
	return g
}

func setOf(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
