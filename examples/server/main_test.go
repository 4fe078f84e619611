package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHandler(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	for _, c := range []struct {
		name, body string
		status     int
		begins     string
	}{
		{"an article", "# Title\n\nA paragraph in English, with the end that it has to have.\n", http.StatusOK, "%PDF-1.7"},
		{"nothing", "", http.StatusUnprocessableEntity, ""},
		{"too many pages", strings.Repeat("# Title\n\n---\n\n", 9000), http.StatusRequestEntityTooLarge, ""},
		{"too much", "# Title\n\n" + strings.Repeat("word ", 1<<18), http.StatusRequestEntityTooLarge, ""},
	} {
		res, err := http.Post(server.URL, "text/markdown", strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != c.status || !strings.HasPrefix(string(b), c.begins) {
			t.Errorf("%s: status %d, want %d: %.60s, %v", c.name, res.StatusCode, c.status, b, err)
		}
	}
}

// TestClientThatGoesAway posts a long article and leaves at once: the
// handler returns, and has written nothing.
func TestClientThatGoesAway(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", strings.NewReader("# Title\n\n"+strings.Repeat("A paragraph in English.\n\n", 10_000)))
	answer := httptest.NewRecorder()
	done := make(chan struct{})
	go func() {
		handler().ServeHTTP(answer, request)
		close(done)
	}()
	leave()
	<-done
	if answer.Body.Len() > 0 {
		t.Errorf("the handler wrote %d bytes", answer.Body.Len())
	}
}
