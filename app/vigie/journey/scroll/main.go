// Command scroll shows a chat of 200 messages and scrolls it up and down as
// fast as frames are drawn, for the bench: it prints how many there were in a
// second, and ends.
package main

import (
	"fmt"
	"log"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

const (
	messages = 200
	seconds  = 5
	step     = 24 // units for each frame: a quick turn of the wheel
)

func main() {
	design, err := theme.Load()
	if err != nil {
		log.Fatal(err)
	}
	a := app.NewWithID("org.vigie.scroll")
	look := design.Look(theme.Wish{Palette: theme.Light, Scale: 1})
	a.Settings().SetTheme(look.Theme())
	f := kit.NewFrame(look, kit.NewKeys(nil), false)
	phone := kit.NewPhone(f, kit.PhoneOpts{Title: "3B", Subtitle: "12", Composer: "Message", Chat: kit.ChatOpts{ID: "chat", Messages: chat()}})
	w := a.NewWindow("scroll")
	w.SetContent(kit.Split(f, kit.PhoneStage(f, phone), kit.Daylight(f, kit.NewPage(f, kit.Text(f, theme.Body, "200")))))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1366, 768))
	a.Lifecycle().SetOnStarted(func() { time.AfterFunc(time.Second, func() { fyne.Do(func() { scroll(a, phone.Chat()) }) }) })
	w.ShowAndRun()
}

// scroll moves the chat once for each frame and counts them.
func scroll(a fyne.App, c *kit.Chat) {
	view := test.WidgetRenderer(c).Objects()[0].(*container.Scroll)
	most := view.Content.MinSize().Height - view.Size().Height
	frames, y, way := 0, float32(0), float32(step)
	began := time.Now()
	fyne.NewAnimation(seconds*time.Second, func(part float32) {
		frames++
		if y += way; y < 0 || y > most {
			way = -way
			y += 2 * way
		}
		view.ScrollToOffset(fyne.NewPos(0, y))
		if part == 1 {
			fmt.Printf("%.1f\n", float64(frames)/time.Since(began).Seconds())
			a.Quit()
		}
	}).Start()
}

// chat is messages as a class writes them, short and long, with the hidden
// tile among them.
func chat() []kit.Message {
	texts := []string{"who has the maths sheet?? page 14", "ok", "is it only page 14 or 15 too, and do we have to hand it in on Monday", "😂😂", "seriously"}
	faces := []string{"jonas", "ilan", "amara", "theo", "wout"}
	var all []kit.Message
	for i := range messages {
		m := kit.Message{Avatar: faces[i%len(faces)], Name: faces[i%len(faces)], Text: texts[i%len(texts)], Time: "21:" + strconv.Itoa(10+i%50)}
		switch {
		case i%7 == 3:
			m = kit.Message{Kind: kit.FromMe, Text: texts[i%len(texts)]}
		case i%20 == 9:
			m.Hidden, m.HiddenTitle, m.HiddenNote = true, "Hidden image", "Vigie never shows it"
		}
		all = append(all, m)
	}
	return all
}
