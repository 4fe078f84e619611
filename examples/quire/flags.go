package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

const synopsis = `Quire turns an article into a book: a print-grade PDF and an EPUB, with
contents, timeline and glossary.

usage: quire [flags] FILE…            publish Markdown (.md), raw text (.txt), saved
                                      pages (.html), folders, or "-" for standard input
       quire [flags]                  publish the sample manuscript
       quire inspect [flags] FILE…    show what Quire finds in an article (quire inspect -help)

flags:
`

// options are the flags of the command.
type options struct {
	out                    string
	formats                string
	paper, profile, theme  string
	title, lang, date      string
	authors, fonts         list
	cover, isbn            string
	tocDepth               int
	noTimeline, noGlossary bool
	eager                  bool
	strict, quiet, version bool
	standard               string
	report, annotations    string
	hashes, watch          bool
	changed, prune         bool
	shard                  shard
	printing               printing
	names                  []string
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("quire", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.out, "o", "dist", "write into the folder `DIR`")
	f.StringVar(&o.formats, "format", "pdf,epub", "the formats to write, separated by commas")
	f.StringVar(&o.paper, "paper", "", "a5, a4, letter, 6x9, or a size such as 148x210mm")
	f.StringVar(&o.profile, "profile", "", "article, book, handout or large-print; chosen by the text if not given")
	f.StringVar(&o.theme, "theme", "", "the colours: house, indigo, forest or grey")
	o.reading(f)
	f.StringVar(&o.cover, "cover", "", "the picture `FILE` as cover of the EPUB")
	f.Var(&o.fonts, "font", "a TrueType `FILE` for scripts that the built-in faces lack; may be given several times")
	f.StringVar(&o.isbn, "isbn", "", "the ISBN")
	f.IntVar(&o.tocDepth, "toc-depth", 0, "levels of headings in the contents")
	f.StringVar(&o.standard, "standard", "", "what the PDF promises to keep: "+standards())
	o.printing.register(f)
	f.StringVar(&o.report, "report", "", "write a report in JSON into `FILE`")
	f.StringVar(&o.annotations, "annotations", "", "print findings as workflow commands; \"github\" is known")
	f.BoolVar(&o.hashes, "hashes", false, "print the SHA-256 of each file written")
	f.BoolVar(&o.watch, "watch", false, "publish again whenever a file changes, until interrupted")
	f.BoolVar(&o.changed, "changed", false, "leave alone what is up to date")
	f.BoolVar(&o.prune, "prune", false, "with -changed: remove books from the folder of -o that are of no article, or of none in the share")
	f.Var(&o.shard, "shard", "publish only a share of the articles, such as `3/16`")
	f.BoolVar(&o.strict, "strict", false, "treat warnings as errors")
	f.BoolVar(&o.quiet, "quiet", false, "print errors only")
	f.BoolVar(&o.version, "version", false, "print the version and exit")
	err := f.Parse(args)
	if err == flag.ErrHelp {
		fmt.Fprint(stderr, synopsis)
		f.SetOutput(stderr)
		f.PrintDefaults()
		return o, err
	}
	if err != nil {
		return o, usageError{err.Error()}
	}
	o.names = f.Args()
	f.Visit(func(given *flag.Flag) {
		if given.Name == "toc-depth" && o.tocDepth == 0 {
			o.tocDepth = -1 // 0 was asked for, and not only not given
		}
	})
	return o, o.check()
}

// reading registers the flags that bear on what is read and found, which the
// command has in common with inspect.
func (o *options) reading(f *flag.FlagSet) {
	f.StringVar(&o.title, "title", "", "the title, instead of the article's own")
	f.Var(&o.authors, "author", "an author, instead of the article's own; may be given several times")
	f.StringVar(&o.lang, "lang", "", "the language as a BCP 47 tag such as en-GB")
	f.StringVar(&o.date, "date", "", "the date of the edition, such as 2026-11-23")
	f.BoolVar(&o.noTimeline, "no-timeline", false, "leave the timeline out")
	f.BoolVar(&o.noGlossary, "no-glossary", false, "leave the glossary out")
	f.BoolVar(&o.eager, "eager", false, "also list events and terms that an editor should look at first")
}

// check finds mistakes before anything is read.
func (o *options) check() error {
	for _, s := range []struct{ name, value string }{{"-o", o.out}, {"-format", o.formats}} {
		if s.value == "" {
			return usagef("%s is empty", s.name)
		}
	}
	if len(o.names) > 0 && o.names[0] == "inspect" {
		// A file of this name is meant only if it is there.
		if _, err := os.Stat(o.names[0]); err != nil {
			return usagef("there are flags before inspect that it does not take: see quire inspect -help")
		}
	}
	if err := o.checkReading(); err != nil {
		return err
	}
	formats := strings.Split(o.formats, ",")
	for i, name := range formats {
		if slices.Contains(formats[:i], name) {
			return usagef("-format names %s twice", name)
		}
	}
	if o.paper != "" {
		if _, err := style.ParsePaper(o.paper); err != nil {
			return usageError{err.Error()}
		}
	}
	if _, err := style.ParseProfile(o.profile); err != nil {
		return usageError{err.Error()}
	}
	if _, err := style.ParseTheme(o.theme); err != nil {
		return usageError{err.Error()}
	}
	if o.isbn != "" && !validISBN(o.isbn) {
		return usagef("%q is no ISBN: want 10 or 13 digits with a right check digit", o.isbn)
	}
	if o.watch && slices.Contains(o.names, "-") {
		return usagef("-watch cannot watch standard input")
	}
	if o.prune && !o.changed {
		return usagef("-prune needs -changed: only books made with it say that they may be removed")
	}
	if o.prune && o.watch {
		return usagef("-prune cannot go with -watch")
	}
	if _, err := pdf.ParseStandard(o.standard); err != nil {
		return usageError{err.Error()}
	}
	if err := o.printing.check(o.standard); err != nil {
		return err
	}
	if flag := o.printing.forPDF(); flag != "" && !slices.ContainsFunc(formats, func(f string) bool { return strings.TrimSpace(f) == "pdf" }) {
		return usagef("%s is for the PDF, which -format %s leaves out", flag, o.formats)
	}
	if o.annotations != "" && o.annotations != "github" {
		return usagef("-annotations %q: only github is known", o.annotations)
	}
	if o.tocDepth < 0 || o.tocDepth > 6 {
		return usagef("-toc-depth %d: want 1 to 6", o.tocDepth)
	}
	return nil
}

