package main

import (
	"flag"
	"os"

	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
)

// printing are the flags of those who print on paper.
type printing struct {
	impose, sheet, bleed string
	signature, pages     int
	marks, grey          bool
	profile              string
}

func (p *printing) register(f *flag.FlagSet) {
	f.StringVar(&p.impose, "impose", "", "arrange the pages of the PDF on sheets: booklet, 2up or 4up")
	f.StringVar(&p.sheet, "sheet", "", "the paper of the sheets: a4, letter, or a size such as 297x420mm")
	f.IntVar(&p.signature, "signature", 0, "the most pages of a booklet that are folded into each other, a multiple of 4")
	f.BoolVar(&p.marks, "marks", false, "draw crop, fold and registration marks")
	f.BoolVar(&p.grey, "grey", false, "print in black ink alone: every colour becomes a grey")
	f.StringVar(&p.profile, "output-profile", "", "the ICC profile `FILE` of the press, for -standard x4")
	f.IntVar(&p.pages, "pages", 0, "set the text so that it fills `N` pages")
	f.StringVar(&p.bleed, "bleed", "", "give the pages a bleed of `LEN`, such as 3mm")
}

// check finds mistakes before anything is read.
func (p *printing) check(standard string) error {
	var e pdf.Encoder
	if err := p.settle(&e); err != nil {
		return usageError{err.Error()}
	}
	if p.impose == "" && (p.sheet != "" || p.signature != 0) {
		return usagef("-sheet and -signature need -impose")
	}
	if p.signature < 0 || p.signature%4 != 0 {
		return usagef("-signature %d: want a multiple of 4", p.signature)
	}
	if x4 := standard == string(pdf.X4); x4 != (p.profile != "") {
		return usagef("-standard x4 and -output-profile need each other")
	}
	if p.pages < 0 {
		return usagef("-pages %d: want 1 or more", p.pages)
	}
	return nil
}

// forPDF returns the first flag given that only the PDF has a use for.
func (p *printing) forPDF() string {
	for _, f := range []struct {
		name  string
		given bool
	}{
		{"-impose", p.impose != ""}, {"-marks", p.marks}, {"-grey", p.grey}, {"-pages", p.pages != 0},
		{"-bleed", p.bleed != ""}, {"-output-profile", p.profile != ""},
	} {
		if f.given {
			return f.name
		}
	}
	return ""
}

// settle puts the flags into the encoder.
func (p *printing) settle(e *pdf.Encoder) (err error) {
	if e.Impose, err = pdf.ParseImposition(p.impose); err != nil {
		return err
	}
	if p.sheet != "" {
		if e.Sheet, err = style.ParsePaper(p.sheet); err != nil {
			return err
		}
	}
	if p.bleed != "" {
		if e.Bleed, err = style.ParseLength(p.bleed); err != nil {
			return err
		}
	}
	e.Signature, e.Marks, e.Grey = p.signature, p.marks, p.grey
	e.Pages = p.pages
	return nil
}

// read reads the files that the flags name.
func (p *printing) read(e *pdf.Encoder) error {
	err := p.settle(e)
	if err == nil && p.profile != "" {
		e.OutputProfile, err = os.ReadFile(p.profile)
	}
	return err
}
