package epub

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when a text is first held
// against it. There are a hundred of them, and a program that makes no EPUB
// should not begin with compiling them all.
type pattern func() *regexp.Regexp

// matching returns the pattern of an expression, which must be one.
func matching(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// MatchString reports whether the expression occurs in s.
func (p pattern) MatchString(s string) bool { return p().MatchString(s) }
