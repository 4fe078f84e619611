package line

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// FuzzBreak makes items of bytes, four a piece, and rules of a seed. Short
// paragraphs are compared with the oracle, all with the invariants.
func FuzzBreak(f *testing.F) {
	f.Add(uint64(1), []byte("\x00\x40\x00\x00\x01\x10\x20\x30\x00\x50\x10\x10\x02\x08\x01\x00\x00\x40\x00\x00"))
	f.Add(uint64(2), []byte("\x02\x00\xff\x00\x00\x00\x00\x00\x05\x00\x00\x00"))
	f.Add(uint64(3), []byte("\x00\xff\xff\xff\x04\x10\x00\x00\x00\xff\xff\xff\x03\x00\x00\x00\x00\x20"))
	f.Fuzz(func(t *testing.T, seed uint64, data []byte) {
		var items []Item
		for ; len(data) >= 4 && len(items) < 2000; data = data[4:] {
			a, b, c := style.Length(data[1])*pt/4, style.Length(data[2])*pt/16, style.Length(data[3])*pt/16
			switch data[0] % 8 {
			case 0, 7:
				items = append(items, Item{Kind: Box, Width: a, Left: b / 4, Right: c / 4, Stretch: a / 50, Shrink: a / 50, Letters: int32(data[3] % 8)})
			case 1:
				items = append(items, Item{Kind: Glue, Width: a / 8, Stretch: b, Shrink: min(c, a/8)})
			case 2:
				cost := int16(binary.BigEndian.Uint16(data[2:]))
				items = append(items, Item{Kind: Penalty, Cost: int32(cost), Flagged: data[1]&1 != 0, LastResort: data[1]&2 != 0})
			case 3:
				items = append(items, Item{Kind: Penalty, Flagged: true, Width: a / 16, Right: b / 16})
			case 4:
				items = append(items, Fil())
			case 5:
				items = append(items, Item{Kind: Penalty, Flagged: true, Width: a / 16, Left: b / 4, Disc: &Disc{Post: Span{Width: b}, NoBreak: Span{Width: c}}})
			case 6:
				items = append(items, Item{Kind: Box, Width: -a / 8})
			}
		}
		p := randomParams(rand.New(rand.NewPCG(seed, 0)))
		var b Breaker
		if len(items) > 0 && len(items) <= 60 {
			if err := check(&b, items, &p); err != nil {
				t.Fatalf("%v\n%+v\n%+v", err, items, p)
			}
			return
		}
		r := b.Break(items, &p)
		if err := invariants(items, &p, r); err != nil {
			t.Fatal(err)
		}
		if again := b.Justify(items, r, &p); len(again.Lines) != len(r.Lines) {
			t.Fatalf("%d lines justified again, of %d", len(again.Lines), len(r.Lines))
		}
	})
}
