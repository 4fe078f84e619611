package finish

import (
	"slices"
	"strconv"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
)

// Headings: the first is of the first level, and none is more than one level
// below the one before it (ISO 14289-1, 7.4.2). An article may skip levels; its
// headings keep their order of rank and close up.

// headings returns the type of each heading, by tag. Kids must be sorted.
func headings(tags []frame.Tag, kids [][]kid) map[int32]string {
	roles := map[int32]string{}
	var above []int // the levels of the headings that the next one may stand under
	walk := []int32{0}
	for len(walk) > 0 {
		i := walk[len(walk)-1]
		walk = walk[:len(walk)-1]
		if n := level(tags[i].Role); n > 0 {
			for len(above) > 0 && above[len(above)-1] >= n {
				above = above[:len(above)-1]
			}
			above = append(above, n)
			roles[i] = "H" + strconv.Itoa(len(above))
		}
		for _, k := range slices.Backward(kids[i]) {
			if k.page < 0 {
				walk = append(walk, k.rank) // the rank of an element is its tag
			}
		}
	}
	return roles
}

// level returns the level of a numbered heading, 0 for other types.
func level(role string) int {
	if len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' {
		return int(role[1] - '0')
	}
	return 0
}
