package validator

import (
	_ "embed"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed EPUBCheckAll.java
var epubCheckAll []byte

// EPUBCheck returns the messages that EPUBCheck has for each file, such as
// "ERROR(RSC-005): book.epub/OPS/a.xhtml(3,9): …"; a good file has none. One
// JVM checks them all.
//
// The program is found through QUIRE_EPUBCHECK_CP; Java must be able to run a
// source file, as a development kit is.
func EPUBCheck(t testing.TB, files ...string) map[string][]string {
	t.Helper()
	cp := classPath(t, "QUIRE_EPUBCHECK_CP")
	driver := filepath.Join(t.TempDir(), "EPUBCheckAll.java")
	if err := os.WriteFile(driver, epubCheckAll, 0o666); err != nil {
		t.Fatal(err)
	}
	out, errs, err := Run(t, "java", append([]string{"-Xmx1g", "-cp", cp, driver}, files...)...)
	if err != nil {
		t.Fatalf("EPUBCheck: %v\n%s", err, errs)
	}
	messages := map[string][]string{}
	seen := 0
	file := ""
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "FILE "); ok {
			file = name
			messages[file] = nil
			seen++
		} else if line != "" {
			messages[file] = append(messages[file], line)
		}
	}
	if seen != len(files) {
		t.Fatalf("EPUBCheck checked %d of %d files\n%s%s", seen, len(files), out, errs)
	}
	return messages
}
