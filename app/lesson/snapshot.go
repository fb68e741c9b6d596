package lesson

// Snapshot is the place reached in a run, at the beginning of a step. It
// holds ids only, never words, so it means the same in every language.
//
// It is what is kept of an unfinished run. A pass leaves nothing in it.
type Snapshot struct {
	Lesson  string     `json:"lesson"`            // id of the lesson
	Version int        `json:"version"`           // version of the lesson
	Age     Age        `json:"age"`               // variant played
	Session Session    `json:"session,omitzero"`  // what the run is part of
	Step    StepID     `json:"step"`              // step about to be played
	Joined  StepID     `json:"joined,omitempty"`  // talk step entered by board digits, if the run began there
	Flags   []string   `json:"flags,omitempty"`   // set flags, sorted
	Meters  Meters     `json:"meters"`            // lamps lit, 0 to MaxLamps each
	Choices []Decision `json:"choices,omitempty"` // what the character did, in order
	Answers []Answer   `json:"answers,omitempty"` // what was answered, in order; choices inside a story are no answers
}

// Decision is one choice made inside a scene.
type Decision struct {
	Step   StepID `json:"step"`
	Choice string `json:"choice"` // id of the choice's text
}

// Answer is what was answered in one step: of a quiz the places of the marked
// answers, from 0, rising, of an estimate its fifth of the scale; of a sort the
// lane of each card; of an order the rules it broke; of a match the answer of
// each sentence; of a message the checks that fired; of a vote the fifth of the
// guess and the own answer; of questions the step of each item, from 0, -1 for
// rather not. Nobody's words are in it.
type Answer struct {
	Step   StepID `json:"step"`
	Marked []int  `json:"marked"`
}
