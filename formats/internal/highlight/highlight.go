// Package highlight cuts the code of a listing into tokens and says what each
// token is for. Both formats colour listings by it, so that a keyword is a
// keyword in print and on the screen.
//
// The lexers are those of chroma. Its several dozen token types are folded into
// the few classes that a printed page can tell apart.
package highlight

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// Class says what a token is for. The names are used as class names in the
// EPUB.
type Class string

// The classes.
const (
	Plain       Class = ""
	Keyword     Class = "keyword"
	Name        Class = "name" // of a function, type or tag where it is defined
	Type        Class = "type"
	String      Class = "string"
	Number      Class = "number"
	Comment     Class = "comment"
	Operator    Class = "operator"
	Insertion   Class = "inserted" // a line that a patch adds
	Deletion    Class = "deleted"  // a line that a patch takes away
	Mistake     Class = "mistake"  // what the lexer cannot read
	Instruction Class = "instruction"
)

// Token is a piece of code.
type Token struct {
	Class Class
	Text  string
}

// limit is the length in bytes above which code stays plain: lexers are
// regular expressions that may look back.
const limit = 256 << 10

// Highlight cuts code into tokens by the lexer for language, a name such as
// "go" or "python". The texts of the tokens joined are the code. Neighbours
// differ in class. Code in an unknown language is one plain token; an empty
// code has none.
func Highlight(language, code string) []Token {
	if code == "" {
		return nil
	}
	plain := []Token{{Plain, code}}
	if language == "" || len(code) > limit {
		return plain
	}
	lexer := lexerFor(language)
	if lexer == nil {
		return plain
	}
	tokens, ok := lex(lexer, code)
	if !ok {
		return plain
	}
	return tokens
}

// lex runs the lexer and proves that not a byte of the code was changed: some
// lexers normalise line ends or add a final one.
func lex(lexer chroma.Lexer, code string) (tokens []Token, ok bool) {
	defer func() {
		if recover() != nil { // a lexer's own fault must not lose the listing
			tokens, ok = nil, false
		}
	}()
	at := 0
	add := func(kind chroma.TokenType, text string) bool {
		if at+len(text) > len(code) {
			text = strings.TrimSuffix(text, "\n")
		}
		if !strings.HasPrefix(code[at:], text) {
			return false
		}
		from := at
		at += len(text)
		if text == "" {
			return true
		}
		class := classOf(kind)
		if strings.TrimSpace(text) == "" {
			class = Plain
		}
		if n := len(tokens); n > 0 && tokens[n-1].Class == class {
			from -= len(tokens[n-1].Text)
			tokens[n-1].Text = code[from:at]
		} else {
			tokens = append(tokens, Token{class, code[from:at]})
		}
		return true
	}
	if s := timeless().swift[lexer]; s != nil && s.ready() {
		done := s.run(code, add)
		return tokens, done && at == len(code)
	}
	it, err := lexer.Tokenise(&chroma.TokeniseOptions{State: root}, code)
	if err != nil {
		return nil, false
	}
	for t := it(); t != chroma.EOF; t = it() {
		if !add(t.Type, t.Value) {
			return nil, false
		}
	}
	return tokens, at == len(code)
}

func classOf(t chroma.TokenType) Class {
	switch t {
	case chroma.KeywordType, chroma.NameClass, chroma.NameBuiltin:
		return Type
	case chroma.NameFunction, chroma.NameTag, chroma.NameFunctionMagic:
		return Name
	case chroma.NameDecorator, chroma.NameEntity:
		return Instruction
	case chroma.CommentPreproc, chroma.CommentPreprocFile:
		return Instruction
	case chroma.GenericInserted:
		return Insertion
	case chroma.GenericDeleted:
		return Deletion
	case chroma.Error:
		return Mistake
	}
	switch {
	case t.InCategory(chroma.Keyword):
		return Keyword
	case t.InSubCategory(chroma.LiteralString):
		return String
	case t.InSubCategory(chroma.LiteralNumber):
		return Number
	case t.InCategory(chroma.Comment):
		return Comment
	case t.InCategory(chroma.Operator):
		return Operator
	}
	return Plain
}
