package terms

import (
	"strings"
	"testing"
)

// Each construction with a sentence that called for it, and what looks like it
// and is not.
func TestAcronyms(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // "short=long; short=long"
	}{
		{"bracket after the long form", "In June the Harbour Board Authority (HBA) closed the pier.", "HBA=Harbour Board Authority"},
		{"bracket with an unrelated word", "The Harbour Board Authority (Hamburg) closed the pier.", ""},
		{"bracket with a remark", "The board met twice (see below) and once (in May).", ""},
		{"bracket with a year or number", "The act (1976) names nine ports (9) and a fee (EUR 20).", ""},
		{"roman numerals and letters", "It must (i) float, (ii) steer and (a) stop.", ""},
		{"article stays outside", "He joined the International Lifeboat Federation (ILF).", "ILF=International Lifeboat Federation"},
		{"article inside the bracket", "The ILF (the International Lifeboat Federation) replied.", "ILF=International Lifeboat Federation"},
		{"no space before the bracket", "Each learning factor(LF) and its score(SF) count.", "LF=learning factor"},
		{"function words are passed over", "a Bureau of Maps and Charts (BMC)", "BMC=Bureau of Maps and Charts"},
		{"function words that count", "the Department of Defence (DoD)", "DoD=Department of Defence"},
		{"letters from inside a word", "We measured deoxyribonucleic acid (DNA).", "DNA=deoxyribonucleic acid"},
		{"no letter from an and", "The disarmament, demobilization and reintegration (DDR) of fighters began.", "DDR=disarmament, demobilization and reintegration"},
		{"a kind between the two", "The CREST trial (Coastal Rescue Equipment Safety Trial) ran.", "CREST=Coastal Rescue Equipment Safety Trial"},
		{"a remark behind a kind", "The CREST trial (Captains, rescuers and engineers stood together) ran.", ""},
		{"number in front", "the third generation harbour project (3GHP)", "3GHP=third generation harbour project"},
		{"another number in front", "the third open generation harbour project (2GHP)", "2GHP=generation harbour project"},
		{"what joins begins nothing", "ions of hydroxide (OH) and the Office of Harbours (OH)", "OH=Office of Harbours"},
		{"plural", "Several non-governmental organizations (NGOs) left.", "NGOs=non-governmental organizations"},
		{"genitive", "all customs declaration forms (CDF's) at once", "CDF's=customs declaration forms"},
		{"digits that multiply", "the World Wide Web Consortium (W3C)", "W3C=World Wide Web Consortium"},
		{"mixed case and a hyphen", "The Global Network for Women (GN-Women) met.", "GN-Women=Global Network for Women"},
		{"name wins over nearer letters", "Members of the Organization of African Unity (OAU) met.", "OAU=Organization of African Unity"},
		{"quotes inside the bracket", "the Coastal Rescue Fund (“CRF”)", "CRF=Coastal Rescue Fund"},
		{"announced inside the bracket", "the Coastal Rescue Fund (hereinafter CRF)", "CRF=Coastal Rescue Fund"},
		{"square brackets", "the Coastal Rescue Fund [CRF]", "CRF=Coastal Rescue Fund"},
		{"more in the bracket", "the mean time between failures (MTBF; see table 2)", "MTBF=mean time between failures"},
		{"both inside the bracket", "a new tool (rapid tide gauge, RTG) was tested", "RTG=rapid tide gauge"},
		{"an aside inside the long form", "the World Sea (WS) Rescue Agency (WSRA)", "WS=World Sea; WSRA=World Sea (WS) Rescue Agency"},
		{"the next item of a list", "the World Bank (WB) and the Sea Fund (SF)", "WB=World Bank; SF=Sea Fund"},
		{"chemical locants", "They used 1,1,1-trichloroethane (TCA).", "TCA=1,1,1-trichloroethane"},
		{"name whose letters moved", "the United Nations Population Fund (UNFPA)", "UNFPA=United Nations Population Fund"},
		{"foreign order stays out", "the European Association of Automotive Suppliers (CLEPA)", ""},
		{"a word that is not short", "The town (Basel) grew.", ""},
		{"spelling of the same word", "the gene Jem (JEM) and the gene JEM (Jem)", ""},
		{"sentence end", "They sold tea. Every cup (TEC) was hot.", ""},
		{"verb in between", "Rain is falling over towns (RFT).", ""},

		{"equals signs", "Abbreviations: TG = tide gauge; SLR = sea level rise; MSL = mean sea level.", "TG=tide gauge; SLR=sea level rise; MSL=mean sea level"},
		{"taken for its company", "TG = tide gauge; QX = office of the warden; MSL = mean sea level.", "TG=tide gauge; QX=office of the warden; MSL=mean sea level"},
		{"commas inside an item", "SLR = sea level rise; TWC = tides, winds and currents.", "SLR=sea level rise; TWC=tides, winds and currents"},
		{"list without marks", "PM = Prime Minister DPM = Deputy Prime Minister FM = Foreign Minister", "PM=Prime Minister; DPM=Deputy Prime Minister; FM=Foreign Minister"},
		{"formula", "Then E = mc and F = ma, where v = s/t holds.", ""},
		{"single letters in company", "We mark verb (V), noun (N) and adjective (A).", "V=verb; N=noun; A=adjective"},
		{"single letter alone", "The variable (V) is free.", ""},
		{"list lines", "TG: tide gauge\nSLR – sea level rise\nMSL\tmean sea level", "TG=tide gauge; SLR=sea level rise; MSL=mean sea level"},
		{"lines without marks", "EU European Union\nTWC tides, winds and currents\nSLR sea level rise", "EU=European Union; SLR=sea level rise"},
		{"a line that only begins so", "SLR sea level rises again\nEU European Union members met", ""},
		{"blocks of their own", "Short\n\nLong\n\nTG\n\ntide gauge\n\nSLR\n\nSea level rise, in metres", "TG=tide gauge; SLR=Sea level rise"},
		{"a block in company", "EU\n\nEuropean Union\n\nEULEX\n\nEuropean Union Rule of Law Mission", "EU=European Union; EULEX=European Union Rule of Law Mission"},
		{"blocks that say something else", "NATO\n\nBrussels\n\nUK\n\nUkraine\n\nEU\n\nNew rules on fishing\n\nUS\n\nUsers said that the union slept.", ""},
		{"pairs within one bracket", "They met (World Sailing Office, WSO; United Ports, UP).", "WSO=World Sailing Office; UP=United Ports"},
		{"a remark within the bracket", "They met (in the World Sailing Office; UP).", ""},
		{"a word that a line break parted", "the Association for Harbour Lin- guistics (AHL) met", "AHL=Association for Harbour Lin- guistics"},
		{"a hyphen that hangs", "pre- and postwar loans (PPL) grew", "PPL=pre- and postwar loans"},
		{"an ordinal for a digit", "the first binding domain (BD1) and the second binding domain (BD3)", "BD1=first binding domain; BD3=binding domain"},
		{"a measure for a number", "the 70-kD tide protein (Tip70) and 7 tide proteins (Tip70)", "Tip70=70-kD tide protein; Tip70=tide proteins"},
		{"a unit behind a number", "a tide protein of 10 kDa (TP10)", "TP10=tide protein of 10 kDa"},
		{"a type with its number", "a type 2 lock synthase (LS2)", "LS2=type 2 lock synthase"},
		{"two names with a slash", "the inner/outer lock (IL) and the Port/World Lock (WL)", "IL=inner/outer lock; WL=World Lock"},
		{"one code for another", "the gate NR1 (NRXQ) and the pair AspRS-gate(Asp)", ""},
		{"line that goes on", "SLR: Sea level rise is measured with gauges.", "SLR=Sea level rise"},
		{"line that is a remark", "NOTE: the sea is rising\nPS: more later\nPS: please send the forms", ""},

		{"between commas", "When NSA, the National Sailing Association, met", "NSA=National Sailing Association"},
		{"after the long form", "the National Sailing Association, or NSA, met", "NSA=National Sailing Association"},
		{"small letters behind", "the tide error rate (TERmax) rose", "TERmax=tide error rate"},
		{"the same word in capitals", "the test (TEST) set", "TEST=test"},
		{"the same word and a name", "the firm Test (TEST)", ""},
		{"between dashes", "the National Sailing Association—NSA—met", "NSA=National Sailing Association"},
		{"for short", "a Board of Tides and Harbours, BTH for short, met", "BTH=Board of Tides and Harbours"},
		{"known as", "the National Sailing Association, known as the NSA, met", "NSA=National Sailing Association"},
		{"other order between commas", "ISO, the International Organization for Standardization, met", "ISO=International Organization for Standardization"},
		{"quotes on both sides", "“NSA” (“National Sailing Association”) met", "NSA=National Sailing Association"},
		{"two short forms", "the National Sailing Association (VSN / NSA) met", "NSA=National Sailing Association"},
		{"a reference in the bracket", "the National Sailing Association (NSA [2]) met", "NSA=National Sailing Association"},
		{"a digit that is a word", "harbour-to-harbour (H2H) transfers", "H2H=harbour-to-harbour"},
		{"a name's second half", "Centre for Tides Control and Prevention (CTC)", "CTC=Centre for Tides Control and Prevention"},
		{"a list of names is no apposition", "Norway, Sweden, Austria, NSA and others met", ""},
		{"stands for", "MTB stands for motor torpedo boat.", "MTB=motor torpedo boat"},
		{"short for", "The MTB, short for motor torpedo boat, was fast.", "MTB=motor torpedo boat"},
		{"stands for something else", "MTB stands for everything I love.", ""},
		{"whole initialism means", "By then TGN meant little, but SOG means speed over ground.", "SOG=speed over ground"},
		{"means something else", "A TGN means speed for ground crews.", ""},
		{"an adverb before the verb", "the National Sailing Association, usually abbreviated to NSA, met", "NSA=National Sailing Association"},
		{"an older name", "the National Sailing Association (formerly NSA) met", "NSA=National Sailing Association"},
		{"for short in the bracket", "the National Sailing Association (NSA for short) met", "NSA=National Sailing Association"},
		{"an or in the bracket", "the World Wide Web (WWW or W3) grew", "WWW=World Wide Web"},
		{"x for ex", "the Extended Tide List (XTL) and the Tide List (XTL)", "XTL=Extended Tide List"},
		{"the first words of a long name", "the Convention on Inland Tides and Estuaries of Broad and Narrow Waters (CITE) and the Union of Old Tidal Pilots on Broad Waters (UITP)", "CITE=Convention on Inland Tides and Estuaries of Broad and Narrow Waters"},
		{"a statement is no name", "Wave Works developed the Great Tide Set (WW-GTS).", ""},
		{"plain short form", "a protein named Rapa (rapid adaptor protein agent)", "Rapa=rapid adaptor protein agent"},
		{"a Greek letter by its name", "the tide nuclear factor alpha (TNF-α) and the wave factor kappa B (WF-κB)", "TNF-α=tide nuclear factor alpha; WF-κB=wave factor kappa B"},
		{"a Greek letter of another name", "the tide nuclear factor zeta (TNF-α)", ""},
		{"a number in words", "the Circle of Seven (C7) and the Circle of Twenty (C20)", "C7=Circle of Seven; C20=Circle of Twenty"},
		{"another number in words", "the Circle of Seven (C8)", ""},
		{"hereafter", "the Upper Navy Mission (hereafter referred to as UNM) and the Board of Tides (hereinafter: BoT)", "UNM=Upper Navy Mission; BoT=Board of Tides"},
		{"between spaced dashes", "Then NSA – the National Sailing Association – met", "NSA=National Sailing Association"},
		{"syllables between dashes", "In May INTERTID – the International Sea Board – met", ""},
		{"first syllables", "INTERTID – the International Tidal Office – met", "INTERTID=International Tidal Office"},
		{"an older name in the bracket", "the Sea Rescue Fund (SRF; formerly Coast Lifeboat Fund, CLF) paid", "SRF=Sea Rescue Fund; CLF=Coast Lifeboat Fund"},
		{"a remark behind the short form", "the Sea Rescue Fund (SRF; see also Lifeboats, SRF) paid", "SRF=Sea Rescue Fund"},
		{"both in the genitive", "the Sea Rescue Fund's (SRF's) boats", "SRF=Sea Rescue Fund"},
		{"plain word", "the harbour (he and rowers by our usual route) was calm", ""},
	}
	for _, test := range tests {
		var got []string
		for _, p := range Acronyms(test.text, Options{}) {
			got = append(got, p.Short+"="+p.Long)
			if test.text[p.ShortStart:p.ShortEnd] != p.Short || test.text[p.LongStart:p.LongEnd] != p.Long {
				t.Errorf("%s: offsets of %v do not fit", test.name, p)
			}
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s:\n%s\n got %q\nwant %q", test.name, test.text, s, test.want)
		}
	}
}

