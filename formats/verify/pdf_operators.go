package verify

import "strings"

// The operators of content streams (ISO 32000-1, table A.1).

// operator says what an operator does, as far as it matters here, and how many
// operands it needs.
type operator struct {
	known, paints, shows bool
	operands             int
}

// operators are all that there are.
var operators = func() map[string]operator {
	m := map[string]operator{}
	for n, list := range []string{
		"b B b* B* BT BX EI EMC ET EX f F f* h ID n q Q s S T* W W*",
		"BI BMC cs CS Do g G gs i j J M MP ri sc SC scn SCN sh Tc Tj TJ TL Tr Ts Tw Tz w '",
		"BDC d d0 DP l m Td TD Tf",
		"rg RG \"",
		"k K re v y",
		"",
		"c cm d1 Tm",
	} {
		for w := range strings.FieldsSeq(list) {
			m[w] = operator{known: true, operands: n}
		}
	}
	for w := range strings.FieldsSeq("b B b* B* f F f* s S sh BI") {
		op := m[w]
		op.paints = true
		m[w] = op
	}
	for w := range strings.FieldsSeq("Tj TJ ' \"") {
		op := m[w]
		op.shows = true
		m[w] = op
	}
	return m
}()
