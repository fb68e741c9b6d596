package lesson

// Intent is what the person did.
type Intent interface{ intent() }

// Next goes on: the next beat, the confirmation of a choice, the next step.
type Next struct{}

// ShowAll shows all beats of a scene at once.
type ShowAll struct{}

// Pick chooses option N, from 0; the same again takes it back. In a pause it
// answers at once.
type Pick struct{ N int }

// MarkLine marks line N of the chat, from 0, as a cue.
type MarkLine struct{ N int }

// Pass steps aside: the neutral continuation is told.
type Pass struct{}

// Rewind goes back to this minute's decision.
type Rewind struct{}

// Digits are the three digits of the board.
type Digits struct{ Code string }

// Alone goes on without the class.
type Alone struct{}

// Put lays item Item, from 0, into place Place: a card into a lane, an answer
// beside a sentence, a guess on its scale (Item 0). -1 takes it out again.
type Put struct{ Item, Place int }

// Arrange puts the tiles of an order, from first to last.
type Arrange struct{ Order []int }

// Write replaces what is written freely. It lives in memory only.
type Write struct{ Text string }

// Stay goes from the end to the optional minutes, for who has time to spare.
type Stay struct{}

func (Next) intent()     {}
func (ShowAll) intent()  {}
func (Pick) intent()     {}
func (MarkLine) intent() {}
func (Pass) intent()     {}
func (Rewind) intent()   {}
func (Digits) intent()   {}
func (Alone) intent()    {}
func (Put) intent()      {}
func (Arrange) intent()  {}
func (Write) intent()    {}
func (Stay) intent()     {}

// Event is something that happened because of an intent.
type Event interface{ event() }

// Arrived says that a new step has begun; its place is worth keeping.
type Arrived struct{ Step StepID }

// Chosen says that the character did something. Effect is already in the
// meters.
type Chosen struct {
	Decision Decision
	Effect   Effect
}

// Answered says that a quiz was answered.
type Answered struct{ Answer Answer }

// Signed says how many of those at the laptop signed, 0 to 2. It is all there
// is of a signing.
type Signed struct{ People int }

// Passed says that the person stepped aside. It carries nothing, because
// nothing of it is kept.
type Passed struct{}

// Rewound says that the last choice of this step was taken back.
type Rewound struct{}

// Completed says that the lesson is done.
type Completed struct{}

func (Arrived) event()   {}
func (Chosen) event()    {}
func (Answered) event()  {}
func (Signed) event()    {}
func (Passed) event()    {}
func (Rewound) event()   {}
func (Completed) event() {}
