package lint

import (
	"regexp"
	"slices"
	"strings"

	"vigie/app/lesson"
	"vigie/app/pack"
)

// The frame of a lesson and the care in it; reference/pedagogy.md 2.3.
var frameRules = []Rule{
	{"R1", "every lesson has its note, its talks, a way out of the role, help and its sources, in both variants", frame},
	{"R4", "nobody's age is told, only the school year", noAges},
	{"R7", "a figure is never told without its year and source, so it stands in facts.yaml", figures},
	{"R9", "what is said to a harmful choice is short: the effect, then the next good step", shortFeedback},
	{"R9-words", "nobody is judged: the effect is told, not right or wrong", noVerdicts},
	{"R10", "hurtful lines are few, and never slurs", fewHurts},
	{"R11", "over the course boys are targeted and girls pass on too, and those who help are not all alike", balance},
	{"R13", "nobody is asked what has happened to them or what they did", noDisclosure},
	{"R14", "what a pupil writes stays with the pupil, and names stay out", noHandingIn},
	{"R16", "nobody is hurried", noHurry},
	{"R17", "advice on keeping or deleting comes from the one vetted text of the directory", vetted},
	{"law", "what the law says stands in law/be.yaml, and pupils see it once a person has signed it off", lawApart},
	{"secrecy", "nobody can promise to tell no one: someone may be in danger", noSecrecy},
}

// How many questions a class has to talk about, in a lesson and in the short
// follow-up.
const (
	leastDebrief  = 3
	leastFollowUp = 1
)

func frame(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		evidence := pack.Get(l.Document.Root, "evidence")
		if evidence == nil || len(evidence.Content) == 0 {
			out = append(out, l.place(l.Lesson.Steps[0].ID, "this lesson names no sources under \"evidence\""))
		}
		for _, a := range lesson.Ages() {
			questions := 0
			for id := range reach(l.Lesson, a, nil) {
				s, _ := l.Lesson.Step(id)
				if t, is := s.Activity.(lesson.Talk); is {
					questions += len(t.Questions)
				}
			}
			start := l.Lesson.Start.For(a)
			least := leastDebrief
			if l.Dir == c.Booster {
				least = leastFollowUp
			}
			if questions < least {
				out = append(out, l.place(start, "the class has too little to talk about for %s: %d questions, at least %d are wanted", string(a), questions, least))
			}
			if bypass(l.Lesson, a, func(s lesson.Step) bool { return s.Activity.Kind() == lesson.KindLeave }) {
				out = append(out, l.place(start, "there is a path for %s to an end without a step out of the role", string(a)))
			}
		}
	}
	return out
}

