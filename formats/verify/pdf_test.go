package verify

import (
	"bytes"
	"fmt"
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

// TestMatterhornIsWhole counts the conditions of each checkpoint, of which the
// protocol leaves out no number.
func TestMatterhornIsWhole(t *testing.T) {
	checkpoints := []int{7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30}
	var want []string
	for i, n := range checkpoints {
		for k := range n {
			want = append(want, fmt.Sprintf("%02d-%03d", i+1, k+1))
		}
	}
	var have []string
	machine, human := 0, 0
	for _, c := range Matterhorn() {
		have = append(have, c.ID)
		switch {
		case c.Human:
			human++
		case c.Code != "":
			machine++
		}
	}
	if !slices.Equal(have, want) {
		t.Errorf("the conditions are %q, want %q", have, want)
	}
	if machine != 87 || human != 48 {
		t.Errorf("%d for machines and %d for people, want 87 and 48", machine, human)
	}
}
