package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// head reads what stands before the article's first prose: the title, who
// wrote it, and when.
func (r *reading) head() {
	const reach = 14 // lines that are looked at
	m := &r.doc.Metadata
	first := -1 // the unit that is the title
	for i, u := range r.units {
		if i >= reach {
			break
		}
		if u.kind == residue && u.reason != "byline" && u.reason != "author" && u.reason != "tags" && u.reason != "view counter" && !signed(u) {
			continue
		}
		if len(u.lines) == 1 && u.width <= 120 {
			if names := byline(u.text); len(names) > 0 && (first >= 0 || u.kind == residue || strings.HasPrefix(strings.ToLower(u.text), "by ")) {
				if len(m.Contributors) == 0 {
					for _, n := range names {
						m.Contributors = append(m.Contributors, document.Contributor{Name: n, Role: "aut"})
					}
				}
				if m.Date == "" {
					m.Date = behind(u.text) // "By Ann Keeper, 18 March 2022"
				}
				u.kind, u.reason = residue, "byline"
				continue
			}
			if day := dateline(u.text); day != "" && (first >= 0 || u.kind == residue) {
				if m.Date == "" {
					m.Date = day
				}
				u.kind, u.reason = residue, "date line"
				continue
			}
		}
		if u.kind == residue {
			continue
		}
		if first < 0 && r.title(i) {
			first = i
			continue
		}
		if u.prose() || u.kind == item {
			break
		}
	}
	if first < 0 {
		return
	}
	u := r.units[first]
	m.Title = manuscript.Clean(string(r.src[u.lines[0].start:u.lines[0].end]))
	m.TitlePos = r.place(u.lines[0].start)
	r.units = append(r.units[:first:first], r.units[first+1:]...)
	if first < len(r.units) && r.units[first].kind == rule && underline(r.units[first].text) > 0 {
		r.units[first].kind, r.units[first].reason = residue, "underline"
	}
}

// signed reports whether a line that stands in the page's menu names a writer all the same: "By Ann Keeper", not "By Region".
func signed(u *unit) bool {
	if u.reason != "page link" || !strings.HasPrefix(strings.ToLower(u.text), "by ") {
		return false
	}
	names := byline(u.text)
	return len(names) > 0 && strings.Contains(names[0], " ")
}

// title reports whether unit i is the title: the first line that is not left
// out, short, and followed by more.
func (r *reading) title(i int) bool {
	u := r.units[i]
	if len(u.lines) != 1 || u.kind == item || u.kind == rule || r.near(i, -1) != nil {
		return false
	}
	if len(r.units) > i+1 && r.near(i, 1) == nil {
		return false
	}
	if !titleLike(u) && !(u.width <= 160 && !ends(u.text) && letters(u.text) > 1 && len(strings.Fields(u.text)) < 28) {
		return false
	}
	n := r.near(i, 1)
	return n != nil
}

// leads begin a byline, in lower case.
var leads = []string{
	"by ", "by: ", "written by ", "posted by ", "published by ", "author: ", "authors: ", "story by ", "words by ", "text by ", "reported by ",
	"von ", "von: ", "autor: ", "autorin: ", "ein beitrag von ", "par ", "par: ", "auteur: ", "auteur : ", "écrit par ", "por ", "por: ", "escrito por ", "di ", "scritto da ", "a cura di ",
	"door ", "av ", "af ", "skrevet af ", "skrevet av ", "oleh ", "oleh: ", "penulis: ", "yazan: ", "nga ", "autor: ", "przez ", "napisał ", "автор: ",
}

// particles stand in names in lower case.
var particles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "la": true, "le": true, "di": true, "da": true, "del": true, "dos": true,
	"bin": true, "al": true, "el": true, "ter": true, "zu": true, "af": true, "ibn": true, "y": true,
}

// and part names.
var and = map[string]bool{"and": true, "&": true, "und": true, "et": true, "e": true, "og": true, "och": true, "en": true, "dan": true, "ve": true, "dhe": true, "i": true, "и": true}

