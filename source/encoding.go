package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
	"github.com/quirepress/quire/source/internal/manuscript"
)

// text is a file as it was found and as the readers get it: UTF-8 without byte
// order mark and control characters.
type text struct {
	name string
	raw  []byte
	// found is raw in UTF-8: what positions count.
	found []byte
	// clean is what the readers get.
	clean []byte
	// cuts are the pieces of raw that are missing in clean, if clean is
	// otherwise the same.
	cuts []cut
}

// cut says that before the byte at of clean, in all, removed bytes are missing.
// If swapped is set, the character there is another than in the file.
type cut struct {
	at, removed int
	swapped     bool
}

// text reads a file and converts its encoding. Raw is the file's content if it
// is at hand already.
func (r *reader) text(name string, raw []byte) (*text, error) {
	if raw == nil {
		var err error
		if raw, err = readFile(r.fsys, name, r.limits.Bytes); err != nil {
			return nil, &fileError{name, err}
		}
	}
	if int64(len(raw)) > r.limits.Bytes {
		return nil, &fileError{name, fmt.Errorf("%w of %d bytes", ErrTooLarge, r.limits.Bytes)}
	}
	t := &text{name: name, raw: raw}
	start := diag.Position{File: name, Line: 1, Column: 1}
	src, bom := raw, 0
	enc := guessEncoding(raw)
	if label, decoded := decodeDeclared(name, raw, enc); decoded != nil {
		src, enc = decoded, "declared"
		r.found.AddHint(diag.Info, "source-encoding", start, "save the file as UTF-8", "the page says that it is %s and was converted to UTF-8", label)
	}
	switch enc {
	case "declared":
	case "utf-16le", "utf-16be":
		order := binary.ByteOrder(binary.LittleEndian)
		if enc == "utf-16be" {
			order = binary.BigEndian
		}
		src = decodeUTF16(raw, order)
		r.found.AddHint(diag.Info, "source-encoding", start, "save the file as UTF-8", "the file is UTF-16 and was converted to UTF-8")
	case "binary":
		if what := fileOf(raw); what != "" {
			return nil, &fileError{name, fmt.Errorf("%w: it is %s", ErrBinary, what)}
		}
		if label := foreign(raw); label != "" {
			return nil, &fileError{name, fmt.Errorf("%w: it looks like text in %s", ErrEncoding, label)}
		}
		return nil, &fileError{name, ErrBinary}
	case "windows-1252":
		if clustered(raw) {
			if label := foreign(raw); label != "" {
				return nil, &fileError{name, fmt.Errorf("%w: it looks like text in %s", ErrEncoding, label)}
			}
		}
		b, err := charmap.Windows1252.NewDecoder().Bytes(raw)
		if err != nil {
			return nil, &fileError{name, err}
		}
		src = b
		r.found.AddHint(diag.Warning, "source-encoding", start, "save the file as UTF-8",
			"the file is not UTF-8; it was converted from Windows-1252")
	case "damaged":
		at := bytes.IndexFunc(raw, func(c rune) bool { return c == utf8.RuneError })
		pos := start
		if at >= 0 {
			pos = manuscript.NewLines(name, raw).At(at)
		}
		r.found.Add(diag.Warning, "source-encoding-damaged", pos, "the file holds bytes that are not UTF-8; each became U+FFFD")
		src = bytes.ToValidUTF8(raw, []byte("\ufffd"))
	default:
		if bytes.HasPrefix(raw, []byte("\ufeff")) {
			bom = 3
			src = raw[3:]
			t.cuts = []cut{{at: 0, removed: 3}}
		}
	}
	t.found = src
	if bom > 0 {
		t.found = raw
	}
	t.clean = r.dropControls(t, src, bom)
	if len(bytes.TrimSpace(t.clean)) == 0 {
		return nil, &fileError{name, ErrEmpty}
	}
	return t, nil
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_.:-]+)`)

// decodeDeclared converts a web page that is not UTF-8 from the encoding that
// it names in its head (HTML, 13.2.3.2). It returns nil for other files.
func decodeDeclared(name string, raw []byte, guess string) (label string, decoded []byte) {
	if guess != "windows-1252" && guess != "damaged" && guess != "binary" || kindOf(name, raw) != kindHTML {
		return "", nil
	}
	m := metaCharset.FindSubmatch(raw[:min(len(raw), 4096)])
	if m == nil {
		return "", nil
	}
	enc, err := htmlindex.Get(string(m[1]))
	if err != nil || enc == unicode.UTF8 {
		return "", nil
	}
	if decoded, err = enc.NewDecoder().Bytes(raw); err != nil {
		return "", nil
	}
	return strings.ToLower(string(m[1])), decoded
}

// validText is [document.ValidText] for a file, whose lines may end as on DOS.
func validText(b []byte) bool {
	end := []byte("\r\n")
	if bytes.Contains(b, end) {
		b = bytes.ReplaceAll(b, end, []byte("\n"))
	}
	return document.ValidText(string(b))
}

// dropControls returns src, of which bom bytes before are cut already, without
// the characters that no page can hold.
func (r *reader) dropControls(t *text, src []byte, bom int) []byte {
	if validText(src) {
		return src
	}
	out := make([]byte, 0, len(src))
	removed, dropped, first := bom, 0, -1
	mended, firstMended := 0, -1
	twice := encodedTwice(src)
	drop := func(at, n int) {
		removed += n
		dropped++
		if first < 0 {
			first = at
		}
		if k := len(t.cuts); k > 0 && t.cuts[k-1].at == len(out) {
			t.cuts[k-1].removed = removed
		} else {
			t.cuts = append(t.cuts, cut{at: len(out), removed: removed})
		}
	}
	// swap writes c for n bytes of the file.
	swap := func(n int, c rune) {
		if k := len(t.cuts); k > 0 && t.cuts[k-1].at == len(out) {
			t.cuts[k-1].swapped = true
		} else {
			t.cuts = append(t.cuts, cut{at: len(out), removed: removed, swapped: true})
		}
		out = utf8.AppendRune(out, c)
		removed += n - utf8.RuneLen(c)
		t.cuts = append(t.cuts, cut{at: len(out), removed: removed})
	}
	mend := func(at, n int, c rune) {
		if mended++; firstMended < 0 {
			firstMended = at
		}
		swap(n, c)
	}
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		if c >= 0x80 && c <= 0xff {
			if twice && c >= 0xc2 {
				if m, length, _ := manuscript.Undo(string(src[i:min(len(src), i+16)])); length > 0 {
					mend(i, length, m)
					i += length
					continue
				}
			}
			if m, ok := manuscript.Western(c); ok {
				mend(i, n, m)
				i += n
				continue
			}
		}
		switch {
		case c == '\r' && i+1 < len(src) && src[i+1] == '\n':
			out = append(out, '\r')
		case c == '\r': // the line end of old Macintosh files
			out = append(out, '\n')
		case c == '\f', c == '\v':
			out = append(out, '\n')
		case c == 0x85: // the line end of mainframes
			swap(n, '\n')
		case c == 0x1b && escape(src[i:]) > 1: // the colours of a terminal
			n = escape(src[i:])
			drop(i, n)
		case manuscript.Printable(c):
			out = append(out, src[i:i+n]...)
		default:
			drop(i, n)
		}
		i += n
	}
	if dropped > 0 {
		r.found.Add(diag.Warning, "source-control-characters", manuscript.NewLines(t.name, src).At(first),
			"the file holds %d control characters; they were left out", dropped)
	}
	if mended > 0 {
		r.found.AddHint(diag.Info, "source-mojibake", manuscript.NewLines(t.name, src).At(firstMended), "save the file as UTF-8",
			"letters of the file were encoded twice or as others; %d were mended", mended)
	}
	return out
}

// escape returns the length of the sequence that b begins with and that sets the
// look of a terminal's text (ECMA-48, 8.3.117), or 0.
func escape(b []byte) int {
	if len(b) < 3 || b[1] != '[' {
		return 0
	}
	for i := 2; i < min(len(b), 24); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9' || c == ';':
		case c == 'm' || c == 'K':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// encodedTwice reports whether letters of src were encoded twice: whether one is
// written with a control character that stands in no text.
func encodedTwice(src []byte) bool {
	for i := 0; i < len(src); {
		j := bytes.IndexByte(src[i:], 0xc2) // which begins U+0080 to U+00BF
		if j < 0 {
			return false
		}
		i += j
		if c, _ := utf8.DecodeRune(src[i:]); c >= 0x80 && c < 0xa0 {
			// It is the second character of a sequence, or the third of one.
			for _, back := range []int{2, 4} {
				from := i - back
				if from < 0 {
					break
				}
				if lead, _ := utf8.DecodeRune(src[from:]); lead >= 0xc2 && lead <= 0xf4 {
					if _, length, _ := manuscript.Undo(string(src[from:min(len(src), from+16)])); length > i-from {
						return true
					}
				}
			}
		}
		i++
	}
	return false
}

// restore turns positions in the text that a reader got into positions in the
// file, in the document and in the findings.
func (t *text) restore(doc *document.Document, found diag.List) {
	if len(t.cuts) == 0 || len(t.cuts) == 1 && t.cuts[0].at == 0 && t.cuts[0].removed == 0 {
		return
	}
	lines := manuscript.NewLines(t.name, t.found)
	move := func(p *diag.Position) {
		if p.File != t.name || p.Line == 0 {
			return
		}
		offset := p.Offset + t.removedAt(p.Offset)
		column := p.Column
		*p = lines.At(offset)
		if t.cuts[0].at == 0 && p.Line == 1 {
			p.Column = column // a byte order mark takes no column
		}
	}
	// Text must not reach over a cut: offsets in it are offsets in the file.
	document.Rewriter{Inline: func(n document.Inline) []document.Inline {
		if s, ok := n.(*document.Text); ok && !s.Pos.IsZero() {
			return t.split(s)
		}
		return []document.Inline{n}
	}}.Document(doc)
	for _, n := range doc.All() {
		move(&n.Attributes().Pos)
	}
	move(&doc.Metadata.TitlePos)
	for i := range doc.Directives.Glossary {
		move(&doc.Directives.Glossary[i].Pos)
	}
	for i := range doc.Directives.Timeline {
		move(&doc.Directives.Timeline[i].Pos)
	}
	for i := range doc.Omissions {
		move(&doc.Omissions[i].Pos)
	}
	for i := range found {
		move(&found[i].Pos)
	}
}

// removedAt returns how many bytes of the file are missing before the byte at
// offset of the clean text.
func (t *text) removedAt(offset int) int {
	i := sort.Search(len(t.cuts), func(i int) bool { return t.cuts[i].at > offset })
	if i == 0 {
		return 0
	}
	return t.cuts[i-1].removed
}

// split divides a text at the cuts inside it.
func (t *text) split(s *document.Text) []document.Inline {
	start := s.Pos.Offset
	i := sort.Search(len(t.cuts), func(i int) bool { return t.cuts[i].at > start })
	first := i > 0 && t.cuts[i-1].at == start && t.cuts[i-1].swapped
	if !first && (i == len(t.cuts) || t.cuts[i].at >= start+len(s.Value)) {
		return []document.Inline{s}
	}
	var out []document.Inline
	from := 0
	swapped := first
	put := func(to int) {
		p := piece(s, from, to)
		if swapped {
			p.Pos = diag.Position{} // it stands nowhere in the file
		}
		out = append(out, p)
		from = to
	}
	for ; i < len(t.cuts) && t.cuts[i].at < start+len(s.Value); i++ {
		to := t.cuts[i].at - start
		for to < len(s.Value) && !utf8.RuneStart(s.Value[to]) {
			to++
		}
		if to > from {
			put(to)
		}
		swapped = t.cuts[i].swapped
	}
	if from < len(s.Value) {
		put(len(s.Value))
	}
	return out
}

func piece(s *document.Text, from, to int) *document.Text {
	p := &document.Text{Attr: s.Attr, Value: s.Value[from:to]}
	if from > 0 {
		p.Anchor = ""
		p.Classes = slices.Clone(s.Classes)
	}
	p.Pos.Offset += from
	p.Pos.Column += from
	return p
}

// guessEncoding returns "utf-8", "utf-16le", "utf-16be", "windows-1252",
// "damaged" for UTF-8 with some broken bytes, or "binary".
func guessEncoding(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return "utf-16be"
	}
	if fileOf(b) != "" {
		return "binary"
	}
	sample := b[:min(len(b), 64<<10)]
	var nul [2]int
	controls := 0
	for i, c := range sample {
		if c == 0 {
			nul[i&1]++
		} else if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			controls++
		}
	}
	half := len(sample) / 2
	switch {
	case half > 1 && nul[1] > half*7/10 && nul[0] < half/20+1:
		return "utf-16le"
	case half > 1 && nul[0] > half*7/10 && nul[1] < half/20+1:
		return "utf-16be"
	case nul[0]+nul[1] > len(sample)/50+2, controls > len(sample)/20+2:
		return "binary"
	}
	if utf8.Valid(b) {
		return "utf-8"
	}
	// A few broken bytes among many good sequences are damage; text of
	// another encoding has hardly a good sequence by chance.
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, n := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	switch {
	case good >= bad, bad <= 3 && !utf8.FullRune(b[len(b)-min(3, len(b)):]) && good > 0:
		return "damaged"
	case bad > len(b)*6/10:
		return "binary"
	}
	return "windows-1252"
}

// fileOf names what begins like a file of another sort, "" for others.
func fileOf(b []byte) string {
	for magic, what := range map[string]string{
		"{\\rtf": "a document in RTF: save it as text, Markdown or a web page", "%PDF-": "a PDF",
		"PK\x03\x04":       "an archive, as documents of word processors are: save it as text, Markdown or a web page",
		"\xd0\xcf\x11\xe0": "a document of an old word processor: save it as text, Markdown or a web page",
		"\x7fELF":          "a program", "\x89PNG": "a picture", "GIF8": "a picture", "\xff\xd8\xff": "a picture", "RIFF": "a picture, or a sound",
		"\x1f\x8b": "compressed", "BZh": "compressed", "\xfd7zXZ": "compressed", "Rar!": "compressed",
	} {
		if bytes.HasPrefix(b, []byte(magic)) && (magic[0] == '{' || !looksLikeProse(b)) {
			return what
		}
	}
	return ""
}

// looksLikeProse reports whether all of b is printable UTF-8: an article may
// begin with the letters of a magic number.
func looksLikeProse(b []byte) bool {
	return validText(b) && !bytes.HasPrefix(b, []byte("%PDF-"))
}

func decodeUTF16(b []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	out := []byte(string(utf16.Decode(units)))
	return bytes.TrimPrefix(out, []byte("\ufeff"))
}
