package epub

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/internal/validator"
	"github.com/quirepress/quire/source/diag"
)

// book is a publication as files by name.
type book map[string]string

const (
	opfName = "EPUB/package.opf"
	png     = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)

// good returns a small valid publication.
func good() book {
	return book{
		"mimetype": "application/epub+zip",
		"META-INF/container.xml": `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
		opfName: `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11</dc:identifier>
<dc:title id="t">A book</dc:title>
<dc:creator id="c">A. Writer</dc:creator>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="s.css" media-type="text/css"/>
<item id="png" href="p.png" media-type="image/png"/>
</manifest>
<spine>
<itemref idref="a"/>
<itemref idref="b"/>
</spine>
</package>`,
		"EPUB/nav.xhtml": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Contents</title></head>
<body>
<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml#x">Two</a></li></ol></nav>
</body>
</html>`,
		"EPUB/a.xhtml": page(`<p>One. <a href="b.xhtml#x">two</a> <img src="p.png" alt="a dot"/></p>`),
		"EPUB/b.xhtml": page(`<p id="x">Two.</p>`),
		"EPUB/s.css":   "p { margin: 0 }\n",
		"EPUB/p.png":   png,
	}
}

// page returns a content document.
func page(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>A chapter</title><link rel="stylesheet" type="text/css" href="s.css"/></head>
<body>
` + body + `
</body>
</html>`
}

// older returns a small valid publication of EPUB 2.
func older() book {
	return book{
		"mimetype":               "application/epub+zip",
		"META-INF/container.xml": good()["META-INF/container.xml"],
		opfName: `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="uid">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:identifier id="uid" opf:scheme="UUID">urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11</dc:identifier>
<dc:title>A book</dc:title>
<dc:creator opf:role="aut" opf:file-as="Writer, A.">A. Writer</dc:creator>
<dc:language>en</dc:language>
<dc:date opf:event="publication">2001-02</dc:date>
<meta name="cover" content="png"/>
</metadata>
<manifest>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="s.css" media-type="text/css"/>
<item id="png" href="p.png" media-type="image/png"/>
</manifest>
<spine toc="ncx"><itemref idref="a"/></spine>
<guide><reference type="text" title="Text" href="a.xhtml"/></guide>
</package>`,
		"EPUB/toc.ncx": `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:uuid:0c3fd2fc-0f47-4d5a-9d36-3e5a3c4f1a11"/></head><docTitle><text>A book</text></docTitle>
<navMap><navPoint id="p1" playOrder="1"><navLabel><text>One</text></navLabel><content src="a.xhtml#x"/></navPoint></navMap></ncx>`,
		"EPUB/a.xhtml": `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
<head><title>One</title><link rel="stylesheet" type="text/css" href="s.css"/></head>
<body><h1 id="x">One</h1><p>Text&nbsp;<img src="p.png" alt=""/> <a href="#x">link</a></p></body>
</html>`,
		"EPUB/s.css": "p { margin: 0 }\n",
		"EPUB/p.png": png,
	}
}

// pack writes the files as a container.
func (b book) pack(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name string) {
		data := []byte(b[name])
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	names := slices.Sorted(maps.Keys(b))
	if _, ok := b["mimetype"]; ok {
		put("mimetype")
	}
	for _, name := range names {
		if name != "mimetype" {
			put(name)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// edits are changes to the good book, three strings each: the file, what is
// replaced, and by what. With nothing to replace the whole file is written;
// "-" deletes it.
func (b book) edit(t testing.TB, edits []string) book {
	t.Helper()
	b = maps.Clone(b)
	for i := 0; i < len(edits); i += 3 {
		file, old, new := edits[i], edits[i+1], edits[i+2]
		switch {
		case old == "-":
			delete(b, file)
		case old == "":
			b[file] = new
		case !strings.Contains(b[file], old):
			t.Fatalf("%s has no %q", file, old)
		default:
			b[file] = strings.Replace(b[file], old, new, 1)
		}
	}
	return b
}

func verdict(data []byte) (diag.List, bool) {
	found := Check(bytes.NewReader(data), int64(len(data)))
	return found, found.Count(diag.Error) == 0
}

func TestGood(t *testing.T) {
	for _, b := range []book{good(), older()} {
		if found, _ := verdict(b.pack(t)); len(found) > 0 {
			t.Error(found)
		}
	}
}

// Every rule is broken once, and the same changes where they are allowed.
func TestRules(t *testing.T) {
	for _, c := range rules() {
		found, valid := verdict(c.book(t))
		switch {
		case valid && c.code != "":
			t.Errorf("%s: nothing is found", c.name)
		case !valid && c.code == "":
			t.Errorf("%s: %v", c.name, found)
		case !valid && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
			return d.Code == "verify-epub-"+c.code && d.Severity == diag.Error
		}):
			t.Errorf("%s: want %s, got %v", c.name, c.code, found)
		}
	}
}

// The reference validator comes to the same verdicts.
func TestVerdictsOfEPUBCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("other people's programs are slow")
	}
	dir := t.TempDir()
	var files []string
	all := rules()
	for i, c := range all {
		name := filepath.Join(dir, strconv.Itoa(i)+".epub")
		if err := os.WriteFile(name, c.book(t), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	messages := validator.EPUBCheck(t, files...)
	agreed := 0
	for i, c := range all {
		var errors []string
		for _, m := range messages[files[i]] {
			if strings.HasPrefix(m, "ERROR") || strings.HasPrefix(m, "FATAL") {
				errors = append(errors, m)
			}
		}
		if (len(errors) == 0) != (c.code == "") && !stricter[c.name] {
			t.Errorf("%s: want %q, EPUBCheck says %q", c.name, c.code, errors)
			continue
		}
		agreed++
	}
	t.Logf("%d of %d verdicts agree", agreed, len(all))
}

// Whatever the bytes are, the check ends and does not panic.
func FuzzCheck(f *testing.F) {
	f.Add(good().pack(f))
	f.Add(older().pack(f))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Check(bytes.NewReader(data), int64(len(data)))
	})
}

// replace returns text with old replaced, which must be there.
func (book) replace(text, old, new string) string {
	if !strings.Contains(text, old) {
		panic("there is no " + old)
	}
	return strings.Replace(text, old, new, 1)
}

// Bytes changed at random inside the files of a book give findings or none, but
// never a panic, which Check would call unreadable.
func TestMutations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := rules()
	for range 1500 {
		rule := all[r.IntN(len(all))]
		b := good()
		if rule.older {
			b = older()
		}
		b = b.edit(t, rule.edits)
		names := slices.Sorted(maps.Keys(b))
		name := names[r.IntN(len(names))]
		data := []byte(b[name])
		for range 1 + r.IntN(4) {
			if len(data) == 0 {
				break
			}
			at := r.IntN(len(data))
			switch r.IntN(4) {
			case 0:
				data[at] = byte(r.Uint32())
			case 1:
				data = append(data[:at], data[min(len(data), at+1+r.IntN(20)):]...)
			case 2:
				from := r.IntN(len(data))
				data = slices.Insert(data, at, slices.Clone(data[from:min(len(data), from+1+r.IntN(40))])...)
			case 3:
				data[at] = "<>&\"'/= {}();:#%"[r.IntN(16)]
			}
		}
		b[name] = string(data)
		found, _ := verdict(b.pack(t))
		for _, d := range found {
			if d.Code == "verify-epub-unreadable" {
				t.Errorf("%s, %s: %v\n%q", rule.name, name, d, b[name])
			}
		}
	}
}
