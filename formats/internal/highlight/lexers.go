package highlight

import (
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Chroma gives up a match after a quarter of a second, by the clock: on a busy
// machine the same listing would be cut in another way. The lexers are made
// anew here without that limit. What protects from endless looking back is the
// limit of a listing's length.

// library holds lexers by what a language may be called, in lower case, and those
// of them that can be swift.
type library struct {
	registry *chroma.LexerRegistry
	named    map[string]chroma.Lexer
	swift    map[chroma.Lexer]*swift
}

// timeless holds chroma's lexers without the limit of time. Those that are put
// together from several are left to chroma.
var timeless = sync.OnceValue(func() library {
	own := library{chroma.NewLexerRegistry(), map[string]chroma.Lexer{}, map[chroma.Lexer]*swift{}}
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
	own.name(own.registry.Lexers)
	own.name(lexers.GlobalLexerRegistry.Lexers)
	return own
})

// name enters lexers by their names and aliases and then, where nothing has that
// name, by the names of their files. A registry finds the same, but looks
// through the patterns of all lexers for each language that it does not know.
func (own library) name(all chroma.Lexers) {
	enter := func(name string, l chroma.Lexer) {
		if name = strings.ToLower(name); own.named[name] == nil {
			own.named[name] = l
		}
	}
	for _, l := range all {
		enter(l.Config().Name, l)
	}
	for _, l := range all {
		for _, alias := range l.Config().Aliases {
			enter(alias, l)
		}
	}
	byPriority := slices.Clone(chroma.PrioritisedLexers(all))
	sort.Stable(byPriority)
	for _, l := range byPriority {
		for _, pattern := range l.Config().Filenames {
			// "*.py" is an ending, ".vimrc" a whole name.
			if ending := strings.TrimPrefix(pattern, "*."); !strings.ContainsAny(ending, "*?[") && ending == strings.ToLower(ending) {
				enter(ending, l)
			}
		}
	}
}

// lexerFor returns the lexer for a language, nil if there is none.
func lexerFor(language string) chroma.Lexer {
	return timeless().named[strings.ToLower(language)]
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
