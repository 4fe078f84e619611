package chronicle

// Given names tell whether a person is "he" or "she": common ones of the languages that articles in English, German and
// French speak of. A name that both sexes bear is in neither list.

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
		Honoria Inès Aline Agathe Anaïs Aurélie Bernadette Clotilde Danielle Delphine Élise Élodie Estelle Fabienne Gisèle Huguette Jacinthe Léa Lucienne Maëlle Marceline Mireille Monique Nathalie Noémie Ophélie Raymonde Sandrine Solange Sylvie Véronique Viviane Zoé Gertraud Heidrun Irmgard Käte Leni Liesbeth Mechthild Ottilie Roswitha Sieglinde Trude Waltraud Birgitta Agneta Gunilla Kajsa Lovisa Maj Siv Ylva Agata Ewelina Grażyna Jadwiga Katarzyna Krystyna
		Magda Beth Ethel Enid Gladys Hazel Iris Ivy Jill Kitty Lottie Maisie Marjorie Millicent Minnie Myrtle Nell Nellie Olive Peggy Philippa Rhoda
		Sadie Sybil Tilda Viola Winifred Effie Elsie Flora Georgina Gwyneth Hester Isla Jemima Keziah Lavinia Letitia Lettice Nettie Phoebe Rowena
		Ruby Selina Susannah Tabitha Thomasina Wilhelmina Zelda Bronwen Ceridwen Catriona Morag Mhairi Shona Niamh Roisin Sinead Oonagh Deirdre
		Grainne Lucrezia Ottavia Giovanna Paola Rosalba Beatriz Dolores Inmaculada Consuelo Esperanza Catarina Leonor Anneli Helmi Hilja Kerttu Saara
		Aase Bodil Dagny Hjördis Ragnhild Signe Thyra Turid Vigdis`)
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
		Augustin Aristide Gustave Honoré Isidore Urbain Rémy Blaise Fabrice Gaspard Gauthier Hippolyte Jérôme Léonard Luc Marcelin Prosper Régis Sébastien Thibault Xavier Yvon Detlef Eckhart Friedhelm Gerd Gernot Hartmut Helmuth Jobst Ottmar Rüdiger Ulf Utz Volkmar Willibald Rafał Tomasz Paweł Michał Krzysztof Wojciech Jacek Zbigniew
		Amos Asa Caleb Clarence Cuthbert Cyrus Douglas Dudley Edmond Elmer Enoch Ernie Ezekiel Floyd Gideon Gordon Grover Harvey Herman Hezekiah
		Homer Hosea Ira Irwin Isaiah Jabez Jasper Jed Jedediah Jethro Josh Leander Levi Lloyd Lyman Micah Milton Montague Myron Nehemiah Obadiah
		Oswald Otis Percy Seth Sidney Stanley Thurston Uriah Virgil Wallace Warren Zachary Zebulon Alasdair Callum Ewan Finlay Iain Murdo Ruaridh
		Torquil Dafydd Emrys Gethin Gwilym Idris Ieuan Owain Rhodri Cathal Cillian Diarmuid Eoghan Fintan Malachy Oisin Padraic Ronan Amedeo Cesare
		Cosimo Emanuele Ettore Fausto Filippo Gaetano Gennaro Gianni Massimo Ottavio Raffaele Renato Sandro Silvano Teodoro Tommaso Vincenzo Vittorio
		Alvaro Baltasar Bartolomé Cristóbal Domingo Felipe Gonzalo Hernando Íñigo Jaime Sancho Gustaf Gösta Håkan Kjell Olle Rune Sture Torbjörn Jens
		Asbjørn Einar Halfdan Haakon Håkon Olav Sigurd Torkel Trygve Eetu Kalle Toivo Urho Yrjö Arvo Jüri Kaarel`)
)
