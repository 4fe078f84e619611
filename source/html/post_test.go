package html

import (
	"strings"
	"testing"
)

func TestWithoutPost(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Benjamin Boat, Sr. Director", "Benjamin Boat"},
		{"Ann Keeper, Senior Editor, Tower Weekly", "Ann Keeper"},
		{"Ann Keeper Executive Digital Editor and Master Gardener", "Ann Keeper"},
		{"Ann Keeper, MD", "Ann Keeper, MD"},
		{"Ann Keeper, Benjamin Boat", "Ann Keeper, Benjamin Boat"},
		{"Keeper, Ann", "Keeper, Ann"},
		{"Ann Head", "Ann Head"},
		{"Martin Luther King Jr.", "Martin Luther King Jr."},
		{"Staff Writer", "Staff Writer"},
	} {
		if got := withoutPost(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestBylineNames(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"By: Tom May", "Tom May"},
		{"By Tom May May 3, 2021", "Tom May"},
		{"Written by Ann Keeper | 3 May 2021", "Ann Keeper"},
		{"May 3, 2021", ""},
	} {
		if got := byline(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// TestByline shows that the line with the author's name and post is no part of
// the article.
func TestByline(t *testing.T) {
	doc, _ := read(t, `<meta name=author content="Ann Keeper"><article><h1>The light</h1>
<p>Written By: Ann Keeper Executive Digital Editor and Master of the Lamp Room</p>`+filler+`</article>`)
	if got := sketch(doc.Blocks); got != fillerSketch || strings.Join(doc.Metadata.Authors(), "|") != "Ann Keeper" {
		t.Errorf("by %q: %s", doc.Metadata.Authors(), got)
	}
	doc, _ = read(t, `<title>The light</title><article><h1>The light</h1><p class=byline>By: Benjamin Boat, Sr. Director</p>`+filler+`</article>`)
	if got := doc.Metadata.Authors(); strings.Join(got, "|") != "Benjamin Boat" {
		t.Errorf("authors %q", got)
	}
}

// TestLostLinks shows that links which lose their address are reported, in the
// article but not in what stays behind.
func TestLostLinks(t *testing.T) {
	_, found := read(t, `<nav><a href="#menu">Menu</a> <a href="javascript:open()">Open</a></nav><article><h1>The light</h1>`+filler+`
<p>See <a href="#nope">there</a>, <a href="javascript:alert(1)">here</a>, <a href="file:///etc/passwd">that</a>, <a href="#">up</a>, <a href="#top">top</a> and <a href="#lens">the lens</a>.</p>
<h2 id=lens>The lens</h2>`+filler2+`</article>`)
	var got []string
	for _, d := range found {
		if d.Code != "html-residue" {
			got = append(got, d.Code+" "+d.Message)
			if d.Pos.Line != 4 {
				t.Errorf("at %v", d.Pos)
			}
		}
	}
	want := `html-link-nowhere nothing in the article is called "#nope"; the link's text stays
html-link-address the link's address "javascript:alert(1)" cannot be used; its text stays
html-link-address the link's address "file:///etc/passwd" cannot be used; its text stays`
	if strings.Join(got, "\n") != want {
		t.Errorf("findings:\n%s", strings.Join(got, "\n"))
	}
}
