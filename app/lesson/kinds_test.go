package lesson_test

import (
	"slices"
	"testing"

	"vigie/app/lesson"
)

// on is a player at a step of the sample, with nothing done before.
func on(t *testing.T, age lesson.Age, step lesson.StepID) lesson.Player {
	t.Helper()
	p, err := lesson.Restore(sample(), lesson.Snapshot{Lesson: "l", Version: 3, Age: age, Step: step, Session: lesson.Session{Before: true, After: true}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func refuses(t *testing.T, p lesson.Player, in lesson.Intent) {
	t.Helper()
	if _, _, err := p.Do(in); err == nil {
		t.Errorf("%s %s takes %#v", p.View().Step, p.View().Phase, in)
	}
}

// kept is what is kept of the answer to the step before the present one.
func kept(t *testing.T, p lesson.Player, step lesson.StepID) []int {
	t.Helper()
	for _, a := range p.Snapshot().Answers {
		if a.Step == step {
			return a.Marked
		}
	}
	return nil
}

// Cards lie where they are put, and can be moved after a look; what is kept is
// the first look.
func TestSort(t *testing.T) {
	p := on(t, lesson.Younger, "sort")
	refuses(t, p, lesson.Next{})
	refuses(t, p, lesson.Put{Item: 2, Place: 0})
	refuses(t, p, lesson.Put{Item: 0, Place: 3})
	p, _ = do(t, p, lesson.Put{Item: 0, Place: 1}, lesson.Put{Item: 1, Place: 2})
	if v := p.View(); !v.CanNext || v.Sort.Cards[0].Fits || v.Sort.Cards[0].Reasons[1] != "aa" || v.Sort.Cards[0].Reasons[0] != "ba" || v.Sort.Cards[1].Reasons[0] != "bb" {
		t.Errorf("before the look: %+v", v.Sort)
	}
	p, _ = do(t, p, lesson.Next{})
	if v := p.View().Sort; v.Cards[0].Fits || !v.Cards[1].Fits {
		t.Errorf("after the look: %+v", v)
	}
	refuses(t, p, lesson.Put{Item: 0, Place: -1})
	p, _ = do(t, p, lesson.Put{Item: 0, Place: 0})
	if !p.View().Sort.Cards[0].Fits {
		t.Error("a card that was moved still does not fit")
	}
	p, _ = do(t, p, lesson.Next{})
	if got := kept(t, p, "sort"); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("keeps %v", got)
	}
}

// Any order that respects the rules is right; a broken rule is named, and what
// is kept is the rules that the first order broke.
func TestOrder(t *testing.T) {
	p := on(t, lesson.Older, "order")
	refuses(t, p, lesson.Arrange{Order: []int{0, 1, 2}})
	refuses(t, p, lesson.Arrange{Order: []int{0, 1, 2, 2}})
	p, _ = do(t, p, lesson.Next{})
	v := p.View().Order
	if !slices.Equal(v.Broken, []string{"stop first", "note before report"}) || v.Right != "" {
		t.Errorf("names %q", v.Broken)
	}
	if !slices.Equal(v.Fits, []lesson.Fit{lesson.LookAgain, lesson.AnyPlace, lesson.LookAgain, lesson.LookAgain}) {
		t.Errorf("fits %v", v.Fits)
	}
	for _, right := range [][]int{{2, 3, 0, 1}, {2, 1, 3, 0}, {2, 3, 1, 0}} {
		q, _ := do(t, on(t, lesson.Older, "order"), lesson.Arrange{Order: right})
		if len(q.View().Order.Fits) > 0 {
			t.Error("an order that was not looked at is judged")
		}
		q, _ = do(t, p, lesson.Arrange{Order: right})
		if v := q.View().Order; len(v.Broken) > 0 || v.Right != "safe" || v.Free != "free" || len(v.Kept) != 2 {
			t.Errorf("%v breaks %q", right, v.Broken)
		}
		q, _ = do(t, q, lesson.Next{})
		if got := kept(t, q, "order"); !slices.Equal(got, []int{0, 1}) {
			t.Errorf("keeps %v", got)
		}
	}
	young, _ := do(t, on(t, lesson.Younger, "order"), lesson.Next{})
	if v := young.View().Order; len(v.Tiles) != 3 || len(v.Broken) != 1 || len(v.Kept) > 0 {
		t.Errorf("a rule about a tile that is not there counts: %+v", v)
	}
}

// An answer is used once, and the answers are mixed the same way everywhere.
func TestMatch(t *testing.T) {
	p := on(t, lesson.Younger, "match")
	answers := p.View().Match.Answers
	if slices.Equal(answers, []string{"a1", "a2", "a3"}) || !slices.Equal(answers, on(t, lesson.Older, "match").View().Match.Answers) {
		t.Fatalf("mixed to %v", answers)
	}
	p, _ = do(t, p, lesson.Put{Item: 0, Place: 1}, lesson.Put{Item: 2, Place: 1})
	if v := p.View().Match; v.Rows[0].Answer != -1 || v.Rows[2].Answer != 1 {
		t.Errorf("an answer is used twice: %+v", v.Rows)
	}
	refuses(t, p, lesson.Next{})
	for i, want := range []string{"a2", "a1", "a3"} {
		p, _ = do(t, p, lesson.Put{Item: i, Place: slices.Index(answers, want)})
	}
	p, _ = do(t, p, lesson.Next{})
	if v := p.View().Match; v.Rows[0].Fits || v.Rows[0].Because != "g1" || !v.Rows[2].Fits || v.Rows[2].Because != "b3" {
		t.Errorf("after the look: %+v", v.Rows)
	}
	p, _ = do(t, p, lesson.Put{Item: 0, Place: slices.Index(answers, "a1")}, lesson.Put{Item: 1, Place: slices.Index(answers, "a2")})
	for _, r := range p.View().Match.Rows {
		if !r.Fits || r.Because == "" {
			t.Errorf("after the look: %+v", r)
		}
	}
	p, _ = do(t, p, lesson.Next{})
	if got := kept(t, p, "match"); !slices.Equal(got, []int{1, 0, 2}) {
		t.Errorf("keeps %v", got)
	}
}

// A message says its parts; what does not help is named; the text is never
// kept and goes with the step.
func TestBuild(t *testing.T) {
	p := on(t, lesson.Older, "build")
	refuses(t, p, lesson.Next{})
	p, _ = do(t, p, lesson.Pick{N: 0}, lesson.Pick{N: 1}, lesson.Write{Text: "why did you send it"})
	v := p.View().Build
	if v.Draft != "I saw it. Your fault. why did you send it" || !slices.Equal(v.Says, []lesson.Part{lesson.PartKnow}) || len(v.Found) != 1 || v.Found[0].Advice != "no blame" {
		t.Errorf("the message: %+v", v)
	}
	p, _ = do(t, p, lesson.Next{})
	if chat := p.View().Build.Chat; len(chat) != 1 || chat[0].Text != "ok" {
		t.Errorf("answered with %+v", chat)
	}
	p, _ = do(t, p, lesson.Rewind{}, lesson.Pick{N: 1}, lesson.Write{Text: ""}, lesson.Next{})
	if chat := p.View().Build.Chat; chat[0].Text != "thanks" {
		t.Errorf("answered with %+v", chat)
	}
	p, _ = do(t, p, lesson.Next{})
	if got := kept(t, p, "build"); !slices.Equal(got, []int{0}) {
		t.Errorf("keeps %v", got)
	}
	refuses(t, on(t, lesson.Younger, "build"), lesson.Write{Text: "x"})
	long, _ := do(t, on(t, lesson.Older, "build"), lesson.Write{Text: string(make([]rune, 500))})
	if n := len([]rune(long.View().Build.Text)); n != lesson.MaxWritten {
		t.Errorf("takes %d signs", n)
	}
}

// Guess, vote, wait; a laptop shows no share of a class. Alone there is a dated
// fact.
func TestVote(t *testing.T) {
	p := on(t, lesson.Younger, "vote")
	refuses(t, p, lesson.Next{})
	refuses(t, p, lesson.Put{Item: 0, Place: 26})
	p, _ = do(t, p, lesson.Put{Item: 0, Place: 25}, lesson.Next{}, lesson.Pick{N: 1}, lesson.Next{})
	if v := p.View(); !v.Vote.Waiting || v.CanNext || v.Vote.Fact != nil {
		t.Errorf("waits as %+v", v.Vote)
	}
	refuses(t, p, lesson.Next{})
	alone, _ := do(t, p, lesson.Alone{})
	if v := alone.View(); v.Vote.Fact == nil || v.Vote.Fact.Value != "70" || !v.CanNext {
		t.Errorf("alone: %+v", v.Vote)
	}
	for _, q := range []lesson.Player{p, alone} {
		in := lesson.Intent(lesson.Digits{Code: sample().Digits()["vote"]})
		if q.View().Phase == lesson.PhaseConsequence {
			in = lesson.Next{}
		}
		q, _ = do(t, q, in)
		if got := kept(t, q, "vote"); q.View().Step != "talk" || !slices.Equal(got, []int{4, 1}) {
			t.Errorf("at %s, keeps %v", q.View().Step, got)
		}
	}
}

// Items come one by one; rather not is an answer; a knowledge check tells its
// reason after the track only. Two at one laptop are asked nothing.
func TestQuestions(t *testing.T) {
	p := on(t, lesson.Younger, "before")
	if v := p.View().Questions; v.At != 1 || v.Of != 3 || v.Item.Right != -1 {
		t.Errorf("begins with %+v", v)
	}
	refuses(t, p, lesson.Pick{N: lesson.AgreeSteps})
	p, _ = do(t, p, lesson.Pick{N: 4}, lesson.Next{}, lesson.Next{})
	refuses(t, p, lesson.Pick{N: 2})
	p, _ = do(t, p, lesson.Pick{N: 0}, lesson.Next{})
	if got := kept(t, p, "before"); p.View().Step != "one" || !slices.Equal(got, []int{4, -1, 0}) {
		t.Errorf("at %s, keeps %v", p.View().Step, got)
	}
	p, _ = do(t, on(t, lesson.Younger, "after"), lesson.Next{}, lesson.Next{}, lesson.Pick{N: 1}, lesson.Next{})
	if v := p.View(); v.Questions.Because != "so" || v.Questions.Item.Because != "" {
		t.Errorf("after the track: %+v", v.Questions)
	}
	p, _ = do(t, p, lesson.Next{})
	if p.View().Step != "out" {
		t.Errorf("leads to %s", p.View().Step)
	}
	pair, err := lesson.NewIn(sample(), lesson.Younger, lesson.Session{Pair: true, Before: true})
	if err != nil {
		t.Fatal(err)
	}
	if v := pair.View(); v.Step != "one" || v.Turn == 0 {
		t.Errorf("two at one laptop begin at %s, turn %d", v.Step, v.Turn)
	}
	next, _ := do(t, pair, lesson.Pass{}, lesson.Next{})
	if a, b := pair.View().Turn, next.View().Turn; a == b {
		t.Errorf("turn %d comes after turn %d", b, a)
	}
}

// A line for the class is chosen or written; nothing of it is kept.
func TestPledge(t *testing.T) {
	p := on(t, lesson.Older, "pledge")
	refuses(t, p, lesson.Next{})
	p, _ = do(t, p, lesson.Pick{N: 0}, lesson.Write{Text: " ours "})
	if v := p.View().Pledge; v.Picked != -1 || v.Text != " ours " {
		t.Errorf("writing and choosing at once: %+v", v)
	}
	p, _ = do(t, p, lesson.Next{})
	if p.View().Pledge.Line != "ours" {
		t.Errorf("brings %q", p.View().Pledge.Line)
	}
	p, _ = do(t, p, lesson.Rewind{}, lesson.Pick{N: 1}, lesson.Next{}, lesson.Next{})
	if len(p.Snapshot().Answers) > 0 {
		t.Errorf("keeps %v", p.Snapshot().Answers)
	}
	refuses(t, on(t, lesson.Younger, "pledge"), lesson.Write{Text: "x"})
}

func TestEstimate(t *testing.T) {
	p := on(t, lesson.Younger, "estimate")
	refuses(t, p, lesson.Next{})
	refuses(t, p, lesson.Put{Item: 0, Place: 11})
	p, _ = do(t, p, lesson.Put{Item: 0, Place: 7})
	if v := p.View().Quiz.Scale; v.At != 7 || v.Fact != nil {
		t.Errorf("tells the figure too early: %+v", v)
	}
	p, _ = do(t, p, lesson.Next{})
	if v := p.View().Quiz.Scale; v.Fact == nil || v.Because != "b" {
		t.Errorf("does not tell the figure: %+v", v)
	}
	p, _ = do(t, p, lesson.Next{})
	if got := kept(t, p, "estimate"); !slices.Equal(got, []int{3}) {
		t.Errorf("keeps %v", got)
	}
}

// The optional minutes are offered once, as another member, and lead back.
func TestTimeToSpare(t *testing.T) {
	p := on(t, lesson.Younger, "end")
	if p.View().End.Offer == "" {
		t.Fatal("nothing is offered")
	}
	p, _ = do(t, p, lesson.Stay{})
	if v := p.View(); v.Step != "spare" || v.Scene.Me != "amara" {
		t.Errorf("leads to %s as %s", v.Step, v.Scene.Me)
	}
	p, _ = do(t, p, lesson.Next{})
	if v := p.View(); v.Step != "end" || v.End.Offer != "" {
		t.Errorf("comes back to %s, offers %q", v.Step, v.End.Offer)
	}
	refuses(t, p, lesson.Stay{})
}

// What is said in the four languages is found, and what helps is not.
func TestLook(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []lesson.Check
	}{
		{"en", "Why did you send it?", []lesson.Check{lesson.Blame}},
		{"en", "you shouldn’t have trusted him", []lesson.Check{lesson.Blame}},
		{"en", "It’ll be gone tomorrow, I promise", []lesson.Check{lesson.Promise}},
		{"en", "what was on it? can i see", []lesson.Check{lesson.Curiosity}},
		{"en", "You have to tell your parents now!", []lesson.Check{lesson.Pressure}},
		{"en", "I saw it. I'm not passing it on. I'm here. Do you want to go to Ms Diallo together?", nil},
		{"en", "It is not your fault.", nil},
		{"fr", "Pourquoi tu l’as envoyée ?", []lesson.Check{lesson.Blame}},
		{"fr", "Demain tout sera effacé, promis", []lesson.Check{lesson.Promise}},
		{"fr", "c’est vraiment toi ? on voit quoi", []lesson.Check{lesson.Curiosity}},
		{"fr", "Tu dois le dire à tes parents.", []lesson.Check{lesson.Pressure}},
		{"fr", "J’ai vu. Je ne fais pas tourner. Je suis là. Tu veux qu’on aille ensemble chez Mme Diallo ?", nil},
		{"fr", "Ce n’est pas ta faute.", nil},
		{"nl", "Waarom heb je dat gestuurd?", []lesson.Check{lesson.Blame}},
		{"nl", "Morgen is het weg, beloofd", []lesson.Check{lesson.Promise}},
		{"nl", "wat staat er op? mag ik het zien", []lesson.Check{lesson.Curiosity}},
		{"nl", "Je moet het aan je ouders vertellen.", []lesson.Check{lesson.Pressure}},
		{"nl", "Ik heb het gezien. Ik stuur het niet door. Ik ben er. Wil je samen naar mevrouw Diallo?", nil},
		{"nl", "Het is niet jouw schuld.", nil},
		{"de", "Warum hast du das geschickt?", []lesson.Check{lesson.Blame}},
		{"de", "Morgen ist alles weg, versprochen", []lesson.Check{lesson.Promise}},
		{"de", "was ist drauf? zeig mal", []lesson.Check{lesson.Curiosity}},
		{"de", "Du musst es deinen Eltern sagen.", []lesson.Check{lesson.Pressure}},
		{"de", "Ich hab es gesehen. Ich schick es nicht weiter. Ich bin da. Willst du zusammen zu Frau Diallo gehen?", nil},
		{"de", "Es ist nicht deine Schuld.", nil},
		{"en", "you don't have to answer", nil},
		{"fr", "Tu dois pas répondre.", nil},
		{"nl", "Je moet niet antwoorden.", nil},
		{"de", "Du musst nicht antworten.", nil},
		{"it", "perché l'hai mandata?", nil},
	} {
		var got []lesson.Check
		for _, f := range lesson.Look(c.language, c.text) {
			got = append(got, f.Check)
			if f.Words == "" {
				t.Errorf("%s %q: finds no words", c.language, c.text)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %q: finds %v, not %v", c.language, c.text, got, c.want)
		}
	}
}

func TestOlderFigures(t *testing.T) {
	for asOf, older := range map[string]bool{"2023-11-26": false, "2023-10-31": true, "2024": false, "2023-01": true, "": true, "soon": true} {
		if got := (lesson.Fact{AsOf: asOf}).Older(2026, 11); got != older {
			t.Errorf("a figure of %q is older: %v", asOf, got)
		}
	}
}
