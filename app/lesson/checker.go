package lesson

import (
	"regexp"
	"strings"
)

// Found is a check and the words that it is about.
type Found struct {
	Check Check
	Words string
}

// Look names what in a message blames, promises what nobody can keep, is
// curious about the image, or presses the person. It knows French, Dutch,
// German and English; in another language it finds nothing. It looks for
// ways of saying, so it may miss one, and it says what it found rather than
// that a message is bad. Nothing of the text is kept.
func Look(language, text string) []Found {
	plain := plainer.Replace(text)
	for _, kind := range kindWords[language] {
		plain = kind.ReplaceAllString(plain, " ")
	}
	var out []Found
	for _, c := range Checks() {
		for _, way := range waysOfSaying[language][c] {
			if m := way.FindString(plain); m != "" {
				out = append(out, Found{Check: c, Words: strings.TrimSpace(m)})
				break
			}
		}
	}
	return out
}

// plainer evens out apostrophes and takes out soft hyphens and joiners.
var plainer = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "\u00ad", "", "\u200b", "", "\u200d", "", "\u00a0", " ", "\u202f", " ")

func ways(all ...string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, way := range all {
		out = append(out, regexp.MustCompile(`(?i)`+way))
	}
	return out
}

// kindWords look like what the checks look for and say the opposite.
var kindWords = map[string][]*regexp.Regexp{
	"en": ways(`(not|n't|never)( at all| really)? (your|ur)( own)? fault`, `(you|u) (don't|do not|needn't) (have|need)? ?(to)?`, `(you|u) must(n't| not)`, `no need to`),
	"fr": ways(`(pas|jamais|rien)( du tout)? (de )?ta faute`, `tu (ne |n')?(dois|as) pas\b.{0,12}`, `(pas|rien ne t')oblig(e|é|ée|er)( de| à)?`, `il (ne )?faut pas que tu`),
	"nl": ways(`(niet|nooit)( echt)? (je|jouw|uw|jou)( eigen)? (schuld|fout)`, `(je|ge|jij|gij) (moe?t|hoeft?) (me |mij |er )?(helemaal )?(niet|niets|niks)\b`),
	"de": ways(`(nicht|nie|niemals)( wirklich)? (deine|dein|schuld)( eigene)?( schuld| fehler)?`, `keine schuld`, `du (musst|sollst) (mir |es )?(gar )?(nicht|nichts)\b`),
}

