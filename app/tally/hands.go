package tally

import "fmt"

// Hands counts raised hands. All have seen them, so no rule holds: a Hands
// tells its counts. It is another type than Tally, so that neither can stand
// where the other is wanted.
type Hands struct {
	up []int
}

// NewHands counts hands for so many answers; ErrItem if out of 1 to
// MaxCategories.
func NewHands(answers int) (*Hands, error) {
	if answers < 1 || answers > MaxCategories {
		return nil, fmt.Errorf("%w: %d answers", ErrItem, answers)
	}
	return &Hands{up: make([]int, answers)}, nil
}

// Set says how many hands an answer has; ErrAnswer.
func (h *Hands) Set(answer, hands int) error {
	if answer < 0 || answer >= len(h.up) || hands < 0 || hands > MaxAnswers {
		return fmt.Errorf("%w: %d hands for %d", ErrAnswer, hands, answer)
	}
	h.up[answer] = hands
	return nil
}

// Up is how many hands an answer has, 0 for an answer there is not.
func (h *Hands) Up(answer int) int {
	if answer < 0 || answer >= len(h.up) {
		return 0
	}
	return h.up[answer]
}

// Total is how many hands there are.
func (h *Hands) Total() int {
	n := 0
	for _, up := range h.up {
		n += up
	}
	return n
}
