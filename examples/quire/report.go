package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source/diag"
)

// tell prints the findings: as lines for people on standard error, or as
// workflow commands of GitHub Actions on standard output.
func tell(stdout, stderr io.Writer, found diag.List, o *options) {
	for _, d := range found {
		switch {
		case o.annotations == "github":
			fmt.Fprintln(stdout, annotation(d))
		case !o.quiet || d.Severity == diag.Error:
			fmt.Fprintln(stderr, d)
		}
	}
}

// annotation writes a finding as a workflow command of GitHub Actions, which
// shows it beside the line that it is about.
func annotation(d diag.Diagnostic) string {
	level := map[diag.Severity]string{diag.Info: "notice", diag.Warning: "warning", diag.Error: "error"}[d.Severity]
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	var at []string
	if d.Pos.File != "" {
		at = append(at, "file="+property.Replace(d.Pos.File))
	}
	if d.Pos.Line > 0 {
		at = append(at, fmt.Sprintf("line=%d,col=%d", d.Pos.Line, max(d.Pos.Column, 1)))
	}
	at = append(at, "title="+property.Replace(d.Code))
	text := d.Message
	if d.Hint != "" {
		text += " (" + d.Hint + ")"
	}
	return "::" + level + " " + strings.Join(at, ",") + "::" + message.Replace(text)
}

// reportFile is what -report writes.
type reportFile struct {
	Version  string          `json:"version"`
	Articles []reportArticle `json:"articles"`
	// Seconds is the time that publishing took; PeakBytes the most memory that
	// the program has held at once.
	Seconds   float64 `json:"seconds"`
	PeakBytes uint64  `json:"peak_bytes"`
}

type reportArticle struct {
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Words       int            `json:"words"`
	Unchanged   bool           `json:"unchanged,omitempty"`
	Files       []publish.File `json:"files"`
	Diagnostics diag.List      `json:"diagnostics"`
	Error       string         `json:"error,omitempty"`
}

// writeReport writes what was made and found, for programs.
func writeReport(name string, made []publish.Article, took time.Duration) error {
	r := reportFile{Version: version(), Articles: []reportArticle{}, Seconds: took.Seconds(), PeakBytes: peak()}
	for _, a := range made {
		out := reportArticle{Name: a.Name, Title: a.Title, Words: a.Words, Unchanged: a.Unchanged, Files: a.Files, Diagnostics: a.Diagnostics}
		if out.Files == nil {
			out.Files = []publish.File{}
		}
		if out.Diagnostics == nil {
			out.Diagnostics = diag.List{}
		}
		if a.Err != nil {
			out.Error = a.Err.Error()
		}
		r.Articles = append(r.Articles, out)
	}
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return replace(name, append(b, '\n'))
}

// replace writes a file beside its place and puts it there when it is whole. What
// is no ordinary file, such as /dev/stdout, is written as it is.
func replace(name string, b []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, b, 0o666)
	}
	temp := name + ".part"
	err := os.WriteFile(temp, b, 0o666)
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		os.Remove(temp)
		return fmt.Errorf("the report cannot be written: %w", err)
	}
	return nil
}
