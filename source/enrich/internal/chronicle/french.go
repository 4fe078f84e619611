package chronicle

import "strings"

func newFrench() *grammar {
	g := &grammar{lang: "fr", words: make(map[string]tag), orgs: make(map[string]bool), the: "le", was: [2]string{"fut", "furent"}, bc: "av. J.-C."}
	g.months = [13]string{"", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	g.seasons = [5]string{"", "printemps", "été", "automne", "hiver"}
	g.dayForm, g.decadeForm = "%d %s %s", "années %d"
	g.mods = map[string]string{"START": "début ", "MID": "mi-", "END": "fin ", "APPROX": "vers "}
	g.add(`le la les l un une des du ce cet cette ces chaque plusieurs quelques deux trois quatre cinq six sept huit neuf dix douze`, det)
	g.add(`de d à au aux en dans par pour sur sous avec sans vers chez entre contre depuis pendant durant dès avant après jusqu selon malgré`, prep)
	g.add(`en au à dans pendant durant vers`, when)
	g.add(`il elle ils elles`, pron)
	g.add(`il elle`, person)
	g.add(`son sa ses leur leurs`, poss)
	g.add(`ceci cela ça celui celle ceux celles`, demo)
	g.add(`et ou mais ni or donc car`, coord)
	g.add(`quand lorsque lorsqu comme si puisque puisqu tandis alors où`, sub)
	g.add(`si`, iffy)
	g.add(`qui que qu dont lequel laquelle`, rel)
	g.add(`était étaient avait avaient faisait semblait restait devait pouvait voulait`, present)
	g.add(`peut peuvent pourrait doit doivent devrait va vont`, modal)
	g.add(`ne n pas jamais`, neg)
	g.add(`a ont est sont fut furent eut eurent sera seront aura auront`, be)
	g.add(`se s y lui finalement ensuite aussi également officiellement rapidement puis alors enfin plus très déjà`, adverb)
	g.add(`ainsi donc or puis ensuite enfin alors finalement cependant toutefois pourtant néanmoins mais et car bref`, opener)
	g.words["alors"] = adverb | opener
	g.add(`prit mit vint devint reçut mourut naquit vit conquit perdit vendit rendit fit dit écrivit ouvrit offrit partit sortit
		construisit produisit conduisit détruisit obtint tint revint parvint entreprit apprit remit permit promit lut élut
		vécut parut disparut connut battit défendit descendit répondit choisit réussit finit bâtit établit réunit fournit
		prirent mirent vinrent devinrent reçurent moururent perdirent firent écrivirent ouvrirent partirent`, past)
	g.narrated = make(map[string]bool)
	narrate := func(forms string) {
		g.add(forms, past)
		for _, form := range strings.Fields(forms) {
			g.narrated[form] = true
		}
	}
	for _, w := range strings.Fields(narrated) {
		narrate(strings.Join(presents(w), " "))
	}
	delete(g.narrated, "président") // the noun
	delete(g.words, "président")
	narrate(`devient deviennent meurt naît reçoit reçoivent obtient obtiennent prend prennent reprend entreprend met remet permet admet ouvre ouvrent rouvre offre part
		sort revient vient parvient intervient conclut élit lit rejoint rejoignent vend vendent rend perd
		défend descend étend répond finit réunit réussit bâtit établit agrandit fournit choisit subit franchit acquiert conquiert conçoit aperçoit survient survit disparaît
		disparaissent paraît apparaît reparaît naissent meurent ouvrent deviennent détient obtient soutient maintient retient fuit suit poursuit bat combat rompt interrompt
		envahit investit saisit promeut parcourt secourt accourt décide
		viennent reviennent parviennent interviennent surviennent prennent reprennent entreprennent mettent remettent permettent partent sortent offrent concluent perdent défendent
		descendent étendent finissent réunissent réussissent bâtissent établissent agrandissent fournissent choisissent subissent franchissent conquièrent reçoivent
		détiennent soutiennent maintiennent retiennent fuient suivent poursuivent battent combattent rompent interrompent envahissent investissent saisissent meurent
		construisent reconstruisent détruisent produisent traduisent conduisent abolissent démolissent`)
	g.add(`fait font`, either)
	g.prenominal = setOf(`premier première second seconde deuxième troisième dernier dernière nouveau nouvel nouvelle grand grande petit petite bon bonne autre même
		ancien ancienne vieux vieille long longue haut haute gros grosse beau bel belle brève courte jeune`)
	g.causative = setOf("fait font")
	g.add(`sorti sortie sortis sorties parti partie partis parties disparu disparue disparus disparues paru parue parus parues apparu apparue venu venue venus venues revenu
		revenue devenus devenues rejoint rejointe repris conçus tenue rendu rendue reçus reçues battu battue défendu tombés lu lue élus élues descendu descendue survenu survenue
		vaincu vaincue ouvert ouverte ouverts ouvertes offerts morts mortes nés`, part)
	g.add(`reprit surprit comprit soumit transmit admit émit commit rendit vendit perdit étendit entendit suivit servit sortit partit investit agrandit
		subit fournit franchit remplit saisit introduisit produisit traduisit réduisit construisit reconstruisit inscrivit décrivit souscrivit retint soutint
		maintint intervint survint conçut aperçut résolut conclut élargit démolit convertit abolit enrichit réunit redevint détint interdit proscrivit
		accourut secourut parcourut tomba`, past)
	g.add(`vécut connut dit`, stative)
	g.add(`né née nés nées mort morte fait faite faits faites ouvert ouverte offert écrit écrite pris prise mis mise venu venue devenu devenue
		reçu reçue élu élue vendu vendue perdu construit construite détruit détruite conquis signé fondé créé été eu dû couvert découvert découverte`, part)
	g.add(`situé située connu connue considéré considérée composé composée destiné prévu prévue censé lié utilisé utilisée resté restée`, stative|part)
	g.add(`je nous vous tu quoi`, deictic)
	g.words["on"] = 0 // "En 1606 on posa la première pierre" tells as much as a passive
	g.dayParts = setOf("nuit soirée matinée journée")
	g.ending = func(w string) tag {
		switch {
		case futur(w) && !notVerbs[w], strings.HasSuffix(w, "èrent"), strings.HasSuffix(w, "irent") && len(w) > 6, strings.HasSuffix(w, "urent") && len(w) > 6:
			return past
		case strings.HasSuffix(w, "aient"), strings.HasSuffix(w, "ait") && len(w) > 5:
			return present
		case strings.HasSuffix(w, "a") && len(w) > 3 && !notVerbs[w]:
			return past
		case strings.HasSuffix(w, "é"), strings.HasSuffix(w, "ée"), strings.HasSuffix(w, "és"), strings.HasSuffix(w, "ées"):
			return part
		case strings.HasSuffix(w, "ant") && len(w) > 5:
			return ing
		case strings.HasSuffix(w, "ment") && len(w) > 6:
			return adverb
		}
		return 0
	}
	for _, w := range strings.Fields(`pendant durant enfant enfants gouvernement mouvement traitement armement parlement département bâtiment
		événement moment monument instrument document élément appartement avant auparavant suivant important restaurant habitant
		commandant lieutenant côté marché université société liberté traité cité été année armée journée comité député
		musée lycée degré abbé curé clergé évêché duché comté beauté autant devant maintenant président`) {
		if _, ok := g.words[w]; !ok {
			g.words[w] = 0
		}
	}
	g.orgs = setOf("otan société université armée compagnie banque traité union parti république académie institut guerre")
	g.men = setOf("fils père frère mari neveu cousin oncle gendre roi prince duc comte évêque")
	g.women = setOf("fille mère sœur femme épouse nièce cousine tante reine princesse duchesse comtesse")
	g.appearing = setOf("commence commença débute débuta naît naquit meurt mourut paraît parut apparaît apparut éclate éclata ouvre ouvrit ouvrent disparaît disparut disparaissent naissent éclatent arrivent arrivèrent arrive arriva commencent commencèrent débutent débutèrent paraissent parurent survient survint")
	g.lives = &lives{born: []string{"né", "née", "°", "naissance"}, died: []string{"mort", "morte", "décédé", "décédée", "†"}, between: []string{"le", "en", "vers", "l", "’", "'", "an"}, places: []string{"à", "au", "en", "dans", "près"},
		bornIn: " naquit %s", diedIn: " mourut %s", fronted: []string{"né", "née"}, pronoun: []string{"il", "elle"}}
	g.completed, g.arrived = make(map[string]bool), make(map[string]bool)
	for _, w := range strings.Fields(`fondé créé construit bâti édifié érigé élevé inauguré achevé détruit reconstruit rasé restauré rénové classé incendié abandonné
		ouvert fermé vendu acheté racheté publié composé imprimé lancé commencé terminé démoli agrandi transformé rebâti consacré béni inscrit conçu annexé rattaché
		nommé élu promu admis ordonné sacré couronné muté condamné arrêté exilé libéré décoré intronisé canonisé mobilisé incorporé déporté interné anobli baptisé`) {
		g.completed[w], g.completed[w+"e"] = true, true
	}
	for _, w := range strings.Fields("devenu entré parti arrivé revenu rentré retourné mort décédé") {
		g.arrived[w], g.arrived[w+"e"] = true, true
	}
	g.kin = setOf("fils fille frère sœur père mère mari femme épouse neveu nièce cousin cousine oncle tante gendre associé associée élève successeur")
	g.perfects = map[string]string{"avait": "a", "avaient": "ont"}
	g.add(`avait avaient`, had)
	for _, w := range strings.Fields(`reconstruit inscrit conduit transmis soumis admis promis remis conclu rendu tenu entendu défendu étendu conçu atteint peint éteint produit réduit
		introduit traduit interdit décrit souscrit repris surpris acquis détruit construit élu vendu élargi agrandi enrichi établi bâti démoli converti réuni
		investi envahi saisi garni muni banni affranchi franchi subi enfoui englouti assailli trahi fourni réparti averti assujetti aboli aplani rétabli anobli`) {
		g.add(w+" "+w+"e "+w+"s "+w+"es", part)
	}
	g.pronouns = map[string]string{"il": "he", "elle": "she"}
	g.objects = map[string]string{"lui": "he", "nous": "we", "vous": "we"}
	g.loose = setOf("finalement ensuite aussi également puis alors enfin")
	g.rangeWords = []string{"de", "du", "entre"}
	g.yearWords = []string{"l'an", "an", "l'année", "année"}
	g.ofWords, g.subjectRelatives = []string{"de"}, []string{"qui"}
	g.about = []string{"environ", "vers"}
	g.before = setOf("déjà seulement")
	g.bounding = setOf("avant après depuis jusqu dès")
	g.against = []string{"mais"}
	g.fromWords, g.toWords = []string{"de"}, []string{"à"}
	g.likeWords = []string{"comme"}
	g.clitics = setOf("le la les l lui leur en y")
	g.occasionWords = []string{"de", "du"}
	g.occasions = setOf(`crue grève guerre crise incendie inondation tempête épidémie famine explosion bataille siège révolte émeute émeutes séisme tremblement
		élection élections exposition réforme loi traité accord attentat bombardement bombardements gel sécheresse orage avalanche accident`)
	g.apparatus = make(map[string]bool)
	for _, t := range []string{"références", "bibliographie", "notes", "sources", "notes et références", "liens externes", "pour aller plus loin", "lectures complémentaires", "voir aussi"} {
		g.apparatus[t] = true
	}
	g.expletives, g.thatWords, g.doWords = []string{"il"}, []string{"que", "qu"}, []string{"de", "d"}
	g.weather = setOf("neigea plut gela grêla tonna neigé plu gelé grêlé tonné")
	g.impersonal = setOf("devint parut apparut sembla fallut resta arriva advint")
	g.judged = setOf("clair évident possible impossible nécessaire difficile facile interdit obligatoire utile certain probable manifeste")
	g.resolvedOn = setOf("décidé convenu résolu proposé question interdit prévu ordonné")
	g.timeWords = []string{"quand", "lorsque", "lorsqu"}
	g.articleDays = true
	return g
}

var notVerbs = setOf("cela déjà voilà vera dira nova front affront sofa soda coca gala data haka java juda lama saga spa yoga opéra agenda caméra panorama cinéma celà visa média pizza extra delta schéma puma samba")

// narrated are verbs of the first group that tell what happened; in the present with a date of the past they do so still, as the
// historic present (M. Grevisse and A. Goosse, Le Bon Usage, § 879).
const narrated = `fonder créer quitter rentrer épouser publier achever inaugurer commencer débuter signer adopter proclamer déclarer nommer
	remplacer succéder intégrer diriger enseigner fréquenter étudier exposer composer écraser exécuter emporter remporter gagner arriver retourner émigrer
	s'installer installer débarquer embarquer attaquer assiéger occuper libérer capituler accorder acheter racheter céder vendre lancer élaborer
	développer présenter transformer aménager restaurer rénover démolir raser incendier ravager dévaster bombarder frapper condamner arrêter emprisonner déporter
	fusiller guillotiner abolir supprimer annexer rattacher fusionner absorber employer embaucher licencier fermer rouvrir cesser abandonner démissionner abdiquer
	hériter léguer donner décéder mourir tomber éclater exploser s'effondrer brûler couler échouer
	rédiger imprimer éditer traduire inventer découvrir breveter expérimenter perfectionner mesurer observer calculer démontrer établir prouver constater confirmer
	recenser classer inscrire labelliser autoriser interdire ordonner décréter promulguer ratifier voter instaurer instituer organiser réorganiser réformer
	accéder monter enlever soulever s'emparer emparer repousser traverser gravir atteindre dépasser battre terminer participer adhérer militer
	sauver recevoir accueillir célébrer fêter commémorer couronner sacrer baptiser enterrer inhumer confier charger envoyer rappeler convoquer réunir
	rapporter consacrer dédier édifier ériger élever reconstruire agrandir ajouter poser percer creuser relier raccorder électrifier moderniser
	assister rencontrer visiter présider camper séjourner cantonner stationner évacuer manœuvrer dresser tenter engager massacrer piller saccager
	détacher réquisitionner licencier mobiliser regagner parcourir sillonner rassembler rebaptiser nationaliser privatiser
	municipaliser concéder affermer louer échanger aliéner hypothéquer aggraver décimer infester dénombrer
	recruter enrôler engager déserter défiler défricher assécher endiguer canaliser niveler paver goudronner
	implanter délocaliser transférer déménager exporter importer monopoliser exploiter fabriquer
	chanter jouer tourner filmer enregistrer sculpter dessiner
	enlever restituer réhabiliter canoniser béatifier excommunier prêcher
	disputer affronter éliminer décrocher égaler pulvériser qualifier reléguer
	équiper doter obtenir renoncer refuser accepter proposer décerner distinguer récompenser élire initier renverser`

// presents returns the third persons of the present of a verb of the first group: crée, créent; lève; emploie. Forms that are
// prepositions or names of things rather than verbs are left out.
func presents(infinitive string) []string {
	stem, first := strings.CutSuffix(infinitive, "er")
	if !first || strings.Contains(infinitive, "'") {
		return nil
	}
	switch {
	case strings.HasSuffix(stem, "oy"), strings.HasSuffix(stem, "uy"):
		stem = stem[:len(stem)-1] + "i"
	case strings.HasSuffix(stem, "ppel"):
		stem += "l"
	case strings.HasSuffix(stem, "chet"), strings.HasSuffix(stem, "lev"), strings.HasSuffix(stem, "men"):
		i := strings.LastIndexByte(stem, 'e')
		stem = stem[:i] + "è" + stem[i+1:]
	case !strings.HasSuffix(stem, "é") && strings.LastIndex(stem, "é") >= 0 && strings.LastIndex(stem, "é") >= len(stem)-4 && !strings.ContainsAny(stem[strings.LastIndex(stem, "é")+2:], "aeiouy"):
		i := strings.LastIndex(stem, "é")
		stem = stem[:i] + "è" + stem[i+2:]
	}
	return []string{stem + "e", stem + "ent"}
}
