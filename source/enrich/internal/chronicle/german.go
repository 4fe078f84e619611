package chronicle

import (
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

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
	g.add(`war waren hatte hatten stand standen lag lagen blieb blieben hieß hießen lebte lebten galt galten bestand bestanden
		gehörte gehörten wohnte wohnten dauerte dauerten enthielt kannte kannten wusste wussten glaubte glaubten dachte dachten
		liebte liebten besaß besaßen zählte zählten umfasste brauchte brauchten hoffte hofften plante planten schien schienen
		sagte sagten meinte meinten erklärte behauptete beschäftigte arbeitete arbeiteten hielt hielten`, past|stative)
	g.lasting = setOf("lebte lebten arbeitete arbeiteten wohnte")
	g.ending = func(w string) tag {
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
	g.pronouns = map[string]string{"er": "he", "sie": "she"}
	g.objects = map[string]string{"ihn": "he", "ihm": "he"}
	g.rangeWords = []string{"von", "vom", "zwischen"}
	g.yearWords = []string{"Jahr", "Jahre", "Jahren"}
	g.about = []string{"etwa", "rund", "jahr", "jahre"}
	g.before = setOf("erst schon bereits noch nur")
	return g
}

var setGe = setOf("gelangte gelangten gewährte gestaltete gestalteten genehmigte genehmigten gefährdete gewöhnte")

// tellInverted tells a German clause. Its verb stands second and what belongs to it may stand at the sentence's end,
// so nothing is cut: a sentence with one event is told whole, without the date if that stands behind the verb.
func (r *reader) tellInverted(s *sentence, d dated) (summary, rule string, ok bool) {
	first := 0
	for first < d.lead && (s.has(first, opener|coord) && !s.has(first, name|past) || s.tokens[first].lower == ",") {
		first++
	}
	end := len(s.tokens)
	for i := 1; i+1 < len(s.tokens); i++ {
		// ", und im Juli 1857 senkte sie …": a clause of its own with its own date.
		if !s.comma(i) || !s.has(i+1, coord) {
			continue
		}
		if i >= d.to {
			end = i
			break
		}
		if i+2 == d.lead {
			first = d.lead
		}
	}
	if len(r.text[s.span.Start:s.span.End]) > 240 || r.later(s, d, first, end) {
		return "", "", false
	}
	verb, rule := -1, "clause"
	if first == d.lead {
		rule = "fronted"
		if !s.isVerb(d.to) {
			return "", "", false
		}
		verb = d.to
	} else {
		for _, v := range s.verbs {
			if v < d.lead {
				verb = v
				break
			}
		}
		if verb <= first {
			return "", "", false
		}
		for i := first; i < d.lead; i++ {
			if s.tokens[i].lower == "," || s.has(i, sub|coord) && i > verb {
				return "", "", false
			}
		}
	}
	if s.has(verb, stative) && !(d.x.Range != nil && r.g.lasting[s.tokens[verb].lower]) {
		return "", "", false
	}
	for i := first; i < end; i++ {
		if s.has(i, modal|neg) || s.tokens[i].quoted && i < d.to {
			return "", "", false
		}
		if s.tokens[i].lower == "," && i > verb {
			break // what comes after is another clause
		}
	}
	subject := first
	if rule == "fronted" {
		subject = verb + 1
	}
	if subject >= end || s.has(first, deictic|demo|poss|sub|rel) || s.has(subject, deictic|demo|poss) || s.is(subject, "es", "sich") && rule != "fronted" {
		return "", "", false
	}
	if s.is(subject, "es") || rule == "clause" && s.has(subject, prep) {
		return "", "", false
	}
	for _, w := range []string{"heute", "hier", "dort"} {
		if s.is(subject, w) {
			return "", "", false
		}
	}
	text := ""
	from, to := first, end
	replaced := ""
	if s.has(subject, pron) {
		a := r.antecedent(s.tokens[subject].lower)
		if a == nil || s.is(subject, "sie") && strings.HasSuffix(s.tokens[verb].lower, "en") {
			return "", "", false
		}
		replaced = a.text
	}
	switch {
	case rule == "fronted":
		// The date stays before the verb; one that leans on its paragraph, "zwei Jahre später", is written out.
		date := r.raw(s, from, verb)
		if d.x.Context {
			date = r.g.inFront(d.x)
		}
		if replaced != "" {
			text = date + " " + r.raw(s, verb, subject) + " " + replaced + " " + r.raw(s, subject+1, to)
		} else {
			text = date + " " + r.raw(s, verb, to)
		}
	case replaced != "":
		text = replaced + " " + r.words(s, d, subject+1, to)
	default:
		text = r.words(s, d, from, to)
	}
	for i := max(verb, subject) + 1; i < end; i++ {
		// A pronoun that is no subject: "nahm sie auf", "nach ihr".
		if s.tokens[i].lower == "," && i > d.to {
			break
		}
		to := s.lowerAt(i + 1)
		bare := i+1 >= end || s.tokens[i+1].Kind != prose.Word || s.has(i+1, prep|sub) || to == "als"
		switch {
		case s.is(i, "es") && i == verb+1 && !s.has(i+1, infinitive), s.is(i, "ihnen", "diese", "dieses", "diesen", "diesem") && bare:
			return "", "", false // "leitete es": was?
		case s.is(i, "sie", "ihn", "ihm"), s.is(i, "ihr") && bare:
			kind := "he"
			if s.is(i, "sie", "ihr") {
				kind = "she"
			}
			a := r.leading(kind)
			if a == nil || replaced != "" {
				return "", "", false
			}
			old := r.raw(s, i-1, i+1)
			text = strings.Replace(text, old, r.raw(s, i-1, i)+" "+a.text, 1)
		}
	}
	last := end - 1
	for last > verb && s.tokens[last].Kind != prose.Word {
		last--
	}
	if s.is(last-1, "ein", "eine", "einen", "einem", "einer") && !s.has(last, name) && last > verb {
		return "", "", false // "baute eine neue": was?
	}
	text, ok = r.finish(s, text, from, verb)
	return text, rule, ok
}

// inFront returns a date as it stands before the verb: "1786", "Im April 1945", "Am 17. März 1945".
func (g *grammar) inFront(x *temporal.Expression) string {
	switch phrase := g.phrase(x); x.Grain {
	case temporal.Day, temporal.Clock:
		return "Am " + phrase
	case temporal.Month, temporal.Season:
		return "Im " + phrase
	default:
		return phrase
	}
}
