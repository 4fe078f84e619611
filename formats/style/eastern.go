package style

import "strings"

// Words of Chinese, Japanese and Korean, which write dates and numbers in patterns of their own.

func easternWords() []Words {
	numbers := strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12")
	return []Words{
		{
			Lang: "ja", self: "日本語", Contents: "目次", Chapter: "章", Part: "部", Figure: "図", Table: "表", Notes: "注", Continued: "続き",
			SeeAlso: "参照", Article: "記事", With: "付き", And: "と", Timeline: "年表", Glossary: "用語集", Index: "索引", Passim: "ほか",
			TimelineIntro: "本文から抽出した年表です。各項目の末尾の数字は、その文のあるページを示します。",
			Edition:       "版", Page: "ページ", Pages: "ページ",
			Note: "注記", Tip: "ヒント", Important: "重要", Warning: "警告", Caution: "注意",
			months: numbers, date: "y年M月d日", monthly: "y年M月",
			closed: closed{chapter: "第%s章", edition: "%s版", titled: "%s付きの記事", comma: "、"},
		},
		{
			Lang: "zh", self: "中文", Contents: "目录", Chapter: "章", Part: "部", Figure: "图", Table: "表", Notes: "注释", Continued: "续",
			SeeAlso: "另见", Article: "文章", With: "附", And: "和", Timeline: "大事年表", Glossary: "术语表", Index: "索引", Passim: "等处",
			TimelineIntro: "年表摘自正文。每条末尾的数字为该句所在的页码。",
			Edition:       "版", Page: "页", Pages: "页",
			Note: "注", Tip: "提示", Important: "重要", Warning: "警告", Caution: "小心",
			months: numbers, date: "y年M月d日", monthly: "y年M月",
			closed: closed{chapter: "第%s章", edition: "%s版", titled: "文章，附%s", comma: "、"},
		},
		{
			Lang: "zh-Hant", self: "中文", Contents: "目錄", Chapter: "章", Part: "部", Figure: "圖", Table: "表", Notes: "註釋", Continued: "續",
			SeeAlso: "另見", Article: "文章", With: "附", And: "和", Timeline: "大事年表", Glossary: "詞彙表", Index: "索引", Passim: "等處",
			TimelineIntro: "年表摘自正文。每條末尾的數字為該句所在的頁碼。",
			Edition:       "版", Page: "頁", Pages: "頁",
			Note: "註", Tip: "提示", Important: "重要", Warning: "警告", Caution: "小心",
			months: numbers, date: "y年M月d日", monthly: "y年M月",
			closed: closed{chapter: "第%s章", edition: "%s版", titled: "文章，附%s", comma: "、"},
		},
		{
			Lang: "ko", self: "한국어", Contents: "차례", Chapter: "장", Part: "부", Figure: "그림", Table: "표", Notes: "주", Continued: "계속",
			SeeAlso: "참고 항목", Article: "글", With: "포함", And: " 및 ", Timeline: "연표", Glossary: "용어집", Index: "찾아보기", Passim: "외 여러 곳",
			TimelineIntro: "본문에서 찾은 연표입니다. 각 항목 끝의 숫자는 해당 문장이 있는 쪽입니다.",
			Edition:       "판", Page: "쪽", Pages: "쪽",
			Note: "알림", Tip: "도움말", Important: "중요", Warning: "경고", Caution: "주의",
			months: numbers, date: "y년 M월 d일", monthly: "y년 M월",
			closed: closed{chapter: "제%s장", edition: "%s 판", titled: "%s 수록", comma: ", "},
		},
	}
}
