package progress

import (
	"errors"
	"strings"
	"testing"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

func TestWithoutAKeeperEverythingElseWorks(t *testing.T) {
	s := &session{}
	r, acks := started(t, Options{Session: s})
	if r.Keeping() {
		t.Error("it claims to keep")
	}
	for name, ticket := range map[string]Ticket{
		"checkpoint": r.Checkpoint(snapshot(1)), "set": r.Set(Language, "nl"), "finish": r.Finish("unread"),
		"erase": r.Erase(),
	} {
		if ticket == 0 {
			t.Errorf("%s: no ticket", name)
		}
	}
	if err := await(t, acks, 4); !errors.Is(err, ErrNotKept) {
		t.Errorf("ack: %v", err)
	}
	if _, found := r.Resumable(); found || s.token != nil {
		t.Error("a run that is not kept is offered")
	}
	if got := r.Setting(Language); got != "nl" {
		t.Errorf("language %q", got)
	}
	if err := r.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func TestSettings(t *testing.T) {
	c, dir := &clock{now: wednesday}, t.TempDir()
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now})
	if got := r.Setting(Language); got != "" {
		t.Errorf("unset language %q", got)
	}
	r.Set(Language, "fr")
	r.Set(TextSize, "1.25")
	must(t, await(t, acks, r.Set(Language, "de")))
	for _, bad := range [][2]string{{"language", ""}, {"language", strings.Repeat("x", 33)}, {"language", "Noor Peeters"},
		{"palette", "é"}, {"name", "noor"}} {
		if err := await(t, acks, r.Set(Setting(bad[0]), bad[1])); !errors.Is(err, ErrRefused) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	must(t, r.Close())
	must(t, s.Put(bucketSettings, "age", []byte(`"free text, somehow"`)))
	must(t, s.Put(bucketSettings, "palette", []byte(`7`)))
	r, acks = started(t, Options{Keeper: s, Now: c.Now})
	for setting, want := range map[Setting]string{Language: "de", TextSize: "1.25", AgeGroup: "", Palette: ""} {
		if got := r.Setting(setting); got != want {
			t.Errorf("%s: %q, want %q", setting, got, want)
		}
	}
	must(t, await(t, acks, r.EraseAll()))
	if got := r.Setting(Language); got != "" {
		t.Errorf("language %q after erasing everything", got)
	}
}

func TestWhatMayNotBeKeptIsRefused(t *testing.T) {
	c := &clock{now: wednesday}
	s := mustStore(t, t.TempDir(), c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now})
	large := snapshot(1)
	large.Flags = []string{strings.Repeat("x", maxRecord)}
	if err := await(t, acks, r.Checkpoint(large)); !errors.Is(err, ErrRefused) {
		t.Errorf("large snapshot: %v", err)
	}
	must(t, await(t, acks, r.Checkpoint(snapshot(1))))
	if err := await(t, acks, r.Finish(strings.Repeat("l", maxID+1))); !errors.Is(err, ErrRefused) {
		t.Errorf("long lesson: %v", err)
	}
	if got := count(t, s, bucketRuns) + count(t, s, bucketCompletions); got != 0 {
		t.Errorf("%d entries are left", got)
	}
}

func TestNoRandomnessNoRun(t *testing.T) {
	c := &clock{now: wednesday}
	s := mustStore(t, t.TempDir(), c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now, Random: strings.NewReader("too short")})
	if err := await(t, acks, r.Checkpoint(snapshot(1))); err == nil {
		t.Error("no error")
	}
	if got := count(t, s, bucketRuns); got != 0 {
		t.Errorf("%d runs are kept", got)
	}
}

func count(t *testing.T, s *store.Store, bucket string) (n int) {
	t.Helper()
	must(t, s.Each(bucket, func(string, []byte) error { n++; return nil }))
	return n
}

