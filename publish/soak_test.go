package publish_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quirepress/quire/formats/epub"
	"github.com/quirepress/quire/formats/pdf"
	"github.com/quirepress/quire/formats/style"
	"github.com/quirepress/quire/publish"
	"github.com/quirepress/quire/source"
	"github.com/quirepress/quire/source/document/documenttest"
)

// What a server may count on that publishes articles of strangers: its memory
// stays below soakMemory, and each article is done within soakTime. Go is told
// to keep the heap below soakMemory less what is not the heap.
const (
	soakMemory = 1 << 30
	soakTime   = time.Minute
)

// TestSoak is such a server, on every core, for as long as QUIRE_SOAK says
// (such as 10m; two seconds if it is not set): it publishes random and broken
// articles. Nothing may panic, ask the network, read outside the articles'
// folder or take more than its share.
func TestSoak(t *testing.T) {
	long := 2 * time.Second
	if s := os.Getenv("QUIRE_SOAK"); s != "" {
		var err error
		if long, err = time.ParseDuration(s); err != nil {
			t.Fatal(err)
		}
	} else if testing.Short() {
		t.Skip("QUIRE_SOAK is not set")
	}
	transport := http.DefaultTransport
	http.DefaultTransport = noNetwork{t}
	defer func() { http.DefaultTransport = transport }()

	ctx, stop := context.WithTimeout(t.Context(), long)
	defer stop()
	var published, failed, bytesIn atomic.Int64
	var most atomic.Uint64
	var all sync.WaitGroup
	all.Go(func() {
		for ctx.Err() == nil {
			most.Store(max(most.Load(), memory()))
			time.Sleep(5 * time.Millisecond)
		}
	})
	for worker := range runtime.GOMAXPROCS(0) {
		dst := t.TempDir()
		all.Go(func() {
			for n := uint64(worker); ctx.Err() == nil && !t.Failed(); n += uint64(runtime.GOMAXPROCS(0)) {
				a := stranger(n)
				bytesIn.Add(int64(a.size()))
				err := a.publish(ctx, t, dst)
				switch {
				case err == nil:
					published.Add(1)
				case ctx.Err() != nil:
				case strings.Contains(err.Error(), "internal error"), errors.Is(err, publish.ErrInvalid), errors.Is(err, context.DeadlineExceeded):
					t.Errorf("article %d (%s): %v", n, a.name, err)
				default:
					failed.Add(1)
				}
				if parts, _ := filepath.Glob(filepath.Join(dst, ".*.part")); len(parts) > 0 {
					t.Errorf("article %d leaves %v", n, parts)
				}
			}
		})
	}
	all.Wait()
	if m := most.Load(); m > soakMemory {
		t.Errorf("the process took %d MB", m>>20)
	}
	t.Logf("%d articles (%d MB) published and %d refused in %v; at most %d MB of memory, heap and stacks",
		published.Load(), bytesIn.Load()>>20, failed.Load(), long, most.Load()>>20)
}

// memory is what Go holds: all that it has got from the system and not given
// back.
func memory() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}

type noNetwork struct{ t *testing.T }

func (n noNetwork) RoundTrip(r *http.Request) (*http.Response, error) {
	n.t.Errorf("somebody asks for %v", r.URL)
	return nil, errors.New("no network")
}

// submission is what a stranger sends.
type submission struct {
	name    string
	files   fstest.MapFS
	formats []publish.Format
	limits  source.Limits
}

func (a submission) size() (n int) {
	for _, f := range a.files {
		n += len(f.Data)
	}
	return n
}

func (a submission) publish(ctx context.Context, t *testing.T, dst string) error {
	ctx, stop := context.WithTimeout(ctx, soakTime)
	defer stop()
	_, err := publish.Press{Formats: a.formats, Limits: a.limits}.PublishAs(ctx, dst, "out", walled{a.files, t}, a.name)
	return err
}

// walled is a file system that reports whoever leaves the article's folder.
type walled struct {
	fs.FS
	t *testing.T
}

func (w walled) Open(name string) (fs.File, error) {
	if name != "in" && !strings.HasPrefix(name, "in/") {
		w.t.Errorf("somebody opens %q", name)
	}
	return w.FS.Open(name)
}

