package html

import (
	"strings"
	"testing"
)

// TestWordProcessors reads titles, lists, notes and links of pages that word
// processors saved.
func TestWordProcessors(t *testing.T) {
	src := `<body><div class=WordSection1><p class=MsoTitle>On lamps</p><h1>Findings</h1>` + filler +
		`<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>one</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo1'><![if !supportLists]><span>a.<span>&nbsp; </span></span><![endif]>two</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>three</p><p>&nbsp;</p>
<p>They were counted by the engineer himself.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
<p>See <a href="https://www.google.com/url?q=https://example.org/lamps&amp;sa=D">the list</a>, which hangs in the office of the harbour master.</p></div>
<div style='mso-element:footnote-list'><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a>&nbsp;Twice.</p></div></div></body>`
	doc, found := read(t, src)
	got := sketch(doc.Blocks)
	for _, want := range []string{
		`list:false:0(list-item(paragraph("one") list:true:1(list-item(paragraph("two")))) list-item(paragraph("three")))`,
		`himself." note(paragraph("Twice.")))`,
		`link:https://example.org/lamps(`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if doc.Metadata.Title != "On lamps" || len(found) > 0 || strings.Contains(got, "\u00a0") {
		t.Errorf("%q, %v, %s", doc.Metadata.Title, found, got)
	}
}

// TestNotesElsewhere shows that notes behind the article are its own.
func TestNotesElsewhere(t *testing.T) {
	doc, found := read(t, `<article><h1>T</h1><p class=subtitle></p>`+filler+`<p>A mark<sup><a href="#fn1">1</a></sup> in a sentence that goes on for a while.</p>`+filler2+
		`</article><aside class=related><a href=/x>More</a></aside><section><ol><li id=fn1>The note of it.</li></ol></section>`)
	if s := sketch(doc.Blocks); !strings.Contains(s, `note(paragraph("The note of it."))`) {
		t.Error(s)
	}
	for _, d := range found {
		if strings.Contains(d.Message, "The note") {
			t.Error(d)
		}
	}
}

// TestEncyclopedia reads notes with links back, and their heading, of which nothing
// is left.
func TestEncyclopedia(t *testing.T) {
	doc, found := read(t, `<article><h1>T</h1>`+filler+`<h2>History<span class="mw-editsection">[<a href=/e>edit</a>]</span></h2><p>It was so, as they say in the books about it.<sup><a href="#cite-1">[1]</a></sup></p>`+filler2+
		`<h2>Notes and references</h2><ol><li id="cite-1"><span class="mw-cite-backlink"><b>^</b> <a href="#r"><sup>a</sup></a> <a href="#s">b</a></span> <span>Lights of France.</span></ol></article>`)
	got := sketch(doc.Blocks)
	if !strings.Contains(got, `note(paragraph("Lights of France."))`) || !strings.Contains(got, `section("History"`) || strings.Contains(got, "references") {
		t.Errorf("%s %v", got, found)
	}
	if len(doc.Omissions) != 2 || doc.Omissions[1].Text != "Notes and references" && doc.Omissions[0].Text != "Notes and references" {
		t.Errorf("%v", doc.Omissions)
	}
}

func TestSubtitle(t *testing.T) {
	doc, found := read(t, `<div><h1>Why gulls shout</h1><h3 class=subtitle>A field note from the pier</h3></div><article>`+filler+filler2+`</article>`)
	if doc.Metadata.Subtitle != "A field note from the pier" || strings.Contains(sketch(doc.Blocks), "field note") {
		t.Errorf("%q %v %s", doc.Metadata.Subtitle, found, sketch(doc.Blocks))
	}
}
