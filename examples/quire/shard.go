package main

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// shard is a share of the articles: part i of n, from 1. Which share an article
// is in depends on the name of its files and on n alone, so that one that is
// added or taken away moves no other: what each share keeps from the run before
// stays of use.
type shard struct{ i, n int }

func (s *shard) String() string {
	if s.n == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.i, s.n)
}

func (s *shard) Set(text string) error {
	if _, err := fmt.Sscanf(text, "%d/%d", &s.i, &s.n); err != nil || s.i < 1 || s.n < s.i || s.String() != text {
		return fmt.Errorf("want a share such as 3/16")
	}
	return nil
}

// of returns the jobs in the share.
func (s *shard) of(jobs []job) []job {
	if s.n == 0 {
		return jobs
	}
	var mine []job
	for _, j := range jobs {
		if s.holds(j.out) {
			mine = append(mine, j)
		}
	}
	return mine
}

// holds reports whether the files called out, without an ending, are of the
// share. Names that many file systems hold for one are in one share.
func (s *shard) holds(out string) bool {
	sum := sha256.Sum256([]byte(strings.ToLower(out)))
	return binary.BigEndian.Uint64(sum[:])%uint64(s.n) == uint64(s.i-1)
}
