package verify

import (
	"fmt"
	"testing"
)

// TestCMap reads codes of one and of two bytes.
func TestCMap(t *testing.T) {
	f := &pdfFont{subtype: "Type0", encoding: readCMap([]byte(
		"2 begincodespacerange <00> <EF> <F000> <FFFF> endcodespacerange\n" +
			"1 begincidchar <20> 7 endcidchar\n" +
			"2 begincidrange <41> <5A> 100 <F000> <F0FF> 1000 endcidrange"))}
	var got []string
	s := "A \xF0\x03Z\xF1\x00\x90\xF0"
	for code, n := f.next(s); n > 0; code, n = f.next(s) {
		got = append(got, fmt.Sprintf("%X=%d", code, f.identifier(code)))
		s = s[n:]
	}
	if want := "[41=100 20=7 F003=1003 5A=125 F100=0 90=0]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	if n := len(readCMap([]byte("1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange")).ids); n > maxMapped {
		t.Errorf("%d identifiers are kept", n)
	}
}
