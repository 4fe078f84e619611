package epub

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/quirepress/quire/formats/style"
)

// rules returns the rules of the house's style sheet: selectors and
// declarations, those inside media queries among them.
func rules() map[string]string {
	sheet := regexp.MustCompile(`(?s)/\*.*?\*/|@media[^{]*\{`).ReplaceAllString(stylesheet(style.HousePalette(), ""), "")
	rules := map[string]string{}
	for _, m := range regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`).FindAllStringSubmatch(sheet, -1) {
		for selector := range strings.SplitSeq(m[1], ",") {
			rules[strings.TrimSpace(selector)] += m[2]
		}
	}
	return rules
}

// Reading systems that change ink and ground leave the colours of links as they
// are: a link of a colour of its own might not be seen any more.
func TestLinksHaveTheInk(t *testing.T) {
	link := regexp.MustCompile(`(^|[\s>+])(a|\.back)([.:\[]\S*)?$`)
	found := 0
	for selector, declarations := range rules() {
		if !link.MatchString(selector) {
			continue
		}
		found++
		for d := range strings.SplitSeq(declarations, ";") {
			name, value, _ := strings.Cut(d, ":")
			if strings.TrimSpace(name) == "color" && strings.TrimSpace(value) != "inherit" {
				t.Errorf("%s has the colour%s", selector, value)
			}
		}
	}
	if found < 5 {
		t.Errorf("%d rules are about links", found)
	}
}

// The picture of the cover says its size in pixels: both sides must give way to
// the page, or only one would, and the picture be squeezed.
func TestCoverKeepsItsShape(t *testing.T) {
	cover := rules()[".cover img"]
	for _, want := range []string{" width: auto;", " height: auto;", " max-width: 100%;", " max-height: 100vh;"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover has no%s but%s", want, cover)
		}
	}
}

// What has a side follows the direction of the text: each left is overruled by
// the start of the line.
func TestSidesFollowTheText(t *testing.T) {
	logical := map[string]string{"left": "inset-inline-start", "margin-left": "margin-inline", "padding-left": "padding-inline", "border-left-width": "border-inline-width"}
	for selector, declarations := range rules() {
		var names []string
		for d := range strings.SplitSeq(declarations, ";") {
			name, value, _ := strings.Cut(d, ":")
			name, value = strings.TrimSpace(name), strings.TrimSpace(value)
			if value == "left" || value == "right" {
				if selector == ".left" || selector == ".right" {
					continue // the author's own word
				}
				names = append(names, name+" "+value)
			} else {
				names = append(names, name)
			}
		}
		for i, name := range names {
			want, ok := logical[name]
			if prefix, side, found := strings.Cut(name, " "); found && (prefix == "float" || prefix == "text-align") {
				want, ok = prefix, side != ""
			}
			if ok && !slices.Contains(names[i+1:], want) {
				t.Errorf("%s: %s is not overruled by %s", selector, name, want)
			}
		}
	}
}
