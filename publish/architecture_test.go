package publish

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/quirepress/quire/"

// rooms says for each room which other rooms it may import. A room is a
// folder; what lies below it belongs to it unless it has a line of its own.
// Every room may import itself and what lies below it.
var rooms = map[string][]string{
	"source/diag":     {},
	"source/document": {"source/diag"},
	"source/internal": {"source/document", "source/diag"},
	"source/markdown": {"source/document", "source/diag", "source/internal", "source/html"}, // Markdown holds HTML
	"source/plain":    {"source/document", "source/diag", "source/internal"},
	"source/html":     {"source/document", "source/diag", "source/internal"},
	"source/enrich":   {"source/document", "source/diag"},
	"source":          {"source/document", "source/diag", "source/internal", "source/markdown", "source/plain", "source/html"},

	"formats":                      {"source/document", "source/diag"},
	"formats/style":                {"source/document", "source/diag"},
	"formats/internal/font":        {"formats/style", "source/diag"},
	"formats/internal/highlight":   {"formats/style"},
	"formats/internal/mathml":      {},
	"formats/internal/pdfobject":   {},
	"formats/internal/validator":   {},
	"formats/verify":               {"source/diag", "formats/internal/pdfobject"},
	"formats/pdf":                  {"formats", "formats/style", "formats/verify", "source/document", "source/diag", "formats/pdf/internal/frame", "formats/pdf/internal/layout", "formats/pdf/internal/paint", "formats/pdf/internal/finish", "formats/pdf/internal/impose", "formats/internal/pdfobject", "formats/internal/font"},
	"formats/pdf/internal/hyphen":  {},
	"formats/pdf/internal/line":    {"formats/style"},
	"formats/pdf/internal/frame":   {"formats/style", "formats/internal/font"},
	"formats/pdf/internal/layout":  {"formats/style", "formats/internal/font", "formats/internal/highlight", "formats/internal/mathml", "formats/pdf/internal/frame", "formats/pdf/internal/line", "formats/pdf/internal/hyphen", "source/document", "source/diag"},
	"formats/pdf/internal/impose":  {"formats/style", "formats/internal/pdfobject"},
	"formats/pdf/internal/paint":   {"formats/style", "formats/internal/font", "formats/pdf/internal/frame"},
	"formats/pdf/internal/finish":  {"formats/style", "formats/internal/font", "formats/internal/pdfobject", "formats/pdf/internal/frame", "formats/pdf/internal/paint", "source/diag"},
	"formats/epub":                 {"formats", "formats/style", "formats/verify", "source/document", "source/diag", "formats/epub/internal/xhtml", "formats/epub/internal/pack", "formats/epub/internal/finish", "formats/internal/font"},
	"formats/epub/internal/xhtml":  {"formats/style", "formats/internal/font", "formats/internal/highlight", "formats/internal/mathml", "source/document", "source/diag"},
	"formats/epub/internal/pack":   {},
	"formats/epub/internal/finish": {"source/document", "formats/epub/internal/xhtml", "formats/epub/internal/pack"},

	"publish":           {"formats", "source", "source/document", "source/diag", "source/enrich"},
	"examples/articles": {},
	"examples":          {"publish", "formats", "formats/pdf", "formats/epub", "formats/style", "formats/verify", "source", "source/markdown", "source/plain", "source/html", "source/document", "source/diag", "source/enrich", "examples/articles"},
}

// homes gives each dependency the rooms that may import it.
var homes = map[string][]string{
	"github.com/go-pdf/fpdf":          {"formats/pdf/internal/paint"},
	"github.com/bmaupin/go-epub":      {"formats/epub/internal/pack"},
	"github.com/yuin/goldmark":        {"source/markdown"},
	"github.com/goccy/go-yaml":        {"source/markdown"},
	"golang.org/x/net":                {"source/html", "formats/epub/internal/xhtml", "formats/pdf/internal/layout"},
	"github.com/go-text/typesetting":  {"formats/internal/font"},
	"github.com/alecthomas/chroma/v2": {"formats/internal/highlight"},
	"github.com/klauspost/compress":   {"formats/internal/pdfobject"},
	"rsc.io/qr":                       {"formats/pdf/internal/layout"},
	"golang.org/x/image":              {"source", "formats/internal/font", "formats/internal/pdfobject", "formats/pdf/internal/layout", "formats/epub"},
	"golang.org/x/sync":               {"source", "formats", "publish", "examples"},
	"golang.org/x/text":               {"source", "formats", "publish", "examples"},
}

