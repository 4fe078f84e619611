package source

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // decoders of the images that both formats can show
	_ "image/jpeg" //
	_ "image/png"  //
	"io"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp" //

	"github.com/quirepress/quire/source/diag"
	"github.com/quirepress/quire/source/document"
)

// media loads the images of a document. Each file is loaded once, however
// often it is shown.
type media struct {
	fsys   fs.FS
	root   string // the article's own folder
	limits Limits
	// unchecked takes every image for a good one.
	unchecked bool

	bytes  int64
	loaded map[string]picture // by path, or by data URL
	files  map[string]bool    // names of resources
	err    error
}

// picture is what came of loading an image: the name of its resource or what
// is wrong with it.
type picture struct {
	resource  string
	code      string
	complaint string
}

func newMedia(fsys fs.FS, root string, limits Limits) *media {
	return &media{fsys: fsys, root: root, limits: limits, loaded: map[string]picture{}, files: map[string]bool{}}
}

// load finds the images and the cover of a document whose text is the file
// called name, and adds them to its resources. An image that cannot be shown is
// reported, and its alternative text takes its place.
func (m *media) load(doc *document.Document, name string, found *diag.List) {
	dir := path.Dir(name)
	doc.Resources = nil
	add := func(ref string, pos diag.Position) (string, bool) {
		fresh := len(m.files)
		p, res := m.picture(dir, ref)
		if p.code != "" {
			found.Add(diag.Warning, p.code, pos, "%s", p.complaint)
			return "", false
		}
		if len(m.files) > fresh {
			doc.Resources = append(doc.Resources, res)
		}
		return p.resource, true
	}
	if c := doc.Metadata.Cover; c != "" {
		pos := diag.Position{File: name}
		if doc.Metadata.Cover = ""; m.err == nil {
			doc.Metadata.Cover, _ = add(c, pos)
		}
	}
	document.Rewriter{
		Inline: func(n document.Inline) []document.Inline {
			img, ok := n.(*document.Image)
			if !ok || m.err != nil {
				return []document.Inline{n}
			}
			resource, ok := add(img.Resource, img.Pos)
			if ok {
				img.Resource = resource
				return []document.Inline{img}
			}
			return inPlaceOf(img)
		},
		Block: withoutEmpty,
	}.Document(doc)
}

// inPlaceOf returns what stands in the place of an image that cannot be shown.
func inPlaceOf(img *document.Image) []document.Inline {
	alt := img.Alt
	if alt == "" {
		alt = img.Title
	}
	if alt == "" {
		if img.Anchor == "" {
			return nil
		}
		return []document.Inline{&document.Target{Attr: document.Attr{Anchor: img.Anchor, Pos: img.Pos}}}
	}
	return []document.Inline{&document.Span{
		Attr:    document.Attr{Anchor: img.Anchor, Lang: img.Lang, Classes: []string{"missing-image"}, Pos: img.Pos},
		Content: []document.Inline{&document.Text{Value: alt}},
	}}
}

// withoutEmpty drops a paragraph or figure of which nothing is left.
func withoutEmpty(b document.Block) []document.Block {
	switch b := b.(type) {
	case *document.Paragraph:
		if len(b.Content) == 0 && b.Anchor == "" {
			return nil
		}
	case *document.Figure:
		if len(b.Blocks) == 0 {
			if len(b.Caption) == 0 && b.Anchor == "" {
				return nil
			}
			return []document.Block{&document.Paragraph{Attr: b.Attr, Content: b.Caption}}
		}
	}
	return []document.Block{b}
}

// picture loads the image that ref names, relative to the folder dir. The
// resource is set if it is a new one.
func (m *media) picture(dir, ref string) (picture, document.Resource) {
	if strings.HasPrefix(strings.ToLower(ref), "data:") {
		return m.embedded(ref)
	}
	name, code, complaint := m.resolve(dir, ref)
	if code != "" {
		return picture{code: code, complaint: complaint}, document.Resource{}
	}
	if p, ok := m.loaded[name]; ok {
		return p, document.Resource{}
	}
	b, err := readFile(m.fsys, name, m.limits.ResourceBytes)
	p, res := picture{}, document.Resource{}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p = picture{code: "source-image-missing", complaint: fmt.Sprintf("the image %q does not exist", name)}
	case errors.Is(err, ErrChanging):
		m.err = &fileError{name, err}
	case errors.Is(err, ErrTooLarge):
		m.err = fmt.Errorf("%w of %d bytes: %s", ErrResourcesTooLarge, m.limits.ResourceBytes, name)
	case err != nil:
		p = picture{code: "source-image-unreadable", complaint: fmt.Sprintf("the image %q cannot be read: %v", name, err)}
	default:
		p, res = m.add(name, b)
	}
	m.loaded[name] = p
	return p, res
}

