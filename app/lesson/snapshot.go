package lesson

// Snapshot is the place reached in a run, at the beginning of a step. It
// holds ids only, never words, so it means the same in every language.
//
// It is what is kept of an unfinished run. A pass leaves nothing in it.
type Snapshot struct {
	Lesson  string     `json:"lesson"`            // id of the lesson
	Version int        `json:"version"`           // version of the lesson
	Age     Age        `json:"age"`               // variant played
	Step    StepID     `json:"step"`              // step about to be played
	Joined  StepID     `json:"joined,omitempty"`  // talk step entered by board digits, if the run began there
	Flags   []string   `json:"flags,omitempty"`   // set flags, sorted
	Meters  Meters     `json:"meters"`            // lamps lit, 0 to MaxLamps each
	Choices []Decision `json:"choices,omitempty"` // what the character did, in order
	Answers []Answer   `json:"answers,omitempty"` // what was answered in quizzes, in order
}

// Decision is one choice made inside a scene.
type Decision struct {
	Step   StepID `json:"step"`
	Choice string `json:"choice"` // id of the choice's text
}

// Answer is what was marked in one quiz.
type Answer struct {
	Step   StepID `json:"step"`
	Marked []int  `json:"marked"` // places of the marked answers, from 0, rising
}
