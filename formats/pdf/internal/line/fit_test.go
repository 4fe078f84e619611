package line

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestBadness compares with exact arithmetic, and with the numbers of the
// TeXbook where TeX's own approximation is exact.
func TestBadness(t *testing.T) {
	for _, c := range []struct{ r, want int64 }{
		{0, 0}, {one / 2, 13}, {one, 100}, {2 * one, 800}, {3 * one, 2700}, {maxRatio, maxBadness},
	} {
		if got := badness(c.r); got != c.want {
			t.Errorf("badness of %d: %d, want %d", c.r, got, c.want)
		}
	}
	last := int64(0)
	for r := int64(0); r <= maxRatio; r += 97 {
		got := badness(r)
		if got < last {
			t.Fatalf("badness of %d is less than that of a smaller ratio", r)
		}
		last = got
		cube := new(big.Rat).SetFrac64(r, one)
		cube.Mul(cube, new(big.Rat).Mul(cube, cube))
		diff := new(big.Rat).Sub(cube.Mul(cube, big.NewRat(100, 1)), big.NewRat(got, 1))
		if f, _ := diff.Float64(); f > 1 || f < -1 {
			t.Fatalf("badness of %d is %d, off by %g", r, got, f)
		}
	}
}

func TestRatioOf(t *testing.T) {
	for _, b := range []int64{0, 1, 50, 100, 200, 5000, maxBadness} {
		r := ratioOf(b)
		if badness(r) > b || r < maxRatio && badness(r+1) <= b {
			t.Errorf("the largest ratio of badness %d is not %d", b, r)
		}
	}
}

// TestFitContinuous checks that a line becomes neither better nor much worse
// as it leaves its natural width, through all the aids: cliffs would make the
// optimiser's choices jumpy.
func TestFitContinuous(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for range 2000 {
		p := randomParams(r)
		p.Ragged = 0
		q, _ := p.rule(LastResort)
		s := sum{
			stretch: int64(between(r, 1, 30)), shrink: int64(between(r, 0, 20)),
			expand: int64(between(r, 0, 10)), contract: int64(between(r, 0, 10)), letters: int64(r.IntN(60)),
		}
		measure := int64(between(r, 50, 100))
		for _, way := range []int64{1, -1} {
			last := fit{}
			for t0 := int64(0); t0 < int64(60*pt); t0 += int64(pt) / 8 {
				s.width = measure - way*t0
				f, _ := q.fit(&s, measure)
				if f.over > 0 {
					break
				}
				if f.badness < last.badness {
					t.Fatalf("%+v at %d: badness falls from %d to %d", s, way*t0, last.badness, f.badness)
				}
				if way*f.ratio < way*last.ratio-2 { // but for rounding
					t.Fatalf("%+v at %d: glue gives way: %+v, was %+v (%+v)", s, way*t0, f, last, q)
				}
				// All that is taken adds up to what was lacking.
				took := f.expand + f.letter
				if f.ratio >= 0 {
					took += f.ratio * s.stretch >> 16
				} else {
					took += f.ratio * s.shrink >> 16
				}
				if d := took - way*t0; f.ratio < maxRatio && (d > 64 || d < -64) {
					t.Fatalf("%+v at %d: %+v takes %d", s, way*t0, f, took)
				}
				last = f
			}
		}
	}
}
