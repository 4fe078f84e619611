// Package validator runs other people's programs over files in tests: the
// reference validators of PDF/A, PDF/UA and EPUB, and the readers that most
// people have.
//
// A test whose validator is missing is skipped on a developer's machine and
// fails where QUIRE_CI=1 says that everything is installed. The validators in
// Java are found through QUIRE_VERAPDF_CP and QUIRE_EPUBCHECK_CP, class paths
// as Maven's dependency:build-classpath writes them.
//
// The package is for tests alone.
package validator

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Require returns the path of a program. Without it the test is skipped, or
// fails under QUIRE_CI=1.
func Require(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		Missing(t, program+" is not installed")
	}
	return path
}

// Missing skips the test for want of a validator, or fails it under QUIRE_CI=1.
func Missing(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("QUIRE_CI") == "1" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// Long reports whether the long tests are asked for, by QUIRE_LONG=1.
func Long() bool { return os.Getenv("QUIRE_LONG") == "1" }

// Run runs a program, which [Require] finds, and returns what it writes to
// standard output and standard error, each. An exit status other than zero is
// no failure of the test: err tells.
func Run(t testing.TB, program string, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), Require(t, program), args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// File writes bytes into the test's temporary folder and returns the path.
func File(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// classPath returns the class path that an environment variable holds.
func classPath(t testing.TB, variable string) string {
	t.Helper()
	Require(t, "java")
	cp := strings.TrimSpace(os.Getenv(variable))
	if cp == "" {
		Missing(t, variable+" is not set")
	}
	return cp
}