// add makes a resource of an image's bytes.
func (m *media) add(name string, b []byte) (picture, document.Resource) {
	var mediaType, code, complaint string
	if !m.unchecked {
		mediaType, code, complaint = inspectImage(b, m.limits.ImagePixels)
	}
	if complaint != "" {
		return picture{code: code, complaint: fmt.Sprintf("the image %q %s", name, complaint)}, document.Resource{}
	}
	m.bytes += int64(len(b))
	switch {
	case len(m.files) >= m.limits.Resources:
		m.err = fmt.Errorf("%w of %d", ErrTooManyResources, m.limits.Resources)
	case m.bytes > m.limits.ResourceBytes:
		m.err = fmt.Errorf("%w of %d bytes", ErrResourcesTooLarge, m.limits.ResourceBytes)
	}
	if strings.HasPrefix(name, document.ManuscriptFolder) {
		name = "media/" + name
	}
	m.files[name] = true
	return picture{resource: name}, document.Resource{Name: name, MediaType: mediaType, Bytes: b}
}

// embedded takes an image out of a data URL (RFC 2397).
func (m *media) embedded(ref string) (picture, document.Resource) {
	if p, ok := m.loaded[ref]; ok {
		return p, document.Resource{}
	}
	head, data, ok := strings.Cut(ref[len("data:"):], ",")
	var b []byte
	var err error
	if strings.HasSuffix(head, ";base64") {
		if data, err = url.PathUnescape(data); err == nil {
			b, err = base64.StdEncoding.DecodeString(strings.Map(dropSpace, data))
		}
	} else {
		var s string
		s, err = url.PathUnescape(data)
		b = []byte(s)
	}
	if !ok || err != nil {
		return picture{code: "source-image-broken", complaint: "the image is a data address that cannot be decoded"}, document.Resource{}
	}
	p, res := m.add("media/embedded-"+strconv.Itoa(len(m.files)+1), b)
	m.loaded[ref] = p
	return p, res
}

func dropSpace(r rune) rune {
	if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
		return -1
	}
	return r
}

// resolve returns the path in the file system of what a text in the folder dir
// calls ref, or what is wrong with it and the code of that finding.
func (m *media) resolve(dir, ref string) (name, code, complaint string) {
	outside := func() (string, string, string) {
		return "", "source-image-outside", fmt.Sprintf("the image %q is not inside the article's own folder", ref)
	}
	clean := strings.ReplaceAll(ref, "\\", "/")
	u, err := url.Parse(clean)
	if err == nil && strings.EqualFold(u.Scheme, "file") {
		return outside()
	}
	if err == nil && (u.Scheme != "" && len(u.Scheme) > 1 || u.Host != "" || strings.HasPrefix(clean, "//")) {
		return "", "source-image-remote", fmt.Sprintf("the image %q is on the network; nothing is fetched", ref)
	}
	if err == nil {
		clean = u.Path
	}
	name = path.Join(dir, clean)
	inside := m.root == "." || name == m.root || strings.HasPrefix(name, m.root+"/")
	if clean == "" || path.IsAbs(clean) || !fs.ValidPath(name) || strings.Contains(clean, ":") || !inside {
		return outside()
	}
	return name, "", ""
}

// inspectImage returns the media type that the bytes of an image show, or what
// is wrong with it.
func inspectImage(b []byte, pixels int64) (mediaType, code, complaint string) {
	if isSVG(b) {
		if err := checkSVG(b); err != nil {
			return "", "source-image-broken", "is no well-formed SVG: " + err.Error()
		}
		return "image/svg+xml", "", ""
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(b))
	if errors.Is(err, image.ErrFormat) {
		return "", "source-image-unknown", "is none of PNG, JPEG, GIF, WebP and SVG"
	}
	if err != nil {
		return "", "source-image-broken", "is broken: " + err.Error()
	}
	if config.Width <= 0 || config.Height <= 0 {
		return "", "source-image-broken", "has no extent"
	}
	if int64(config.Width) > pixels/int64(config.Height) {
		return "", "source-image-too-large", fmt.Sprintf("has %d by %d pixels; the limit is %d in all", config.Width, config.Height, pixels)
	}
	if _, _, err := image.Decode(bytes.NewReader(b)); err != nil {
		return "", "source-image-broken", "is broken: " + err.Error()
	}
	return "image/" + format, "", ""
}

// isSVG reports whether b begins like an SVG file.
func isSVG(b []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 4096)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte("<svg"))
}

// checkSVG reads an SVG file to its end. Entities of its own are refused: they
// can make a small file huge, or read other files.
func checkSVG(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	depth := 0
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(tok), []byte("ENTITY")) {
				return errors.New("it declares entities")
			}
		case xml.StartElement:
			if depth++; depth > 200 {
				return errors.New("it is nested too deeply")
			}
		case xml.EndElement:
			depth--
		}
	}
}