var yearsOld = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b\d{1,2}[- ]years?[- ]olds?\b|\b(?:is|was|turns?|aged) \d{1,2}\b(?:[^:\d]|$)`),
	"fr": regexp.MustCompile(`(?i)\b\d{1,2} ans(?:[^\pL]|$)`),
	"nl": regexp.MustCompile(`(?i)\b\d{1,2} jaar(?: oud)?(?:[^\pL]|$)|\b\d{1,2}-jarig`),
	"de": regexp.MustCompile(`(?i)\b\d{1,2} Jahre alt|\b\d{1,2}-jährig|\b(?:ist|war|wird) \d{1,2}(?:[^\d:. ]|$)`),
}

func noAges(c *Course) []Finding {
	return match(c, yearsOld, func(t Text) bool { return t.Lesson != "" }, "%q tells an age", "the school year, or nothing")
}

// told are the uses in which the program itself speaks.
var told = []pack.Use{pack.UseNote, pack.UseNarration, pack.UseAsk, pack.UseAnswer, pack.UseFeedback, pack.UseParagraph, pack.UseStory, pack.UseEnding, pack.UseItem}

func speaks(t Text) bool { return t.Lesson != "" && slices.Contains(told, t.Use) }

// figure is a percentage, or a number of three digits and more that is no year.
var figure = inAll(`\d ?%|\d ?‰|\b\d{3}\b|\b\d{5,}\b|\b(?:[03-9]\d{3}|1[0-8]\d{2}|2[1-9]\d{2})\b`)

func figures(c *Course) []Finding {
	return match(c, figure, func(t Text) bool {
		return t.Lesson != "" && slices.Contains([]pack.Use{pack.UseAsk, pack.UseAnswer, pack.UseFeedback, pack.UseParagraph, pack.UseStory, pack.UseEnding}, t.Use)
	}, "%q is a figure without its year", "{fact:…} with the id of a figure of facts.yaml")
}

const mostFeedback = 40 // words

// shortFeedback counts what is told after a choice that harms, a sentence that
// harms, and advice on a message.
func shortFeedback(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			scene, is := s.Activity.(lesson.Scene)
			if !is {
				continue
			}
			for _, ch := range scene.Choices {
				if ch.Role != lesson.Assistant && ch.Role != lesson.Reinforcer {
					continue
				}
				n := 0
				for _, line := range ch.Then {
					if line.By == "" {
						n += len(strings.Fields(line.Text))
					}
				}
				if n > mostFeedback {
					out = append(out, l.place(s.ID, "what is told after %q has %d words; %d are enough", short(ch.Say), n, mostFeedback))
				}
			}
		}
	}
	for _, t := range c.Texts {
		if n := len(strings.Fields(t.Words)); t.Use == pack.UseFeedback && n > mostFeedback {
			out = append(out, t.finding(0, "this has %d words; %d are enough", n, mostFeedback))
		}
	}
	return out
}

func short(s string) string {
	const most = 30
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

var verdicts = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(wordStart + `wrong|incorrect|well done|good job|bravo|oops|congratulations|you (?:fail|failed|lose|lost)|shame on you` + wordEnd),
	"fr": regexp.MustCompile(wordStart + `c'est faux|mauvaise réponse|bravo|oups|bien joué|félicitations|raté|tu as perdu` + wordEnd),
	"nl": regexp.MustCompile(wordStart + `fout antwoord|dat is fout|goed gedaan|bravo|oeps|proficiat|gefeliciteerd|je hebt verloren` + wordEnd),
	"de": regexp.MustCompile(wordStart + `falsche antwort|das ist falsch|gut gemacht|bravo|ups|hoppla|glückwunsch|du hast verloren` + wordEnd),
}

func noVerdicts(c *Course) []Finding {
	return match(c, verdicts, func(t Text) bool { return t.Use == pack.UseFeedback || speaks(t) && t.Use != pack.UseStory },
		"%q judges", "what it does to the person, and what helps now")
}

const mostHurts = 3 // hurtful lines in a scene, for one variant

var slurs = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(wordStart + `sluts?|whores?|bitch(?:es)?|fags?|faggots?|retard(?:s|ed)?|cunts?` + wordEnd),
	"fr": regexp.MustCompile(wordStart + `putes?|salopes?|pédés?|pd|connasses?|enculés?|pouffe|pouffiasse|mongol` + wordEnd),
	"nl": regexp.MustCompile(wordStart + `hoer(?:en)?|slet(?:ten)?|teef|teven|kutwijf|flikkers?|mongool` + wordEnd),
	"de": regexp.MustCompile(wordStart + `Schlampen?|Huren?|Schwuchteln?|Fotzen?|Spastis?|Mongo` + wordEnd),
}

func fewHurts(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			scene, is := s.Activity.(lesson.Scene)
			if !is {
				continue
			}
			for _, a := range s.Ages {
				n := 0
				for _, beat := range scene.Beats {
					for _, line := range beat {
						if line.Hurts != "" && (len(line.Ages) == 0 || line.Ages[0] == a) {
							n++
						}
					}
				}
				if n > mostHurts {
					out = append(out, l.place(s.ID, "this scene has %d hurtful lines for %s; %d are enough", n, string(a), mostHurts))
				}
			}
		}
	}
	return append(out, match(c, slurs, nil, "%q is a slur", "[insult], or what it does to the person")...)
}

// wholeCourse is from how many lessons on a pack is looked at as a course.
const wholeCourse = 4

func balance(c *Course) (out []Finding) {
	all := slices.DeleteFunc(slices.Clone(c.Lessons), func(l Lesson) bool { return l.Lesson.Quiet })
	if len(all) < wholeCourse {
		return nil
	}
	targeted, passing, helping := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, l := range all {
		for _, a := range lesson.Ages() {
			targeted[l.Lesson.Cast[l.Lesson.Person.For(a)].Pronoun] = true
			helping[l.Lesson.Cast[l.Lesson.Witness.For(a)].Pronoun] = true
		}
		for _, s := range l.Lesson.Steps {
			scene, is := s.Activity.(lesson.Scene)
			if !is {
				continue
			}
			for _, beat := range scene.Beats {
				for _, line := range beat {
					if line.Hidden && line.By != "" {
						passing[l.Lesson.Cast[line.By].Pronoun] = true
					}
				}
			}
		}
	}
	last := all[len(all)-1]
	for _, x := range []struct {
		holds   bool
		message string
	}{
		{targeted["he"], "in no lesson of this course a boy is the person it is about"},
		{passing["she"], "in no lesson of this course a girl passes something on"},
		{len(helping) > 1, "in every lesson of this course the witness is of the same gender"},
	} {
		if !x.holds {
			out = append(out, last.place(last.Lesson.Steps[0].ID, x.message))
		}
	}
	return out
}

