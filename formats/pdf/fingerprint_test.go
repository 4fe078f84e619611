package pdf_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/quirepress/quire/formats/pdf"
)

func TestFingerprint(t *testing.T) {
	doc := leaflet(t, 3)
	for _, e := range []pdf.Encoder{{}, {Standard: pdf.UA2A4}, {Impose: pdf.Booklet}, {Marks: true}, {Untagged: true, Standard: pdf.PlainPDF}} {
		for _, print := range []string{"", "sha256:0123", "<&>\""} {
			doc.Metadata.Fingerprint = print
			var b bytes.Buffer
			if _, err := e.Encode(t.Context(), &b, doc, nil); err != nil {
				t.Fatal(err)
			}
			file := b.Bytes()
			if got := e.Fingerprint(bytes.NewReader(file), int64(len(file))); got != print {
				t.Errorf("%v: the fingerprint is %q, want %q", e.Standard, got, print)
			}
			// Half a file has none, and what is no file at all panics nowhere.
			if got := e.Fingerprint(bytes.NewReader(file[:len(file)/2]), int64(len(file)/2)); got != "" {
				t.Errorf("half a file has the fingerprint %q", got)
			}
			// A bit that has changed takes it away, wherever it is.
			for at := len(file) / 20; print != "" && at < len(file)*9/10; at += len(file) / 20 {
				broken := bytes.Clone(file)
				broken[at] ^= 1
				if got := e.Fingerprint(bytes.NewReader(broken), int64(len(broken))); got != "" {
					t.Errorf("with byte %d of %d broken the fingerprint is %q", at, len(file), got)
				}
			}
			r := rand.New(rand.NewPCG(1, 2))
			for range 20 {
				broken := bytes.Clone(file)
				for range 50 {
					broken[r.IntN(len(broken))] = byte(r.Uint32())
				}
				e.Fingerprint(bytes.NewReader(broken), int64(len(broken)))
			}
		}
	}
	if got := (pdf.Encoder{}).Fingerprint(bytes.NewReader(nil), 0); got != "" {
		t.Errorf("nothing has the fingerprint %q", got)
	}
}
