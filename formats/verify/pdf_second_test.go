package verify

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// second is a PDF/UA-2 and PDF/A-4f with one of everything, which veraPDF and
// this package accept.
//
//go:embed testdata/second.pdf
var second []byte

// of20 puts a type into the namespace of PDF 2.0.
func (d *draft) of20(e dict) dict {
	e["NS"] = d.document()["NS"]
	return e
}

// secondBreakings break the second file, as breakings do the first. What the
// standards for PDF 2.0 allow and the first parts do not is no finding.
var secondBreakings = []breaking{
	{"", func(*draft) {}},
	{"a-6-1-3", func(d *draft) { d.trailer["Info"] = dict{"Title": str("x")} }},
	{"ua-13-004", func(d *draft) { delete(d.element("Figure"), "Alt") }},
	{"entry", func(d *draft) { d.element("Figure")["NS"] = dict{"Type": name("Namespace")} }},
	{"ua-09-004", func(d *draft) { d.element("TD")["S"] = name("Artifact") }},
	{"", func(d *draft) { d.element("H2")["S"] = name("H4") }},
	{"", func(d *draft) { delete(d.where("Subtype", name("Link")), "Contents") }},
	{"", func(d *draft) { delete(d.element("TH"), "A") }},
	{"", func(d *draft) {
		d.replace(d.page()["Contents"], firstMark, firstMark+"/Artifact BMC EMC\n")
	}},
	{"", func(d *draft) { delete(d.catalog(), "AF") }},
	{"", func(d *draft) { d.draws("/Garish ri") }},
	{"", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("JavaScript"), "JS": str("1")} }},
	{"a-6-5-1", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("Launch"), "F": str("x")} }},

	// Metadata and the catalogue.
	{"ua2-5", func(d *draft) { d.replace(d.metadata(), "<pdfuaid:rev>", "<pdfuaid:rev>the year ") }},
	{"a-6-6-4", func(d *draft) { d.replace(d.metadata(), "<pdfaid:rev>", "<pdfaid:rev>the year ") }},
	{"a-6-6-4", func(d *draft) { d.replace(d.metadata(), "<pdfaid:conformance>F</pdfaid:conformance>", "") }},
	{"a-6-6-4 | veraPDF has a flavour for each level", func(d *draft) { d.replace(d.metadata(), "<pdfaid:conformance>F<", "<pdfaid:conformance>A<") }},
	{"a-6-8", func(d *draft) { delete(d.dict(d.catalog()["Names"]), "EmbeddedFiles") }},
	{"ua2-8-4-4", func(d *draft) { delete(d.catalog(), "Lang") }},
	{"ua-11-001", func(d *draft) { d.catalog()["Lang"] = str("a language") }},
	{"ua2-8-14-1", func(d *draft) { delete(d.where("AFRelationship", name("Source")), "Desc") }},
	{"a4-6-1-12", func(d *draft) { d.catalog()["Version"] = name("1.7") }},
	{"a-6-5-2", func(d *draft) { d.catalog()["AA"] = dict{"WC": dict{}} }},
	{"", func(d *draft) { d.catalog()["AA"] = dict{} }},
	{"a-6-2-5", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"Type": name("ExtGState"), "HTO": numbers(1, 2)})
		d.draws("/GX gs")
	}},

	// Types.
	{"ua2-8-2-5-2", func(d *draft) { delete(d.document(), "NS") }},
	{"ua2-8-2-5-2", func(d *draft) {
		root := d.dict(d.catalog()["StructTreeRoot"])
		root["K"] = append(slices.Clone(root["K"].(arr)), d.out.Add(d.of20(dict{"S": name("Document"), "P": d.catalog()["StructTreeRoot"]})))
	}},
	{"ua-02-001", func(d *draft) { d.of20(d.add(d.document(), "BlockQuote")) }},
	{"ua-02-001", func(d *draft) { d.add(d.document(), "Chapter") }},
	{"ua2-8-2-4", func(d *draft) {
		own := d.out.Reserve()
		d.out.Set(own, dict{"Type": name("Namespace"), "NS": str("urn:own"), "RoleMapNS": dict{
			"Chapter": arr{name("Title"), own}, "Title": arr{name("Sect"), d.document()["NS"]},
		}})
		d.add(d.document(), "Chapter")["NS"] = own
	}},
	{"", func(d *draft) {
		own := d.out.Add(dict{"Type": name("Namespace"), "NS": str("urn:own"), "RoleMapNS": dict{"Chapter": arr{name("Sect"), d.document()["NS"]}}})
		d.add(d.document(), "Chapter")["NS"] = own
	}},
	{"ua-02-003", func(d *draft) {
		one, two := d.out.Reserve(), d.out.Reserve()
		d.out.Set(one, dict{"Type": name("Namespace"), "NS": str("urn:one"), "RoleMapNS": dict{"A": arr{name("A"), two}}})
		d.out.Set(two, dict{"Type": name("Namespace"), "NS": str("urn:two"), "RoleMapNS": dict{"A": arr{name("A"), one}}})
		d.add(d.document(), "A")["NS"] = one
	}},
	{"ua2-8-2-5-12", func(d *draft) { d.of20(d.add(d.document(), "H")) }},
	{"ua2-8-2-5-14", func(d *draft) { d.add(d.document(), "Note") }},
	{"ua2-8-2-5-14", func(d *draft) { delete(d.element("FENote"), "Ref") }},
	{"ua2-8-2-5-14", func(d *draft) {
		d.element("FENote")["A"] = dict{"O": name("FENote"), "NoteType": name("Aside")}
	}},
	{"ua2-8-2-5-8", func(d *draft) { d.add(d.add(d.document(), "TOC"), "TOCI") }},
	{"ua2-8-2-5-23", func(d *draft) { d.of20(d.add(d.of20(d.add(d.of20(d.add(d.document(), "P")), "Ruby")), "RB")) }},
	{"ua2-8-2-5-24", func(d *draft) { d.of20(d.add(d.of20(d.add(d.of20(d.add(d.document(), "P")), "Warichu")), "WT")) }},
	{"ua2-8-2-5-25", func(d *draft) { delete(d.element("L"), "A") }},
	{"parent-tree ua2-8-2-5-25", func(d *draft) {
		// The label loses its element and leaves its content.
		li := d.element("LI")
		lbl := d.dict(li["K"].(arr)[0])
		li["K"] = append(arr{lbl["K"]}, li["K"].(arr)[1:]...)
		li["Pg"] = lbl["Pg"]
	}},
	{"ua-15-003", func(d *draft) {
		// A header in the last cell heads nothing by its place, and the first
		// row has none.
		for _, o := range d.dict(d.element("THead")["K"])["K"].(arr) {
			d.dict(o)["S"] = name("TD")
		}
		rows := d.element("TBody")["K"].(arr)
		last := d.dict(rows[len(rows)-1])["K"].(arr)
		d.dict(last[len(last)-1])["S"] = name("TH")
	}},
	{"ua2-32005 ua2-8-2-5-27", func(d *draft) {
		f := d.element("Figure")
		d.of20(d.add(f, "P"))
		d.of20(d.add(f, "Caption"))
		d.of20(d.add(f, "P"))
	}},
	{"", func(d *draft) { d.of20(d.add(d.document(), "Formula")) }},
	{"ua2-8-2-5-29", func(d *draft) {
		d.add(d.document(), "math")["NS"] = d.out.Add(dict{"Type": name("Namespace"), "NS": str(mathML)})
	}},
	{"", func(d *draft) {
		f := d.of20(d.add(d.document(), "Formula"))
		d.add(f, "math")["NS"] = d.out.Add(dict{"Type": name("Namespace"), "NS": str(mathML)})
	}},
	{"ua2-32005", func(d *draft) { d.of20(d.add(d.element("H1"), "P")) }},
	{"ua2-32005", func(d *draft) {
		// A Div is no boundary.
		d.of20(d.add(d.of20(d.add(d.element("L"), "Div")), "P"))
	}},
	{"ua-09-004", func(d *draft) { d.element("TD")["A"] = dict{"O": name("Table"), "ColSpan": num(2)} }},

	// Texts.
	{"ua2-8-4-3 a4-6-2-10-8", func(d *draft) { d.element("Figure")["ActualText"] = pdfobject.Text("\uE001") }},
	{"ua2-8-4-3", func(d *draft) { d.element("Figure")["Alt"] = pdfobject.Text("\uE001") }},
	{"ua2-8-4-3", func(d *draft) { d.unicode("<0065> <0065>", "<0065> <E001>") }},
	{"ua2-8-6 | veraPDF does not look at titles", func(d *draft) { d.element("H1")["T"] = pdfobject.Text("\uE001") }},
	{"ua2-8-6", func(d *draft) {
		d.dict(d.dict(d.catalog()["Outlines"])["First"])["Title"] = pdfobject.Text("\uE001")
	}},
	{"ua-31-028 a-6-2-11-7-2", func(d *draft) { d.unicode("<0065> <0065>", "<0065> <0000>") }},
	{"ua-31-027", func(d *draft) {
		f, _, _ := d.composite()
		delete(f, "ToUnicode")
	}},

	// Destinations.
	{"ua2-8-8 dead-link", func(d *draft) { d.local()["Dest"] = str("nowhere") }},
	{"ua2-8-8", func(d *draft) {
		d.local()["Dest"] = arr{d.in.Pages()[0].Ref, name("Fit")}
	}},
	{"ua2-8-8", func(d *draft) {
		l := d.local()
		delete(l, "Dest")
		l["A"] = dict{"S": name("GoTo"), "D": arr{d.in.Pages()[0].Ref, name("Fit")}}
	}},
	{"", func(d *draft) {
		l := d.local()
		delete(l, "Dest")
		l["A"] = dict{"S": name("GoTo"), "D": arr{d.in.Pages()[0].Ref, name("Fit")}, "SD": arr{d.refOf(d.element("H1")), name("Fit")}}
	}},
	{"ua2-8-8", func(d *draft) { d.catalog()["OpenAction"] = arr{d.in.Pages()[0].Ref, name("Fit")} }},
	{"ua2-8-8", func(d *draft) {
		d.dict(d.dict(d.catalog()["Outlines"])["First"])["Dest"] = arr{d.in.Pages()[0].Ref, name("Fit")}
	}},
	{"ua2-8-2-5-20 parent-tree | veraPDF compares elements alone", func(d *draft) {
		l := d.where("Subtype", name("Link"))
		other := d.annotate(dict{"Subtype": name("Link"), "Contents": str("x"), "A": dict{"S": name("URI"), "URI": str("http://other/")}})
		d.dict(other)["StructParent"] = l["StructParent"]
	}},

	// Annotations.
	{"ua2-8-9-2-2 a-6-3-2", func(d *draft) { d.where("Subtype", name("Link"))["F"] = num(4 | 32) }},
	{"ua2-8-9-4-2", func(d *draft) { d.element("Link")["Alt"] = str("elsewhere") }},
	{"ua2-8-9-2-4-7", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("Stamp"), "AP": d.appearance("")}), "Annot") }},
	{"", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Highlight"), "AP": d.appearance("")}), "Annot")
	}},
	{"ua2-8-9-2-4-8", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("Ink"), "AP": d.appearance("")}), "Annot") }},
	{"ua2-8-9-2-4-9", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("Popup")}), "Annot") }},
	{"ua2-8-9-2-4-10 a-6-8", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("FileAttachment"), "Contents": str("x"), "AP": d.appearance(""), "FS": dict{
			"Type": name("Filespec"), "F": str("a"), "UF": str("a"), "EF": dict{"F": d.where("AFRelationship", name("Source"))["EF"].(dict)["F"]},
		}}), "Annot")
	}},
	{"ua2-8-9-2-4-11 a-6-3-1", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Sound"), "Contents": str("x"), "AP": d.appearance("")}), "Annot")
	}},
	{"ua2-8-9-2-4-12 a-6-3-1", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("Screen"), "AP": d.appearance("")}), "Annot") }},
	{"ua2-8-9-2-4-19 a-6-3-1", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("3D"), "AP": d.appearance("")}), "Annot") }},
	{"ua2-8-9-2-4-13", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Widget"), "Contents": str("x"), "AP": d.appearance(""), "Rect": numbers(9, 9, 9, 9)}), "Form")
	}},
	{"ua2-8-10-2-3", func(d *draft) { d.tag(d.annotate(dict{"Subtype": name("Widget"), "AP": d.appearance("")}), "Form") }},
	{"ua2-8-10-1", func(d *draft) {
		widget := dict{"Subtype": name("Widget"), "Contents": str("x"), "AP": d.appearance("")}
		f := d.tag(d.annotate(widget), "Form")
		other := d.annotate(dict{"Subtype": name("Widget"), "Contents": str("x"), "AP": d.appearance("")})
		d.dict(other)["StructParent"] = widget["StructParent"]
		f["K"] = arr{f["K"], dict{"Type": name("OBJR"), "Obj": other, "Pg": d.in.Pages()[0].Ref}}
	}},
	{"ua2-8-10-1 a-6-4-2 | veraPDF does not find the entry", func(d *draft) {
		d.catalog()["AcroForm"] = dict{"Fields": arr{}, "XFA": arr{str("config"), d.out.Add(&pdfobject.Stream{Dict: dict{}})}}
	}},
}

