package verify

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

type (
	obj  = pdfobject.Object
	dict = pdfobject.Dict
	arr  = pdfobject.Array
	name = pdfobject.Name
	str  = pdfobject.String
	num  = pdfobject.Integer
)

// firstMark is where the first tagged content of the first page begins.
const firstMark = "<</MCID 0>>BDC\n"

// breaking is a way to break a file. The codes, without "verify-pdf-", are all
// that is found then; behind a bar stands why veraPDF finds otherwise.
type breaking struct {
	codes string
	do    func(*draft)
}

// breakings break the good file.
var breakings = []breaking{
	// Content.
	{"ua-01-003", func(d *draft) {
		d.replace(d.page()["Contents"], firstMark, firstMark+"/Artifact BMC EMC\n")
	}},
	{"ua-01-004", func(d *draft) {
		d.edit(d.page()["Contents"], func(s string) string {
			return strings.Replace(strings.Replace(s, "/H1"+firstMark, "/Artifact BMC /H1"+firstMark, 1), "EMC\n/P", "EMC EMC\n/P", 1)
		})
	}},
	{"ua-01-005", func(d *draft) { d.draws("0 0 10 10 re f") }},
	{"ua-01-005", func(d *draft) { d.draws("/P <</MCID 99>> BDC 0 0 10 10 re f EMC") }},
	{"ua-01-006", func(d *draft) { delete(d.element("H1"), "P") }},
	{"ua-01-007", func(d *draft) { d.dict(d.catalog()["MarkInfo"])["Suspects"] = pdfobject.Boolean(true) }},
	{"parent-tree", func(d *draft) { d.page()["StructParents"] = num(77) }},
	{"parent-tree", func(d *draft) {
		link := d.element("Link")
		link["K"] = link["K"].(arr)[:1]
	}},
	{"content", func(d *draft) { d.draws("EMC") }},
	{"content", func(d *draft) { d.draws("/Artifact BMC") }},
	{"content", func(d *draft) { d.draws("Q") }},
	{"content", func(d *draft) { d.draws("q") }},
	{"content", func(d *draft) { d.draws("/P " + firstMark + "EMC") }},
	{"content", func(d *draft) { d.draws("[ ( ") }},
	{"resource", func(d *draft) { d.draws("/Artifact BMC /Nowhere Do EMC") }},

	// Roles.
	{"ua-02-001 a-6-7-3-4", func(d *draft) { d.add(d.document(), "Chapter") }},
	{"ua-02-003 a-6-7-3-4", func(d *draft) {
		d.dict(d.catalog()["StructTreeRoot"])["RoleMap"] = dict{"A": name("B"), "B": name("A")}
		d.add(d.document(), "A")
	}},
	{"ua-02-004 a-6-7-3-4 | veraPDF allows it in PDF/A", func(d *draft) {
		d.dict(d.catalog()["StructTreeRoot"])["RoleMap"] = dict{"P": name("H1")}
	}},
	{"", func(d *draft) {
		d.dict(d.catalog()["StructTreeRoot"])["RoleMap"] = dict{"Chapter": name("Part2"), "Part2": name("Part")}
		d.add(d.document(), "Chapter")
	}},

	// Metadata.
	{"ua-06-001 a-6-6-2-1", func(d *draft) { delete(d.catalog(), "Metadata") }},
	{"ua-06-002", func(d *draft) { d.replace(d.metadata(), "<pdfuaid:part>1</pdfuaid:part>", "") }},
	{"ua-06-002", func(d *draft) { d.replace(d.metadata(), "<pdfuaid:part>1<", "<pdfuaid:part>9<") }},
	{"ua-06-002", func(d *draft) {
		d.edit(d.metadata(), func(s string) string { return strings.ReplaceAll(s, "pdfuaid:", "ua:") })
		d.edit(d.metadata(), func(s string) string { return strings.ReplaceAll(s, "xmlns:pdfuaid", "xmlns:ua") })
	}},
	{"ua-06-003", func(d *draft) {
		d.replace(d.metadata(), `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A Specimen &amp; its Title</rdf:li></rdf:Alt></dc:title>`, "")
	}},
	{"ua-06-003 | veraPDF takes white space for a title", func(d *draft) {
		d.replace(d.metadata(), "A Specimen &amp; its Title", " ")
	}},
	{"a-6-6-2-1", func(d *draft) { d.replace(d.metadata(), `begin="`, `bytes="12" begin="`) }},
	{"a-6-6-2-1 metadata ua-06-002 ua-06-003 a-6-6-4", func(d *draft) { d.replace(d.metadata(), "</rdf:RDF>", "") }},
	{"a-6-6-2-1 metadata ua-06-002 ua-06-003 a-6-6-4 | veraPDF mends the encoding", func(d *draft) { d.replace(d.metadata(), "Ada", "Ad\xE4") }},
	{"a-6-6-2-3-1", func(d *draft) { d.replace(d.metadata(), "<dc:format>", "<dc:colour>red</dc:colour><dc:format>") }},
	{"a-6-6-2-3-1", func(d *draft) {
		d.replace(d.metadata(), "<dc:subject><rdf:Bag>", "<dc:subject><rdf:Seq>")
		d.replace(d.metadata(), "tests</rdf:li></rdf:Bag>", "tests</rdf:li></rdf:Seq>")
	}},
	{"a-6-6-2-3-1", func(d *draft) { d.replace(d.metadata(), "2001-02-03T04:05:06Z</xmp:C", "yesterday</xmp:C") }},
	{"a-6-6-2-3-1", func(d *draft) { d.replace(d.metadata(), ">application/pdf<", ">a file<") }},
	{"a-6-6-2-1 metadata ua-06-002 ua-06-003 a-6-6-4", func(d *draft) { d.replace(d.metadata(), "<rdf:Bag>", "<rdf:Bag>text") }},
	{"a-6-6-2-1 metadata ua-06-002 ua-06-003 a-6-6-4", func(d *draft) {
		d.edit(d.metadata(), func(s string) string { return strings.ReplaceAll(s, "rdf:Seq>", "rdf:Row>") })
	}},
	{"a-6-6-2-3-3", func(d *draft) { d.replace(d.metadata(), ">Integer<", ">Whole<") }},
	{"", func(d *draft) { d.replace(d.metadata(), ">Integer<", ">closed Choice of Integer<") }},
	{"a-6-6-2-3-3", func(d *draft) { d.replace(d.metadata(), ">internal<", ">secret<") }},
	{"a-6-6-2-3-3", func(d *draft) {
		d.replace(d.metadata(), "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")
	}},
	{"a-6-6-2-3-1 a-6-6-2-3-3", func(d *draft) {
		d.replace(d.metadata(), "<pdfaProperty:name>part</pdfaProperty:name>", "")
	}},
	{"a-6-6-4", func(d *draft) { d.replace(d.metadata(), "<pdfaid:part>3</pdfaid:part>", "") }},
	{"a-6-6-4", func(d *draft) { d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part>7<") }},
	{"a-6-6-4", func(d *draft) { d.replace(d.metadata(), "conformance>A<", "conformance>Q<") }},

	// The catalogue.
	{"ua-07-001", func(d *draft) { delete(d.catalog(), "ViewerPreferences") }},
	{"ua-07-002", func(d *draft) {
		d.catalog()["ViewerPreferences"] = dict{"DisplayDocTitle": pdfobject.Boolean(false)}
	}},
	{"ua-01-005 a-6-7-2-2", func(d *draft) { delete(d.catalog(), "MarkInfo") }},
	{"ua-01-005 a-6-7-3-3 ua-28-011", func(d *draft) { delete(d.catalog(), "StructTreeRoot") }},
	{"ua-11-001 a-6-7-4", func(d *draft) { d.catalog()["Lang"] = str("a language") }},
	{"ua-11-001", func(d *draft) { d.element("H1")["Lang"] = str("") }},
	{"ua-11-001 a-6-7-4", func(d *draft) { d.element("H1")["Lang"] = str("en_GB!") }},
	{"ua-11-001 ua-11-002 ua-11-003 ua-11-004 ua-11-006", func(d *draft) { delete(d.catalog(), "Lang") }},
	{"ua-11-003 ua-11-006", func(d *draft) {
		delete(d.catalog(), "Lang")
		d.document()["Lang"] = str("en")
	}},
	{"a-6-5-2", func(d *draft) { d.catalog()["AA"] = dict{} }},
	{"a-6-5-2", func(d *draft) { d.page()["AA"] = dict{} }},
	{"a-6-11", func(d *draft) { d.catalog()["Requirements"] = arr{} }},
	{"a-6-10", func(d *draft) { d.dict(d.catalog()["Names"])["AlternatePresentations"] = dict{} }},
	{"a-6-10", func(d *draft) { d.page()["PresSteps"] = dict{} }},
	{"a-6-1-12", func(d *draft) { d.catalog()["Perms"] = dict{"UR": dict{}} }},
	{"a-6-4-1", func(d *draft) {
		d.catalog()["AcroForm"] = dict{"Fields": arr{}, "NeedAppearances": pdfobject.Boolean(true)}
	}},
	{"a-6-4-2", func(d *draft) { d.catalog()["NeedsRendering"] = pdfobject.Boolean(true) }},
	{"a-6-4-2 ua-25-001 | veraPDF does not find the entry", func(d *draft) {
		xfa := d.out.Add(&pdfobject.Stream{Dict: dict{}, Raw: []byte("<config><dynamicRender>required</dynamicRender></config>")})
		d.catalog()["AcroForm"] = dict{"Fields": arr{}, "XFA": arr{str("config"), xfa}}
	}},
	{"ua-20-001 a-6-9", func(d *draft) {
		d.catalog()["OCProperties"] = dict{"OCGs": arr{}, "D": dict{"Name": str("D")}, "Configs": arr{dict{}}}
	}},
	{"ua-20-002 a-6-9", func(d *draft) { d.catalog()["OCProperties"] = dict{"OCGs": arr{}, "D": dict{"Name": str("")}} }},
	{"ua-20-003 a-6-9", func(d *draft) {
		d.catalog()["OCProperties"] = dict{"OCGs": arr{}, "D": dict{"Name": str("D"), "AS": arr{}}}
	}},
	{"a-6-9", func(d *draft) {
		d.catalog()["OCProperties"] = dict{"OCGs": arr{}, "D": dict{"Name": str("D")}, "Configs": arr{dict{"Name": str("D")}}}
	}},

	{"a-6-9", func(d *draft) {
		layer := d.out.Add(dict{"Type": name("OCG"), "Name": str("L")})
		d.catalog()["OCProperties"] = dict{"OCGs": arr{layer}, "D": dict{"Name": str("D"), "Order": arr{}}}
	}},

	{"outline", func(d *draft) {
		first := d.dict(d.catalog()["Outlines"])["First"]
		d.dict(first)["Next"] = first
	}},

	{"outline", func(d *draft) {
		first := d.dict(d.catalog()["Outlines"])["First"]
		d.dict(first)["Prev"] = first
	}},
	{"outline", func(d *draft) { d.dict(d.catalog()["Outlines"])["Last"] = d.in.Pages()[0].Ref }},
	{"entry", func(d *draft) { delete(d.dict(d.dict(d.catalog()["Outlines"])["First"]), "Title") }},
	{"page-labels", func(d *draft) { d.catalog()["PageLabels"] = dict{"Nums": arr{num(1), dict{}}} }},
	{"page-labels", func(d *draft) { d.catalog()["PageLabels"] = dict{"Nums": arr{num(0), dict{"S": name("Q")}}} }},
	{"page-labels", func(d *draft) { d.catalog()["PageLabels"] = dict{"Nums": arr{num(0), num(1)}} }},

	// Entries that must be there.
	{"entry", func(d *draft) { delete(d.catalog(), "Type") }},
	{"entry", func(d *draft) { delete(d.dict(d.catalog()["OutputIntents"].(arr)[0]), "OutputConditionIdentifier") }},
	{"entry", func(d *draft) { delete(d.get(d.catalog()["Metadata"]).(*pdfobject.Stream).Dict, "Subtype") }},
	{"entry", func(d *draft) { delete(d.where("Subtype", name("Link")), "Rect") }},
	{"entry", func(d *draft) { d.where("Subtype", name("Link"))["Rect"] = numbers(0, 0, 1) }},
	{"entry", func(d *draft) { delete(d.where("AFRelationship", name("Source")), "Type") }},
	{"entry", func(d *draft) { d.element("TH")["A"] = arr{d.element("TH")["A"], dict{"Scope": name("Row")}} }},
	{"entry", func(d *draft) {
		d.element("Figure")["A"] = dict{"O": name("Layout"), "BBox": numbers(0, 0, 1)}
	}},
	{"structure", func(d *draft) { delete(d.dict(d.catalog()["StructTreeRoot"]), "Type") }},
	{"ua-01-005 a-6-7-3-3 ua-28-011", func(d *draft) { d.catalog()["StructTreeRoot"] = num(7) }},
	{"page-tree", func(d *draft) { d.dict(d.page()["Parent"])["Count"] = num(7) }},
	{"page-tree", func(d *draft) { delete(d.page(), "Type") }},
	{"page-tree", func(d *draft) { delete(d.page(), "Parent") }},
	{"page-tree", func(d *draft) { delete(d.dict(d.page()["Parent"]), "Type") }},
	{"page", func(d *draft) { d.page()["TrimBox"] = numbers(0, 0, 100) }},
	{"parent-tree", func(d *draft) { d.page()["StructParents"] = name("One") }},
	{"structure", func(d *draft) {
		// The words are gone, and the elements that held them are still there.
		d.edit(d.page()["Contents"], func(s string) string { return "" })
	}},
	{"structure", func(d *draft) {
		d.add(d.document(), "P")["K"] = dict{"Type": name("MCR"), "Pg": d.in.Pages()[0].Ref, "MCID": num(0)}
	}},
	{"entry", func(d *draft) {
		h := d.element("H1")
		h["K"] = arr{h["K"], dict{"Type": name("MCR"), "MCID": name("x")}}
	}},
	{"entry", func(d *draft) { delete(d.where("Subtype", name("Image")), "Width") }},
	{"image", func(d *draft) { d.where("Subtype", name("Image"))["ColorSpace"] = name("Octarine") }},
	{"image", func(d *draft) { d.where("Subtype", name("Image"))["Height"] = num(5000) }},
	{"resource", func(d *draft) {
		d.dict(d.page()["Resources"])["XObject"].(dict)["FX"] = d.out.Add(&pdfobject.Stream{Dict: dict{"Subtype": name("Sculpture")}})
		d.draws("/Artifact BMC /FX Do EMC")
	}},
	{"resource", func(d *draft) {
		d.dict(d.page()["Resources"])["XObject"].(dict)["FX"] = num(1)
		d.draws("/Artifact BMC /FX Do EMC")
	}},
	{"content", func(d *draft) { d.draws("ET") }},
	{"content", func(d *draft) { d.draws("BT") }},
	{"content", func(d *draft) { d.draws("BT BT ET") }},
	{"content", func(d *draft) { d.draws("1 2 re n") }},

	// Embedded files.
	{"a-6-8", func(d *draft) { d.where("AFRelationship", name("Source"))["AFRelationship"] = num(7) }},
	{"ua-21-001 a-6-8", func(d *draft) { delete(d.where("AFRelationship", name("Source")), "UF") }},
	{"a-6-8", func(d *draft) { delete(d.where("AFRelationship", name("Source")), "AFRelationship") }},
	{"a-6-8", func(d *draft) { delete(d.catalog(), "AF") }},
	{"a-6-8", func(d *draft) { d.where("Subtype", name("text/markdown"))["Subtype"] = name("text") }},
	{"a-6-8", func(d *draft) { d.replace(d.metadata(), "<pdfaid:part>3<", "<pdfaid:part>2<") }},
	{"file", func(d *draft) { d.where("AFRelationship", name("Source"))["EF"] = dict{"F": num(1)} }},

	// Tables, lists, contents.
	{"ua-09-004", func(d *draft) { d.add(d.document(), "TR") }},
	{"ua-09-004", func(d *draft) { d.add(d.element("Table"), "P") }},
	{"ua-09-004", func(d *draft) { d.element("TD")["A"] = dict{"O": name("Table"), "ColSpan": num(2)} }},
	{"ua-09-004", func(d *draft) { d.element("TD")["A"] = dict{"O": name("Table"), "RowSpan": num(9)} }},
	{"ua-09-004", func(d *draft) { d.add(d.add(d.element("Table"), "THead"), "TR") }},
	{"ua-09-005", func(d *draft) { d.add(d.document(), "LBody") }},
	{"ua-09-005", func(d *draft) { d.add(d.element("L"), "P") }},
	{"ua-09-005", func(d *draft) { d.add(d.element("L"), "Caption") }},
	{"ua-09-006", func(d *draft) { d.add(d.document(), "TOCI") }},
	{"ua-09-007 | veraPDF does not look at rubies", func(d *draft) { d.add(d.add(d.document(), "Ruby"), "P") }},
	{"ua-09-008 | veraPDF does not look at warichu", func(d *draft) { d.add(d.document(), "WT") }},

	// Headings, figures, formulas, notes.
	{"ua-13-004", func(d *draft) { delete(d.element("Figure"), "Alt") }},
	{"ua-14-002", func(d *draft) { d.element("H1")["S"] = name("H2") }},
	{"ua-14-003", func(d *draft) { d.element("H2")["S"] = name("H3") }},
	{"ua-14-006", func(d *draft) {
		d.element("H1")["S"], d.element("H2")["S"] = name("H"), name("H")
	}},
	{"ua-14-007", func(d *draft) { d.add(d.document(), "H") }},
	{"ua-15-003 | veraPDF guesses the scope", func(d *draft) {
		for range 4 {
			delete(d.element("TD"), "A")
			d.element("TD")["S"] = name("TD ") // so that the next one is found
		}
		for n := 1; d.out.Get(pdfobject.Ref{Number: n}) != nil; n++ {
			if e, ok := d.out.Get(pdfobject.Ref{Number: n}).(dict); ok && e["S"] == obj(name("TD ")) {
				e["S"] = name("TD")
			}
		}
		delete(d.element("TH"), "A")
	}},
	{"ua-15-003 | veraPDF guesses the scope", func(d *draft) {
		d.element("TD")["A"] = dict{"O": name("Table"), "Headers": arr{str("Nobody")}}
		delete(d.element("TH"), "A")
	}},
	{"", func(d *draft) { d.element("TH")["S"] = name("TD") }}, // the other header has its scope
	{"", func(d *draft) {
		// So it is where only the sum at the foot has a header.
		for range 2 {
			d.element("TH")["S"] = name("TD")
		}
		d.element("TD")["S"] = name("TH")
		d.element("TH")["A"] = dict{"O": name("Table"), "Scope": name("Row")}
	}},
	{"", func(d *draft) {
		// The column is still found by its scope.
		d.element("TD")["A"] = dict{"O": name("Table"), "Headers": arr{str("Nobody")}}
	}},
	{"ua-17-002", func(d *draft) { d.add(d.document(), "Formula") }},
	{"ua-19-003", func(d *draft) { delete(d.element("Note"), "ID") }},
	{"ua-19-004", func(d *draft) { d.add(d.document(), "Note")["ID"] = d.element("Note")["ID"] }},
	{"structure", func(d *draft) { d.element("H1")["ID"] = d.element("TH")["ID"] }},

	// Annotations.
	{"ua-28-002", func(d *draft) {
		d.annotate(dict{"Subtype": name("Watermark"), "Contents": str("x"), "AP": d.appearance("")})
	}},
	{"ua-28-004", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Watermark"), "AP": d.appearance("")}), "Annot")
	}},
	{"| veraPDF looks for the alternative text elsewhere", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Watermark"), "AP": d.appearance("")}), "Annot")["Alt"] = str("a watermark")
	}},
	{"ua-28-005", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Widget"), "AP": d.appearance("")}), "Form")
	}},
	{"ua-28-010", func(d *draft) {
		d.annotate(dict{"Subtype": name("Widget"), "T": str("n"), "FT": name("Tx"), "TU": str("your name"), "AP": d.appearance("")})
	}},
	{"ua-11-003 ua-11-005 ua-11-006", func(d *draft) {
		// Inside an element with a language of its own this would be no fault.
		w := d.annotate(dict{"Subtype": name("Widget"), "T": str("n"), "FT": name("Tx"), "TU": str("your name"), "AP": d.appearance("")})
		e := d.tag(w, "Form")
		delete(d.catalog(), "Lang")
		for _, k := range d.document()["K"].(arr) {
			if _, ok := d.get(k).(dict); ok && !sameMap(d.dict(k), e) {
				d.dict(k)["Lang"] = str("en")
			}
		}
	}},
	{"a-6-4-1", func(d *draft) {
		w := d.annotate(dict{"Subtype": name("Widget"), "T": str("n"), "FT": name("Tx"), "TU": str("your name"), "AP": d.appearance(""), "A": dict{"S": name("GoTo"), "D": arr{d.in.Pages()[0].Ref, name("Fit")}}})
		d.tag(w, "Form")
	}},
	{"ua-28-006 a-6-3-1", func(d *draft) {
		d.annotate(dict{"Subtype": name("Hologram"), "Contents": str("x"), "AP": d.appearance("")})
	}},
	{"ua-28-007", func(d *draft) {
		d.annotate(dict{"Subtype": name("TrapNet"), "Contents": str("x"), "AP": d.appearance("")})
	}},
	{"ua-28-008", func(d *draft) { delete(d.page(), "Tabs") }},
	{"ua-28-009", func(d *draft) { d.page()["Tabs"] = name("R") }},
	{"ua-28-011", func(d *draft) { d.element("Link")["S"] = name("Span") }},
	{"ua-28-012", func(d *draft) { delete(d.where("Subtype", name("Link")), "Contents") }},
	{"ua-28-014 | veraPDF looks at media clips in actions alone", func(d *draft) {
		d.out.Add(dict{"Type": name("MediaClip"), "S": name("MCD"), "Alt": arr{str("en"), str("x")}})
	}},
	{"ua-28-015 | veraPDF looks at media clips in actions alone", func(d *draft) { d.out.Add(dict{"Type": name("MediaClip"), "S": name("MCD"), "CT": str("audio/mpeg")}) }},
	{"ua-21-001 ua-28-016 a-6-8", func(d *draft) {
		a := d.annotate(dict{"Subtype": name("FileAttachment"), "Contents": str("x"), "AP": d.appearance(""), "FS": dict{
			"Type": name("Filespec"), "F": str("a"), "AFRelationship": name("Data"),
			"EF": dict{"F": d.where("AFRelationship", name("Source"))["EF"].(dict)["F"]},
		}})
		d.tag(a, "Annot")
	}},
	{"ua-28-017", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("PrinterMark"), "Contents": str("x"), "AP": d.appearance("")}), "Annot")
	}},
	{"ua-28-018 | veraPDF does not look at appearances", func(d *draft) {
		d.annotate(dict{"Subtype": name("PrinterMark"), "Contents": str("x"), "AP": d.appearance("0 0 9 9 re f")})
	}},
	{"", func(d *draft) {
		d.annotate(dict{"Subtype": name("PrinterMark"), "Contents": str("x"), "AP": d.appearance("/Artifact BMC 0 0 9 9 re f EMC")})
	}},
	{"a-6-3-1", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Sound"), "Contents": str("x"), "AP": d.appearance("")}), "Annot")
	}},
	{"a-6-3-2", func(d *draft) { delete(d.where("Subtype", name("Link")), "F") }},
	{"a-6-3-2", func(d *draft) { d.where("Subtype", name("Link"))["F"] = num(0) }},
	{"a-6-3-3", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Watermark"), "Contents": str("x")}), "Annot")
	}},
	{"a-6-3-3", func(d *draft) {
		d.tag(d.annotate(dict{"Subtype": name("Watermark"), "Contents": str("x"), "AP": dict{"N": dict{"On": d.appearance("")["N"]}}}), "Annot")
	}},
	{"a-6-3-3", func(d *draft) {
		ap := d.appearance("")
		ap["D"] = ap["N"]
		d.tag(d.annotate(dict{"Subtype": name("Watermark"), "Contents": str("x"), "AP": ap}), "Annot")
	}},
	{"a-6-5-1", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"S": name("Launch"), "F": str("x")} }},
	{"a-6-5-1", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"URI": str("https://example.org")} }},
	{"a-6-5-1", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"S": name("Fly")} }},
	{"entry", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"S": name("URI")} }},
	{"entry", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"S": name("GoTo")} }},
	{"a-6-5-1", func(d *draft) { d.where("Subtype", name("Link"))["A"] = dict{"S": name("Named"), "N": name("Print")} }},

	// Forms and images.
	{"ua-30-001 a-6-2-9", func(d *draft) {
		d.dict(d.page()["Resources"])["XObject"].(dict)["FX"] = d.out.Add(&pdfobject.Stream{
			Dict: dict{"Subtype": name("Form"), "BBox": numbers(0, 0, 9, 9), "Resources": dict{}, "Ref": dict{}},
		})
		d.draws("/Artifact BMC /FX Do EMC")
	}},
	{"a-6-2-9", func(d *draft) {
		d.dict(d.page()["Resources"])["XObject"].(dict)["FX"] = d.out.Add(&pdfobject.Stream{Dict: dict{"Subtype": name("PS")}})
		d.draws("/Artifact BMC /FX Do EMC")
	}},
	{"ua-30-002", func(d *draft) {
		ref := d.out.Reserve()
		d.out.Set(ref, &pdfobject.Stream{
			Dict: dict{"Subtype": name("Form"), "BBox": numbers(0, 0, 9, 9), "Resources": dict{}, "StructParents": num(901)},
			Raw:  []byte("/P<</MCID 0>>BDC 0 0 9 9 re f EMC"),
		})
		d.dict(d.page()["Resources"])["XObject"].(dict)["FX"] = ref
		p := d.add(d.document(), "P")
		kids := d.document()["K"].(arr)
		p["K"] = dict{"Type": name("MCR"), "Pg": d.in.Pages()[0].Ref, "Stm": ref, "MCID": num(0)}
		nums := d.dict(d.dict(d.catalog()["StructTreeRoot"])["ParentTree"])
		nums["Nums"] = append(slices.Clone(nums["Nums"].(arr)), num(901), arr{kids[len(kids)-1]})
		d.draws("/FX Do /FX Do")
	}},
	{"a-6-2-8", func(d *draft) { d.where("Subtype", name("Image"))["Interpolate"] = pdfobject.Boolean(true) }},
	{"a-6-2-8", func(d *draft) { d.draws("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI EMC") }},
	{"a-6-1-10", func(d *draft) { d.draws("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI EMC") }},

	// Colours.
	{"a-6-2-3", func(d *draft) {
		d.edit(d.where("S", name("GTS_PDFA1"))["DestOutputProfile"], func(s string) string { return strings.Replace(s, "mntr", "link", 1) })
	}},
	{"a-6-2-3 | veraPDF asks the profile alone for its components", func(d *draft) {
		d.dict(d.where("S", name("GTS_PDFA1"))["DestOutputProfile"])["N"] = num(4)
	}},
	{"a-6-2-4-2 | veraPDF asks the profile alone for its components", func(d *draft) {
		profile := *d.get(d.where("S", name("GTS_PDFA1"))["DestOutputProfile"]).(*pdfobject.Stream)
		profile.Dict = maps.Clone(profile.Dict)
		profile.Dict["N"] = num(4)
		d.resource("ColorSpace", "CX", arr{name("ICCBased"), d.out.Add(&profile)})
		d.draws("/CX cs")
	}},
	{"a-6-2-4-3 a-6-2-10", func(d *draft) { delete(d.catalog(), "OutputIntents") }},
	{"a-6-2-4-3", func(d *draft) { d.draws("/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC") }},
	{"a-6-2-4-3", func(d *draft) { d.draws("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /CMYK ID abcd EI EMC") }},
	{"", func(d *draft) { d.draws("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI EMC") }},
	{"", func(d *draft) { d.draws("/Artifact BMC 0 0 9 9 re f EMC") }}, // in black, of the output intent
	{"a-6-2-4-2", func(d *draft) {
		bad := d.out.Add(&pdfobject.Stream{Dict: dict{"N": num(3)}, Raw: []byte("no profile")})
		d.resource("ColorSpace", "CX", arr{name("ICCBased"), bad})
		d.draws("/CX cs")
	}},
	{"a-6-2-5", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"Type": name("ExtGState"), "TR": name("Identity")})
		d.draws("/GX gs")
	}},
	{"a-6-2-5", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"TR": name("Identity")})
		d.draws("/GX gs")
	}},
	{"a-6-2-5", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"Type": name("ExtGState"), "HT": dict{"HalftoneType": num(6)}})
		d.draws("/GX gs")
	}},
	{"a-6-2-5 | veraPDF looks at type 5 no closer", func(d *draft) {
		half := dict{"HalftoneType": num(1), "Frequency": num(60), "Angle": num(45), "SpotFunction": name("Round")}
		d.resource("ExtGState", "GX", dict{"Type": name("ExtGState"), "HT": dict{"HalftoneType": num(5), "Default": half, "Silver": half}})
		d.draws("/GX gs")
	}},
	{"a-6-2-3", func(d *draft) {
		d.catalog()["OutputIntents"] = append(slices.Clone(d.catalog()["OutputIntents"].(arr)), dict{
			"S": name("GTS_PDFX"), "OutputConditionIdentifier": str("x"), "DestOutputProfileRef": dict{},
		})
	}},
	{"a-6-2-10", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"BM": name("Mist")})
		d.draws("/GX gs")
	}},
	{"a-6-5-1", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("ResetForm")} }},
	{"a-6-5-1", func(d *draft) { d.catalog()["OpenAction"] = dict{"S": name("Hide"), "T": str("x")} }},
	{"a-6-2-6", func(d *draft) { d.draws("/Garish ri") }},
	{"a-6-2-10", func(d *draft) {
		d.resource("ExtGState", "GX", dict{"Type": name("ExtGState"), "BM": name("Mist")})
		d.draws("/GX gs")
	}},
	{"a-6-2-2", func(d *draft) { d.draws("1 2 frobnicate") }},
	{"a-6-2-2", func(d *draft) {
		d.dict(d.page()["Parent"])["Resources"] = d.page()["Resources"]
		delete(d.page(), "Resources")
	}},

	// Syntax.
	{"ua-6-1 a-6-1-2", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-9.9"), 1) }
	}},
	{"a-6-1-2", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("%\xE2\xE3\xCF\xD3"), []byte("%abcd"), 1) }
	}},
	{"syntax a-6-1-2", func(d *draft) { d.bytes = func(b []byte) []byte { return append([]byte("junk\n"), b...) } }},
	{"a-6-1-3", func(d *draft) { d.bytes = func(b []byte) []byte { return append(b, "and more"...) } }},
	{"a-6-1-3", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("/ID["), []byte("/IX["), 1) }
	}},
	{"a-6-1-3 encrypted ua-26-001", func(d *draft) { d.trailer["Encrypt"] = dict{"Filter": name("Standard")} }},
	{"a-6-1-3 encrypted ua-26-002", func(d *draft) { d.trailer["Encrypt"] = dict{"Filter": name("Standard"), "P": num(-3904)} }},
	{"a-6-1-4", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("xref\n0 "), []byte("xref 0 "), 1) }
	}},
	{"a-6-1-6", func(d *draft) {
		d.catalog()["X"] = str("a mark")
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("(a mark)"), []byte("<61626>\n"), 1) }
	}},
	{"a-6-1-6", func(d *draft) {
		d.catalog()["X"] = str("a mark")
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("(a mark)"), []byte("<6162 6>"), 1) }
	}},
	{"a-6-1-7-1", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("/Length 20"), []byte("/Length 21"), 1) }
	}},
	{"a-6-1-7-1", func(d *draft) { d.where("Subtype", name("XML"))["FFilter"] = name("FlateDecode") }},
	{"a-6-1-7-2", func(d *draft) {
		d.out.Add(&pdfobject.Stream{Dict: dict{"Filter": name("LZWDecode")}, Raw: []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}})
	}},
	{"stream", func(d *draft) {
		d.out.Add(&pdfobject.Stream{Dict: dict{"Filter": name("FlateDecode")}, Raw: []byte("no zlib")})
	}},
	{"syntax", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("startxref\n"), []byte("startxref\n9"), 1) }
	}},
	{"a-6-1-8", func(d *draft) {
		d.dict(d.catalog()["StructTreeRoot"])["RoleMap"] = dict{"Caf\xE9": name("Span")}
		d.element("Span")["S"] = name("Caf\xE9")
	}},
	{"a-6-1-9", func(d *draft) {
		d.bytes = func(b []byte) []byte { return bytes.Replace(b, []byte("1 0 obj\n"), []byte("1 0 obj "), 1) }
	}},
	{"a-6-1-13", func(d *draft) { d.catalog()["X"] = num(1 << 40) }},
	{"a-6-1-13", func(d *draft) { d.catalog()["X"] = str(strings.Repeat("x", 40000)) }},
	{"a-6-1-13", func(d *draft) { d.catalog()[name(strings.Repeat("x", 200))] = num(1) }},
	{"a-6-1-13", func(d *draft) { d.draws("q 1 0 0 1 99999999999 0 cm Q") }},
	{"a-6-1-13", func(d *draft) { d.draws("[-2147483649] 0 d") }},
	{"a-6-1-13", func(d *draft) { d.draws("/Span <</ActualText(" + strings.Repeat("x", 40000) + ")>> BDC EMC") }},
	{"a-6-1-13", func(d *draft) { d.draws("/" + strings.Repeat("x", 200) + " BMC EMC") }},
	{"a-6-1-13", func(d *draft) { d.page()["TrimBox"] = numbers(0, 0, 1, 1) }},
	{"a-6-1-13", func(d *draft) { d.draws(strings.Repeat("q ", 30) + strings.Repeat("Q ", 30)) }},

	// Composite fonts.
	{"entry", func(d *draft) {
		_, cid, _ := d.composite()
		delete(cid, "CIDSystemInfo")
	}},
	{"entry", func(d *draft) {
		_, cid, _ := d.composite()
		delete(cid, "Subtype")
	}},
	{"a-6-2-11-2 | veraPDF speaks of another clause", func(d *draft) {
		_, cid, _ := d.composite()
		cid["Type"] = name("Fount")
	}},
	{"entry", func(d *draft) {
		_, _, desc := d.composite()
		delete(desc, "StemV")
	}},
	{"entry", func(d *draft) {
		_, _, desc := d.composite()
		desc["Type"] = name("FountDescriptor")
	}},
	{"ua-31-001 a-6-2-11-3-1", func(d *draft) { d.cmap(dict{"Registry": str("Other")}, "") }},
	{"ua-31-002 a-6-2-11-3-1", func(d *draft) { d.cmap(dict{"Ordering": str("Other")}, "") }},
	{"ua-31-003 a-6-2-11-3-1 | veraPDF does not compare supplements", func(d *draft) { d.cmap(dict{"Supplement": num(5)}, "") }},
	{"", func(d *draft) { d.cmap(nil, "") }},
	{"ua-31-004 a-6-2-11-3-2", func(d *draft) {
		_, cid, _ := d.composite()
		cid["CIDToGIDMap"] = name("Other")
	}},
	{"ua-31-005 a-6-2-11-3-2", func(d *draft) {
		_, cid, _ := d.composite()
		delete(cid, "CIDToGIDMap")
	}},
	{"ua-31-006 a-6-2-11-3-3", func(d *draft) {
		f, _, _ := d.composite()
		f["Encoding"] = name("Of-My-Own")
	}},
	{"ua-31-007 a-6-2-11-3-3", func(d *draft) { d.cmap(nil, "/WMode 1 def\n") }},
	{"ua-31-008 a-6-2-11-3-3", func(d *draft) { d.cmap(nil, "/Of-My-Own usecmap\n") }},
	{"ua-31-009 a-6-2-11-4-1", func(d *draft) {
		_, _, desc := d.composite()
		delete(desc, "FontFile2")
	}},
	{"ua-31-011 a-6-2-11-4-1", func(d *draft) { d.glyphs(func(m []byte) { binary.BigEndian.PutUint16(m[2*'e':], 60000) }) }},
	{"ua-31-030 a-6-2-11-8", func(d *draft) { d.glyphs(func(m []byte) { binary.BigEndian.PutUint16(m[2*'e':], 0) }) }},
	{"ua-31-014 a-6-2-11-4-2", func(d *draft) {
		_, _, desc := d.composite()
		desc["CIDSet"] = d.out.Add(&pdfobject.Stream{Dict: dict{}, Raw: make([]byte, 8192)})
	}},
	{"ua-31-015 a-6-2-11-4-2", func(d *draft) {
		_, _, desc := d.composite()
		desc["CIDSet"] = d.out.Add(&pdfobject.Stream{Dict: dict{}, Raw: bytes.Repeat([]byte{0xFF}, 8192)})
	}},
	{"ua-31-016 a-6-2-11-5", func(d *draft) {
		_, cid, _ := d.composite()
		cid["W"] = append(slices.Clone(cid["W"].(arr)), num('e'), arr{num(777)})
	}},
	{"a-6-2-11-2 | veraPDF takes the type for granted", func(d *draft) {
		f, _, _ := d.composite()
		delete(f, "Type")
	}},
	{"font", func(d *draft) {
		_, _, desc := d.composite()
		desc["FontFile2"] = d.out.Add(&pdfobject.Stream{Dict: dict{}, Raw: []byte("no font")})
	}},

	// Characters.
	{"ua-10-001 a-6-2-11-7-2", func(d *draft) { d.unicode("<0065>", "<E9E9>") }},
	{"ua-10-001 ua-17-003 a-6-2-11-7-2", func(d *draft) {
		d.unicode("<0065>", "<E9E9>")
		h := d.element("Caption")
		h["S"], h["Alt"] = name("Formula"), str("e")
	}},
	{"ua-31-027 a-6-2-11-7-2", func(d *draft) {
		f, _, _ := d.composite()
		delete(f, "ToUnicode")
	}},
	{"ua-31-028 a-6-2-11-7-2", func(d *draft) { d.unicode("<0065> <0065>", "<0065> <0000>") }},
	{"ua-31-029 a-6-2-11-7-2", func(d *draft) { d.unicode("<0065> <0065>", "<0065> <FEFF>") }},
	{"a-6-2-11-7-3", func(d *draft) { d.unicode("<0065> <0065>", "<0065> <E001>") }},

	// Simple fonts.
	{"", func(d *draft) { d.simple(32, name("WinAnsiEncoding"), nil) }},
	{"ua-31-017 ua-31-030 a-6-2-11-6 a-6-2-11-8", func(d *draft) { d.simple(32, name("WinAnsiEncoding"), cmapAs(3, 0)) }},
	{"ua-31-018 ua-31-030 a-6-2-11-8", func(d *draft) { d.simple(32, name("WinAnsiEncoding"), cmapAs(3, 10)) }},
	{"ua-31-019 a-6-2-11-6", func(d *draft) { d.simple(32, nil, nil) }},
	{"ua-31-020 a-6-2-11-6", func(d *draft) { d.simple(32, dict{"Type": name("Encoding")}, nil) }},
	{"ua-31-021 a-6-2-11-6", func(d *draft) { d.simple(32, name("StandardEncoding"), nil) }},
	{"ua-31-021 a-6-2-11-6", func(d *draft) { d.simple(32, dict{"BaseEncoding": name("StandardEncoding")}, nil) }},
	{"ua-31-023 a-6-2-11-6", func(d *draft) {
		d.simple(32, dict{"BaseEncoding": name("WinAnsiEncoding"), "Differences": arr{num(97), name("a")}}, cmapAs(1, 0))
	}},
	{"ua-31-024 a-6-2-11-6", func(d *draft) { d.simple(4, name("WinAnsiEncoding"), cmapAs(3, 0)) }},
	{"ua-31-025 a-6-2-11-6 ua-31-030 a-6-2-11-8", func(d *draft) { d.simple(4, nil, cmapCount(0)) }},
	{"ua-31-026 a-6-2-11-6", func(d *draft) { d.simple(4, nil, func(b []byte) []byte { return cmapCount(2)(cmapAs(1, 0)(b)) }) }},
}

