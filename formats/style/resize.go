package style

import "fmt"

// Resized returns the style with another size and leading of the body, from
// which every other size follows. The error is that of a size that is no text,
// or of [Style.Check].
func (s Style) Resized(size, leading Length) (Style, error) {
	if size < smallestText || size > largestText || leading < size || leading > 2*size {
		return s, fmt.Errorf("style: text of %v on %v is not possible", size, leading)
	}
	if size != s.Body.Size || leading != s.Body.Leading {
		s.resize(size, leading)
	}
	return s, s.Check()
}

func (s *Style) resize(size, leading Length) {
	ragged := s.Body.Ragged
	s.scale(size, leading)
	switch s.Profile {
	case Handout:
		s.handout()
	case LargePrint:
		s.largePrint()
	}
	s.Body.Ragged = ragged
}
