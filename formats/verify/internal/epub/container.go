package epub

import (
	"archive/zip"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// The container: EPUB 3.3, 4 (OCF).

func (c *checker) container(r io.ReaderAt, size int64) {
	if size <= 0 {
		c.err("zip", at{}, "the file is empty")
		return
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		c.err("zip", at{}, "it is no ZIP archive: %v", err)
		return
	}
	if len(z.File) > maxFiles {
		c.err("zip", at{}, "it holds too many files")
		return
	}
	c.zip = z
	c.mimetype(r)
	c.names()
	root := c.rootfile()
	if root == "" {
		return
	}
	c.encryption()
	c.otherMeta()
	c.packageDocument(root)
	if c.pkg != nil && !c.pkg.two { // EPUB 2 had room for other renditions
		for _, place := range c.otherRoots {
			c.err("container", place, "a rootfile is no package document")
		}
	}
}

// mimetype checks that the first file names the type, stored as it is, so that
// it can be read at a fixed place (4.3.3).
func (c *checker) mimetype(r io.ReaderAt) {
	const want = "application/epub+zip"
	var head [4]byte
	if _, err := r.ReadAt(head[:], 0); err != nil || string(head[:]) != "PK\x03\x04" {
		c.err("mimetype", at{}, "the archive does not begin with a file")
		return
	}
	if len(c.zip.File) == 0 || c.zip.File[0].Name != "mimetype" {
		c.err("mimetype", at{}, "the first file is not mimetype")
		return
	}
	f := c.zip.File[0]
	var header [30]byte
	if _, err := r.ReadAt(header[:], 0); err == nil && (header[28] != 0 || header[29] != 0) {
		c.err("mimetype", at{file: "mimetype"}, "its header has an extra field")
	}
	if f.Method != zip.Store {
		c.err("mimetype", at{file: "mimetype"}, "it is compressed")
		return
	}
	rc, err := f.Open()
	if err != nil {
		c.err("mimetype", at{file: "mimetype"}, "it cannot be read")
		return
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, 100))
	if err != nil || string(data) != want {
		c.err("mimetype", at{file: "mimetype"}, "it holds %q in place of %q", data, want)
	}
}

// names checks the names of files (4.2.2, 4.2.3).
func (c *checker) names() {
	fold := cases.Fold()
	seen := map[string]string{}
	folders := map[string]bool{}
	for _, f := range c.zip.File {
		name := f.Name
		p := at{file: name}
		if strings.HasSuffix(name, "/") {
			folders[name] = true
			continue
		}
		if !utf8.ValidString(name) {
			c.err("file-name", p, "the name is not UTF-8")
			continue
		}
		key := fold.String(norm.NFC.String(name))
		if other, ok := seen[key]; ok {
			c.err("file-name", p, "the name is that of another file, %q, but for case or composition", other)
		} else {
			seen[key] = name
		}
		if _, ok := c.files[name]; !ok {
			c.files[name] = f
		}
		if f.Method != zip.Store && f.Method != zip.Deflate {
			c.err("zip", p, "it is packed by the method %d", f.Method)
		}
		if f.Flags&1 != 0 {
			c.err("zip", p, "it is encrypted by ZIP")
		}
		if name != "mimetype" {
			c.fileName(name)
		}
	}
}

func (c *checker) fileName(name string) {
	p := at{file: name}
	if strings.HasPrefix(name, "/") || len(name) > 65535 {
		c.err("file-name", p, "the path is no path of a container")
	}
	file := name[strings.LastIndex(name, "/")+1:]
	if strings.HasSuffix(file, ".") && file != "." && file != ".." {
		c.err("file-name", p, "the name ends with a full stop")
	}
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case part == "" || part == "." || part == "..":
			c.err("file-name", p, "the path has the part %q", part)
		case len(part) > 255:
			c.warn("file-name", p, "the name is longer than 255 bytes")
		}
	}
	space := false
	for _, r := range name {
		switch {
		case strings.ContainsRune("\"*:<>?\\|", r), r < 0x20, r >= 0x7f && r <= 0x9f,
			r >= 0xe000 && r <= 0xf8ff, r >= 0xfdd0 && r <= 0xfdef, r >= 0xfff0 && r <= 0xffff,
			r&0xfffe == 0xfffe, r >= 0xe0000 && r <= 0xe0fff && (r < 0xe0020 || r > 0xe007f), r >= 0xf0000:
			c.err("file-name", p, "the name holds U+%04X, which no name may", r)
			return
		case unicode.IsSpace(r):
			space = true
		}
	}
	if space {
		c.warn("file-name", p, "the name holds a space")
	}
}

