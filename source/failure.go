package source

import "strings"

// fileError says of which file an error speaks, and says once that it is this
// package's.
type fileError struct {
	name string
	err  error
}

func (e *fileError) Error() string {
	return "source: " + e.name + ": " + strings.TrimPrefix(e.err.Error(), "source: ")
}

func (e *fileError) Unwrap() error { return e.err }
