package xhtml

import (
	"bytes"
	"image"
	_ "image/gif" // known formats
	_ "image/jpeg"
	"image/png"
	"path"
	"strings"

	"github.com/quirepress/quire/source/document"
	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"
)

// imageShelf holds the pictures that a book shows, each once.
type imageShelf struct {
	list   []Image
	byName map[string]*Image // by the name of the resource
	faults map[string]string
	names  map[string]bool
}

// put returns the picture for a resource, or the reason why it cannot be
// shown.
func (s *imageShelf) put(doc *document.Document, resource string) (*Image, string) {
	if img, ok := s.byName[resource]; ok {
		return img, s.faults[resource]
	}
	img, why := s.load(doc, resource)
	s.byName[resource] = img
	if why != "" {
		if s.faults == nil {
			s.faults = map[string]string{}
		}
		s.faults[resource] = why
		return nil, why
	}
	s.list = append(s.list, *img)
	return img, ""
}

func (s *imageShelf) load(doc *document.Document, resource string) (*Image, string) {
	res, ok := doc.Resource(resource)
	if !ok {
		return nil, "is not among the resources"
	}
	data, mediaType, why := Picture(res.Bytes)
	if why != "" {
		return nil, why
	}
	base := strings.TrimSuffix(path.Base(resource), path.Ext(resource))
	name := fileName(string(document.Slug(base)), map[string]bool{})
	name = unique(strings.TrimSuffix(name, ".xhtml"), s.names) + extensions[mediaType]
	return &Image{Name: name, MediaType: mediaType, Bytes: data}, ""
}

// extensions of the media types that every reading system shows (EPUB 3.3,
// 3.2).
var extensions = map[string]string{
	"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "image/svg+xml": ".svg",
}

// maxPixels bounds what is decoded to be converted.
const maxPixels = 64 << 20

// Picture returns a picture in a format that every reading system shows, with
// its media type, or the reason why it cannot be shown. The type is what the
// bytes say, whatever they were called. Drawings lose what is active in them.
func Picture(data []byte) (out []byte, mediaType, why string) {
	if drawing(data) {
		clean, err := CleanSVG(data)
		if err != nil {
			return nil, "", "is a broken drawing: " + err.Error()
		}
		return clean, "image/svg+xml", ""
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return nil, "", "is no picture that can be shown, or broken"
	}
	switch format {
	case "png", "jpeg", "gif", "webp":
		return data, "image/" + format, ""
	case "bmp", "tiff":
		if config.Width*config.Height > maxPixels {
			return nil, "", "is too large"
		}
		decode := bmp.Decode
		if format == "tiff" {
			decode = tiff.Decode
		}
		img, err := decode(bytes.NewReader(data))
		if err != nil {
			return nil, "", "is broken"
		}
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			return nil, "", "is broken"
		}
		return b.Bytes(), "image/png", ""
	}
	return nil, "", "is in a format that few reading systems show"
}

// drawing reports whether data looks like SVG.
func drawing(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Contains(head, []byte("<svg")) || bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml"))
}

// Extension returns the ending of a picture's name, with its dot.
func Extension(mediaType string) string { return extensions[mediaType] }