func TestOldRunsGoAtOpening(t *testing.T) {
	c, dir := &clock{now: wednesday}, t.TempDir()
	s := mustStore(t, dir, c)
	put := func(id, week string) {
		must(t, s.Put(bucketRuns, id, []byte(`{"format":9,"week":"`+week+`","later":"MARKER-`+id+`"}`)))
	}
	put("this", "2026-W48")
	put("26-days", "2026-W44") // began 26 October, 30 days and some hours ago
	put("23-days", "2026-W45") // began 2 November
	put("last-year", "2025-W48")
	put("ahead", "2031-W01")
	put("no-week", "")
	must(t, s.Put(bucketRuns, "no-json", []byte("MARKER-no-json")))
	must(t, s.Put(bucketCompletions, "unread", encodeCompletion("2020-W01")))
	r, _ := started(t, Options{Keeper: s, Now: c.Now})
	must(t, r.Close())
	var left []string
	must(t, s.Each(bucketRuns, func(key string, _ []byte) error { left = append(left, key); return nil }))
	if got := strings.Join(left, " "); got != "23-days ahead this" {
		t.Errorf("left: %s", got)
	}
	for _, gone := range []string{"26-days", "last-year", "no-week", "no-json"} {
		if inFolder(t, dir, "MARKER-"+gone) {
			t.Errorf("bytes of %s are in the folder", gone)
		}
	}
	if count(t, s, bucketCompletions) != 1 {
		t.Error("a completion is gone")
	}
}

func TestRunsShowsAllThatIsKept(t *testing.T) {
	c, dir := &clock{now: wednesday}, t.TempDir()
	if kept, err := Runs(t.TempDir()); err != nil || len(kept) != 0 {
		t.Errorf("nothing there: %v, %v", kept, err)
	}
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now, Random: seeded(7)})
	r.Set(Language, "fr")
	r.Checkpoint(snapshot(1))
	r.Finish("unread")
	must(t, await(t, acks, r.Checkpoint(snapshot(2))))
	if _, err := Runs(dir); !errors.Is(err, store.ErrBusy) {
		t.Errorf("while open: %v", err)
	}
	must(t, s.Put("later", "bytes", []byte{0xff, 0}))
	must(t, s.Close())
	kept, err := Runs(dir)
	must(t, err)
	got := unnumbered(asText(t, kept))
	var run RunID
	for key := range kept[bucketRuns] {
		run = RunID(key)
	}
	want := `{"completions":{"unread":{"format":1,"week":"2026-W48"}},"later":{"bytes":"/wA="},"meta":{"schema":2,"state":{"sequence":0,"entries":4,"sum":"0","transaction":0}},` +
		`"runs":{"` + string(run) + `":{"format":1,"week":"2026-W48","snapshot":{"lesson":"unread","version":1,"age":"12-14",` +
		`"step":"step-2","flags":["seen"],"meters":{"person":2,"spread":1,"norm":3},` +
		`"choices":[{"step":"scene-1","choice":"choice-2"}],"answers":[{"step":"quiz","marked":[0,2]}]}}},` +
		`"settings":{"language":"fr"}}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWeeks(t *testing.T) {
	for in, want := range map[time.Time]Week{
		wednesday: "2026-W48",
		time.Date(2026, 11, 30, 0, 30, 0, 0, time.FixedZone("", 3600)): "2026-W48",
		time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC):                    "2026-W53",
		time.Date(2029, 12, 31, 0, 0, 0, 0, time.UTC):                  "2030-W01",
	} {
		if got := WeekOf(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
		began, err := want.Monday()
		if err != nil || !began.Equal(store.Monday(in)) {
			t.Errorf("%s began %s, %v", want, began, err)
		}
	}
	for _, bad := range []Week{"", "2026", "2026-W00", "2026-W54", "2025-W53", "2026-W48 ", "2026-W4", "2026-11-23", "1969-W01", "-001-W01", "12026-W48"} {
		if _, err := bad.Monday(); !errors.Is(err, ErrRefused) {
			t.Errorf("week %q: %v", bad, err)
		}
	}
}

func BenchmarkCheckpoint(b *testing.B) {
	c := &clock{now: wednesday}
	s := mustStore(b, b.TempDir(), c)
	acks := make(chan Ack)
	r := New(Options{Keeper: s, Session: &session{}, Now: c.Now, Acknowledge: func(a Ack) { acks <- a }})
	defer r.Close()
	steps := []lesson.Snapshot{snapshot(1), snapshot(2)}
	for i := 0; b.Loop(); i++ {
		r.Checkpoint(steps[i%2])
		if a := <-acks; a.Err != nil {
			b.Fatal(a.Err)
		}
	}
}
