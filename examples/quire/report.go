package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	PeakBytes uint64  `json:"peakBytes"`
}

type reportArticle struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Words int    `json:"words"`
	// Pages are those of the file that is laid out in pages; left out where there
	// is none.
	Pages int `json:"pages,omitempty"`
	// Seconds is the time from the first event of the article to the last.
	Seconds     float64      `json:"seconds"`
	Unchanged   bool         `json:"unchanged,omitempty"`
	Files       []reportMade `json:"files"`
	Diagnostics diag.List    `json:"diagnostics"`
	Error       string       `json:"error,omitempty"`
}

// reportMade is a file. Of one that was left alone nobody knows how much is in
// it, nor whether it was verified.
type reportMade struct {
	Name      string `json:"name"`
	MediaType string `json:"mediaType"`
	Size      int64  `json:"size"`
	SHA256    string `json:"sha256"`
	Count     int    `json:"count,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Verified  *bool  `json:"verified,omitempty"`
}

// writeReport writes what was made and found, for programs, with the time that
// each article took.
func writeReport(name string, made []publish.Article, took []time.Duration, all time.Duration) error {
	r := reportFile{Version: version(), Articles: []reportArticle{}, Seconds: all.Seconds(), PeakBytes: peak()}
	for i, a := range made {
		out := reportArticle{Name: a.Name, Title: a.Title, Words: a.Words, Seconds: took[i].Seconds(), Unchanged: a.Unchanged, Files: []reportMade{}, Diagnostics: a.Diagnostics}
		for _, f := range a.Files {
			m := reportMade{Name: f.Name, MediaType: f.MediaType, Size: f.Size, SHA256: f.SHA256, Count: f.Count, Unit: f.Unit}
			if !a.Unchanged {
				m.Verified = &f.Verified
			}
			if f.Unit == "page" {
				out.Pages = f.Count
			}
			out.Files = append(out.Files, m)
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

// writable finds out before the work begins whether the report can be written.
// Like the books, it may be the first in its folder.
func writable(name string) error {
	if info, err := os.Stat(name); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil
	} else if err == nil && info.IsDir() {
		return fmt.Errorf("the report cannot be written: %s is a folder", name)
	}
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil {
		var f *os.File
		if f, err = os.OpenFile(name+".part", os.O_WRONLY|os.O_CREATE, 0o666); err == nil {
			f.Close()
			err = os.Remove(f.Name())
		}
	}
	if err != nil {
		return fmt.Errorf("the report cannot be written: %w", err)
	}
	return nil
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
