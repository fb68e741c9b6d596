package progress

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// model is what a Recorder that did every call at once would have kept.
type model struct {
	content content
	run     RunID // current
	offer   RunID // in the session
}

func (m model) clone() model {
	m.content = maps.Clone(m.content)
	return m
}

// TestOneByOneOrAllAtOnce is the law of the queue: however calls pile up while
// the disk is slow, and however often it refuses, each good ack finds in the
// store and in the session exactly what the calls up to its ticket would have
// left had each been done at once; a bad ack finds what was there before.
func TestOneByOneOrAllAtOnce(t *testing.T) {
	const plays = 400
	coalesced := 0
	for seed := range uint64(plays) {
		coalesced += playLaw(t, seed)
		if t.Failed() {
			return
		}
	}
	if coalesced < plays {
		t.Errorf("only %d calls waited for others: the law was not tried", coalesced)
	}
}

func playLaw(t *testing.T, seed uint64) (coalesced int) {
	random := rand.New(rand.NewPCG(seed, 0))
	g, s, c := newGate(), &session{}, &clock{now: wednesday}
	type heard struct {
		Ack
		run RunID // in the session at that moment
	}
	acks := make(chan heard)
	r := New(Options{Keeper: g, Session: s, Now: c.Now, Random: seeded(seed), Acknowledge: func(a Ack) {
		token, _ := s.Load()
		run, _, _ := parseToken(token)
		acks <- heard{a, run}
	}})
	ids := seeded(seed)

	now, onDisk := model{content: content{}}, model{content: content{}}
	after := map[Ticket]model{}
	var asked, acked Ticket
	history := "" // for the message of a failure
	let := func(outcome error) {
		<-g.arrived
		g.outcome <- outcome
		a := <-acks
		coalesced += int(a.Ticket-acked) - 1
		acked = a.Ticket
		history += fmt.Sprintf(" [%d %v]", a.Ticket, a.Err)
		if !errors.Is(a.Err, outcome) {
			t.Errorf("seed %d, %s: ack %v, want %v", seed, history, a.Err, outcome)
		}
		if outcome == nil {
			onDisk = after[a.Ticket]
		}
		if got := g.held(); !maps.Equal(got, onDisk.content) {
			t.Errorf("seed %d, %s: ack %d finds\n%v, want\n%v", seed, history, a.Ticket, got, onDisk.content)
		}
		if outcome == nil && a.run != onDisk.offer {
			t.Errorf("seed %d, %s: ack %d finds %q in the session, want %q", seed, history, a.Ticket, a.run, onDisk.offer)
		}
	}
	note := func(what string, ticket Ticket) {
		history += " " + what
		asked = ticket
		after[ticket] = now.clone()
	}
	runs := 0
	for step := range 40 {
		switch random.IntN(16) {
		case 0, 1, 2, 3, 4, 5:
			if now.run == "" {
				if runs++; runs > maxRuns {
					continue // more runs than wait for a stuck disk
				}
				now.run, _ = newRunID(ids)
			}
			record, _ := encodeRun(snapshot(step), WeekOf(wednesday))
			now.content[bucketRuns+"/"+string(now.run)], now.offer = string(record), now.run
			note("checkpoint", r.Checkpoint(snapshot(step)))
		case 6:
			r.Begin()
			now.run = ""
			history += " begin"
		case 7, 8:
			id := fmt.Sprintf("lesson-%d", random.IntN(3))
			now.forget()
			now.content[bucketCompletions+"/"+id] = string(encodeCompletion(WeekOf(wednesday)))
			note("finish", r.Finish(id))
		case 9:
			now.forget()
			note("erase", r.Erase())
		case 10:
			if random.IntN(3) == 0 {
				now = model{content: content{}}
				note("erase-all", r.EraseAll())
			}
		case 11:
			value := fmt.Sprint(step)
			now.content[bucketSettings+"/"+string(TextSize)] = `"` + value + `"`
			note("set", r.Set(TextSize, value))
		default:
			if asked > acked {
				let([]error{nil, nil, errDisk}[random.IntN(3)])
			}
		}
	}
	// What was refused waits for the next call, which here is Close.
	closed := make(chan error)
	go func() { closed <- r.Close() }()
	for {
		select {
		case <-g.arrived:
			g.outcome <- nil
			a := <-acks
			acked, onDisk = a.Ticket, after[a.Ticket]
			if a.Err != nil {
				t.Errorf("seed %d, %s: last ack: %v", seed, history, a.Err)
			}
			continue
		case err := <-closed:
			if err != nil {
				t.Errorf("seed %d, %s: close: %v", seed, history, err)
			}
		}
		break
	}
	if got := g.held(); acked != asked || !maps.Equal(got, now.content) {
		t.Errorf("seed %d, %s: closed at %d of %d with\n%v, want\n%v", seed, history, acked, asked, got, now.content)
	}
	return coalesced
}

func (m *model) forget() {
	if m.run == "" {
		return
	}
	delete(m.content, bucketRuns+"/"+string(m.run))
	m.run, m.offer = "", ""
}

func TestAStuckDiskHoldsUpNobody(t *testing.T) {
	g := newGate()
	r, acks := started(t, Options{Keeper: g, Random: seeded(1)})
	first := r.Checkpoint(snapshot(0))
	<-g.arrived
	for step := range 10_000 { // would never end if any of them waited
		r.Checkpoint(snapshot(step))
		if step%1000 == 0 {
			r.Begin()
		}
	}
	r.mu.Lock()
	waiting := len(r.waiting.runs)
	r.mu.Unlock()
	if waiting > maxRuns {
		t.Errorf("%d runs wait", waiting)
	}
	g.outcome <- nil
	must(t, await(t, acks, first))
	<-g.arrived
	g.outcome <- nil
	must(t, await(t, acks, 10_001))
}
