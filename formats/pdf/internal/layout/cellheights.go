package layout

import (
	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
)

// Lower tables. To find the widths that make a table as low as it can be is
// NP-hard (Anderson and Sobti, "The Table Layout Problem", 1999), because a row
// is as high as the highest of its cells; but for two columns it is easy: of
// all ways to part the room between them, only those matter at which some cell
// comes to have another number of lines. So the columns are improved in pairs,
// beginning with the widths that their contents ask for, until no pair gains
// any more. Where nothing gains, the widths stay as they were.

const (
	// mostRows is how many rows of a long table are looked at, mostColumns how
	// many columns, mostChoices how many widths of each: together they bound
	// the time for a table of any size.
	mostRows    = 48
	mostColumns = 12
	mostChoices = 64
	mostRounds  = 4
	// mostWords is the length in words of a cell that is looked at word by
	// word.
	mostWords = 400
)

// atom is a part of a text that stays in one line, with the space behind it.
type atom struct{ width, space style.Length }

// atoms appends the text in parts between the places where it may be broken,
// none if there are too many or some of them must be.
func atoms(out []atom, items []line.Item, parts func(*line.Item) bool) []atom {
	word := style.Length(0)
	for i := range items {
		it := &items[i]
		switch {
		case it.Kind == line.Box:
			word += it.Width
		case it.Kind == line.Penalty && it.Cost <= line.Force && i < len(items)-1:
			return out[:0] // lines of its own
		case it.Kind == line.Penalty && parts(it):
			if word > 0 {
				out, word = append(out, atom{width: word}), 0
			}
		case it.Kind == line.Glue && (i == 0 || items[i-1].Kind != line.Penalty || parts(&items[i-1])):
			if word > 0 {
				out, word = append(out, atom{width: word}), 0
			}
			if n := len(out); n > 0 {
				out[n-1].space += it.Width
			}
		case it.Kind == line.Glue:
			word += it.Width
		}
		if len(out) > mostWords {
			return out[:0]
		}
	}
	return append(out, atom{width: word})
}

// lines returns how many lines a cell takes at a width, and how much of the
// width they need.
func (gc *gridCell) lines(width style.Length) (n int, used style.Length) {
	if gc.most <= width {
		return 1, gc.most
	}
	if len(gc.atoms) == 0 {
		return int((gc.most + width - 1) / max(width, 1)), width
	}
	n = 1
	at, space := style.Length(0), style.Length(0)
	for _, a := range gc.atoms {
		if at > 0 && at+space+a.width > width {
			n, at, space = n+1, 0, 0
		}
		at += space + a.width
		space = a.space
		used = max(used, at)
	}
	return n, used
}

// choice is a width of a column with the lines of its cells.
type choice struct {
	width style.Length
	lines []int // by row
	sum   int
}

// lowering looks for the widths of a table.
type lowering struct {
	room  style.Length
	rows  int
	cols  []int      // those that are looked at
	picks [][]choice // for each of them, from wide to narrow
	at    []int      // the choice at hand
	other []int      // lines of the other columns, by row
}

