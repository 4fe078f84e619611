package verify

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

const everything = Accessible | Archival | Mapped | Tagged

func TestGood(t *testing.T) {
	for _, d := range PDF(bytes.NewReader(good), int64(len(good))) {
		t.Error(d)
	}
	if got := codes(newDraft(t).finish(), everything); len(got) > 0 {
		t.Errorf("rewritten: %q", got)
	}
}

func TestBreakings(t *testing.T) {
	tested := map[string]bool{}
	for _, b := range breakings {
		var want []string
		list, _, _ := strings.Cut(b.codes, "|")
		for _, c := range strings.Fields(list) {
			want = append(want, "verify-pdf-"+c)
			tested["verify-pdf-"+c] = true
		}
		t.Run(strings.Join(strings.Fields(list), "+"), func(t *testing.T) {
			d := newDraft(t)
			b.do(d)
			file := d.finish()
			got := codes(file, everything)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("found %q, want %q", got, want)
				for _, d := range PDFAgainst(bytes.NewReader(file), int64(len(file)), everything) {
					t.Log(d)
				}
			}
		})
	}
	for _, c := range slices.Concat(Matterhorn(), Archive()) {
		if c.Unchecked == "" && !tested[c.Code] {
			t.Errorf("%s (%s) is never broken", c.ID, c.Fails)
		}
	}
}