// waysOfSaying are what the checks look for. They were written for this course
// from the kinds of pedagogy.md, 7.3: blame, promises, curiosity, pressure.
var waysOfSaying = map[string]map[Check][]*regexp.Regexp{
	"en": {
		Blame:     ways(`\bwhy (did|would|do) (you|u) (even )?(send|take|trust|post|give)`, `should(n't| not)? (never )?have (sent|taken|trusted|posted)`, `\byour (own )?fault\b.*`, `how could (you|u)`, `(you|u) asked for`, `what did (you|u) expect`, `(stupid|dumb|naive) of (you|u)`, `told (you|u) so`),
		Promise:   ways(`(it|this|that|they)('ll| will|s gonna| is going to) (all )?be (gone|over|forgotten|fine|ok)`, `(nobody|no one|noone) (will|'ll) (ever )?(know|see|find out|remember)`, `i('ll| will)? (promise|swear|make sure)`, `i('ll| will) (never|not) tell`, `i('ll| will) (get|make) (it|them) (deleted|removed|stop)`, `(everything|it) will be (fine|ok|okay|alright)`),
		Curiosity: ways(`what (was|is|s|'s) (on|in) (it|the (photo|pic|picture|image))`, `(can|could|may) i see`, `(send|show) (it to )?me\b`, `is it (really )?(you|real|true)\b`, `what (do|did) (you|u) (look|wear)`, `who (did (you|u) send|was it for|took it)`, `how many (photos|pics|pictures)`),
		Pressure:  ways(`(you|u) (have|need|must|got|ought) to\b.{0,30}`, `\b(you|u) must\b`, `(answer|reply|write back|call) me( now| back)?\b`, `why (don't|do not|arent|aren't) (you|u) (answer|reply)`, `tell (your (mum|mom|dad|parents)|me (everything|who))`, `or (else|i('ll| will))`, `\b(right )?now\b[!]`, `if (you|u) don't`),
	},
	"fr": {
		Blame:     ways(`pourquoi (est-ce que )?(tu|t')\s?(as|l'as|lui as|avais)? ?(envoy|fait|pris|montr)`, `pourquoi t'as`, `(tu )?n?'?aurais (jamais )?(pas )?d[uû]`, `(c'est |de )?(quand même |un peu )?(de )?ta faute\b`, `fallait pas`, `tu l'as (bien )?cherch`, `(à )?quoi tu t'attendais|tu t'attendais à quoi`, `comment t'as pu|comment tu as pu`, `t'es (trop )?(bête|naïf|naïve|con)`, `je te l'avais dit`),
		Promise:   ways(`(ça|ca|tout|elle|ce) (va|sera|aura) (être |vite )?(disparu|effac|oubli|fini|parti|passer|s'arranger|aller)`, `demain (c'est|ce sera|tout) `, `(personne|aucun) (ne |n')?(le )?(saura|verra|va savoir|va le voir|s'en souviendra)`, `je te (le )?(promets|jure|garantis)`, `promis\b`, `je (ne )?(le )?dirai (jamais )?(rien )?à personne`, `je (vais|ferai) (tout )?(faire )?(effacer|supprimer|disparaître)`),
		Curiosity: ways(`(il y a|y a|c'est|c'était) quoi (dessus|dessous|sur)`, `(qu'est-ce qu'(il y a|on voit)|on voit quoi)`, `(je peux|j'peux|fais) (la |les )?voir`, `(envoie|montre)(-| )(la )?moi`, `c'est (vraiment |bien )?toi\b`, `à qui (tu l'as|l'as-tu|t'as) envoy`, `t'as envoyé à qui`, `c'est (un )?vrai\b`, `combien de photos`),
		Pressure:  ways(`tu dois\b.{0,30}`, `t'es obligée? de\b.{0,30}`, `il faut (absolument )?que tu\b.{0,30}`, `(réponds|répond|rappelle)(-| )moi`, `pourquoi (tu )?(ne )?(me )?réponds pas`, `dis(-| )(moi tout|moi qui|le à tes parents)`, `sinon\b.{0,30}`, `tout de suite\b`, `si tu (ne )?(le )?(fais|dis|réponds) pas`),
	},
	"nl": {
		Blame:     ways(`waarom (heb|had|zou) ?(je|ge|gij|jij) .{0,20}(gestuurd|genomen|gedaan|verstuurd|gegeven|vertrouwd)`, `waarom stuur(de)? ?(je|ge|gij)`, `(je|ge|jij|gij) had .{0,25}niet moeten`, `had (je|ge|gij) (dat |het )?(maar|beter) niet`, `(jouw|je|uw|eigen) (eigen )?(schuld|fout)\b`, `(je|ge) hebt? (er )?zelf (om|naar) gevraagd`, `wat had (je|ge|gij) (dan )?verwacht`, `hoe kon (je|ge)`, `(dom|naïef|stom) van (je|jou|u)`, `ik had het (nog )?gezegd`),
		Promise:   ways(`(het|dat|alles) (is|zal|gaat|komt) .{0,20}(weg|voorbij|vergeten|verdwenen|goed|overgaan|oké|ok)\b`, `niemand (zal|gaat) .{0,20}(weten|zien|onthouden|merken)`, `ik beloof\b`, `beloofd\b`, `ik zweer\b`, `ik zorg (ervoor )?dat .{0,30}(weg|stopt|verwijderd)`, `ik (zal|ga) het (aan )?niemand (vertellen|zeggen)`, `ik zeg het (aan )?niemand`),
		Curiosity: ways(`wat (staat|stond|is|was) er ?(op|te zien)`, `wat zie(t)? (je|ge|men) (erop|op)`, `(mag|kan) ik (het|hem|de foto|'m)? ?(eens )?zien`, `stuur (het|hem|'m|de foto)? ?(eens )?(door |naar )?(aan )?mij`, `(laat|toon) (het|hem|'m) (mij |me )?(eens )?zien`, `ben (jij|je|gij) (dat|het) (echt|wel)`, `is (het|dat) echt\b`, `(aan|naar) wie (heb|had) (je|ge|gij)`, `hoeveel foto'?s`),
		Pressure:  ways(`(je|ge|jij|gij) moe?t\b.{0,30}`, `(antwoord|bel|schrijf) (me|mij|eens|terug|nu)\b`, `waarom antwoord(t)? ?(je|ge) niet`, `(zeg|vertel) (me|mij|het) (alles|wie|tegen je ouders|aan je ouders|nu)`, `anders (ga|zal|zeg|vertel)\b.{0,30}`, `(nu )?meteen\b`, `als (je|ge) (het |dat )?niet .{0,20}(doet|zegt|antwoordt)`),
	},
	"de": {
		Blame:     ways(`(warum|wieso|weshalb) (hast|hattest) du .{0,25}(geschickt|gemacht|geschossen|vertraut|gesendet|verschickt)`, `(warum|wieso) schickst du`, `hättest (du )?.{0,25}nicht .{0,12}(dürfen|sollen)`, `(deine|selbst|eigene) schuld\b|selber schuld`, `du hast es (ja )?(so )?(gewollt|provoziert)`, `was hast du (denn )?erwartet`, `wie konntest du`, `(dumm|naiv|blöd) von dir`, `hab(e)?('| ich)?s? (dir )?(doch )?(ja )?gesagt`),
		Promise:   ways(`(das|es|alles) (ist|wird|geht) .{0,20}(weg|vorbei|vergessen|gelöscht|gut|verschwunden)\b`, `niemand (wird|erfährt|sieht|merkt) .{0,20}`, `(ich )?versprech(e)?('| ich|\b)`, `versprochen\b`, `ich schwör`, `ich sorge dafür`, `ich (sag|erzähl)(e|s)? es (niemandem|keinem)`, `ich mach(e)?,? dass (es|das) .{0,15}(weg|aufhört)`),
		Curiosity: ways(`was (ist|war|sieht man) (da )?(drauf|auf dem (bild|foto)|darauf)`, `(darf|kann) ich (es|das|mal)? ?(mal )?sehen`, `(schick|zeig)('?s|e?)? ?(es|das)? ?(mir|mal)\b`, `bist du (das|es) (wirklich|echt)`, `ist (das|es) (echt|wahr)\b`, `(wem|an wen) hast du`, `wie viele (bilder|fotos)`),
		Pressure:  ways(`du (musst|sollst|solltest)\b.{0,30}`, `(antworte|schreib|ruf) (mir|mich|endlich|sofort|zurück)`, `(warum|wieso) antwortest du nicht`, `(sag|erzähl)('?s| es| mir)? (deinen eltern|mir alles|wer)`, `sonst\b.{0,30}`, `sofort\b`, `wenn du (es |das )?nicht\b.{0,30}`),
	},
}
