package pdfobject

import (
	"bytes"
	"crypto/sha256"
	"strconv"
)

// Intact reports whether the file still is what [Writer.Bytes] wrote, for one
// that nobody has added to: the second identifier in its trailer is the hash of
// all that stands before the cross references, and behind them stands nothing
// but where they begin.
func (f *File) Intact() bool {
	if f.Repaired != nil {
		return false
	}
	at := bytes.LastIndex(f.data, []byte("startxref\n"))
	if at < 0 {
		return false
	}
	number, _, _ := bytes.Cut(f.data[at+len("startxref\n"):], []byte("\n"))
	begin, err := strconv.Atoi(string(number))
	if err != nil || begin < 0 || begin > at || string(f.data[at:]) != "startxref\n"+strconv.Itoa(begin)+"\n%%EOF\n" {
		return false
	}
	d := Dict{}
	for k, v := range f.Trailer {
		d[k] = v
	}
	for _, k := range []Name{"ID", "Type", "Size", "W", "Filter", "DecodeParms", "Length"} {
		delete(d, k)
	}
	ids, ok := f.Trailer["ID"].(Array)
	if !ok || len(ids) != 2 {
		return false
	}
	sum := sha256.New()
	sum.Write(f.data[:begin])
	sum.Write(Append(nil, d))
	said, ok := ids[1].(String)
	return ok && string(said) == string(sum.Sum(nil)[:16])
}