// rootfile reads META-INF/container.xml and returns the name of the package
// document (4.2.6.3.1).
func (c *checker) rootfile() string {
	const name = "META-INF/container.xml"
	data, ok := c.read(name)
	if !ok {
		c.err("container", at{file: name}, "it is missing")
		return ""
	}
	doc := c.parse(name, data, false)
	if doc == nil {
		return ""
	}
	c.noDoctype(name, doc, "")
	root := doc.root
	if !root.is(nsOCF, "container") {
		c.err("container", root.at(name), "the root element is %q", root.name)
		return ""
	}
	if v := root.value("version"); v != "1.0" {
		c.err("container", root.at(name), "the version is %q in place of \"1.0\"", v)
	}
	c.grammar(name, nsOCF, root, containerGrammar, "container")
	var files *element
	for i, e := range root.elements() {
		switch {
		case e.space != nsOCF:
		case e.name == "rootfiles" && i == 0:
			files = e
		case e.name == "links" && files != nil:
			for _, l := range e.elements() {
				if t, ok := l.get("media-type"); ok && !mediaTypeForm.MatchString(t) {
					c.err("container", l.at(name), "%q is no media type", t)
				} else if ok && t != typeXHTML && l.value("rel") == "mapping" {
					c.err("container", l.at(name), "a mapping of renditions is of type %q", t)
				}
			}
		default:
			c.err("container", e.at(name), "the element %q may not stand here", e.name)
		}
	}
	if files == nil {
		c.err("container", root.at(name), "there are no rootfiles")
		return ""
	}
	c.onlyAttributes(name, files)
	c.noText(name, root)
	c.noText(name, files)
	first := ""
	for _, e := range files.elements() {
		if !e.is(nsOCF, "rootfile") {
			c.err("container", e.at(name), "the element %q may not stand here", e.name)
			continue
		}
		full, ok := e.get("full-path")
		if plain, fine := unescape(full); fine && full != "" && !strings.HasPrefix(plain, "/") {
			full = path.Clean(plain)
		}
		kind, typed := e.get("media-type")
		switch {
		case !ok:
			c.err("container", e.at(name), "a rootfile has no full-path")
		case trim(full) == "":
			c.err("container", e.at(name), "the full-path is empty")
		case !typed || trim(kind) == "":
			c.err("container", e.at(name), "a rootfile has no media-type")
		}
		if kind != "application/oebps-package+xml" {
			c.otherRoots = append(c.otherRoots, e.at(name))
			continue
		}
		if full == "" {
			continue
		}
		if _, ok := c.files[full]; !ok {
			c.err("container", e.at(name), "the package document %q is missing", full)
			continue
		}
		if first == "" {
			first = full
		}
	}
	if first == "" && !c.failed() {
		c.err("container", files.at(name), "no rootfile is a package document")
	}
	return first
}

// onlyAttributes reports attributes without a namespace other than those named.
func (c *checker) onlyAttributes(file string, e *element, names ...string) {
	for _, a := range e.attrs {
		if a.space != "" {
			continue
		}
		known := false
		for _, n := range names {
			known = known || n == a.name
		}
		if !known {
			c.err("attribute", e.at(file), "the attribute %q may not stand on %q", a.name, e.name)
		}
	}
}

// Algorithms of font obfuscation; anything else cannot be read here.
const (
	obfuscationIDPF  = "http://www.idpf.org/2008/embedding"
	obfuscationAdobe = "http://ns.adobe.com/pdf/enc#RC"
)