var disclosure = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:have|did|were) you (?:ever|already|yourself)\b|\byour own (?:photos?|pictures?|story|experience)\b|\bwhat have you (?:done|sent|seen)\b|\bwho (?:of|among) you (?:has|have)\b`),
	"fr": regexp.MustCompile(`(?i)\b(?:as-tu|avez-vous|t'es-tu|vous êtes-vous|tu as) (?:déjà|toi-même|vous-mêmes)|\bt(?:on|a) propre (?:photo|histoire|expérience)|\bqui d'entre vous\b`),
	"nl": regexp.MustCompile(`(?i)\b(?:heb|ben|heeft|hebben) (?:je|jij|jullie) (?:ooit|al eens|zelf al|al)\b.*\?|\bje eigen (?:foto|verhaal|ervaring)|\bwie van jullie\b`),
	"de": regexp.MustCompile(`(?i)\b(?:hast|bist|habt|seid) (?:du|ihr) (?:schon|jemals|selbst)\b|\bdeine? eigene?n? (?:Fotos?|Geschichte|Erfahrung)|\bwer von euch\b`),
}

func noDisclosure(c *Course) []Finding {
	return match(c, disclosure, func(t Text) bool { return speaks(t) || t.Use == pack.UseItem },
		"%q asks about somebody's own experience", "a question about the characters, or “someone”")
}

var handingIn = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:write|type|enter|fill in|sign with)(?: down)?(?: here)? your (?:own |full |first |last )*name\b|\bwhat(?:'s| is) your name\b|\bhand in (?:what|your)\b|\b(?:send|show|give) (?:it|your (?:text|answer|message)) to (?:your|the) teacher\b|\bname (?:somebody|someone|a pupil) (?:in|of|from) your (?:class|school)\b`),
	"fr": regexp.MustCompile(`(?i)(?:écri(?:s|vez)|tapez?|notez?|indiquez?|donnez?) (?:ici )?(?:ton|votre|vos) (?:pré)?noms?\b|\bcomment (?:t'appelles-tu|tu t'appelles)|\bsignez? de (?:ton|votre) nom\b|\b(?:rends|rendez|remets|remettez|montrez?|envoyez?|envoie) (?:ton|ta|tes|votre) (?:texte|réponse|message|copie)s?\b`),
	"nl": regexp.MustCompile(`(?i)\b(?:schrijf|typ|noteer|geef|vul) (?:hier )?(?:je|jullie) (?:eigen |volledige |voor)*(?:naam|namen)\b|\bhoe heet (?:je|jij)\b|\b(?:geef|toon|stuur) (?:je|jouw|jullie) (?:tekst|antwoord|bericht) (?:af|door|aan de)\b`),
	"de": regexp.MustCompile(`(?i)\b(?:schreib|tipp|gib|trag)(?:e|t)? (?:hier )?(?:deinen|euren|eure) (?:vollen )?(?:vor|nach)?namen\b|\bwie heißt du\b|\b(?:gib|zeig|schick)(?:e|t)? (?:deinen|deine|euren|eure) (?:Text|Antwort|Nachricht) (?:ab\b|der Lehr)`),
}

func noHandingIn(c *Course) []Finding {
	return match(c, handingIn, speaks, "%q asks for a name, or to hand in what was written", "one's own words, without names, for nobody else")
}

var hurry = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(wordStart + `hurry|be quick|time is running|seconds left|countdown|you have \d+ (?:seconds|minutes)` + wordEnd),
	"fr": regexp.MustCompile(wordStart + `dépêche-toi|dépêchez-vous|le temps presse|secondes restantes|compte à rebours|tu as \d+ (?:secondes|minutes)` + wordEnd),
	"nl": regexp.MustCompile(wordStart + `haast je|schiet op|de tijd loopt|seconden over|aftellen|je hebt \d+ (?:seconden|minuten)` + wordEnd),
	"de": regexp.MustCompile(wordStart + `beeil dich|beeilt euch|die Zeit läuft|Sekunden übrig|Countdown|du hast \d+ (?:Sekunden|Minuten)` + wordEnd),
}

