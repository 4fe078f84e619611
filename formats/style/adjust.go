package style

import (
	"fmt"
	"strconv"
)

// smallestText and largestText bound the size of the body.
const (
	smallestText = 5 * Point
	largestText  = 48 * Point
)

// minContrast is what WCAG 2.2 asks of text at level AA (1.4.3).
const minContrast = 4.5

// adjust applies the settings that change single values.
func (s *Style) adjust(read func(name string, parse func(string) error)) {
	read("accent", func(v string) error {
		c, err := ParseColor(v)
		if err == nil && Contrast(c, s.Palette.Paper) < minContrast {
			err = fmt.Errorf("style: the accent %v cannot be read on %v: its contrast is below 4.5:1", c, s.Palette.Paper)
		}
		if err == nil {
			s.Palette.Accent = c
		}
		return err
	})
	size, leading := s.Body.Size, s.Body.Leading
	length := func(v string, to *Length) error {
		l, err := ParseLength(v)
		if err == nil && (l < smallestText || l > 2*largestText) {
			err = fmt.Errorf("style: %v is no size for text", l)
		}
		if err == nil {
			*to = l
		}
		return err
	}
	read("font-size", func(v string) error {
		err := length(v, &size)
		if err == nil {
			leading = size.Scale(int64(leading), int64(s.Body.Size))
		}
		return err
	})
	read("leading", func(v string) error { return length(v, &leading) })
	if size != s.Body.Size || leading != s.Body.Leading {
		s.resize(size, max(leading, size))
	}
	read("columns", func(v string) error {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 2 {
			return fmt.Errorf("style: %q columns: want 1 or 2", v)
		}
		s.Columns = max(n, 1)
		return nil
	})
	read("toc-depth", func(v string) error {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 || n > 6 {
			return fmt.Errorf("style: a contents depth of %q: want 0 to 6", v)
		}
		s.ContentsDepth = n
		if n == 0 {
			s.ContentsFrom = 0
		}
		return nil
	})
}
