package diag

import (
	"encoding/json"
	"testing"
)

func TestString(t *testing.T) {
	d := Diagnostic{Severity: Warning, Code: "plain-residue", Pos: Position{File: "a.txt", Line: 3, Column: 7}, Message: "dropped a line", Hint: "none"}
	if got, want := d.String(), "a.txt:3:7: warning: dropped a line [plain-residue] (none)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (Position{Line: 2}).String(), "2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (Position{File: "x", Column: 4}).String(), "x"; got != want {
		t.Errorf("a column without a line must not show: got %q, want %q", got, want)
	}
}

func TestList(t *testing.T) {
	var l List
	if _, ok := l.Max(); ok {
		t.Error("an empty list has no gravest severity")
	}
	l.Add(Info, "b", Position{File: "b", Line: 1}, "n=%d", 1)
	l.Add(Error, "a2", Position{File: "a", Line: 2}, "x")
	l.AddHint(Warning, "a1", Position{File: "a", Line: 1}, "do so", "y")
	if s, ok := l.Max(); !ok || s != Error {
		t.Errorf("Max = %v, %v", s, ok)
	}
	if l.Count(Warning) != 1 || l.Count(Error) != 1 {
		t.Error("Count is wrong")
	}
	l.Sort()
	if l[0].Code != "a1" || l[1].Code != "a2" || l[2].Code != "b" {
		t.Errorf("Sort: %v", l)
	}
}

func TestJSON(t *testing.T) {
	in := Diagnostic{Severity: Error, Code: "c", Message: "m"}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	var out Diagnostic
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("%s: %v, %v", b, out, err)
	}
	if err := json.Unmarshal([]byte(`{"severity":"grave"}`), &out); err == nil {
		t.Error("an unknown severity must be an error")
	}
}
