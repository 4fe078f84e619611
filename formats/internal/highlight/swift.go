package highlight

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// Chroma's lexers try the rules of a state one after the other until one
// matches, which for a name in a program is often the twentieth. Here a rule is
// only tried where the next character is one that its pattern can begin with;
// otherwise the rules are used as chroma uses them, and the tokens are the same.

// swift is a lexer of chroma whose rules know what they begin with.
type swift struct {
	lexer  *chroma.RegexLexer
	rules  chroma.CompiledRules
	once   sync.Once
	states map[string][]rule
}

// rule is a rule with the ASCII characters that it can begin with.
type rule struct {
	*chroma.CompiledRule
	opener
}

// opener is what is known of how the matches of a rule begin.
type opener struct {
	first charset
	words words
	fold  bool // the words are in lower case
	whole bool // a match is one of the words and nothing else
	plain *straight
}

// charset is a set of ASCII characters.
type charset [2]uint64

// every holds all of them.
var every = charset{1<<64 - 1, 1<<64 - 1}

func (s *charset) add(lo, hi rune) {
	for r := lo; r <= min(hi, utf8.RuneSelf-1); r++ {
		s[r>>6] |= 1 << (r & 63)
	}
}

// has reports whether a rule with that set must be tried: characters beyond
// ASCII are in every set.
func (s *charset) has(r rune) bool {
	return r >= utf8.RuneSelf || r < 0 || s[r>>6]>>(r&63)&1 != 0
}

// ready compiles the lexer; false means that it cannot be.
func (s *swift) ready() bool {
	s.once.Do(func() {
		if _, err := s.lexer.Rules(); err != nil {
			return
		}
		states := make(map[string][]rule, len(s.rules))
		for name, list := range s.rules {
			own := make([]rule, len(list))
			for i, r := range list {
				own[i] = rule{r, opener{first: every}}
				if r.Regexp != nil {
					own[i].opener = begins(strings.TrimPrefix(r.Regexp.String(), `\G`))
				}
				if _, one := r.Type.(chroma.TokenType); !one || r.Mutator != nil {
					own[i].whole, own[i].plain = false, nil // groups are asked for
				}
			}
			states[name] = own
		}
		s.states = states
	})
	return s.states != nil
}

// differs finds classes that the two kinds of patterns read differently: "[["
// begins a class of POSIX to Go, and to chroma "[^\W\d]" holds the digits.
var differs = regexp.MustCompile(`\[\[|\[\^[^\]]*\\[WDS]`)

// behind finds what looks at the text before a match. A pattern without it
// matches no less.
var behind = regexp.MustCompile(`\(\?<[!=][^()]*\)`)

// letters is how lexers write what a name begins with; to chroma, it holds the
// digits too.
const letters = `[^\W\d]`

// begins returns what is known of how matches of a pattern begin. Go's own parser
// reads the pattern: where the two kinds of patterns mean different things, or
// the match may be empty, it is with any character.
func begins(pattern string) opener {
	unknown := opener{first: every}
	pattern = strings.ReplaceAll(pattern, letters, `\w`)
	if differs.MatchString(pattern) {
		return unknown
	}
	bare := behind.ReplaceAllString(pattern, "")
	re, err := syntax.Parse(bare, syntax.Perl)
	if err != nil {
		return unknown
	}
	o := unknown
	var empty bool
	if o.first, empty = opening(re); empty {
		return unknown
	}
	o.words, o.fold, o.whole = wordsOf(re)
	if bare != pattern {
		o.whole = false
	} else {
		o.plain = straightOf(re)
	}
	o.first.add('\v', '\v') // which is white space to one alone
	return o
}