// byline returns the names in a line such as "by Ann Author 12 views", or
// nothing for any other line.
func byline(s string) []string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return nil
	}
	rest := ""
	for _, lead := range leads {
		if strings.HasPrefix(low, lead) {
			rest = s[len(lead):]
			break
		}
	}
	if rest == "" {
		return nil
	}
	var names []string
	var name []string
	end := func() {
		for len(name) > 0 && particles[name[len(name)-1]] {
			name = name[:len(name)-1]
		}
		if len(name) > 0 {
			names = append(names, strings.Join(name, " "))
		}
		name = nil
	}
	words := strings.Fields(rest)
	used := 0
scan:
	for _, w := range words {
		bare := strings.TrimRight(w, ",;|")
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case bare == "" || bare == "|" || bare == "·" || bare == "•" || bare == "–" || bare == "-" || bare == "—":
			break scan
		case and[strings.ToLower(bare)] && len(name) > 0 && bare == strings.ToLower(bare):
			end()
		case particles[bare] && (len(name) > 0 || len(words) > 1):
			name = append(name, bare)
		case manuscript.Month(bare) > 0 && len(name) > 0 && used+1 < len(words) && strings.IndexFunc(words[used+1], unicode.IsDigit) == 0:
			break scan
		case unicode.IsUpper(first) && strings.IndexFunc(bare, unicode.IsDigit) < 0, bare == "admin" && len(words) > 1:
			name = append(name, strings.TrimRight(bare, ":"))
			if bare != w {
				end()
			}
		default:
			break scan
		}
		used++
	}
	end()
	total := 0
	for _, n := range names {
		total += len(strings.Fields(n))
	}
	if len(names) == 0 || total > 6*len(names) || len(names) > 8 {
		return nil
	}
	// What follows the names has to be a counter, a date or the like.
	tail := strings.Join(words[used:], " ")
	if tail != "" && len(strings.Fields(tail)) > 8 || ends(s) && !strings.HasSuffix(s, ".") {
		return nil
	}
	if tail != "" && strings.IndexFunc(tail, unicode.IsDigit) < 0 && !strings.ContainsAny(tail, "|·•–—-") {
		return nil
	}
	if tail == "" && ends(s) && len(words) > 4 {
		return nil
	}
	var out []string
	for _, n := range names {
		if n != "admin" {
			out = append(out, n)
		}
	}
	if out == nil {
		return []string{"admin"}[:0:0]
	}
	return out
}

// behind returns the day that a byline ends with, behind a mark, or "".
func behind(s string) string {
	for i, r := range s {
		if strings.ContainsRune(",;|·•–—", r) {
			if day := dateline(strings.TrimSpace(s[i+utf8.RuneLen(r):])); day != "" {
				return day
			}
		}
	}
	return ""
}

// dateline returns the day in a line that holds little else, or "".
func dateline(s string) string {
	if len(strings.Fields(s)) > mostDateWords || !dated(s) {
		return ""
	}
	// The day of a change is none that the metadata keep: what stands before it may be.
	s = strings.ToLower(s)
	for _, w := range changeWords {
		if i := strings.Index(s, w); i >= 0 {
			s = s[:i]
		}
	}
	return manuscript.FindDay(s)
}

// Two days with their times, and what is said of them, are the most that a date line holds.
const (
	mostDateWords = 16
	mostDateBytes = 100
)

// changeWords tell that the day behind them is that of a change, in lower case.
var changeWords = []string{"last updated", "updated", "modified", "reviewed", "aktualisiert", "mis à jour", "actualizado", "aggiornato", "uppdaterad", "atualizado"}

// dated reports whether all the words of a line are those of dates and times.
func dated(s string) bool {
	if len(s) > mostDateBytes || strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsDigit(first) || manuscript.Month(w) > 0 || dateWords[w] {
			continue
		}
		return false
	}
	return true
}

// dateWords stand beside dates in date lines.
var dateWords = wordSet(`published posted updated created on at date last modified the of am pm a p m st nd rd th
	gmt utc cet cest est edt pst pdt bst et pt ist min read mins
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
	veröffentlicht aktualisiert erschienen am um uhr stand vom montag dienstag mittwoch donnerstag freitag samstag sonntag
	publié le à mis jour lundi mardi mercredi jeudi vendredi samedi dimanche
	publicado actualizado el de del lunes martes miércoles jueves viernes sábado domingo em atualizado
	pubblicato il aggiornato geplaatst op gepubliceerd diterbitkan tanggal publicerad uppdaterad den`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
