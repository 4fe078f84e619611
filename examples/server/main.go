// Server turns Markdown that is posted to it into a PDF:
//
//	go run ./examples/server &
//	curl --data-binary @article.md http://127.0.0.1:8080/ -o article.pdf
//
// A client that goes away stops the work: the request's context is done.
package main

import (
	"errors"
	"log"
	"net/http"
	"runtime"
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
	// Strangers' articles get little room, and there are no more of them in the
	// press at a time than there are processors.
	limits := source.Limits{Bytes: 1 << 20, Blocks: 20_000}
	press := publish.Press{Formats: []publish.Format{pdf.Encoder{MostPages: 1000}}, Limits: limits}
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			http.Error(w, "post an article in Markdown", http.StatusMethodNotAllowed)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		case <-r.Context().Done():
			return
		}
		// Without a file system no picture is read.
		doc, _, err := source.ReadFrom(nil, "article.md", r.Body, source.Options{Limits: limits})
		if err == nil {
			w.Header().Set("Content-Type", "application/pdf")
			_, err = press.Encode(r.Context(), doc, w)
		}
		// An encoder writes nothing before all is well: an error can be told.
		switch {
		case err == nil, r.Context().Err() != nil:
		case errors.Is(err, source.ErrTooLarge), errors.Is(err, pdf.ErrTooManyPages):
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
		default:
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		}
	})
}
