package verify

import (
	"bytes"
	"testing"

	"github.com/quirepress/quire/source/diag"
)

// TestLostClaim warns of files that no longer say what they were made to keep.
func TestLostClaim(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*draft)
		want int
	}{
		"whole":       {func(*draft) {}, 0},
		"no metadata": {func(d *draft) { delete(d.catalog(), "Metadata") }, 1},
		"no part of PDF/UA": {func(d *draft) {
			d.replace(d.metadata(), "<pdfuaid:part>1</pdfuaid:part>", "")
		}, 1},
		"no part of PDF/A": {func(d *draft) {
			d.replace(d.metadata(), "<pdfaid:part>3</pdfaid:part>", "")
		}, 1},
		"none": {func(d *draft) {
			d.edit(d.metadata(), func(string) string {
				return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>`
			})
		}, 0},
	} {
		d := newDraft(t)
		c.do(d)
		file := d.finish()
		got := 0
		for _, f := range PDF(bytes.NewReader(file), int64(len(file))) {
			if f.Code == "verify-pdf-claim" && f.Severity == diag.Warning {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d warnings, want %d", name, got, c.want)
		}
	}
}

// TestEmptyClaim reads a file that names a standard and no part of it: it is
// checked, and told so.
func TestEmptyClaim(t *testing.T) {
	d := newDraft(t)
	d.replace(d.metadata(), "<pdfuaid:part>1<", "<pdfuaid:part><")
	d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part> <")
	file := d.finish()
	found := map[string]bool{}
	for _, f := range PDF(bytes.NewReader(file), int64(len(file))) {
		found[f.Code] = true
	}
	for _, code := range []string{"verify-pdf-ua-06-002", "verify-pdf-a-6-6-4"} {
		if !found[code] {
			t.Errorf("%s is not found", code)
		}
	}
}
