package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/quirepress/quire/formats/pdf/internal/finish"
	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/formats/style"
)

// Colours for paper. On a screen the ink of the house is not quite black and
// its greys are a little warm; in print each would be a raster of four colours
// that never lie exactly on each other. Text and lines are therefore black or
// grey, and black ink alone, as soon as a file is for a press.

// checkProfile returns an error where the profile of the press is missing,
// wrong or of no use.
func (e *Encoder) checkProfile() error {
	switch {
	case e.Standard == X4 && len(e.OutputProfile) == 0:
		return fmt.Errorf("pdf: PDF/X-4 names the press it is for: set OutputProfile to the printer's ICC profile")
	case e.Standard == X4:
		if err := finish.CheckProfile(e.OutputProfile); err != nil {
			return fmt.Errorf("pdf: OutputProfile: %w", err)
		}
	case len(e.OutputProfile) > 0:
		return fmt.Errorf("pdf: OutputProfile is for the standard %s alone", X4)
	}
	return nil
}

// printed returns a style in the colours of paper.
func (e *Encoder) printed(st style.Style) style.Style {
	p := &st.Palette
	if e.Grey || e.Standard == X4 {
		p.Ink = style.Color{}
		for _, c := range []*style.Color{&p.Secondary, &p.Hairline, &p.Ground} {
			*c = c.Grey()
		}
	}
	if e.Grey {
		p.Accent, p.Paper = p.Accent.Grey(), p.Paper.Grey()
	}
	return st
}

// ink makes a book ready for the inks that it is printed with.
func (e *Encoder) ink(book *frame.Book) error {
	if e.Standard == X4 {
		book.Inks = frame.PressInks
		unlink(book)
	}
	if !e.Grey {
		return nil
	}
	book.Inks = frame.GreyInk
	for i := range book.Images {
		if err := greyImage(&book.Images[i]); err != nil {
			return fmt.Errorf("pdf: image %s: %w", book.Images[i].Name, err)
		}
	}
	return nil
}

// unlink leaves out what only works on a screen. The words of links stay where
// they are in the structure.
func unlink(book *frame.Book) {
	for i := range book.Pages {
		book.Pages[i].Links = nil
	}
	for i := range book.Tags {
		if book.Tags[i].Role == "Link" || book.Tags[i].Role == "Annot" {
			book.Tags[i].Role = "Span"
		}
	}
}

// greyImage takes the colour out of an image. What shines through is laid on
// white.
func greyImage(img *frame.Image) error {
	m, _, err := image.Decode(bytes.NewReader(img.Bytes))
	if err != nil {
		return err
	}
	if m.ColorModel() == color.GrayModel {
		return nil
	}
	b := m.Bounds()
	onWhite := image.NewRGBA(b)
	draw.Draw(onWhite, b, image.White, image.Point{}, draw.Src)
	draw.Draw(onWhite, b, m, b.Min, draw.Over)
	grey := image.NewGray(b)
	draw.Draw(grey, b, onWhite, b.Min, draw.Src)
	var out bytes.Buffer
	if img.MediaType == "image/jpeg" {
		const quality = 92
		err = jpeg.Encode(&out, grey, &jpeg.Options{Quality: quality})
	} else {
		img.MediaType = "image/png"
		err = png.Encode(&out, grey)
	}
	img.Bytes = out.Bytes()
	return err
}