// opening returns the characters that a match can begin with, and whether it
// may be empty.
func opening(re *syntax.Regexp) (s charset, empty bool) {
	switch re.Op {
	case syntax.OpLiteral:
		r := re.Rune[0]
		s.add(r, r)
		if re.Flags&syntax.FoldCase != 0 {
			for _, both := range [2]string{strings.ToLower(string(r)), strings.ToUpper(string(r))} {
				for _, r := range both {
					s.add(r, r)
				}
			}
		}
		return s, false
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			s.add(re.Rune[i], re.Rune[i+1])
		}
		return s, false
	case syntax.OpAnyChar:
		return every, false
	case syntax.OpAnyCharNotNL:
		s.add(0, '\n'-1)
		s.add('\n'+1, utf8.RuneSelf)
		return s, false
	case syntax.OpNoMatch:
		return s, false
	case syntax.OpCapture, syntax.OpPlus:
		return opening(re.Sub[0])
	case syntax.OpRepeat:
		s, empty = opening(re.Sub[0])
		return s, empty || re.Min == 0
	case syntax.OpStar, syntax.OpQuest:
		s, _ = opening(re.Sub[0])
		return s, true
	case syntax.OpConcat, syntax.OpAlternate:
		empty = re.Op == syntax.OpConcat
		for _, sub := range re.Sub {
			t, e := opening(sub)
			s[0], s[1] = s[0]|t[0], s[1]|t[1]
			if re.Op == syntax.OpAlternate {
				empty = empty || e
			} else if !e {
				return s, false
			}
		}
		return s, empty
	}
	return s, true // a place between characters
}

// root is the state in which a lexer begins.
const root = "root"

// restless bounds how many matches in a row take no character.
const restless = 1000

// run calls emit for the tokens of a text until it returns false, as chroma
// would find them. It returns false where a rule fails or leads nowhere.
func (s *swift) run(code string, emit func(chroma.TokenType, string) bool) bool {
	state := &chroma.LexerState{
		Lexer: s.lexer, Registry: timeless().registry, Text: []rune(code), Stack: []string{root},
		Rules: s.rules, MutatorContext: map[any]any{},
	}
	end := len(state.Text)
	if s.lexer.Config().EnsureNL && !strings.HasSuffix(code, "\n") {
		state.Text = append(state.Text, '\n')
	}
	for rest := 0; state.Pos < end && len(state.Stack) > 0; {
		state.State = state.Stack[len(state.Stack)-1]
		rules, ok := s.states[state.State]
		if !ok {
			return false
		}
		at := state.Pos
		match, text := s.match(state, rules)
		if match == nil {
			if state.Text[at] == '\n' && state.State != root {
				state.Stack = []string{root}
				continue
			}
			state.Pos++
			if !emit(chroma.Error, string(state.Text[at])) {
				return true
			}
			continue
		}
		if rest++; state.Pos > at {
			rest = 0
		} else if rest == restless {
			return false
		}
		if match.Mutator != nil {
			if err := match.Mutator.Mutate(state); err != nil {
				return false
			}
		}
		switch t := match.Type.(type) {
		case nil:
		case chroma.TokenType:
			if t != chroma.Ignore && !emit(t, text) {
				return true
			}
		default:
			next := t.Emit(state.Groups, state)
			for t := next(); t != chroma.EOF; t = next() {
				if t.Type != chroma.Ignore && !emit(t.Type, t.Value) {
					return true
				}
			}
		}
	}
	if state.Pos < len(state.Text) && len(state.Stack) == 0 {
		emit(chroma.Error, string(state.Text[state.Pos:]))
	}
	return true
}

// match finds the rule that matches at the state's position and moves behind
// its match. Groups are made for those who look at them.
func (s *swift) match(state *chroma.LexerState, rules []rule) (*chroma.CompiledRule, string) {
	next := state.Text[state.Pos]
	var here word
	here.read(state.Text[state.Pos:])
	for i := range rules {
		r := &rules[i]
		if !r.first.has(next) || !here.among(r) {
			continue
		}
		n, known := 0, false
		if r.plain != nil {
			n, known = r.plain.match(state.Text[state.Pos:])
		} else if r.whole && here.known {
			n, known = here.n, true
		}
		if known && n == 0 {
			continue
		}
		if known {
			state.Rule = i
			state.Pos += n
			return r.CompiledRule, string(state.Text[state.Pos-n : state.Pos])
		}
		m, err := r.Regexp.FindRunesMatchStartingAt(state.Text, state.Pos)
		if m == nil || err != nil || m.RuneIndex != state.Pos {
			continue
		}
		text := m.String()
		state.Rule = i
		if _, plain := r.Type.(chroma.TokenType); !plain || r.Mutator != nil {
			state.Groups, state.NamedGroups = []string{}, map[string]string{}
			for _, g := range m.Groups() {
				state.NamedGroups[g.Name] = g.String()
				state.Groups = append(state.Groups, g.String())
			}
		}
		state.Pos += m.RuneLength
		return r.CompiledRule, text
	}
	return nil, ""
}
