package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestPace(t *testing.T) {
	dir := t.TempDir()
	file := func(size int) string {
		name := filepath.Join(dir, strconv.Itoa(size))
		if err := os.WriteFile(name, make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for _, c := range []struct {
		names []string
		want  int
	}{
		{nil, 400},
		{[]string{file(20_000)}, 400},
		{[]string{file(500_000)}, 100},
		{[]string{file(900_000), file(900_001)}, 50},
		{[]string{dir}, 100},
		{[]string{"-"}, 400},
	} {
		if got := pace(c.names); got != c.want {
			t.Errorf("%q: %d, want %d", c.names, got, c.want)
		}
	}
}