func TestAcronymsOtherLanguages(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		{"de", "Die Europäische Zentralbank (EZB) wartet.", "EZB=Europäische Zentralbank"},
		{"de", "das Bürgerliche Gesetzbuch (kurz BGB)", "BGB=Bürgerliche Gesetzbuch"},
		{"fr", "L'Organisation du traité de l'Atlantique nord (OTAN) se réunit.", "OTAN=Organisation du traité de l'Atlantique nord"},
		{"pl", "Organizacja Narodów Zjednoczonych (ONZ)", "ONZ=Organizacja Narodów Zjednoczonych"},
	}
	for _, test := range tests {
		var got []string
		for _, p := range Acronyms(test.text, Options{Language: test.lang}) {
			got = append(got, p.Short+"="+p.Long)
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: got %q, want %q", test.lang, s, test.want)
		}
	}
}

// Several short forms in one bracket, whose long forms may share their last words.
func TestAcronymsInOneBracket(t *testing.T) {
	for text, want := range map[string]string{
		"the World Sea Office and the Inland Ports Union (WSO and IPU, respectively) met":  "WSO=World Sea Office; IPU=Inland Ports Union",
		"the World Sea Office, the Inland Ports Union and the Sea Fund (WSO, IPU, and SF)": "WSO=World Sea Office; IPU=Inland Ports Union; SF=Sea Fund",
		"the Inland and Coastal Rescue Schools (IRS/CRS) merged":                           "IRS=Inland Rescue Schools; CRS=Coastal Rescue Schools",
		"high-, medium- or low-water marks (HWM, MWM and LWM)":                             "HWM=high-water marks; MWM=medium-water marks; LWM=low-water marks",
		"the Tide Survey/Wave Office (TS/WO) closed":                                       "TS/WO=Tide Survey/Wave Office",
		"the World Sea Office was older than the Inland Ports Union (WSO and IPU)":         "",
		"two offices (WSO, IPU) closed":                                                    "",
		"the World Sea Office and the Harbour Board (WSO and IPU) met":                     "",
		"mean and greatest water marks (HWM and LWM)":                                      "",
	} {
		var got []string
		for _, p := range Acronyms(text, Options{}) {
			got = append(got, p.Short+"="+p.Long)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s:\n got %q\nwant %q", text, s, want)
		}
	}
}
