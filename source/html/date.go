package html

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// date finds the day on which the article was published.
func (p *page) date() string {
	for _, key := range []string{"datePublished", "dateCreated", "uploadDate"} {
		if d := isoDay(p.meta.fact(key)); d != "" {
			return d
		}
	}
	for _, name := range []string{"article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_online_date", "citation_date",
		"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "publish_date",
		"parsely-pub-date", "sailthru.date", "published_at", "article.published", "publication_date", "article:published", "cxenseparse:recs:publishtime", "og:pubdate", "datecreated"} {
		if d := isoDay(p.meta.first(name)); d != "" {
			return d
		}
	}
	for _, o := range p.meta.others {
		for _, s := range words(o["datePublished"]) {
			if d := isoDay(s); d != "" {
				return d
			}
		}
	}
	return p.visibleDate()
}

// visibleDate finds the day in what the page shows about the article.
func (p *page) visibleDate() string {
	var marked, timed, classed string
	each(p.root, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if is(n, atom.Script, atom.Style, atom.Footer, atom.Nav) {
			return false
		}
		prop := attr(n, "itemprop")
		switch {
		case marked == "" && (prop == "datePublished" || hasAttr(n, "pubdate")):
			marked = elementDay(n)
		case timed == "" && is(n, atom.Time):
			timed = elementDay(n)
		case classed == "":
			for _, w := range nameWords(n) {
				if w == "date" || w == "published" || w == "posted" || w == "pubdate" || w == "timestamp" || w == "time" || w == "dateline" || w == "byline" {
					if s := textOf(n); short(s, 120) {
						classed = elementDay(n)
					}
				}
			}
		}
		return marked == ""
	})
	for _, d := range []string{marked, timed, classed} {
		if d != "" {
			return d
		}
	}
	if m := addressDay.FindStringSubmatch(p.address); m != nil {
		return isoDay(m[1] + "-" + m[2] + "-" + m[3])
	}
	return ""
}

var addressDay = regexp.MustCompile(`/(\d{4})/(\d\d)/(\d\d)(?:/|$)`)

func elementDay(n *html.Node) string {
	for _, key := range []string{"datetime", "content", "title"} {
		if d := isoDay(attr(n, key)); d != "" {
			return d
		}
	}
	if s := textOf(n); short(s, 160) {
		return findDay(s)
	}
	return ""
}

var isoStart = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:\D|$)`)

// isoDay returns the day in a date for machines, or "".
func isoDay(s string) string {
	s = strings.TrimSpace(s)
	if m := isoStart.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		d, _ := strconv.Atoi(m[3])
		return makeDay(year, month, d)
	}
	if len(s) > 5 && len(s) < 64 {
		return findDay(s)
	}
	return ""
}

// makeDay returns an ISO 8601 day or month, or "" for what is none.
func makeDay(year, month, d int) string {
	if year < 1450 || year > 2200 || month < 1 || month > 12 || d < 0 || d > 31 {
		return ""
	}
	if d == 0 {
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, d)
}

// months holds the beginnings of months' names in the languages that dates are
// read in.
var months = [12][]string{
	{"jan", "gen", "ene", "янв"}, {"feb", "fév", "fev", "фев"}, {"mar", "mär", "maart", "мар"}, {"apr", "avr", "abr", "апр"},
	{"may", "mai", "mag", "mei", "maj", "мая"}, {"jun", "juin", "giu", "июн"}, {"jul", "juil", "lug", "июл"}, {"aug", "aoû", "aou", "ago", "авг"},
	{"sep", "set", "сен"}, {"oct", "okt", "ott", "out", "окт"}, {"nov", "ноя"}, {"dec", "déc", "dez", "dic", "дек"},
}

// monthOf returns the month that a word names, or 0.
func monthOf(w string) int {
	w = strings.ToLower(strings.TrimRight(w, "."))
	if len(w) < 3 || len(w) > 20 {
		return 0
	}
	for i, names := range months {
		for _, n := range names {
			if strings.HasPrefix(w, n) {
				return i + 1
			}
		}
	}
	return 0
}

// findDay finds the first full date in a short text: "May 3, 2024",
// "3. Mai 2024", "2024-05-03", "03/05/2024" where only one reading is a date.
func findDay(s string) string {
	toks := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	num := func(i int) int {
		if i < 0 || i >= len(toks) {
			return -1
		}
		t := toks[i]
		for _, suffix := range []string{"st", "nd", "rd", "th", "er"} {
			t = strings.TrimSuffix(t, suffix)
		}
		n, err := strconv.Atoi(t)
		if err != nil {
			return -1
		}
		return n
	}
	for i, t := range toks {
		if m := monthOf(t); m > 0 {
			if d, y := num(i+1), num(i+2); d > 0 && d < 32 && y > 1450 {
				return makeDay(y, m, d)
			}
			for j := i - 1; j >= 0 && j >= i-2; j-- { // "3 de mayo de 2024"
				d := num(j)
				for k := i + 1; k <= i+2; k++ {
					if y := num(k); d > 0 && d < 32 && y > 1450 && y < 2200 {
						return makeDay(y, m, d)
					}
				}
			}
		}
		a, b, c := num(i), num(i+1), num(i+2)
		switch {
		case a > 1450 && a < 2200 && b > 0 && b < 13 && c > 0 && c < 32 && len(t) == 4:
			return makeDay(a, b, c)
		case c > 1450 && c < 2200 && a > 0 && b > 0 && a < 32 && b < 32:
			switch {
			case a > 12 && b < 13, a == b:
				return makeDay(c, b, a)
			case b > 12 && a < 13:
				return makeDay(c, a, b)
			case strings.Contains(s, toks[i]+"."+toks[i+1]+"."): // 3.5.2024
				return makeDay(c, b, a)
			case strings.Contains(s, toks[i]+"/"+toks[i+1]+"/"): // as Americans write it
				return makeDay(c, a, b)
			}
		}
	}
	return ""
}
