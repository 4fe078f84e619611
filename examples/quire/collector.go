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
// before anything is collected, and where that is too small by half of what is
// live. What is larger than any book gets the pace that Go has by itself. Only
// the command decides this: a library has no business with its program's
// collector.

// room is what an ordinary book needs, in bytes.
const room = 200 << 20

// unhurried is a growth, in percent, that no heap reaches: it is collected when
// the room is full. Go knows -1 for that, but then waits for a collection that is
// under way, as at the beginning there mostly is.
const unhurried = 1 << 20

// growth returns by how much the heap may grow beyond so many live bytes before
// it is collected, in percent.
func growth(live uint64) int {
	switch {
	case live <= room*2/3:
		return unhurried
	case live <= room:
		return 50
	}
	return 100
}

// setPace chooses the pace, unless the user has.
func setPace() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		p := &pacer{}
		p.set(growth(0))
		p.watch()
	}
}

// pacer chooses the pace anew after each collection.
type pacer struct{ percent int }

// watch waits for the next collection: an object that nothing refers to is
// cleaned up behind it.
func (p *pacer) watch() {
	runtime.AddCleanup(&struct{ _ *pacer }{}, (*pacer).collected, p)
}

func (p *pacer) collected() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if percent := growth(live[0].Value.Uint64()); percent != p.percent {
		p.set(percent)
	}
	p.watch()
}

func (p *pacer) set(percent int) {
	p.percent = percent
	limit := int64(math.MaxInt64)
	if percent == unhurried {
		limit = room
	}
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(limit)
}
