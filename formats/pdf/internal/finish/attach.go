package finish

import (
	"fmt"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
)

// Associated files (ISO 19005-3, 6.8 and annex E; ISO 32000-2, 14.13).

// attachments writes the embedded files and returns the array of the
// catalogue's associated files and the name tree.
func (f *finisher) attachments() (pdfobject.Array, pdfobject.Ref) {
	var list pdfobject.Array
	entries := map[string]pdfobject.Object{}
	for i, a := range f.book.Attachments {
		params := pdfobject.Dict{"Size": pdfobject.Integer(len(a.Bytes))}
		if t := pdfobject.Date(a.Modified); t != "" {
			params["ModDate"] = t
		} else if t := pdfobject.Date(f.book.Info.Modified); t != "" {
			params["ModDate"] = t // required of associated files
		}
		file := f.out.Add(&pdfobject.Stream{
			Dict: pdfobject.Dict{
				"Type": pdfobject.Name("EmbeddedFile"), "Subtype": pdfobject.Name(mediaType(a.MediaType)), "Params": params,
			},
			Raw: a.Bytes,
		})
		relation := a.Relationship
		if relation == "" {
			relation = "Unspecified"
		}
		d := pdfobject.Dict{
			"Type": pdfobject.Name("Filespec"), "F": plainName(a.Name), "UF": pdfobject.Text(a.Name),
			"AFRelationship": pdfobject.Name(relation),
			"EF":             pdfobject.Dict{"F": file, "UF": file},
		}
		if a.Description != "" {
			d["Desc"] = pdfobject.Text(a.Description)
		}
		ref := f.out.Add(d)
		list = append(list, ref)
		entries[fmt.Sprintf("%04d %s", i, a.Name)] = ref
	}
	return list, f.nameTree(entries)
}

// mediaType returns a media type without its parameters, or that of any bytes
// where it is none (ISO 19005-3, 6.8).
func mediaType(s string) string {
	s, _, _ = strings.Cut(s, ";")
	s = strings.TrimSpace(s)
	ok := func(part string) bool {
		return part != "" && !strings.ContainsFunc(part, func(r rune) bool {
			return r != '-' && r != '+' && r != '.' && r != '_' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
		})
	}
	if kind, sub, found := strings.Cut(s, "/"); found && ok(kind) && ok(sub) {
		return s
	}
	return "application/octet-stream"
}

// plainName returns a file's name for readers that know no Unicode (ISO 32000-1,
// 7.11.2): what is not ASCII becomes a low line.
func plainName(s string) pdfobject.String {
	return pdfobject.String(strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`/\:`, r) {
			return '_'
		}
		return r
	}, s))
}
