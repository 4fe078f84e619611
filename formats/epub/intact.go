package epub

import (
	"archive/zip"
	"encoding/binary"
	"io"
)

// intact reports whether an archive still is what Encode wrote: its files stand
// one behind the other from the first byte to the directory, each with the head
// and the checksum that the directory tells, and behind the directory there is
// nothing (APPNOTE.TXT 6.3.10, 4.3). Bits that only fill the last byte of what is
// compressed mean nothing, and nobody looks at them.
func intact(r io.ReaderAt, size int64, archive *zip.Reader) bool {
	const ending = 22 // bytes of the end of the directory, without a comment
	end := make([]byte, ending)
	if _, err := r.ReadAt(end, size-ending); err != nil && err != io.EOF {
		return false
	}
	number := binary.LittleEndian.Uint32
	if number(end) != 0x06054b50 || int64(number(end[12:]))+int64(number(end[16:])) != size-ending || end[20] != 0 || end[21] != 0 {
		return false
	}
	at := int64(0)
	for _, f := range archive.File {
		next, ok := follows(r, at, f)
		if !ok || !sound(f) {
			return false
		}
		at = next
	}
	return at == int64(number(end[16:]))
}

// follows reports whether the file's head stands at a place and says what the
// directory does, and returns where its bytes end.
func follows(r io.ReaderAt, at int64, f *zip.File) (int64, bool) {
	begin, err := f.DataOffset()
	if err != nil || begin-at < 30 || begin-at > 1<<17 {
		return 0, false
	}
	head := make([]byte, begin-at)
	if _, err := r.ReadAt(head, at); err != nil {
		return 0, false
	}
	short, number := binary.LittleEndian.Uint16, binary.LittleEndian.Uint32
	name := head[30:]
	if number(head) != 0x04034b50 || short(head[4:]) != f.ReaderVersion ||
		short(head[10:]) != f.ModifiedTime || short(head[12:]) != f.ModifiedDate ||
		short(head[6:]) != f.Flags || short(head[8:]) != f.Method ||
		int(short(head[26:]))+int(short(head[28:])) != len(name) || len(name) < len(f.Name) || string(name[:len(f.Name)]) != f.Name {
		return 0, false
	}
	end := begin + int64(f.CompressedSize64)
	const described = 0x8 // sizes and checksum stand behind the bytes
	if f.Flags&described == 0 {
		return end, number(head[14:]) == f.CRC32 && uint64(number(head[18:])) == f.CompressedSize64 && uint64(number(head[22:])) == f.UncompressedSize64
	}
	tail := make([]byte, 16)
	if _, err := r.ReadAt(tail, end); err != nil || [12]byte(head[14:26]) != [12]byte{} {
		return 0, false
	}
	return end + 16, number(tail) == 0x08074b50 && number(tail[4:]) == f.CRC32 &&
		uint64(number(tail[8:])) == f.CompressedSize64 && uint64(number(tail[12:])) == f.UncompressedSize64
}

// sound reports whether a file can be read and has its checksum.
func sound(f *zip.File) bool {
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	n, err := io.Copy(io.Discard, r)
	return err == nil && uint64(n) == f.UncompressedSize64
}
