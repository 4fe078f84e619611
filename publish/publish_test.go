package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/enrich"
)

// fake is a format that writes the title and what it was given.
type fake struct {
	ext       string
	laysOut   bool
	fail      error
	boom      bool
	verify    diag.List
	sawPages  **document.Pagination
	waitsDone bool
}

func (f fake) Extension() string { return f.ext }
func (f fake) MediaType() string { return "text/x-fake" }
func (f fake) Paginates() bool   { return f.laysOut }
func (f fake) Encode(ctx context.Context, w io.Writer, doc *document.Document, pages *document.Pagination) (formats.Result, error) {
	if f.sawPages != nil {
		*f.sawPages = pages
	}
	if f.boom {
		panic("internal error: the type case is empty")
	}
	fmt.Fprintf(w, "%s %s", doc.Metadata.Title, doc.Metadata.Modified)
	if f.waitsDone {
		<-ctx.Done()
		return formats.Result{}, ctx.Err()
	}
	res := formats.Result{Count: 3, Unit: "page"}
	if f.laysOut {
		res.Pagination = &document.Pagination{PrintID: f.ext}
	}
	return res, f.fail
}
func (f fake) Verify(io.ReaderAt, int64) diag.List { return f.verify }

var articles = fstest.MapFS{
	"a.md":     {Data: []byte("---\ntitle: First\ndate: 2020-02-03\n---\n\nA first paragraph.\n")},
	"b/c.md":   {Data: []byte("# Second\n\nA second paragraph.\n")},
	"a.txt":    {Data: []byte("Third\n\nA third paragraph, which has an end.\n")},
	"empty.md": {Data: nil},
}

