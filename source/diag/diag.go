// Package diag holds the findings that Quire reports about an article: where
// something stands, how grave it is, what is wrong and what helps.
//
// A finding about the article is a [Diagnostic]; a failure of the machine is
// an ordinary error. Codes are stable: scripts may depend on them, messages
// may improve from version to version.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Position is a place in a source file. The zero value is "nowhere in
// particular". Line and Column count from 1; Column counts bytes, as the Go
// tools do; Offset is a byte offset from 0. Line 0 means that only the file is
// known.
type Position struct {
	// File is a slash-separated path, as the reader was given it.
	File string `json:"file,omitempty"`
	// Line counts from 1; 0 means that only the file is known.
	Line int `json:"line,omitempty"`
	// Column counts bytes from 1.
	Column int `json:"column,omitempty"`
	// Offset counts bytes from the beginning of the file.
	Offset int `json:"offset,omitempty"`
}

// IsZero reports whether the position says nothing.
func (p Position) IsZero() bool { return p == Position{} }

// String returns "file:line:column", leaving out what is not known.
func (p Position) String() string {
	s := p.File
	if p.Line > 0 {
		if s != "" {
			s += ":"
		}
		s += strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// Severity says how grave a finding is. A greater value is graver.
type Severity int

// The severities. An Error means that the output is not what it claims to be;
// a Warning that a reader would notice; an Info that an author may care.
const (
	Info Severity = iota
	Warning
	Error
)

// String returns "info", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Info:
		return "info"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "severity(" + strconv.Itoa(int(s)) + ")"
}

// MarshalText writes the severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a severity's name.
func (s *Severity) UnmarshalText(b []byte) error {
	for _, v := range []Severity{Info, Warning, Error} {
		if v.String() == string(b) {
			*s = v
			return nil
		}
	}
	return fmt.Errorf("diag: unknown severity %q", b)
}

// Diagnostic is one finding. Code is a stable kebab-case name prefixed by the
// room that found it, for example "plain-residue" or "epub-opf-duplicate-id".
type Diagnostic struct {
	Severity Severity `json:"severity"`
	// Code is stable: scripts may depend on it.
	Code string   `json:"code"`
	Pos  Position `json:"pos"`
	// Message says what is wrong, Hint what helps; both are for people.
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// String returns "file:line:column: severity: message [code]".
func (d Diagnostic) String() string {
	var b strings.Builder
	if p := d.Pos.String(); p != "" {
		b.WriteString(p + ": ")
	}
	fmt.Fprintf(&b, "%s: %s [%s]", d.Severity, d.Message, d.Code)
	if d.Hint != "" {
		b.WriteString(" (" + d.Hint + ")")
	}
	return b.String()
}

// List is a series of findings. The zero value is ready to use.
type List []Diagnostic

// Add appends a finding whose message is made as by [fmt.Sprintf].
func (l *List) Add(s Severity, code string, pos Position, format string, args ...any) {
	*l = append(*l, Diagnostic{Severity: s, Code: code, Pos: pos, Message: fmt.Sprintf(format, args...)})
}

// AddHint is like Add for a finding with advice on what to do about it.
func (l *List) AddHint(s Severity, code string, pos Position, hint, format string, args ...any) {
	*l = append(*l, Diagnostic{Severity: s, Code: code, Pos: pos, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Max returns the gravest severity, and false for an empty list.
func (l List) Max() (Severity, bool) {
	if len(l) == 0 {
		return Info, false
	}
	return slices.MaxFunc(l, func(a, b Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) }).Severity, true
}

// Count returns the number of findings of the severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sort orders the findings by file, line and column; findings at one place
// keep their order.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
}
