package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// LaneItem is a lane: a number, an icon, and a title in the tone on its wash.
type LaneItem struct {
	Title string // translated
	Icon  string // name of an icon
	Tone  Tone
}

// LaneCard is a sentence that is sorted into lanes. All texts are translated.
type LaneCard struct {
	Avatar  string   // key of the character who says it; "" draws no disc
	Who     string   // "Amara says", may be empty
	Text    string   // the sentence
	Reasons []string // one for each lane, shown in smaller type once it lies there
}

// Placed is a card in a lane, both by index.
type Placed struct{ Card, Lane int }

// LanesWords are the translated words of Lanes.
type LanesWords struct {
	Place   func(card, of int) string // "Sentence 6 of 8", read aloud
	PutHere string                    // on the free place of the lane that is meant
	Empty   string                    // where the cards lay when all are in lanes
}

// LanesOpts are the choices of lanes.
type LanesOpts struct {
	ID       string
	Label    string // translated, the question
	Lanes    []LaneItem
	Cards    []LaneCard
	Placed   []Placed          // in the order in which they were put
	At       int               // the current card
	Aside    fyne.CanvasObject // explains the keys beside the current card, or under it; may be nil
	Words    LanesWords
	Disabled bool
	OnPut    func(card, lane int)
	OnBack   func(card int)
}

// Lanes sorts cards into lanes. It is one stop for Tab. The digit of a lane
// puts the current card there, up and down choose another card, also one that
// lies in a lane already, Home and End the first and the last, and Z takes
// back the card that was put last. Left and right mean a lane, Space and Enter
// put the card into it. With the mouse a tap on a lane puts the card there, a
// tap on a card makes it the current one, and cards can be dragged, also back.
type Lanes struct {
	control
	opts   LanesOpts
	lanes  []*lane
	cards  []*laneCard
	placed []Placed
	at     int // the current card, -1 if there are none
	aim    int // the lane that the keys mean, -1 for none
	over   laneSpot
	down   laneSpot
	drag   dragging
	moved  fyne.Delta // how far the current card was dragged
	glides int        // the card that is on its way, -1 for none
	far    fyne.Delta // how far it is from its place
	deck   *panel     // the cards under the top one
	top    *panel
	flat   *panel // the top one while a card in a lane is the current one, or where none is left
	empty  *Para
}

// NewLanes returns lanes.
func NewLanes(f *Frame, opts LanesOpts) *Lanes {
	l := &Lanes{opts: opts, aim: -1, glides: -1, over: noLane, down: noLane}
	l.at = min(max(opts.At, 0), len(opts.Cards)-1)
	for i, item := range opts.Lanes {
		l.lanes = append(l.lanes, newLane(f, i, item, opts.Words.PutHere))
	}
	for _, card := range opts.Cards {
		l.cards = append(l.cards, newLaneCard(f, card))
	}
	for _, p := range opts.Placed {
		if p.Card >= 0 && p.Card < len(l.cards) && p.Lane >= 0 && p.Lane < len(l.lanes) {
			l.lay(p.Card, p.Lane)
		}
	}
	l.newDeck(f)
	l.disabled = opts.Disabled
	l.begin(f, l, opts.ID, opts.Label, nil)
	l.paint()
	return l
}

// Placed is the cards in lanes in the order in which they were put.
func (l *Lanes) Placed() []Placed { return slices.Clone(l.placed) }

// At is the current card, -1 if there are none.
func (l *Lanes) At() int { return l.at }

func (l *Lanes) laneOf(card int) int {
	for _, p := range l.placed {
		if p.Card == card {
			return p.Lane
		}
	}
	return -1
}

// front is the card on top of those that are in no lane, -1 if all are.
func (l *Lanes) front() int {
	if l.at >= 0 && l.laneOf(l.at) < 0 {
		return l.at
	}
	return l.nextFree(-1)
}

// nextFree is the next card after one that is in no lane, -1 if all are.
func (l *Lanes) nextFree(after int) int {
	for i := range l.cards {
		if card := (after + 1 + i) % len(l.cards); l.laneOf(card) < 0 {
			return card
		}
	}
	return -1
}

// way is the cards as up and down go through them: those in no lane, then lane
// by lane.
func (l *Lanes) way() []int {
	var way []int
	for card := range l.cards {
		if l.laneOf(card) < 0 {
			way = append(way, card)
		}
	}
	for lane := range l.lanes {
		way = append(way, l.inLane(lane)...)
	}
	return way
}

func (l *Lanes) inLane(lane int) []int {
	var cards []int
	for _, p := range l.placed {
		if p.Lane == lane {
			cards = append(cards, p.Card)
		}
	}
	return cards
}

// lay puts a card behind the others of a lane.
func (l *Lanes) lay(card, lane int) {
	l.lift(card)
	l.placed = append(l.placed, Placed{card, lane})
	l.cards[card].reasonFor(lane)
}

func (l *Lanes) lift(card int) {
	l.placed = slices.DeleteFunc(l.placed, func(p Placed) bool { return p.Card == card })
}

// put puts the current card into a lane; the next free one becomes current. A
// card that lay in another lane stays the current one.
func (l *Lanes) put(lane int) bool { return l.putFrom(lane, l.placeOf(l.at)) }

// putFrom puts the current card, which is seen at a place.
func (l *Lanes) putFrom(lane int, from fyne.Position) bool {
	card := l.at
	if l.disabled || card < 0 || lane < 0 || lane >= len(l.lanes) || l.laneOf(card) == lane {
		return false
	}
	fresh := l.laneOf(card) < 0
	l.lay(card, lane)
	l.aim = -1
	if next := l.nextFree(card); fresh && next >= 0 {
		l.at = next
	}
	l.Refresh()
	l.glide(card, from)
	if l.opts.OnPut != nil {
		l.opts.OnPut(card, lane)
	}
	return true
}

// TakeBack takes the card that was put last out of its lane and makes it the
// current one, as the key Z does. It reports whether there was one.
func (l *Lanes) TakeBack() bool {
	if l.disabled || len(l.placed) == 0 {
		return false
	}
	l.back(l.placed[len(l.placed)-1].Card)
	return true
}

func (l *Lanes) back(card int) {
	l.lift(card)
	l.at, l.aim = card, -1
	l.Refresh()
	if l.opts.OnBack != nil {
		l.opts.OnBack(card)
	}
}

// choose makes a card the current one.
func (l *Lanes) choose(card int) {
	l.at, l.aim = card, -1
	l.Refresh()
}
