package lesson

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// Match is sentences that each get an answer.
type Match struct {
	Ask   string
	Pairs []Pair
}

// Pair is a sentence, such as an excuse, and the answer that fits it.
type Pair struct {
	Who     CharacterID // who says it, may be empty
	Say     string
	Answer  string
	Because string // why it fits
	Again   string // what to look at while another answer stands beside it
	Ages    []Age
}

// MatchView is a Match as it stands.
type MatchView struct {
	Ask     string
	Rows    []MatchRow
	Answers []string // mixed, in the same order in every language
}

// MatchRow is a sentence and the answer beside it, -1 for none. Whether it fits
// and why are set once all were looked at.
type MatchRow struct {
	Who     CharacterID
	Say     string
	Answer  int
	Fits    bool
	Because string // why it fits, or what to look at
}

// Kind is KindMatch.
func (Match) Kind() Kind { return KindMatch }

func (Match) targets(Age) []StepID { return nil }

func (m Match) pairs(p Player) []Pair {
	var out []Pair
	for _, x := range m.Pairs {
		if allows(x.Ages, p.st.age) {
			out = append(out, x)
		}
	}
	return out
}

func (m Match) show(p Player, v *View) {
	pairs := m.pairs(p)
	mixed := p.mixed(len(pairs))
	mv := &MatchView{Ask: m.Ask}
	for _, n := range mixed {
		mv.Answers = append(mv.Answers, pairs[n].Answer)
	}
	open := false
	for i, x := range pairs {
		row := MatchRow{Who: x.Who, Say: x.Say, Answer: p.st.putAt(i)}
		open = open || row.Answer < 0
		if p.st.phase == PhaseConsequence {
			row.Fits = row.Answer >= 0 && mixed[row.Answer] == i
			row.Because = x.Because
			if !row.Fits {
				row.Because = ""
				if row.Answer >= 0 {
					row.Because = x.Again
				}
			}
		}
		mv.Rows = append(mv.Rows, row)
	}
	v.Match = mv
	v.CanNext = !open || p.st.phase != PhaseRead
}

// do puts answers beside sentences, looks at all of them, and goes on. An
// answer that is used elsewhere moves.
func (m Match) do(p Player, in Intent) (Player, []Event, error) {
	n := len(m.pairs(p))
	if p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Put:
		if in.Item < 0 || in.Item >= n || in.Place < -1 || in.Place >= n {
			return p, nil, ErrIntent
		}
		put := putInto(p.st.put, n, in.Item, in.Place)
		for i := range put {
			if i != in.Item && in.Place >= 0 && put[i] == in.Place {
				put[i] = -1
			}
		}
		p.st.put = put
		return p, nil, nil
	case Next:
		if p.st.phase == PhaseConsequence {
			return onlyNext(p, in)
		}
		if len(p.st.put) < n || slices.Contains(p.st.put, -1) {
			return p, nil, ErrIntent
		}
		mixed := p.mixed(n)
		var pairs []int
		for _, a := range p.st.put {
			pairs = append(pairs, mixed[a])
		}
		return p.answer(pairs)
	}
	return p, nil, ErrIntent
}

// mixed is n things in an order that comes from lesson, version and step
// alone; with two or more, never the order in which they are written.
func (p Player) mixed(n int) []int {
	out := order(nil, n)
	seed := p.lesson.Pack + "\x00" + p.lesson.ID + "\x00" + string(p.st.step)
	for round := byte(0); n > 1 && slices.IsSorted(out); round++ {
		for i := n - 1; i > 0; i-- {
			sum := sha256.Sum256(append([]byte(seed), round, byte(i)))
			j := int(binary.BigEndian.Uint32(sum[:]) % uint32(i+1))
			out[i], out[j] = out[j], out[i]
		}
	}
	return out
}
