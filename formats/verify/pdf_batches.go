package verify

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/source/diag"
)

// A long file is checked in batches of pages or objects, on as many processors
// as there are. Each batch has a checker of its own, which knows what was read
// before; what it has found is added up in the order of the file, so that the
// findings are the same on every machine. So it is with rules that do not depend
// on each other: they are followed side by side.

// How many pages and how many objects make a batch.
const (
	somePages   = 16
	someObjects = 2048
)

// inBatches calls check for n pages or objects, from each to the next batch,
// with a checker for every batch, and adds up what these have found.
func (c *pdfChecker) inBatches(n, size int, check func(c *pdfChecker, from, to int)) {
	if n <= size {
		check(c, 0, n)
		return
	}
	parts := make([]*pdfChecker, (n+size-1)/size)
	faults := make([]any, len(parts))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(parts), runtime.GOMAXPROCS(0)) {
		file := c.Fork()
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(parts); i = int(next.Add(1)) - 1 {
				parts[i] = c.fork(file)
				func() {
					defer func() { faults[i] = recover() }()
					check(parts[i], i*size, min((i+1)*size, n))
				}()
			}
		})
	}
	group.Wait()
	for i, p := range parts {
		c.merge(p)
		if faults[i] != nil {
			panic(faults[i])
		}
	}
}

// beside lets a checker of its own follow rules while the caller goes on, and
// returns a function that waits for it and adds up what it has found.
func (c *pdfChecker) beside(rules func(c *pdfChecker)) (wait func()) {
	p := c.fork(c.Fork())
	var fault any
	var group sync.WaitGroup
	group.Go(func() {
		defer func() { fault = recover() }()
		rules(p)
	})
	return func() {
		group.Wait()
		c.tree = p.tree
		c.merge(p)
		if fault != nil {
			panic(fault)
		}
	}
}

// fork returns a checker that knows what was read before.
func (c *pdfChecker) fork(file *pdfobject.File) *pdfChecker {
	p := &pdfChecker{
		File: file, catalog: c.catalog, standards: c.standards, part: c.part, pdf2: c.pdf2,
		xmp: c.xmp, tree: c.tree, list: c.list, pages: c.pages, contents: c.contents, library: c.library,
		fonts: map[pdfobject.Ref]*pdfFont{}, forms: map[pdfobject.Ref]int{}, counts: map[string]int{},
	}
	if c.said != nil {
		p.said = map[contentKey]*strings.Builder{}
	}
	return p
}

// merge adds what a batch has found.
func (c *pdfChecker) merge(p *pdfChecker) {
	for _, k := range p.fontKeys() {
		f := c.fonts[k]
		if f == nil {
			c.fonts[k] = p.fonts[k]
			continue
		}
		for code, u := range p.fonts[k].used.all() {
			f.used.note(code, u)
		}
	}
	for k, text := range p.said {
		if b := c.said[k]; b != nil {
			b.WriteString(text.String())
		} else {
			c.said[k] = text
		}
	}
	c.used.rgb = c.used.rgb || p.used.rgb
	c.used.cmyk = c.used.cmyk || p.used.cmyk
	c.used.gray = c.used.gray || p.used.gray
	c.add(p.findings, p.counts)
}

// add adds findings and how many there are of each rule.
func (c *pdfChecker) add(found diag.List, counts map[string]int) {
	for _, d := range found {
		if c.counts[d.Code]++; c.counts[d.Code] <= perRule {
			c.findings = append(c.findings, d)
		}
		counts[d.Code]--
	}
	for code, n := range counts {
		c.counts[code] += n
	}
}
