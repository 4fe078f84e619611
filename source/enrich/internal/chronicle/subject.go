package chronicle

// A line stands without its paragraph, so its subject must speak for itself: pronouns give way to what they stand for,
// and where that is not safe there is no line.

// subject returns the text of the subject in tokens [start,verb) with a space after it; "" if it can stay as it is.
func (r *reader) subject(s *sentence, from, start, verb int) (string, bool) {
	end := r.before(s, start, verb)
	if start >= verb || start >= end {
		// "and signed": the subject of the clause before.
		return r.shared(s, from)
	}
	t := &s.tokens[start]
	if r.pronominal(s, start, end) || r.timely(s, start, end) || r.ofWhatKind(s, start) {
		return "", false // "the day it", "the following year", "such a network": of what kind the paragraph says
	}
	switch {
	case t.tag&name != 0:
	case t.tag&pron != 0:
		return r.pronounSubject(s, from, start, verb)
	case t.tag&poss != 0:
		return r.possessiveSubject(s, start, end)
	case t.tag&demo != 0:
		return "", false // "this decision" says nothing away from its paragraph
	case t.tag&ing != 0 && (end == start+1 || s.is(start+1, r.g.ofWords...)): // "Planning of the pier began"
	case r.nicknamed(s, start, end): // "“Willie” Lowe was born"
		return r.raw(s, start, end) + " ", true
	case t.tag&punct != 0 && (t.lower == "\"" || t.lower == "“") && s.is(end-1, "\"", "”"): // a work's title
	case t.tag&(deictic|modal|rel|that|sub|prep|infinitive|ing) != 0:
		return "", false
	case t.tag&vague != 0 && t.tag&pron != 0:
		return "", false
	case r.g.lang == "en" && t.tag&(either|part) != 0 && t.tag&det == 0: // "begun under Hadrian and finished"
		return "", false
	case t.tag&punct != 0:
		return "", false
	}
	return r.nominalSubject(s, start, end)
}

// nicknamed reports whether tokens [start,end) are a name that begins with one in quotation marks.
func (r *reader) nicknamed(s *sentence, start, end int) bool {
	if r.g.lang != "en" || end != start+4 || !s.is(start, "\"", "“") || !s.is(start+2, "\"", "”") || !s.has(start+3, name) {
		return false
	}
	return r.given(&s.tokens[start+1]) != "" || s.has(start+1, name) && r.surname(&s.tokens[start+3]) != ""
}

// before returns the token after the subject that begins at start: adverbs and clitics before the verb are left out.
func (r *reader) before(s *sentence, start, verb int) int {
	end := verb
	for end > start {
		switch {
		case r.g.half(s, end-1) && end-2 > start:
			end -= 2
		case r.g.lang == "fr" && s.is(end-1, "y") && end-1 > start:
			end-- // "l'évêque y fit bâtir": there
		case s.is(end-1, "'", "’") && end-2 >= start && s.has(end-2, adverb|neg):
			end -= 2
		case end-2 == start && s.has(start, det|poss) && !s.has(start, name) && !s.has(end-1, neg):
			return end // "the well", "the supply"
		case s.has(end-1, adverb|neg) && !s.has(end-1, name), end-1 > start && s.has(end-1, opener) && !s.has(end-1, name|coord|punct):
			end--
		default:
			return end
		}
	}
	return end
}
