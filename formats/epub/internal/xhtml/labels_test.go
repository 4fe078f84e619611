package xhtml

import (
	"reflect"
	"strings"
	"testing"
)

// A language that print has words for has those of the screen, too.
func TestLabels(t *testing.T) {
	for lang := range strings.FieldsSeq("en de fr es it pt nl sv da no fi pl cs tr sq el ru uk he ar fa") {
		labels := labelsFor(lang)
		if labels.Lang != lang {
			t.Errorf("the words for %s are %s", lang, labels.Lang)
		}
		v := reflect.ValueOf(labels.Navigation)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s has no %s", lang, v.Type().Field(i).Name)
			}
		}
	}
	if labelsFor("xx").Lang != "en" {
		t.Error("a language without words should have English ones")
	}
}
