package terms

import (
	"strings"
	"testing"
)

// What is printed of a sentence, and of what looks like it.
func TestPrinted(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an adverb before the verb", "Resin also refers to the sap that hardens on bark.", "resin: The sap that hardens on bark."},
		{"a usage is no term", "Common usage often refers to various kinds of sap.", ""},
		{"a participle that names is no part", "The plant has since been named spagyrism (a method that turns herbs into ash).", "spagyrism: A method that turns herbs into ash."},
		{"a participle of a perfect is none", "The town has mended storm drains, a task that took a year.", ""},
		{"a number", "The record is twelve, a mark that nobody has passed since.", ""},
		{"a noun in its place", "Potash comes from glasswort, a herb that is burnt for its ash.", "glasswort: A herb that is burnt for its ash."},
		{"an aside on the whole statement", "Salt stings in wounds, a property that healers liked.", ""},
		{"an aside on its noun", "Salt is kept dry by gypsum, a mineral that takes up water.", "gypsum: A mineral that takes up water."},
		{"a subject behind a participle", "Depending on the tide, a boat that is late might be left behind on a sandbank.", ""},
		{"an explained adjective", "It leaves as the “heavy” (i.e., hard to boil) part.", ""},
		{"an explained noun", "It leaves as “dregs” (i.e., a liquid that does not boil).", "dregs: A liquid that does not boil."},
		{"one of its kind", "He knew another custom, namely the dance of the millers.", ""},
		{"a pronoun at the end", "Laying the ball on the line means it is called a spot.", ""},
		{"divide and rule", "A method that splits every heap is called divide and rule.", ""},
		{"two statements", "A man who splits logs is called a cleaver and earns little.", "cleaver: A man who splits logs."},
		{"the usual one", "The typical miller is one who owns no land.", ""},
		{"a general method", "The fundamental method is a sorting of the grains that differ in size.", ""},
		{"the whole that a pronoun means", "The dead weight of a ship is the amount that it carries when it is full.", "dead weight: Of a ship, the amount that it carries when it is full."},
		{"the whole alone", "The dead weight of a ship is the amount that a full hull carries.", "dead weight: The amount that a full hull carries."},
		{"a comparison", "A spring tide is a tide that rises most while a neap tide is the one that rises least.", "spring tide: A tide that rises most."},
		{"at the same time", "A trill is a figure in which two notes change while the bass stands still.", "trill: A figure in which two notes change while the bass stands still."},
		{"another verb", "A still is a vessel in which wine boils, and also serves for scent.", "still: A vessel in which wine boils."},
		{"examples", "A still is a vessel in which wine boils, examples include pots of copper.", "still: A vessel in which wine boils."},
		{"what was told before", "A ketch is a rig that differs from the two.", ""},
		{"a number of its own", "A ketch is a boat that can turn on the two keels of its hull.", "ketch: A boat that can turn on the two keels of its hull."},
		{"such a one", "A tender is a boat that was built for such a yacht.", ""},
		{"such that", "A tender is a boat that is built with such a draught that it can land.", "tender: A boat that is built with such a draught that it can land."},
		{"an example told before", "For example, a reader cuts the heap in two and takes the half that holds the word. This search is known as halving.", ""},
		{"a story told before", "After losing the first appeal, owners ask the higher court. This appeal is known as a last plea.", ""},
		{"a name in another language", "The International Tide Bureau (BIM) kept time.", "BIM: International Tide Bureau."},
		{"a name that is told of, too", "The International Tide Bureau (BIM) met. BIM is an office that keeps time.", "BIM: International Tide Bureau. An office that keeps time."},
		{"a person", "Speaker John Reed (LAB) and the Liberal MP Ann Miller (LIB) won.", ""},
		{"a place", "The Golden Gate (SFO) is long.", ""},
		{"one learned word", "An electrocardiogram (ECG) was made.", "ECG = electrocardiogram"},
		{"a code", "Sales in Tokyo (TYO) fell.", ""},
		{"a genitive", "The Harbour Board Authority's (HBA's) plan failed.", "HBA = Harbour Board Authority"},
		{"a meeting's year", "It was shown at the Meeting on Inland Tides 2004 (MIT 2004).", "MIT = Meeting on Inland Tides"},
		{"half a quotation", "It sends the “tide” signal (TDS) twice.", "TDS = tide signal"},
		{"an aside on the subject", "Many piers have riprap. Riprap, a layer of broken stone, was laid around them.", "riprap: A layer of broken stone."},
		{"an aside on a name", "Etna, a layer of broken stone, was seen from there.", ""},
		{"an aside on a part", "The keel, a heavy fin under the hull, keeps it from drifting.", "keel: A heavy fin under the hull."},
		{"an aside on somebody", "The baker, a small man with two sons, keeps bees.", ""},
		{"an aside on one thing", "The keel, a heavy fin under the Anne, kept it from drifting.", ""},
		{"an aside on a plural", "She studied cycads, an ancient group of plants that look like palms.", "cycads: An ancient group of plants that look like palms."},
		{"items behind a plural", "She collected stamps, a box of shells and books.", ""},
		{"a list in the aside", "It makes governors, small valves with a spring that control pressure, speed and heat.", "governors: Small valves with a spring that control pressure, speed and heat."},
		{"two purposes", "They had to mend nets, sort hooks left by the crew and use them.", ""},
		{"an aside on a body", "He founded Norsal, a state-run salt company, in 1903. Norsal grew.", "Norsal: A state-run salt company."},
		{"an aside on a town", "He lived in Norsal, a small salt town in the north. Norsal grew.", ""},
		{"a body of the past", "The Ribe Plan of Dykes was a proposal to close the bay. The Ribe Plan of Dykes failed.", "Ribe Plan of Dykes: A proposal to close the bay."},
		{"a person of the past", "Ann Miller Ward was a painter of the bay. Ann Miller Ward failed.", ""},
		{"two names for one thing", "A dyke breach or dyke burst is a sudden flood that lets the sea in.", "dyke breach: A sudden flood that lets the sea in."},
		{"a quoted phrase", "“Working day” means any day on which banks are open.", "working day: Any day on which banks are open."},
		{"the same without marks", "Working day means any day on which banks are open.", ""},
		{"an owner in a term", "The “dead man's brake” is a device that stops the train.", "dead man's brake: A device that stops the train."},
		{"an owner of a thing", "The miller's brake is a device that stops the wheel.", ""},
		{"a kind of something", "A groyne is a low wall of timber or stone.", "groyne: A low wall of timber or stone."},
		{"a kind of praise", "A groyne is a triumph of timber or stone.", ""},
		{"a name in the middle", "Most dams have a section called a spillway or weir over which water flows.", "spillway: A section over which water flows."},
		{"a name in a story", "Once they had a section called a spillway over which water flowed.", ""},
		{"between two commas", "The dark layer at the top, rich in humus, is called topsoil.", ""},
		{"anybody", "Trimming is the practice of setting a sail so that you gain speed.", "trimming: The practice of setting a sail so that you gain speed."},
		{"what it takes", "Trimming is a process that requires patience and care.", ""},
		{"not only", "Trimming refers to not only a practice but also a craft that sailors have.", ""},
		{"a short form that is told of", "The Sea Rescue Fund (SRF, founded in 1909) is a charity for lifeboats.", "SRF = Sea Rescue Fund: A charity for lifeboats."},
		{"a short form that is praised", "The Sea Rescue Fund (SRF) met. SRF is a key partner of the port and a member of the board.", "SRF = Sea Rescue Fund"},
		{"a short form that belongs", "The Sea Rescue Fund (SRF) met. SRF is a member of the board.", "SRF = Sea Rescue Fund"},
		{"an aside on where a plural is", "It keeps well in dry climates, a factor which helps.", ""},
		{"several words of a plural", "It tells of black sails, sheets of cloth that carry no light.", "black sails: Sheets of cloth that carry no light."},
		{"a party behind a preposition", "She stood for the Liberal People's Party (LKP).", "LKP: Liberal People's Party."},
		{"a small letter inside", "It belongs to the Austrian National Bank (OeNB).", "OeNB: Austrian National Bank."},
		{"an ampersand", "The Victoria and Albert Museum (V&A) bought it.", "V&A = Victoria and Albert Museum"},
		{"or without a comma", "The newer drugs, known as direct oral anticoagulants or DOACs, need no tests.", "DOACs = direct oral anticoagulants"},
		{"a German name", "de: Waldglas heißt das grünliche Glas der alten Hütten.", "Waldglas: Das grünliche Glas der alten Hütten."},
		{"a German person", "de: Karl heißt der Sohn des Müllers.", ""},
		{"a German field", "de: Der Schacht ist im Bergbau ein Bauwerk, mit dem man die Tiefe erreicht.", "Schacht: Ein Bauwerk, mit dem man die Tiefe erreicht."},
		{"a German aside", "de: Das Torfmoos, eine Pflanze, die viel Wasser hält, baut das Moor auf.", "Torfmoos: Eine Pflanze, die viel Wasser hält."},
		{"a German aside on somebody", "de: Der Maler, ein Witwer, der zwei Söhne hat, lebt in Kiel.", ""},
		{"a German story", "de: Das Torfmoos, eine Pflanze, die viel Wasser hielt, baute das Moor auf.", ""},
		{"a French aside", "fr: La mer entre par l'étier, un canal étroit qui relie le marais à la mer.", "étier: Un canal étroit qui relie le marais à la mer."},
		{"a French building", "fr: Il aime le château, un bâtiment qui domine la ville.", ""},
		{"a French story", "fr: Il entra dans la cuverie, un hangar qui donnait sur la cour.", ""},
		{"somebody who mentions somebody", "Ovid refers to Daphne in a poem that tells of a laurel.", ""},
		{"a statue", "The marble is a copy of a bronze that was made in 320.", ""},
		{"a missing noun", "An Ionic temple is a built in the north of the town.", ""},
		{"itself", "In letters the word “DUX” refers to the DUX lists.", ""},
	}
	for _, test := range tests {
		var got []string
		lang, text := "en", test.text
		if l, rest, ok := strings.Cut(text, ": "); ok && len(l) == 2 {
			lang, text = l, rest
		}
		for _, e := range Glossary([]Block{{Text: text}}, lang, GlossaryOptions{Mentions: 1}) {
			if e.Expansion != "" {
				e.Term += " = " + e.Expansion
			}
			got = append(got, strings.TrimSuffix(e.Term+": "+e.Definition, ": "))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: %s\n got %q\nwant %q", test.name, test.text, s, test.want)
		}
	}
}
