package xhtml

import (
	"github.com/quirepress/quire/formats/style"
	"golang.org/x/text/language"
)

// Labels are the words that a book adds to the author's own: those that it
// shares with print, and those of its navigation.
type Labels struct {
	style.Words
	Navigation
}

// Navigation are the words that only a book on a screen needs.
type Navigation struct {
	Landmarks, PageList, Cover, TitlePage, BeginReading, Untitled string
	// Mention names one of several places of a term; Done and Open say whether
	// a task is.
	Mention, Done, Open string
}

// labelsFor returns the words in the language of the tag, else in English.
func labelsFor(lang string) Labels {
	words := style.WordsFor(lang)
	tag, err := language.Parse(words.Lang)
	if err != nil {
		tag = language.English
	}
	base, _ := tag.Base()
	key := base.String()
	if words.Lang == "zh-Hant" {
		key = words.Lang
	}
	n, ok := navigation[key]
	if !ok {
		words, n = style.WordsFor("en"), navigation["en"]
	}
	return Labels{words, n}
}

var navigation = map[string]Navigation{
	"en":      {Landmarks: "Landmarks", PageList: "Pages", Cover: "Cover", TitlePage: "Title page", BeginReading: "Begin reading", Untitled: "Untitled", Mention: "mention", Done: "done", Open: "to do"},
	"de":      {Landmarks: "Wegmarken", PageList: "Seiten", Cover: "Umschlag", TitlePage: "Titelseite", BeginReading: "Beginn des Textes", Untitled: "Ohne Titel", Mention: "Stelle", Done: "erledigt", Open: "offen"},
	"fr":      {Landmarks: "Repères", PageList: "Pages", Cover: "Couverture", TitlePage: "Page de titre", BeginReading: "Début du texte", Untitled: "Sans titre", Mention: "occurrence", Done: "fait", Open: "à faire"},
	"es":      {Landmarks: "Puntos de referencia", PageList: "Páginas", Cover: "Cubierta", TitlePage: "Portada", BeginReading: "Comienzo del texto", Untitled: "Sin título", Mention: "mención", Done: "hecho", Open: "pendiente"},
	"it":      {Landmarks: "Punti di riferimento", PageList: "Pagine", Cover: "Copertina", TitlePage: "Frontespizio", BeginReading: "Inizio del testo", Untitled: "Senza titolo", Mention: "menzione", Done: "fatto", Open: "da fare"},
	"nl":      {Landmarks: "Herkenningspunten", PageList: "Pagina’s", Cover: "Omslag", TitlePage: "Titelpagina", BeginReading: "Begin van de tekst", Untitled: "Zonder titel", Mention: "vermelding", Done: "gedaan", Open: "te doen"},
	"pt":      {Landmarks: "Pontos de referência", PageList: "Páginas", Cover: "Capa", TitlePage: "Página de título", BeginReading: "Início do texto", Untitled: "Sem título", Mention: "menção", Done: "feito", Open: "por fazer"},
	"sv":      {Landmarks: "Landmärken", PageList: "Sidor", Cover: "Omslag", TitlePage: "Titelsida", BeginReading: "Textens början", Untitled: "Utan titel", Mention: "omnämnande", Done: "klart", Open: "att göra"},
	"da":      {Landmarks: "Pejlemærker", PageList: "Sider", Cover: "Omslag", TitlePage: "Titelblad", BeginReading: "Tekstens begyndelse", Untitled: "Uden titel", Mention: "omtale", Done: "udført", Open: "mangler"},
	"no":      {Landmarks: "Landemerker", PageList: "Sider", Cover: "Omslag", TitlePage: "Tittelside", BeginReading: "Tekstens begynnelse", Untitled: "Uten tittel", Mention: "omtale", Done: "gjort", Open: "gjenstår"},
	"fi":      {Landmarks: "Maamerkit", PageList: "Sivut", Cover: "Kansi", TitlePage: "Nimiösivu", BeginReading: "Tekstin alku", Untitled: "Nimetön", Mention: "maininta", Done: "tehty", Open: "tekemättä"},
	"pl":      {Landmarks: "Punkty orientacyjne", PageList: "Strony", Cover: "Okładka", TitlePage: "Strona tytułowa", BeginReading: "Początek tekstu", Untitled: "Bez tytułu", Mention: "wzmianka", Done: "zrobione", Open: "do zrobienia"},
	"cs":      {Landmarks: "Orientační body", PageList: "Strany", Cover: "Obálka", TitlePage: "Titulní strana", BeginReading: "Začátek textu", Untitled: "Bez názvu", Mention: "zmínka", Done: "hotovo", Open: "zbývá"},
	"tr":      {Landmarks: "Yer işaretleri", PageList: "Sayfalar", Cover: "Kapak", TitlePage: "Başlık sayfası", BeginReading: "Metnin başı", Untitled: "Başlıksız", Mention: "geçtiği yer", Done: "yapıldı", Open: "yapılacak"},
	"sq":      {Landmarks: "Pikat e orientimit", PageList: "Faqet", Cover: "Kopertina", TitlePage: "Faqja e titullit", BeginReading: "Fillimi i tekstit", Untitled: "Pa titull", Mention: "përmendje", Done: "e bërë", Open: "për t’u bërë"},
	"el":      {Landmarks: "Ορόσημα", PageList: "Σελίδες", Cover: "Εξώφυλλο", TitlePage: "Σελίδα τίτλου", BeginReading: "Αρχή κειμένου", Untitled: "Χωρίς τίτλο", Mention: "αναφορά", Done: "έγινε", Open: "εκκρεμεί"},
	"ru":      {Landmarks: "Ориентиры", PageList: "Страницы", Cover: "Обложка", TitlePage: "Титульный лист", BeginReading: "Начало текста", Untitled: "Без названия", Mention: "упоминание", Done: "сделано", Open: "предстоит"},
	"uk":      {Landmarks: "Орієнтири", PageList: "Сторінки", Cover: "Обкладинка", TitlePage: "Титульна сторінка", BeginReading: "Початок тексту", Untitled: "Без назви", Mention: "згадка", Done: "зроблено", Open: "треба зробити"},
	"he":      {Landmarks: "ציוני דרך", PageList: "עמודים", Cover: "כריכה", TitlePage: "עמוד השער", BeginReading: "תחילת הטקסט", Untitled: "ללא כותרת", Mention: "אזכור", Done: "בוצע", Open: "לביצוע"},
	"ar":      {Landmarks: "المعالم", PageList: "الصفحات", Cover: "الغلاف", TitlePage: "صفحة العنوان", BeginReading: "بداية النص", Untitled: "بلا عنوان", Mention: "ذكر", Done: "أُنجز", Open: "لم يُنجز"},
	"ja":      {Landmarks: "ランドマーク", PageList: "ページ一覧", Cover: "表紙", TitlePage: "扉", BeginReading: "本文", Untitled: "無題", Mention: "言及", Done: "完了", Open: "未完了"},
	"zh":      {Landmarks: "路标", PageList: "页码", Cover: "封面", TitlePage: "书名页", BeginReading: "正文", Untitled: "无标题", Mention: "提及", Done: "已完成", Open: "待办"},
	"zh-Hant": {Landmarks: "路標", PageList: "頁碼", Cover: "封面", TitlePage: "書名頁", BeginReading: "正文", Untitled: "無標題", Mention: "提及", Done: "已完成", Open: "待辦"},
	"ko":      {Landmarks: "주요 위치", PageList: "쪽 목록", Cover: "표지", TitlePage: "속표지", BeginReading: "본문", Untitled: "제목 없음", Mention: "언급", Done: "완료", Open: "할 일"},
	"fa":      {Landmarks: "نشانه\u200cها", PageList: "صفحه\u200cها", Cover: "جلد", TitlePage: "صفحهٔ عنوان", BeginReading: "آغاز متن", Untitled: "بی\u200cعنوان", Mention: "اشاره", Done: "انجام\u200cشده", Open: "انجام\u200cنشده"},
}

// kind returns the line over the title: "An article with timeline and
// glossary".
func (r *renderer) kind() string {
	var parts []string
	t := r.book.Traits
	for _, p := range []struct {
		there bool
		word  string
	}{{t.Timeline, r.words.Timeline}, {t.Glossary, r.words.Glossary}, {t.Index, r.words.Index}} {
		if p.there {
			parts = append(parts, p.word)
		}
	}
	if r.opt.ChapterLabels || len(parts) == 0 {
		return ""
	}
	return r.words.Titled(parts...)
}
