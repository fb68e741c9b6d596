package lint

import "regexp"

// The wording rules of reference/pedagogy.md 2.4, tuned on the course. They
// hold for every text, except the words of a character that are marked as
// hurtful and answered in the same scene. Go's \b knows ASCII letters only;
// where a pattern ends in one that is not, it says so itself.
type wording struct{ lang, id, pattern, instead string }

var wordings = []wording{
	{"en", "W-en-1", `commit\pL* suicide|suicide (attempt )?(succe|fail)|drove \pL+ to suicide`, "died by suicide, on the help sheet only"},
	{"en", "W-en-2", `revenge porn|(child|kiddie|underage) porn\pL*`, "image-based abuse; child sexual abuse material"},
	{"en", "W-en-3", `should(n't| not) have (sent|taken|trusted)|asked for it|brought it on|what did \pL+ expect|(her|his|their) own fault|put (herself|himself|themselves) (at risk|in)|if only \pL+ had`, "the one responsible is the one who passed it on"},
	{"en", "W-en-4", `silly mistake|naive|attention.?seek|promiscu`, "what was done to the person, without judging them"},
	{"en", "W-en-5", `just say no|never send|don't send (nudes|pics)`, "what one can do"},
	{"en", "W-en-6", `online (is )?forever|there forever|(life|future) (is )?(over|ruined|destroyed)`, "it can be stopped, slowed and taken down"},
	{"en", "W-en-7", `every(one|body) does it|most (teens|young people) (send|share|forward)|boys will be boys`, "what the class approves of"},
	{"en", "W-en-8", `screenshot (of )?(the|that) (photo|image|picture)|(send|forward|show) (it|the (photo|image|picture)) to (your|a|the) (teacher|parent|police|adult)|save (it|the \pL+) as (proof|evidence)`, "note, don't copy: who, where, when, on paper"},
	{"en", "W-en-9", `has this (ever )?happened to you|tell us your story|hands? up if`, "a question about the characters"},
	{"en", "W-en-10", `expose (him|her|them) back|get (your |her |his )?revenge|snitch`, "calm, private ways to help"},
	{"en", "W-en-11", `you('ll| will) go to (prison|jail)`, "what one can still do now"},
	{"fr", "W-fr-1", `commettre un suicide|suicide (réussi|raté)|pouss\pL+ au suicide|suicid\pL+ à cause`, "mort·e par suicide, sur la page d'aide seulement"},
	{"fr", "W-fr-2", `revenge porn|porno.?vengeance|vengeance pornographique|pédoporno\pL*|pornographie (enfantine|infantile)`, "diffusion non consentie d'images intimes ; violence sexuelle par l'image ; images d'abus sexuels d'enfants"},
	{"fr", "W-fr-3", `n'aurai\pL* (jamais |pas )dû|fallait pas (l')?envoy|(de|est) sa faute|l'a (bien )?cherché|s'attendait à quoi|savait (bien )?les risques|si (elle|il|iel) n'avait pas|s'est mis\pL* en danger|provoqu|naïf|naïve|imprudent|fille facile`, "la personne responsable est celle qui a fait suivre"},
	{"fr", "W-fr-4", `n'envoie jamais|il suffit de ne pas`, "ce qu'on peut faire"},
	{"fr", "W-fr-5", `(reste\pL*|pour) toujours (sur|en) (internet|ligne)|vie (est )?(foutue|détruite|gâchée|finie)`, "on peut arrêter, freiner, faire retirer"},
	{"fr", "W-fr-6", `tout le monde (le )?fait`, "ce que la classe approuve"},
	{"fr", "W-fr-7", `capture (d'écran )?de (la|cette|l'|sa) (photo|image)|(transf\pL+|envoie|montre) (la|cette|sa) (photo|image) (à|au|aux)|garde\pL* (la|une) (photo|image|copie) comme preuve`, "noter sans copier : qui, où, quand, sur papier"},
	{"fr", "W-fr-8", `ça t'est (déjà )?arrivé|raconte\pL* (ton|votre) (histoire|expérience)|lev\pL+ la main si`, "une question sur les personnages"},
	{"fr", "W-fr-9", `balance\b|cafte|affiche-(le|la)|venge-toi|tu iras en prison`, "des façons calmes et privées d'aider"},
	{"nl", "W-nl-1", `zelfmoord (pleeg|gepleegd|plegen)|plee?g\pL* zelf(moord|doding)|zelfdoding gepleegd|geslaagde poging|tot zelf(moord|doding) (gedreven|dre[ve]+n)`, "overleden door zelfdoding, alleen op de hulppagina"},
	{"nl", "W-nl-2", `wraakporno|revenge porn|kinderporno\pL*`, "beelden zonder toestemming delen; seksuele misbruikbeelden van minderjarigen"},
	{"nl", "W-nl-3", `had\pL* (ze|hij|die|je)? ?(maar |dat )?niet moeten|eigen schuld|vroeg\pL* er(om| zelf om)|wat had (ze|hij|die) dan verwacht|had (ze|hij|die) maar|dom van|naïef|uitgelokt|zichzelf in gevaar`, "verantwoordelijk is wie het heeft doorgestuurd"},
	{"nl", "W-nl-4", `stuur nooit|gewoon niet doen`, "wat je wel kunt doen"},
	{"nl", "W-nl-5", `(voor )?altijd (online|op het internet)|leven (is )?(kapot|verwoest|voorbij|geruïneerd)`, "het kan stoppen, vertragen, verwijderd worden"},
	{"nl", "W-nl-6", `iedereen doet het`, "wat de klas goed vindt"},
	{"nl", "W-nl-7", `screenshot (van|nemen van) (de|het|die|dat) (foto|beeld)|(stuur|toon|laat) (de|het|die|dat) (foto|beeld)\pL* (door |zien )?(aan|naar)|bewaar (de|het|die) (foto|beeld) als bewijs`, "noteren, niet kopiëren: wie, waar, wanneer, op papier"},
	{"nl", "W-nl-8", `is (dit|het) jou (al |ooit )?overkomen|vertel (je|jouw) verhaal|hand op als`, "een vraag over de personages"},
	{"nl", "W-nl-9", `klikspaan|verklikker|neem wraak|expose (hem|haar|ze) terug|je gaat naar de gevangenis`, "rustige, private manieren om te helpen"},
	{"de", "W-de-1", `(Selbstmord|Suizid) (begeh|begang|verüb)\pL*|Freitod|erfolgreicher (Suizid|Selbstmord)|in den (Selbstmord|Suizid|Tod) getrieben`, "durch Suizid gestorben, nur auf der Hilfeseite"},
	{"de", "W-de-2", `Racheporno\pL*|Revenge Porn|Kinderporno\pL*|Jugendporno\pL*`, "bildbasierte sexualisierte Gewalt; Missbrauchsdarstellungen"},
	{"de", "W-de-3", `selbst schuld|hätte (sie|er|das|man) \pL* ?nicht|hat es (ja )?(so )?gewollt|muss (damit|man) rechnen|was hat (sie|er) erwartet|provoziert|naiv|leichtsinnig|sich selbst in Gefahr`, "verantwortlich ist, wer es weitergeleitet hat"},
	{"de", "W-de-4", `niemals (verschicken|senden)|einfach nicht (machen|schicken)`, "was man tun kann"},
	{"de", "W-de-5", `für immer (im Netz|online)|Leben (ist )?(zerstört|ruiniert|vorbei)`, "man kann es stoppen, bremsen, löschen lassen"},
	{"de", "W-de-6", `das machen doch alle`, "was die Klasse gut findet"},
	{"de", "W-de-7", `Screenshot (vom|von (dem|diesem)|des) (Bild|Foto)|(leite|schick|zeig)\pL* (das|dieses) (Bild|Foto) \pL* ?(an|weiter|deine)|speicher\pL* (das|es|dieses) .{0,12}als Beweis`, "notieren statt kopieren: wer, wo, wann, auf Papier"},
	{"de", "W-de-8", `ist dir (das|so etwas) (schon )?passiert|erzähl\pL* (uns )?(von )?deine|Hand hoch, wer`, "eine Frage zu den Figuren"},
	{"de", "W-de-9", `Petze|räch dich|stell (ihn|sie) bloß|du kommst ins Gefängnis`, "ruhige, private Wege zu helfen"},
}

