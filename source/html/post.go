package html

import "strings"

// Behind a name pages often say what its bearer does: "Ann Keeper, Senior
// Editor".

// posts are words that name what somebody does for a living, as a rule at the
// end of a title; ranks stand before them.
var (
	posts = set(`
		director editor manager writer reporter correspondent contributor columnist journalist producer author blogger
		president founder cofounder co-founder officer ceo cto cfo coo cmo chief head lead partner principal chair chairman chairwoman
		analyst specialist expert consultant strategist advisor adviser engineer developer designer architect researcher scientist
		professor lecturer fellow attorney lawyer physician therapist nutritionist dietitian coach photographer staff freelancer
		coordinator assistant associate intern owner redakteur redakteurin journaliste rédacteur rédactrice
	`)
	ranks = set(`
		executive senior sr sr. junior jr. chief managing contributing deputy associate assistant staff vice digital general
		creative technical editorial marketing content product principal founding freelance medical legal health news former
	`)
)

// withoutPost takes off a name what its bearer does: words after a comma among
// which is one of posts, or a run of ranks that ends in one of them. Letters
// such as "MD" stay, and so do further names.
func withoutPost(s string) string {
	name, rest, ok := strings.Cut(s, ",")
	if ok {
		if first, _, _ := strings.Cut(rest, ","); strings.Contains(strings.TrimSpace(name), " ") && namesPost(first) {
			return strings.TrimSpace(name)
		}
		return s
	}
	words := strings.Fields(s)
	for i := 2; i+1 < len(words); i++ {
		if !ranks[strings.ToLower(words[i])] {
			continue
		}
		for _, w := range words[i+1:] {
			if posts[strings.ToLower(w)] {
				return strings.Join(words[:i], " ")
			}
		}
	}
	return s
}

// namesPost reports whether words hold one that names a post.
func namesPost(s string) bool {
	for _, w := range strings.Fields(s) {
		w = strings.ToLower(strings.Trim(w, ".()"))
		if posts[w] {
			return true
		}
	}
	return false
}
