package prose

import "strings"

// orthography is what the sentence splitter needs to know of a language. All words are in lower case, without
// their full stop.
type orthography struct {
	// leans lists abbreviations and says how they lean on the word after them.
	leans map[string]lean
	// starters are capitalised words that open sentences far more often than they stand inside them, names apart.
	starters map[string]bool
	// ordinals says that a full stop after digits writes an ordinal, as in German "24. März".
	ordinals bool
}

// lean is how an abbreviation may lean on the word after it, several ways together.
type lean uint8

const (
	never  lean = 1 << iota // it never closes a sentence: titles, "e.g", "vs"
	either                  // it may also close one ("etc.", "Inc.", "U.S."): the word after it decides
	number                  // it leans on a number only: "No. 5", "Jan. 5", "p. 12"
)

// abbreviations puts lists of abbreviations together.
func abbreviations(lists map[lean]string) map[string]lean {
	m := make(map[string]lean)
	for l, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] |= l
		}
	}
	return m
}

// Base returns the primary language subtag of a BCP 47 tag in lower case: "en" for "en-GB".
func Base(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// orthographyOf returns the data of a language, or that of no language in particular.
func orthographyOf(tag string) *orthography {
	switch Base(tag) {
	case "en":
		return &english
	case "de":
		return &german
	case "fr":
		return &french
	}
	return &unknown
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var unknown = orthography{}

var english = orthography{
	leans: abbreviations(map[lean]string{
		never: `mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr maj adm pres st mt ft messrs mme mlle
			fr e.g i.e viz cf vs v ca approx est dept univ assn bros gen.-lt lt.-col brig cpl pvt insp supt rt esq.-gen
			al.-al incl eg ie c r.a.f h.m.s u.s.s s.s a.k.a bvt lieut cmdt comdr cdre cdr radm vadm sgts lts capts gens
			maj.-gen brig.-gen pfc msgt drs profs`,
		either: `etc inc ltd co corp jr sr esq al u.s u.k u.n u.s.a u.s.s.r e.u d.c a.m p.m b.c a.d b.c.e c.e ph.d m.d
			m.a b.a llc bros ave blvd rd sq yrs hrs min sec ed eds`,
		number: `no nos vol vols p pp fig figs ch chap sec sect art eq op cit nr para ver jan feb mar apr jun jul aug
			sep sept oct nov dec b d r fl`,
	}),
	starters: set(`the a an this that these those it its he she they we i you his her their our my in on at by for from
		after before during since when while as if although though because however but and so then there here what
		who where why how not no some many most all both each every one two three several among another later
		meanwhile thus yet also with without under over between to of instead nevertheless moreover furthermore
		therefore only even until once according despite following such today now never`),
}

var german = orthography{
	ordinals: true,
	leans: abbreviations(map[lean]string{
		never: `hr fr dr prof ing dipl frl st bzw vgl ca z.b d.h u.a o.ä v.a i.d.r z.t s.o s.u sog evtl ggf inkl exkl
			zzgl gem bspw hptm oberstlt v n geb gest verh ev kath röm griech lat engl franz dt z d u i o s`,
		either: `usw etc u.s.w co jh jhd jr sen jun chr v.chr n.chr uvm str mio mrd tsd`,
		number: `nr bd bde s abb kap art abs aufl jan feb mär apr jun jul aug sep sept okt nov dez`,
	}),
	starters: set(`der die das den dem des ein eine einer eines einem einen dies diese dieser dieses er sie es wir ich
		ihr sein seine ihre in im am an auf aus bei nach vor seit mit von zu zum zur für gegen als wenn während obwohl
		weil da doch aber und so dann dort hier was wer wo warum wie nicht kein keine einige viele alle beide jeder
		zwei drei später damit dadurch daher deshalb trotzdem jedoch auch erst nur schon bis unter über zwischen um
		dabei dazu darauf danach davor heute jetzt bereits`),
}

var french = orthography{
	leans: abbreviations(map[lean]string{
		never:  `m mm mme mmes mlle dr pr prof mgr st ste cf c.-à-d p.ex ex env apr av me gén cdt lt`,
		either: `etc cie j.-c chr p.-s s.a`,
		number: `no nos vol p pp fig chap art t janv févr avr juil sept oct nov déc n`,
	}),
	starters: set(`le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs
		en dans à au aux par pour après avant pendant depuis lorsque lorsqu quand comme si bien mais et ou donc alors
		puis là ici qui que quoi où pourquoi comment ne pas certains plusieurs tous chaque deux trois plus ainsi
		cependant toutefois pourtant aussi sans sous sur entre vers contre avec aujourd dès malgré selon`),
}
