package plain_test

import (
	"fmt"

	"github.com/quirepress/quire/source/plain"
)

func ExampleRead() {
	article := `The Light

by Ann Keeper 41 views

The lamp room stands forty metres above the sea.

Share this article
`
	doc, _, err := plain.Read("light.txt", []byte(article), plain.Options{})
	if err != nil {
		panic(err)
	}
	fmt.Println(doc.Metadata.Title, "by", doc.Metadata.Authors()[0])
	for _, o := range doc.Omissions {
		fmt.Printf("%s: %s\n", o.Reason, o.Text)
	}
	// Output:
	// The Light by Ann Keeper
	// byline: by Ann Keeper 41 views
	// share button: Share this article
}
