package lesson

import "strings"

// Addressee is who a letter is put to.
type Addressee string

// The addressees, in the order in which a class turns to them.
const (
	ToSchool    Addressee = "school"
	ToPlatforms Addressee = "platforms"
	ToLawmakers Addressee = "lawmakers"
)

// Letter is what a pupil would ask of those who can change something: one line
// for each addressee, the school's first. The lines are brought to the class;
// nothing of one pupil's is kept.
type Letter struct {
	Title  string
	Parts  []LetterPart
	Beside Info  // what others have asked, with its date
	Write  []Age // variants that may write lines of their own, empty for none
}

// LetterPart is the line for one addressee.
type LetterPart struct {
	To    Addressee
	Name  string // "Our school"
	Ask   string
	Lines []string
}

// LetterView is a letter as it stands. Text lives in memory only.
type LetterView struct {
	Title    string
	Now, Of  int // the part being worded, from 1; Now is Of+1 once all are done
	Part     LetterPart
	Picked   int // -1 for none
	CanWrite bool
	Text     string
	Names    []string // what in Text looks like a name
	Beside   Info
	Sheet    []LetterLine // what is brought to the class, once all are done
}

// LetterLine is a worded line.
type LetterLine struct {
	To   Addressee
	Name string
	Line string
}

// Kind is KindLetter.
func (Letter) Kind() Kind { return KindLetter }

func (Letter) targets(Age) []StepID { return nil }

// line is what was chosen or written for part n, empty for none.
func (o Letter) line(p Player, n int) string {
	if at := p.st.putAt(n); at >= 0 {
		return o.Parts[n].Lines[at]
	}
	if n < len(p.st.texts) {
		return strings.TrimSpace(p.st.texts[n])
	}
	return ""
}

func (o Letter) show(p Player, v *View) {
	av := &LetterView{Title: o.Title, Now: p.st.beat, Of: len(o.Parts), Picked: -1, Beside: o.Beside}
	v.Letter = av
	switch p.st.phase {
	case PhaseConsequence:
		av.Now = av.Of + 1
		for n, part := range o.Parts {
			if line := o.line(p, n); line != "" {
				av.Sheet = append(av.Sheet, LetterLine{To: part.To, Name: part.Name, Line: line})
			}
		}
	case PhaseRead:
		n := p.st.beat - 1
		av.Part, av.Picked, av.CanWrite = o.Parts[n], p.st.putAt(n), allows(o.Write, p.st.age) && len(o.Write) > 0
		if n < len(p.st.texts) {
			av.Text, av.Names = p.st.texts[n], p.namesIn(p.st.texts[n])
		}
		// the school's line is wanted; who has none for the others leaves it out
		v.CanNext = n > 0 || o.line(p, n) != ""
	}
}

func (o Letter) do(p Player, in Intent) (Player, []Event, error) {
	switch p.st.phase {
	case PhasePassed:
		return onlyNext(p, in)
	case PhaseConsequence:
		if _, again := in.(Rewind); again {
			p.st.phase, p.st.beat = PhaseRead, 1
			return p, []Event{Rewound{}}, nil
		}
		return onlyNext(p, in)
	}
	n := p.st.beat - 1
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N >= len(o.Parts[n].Lines) {
			return p, nil, ErrIntent
		}
		if p.st.putAt(n) == in.N {
			in.N = -1
		}
		p.st.put = o.put(p, n, in.N)
		return p, nil, nil
	case Write:
		if len(o.Write) == 0 || !allows(o.Write, p.st.age) {
			return p, nil, ErrIntent
		}
		texts := make([]string, len(o.Parts))
		copy(texts, p.st.texts)
		texts[n] = shortened(in.Text, MaxWritten)
		p.st.texts, p.st.put = texts, o.put(p, n, -1)
		return p, nil, nil
	case Next:
		if n == 0 && o.line(p, 0) == "" {
			return p, nil, ErrIntent
		}
		if p.st.beat < len(o.Parts) {
			p.st.beat++
			return p, nil, nil
		}
		p.st.phase = PhaseConsequence
		return p, nil, nil
	}
	return p, nil, ErrIntent
}

// put is a copy of the places with one of them changed.
func (o Letter) put(p Player, n, place int) []int {
	out := make([]int, len(o.Parts))
	for i := range out {
		out[i] = p.st.putAt(i)
	}
	out[n] = place
	return out
}
