//go:build unix

package publish

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/quirepress/quire/formats"
	"github.com/quirepress/quire/source/document"
)

// large is a format of a megabyte.
type large struct{ fake }

func (l large) Encode(ctx context.Context, w io.Writer, doc *document.Document, pages *document.Pagination) (formats.Result, error) {
	for range 1 << 10 {
		if _, err := w.Write(make([]byte, 1<<10)); err != nil {
			return formats.Result{}, err
		}
	}
	return l.fake.Encode(ctx, w, doc, pages)
}

const fullDisk = "QUIRE_TEST_FULL_DISK"

// TestFullDisk publishes where no file may grow beyond 64 KB, in a process of
// its own, as such a limit is one of the process.
func TestFullDisk(t *testing.T) {
	if dst := os.Getenv(fullDisk); dst != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 64 << 10, Max: 64 << 10}); err != nil {
			t.Skip(err)
		}
		_, err := Press{Formats: []Format{fake{ext: ".x"}, large{fake{ext: ".y"}}}}.Publish(t.Context(), dst, articles, "a.md")
		if !errors.Is(err, syscall.EFBIG) || !strings.Contains(err.Error(), "a.y") {
			t.Errorf("the error is %v", err)
		}
		return
	}
	dst := t.TempDir()
	for _, name := range []string{"a.x", "a.y"} {
		if err := os.WriteFile(filepath.Join(dst, name), []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestFullDisk$")
	cmd.Env = append(os.Environ(), fullDisk+"="+dst)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := names(t, dst); got != "a.x a.y" {
		t.Errorf("the folder holds %s", got)
	}
	for _, name := range []string{"a.x", "a.y"} {
		if b, _ := os.ReadFile(filepath.Join(dst, name)); string(b) != "old" {
			t.Errorf("%s holds %.20q", name, b)
		}
	}
}

// TestOutputThatIsOpen replaces a file while somebody reads it, who gets the
// old one to its end.
func TestOutputThatIsOpen(t *testing.T) {
	dst := t.TempDir()
	name := filepath.Join(dst, "a.x")
	if err := os.WriteFile(name, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := (Press{Formats: []Format{fake{ext: ".x"}}}).Publish(t.Context(), dst, articles, "a.md"); err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(reader); err != nil || string(b) != "old" {
		t.Errorf("the reader gets %q, %v", b, err)
	}
	if b, _ := os.ReadFile(name); !strings.HasPrefix(string(b), "First") {
		t.Errorf("the file holds %q", b)
	}
}

func TestFolderThatIsReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dst := t.TempDir()
	name := filepath.Join(dst, "a.x")
	if err := os.WriteFile(name, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dst, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dst, 0o777)
	_, err := Press{Formats: []Format{fake{ext: ".x"}}}.Publish(t.Context(), dst, articles, "a.md")
	if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "a.x cannot be written") {
		t.Errorf("the error is %v", err)
	}
	if b, _ := os.ReadFile(name); string(b) != "old" {
		t.Errorf("the file holds %q", b)
	}
}

// TestOutputThatIsAFolder cannot be replaced, and the other formats stay away,
// too.
func TestOutputThatIsAFolder(t *testing.T) {
	dst := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dst, "a.y", "inside"), 0o777); err != nil {
		t.Fatal(err)
	}
	_, err := Press{Formats: []Format{fake{ext: ".x"}, fake{ext: ".y"}}}.Publish(t.Context(), dst, articles, "a.md")
	if err == nil || !strings.Contains(err.Error(), "a.y is a folder") {
		t.Errorf("the error is %v", err)
	}
	if got := names(t, dst); got != "" {
		t.Errorf("the folder holds %s", got)
	}
}
