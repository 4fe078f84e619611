package source

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/markdown"
)

// index returns the path of the index file of a folder.
func (r *reader) index(folder string) (string, error) {
	for _, n := range []string{"index.md", "index.markdown", "index.html", "index.htm", "index.txt"} {
		name := path.Join(folder, n)
		if info, err := fs.Stat(r.fsys, name); err == nil && !info.IsDir() {
			return name, nil
		}
	}
	return "", fmt.Errorf("%w: %s (want index.md)", ErrNoIndex, folder)
}

// book is a book in the making.
type book struct {
	*reader
	doc     *document.Document
	main    string
	used    map[document.Anchor]bool
	names   map[string]bool                                // of resources
	opening map[string]document.Anchor                     // where each file begins
	called  map[string]map[document.Anchor]document.Anchor // what places of each file are called, there and in the book
	owner   []owned
	files   int
}

// owned says which file blocks came from.
type owned struct {
	file   string
	blocks []document.Block
}

// chapters puts the further files of a book behind the text of its main file.
func (r *reader) chapters(doc *document.Document, t *text, folder bool) error {
	var list []markdown.Chapter
	if kindOf(t.name, t.clean) == kindMarkdown {
		list = markdown.Chapters(t.name, t.clean)
	}
	if len(list) == 0 && folder {
		var err error
		if list, err = r.siblings(t.name); err != nil {
			return err
		}
	}
	b := &book{
		reader: r, doc: doc, main: t.name,
		used: map[document.Anchor]bool{}, names: map[string]bool{},
		opening: map[string]document.Anchor{}, called: map[string]map[document.Anchor]document.Anchor{},
	}
	doc.Identify()
	b.claim(t.name, doc)
	b.owner = append(b.owner, owned{t.name, doc.Blocks})
	b.opening[t.name] = firstAnchor(doc)
	for _, res := range doc.Resources {
		b.names[res.Name] = true
	}
	sections, err := b.sections(list)
	if err != nil {
		return err
	}
	doc.Blocks = append(doc.Blocks, sections...)
	for _, o := range b.owner {
		b.link(o)
	}
	return nil
}

func firstAnchor(doc *document.Document) document.Anchor {
	for _, n := range doc.All() {
		if a := n.Attributes().Anchor; a != "" {
			return a
		}
	}
	return ""
}

