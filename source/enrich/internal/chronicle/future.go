package chronicle

import (
	"slices"
	"strings"
)

// French tells what came later of a time that is past itself in the future: "Le monument sera inauguré le 27 juillet 1921", the futur
// historique (M. Grevisse and A. Goosse, Le Bon Usage, on the values of the futur simple). The form is the same as that of a plan,
// so only the date tells the two apart: what was to come in the last century has come, of later dates nothing is said.

// lastHistoric is the last year whose future is read as history.
const lastHistoric = 1999

// foreseen reports whether the verb stands in the future, and its date does not show that what it tells has come to pass.
func (r *reader) foreseen(s *sentence, d dated, verb int) bool {
	return r.g.lang == "fr" && futur(s.tokens[verb].lower) && d.x.Upper.Year > lastHistoric
}

// futur reports whether a French form is a third person of the future: présidera, reprendront, sera. Pasts of verbs whose own stem ends
// in r look like it: entra, livra, tira, déclara.
func futur(w string) bool {
	if strings.HasSuffix(w, "ront") {
		return len(w) > len("ront")+1
	}
	stem, found := strings.CutSuffix(w, "ra")
	if !found || slices.Contains(stemmed[:], w) {
		return false
	}
	switch w {
	case "sera", "aura", "fera", "ira", "saura":
		return true
	}
	for _, end := range [...]string{"rend", "end", "iend", "aind", "eind", "oind", "ond", "erd", "ord", "oud", "aud", "ett", "att", "ît", "oît", "cev", "dev", "viv", "suiv", "clu", "mour", "cour", "ver", "pour", "quer"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return len(stem) > 2 && (strings.HasSuffix(stem, "e") || strings.HasSuffix(stem, "i"))
}

// stemmed are pasts of verbs in -irer, -endrer and -urer that end as futures do.
var stemmed = [...]string{"tira", "retira", "attira", "étira", "admira", "inspira", "expira", "respira", "aspira", "conspira", "transpira", "soupira", "vira", "chavira", "désira", "déchira", "engendra", "mira"}