func names(t *testing.T, folder string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(folder, func(p string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(folder, p)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

func TestPublishMirrorsTheTree(t *testing.T) {
	dst := t.TempDir()
	var steps []string
	p := Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y", laysOut: true}}, Workers: 1, Log: func(e Event) { steps = append(steps, e.Step) }}
	report, err := p.Publish(t.Context(), dst, articles, "a.md", "b/c.md")
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, dst); got != "a.x a.y b/c.x b/c.y" {
		t.Errorf("wrote %s", got)
	}
	made := report.Files()
	if len(made) != 4 || !made[0].Verified || made[0].Count != 3 || len(made[0].SHA256) != 64 {
		t.Errorf("files %+v", made)
	}
	if a := report.Articles[1]; a.Name != "b/c.md" || a.Title != "Second" || a.Words != 3 || a.Err != nil {
		t.Errorf("article %+v", a)
	}
	undated := false
	for _, d := range report.Diagnostics() {
		undated = undated || d.Code == "publish-no-date" && d.Pos.File == "b/c.md"
	}
	if !undated {
		t.Errorf("the undated article is not reported with its file: %v", report.Diagnostics())
	}
	b, err := os.ReadFile(filepath.Join(dst, "a.x"))
	if err != nil || string(b) != "First 2020-02-03T00:00:00Z" {
		t.Errorf("%q, %v", b, err)
	}
	if got := strings.Join(steps, " "); !strings.HasPrefix(got, "read enrich") || !strings.Contains(got, "encode verify encode verify written written") {
		t.Errorf("steps: %s", got)
	}
}

func TestPagesGoToTheOthers(t *testing.T) {
	var early, late *document.Pagination
	p := Press{Formats: []Format{fake{ext: ".a", sawPages: &early}, fake{ext: ".p", laysOut: true}, fake{ext: ".q", laysOut: true}, fake{ext: ".b", sawPages: &late}}}
	if _, err := p.Publish(t.Context(), t.TempDir(), articles, "a.md"); err != nil {
		t.Fatal(err)
	}
	if early == nil || late == nil || early.PrintID != ".p" || late.PrintID != ".p" {
		t.Errorf("got %+v and %+v, want the pages of the first format that lays out", early, late)
	}
}

func TestSameName(t *testing.T) {
	dst := t.TempDir()
	p := Press{Formats: []Format{fake{ext: ".x"}}}
	_, err := p.Publish(t.Context(), dst, articles, "b/c.md", "a.md", "a.txt")
	if !errors.Is(err, ErrSameName) {
		t.Errorf("got %v", err)
	}
	if got := names(t, dst); got != "" {
		t.Errorf("wrote %s before the error", got)
	}
	if _, err := (Press{}).Publish(t.Context(), dst, articles, "a.md"); !errors.Is(err, ErrNoFormat) {
		t.Errorf("no format: got %v", err)
	}
}

func TestOldFileStays(t *testing.T) {
	wrong := diag.List{{Severity: diag.Error, Code: "fake-wrong", Message: "wrong"}}
	for _, c := range []struct {
		name  string
		press Press
		want  error
	}{
		{"the format fails", Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y", fail: io.ErrShortWrite}}}, io.ErrShortWrite},
		{"the file is invalid", Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y", verify: wrong}}}, ErrInvalid},
		{"a warning in a strict press", Press{Strict: true, Formats: []Format{fake{ext: ".x", verify: diag.List{{Severity: diag.Warning}}}, fake{ext: ".y"}}}, ErrStrict},
		{"a panic", Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y", boom: true}}}, nil},
	} {
		dst := t.TempDir()
		for _, ext := range []string{".x", ".y"} {
			if err := os.WriteFile(filepath.Join(dst, "a"+ext), []byte("old"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		_, err := c.press.Publish(t.Context(), dst, articles, "a.md")
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if c.want == nil && !strings.Contains(err.Error(), "internal error: the type case is empty") {
			t.Errorf("%s: got %v", c.name, err)
		}
		if got := names(t, dst); got != "a.x a.y" {
			t.Errorf("%s: the folder holds %s", c.name, got)
		}
		for _, ext := range []string{".x", ".y"} {
			if b, _ := os.ReadFile(filepath.Join(dst, "a"+ext)); string(b) != "old" {
				t.Errorf("%s: a%s was changed to %q", c.name, ext, b)
			}
		}
	}
}

func TestOneBrokenArticleDoesNotStopTheRest(t *testing.T) {
	dst := t.TempDir()
	p := Press{Formats: []Format{fake{ext: ".x"}}}
	_, err := p.Publish(t.Context(), dst, articles, "empty.md", "missing.md", "a.md")
	if err == nil || !strings.Contains(err.Error(), "empty.md") || !strings.Contains(err.Error(), "missing.md") {
		t.Errorf("got %v", err)
	}
	if got := names(t, dst); got != "a.x" {
		t.Errorf("wrote %s", got)
	}
}

func TestCancel(t *testing.T) {
	dst := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := Press{Formats: []Format{fake{ext: ".x", waitsDone: true}}}.Publish(ctx, dst, articles, "a.md")
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if got := names(t, dst); got != "" {
		t.Errorf("left %s behind", got)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := (Press{Formats: []Format{fake{ext: ".x"}}}).Publish(t.Context(), filepath.Join(file, "dist"), articles, "a.md"); err == nil {
		t.Error("a folder inside a file was accepted")
	}
	doc := &document.Document{Blocks: []document.Block{&document.Paragraph{Content: document.Plain("x")}}}
	for _, base := range []string{"../up", "/abs", ".", ""} {
		if _, err := (Press{Formats: []Format{fake{ext: ".x"}}}).Write(t.Context(), t.TempDir(), base, doc); err == nil {
			t.Errorf("the base %q was accepted", base)
		}
	}
}

func TestEncodeLeavesTheDocumentAlone(t *testing.T) {
	doc := &document.Document{Metadata: document.Metadata{Title: "T"}, Blocks: []document.Block{&document.Paragraph{Content: document.Plain("NATO was founded.")}}}
	var before, after, out bytes.Buffer
	if err := doc.Dump(&before); err != nil {
		t.Fatal(err)
	}
	p := Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y"}}, Edit: func(d *document.Document) { d.Metadata.Title = "Edited" }}
	if _, err := p.Encode(t.Context(), doc, &out, nil); err != nil {
		t.Fatal(err)
	}
	if err := doc.Dump(&after); err != nil {
		t.Fatal(err)
	}
	if before.String() != after.String() {
		t.Errorf("the caller's document was changed:\n%s", after.String())
	}
	if !strings.HasPrefix(out.String(), "Edited ") {
		t.Errorf("got %q", out.String())
	}
	if _, err := p.Encode(t.Context(), doc, &out); err == nil {
		t.Error("one writer for two formats was accepted")
	}
	doc.Blocks = append(doc.Blocks, nil)
	if _, err := p.Encode(t.Context(), doc, &out, nil); err == nil || !strings.Contains(err.Error(), "blocks[1] is nil") {
		t.Errorf("an invalid document: got %v", err)
	}
}

func TestDateAndIdentifier(t *testing.T) {
	prepare := func(p Press, m document.Metadata) (*document.Document, diag.List) {
		p.Passes = []enrich.Pass{}
		d, l, err := p.Prepare(t.Context(), &document.Document{Metadata: m})
		if err != nil {
			t.Fatal(err)
		}
		return d, l
	}
	d, l := prepare(Press{}, document.Metadata{Title: "T", Language: "en"})
	if d.Metadata.Modified != "2000-01-01T00:00:00Z" || len(l) != 1 || l[0].Code != "publish-no-date" {
		t.Errorf("%s, %v", d.Metadata.Modified, l)
	}
	id := d.Metadata.Identifiers[0]
	if id.Scheme != "uuid" || len(id.Value) != len("urn:uuid:")+36 || id.Value[9+14] != '5' {
		t.Errorf("identifier %v", id)
	}
	again, _ := prepare(Press{Date: time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))}, document.Metadata{Title: "T", Language: "en", Date: "1999"})
	if again.Metadata.Identifiers[0] != id {
		t.Error("another edition of the work has another identifier")
	}
	if again.Metadata.Modified != "2026-11-23T09:00:00Z" {
		t.Errorf("modified %s", again.Metadata.Modified)
	}
	if other, _ := prepare(Press{}, document.Metadata{Title: "T2", Language: "en"}); other.Metadata.Identifiers[0] == id {
		t.Error("another work has the same identifier")
	}
	if d, _ := prepare(Press{}, document.Metadata{Date: "1999-06"}); d.Metadata.Modified != "1999-06-01T00:00:00Z" {
		t.Errorf("the article's own date gave %s", d.Metadata.Modified)
	}
	for in, want := range map[string]document.Identifier{
		"978-3-16-148410-0":     {Scheme: "isbn", Value: "9783161484100"},
		"https://example.org/a": {Scheme: "uri", Value: "https://example.org/a"},
		"10.1000/182":           {Scheme: "doi", Value: "10.1000/182"},
		document.NameUUID("x"):  {Scheme: "uuid", Value: document.NameUUID("x")},
	} {
		if d, _ := prepare(Press{Identifier: in}, document.Metadata{}); d.Metadata.Identifiers[0] != want {
			t.Errorf("%s: got %v", in, d.Metadata.Identifiers[0])
		}
	}
}
