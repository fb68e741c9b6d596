package speech

import (
	"os/exec"
	"strconv"
)

// find prefers speech-dispatcher, for whoever chose a voice in its settings.
func find() (Voice, error) {
	if path, err := exec.LookPath("spd-say"); err == nil {
		return program{path: path, options: dispatcher, stop: []string{"--cancel"}}, nil
	}
	for _, name := range []string{"espeak-ng", "espeak"} {
		if path, err := exec.LookPath(name); err == nil {
			return program{path: path, options: espeak}, nil
		}
	}
	return nil, ErrNoVoice
}

// espeak has a Belgian French; its Dutch is one for all.
func espeak(language string, speed Speed) ([]string, error) {
	voice, known := map[string]string{"fr": "fr-be", "nl": "nl", "de": "de", "en": "en"}[language]
	if !known {
		return nil, NoLanguage{language}
	}
	return []string{"-v", voice, "-s", strconv.Itoa(speed.wordsPerMinute()), "--stdin"}, nil
}

// dispatcher counts speeds from -100 to 100.
func dispatcher(language string, speed Speed) ([]string, error) {
	rate := map[Speed]string{Slow: "-35", Fast: "35"}[speed]
	if rate == "" {
		rate = "0"
	}
	return []string{"--wait", "--pipe-mode", "--language", language, "--rate", rate}, nil
}
