package markdown

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// frontMatter reads the front matter into the document's metadata and leaves
// the rest of the file as the body.
func (r *reading) frontMatter() {
	v, end, ok := parseFrontMatter(r.src, r.lines, &r.found)
	if !ok {
		if strings.HasPrefix(string(r.src[:min(len(r.src), 3)]), "\ufeff") {
			end = 3
		}
	}
	r.base = end
	r.body = r.body[end:len(r.body):len(r.body)]
	for _, f := range v.fields {
		r.metadata(strings.ToLower(f.key), f.value)
	}
}

// wrong reports a value of the wrong shape or content.
func (r *reading) wrong(key string, v value, want string) {
	r.found.Add(warning, "markdown-front-matter-value", v.pos, "%q in the front matter wants %s, not %s", key, want, v.describe())
}

func (v value) describe() string {
	if v.shape == shapeText {
		return "“" + shorten(v.text) + "”"
	}
	return v.shape.String()
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// one returns a value's text on one line, and reports any other shape.
func (r *reading) one(key string, v value) string {
	switch v.shape {
	case shapeText, shapeNull:
		return oneLine(v.text)
	}
	r.wrong(key, v, "a text")
	return ""
}

// many returns the texts of a list, or of a text cut at commas if commas is
// set.
func (r *reading) many(key string, v value, commas bool) []string {
	var out []string
	switch v.shape {
	case shapeText:
		parts := []string{v.text}
		if commas {
			parts = strings.FieldsFunc(v.text, func(c rune) bool { return c == ',' || c == ';' })
		}
		for _, p := range parts {
			if p = oneLine(p); p != "" {
				out = append(out, p)
			}
		}
	case shapeList:
		for _, e := range v.list {
			if s := r.one(key, e); s != "" {
				out = append(out, s)
			}
		}
	case shapeFields:
		r.wrong(key, v, "a text or a list")
	}
	return out
}

// metadata takes one field of the front matter.
func (r *reading) metadata(key string, v value) {
	m := &r.doc.Metadata
	switch key {
	case "title":
		if m.Title = r.one(key, v); m.Title != "" {
			m.TitlePos = v.pos
		}
	case "subtitle":
		m.Subtitle = r.one(key, v)
	case "author", "authors", "by":
		r.contributors(key, v, "aut")
	case "editor", "editors":
		r.contributors(key, v, "edt")
	case "translator", "translators":
		r.contributors(key, v, "trl")
	case "illustrator", "illustrators":
		r.contributors(key, v, "ill")
	case "photographer", "photographers":
		r.contributors(key, v, "pht")
	case "contributor", "contributors", "creator":
		r.contributors(key, v, "ctb")
	case "date", "published":
		if s := r.one(key, v); s != "" {
			if m.Date = isoDate(s); m.Date == "" {
				want := "a date such as 2026-11-23"
				if antiquity.MatchString(s) {
					want = "the date of publication, such as 2026-11-23, and none before Christ (those stand in the text, or under \"timeline\" as -0043-03-15)"
				}
				r.wrong(key, v, want)
			}
		}
	case "language", "lang":
		if s := r.one(key, v); s != "" {
			tag, ok := manuscript.Tag(s)
			if !ok {
				r.wrong(key, v, "a BCP 47 language tag such as en or de-AT")
			}
			m.Language = tag
		}
	case "publisher":
		m.Publisher = r.one(key, v)
	case "rights", "copyright", "licence", "license":
		m.Rights = r.one(key, v)
	case "description", "abstract", "summary":
		m.Description = r.one(key, v)
	case "subject", "subjects", "keywords", "tags", "categories":
		m.Subjects = append(m.Subjects, r.many(key, v, true)...)
	case "identifier", "identifiers", "isbn", "doi", "uuid":
		r.identifiers(key, v)
	case "series":
		r.series(v)
	case "cover", "cover-image":
		m.Cover = r.one(key, v)
	case "source", "url":
		m.Source = r.one(key, v)
		if _, ok := manuscript.Address(m.Source); m.Source != "" && !ok {
			r.wrong(key, v, "an address")
			m.Source = ""
		}
	case "chapters":
		chaptersOf(v, &r.found)
	case "glossary":
		if v.shape == shapeList {
			r.glossary(v)
		} else {
			r.onOff(key, v)
		}
	case "timeline":
		if v.shape == shapeList {
			r.timeline(v)
		} else {
			r.onOff(key, v)
		}
	default:
		if meant := nearMiss(key); meant != "" {
			r.found.AddHint(warning, "markdown-front-matter-key", v.pos, "did you mean "+meant+"?", "the front matter has the unknown key %q", key)
		}
		r.setting(key, v)
	}
}

// onOff keeps "glossary: false" and the like, which leave that part out.
func (r *reading) onOff(key string, v value) {
	switch s := strings.ToLower(r.one(key, v)); s {
	case "":
	case "true", "yes", "on", "false", "no", "off":
		r.setting(key, v)
	default:
		r.wrong(key, v, "a list of entries, or false")
	}
}

// nearMiss returns the key that an unknown one was probably meant to be: one
// that differs in a single letter.
func nearMiss(key string) string {
	known := []string{"title", "subtitle", "author", "authors", "editor", "translator", "illustrator", "date", "language", "publisher", "rights",
		"description", "subjects", "keywords", "identifier", "series", "cover", "source", "chapters", "glossary", "timeline",
		"paper", "profile", "theme", "accent", "font-size", "leading", "columns", "toc-depth"}
	if slices.Contains(known, key) {
		return ""
	}
	for _, k := range known {
		if len(key) > 3 && oneEdit(key, k) {
			return k
		}
	}
	return ""
}

// oneEdit reports whether a becomes b when one letter is added, dropped or
// changed.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// setting keeps what is not metadata; nested names are joined by dots, lists
// by commas.
func (r *reading) setting(key string, v value) {
	if key == "" {
		return
	}
	switch v.shape {
	case shapeFields:
		for _, f := range v.fields {
			r.setting(key+"."+strings.ToLower(f.key), f.value)
		}
		return
	case shapeNull:
		return
	}
	if r.doc.Metadata.Settings == nil {
		r.doc.Metadata.Settings = map[string]string{}
		r.doc.Metadata.SettingPos = map[string]diag.Position{}
	}
	r.doc.Metadata.Settings[key] = strings.Join(r.many(key, v, false), ", ")
	r.doc.Metadata.SettingPos[key] = v.pos
}

// contributors reads a person, or a list of them.
func (r *reading) contributors(key string, v value, role string) {
	add := func(c document.Contributor, pos diag.Position) {
		if c.Name == "" {
			r.found.Add(warning, "markdown-front-matter-value", pos, "%q in the front matter names nobody", key)
			return
		}
		r.doc.Metadata.Contributors = append(r.doc.Metadata.Contributors, c)
	}
	switch v.shape {
	case shapeText:
		add(document.Contributor{Name: oneLine(v.text), Role: role}, v.pos)
	case shapeList:
		for _, e := range v.list {
			if e.shape == shapeList {
				r.wrong(key, e, "a name or fields")
				continue
			}
			r.contributors(key, e, role)
		}
	case shapeFields:
		c := document.Contributor{Role: role}
		for _, f := range v.fields {
			s := r.one(key+"."+f.key, f.value)
			switch strings.ToLower(f.key) {
			case "name":
				c.Name = s
			case "file-as", "file_as", "sort":
				c.FileAs = s
			case "role":
				c.Role = r.role(s, f.value, role)
			}
		}
		add(c, v.pos)
	}
}

var relator = regexp.MustCompile(`^[a-z]{3}$`)

// role returns the MARC relator code of a role's name.
func (r *reading) role(s string, v value, fallback string) string {
	switch s = strings.ToLower(s); s {
	case "":
		return fallback
	case "author", "writer":
		return "aut"
	case "editor":
		return "edt"
	case "translator":
		return "trl"
	case "illustrator":
		return "ill"
	case "photographer":
		return "pht"
	case "contributor":
		return "ctb"
	case "foreword", "introduction", "preface":
		return "aui"
	case "afterword":
		return "aft"
	case "designer":
		return "bkd"
	case "narrator":
		return "nrt"
	}
	if relator.MatchString(s) {
		return s
	}
	r.wrong("role", v, "a role such as author or editor, or a MARC code")
	return "ctb"
}

// series reads the series that the work belongs to.
func (r *reading) series(v value) {
	s := &document.Series{}
	switch v.shape {
	case shapeText:
		s.Name = oneLine(v.text)
	case shapeFields:
		for _, f := range v.fields {
			t := r.one("series."+f.key, f.value)
			switch strings.ToLower(f.key) {
			case "name", "title":
				s.Name = t
			case "position", "number", "volume", "index":
				s.Position = t
			}
		}
	case shapeList:
		r.wrong("series", v, "a name, or fields")
	}
	if s.Name != "" {
		r.doc.Metadata.Series = s
	}
}

// isoDate returns a date as ISO 8601, or "".
func isoDate(s string) string {
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	for _, f := range []struct{ in, out string }{
		{"2006-01-02", "2006-01-02"}, {"2006-1-2", "2006-01-02"}, {"2006/01/02", "2006-01-02"}, {"2006-01", "2006-01"}, {"2006", "2006"},
		{"2 January 2006", "2006-01-02"}, {"January 2, 2006", "2006-01-02"}, {"2 Jan 2006", "2006-01-02"}, {"Jan 2, 2006", "2006-01-02"},
		{"January 2006", "2006-01"}, {"Jan 2006", "2006-01"}, {"2.1.2006", "2006-01-02"},
	} {
		if t, err := time.Parse(f.in, s); err == nil && t.Year() > 0 {
			return t.Format(f.out)
		}
	}
	return ""
}

// antiquity matches dates before Christ, as people or computers write them.
var antiquity = regexp.MustCompile(`(?i)^-\d|\b(bce?|b\. ?c\.|av\. ?j\.-c\.|v\. ?chr\.)`)
