package chronicle

import (
	"sort"
	"strings"

	"github.com/quirepress/quire/source/enrich/internal/prose"
)

// "The film was shown in Cannes" tells something only to who knows which film. A definite noun phrase either has its only
// referent from the article's subject or from the world, "the government", or points back to a mention before it (Huddleston
// & Pullum 2002, ch. 5 §6). Where it points back to a name, the line has the name, "the film Mirror", "the Royal Society
// of Literature" for "the society"; where the text has told of one film and of another before, nobody knows which one
// is meant away from the paragraph.

// How many tokens before a noun its mentions are looked for: the subject's, and others'.
const (
	maxBack     = 1500
	maxBackRest = 300
)

// maxOpening is how many tokens of a text are looked at for what it is about.
const maxOpening = 80

// pointedTo returns what the definite noun phrase in tokens [start,end) points back to by its name, no more than so many tokens
// back, "" if it can stay; several says that the text has told of more than one such thing and that the one meant has no name.
func (r *reader) pointedTo(s *sentence, start, end, back int) (name string, several bool) {
	if r.g.lang != "en" || end != start+2 || !s.is(start, r.g.the) || !s.plain(start+1) {
		return "", false
	}
	tokens := r.whole.Tokens
	the := r.index(s, start)
	begin := max(0, the-back)
	i := int(r.mentions[the+1])
	if i <= begin {
		return "", false
	}
	noun := s.tokens[start+1].lower
	small := r.whole.Spelling(s.tokens[start+1].Form).Fold
	great, capital := r.whole.Find(upperFirst(noun))
	for i := range tokens[:min(maxOpening, len(tokens))] {
		if tokens[i].Start >= r.begun {
			break
		}
		if (tokens[i].Form == small || capital && tokens[i].Form == great) && !r.compounded(i) {
			return "", false // the article is about it
		}
	}
	one := false // the text has told of one
	for ; i > begin; i = int(r.mentions[i]) {
		name := ""
		switch {
		case capital && tokens[i].Form == great:
			if name = r.nameAround(i); name == "" {
				continue
			}
		case tokens[i].Form == small:
			name = r.nameBehind(i)
			if name == "" && !r.newAt(i) {
				continue
			}
		default:
			continue
		}
		switch {
		case one:
			return "", true
		case name != "":
			return name, false
		case r.tellsAt(tokens[i].Start):
			return "", false // an entry has told of it
		default:
			one = true
		}
	}
	return "", false
}

// objectsNamed returns the predicate body, told by tokens [verb,end), with the names of the things in it that point back; false if
// it is but one that has none: "completed the film".
func (r *reader) objectsNamed(s *sentence, d dated, verb, end int, body string) (string, bool) {
	for i := verb + 1; i+1 < end && r.g.lang == "en"; i++ {
		if !s.is(i, r.g.the) || !s.plain(i+1) || i+1 >= d.lead && i < d.to || s.tokens[i].quoted {
			continue
		}
		if i+2 < end && !s.has(i+2, punct|prep|coord|infinitive) || s.has(i+2, name) || s.is(i+2, r.g.ofWords...) || s.is(i+2, "-", "'", "’") {
			continue
		}
		name, several := r.pointedTo(s, i, i+2, maxBackRest)
		if several && i == verb+1 && (i+2 >= end || i+2 == d.lead && d.to >= end) {
			return "", false
		}
		if own, named := strings.CutPrefix(name, r.g.the+" "); named && !strings.Contains(body, own) {
			body = strings.Replace(body, r.raw(s, i, i+2), name, 1)
		}
	}
	return body, true
}

// compounded reports whether the noun at token i of the whole text only tells of what kind the next one is: "film director".
func (r *reader) compounded(i int) bool {
	if i++; i >= len(r.whole.Tokens) || r.whole.Tokens[i].Line {
		return false
	}
	next := r.lowerOf(i)
	return next == "-" || r.whole.Tokens[i].Kind == prose.Word && r.traits[r.whole.Tokens[i].Form].tag == 0 && !r.capitalAt(i)
}

// tellsAt reports whether the sentence at offset has told an event.
func (r *reader) tellsAt(offset int) bool {
	i := sort.Search(len(r.tellers), func(i int) bool { return r.tellers[i].End > offset })
	return i < len(r.tellers) && r.tellers[i].Start <= offset
}

// newAt reports whether the noun at token i of the whole text is told of for the first time: "a film", "his next film".
func (r *reader) newAt(i int) bool {
	for k := i - 1; k > i-4 && k >= 0 && r.whole.Tokens[k].Kind == prose.Word; k-- {
		w := r.lowerOf(k)
		if w == "a" || w == "an" || w == "another" || r.g.words[w]&poss != 0 {
			return true
		}
		if r.g.words[w]&(det|prep) != 0 {
			break
		}
	}
	return false
}

// lowerOf returns token i of the whole text in lower case.
func (r *reader) lowerOf(i int) string { return r.whole.Spelling(r.whole.Tokens[i].Form).Lower }

// nameBehind returns a noun with an article and the name behind it, which begins at token i of the whole text: "the film Mirror".
func (r *reader) nameBehind(i int) string {
	to := r.nameTo(i + 1)
	if to == i+1 || i == 0 || r.lowerOf(i-1) != r.g.the {
		return ""
	}
	return r.g.the + " " + r.text[r.whole.Tokens[i].Start:r.whole.Tokens[to-1].End]
}

// nameAround returns the name of several words whose head is token i of the whole text, with its article: "the Royal Society of
// Literature"; "" if there is none.
func (r *reader) nameAround(i int) string {
	tokens := r.whole.Tokens
	from, to := i, i+1
	for from > 0 && !tokens[from].Line && (r.capitalAt(from-1) && r.g.words[r.lowerOf(from-1)]&(det|prep|poss|pron) == 0 || tokens[from-1].Kind == prose.Punct && tokens[from-1].Touches(tokens[from]) && r.lowerOf(from-1) == "-") {
		from--
	}
	if r.nameTo(to) > to {
		return "" // not its head
	}
	if to < len(tokens) && (r.lowerOf(to) == "of" || r.lowerOf(to) == "for") {
		if end := r.nameTo(to + 1); end > to+1 {
			to = end
		}
	}
	if to-from < 2 || tokens[from].Line || !r.capitalAt(from) {
		return "" // a word that opens a sentence, a heading
	}
	text := r.text[tokens[from].Start:tokens[to-1].End]
	switch before := r.lowerOf(from - 1); {
	case before == r.g.the || before == ")": // "an Oldham Trust (OT) Repair Programme"
		return r.g.the + " " + text
	case r.g.words[before]&(det|poss) != 0 || before == "s":
		return "" // "Leeds' Grammar School"
	}
	return text
}

// capitalAt reports whether token i of the whole text is a word with a capital.
func (r *reader) capitalAt(i int) bool {
	t := &r.whole.Tokens[i]
	return t.Kind == prose.Word && r.whole.Spelling(t.Form).Capital
}

// nameTo returns the token after the run of capitalised words that begins at token i of the whole text.
func (r *reader) nameTo(i int) int {
	for i < len(r.whole.Tokens) && !r.whole.Tokens[i].Line && r.capitalAt(i) {
		i++
	}
	return i
}
