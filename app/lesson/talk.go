package lesson

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
)

// Talk is a moment without screens: the class talks, and goes on with the
// three digits of the board.
type Talk struct {
	Title     string
	Questions []string
	Story     string // the story so far in about 50 words, for who joins here
}

// TalkView is a talk as it stands. Story is set for who has just joined.
type TalkView struct {
	Title     string
	Questions []string
	Story     string
	Apart     bool // the class talks about something else; one may listen or rest
}

// Kind is KindTalk.
func (Talk) Kind() Kind { return KindTalk }

func (Talk) targets(Age) []StepID { return nil }

func (t Talk) show(p Player, v *View) {
	v.Talk = &TalkView{Title: t.Title, Questions: t.Questions, Apart: p.lesson.Quiet || p.st.phase == PhasePassed}
	v.CanNext = false
	switch p.st.phase {
	case PhaseStory:
		v.Talk.Story = t.Story
		v.CanNext, v.CanPass = true, false
	case PhasePassed:
		v.Talk.Questions = nil
	}
}

func (t Talk) do(p Player, in Intent) (Player, []Event, error) {
	switch in := in.(type) {
	case Next:
		if p.st.phase == PhaseStory {
			p.st.phase = PhaseRead
			return p, nil, nil
		}
	case Alone:
		return p.leave(p.step().To.For(p.st.age))
	case Digits:
		if !p.lesson.opens(p.st.step, in.Code) {
			return p, nil, ErrDigits
		}
		return p.leave(p.step().To.For(p.st.age))
	}
	return p, nil, ErrIntent
}

// opens reports whether digits lead on from a step. In the quiet lesson the
// board shows those of whatever the class plays, so any three do.
func (l *Lesson) opens(step StepID, code string) bool {
	if l.Quiet {
		n, err := strconv.ParseUint(code, 10, 16)
		return err == nil && len(code) == 3 && n < 1000
	}
	return code == l.Digits()[step]
}

// Digits are the three digits of every talk and vote, "200" to "999". They come
// from pack, lesson, version and step alone, so they are equal in all
// languages and both ages, and differ from each other within the lesson.
// Numbers below 200 are left out: the emergency and help lines of Belgium
// live there.
func (l *Lesson) Digits() map[StepID]string {
	out := map[StepID]string{}
	used := map[string]bool{}
	for _, s := range l.Steps {
		if k := s.Activity.Kind(); k != KindTalk && k != KindVote {
			continue
		}
		for n := 0; ; n++ {
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d\x00%s\x00%d", l.Pack, l.ID, l.Version, s.ID, n))
			code := fmt.Sprint(200 + binary.BigEndian.Uint32(sum[:])%800)
			if !used[code] {
				used[code], out[s.ID] = true, code
				break
			}
		}
	}
	return out
}
