package chronicle

import (
	"cmp"
	"slices"
	"strings"
)

// Whom "she" means is told by who is spoken of: each mention of a person is noted with its place, a given name says "he"
// or "she", and an article about one person may call that person by the pronoun from afar, as long as nobody else whom
// it could mean has been named since.

// figure is a person of the article.
type figure struct {
	text string // the name in full
	kind string // he, she, or "" if the name does not tell
	last int    // the sentence that last named the person
	doer int    // the sentence whose subject the person was last
	said int    // how often the text says the surname
}

// given returns "he" or "she" for a given name, or "".
func given(name string) string {
	switch {
	case herNames[name]:
		return "she"
	case hisNames[name]:
		return "he"
	}
	return ""
}

// given returns "he" or "she" for a token that is a given name, or "".
func (r *reader) given(t *token) string { return r.traits[t.Form].given }

// surname returns the full name that a token stands for, or "".
func (r *reader) surname(t *token) string {
	if !r.traits[t.Form].surname {
		return ""
	}
	return r.cast.full[t.In(r.text)]
}

// call lets a token stand for a full name.
func (r *reader) call(t *token, full string) {
	r.traits[t.Form].surname = true
	r.cast.full[t.In(r.text)] = full
}

// figureIn reads the run of names in tokens [from,to) as a person's: it returns the full name and the pronoun, or "" if it
// names something else.
func (r *reader) figureIn(s *sentence, from, to int) (full, kind string) {
	for i := from; i < to; i++ {
		if r.traits[s.tokens[i].Form].thing {
			return "", ""
		}
	}
	first := s.tokens[from].In(r.text)
	if to-from == 1 {
		if full := r.surname(&s.tokens[from]); full != "" {
			return full, r.cast.kind(full)
		}
		return "", ""
	}
	if full := r.surname(&s.tokens[to-1]); full != "" && (r.given(&s.tokens[from]) == "" || to-from > 2 || strings.Count(full, " ") > 1) && strings.HasPrefix(full, first+" ") {
		return full, r.cast.kind(full)
	}
	if kind := r.given(&s.tokens[from]); kind != "" {
		return r.raw(s, from, to), kind
	}
	if w := s.tokens[from].lower; r.g.titles[w] {
		// "Duke Anselm", "Ms Reed": the one of that name, if the text has named one.
		kind := ""
		switch {
		case r.g.men[w]:
			kind = "he"
		case r.g.women[w]:
			kind = "she"
		}
		if full := r.surname(&s.tokens[to-1]); full != "" {
			if f := r.cast.figures[full]; f != nil && f.kind == "" {
				f.kind = kind
			}
			return full, r.cast.kind(full)
		}
		return r.raw(s, from, to), cmp.Or(kind, r.given(&s.tokens[from+1]))
	}
	text := r.raw(s, from, to)
	if from > 0 && s.has(from-1, det|prep) && !s.has(from-1, name) || allCaps(first) || r.cast.places[text] {
		if from > 0 && s.has(from-1, prep) && len(r.cast.places) < maxPlaces {
			r.cast.places[text] = true
		}
		return "", "" // "the Royal Prize", "at Gull Point"
	}
	if r.g.sites[s.tokens[to-1].lower] || r.g.sites[s.tokens[from].lower] {
		return "", "" // "Mill Lane", "Second Symphony"
	}
	return text, ""
}

// maxPlaces bounds how many names of places are kept.
const maxPlaces = 4096

// hyphened returns where the name at token i begins if a hyphen ties it to one before: "Jean-Baptiste Roume".
func (r *reader) hyphened(s *sentence, i int) int {
	for i > 1 && s.is(i-1, "-") && s.has(i-2, name) && s.tokens[i-2].End == s.tokens[i-1].Start && s.tokens[i-1].End == s.tokens[i].Start {
		i -= 2
	}
	return i
}

// kind returns what pronoun is known to stand for the person named in full.
func (c *cast) kind(full string) string {
	if f := c.figures[full]; f != nil {
		return f.kind
	}
	return ""
}

