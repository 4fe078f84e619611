package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/quirepress/quire/source/enrich"
)

const small = "---\ntitle: A small article\ndate: 2020-05-06\nlanguage: en\n---\n\nThe Harbour Trust (HT) was founded in 1871. In 1904 a storm destroyed the quay, and the HT rebuilt it.\n"

// quire runs the command.
func quire(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// files returns the files below a folder.
func files(t *testing.T, folder string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(p string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(folder, p)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

func TestSample(t *testing.T) {
	out := t.TempDir()
	status, stdout, stderr := quire(t, "", "-o", out)
	if status != done {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if got := files(t, out); got != "kosovo-and-nato.epub kosovo-and-nato.pdf" {
		t.Errorf("wrote %s", got)
	}
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], " pages ") || !strings.Contains(lines[1], " chapters ") {
		t.Errorf("summary:\n%s", stdout)
	}
	for _, l := range lines {
		if !strings.HasSuffix(l, "verified") {
			t.Errorf("not verified: %s", l)
		}
	}
	if strings.Contains(stderr, "warning") || strings.Contains(stderr, "error") {
		t.Errorf("the sample is not clean:\n%s", stderr)
	}
	if !strings.Contains(stderr, "publishing kosovo-and-nato.md\n") {
		t.Errorf("no progress on standard error: %s", stderr)
	}
}

func TestSameBytes(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	quire(t, "", "-quiet", "-o", a)
	quire(t, "", "-quiet", "-o", b)
	for _, name := range []string{"kosovo-and-nato.pdf", "kosovo-and-nato.epub"} {
		x, err := os.ReadFile(filepath.Join(a, name))
		if err != nil {
			t.Fatal(err)
		}
		y, err := os.ReadFile(filepath.Join(b, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(x, y) {
			t.Errorf("two runs gave different bytes of %s", name)
		}
	}
}

func TestNames(t *testing.T) {
	in := t.TempDir()
	write(t, filepath.Join(in, "one.md"), small)
	write(t, filepath.Join(in, "folder", "two.md"), small)
	write(t, filepath.Join(in, "folder", "deep", "three.md"), small)
	write(t, filepath.Join(in, "folder", "README.md"), small)
	write(t, filepath.Join(in, "book", "index.md"), "---\ntitle: A book\ndate: 2020\nlanguage: en\n---\n\nHow it begins.\n")
	write(t, filepath.Join(in, "book", "01.md"), "# One\n\nThe first chapter.\n")
	write(t, filepath.Join(in, "book", "02.md"), "# Two\n\nThe second chapter.\n")
	for _, c := range []struct {
		name  string
		stdin string
		args  []string
		want  string
	}{
		{"a file", "", []string{filepath.Join(in, "one.md")}, "one.epub one.pdf"},
		{"one format", "", []string{"-format", "epub", filepath.Join(in, "one.md")}, "one.epub"},
		{"a folder of articles", "", []string{filepath.Join(in, "folder")}, "deep/three.epub deep/three.pdf two.epub two.pdf"},
		{"a book", "", []string{filepath.Join(in, "book")}, "book.epub book.pdf"},
		{"standard input", small, []string{"-"}, "a-small-article.epub a-small-article.pdf"},
	} {
		out := t.TempDir()
		status, _, stderr := quire(t, c.stdin, append([]string{"-o", out}, c.args...)...)
		if got := files(t, out); status != done || got != c.want {
			t.Errorf("%s: status %d, wrote %s, want %s\n%s", c.name, status, got, c.want, stderr)
		}
	}
}

func TestStatus(t *testing.T) {
	in := t.TempDir()
	good := filepath.Join(in, "good.md")
	write(t, good, small)
	write(t, filepath.Join(in, "other", "good.txt"), "Another\n\nAn article with the same name, in English and with an end.\n")
	write(t, filepath.Join(in, "empty.md"), "")
	write(t, filepath.Join(in, "binary.txt"), "\x00\x01\x02\x03\xff\xfe\x00\x00")
	write(t, filepath.Join(in, "front.md"), "---\ntitle: [open\n---\n\nText.\n")
	write(t, filepath.Join(in, "warns.md"), small+"\n![](missing.png)\n")
	if err := os.Mkdir(filepath.Join(in, "nothing"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		status int
		says   string
		wrote  string
	}{
		{"help", []string{"-help"}, done, "usage: quire", ""},
		{"an unknown flag", []string{"-colour", "red"}, wrongUsage, "-colour", ""},
		{"an unknown format", []string{"-format", "docx", good}, wrongUsage, "docx", ""},
		{"an unknown paper", []string{"-paper", "a99", good}, wrongUsage, "a99", ""},
		{"an unknown profile", []string{"-profile", "novel", good}, wrongUsage, "novel", ""},
		{"an unknown theme", []string{"-theme", "neon", good}, wrongUsage, "neon", ""},
		{"sheets of an EPUB", []string{"-format", "epub", "-impose", "booklet", good}, wrongUsage, "-impose is for the PDF", ""},
		{"pages of an EPUB", []string{"-format", "epub", "-pages", "8", good}, wrongUsage, "-pages is for the PDF", ""},
		{"ink of an EPUB", []string{"-format", "epub", "-grey", good}, wrongUsage, "-grey is for the PDF", ""},
		{"no date", []string{"-date", "soon", good}, wrongUsage, "soon", ""},
		{"no ISBN", []string{"-isbn", "978-3-16-148410-1", good}, wrongUsage, "978-3-16-148410-1", ""},
		{"an empty author", []string{"-author", "", good}, wrongUsage, "-author", ""},
		{"no language", []string{"-lang", "xx_bogus!", good}, wrongUsage, "-lang", ""},
		{"a format twice", []string{"-format", "pdf,pdf", good}, wrongUsage, "twice", ""},
		{"no levels", []string{"-toc-depth", "0", good}, wrongUsage, "toc-depth", ""},
		{"no name", []string{""}, wrongUsage, "empty", ""},
		{"a flag behind a name", []string{good, "-paper", "a4"}, wrongUsage, "flags come first", ""},
		{"broken front matter", []string{filepath.Join(in, "front.md")}, failed, "front.md:2:", ""},
		{"a flag that inspect lacks", []string{"inspect", "-paper", "a4", good}, wrongUsage, "-paper", ""},
		{"a flag behind an inspected file", []string{"inspect", good, "-eager"}, wrongUsage, "flags come first", ""},
		{"inspect in no language", []string{"inspect", "-lang", "xx_bogus!", good}, wrongUsage, "-lang", ""},
		{"inspect behind a flag that it lacks", []string{"-paper", "a4", "inspect", good}, wrongUsage, "inspect", ""},
		{"inspect nothing", []string{"inspect"}, wrongUsage, "no file", ""},
		{"a missing file", []string{filepath.Join(in, "none.md")}, failed, "none.md", ""},
		{"a missing cover", []string{"-cover", filepath.Join(in, "none.png"), good}, failed, "none.png", ""},
		{"a folder of nothing", []string{filepath.Join(in, "nothing")}, failed, "holds no article", ""},
		{"an empty file, and a good one", []string{filepath.Join(in, "empty.md"), good}, failed, "empty", "good.epub good.pdf"},
		{"a binary file", []string{filepath.Join(in, "binary.txt")}, failed, "not text", ""},
		{"one name twice", []string{good, filepath.Join(in, "other", "good.txt")}, failed, "same name", ""},
		{"a warning", []string{filepath.Join(in, "warns.md")}, done, "missing.png", "warns.epub warns.pdf"},
		{"a warning in strict mode", []string{"-strict", filepath.Join(in, "warns.md")}, failed, "missing.png", ""},
	} {
		out := t.TempDir()
		args := append([]string{"-o", out}, c.args...)
		if c.args[0] == "inspect" {
			args = c.args
		}
		status, _, stderr := quire(t, "", args...)
		if status != c.status || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: status %d, want %d; said %s", c.name, status, c.status, stderr)
		}
		if got := files(t, out); got != c.wrote {
			t.Errorf("%s: wrote %s, want %s", c.name, got, c.wrote)
		}
	}
	status, _, stderr := quire(t, "", "-o", filepath.Join(good, "dist"), good)
	if status != failed || !strings.Contains(stderr, "good.md") {
		t.Errorf("a folder that cannot be made: status %d, said %s", status, stderr)
	}
}

func TestFlagsReachTheBook(t *testing.T) {
	in := filepath.Join(t.TempDir(), "a.md")
	write(t, in, small)
	o, err := parse([]string{"-title", "T", "-author", "A", "-author", "B", "-lang", "de", "-date", "1999-01-02", "-paper", "a4", "-toc-depth", "2", "-no-glossary", in}, &bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := o.press()
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := readFile(in)
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err = p.Prepare(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	m := doc.Metadata
	if m.Title != "T" || strings.Join(m.Authors(), "+") != "A+B" || m.Language != "de" || m.Date != "1999-01-02" || m.Modified != "1999-01-02T00:00:00Z" ||
		m.Settings["paper"] != "a4" || m.Settings["toc-depth"] != "2" {
		t.Errorf("metadata %+v", m)
	}
	for _, pass := range p.Passes {
		if pass.Name() == "glossary" {
			t.Error("-no-glossary left the glossary in")
		}
		if pass == (enrich.Timeline{Eager: true}) {
			t.Error("the timeline is eager, which nobody asked for")
		}
	}
	o.eager, o.noGlossary = true, false
	if p, err = o.press(); err != nil || !slices.Contains(p.Passes, enrich.Pass(enrich.Timeline{Eager: true})) || !slices.Contains(p.Passes, enrich.Pass(enrich.Glossary{Eager: true})) {
		t.Errorf("-eager gave %+v, %v", p.Passes, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	o.date = ""
	if p, err = o.press(); err != nil || p.Date.Format("2006-01-02") != "1970-01-02" {
		t.Errorf("SOURCE_DATE_EPOCH gave %v, %v", p.Date, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "now")
	if _, err = o.press(); err == nil {
		t.Error("a SOURCE_DATE_EPOCH that is no number was accepted")
	}
}

func TestInspect(t *testing.T) {
	in := t.TempDir()
	text := "A small article\n\nby Ann Author\n\nThe Harbour Trust (HT) was founded in 1871. In 1904 a storm destroyed the quay, and the HT rebuilt it.\n"
	write(t, filepath.Join(in, "a.txt"), text)
	status, stdout, stderr := quire(t, "", "inspect", "-json", filepath.Join(in, "a.txt"), filepath.Join(in, "none.txt"), filepath.Join(in, "a.txt"))
	if status != failed {
		t.Errorf("a missing file: status %d, %s", status, stderr)
	}
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines for 3 files:\n%s", len(lines), stdout)
	}
	var v view
	if err := json.Unmarshal([]byte(lines[0]), &v); err != nil {
		t.Fatal(err)
	}
	if v.Title != "A small article" || strings.Join(v.Authors, "") != "Ann Author" {
		t.Errorf("title %q, authors %q", v.Title, v.Authors)
	}
	if len(v.Dates) != 2 || text[v.Dates[0].Start:v.Dates[0].End] != "1871" || v.Dates[0].Value != "1871" {
		t.Errorf("dates %+v", v.Dates)
	}
	if len(v.Acronyms) != 1 || text[v.Acronyms[0].LongStart:v.Acronyms[0].LongEnd] != "Harbour Trust" {
		t.Errorf("acronyms %+v", v.Acronyms)
	}
	if len(v.Timeline) != 2 || text[v.Timeline[0].Start:v.Timeline[0].End] != v.Timeline[0].Sentence {
		t.Errorf("timeline %+v", v.Timeline)
	}
	if len(v.Glossary) != 1 || v.Glossary[0].Mentions != 2 {
		t.Errorf("glossary %+v", v.Glossary)
	}
	if err := json.Unmarshal([]byte(lines[1]), &v); err != nil || len(v.Diagnostics) == 0 {
		t.Errorf("the missing file's line: %v, %s", err, lines[1])
	}
	status, stdout, _ = quire(t, "", "inspect", filepath.Join(in, "a.txt"))
	if status != done || !strings.Contains(stdout, "Timeline\n") || !strings.Contains(stdout, "found by") {
		t.Errorf("inspect for people: status %d\n%s", status, stdout)
	}
}

// TestInspectTakesWhatBearsOnIt gives the flags before and behind the word.
func TestInspectTakesWhatBearsOnIt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	write(t, file, "# Le port\n\nLe port fut ouvert en 1871. Cette année, le quai fut refait.\n")
	flags := []string{"-json", "-eager", "-lang", "fr", "-date", "1999-05-03", "-title", "T", "-author", "A"}
	for _, args := range [][]string{
		slices.Concat([]string{"inspect"}, flags, []string{file}),
		slices.Concat(flags, []string{"inspect", file}),
		slices.Concat(flags[:2], []string{"inspect"}, flags[2:], []string{file}),
	} {
		status, stdout, stderr := quire(t, "", args...)
		var v view
		if err := json.Unmarshal([]byte(stdout), &v); status != done || err != nil {
			t.Fatalf("%q: status %d, %v, %s", args, status, err, stderr)
		}
		if v.Language != "fr" || v.Date != "1999-05-03" || v.Title != "T" || strings.Join(v.Authors, "") != "A" {
			t.Errorf("%q: language %q, date %q, title %q, authors %q", args, v.Language, v.Date, v.Title, v.Authors)
		}
	}
	status, stdout, _ := quire(t, "", "inspect", "-no-glossary", "-no-timeline", file)
	if status != done || strings.Contains(stdout, "Timeline") {
		t.Errorf("-no-timeline: status %d\n%s", status, stdout)
	}
	if status, _, stderr := quire(t, "", "inspect", "-help"); status != done || !strings.Contains(stderr, "-eager") {
		t.Errorf("help: status %d\n%s", status, stderr)
	}
}

func TestWatch(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	name := filepath.Join(in, "a.md")
	write(t, name, small)
	write(t, filepath.Join(in, "b.md"), small)
	ctx, stop := context.WithCancel(t.Context())
	finished := make(chan int)
	var said safeBuffer
	go func() {
		finished <- run(ctx, []string{"-watch", "-format", "epub", "-o", out, name, filepath.Join(in, "b.md")}, nil, &said, &said)
	}()
	waitFor := func(what string) {
		t.Helper()
		for range 300 {
			if strings.Contains(said.String(), what) {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("it never said %q but %s", what, said.String())
	}
	waitFor("watching")
	said.Reset()
	write(t, name, strings.Replace(small, "1871", "1872 or 1873", 1))
	waitFor("a.epub")
	said.Reset()
	write(t, name, small+"\n![A map](map.svg)\n")
	waitFor("source-image-missing")
	said.Reset()
	write(t, filepath.Join(in, "map.svg"), `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
	waitFor("a.epub")
	stop()
	if status := <-finished; status != done {
		t.Errorf("status %d", status)
	}
	if strings.Contains(said.String(), "b.epub") {
		t.Errorf("an article that did not change was published again: %s", said.String())
	}
	if status, _, _ := quire(t, "", "-watch", "-"); status != wrongUsage {
		t.Errorf("watching standard input: status %d", status)
	}
}

// safeBuffer is a buffer that two goroutines may use.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func (s *safeBuffer) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.b.Reset()
}

func TestForMachines(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.md"), small)
	write(t, filepath.Join(in, "b.md"), small+"\n![](missing.png)\n")
	write(t, filepath.Join(in, "c.md"), "")
	report := filepath.Join(out, "report.json")
	status, stdout, _ := quire(t, "", "-format", "epub", "-o", out, "-report", report, "-annotations", "github", "-hashes", in)
	if status != failed {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(stdout, "::warning file="+filepath.Join(in, "b.md")+",line=") {
		t.Errorf("no annotation:\n%s", stdout)
	}
	b, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	var r reportFile
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Articles) != 3 || r.Articles[0].Name != "a.md" || r.Articles[0].Words < 10 || len(r.Articles[1].Diagnostics) == 0 || r.Articles[2].Error == "" || r.PeakBytes == 0 {
		t.Errorf("report:\n%s", b)
	}
	made, err := os.ReadFile(filepath.Join(out, "a.epub"))
	if err != nil {
		t.Fatal(err)
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(made))
	if r.Articles[0].Files[0].SHA256 != sum || !strings.Contains(stdout, sum+"  ") {
		t.Errorf("the hash of a.epub is %s:\n%s\n%s", sum, stdout, b)
	}
}

// TestClash names two articles alike: the others are published.
func TestClash(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for _, n := range []string{"a.md", "A.txt", "b.md", "c.md"} {
		write(t, filepath.Join(in, n), small)
	}
	report := filepath.Join(t.TempDir(), "report.json")
	status, _, stderr := quire(t, "", "-format", "epub", "-o", out, "-report", report, in)
	if got := files(t, out); status != failed || got != "b.epub c.epub" || strings.Count(stderr, "same name") != 2 {
		t.Errorf("status %d, made %s, said %s", status, got, stderr)
	}
	b, _ := os.ReadFile(report)
	var r reportFile
	if err := json.Unmarshal(b, &r); err != nil || len(r.Articles) != 4 {
		t.Fatalf("%v: %s", err, b)
	}
	for _, a := range r.Articles {
		if clashes := strings.EqualFold(a.Name[:1], "a"); clashes != (a.Error != "") {
			t.Errorf("%s: %q", a.Name, a.Error)
		}
	}
}

func TestShard(t *testing.T) {
	in := t.TempDir()
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		write(t, filepath.Join(in, n+".md"), small)
	}
	parts := []string{t.TempDir(), t.TempDir()}
	shares := func() string {
		var all []string
		for i, out := range parts {
			if status, _, stderr := quire(t, "", "-format", "epub", "-o", out, "-changed", "-prune", "-shard", fmt.Sprintf("%d/2", i+1), in); status != done {
				t.Fatal(stderr)
			}
			all = append(all, files(t, out))
		}
		return strings.Join(all, " | ")
	}
	want := "a.epub b.epub c.epub e.epub | d.epub"
	if got := shares(); got != want {
		t.Errorf("shares: %s, want %s", got, want)
	}
	// One more and one less move no other, and what is gone goes.
	write(t, filepath.Join(in, "0.md"), small)
	os.Remove(filepath.Join(in, "b.md"))
	write(t, filepath.Join(parts[0], "theirs.epub"), "not of Quire")
	want = "0.epub a.epub c.epub e.epub theirs.epub | d.epub"
	if got := shares(); got != want {
		t.Errorf("shares: %s, want %s", got, want)
	}
	// What has failed keeps its file, and a folder that cannot be read loses none.
	write(t, filepath.Join(in, "d.md"), "")
	quire(t, "", "-format", "epub", "-o", parts[1], "-changed", "-prune", "-shard", "2/2", in)
	quire(t, "", "-format", "epub", "-o", parts[0], "-changed", "-prune", filepath.Join(in, "nowhere"))
	if got := files(t, parts[0]) + " | " + files(t, parts[1]); got != want {
		t.Errorf("after failures there are %s, want %s", got, want)
	}
	for _, s := range []string{"0/2", "3/2", "1", "x/y", "1/2x"} {
		if status, _, _ := quire(t, "", "-shard", s, in); status != wrongUsage {
			t.Errorf("the share %q: status %d", s, status)
		}
	}
}
