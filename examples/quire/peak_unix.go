//go:build unix

package main

import (
	"runtime"
	"syscall"
)

// peak returns the most memory that the process has held at once, in bytes, as
// the system has counted it.
func peak() uint64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	unit := uint64(1024)
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" || runtime.GOOS == "solaris" {
		unit = 1
	}
	return uint64(u.Maxrss) * unit
}
