package svg

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// read reads a drawing of 100 by 100 with something in it.
func read(t *testing.T, inside string) *Drawing {
	t.Helper()
	d, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">` + inside + `</svg>`))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// draw writes a path as path data with one decimal.
func draw(segs []Segment) string {
	var b strings.Builder
	for _, s := range segs {
		n := map[Verb]int{MoveTo: 1, LineTo: 1, CurveTo: 3}[s.Verb]
		b.WriteByte("MLCZ"[s.Verb])
		for _, p := range s.Points[:n] {
			f := func(v float64) float64 { return math.Round(v*10)/10 + 0 }
			fmt.Fprintf(&b, "%g,%g ", f(p.X), f(p.Y))
		}
	}
	return strings.TrimSpace(b.String())
}

func TestPathData(t *testing.T) {
	for _, c := range []struct{ d, want string }{
		{"M1 2L3 4", "M1,2 L3,4"},
		{"M1,2 3,4 5,6z", "M1,2 L3,4 L5,6 Z"},
		{"m1 2 3 4 h5 v-6 H0V0Z", "M1,2 L4,6 L9,6 L9,0 L0,0 L0,0 Z"},
		{"M.5.5-1-1e1", "M0.5,0.5 L-1,-10"},
		{"M0 0C1 2 3 4 5 6S9 10 11 12", "M0,0 C1,2 3,4 5,6 C7,8 9,10 11,12"},
		{"M0 0S3 4 5 6", "M0,0 C0,0 3,4 5,6"},
		{"M0 0Q3 3 6 0T12 0", "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0"},
		{"M0 0h1z l5 5", "M0,0 L1,0 ZM0,0 L5,5"},
		{"M10 0A10 10 0 0 1 0 10", "M10,0 C10,5.5 5.5,10 0,10"},
		{"M10 0a10 10 0 01-10 10", "M10,0 C10,5.5 5.5,10 0,10"},
		{"M0 0A0 5 0 0 1 3 4", "M0,0 L3,4"},
		{"M0 0L1 1 2", "M0,0 L1,1"},
		{"M0 0L1 1 X 5 5", "M0,0 L1,1"},
		{"L1 1", ""},
		{"M0 0 L 1e999 1", "M0,0"},
	} {
		if got := draw(pathData(c.d)); got != c.want {
			t.Errorf("%q is drawn as %q, want %q", c.d, got, c.want)
		}
	}
}

// TestArcsStayOnTheirEllipse samples arcs between their ends.
func TestArcsStayOnTheirEllipse(t *testing.T) {
	for _, large := range []string{"0", "1"} {
		for _, sweep := range []string{"0", "1"} {
			segs := pathData("M30 40A50 20 0 " + large + " " + sweep + " 60 30")
			from := segs[0].Points[0]
			// Both centres that an ellipse through these points can have.
			onEllipse := 0
			for _, s := range segs[1:] {
				mid := Point{
					(from.X + 3*s.Points[0].X + 3*s.Points[1].X + s.Points[2].X) / 8,
					(from.Y + 3*s.Points[0].Y + 3*s.Points[1].Y + s.Points[2].Y) / 8,
				}
				for _, c := range centres(30, 40, 60, 30, 50, 20) {
					r := math.Hypot((mid.X-c.X)/50, (mid.Y-c.Y)/20)
					if math.Abs(r-1) < 1e-3 {
						onEllipse++
						break
					}
				}
				from = s.Points[2]
			}
			if onEllipse != len(segs)-1 {
				t.Errorf("large %s, sweep %s: %d of %d curves lie on the ellipse", large, sweep, onEllipse, len(segs)-1)
			}
		}
	}
}

// centres returns the centres of the ellipses through two points.
func centres(x1, y1, x2, y2, rx, ry float64) []Point {
	x1, x2, y1, y2 = x1/rx, x2/rx, y1/ry, y2/ry
	mx, my := (x1+x2)/2, (y1+y2)/2
	dx, dy := x2-x1, y2-y1
	q := math.Hypot(dx, dy)
	h := math.Sqrt(1 - q*q/4)
	return []Point{{(mx - h*dy/q) * rx, (my + h*dx/q) * ry}, {(mx + h*dy/q) * rx, (my - h*dx/q) * ry}}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"rect", `<rect x="1" y="2" width="3" height="4"/>`, "M1,2 L4,2 L4,6 L1,6 Z"},
		{"line", `<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>`, "M1,2 L3,4"},
		{"polyline", `<polyline points="0,0 1,1 2"/>`, "M0,0 L1,1"},
		{"polygon", `<polygon points="0,0 1,1 2,0"/>`, "M0,0 L1,1 L2,0 Z"},
		{"circle", `<circle cx="10" cy="10" r="10"/>`, "M20,10 C20,15.5 15.5,20 10,20 C4.5,20 0,15.5 0,10 C0,4.5 4.5,0 10,0 C15.5,0 20,4.5 20,10 Z"},
		{"percent", `<rect width="50%" height="10%"/>`, "M0,0 L50,0 L50,10 L0,10 Z"},
		{"translate", `<g transform="translate(10 20)"><path d="M0 0L1 1"/></g>`, "M10,20 L11,21"},
		{"rotate", `<path transform="rotate(90, 5, 5)" d="M5 0L10 5"/>`, "M10,5 L5,10"},
		{"nested transforms", `<g transform="scale(2)"><path transform="translate(3)" d="M0 0L1 1"/></g>`, "M6,0 L8,2"},
		{"skew", `<path transform="skewX(45)" d="M0 1L0 2"/>`, "M1,1 L2,2"},
		{"matrix", `<path transform="matrix(1 0 0 -1 0 10)" d="M0 1L0 2"/>`, "M0,9 L0,8"},
		{"use", `<defs><path id="p" d="M0 0L1 1"/></defs><use xlink:href="#p" x="5" y="6"/>`, "M5,6 L6,7"},
		{"symbol", `<symbol id="s" viewBox="0 0 10 10"><path d="M0 0L10 10"/></symbol><use href="#s" x="5" width="20" height="20"/>`, "M5,0 L25,20"},
		{"nested drawing", `<svg x="10" width="20" height="40" viewBox="0 0 10 10"><path d="M0 0L10 10"/></svg>`, "M10,10 L30,30"},
		{"no ratio", `<svg width="20" height="40" viewBox="0 0 10 10" preserveAspectRatio="none"><path d="M0 0L10 10"/></svg>`, "M0,0 L20,40"},
		{"slice", `<svg width="20" height="40" viewBox="0 0 10 10" preserveAspectRatio="xMinYMin slice"><path d="M0 0L10 10"/></svg>`, "M0,0 L40,40"},
		{"marker", `<marker id="m" orient="auto" refX="1" markerUnits="userSpaceOnUse"><path d="M0 0L1 0"/></marker><path d="M0 5L10 5V9" marker-end="url(#m)" fill="none"/>`, "M10,8 L10,9"},
		{"marker at the start", `<marker id="m" orient="auto-start-reverse" viewBox="0 0 10 10" markerWidth="5" markerHeight="5"><path d="M0 0L10 0"/></marker><line x2="10" stroke-width="2" marker-start="url(#m)"/>`, "M0,0 L-10,0"},
		{"hidden", `<path d="M0 0L1 1" display="none"/><path visibility="hidden" d="M0 0L1 1"/><path fill="none" d="M0 0L1 1"/>`, ""},
		{"defs", `<defs><path d="M0 0L1 1"/></defs><clipPath><path d="M0 0L1 1"/></clipPath>`, ""},
	} {
		var got []string
		for _, it := range read(t, c.in).Items {
			got = append(got, draw(it.(*Path).Segments))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: drawn as %q, want %q", c.name, s, c.want)
		}
	}
}

