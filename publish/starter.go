package publish

import "sync"

// Starter is implemented by formats that can get ready before there is a
// document, such as by reading the faces of their style. The press calls Start
// while it reads the article; it changes nothing but how long Encode takes.
type Starter interface {
	Format
	Start()
}

// start lets all formats get ready and returns a function that waits for them.
func (p Press) start() (wait func()) {
	var group sync.WaitGroup
	for _, f := range p.Formats {
		if s, ok := f.(Starter); ok {
			group.Go(func() {
				defer func() { _ = recover() }() // what is wrong, Encode will say
				s.Start()
			})
		}
	}
	return group.Wait
}
