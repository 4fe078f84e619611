package layout

import (
	"math/rand/v2"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// randomGrid makes a table of words of whole points, for a room in which it
// needs several lines.
func randomGrid(r *rand.Rand, columns, rows int) (*grid, style.Length) {
	g := &grid{typ: style.Type{Size: 8 * style.Point}, gap: 10 * style.Point, columns: make([]column, columns)}
	least, most := style.Length(0), style.Length(0)
	for range rows {
		row := gridRow{}
		for i := range columns {
			gc := gridCell{column: i, columns: 1, rows: 1}
			for k := range 1 + r.IntN(1+r.IntN(12)) {
				w := style.Length(4+r.IntN(30)) * style.Point
				gc.atoms = append(gc.atoms, atom{w, 3 * style.Point})
				gc.least = max(gc.least, w)
				if gc.most += w; k > 0 {
					gc.most += 3 * style.Point
				}
			}
			row.cells = append(row.cells, gc)
			g.columns[i].least, g.columns[i].most = max(g.columns[i].least, gc.least), max(g.columns[i].most, gc.most)
		}
		g.rows = append(g.rows, row)
	}
	for i := range g.columns {
		least, most = least+g.columns[i].least, most+g.columns[i].most
	}
	return g, least + style.Length(r.Int64N(int64(most-least)+1))
}

// high returns the height of a table in lines, for its columns' widths.
func (g *grid) high() int {
	sum := 0
	for i := range g.rows {
		n := 1
		for k := range g.rows[i].cells {
			gc := &g.rows[i].cells[k]
			l, _ := gc.lines(g.columns[gc.column].width)
			n = max(n, l)
		}
		sum += n
	}
	return sum
}

// lowest tries all widths in steps of a point.
func (g *grid) lowest(room style.Length, from int) int {
	col := &g.columns[from]
	if from == len(g.columns)-1 {
		if col.width = room; room < col.least {
			return 1 << 30
		}
		return g.high()
	}
	best := 1 << 30
	for w := col.least; w <= room; w += style.Point {
		col.width = w
		best = min(best, g.lowest(room-w, from+1))
	}
	return best
}

// TestLowTables compares with all ways to part the room: tables of two columns
// are as low as they can be, those of three nearly always, and none is higher
// than with the widths that its contents ask for.
func TestLowTables(t *testing.T) {
	for _, c := range []struct{ columns, tables, misses int }{{2, 400, 0}, {3, 60, 4}} {
		gains, misses := 0, 0
		for seed := range uint64(c.tables) {
			r := rand.New(rand.NewPCG(seed, 5))
			g, room := randomGrid(r, c.columns, 1+r.IntN(5))
			room = room / style.Point * style.Point
			g.share(room)
			asked := g.high()
			g.lower(room)
			got := g.high()
			sum := style.Length(0)
			for i := range g.columns {
				if sum += g.columns[i].width; g.columns[i].width < g.columns[i].least {
					t.Fatalf("seed %d: column %d is %v wide and needs %v", seed, i, g.columns[i].width, g.columns[i].least)
				}
			}
			if sum > room+style.Point/8 { // rounding
				t.Fatalf("seed %d: the columns are %v wide in %v", seed, sum, room)
			}
			if got > asked {
				t.Errorf("seed %d: %d lines, were %d", seed, got, asked)
			}
			if got < asked {
				gains++
			}
			if best := g.lowest(room, 0); got > best {
				misses++
				if c.misses == 0 {
					t.Errorf("seed %d: %d lines, could be %d", seed, got, best)
				}
			}
		}
		t.Logf("%d columns: %d of %d tables are lower, %d could be lower still", c.columns, gains, c.tables, misses)
		if misses > c.misses || gains < c.tables/10 {
			t.Errorf("%d columns: %d of %d tables are lower, %d could be lower still", c.columns, gains, c.tables, misses)
		}
	}
}

// TestLowTablesBounded lowers tables of any size.
func TestLowTablesBounded(t *testing.T) {
	for _, c := range []struct{ columns, rows int }{{1, 5}, {40, 3}, {12, 2000}, {3, 1}} {
		g, room := randomGrid(rand.New(rand.NewPCG(1, 6)), c.columns, c.rows)
		g.share(room)
		g.lower(room)
		for i := range g.columns {
			if g.columns[i].width < g.columns[i].least {
				t.Errorf("%d columns, %d rows: column %d is too narrow", c.columns, c.rows, i)
			}
		}
	}
}
