package chronicle

import "strings"

// A bare year in the middle field of a German clause is an adverbial, "wurde Emden 1804 Hauptstadt", or belongs to the noun before it
// if that names what takes place at a time, "den Krieg 1973" (Duden, Die Grammatik, 9th edition, on close appositions).

// inMiddle reports whether a bare year behind the noun at token i is an adverbial of the clause's middle field, "wurde Emden 1804
// Hauptstadt", and not the year of what the noun names, "den Krieg 1973": something of the clause must follow it.
func (r *reader) inMiddle(s *sentence, i, next int) bool {
	if !s.has(i, name) && !s.is(i, ")") || next >= len(s.tokens) {
		return false
	}
	if !s.has(next, det|prep|adverb|poss|name|opener) && !participle(s.lowerAt(next)) || s.has(next, punct|coord) {
		return false
	}
	if happens(s.lowerAt(i)) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch {
		case s.isVerb(k):
			return true
		case s.comma(k), s.has(k, sub|rel) && !s.has(k, name):
			return false
		case s.has(k, name):
			if happens(s.tokens[k].lower) {
				return false
			}
		}
	}
	return false
}

// happens reports whether a noun names what takes place at a time.
func happens(w string) bool {
	for _, x := range happenings {
		if strings.HasSuffix(w, x) {
			return true
		}
	}
	return false
}

// happenings are the heads of nouns that a year behind them belongs to.
var happenings = [...]string{"krieg", "kriegs", "schlacht", "wahl", "wahlen", "meisterschaft", "meisterschaften", "spiele", "spielen", "konferenz", "kongress", "ausstellung", "messe", "aufstand", "revolution",
	"putsch", "streich", "streik", "brand", "flut", "katastrophe", "vertrag", "frieden", "abkommen", "gesetz", "reform", "feldzug", "olympiade", "pokal", "festival", "jahr", "jahre", "jahren", "winter", "sommer",
	"frühjahr", "herbst", "gründung", "eintritt", "tod", "eröffnung", "ende", "beginn", "saison", "tagung", "zusammenbruch", "bau", "nummer", "zimmer", "halle", "modell", "typ"}
