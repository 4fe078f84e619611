package finish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// The information dictionary (ISO 32000-1, 14.3.3) and the same in XMP (ISO
// 16684-1), where the two must agree (ISO 19005-1, 6.7.3).

func (f *finisher) producer() string {
	if f.options.Producer != "" {
		return f.options.Producer
	}
	return "Quire"
}

func (f *finisher) info() pdfobject.Dict {
	in := &f.book.Info
	d := pdfobject.Dict{"Producer": pdfobject.Text(f.producer()), "Creator": pdfobject.Text(f.producer())}
	text := func(k pdfobject.Name, s string) {
		if s != "" {
			d[k] = f.text(s)
		}
	}
	text("Title", in.Title)
	text("Author", strings.Join(in.Authors, "; "))
	text("Subject", in.Description)
	text("Keywords", strings.Join(in.Subjects, "; "))
	if t := pdfobject.Date(in.Created); t != "" {
		d["CreationDate"] = t
	}
	if t := pdfobject.Date(in.Modified); t != "" {
		d["ModDate"] = t
	}
	if f.std.exchange {
		d["Trapped"] = pdfobject.Name("False")
	}
	return d
}

// text makes a text string no longer than readers must accept (ISO 32000-1,
// annex C; ISO 19005-3, 6.1.13): what is beyond that is cut off.
func (f *finisher) text(s string) pdfobject.String {
	const most = 32700 // bytes, in UTF-16
	if len(s) > most/2 {
		n := 4 // the byte order mark and the dots
		for i, r := range s {
			if n += 2 * utf16.RuneLen(r); n > most {
				s = s[:i] + "…"
				break
			}
		}
	}
	return pdfobject.Text(s)
}

// xmp writes the metadata packet.
func (f *finisher) xmp() []byte {
	in := &f.book.Info
	x := &packet{}
	x.line(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>`)
	x.line(`<x:xmpmeta xmlns:x="adobe:ns:meta/">`)
	x.line(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	x.line(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">`)
	x.simple("dc:format", "application/pdf")
	x.alt("dc:title", in.Title)
	x.list("dc:creator", "Seq", in.Authors)
	x.list("dc:contributor", "Bag", in.Contributors)
	x.alt("dc:description", in.Description)
	x.list("dc:subject", "Bag", in.Subjects)
	x.list("dc:publisher", "Bag", one(in.Publisher))
	x.alt("dc:rights", in.Rights)
	x.list("dc:language", "Bag", one(in.Language))
	x.simple("dc:identifier", in.Identifier)
	x.simple("dc:source", in.Source)
	x.list("dc:date", "Seq", one(xmpDate(in.Created)))
	x.simple("xmp:CreateDate", xmpDate(in.Created))
	x.simple("xmp:ModifyDate", xmpDate(in.Modified))
	x.simple("xmp:MetadataDate", xmpDate(in.Modified))
	x.simple("xmp:CreatorTool", f.producer())
	// The printed edition by the name that the EPUB's page list gives as its
	// source.
	x.list("xmp:Identifier", "Bag", one(in.PrintID))
	x.simple("pdf:Producer", f.producer())
	x.simple("pdf:Keywords", strings.Join(in.Subjects, "; "))
	if strings.HasPrefix(in.Identifier, "urn:uuid:") {
		x.simple("xmpMM:DocumentID", "uuid:"+strings.TrimPrefix(in.Identifier, "urn:uuid:"))
	}
	if in.Fingerprint != "" {
		x.line(`<xmpMM:DerivedFrom xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" rdf:parseType="Resource">`)
		x.simple("stRef:instanceID", in.Fingerprint)
		x.line(`</xmpMM:DerivedFrom>`)
	}
	x.line(`</rdf:Description>`)
	f.identify(x)
	f.identifyExchange(x)
	x.line(`</rdf:RDF>`)
	x.line(`</x:xmpmeta>`)
	x.line(`<?xpacket end="r"?>`)
	return x.Bytes()
}

// identify writes the identifiers of the standards that the file keeps.
func (f *finisher) identify(x *packet) {
	c := f.std
	if c.archive > 0 {
		x.line(`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">`)
		x.simple("pdfaid:part", fmt.Sprint(c.archive))
		x.simple("pdfaid:conformance", strings.ToUpper(c.level))
		if c.archive == 4 {
			x.simple("pdfaid:rev", "2020")
		}
		x.line(`</rdf:Description>`)
	}
	if c.access == 0 {
		return
	}
	x.line(`<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">`)
	x.simple("pdfuaid:part", fmt.Sprint(c.access))
	if c.access == 2 {
		x.simple("pdfuaid:rev", "2024")
	}
	x.line(`</rdf:Description>`)
	if c.archive == 2 || c.archive == 3 {
		// PDF/A knows no schema of PDF/UA: it is described as an extension
		// (ISO 19005-3, 6.6.2.3).
		x.line(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`)
		x.line(`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">`)
		x.simple("pdfaSchema:schema", "PDF/UA Universal Accessibility Schema")
		x.simple("pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/")
		x.simple("pdfaSchema:prefix", "pdfuaid")
		x.line(`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">`)
		x.simple("pdfaProperty:name", "part")
		x.simple("pdfaProperty:valueType", "Integer")
		x.simple("pdfaProperty:category", "internal")
		x.simple("pdfaProperty:description", "The part of ISO 14289 that the file keeps")
		x.line(`</rdf:li></rdf:Seq></pdfaSchema:property>`)
		x.line(`</rdf:li></rdf:Bag></pdfaExtension:schemas>`)
		x.line(`</rdf:Description>`)
	}
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// xmpDate returns a date as the information dictionary understands it, too.
func xmpDate(s string) string {
	if pdfobject.Date(s) == "" {
		return ""
	}
	return s
}

// packet is XMP in the making. Empty properties are left out.
type packet struct{ bytes.Buffer }

func (p *packet) line(s string) {
	p.WriteString(s)
	p.WriteByte('\n')
}

func (p *packet) escape(s string) {
	if err := xml.EscapeText(&p.Buffer, []byte(s)); err != nil {
		panic("internal error: " + err.Error()) // a buffer takes everything
	}
}

func (p *packet) simple(name, value string) {
	if value == "" {
		return
	}
	p.WriteString("<" + name + ">")
	p.escape(value)
	p.line("</" + name + ">")
}

func (p *packet) alt(name, value string) {
	if value == "" {
		return
	}
	p.WriteString("<" + name + `><rdf:Alt><rdf:li xml:lang="x-default">`)
	p.escape(value)
	p.line("</rdf:li></rdf:Alt></" + name + ">")
}

func (p *packet) list(name, kind string, values []string) {
	if len(values) == 0 {
		return
	}
	p.WriteString("<" + name + "><rdf:" + kind + ">")
	for _, v := range values {
		p.WriteString("<rdf:li>")
		p.escape(v)
		p.WriteString("</rdf:li>")
	}
	p.line("</rdf:" + kind + "></" + name + ">")
}
