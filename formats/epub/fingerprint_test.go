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
		if found := (Encoder{}).Verify(bytes.NewReader(file), int64(len(file))); len(found) > 0 {
			t.Errorf("found are %v", found)
		}
	}
}
