package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestPeak compares the peak with what the kernel tells about the process, and
// sees it grow with what the process holds.
func TestPeak(t *testing.T) {
	before := peak()
	held := make([]byte, before+64<<20)
	for i := 0; i < len(held); i += 4096 {
		held[i] = 1
	}
	grown := peak()
	if grown < before+48<<20 {
		t.Errorf("%d MB before, %d MB after %d MB more are held", before>>20, grown>>20, len(held)>>20)
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kernel uint64
	if _, err := fmt.Sscan(rest, &kernel); err != nil {
		t.Fatal(err)
	}
	if kernel *= 1024; grown > kernel+kernel/10 || kernel > grown+grown/10 {
		t.Errorf("the peak is %d, the kernel says %d", grown, kernel)
	}
	_ = held[len(held)-1]
}