func noHurry(c *Course) []Finding {
	return match(c, hurry, speaks, "%q hurries", "nothing: there is time, and the story waits")
}

var keeping = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:as|for|your|the) (?:evidence|proof)\b|don't delete|do not delete|never delete`),
	"fr": regexp.MustCompile(`(?i)\b(?:comme|de|pour|la|une) preuves?\b|n'efface (?:pas|rien|jamais)|ne supprime (?:pas|rien|jamais)`),
	"nl": regexp.MustCompile(`(?i)\bals bewijs|\bhet bewijs\b|\bbewijsmateriaal|wis (?:niets|het niet)|verwijder (?:niets|het niet)`),
	"de": regexp.MustCompile(`(?i)\bals Beweis|\bden Beweis|\bBeweismittel|lösch(?:e|t)? (?:nichts|es nicht|das nicht)`),
}

func vetted(c *Course) []Finding {
	return match(c, keeping, speaks, "%q advises on keeping or deleting", "the help sheet, which has the one vetted text")
}

var secrets = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:i|we|they)(?: will|'ll)? ?(?:won't|will not|never|will never) tell (?:anyone|anybody|a soul|any adult)|\bi tell nobody|stays between (?:us|you and me)|just between (?:us|you and me)|promise not to tell|nobody will (?:ever )?know`),
	"fr": regexp.MustCompile(`(?i)je (?:ne )?(?:le )?(?:dirai|dis|raconterai) (?:rien )?à personne|ça reste entre nous|promis,? je (?:ne )?dis rien|personne (?:ne )?(?:le )?saura`),
	"nl": regexp.MustCompile(`(?i)ik (?:zeg|vertel) het (?:aan )?niemand|ik zal het (?:aan )?niemand (?:zeggen|vertellen)|blijft onder ons|blijft tussen ons|niemand (?:zal|gaat) het (?:ooit )?weten`),
	"de": regexp.MustCompile(`(?i)ich (?:sage|sag|erzähle|erzähl|verrate) es (?:niemandem|keinem)|bleibt unter uns|bleibt zwischen uns|niemand wird es (?:je )?erfahren`),
}

func noSecrecy(c *Course) []Finding {
	return match(c, secrets, func(t Text) bool {
		return t.Lesson != "" && !t.Harmful && !slices.Contains([]pack.Use{pack.UseLine, pack.UseThought, pack.UseExcuse}, t.Use)
	}, "%q promises secrecy", "“I tell nobody in the group. If you are in danger, I get help.”")
}

var legal = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(wordStart + `illegal|against the law|an offence|a crime|criminal|punishable|the law says|police record` + wordEnd),
	"fr": regexp.MustCompile(wordStart + `illégale?s?|contre la loi|une infraction|un délit|un crime|pénale?ment|punissables?|la loi dit|casier judiciaire` + wordEnd),
	"nl": regexp.MustCompile(wordStart + `illegaal|illegale|tegen de wet|een misdrijf|strafbaar|strafbare|de wet zegt|strafblad` + wordEnd),
	"de": regexp.MustCompile(wordStart + `illegal\pL*|gegen das Gesetz|eine Straftat|strafbar\pL*|das Gesetz sagt|vorbestraft|Vorstrafe` + wordEnd),
}

// lawApart finds legal claims in the texts of lessons, and sentences on the law
// that a lesson wants to tell before anybody has signed them off.
func lawApart(c *Course) []Finding {
	out := match(c, legal, func(t Text) bool { return speaks(t) || t.Use == pack.UseCard },
		"%q tells what the law says", "law: [id] in a step info, with a sentence of law/be.yaml")
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			law := pack.Get(pack.Get(pack.Get(l.Document.Root, "steps"), string(s.ID)), "law")
			if law == nil {
				continue
			}
			for _, id := range law.Content {
				for _, sentence := range c.Law {
					if sentence.ID == id.Value && !sentence.Reviewed() {
						f := l.place(s.ID, "nobody has signed off the sentence %q on the law, so pupils do not see it", sentence.ID)
						f.Severity = Warning
						out = append(out, f)
					}
				}
			}
		}
	}
	return out
}
