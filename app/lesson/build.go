package lesson

import (
	"slices"
	"strings"
)

// Part is what a block of a message says to the person.
type Part string

// The parts of a message that helps.
const (
	PartKnow     Part = "know"      // I saw it
	PartNotFault Part = "not-fault" // it is not your fault
	PartStop     Part = "stop"      // I am not passing it on
	PartHere     Part = "here"      // I am here
	PartOffer    Part = "offer"     // do you want…
)

// Parts is their order.
func Parts() []Part { return []Part{PartKnow, PartNotFault, PartStop, PartHere, PartOffer} }

// Check is what a message would do that does not help.
type Check string

// The checks.
const (
	Blame     Check = "blame"
	Promise   Check = "promise" // of what nobody can keep
	Curiosity Check = "curiosity"
	Pressure  Check = "pressure"
)

// Checks is their order; an answer counts them by it.
func Checks() []Check { return []Check{Blame, Promise, Curiosity, Pressure} }

// MaxWritten is the longest message that can be written, in signs.
const MaxWritten = 280

// Build is a message to a character, built from blocks or written freely.
type Build struct {
	Ask    string
	With   CharacterID // who gets it
	Blocks []Block
	Write  []Age            // variants that may write freely, empty for none
	Advice map[Check]string // what is said to each check
	Then   []Line           // the chat after a message that passes the checks
	Hard   []Line           // after one that does not; empty: the same
}

// Block is a sentence that a message may have.
type Block struct {
	Say   string
	Part  Part  // what it says, empty if it does not help
	Check Check // what it does instead
	Ages  []Age
}

// BuildView is a message as it stands. Text is what was written freely; it
// lives in memory only and goes when the step is left.
type BuildView struct {
	Ask      string
	With     CharacterID
	Blocks   []BlockView
	CanWrite bool
	Text     string
	Names    []string // what in Text looks like a name
	Draft    string   // the whole message
	Says     []Part
	Found    []Finding
	Chat     []Line // after sending
}

// BlockView is a block and whether the message has it.
type BlockView struct {
	Say    string
	Chosen bool
	Check  Check // what it does that does not help, once it is chosen
}

// Finding is a check that a message does not pass, and what is said to it.
type Finding struct {
	Check  Check
	Advice string
	Words  string // what of the message it is about
	Block  int    // the block, -1 for what was written freely
}

// Kind is KindBuild.
func (Build) Kind() Kind { return KindBuild }

func (Build) targets(Age) []StepID { return nil }

func (b Build) blocks(p Player) []Block {
	var out []Block
	for _, x := range b.Blocks {
		if allows(x.Ages, p.st.age) {
			out = append(out, x)
		}
	}
	return out
}

func (b Build) canWrite(a Age) bool { return slices.Contains(b.Write, a) }

func (b Build) show(p Player, v *View) {
	bv := &BuildView{Ask: b.Ask, With: b.With, CanWrite: b.canWrite(p.st.age), Text: p.st.text, Names: p.names()}
	var draft []string
	for i, x := range b.blocks(p) {
		block := BlockView{Say: x.Say, Chosen: slices.Contains(p.st.marks, i)}
		if block.Chosen {
			draft = append(draft, x.Say)
			block.Check = x.Check
			if x.Part != "" && !slices.Contains(bv.Says, x.Part) {
				bv.Says = append(bv.Says, x.Part)
			}
		}
		bv.Blocks = append(bv.Blocks, block)
	}
	if p.st.text != "" {
		draft = append(draft, p.st.text)
	}
	bv.Draft = strings.Join(draft, " ")
	bv.Found = b.found(p)
	if p.st.phase == PhaseConsequence {
		lines := b.Then
		if len(bv.Found) > 0 && len(b.Hard) > 0 {
			lines = b.Hard
		}
		bv.Chat = keep(lines, p)
	}
	v.Build = bv
	v.CanNext = bv.Draft != "" || p.st.phase == PhasePassed
}

// found is every check that the message does not pass.
func (b Build) found(p Player) []Finding {
	var out []Finding
	for i, x := range b.blocks(p) {
		if x.Check != "" && slices.Contains(p.st.marks, i) {
			out = append(out, Finding{Check: x.Check, Advice: b.Advice[x.Check], Words: x.Say, Block: i})
		}
	}
	for _, f := range Look(p.lesson.Language, p.st.text) {
		out = append(out, Finding{Check: f.Check, Advice: b.Advice[f.Check], Words: f.Words, Block: -1})
	}
	return out
}

// do takes blocks in and out, takes what is written, sends, and goes on. What
// is kept of it is which checks fired at the first sending, never the text.
func (b Build) do(p Player, in Intent) (Player, []Event, error) {
	switch p.st.phase {
	case PhasePassed:
		return onlyNext(p, in)
	case PhaseConsequence:
		if _, again := in.(Rewind); again {
			p.st.phase = PhaseRead
			return p, []Event{Rewound{}}, nil
		}
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N >= len(b.blocks(p)) {
			return p, nil, ErrIntent
		}
		p.st.marks = toggled(p.st.marks, in.N)
		return p, nil, nil
	case Write:
		if !b.canWrite(p.st.age) {
			return p, nil, ErrIntent
		}
		p.st.text = shortened(in.Text, MaxWritten)
		return p, nil, nil
	case Next:
		if len(p.st.marks) == 0 && strings.TrimSpace(p.st.text) == "" {
			return p, nil, ErrIntent
		}
		if p.answered() {
			p.st.phase = PhaseConsequence
			return p, nil, nil
		}
		fired := []int{}
		for i, c := range Checks() {
			if slices.ContainsFunc(b.found(p), func(f Finding) bool { return f.Check == c }) {
				fired = append(fired, i)
			}
		}
		return p.answer(fired)
	}
	return p, nil, ErrIntent
}

// toggled is a copy of rising numbers with one taken in or out.
func toggled(marks []int, n int) []int {
	out := slices.Clone(marks)
	if i := slices.Index(out, n); i >= 0 {
		return slices.Delete(out, i, i+1)
	}
	out = append(out, n)
	slices.Sort(out)
	return out
}

// shortened is a text of at most so many signs.
func shortened(text string, most int) string {
	if signs := []rune(text); len(signs) > most {
		return string(signs[:most])
	}
	return text
}
