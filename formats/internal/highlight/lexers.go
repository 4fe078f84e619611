package highlight

import (
	"maps"
	"math"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Chroma gives up a match after a quarter of a second, by the clock: on a busy
// machine the same listing would be cut in another way. The lexers are made
// anew here without that limit. What protects from endless looking back is the
// limit of a listing's length.

// library holds lexers by their names, and those of them that can be swift.
type library struct {
	registry *chroma.LexerRegistry
	swift    map[chroma.Lexer]*swift
}

// timeless holds chroma's lexers without the limit of time. Those that are put
// together from several are left to chroma.
var timeless = sync.OnceValue(func() library {
	own := library{chroma.NewLexerRegistry(), map[chroma.Lexer]*swift{}}
	for _, l := range lexers.GlobalLexerRegistry.Lexers {
		if l, ok := l.(*chroma.RegexLexer); ok {
			s := &swift{}
			lexer, err := chroma.NewLexer(l.Config(), func() chroma.Rules { return unlimited(l, &limitLifter{s}) })
			if err == nil {
				s.lexer = lexer
				own.registry.Register(lexer)
				own.swift[lexer] = s
			}
		}
	}
	return own
})

// lexerFor returns the lexer for a language, nil if there is none.
func lexerFor(language string) chroma.Lexer {
	language = strings.ToLower(language)
	if l := timeless().registry.Get(language); l != nil {
		return l
	}
	return lexers.Get(language)
}

// unlimitedState is the name of a state that no lexer reaches.
const unlimitedState = "quire-unlimited"

// lexerMutator changes the rules of a lexer when they are compiled.
type lexerMutator interface {
	chroma.Mutator
	chroma.LexerMutator
}

// unlimited returns a lexer's rules with one more, in a state of its own, which
// takes the limit from the others when they are compiled.
func unlimited(l *chroma.RegexLexer, lifter lexerMutator) chroma.Rules {
	rules, err := l.Rules()
	if err != nil {
		return nil // reported as the lack of a state "root"
	}
	rules = maps.Clone(rules)
	rules[unlimitedState] = []chroma.Rule{{Pattern: `$^`, Type: chroma.Other, Mutator: lifter}}
	return rules
}

// limitLifter is a [lexerMutator], which also tells the rules to their
// user.
type limitLifter struct{ user *swift }

// Mutate does nothing: its rule never matches.
func (*limitLifter) Mutate(*chroma.LexerState) error { return nil }

// MutateLexer lifts the limit and leaves.
func (l *limitLifter) MutateLexer(rules chroma.CompiledRules, state string, _ int) error {
	for _, list := range rules {
		for _, r := range list {
			if r.Regexp != nil {
				r.Regexp.MatchTimeout = math.MaxInt64 // forever
			}
		}
	}
	delete(rules, state)
	l.user.rules = rules
	return nil
}
