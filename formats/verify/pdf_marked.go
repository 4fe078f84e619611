package verify

import "github.com/quirepress/quire/formats/internal/pdfobject"

// Marked content (ISO 32000-1, 14.6 and 14.7.4): what belongs to which element
// of the structure, and what is an artifact.

// marked is marked content that is open.
type marked struct {
	artifact, tagged bool
	element          *element
	lang             string
	actual           bool // its actual text is known
	key              contentKey
}

// inside returns the marked content around the pen.
func (in *interpreter) inside() marked {
	if n := len(in.open); n > 0 {
		return in.open[n-1]
	}
	return in.outer
}

// begin opens marked content: 01-003 and 01-004.
func (in *interpreter) begin(tag pdfobject.Name, props pdfobject.Dict) {
	c := in.c
	m := in.inside()
	if tag == "Artifact" {
		if m.tagged {
			c.ua("01-003", "%s: an artifact stands inside tagged content", in.where)
		}
		m.artifact = true
	}
	if id, ok := c.Integer(props["MCID"]); ok {
		again := in.ids[id]
		if again { // it is unique within a stream (ISO 32000-1, 14.7.4.2)
			c.structural("content", "%s: two pieces of marked content have the id %d", in.where, id)
		}
		in.ids[id] = true
		if e := c.tree.content[contentKey{in.holder, id}]; e != nil {
			if m.artifact {
				c.ua("01-004", "%s: tagged content stands inside an artifact", in.where)
			}
			if !again {
				in.held++
			}
			m.tagged, m.element, m.lang = true, e, e.lang
			m.key = contentKey{in.holder, id}
			in.checkParent(id, e)
		}
	}
	if s, ok := c.String(props["Lang"]); ok {
		c.language(in.where, s.Text())
		m.lang = s.Text()
	}
	if s, ok := c.String(props["ActualText"]); ok {
		if !m.actual {
			c.say(m, s.Text())
		}
		m.actual = true
	}
	for _, k := range []pdfobject.Name{"ActualText", "Alt", "E"} {
		if props[k] != nil && m.lang == "" && c.catalog["Lang"] == nil {
			c.ua("11-002", "%s: the language of an alternative text cannot be told", in.where)
		}
	}
	in.open = append(in.open, m)
}

// checkParent compares the parent tree with the structure tree.
func (in *interpreter) checkParent(id int, e *element) {
	c := in.c
	d, _ := c.Dict(in.holder)
	key, ok := c.Integer(d["StructParents"])
	list, _ := c.Array(c.tree.parents[key])
	if !ok || id < 0 || id >= len(list) || list[id] != pdfobject.Object(e.ref) {
		c.structural("parent-tree", "%s: the parent tree does not lead from content %d to its element", in.where, id)
	}
}

// paints notes that something is drawn here: 01-005.
func (in *interpreter) paints(what string) {
	if m := in.inside(); !m.tagged && !m.artifact {
		in.c.ua("01-005", "%s: %s is neither tagged nor an artifact", in.where, what)
	}
}
