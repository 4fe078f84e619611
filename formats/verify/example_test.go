package verify_test

import (
	"bytes"
	"fmt"

	"github.com/quirepress/quire/formats/verify"
	"github.com/quirepress/quire/source/diag"
)

func ExampleEPUB() {
	file := []byte("this is no book")
	found := verify.EPUB(bytes.NewReader(file), int64(len(file)))
	fmt.Println(found.Count(diag.Error) > 0)
	// Output: true
}

func ExamplePDF() {
	file := []byte("%PDF-1.7\nand nothing else")
	found := verify.PDF(bytes.NewReader(file), int64(len(file)))
	fmt.Println(found.Count(diag.Error) > 0)
	// Output: true
}