// notice notes the persons that a sentence names.
func (r *reader) notice(s *sentence) {
	c := &r.cast
	for i := 0; i < len(s.tokens); i++ {
		if !s.has(i, name) || s.tokens[i].quoted {
			continue // of a work's title nobody is spoken
		}
		from := i
		for i < len(s.tokens) && s.has(i, name) && (i == from || s.tokens[i].Start-s.tokens[i-1].End <= 1) {
			i++
		}
		if r.g.lang == "de" {
			// Every noun is written like a name.
			for from < i && r.given(&s.tokens[from]) == "" && r.surname(&s.tokens[from]) == "" {
				from++
			}
			if from == i {
				continue
			}
			if r.given(&s.tokens[from]) == "" {
				i = from + 1
			} else {
				to := from + 1 // given names, then the surname
				for to < i && r.given(&s.tokens[to]) != "" {
					to++
				}
				i = min(i, to+1)
			}
		}
		from = r.hyphened(s, from)
		full, kind := r.figureIn(s, from, i)
		if full == "" || c.figures[full] != nil && s.is(i, "'", "’") && s.is(i+1, "s") {
			continue // "Lowe's rival" is not about Lowe
		}
		f := c.figures[full]
		if f == nil {
			f = &figure{text: full, kind: kind, said: r.traits[s.tokens[i-1].Form].said}
			c.figures[full] = f
			last := &s.tokens[i-1]
			if i-from > 2 && allCaps(last.In(r.text)) {
				last = &s.tokens[i-2] // "Duke Anselm II"
			}
			if r.surname(last) == "" && (kind != "" || from > 0 && r.roleAt(s, from-1) && !s.has(from-1, name) || r.g.titles[s.tokens[from].lower]) {
				r.call(last, full)
			}
		}
		f.last = c.sentence
		c.see(f)
	}
}

// maxRecent bounds how many persons a pronoun is weighed against, so that a long roll of names stays linear.
const maxRecent = 48

// see moves a person to the end of those last named.
func (c *cast) see(f *figure) {
	if i := slices.Index(c.recent, f); i >= 0 {
		c.recent = slices.Delete(c.recent, i, i+1)
	} else if len(c.recent) == maxRecent {
		c.recent = slices.Delete(c.recent, 0, 1)
	}
	c.recent = append(c.recent, f)
}

// leading returns the one whom the article calls he, or she, from afar: nobody else whom the pronoun could mean has been
// named since.
func (r *reader) leading(kind string) *actor {
	c := &r.cast
	if c.stranger(kind, max(0, c.sentence-2)) {
		return nil // "The surgeon came. He …"
	}
	var best *figure
	tie := false
	for _, f := range c.recent {
		if f.kind != "" && f.kind != kind {
			continue
		}
		switch {
		case best == nil || f.last > best.last:
			best, tie = f, false
		case f.last == best.last:
			tie = true
		}
	}
	if best == nil || tie || best.kind != kind || best.said < 3 && c.sentence-best.last > 1 {
		return nil
	}
	for _, f := range c.recent {
		if f != best && (f.kind == "" || f.kind == kind) && (f.said >= heroic || c.sentence-f.last <= 8) && (2*f.said > best.said || c.sentence-best.last > 1 && c.sentence-f.last < 6) {
			return nil
		}
	}
	return &actor{text: best.text, person: true, named: true, pronoun: kind, sentence: best.last}
}

// spoken returns the pronoun that the text uses for persons, if it is one only or nearly so: it tells what the one is
// called whom the article is about.
func (r *reader) spoken() string {
	count := map[string]int{}
	for _, t := range r.whole.Tokens {
		switch r.whole.Spelling(t.Form).Lower {
		case "he", "his", "him", "himself":
			count["he"]++
		case "she", "her", "hers", "herself":
			count["she"]++
		}
	}
	for kind, other := range map[string]string{"he": "she", "she": "he"} {
		if count[kind] >= 4 && count[kind] >= 4*count[other] {
			return kind
		}
	}
	return ""
}

// heroic is how often the text must say a name for it to be the one that a pronoun means beside a person without a name.
const heroic = 4

// hero returns the one whom the article is about, if the pronoun can mean that person: an article that begins with a
// person as its subject calls that person by the pronoun throughout, unless another whom it could mean has been the
// subject, or was named alone, just before.
func (r *reader) hero(kind string) *actor {
	c := &r.cast
	h := c.hero
	if r.g.lang != "en" || h == nil || h.kind != kind || // elsewhere things are he and she, too
		c.stranger(kind, max(0, c.sentence-2)) && (h.said < heroic || c.sentence-h.doer > 6) {
		return nil
	}
	for _, f := range c.recent {
		if f == h || f.kind != "" && f.kind != kind {
			continue
		}
		if f.doer > 0 && f.doer >= h.doer && c.sentence-f.doer <= 3 || f.last > h.last && c.sentence-f.last <= 1 {
			return nil
		}
		if f.last == h.last && (h.said < 3 || 2*f.said > h.said) {
			return nil // "Ada Reed met Mary Lowe. She …"
		}
	}
	return &actor{text: h.text, person: true, named: true, pronoun: kind, sentence: h.last}
}

