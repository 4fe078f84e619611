package pdf_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/document/documenttest"
	"github.com/quirepress/quire/source/markdown"
)

// What a reader copies, searches or has read out is the article's own text,
// word by word: no hyphens of ours, no codes of ligatures or of private use, no
// words that run together. Here the text is read with other people's programs,
// and through the structure tree.

// inline reports whether an element runs on in the text around it. A listing is
// Code like a word of code, and stands apart from what is no text.
func inline(role, parent string) bool {
	switch role {
	case "Span", "Em", "Strong", "Sub", "Link", "Reference", "Quote", "Formula", "Figure":
		return true
	case "Code":
		switch parent {
		case "Sect", "Div", "LBody", "BlockQuote", "Document", "Part", "Aside", "Note", "FENote", "NonStruct":
			return false
		}
		return true
	}
	return false
}

// flatten writes the text of an element with white around what stands apart;
// notes come behind everything.
func flatten(e *verify.Element, parent string, text, notes *strings.Builder) {
	out := text
	if e.Role == "Note" || e.Role == "FENote" {
		var inner strings.Builder
		out, notes = notes, &inner
		defer func() { out.WriteString(inner.String()) }()
	}
	apart := !inline(e.Role, parent)
	if apart {
		out.WriteByte('\n')
	}
	for _, n := range e.Nodes {
		if n.Element == nil {
			out.WriteString(n.Text)
		} else {
			flatten(n.Element, e.Role, out, notes)
		}
	}
	if apart {
		out.WriteByte('\n')
	}
}

// wordsOf returns the words of a text, without hyphens of any kind: pdftotext
// drops those at the ends of lines, whoever put them there.
func wordsOf(s string) []string {
	return strings.Fields(strings.NewReplacer("\u00AD", "", "-", "", "\u2010", "").Replace(s))
}

