package terms_test

import (
	"fmt"

	"github.com/quirepress/quire/source/enrich/internal/terms"
)

func ExampleAcronyms() {
	text := "The Harbour Board Authority (HBA) rents the pier. PSC = port state control; SLR = sea level rise."
	for _, p := range terms.Acronyms(text, terms.Options{Language: "en"}) {
		fmt.Printf("%s: %s (%s)\n", p.Short, p.Long, p.Rule)
	}
	// Output:
	// HBA: Harbour Board Authority (long (short))
	// PSC: port state control (short = long)
	// SLR: sea level rise (short = long)
}

func ExampleDefinitions() {
	text := "A tariff is a tax that a country levies on goods from abroad. It is a sad story."
	for _, d := range terms.Definitions(text, "en") {
		if d.Confidence >= terms.Printed {
			fmt.Printf("%s: %s\n", d.Term, d.Text)
		}
	}
	// Output:
	// tariff: a tax that a country levies on goods from abroad
}

func ExampleGlossary() {
	entries := terms.Glossary([]terms.Block{
		{Text: "Ports and their rules", Heading: true},
		{Text: "Port state control (PSC) is a regime in which ports inspect foreign ships. Demurrage is the fee that a ship pays for staying too long."},
		{Text: "Under PSC a ship may be held back, and then demurrage mounts."},
	}, "en", terms.GlossaryOptions{})
	terms.Sort(entries, "en")
	for _, e := range entries {
		fmt.Printf("%s [%s] %s %d mentions\n", e.Term, e.Expansion, e.Definition, len(e.Mentions))
	}
	// Output:
	// demurrage [] The fee that a ship pays for staying too long. 2 mentions
	// PSC [Port state control] A regime in which ports inspect foreign ships. 2 mentions
}

func ExampleSort() {
	entries := []terms.Entry{{Term: "Zoll"}, {Term: "Öl"}, {Term: "Oper"}}
	terms.Sort(entries, "de")
	for _, e := range entries {
		fmt.Println(e.Term)
	}
	// Output:
	// Öl
	// Oper
	// Zoll
}
