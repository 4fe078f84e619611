package verify

import (
	"bytes"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// TestWarnings finds what readers miss and no standard of these forbids.
func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		code string
		do   func(*draft)
	}{
		{"", func(*draft) {}},
		{"figure-box", func(d *draft) { delete(d.element("Figure"), "A") }},
		{"relationship", func(d *draft) { d.where("AFRelationship", name("Source"))["AFRelationship"] = name("Cousin") }},
		{"", func(d *draft) { d.where("AFRelationship", name("Source"))["AFRelationship"] = name("QUIR_Cousin") }},
	} {
		d := newDraft(t)
		c.do(d)
		file := d.finish()
		got := ""
		for _, f := range PDF(bytes.NewReader(file), int64(len(file))) {
			if f.Severity != diag.Warning {
				t.Error(f)
			}
			got += f.Code
		}
		want := c.code
		if want != "" {
			want = "verify-pdf-" + want
		}
		if got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
}
