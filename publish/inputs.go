package publish

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

// inputs is a file system that remembers what was read from it: the names of
// files and the hashes of what was in them. What a reader looked for in vain
// needs no hash: once it is there, it is read. It may be used by several
// goroutines at once.
type inputs struct {
	fs.FS
	mu     sync.Mutex
	seen   map[string][sha256.Size]byte
	looked map[string]bool // at files and folders, in vain or not
}

// names returns what was looked at, in order.
func (in *inputs) names() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return slices.Sorted(maps.Keys(in.looked))
}

func (in *inputs) look(name string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.looked == nil {
		in.looked = map[string]bool{}
	}
	in.looked[name] = true
}

func (in *inputs) Open(name string) (fs.File, error) {
	in.look(name)
	f, err := in.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return &input{File: f, from: in, name: name, hash: sha256.New()}, nil
}

// ReadDir and Stat look at no file's content.
func (in *inputs) ReadDir(name string) ([]fs.DirEntry, error) {
	in.look(name)
	return fs.ReadDir(in.FS, name)
}

func (in *inputs) Stat(name string) (fs.FileInfo, error) {
	in.look(name)
	return fs.Stat(in.FS, name)
}

// sum hashes everything that was read, whatever the order.
func (in *inputs) sum(h hash.Hash) {
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, name := range slices.SortedFunc(maps.Keys(in.seen), cmp.Compare) {
		sum := in.seen[name]
		put(h, name)
		h.Write(sum[:])
	}
}

// put hashes a string with its length, so that two strings cannot pass for
// another two.
func put(h hash.Hash, s string) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(s)))
	h.Write(n[:])
	h.Write([]byte(s))
}

// input is an open file.
type input struct {
	fs.File
	from *inputs
	name string
	hash hash.Hash
	read bool
}

func (f *input) Read(b []byte) (int, error) {
	n, err := f.File.Read(b)
	f.hash.Write(b[:n])
	f.read = f.read || n > 0 || err != nil
	return n, err
}

func (f *input) Close() error {
	if f.read {
		f.from.mu.Lock()
		if f.from.seen == nil {
			f.from.seen = map[string][sha256.Size]byte{}
		}
		f.from.seen[f.name] = [sha256.Size]byte(f.hash.Sum(nil))
		f.from.mu.Unlock()
	}
	return f.File.Close()
}