// styles are words that are only warned about; help texts may use them.
var styles = []wording{
	{"en", "S-en-1", `\bvictims?\b`, "person targeted"},
	{"fr", "S-fr-1", `\bvictimes?\b`, "personne visée"},
	{"nl", "S-nl-1", `\bslachtoffers?\b`, "de persoon om wie het gaat"},
	{"de", "S-de-1", `\bOpfer[ns]?\b`, "betroffene Person"},
}

var wordingRules = makeWordingRules()

func makeWordingRules() []Rule {
	var out []Rule
	for _, w := range wordings {
		out = append(out, w.rule(Error, func(t Text) bool { return !t.Harmful }))
	}
	for _, w := range styles {
		out = append(out, w.rule(Warning, func(t Text) bool { return t.Lesson != "" && !t.Harmful }))
	}
	return out
}

func (w wording) rule(s Severity, pick func(Text) bool) Rule {
	re := map[string]*regexp.Regexp{w.lang: regexp.MustCompile("(?i)" + w.pattern)}
	return Rule{ID: w.id, Reason: "words that blame, frighten or sensationalise hurt those it has happened to", Check: func(c *Course) []Finding {
		found := match(c, re, pick, "%q hurts or frightens", w.instead)
		for i := range found {
			found[i].Severity = s
		}
		return found
	}}
}