// structureWords returns the words of a file through its structure tree.
func structureWords(t *testing.T, file []byte) []string {
	t.Helper()
	root, err := verify.Structure(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var text, notes strings.Builder
	flatten(root, "", &text, &notes)
	return wordsOf(text.String() + notes.String())
}

// pageText returns the text of a file as pdftotext has it, from the text's own
// area: without running heads and folios, which stand at the sides of pages that
// are shown turned.
func pageText(t *testing.T, file []byte, st *style.Style) string {
	t.Helper()
	name := validator.File(t, "text.pdf", file)
	info, _, err := validator.Run(t, "pdfinfo", "-f", "1", "-l", "-1", name)
	if err != nil {
		t.Fatal(err)
	}
	turned := regexp.MustCompile(`Page +\d+ rot: +(\d+)`).FindAllStringSubmatch(info, -1)
	head := int((st.Margins.Head - st.Body.Leading).Points())
	foot := int((st.Margins.Head + st.Body.Leading*style.Length(st.Lines()+1)).Points())
	height := int(st.Paper.Height.Points() + 0.5)
	var out strings.Builder
	for from := 0; from < len(turned); {
		to := from + 1
		for to < len(turned) && turned[to][1] == turned[from][1] {
			to++
		}
		area := []int{0, head, 2000, foot - head}
		if turned[from][1] != "0" {
			area = []int{height - foot, 0, foot - head, 2000}
		}
		args := []string{"-enc", "UTF-8", "-nopgbrk", "-r", "72", "-f", strconv.Itoa(from + 1), "-l", strconv.Itoa(to)}
		for i, flag := range []string{"-x", "-y", "-W", "-H"} {
			args = append(args, flag, strconv.Itoa(area[i]))
		}
		text, errs, err := validator.Run(t, "pdftotext", append(args, name, "-")...)
		if err != nil || errs != "" {
			t.Fatal(err, errs)
		}
		out.WriteString(text)
		from = to
	}
	return out.String()
}

// hyphenated is the end of a line that parts a word.
var hyphenated = regexp.MustCompile(`([\x{AD}-])\n+(\pL)`)

// lacks returns the words that have lacks of want, each as often.
func lacks(want, have []string) []string {
	n := map[string]int{}
	for _, w := range have {
		n[w]++
	}
	var out []string
	for _, w := range want {
		if n[w]--; n[w] < 0 {
			out = append(out, w)
		}
	}
	return out
}

// rejoin takes out of both lists the words whose parts stand on both sides of
// something else, such as the foot of a page or the next column.
func rejoin(missing, added []string) (m, a []string) {
	left := map[string]int{}
	for _, w := range added {
		left[w]++
	}
	var compose func(w string) bool
	compose = func(w string) bool {
		if w == "" {
			return true
		}
		for i := range w + "." {
			if part := w[:i]; left[part] > 0 {
				left[part]--
				if compose(w[i:]) {
					return true
				}
				left[part]++
			}
		}
		return false
	}
	for _, w := range missing {
		if !compose(w) {
			m = append(m, w)
		}
	}
	for _, w := range added {
		if left[w] > 0 {
			left[w]--
			a = append(a, w)
		}
	}
	return m, a
}

// manuscripts are what extraction is tried with: the sample, the raw article,
// and prose in several languages.
func manuscripts(t *testing.T) map[string]*document.Document {
	t.Helper()
	out := map[string]*document.Document{}
	read := func(dir, name string) {
		doc, _, err := source.Read(os.DirFS(dir), name, source.Options{})
		if errors.Is(err, fs.ErrNotExist) {
			t.Logf("%s is not here", name)
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		out[name] = doc
	}
	read("../../examples/articles", "kosovo-and-nato.md")
	read("../../../shared/articles", "kosovo-nato.txt")
	for _, lang := range []string{"en", "de"} {
		doc, _, err := markdown.Read("book.md", documenttest.Manuscript(2, 40_000, lang), markdown.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out[lang] = doc
	}
	for name, doc := range out {
		doc, _, err := publish.Press{}.Prepare(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = doc
	}
	return out
}

func TestExtractedText(t *testing.T) {
	validator.Require(t, "pdftotext")
	for name, doc := range manuscripts(t) {
		for _, e := range []pdf.Encoder{{Paper: pdf.A5}, {Paper: pdf.A4}} {
			t.Run(name+"/"+e.Paper.Name, func(t *testing.T) {
				var b bytes.Buffer
				if _, err := e.Encode(t.Context(), &b, doc, nil); err != nil {
					t.Fatal(err)
				}
				st := style.New(e.Paper, e.Profile.For(doc), style.House)
				text := pageText(t, b.Bytes(), &st)
				for _, r := range text {
					if unicode.Is(unicode.Co, r) || r >= 0xFB00 && r <= 0xFB06 || r == unicode.ReplacementChar {
						t.Fatalf("%U is in the text", r)
					}
				}
				have, want := wordsOf(hyphenated.ReplaceAllString(text, "$1$2")), structureWords(t, b.Bytes())
				missing, added := rejoin(lacks(want, have), lacks(have, want))
				if len(missing)+len(added) > 0 {
					t.Errorf("%d of %d words are missing: %.400q\n%d others are there: %.400q", len(missing), len(want), missing, len(added), added)
				}
			})
		}
	}
}

// TestExtractedRandom looks for the letters of random documents, which hold
// several directions of writing: programs order signs in them as they like, and
// halves of words.
func TestExtractedRandom(t *testing.T) {
	validator.Require(t, "pdftotext")
	n := uint64(8)
	if validator.Long() {
		n = 50
	}
	letters := func(words []string) []string {
		return strings.FieldsFunc(strings.Join(words, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	}
	for seed := range n {
		doc := documenttest.Random(seed)
		legible(reflect.ValueOf(doc))
		e := pdf.Encoder{Paper: pdf.A5, Profile: style.Profiles()[seed%4]}
		var b bytes.Buffer
		if _, err := e.Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		st := style.New(e.Paper, e.Profile, style.House)
		text := pageText(t, b.Bytes(), &st)
		have, want := letters(wordsOf(text)), letters(structureWords(t, b.Bytes()))
		missing, _ := rejoin(lacks(want, have), lacks(have, want))
		// Letters that stand alone side by side are taken for a letterspaced word.
		missing = slices.DeleteFunc(missing, func(w string) bool { return utf8.RuneCountInString(w) < 2 })
		// In columns of a few letters words come apart everywhere.
		if len(missing)*400 > len(want) {
			t.Errorf("seed %d, %s: %d of %d words are missing: %.400q", seed, e.Profile, len(missing), len(want), missing)
		}
	}
}

// squashed returns a text with one space where white stands, and no soft
// hyphens.
func squashed(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00AD", "")), " ")
}

// textsOf returns the texts of the paragraphs and titles of a document in order,
// without those that print what the document does not say: notes, formulas,
// pictures and references.
func textsOf(doc *document.Document) []string {
	var out []string
	add := func(content []document.Inline) {
		var b strings.Builder
		odd := false
		var walk func(n document.Node)
		walk = func(n document.Node) {
			switch n := n.(type) {
			case *document.Text:
				b.WriteString(n.Value)
			case *document.Code:
				b.WriteString(n.Value)
			case *document.LineBreak:
				b.WriteByte(' ')
			case *document.Note, *document.Math, *document.Image, *document.RawInline:
				odd = true
			default:
				if r, ok := n.(*document.CrossReference); ok && (r.Show != document.ShowContent || r.Ref == document.RefNote) {
					odd = true
				}
				for c := range document.Children(n) {
					walk(c)
				}
			}
		}
		for _, n := range content {
			walk(n)
		}
		if s := squashed(b.String()); !odd && s != "" {
			out = append(out, s)
		}
	}
	var walk func(n document.Node)
	walk = func(n document.Node) {
		switch n := n.(type) {
		case *document.Section:
			add(n.Title)
		case *document.Paragraph:
			add(n.Content)
			return
		case *document.Heading:
			add(n.Content)
			return
		case *document.CodeBlock:
			out = append(out, squashed(n.Code))
			return
		case *document.Timeline, *document.Glossary, *document.Index:
			return
		}
		for c := range document.Children(n) {
			if _, ok := c.(document.Block); ok || !isInline(c) {
				walk(c)
			}
		}
	}
	for _, b := range doc.Blocks {
		walk(b)
	}
	return out
}

func isInline(n document.Node) bool { _, ok := n.(document.Inline); return ok }

// TestStructureText reads the paragraphs of files through their structure tree:
// each is there, letter by letter and space by space, in its order.
func TestStructureText(t *testing.T) {
	for name, doc := range manuscripts(t) {
		var b bytes.Buffer
		if _, err := (pdf.Encoder{}).Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		root, err := verify.Structure(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		var walk func(e *verify.Element, parent string) string
		walk = func(e *verify.Element, parent string) string {
			var text strings.Builder
			at := len(have)
			runsOn := inline(e.Role, parent)
			if !runsOn {
				have = append(have, "")
			}
			for _, n := range e.Nodes {
				if n.Element == nil {
					text.WriteString(n.Text)
				} else {
					text.WriteString(walk(n.Element, e.Role))
				}
			}
			if runsOn {
				return text.String()
			}
			have[at] = squashed(text.String())
			return ""
		}
		walk(root, "")
		want := textsOf(doc)
		rest := have
		for i, w := range want {
			k := slices.Index(rest, w)
			if k < 0 {
				t.Errorf("%s: text %d of %d is not in the file, or not in its place: %q", name, i, len(want), w)
				break
			}
			rest = rest[k+1:]
		}
		if len(want) < 12 {
			t.Errorf("%s: only %d texts", name, len(want))
		}
	}
}

// TestStructureTextElsewhere has another program read the structure tree.
func TestStructureTextElsewhere(t *testing.T) {
	validator.Require(t, "pdfinfo")
	for name, doc := range manuscripts(t) {
		var b bytes.Buffer
		if _, err := (pdf.Encoder{}).Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		out, _, err := validator.Run(t, "pdfinfo", "-struct-text", validator.File(t, "text.pdf", b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		var theirs strings.Builder
		for _, m := range regexp.MustCompile(`(?ms)^ +"(.*?)"$`).FindAllStringSubmatch(out, -1) {
			theirs.WriteString(m[1])
		}
		root, err := verify.Structure(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		var ours strings.Builder
		var walk func(e *verify.Element)
		walk = func(e *verify.Element) {
			for _, n := range e.Nodes {
				if n.Element != nil {
					walk(n.Element)
				} else {
					ours.WriteString(n.Text)
				}
			}
		}
		walk(root)
		have, want := strings.Join(wordsOf(theirs.String()), ""), strings.Join(wordsOf(ours.String()), "")
		for i := range want {
			if i >= len(have) || have[i] != want[i] {
				t.Errorf("%s: pdfinfo reads %q, and not %q", name, have[max(i-20, 0):min(i+60, len(have))], want[max(i-20, 0):min(i+60, len(want))])
				break
			}
		}
	}
}