// encryption reads META-INF/encryption.xml (4.2.6.3.2, 4.4).
func (c *checker) encryption() {
	const name = "META-INF/encryption.xml"
	c.encrypted = map[string]string{}
	data, ok := c.read(name)
	if !ok {
		return
	}
	doc := c.parse(name, data, false)
	if doc == nil {
		return
	}
	c.noDoctype(name, doc, "")
	root := doc.root
	if !root.is(nsOCF, "encryption") {
		c.err("encryption", root.at(name), "the root element is %q", root.name)
		return
	}
	if len(root.elements()) == 0 {
		c.err("encryption", root.at(name), "it says nothing")
	}
	c.grammar(name, nsOCF, root, encryptionGrammar, "encryption")
	c.noText(name, root)
	c.grammar(name, nsEnc, root, encryptedGrammar, "encryption")
	ids := map[string]bool{}
	root.all(func(e *element) bool {
		for _, a := range e.attrs {
			if strings.EqualFold(a.name, "Id") && a.space == "" {
				if !ncName.MatchString(a.value) {
					c.err("encryption", e.at(name), "the id %q is none", a.value)
				}
				if ids[a.value] {
					c.err("encryption", e.at(name), "the id %q stands twice", a.value)
				}
				ids[a.value] = true
			}
		}
		return true
	})
	for _, e := range root.elements() {
		if e.space != nsEnc || e.name != "EncryptedData" && e.name != "EncryptedKey" {
			c.err("encryption", e.at(name), "the element %q may not stand here", e.name)
			continue
		}
		data := e.child(nsEnc, "CipherData")
		if data == nil {
			c.err("encryption", e.at(name), "%q has no CipherData", e.name)
			continue
		}
		algorithm := ""
		if m := e.child(nsEnc, "EncryptionMethod"); m != nil {
			algorithm = m.value("Algorithm")
		}
		if props := e.child(nsEnc, "EncryptionProperties"); props != nil {
			c.compression(name, props)
		}
		if e.name != "EncryptedData" {
			continue
		}
		r := data.child(nsEnc, "CipherReference")
		if r == nil {
			c.err("encryption", data.at(name), "there is no CipherReference")
			continue
		}
		target, ok := unescape(r.value("URI"))
		if !ok || target == "" {
			c.err("encryption", r.at(name), "the URI %q is none", r.value("URI"))
			continue
		}
		name, target := name, path.Clean(target)
		if c.files[target] == nil {
			c.err("missing", r.at(name), "the file %q is missing", target)
		}
		c.encrypted[target] = algorithm
	}
}

// compression checks the properties that say how a file was packed before it
// was encrypted.
func (c *checker) compression(name string, props *element) {
	props.all(func(e *element) bool {
		if e.name == "Compression" && e.space == "http://www.idpf.org/2016/encryption#compression" {
			if m := e.value("Method"); m != "0" && m != "8" {
				c.err("encryption", e.at(name), "the compression method is %q", m)
			}
			if l := e.value("OriginalLength"); l == "" || strings.Trim(l, "0123456789") != "" {
				c.err("encryption", e.at(name), "the original length is %q", l)
			}
		}
		return true
	})
}

// otherMeta checks that the other files of META-INF are well-formed and have
// the root elements that they must have.
func (c *checker) otherMeta() {
	if data, ok := c.read("META-INF/signatures.xml"); ok {
		if doc := c.parse("META-INF/signatures.xml", data, false); doc != nil {
			if !doc.root.is(nsOCF, "signatures") {
				c.err("signatures", doc.root.at("META-INF/signatures.xml"), "the root element is %q", doc.root.name)
			}
			if len(doc.root.elements()) == 0 {
				c.err("signatures", doc.root.at("META-INF/signatures.xml"), "there is no signature")
			}
			for _, e := range doc.root.elements() {
				switch {
				case !e.is(nsSignature, "Signature"):
					c.err("signatures", e.at("META-INF/signatures.xml"), "the element %q may not stand here", e.name)
				case e.child(nsSignature, "SignedInfo") == nil || e.child(nsSignature, "SignatureValue") == nil:
					c.err("signatures", e.at("META-INF/signatures.xml"), "a signature signs nothing")
				}
			}
		}
	}
	if data, ok := c.read("META-INF/metadata.xml"); ok {
		c.parse("META-INF/metadata.xml", data, false)
	}
}
