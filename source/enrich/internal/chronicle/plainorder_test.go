package chronicle

import (
	"strings"
	"testing"
)

func TestPlainOrder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// The cleft, of the date and of the subject.
		{"C'est en 1878 que la ville fonde une école.", "1878: La ville fonde une école."},
		{"Ce n'est qu'en 1649 que les moines rachètent la ferme.", "1649: Les moines rachètent la ferme."},
		{"C'est en 1878, après un long siège, que la ville fonde une école.", "1878: La ville fonde une école."},
		{"C'est le colonel Brun qui dirigea le chantier en 1878.", "1878: Le colonel Brun dirigea le chantier."},
		{"En 1878, c'est le colonel Brun qui dirigea le chantier.", "1878: Le colonel Brun dirigea le chantier."},
		{"C'est une ville que le roi aimait en 1878.", ""},
		{"C'est lui qui dirigea le chantier en 1878.", ""},
		// The restriction is no negation.
		{"La mairie ne fut achevée qu'en 1911.", "1911: La mairie fut achevée."},
		{"La mairie ne fut pas achevée en 1911.", ""},
		// A participle's phrase behind the date.
		{"En 1851, ayant vendu la ferme, les moines quittent la ville.", "1851: Les moines quittent la ville."},
		{"En 1851, ayant vendu la ferme que le roi donna, les moines rirent.", ""},
		// The future of what is past, and a plan.
		{"La statue sera inaugurée le 3 juin 1927.", "1927-06-03: La statue sera inaugurée."},
		{"Les Anglais reprendront la ville en 1427.", "1427: Les Anglais reprendront la ville."},
		{"La statue sera inaugurée le 3 juin 2035.", ""},
		{"Le maire présidera la fête en 2035.", ""},
		{"Les moines entrèrent en ville en 2003.", "2003: Les moines entrèrent en ville."},
		{"Le colonel Brun livra la ville en 2003.", "2003: Le colonel Brun livra la ville."},
		// The subject last.
		{"En 1842 est élevée une statue de bronze.", "1842: Une statue de bronze est élevée."},
		{"C'est entre 1906 et 1908 que seront bâtis le lavoir et l'école.", "1906/1908: Le lavoir et l'école seront bâtis."},
		{"En 1910 s'ouvre une école de filles.", "1910: Une école de filles s'ouvre."},
		{"En 1842 est élevée sa statue.", ""},
		{"En 1842 est nommé maire Paul Aubry.", ""},
		// What a date goes on with behind the same preposition; the causative.
		{"La forge fut transformée en atelier en 1942, en musée en 1969 et en hôtel en 1974.", "1942: La forge fut transformée en atelier. 1969: La forge fut transformée en musée. 1974: La forge fut transformée en hôtel."},
		{"La forge fut transformée en atelier en 1942, par le maire en 1969.", "1942: La forge fut transformée en atelier."},
		{"En 1758, le comte Brun fait construire un château.", "1758: Le comte Brun fait construire un château."},
		{"En 1758, la ville fait partie du comté.", ""},
		{"La première rencontre, nommée Forum, a eu lieu à Talcy en 2000.", "2000: La première rencontre a eu lieu à Talcy."},
		// Nouns that end as adverbs and verbs do; a capital without its accent.
		{"En 1860, un campement s'établit sur la plaine.", "1860: Un campement s'établit sur la plaine."},
		{"A la fin du 18ème siècle, des soldats occupent le fort.", "1768/1800: Des soldats occupent le fort."},
		{"Au 14ème siècle, la ville est investie par les Anglais, et au 16ème par les Espagnols.", "13XX: La ville est investie par les Anglais."},
		{"Le colonel était en visite en 1842.", ""},
		{"Les 46 soldats tomberont pendant la guerre de 1914 à 1918.", "1914/1918: Les 46 soldats tomberont pendant la guerre."},
	} {
		if got := told(c.text, "fr"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestFutur(t *testing.T) {
	for _, w := range strings.Fields("sera seront présidera reprendront finira partira viendra mettra recevra mourra conclura détruira enverra") {
		if !futur(w) {
			t.Errorf("%s is no future", w)
		}
	}
	for _, w := range strings.Fields("entra livra tira retira montra déclara célébra dura inaugura engendra encadra consacra opéra fut front prit") {
		if futur(w) {
			t.Errorf("%s is a future", w)
		}
	}
}
