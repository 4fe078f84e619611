package verify

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// newSecond makes a draft that claims PDF/UA-2 and PDF/A-4f.
func newSecond(t *testing.T) *draft {
	d := newDraft(t)
	d.replace(d.metadata(), "<pdfuaid:part>1<", "<pdfuaid:part>2<")
	d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part>4<")
	d.replace(d.metadata(), "<pdfaid:conformance>A<", "<pdfaid:conformance>F<")
	delete(d.trailer, "Info")
	d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) }
	return d
}

// TestSecondParts breaks a file that claims the standards for PDF 2.0. What
// they allow and the first parts do not is no finding.
func TestSecondParts(t *testing.T) {
	for _, b := range []struct {
		name, codes string
		do          func(*draft)
	}{
		{"good", "", func(*draft) {}},
		{"information dictionary", "a-6-1-3", func(d *draft) { d.trailer["Info"] = dict{"Title": str("x")} }},
		{"no alternative", "ua-13-004", func(d *draft) { delete(d.element("Figure"), "Alt") }},
		{"skipped level", "", func(d *draft) { d.element("H2")["S"] = name("H4") }},
		{"link without contents", "", func(d *draft) { delete(d.where("Subtype", name("Link")), "Contents") }},
		{"header without scope", "", func(d *draft) { delete(d.element("TH"), "A") }},
		{"artifact in content", "", func(d *draft) {
			d.replace(d.page()["Contents"], firstMark, firstMark+"/Artifact BMC EMC\n")
		}},
		{"file of nothing", "", func(d *draft) { delete(d.catalog(), "AF") }},
		{"unknown intent", "", func(d *draft) { d.draws("/Garish ri") }},
		{"script", "", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("JavaScript"), "JS": str("1")} }},
		{"launch", "a-6-5-1", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("Launch"), "F": str("x")} }},
	} {
		t.Run(b.name, func(t *testing.T) {
			d := newSecond(t)
			b.do(d)
			checkCodes(t, d.finish(), b.codes)
		})
	}
}

// TestUnknownPart claims parts that do not exist.
func TestUnknownPart(t *testing.T) {
	d := newDraft(t)
	d.replace(d.metadata(), "<pdfuaid:part>1<", "<pdfuaid:part>9<")
	d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part>9<")
	checkCodes(t, d.finish(), "a-6-6-4 ua-06-002")
}

// checkCodes compares what is found by the file's own claims.
func checkCodes(t *testing.T, file []byte, want string) {
	t.Helper()
	var got []string
	for _, d := range PDF(bytes.NewReader(file), int64(len(file))) {
		if code := strings.TrimPrefix(d.Code, "verify-pdf-"); !slices.Contains(got, code) {
			got = append(got, code)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, strings.Fields(want)) {
		t.Errorf("found %q, want %q", got, want)
	}
}
