package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/internal/furniture"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// judge finds the units that are no part of the article, lists, rules and
// headings.
func (r *reading) judge() {
	for _, u := range r.units {
		if len(u.lines) != 1 || u.kind == row {
			continue
		}
		if divides(u.text) {
			u.kind = rule
		} else if reason, ok := leftover(u); ok {
			u.kind, u.reason = residue, reason
		}
	}
	r.lists()
	r.headings()
	r.company()
}

// company finds lines that are furniture only because furniture stands on both
// sides of them: words that could be headings of the article, and, behind its
// last prose, other short lines.
func (r *reading) company() {
	last := -1
	for i, u := range r.units {
		if u.kind != residue && (u.prose() || u.kind == item || len(u.lines) > 1) {
			last = i
		}
	}
	left := func(i int) bool { return i >= len(r.units) || r.units[i].kind == residue }
	for i, u := range r.units {
		if u.kind == residue || u.kind == item || u.kind == rule || u.kind == row || len(u.lines) != 1 || i == 0 {
			continue
		}
		// The first line is the title, whatever stands around it.
		p, n := r.near(i, -1), r.near(i, 1)
		if p == nil {
			continue
		}
		reason, ok := furniture.Weak(u.text)
		ok = ok && !said(u.text)
		switch {
		case ok && left(i+1) && left(i-1),
			ok && len(strings.Fields(u.text)) < 4 && (left(i+1) && p.prose() || left(i-1) && (n == nil || u.kind != heading)):
			u.kind, u.reason = residue, reason
		case i > last && n == nil && i+1 < len(r.units) && p.prose() && ends(p.text) && titleLike(u) && !ends(u.text) && len(strings.Fields(u.text)) < 5 && !strings.Contains(u.text, ","):
			u.kind, u.reason = residue, "page link"
		case i > last && n == nil && i+1 >= len(r.units) && p.prose() && ends(p.text) && dangles(u):
			u.kind, u.reason = residue, "page link"
		case r.stray(i, p, n):
			u.kind, u.reason = residue, "page link"
		}
	}
}

// dangles reports whether a line is no sentence and no heading either: it begins small, or with a word that no language
// has, and ends without a mark.
func dangles(u *unit) bool {
	first, _ := utf8.DecodeRuneInString(u.text)
	return unicode.IsLower(first) && !ends(u.text) && u.width < 100 && !strings.ContainsAny(u.text, "()=[]{}<>/\\_#:;0123456789")
}

// stray reports whether unit i, with p before and n behind it, is an entry of the page's menu that stands between furniture
// and the article's first prose, where headings are seldom: a few words of which the prose does not say all.
func (r *reading) stray(i int, p, n *unit) bool {
	u := r.units[i]
	if n == nil || !n.prose() || p.prose() || r.proseBefore(i) || !titleLike(u) || len(strings.Fields(u.text)) > 5 || u.order || strings.ContainsAny(u.text, "?!") {
		return false
	}
	beside := func(k int) bool {
		if k < 0 || k >= len(r.units) || r.units[k].kind != residue {
			return false
		}
		switch r.units[k].reason {
		case "byline", "author", "contents", "photo credit", "reading time", "tags":
			return false
		}
		return true
	}
	if !beside(i-1) && !beside(i+1) {
		return false
	}
	said := stems(n.text + " " + p.text)
	strange := false
	for w := range stems(u.text) {
		if openings[w] {
			return false
		}
		strange = strange || !said[w]
	}
	return strange
}

// proseBefore reports whether prose stands before unit i.
func (r *reading) proseBefore(i int) bool {
	for _, u := range r.units[:min(i, 24)] {
		if u.kind != residue && u.prose() {
			return true
		}
	}
	return i > 24
}

// stems returns the beginnings of the words of a text, which are much the same in all their forms.
func stems(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if utf8.RuneCountInString(w) > 3 {
			m[string([]rune(w)[:4])] = true
		}
	}
	return m
}

