package chronicle

import "testing"

func TestFrenchParticiples(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// In front of the subject.
		{"Fondé en 1909, le club de Talcy gagna la coupe.", "1909: Le club de Talcy fut fondé."},
		{"Fondé en 1909, Talcy est un club.", "1909: Talcy fut fondé."},
		{"Construite en 1842 par les moines, la halle fut rasée en 1911.", "1842: La halle fut construite par les moines. 1911: La halle fut rasée."},
		{"Paul Aubry naît à Lyon. Nommé en 1886 curé de Talcy, il fonde une école en 1890.", "1886: Paul Aubry fut nommé curé de Talcy. 1890: Paul Aubry fonde une école."},
		{"Jeanne Aubry naît à Lyon. Devenue maire en 1986, elle fonde une école.", "1986: Jeanne Aubry est devenue maire."},
		{"Fondée en 1909, le club gagna la coupe.", ""},
		{"Fondé en 1909, son club gagna la coupe.", ""},
		{"Fondé en 1909, le pont enjambe la ville aux faubourgs et fut large.", ""},
		{"Fondé par le roi, qui mourut en 1909, le club gagna la coupe.", ""},
		// Behind what the subject is.
		{"Talcy est un club fondé en 1909.", "1909: Le club Talcy fut fondé."},
		{"L'Union de Talcy est une école créée en 1909 à Lyon.", "1909: L'école L'Union de Talcy fut créée."},
		{"La maison est une auberge construite en 1842.", "1842: La maison fut construite."},
		{"Elle est une auberge construite en 1842.", ""},
		{"Le club est un des premiers fondés en 1842.", ""},
	} {
		if got := told(c.text, "fr"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
