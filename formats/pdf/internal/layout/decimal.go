package layout

import (
	"strings"
	"unicode"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Numbers in tables stand below each other on their decimal sign: what a
// number has behind its units (decimals, a percent sign, a unit of measure) is
// taken off the right side of its cell.

// decimals finds the columns of numbers and how far their numbers reach.
func (s *setter) decimals(g *grid, c scope) {
	n := len(g.columns)
	numbers, others := make([]int, n), make([]int, n)
	for i := g.heads; i < len(g.rows); i++ {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			gc.number, gc.after = false, 0
			if gc.columns > 1 || gc.scope != document.ScopeByPlace {
				continue
			}
			t, ok := plainCell(gc.cell)
			switch _, number := splitNumber(t, decimalSign(c.lang)); {
			case ok && number:
				gc.number = true
				numbers[gc.column]++
			case !ok || !blankCell(t):
				others[gc.column]++
			}
		}
	}
	for i := range g.columns {
		col := &g.columns[i]
		allowed := col.align == document.AlignRight || col.align == document.AlignDefault && i > 0
		col.numeric = allowed && numbers[i] > 0 && others[i]*4 <= numbers[i]
	}
	a := s.root(g.typ, &tag{}, c.lang)
	for i := g.heads; i < len(g.rows); i++ {
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			if !gc.number || !g.columns[gc.column].numeric {
				continue
			}
			t, _ := plainCell(gc.cell)
			if at, _ := splitNumber(t, decimalSign(c.lang)); at < len(t) {
				gc.after = s.widthOf(t, a) - s.widthOf(t[:at], a)
			}
			g.columns[gc.column].after = max(g.columns[gc.column].after, gc.after)
		}
	}
}

// widthOf returns the natural width of text.
func (s *setter) widthOf(text string, a *attr) style.Length {
	_, w := s.widthsOf(document.Plain(text), a.typ, scope{tag: a.tag, lang: a.lang})
	return w
}

// plainCell returns the text of a cell that is a single paragraph.
func plainCell(c *document.Cell) (string, bool) {
	switch len(c.Blocks) {
	case 0:
		return "", true
	case 1:
		if p, ok := c.Blocks[0].(*document.Paragraph); ok {
			return strings.TrimSpace(document.TextOf(p.Content)), true
		}
	}
	return "", false
}

// blankCell reports whether text stands for nothing: dashes, points.
func blankCell(t string) bool {
	return strings.Trim(t, "-–—.…·? /na") == ""
}

// decimalSign returns the decimal sign of a language.
func decimalSign(lang string) byte {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "", "en", "ja", "ko", "zh", "he", "th", "hi", "ga":
		return '.'
	}
	return ','
}

// splitNumber returns where the units of a number end: before its decimal
// sign, or behind its last digit. It reports false for text that is no number.
// Signs and currencies may stand before, short units behind it.
func splitNumber(t string, decimal byte) (at int, ok bool) {
	i := strings.IndexFunc(t, unicode.IsDigit)
	if i < 0 || len([]rune(t[:i])) > 5 || strings.ContainsFunc(strings.TrimLeft(t[:i], "CHFUSDERGBPca."), unicode.IsLetter) {
		return 0, false
	}
	end := i
	for end < len(t) {
		switch c := t[end]; {
		case c >= '0' && c <= '9':
			end++
			continue
		case (c == '.' || c == ',' || c == '\'' || c == ' ') && end+1 < len(t) && t[end+1] >= '0' && t[end+1] <= '9':
			if c == decimal {
				at = end
				for end++; end < len(t) && t[end] >= '0' && t[end] <= '9'; {
					end++
				}
				return at, shortUnit(t[end:])
			}
			end++
			continue
		}
		// Thin and unbreakable spaces part thousands.
		if r := []rune(t[end:]); len(r) > 1 && (r[0] == '\u00A0' || r[0] == '\u2009' || r[0] == '\u202F' || r[0] == '’') && r[1] >= '0' && r[1] <= '9' {
			end += len(string(r[0]))
			continue
		}
		break
	}
	return end, shortUnit(t[end:])
}

// shortUnit reports whether what follows a number is a unit and not a text.
func shortUnit(t string) bool { return len([]rune(strings.TrimSpace(t))) <= 4 }
