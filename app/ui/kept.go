package ui

import (
	"fyne.io/fyne/v2"

	"vigie/app/progress"
	"vigie/app/ui/teacher"
)

// keeping is what is known of what is kept, for the page in the teacher's space
// that shows it.
type keeping struct {
	counts  progress.Counts
	counted teacher.Counted
	asked   int // counts so far; only the last one is told
	erasing teacher.Erasing
	ticket  progress.Ticket // of the erasing
	noted   bool            // the note of a crash could not be erased with the rest
	unshown bool            // the folder could not be shown
	gone    progress.Repair // what it put right has been erased since
	shown   teacher.Stock
}

// leave forgets what was said of what the person did on the page.
func (k *keeping) leave() {
	k.unshown = false
	if k.erasing == teacher.Erased {
		k.erasing = teacher.NotErasing
	}
}

// stock is what there is to tell now.
func (s *Shell) stock() teacher.Stock {
	k := &s.keeping
	t := teacher.Stock{
		Keeping: s.status.Keeping, Trouble: s.status.Trouble, Counts: k.counts, Counted: k.counted, Erasing: k.erasing,
		Folder: s.o.Folder, Shows: s.o.ShowFolder != nil, Unshown: k.unshown,
	}
	if r, found := s.o.Recorder.Repaired(); found && r != k.gone {
		t.Repair, t.Repaired = r, true
	}
	if t.Erasing == teacher.Erased && t.Counted == teacher.Known && t.Counts != (progress.Counts{}) {
		t.Erasing = teacher.NotErasing // something has been kept since
	}
	return t
}

// takeStock is what the page tells. It is counted anew each time that the page
// is opened.
func (s *Shell) takeStock() teacher.Stock {
	if s.screen.ID != string(teacher.Kept) {
		s.count()
	}
	s.keeping.shown = s.stock()
	return s.keeping.shown
}

// stockChanged shows the page again if it has something else to tell.
func (s *Shell) stockChanged() {
	if s.place == teacher.Kept && s.stock() != s.keeping.shown {
		s.show()
	}
}

// count has what is kept counted in the background. Until then the counts of
// before are shown.
func (s *Shell) count() {
	if !s.status.Keeping {
		return
	}
	s.keeping.asked++
	asked := s.keeping.asked
	s.o.Recorder.Count(func(c progress.Counts, err error) {
		fyne.Do(func() {
			if asked != s.keeping.asked {
				return
			}
			s.keeping.counts, s.keeping.counted = c, teacher.Known
			if err != nil {
				s.keeping.counted = teacher.Unread
			}
			s.stockChanged()
		})
	})
}

// EraseAll erases everything that is kept on this laptop. What is being played
// ends too: it would be kept again.
func (s *Shell) EraseAll() {
	k := &s.keeping
	k.asked++ // what is being counted is of before
	k.counted, k.erasing = teacher.Uncounted, teacher.Waiting
	s.player, s.aside, s.offer = nil, nil, nil
	s.kept, s.focus = map[string]int{}, map[string]string{}
	s.status.Kept, s.ticket = false, 0
	k.noted = !s.dropNote()
	k.ticket = s.o.Recorder.EraseAll()
	s.o.Recorder.Begin()
	s.place, s.back = s.last()
	s.show()
}

// stockAfter takes an acknowledgement to the page.
func (s *Shell) stockAfter(a progress.Ack) {
	k := &s.keeping
	if waiting := k.erasing == teacher.Waiting || k.erasing == teacher.NotErased; waiting && a.Ticket >= k.ticket {
		if a.Err == nil && k.noted {
			k.noted = !s.dropNote()
		}
		k.erasing = teacher.NotErased
		if a.Err == nil && !k.noted {
			k.erasing = teacher.Erased
			k.gone, _ = s.o.Recorder.Repaired()
		}
	}
	s.stockChanged()
	if s.place == teacher.Kept && a.Err == nil {
		s.count()
	}
}

// ShowFolder shows the data folder in the system's own window for files.
func (s *Shell) ShowFolder() {
	if s.o.ShowFolder == nil {
		return
	}
	go func() {
		err := s.o.ShowFolder()
		fyne.Do(func() {
			s.keeping.unshown = err != nil
			s.stockChanged()
		})
	}()
}
