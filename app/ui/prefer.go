package ui

import (
	"maps"
	"strconv"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/speech"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
)

// settings are the preferences that stay on the laptop.
var settings = map[learner.Preference]progress.Setting{
	learner.Language: progress.Language, learner.AgeGroup: progress.AgeGroup,
	learner.TextSize: progress.TextSize, learner.Spacing: progress.Spacing, learner.Palette: progress.Palette,
	learner.Font: progress.Font, learner.ShowKeys: progress.ShowKeys, learner.VoiceSpeed: progress.Speed, learner.Calm: progress.Calm, learner.Easier: progress.Easier, learner.SingleKeys: progress.Single,
}

// normal is how everything about reading is at first.
var normal = learner.Preferences{
	learner.TextSize: "100", learner.Spacing: string(theme.Normal), learner.Palette: string(theme.Light),
	learner.Font: string(theme.Atkinson), learner.ShowKeys: "off", learner.VoiceSpeed: string(speech.Normal), learner.Calm: "off", learner.Easier: "off", learner.SingleKeys: "on",
}

// Normal sets everything about reading back.
func (s *Shell) Normal() {
	s.Set(learner.Easier, normal[learner.Easier]) // reads the lesson again
	for p, value := range normal {
		s.prefer[p] = value
		s.o.Recorder.Set(settings[p], value)
	}
	s.keysSeen = false
	s.restyle()
	s.show()
}

// readPreferences takes what the command line asks for, then what was set on
// this laptop, then what fits most.
func (s *Shell) readPreferences() {
	s.prefer = learner.Preferences{learner.AgeGroup: string(lesson.Younger)}
	maps.Copy(s.prefer, normal)
	for p, setting := range settings {
		if v := s.o.Recorder.Setting(setting); v != "" {
			s.prefer[p] = v
		}
	}
	if s.o.Age.Valid() {
		s.prefer[learner.AgeGroup] = string(s.o.Age)
	}
	if !lesson.Age(s.prefer[learner.AgeGroup]).Valid() {
		s.prefer[learner.AgeGroup] = string(lesson.Younger)
	}
	wanted := s.o.Language
	if wanted == "" {
		wanted = s.prefer[learner.Language]
	}
	s.prefer[learner.Language] = i18n.Choose(wanted, s.o.System)
}

// Set changes a preference. It works at once, and the page is shown again at
// the same place.
func (s *Shell) Set(p learner.Preference, value string) {
	old := s.prefer[p]
	s.prefer[p] = value
	if p == learner.Language || p == learner.Easier {
		if err := s.load(); err != nil {
			s.prefer[p] = old
			s.probe("problem", err.Error())
			return
		}
	}
	s.restyle()
	s.o.Recorder.Set(settings[p], value)
	s.show()
}

// load reads words, help and course in the language that is set, and takes the
// lesson being played along.
func (s *Shell) load() error {
	lang := s.prefer[learner.Language]
	doors, err := directory.Load(s.o.Source, directory.Country, lang)
	if err != nil {
		return err
	}
	p, err := pack.Open(s.o.Source, pack.Options{Door: doors.Dial, Simple: s.prefer[learner.Easier] == "on"})
	if err != nil {
		return err
	}
	entries, err := p.Index(lang)
	if err != nil {
		return err
	}
	quiet, _, err := p.QuietLesson(lang)
	if err != nil {
		return err
	}
	booster, _, err := p.BoosterLesson(lang)
	if err != nil {
		return err
	}
	player, err := moved(s.player, p, lang)
	if err != nil {
		return err
	}
	aside, err := moved(s.aside, p, lang)
	if err != nil {
		return err
	}
	s.player, s.aside, s.quiet, s.booster = player, aside, quiet.ID, booster
	s.words, s.doors, s.pack, s.lessons = s.o.Words.In(lang), doors, p, entries
	s.fetched = nil
	return nil
}

// moved is a player in another language, nil if there is none.
func moved(old *lesson.Player, p *pack.Pack, lang string) (*lesson.Player, error) {
	if old == nil {
		return nil, nil
	}
	l, err := p.Lesson(old.Lesson().ID, lang)
	if err != nil {
		return nil, err
	}
	to, err := old.Relocalise(l)
	return &to, err
}

// restyle makes the look that the preferences ask for.
func (s *Shell) restyle() {
	percent, err := strconv.Atoi(s.prefer[learner.TextSize])
	if err != nil {
		percent = 100
	}
	s.look = s.design.Look(theme.Wish{
		Palette: theme.Palette(s.prefer[learner.Palette]), Scale: float32(percent) / 100, Spacing: theme.Spacing(s.prefer[learner.Spacing]),
		Font: theme.Font(s.prefer[learner.Font]),
	})
	s.o.App.Settings().SetTheme(s.look.Theme())
}

// scales are the text sizes in percent.
func (s *Shell) scales() []string {
	var out []string
	for _, x := range s.design.Scales() {
		out = append(out, strconv.Itoa(int(x*100+0.5)))
	}
	return out
}
