package verify

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// press is a PDF/X-4 of one page. The tests break it, each in one way.
//
//go:embed testdata/press.pdf
var press []byte

// newPressDraft reads the file for the press.
func newPressDraft(t *testing.T) *draft {
	t.Helper()
	f, err := pdfobject.Parse(press)
	if err != nil {
		t.Fatal(err)
	}
	d := &draft{t: t, in: f, trailer: dict{"Root": f.Trailer["Root"], "Info": f.Trailer["Info"]}}
	for ref, o := range f.Objects() {
		for d.out.Add(pdfobject.Null{}) != ref {
		}
		d.out.Set(ref, o)
	}
	return d
}

// intent returns the dictionary that names the press.
func (d *draft) intent() dict { return d.where("S", name("GTS_PDFX")) }

// profile returns the profile of the press.
func (d *draft) profile() *pdfobject.Stream {
	s := d.get(d.intent()["DestOutputProfile"]).(*pdfobject.Stream)
	data, err := d.in.Data(s)
	if err != nil {
		d.t.Fatal(err)
	}
	s.Raw = bytes.Clone(data)
	delete(s.Dict, "Filter")
	return s
}

// without takes a property out of the metadata.
func (d *draft) without(property string) {
	d.edit(d.metadata(), func(s string) string {
		before, rest, _ := strings.Cut(s, "<"+property+">")
		_, after, _ := strings.Cut(rest, "</"+property+">")
		return before + after
	})
}

// pressBreakings break the file. The rules, without "verify-pdf-x-", are all
// that is found then.
var pressBreakings = []struct {
	rules string
	do    func(*draft)
}{
	{"", func(d *draft) {}},
	{"version", func(d *draft) { d.without("pdfxid:GTS_PDFXVersion") }},
	{"version", func(d *draft) { d.replace(d.metadata(), "PDF/X-4", "PDF/X-3:2003") }},
	{"version", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) }
	}},
	{"metadata", func(d *draft) { d.without("dc:title") }},
	{"metadata", func(d *draft) { d.replace(d.metadata(), "A page for the press", " ") }},
	{"metadata", func(d *draft) { d.without("xmp:CreateDate") }},
	{"metadata", func(d *draft) { d.without("xmp:ModifyDate") }},
	{"metadata", func(d *draft) { d.without("xmp:MetadataDate") }},
	{"metadata", func(d *draft) { d.without("xmpMM:DocumentID") }},
	{"metadata", func(d *draft) { d.without("xmpMM:VersionID") }},
	{"metadata", func(d *draft) { d.without("xmpMM:RenditionClass") }},
	{"metadata trapped version", func(d *draft) {
		delete(d.catalog(), "Metadata")
		delete(d.dict(d.trailer["Info"]), "Trapped")
	}},
	{"trapped", func(d *draft) { d.dict(d.trailer["Info"])["Trapped"] = name("True") }},
	{"trapped", func(d *draft) {
		d.dict(d.trailer["Info"])["Trapped"] = name("Unknown")
		d.replace(d.metadata(), "Trapped>False", "Trapped>Unknown")
	}},
	{"id", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("/ID["), []byte("/Id["), 1) }
	}},
	{"intent", func(d *draft) { delete(d.catalog(), "OutputIntents") }},
	{"intent", func(d *draft) { d.intent()["S"] = name("GTS_PDFA1") }},
	{"intent", func(d *draft) {
		a := d.catalog()["OutputIntents"].(arr)
		d.catalog()["OutputIntents"] = arr{a[0], a[0]}
	}},
	{"intent", func(d *draft) { d.intent()["OutputConditionIdentifier"] = str(" ") }},
	{"intent", func(d *draft) { delete(d.intent(), "DestOutputProfile") }},
	{"intent", func(d *draft) { d.profile().Dict["N"] = num(3) }},
	{"intent", func(d *draft) { copy(d.profile().Raw[12:], "mntr") }},
	{"intent", func(d *draft) { s := d.profile(); s.Raw = s.Raw[:100] }},
	{"box", func(d *draft) { delete(d.page(), "TrimBox") }},
	{"box", func(d *draft) { d.page()["ArtBox"] = d.page()["TrimBox"] }},
	{"", func(d *draft) {
		d.page()["ArtBox"] = d.page()["TrimBox"]
		delete(d.page(), "TrimBox")
	}},
	{"box", func(d *draft) { d.page()["TrimBox"] = numbers(-9, 0, 400, 500) }},
	{"box", func(d *draft) { d.page()["BleedBox"] = numbers(0, 0, 500, 700) }},
	{"box", func(d *draft) { d.page()["BleedBox"] = numbers(10, 10, 400, 500) }},
	{"colour", func(d *draft) { d.draws("/Artifact BMC 1 0 0 rg 0 0 10 10 re f EMC") }},
	{"", func(d *draft) {
		d.draws("/Artifact BMC 1 0 0 rg 0 0 10 10 re f EMC")
		spaces := d.dict(d.dict(d.page()["Resources"])["ColorSpace"])
		spaces["DefaultRGB"] = spaces["CS0"]
	}},
	{"", func(d *draft) { d.draws("/Artifact BMC 1 0 0 0 k .5 g 0 0 10 10 re f EMC") }},
	{"colour", func(d *draft) {
		d.draws("/Artifact BMC 1 0 0 0 k 0 0 10 10 re f EMC")
		s := d.profile()
		copy(s.Raw[16:], "GRAY")
		s.Dict["N"] = num(1)
	}},
	{"font", func(d *draft) { _, _, descriptor := d.composite(); delete(descriptor, "FontFile2") }},
	{"annotation", func(d *draft) { d.page()["Annots"] = arr{}; d.annotate(dict{"Subtype": name("Stamp")}) }},
	{"", func(d *draft) {
		d.page()["Annots"] = arr{}
		d.annotate(dict{"Subtype": name("Stamp"), "Rect": numbers(900, 900, 910, 910)})
	}},
	{"", func(d *draft) {
		d.page()["Annots"] = arr{}
		d.annotate(dict{"Subtype": name("PrinterMark")})
	}},
	{"action", func(d *draft) {
		d.catalog()["OpenAction"] = dict{"S": name("JavaScript"), "JS": str("x")}
	}},
	{"action", func(d *draft) { d.page()["AA"] = dict{} }},
	{"object", func(d *draft) { d.out.Add(&pdfobject.Stream{Dict: dict{"Subtype": name("PS")}}) }},
	{"object", func(d *draft) {
		d.out.Add(&pdfobject.Stream{Dict: dict{"Subtype": name("Form"), "Subtype2": name("PS")}})
	}},
	{"object", func(d *draft) { d.out.Add(&pdfobject.Stream{Dict: dict{"Subtype": name("Form"), "Ref": dict{}}}) }},
	{"object", func(d *draft) { d.dot("F", str("a.tif")) }},
	{"object", func(d *draft) { d.dot("OPI", dict{}) }},
	{"object", func(d *draft) {
		d.dot("Alternates", arr{dict{"DefaultForPrinting": pdfobject.Boolean(true)}})
	}},
	{"", func(d *draft) {
		d.dot("Alternates", arr{dict{}})
	}},
	{"state", func(d *draft) { d.out.Add(dict{"Type": name("ExtGState"), "TR": dict{}}) }},
	{"state", func(d *draft) { d.out.Add(dict{"Type": name("ExtGState"), "TR2": name("Identity")}) }},
	{"state", func(d *draft) { d.out.Add(dict{"Type": name("ExtGState"), "HTP": arr{num(0), num(0)}}) }},
	{"", func(d *draft) { d.out.Add(dict{"Type": name("ExtGState"), "TR2": name("Default"), "CA": num(1)}) }},
	{"encrypted", func(d *draft) { d.trailer["Encrypt"] = dict{"Filter": name("Standard")} }},
}

