package chronicle

import "github.com/quirepress/quire/source/enrich/internal/prose"

// Some nouns say nothing without what they are about: "the patent was granted", "the case was settled". Where the text has
// introduced the one with its matter, "a patent for a talking beacon", the line names it; otherwise there is none.

// maxMatter is how many words the matter of a noun may have.
const maxMatter = 5

// introduce notes what the sentence's nouns of that kind are about.
func (r *reader) introduce(s *sentence) {
	if r.g.lang != "en" {
		return
	}
	for i := 1; i+2 < len(s.tokens); i++ {
		noun := s.tokens[i].lower
		if !r.traits[s.tokens[i].Form].matter || s.has(i, name) || !s.is(i+1, "for", "of", "on", "over", "against", "between") {
			continue
		}
		first := i - 1
		for first > 0 && i-first < 3 && s.plain(first) {
			first--
		}
		if !s.is(first, "a", "an") {
			continue
		}
		end := i + 2
		for end < len(s.tokens) && end < i+2+maxMatter && s.tokens[end].Kind == prose.Word && (s.plain(end) || s.has(end, name) || s.is(end, r.g.the, "a", "an") || s.has(end, ing|either) && s.plain(end+1)) && !r.dating(s, end) {
			end++
		}
		if end == i+2 || !s.plain(end-1) && !s.has(end-1, name) || s.is(end-1, r.g.the, "a", "an") {
			continue
		}
		text := r.raw(s, i+1, end)
		if known, ok := r.cast.matter[noun]; ok && known != text {
			text = "" // of two
		}
		r.cast.matter[noun] = text
	}
}

// about returns the subject in tokens [start,end) with what it is about, "the patent for a talking beacon"; unknown says that it
// needs that and that the text does not give it.
func (r *reader) about(s *sentence, start, end int) (text string, unknown bool) {
	if r.g.lang != "en" || end != start+2 || !s.is(start, r.g.the) || !r.g.matters[s.tokens[start+1].lower] {
		return "", false
	}
	matter := r.cast.matter[s.tokens[start+1].lower]
	if matter == "" {
		return "", true
	}
	return r.raw(s, start, end) + " " + matter + " ", false
}