// appearance makes the appearance of an annotation.
func (d *draft) appearance(content string) dict {
	return dict{"N": d.out.Add(&pdfobject.Stream{
		Dict: dict{"Subtype": name("Form"), "BBox": numbers(0, 0, 9, 9), "Resources": dict{}}, Raw: []byte(content),
	})}
}

// cmap gives the first composite font an embedded CMap.
func (d *draft) cmap(info dict, more string) {
	f, _, _ := d.composite()
	all := dict{"Registry": str("Adobe"), "Ordering": str("Identity"), "Supplement": num(0)}
	for k, v := range info {
		all[k] = v
	}
	base := dict{"Type": name("CMap"), "CMapName": name("X"), "CIDSystemInfo": all}
	if n, ok := strings.CutSuffix(more, " usecmap\n"); ok {
		base["UseCMap"] = name(n[1:])
	}
	f["Encoding"] = d.out.Add(&pdfobject.Stream{
		Dict: base,
		Raw:  []byte("begincmap\n/CIDSystemInfo " + string(pdfobject.Append(nil, all)) + " def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + more + "1 begincidrange <0000> <FFFF> 0 endcidrange endcmap"),
	})
}

// glyphs changes the map from characters to glyphs of the first font.
func (d *draft) glyphs(change func([]byte)) {
	_, cid, _ := d.composite()
	d.edit(cid["CIDToGIDMap"], func(s string) string {
		b := []byte(s)
		change(b)
		return string(b)
	})
}

// unicode changes the characters of the first font.
func (d *draft) unicode(from, to string) {
	f, _, _ := d.composite()
	d.replace(f["ToUnicode"], from, to)
}

// cmapTable returns the cmap of a font program.
func cmapTable(b []byte) []byte {
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		if r := b[12+16*i:]; string(r[:4]) == "cmap" {
			return b[binary.BigEndian.Uint32(r[8:]):]
		}
	}
	panic("there is no cmap")
}

// cmapAs says that the only cmap of a program is of another kind.
func cmapAs(platform, encoding uint16) func([]byte) []byte {
	return func(b []byte) []byte {
		t := cmapTable(b)
		binary.BigEndian.PutUint16(t[4:], platform)
		binary.BigEndian.PutUint16(t[6:], encoding)
		return b
	}
}

// cmapCount says how many cmaps there are.
func cmapCount(n uint16) func([]byte) []byte {
	return func(b []byte) []byte {
		binary.BigEndian.PutUint16(cmapTable(b)[2:], n)
		return b
	}
}
