package lesson_test

import (
	"slices"
	"testing"

	"vigie/app/lesson"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"fr", "On ne fait rien tourner, et on le dit à Xavier.", []string{"Xavier"}},
		{"fr", "Je suis là. Dis-le à madame Dupont ou à Noor.", []string{"madame Dupont"}},
		{"fr", "Appelle le 116 000, c’est gratuit. Lundi on en parle.", nil},
		{"nl", "We sturen niets door. Vraag het aan Lotte!", []string{"Lotte"}},
		{"nl", "Ik ben er voor Noor", nil},
		{"nl", "stuur naar emma.v@school.be of @emma_v", []string{"emma.v@school.be", "@emma_v"}},
		{"de", "Wir schicken kein Bild weiter. Das Handy bleibt in der Tasche.", nil},
		{"de", "Ich sage es Frau Peters und Max Meier.", []string{"Frau Peters", "Max Meier"}},
		{"en", "I’m here on Monday, and I'll come along.", nil},
		{"en", "Ask Tom. His number is 0470 12 34 56, see www.tom.be", []string{"www.tom.be", "0470 12 34 56", "Tom"}},
		{"en", "", nil},
	} {
		if got := lesson.Names(c.language, c.text, "Noor"); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: %q, want %q", c.language, c.text, got, c.want)
		}
	}
}
