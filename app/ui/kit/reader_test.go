package kit

import (
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

func readerSample(f *Frame) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, name := range []string{"De eerste tien minuten", "Wat het erger maakt", "De directie, vandaag", "Tien rustige minuten met de klas"} {
		parts = append(parts, NewChoice(f, ChoiceOpts{ID: optionName(i), Number: i + 1, Text: name, Chosen: i == 0}))
	}
	part := Card(f, VStack(16, BoldText(f, theme.Heading, "De eerste tien minuten"),
		Point(f, Text(f, theme.Small, "Kijk niet naar de foto. Niemand toont hem, niemand stuurt hem door.")), Point(f, Text(f, theme.Small, "Schrijf op papier, in de woorden van de leerling."))))
	var opened []int
	return TeacherScreen(f, TeacherScreenOpts{Rail: railOf(f, &opened), Head: NewTeacherHead(f, TeacherHeadOpts{Title: "Het gebeurt nu"}), Body: TeacherPage(f, Reader(f, VStack(8, parts...), part)), Menu: "Menu"})
}

// Where there is room the part stands beside the list of parts, else below it;
// its words have room at every size.
func TestReader(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, _ float32) {
		list, part := Text(f, theme.Body, "1"), Text(f, theme.Body, "2")
		r := Reader(f, list, part)
		for _, wide := range []float32{600, 1600} {
			r.Resize(fyne.NewSize(wide*f.Look.Scale(), HeightFor(r, wide*f.Look.Scale())))
			if beside := part.Position().Y < list.Size().Height/2; beside != (wide > 1000) {
				t.Errorf("%g wide: beside each other is %v", wide, beside)
			}
		}
	})
}

func TestReaderGallery(t *testing.T) {
	gallery(t, "reader", 1366, 768, 1200, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) { return readerSample(f), nil })
}
