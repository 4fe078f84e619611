package chronicle

import "strings"

func newGerman() *grammar {
	g := &grammar{lang: "de", words: make(map[string]tag), orgs: make(map[string]bool), the: "der", was: [2]string{"wurde", "wurden"}, inverted: true, bareYears: true, bc: "v. Chr."}
	g.months = [13]string{"", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	g.seasons = [5]string{"", "Frühjahr", "Sommer", "Herbst", "Winter"}
	g.dayForm, g.decadeForm = "%d. %s %s", "%der Jahre"
	g.mods = map[string]string{"START": "Anfang ", "MID": "Mitte ", "END": "Ende ", "APPROX": "um "}
	g.add(`der die das den dem des ein eine einen einem einer eines alle viele mehrere einige beide zwei drei vier fünf sechs
		sieben acht neun zehn zwölf kein keine keinen`, det)
	g.add(`in im an am auf aus bei beim mit nach von vom vor zu zum zur um für durch gegen ohne über unter seit bis während zwischen ab`, prep)
	g.add(`in im an am um während zu zum gegen`, when)
	g.add(`er sie es`, pron)
	g.add(`er sie`, person)
	g.add(`sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer`, poss)
	g.add(`dieser diese dieses diesen diesem jener jene jenes`, demo)
	g.add(`und oder aber sondern denn`, coord)
	g.add(`als weil obwohl wenn falls ob nachdem bevor damit sobald indem da dass wo während`, sub)
	g.add(`falls ob wenn`, iffy)
	g.add(`dessen deren welcher welche welches wer was`, rel)
	g.add(`ist sind hat haben gilt gehört wird werden bleibt steht zeigt`, present)
	g.add(`kann können konnte konnten soll sollte sollten will wollte wollten muss musste mussten darf durfte durften mag mochte
		mochten würde würden hätte hätten wäre wären`, modal)
	g.add(`nicht nie niemals kein keine keinen`, neg)
	g.add(`so nun jetzt doch also schließlich dann später zunächst zuerst außerdem zudem allerdings jedoch dennoch trotzdem
		daraufhin bereits schon erst auch noch nur bald endlich immerhin natürlich ja gut`, opener|adverb)
	g.add(`ich wir man ihr sie uns euch du`, deictic)
	g.words["sie"] = pron | person
	g.words["ihr"] = poss
	g.add(`begann kam ging nahm gab fiel zog trat schloss starb schrieb fand ließ lief rief stieg sank traf unterschrieb
		übernahm erschien entstand verlieh lieh schuf bezog erließ vergab verstarb brannte gelang gebar schied wandte verließ verlor gewann bekam erhielt wuchs floh flog brach sprach wurde wies schlug half
		stieß erfand beschloss unterzeichnete bot erwarb verbot ernannte eroberte trug griff überfiel verband vertrieb zerfiel`, past)
	g.add(`fuhr lud baute bauten fuhren sprengte sank betrat erließ zerbrach verschwand ertrank ertranken sprang sprangen errang errangen unterschrieben verfiel entwarf entwarfen verstarb`, past)
	g.add(`begannen kamen gingen nahmen gaben fielen zogen traten schlossen starben schrieben fanden ließen liefen riefen stiegen
		sanken trafen übernahmen erschienen entstanden verließen verloren gewannen bekamen erhielten wuchsen flohen flogen
		brachen sprachen wurden schlugen halfen stießen erfanden beschlossen erwarben verboten eroberten griffen überfielen`, past)
	// The historic present, where the form is no participle as well (Duden, Die Grammatik, 9th edition, § 723).
	present := `stirbt sterben übernimmt beginnt tritt bricht zieht verlässt erhält erscheint entsteht kommt geht findet schließt gewinnt verliert gründet gründen baut kauft
		heiratet reist flieht kehrt fällt steigt sinkt gelingt trifft schreibt nimmt brennt stürzt landet startet siegt wählt ernennt beruft promoviert wechselt zerfällt
		stellt setzt legt führt gibt wirft greift ruft reicht kündigt zerbricht unterschreibt erwirbt verlegt nennt`
	g.add(present, past)
	g.narrated = setOf(present)
	g.add(`war waren hatte hatten stand standen lag lagen blieb blieben hieß hießen lebte lebten galt galten bestand bestanden
		gehörte gehörten wohnte wohnten dauerte dauerten enthielt kannte kannten wusste wussten glaubte glaubten dachte dachten
		liebte liebten besaß besaßen zählte zählten umfasste brauchte brauchten hoffte hofften plante planten schien schienen
		sagte sagten meinte meinten erklärte behauptete beschäftigte arbeitete arbeiteten hielt hielten`, past|stative)
	g.lives = &lives{born: []string{"*", "geboren", "geb", "∗"}, died: []string{"†", "gestorben", "gest"}, between: []string{"am", ".", "im", "jahr", "jahre"}, places: []string{"in", "bei", "zu", "auf"},
		bornIn: " wurde %s geboren", diedIn: " starb %s"}
	g.kin = setOf("vater mutter sohn tochter bruder schwester söhne töchter brüder schwestern eltern enkel enkelin neffe nichte onkel tante mann frau witwe gatte gattin schwager")
	g.until = []string{"bis", "seit"}
	g.phrasal = map[string]string{"stand": "auf", "standen": "auf", "hielt": "ab an auf ein", "hielten": "ab an auf ein", "nahm": "", "schlief": "ein"}
	g.lasting = setOf("lebte lebten arbeitete arbeiteten wohnte")
	g.ending = func(w string) tag {
		if strong(w) {
			return past
		}
		if (strings.HasSuffix(w, "te") || strings.HasSuffix(w, "ten")) && len(w) > 5 {
			if strings.HasPrefix(w, "ge") && !setGe[w] {
				return 0
			}
			return past
		}
		return 0
	}
	for _, w := range strings.Fields(`erste ersten letzte letzten zweite zweiten dritte dritten vierte vierten beste besten meiste meisten gute guten alte
		alten späte späten weite weiten breite breiten harte harten rote roten tote toten leichte leichten schlechte schlechten rechte
		rechten bekannte bekannten berühmte berühmten gesamte gesamten sogenannte sogenannten heute fünfte fünften sechste nächste nächsten
		größte größten höchste höchsten wichtigste wichtigsten älteste ältesten bitte mitte seite seiten zehnte zehnten achte
		achten verletzte verletzten vereinte vereinten unbekannte unbekannten direkte direkten konkrete private privaten moderate hunderte
		tausende hunderten tausenden breiteste kürzeste leiteten`) {
		if _, ok := g.words[w]; !ok {
			g.words[w] = 0
		}
	}
	delete(g.words, "leiteten")
	g.orgs = setOf("nato verein bund partei republik regierung universität akademie gesellschaft firma werke bank armee kirche union")
	g.nominatives = strings.Fields(`der die das ein eine alle viele mehrere einige beide zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hunderte
		tausende`)
	g.obliques = strings.Fields("den dem des einen einem einer eines keinen keinem")
	g.add(`wieder weiter immer sogar lange gerne`, adverb)
	g.strikes = setOf("zerstörte verwüstete traf erfasste erschütterte überraschte ereilte suchte überschwemmte vernichtete riss")
	g.titles = setOf(`kaiser kaiserin könig königin herzog herzogin graf gräfin landgraf markgraf kurfürst fürst fürstin prinz prinzessin papst bischof erzbischof
		abt äbtissin papst präsident kanzler minister general oberst hauptmann herr frau dr professor bürgermeister zar zarin sultan`)
	g.humans = setOf(`arzt ärztin kaufmann kaufleute architekt architektin ingenieur maler malerin bildhauer dichter dichterin schriftsteller schriftstellerin
		pfarrer lehrer lehrerin bäcker schmied händler unternehmer unternehmerin erfinder erfinderin forscher forscherin chemiker physiker physikerin
		komponist komponistin dirigent regisseur regisseurin inspektor salineninspektor direktor direktorin gründer gründerin sohn tochter bruder schwester
		vater mutter witwe enkel enkelin historiker historikerin botaniker anwalt richter politiker politikerin offizier hauptmann`)
	g.men = setOf("sohn bruder vater enkel neffe onkel kaiser könig herzog graf fürst prinz herr")
	g.women = setOf("tochter schwester mutter witwe enkelin nichte tante kaiserin königin herzogin gräfin fürstin prinzessin frau")
	g.dayParts = setOf("nacht")
	g.pronouns = map[string]string{"er": "he", "sie": "she"}
	g.objects = map[string]string{"ihn": "he", "ihm": "he"}
	g.rangeWords = []string{"von", "vom", "zwischen"}
	g.yearWords = []string{"Jahr", "Jahre", "Jahren"}
	g.about = []string{"etwa", "rund", "jahr", "jahre"}
	g.before = setOf("erst schon bereits noch nur")
	g.apparatus = make(map[string]bool)
	for _, t := range []string{"literatur", "quellen", "einzelnachweise", "anmerkungen", "fußnoten", "weblinks", "literaturverzeichnis", "quellenverzeichnis", "weiterführende literatur", "belege"} {
		g.apparatus[t] = true
	}
	return g
}

var setGe = setOf("gelangte gelangten gewährte gestaltete gestalteten genehmigte genehmigten gefährdete gewöhnte")

// strong reports whether a form is the past of a strong verb, with or without a prefix: begann, zerbrachen, übergab.
func strong(w string) bool {
	one := strings.TrimSuffix(w, "en")
	if strongPasts[w] || strongPasts[one] {
		return true
	}
	for _, p := range [...]string{"be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "hinter", "durch", "um"} {
		if rest, ok := strings.CutPrefix(one, p); ok && strongPasts[rest] {
			return true
		}
	}
	return false
}

// strongPasts are the first person of the strong verbs' past, those of state apart, which the lexicon has (Duden, Die Grammatik, 9th
// edition, list of irregular verbs).
var strongPasts = setOf(`bot bog fror floh flog floss goss hob kroch log roch schloss schmolz schob schoss sog wob zog
	trieb rieb schied mied stieg schwieg lieh wies schrie schrieb biss riss glitt schritt stritt litt ritt schnitt pfiff griff kniff schliff
	strich wich glich schlich band fand wand schwand drang gelang klang rang sang schlang schwang sprang zwang trank sank
	begann gewann spann sann rann schwamm barg barst befahl empfahl stahl brach sprach stach traf warf warb verdarb starb half erschrak
	nahm kam gab trat las maß aß fraß bat geschah genas vergaß tat grub lud fuhr schuf trug schlug wusch wuchs stieß lief rief fiel
	fing hing ging blies briet riet schlief ließ hieb wog schwor`)
