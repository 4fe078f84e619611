package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The garbage collector's pace. An article is done before collecting pays, and
// a book should not take twice the memory that it needs: memory grows to room
// before anything is collected, and where what is live fills more than two
// thirds of that, by half of what is live. Only the command decides this: a
// library has no business with its program's collector.

const (
	// room is what an ordinary book needs, in bytes.
	room = 200 << 20
	// growth is by how much the heap may grow beyond, in percent.
	growth = 50
)

// setPace chooses the pace, unless the user has.
func setPace() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		p := &pacer{}
		p.set(false)
		p.watch()
	}
}

// pacer chooses the pace anew after each collection.
type pacer struct{ crowded bool }

// watch waits for the next collection: an object that nothing refers to is
// cleaned up behind it.
func (p *pacer) watch() {
	runtime.AddCleanup(&struct{ _ *pacer }{}, (*pacer).collected, p)
}

func (p *pacer) collected() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if crowded := crowds(live[0].Value.Uint64()); crowded != p.crowded {
		p.set(crowded)
	}
	p.watch()
}

// crowds reports whether so many live bytes need more than the room.
func crowds(live uint64) bool { return live > room*100/(100+growth) }

func (p *pacer) set(crowded bool) {
	p.crowded = crowded
	if crowded {
		debug.SetGCPercent(growth)
		debug.SetMemoryLimit(math.MaxInt64)
	} else {
		debug.SetMemoryLimit(room)
		debug.SetGCPercent(-1)
	}
}
