package main

import (
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