// checkReading finds mistakes in what [options.reading] registers, and in the
// names of files.
func (o *options) checkReading() error {
	for _, n := range o.names {
		if n == "" {
			return usagef("the name of a file is empty")
		}
		if strings.HasPrefix(n, "-") && n != "-" {
			if _, err := os.Stat(n); err != nil {
				return usagef("%s stands behind a file's name: flags come first", n)
			}
		}
	}
	for _, a := range o.authors {
		if strings.TrimSpace(a) == "" {
			return usagef("-author is empty")
		}
	}
	if o.lang != "" {
		if _, err := language.Parse(o.lang); err != nil {
			return usagef("-lang %q is no BCP 47 tag: want one such as en-GB", o.lang)
		}
	}
	if o.date != "" {
		if _, err := parseDate(o.date); err != nil {
			return err
		}
	}
	return nil
}

// press makes the press that the flags describe.
func (o *options) press() (publish.Press, error) {
	p := publish.Press{Edit: o.edit, EditKey: o.editKey(), Identifier: o.isbn, Strict: o.strict, Changed: o.changed, Passes: o.passes()}
	for name := range strings.SplitSeq(o.formats, ",") {
		switch strings.TrimSpace(name) {
		case "pdf":
			e := pdf.Encoder{Standard: pdf.Standard(o.standard)}
			if err := o.printing.read(&e); err != nil {
				return p, err
			}
			for _, file := range o.fonts {
				b, err := os.ReadFile(file)
				if err != nil {
					return p, err
				}
				e.Fonts = append(e.Fonts, pdf.Font{Name: filepath.Base(file), Data: b})
			}
			p.Formats = append(p.Formats, e)
		case "epub":
			p.Formats = append(p.Formats, epub.Encoder{})
		default:
			return p, usagef("there is no format %q: want pdf or epub", name)
		}
	}
	switch epoch := os.Getenv("SOURCE_DATE_EPOCH"); {
	case o.date != "":
		p.Date, _ = parseDate(o.date) // check has seen that it is one
	case epoch != "":
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return p, usagef("SOURCE_DATE_EPOCH is %q: want seconds since 1970", epoch)
		}
		p.Date = time.Unix(seconds, 0).UTC()
	}
	return p, nil
}

// passes are what enriches the article.
func (o *options) passes() []enrich.Pass {
	passes := []enrich.Pass{}
	for _, pass := range enrich.Default() {
		switch v := pass.(type) {
		case enrich.Timeline:
			if o.noTimeline {
				continue
			}
			v.Eager = o.eager
			pass = v
		case enrich.Glossary:
			if o.noGlossary {
				continue
			}
			v.Eager = o.eager
			pass = v
		}
		passes = append(passes, pass)
	}
	return passes
}

// edit puts what the flags say into the document.
func (o *options) edit(doc *document.Document) {
	m := &doc.Metadata
	if o.title != "" {
		m.Title = o.title
	}
	if len(o.authors) > 0 {
		kept := m.Contributors[:0]
		for _, a := range o.authors {
			kept = append(kept, document.Contributor{Name: a, Role: "aut"})
		}
		m.Contributors = kept
	}
	if o.lang != "" {
		m.Language = o.lang
	}
	if o.date != "" {
		m.Date = o.date
	}
	for name, value := range map[string]string{"paper": o.paper, "profile": o.profile, "theme": o.theme} {
		if value != "" {
			o.set(m, name, value)
		}
	}
	if o.tocDepth > 0 {
		o.set(m, "toc-depth", strconv.Itoa(o.tocDepth))
	}
}

// editKey names everything that edit looks at.
func (o *options) editKey() string {
	return fmt.Sprintf("%q", append([]string{o.title, o.lang, o.date, o.paper, o.profile, o.theme, strconv.Itoa(o.tocDepth)}, o.authors...))
}

func (o *options) set(m *document.Metadata, name, value string) {
	if m.Settings == nil {
		m.Settings = map[string]string{}
	}
	m.Settings[name] = value
}

func parseDate(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usagef("%q is no date: want one such as 2026-11-23", s)
}

// validISBN checks the last digit (ISO 2108).
func validISBN(s string) bool {
	s = strings.NewReplacer("-", "", " ", "").Replace(s)
	sum := 0
	for i, r := range s {
		v := int(r - '0')
		switch {
		case len(s) == 10 && i == 9 && (r == 'X' || r == 'x'):
			v = 10
		case r < '0' || r > '9':
			return false
		}
		switch len(s) {
		case 10:
			sum += (10 - i) * v
		case 13:
			sum += v * (1 + 2*(i%2))
		default:
			return false
		}
	}
	return len(s) == 10 && sum%11 == 0 || len(s) == 13 && sum%10 == 0
}

// version is that of the module, as the go command recorded it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}

// standards lists the names that -standard takes.
func standards() string {
	var names []string
	for _, s := range pdf.Standards() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}