// dot adds an image of one pixel with one more entry.
func (d *draft) dot(key name, value obj) {
	d.out.Add(&pdfobject.Stream{Dict: dict{
		"Subtype": name("Image"), "Width": num(1), "Height": num(1), "BitsPerComponent": num(8), "ColorSpace": name("DeviceGray"), key: value,
	}, Raw: []byte("x")})
}

func TestPressBreakings(t *testing.T) {
	tried := map[string]bool{}
	for i, b := range pressBreakings {
		d := newPressDraft(t)
		b.do(d)
		var got []string
		for _, code := range codes(d.finish(), Exchange) {
			rule, ok := strings.CutPrefix(code, "verify-pdf-x-")
			if ok {
				tried[rule] = true
				got = append(got, rule)
			} else if !strings.Contains(code, "encrypted") && !strings.HasPrefix(code, "verify-pdf-ua-") && !strings.HasPrefix(code, "verify-pdf-a-") {
				t.Errorf("breaking %d: %s", i, code)
			}
		}
		if want := strings.Fields(b.rules); !slices.Equal(got, want) {
			t.Errorf("breaking %d: found %v, want %v", i, got, want)
		}
	}
	for _, r := range Press() {
		if !tried[r.ID] {
			t.Errorf("no test breaks the rule %q", r.ID)
		}
		delete(tried, r.ID)
	}
	for rule := range tried {
		t.Errorf("the rule %q is not listed", rule)
	}
}

// TestPressClaim proves that a file is checked because it claims PDF/X-4, and
// that no other file is.
func TestPressClaim(t *testing.T) {
	d := newPressDraft(t)
	delete(d.page(), "TrimBox")
	b := d.finish()
	if list := PDF(bytes.NewReader(b), int64(len(b))); list.Count(2) != 1 {
		t.Errorf("the claim is not checked: %v", list)
	}
	d = newDraft(t)
	delete(d.page(), "TrimBox")
	b = d.finish()
	for _, f := range PDF(bytes.NewReader(b), int64(len(b))) {
		if strings.HasPrefix(f.Code, "verify-pdf-x-") {
			t.Errorf("a file that claims nothing of the kind: %v", f)
		}
	}
}
