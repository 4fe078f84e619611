package impose

import (
	"context"
	"fmt"
	"maps"

	"github.com/quirepress/quire/formats/internal/pdfobject"
	"github.com/quirepress/quire/formats/style"
)

// Trim gives every page of a file a bleed and, where they are asked for, crop
// and registration marks: the sheet grows around the page, whose trimmed edge
// stays where it was. All objects keep their numbers, so that structure, links
// and metadata stay true; the marks are artifacts (ISO 32000-1, 14.8.2.2).
func Trim(ctx context.Context, file []byte, bleed style.Length, withMarks bool) ([]byte, error) {
	in, err := pdfobject.Parse(file)
	if err != nil {
		return nil, fmt.Errorf("impose: %w", err)
	}
	var out pdfobject.Writer
	for ref, o := range in.Objects() {
		for {
			r := out.Add(pdfobject.Null{})
			if r.Number >= ref.Number {
				break
			}
		}
		out.Set(pdfobject.Ref{Number: ref.Number}, o)
	}
	plan := Plan{Bleed: bleed, Marks: withMarks}
	resources := map[pdfobject.Ref]pdfobject.Object{}
	for i, p := range in.Pages() {
		trim, ok := trimBox(in, p)
		if !ok || out.Get(p.Ref) == nil {
			return nil, fmt.Errorf("impose: page %d has no size", i+1)
		}
		d := maps.Clone(p.Dict)
		d["TrimBox"], d["MediaBox"] = trim.array(), trim.grown(plan.reach()).array()
		delete(d, "CropBox")
		delete(d, "BleedBox")
		if bleed > 0 {
			d["BleedBox"] = trim.grown(bleed).array()
		}
		if withMarks {
			var c content
			c.raw("/Artifact<</Type/Page>>BDC\n")
			m := marks{content: &c, gap: max(bleed, markGap)}
			m.begin()
			m.crop(trim, cuts{})
			m.targets(trim, false)
			m.end()
			c.raw("EMC\n")
			// They come first, while the graphics state is still fresh.
			d["Contents"] = pdfobject.Array{out.Add(&pdfobject.Stream{Raw: c}), p.Dict["Contents"]}
			if a, ok := in.Array(p.Dict["Contents"]); ok {
				d["Contents"] = append(d["Contents"].(pdfobject.Array)[:1], a...)
			}
			ref, shared := p.Dict["Resources"].(pdfobject.Ref)
			r, done := resources[ref]
			if !done || !shared {
				r = withInks(in, p.Dict["Resources"])
				if shared {
					r = out.Add(r)
					resources[ref] = r
				}
			}
			d["Resources"] = r
		}
		out.Set(p.Ref, d)
	}
	trailer := pdfobject.Dict{}
	for _, k := range []pdfobject.Name{"Root", "Info"} {
		if v := in.Trailer[k]; v != nil {
			trailer[k] = v
		}
	}
	return out.Bytes(ctx, trailer, pdfobject.Form{Version: in.Version})
}

// withInks returns resources with the colour space of the marks.
func withInks(in *pdfobject.File, o pdfobject.Object) pdfobject.Dict {
	d, _ := in.Dict(o)
	d = maps.Clone(d)
	if d == nil {
		d = pdfobject.Dict{}
	}
	spaces, _ := in.Dict(d["ColorSpace"])
	spaces = maps.Clone(spaces)
	if spaces == nil {
		spaces = pdfobject.Dict{}
	}
	spaces[marksSpace] = allInks()
	d["ColorSpace"] = spaces
	return d
}
