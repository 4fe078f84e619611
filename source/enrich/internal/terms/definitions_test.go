package terms

import "testing"

// Each construction with a sentence that called for it, and sentences that
// must not be printed.
func TestDefinitionsPrinted(t *testing.T) {
	tests := []struct {
		lang, text string
		term, want string // empty: nothing to print
	}{
		// X is a Y that …
		{"en", "A tariff is a tax that a country levies on goods from abroad.", "tariff", "a tax that a country levies on goods from abroad"},
		{"en", "In chess, a gambit is a move in which a player gives up a pawn for the attack.", "gambit", "a move in which a player gives up a pawn for the attack"},
		{"en", "Tariffs are taxes that a country levies on goods from abroad.", "Tariffs", "taxes that a country levies on goods from abroad"},
		{"en", "Basalt is dark rock that forms when lava cools quickly.", "Basalt", "dark rock that forms when lava cools quickly"},
		{"en", "The fetch is the distance over which the wind raises waves.", "fetch", "the distance over which the wind raises waves"},
		{"en", "The fetch is the stretch of sea that the wind has blown over.", "fetch", "the stretch of sea that the wind has blown over"},
		{"en", "The fetch is the stretch of sea that he was fond of.", "", ""},
		{"en", "The draught is the depth that a hull needs.", "draught", "the depth that a hull needs"},
		{"en", "The prize is the number that she needs.", "", ""},
		{"en", "The transom is a board that closes the stern of a boat.", "transom", "a board that closes the stern of a boat"},
		{"en", "Erosion is the process by which wind and water carry soil away.", "Erosion", "the process by which wind and water carry soil away"},
		{"en", "The net tonnage (NT) is a measure of the space that earns freight.", "net tonnage", "a measure of the space that earns freight"},
		{"en", "A lock is a chamber that lifts boats, and it needs a keeper.", "lock", "a chamber that lifts boats"},
		{"en", "A lock is a chamber that lifts boats, while a weir only holds water back.", "lock", "a chamber that lifts boats"},
		{"en", "A lock is a chamber that lifts boats (Telford, 1805).", "lock", "a chamber that lifts boats"},
		// pronouns, judgements, stories, metaphors, questions
		{"en", "This is a tax that hurts everyone.", "", ""},
		{"en", "It is a fascinating tale that nobody believes.", "", ""},
		{"en", "The tariff is a key part that the treaty rests on.", "", ""},
		{"en", "The tariff is a testament to what greed can do.", "", ""},
		{"en", "Trust is a crucial thing that grows slowly.", "", ""},
		{"en", "Is a tariff a tax that a country levies on goods?", "", ""},
		{"en", "Hope is a bird that sings in winter, poets say.", "", ""},
		{"en", "The reason is a law that nobody reads.", "", ""},
		{"en", "Our tariff is a tax that we regret.", "", ""},
		{"en", "While the tariff is a tax that pays for roads, nobody likes it.", "", ""},
		{"en", "A tariff is not a tax that a country needs.", "", ""},
		{"en", "Marta Lind is a painter who lives in Turku.", "", ""},
		{"en", "A tariff is a failure.", "", ""},
		// X refers to, means, is defined as
		{"en", "Seigniorage refers to the profit of a state that mints coins.", "Seigniorage", "the profit of a state that mints coins"},
		{"en", "Demurrage is defined as the fee for a ship that stays too long.", "Demurrage", "the fee for a ship that stays too long"},
		{"en", "The term “ullage” means the empty part of a cask.", "ullage", "the empty part of a cask"},
		{"en", "By ullage we mean the empty part of a cask.", "ullage", "the empty part of a cask"},
		{"en", "This means that the cask is empty.", "", ""},
		{"en", "A strong harbour means more trade.", "", ""},
		{"en", "They refer to the cask as a friend.", "", ""},
		// X's law states that
		{"en", "Hartley's law states that the cargo grows with the cube of the keel.", "Hartley's law", "the cargo grows with the cube of the keel"},
		{"en", "The weakest plank principle says that a hull is as strong as its weakest plank.", "weakest plank principle", "a hull is as strong as its weakest plank"},
		{"en", "Hartley's second law holds that no hull outruns its wave.", "Hartley's second law", "no hull outruns its wave"},
		{"en", "The law of long hulls states that speed grows with the root of the length.", "law of long hulls", "speed grows with the root of the length"},
		{"en", "The harbour law states that ships must carry lights.", "", ""},
		{"en", "The report states that the hull was sound.", "", ""},
		{"en", "His law states that no hull outruns its wave.", "", ""},
		{"en", "The surveyor's rule states that no hull outruns its wave.", "", ""},
		// a part of what stands before, and figures of a story
		{"en", "Both brothers had families, members of which have been pilots ever since.", "", ""},
		{"en", "The heroine is a pilot who embodies what he admires.", "", ""},
		// Y is called X
		{"en", "A person who binds books by hand is called a bookbinder.", "bookbinder", "A person who binds books by hand"},
		{"en", "This habit is called seigniorage.", "", ""},
		{"en", "The queen was angry, and the box is called a super.", "", ""},
		// X, meaning that …
		{"en", "The rules promote reversibility, meaning that every step can be undone.", "reversibility", "every step can be undone"},
		{"en", "He won the election, meaning that he could stay.", "", ""},
		{"en", "Prices fell, meaning that exporters lost.", "", ""},
		{"en", "Debt deflation, that is, a fall in prices that makes debts heavier, came next.", "Debt deflation", "a fall in prices that makes debts heavier"},
		// X, a Y that …
		{"en", "The plant relies on filtration, a process that holds back grains.", "filtration", "a process that holds back grains"},
		{"en", "Then came the Coastal Rescue Fund (CRF), a charity that pays for lifeboats.", "CRF", "a charity that pays for lifeboats"},
		{"en", "The process of weighing a ship is called gauging.", "gauging", "The process of weighing a ship"},
		{"en", "He went home, a place that he loved.", "", ""},
		{"en", "She saw the tail, a fin that steers.", "", ""},
		{"en", "A static load is one that does not move.", "static load", "one that does not move"},
		{"en", "A static load is one of three.", "", ""},
		{"en", "Row singing is the technique of repeating a melody over other chords.", "Row singing", "the technique of repeating a melody over other chords"},
		{"en", "Row singing is the technique of the north.", "", ""},
		{"en", "A flash lock, that is, a gate through which boats are carried by a rush of water, was built.", "flash lock", "a gate through which boats are carried by a rush of water"},
		{"en", "The flash lock, that is, a gate through which boats are carried by a rush of water, was built.", "", ""},
		{"en", "Sea salt solution (SSS) is a mixture of salt and water that patients can drink.", "Sea salt solution", "a mixture of salt and water that patients can drink"},
		{"en", "The best solution is a mixture of salt and water that patients can drink.", "", ""},
		{"en", "Her group developed the scaler, a circuit that passes on every second pulse.", "scaler", "a circuit that passes on every second pulse"},
		{"en", "Her group sold the scaler, a circuit that passes on every second pulse.", "", ""},
		{"en", "Photosynthesis, the process by which plants make sugar, needs water.", "Photosynthesis", "the process by which plants make sugar"},
		{"en", "Margate, the place in which plants make sugar, needs water.", "", ""},
		{"en", "The deadband, the range around a value in which nothing is done, keeps valves calm.", "deadband", "the range around a value in which nothing is done"},
		{"en", "The deadband, the range around a value in which nothing was done, kept valves calm.", "", ""},
		{"en", "Ice at the grounding line, the line along which it begins to float, is thin.", "grounding line", "the line along which it begins to float"},
		{"en", "Ice at the long line, the queue along which it begins to float, is thin.", "", ""},
		{"en", "Scour is the removal of sand from the foot of a pier by running water.", "Scour", "the removal of sand from the foot of a pier by running water"},
		{"en", "Peace is the foundation of trade between towns on a river.", "", ""},
		{"en", "A lock pound is the stretch of water between two locks.", "lock pound", "the stretch of water between two locks"},
		{"en", "A lock pound is the pride of a town between two locks.", "", ""},
		{"en", "Never leave a pump forced; an interlock is a condition that must hold before a pump starts.", "interlock", "a condition that must hold before a pump starts"},
		{"en", "Never leave a pump forced; it is a condition that must hold before a pump starts.", "", ""},
		{"en", "This is known as error correction: the message is sent with spare parts.", "error correction", "the message is sent with spare parts"},
		{"en", "Functional safety, meaning that a fault must not hurt anybody, is costly.", "Functional safety", "a fault must not hurt anybody"},
		{"en", "He spoke of safety, meaning the next day.", "", ""},
		{"en", "The cold chain is the unbroken series of steps that a vaccine passes through.", "cold chain", "the unbroken series of steps that a vaccine passes through"},
		{"en", "The cold chain is the unbroken dream of clerks that a vaccine passes through.", "", ""},
		{"en", "Alginate, a gum that thickens cream, is made from weed.", "Alginate", "a gum that thickens cream"},
		{"en", "Alginate, a gum that thickened cream, was made from weed.", "", ""},
		{"en", "He is known as Old Tom: the message is sent with spare parts.", "", ""},
		{"en", "Gout, a disorder of the joints marked by pain, is common.", "Gout", "a disorder of the joints marked by pain"},
		{"en", "Gout, a trouble of the joints marked by pain, is common.", "", ""},
		{"en", "For the purposes of the present report, “return” means the transfer of a household to its old place.", "return", "the transfer of a household to its old place"},

		{"en", "The trade gap, which is the excess of what a land buys over what it sells, grew.", "trade gap", "the excess of what a land buys over what it sells"},
		{"en", "The hotel, which is the pride of a land that buys more than it sells, grew.", "", ""},
		{"en", "A weir, which is a wall that holds back water, needs a keeper.", "weir", "a wall that holds back water"},
		{"en", "Listing, in the law of Kent, means that a house may not be pulled down.", "Listing", "a house may not be pulled down"},
		{"en", "Silent reflux, defined as acid in the throat without pain, is often missed.", "Silent reflux", "acid in the throat without pain"},
		{"en", "One cause is bud blight, that is, the loss of buds that frost has caught.", "bud blight", "the loss of buds that frost has caught"},
		{"en", "An interlock is a condition that must hold first, for example that a fan runs.", "interlock", "a condition that must hold first"},
		{"en", "He plays; a coach is a pianist who teaches singers their parts.", "coach", "a pianist who teaches singers their parts"},
		{"en", "He plays; a coach is a pianist who teaches her parts.", "", ""},
		{"en", "The kitchen is a place that everybody likes.", "", ""},
		{"en", "Firmness means a hard curd, softness a moist one.", "Firmness", "a hard curd"},
		{"en", "Stones must pass the hog line, a line that crosses the ice, or they are removed.", "hog line", "a line that crosses the ice"},
		{"en", "Free grazing, the practice of giving meadows to cattle, will be ended.", "Free grazing", "the practice of giving meadows to cattle"},
		{"en", "The loss rate, the share of parcels that are never found, fell.", "loss rate", "the share of parcels that are never found"},
		{"en", "The soldiers surrounded the old town, an operation called investment.", "", ""},
		{"en", "The server reads a single plain file called rules.txt.", "", ""},
		{"en", "The tool makes a kind of module, called a shim, each time.", "", ""},
		{"en", "Under such a norm, a State that hides its debts is at fault.", "", ""},
		{"en", "In some yards, barges that have been retired still float.", "", ""},
		{"en", "Each time the mill is polled, a note that says so is kept.", "", ""},
		{"en", "Growth was seen in hives, suggests that bees can thrive.", "", ""},
		{"en", "It holds a spring, a coil and a wire that glows.", "", ""},
		{"en", "Moving between states means changing the rules.", "", ""},
		{"en", "Please refer to the charter of the guild.", "", ""},
		{"en", "Also refer to the charter of the guild.", "", ""},
		{"en", "Below is a list that names every guild.", "", ""},
		{"en", "The value is the value that the clerk seeks.", "", ""},
		{"en", "A watch is the period between 20:00 and 24:00 at sea.", "watch", "the period between 20:00 and 24:00 at sea"},
		{"en", "A shim is a part of the frame and can be taken off.", "shim", "a part of the frame"},
		{"en", "To study growth, a plant was kept in a jar that was dark.", "", ""},
		{"en", "We found a protein of unknown function, a kinase that binds zinc.", "", ""},
		{"en", "Faith is a way that leads nowhere.", "", ""},
		{"en", "The sorting of hops by scent is called grading.", "grading", "The sorting of hops by scent"},
		{"en", "The building of the guild is called Grading.", "", ""},
		{"en", "The process of drying hops (in kilns, or in the sun) is called curing.", "curing", "The process of drying hops (in kilns, or in the sun)"},
		{"en", "A sally gate is the gate that opens outwards.", "sally gate", "the gate that opens outwards"},
		{"en", "A hero is the friend that stays.", "", ""},
		{"en", "Humus matter is matter that has decayed.", "Humus matter", "matter that has decayed"},
		{"en", "Live weight means whatever a lorry carries.", "Live weight", "whatever a lorry carries"},
		{"en", "Tilth refers to the state of the ground as a bed.", "Tilth", "the state of the ground as a bed"},
		{"en", "The interest margin, defined as interest divided by assets, rose.", "interest margin", "interest divided by assets"},
		{"en", "By tempo players mean the gain or loss of a move.", "tempo", "the gain or loss of a move"},
		{"en", "By noon players mean to be home.", "", ""},
		{"en", "The deck rests on bearings, and a bearing is a part that lets it turn.", "", ""},
		{"en", "The deck rests on bearings, and a bearing is a part that lets decks turn.", "bearing", "a part that lets decks turn"},
		{"en", "The block is the rule on most lines.", "", ""},
		{"en", "The storm is a factor that matters.", "", ""},
		{"en", "Timber that drifts is called floatwood.", "floatwood", "Timber that drifts"},
		{"en", "Timber that drifted is called floatwood.", "", ""},
		{"en", "The holder, a strip of land left to the birds, is mown in June.", "holder", "a strip of land left to the birds"},
		{"en", "The holder, a native of the land by the sea, is old.", "", ""},
		{"en", "A mole (a stone wall against the waves) protects the harbour.", "mole", "a stone wall against the waves"},
		{"en", "A mole (a widow of the harbour) protected the cat.", "", ""},
		// names for what the words tell, kinds in the plural, asides without an article
		{"en", "Brewers mash in at dawn; the vessel that holds the mash is called the tun.", "tun", "the vessel that holds the mash"},
		{"en", "Brewers mash in at dawn; the vessel is called the tun.", "", ""},
		{"en", "Barrels that have held sherry are called butts, and they are dear.", "butts", "Barrels that have held sherry"},
		{"en", "Everything that a mill throws out is known as slag.", "slag", "Everything that a mill throws out"},
		{"en", "Pushing a barge through a tunnel with the feet is called legging.", "legging", "Pushing a barge through a tunnel with the feet"},
		{"en", "The process of turning grain to malt is often called malting.", "malting", "The process of turning grain to malt"},
		{"en", "The vessel that overtakes must keep clear and is called the give-way vessel.", "give-way vessel", "The vessel that overtakes must keep clear and"},
		{"en", "Sailors bind the reef with short lines; this practice is known as tying in.", "", ""},
		{"en", "Smiths dip the hot blade in oil; this practice is known as quenching.", "quenching", "Smiths dip the hot blade in oil"},
		{"en", "He dips his blade in oil; this practice is known as quenching.", "", ""},
		{"en", "Smiths fold the steel many times, a technique known as piling.", "piling", "Smiths fold the steel many times"},
		{"en", "They fold the steel many times, a technique known as piling.", "", ""},
		{"en", "The roof rests on a short wooden post called a puncheon.", "puncheon", "a short wooden post"},
		{"en", "The roof was built by a short angry man called Puncheon.", "", ""},
		{"en", "The mouth of a furnace, called the throat, is lined with brick.", "throat", "The mouth of a furnace"},
		{"en", "The man of the hour, called the boss, is here.", "", ""},
		{"en", "Draught refers to the depth of the hull as a share of its length.", "Draught", "the depth of the hull as a share of its length"},
		{"en", "Sailors refer to the kitchen as the galley.", "", ""},
		{"en", "Moving loads means the loads that cross a bridge.", "Moving loads", "the loads that cross a bridge"},
		{"en", "Dead weight means the weight of all that a ship carries.", "Dead weight", "the weight of all that a ship carries"},
		{"en", "Bad weather means the end of the harvest in the hills.", "", ""},
		{"en", "Seepage describes the movement of water through a dam.", "Seepage", "the movement of water through a dam"},
		{"en", "The keeper describes the movement of water through a dam.", "", ""},
		{"en", "Spalling occurs when frost breaks the face of a brick.", "Spalling", "occurs when frost breaks the face of a brick"},
		{"en", "The fire occurs when nobody looks at the old stove.", "", ""},
		{"en", "A word painting is a melody that paints what is sung.", "word painting", "a melody that paints what is sung"},
		{"en", "A wicket is a small gate that stands beside a large one.", "wicket", "a small gate that stands beside a large one"},
		{"en", "A village is a small world that knows everything.", "", ""},
		{"en", "Quoins, by contrast, are stones that make the corner of a wall.", "Quoins", "stones that make the corner of a wall"},
		{"en", "A weir, or dam, is a wall that holds a river back.", "weir", "a wall that holds a river back"},
		{"en", "Scutching is the beating of flax until the wood falls out.", "Scutching", "the beating of flax until the wood falls out"},
		{"en", "Money is the root of every quarrel between heirs.", "", ""},
		{"en", "Storm risk is the risk that a storm sinks the ship.", "Storm risk", "the risk that a storm sinks the ship"},
		{"en", "The tiller is the bar with which a boat is steered.", "tiller", "the bar with which a boat is steered"},
		{"en", "The hope is the bar with which he lives on.", "", ""},
		{"en", "A chain is one eightieth of a mile.", "chain", "one eightieth of a mile"},
		{"en", "The water balance of a lake is the difference between the water that flows in and the water that flows out.", "water balance", "the difference between the water that flows in and the water that flows out"},
		{"en", "Dunes are long, low hills that the wind has piled up.", "Dunes", "long, low hills that the wind has piled up"},
		{"en", "Weep holes are gaps in a wall that let water out.", "Weep holes", "gaps in a wall that let water out"},
		{"en", "Kilns are tall sheds used to dry hops.", "Kilns", "tall sheds used to dry hops"},
		{"en", "A mantlet was a wooden shield that stood on wheels.", "mantlet", "a wooden shield that stood on wheels"},
		{"en", "The mayor was a baker that nobody liked.", "", ""},
		{"en", "A lease may end by forfeit, that is, loss that a court has ordered.", "forfeit", "loss that a court has ordered"},
		{"en", "They stood in line, that is, loss that a court has ordered.", "line", "loss that a court has ordered"},
		{"en", "The loaf is laid into a brotform, a basket of cane that holds its shape.", "brotform", "a basket of cane that holds its shape"},
		{"en", "The loaf was laid before a baker, a man of the guild that holds the mill.", "", ""},
		{"en", "It has a blade, a hilt that fits the hand, and a sheath.", "", ""},
		{"en", "The rope line, a line that crosses the yard, must be kept clear.", "rope line", "a line that crosses the yard"},
		{"en", "The last piece is the sprag, a bar that keeps a wagon from rolling.", "sprag", "a bar that keeps a wagon from rolling"},
		{"en", "Smalt blue, a pigment made from glass, fades in oil.", "Smalt blue", "a pigment made from glass"},
		{"en", "Cloth is stiffened with dextrin, a gum that is made from starch.", "dextrin", "a gum that is made from starch"},
		{"en", "The boys are in church, a house that is cold in winter.", "", ""},
		{"en", "Groynes, low walls of timber, were built along the beach.", "Groynes", "low walls of timber"},
		{"en", "The beach was saved by groynes, walls that run out into the sea.", "groynes", "walls that run out into the sea"},
		{"en", "They sold pots, pans, kettles that whistle.", "", ""},
		{"en", "In a sluice, a gate that was shut rose slowly.", "", ""},
		{"en", "However, the process by which soap is made is slow.", "", ""},

		{"de", "Ein Zoll ist eine Abgabe, die ein Land auf Waren erhebt.", "Zoll", "eine Abgabe, die ein Land auf Waren erhebt"},
		{"de", "Inflation bezeichnet den Anstieg der Preise über lange Zeit.", "Inflation", "den Anstieg der Preise über lange Zeit"},
		{"de", "Unter einem Zoll versteht man eine Abgabe auf Waren.", "Zoll", "eine Abgabe auf Waren"},
		{"de", "Das ist eine Abgabe, die niemand mag.", "", ""},
		{"de", "Der Zoll ist ein wichtiger Teil, den niemand sieht.", "", ""},
		{"de", "Sole ist eine Lösung von Salz, die im Fels entsteht.", "Sole", "eine Lösung von Salz, die im Fels entsteht"},
		{"de", "Die Pfänner, also die Besitzer der Rechte, bildeten den Rat.", "Pfänner", "die Besitzer der Rechte"},
		{"de", "Daraus wurde die Sichtweite, also die größte Entfernung, in der man etwas sieht.", "Sichtweite", "die größte Entfernung, in der man etwas sieht"},
		{"de", "Umnutzung, also die Verwendung eines Bauwerks zu einem anderen Zweck, war ein Fremdwort.", "Umnutzung", "die Verwendung eines Bauwerks zu einem anderen Zweck"},
		{"de", "Er kam spät, also die Straße entlang, und ging.", "", ""},
		{"de", "Bern ist eine Stadt, die an der Aare liegt.", "", ""},

		{"de", "Ein Gang, der das Flöz quert, wird Querschlag genannt.", "Querschlag", "Ein Gang, der das Flöz quert"},
		{"de", "Ein Stein, der den Bogen schließt, wird als Schlussstein bezeichnet.", "Schlussstein", "Ein Stein, der den Bogen schließt"},
		{"de", "Als Traufe wird die Kante eines Daches bezeichnet.", "Traufe", "die Kante eines Daches"},
		{"de", "Als Kind wird er oft allein bezeichnet.", "", ""},
		{"de", "Der Ort, der am Fluss liegt, heißt Bern.", "", ""},
		{"fr", "On entend par bardage le revêtement d'un mur extérieur.", "bardage", "le revêtement d'un mur extérieur"},
		{"de", "Die Küche ist ein Ort, an dem man schwitzt.", "", ""},

		{"fr", "Un octroi est une taxe que la ville lève sur les marchandises.", "octroi", "une taxe que la ville lève sur les marchandises"},
		{"fr", "Le terme « octroi » désigne une taxe sur les marchandises.", "octroi", "une taxe sur les marchandises"},
		{"fr", "Par octroi, on entend une taxe sur les marchandises.", "octroi", "une taxe sur les marchandises"},
		{"fr", "On appelle magnanerie le bâtiment où l'on élève les vers.", "magnanerie", "le bâtiment où l'on élève les vers"},
		{"fr", "La faïence est une terre cuite recouverte d'un émail opaque.", "faïence", "une terre cuite recouverte d'un émail opaque"},
		{"fr", "La volée, c'est-à-dire le balancement de la cloche, fatigue le mur.", "volée", "le balancement de la cloche"},
		{"fr", "On appelle Marie le soir.", "", ""},
		{"fr", "Un feu désignait alors un foyer soumis à l'impôt.", "feu", "un foyer soumis à l'impôt"},
		{"fr", "C'est une histoire que personne ne croit.", "", ""},
		{"fr", "L'octroi est un grand problème qui dure.", "", ""},

		{"pl", "Cło jest podatkiem, który kraj nakłada na towary.", "", ""},
	}
	for _, test := range tests {
		var got Definition
		for _, d := range Definitions(test.text, test.lang) {
			if d.Confidence >= Printed {
				got = d
			}
		}
		if got.Term != test.term || got.Text != test.want {
			t.Errorf("%s\n got %q: %q (%s, %.2f)\nwant %q: %q", test.text, got.Term, got.Text, got.Rule, got.Confidence, test.term, test.want)
		}
		if test.text[got.TermStart:got.TermEnd] != got.Term || test.text[got.TextStart:got.TextEnd] != got.Text {
			t.Errorf("%s: offsets do not fit", test.text)
		}
	}
}

