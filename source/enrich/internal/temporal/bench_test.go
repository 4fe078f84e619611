package temporal

import (
	"os"
	"strings"
	"testing"
)

// article is prose about as dense with dates as a history.
const article = `In the late 1990s the situation grew worse. In 1999, the alliance launched an air campaign that lasted for
eleven weeks; two months later, on 10 June 1999, the fighting ended, and by the end of the year most of the people who had
fled were back in their towns. The council had been founded in 1949 by twelve countries, of which several had then only
begun to rebuild what the war had destroyed. That summer its members met again. The following year they agreed on a plan
for the spring of 2001. Nobody knew at the time what it would cost, and the price of 2,000 tons rose from 150 to 480.
`

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"prose", strings.Repeat(article, 200)},
		{"the", strings.Repeat("the ", 30000)},
		{"numbers", strings.Repeat("1999 ", 30000)},
		{"months", strings.Repeat("May ", 30000)},
		{"marks", strings.Repeat("- ", 30000)},
		{"hyphens", strings.Repeat("1999-", 30000)},
		{"oneword", strings.Repeat("a", 100000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Find(c.text, "en", Options{})
			}
		})
	}
	if raw, err := os.ReadFile("../../../../../shared/articles/kosovo-nato.txt"); err == nil {
		b.Run("article", func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				Find(string(raw), "en", Options{})
			}
		})
	}
}
