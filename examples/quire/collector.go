package main

import (
	"io"
	"os"
	"runtime/debug"
)

// The garbage collector's pace. An article is done before collecting pays, and
// a book should not take twice the memory that it needs. Only the command
// decides this: a library has no business with its program's collector.

// The sizes of what is read, in bytes, below which the collector rests and
// above which it keeps memory low.
const (
	anArticle = 256 << 10
	aBook     = 1 << 20
)

// setPace chooses the pace for what the arguments ask for, unless the user has
// chosen one with GOGC.
func setPace(args []string) {
	if o, err := parse(args, io.Discard); err == nil && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(pace(o.names))
	}
}

// pace returns how much the heap may grow, in percent, before it is collected:
// Go's own choice for folders, whose books are not counted.
func pace(names []string) int {
	size := int64(0)
	for _, a := range names {
		if info, err := os.Stat(a); err == nil {
			if info.IsDir() {
				return 100
			}
			size += info.Size()
		}
	}
	switch {
	case size < anArticle:
		return 400
	case size < aBook:
		return 100
	}
	return 50
}