// publishTests says which rooms the tests may import beyond the code beside
// them: a test is a user and may stand on the whole house above its room's
// layer, but a room's tests must not hide an import cycle in the making.
var testsMayAlso = []string{
	"source/document", "source/document/documenttest", "source/diag", "source/markdown", "source/plain", "source", "source/enrich",
	"formats/style", "formats/internal/font", "formats/internal/validator", "formats/internal/pdfobject", "formats/verify",
	"formats/pdf/internal/hyphen", "formats/pdf/internal/frame", "formats/pdf/internal/paint", "formats/pdf/internal/layout", "formats/pdf", "formats/epub", "publish", "examples",
}

func TestArchitecture(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range goFiles(t, "..") {
		room := roomOf(path.Dir(f.name))
		if room == "" {
			t.Errorf("%s stands in no room of the table", f.name)
			continue
		}
		seen[room] = true
		for _, imp := range f.imports {
			if problem := judge(room, imp, strings.HasSuffix(f.name, "_test.go")); problem != "" {
				t.Errorf("%s: %s", f.name, problem)
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d rooms were read: the test looks at the wrong folder", len(seen))
	}
}

// TestArchitectureCanFail breaks each kind of rule once.
func TestArchitectureCanFail(t *testing.T) {
	for _, c := range []struct {
		room, imp string
		test, bad bool
	}{
		{"formats/pdf/internal/paint", module + "source/document", false, true},
		{"formats/pdf/internal/finish", module + "source/document", false, true},
		{"formats/pdf/internal/layout", "github.com/go-pdf/fpdf", false, true},
		{"formats/pdf", module + "formats/epub", false, true},
		{"formats/epub", module + "formats/pdf", false, true},
		{"formats/verify", module + "formats/pdf", false, true},
		{"source/document", module + "source/markdown", false, true},
		{"source/enrich", "github.com/yuin/goldmark/ast", false, true},
		{"formats/pdf", "github.com/unknown/dependency", false, true},
		{"publish", module + "formats/pdf", false, true},
		{"publish", module + "formats/pdf", true, false},
		{"source/markdown", "github.com/yuin/goldmark/ast", false, false},
		{"source/enrich", module + "source/enrich/internal/prose", false, false},
		{"source/enrich/internal/prose", "strings", false, false},
	} {
		if got := judge(c.room, c.imp, c.test); (got != "") != c.bad {
			t.Errorf("%s importing %s (test %v): %q", c.room, c.imp, c.test, got)
		}
	}
}

// judge returns what is wrong with the room importing imp, or "".
func judge(room, imp string, test bool) string {
	if own, ok := strings.CutPrefix(imp, module); ok {
		if own == room || strings.HasPrefix(own, room+"/") {
			return ""
		}
		target := roomOf(own)
		allowed := rooms[room]
		if slices.Contains(allowed, own) || target != "" && slices.Contains(allowed, target) || target == room {
			return ""
		}
		if test && (slices.Contains(testsMayAlso, own) || slices.Contains(testsMayAlso, target)) {
			return ""
		}
		return room + " may not import " + own
	}
	first, _, _ := strings.Cut(imp, "/")
	if !strings.Contains(first, ".") {
		return "" // the standard library
	}
	for dependency, where := range homes {
		if imp == dependency || strings.HasPrefix(imp, dependency+"/") {
			for _, w := range where {
				if room == w || strings.HasPrefix(room, w+"/") {
					return ""
				}
			}
			if test {
				return ""
			}
			return room + " is no home of " + dependency
		}
	}
	return imp + " is a dependency without a home in the table"
}

// roomOf returns the deepest room of the table that holds the folder.
func roomOf(folder string) string {
	for d := folder; d != "."; d = path.Dir(d) {
		if _, ok := rooms[d]; ok {
			return d
		}
	}
	return ""
}

// TestTopLevel keeps the shape that was ordered.
func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"LICENSE", "README.md", "examples", "formats", "go.mod", "go.sum", "publish", "source"}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(want, name) && name != "dist" {
			t.Errorf("the top level holds %s", name)
		}
	}
	for _, w := range want {
		if _, err := os.Stat(filepath.Join("..", w)); err != nil {
			t.Error(err)
		}
	}
}

type goFile struct {
	name    string // slash-separated, from the module's root
	imports []string
}

// goFiles parses the imports of every Go file below root. It reads the files
// itself: the go command's answer would come from a stale test cache.
func goFiles(t *testing.T, root string) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if n := e.Name(); n == "testdata" || n == "node_modules" || p != root && strings.HasPrefix(n, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		g := goFile{name: filepath.ToSlash(rel)}
		for _, i := range f.Imports {
			s, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			g.imports = append(g.imports, s)
		}
		files = append(files, g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
