package pdf

import (
	"bytes"
	"encoding/json"

	"github.com/quirepress/quire/formats/pdf/internal/frame"
	"github.com/quirepress/quire/source/document"
)

// event is an entry of the timeline as the attached file has it.
type event struct {
	// Date is EDTF (ISO 8601-2); Lower and Upper are the first and the last
	// day that it may mean.
	Date     string          `json:"date"`
	Phrase   string          `json:"phrase,omitempty"`
	Lower    string          `json:"lower,omitempty"`
	Upper    string          `json:"upper,omitempty"`
	Summary  string          `json:"summary"`
	Sentence string          `json:"sentence,omitempty"`
	Anchor   document.Anchor `json:"anchor,omitempty"`
}

// attachTimeline puts the timeline into the file as JSON: data that belongs to
// the appendix (ISO 19005-3: an associated file). Anchors are the file's named
// destinations.
func attachTimeline(book *frame.Book, doc *document.Document) {
	var events []event
	for t := range document.Each[*document.TimelineEntry](doc) {
		events = append(events, event{
			Date: t.Date, Phrase: t.Phrase, Lower: t.Lower, Upper: t.Upper,
			Summary: document.TextOf(t.Summary), Sentence: t.Evidence, Anchor: t.Mention,
		})
	}
	if len(events) == 0 {
		return
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	if err := enc.Encode(events); err != nil {
		panic("internal error: " + err.Error()) // strings can always be written
	}
	book.Attachments = append(book.Attachments, frame.Attachment{
		Name: "timeline.json", MediaType: "application/json", Description: "The timeline as data",
		Relationship: "Data", Modified: book.Info.Modified, Bytes: b.Bytes(),
	})
}
