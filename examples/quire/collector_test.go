package main

import (
	"math"
	"runtime/debug"
	"testing"
)

// TestPace fills the room and empties it again.
func TestPace(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	p := &pacer{}
	for _, c := range []struct {
		live    uint64
		percent int
		limit   int64
	}{
		{0, unhurried, room},
		{room / 2, unhurried, room},
		{room * 9 / 10, 50, math.MaxInt64},
		{3 * room, 100, math.MaxInt64},
		{room / 3, unhurried, room},
	} {
		p.set(growth(c.live))
		if limit, percent := debug.SetMemoryLimit(-1), debug.SetGCPercent(100); limit != c.limit || percent != c.percent {
			t.Errorf("%d live bytes: limit %d and %d %%, want %d and %d %%", c.live, limit, percent, c.limit, c.percent)
		}
	}
}
