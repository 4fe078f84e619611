package manuscript

import "testing"

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2021-05-03T08:00:00+02:00":     "2021-05-03",
		"2021/5/3":                      "2021-05-03",
		"2021-05":                       "2021-05",
		"Mon, 03 May 2021 08:00:00 GMT": "2021-05-03",
		"2021":                          "",
		"2021-13-01":                    "",
		"":                              "",
	} {
		if got := Day(in); got != want {
			t.Errorf("Day(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFindDay(t *testing.T) {
	for in, want := range map[string]string{
		"By Ann Keeper | May 3rd, 2021":  "2021-05-03",
		"Veröffentlicht am 3. Mai 2021":  "2021-05-03",
		"publié le 3 août 2021 à 10 h":   "2021-08-03",
		"3 de mayo de 2021":              "2021-05-03",
		"Published: 2021-05-03":          "2021-05-03",
		"03.05.2021":                     "2021-05-03",
		"13/05/2021":                     "2021-05-13",
		"05/13/2021":                     "2021-05-13",
		"May 2021":                       "",
		"The keeper may 3 times a night": "",
		"version 1.2.2021":               "2021-02-01",
		"41 views":                       "",
	} {
		if got := FindDay(in); got != want {
			t.Errorf("FindDay(%q) = %q, want %q", in, got, want)
		}
	}
}
