package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// MatchItem is a sentence that an answer is put beside, such as an excuse.
type MatchItem struct {
	Avatar string // key of the character who says it; "" draws no disc
	Who    string // translated, "Wout says", may be empty
	Text   string // translated
}

// MatchFit is how a pair stands. The zero value shows nothing.
type MatchFit struct {
	Fit    Fit
	Reason string // translated, under the pair; may be empty
}

// MatchWords are the translated words of Match.
type MatchWords struct {
	Items, Answers    string                           // over the two columns; may be empty
	Empty             string                           // on the free place beside a sentence
	Pair              func(item, answer string) string // read aloud: "… goes with …"
	Answer            func(n int, text string) string  // read aloud for an answer: "Answer 2: …"
	Used              string                           // read aloud for one that stands beside a sentence
	Good, Again, Free string                           // "Fits", "Look again", "Any answer"
}

func (w MatchWords) fit(fit Fit) string {
	return [...]string{FitUnknown: "", FitGood: w.Good, FitAgain: w.Again, FitFree: w.Free}[fit]
}

// MatchOpts are the choices of a match.
type MatchOpts struct {
	ID       string
	Label    string // translated, the question
	Items    []MatchItem
	Answers  []string // translated; up to nine have a digit
	Pairs    []int    // the answer beside each item, by index, -1 for none; nil for none at all
	At       int      // the current item
	Words    MatchWords
	Disabled bool
	// OnPut hears every change: the answer that an item has now, -1 for none.
	// The item that had this answer before is empty then, without a call.
	OnPut func(item, answer int)
}

// Match puts answers beside sentences. Each answer is used once: taking one
// that stands elsewhere moves it. It is one stop for Tab. A digit puts that
// answer beside the current sentence, up and down choose another sentence,
// Home and End the first and the last; Z takes back the answer that was put
// last, Delete and Backspace the one of the current sentence. Left and right
// mean an answer, Space and Enter put it. With the mouse a tap on a sentence
// makes it the current one, a tap on an answer puts it there, and answers can
// be dragged onto a sentence, also from one to another and back.
type Match struct {
	control
	opts    MatchOpts
	rows    []*matchRow
	answers []*matchAnswer
	heads   [2]*Para // over sentences and answers, nil for none
	pairs   []int
	trail   []int // the rows that have an answer, in the order in which they got it
	at      int   // the current row, -1 if there are none
	aim     int   // the answer that the keys mean, -1 for none
	over    matchSpot
	down    matchSpot
	drag    dragging
	held    matchSpot // what is dragged
	raised  *panel    // its box
	moved   fyne.Delta
}

// NewMatch returns a match.
func NewMatch(f *Frame, opts MatchOpts) *Match {
	m := &Match{opts: opts, aim: -1, over: noMatch, down: noMatch, held: noMatch}
	m.at = min(max(opts.At, 0), len(opts.Items)-1)
	for i, words := range []string{opts.Words.Items, opts.Words.Answers} {
		if words != "" {
			m.heads[i] = NewPara(f, ParaOpts{Text: words, Bold: true, Color: f.inkSoft()})
		}
	}
	for _, item := range opts.Items {
		m.rows = append(m.rows, newMatchRow(f, item, opts.Words))
		m.pairs = append(m.pairs, -1)
	}
	for i, text := range opts.Answers {
		m.answers = append(m.answers, newMatchAnswer(f, i, text))
	}
	for row, answer := range opts.Pairs {
		if row < len(m.rows) && answer >= 0 && answer < len(m.answers) {
			m.lay(row, answer)
		}
	}
	m.raised = newLift(f.Look)
	m.disabled = opts.Disabled
	m.begin(f, m, opts.ID, opts.Label, nil)
	m.paint()
	return m
}

// Pairs is the answer beside each sentence, -1 for none.
func (m *Match) Pairs() []int { return slices.Clone(m.pairs) }

// At is the current sentence, -1 if there are none.
func (m *Match) At() int { return m.at }

// Full reports whether every sentence has an answer.
func (m *Match) Full() bool { return !slices.Contains(m.pairs, -1) }

// SetFits shows how the pairs stand, one for each sentence; nil shows nothing.
// A sentence whose answer changes afterwards shows nothing again.
func (m *Match) SetFits(fits []MatchFit) {
	for i, row := range m.rows {
		row.setFit(m.f, MatchFit{})
		if i < len(fits) && m.pairs[i] >= 0 {
			row.setFit(m.f, fits[i])
		}
	}
	m.Refresh()
}

// rowOf is the row that an answer stands in, -1 for none.
func (m *Match) rowOf(answer int) int { return slices.Index(m.pairs, answer) }

// lay puts an answer into a row and takes it out of the one where it was.
func (m *Match) lay(row, answer int) {
	if from := m.rowOf(answer); from >= 0 {
		m.lift(from)
	}
	m.lift(row)
	m.pairs[row] = answer
	m.trail = append(m.trail, row)
}

// lift empties a row.
func (m *Match) lift(row int) {
	m.pairs[row] = -1
	m.trail = slices.DeleteFunc(m.trail, func(r int) bool { return r == row })
	m.rows[row].setFit(m.f, MatchFit{})
}

// Put puts an answer beside the current sentence, as its digit does, and tells
// it. If the sentence had none, the next one without becomes the current one.
// It reports whether anything changed.
func (m *Match) Put(answer int) bool { return m.at >= 0 && m.putInto(m.at, answer, true) }

// putInto puts an answer into a row, which becomes the current one or, if it
// was empty and onward, the one before the next.
func (m *Match) putInto(row, answer int, onward bool) bool {
	if m.disabled || answer < 0 || answer >= len(m.answers) || m.pairs[row] == answer {
		return false
	}
	fresh := m.pairs[row] < 0
	m.lay(row, answer)
	m.at, m.aim = row, -1
	if next := m.nextFree(row); onward && fresh && next >= 0 {
		m.at = next
	}
	m.told(row)
	return true
}

// nextFree is the next row after one that has no answer, -1 if all have.
func (m *Match) nextFree(after int) int {
	for i := range m.rows {
		if row := (after + 1 + i) % len(m.rows); m.pairs[row] < 0 {
			return row
		}
	}
	return -1
}

// TakeBack takes away the answer that was put last and makes its sentence the
// current one, as the key Z does. It reports whether there was one.
func (m *Match) TakeBack() bool {
	if len(m.trail) == 0 {
		return false
	}
	return m.empty(m.trail[len(m.trail)-1])
}

// empty takes the answer out of a row, which becomes the current one.
func (m *Match) empty(row int) bool {
	if m.disabled || row < 0 || m.pairs[row] < 0 {
		return false
	}
	m.lift(row)
	m.at, m.aim = row, -1
	m.told(row)
	return true
}

func (m *Match) told(row int) {
	m.Refresh()
	if m.opts.OnPut != nil {
		m.opts.OnPut(row, m.pairs[row])
	}
}

// choose makes a row the current one.
func (m *Match) choose(row int) {
	m.at, m.aim = min(max(row, 0), len(m.rows)-1), -1
	m.Refresh()
}