// openings begin the words of first headings, four letters of each.
var openings = wordSet("intr over summ abst back moti take high pref prol glan begi star firs ausg einl über zusa aper avan résu intr inle sama yhte cont key")

// divides reports whether a line is made of signs only.
func divides(s string) bool {
	return len(s) > 1 && len(s) < 200 && strings.Trim(s, "-=_*~•·—–─━ ") == ""
}

// leftover reports whether a unit is furniture of the page for certain: a short
// line that is such as a whole, and no sentence.
func leftover(u *unit) (string, bool) {
	if u.width > 160 {
		return "", false
	}
	reason, ok := furniture.Line(u.text)
	if !ok {
		return "", false
	}
	if strings.HasSuffix(u.text, ":") && len(strings.Fields(u.text)) > 3 {
		return "", false // announces what follows
	}
	if ends(u.text) {
		// Sentences are the article's own, but for those that only pages say.
		switch reason {
		case "page link":
			if said(u.text) {
				return "", false
			}
		case "newsletter", "cookie notice", "legal notice", "copyright", "comments", "advertisement":
			if sentences(u.text) > 3 {
				return "", false
			}
		case "photo credit":
			if len(strings.Fields(u.text)) > 8 {
				return "", false
			}
		default:
			if len(strings.Fields(u.text)) > 3 && !strings.HasSuffix(u.text, "…") && !strings.HasSuffix(u.text, "...") {
				return "", false
			}
		}
	}
	return reason, true
}

// ends reports whether a text ends as a sentence does.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;,。？！", last)
}

// said reports whether a few words are a sentence of their own, as in answers: "No." What pages say has no full stop, or three.
func said(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}

// sentences counts the sentences of a short text, roughly.
func sentences(s string) int {
	n := 1
	for _, end := range []string{". ", "! ", "? "} {
		n += strings.Count(s, end)
	}
	return n
}

// prose reports whether a unit reads like a sentence at least.
func (u *unit) prose() bool {
	return u.width >= 100 || u.width >= 40 && ends(u.text) && strings.Count(u.text, " ") >= 5
}

// headings finds the short lines that stand over prose.
func (r *reading) headings() {
	for i, u := range r.units {
		if u.kind == item && u.order && titleLike(u) {
			// "2. The harbour" over prose that is no item itself.
			if n := r.near(i, 1); n != nil && n.kind != item && n.prose() {
				u.kind = heading
			}
			continue
		}
		if u.kind != paragraph || !titleLike(u) || manuscript.FindDay(u.text) != "" && dated(u.text) {
			continue
		}
		n := r.near(i, 1)
		if n == nil || n.kind == rule && underline(n.text) == 0 {
			continue
		}
		if n.prose() || n.kind == item || n.kind == rule || u.gap && titleLike(n) && r.proseAfter(i) {
			u.kind = heading
		}
	}
}

// proseAfter reports whether prose follows the unit after unit i.
func (r *reading) proseAfter(i int) bool {
	for j, seen := i+1, 0; j < len(r.units) && seen < 2; j++ {
		if r.units[j].kind == residue {
			continue
		}
		if seen++; seen == 2 {
			return r.units[j].prose()
		}
	}
	return false
}

// titleLike reports whether a unit can be a title or heading: one short line
// that begins like one and ends without the mark of a sentence.
func titleLike(u *unit) bool {
	if len(u.lines) != 1 || u.width < 2 || u.width > 110 || len(strings.Fields(u.text)) > 18 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(u.text, "\"”’»"))
	if strings.ContainsRune(".;,:…。", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(u.text)
	return !unicode.IsLower(first) && letters(u.text) > 1
}

func letters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

// underline returns the level of the heading that a line of signs underlines,
// or 0.
func underline(s string) int {
	if len(s) >= 3 && strings.Trim(s, "=") == "" {
		return 1
	}
	if len(s) >= 3 && strings.Trim(s, "-") == "" {
		return 2
	}
	return 0
}
