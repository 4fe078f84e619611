package verify

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// Standard is a standard that [PDFAgainst] checks against.
type Standard uint8

// The standards. What the second parts and those for PDF 2.0 share with these
// is checked for files that claim them.
const (
	Accessible Standard = 1 << iota // PDF/UA-1, ISO 14289-1
	Archival                        // PDF/A-2 and 3, ISO 19005-2 and 3, level b
	Mapped                          // and level u: every glyph has characters
	Tagged                          // and level a: the structure is there
	Exchange                        // PDF/X-4, ISO 15930-7
)

// maxPDF bounds the size of a file: it is read into memory.
const maxPDF = 1 << 30

// PDF checks a PDF file of size bytes against the standards that it claims,
// and every file against what any reader needs. A finding of severity error
// means that the file is not what it claims to be.
func PDF(r io.ReaderAt, size int64) diag.List { return verifyPDF(r, size, nil) }

// PDFAgainst checks a PDF file against standards, whether it claims them or
// not; standards are added up with "|".
func PDFAgainst(r io.ReaderAt, size int64, standards Standard) diag.List {
	return verifyPDF(r, size, &standards)
}

func verifyPDF(r io.ReaderAt, size int64, wanted *Standard) (list diag.List) {
	c := &pdfChecker{counts: map[string]int{}, library: &fontLibrary{}}
	defer func() {
		// What is read here comes from anywhere; a mistake in reading it is a
		// finding and not the end of the program.
		if p := recover(); p != nil {
			list = c.findings
			list.Add(diag.Error, "verify-pdf-unreadable", diag.Position{}, "the file cannot be read: %v", p)
		}
	}()
	if size < 0 || size > maxPDF {
		c.structural("unreadable", "%d bytes are more than can be checked", size)
		return c.findings
	}
	data := make([]byte, size)
	if _, err := r.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		c.structural("unreadable", "%v", err)
		return c.findings
	}
	f, err := pdfobject.Parse(data)
	c.File = f
	if err != nil {
		if errors.Is(err, pdfobject.ErrEncrypted) {
			c.standards = Accessible | Archival
			if wanted != nil {
				c.standards |= *wanted
			}
			c.encryption()
			c.structural("encrypted", "the file is encrypted, and nothing more can be checked")
		} else {
			c.structural("unreadable", "%v", err)
		}
		return c.findings
	}
	c.catalog = f.Catalog()
	c.readMetadata()
	c.standards = c.claimed()
	if wanted != nil {
		c.standards = *wanted
	} else {
		c.lostClaim()
	}
	if c.standards&(Mapped|Tagged) != 0 {
		c.standards |= Archival
	}
	c.check()
	c.summarise()
	return c.findings
}

// pdfChecker is a file being checked.
type pdfChecker struct {
	*pdfobject.File
	catalog   pdfobject.Dict
	standards Standard
	part      int  // of ISO 19005 that is claimed
	pdf2      bool // PDF 2.0 is claimed: PDF/UA-2 or PDF/A-4

	xmp   *metadata
	tree  *structTree
	list  []indirect
	pages []pdfPage
	// contents are the content streams of the pages.
	contents map[*pdfobject.Stream]bool
	fonts    map[pdfobject.Ref]*pdfFont
	forms    map[pdfobject.Ref]int // how often a form is drawn
	used     colours

	// library holds the fonts of the file for the checkers of all batches.
	library *fontLibrary

	// said is the text of the marked content, if it is wanted.
	said map[contentKey]*strings.Builder

	findings diag.List
	counts   map[string]int
}

// perRule bounds the findings of one rule.
const perRule = 10

// fail reports that the file breaks a rule.
func (c *pdfChecker) fail(code, format string, args ...any) {
	if c.counts[code]++; c.counts[code] <= perRule {
		c.findings.Add(diag.Error, code, diag.Position{}, format, args...)
	}
}

// summarise counts the findings that were not reported one by one.
func (c *pdfChecker) summarise() {
	var seen []string
	for _, d := range c.findings {
		if n := c.counts[d.Code]; n > perRule {
			seen = append(seen, fmt.Sprintf("%s %d more", d.Code, n-perRule))
			c.counts[d.Code] = 0
		}
	}
	if len(seen) > 0 {
		c.findings.Add(diag.Info, "verify-pdf-more", diag.Position{}, "not all findings are listed: %s", strings.Join(seen, ", "))
	}
}

// warn reports what no standard forbids and readers miss.
func (c *pdfChecker) warn(code, format string, args ...any) {
	code = "verify-pdf-" + code
	if c.counts[code]++; c.counts[code] <= perRule {
		c.findings.Add(diag.Warning, code, diag.Position{}, format, args...)
	}
}