// siblings returns the other texts in the folder of the index file, in natural
// order: "9-x.md" before "10-y.md".
func (r *reader) siblings(index string) ([]markdown.Chapter, error) {
	entries, err := fs.ReadDir(r.fsys, path.Dir(index))
	if err != nil {
		return nil, fmt.Errorf("source: %w", err)
	}
	var names []string
	for _, e := range entries {
		n := e.Name()
		if !e.IsDir() && n != path.Base(index) && kindByName(n) != "" && !strings.HasPrefix(n, ".") && !strings.HasPrefix(n, "_") && !strings.EqualFold(n, "README.md") {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, natural)
	list := make([]markdown.Chapter, len(names))
	for i, n := range names {
		list[i].File = n
	}
	return list, nil
}

// natural compares names so that numbers in them count as numbers.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		if isDigit(x[0]) && isDigit(y[0]) {
			p, q := digits(x), digits(y)
			n, m := strings.TrimLeft(x[:p], "0"), strings.TrimLeft(y[:q], "0")
			if len(n) != len(m) {
				return len(n) - len(m)
			}
			if c := strings.Compare(n, m); c != 0 {
				return c
			}
			x, y = x[p:], y[q:]
			continue
		}
		if x[0] != y[0] {
			return int(x[0]) - int(y[0])
		}
		x, y = x[1:], y[1:]
	}
	if len(x) != len(y) {
		return len(x) - len(y)
	}
	return strings.Compare(a, b)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digits(s string) int {
	i := 0
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

// sections reads the chapters and parts of a list.
func (b *book) sections(list []markdown.Chapter) ([]document.Block, error) {
	var out []document.Block
	for _, c := range list {
		if c.File == "" {
			part := &document.Section{Role: document.RolePart, Title: document.Plain(c.Part)}
			part.Pos = c.Pos
			inner, err := b.sections(c.Chapters)
			if err != nil {
				return nil, err
			}
			part.Blocks = inner
			b.identify(part)
			out = append(out, part)
			continue
		}
		blocks, err := b.chapter(c)
		if err != nil {
			return nil, err
		}
		out = append(out, blocks...)
	}
	return out, nil
}

// identify gives a section that no file holds its anchor.
func (b *book) identify(s *document.Section) {
	s.Anchor = b.free(document.Slug(document.TextOf(s.Title)))
}

func (b *book) free(a document.Anchor) document.Anchor {
	for base, i := a, 2; b.used[a]; i++ {
		a = base + document.Anchor("-"+strconv.Itoa(i))
	}
	b.used[a] = true
	return a
}

// chapter reads one further file as a section, or as several if it holds
// several headings of the highest level.
func (b *book) chapter(c markdown.Chapter) ([]document.Block, error) {
	if b.files++; b.files > b.limits.Chapters {
		return nil, fmt.Errorf("%w of %d", ErrTooManyChapters, b.limits.Chapters)
	}
	name, _, complaint := b.media.resolve(path.Dir(b.main), c.File)
	if complaint != "" {
		b.found.Add(diag.Error, "source-chapter-outside", c.Pos, "the chapter %q is not inside the book's own folder", c.File)
		return nil, nil
	}
	if _, twice := b.opening[name]; twice {
		b.found.Add(diag.Warning, "source-chapter-twice", c.Pos, "the file %q is in the book already", c.File)
		return nil, nil
	}
	t, err := b.text(name, nil)
	if err != nil {
		return nil, err
	}
	doc, err := b.document(t, b.doc.Metadata.Language, true)
	if err != nil {
		return nil, err
	}
	m := &doc.Metadata
	if kindOf(name, t.clean) == kindMarkdown && len(markdown.Chapters(name, t.clean)) > 0 {
		b.found.Add(diag.Warning, "source-chapters-of-chapter", diag.Position{File: name, Line: 1, Column: 1}, "only the main file of a book lists its chapters; this list is passed over")
	}
	first := b.opener(doc, name)
	if m.Language != "" && m.Language != b.doc.Metadata.Language && first.Lang == "" {
		first.Lang = m.Language
	}
	if role := document.Role(m.Settings["role"]); role != document.RoleNone {
		if first.Role = role; !knownRole(role) {
			b.found.Add(diag.Warning, "source-unknown-role", first.Pos, "%q is no role of a chapter", role)
			first.Role = document.RoleNone
		}
		delete(m.Settings, "role")
	}
	for k, v := range m.Settings {
		if first.Settings == nil {
			first.Settings = map[string]string{}
		}
		first.Settings[k] = v
	}
	first.Blocks = append(byline(doc, &b.doc.Metadata), first.Blocks...)
	doc.Identify()
	b.claim(name, doc)
	b.opening[name] = first.Anchor
	b.owner = append(b.owner, owned{name, doc.Blocks})
	b.doc.Directives.Glossary = append(b.doc.Directives.Glossary, doc.Directives.Glossary...)
	b.doc.Directives.Timeline = append(b.doc.Directives.Timeline, doc.Directives.Timeline...)
	b.doc.Omissions = append(b.doc.Omissions, doc.Omissions...)
	for _, res := range doc.Resources {
		for base, i := res.Name, 2; b.names[res.Name]; i++ {
			ext := path.Ext(base)
			res.Name = strings.TrimSuffix(base, ext) + "-" + strconv.Itoa(i) + ext
		}
		b.names[res.Name] = true
		b.doc.Resources = append(b.doc.Resources, res)
	}
	return doc.Blocks, nil
}

// opener returns the section that a further file begins with. If its text does
// not begin with the heading that gives its title, all of it becomes a section.
func (b *book) opener(doc *document.Document, name string) *document.Section {
	m := &doc.Metadata
	if m.Title != "" && len(doc.Blocks) > 0 {
		if s, ok := doc.Blocks[0].(*document.Section); ok && s.Pos == m.TitlePos {
			return s
		}
	}
	s := &document.Section{Blocks: doc.Blocks}
	title := m.Title
	if title == "" {
		if title = titleFromName(name); title == "" {
			title = path.Base(name)
		}
		b.found.AddHint(diag.Warning, "source-no-title", diag.Position{File: name, Line: 1, Column: 1},
			"begin the file with a heading of level 1", "the chapter has no title; it is called %q", title)
	}
	s.Title = []document.Inline{&document.Text{Attr: document.Attr{Pos: m.TitlePos}, Value: title}}
	if s.Pos = m.TitlePos; s.Pos.IsZero() {
		s.Pos = diag.Position{File: name, Line: 1, Column: 1}
	}
	doc.Blocks = []document.Block{s}
	return s
}

func knownRole(r document.Role) bool {
	switch r {
	case document.RoleTimeline, document.RoleGlossary, document.RoleIndex:
		return false
	}
	return r == document.RoleNone || r == document.RolePart || r == document.RoleIntroduction || r == document.RoleConclusion || r.FrontMatter() || r.BackMatter()
}

// byline returns what a chapter's own front matter adds to its beginning:
// subtitle and authors, where these are not the book's.
func byline(doc *document.Document, whole *document.Metadata) []document.Block {
	var out []document.Block
	line := func(class, s string) {
		p := &document.Paragraph{Content: document.Plain(s)}
		p.Classes = []string{class}
		out = append(out, p)
	}
	if doc.Metadata.Subtitle != "" {
		line("subtitle", doc.Metadata.Subtitle)
	}
	if a := doc.Metadata.Authors(); len(a) > 0 && !slices.Equal(a, whole.Authors()) {
		if len(whole.Contributors) == 0 {
			whole.Contributors = doc.Metadata.Contributors
		} else {
			line("byline", strings.Join(a, ", "))
		}
	}
	return out
}

// claim makes the anchors of a file unique within the book: one that is taken
// gets the file's name behind it, which stays when files are put before it.
func (b *book) claim(name string, doc *document.Document) {
	renamed := map[document.Anchor]document.Anchor{}
	called := map[document.Anchor]document.Anchor{}
	file := document.Slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	for _, n := range doc.All() {
		at := n.Attributes()
		if at.Anchor == "" {
			continue
		}
		if b.used[at.Anchor] {
			fresh := b.free(at.Anchor + "-" + file)
			renamed[at.Anchor] = fresh
			called[at.Anchor] = fresh
			at.Anchor = fresh
		} else {
			called[at.Anchor] = at.Anchor
		}
		b.used[at.Anchor] = true
	}
	for s := range document.Each[*document.Section](doc) {
		if a := document.Slug(document.TextOf(s.Title)); called[a] == "" {
			called[a] = s.Anchor
		}
	}
	b.called[name] = called
	if len(renamed) == 0 {
		return
	}
	for x := range document.Each[*document.CrossReference](doc) {
		if fresh, ok := renamed[x.Target]; ok {
			x.Target = fresh
		}
	}
	for c := range document.Each[*document.Cell](doc) {
		for i, a := range c.Headers {
			if fresh, ok := renamed[a]; ok {
				c.Headers[i] = fresh
			}
		}
	}
}

// link turns links from a file to the book's other files into references.
// Links to files that the book does not hold lead nowhere; their text stays.
func (b *book) link(o owned) {
	document.Rewriter{Inline: func(n document.Inline) []document.Inline {
		l, ok := n.(*document.Link)
		if !ok {
			return []document.Inline{n}
		}
		u, err := url.Parse(l.URL)
		if err != nil || u.Scheme != "" || u.Host != "" {
			return []document.Inline{n}
		}
		name := path.Join(path.Dir(o.file), u.Path)
		if u.Path == "" {
			name = o.file
		}
		if target := b.target(name, u.Fragment); target != "" {
			return []document.Inline{&document.CrossReference{Attr: l.Attr, Target: target, Content: l.Content}}
		}
		b.found.Add(diag.Warning, "source-link-nowhere", l.Pos, "the link to %q leads to no file of the book; its text stays", l.URL)
		if l.Anchor == "" && l.Lang == "" && len(l.Classes) == 0 {
			return l.Content
		}
		return []document.Inline{&document.Span{Attr: l.Attr, Content: l.Content}}
	}}.Blocks(o.blocks)
}

// target returns the anchor that a fragment means in a file of the book, that
// of the file's beginning if there is none, or "" for other files.
func (b *book) target(name, fragment string) document.Anchor {
	opening, ok := b.opening[name]
	if !ok || fragment == "" {
		return opening
	}
	for _, a := range []document.Anchor{document.Anchor(fragment), document.Slug(fragment)} {
		if now, ok := b.called[name][a]; ok {
			return now
		}
		if b.used[a] {
			return a
		}
	}
	b.found.Add(diag.Warning, "source-link-fragment", diag.Position{File: name}, "nothing in the file is called %q; links to it lead to its beginning", fragment)
	return opening
}