// lower makes the table lower if it can. The columns have widths that fill the
// room.
func (g *grid) lower(room style.Length) {
	if len(g.rows) == 0 {
		return
	}
	stride := (len(g.rows) + mostRows - 1) / mostRows
	w := lowering{room: room, rows: (len(g.rows) + stride - 1) / stride}
	cells := make([][]*gridCell, len(g.columns))
	for i := range cells {
		cells[i] = make([]*gridCell, w.rows)
	}
	for i := 0; i < len(g.rows); i += stride {
		for k := range g.rows[i].cells {
			if gc := &g.rows[i].cells[k]; gc.columns == 1 && gc.rows == 1 {
				cells[gc.column][i/stride] = gc
			}
		}
	}
	rest := room
	present := style.Length(0)
	for i := range g.columns {
		if col := &g.columns[i]; col.most <= col.least || len(w.cols) == mostColumns {
			rest -= col.width
			continue
		}
		w.cols = append(w.cols, i)
		present += g.columns[i].width
	}
	if len(w.cols) < 2 {
		return
	}
	w.room = min(rest, present)
	before := make([]choice, len(w.cols))
	for k, i := range w.cols {
		col := &g.columns[i]
		others := style.Length(0)
		for _, j := range w.cols {
			if j != i {
				others += g.columns[j].least
			}
		}
		before[k] = w.choice(cells[i], col.width, col.least)
		picks := w.choices(cells[i], min(col.most, w.room-others), col.least)
		// The widest that is no wider than the column is now.
		at := 0
		for at+1 < len(picks) && picks[at].width > col.width {
			at++
		}
		w.picks, w.at = append(w.picks, picks), append(w.at, at)
	}
	if w.total() > w.room {
		return
	}
	w.other = make([]int, w.rows)
	for range mostRounds {
		gained := false
		for a := range w.cols {
			for b := a + 1; b < len(w.cols); b++ {
				gained = w.pair(a, b) || gained
			}
		}
		if !gained {
			break
		}
	}
	after := make([]choice, len(w.cols))
	for k := range after {
		after[k] = w.picks[k][w.at[k]]
	}
	if height(after, w.rows) >= height(before, w.rows) {
		return
	}
	// What is left over goes where lines could still be longer.
	left, wish := w.room-w.total(), style.Length(0)
	for k, i := range w.cols {
		wish += g.columns[i].most - after[k].width
	}
	for k, i := range w.cols {
		col := &g.columns[i]
		more := style.Length(0)
		if wish > 0 {
			more = min(left.Scale(int64((col.most-after[k].width)>>8), int64(max(wish>>8, 1))), left)
		}
		col.width = after[k].width + more
	}
}

// choices returns the widths of a column that matter, from wide to narrow.
func (w *lowering) choices(cells []*gridCell, wide, least style.Length) []choice {
	out := []choice{w.choice(cells, max(wide, least), least)}
	for len(out) < mostChoices {
		last := out[len(out)-1].width
		if last <= least {
			break
		}
		// Never so little narrower that the end is not reached.
		step := (last - least) / style.Length(mostChoices-len(out))
		out = append(out, w.choice(cells, max(min(last-1, last-step), least), least))
	}
	return out
}

// choice returns a column of about a width: what its cells need of it.
func (w *lowering) choice(cells []*gridCell, width, least style.Length) choice {
	c := choice{width: least, lines: make([]int, w.rows)}
	for r, gc := range cells {
		c.lines[r] = 1
		if gc == nil || gc.number {
			continue
		}
		n, used := gc.lines(width)
		c.lines[r] = n
		c.sum += n
		c.width = max(c.width, min(used, width))
	}
	return c
}

// total returns the widths of all columns at hand.
func (w *lowering) total() style.Length {
	sum := style.Length(0)
	for k := range w.at {
		sum += w.picks[k][w.at[k]].width
	}
	return sum
}

// pair parts the room of two columns anew, and reports whether that gains.
func (w *lowering) pair(a, b int) bool {
	room := w.room
	clear(w.other)
	for k := range w.at {
		if k == a || k == b {
			continue
		}
		c := &w.picks[k][w.at[k]]
		room -= c.width
		for r, n := range c.lines {
			w.other[r] = max(w.other[r], n)
		}
	}
	best, lines := w.height(a, w.at[a], b, w.at[b])
	gained := false
	j := len(w.picks[b]) - 1
	for i := range w.picks[a] {
		// The widest of b beside this one of a.
		for j > 0 && w.picks[a][i].width+w.picks[b][j-1].width <= room {
			j--
		}
		if w.picks[a][i].width+w.picks[b][j].width > room {
			continue
		}
		if h, n := w.height(a, i, b, j); h < best || h == best && n < lines {
			best, lines, gained = h, n, true
			w.at[a], w.at[b] = i, j
		}
	}
	return gained
}

// height returns the height of the table in lines with two columns set to
// choices of theirs, and how many lines these have.
func (w *lowering) height(a, i, b, j int) (high, lines int) {
	x, y := &w.picks[a][i], &w.picks[b][j]
	for r, n := range w.other {
		high += max(n, x.lines[r], y.lines[r])
	}
	return high, x.sum + y.sum
}

// height returns the height of columns side by side.
func height(cols []choice, rows int) int {
	high := 0
	for r := range rows {
		n := 1
		for k := range cols {
			n = max(n, cols[k].lines[r])
		}
		high += n
	}
	return high
}
