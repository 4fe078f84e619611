package pdfobject

import (
	"reflect"
	"strings"
	"testing"
)

// read reads one object.
func read(s string) (Object, error) {
	l := lexer{data: []byte(s), refs: true}
	return l.object(0)
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Object
	}{
		{"true", Boolean(true)},
		{"null", Null{}},
		{"-17", Integer(-17)},
		{"+3", Integer(3)},
		{"4.", Real(4)},
		{"-.5", Real(-.5)},
		{"99999999999999999999", Real(1e20)},
		{"12 0 R", Ref{12, 0}},
		{"12 %comment\n 3\tR", Ref{12, 3}},
		{"[1 0 R 2 3]", Array{Ref{1, 0}, Integer(2), Integer(3)}},
		{"[1 2 3]", Array{Integer(1), Integer(2), Integer(3)}},
		{"/A#20B#zz", Name("A B#zz")},
		{"/", Name("")},
		{`(a\(b\)\\ (nested) \101\7\n)`, String("a(b)\\ (nested) A\a\n")},
		{"(one\\\r\ntwo\rthree)", String("onetwo\nthree")},
		{"<48 65 6C6C 6>", String("Hell`")},
		{"<</A/B/C[<</D null/E(x)>>]>>", Dict{"A": Name("B"), "C": Array{Dict{"E": String("x")}}}},
		{"<</A<</B<<>>>>>>", Dict{"A": Dict{"B": Dict{}}}},
	} {
		got, err := read(c.in)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %#v, %v; want %#v", c.in, got, err, c.want)
		}
		written := string(Append(nil, got))
		if back, err := read(written); err != nil || string(Append(nil, back)) != written {
			t.Errorf("%s is written as %s, which reads %#v, %v", c.in, written, back, err)
		}
	}
}

func TestReadBroken(t *testing.T) {
	for _, in := range []string{
		"", "(", "(a\\", "<41", "<4x>", "[1 2", "[ foo ]", "<</A", "<</A>>", "<<1 2>>", "<</A 1>", ")", "}", ">>",
		strings.Repeat("[", 1000), strings.Repeat("<</A", 1000),
	} {
		if o, err := read(in); err == nil {
			t.Errorf("%.20q reads %#v", in, o)
		}
	}
}

func TestAppend(t *testing.T) {
	for want, o := range map[string]Object{
		"null":                               nil,
		"0":                                  Real(-0.000001),
		"0.33333":                            Real(1. / 3),
		"-12.5":                              Real(-12.5),
		"[1 2/A(x)3 true]":                   Array{Integer(1), Integer(2), Name("A"), String("x"), Integer(3), Boolean(true)},
		"<</Type/B/Subtype/C/A 1/Z[1 0 R]>>": Dict{"Z": Array{Ref{1, 0}}, "A": Integer(1), "Subtype": Name("C"), "Type": Name("B")},
		"(a\\)\\\\\\r\n)":                    String("a)\\\r\n"),
		"/A#20#23#2F":                        Name("A #/"),
	} {
		if got := string(Append(nil, o)); got != want {
			t.Errorf("%#v is written %s, want %s", o, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for _, s := range []string{"", "plain", "Prishtinë", "λόγος", "𝔘", "line\nbreak", "\u007f"} {
		if got := Text(s).Text(); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
	if got := String("\x80 \xA0 caf\xE9 \x18").Text(); got != "• € café ˘" {
		t.Errorf("PDFDocEncoding reads %q", got)
	}
	if got := String("\xEF\xBB\xBFž").Text(); got != "ž" {
		t.Errorf("UTF-8 reads %q", got)
	}
}

func TestOperators(t *testing.T) {
	const content = "q 1 0 0 1 5 5 cm /P <</MCID 0>> BDC [(a) -3 <62>] TJ T* (x)' EMC\n" +
		"BI /W 2 /H 1 /CS /G /BPC 8 ID \x01EI EI Q"
	var got []string
	err := Operators([]byte(content), func(op Operator) bool {
		got = append(got, string(Append(nil, Array(op.Operands)))+op.Name)
		if content[op.Offset:op.End] != op.Name && op.Name != "BI" {
			t.Errorf("%s stands at %q", op.Name, content[op.Offset:op.End])
		}
		return true
	})
	want := []string{"[]q", "[1 0 0 1 5 5]cm", "[/P<</MCID 0>>]BDC", "[[(a)-3(b)]]TJ", "[]T*", "[(x)]'", "[]EMC",
		"[<</BPC 8/CS/G/H 1/W 2>>]BI", "[]Q"}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestDate(t *testing.T) {
	if got := Date("2001-02-03T04:05:06Z"); got != "D:20010203040506Z" {
		t.Error(got)
	}
	for _, s := range []string{"", "2001", "2001-02-03T04:05:06+01:00", "2001-02-03T04:05:0xZ"} {
		if got := Date(s); got != "" {
			t.Errorf("%q is the date %s", s, got)
		}
	}
}
