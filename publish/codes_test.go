package publish_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/verify"
)

// code matches what looks like one, outside package verify.
var code = regexp.MustCompile(`^(source|markdown|plain|html|enrich|style|pdf|epub|publish)-[a-z0-9-]+$`)

// unheardOf says that a page cannot be parsed. The parser takes every page that
// has been thought of, and it may still be wrong one day.
const unheardOf = "html-broken"

// notCodes look like codes.
var notCodes = []string{"plain-text", "publish-date"}

// emitted returns the codes that the source gives findings, with a place of
// each.
func emitted(t *testing.T) map[string]string {
	t.Helper()
	codes := map[string]string{}
	for _, list := range [][]verify.Condition{verify.Matterhorn(), verify.Archive(), verify.Accessible2(), verify.Archive4(), verify.Press()} {
		for _, c := range list {
			if c.Code != "" {
				codes[c.Code] = "formats/verify"
			}
		}
	}
	files := token.NewFileSet()
	for _, room := range []string{"source", "formats", "publish", "examples"} {
		err := filepath.WalkDir(filepath.Join("..", room), func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(files, name, nil, 0)
			if err != nil {
				return err
			}
			dir := filepath.ToSlash(filepath.Dir(name))
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BasicLit:
					s, err := strconv.Unquote(n.Value)
					if err == nil && !strings.HasPrefix(dir, "../formats/verify") && code.MatchString(s) && !slices.Contains(notCodes, s) {
						codes[s] = files.Position(n.Pos()).String()
					}
				case *ast.CallExpr:
					for c := range verifying(dir, n) {
						codes[c] = files.Position(n.Pos()).String()
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return codes
}

// verifying yields the code that a call in package verify reports.
func verifying(dir string, call *ast.CallExpr) func(func(string) bool) {
	return func(yield func(string) bool) {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return
		}
		prefix, at := "", 0
		switch {
		case dir == "../formats/verify" && (sel.Sel.Name == "structural" || sel.Sel.Name == "warn"):
			prefix = "verify-pdf-"
		case dir == "../formats/verify" && sel.Sel.Name == "Add":
			at = 1
		case dir == "../formats/verify/internal/epub" && (sel.Sel.Name == "err" || sel.Sel.Name == "warn"):
			prefix = "verify-epub-"
		case dir == "../formats/verify/internal/epub" && sel.Sel.Name == "add":
			prefix, at = "verify-epub-", 1
		case dir == "../formats/verify/internal/epub" && sel.Sel.Name == "Add":
			at = 1
		default:
			return
		}
		if len(call.Args) <= at {
			return
		}
		if lit, ok := call.Args[at].(*ast.BasicLit); ok {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				yield(prefix + s)
			}
		}
	}
}

// TestCodesAreListed compares the list of codes with the source.
func TestCodesAreListed(t *testing.T) {
	b, err := os.ReadFile("codes.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(b), "\n## ")
	listed := map[string]bool{}
	for line := range strings.Lines(list) {
		if m := regexp.MustCompile("^\\| `([a-z0-9-]+)` \\|").FindStringSubmatch(line); m != nil {
			if listed[m[1]] {
				t.Errorf("%s is listed twice", m[1])
			}
			listed[m[1]] = true
		}
	}
	found := emitted(t)
	for _, c := range slices.Sorted(maps.Keys(found)) {
		family := regexp.MustCompile(`^verify-pdf-(ua|ua2|a|a4|x)-`).MatchString(c)
		if !listed[c] && !family {
			t.Errorf("%s: %s is not listed", found[c], c)
		}
	}
	for c := range listed {
		if found[c] == "" {
			t.Errorf("%s is listed, and nothing reports it", c)
		}
	}
}

// TestCodesAreTested looks for every code in the tests of its room.
func TestCodesAreTested(t *testing.T) {
	// said are the words of the tests below a folder.
	said := func(room string) map[string]bool {
		words := map[string]bool{}
		err := filepath.WalkDir(filepath.Join("..", room), func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			golden := strings.Contains(filepath.ToSlash(name), "/testdata/") && strings.HasSuffix(name, ".txt")
			if strings.HasSuffix(name, "_test.go") || golden {
				b, err := os.ReadFile(name)
				for _, w := range regexp.MustCompile(`[a-z0-9]+(-[a-z0-9]+)*`).FindAllString(string(b), -1) {
					words[w] = true
				}
				return err
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return words
	}
	all, ofEPUB, ofPDF := said("."), said("formats/verify/internal/epub"), said("formats/verify")
	for c, where := range emitted(t) {
		tested := all[c]
		switch {
		case where == "formats/verify":
			continue // the tables, each of whose conditions has a test there
		case strings.HasPrefix(c, "verify-epub-"):
			tested = tested || ofEPUB[strings.TrimPrefix(c, "verify-epub-")]
		case strings.HasPrefix(c, "verify-pdf-"):
			tested = tested || ofPDF[strings.TrimPrefix(c, "verify-pdf-")]
		}
		if !tested && c != unheardOf {
			t.Errorf("%s: no test asks for %s", where, c)
		}
	}
}