func TestColours(t *testing.T) {
	for _, c := range []struct{ in, fill, stroke string }{
		{`<path d="M0 0L1 1"/>`, "#000000", ""},
		{`<path d="M0 0L1 1" fill="#369"/>`, "#336699", ""},
		{`<path d="M0 0L1 1" fill="none" stroke="RGB(255, 0, 50%)"/>`, "", "#ff0080"},
		{`<path d="M0 0L1 1" fill="hsl(120, 100%, 25%)"/>`, "#008000", ""},
		{`<g fill="teal"><path d="M0 0L1 1"/></g>`, "#008080", ""},
		{`<g color="red"><path fill="currentColor" d="M0 0L1 1"/></g>`, "#ff0000", ""},
		{`<path d="M0 0L1 1" fill="red" style="fill:blue"/>`, "#0000ff", ""},
		{`<style>path{fill:lime} .a{fill:blue} #b{fill:red}</style><path d="M0 0L1 1" class="a"/>`, "#0000ff", ""},
		{`<style>#b{fill:red} .a{fill:blue}</style><path d="M0 0L1 1" class="a" id="b"/>`, "#ff0000", ""},
		{`<style>.a,rect{fill:blue}</style><path d="M0 0L1 1" class="x a"/>`, "#0000ff", ""},
		{`<linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><path d="M0 0L1 1" fill="url(#g)"/>`, "#808080", ""},
		{`<path d="M0 0L1 1" opacity=".5"/>`, "#808080", ""},
		{`<path d="M0 0L1 1" fill="url(#none) green"/>`, "#008000", ""},
	} {
		p := read(t, c.in).Items[0].(*Path)
		if got := named(p.Fill); got != c.fill {
			t.Errorf("%s is filled %q, want %q", c.in, got, c.fill)
		}
		if got := named(p.Stroke); got != c.stroke {
			t.Errorf("%s is stroked %q, want %q", c.in, got, c.stroke)
		}
	}
}

func named(c *style.Color) string {
	if c == nil {
		return ""
	}
	return c.String()
}