// stranger returns the n-th submission, which is always the same.
func stranger(n uint64) submission {
	r := rand.New(rand.NewPCG(n, 7))
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	name, text := "in/a.md", []byte(nil)
	switch r.IntN(9) {
	case 0, 1:
		text = documenttest.Manuscript(n, 2000+r.IntN(40_000), pick("en", "de", "fr", "ru", "el", "ar"))
	case 2: // a page
		name = "in/a.html"
		text = []byte("<!DOCTYPE html><html lang=en><title>T</title><body><article><h1>T</h1>" + soup(r, 2000) + "</article></body></html>")
	case 3: // raw text
		name = "in/a.txt"
		text = bytes.ReplaceAll(documenttest.Manuscript(n, 2000+r.IntN(20_000), "en"), []byte("#"), nil)
	case 4: // marks without sense
		var b strings.Builder
		for range 1 + r.IntN(3000) {
			b.WriteString(pick("*", "_", "`", "[", "](x.png)", "![", "> ", "\n- ", "\n1. ", "#", "\n\n", "|", "\n|---|---|\n", "$", "$$", ":::", "{#a .b c=d}", "[^1]", "\n[^1]: ", "<div>", "</div>", "<!--", "&amp;", "\t", "word ", "1 May 1999 ", "(NATO) ", "\\", "---\n", "http://x.y ", "\u202e", "\u200d", "é", "中", "🙂", "\x00"))
		}
		text = []byte(b.String())
	case 5: // too much of one thing
		one := pick("> ", "- ", "#", "*", "[", "(", "`", "<b>", "|a", "![", "$\\frac{", "{", "x", "\u0301", "a-", "\u05d0 ", "<table><tr><td>", "[^", "\n# h\n", "**a", "&#x1f600;", "::: a\n")
		text = []byte(strings.Repeat(one, 1+r.IntN(60_000/len(one))))
		if r.IntN(2) == 0 {
			name = "in/a.html"
		}
	case 6: // bytes
		text = make([]byte, r.IntN(30_000))
		for i := range text {
			text[i] = byte(r.Uint32() >> r.IntN(24))
		}
		name = pick("in/a.md", "in/a.txt", "in/a.html", "in/a")
	case 7: // front matter
		text = []byte("---\n" + pick("title", "paper", "font-size", "profile", "timeline", "glossary", "chapters", "cover", "date", "language", "identifier", "toc-depth", "accent") + ": " +
			pick("x", "[1, 2]", "{a: {b: c}}", "-1", "99999999999", "\"\\u0000\"", "&a [*a, *a]", "1pt", "0", "../../etc/passwd", "[{date: 1999, summary: x}, {match: y}]", "[{term: x, aliases: [x, x]}]", "xx-yy-zz") + "\n---\n\n" + strings.Repeat("Text. ", r.IntN(500)))
	case 8: // pictures
		var b strings.Builder
		for range 1 + r.IntN(8) {
			fmt.Fprintf(&b, "![%s](%s){width=%d%%}\n\n", pick("", "alt"), pick("p.png", "p.svg", "p.gif", "../x.png", "/etc/passwd", "file:///etc/passwd", "https://example.org/x.png", "data:image/png;base64,AAAA", "%2e%2e/x.png", "a\\..\\..\\x.png", "in/../../x.png"), r.IntN(300))
		}
		text = []byte(b.String())
	}
	for range r.IntN(4) { // and something breaks
		if len(text) == 0 {
			break
		}
		at := r.IntN(len(text))
		switch r.IntN(4) {
		case 0:
			text = text[:at]
		case 1:
			text[at] = byte(r.Uint32())
		case 2:
			text = append(text[:at:at], text[r.IntN(len(text)):]...)
		case 3:
			text = append(text[:at:at], append([]byte(pick("</article>", "\n```\n", "\x00\x00", "\ufeff", "\r\r", "<script>", "\n---\n", "\xff\xfe")), text[at:]...)...)
		}
	}
	a := submission{name: name, files: fstest.MapFS{
		name:       {Data: text},
		"in/p.png": {Data: hugePNG(r)},
		"in/p.gif": {Data: []byte("GIF89a\xff\xff\xff\xff\x80\x00\x00")},
		"in/p.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + pick(`width="9e99"`, `viewBox="0 0 1 1"`, `width="50" height="50"`, "") + ">" + drawing(r) + "</svg>")},
		"x.png":    {Data: []byte("a secret")},
	}}
	e := pdf.Encoder{Grey: r.IntN(4) == 0, Marks: r.IntN(6) == 0}
	e.Profile = style.Profile(pick("", "article", "book", "handout", "large-print"))
	e.Impose = pdf.Imposition(pick("", "", "", "booklet", "2up", "4up"))
	if e.Impose == "" {
		e.Standard = pdf.Standard(pick("", "", "ua2-a4f", "ua1-a2a", "plain"))
	}
	if r.IntN(8) == 0 {
		e.Pages = 1 + r.IntN(6)
	}
	a.formats = []publish.Format{e, epub.Encoder{}}
	a.limits = source.Limits{Bytes: 1 << 20, ImagePixels: 4_000_000, Blocks: 20_000}
	return a
}

// soup is HTML with tags that do not fit.
func soup(r *rand.Rand, n int) string {
	tags := strings.Fields("p div b i a table tr td th ul ol li blockquote pre code h1 h2 h3 figure img svg math section article aside nav form script style span em sup sub br hr dl dt dd details summary")
	var b strings.Builder
	for range r.IntN(n) {
		switch tag := tags[r.IntN(len(tags))]; r.IntN(4) {
		case 0:
			fmt.Fprintf(&b, "<%s id=a%d class=\"x share\" colspan=%d>", tag, r.IntN(9), r.IntN(2000))
		case 1:
			fmt.Fprintf(&b, "</%s>", tag)
		case 2:
			b.WriteString("Some words of the article, written on 3 May 1999. ")
		case 3:
			fmt.Fprintf(&b, "<%s href=\"#a%d\" src=p.png>", tag, r.IntN(9))
		}
	}
	return b.String()
}

// drawing is the inside of a drawing.
func drawing(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(40) {
		b.WriteString([]string{"<g>", "</g>", `<rect width="9" height="9"/>`, `<path d="M0 0L9 9e9Q1 1"/>`, `<use href="#a"/>`, `<g id="a"><use href="#a"/></g>`, `<text x="1" y="5">a</text>`, `<image href="file:///etc/passwd"/>`, `<circle r="-1"/>`, `<path d="` + strings.Repeat("M0 0a1 1 0 0 0 1e300 1", 20) + `"/>`}[r.IntN(10)])
	}
	return b.String()
}

// hugePNG is the head of a picture that says it is large.
func hugePNG(r *rand.Rand) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, uint32(1)<<r.IntN(31))
	b = binary.BigEndian.AppendUint32(b, uint32(1)<<r.IntN(31))
	return append(b, 8, 6, 0, 0, 0, 1, 2, 3, 4)
}
