package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quirepress/quire/formats/pdf/internal/line"
	"github.com/quirepress/quire/formats/style"
)

// Seams: where names out of programs can be parted without a hyphen, which
// would be taken for a part of them. They are those of web addresses (Chicago
// Manual of Style, 17th edition, 14.18): before a full stop, an underscore or a
// sign that would be misread at the end of a line, behind a slash, a colon, an
// equals sign or an opening bracket; and between the humps of camelCase. In the
// code face they are for the second pass; names that stand among words as if
// they were one of them part only where the paragraph cannot be set otherwise.

// cut is a place inside a word where it may part.
type cut struct {
	at     int32 // the byte of the paragraph that begins the next line
	hyphen bool  // the line ends with a hyphen
	cost   int32
	from   line.Pass
}

const (
	// shortestName is the length in bytes of the shortest name that may part,
	// shortestHead and shortestTail those of what is left of it.
	shortestName = 8
	shortestHead = 2
	shortestTail = 3
	// codeSeam, humpSeam and wordSeam are what seams cost in the code face and
	// in others.
	codeSeam = 100
	humpSeam = 150
	wordSeam = 200
	// longestWord is the length of a word from which on humps are taken for
	// those of a name: JavaScript and OpenStreetMap are shorter.
	longestWord = 14
)

// cuts returns the places where the word from start to end may part, in order:
// where its language divides it, and its seams. They are good until the next
// call.
func (b *shaper) cuts(start, end int) []cut {
	word := b.text[start:end]
	out := b.cutBuffer[:0]
	first := b.runAt(start)
	a := b.g.leaves[first.leaf].attr
	if !a.whole && !b.p.whole {
		if p := b.patterns(a.lang); p != nil {
			b.divisions = p.Break(b.divisions[:0], word)
			for _, d := range b.divisions {
				if !b.attrAt(start + d).whole {
					out = append(out, cut{at: int32(start + d), hyphen: true})
				}
			}
		}
	}
	if n := len(out); mayHaveSeams(word) {
		for at := start; at < end; {
			code, stop := b.attrAt(at).typ.Role == style.CodeRole, at
			for stop < end && (b.attrAt(stop).typ.Role == style.CodeRole) == code {
				stop = b.runAt(stop).end
			}
			stop = min(stop, end)
			out = nameSeams(out, b.text[at:stop], at, code)
			at = stop
		}
		if n > 0 && len(out) > n {
			slices.SortStableFunc(out, func(a, b cut) int { return cmp.Compare(a.at, b.at) })
		}
	}
	b.runAt(start)
	b.cutBuffer = out
	return out
}

// attrAt returns the attributes of a byte.
func (b *shaper) attrAt(at int) *attr { return b.g.leaves[b.runAt(at).leaf].attr }

// cut lets a word part.
func (b *shaper) cut(c cut) {
	if c.hyphen {
		b.hyphen(int(c.at)-1, 0)
		return
	}
	b.item(line.Item{Kind: line.Penalty, Cost: c.cost, From: c.from}, piece{})
}

// mayHaveSeams reports whether a word has a sign or a capital inside, as few
// words have.
func mayHaveSeams(word string) bool {
	if len(word) < shortestName {
		return false
	}
	for i := shortestHead - 1; i <= len(word)-shortestTail; i++ {
		if c := word[i]; c < utf8.RuneSelf && !lower(c) {
			return true
		}
	}
	return false
}

// nameSeams appends the seams of a name that begins at a byte of the
// paragraph.
func nameSeams(out []cut, name string, base int, code bool) []cut {
	if len(name) < shortestName {
		return out
	}
	for i := shortestHead; i <= len(name)-shortestTail; i++ {
		prev, next := name[i-1], name[i]
		if prev >= utf8.RuneSelf || next >= utf8.RuneSelf {
			continue // a letter with a mark may go on here
		}
		s := cut{at: int32(base + i), cost: codeSeam, from: line.Hyphenated}
		switch {
		case strings.IndexByte("._#%?~", next) >= 0 && alnum(prev) && alnum(name[i+1]):
			if !code && (next != '.' && next != '_' || !wordly(name, i)) {
				continue
			}
		case strings.IndexByte("/\\:=&@|+,;([{", prev) >= 0 && alnum(next) && (alnum(name[i-2]) || prev == ':' && name[i-2] == ':'):
			if !code && prev != '=' {
				continue
			}
		case hump(name, i):
			s.cost = humpSeam
			if !code && (len(name) < longestWord || !hump2(name, i)) {
				continue
			}
		default:
			continue
		}
		if !code {
			s.cost, s.from = wordSeam, line.Emergency
		}
		out = append(out, s)
	}
	return out
}

func alnum(c byte) bool { return lower(c) || upper(c) || '0' <= c && c <= '9' }
func lower(c byte) bool { return 'a' <= c && c <= 'z' }
func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

// wordly reports whether there are at least three letters or figures on either
// side of a sign, as there are in "sources.list" and not in "z.B.": a small
// letter or a figure after a full stop, which no sentence begins with.
func wordly(name string, i int) bool {
	const least = 3
	if i < least || i+least >= len(name) || upper(name[i+1]) && name[i] == '.' {
		return false
	}
	for k := 1; k <= least; k++ {
		if !alnum(name[i-k]) || !alnum(name[i+k]) {
			return false
		}
	}
	return true
}

// hump reports whether a capital after a small letter begins a new word.
func hump(name string, i int) bool {
	return upper(name[i]) && lower(name[i-1]) && lower(name[i-2]) && lower(name[i+1])
}

// hump2 is hump where the words are longer than in most names of things.
func hump2(name string, i int) bool {
	if i < 4 || i+4 > len(name) {
		return false
	}
	return lower(name[i-3]) && lower(name[i+2]) && lower(name[i+3])
}
