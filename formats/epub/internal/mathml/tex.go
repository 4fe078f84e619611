package mathml

import "errors"

// FromTeX translates a formula written in TeX.
func FromTeX(source string, display bool) (string, error) {
	return "", errors.New("TeX is not understood")
}
