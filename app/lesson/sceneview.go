package lesson

import "slices"

// SceneView is a scene as it stands.
type SceneView struct {
	Setting   Setting
	With      CharacterID
	Title     string
	Me        CharacterID // whose phone it is
	Members   int
	Seen      int
	Acted     int
	When      string
	Missed    string     // the notice of a missed call, empty for none
	Recording string     // of the call, while one listens; empty for none
	Waiting   bool       // the missed call is not called back yet
	Chat      []ChatLine // what the phone shows, oldest first
	New       int        // how many of Chat came with the last beat
	More      bool       // further beats wait
	Thought   *Line      // the last thought of the witness, for the page
	Told      []string   // narration for the page
	CueAsk    string
	Cues      []CueView
	Pause     *PauseView
	Ask       string
	Choices   []string
	Picked    int // -1 for none
	Outcome   *Outcome
}

// ChatLine is a line with its mark.
type ChatLine struct {
	Line
	N      int // number for MarkLine, -1 where marking makes no sense
	Marked bool
	Found  bool // marked, and a cue
}

// CueView is a cue and whether it was found.
type CueView struct {
	Says  string
	Found bool
}

// PauseView is the question before a choice; Reply is set once it is answered.
type PauseView struct {
	Form    PauseForm
	Ask     string
	Answers []string
	Picked  int
	Reply   string
}

// Outcome is what came of a choice.
type Outcome struct {
	Choice string
	Shows  Visibility
	Role   Role
	Later  string
	Before Meters
	After  Meters
	Notes  Notes
	Direct CharacterID // the direct chat the phone shows; empty: the same chat
}

func (s Scene) show(p Player, v *View) {
	sv := &SceneView{
		Setting: s.Setting, With: s.With, Title: s.Title, Me: s.me(p), Members: s.Members,
		Seen: s.Seen, Acted: s.Acted, When: s.When, Missed: s.Missed, Picked: -1,
	}
	v.Scene, v.Me = sv, p.lesson.Cast[sv.Me]
	beats := s.beats(p)
	shown := min(p.st.beat, len(beats))
	if p.st.phase != PhaseRead {
		shown = len(beats)
	}
	n := 0
	for i, b := range beats[:shown] {
		for _, l := range b {
			if l.Thinks && l.By == sv.Me && s.Setting != Thoughts {
				sv.Thought = &l
			} else {
				marked := slices.Contains(p.st.marks, n)
				sv.Chat = append(sv.Chat, ChatLine{Line: l, N: n, Marked: marked, Found: marked && l.Cue != ""})
				if i == shown-1 {
					sv.New++
				}
			}
			n++
		}
	}
	sv.More = shown < len(beats)
	if p.st.phase == PhaseRead && shown > 0 {
		sv.Recording = s.Recording
	}
	sv.Waiting = s.Missed != "" && p.st.phase == PhaseRead && shown == 0
	switch p.st.phase {
	case PhaseRead:
		if !sv.More {
			sv.CueAsk = s.CueAsk
			sv.Cues = s.found(sv.Chat)
		}
	case PhasePause, PhasePaused:
		pv := &PauseView{Form: s.Pause.Form, Ask: s.Pause.Ask, Picked: p.st.picked}
		for _, a := range s.Pause.Answers {
			pv.Answers = append(pv.Answers, a.Say)
		}
		if p.st.phase == PhasePaused {
			pv.Reply = s.Pause.Answers[p.st.picked].Reply
		}
		v.CanNext = p.st.phase == PhasePaused
		sv.Pause = pv
	case PhaseChoose:
		sv.Ask, sv.Picked = s.Ask, p.st.picked
		for _, c := range s.choices(p) {
			sv.Choices = append(sv.Choices, c.Say)
		}
		v.CanNext = sv.Picked >= 0
	case PhaseConsequence:
		s.outcome(p, sv)
	case PhasePassed:
		v.Passed = s.Pass
	}
}

// me is whose part one plays.
func (s Scene) me(p Player) CharacterID {
	if s.As != "" {
		return s.As
	}
	return p.lesson.Witness.For(p.st.age)
}

func (s Scene) found(chat []ChatLine) []CueView {
	var out []CueView
	for _, c := range s.Cues {
		cv := CueView{Says: c.Says}
		for _, l := range chat {
			cv.Found = cv.Found || l.Found && l.Cue == c.ID
		}
		out = append(out, cv)
	}
	return out
}

func (s Scene) outcome(p Player, sv *SceneView) {
	c := s.chosen(p)
	before := p.st.meters
	if p.before != nil {
		before = p.before.meters
	}
	sv.Outcome = &Outcome{
		Choice: c.Say, Shows: c.Shows, Role: c.Role, Later: s.Later,
		Before: before, After: p.st.meters, Notes: c.Notes, Direct: c.Chat,
	}
	if c.Chat != "" {
		sv.Chat = nil
	}
	sv.Thought, sv.New = nil, 0
	for _, l := range keep(c.Then, p) {
		switch {
		case l.By == "":
			sv.Told = append(sv.Told, l.Text)
		case l.Thinks && l.By == sv.Me:
			sv.Thought = &l
		default:
			sv.Chat = append(sv.Chat, ChatLine{Line: l, N: -1})
			sv.New++
		}
	}
}
