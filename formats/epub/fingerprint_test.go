package epub

import (
	"bytes"
	"testing"
)

func TestFingerprint(t *testing.T) {
	for _, print := range []string{"", "sha256:0123", "<&>\""} {
		doc := article("One")
		doc.Metadata.Fingerprint = print
		var b bytes.Buffer
		if _, err := (Encoder{}).Encode(t.Context(), &b, doc, nil); err != nil {
			t.Fatal(err)
		}
		file := b.Bytes()
		if got := (Encoder{}).Fingerprint(bytes.NewReader(file), int64(len(file))); got != print {
			t.Errorf("the fingerprint is %q, want %q", got, print)
		}
		if got := (Encoder{}).Fingerprint(bytes.NewReader(file[:len(file)/2]), int64(len(file)/2)); got != "" {
			t.Errorf("half a file has the fingerprint %q", got)
		}
		// A byte that has changed takes it away, in a file as in its head.
		for at := 0; print != "" && at < len(file)*3/4; at += 1 + at%97*11 {
			broken := bytes.Clone(file)
			broken[at] ^= 0xff
			if got := (Encoder{}).Fingerprint(bytes.NewReader(broken), int64(len(broken))); got != "" {
				t.Errorf("with byte %d of %d broken the fingerprint is %q", at, len(file), got)
			}
		}
		if found := (Encoder{}).Verify(bytes.NewReader(file), int64(len(file))); len(found) > 0 {
			t.Errorf("found are %v", found)
		}
	}
}
