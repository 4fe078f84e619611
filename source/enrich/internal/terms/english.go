package terms

import "strings"

// What the rules know of English. The grammar words and the general nouns are
// those that sentence.weights was fitted with: a change there asks for new
// weights (see fit_test.go).
var english = &vocabulary{
	base:         "en",
	functions:    set("a an and as at by for from in into is of on or the to via with within without de la le les du des et der die das und von für el del y e pour sur en par los las da do di della per il"),
	auxiliaries:  set("is are was were be been being has have had can may must shall should will would could might do does did not who which that"),
	owners:       set("it they he she him its their his her them"),
	conjunctions: set("and or y et und e o oder ou"),
	joiners:      set("of"),
	orWords:      set("or also sometimes often"),
	namers:       set("called known termed named dubbed"),
	clauseWords:  set("and but so yet while although though because since whereas"),
	contrasts:    set("while whereas"),
	prepositions: set("of in on with by for from at into through between against under within without about s"),
	consequence:  set("means mean"),
	acts:         set("ability act art branch discipline method phenomenon practice process property science study technique"),
	doings:       set("removal replacement transfer exchange conversion separation release storage movement use return loss withdrawal admission discharge purchase sale hiring burning drying growing keeping breeding making cutting mixing range layer stretch span surplus excess remainder stock sequence set timer period edge series sequence chain string row"),
	inventors:    set("built coined conceived constructed created defined designed developed devised introduced invented patented proposed"),
	states:       seqs("states that", "holds that", "says that"),
	describing:   seqs("describes", "describe"),
	occurring:    seqs("occurs when", "occurs if", "arises when", "happens when", "takes place when", "results when"),
	pasts:        set("ran threw held kept stood made took gave came went fell led left lost met rose sold sent shot slid spoke spent told thought wore won wrote brought bought caught felt found fought grew knew became began drew drove ate flew got saw sang sat taught"),
	denied:       set("was were had did"),
	examples:     seqs("for example", "for instance", "e . g ."),
	inserts:      seqs("by contrast", "in contrast", "on the other hand", "in turn", "however", "in short", "for its part", "by comparison", "therefore"),
	goods:        set("asset product premium balance matter"),
	reports:      set("suggests shows indicates means implies says states holds proves argues confirms demonstrates reveals ensures requires finds makes claims notes reports"),
	bearers:      set("volcano mountain river lake sea ocean bay strait peninsula region district province county port harbour harbor station street square bridge castle palace temple abbey tower hill valley forest desert glacier park planet star moon galaxy language brand name god goddess horse dog cat newspaper magazine software library framework suburb capital building house farm estate canal road railway airport resort theatre theater cinema restaurant pub bar shop store market stadium university college academy foundation charity union federation league alliance community tribe people nation empire kingdom dynasty religion saint doctor singer writer nurse painter player scientist teacher musician actor poet engineer startup app website bot robot satellite spacecraft rocket aircraft manager module driver utility tool script command function class file"),
	placing:      set("on at in"),
	haunts:       set("home town school church court bed work night day land sea university college prison hospital noon lunch dinner breakfast train bus car plane phone mail hand heart mind law war peace God winter summer spring autumn fall"),
	unmarked:     set("bacteria people fish cattle data media sheep criteria phenomena algae fungi larvae mice feet teeth men women children"),
	whiches:      set("which"),
	wholes:       set("everything anything whatever"),
	sums:         set("this these"),
	pluralSums:   set("these"),
	callings:     set("call calls term"),
	labels:       set("named"),
	happenings:   set("effect process phenomenon technique practice method procedure operation tactic manoeuvre maneuver custom arrangement condition state stage reaction movement action act"),
	resulting:    set("resulting"),
	resumers:     set("property fact feature characteristic record feat distinction trait position title honour honor achievement investment habit development trend figure tally victory defeat decision step role milestone"),
	ordinary:     set("typical average ordinary usual"),
	numerals:     set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion zero half dozen"),
	pairs:        set("two three four latter former others"),
	bodies:       set("bureau union federation agency organization organisation center centre office institute institution committee commission council association society party front movement army ministry department bank authority service services company corporation railway railways league confederation foundation fund university academy court congress board police force forces alliance assembly administration directorate parliament programme program secretariat syndicate tribunal broadcaster airline airlines observatory museum consortium cooperative chamber conference convention treaty system systems democrats"),
	modals:       set("may can must will should might could"),
	whilst:       set("after before during until since"),
	trailing:     set("also often sometimes usually now then commonly generally typically therefore thus today"),
	another:      set("another one other two three several"),
	links:        set("then but so however yet and or also thus therefore hence instead here there now next finally later meanwhile moreover furthermore otherwise still first second perhaps maybe sometimes often usually because more less note recall remember notice"),
	manys:        set("they them their"),
	things:       set("it its they them their"),
	behindTerm:   set("because after before when if in by as since"),
	pointers:     set("you your we our us i me my this these above below earlier later here today yesterday tomorrow guys"),
	pastEnding:   "ed",
	perfect:      "was",
	within:       "in",
	asking:       "refer",
	meaning:      "mean",
	when:         "when",
	then:         "then",
	to:           "to",
	that:         "that",
	as:           "as",
	abstracts:    strings.Fields("ity tion sion ment ness ance ence ism ship hood dom ency ancy cracy logy graphy ture ics esis osis"),
	adjectives:   strings.Fields("ive al ic ous ary able ible ful less ant ent ed ing ar ory ual"),
	leadIns:      []string{"hereinafter referred to as", "referred to as", "hereinafter", "henceforth", "abbreviated as", "abbreviated to", "abbreviated", "abbr.", "also known as", "also called", "known as", "called", "designated", "termed", "short for", "standing for", "which stands for", "stands for", "for", "formerly known as", "formerly", "previously", "simply", "usually", "often", "commonly", "also", "acronym:", "acronym", "abbreviation:", "initials", "in short", "or", "the", "an", "a", "i.e.", "i.e.,"},
	stands:       []string{"stands for", "is short for", "short for", "stood for", "which stands for", "that stands for", "is an acronym for", "is the acronym for", "is an abbreviation for", "is an abbreviation of", "is the abbreviation of", "is the abbreviation for", "an acronym for", "acronym for", "an abbreviation of", "abbreviation for", "standing for"},
	leadOuts:     []string{", or ", ", abbreviated as ", ", abbreviated to ", ", abbreviated ", " abbreviated as ", " abbreviated to ", ", commonly known as ", ", better known as ", ", also known as ", ", known as ", ", commonly called ", ", called ", " abbreviated ", ", shortened to ", " shortened to ", ", formerly ", ", hereinafter ", ", hereafter ", ", henceforth ", ", in short ", ", for short "},
	respective:   "respectively",
	leadOutTails: []string{", usually", ", often", ", commonly", ", sometimes", ", generally", ", normally", ", which is", ", which is usually", ", which is often"},
	letters:      []string{"means", "refers to", "stand for", "is an initialism for", "is an initialism of", "is the abbreviation used for", "is the short form of", "is a short form of", "is the usual abbreviation of"},
	either:       " or ",
	forShort:     "for short",
	ordinals:     map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9},
	kinds:        set("type class group subtype grade phase"),
	units:        set("kDa kD kda kd Da kb kbp bp aa mm cm m km nm µm mg g kg Hz kHz MHz GHz V kV"),
	silentHeads: set(`gene genes protein proteins domain domains receptor receptors cell cells subunit subunits
		particle particles kinase enzyme syndrome disease virus acid cycle complex channel channels`),
	grammar: set(`a an the this that these those such another other others each every any some all both many most much several few no one two three
		it its he she his her they their them we our us you your i who whom whose which what where when why how whether there here
		is are was were be been being am has have had having do does did done can could may might must shall should will would not
		of in on at by for from to into onto with within without between among through during after before against about as than like
		and or but nor if because since while although though so thus therefore hence then however also too only just even still very more less least
		i.e e.g often sometimes usually generally typically commonly simply collectively example instance addition contrast
		called call calls known termed term terms named name dubbed labeled labelled referred refers refer means mean meaning meant defined defines define definition
		denotes denote describes describe described consists consist comprises includes include including contains contain represents represent states stated
		considered used refers occurs occur involves involve concept idea word phrase
		up out over under another own same first second new now later today well`),
	genus: set(`process time space amount community practice type kind form part set group way act ability state measure amount number system theory belief condition
		substance structure organ cell unit method study branch field property quality change difference relationship degree rate
		person people individual someone thing something organism situation case area region place body collection combination
		principle rule law practice approach view feeling pattern movement period event action activity function device object tool
		level point line value quantity force energy material molecule compound product disorder response behavior behaviour pathway
		layer region section member class category family sum ratio arrangement agreement document statement technique`),
	phrases: &phrases{
		copulas:    set("is are"),
		indefinite: set("a an"),
		definite:   set("the"),
		means:      seqs("refers to", "refer to", "means", "is defined as", "are defined as", "can be defined as", "may be defined as", "is the term for", "is the name for", "is the name given to", "denotes", "is used to describe", "is used to mean", "is used to refer to", "is short for", "shall mean", "will mean", "is understood as", "is understood to mean", "are understood as", "is taken to mean", "is defined to be"),
		names:      seqs("called", "known as", "termed", "referred to as", "named", "dubbed"),
		sizes:      set("small large big simple complex"),
		glosses:    seqs(", meaning that", ", meaning", ", that is ,", "— that is ,", "( that is ,", ", i . e .", ", i . e . ,", "( i . e . ,", "( i . e .", ", which means that", ", which means", ", which refers to", ", namely", ", defined as", ", in other words", ", by which we mean", ", by which is meant", ", by which i mean"),
		circumfix:  [][2][]string{{{"by"}, {"we", "mean"}}, {{"by"}, {"is", "meant"}}, {{"by"}, {"i", "mean"}}},
		terms:      set("term word concept phrase expression notion"),
		relatives:  set("that which who whom whose where whereby wherein in-which used designed intended consisting made formed based produced caused found located composed living containing involving characterized characterised responsible capable marked filled covered worn fitted held tied kept stored carried written drawn"),
		weakly:     set("of for with between by from in on to at used"),
		measures:   set("fee price cost charge rent wage share portion proportion percentage number right power weight height depth width length size distance speed temperature pressure interval moment date duration age stretch strip edge side surface boundary border factor index coefficient official officer expert worker specialist instrument written spoken sound letter symbol unit"),
		adverbs:    set("essentially basically simply usually generally typically also either both often"),
		judging:    set("should ought would never nobody itself unnecessary needless"),
		persons:    set("man men woman women someone somebody fool friend enemy"),
		spoilers:   set("it this that these those he she they we you i there here what who which how why when where one another such its his her their our my your some many most all each every any both other others while if because although though as since whether unless until after before once so then now today but and or yet nor not no only even just perhaps maybe well let another part much more less few several two three first second third next last final following same example"),
		backward:   set("it they he she this these that those we you its their"),
		says:       set("say says said argue argues believe believes think thinks"),
		negations:  set("not never no n't hardly"),
		evaluative: set("first last only most least largest biggest oldest newest highest lowest longest same next effective accessible affordable innovative challenging special ideal valuable worthwhile universal versatile reliable convenient comfortable lightweight modern stylish delicious tasty prevalent widespread holistic ancient comprehensive robust promising exclusive premium professional friendly quick fast handy refreshing inspiring impressive trusted proven option options choice choices opportunity alternative addition asset must-have priority solution hit trend key clever fragile brutal elegant risky dangerous safe easy hard difficult useful useless necessary natural obvious clear wise smart foolish sad happy proud lovely nice terrible horrible awful amazing incredible exciting boring odd strange funny young old more less fewer crucial vital critical essential important major main significant central great good best better bad worst perfect prime fine excellent classic real true huge big large small mere simple complex delicate fascinating interesting strong powerful popular common rare new recent testament cornerstone reminder symbol sign story tale saga matter win step balance challenge success failure mistake question result consequence product source cause reason hallmark pillar foundation model mirror bridge journey dance dream disaster triumph miracle must necessity priority concern problem solution issue threat goal target aim mission task job duty fact myth mystery case pleasure joy shame pity favorite favourite leading famous notable prominent rich beautiful wonderful remarkable unique extraordinary controversial bit lot couple handful favour blessing curse game gift luxury"),
		strong:     set("that which who whom whose where whereby"),
		loose:      set("core basic initial overall general primary secondary ultimate final original whole entire real actual possible potential current present future fundamental alternative different similar certain specific particular various single separate direct obvious underlying broader wider deeper daily working official stated central driving guiding"),
		empty:      set("way ways solution approach idea thing things word term name option options choice choices opportunity alternative addition asset result results problem problems example examples reason reasons goal goals answer fact question case aim challenge challenges key task job focus secret lesson success failure step proof evidence matter story something nothing someone anything everything"),
		vague:      set("thing way idea result problem example part difference reason goal answer role story fact point question case aim purpose challenge key task job focus emphasis objective priority advantage disadvantage benefit drawback trick secret catch hope trouble truth issue lesson key time day year place people one kind type sort lot number majority rest man woman he she importance success failure step stage change effect cause consequence outcome solution approach response situation mission partnership relationship work effort plan decision transition shift move presence commitment future past history choice feature aspect side end beginning start top bottom author writer book chapter article section paper study research report figure table page life world country city state government company usage meaning"),
		told:       set("platform program programme system service app tool site website product project company firm team group committee organization organisation institution school course event festival device machine model package feature plan act law bill treaty agreement party church family town village island ship army court board agency office centre center museum library hotel club band film show game series novel poem album song study survey report document network campaign movement war battle election crisis strike deal contract policy strategy fund bank"),
		verbs:      set("has have had having do does did can could may might must shall should will would was were be been being am s t re ve ll d get gets got make makes made take takes took said says say think thinks"),
	},
}