// structural reports what any reader of the file would stumble over.
func (c *pdfChecker) structural(code, format string, args ...any) {
	c.fail("verify-pdf-"+code, format, args...)
}

// ua reports a condition of the Matterhorn Protocol, such as "28-012".
func (c *pdfChecker) ua(condition, format string, args ...any) {
	if c.standards&Accessible != 0 && !(c.pdf2 && slices.Contains(droppedFromUA2, condition)) {
		c.fail("verify-pdf-ua-"+condition, format, args...)
	}
}

// droppedFromUA2 are the conditions that ISO 14289-2 and ISO 32000-2 no longer
// know: artifacts may stand within tagged content, levels of headings may be
// skipped, a link's own text is enough. Others are about what is gone, or stand
// under another clause now, such as languages under 8.4.4.
var droppedFromUA2 = []string{
	"01-003", "01-007", "11-002", "11-003", "11-004", "11-005", "11-006", "14-002", "14-003", "14-006", "14-007", "17-002", "19-003",
	"21-001", "25-001", "28-006", "28-012", "28-014", "28-015", "28-016", "28-018", "30-001", "30-002", "31-014", "31-015",
}

// droppedFromA4 are the clauses of ISO 19005-3 that ISO 19005-4 no longer has:
// limits of readers, unknown rendering intents, lists of a font's glyphs,
// characters for every code, and schemas that describe extensions.
var droppedFromA4 = []string{"6.1.13", "6.2.6", "6.2.11.4.2", "6.2.11.7.3", "6.6.2.3.1", "6.6.2.3.3"}

// ua2 reports a clause of ISO 14289-2, such as "8.8", that ISO 14289-1 has not.
func (c *pdfChecker) ua2(clause, format string, args ...any) {
	if c.standards&Accessible != 0 && c.pdf2 {
		c.fail("verify-pdf-ua2-"+strings.ReplaceAll(clause, ".", "-"), format, args...)
	}
}

// archive reports a clause of ISO 19005-3, such as "6.2.11.5", that every
// level demands.
func (c *pdfChecker) archive(clause, format string, args ...any) {
	c.archiveLevel(Archival, clause, format, args...)
}

// archive4 reports a clause of ISO 19005-4 that ISO 19005-3 has not.
func (c *pdfChecker) archive4(clause, format string, args ...any) {
	if c.standards&Archival != 0 && c.part == 4 {
		c.fail("verify-pdf-a4-"+strings.ReplaceAll(clause, ".", "-"), format, args...)
	}
}

func (c *pdfChecker) archiveLevel(level Standard, clause, format string, args ...any) {
	if c.standards&level != 0 && !(c.part == 4 && slices.Contains(droppedFromA4, clause)) {
		c.fail("verify-pdf-a-"+strings.ReplaceAll(clause, ".", "-"), format, args...)
	}
}

// indirect is an indirect object with its reference.
type indirect struct {
	ref    pdfobject.Ref
	object pdfobject.Object
}

// check runs the rules, from the bytes up to what they mean.
func (c *pdfChecker) check() {
	for ref, o := range c.Objects() {
		c.list = append(c.list, indirect{ref, o})
	}
	pages := c.Pages()
	c.contents = c.contentsOf(pages)
	if c.Repaired != nil {
		c.structural("syntax", "the cross references are broken: %v", c.Repaired)
	}
	tree := c.beside((*pdfChecker).readTree)
	c.syntax()
	c.objects()
	tree()
	c.pageTree()
	for i, p := range pages {
		c.pages = append(c.pages, pdfPage{p, i + 1})
	}
	meaning := c.beside(func(c *pdfChecker) {
		c.metadataRules()
		c.catalogRules()
		c.annotationRules()
		c.destinationRules()
		c.structureRules()
		c.secondRules()
	})
	c.readPages()
	meaning()
	c.fontRules()
	c.colourRules()
	c.pressRules()
}

// encryption reports what can be told of an encrypted file.
func (c *pdfChecker) encryption() {
	c.archive("6.1.3", "the file is encrypted")
	c.press("encrypted", "the file is encrypted")
	d, _ := c.Dict(c.Trailer["Encrypt"])
	p, ok := c.Integer(d["P"])
	if !ok {
		c.ua("26-001", "the encryption dictionary has no permissions")
	} else if p&(1<<9) == 0 {
		c.ua("26-002", "the permissions keep assistive technology from the text")
	}
}
