package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// inspectFlags are the flags of inspect, which may stand before the word, too.
func inspectFlags(o *options, asJSON *bool) *flag.FlagSet {
	f := flag.NewFlagSet("quire inspect", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.BoolVar(asJSON, "json", false, "print one JSON object a line for each file")
	o.reading(f)
	return f
}

// inspection returns the arguments without the word "inspect", and whether it
// stands where the first file would.
func inspection(args []string) ([]string, bool) {
	f := inspectFlags(new(options), new(bool))
	if err := f.Parse(args); err != nil || f.Arg(0) != "inspect" {
		return args, false
	}
	at := len(args) - f.NArg()
	return slices.Concat(args[:at], args[at+1:]), true
}

// inspect shows what Quire finds in articles: for people, or as one JSON object
// a line for each file.
func inspect(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	var o options
	var asJSON bool
	f := inspectFlags(&o, &asJSON)
	if err := f.Parse(args); err == flag.ErrHelp {
		fmt.Fprintln(stderr, "usage: quire inspect [flags] FILE…\n\nflags:")
		f.SetOutput(stderr)
		f.PrintDefaults()
		return err
	} else if err != nil {
		return usageError{err.Error()}
	}
	if f.NArg() == 0 {
		return usagef("inspect: no file is named")
	}
	o.names = f.Args()
	if err := o.checkReading(); err != nil {
		return err
	}
	ok := true
	for _, name := range o.names {
		v := o.look(name, stdin)
		ok = ok && v.err == nil
		var out bytes.Buffer
		if asJSON {
			enc := json.NewEncoder(&out)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(v); err != nil {
				return err
			}
		} else {
			v.print(&out)
		}
		if _, err := stdout.Write(out.Bytes()); err != nil {
			return err
		}
	}
	if !ok {
		return errReported
	}
	return nil
}

// view is what inspect shows of a file. Offsets are bytes of the file, -1 where
// there are none.
type view struct {
	File        string           `json:"file"`
	Title       string           `json:"title"`
	Authors     []string         `json:"authors"`
	Date        string           `json:"date"`
	Language    string           `json:"language"`
	Text        string           `json:"text"`
	Dropped     []viewDropped    `json:"dropped"`
	Dates       []viewDate       `json:"dates"`
	Timeline    []viewEvent      `json:"timeline"`
	Acronyms    []viewAcronym    `json:"acronyms"`
	Definitions []viewDefinition `json:"definitions"`
	Glossary    []viewEntry      `json:"glossary"`
	Diagnostics []viewDiagnostic `json:"diagnostics"`
	err         error
}

type viewDropped struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

type viewDate struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	EDTF  string `json:"edtf,omitempty"`
}

type viewEvent struct {
	EDTF     string `json:"edtf"`
	Phrase   string `json:"phrase"`
	Sentence string `json:"sentence"`
	Summary  string `json:"summary"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Rule     string `json:"rule"`
}

type viewAcronym struct {
	Short      string `json:"short"`
	Long       string `json:"long"`
	ShortStart int    `json:"short_start"`
	ShortEnd   int    `json:"short_end"`
	LongStart  int    `json:"long_start"`
	LongEnd    int    `json:"long_end"`
	Rule       string `json:"rule"`
}

type viewDefinition struct {
	Term     string `json:"term"`
	Sentence string `json:"sentence"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Rule     string `json:"rule"`
}

type viewEntry struct {
	Term       string   `json:"term"`
	Expansion  string   `json:"expansion,omitempty"`
	Definition string   `json:"definition,omitempty"`
	Mentions   int      `json:"mentions"`
	SeeAlso    []string `json:"see_also,omitempty"`
	Evidence   string   `json:"evidence,omitempty"`
	Rule       string   `json:"rule"`
}

type viewDiagnostic struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// look reads and enriches a file.
func (o *options) look(name string, stdin io.Reader) (v view) {
	v = view{File: name, Authors: []string{}, Dropped: []viewDropped{}, Dates: []viewDate{}, Timeline: []viewEvent{}, Acronyms: []viewAcronym{}, Definitions: []viewDefinition{}, Glossary: []viewEntry{}, Diagnostics: []viewDiagnostic{}}
	var doc *document.Document
	var found diag.List
	var err error
	if name == "-" {
		doc, found, err = source.ReadFrom(nil, "standard-input", stdin, source.Options{})
	} else {
		doc, found, err = readFile(name)
	}
	if err == nil {
		o.edit(doc)
		v.describe(doc)
		var more diag.List
		doc, more, err = publish.Press{Passes: o.passes()}.Prepare(context.Background(), doc)
		found = append(found, more...)
	}
	if err != nil {
		v.err = err
		found.Add(diag.Error, "quire-unreadable", diag.Position{File: name}, "%v", err)
	} else {
		v.backMatter(doc)
	}
	for _, d := range found {
		v.Diagnostics = append(v.Diagnostics, viewDiagnostic{d.Severity.String(), d.Code, d.Pos.Line, d.Pos.Column, d.Message, d.Hint})
	}
	return v
}

