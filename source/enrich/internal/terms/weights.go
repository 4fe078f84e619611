package terms

var wt = struct {
	HyphenStart, CapitalStart, InsideFirst, SecondLetter, NextTo, Inside  int
	GapFunction, GapWord, GapCapital, GapNumber, GapComma                 int
	TailFunction, TailWord, FirstFunction, OtherFunction, FirstHyphen     int
	SingleFirst, DropDigits, DropPrefix, DropMid                          int
	Limit2, Limit3, Limit4, PerLetter, StartsBonus, CapsBonus, LowerLimit int
	CloseBracket, Strict, WholeBonus, KeepSL, KeepEq                      int
}{
	HyphenStart: 0, CapitalStart: 1, InsideFirst: 7, SecondLetter: 4, NextTo: 0, Inside: 4,
	GapFunction: 3, GapWord: 6, GapCapital: 7, GapNumber: 0, GapComma: 27,
	TailFunction: 60, TailWord: 17, FirstFunction: 6, OtherFunction: 3, FirstHyphen: 0,
	SingleFirst: 8, DropDigits: 18, DropPrefix: 1, DropMid: 16,
	Limit2: 17, Limit3: 22, Limit4: 30, PerLetter: 15, StartsBonus: 2, CapsBonus: 3, LowerLimit: 9,
	CloseBracket: 7, Strict: 2, WholeBonus: 1, KeepSL: 1, KeepEq: 0,
}