// local returns a link to a place in the document.
func (d *draft) local() dict {
	for n := 1; ; n++ {
		if v, ok := d.out.Get(pdfobject.Ref{Number: n}).(dict); ok && v["Subtype"] == obj(name("Link")) && v["Dest"] != nil {
			return v
		}
	}
}

// refOf returns the reference of a dictionary.
func (d *draft) refOf(v dict) pdfobject.Ref {
	for n := 1; ; n++ {
		r := pdfobject.Ref{Number: n}
		if o, ok := d.out.Get(r).(dict); ok && sameMap(o, v) {
			return r
		}
	}
}

func TestSecondParts(t *testing.T) {
	tested := map[string]bool{}
	for i, b := range secondBreakings {
		list, _, _ := strings.Cut(b.codes, "|")
		want := strings.Fields(list)
		slices.Sort(want)
		for _, c := range want {
			tested["verify-pdf-"+c] = true
		}
		t.Run(fmt.Sprintf("%d %s", i, strings.Join(want, "+")), func(t *testing.T) {
			d := draftOf(t, second)
			b.do(d)
			checkCodes(t, d.finish(), strings.Join(want, " "))
		})
	}
	for _, b := range breakings {
		list, _, _ := strings.Cut(b.codes, "|")
		for _, c := range strings.Fields(list) {
			tested["verify-pdf-"+c] = true
		}
	}
	for _, c := range slices.Concat(Accessible2(), Archive4()) {
		if c.Unchecked == "" && !tested[c.Code] {
			t.Errorf("%s (%s) is never broken", c.ID, c.Fails)
		}
	}
}

