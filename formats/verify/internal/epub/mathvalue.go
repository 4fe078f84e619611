package epub

import "regexp"

// What is finer about MathML: elements that stand in certain others alone, the
// order of children, and the forms of values (MathML 3, 2.1.5 and 3).

// mathParents are the only parents of elements that are no expressions of
// their own.
var mathParents = map[string]map[string]bool{
	"none": words("mmultiscripts mscarries"), "mprescripts": words("mmultiscripts"), "math": {}, "mglyph": {},
	"msgroup": stacked, "msrow": stacked, "mscarries": stacked, "msline": stacked, "mscarry": words("mscarries"),
}

// stacked are the elements of sums that are written one below the other.
var stacked = words("mstack msgroup mlongdiv")

// mathOrders are the orders of children: "a" is an annotation, "n" none, "m"
// mprescripts, "x" an expression.
var mathOrders = map[string]*regexp.Regexp{
	"semantics":     regexp.MustCompile(`^xa*$`),
	"mlongdiv":      regexp.MustCompile(`^x{3,}$`),
	"maction":       regexp.MustCompile(`^x+$`),
	"mmultiscripts": regexp.MustCompile(`^x([xn][xn])*(m([xn][xn])*)?$`),
}

const (
	mathNumber = `-?[0-9]*([0-9]\.?|\.[0-9])[0-9]*`
	mathUnit   = `(e[mx]|in|cm|mm|p[xtc]|%)?`
	mathSpace  = `(negative)?((very){0,2}thi(n|ck)|medium)mathspace`
)

var (
	mathLength  = regexp.MustCompile(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `)\s*$`)
	mathPseudo  = regexp.MustCompile(`^\s*[+-]?[0-9]*([0-9]\.?|\.[0-9])[0-9]*\s*((%?\s*(height|depth|width)?)|e[mx]|in|cm|mm|p[xtc]|` + mathSpace + `)?\s*$`)
	mathSize    = regexp.MustCompile(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|small|normal|big)\s*$`)
	mathMost    = regexp.MustCompile(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|infinity)\s*$`)
	mathLine    = regexp.MustCompile(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|thin|medium|thick)\s*$`)
	mathWhole   = regexp.MustCompile(`^\s*[+-]?[0-9]+\s*$`)
	mathCount   = regexp.MustCompile(`^\s*\+?0*[1-9][0-9]*\s*$`)
	mathColour  = regexp.MustCompile(`^\s*(#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?|[aA]qua|[bB]lack|[bB]lue|[fF]uchsia|[gG]ray|[gG]reen|[lL]ime|[mM]aroon|[nN]avy|[oO]live|[pP]urple|[rR]ed|[sS]ilver|[tT]eal|[wW]hite|[yY]ellow)\s*$`)
	mathGround  = regexp.MustCompile(mathColour.String() + `|^\s*transparent\s*$`)
	mathBreak   = regexp.MustCompile(`^(auto|newline|nobreak|goodbreak|badbreak|indentingnewline)$`)
	mathRows    = regexp.MustCompile(`^\s*(top|bottom|center|baseline|axis)(\s+(top|bottom|center|baseline|axis))*\s*$`)
	mathColumns = regexp.MustCompile(`^\s*(left|center|right)(\s+(left|center|right))*\s*$`)
	mathGaps    = regexp.MustCompile(`^\s*((` + mathNumber + mathUnit + `|` + mathSpace + `)\s*)+$`)
)

// mathForm returns the form of an attribute of an element, or nil if its values
// are not looked at.
func mathForm(element, attribute string) *regexp.Regexp {
	switch attribute {
	case "width", "height", "depth", "lspace", "voffset":
		switch element {
		case "mpadded":
			return mathPseudo
		case "mspace", "mo":
			return mathLength
		}
	case "rspace", "maxsize", "minsize":
		if element == "mo" && attribute == "maxsize" {
			return mathMost
		}
		if element == "mo" {
			return mathLength
		}
	case "linebreak":
		if element == "mspace" {
			return mathBreak
		}
	case "linethickness":
		return mathLine
	case "mathsize":
		return mathSize
	case "scriptlevel":
		return mathWhole
	case "rowspan", "columnspan":
		return mathCount
	case "mathcolor":
		return mathColour
	case "mathbackground":
		return mathGround
	case "rowspacing", "columnspacing":
		if element == "mtable" {
			return mathGaps
		}
	case "rowalign":
		return mathRows
	case "columnalign":
		return mathColumns
	}
	return nil
}
