package chronicle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/enrich/internal/temporal"
)

// In French a thing is il or elle as a person is. The article of the subject tells which, and the pronoun that opens the next
// sentence goes on with it (F. Cornish, Anaphora, Discourse and Understanding, 1999).

// rememberArticle notes the subject of a French sentence by its gender.
func (r *reader) rememberArticle(s *sentence) {
	last := r.cast.subjects
	r.cast.subjects = gendered{}
	start, verb, ok := r.subjectAndVerb(s)
	if !ok || verb <= 0 {
		return
	}
	for start < verb && (r.dating(s, start) || s.has(start, prep) && !s.has(start, name) && r.dating(s, start+1) || s.tokens[start].lower == ",") {
		start++
	}
	start = r.lead(s, start, verb)
	for verb > start && (s.has(verb-1, adverb) && !s.has(verb-1, name) || r.g.clitics[s.tokens[verb-1].lower] || s.is(verb-1, "se", "s", "'", "’")) {
		verb--
	}
	if start >= verb {
		return
	}
	if s.has(verb-1, pron) && !s.has(verb-1, name) {
		start = verb - 1 // "À la mort de Paul Roche elle lui succède"
	}
	g := &r.cast.subjects
	if s.has(start, pron) && verb == start+1 {
		word := s.tokens[start].lower
		text := last.of(word)
		if text == "" && !r.cast.unread && !r.namedBefore(r.g.pronouns[word]) {
			text = r.cast.about.of(word)
		}
		switch word {
		case "il":
			g.he = text
		case "elle":
			g.she = text
		}
		r.cast.unread = false
		return
	}
	r.cast.unread = false
	for i := start; i < verb && s.has(start, poss) && !s.has(start, name); i++ {
		r.cast.unread = r.cast.unread || r.g.kin[s.tokens[i].lower] || r.g.humans[s.tokens[i].lower]
	}
	end := start
	for end < verb && !s.comma(end) && !s.is(end, "(") && !(end > start && s.has(end, rel|coord|pron) && !s.has(end, name)) && !(end > start+1 && s.has(end, part) && !s.has(end, name)) {
		end++
	}
	if end > start+9 || s.has(start, prep|poss|demo) && !s.has(start, name) {
		return
	}
	text := r.raw(s, start, end)
	switch w := s.tokens[start].lower; {
	case s.has(start, name) && !s.has(start, det):
		switch kind := r.given(&s.tokens[start]); kind {
		case "he":
			g.he = text
		case "she":
			g.she = text
		default:
			if end == start+2 && s.has(start+1, name) {
				g.he, g.she = text, text
			}
		}
	case w == "le", w == "un":
		g.he = "le" + text[len(w):]
	case w == "la", w == "une":
		g.she = "la" + text[len(w):]
	}
	if vowel := strings.HasPrefix(text, "un a") || strings.HasPrefix(text, "un e") || strings.HasPrefix(text, "un i") || strings.HasPrefix(text, "un o") || strings.HasPrefix(text, "un h"); vowel ||
		strings.HasPrefix(text, "une ") && len(text) > 4 && strings.ContainsAny(text[4:5], "aeiouhé") {
		*g = gendered{} // its article would lose its vowel
	}
}

// ofGender returns the thing that il or elle goes on with, unless a person has just been named whom the pronoun could mean as well.
func (r *reader) ofGender(pronoun, kind string) *actor {
	c := &r.cast
	text := c.subjects.of(pronoun)
	if text == "" && !c.unread {
		text = c.about.of(pronoun)
	}
	if text == "" {
		return nil
	}
	for _, f := range c.recent {
		if (f.kind == kind || f.kind == "" && c.figures[text] == nil) && c.sentence-f.last <= 2 && f.text != text {
			return nil
		}
	}
	return &actor{text: text, named: true, pronoun: kind, sentence: c.sentence}
}

// namedBefore reports whether the last two sentences named somebody of that sex whom the article is not about.
func (r *reader) namedBefore(kind string) bool {
	c := &r.cast
	for _, f := range c.recent {
		if (f.kind == kind || f.kind == "") && c.sentence-f.last <= 2 && f.text != c.about.he && f.text != c.about.she {
			return true
		}
	}
	return false
}

// habitual reports whether a verb in the present with a date that gives no year tells what is so every year: "En juin, la ville
// célèbre sa fête".
func (r *reader) habitual(s *sentence, d dated, verb int) bool {
	return r.g.narrated[s.tokens[verb].lower] && d.x.Context && d.x.Grain < temporal.Year && (d.x.Rule == "season" || d.x.Rule == "month" || d.x.Rule == "mod-month" || d.x.Rule == "weekday")
}

// repeated returns what the pronoun at start stands for where an earlier clause of the sentence has the same pronoun for its
// subject, and none another: "En 1895 elle fonde une loge et en 1904 elle en fonde une autre".
func (r *reader) repeated(s *sentence, start int) string {
	if r.g.lang != "fr" {
		return ""
	}
	same := false
	for _, v := range s.verbs {
		if v >= start {
			break
		}
		k := v - 1
		for k > 0 && (s.has(k, adverb) && !s.has(k, name) || r.g.clitics[s.tokens[k].lower] || s.is(k, "se", "s", "'", "’")) {
			k--
		}
		if s.has(k, pron) && s.tokens[k].lower != s.tokens[start].lower {
			return ""
		}
		same = same || s.has(k, pron)
	}
	if !same {
		return ""
	}
	if a := r.antecedent(s.tokens[start].lower); a != nil {
		return a.text
	}
	return ""
}

// titledBy notes the person whose name the article's title is: a given name and one or two words more.
func (r *reader) titledBy(title string) {
	words := strings.Fields(title)
	if r.g.lang == "en" || len(words) < 2 || len(words) > 4 {
		return
	}
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && !r.g.particles[w] || strings.ContainsAny(w, ",:;.()") {
			return
		}
	}
	switch given(words[0]) {
	case "he":
		r.cast.about.he = title
	case "she":
		r.cast.about.she = title
	}
}
