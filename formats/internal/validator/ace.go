package validator

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Ace returns the issues that Ace by DAISY has with the accessibility of a
// publication, such as "serious link-name: <a href=…>"; a good one has none.
//
// The program is found through QUIRE_ACE, its browser through
// PUPPETEER_EXECUTABLE_PATH.
func Ace(t testing.TB, file string) []string {
	t.Helper()
	program := os.Getenv("QUIRE_ACE")
	if program == "" {
		Missing(t, "QUIRE_ACE is not set")
	}
	dir := t.TempDir()
	if browser := os.Getenv("PUPPETEER_EXECUTABLE_PATH"); browser != "" && os.Geteuid() == 0 {
		// A browser has no sandbox for the superuser.
		wrapper := filepath.Join(dir, "browser")
		if err := os.WriteFile(wrapper, []byte("#!/bin/sh\nexec '"+browser+"' --no-sandbox \"$@\"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		if t, ok := t.(*testing.T); ok {
			t.Setenv("PUPPETEER_EXECUTABLE_PATH", wrapper)
		}
	}
	out, errs, err := Run(t, program, "--force", "-o", filepath.Join(dir, "report"), file)
	if err != nil {
		t.Fatalf("Ace: %v\n%s%s", err, out, errs)
	}
	data, err := os.ReadFile(filepath.Join(dir, "report", "report.json"))
	if err != nil {
		t.Fatalf("Ace: %v\n%s%s", err, out, errs)
	}
	var report struct {
		Result struct {
			Outcome string `json:"earl:outcome"`
		} `json:"earl:result"`
		Assertions []struct {
			Assertions []struct {
				Test struct {
					Impact string `json:"earl:impact"`
					Title  string `json:"dct:title"`
				} `json:"earl:test"`
				Result struct {
					HTML string `json:"html"`
				} `json:"earl:result"`
			} `json:"assertions"`
		} `json:"assertions"`
	}
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatalf("Ace: %v", err)
	}
	var issues []string
	for _, file := range report.Assertions {
		for _, a := range file.Assertions {
			issues = append(issues, a.Test.Impact+" "+a.Test.Title+": "+a.Result.HTML)
		}
	}
	if len(issues) == 0 && report.Result.Outcome != "pass" {
		issues = append(issues, "the outcome is "+report.Result.Outcome)
	}
	return issues
}
