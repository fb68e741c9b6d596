package lesson

import "slices"

// LaneID is one of the three lanes of a Sort.
type LaneID string

// The lanes, in the order in which they stand.
const (
	Helps   LaneID = "helps"
	Harms   LaneID = "harms"
	Depends LaneID = "depends"
)

// Lanes is their order.
func Lanes() []LaneID { return []LaneID{Helps, Harms, Depends} }

// Sort is sentences to put into three lanes, each with a reason. A sentence may
// be at home in more than one of them.
type Sort struct {
	Ask   string
	Cards []SortCard
}

// SortCard is a sentence of a Sort.
type SortCard struct {
	Who     CharacterID // who says it, may be empty
	Say     string
	Fits    []LaneID // where it is at home, the best first
	Because string   // why it is at home there
	Again   string   // what to look at if it lies elsewhere; Because if empty
	Ages    []Age
}

// SortView is a Sort as it stands.
type SortView struct {
	Ask   string
	Cards []SortCardView
}

// SortCardView is a sentence and the lane it lies in, -1 for none. The reason
// and whether it fits are set once all lanes were looked at.
type SortCardView struct {
	Who     CharacterID
	Say     string
	Lane    int
	Reasons []string // one for each lane: what is said where it lies
	Fits    bool
}

// Kind is KindSort.
func (Sort) Kind() Kind { return KindSort }

func (Sort) targets(Age) []StepID { return nil }

func (s Sort) cards(p Player) []SortCard {
	var out []SortCard
	for _, c := range s.Cards {
		if allows(c.Ages, p.st.age) {
			out = append(out, c)
		}
	}
	return out
}

func (s Sort) show(p Player, v *View) {
	sv := &SortView{Ask: s.Ask}
	looked := p.st.phase == PhaseConsequence
	open := false
	for i, c := range s.cards(p) {
		cv := SortCardView{Who: c.Who, Say: c.Say, Lane: p.st.putAt(i)}
		open = open || cv.Lane < 0
		for _, lane := range Lanes() {
			reason := c.Because
			if !slices.Contains(c.Fits, lane) && c.Again != "" {
				reason = c.Again
			}
			cv.Reasons = append(cv.Reasons, reason)
		}
		cv.Fits = looked && cv.Lane >= 0 && slices.Contains(c.Fits, Lanes()[cv.Lane])
		sv.Cards = append(sv.Cards, cv)
	}
	v.Sort = sv
	v.CanNext = !open || p.st.phase != PhaseRead
}

// do lays cards into lanes, looks at all of them, and goes on. What lies
// elsewhere can still be moved after looking; only the first look is an answer.
func (s Sort) do(p Player, in Intent) (Player, []Event, error) {
	cards := s.cards(p)
	if p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Put:
		if in.Item < 0 || in.Item >= len(cards) || in.Place < -1 || in.Place >= len(Lanes()) || in.Place < 0 && p.st.phase == PhaseConsequence {
			return p, nil, ErrIntent
		}
		p.st.put = putInto(p.st.put, len(cards), in.Item, in.Place)
		return p, nil, nil
	case Next:
		if p.st.phase == PhaseConsequence {
			return onlyNext(p, in)
		}
		if len(p.st.put) < len(cards) || slices.Contains(p.st.put, -1) {
			return p, nil, ErrIntent
		}
		return p.answer(p.st.put)
	}
	return p, nil, ErrIntent
}

// putInto is a copy of places for n items with one of them changed; -1 is none.
func putInto(places []int, n, item, place int) []int {
	out := slices.Clone(places)
	for len(out) < n {
		out = append(out, -1)
	}
	out[item] = place
	return out
}

// putAt is the place of an item, -1 for none.
func (st state) putAt(item int) int {
	if item >= len(st.put) {
		return -1
	}
	return st.put[item]
}

// answer keeps what was answered in the present step and shows what came of it.
func (p Player) answer(marked []int) (Player, []Event, error) {
	a := Answer{Step: p.st.step, Marked: slices.Clone(marked)}
	kept := slices.DeleteFunc(slices.Clone(p.st.answers), func(b Answer) bool { return b.Step == a.Step })
	p.st.answers = append(kept, a)
	p.st.phase = PhaseConsequence
	return p, []Event{Answered{Answer: a}}, nil
}