func readFile(name string) (*document.Document, diag.List, error) {
	folder, base := filepath.Dir(name), filepath.Base(name)
	if info, err := os.Stat(name); err != nil {
		return nil, nil, err
	} else if info.IsDir() {
		folder, base = name, "."
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	return source.Read(root.FS(), base, source.Options{})
}

// describe fills in what the reader and the analyses see.
func (v *view) describe(doc *document.Document) {
	m := &doc.Metadata
	v.Title, v.Date, v.Language = m.Title, m.Date, m.Language
	v.Authors = append(v.Authors, m.Authors()...)
	v.Text = text(doc)
	for _, o := range doc.Omissions {
		v.Dropped = append(v.Dropped, viewDropped{o.Text, o.Reason})
	}
	in := enrich.Inspect(doc)
	for _, d := range in.Dates {
		v.Dates = append(v.Dates, viewDate{d.Start, d.End, d.Text, d.Value, d.Mod, d.EDTF})
	}
	for _, a := range in.Acronyms {
		v.Acronyms = append(v.Acronyms, viewAcronym{a.Short, a.Long, a.ShortStart, a.ShortEnd, a.LongStart, a.LongEnd, a.Rule})
	}
	for _, d := range in.Definitions {
		v.Definitions = append(v.Definitions, viewDefinition{d.Term, d.Sentence, d.Start, d.End, d.Rule})
	}
}

// backMatter fills in what the appendices print.
func (v *view) backMatter(doc *document.Document) {
	for e := range document.Each[*document.TimelineEntry](doc) {
		start, end := -1, -1
		if e.Pos.Line > 0 {
			quoted := strings.TrimSuffix(strings.TrimPrefix(e.Evidence, "[…] "), " […]")
			start, end = e.Pos.Offset, e.Pos.Offset+len(quoted)
			if e.End > start {
				end = e.End
			}
		}
		v.Timeline = append(v.Timeline, viewEvent{e.Date, e.Phrase, e.Evidence, document.TextOf(e.Summary), start, end, e.Rule})
	}
	terms := map[document.Anchor]string{}
	for e := range document.Each[*document.GlossaryEntry](doc) {
		terms[e.Anchor] = e.Term
	}
	for e := range document.Each[*document.GlossaryEntry](doc) {
		var see []string
		for _, a := range e.SeeAlso {
			see = append(see, terms[a])
		}
		v.Glossary = append(v.Glossary, viewEntry{e.Term, e.Expansion, document.TextOf(e.Definition), len(e.Mentions), see, e.Evidence, e.Rule})
	}
}

// text returns the article's own text, blocks parted by blank lines and items
// of lists with the bullets or numbers that they have in the manuscript.
func text(doc *document.Document) string {
	var parts []string
	if doc.Metadata.Title != "" && doc.Metadata.TitlePos.Line > 0 {
		parts = append(parts, doc.Metadata.Title)
	}
	bullet := ""
	for _, n := range doc.All() {
		if it, ok := n.(*document.ListItem); ok {
			bullet = marker(doc, it)
		}
		if t := document.BlockText(n); t != "" {
			parts = append(parts, bullet+t)
			bullet = ""
		}
	}
	return strings.Join(parts, "\n\n")
}

// marker returns what stands in the manuscript between the beginning of an item
// and its text, or "" where that is not known.
func marker(doc *document.Document, it *document.ListItem) string {
	const longest = 16
	for n := range document.Nodes(it) {
		t, ok := n.(*document.Text)
		if !ok {
			continue
		}
		from, to := it.Pos, t.Pos
		if from.Line == 0 || to.Line != from.Line || to.File != from.File || to.Offset <= from.Offset || to.Offset > from.Offset+longest {
			return ""
		}
		src, ok := doc.Resource(document.ManuscriptFolder + path.Base(from.File))
		if !ok || to.Offset > len(src.Bytes) {
			return ""
		}
		return string(src.Bytes[from.Offset:to.Offset])
	}
	return ""
}

// print shows the view to people.
func (v *view) print(w io.Writer) {
	fmt.Fprintf(w, "%s\n", v.File)
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %-9s %s\n", name, value)
		}
	}
	row("title", v.Title)
	row("authors", strings.Join(v.Authors, ", "))
	row("date", v.Date)
	row("language", v.Language)
	row("words", fmt.Sprint(len(strings.Fields(v.Text))))
	if len(v.Timeline) > 0 {
		fmt.Fprintf(w, "\n  Timeline\n")
		for _, e := range v.Timeline {
			fmt.Fprintf(w, "    %s (%s)  %s\n      found by %s in: %s\n", e.Phrase, e.EDTF, e.Summary, e.Rule, e.Sentence)
		}
	}
	if len(v.Glossary) > 0 {
		fmt.Fprintf(w, "\n  Glossary\n")
		for _, e := range v.Glossary {
			fmt.Fprintf(w, "    %s", e.Term)
			if e.Expansion != "" {
				fmt.Fprintf(w, ": %s", e.Expansion)
			}
			if e.Definition != "" {
				fmt.Fprintf(w, ". %s", e.Definition)
			}
			if len(e.SeeAlso) > 0 {
				fmt.Fprintf(w, " See also %s.", strings.Join(e.SeeAlso, ", "))
			}
			fmt.Fprintf(w, " (mentioned %d×)\n      found by %s", e.Mentions, e.Rule)
			if e.Evidence != "" {
				fmt.Fprintf(w, " in: %s", e.Evidence)
			}
			fmt.Fprintln(w)
		}
	}
	if len(v.Diagnostics) > 0 {
		fmt.Fprintf(w, "\n  Findings\n")
		for _, d := range v.Diagnostics {
			at := ""
			if d.Line > 0 {
				at = fmt.Sprintf("%d:%d: ", d.Line, d.Column)
			}
			fmt.Fprintf(w, "    %s%s: %s [%s]\n", at, d.Severity, d.Message, d.Code)
		}
	}
	fmt.Fprintln(w)
}
