package mathml

import (
	"strings"
	"sync"
)

// vocabulary holds the words for signs, letters and constructs.
type vocabulary map[string]string

// vocabularies returns those of the languages that formulas are read in.
var vocabularies = sync.OnceValue(func() map[string]vocabulary {
	languages := []string{"en", "de", "fr"}
	all := map[string]vocabulary{}
	for _, l := range languages {
		all[l] = vocabulary{}
	}
	for line := range strings.Lines(spokenWords) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) != len(languages)+1 {
			panic("internal error: a line of the vocabulary has not all languages: " + line)
		}
		for i, l := range languages {
			all[l][f[0]] = f[i+1]
		}
	}
	return all
})

// spokenWords has a line for each sign, letter or construct, in all languages.
const spokenWords = `+ | plus | plus | plus
− | minus | minus | moins
negative | minus | minus | moins
± | plus or minus | plus oder minus | plus ou moins
∓ | minus or plus | minus oder plus | moins ou plus
× | times | mal | fois
⋅ | times | mal | fois
· | times | mal | fois
∗ | star | Stern | étoile
⋆ | star | Stern | étoile
÷ | divided by | geteilt durch | divisé par
/ | over | durch | sur
∖ | without | ohne | privé de
∘ | composed with | verknüpft mit | rond
= | equals | gleich | égale
≠ | is not equal to | ungleich | différent de
< | is less than | kleiner als | inférieur à
> | is greater than | größer als | supérieur à
≤ | is less than or equal to | kleiner oder gleich | inférieur ou égal à
≥ | is greater than or equal to | größer oder gleich | supérieur ou égal à
⩽ | is less than or equal to | kleiner oder gleich | inférieur ou égal à
⩾ | is greater than or equal to | größer oder gleich | supérieur ou égal à
≪ | is much less than | viel kleiner als | très inférieur à
≫ | is much greater than | viel größer als | très supérieur à
≈ | is approximately | ungefähr gleich | environ égal à
≡ | is equivalent to | äquivalent zu | équivalent à
≅ | is congruent to | kongruent zu | congru à
∼ | is similar to | ähnlich zu | semblable à
∝ | is proportional to | proportional zu | proportionnel à
∈ | is in | aus | appartient à
∉ | is not in | nicht aus | n’appartient pas à
∋ | contains | enthält | contient
⊂ | is a subset of | Teilmenge von | inclus dans
⊆ | is a subset of or equal to | Teilmenge von oder gleich | inclus dans ou égal à
⊃ | is a superset of | Obermenge von | contient
⊇ | is a superset of or equal to | Obermenge von oder gleich | contient ou égale
∪ | union | vereinigt mit | union
∩ | intersection | geschnitten mit | inter
∧ | and | und | et
∨ | or | oder | ou
¬ | not | nicht | non
∀ | for all | für alle | pour tout
∃ | there is | es gibt | il existe
∄ | there is no | es gibt kein | il n’existe pas de
→ | to | nach | vers
⟶ | to | nach | vers
← | from | von | depuis
↦ | maps to | wird abgebildet auf | donne
⇒ | implies | daraus folgt | implique
⟹ | implies | daraus folgt | implique
⇔ | if and only if | genau dann, wenn | si et seulement si
⟺ | if and only if | genau dann, wenn | si et seulement si
⊥ | is perpendicular to | senkrecht zu | perpendiculaire à
∥ | is parallel to | parallel zu | parallèle à
∣ | divides | teilt | divise
∴ | therefore | also | donc
∵ | because | weil | car
: | such that | mit | tel que
:= | is defined as | ist definiert als | est défini comme
! | factorial | Fakultät | factorielle
′ | prime | Strich | prime
% | percent | Prozent | pour cent
° | degrees | Grad | degrés
… | and so on | und so weiter | et cetera
⋯ | and so on | und so weiter | et cetera
. | point | Punkt | point
( | open parenthesis | Klammer auf | parenthèse ouvrante
) | close parenthesis | Klammer zu | parenthèse fermante
[ | open bracket | eckige Klammer auf | crochet ouvrant
] | close bracket | eckige Klammer zu | crochet fermant
{ | open brace | geschweifte Klammer auf | accolade ouvrante
} | close brace | geschweifte Klammer zu | accolade fermante
⟨ | open angle bracket | spitze Klammer auf | chevron ouvrant
⟩ | close angle bracket | spitze Klammer zu | chevron fermant
⌊ | open floor | untere Gaußklammer auf | partie entière ouvrante
⌋ | close floor | untere Gaußklammer zu | partie entière fermante
⌈ | open ceiling | obere Gaußklammer auf | partie entière supérieure ouvrante
⌉ | close ceiling | obere Gaußklammer zu | partie entière supérieure fermante
| | vertical bar | senkrechter Strich | barre verticale
‖ | double vertical bar | doppelter senkrechter Strich | double barre verticale
∑ | the sum | die Summe | la somme
∏ | the product | das Produkt | le produit
∐ | the coproduct | das Koprodukt | le coproduit
∫ | the integral | das Integral | l’intégrale
∬ | the double integral | das Doppelintegral | l’intégrale double
∭ | the triple integral | das Dreifachintegral | l’intégrale triple
∮ | the contour integral | das Kurvenintegral | l’intégrale de contour
⋃ | the union | die Vereinigung | l’union
⋂ | the intersection | der Durchschnitt | l’intersection
lim | the limit | der Grenzwert | la limite
max | the maximum | das Maximum | le maximum
min | the minimum | das Minimum | le minimum
sup | the supremum | das Supremum | le supremum
inf | the infimum | das Infimum | l’infimum
sin | sine | Sinus | sinus
cos | cosine | Kosinus | cosinus
tan | tangent | Tangens | tangente
log | log | Logarithmus | logarithme
ln | natural log | natürlicher Logarithmus | logarithme naturel
exp | exponential | Exponentialfunktion | exponentielle
∞ | infinity | unendlich | l’infini
∂ | partial | partiell | d rond
∇ | nabla | nabla | nabla
∅ | the empty set | die leere Menge | l’ensemble vide
ℏ | h bar | h quer | h barre
ℓ | l | l | l
α | alpha | Alpha | alpha
β | beta | Beta | bêta
γ | gamma | Gamma | gamma
δ | delta | Delta | delta
ε | epsilon | Epsilon | epsilon
ϵ | epsilon | Epsilon | epsilon
ζ | zeta | Zeta | zêta
η | eta | Eta | êta
θ | theta | Theta | thêta
ϑ | theta | Theta | thêta
ι | iota | Iota | iota
κ | kappa | Kappa | kappa
λ | lambda | Lambda | lambda
μ | mu | My | mu
ν | nu | Ny | nu
ξ | xi | Xi | xi
ο | omicron | Omikron | omicron
π | pi | Pi | pi
ρ | rho | Rho | rhô
σ | sigma | Sigma | sigma
τ | tau | Tau | tau
υ | upsilon | Ypsilon | upsilon
φ | phi | Phi | phi
ϕ | phi | Phi | phi
χ | chi | Chi | khi
ψ | psi | Psi | psi
ω | omega | Omega | oméga
double-struck | double-struck {a} | {a} mit Doppelstrich | {a} ajouré
fraktur | fraktur {a} | {a} in Fraktur | {a} gothique
script | script {a} | {a} in Schreibschrift | {a} en cursive
not | not {a} | nicht {a} | non {a}
of | of | von | de
over | {a} over {b} | {a} durch {b} | {a} sur {b}
fraction | the fraction {a} over {b}, end of fraction, | der Bruch {a} durch {b}, Ende des Bruchs, | la fraction {a} sur {b}, fin de la fraction,
choose | {a} choose {b} | {a} über {b} | {b} parmi {a}
squared | {a} squared | {a} Quadrat | {a} au carré
cubed | {a} cubed | {a} hoch 3 | {a} au cube
power | {a} to the power {b} | {a} hoch {b} | {a} puissance {b}
power end | {a} to the power {b}, end of power, | {a} hoch {b}, Ende der Hochzahl, | {a} puissance {b}, fin de l’exposant,
sub | {a} sub {b} | {a} Index {b} | {a} indice {b}
sub end | {a} sub {b}, end of index, | {a} Index {b}, Ende des Index, | {a} indice {b}, fin de l’indice,
root | the square root of {a} | die Wurzel aus {a} | la racine carrée de {a}
root end | the square root of {a}, end of root, | die Wurzel aus {a}, Ende der Wurzel, | la racine carrée de {a}, fin de la racine,
nthroot | the root of order {b} of {a} | die Wurzel der Ordnung {b} aus {a} | la racine d’ordre {b} de {a}
nthroot end | the root of order {b} of {a}, end of root, | die Wurzel der Ordnung {b} aus {a}, Ende der Wurzel, | la racine d’ordre {b} de {a}, fin de la racine,
from | {a} from {b} to {c} of | {a} von {b} bis {c} von | {a} de {b} à {c} de
at | {a} for {b} of | {a} für {b} von | {a} pour {b} de
to | {a} up to {b} of | {a} bis {b} von | {a} jusqu’à {b} de
over ^ | {a} hat | {a} Dach | {a} chapeau
over ¯ | {a} bar | {a} quer | {a} barre
over → | vector {a} | Vektor {a} | vecteur {a}
over ˙ | {a} dot | {a} Punkt | {a} point
over ¨ | {a} double dot | {a} zwei Punkte | {a} deux points
over ~ | {a} tilde | {a} Tilde | {a} tilde
row | row {a}: {b} | Zeile {a}: {b} | ligne {a} : {b}
rows | {a} rows: {b}; end of rows, | {a} Zeilen: {b}; Ende der Zeilen, | {a} lignes : {b} ; fin des lignes,`
