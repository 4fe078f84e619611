package terms

var wt = struct {
	HyphenStart, CapitalStart, InsideFirst, SecondLetter, NextTo, Inside  int
	GapFunction, GapWord, GapCapital, GapNumber, GapComma                 int
	TailFunction, TailWord, FirstFunction, OtherFunction, FirstHyphen     int
	SingleFirst, DropDigits, DropPrefix, DropMid                          int
	Limit2, Limit3, Limit4, PerLetter, StartsBonus, CapsBonus, LowerLimit int
	CloseBracket, Strict, WholeBonus, KeepSL, KeepEq, GapVerb, ListGap    int
}{
	HyphenStart: 1, CapitalStart: 3, InsideFirst: 6, SecondLetter: 5, NextTo: 0, Inside: 4,
	GapFunction: 3, GapWord: 6, GapCapital: 7, GapNumber: 2, GapComma: 3,
	TailFunction: 60, TailWord: 14, FirstFunction: 3, OtherFunction: 3, FirstHyphen: 0,
	SingleFirst: 18, DropDigits: 20, DropPrefix: 3, DropMid: 9,
	Limit2: 17, Limit3: 22, Limit4: 27, PerLetter: 2, StartsBonus: 0, CapsBonus: 3, LowerLimit: 9,
	CloseBracket: 15, Strict: 0, WholeBonus: 0, KeepSL: 1, KeepEq: 0, GapVerb: 30, ListGap: 30,
}
