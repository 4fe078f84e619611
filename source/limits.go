package source

import "errors"

// Limits bound what is read, so that a hostile or mistaken article cannot
// exhaust the machine. A zero field means its default, a negative one no limit.
type Limits struct {
	// Bytes is the size of one text file. Default 16 MiB.
	Bytes int64
	// Chapters is the number of files of a book. Default 2,000.
	Chapters int
	// Resources is the number of images and other files that the text refers
	// to. Default 2,000.
	Resources int
	// ResourceBytes is their size together. Default 256 MiB.
	ResourceBytes int64
	// ImagePixels is the size of one image. Larger ones are left out with a
	// diagnostic. Default 50 million.
	ImagePixels int64
	// Depth is the deepest nesting of lists, quotations and the like; deeper
	// marks stay as text, with a diagnostic. Default 100; never more than 150.
	Depth int
	// Blocks is the number of blocks of the whole document. Default 500,000.
	Blocks int
}

// The errors of [Read] that callers may test for with [errors.Is]. A file that
// is missing or cannot be read gives the file system's own error, wrapped.
var (
	ErrTooLarge          = errors.New("source: the file is larger than the limit")
	ErrTooManyChapters   = errors.New("source: the book has more files than the limit")
	ErrTooManyResources  = errors.New("source: the article refers to more files than the limit")
	ErrResourcesTooLarge = errors.New("source: the files that the article refers to are larger than the limit")
	ErrTooManyBlocks     = errors.New("source: the article has more blocks than the limit")
	ErrEmpty             = errors.New("source: the file is empty")
	ErrBinary            = errors.New("source: the file is not text")
	ErrEncoding          = errors.New("source: the file is not in UTF-8; save it as UTF-8")
	ErrName              = errors.New("source: the name is no path inside the folder")
	ErrNoIndex           = errors.New("source: the folder has no index file")
	ErrChanging          = errors.New("source: the file changed while it was read; try again when it is finished")
)

// withDefaults returns the limits with every field set.
func (l Limits) withDefaults() Limits {
	const none = 1 << 62
	set := func(v *int64, fallback int64) {
		if *v == 0 {
			*v = fallback
		} else if *v < 0 {
			*v = none
		}
	}
	setInt := func(v *int, fallback int64) {
		wide := int64(*v)
		set(&wide, fallback)
		*v = int(min(wide, 1<<31-1))
	}
	set(&l.Bytes, 16<<20)
	setInt(&l.Chapters, 2000)
	setInt(&l.Resources, 2000)
	set(&l.ResourceBytes, 256<<20)
	set(&l.ImagePixels, 50_000_000)
	setInt(&l.Depth, 100)
	l.Depth = min(l.Depth, 150)
	setInt(&l.Blocks, 500_000)
	return l
}
