package pdfobject

import "bytes"

// Operator is a step of a content stream with its operands (ISO 32000-1,
// 7.8.2). An inline image comes as the operator "BI" with its dictionary as
// the only operand; its bytes are left out.
type Operator struct {
	Name     string
	Operands []Object
	// At is where the operator's first operand begins, Offset where the
	// operator itself begins and End where it ends.
	At, Offset, End int
}

// Operators calls yield for the operators of a content stream one after the
// other, until yield returns false. The operands and what they
// hold are good until yield returns.
// The error tells of the first place that is no syntax, where the reading
// ends.
func Operators(data []byte, yield func(Operator) bool) error {
	l := lexer{data: data, lent: true, loan: Array{}}
	var operands []Object
	start := -1
	for !l.done() {
		at := l.pos
		if start < 0 {
			start = at
		}
		o, err := l.object(0)
		if err != nil {
			return err
		}
		w, bare := o.(bareWord)
		if !bare {
			if operands = append(operands, o); len(operands) > 4096 {
				return syntax(at, "too many operands")
			}
			continue
		}
		if w == "BI" {
			d, err := l.inlineImage()
			if err != nil {
				return err
			}
			operands = append(operands[:0], d)
		}
		if !yield(Operator{string(w), operands, start, at, l.pos}) {
			return nil
		}
		operands, start = operands[:0], -1
	}
	return nil
}

// inlineImage reads up to the EI of an inline image (8.9.7).
func (l *lexer) inlineImage() (Dict, error) {
	at := l.pos
	d := Dict{}
	for !l.keyword("ID") {
		if l.pos >= len(l.data) || l.data[l.pos] != '/' {
			return nil, syntax(l.pos, "an inline image is broken")
		}
		k := l.name()
		v, err := l.object(0)
		if err != nil {
			return nil, err
		}
		d[k] = v
	}
	for i := l.pos; ; {
		j := bytes.Index(l.data[i:], []byte("EI"))
		if j < 0 {
			return nil, syntax(at, "an inline image has no end")
		}
		i += j + 2
		if space(l.data[i-3]) && (i == len(l.data) || space(l.data[i])) {
			l.pos = i
			return d, nil
		}
	}
}
