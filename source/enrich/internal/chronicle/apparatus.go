package chronicle

import "strings"

// What an article cites stands under a heading of its own, and is no event of the article: "Reed, A. (2004). The dam broke in
// 1910. London."

// listsWorks reports whether a heading opens a list of what the article cites or recommends.
func (g *grammar) listsWorks(heading string) bool {
	t := strings.ToLower(strings.Trim(strings.TrimSpace(heading), "#=* .:0123456789"))
	if i := strings.IndexByte(t, '{'); i > 0 {
		t = strings.TrimSpace(t[:i]) // attributes
	}
	return g.apparatus[t]
}
