package pdf_test

import (
	"fmt"
	"slices"

	"github.com/quirepress/quire/formats/verify"
)

// kinship compares the tree of PDF 2.0 with that of 1.7: the same elements with
// the same texts, of types that mean the same or, where PDF 2.0 does not let
// them stand, of more general ones.
type kinship struct {
	difference string
	all, given int
}

// second holds the types of PDF 2.0 that mean more than those of 1.7.
var second = map[string][]string{"Span": {"Em", "Strong"}, "Note": {"FENote"}, "Div": {"Aside"}, "P": {"Title"}}

func (k *kinship) compare(a, b *verify.Element, path string) {
	path += "/" + a.Role
	k.all++
	switch {
	case k.difference != "":
		return
	case a.Role == b.Role || slices.Contains(second[a.Role], b.Role):
	case slices.Contains([]string{"Div", "Aside", "P", "Span", "NonStruct", "Reference", "Sect"}, b.Role):
		k.given++
	default:
		k.difference = fmt.Sprintf("%s becomes %s", path, b.Role)
		return
	}
	if len(a.Nodes) != len(b.Nodes) || a.Alt != b.Alt || a.ActualText != b.ActualText || a.Expansion != b.Expansion || a.Lang != b.Lang {
		k.difference = fmt.Sprintf("%s: %s\nbecomes %s", path, a, b)
		return
	}
	for i := range a.Nodes {
		x, y := a.Nodes[i], b.Nodes[i]
		if (x.Element == nil) != (y.Element == nil) || x.Text != y.Text {
			k.difference = fmt.Sprintf("%s[%d]: %s\nbecomes %s", path, i, a, b)
			return
		}
		if x.Element != nil {
			k.compare(x.Element, y.Element, fmt.Sprintf("%s[%d]", path, i))
		}
	}
}
