package layout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/source/document"
)

// Lists hang: the label stands in the white at the left of its item.

// itemList sets an ordered or unordered list.
func (s *setter) itemList(l *document.List, c scope) {
	lead := c.text.Leading
	above := style.Length(0)
	if c.depth <= 1 || !l.Tight {
		above = lead / 2
	}
	el := c.element("L")
	el.tag.ListNumbering = numbering(l, c)
	numbers := l.Numbers()
	hang := s.hang(l, numbers, el)
	s.standApart(above, listStretch, func() {
		for i, item := range l.Items {
			if i > 0 && !l.Tight {
				s.list.between(lead / 2)
			}
			s.list.seam()
			s.listItem(l, numbers[i], item, hang, el)
		}
	})
}

// numbering says what the labels of a list are (ISO 32000-1, table 347): signs of
// another kind than the known ones are none.
func numbering(l *document.List, c scope) string {
	tasks := slices.ContainsFunc(l.Items, func(li *document.ListItem) bool { return li.Task != nil })
	switch {
	case l.Ordered && l.Style == "a":
		return "LowerAlpha"
	case l.Ordered && l.Style == "A":
		return "UpperAlpha"
	case l.Ordered && l.Style == "i":
		return "LowerRoman"
	case l.Ordered && l.Style == "I":
		return "UpperRoman"
	case l.Ordered:
		return "Decimal"
	case tasks || bullet(c) != "•":
		return "None"
	}
	return "Disc"
}

// bullet returns the label of an item without a number.
func bullet(c scope) string {
	if c.depth > 2 {
		return "–"
	}
	return "•"
}

// hang returns how far the items of a list are indented: as far as the widest
// label needs.
func (s *setter) hang(l *document.List, numbers []int, c scope) style.Length {
	w := s.style.Hang.Scale(int64(c.text.Size), int64(s.style.Body.Size))
	if !l.Ordered || len(l.Items) == 0 {
		return w
	}
	a := s.root(c.text, c.tag, "")
	a.upright = true
	for _, i := range []int{numbers[0], numbers[len(numbers)-1], slices.Max(numbers)} {
		n := s.oneLine(ordinal(i, l.Style)+".", a, 0)
		w = max(w, n.width+c.text.Size.Em(450))
	}
	return w
}

// listItem sets an item with its label, which an ordered list's number is.
func (s *setter) listItem(l *document.List, number int, li *document.ListItem, hang style.Length, c scope) {
	c = c.element("LI").within(&li.Attr)
	lbl := c.tag.element("Lbl")
	a := s.root(c.text, lbl, c.lang)
	a.upright = true
	label := bullet(c)
	switch {
	case li.Task != nil && li.Task.Done:
		label = "☑"
	case li.Task != nil:
		label = "☐"
	case l.Ordered:
		label = ordinal(number, l.Style) + "."
	}
	at := len(s.list.items)
	body := c.element("LBody").inset(hang, 0)
	body.indented = false
	if len(li.Blocks) > 0 {
		s.blocks(li.Blocks, body)
	}
	first := s.list.first(at)
	var lead *textLine
	if first != nil {
		lead, _ = first.box.(*textLine)
	}
	line := s.oneLineOf(label, a, 0, c.rtl)
	line.box.ascent = s.ascent(c.text)
	line.box.endSpace()
	x := c.left
	gap := hang - line.width // bullets stand at the edge
	if l.Ordered {
		gap = c.text.Size.Em(450) // numbers flush against their items
	}
	if x += hang - gap - line.width; c.rtl {
		x = c.left + c.width - hang + gap
	}
	if room := c.width - body.width; room < hang {
		// In a narrow cell it stands at the edge, and above where there is no
		// room for both.
		if x = c.left; c.rtl {
			x = c.left + c.width - line.width
		}
		if room < line.width+c.text.Size/5 {
			lead = nil
		}
	}
	for k := range line.box.texts {
		line.box.texts[k].X += x
		if label == "•" {
			line.box.texts[k].Size = line.box.texts[k].Size.Em(850)
			line.box.texts[k].Y -= c.text.Size.Em(30)
		}
	}
	if lead == nil || lead.ascent == 0 {
		// Nothing to stand beside: an empty item, one that begins with
		// something else than text, or one without room for it.
		s.list.items = slices.Insert(s.list.items, at,
			item{kind: boxItem, box: line.box, height: c.text.Leading, foot: line.box.ascent, text: true},
			item{kind: penaltyItem, cost: inhibit})
		return
	}
	// A list that begins another one's item has labels of both beside it, the
	// outer one to be read first.
	last := lead
	for last.label != nil {
		last = last.label
	}
	last.label = line.box
	if li.Anchor != "" {
		first.places = append(first.places, place{anchor: li.Anchor, tag: c.tag})
	}
}

// ordinal writes the number of an item in one of the styles of HTML.
func ordinal(n int, kind string) string {
	switch kind {
	case "a", "A":
		s := alphabetic(n)
		if kind == "A" {
			s = strings.ToUpper(s)
		}
		return s
	case "i", "I":
		s := roman(n)
		if kind == "I" {
			s = strings.ToUpper(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

// alphabetic counts a, b, … z, aa, ab.
func alphabetic(n int) string {
	if n <= 0 {
		return strconv.Itoa(n)
	}
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// roman writes a number in small roman numerals, in figures where it has none.
func roman(n int) string {
	if n <= 0 || n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			b.WriteString(d.sign)
			n -= d.value
		}
	}
	return b.String()
}
