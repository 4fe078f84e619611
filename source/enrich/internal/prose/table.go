package prose

import "hash/maphash"

// table finds the forms of spellings of up to eight bytes by their bytes as a number. Nearly all words of a text are that
// short, and looking them up in one of Go's maps took a third of the time of cutting. It hashes by a multiplication with a
// number that nobody can know beforehand, as Go's maps do, so that no text can be made to be slow (Dietzfelbinger and others,
// "A Reliable Randomized Algorithm for the Closest-Pair Problem", 1997), and goes on to the next slot where one is taken. No
// result depends on that number.
type table struct {
	slots []slot
	used  int
	shift uint
	by    uint64
}

// slot holds a spelling's bytes, 0 if it is empty, and its form.
type slot struct {
	bytes uint64
	form  Form
}

// newTable returns a table with room for so many spellings, which it can outgrow.
func newTable(room int) table {
	t := table{by: maphash.Bytes(maphash.MakeSeed(), nil) | 1}
	bits := uint(6)
	for 1<<bits < 2*room {
		bits++
	}
	t.slots, t.shift = make([]slot, 1<<bits), 64-bits
	return t
}

// find returns the form of a spelling, given its bytes, and false if the table does not have it.
func (t *table) find(bytes uint64) (Form, bool) {
	mask := uint64(len(t.slots) - 1)
	for i := bytes * t.by >> (t.shift & 63); len(t.slots) > 0; i++ {
		switch s := &t.slots[i&mask]; s.bytes {
		case bytes:
			return s.form, true
		case 0:
			return 0, false
		}
	}
	return 0, false
}

// add adds a spelling that the table does not have.
func (t *table) add(bytes uint64, form Form) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots, t.shift, t.used = make([]slot, 2*len(old)), t.shift-1, 0
		for _, s := range old {
			if s.bytes != 0 {
				t.add(s.bytes, s.form)
			}
		}
	}
	mask := uint64(len(t.slots) - 1)
	i := bytes * t.by >> t.shift
	for t.slots[i&mask].bytes != 0 {
		i++
	}
	t.slots[i&mask] = slot{bytes, form}
	t.used++
}

// packed returns up to eight bytes as one number. No spelling of more than one byte begins with a NUL, so no two share a
// number, and none is 0.
func packed(s string) uint64 {
	n := uint64(0)
	for i := range len(s) {
		n |= uint64(s[i]) << (8 * i)
	}
	return n
}

// packedAt is [packed] of a text's n bytes from the offset i, without a look at each where the text goes on for long enough.
func packedAt(text string, i, n int) uint64 {
	if i+8 > len(text) {
		return packed(text[i : i+n])
	}
	b := text[i : i+8]
	all := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	return all << (64 - 8*n) >> (64 - 8*n)
}