// A sentence may define a term in each of its main clauses.
func TestDefinitionsInOneSentence(t *testing.T) {
	for text, want := range map[string]string{
		"A mole is a wall that breaks the waves, and a pier is a platform that stands on piles.":            "mole: a wall that breaks the waves; pier: a platform that stands on piles",
		"A tariff is a tax that is levied on goods, while a quota is a limit that is set on imports.":       "tariff: a tax that is levied on goods; quota: a limit that is set on imports",
		"A tariff is a tax that is levied on goods; a quota is a limit that is set on imports.":             "tariff: a tax that is levied on goods; quota: a limit that is set on imports",
		"A tariff is a tax that is levied on goods; a quota is a limit that is set on their number.":        "tariff: a tax that is levied on goods",
		"A tariff is a tax that is levied on goods, and a country is a fool that is fond of it.":            "tariff: a tax that is levied on goods",
		"Ein Zoll ist eine Abgabe, die ein Land auf Waren erhebt; ein Kontor ist ein Haus, das Waren hält.": "",
	} {
		got := ""
		for _, d := range Definitions(text, "en") {
			if d.Confidence >= Printed {
				if got != "" {
					got += "; "
				}
				got += d.Term + ": " + d.Text
			}
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// What is found is wider than what is printed.
func TestDefinitionsFound(t *testing.T) {
	for _, text := range []string{
		"The water enters through openings called ostia.",
		"Such a fee is known as demurrage, which is paid by the day.",
		"A lighter, which is a flat barge, carries cargo between ship and shore.",
	} {
		if ds := Definitions(text, "en"); len(ds) != 1 || ds[0].Confidence < Found {
			t.Errorf("%s: got %+v", text, ds)
		}
	}
	for _, text := range []string{
		"We left at noon and came home late.",
		"The old kernel, a plain mapping", // which ends with its clause
		"What is a tariff?",
		"He paid 30 euros.",
	} {
		if ds := Definitions(text, "en"); len(ds) != 0 {
			t.Errorf("%s: got %+v", text, ds)
		}
	}
}
