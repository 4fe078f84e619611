//go:build !unix

package main

import "runtime"

// peak returns the memory that Go has got from the system, in bytes, which is
// hardly more than what it has held at once.
func peak() uint64 {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.Sys
}
