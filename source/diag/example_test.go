package diag_test

import (
	"fmt"

	"github.com/quirepress/quire/source/diag"
)

func Example() {
	var found diag.List
	at := diag.Position{File: "article.md", Line: 9, Column: 3}
	found.AddHint(diag.Warning, "markdown-link-nowhere", at, "give the heading an anchor", "nothing is called %q", "#quay")
	found.Add(diag.Info, "publish-no-date", diag.Position{File: "article.md"}, "the article has no date")
	found.Sort()
	for _, d := range found {
		fmt.Println(d)
	}
	worst, _ := found.Max()
	fmt.Println(worst)
	// Output:
	// article.md: info: the article has no date [publish-no-date]
	// article.md:9:3: warning: nothing is called "#quay" [markdown-link-nowhere] (give the heading an anchor)
	// warning
}
