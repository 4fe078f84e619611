package xhtml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CleanSVG returns a drawing without what is active or reaches outside it:
// scripts, event handlers, foreign content, animation, and references to other
// files. It returns an error for what is not well-formed or no drawing.
//
// What remains is written anew from the parsed form, so that nothing hides in
// it: no doctype, no entities, no processing instructions.
func CleanSVG(data []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("it is not in UTF-8") }
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	var open []string // elements that are open, "" for those left out
	depth, skip, roots := 0, 0, 0
	ids := map[string]bool{} // that stand already: references mean the first, as in browsers
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth == 0 {
				if t.Name.Local != "svg" || t.Name.Space != svgSpace && t.Name.Space != "" {
					return nil, fmt.Errorf("its root is %q", t.Name.Local)
				}
				roots++
			}
			if depth++; depth > 500 {
				return nil, errors.New("it is nested too deeply")
			}
			if skip > 0 || !svgAllowed(t.Name, depth) {
				skip++
				open = append(open, "")
				continue
			}
			b.WriteString("<" + t.Name.Local)
			if depth == 1 {
				b.WriteString(` xmlns="` + svgSpace + `" xmlns:xlink="` + xlinkSpace + `"`)
			}
			seen := map[string]bool{}
			for _, a := range t.Attr {
				if name, ok := svgAttribute(a); ok && !seen[name] {
					if id := Clean(a.Value); a.Name.Local == "id" {
						if ids[id] {
							continue
						}
						ids[id] = true
					}
					seen[name] = true
					b.WriteString(" " + name + `="` + Escape(Clean(a.Value)) + `"`)
				}
			}
			b.WriteByte('>')
			open = append(open, t.Name.Local)
		case xml.EndElement:
			depth--
			name := open[len(open)-1]
			open = open[:len(open)-1]
			if name == "" {
				skip--
				continue
			}
			b.WriteString("</" + name + ">")
		case xml.CharData:
			if skip > 0 || depth == 0 {
				continue
			}
			s := Clean(string(t))
			if open[len(open)-1] == "style" && reachesOut(s) {
				s = ""
			}
			b.WriteString(Escape(s))
		}
	}
	if roots != 1 {
		return nil, errors.New("it has no root")
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
)

// svgElements are the elements that only draw.
var svgElements = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`svg g defs desc title symbol use style switch
		path rect circle ellipse line polyline polygon text tspan textPath
		marker linearGradient radialGradient stop pattern clipPath mask image a
		filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
		feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
		feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
		feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`) {
		m[name] = true
	}
	return m
}()

func svgAllowed(name xml.Name, depth int) bool {
	return (name.Space == svgSpace || name.Space == "") && svgElements[name.Local] && (name.Local != "svg" || depth >= 1)
}

// svgAttribute returns the name under which an attribute is written, and false
// for one that is left out.
func svgAttribute(a xml.Attr) (string, bool) {
	name := a.Name.Local
	value := strings.TrimSpace(a.Value)
	switch a.Name.Space {
	case "":
		lower := strings.ToLower(name)
		switch {
		case name == "xmlns" || strings.HasPrefix(lower, "on") || strings.Contains(name, ":"):
			return "", false
		case name == "href":
			return name, localReference(value)
		case name == "id":
			return name, xmlName(value)
		}
		return name, !reachesOut(value)
	case xlinkSpace, "xlink":
		if name == "href" {
			return "xlink:href", localReference(value)
		}
	case "http://www.w3.org/XML/1998/namespace", "xml":
		switch name {
		case "lang":
			return "xml:lang", tagOf(value) != ""
		case "space":
			return "xml:space", value == "preserve" || value == "default"
		}
	}
	return "", false
}

// localReference reports whether a reference stays inside the drawing.
func localReference(s string) bool {
	return strings.HasPrefix(s, "#") && xmlName(s[1:])
}

func xmlName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r > 0xbf
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '-' || r == '.')) {
			return false
		}
	}
	return s != ""
}

// reachesOut reports whether CSS or an attribute's value refers to anything but
// a part of the drawing.
func reachesOut(s string) bool {
	s = strings.ToLower(s)
	if strings.Contains(s, "@import") || strings.Contains(s, `\`) || strings.Contains(s, "javascript:") || strings.Contains(s, "expression(") {
		return true
	}
	for {
		i := strings.Index(s, "url(")
		if i < 0 {
			return false
		}
		s = strings.TrimLeft(s[i+4:], " '\"\t\n")
		if !strings.HasPrefix(s, "#") {
			return true
		}
	}
}
