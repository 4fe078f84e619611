// Server turns Markdown that is posted to it into a PDF:
//
//	go run ./examples/server &
//	curl --data-binary @article.md http://127.0.0.1:8080/ -o article.pdf
//
// A client that goes away stops the work: the request's context is done.
package main

import (
	"bytes"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
)

func main() {
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: handler(), ReadTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func handler() http.Handler {
	// Strangers' articles get little room.
	limits := source.Limits{Bytes: 1 << 20, Blocks: 20_000}
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{}}, Limits: limits}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			http.Error(w, "post an article in Markdown", http.StatusMethodNotAllowed)
			return
		}
		// Without a file system no picture is read.
		doc, _, err := source.ReadFrom(nil, "article.md", r.Body, source.Options{Limits: limits})
		if err != nil {
			status := http.StatusUnprocessableEntity
			if errors.Is(err, source.ErrTooLarge) {
				status = http.StatusRequestEntityTooLarge
			}
			http.Error(w, err.Error(), status)
			return
		}
		// The whole file first: an error can still be told as such.
		var file bytes.Buffer
		if _, err := press.Encode(r.Context(), doc, &file); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/pdf")
		w.Write(file.Bytes())
	})
}
