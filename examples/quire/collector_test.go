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
	for _, live := range []uint64{0, room / 2, room * 9 / 10, 3 * room, room / 3} {
		p.set(crowds(live))
		limit, percent := debug.SetMemoryLimit(-1), debug.SetGCPercent(100)
		switch {
		case live <= room/2 && (limit != room || percent != -1):
			t.Errorf("%d live bytes: limit %d, %d %%; they should fill the room", live, limit, percent)
		case live > room/2 && (limit != math.MaxInt64 || percent != growth):
			t.Errorf("%d live bytes: limit %d, %d %%; they should have no limit", live, limit, percent)
		}
	}
}
