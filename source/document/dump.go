package document

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"
	"unicode"
)

// Dump writes the document as indented JSON: every node is an object whose
// "kind" is its Kind, followed by its fields that are not empty, named in
// snake case in the order of the struct. Resources are listed without their
// bytes. The same document always gives the same bytes.
func (d *Document) Dump(w io.Writer) error {
	var b bytes.Buffer
	dump(&b, reflect.ValueOf(d).Elem(), "")
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		panic("internal error: document: dump is not JSON: " + err.Error())
	}
	out.WriteByte('\n')
	_, err := w.Write(out.Bytes())
	return err
}

// dump writes v, whose node type is kind if it is a node's struct.
func dump(b *bytes.Buffer, v reflect.Value, kind string) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			b.WriteString("null")
			return
		}
		if n, ok := v.Interface().(Node); ok {
			kind = n.Kind()
		}
		dump(b, v.Elem(), kind)
	case reflect.Struct:
		b.WriteByte('{')
		first := true
		if kind != "" {
			b.WriteString(`"kind":"` + kind + `"`)
			first = false
		}
		dumpFields(b, v, &first)
		b.WriteByte('}')
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(',')
			}
			dump(b, v.Index(i), "")
		}
		b.WriteByte(']')
	default:
		// Strings, numbers, booleans, and maps of strings, which
		// encoding/json writes in the order of their keys.
		enc := json.NewEncoder(b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(v.Interface()); err != nil {
			panic("internal error: document: " + err.Error())
		}
	}
}

func dumpFields(b *bytes.Buffer, v reflect.Value, first *bool) {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			dumpFields(b, v.Field(i), first)
			continue
		}
		if v.Field(i).IsZero() || f.Tag.Get("json") == "-" {
			continue
		}
		if !*first {
			b.WriteByte(',')
		}
		*first = false
		b.WriteString(`"` + snake(f.Name) + `":`)
		dump(b, v.Field(i), "")
	}
}

// snake turns a Go name into a JSON name: "HeaderColumns" is
// "header_columns", "EDTF" is "edtf".
func snake(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if unicode.IsUpper(r) {
			if i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