// TestUnknownPart claims parts that do not exist.
func TestUnknownPart(t *testing.T) {
	d := newDraft(t)
	d.replace(d.metadata(), "<pdfuaid:part>1<", "<pdfuaid:part>9<")
	d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part>9<")
	checkCodes(t, d.finish(), "a-6-6-4 ua-06-002")
}

// TestDeadLink: no standard of the first parts forbids a link that leads
// nowhere, but a reader of the findings wants to know.
func TestDeadLink(t *testing.T) {
	d := newDraft(t)
	d.local()["Dest"] = str("nowhere")
	file := d.finish()
	found := PDF(bytes.NewReader(file), int64(len(file)))
	if len(found) != 1 || found[0].Code != "verify-pdf-dead-link" || found[0].Severity != diag.Warning {
		t.Errorf("found %v", found)
	}
}

// checkCodes compares what is found by the file's own claims.
func checkCodes(t *testing.T, file []byte, want string) {
	t.Helper()
	var got []string
	found := PDF(bytes.NewReader(file), int64(len(file)))
	for _, d := range found {
		if code := strings.TrimPrefix(d.Code, "verify-pdf-"); !slices.Contains(got, code) {
			got = append(got, code)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, strings.Fields(want)) {
		t.Errorf("found %q, want %q", got, want)
		for _, d := range found {
			t.Log(d)
		}
	}
}
