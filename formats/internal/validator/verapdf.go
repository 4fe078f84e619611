package validator

import (
	"slices"
	"strings"
	"testing"
)

// Verdict is what veraPDF says of a file and one of the standards that the file
// claims to keep.
type Verdict struct {
	File string
	// Flavour is "ua1", "3a" and so on.
	Flavour string
	Passed  bool
	// Rules are the rules that failed, such as "7.18.1-2".
	Rules []string
}

// VeraPDF validates files against every standard that they claim, in one JVM.
// Every file has at least one verdict: one that claims nothing, or that
// veraPDF cannot read, has a failed one.
func VeraPDF(t testing.TB, files ...string) []Verdict {
	t.Helper()
	return VeraPDFAs(t, "0", files...)
}

// VeraPDFAs validates files against one flavour, whether they claim it or not.
func VeraPDFAs(t testing.TB, flavour string, files ...string) []Verdict {
	t.Helper()
	cp := classPath(t, "QUIRE_VERAPDF_CP")
	args := append([]string{"-Xmx1g", "-cp", cp, "org.verapdf.apps.GreenfieldCliWrapper", "--format", "text", "-v", "-f", flavour}, files...)
	out, errs, err := Run(t, "java", args...) // exit status 1: a file failed
	var all []Verdict
	for line := range strings.Lines(out) {
		fields := strings.Fields(line)
		indented := strings.HasPrefix(line, " ")
		switch {
		case len(fields) >= 3 && !indented && (fields[0] == "PASS" || fields[0] == "FAIL"):
			last := len(fields) - 1
			all = append(all, Verdict{
				File: strings.Join(fields[1:last], " "), Flavour: fields[last], Passed: fields[0] == "PASS",
			})
		case len(fields) == 2 && indented && fields[0] == "FAIL" && len(all) > 0:
			v := &all[len(all)-1]
			v.Rules = append(v.Rules, fields[1])
		}
	}
	if len(all) == 0 {
		t.Fatalf("veraPDF says nothing: %v\n%s", err, errs)
	}
	for _, f := range files {
		if !slices.ContainsFunc(all, func(v Verdict) bool { return v.File == f }) {
			all = append(all, Verdict{File: f, Flavour: flavour, Rules: []string{"unreadable"}})
		}
	}
	return all
}

// Keeps fails the test unless every file passes just the flavours named.
func Keeps(t testing.TB, flavours []string, files ...string) {
	t.Helper()
	got := map[string][]string{}
	for _, v := range VeraPDF(t, files...) {
		if !v.Passed {
			t.Errorf("veraPDF: %s is not %s: %s", v.File, v.Flavour, strings.Join(v.Rules, ", "))
		}
		got[v.File] = append(got[v.File], v.Flavour)
	}
	want := slices.Sorted(slices.Values(flavours))
	for _, f := range files {
		if have := slices.Sorted(slices.Values(got[f])); !slices.Equal(have, want) {
			t.Errorf("%s claims %q, want %q", f, have, want)
		}
	}
}
