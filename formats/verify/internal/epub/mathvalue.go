package epub

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
var mathOrders = map[string]pattern{
	"semantics":     matching(`^xa*$`),
	"mlongdiv":      matching(`^x{3,}$`),
	"maction":       matching(`^x+$`),
	"mmultiscripts": matching(`^x([xn][xn])*(m([xn][xn])*)?$`),
}

const (
	mathNumber = `-?[0-9]*([0-9]\.?|\.[0-9])[0-9]*`
	mathUnit   = `(e[mx]|in|cm|mm|p[xtc]|%)?`
	mathShade  = `#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?|[aA]qua|[bB]lack|[bB]lue|[fF]uchsia|[gG]ray|[gG]reen|[lL]ime|[mM]aroon|[nN]avy|[oO]live|[pP]urple|[rR]ed|[sS]ilver|[tT]eal|[wW]hite|[yY]ellow`
	mathSpace  = `(negative)?((very){0,2}thi(n|ck)|medium)mathspace`
)

var (
	mathLength  = matching(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `)\s*$`)
	mathPseudo  = matching(`^\s*[+-]?[0-9]*([0-9]\.?|\.[0-9])[0-9]*\s*((%?\s*(height|depth|width)?)|e[mx]|in|cm|mm|p[xtc]|` + mathSpace + `)?\s*$`)
	mathSize    = matching(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|small|normal|big)\s*$`)
	mathMost    = matching(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|infinity)\s*$`)
	mathLine    = matching(`^\s*(` + mathNumber + mathUnit + `|` + mathSpace + `|thin|medium|thick)\s*$`)
	mathWhole   = matching(`^\s*[+-]?[0-9]+\s*$`)
	mathCount   = matching(`^\s*\+?0*[1-9][0-9]*\s*$`)
	mathColour  = matching(`^\s*(` + mathShade + `)\s*$`)
	mathGround  = matching(`^\s*(` + mathShade + `|transparent)\s*$`)
	mathBreak   = matching(`^(auto|newline|nobreak|goodbreak|badbreak|indentingnewline)$`)
	mathRows    = matching(`^\s*(top|bottom|center|baseline|axis)(\s+(top|bottom|center|baseline|axis))*\s*$`)
	mathColumns = matching(`^\s*(left|center|right)(\s+(left|center|right))*\s*$`)
	mathGaps    = matching(`^\s*((` + mathNumber + mathUnit + `|` + mathSpace + `)\s*)+$`)
)

// mathForm returns the form of an attribute of an element, or nil if its values
// are not looked at.
func mathForm(element, attribute string) pattern {
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
