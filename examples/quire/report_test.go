package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReplace keeps the old report where no new one can be written, and writes
// through to what is no file.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.json")
	write(t, name, "old")
	if err := replace(name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(name); string(b) != "new" {
		t.Errorf("the report is %q", b)
	}
	if err := os.Mkdir(name+".part", 0o777); err != nil { // in the way
		t.Fatal(err)
	}
	if err := replace(name, []byte("newer")); err == nil {
		t.Error("there is no error")
	}
	if b, _ := os.ReadFile(name); string(b) != "new" {
		t.Errorf("the report is %q", b)
	}
	if err := replace(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err == nil && info.Mode().IsRegular() {
		t.Error("the null device is a file now")
	}
}

// TestReport looks at the keys, all in one style, and at what each article took.
func TestReport(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(in, "a.md"), small+"\n![](missing.png)\n")
	report := filepath.Join(out, "reports", "r.json")
	quire(t, "", "-o", out, "-report", report, in)
	b, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`"([^"]*)":`).FindAllStringSubmatch(string(b), -1) {
		if !regexp.MustCompile(`^[a-z]+([A-Z][a-z]*)*\d*$`).MatchString(m[1]) {
			t.Errorf("the key %s", m[1])
		}
	}
	for _, key := range []string{"peakBytes", "mediaType", "sha256", "pages", "words", "seconds", "verified"} {
		if !strings.Contains(string(b), `"`+key+`": `) {
			t.Errorf("there is no %s in\n%s", key, b)
		}
	}
	var r reportFile
	if err := json.Unmarshal(b, &r); err != nil || len(r.Articles) != 1 || r.Articles[0].Seconds <= 0 || r.Articles[0].Seconds > r.Seconds || r.Articles[0].Pages < 1 {
		t.Errorf("%v: %s", err, b)
	}
}

// TestReportNowhere does nothing if the report cannot be written.
func TestReportNowhere(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	write(t, filepath.Join(in, "a.md"), small)
	for _, name := range []string{in, filepath.Join(in, "a.md", "r.json")} {
		status, _, stderr := quire(t, "", "-format", "epub", "-o", out, "-report", name, in)
		if _, err := os.Stat(out); status != failed || err == nil || !strings.Contains(stderr, "report cannot be written") {
			t.Errorf("%s: status %d, the folder %v, said %s", name, status, err, stderr)
		}
	}
}
