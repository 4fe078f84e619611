package pdf

// Standards returns the standards that can be asked for.
func Standards() []Standard { return []Standard{UA1A3, UA1A2, UA2A4, PlainPDF, X4} }

// ParseStandard reads the name of a standard; "" is [HouseStandard].
func ParseStandard(s string) (Standard, error) {
	if _, err := Standard(s).finish(); err != nil {
		return "", err
	}
	return Standard(s), nil
}