var (
	herNames = setOf(`Ada Adele Aino Aisha Amina Ana Anita Carmen Ebba Elin Fatima Freya Gudrun Indira Inger Ingeborg Kaisa Karen Kirsten Lakshmi Leila Liisa Lucía Mina Noor Priya Selma Shirin
		Sigrid Solveig Sunita Tove Ulla Yasmin Yuki Agatha Agnes Alice Amelia Amélie Amy Ann Anna Anne Annie Anneliese Antoinette Astrid Barbara Beatrice Beatrix Bertha Betty
		Brigitte Camille Caroline Catherine Cecilia Cécile Charlotte Christina Christine Clara Claire Clémence Colette Constance Cornelia Diana
		Dora Dorothea Dorothy Edith Eleanor Elena Elise Elisabeth Elizabeth Ella Ellen Elsa Elsbeth Else Emilia Emilie Émilie Emily Emma Emmy Erika Esther
		Eugénie Eva Evelyn Fanny Florence Frances Franziska Françoise Frieda Frida Gabriele Geneviève Gertrud Gertrude Grace Greta Grete Hana Hannah Hanna
		Harriet Hedwig Hedy Helen Helena Helene Hélène Henrietta Henriette Hertha Hilda Hilde Hildegard Ida Inge Ingrid Irene Irène Irma Isabel
		Isabella Isabelle Jane Janet Jeanne Jenny Jessica Joan Johanna Josephine Joséphine Judith Julia Julie Juliette Karin Karoline Katharina
		Katherine Kathleen Käthe Klara Laura Leonora Lena Lili Lillian Lily Lina Lisa Lise Lotte Louise Louisa Lucia Lucie Lucy Luise Lydia Mabel Madeleine
		Magdalena Margaret Margarete Margarethe Marguerite Maria Marianne Marie Marion Martha Marthe Mary Mathilde Matilda Mathilda Maud
		Mileva Monica Monika Nadia Nancy Nina Nora Olga Olivia Olympe Patricia Paula Pauline Petra Rachel Rebecca Regina Renate Renée Rita Rosa Rosalind Rose
		Rosalie Ruth Sabine Sally Sarah Simone Sofia Sofie Sonja Sophia Sophie Susan Susanne Suzanne Sylvia Teresa Thea Theresa Therese
		Thérèse Ursula Valentina Valerie Vera Veronica Victoria Viktoria Violet Virginia Wilhelmine Yvonne Zoe
		Adriana Agnieszka Aisling Alejandra Aleksandra Alexandra Alina Amanda Amara Anastasia Angela Angelika Anja Anneke Annika Antonia Anya Ariadne Arlene
		Ayşe Beata Bettina Bianca Birgit Bridget Britta Carla Carolina Carolyn Chantal Chiara Chioma Chloe Cristina Cynthia Dagmar Daniela Deborah Delia
		Denise Donna Doris Dorota Dragana Eileen Ekaterina Eleonora Elina Ellinor Eloise Elspeth Elvira Ewa Fiona Francesca Freda Frederica Gemma Gerda
		Gillian Gisela Giulia Gwen Gwendolyn Halina Heidi Heike Helga Hermine Hilary Ilsa Ilse Imogen Ines Inga Inés Iryna Isobel Ivana Jacqueline Jana
		Janice Jeannette Jelena Jennifer Joanna Joanne Jolanta Joyce Juana Julieta Jutta Kamala Karina Kate Kerstin Kristin Kristina Larissa Leah Lidia
		Lieselotte Liesl Linda Lorraine Lucinda Ludmila Lyudmila Maeve Mairead Maja Malala Manuela Maren Margit Margot Marina Marlene Marta Maureen
		Małgorzata Meera Megan Melanie Michelle Mildred Milena Minna Miriam Moira Molly Muriel Nadezhda Nadine Naomi Natalia Natalie Natasha Ngozi Nicole
		Noelle Nuria Odette Oksana Olena Orla Pamela Pauliina Penelope Phyllis Pilar Polly Priscilla Radha Raquel Rebekah Renata Rosamund Rosemary Roxana
		Rukmini Sabina Samantha Sandra Sara Saskia Sheila Shirley Sibylle Silvia Siobhan Siri Sita Stella Stephanie Svetlana Tamara Tanya Tatiana Tessa Tina
		Trudy Uma Vanessa Veronika Vesna Wanda Wangari Wendy Xenia Yolanda Yvette Zainab Zofia Zoya Zsófia
		Honoria Inès Aline Agathe Anaïs Aurélie Bernadette Clotilde Danielle Delphine Élise Élodie Estelle Fabienne Gisèle Huguette Jacinthe Léa Lucienne Maëlle Marceline Mireille Monique Nathalie Noémie Ophélie Raymonde Sandrine Solange Sylvie Véronique Viviane Zoé Gertraud Heidrun Irmgard Käte Leni Liesbeth Mechthild Ottilie Roswitha Sieglinde Trude Waltraud Birgitta Agneta Gunilla Kajsa Lovisa Maj Siv Ylva Agata Ewelina Grażyna Jadwiga Katarzyna Krystyna`)
	hisNames = setOf(`Aage Ahmed Akira Ali Arjun Arvid Axel Bjørn Eino Erik Farid Gunnar Hari Hassan Hiroshi Hussein Jorge Juhani Kenji Knut Lauri Leif Luis Magnus Manuel Matti Mohammed Muhammad Mustafa Nils Olof
		Omar Pekka Rajiv Ramon Rasmus Ravi Søren Tage Takeshi Tauno Väinö Yusuf Aaron Abraham Adam Adolf Alan Albert Albrecht Alexander Alexandre Alfred Alois Anders Andrew André Andreas Anselm Anthony Anton Antoine Antonio
		Arnold Arthur August Auguste Augustus Benedict Benjamin Benoît Bernard Bernhard Bertrand Boris Bruno Carl Carlos Charles Christian Christoph
		Christopher Claude Conrad Daniel David Denis Dennis Dietrich Dmitri Donald Edgar Edmund Eduard Édouard Edward Edwin Émile Emil Emmanuel Enrico
		Eric Erich Ernest Ernst Erwin Étienne Eugen Eugène Felix Ferdinand Francis Francesco François Frank Franz Frédéric Frederick Friedrich Fritz Gabriel
		Gaston Geoffrey Georg George Georges Gerald Gerhard Gilbert Giovanni Giuseppe Gottfried Gottlieb Graham Gregor Gregory Guillaume Guido
		Gustav Guy Hans Harald Harold Harry Heinrich Helmut Henri Henry Herbert Hermann Horace Howard Hubert Hugh Hugo Humphrey Ian Ibrahim Igor Isaac Ivan Jack
		Jacob Jacques Jakob James Jan Jean Jerome Joachim Johan Johann Johannes John Jonas Jonathan Josef José Joseph Josip Joshua Juan Jules Julius Karl
		Kaspar Kenneth Klaus Konrad Kurt Lars Laurent Lawrence Leo Leon Léon Leonard Leonhard Leopold Lewis Louis Luca Lucien Ludwig Luigi Lukas Manfred Marc Marcel Marco Mario
		Mark Markus Martin Martti Matthew Matthias Maurice Max Maximilian Michael Michel Miguel Mikhail Moritz Moses Nathan Nathaniel Neil Niccolò Nicholas Nicolas Niels Nikola Nikolai
		Nikolaus Norbert Norman Oliver Olivier Oscar Oskar Otto Pablo Patrick Paul Pavel Pedro Peter Philip Philipp Philippe Pierre Piet Pieter Rafael Ralph Raymond
		Reinhard Reinhold René Richard Robert Roger Roland Rolf Rudolf Rupert Samuel Sebastian Siegfried Sigmund Simon Stefan Stephen Steven Sven Theo
		Theodor Théodore Theodore Théophile Thomas Tobias Tomás Ulrich Victor Viktor Vincent Vladimir Walter Werner Wilhelm William Willy Winston Wolfgang Xaver Yves
		Abdul Abel Adnan Adrian Aidan Aksel Alain Alberto Aldo Alec Alejandro Aleksander Aleksandr Alessandro Alfonso Alfredo Alistair Allan Allen Alvin
		Amadeus Amartya Ambrose Amir Anatole Anatoly Andrei Andrej Andreu Andrzej Angus Anil Ansel Arie Arkady Armand Arne Aron Arturo Asger Ashok Attila
		Aurélien Baldwin Baptiste Barnabas Barry Bartholomew Basil Bastian Bastien Ben Bengt Bernt Björn Bob Bogdan Brendan Brian Béla Calvin Carlo Casimir
		Cecil Cedric Chris Christophe Claudio Clement Clifford Clive Clément Colin Conor Cormac Cornelis Cornelius Curt Cyril Cyrille César Damian Damien
		Darius Dave Declan Derek Desmond Dezső Didier Diego Dieter Dimitri Dimitris Dinesh Dino Dirk Dmitry Dominic Dominik Donal Dragan Duncan Dylan Eamon
		Eberhard Eddie Eduardo Edvard Egon Elias Elijah Ellis Emile Emilio Enrique Eoin Ephraim Erasmus Ernesto Esteban Eugene Evan Ewald Ezra Fabian
		Federico Ferenc Fergus Fernando Filip Finn Floris Francisco Fred Fyodor Gabor Gareth Garry Gary Gavin Gennady Georgi Georgios Gerard Gerardo Germain
		Gerrit Giacomo Gilles Gino Giorgio Godfrey Gregorio Grigory Guillermo Gábor Gérard Günter Günther Hakan Hamid Hamish Haruki Hector Heinz Helge
		Hendrik Henrik Henryk Hervé Hieronymus Hiram Holger Horatio Horst Howell Huw Ichiro Ignacio Ignacy Ignatius Ilya Immanuel Imran Imre Ingmar Irving
		Isambard Ismail István Ivar Ivor Jaap Jake Jamal Jared Jason Javier Jawaharlal Jeff Jeffrey Jenő Jeremiah Jeremy Jerry Jerzy Jesper Jesse Jim Jimmy
		Joaquín Joe Joel Jomo Joost Jorgen Josiah Jozef Juho Julian Julio Justin Jörg Jörgen Jürgen Karel Karol Kazimierz Keith Kemal Ken Kevin Kieran Kofi
		Konstantin Kostas Kristian Kristof Kwame Lachlan Laurence Lech Lennart Leonid Liam Linus Lionel Llewellyn Loren Lorenz Lorenzo Lothar Loïc Lucian
		Lucjan Lukasz Luke Luther László Maarten Malcolm Marcus Marek Marius Masahiro Mathias Mathieu Mathis Mats Maxime Mehmet Melvin Mick Mieczysław
		Mihály Milan Miles Miloš Minoru Mircea Mirosław Mohamed Mohandas Mordecai Morris Mortimer Naveen Neville Nick Nicolae Nigel Nikita Nikos Noah Noel
		Octave Olaf Ole Oleg Orlando Orville Osman Osvaldo Ove Paavo Padraig Paolo Pascal Perry Phil Philibert Phineas Pierluigi Pietro Piotr Poul Prakash
		Preben Quentin Quincy Rabindranath Radu Rainer Ramesh Ramón Randolph Raoul Raphael Raúl Reginald Reuben Rhys Ricardo Rick Rob Roberto Rodney Rodrigo
		Romain Ron Ronald Rory Roy Ruairi Ruben Rubén Rufus Rui Ruud Ryan Ryu Rémi Salvatore Sam Sanjay Satoshi Satyajit Saul Seamus Sean Sergei Sergio
		Shaun Shigeru Silas Silvester Silvio Slobodan Solomon Spyros Stanislav Stanisław Stefano Steffen Sten Steve Stewart Stig Stuart Subhas Suresh Sverre
		Sylvain Sylvester Sándor Tadeusz Taras Ted Terence Terry Thabo Thaddeus Thierry Thorvald Tibor Tim Timothy Tom Tommy Tony Torsten Toussaint Trevor
		Tristan Tycho Ulysses Umberto Uwe Valentin Valentino Vasily Vaughan Vicente Vidkun Vikram Vilhelm Vilmos Vlad Volker Václav Walther Wenceslas
		Wendell Wilbur Wilfred Wilfrid Willem Willi Wim Władysław Yannick Yasser Yevgeny Yiannis Yuri Zacharias Zoltán Zulfikar Zygmunt Ángel
		Augustin Aristide Gustave Honoré Isidore Urbain Rémy Blaise Fabrice Gaspard Gauthier Hippolyte Jérôme Léonard Luc Marcelin Prosper Régis Sébastien Thibault Xavier Yvon Detlef Eckhart Friedhelm Gerd Gernot Hartmut Helmuth Jobst Ottmar Rüdiger Ulf Utz Volkmar Willibald Rafał Tomasz Paweł Michał Krzysztof Wojciech Jacek Zbigniew`)
)