func TestText(t *testing.T) {
	d := read(t, `<text x="5" y="6" font-size="10" text-anchor="middle" font-family="'Source Sans 3', sans-serif">
		One <tspan font-weight="600" fill="red">two</tspan>
		<tspan x="7" y="8">three</tspan></text>`)
	if len(d.Items) != 2 {
		t.Fatalf("%d lines, want 2", len(d.Items))
	}
	a, b := d.Items[0].(*Text), d.Items[1].(*Text)
	if a.At != (Point{5, 6}) || a.Anchor != Middle || len(a.Spans) != 2 || a.Spans[0].Value != "One " || a.Spans[1].Value != "two" || !a.Spans[1].Bold {
		t.Errorf("the first line is %+v", a)
	}
	if f := a.Spans[0].Families; len(f) != 2 || f[0] != "source sans 3" {
		t.Errorf("the families are %q", f)
	}
	if b.At != (Point{7, 8}) || len(b.Spans) != 1 || b.Spans[0].Value != "three" {
		t.Errorf("the second line is %+v", b)
	}
}

func TestSize(t *testing.T) {
	for _, c := range []struct {
		attrs string
		w, h  float64
	}{
		{`viewBox="0 0 40 20"`, 40, 20},
		{`width="20" viewBox="0 0 40 20"`, 20, 10},
		{`height="1in" viewBox="0 0 40 20"`, 192, 96},
		{`width="100%" viewBox="0 0 40 20"`, 40, 20},
		{`width="25.4mm" height="72pt"`, 96, 96},
		{``, 300, 150},
		{`width="-5" height="0"`, 300, 150},
	} {
		d, err := Read([]byte(`<svg ` + c.attrs + `/>`))
		if err != nil || math.Abs(d.Width-c.w) > 1e-9 || math.Abs(d.Height-c.h) > 1e-9 {
			t.Errorf("%s: %v by %v, want %v by %v (%v)", c.attrs, d.Width, d.Height, c.w, c.h, err)
		}
	}
}

func TestOmitted(t *testing.T) {
	d := read(t, `<script>alert(1)</script><image href="http://example.org/x.png"/><foreignObject/>
		<path d="M0 0L1 1" filter="url(#f)" marker-end="url(#m)"/><use href="other.svg#a"/>
		<g id="a"><use href="#a"/><use href="#a"/></g>`)
	got := strings.Join(d.Omitted, "; ")
	for _, want := range []string{"<script>", "<image>", "<foreignObject>", "filter", "a marker", "other.svg", "uses itself"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not say that %s is left out", got, want)
		}
	}
	if len(d.Items) != 1 {
		t.Errorf("%d items, want 1", len(d.Items))
	}
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("<g>", maxDepth+1)
	bomb := `<svg><g id="a0"><path d="M0 0L1 1"/></g>`
	for i := range 12 {
		bomb += fmt.Sprintf(`<g id="a%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i), 10))
	}
	bomb += `</svg>`
	for _, c := range []struct {
		in   string
		want error
	}{
		{"", ErrNoSVG},
		{"<html></html>", ErrNoSVG},
		{"<svg>" + deep, ErrTooLarge},
		{bomb, ErrTooLarge},
	} {
		if _, err := Read([]byte(c.in)); !errors.Is(err, c.want) {
			t.Errorf("the error for %.20q is %v, want %v", c.in, err, c.want)
		}
	}
	for _, in := range []string{"<svg>", "<svg><a></svg>", "<svg>&x;</svg>", `<?xml version="1.0" encoding="klingon"?><svg/>`} {
		if _, err := Read([]byte(in)); err == nil {
			t.Errorf("%q is read without an error", in)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<svg viewBox="0 0 10 10"><style>.a{fill:url(#g)}</style><path class="a" d="M0 0A1 2 3 0 1 4 5zQ1 2 3 4"/></svg>`)
	f.Add(`<svg><text x="1 2" dy="3">a<tspan dx="4">b</tspan></text><use href="#x"/></svg>`)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Read([]byte(s))
		if err != nil {
			return
		}
		if !(d.Width > 0 && d.Height > 0) {
			t.Errorf("a drawing of %v by %v", d.Width, d.Height)
		}
		for _, it := range d.Items {
			if p, ok := it.(*Path); ok && !finite(p.Segments) {
				t.Error("a path that cannot be drawn")
			}
		}
	})
}

func ExampleRead() {
	d, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <rect width="20" height="10" fill="#7a1f2b"/>
  <text x="10" y="7" text-anchor="middle">ten</text>
</svg>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Width, "by", d.Height)
	for _, it := range d.Items {
		switch it := it.(type) {
		case *Path:
			fmt.Println("a shape of", len(it.Segments), "steps in", it.Fill)
		case *Text:
			fmt.Println("the text", it.Spans[0].Value)
		}
	}
	// Output:
	// 20 by 10
	// a shape of 5 steps in #7a1f2b
	// the text ten
}
