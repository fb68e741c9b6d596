package tally

// Share is a share in words. The screen has the words; Bounds says what they
// must mean.
type Share int

// The shares, from lowest to highest. A word holds for certain and may
// understate: “more than half” is said of a range that begins above half.
const (
	NoShare    Share = iota
	NearlyNone       // at most 1 in 10
	UnderTwo         // fewer than 2 in 10
	UnderThree       // fewer than 3 in 10
	UnderFour        // fewer than 4 in 10
	UnderHalf        // fewer than half
	Half             // exactly half
	OverHalf         // more than half
	OverSix          // more than 6 in 10
	OverSeven        // more than 7 in 10
	OverEight        // more than 8 in 10
	NearlyAll        // at least 9 in 10
)

var shareBounds = [...]struct{ low, high int }{
	NearlyNone: {0, 10}, UnderTwo: {0, 20}, UnderThree: {0, 30}, UnderFour: {0, 40}, UnderHalf: {0, 50},
	Half: {50, 50}, OverHalf: {50, 100}, OverSix: {60, 100}, OverSeven: {70, 100}, OverEight: {80, 100}, NearlyAll: {90, 100},
}

// Bounds are the lowest and the highest percentage a share may stand for. Those
// with Under and Over in their name leave out 20, 30, … itself.
func (s Share) Bounds() (low, high int) {
	if s <= NoShare || s > NearlyAll {
		return 0, 100
	}
	b := shareBounds[s]
	return b.low, b.high
}

// shareOf is the word that says most and is true of every count from low to
// high out of n.
func shareOf(low, high, n int) Share {
	if n <= 0 {
		return NoShare
	}
	low, high = low*100, high*100
	switch {
	case low >= 90*n:
		return NearlyAll
	case low > 80*n:
		return OverEight
	case low > 70*n:
		return OverSeven
	case low > 60*n:
		return OverSix
	case low > 50*n:
		return OverHalf
	case high <= 10*n:
		return NearlyNone
	case high < 20*n:
		return UnderTwo
	case high < 30*n:
		return UnderThree
	case high < 40*n:
		return UnderFour
	case high < 50*n:
		return UnderHalf
	case low == high && low == 50*n:
		return Half
	}
	return NoShare
}
