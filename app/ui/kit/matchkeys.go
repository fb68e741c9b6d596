package kit

import "fyne.io/fyne/v2"

// TypedKey matches; other keys go to the page.
func (m *Match) TypedKey(e *fyne.KeyEvent) {
	if m.disabled || m.at < 0 || !m.typed(e.Name) {
		m.f.Keys.Typed(e)
	}
}

func (m *Match) typed(name fyne.KeyName) bool {
	for answer := range m.answers {
		if name == DigitKey(answer+1) && answer < 9 {
			m.putByKey(answer)
			return true
		}
	}
	switch {
	case name == fyne.KeyUp:
		m.goTo(m.at - 1)
	case name == fyne.KeyDown:
		m.goTo(m.at + 1)
	case name == fyne.KeyHome:
		m.goTo(0)
	case name == fyne.KeyEnd:
		m.goTo(len(m.rows) - 1)
	case name == fyne.KeyLeft:
		m.aimAt(m.aim - 1)
	case name == fyne.KeyRight:
		m.aimAt(m.aim + 1)
	case name == fyne.KeyZ:
		return m.revealed(m.TakeBack())
	case name == fyne.KeyDelete, name == fyne.KeyBackspace:
		return m.revealed(m.empty(m.at))
	case name == fyne.KeyEscape && m.drag.on:
		m.drag.end()
		m.Refresh()
	case presses(name) && m.aim >= 0:
		m.putByKey(m.aim)
	default:
		return false
	}
	return true
}

func (m *Match) goTo(row int) {
	m.choose(row)
	m.revealRow(m.at)
}

// putByKey shows the sentence with its answer, and then the one that follows.
func (m *Match) putByKey(answer int) {
	row := m.at
	m.Put(answer)
	m.revealRow(row)
	m.revealRow(m.at)
}

func (m *Match) revealed(done bool) bool {
	if done {
		m.revealRow(m.at)
	}
	return done
}

// aimAt means an answer, round and round.
func (m *Match) aimAt(answer int) {
	n := len(m.answers)
	if n == 0 {
		return
	}
	if answer < 0 {
		answer = n - 1
	}
	m.aim = answer % n
	m.Refresh()
	m.f.reveal(m.answers[m.aim].box.object)
}

func (m *Match) revealRow(row int) {
	if row >= 0 {
		m.f.reveal(m.rows[row].box.object)
	}
}

// FocusGained shows the ring on the current sentence.
func (m *Match) FocusGained() {
	m.control.FocusGained()
	m.revealRow(m.at)
}

// Semantics is the question, the answer that the keys mean or else the current
// sentence, and under their heads all sentences with their answers, then the answers.
func (m *Match) Semantics() Semantics {
	s := m.control.Semantics()
	s.Role = RoleList
	if head := plainText(m.opts.Words.Items); head != "" {
		s.Lines = append(s.Lines, head)
	}
	for row := range m.rows {
		s.Lines = append(s.Lines, m.line(row))
	}
	if head := plainText(m.opts.Words.Answers); head != "" {
		s.Lines = append(s.Lines, head)
	}
	for answer := range m.answers {
		s.Lines = append(s.Lines, m.answerLine(answer))
	}
	switch {
	case m.aim >= 0:
		s.Value = m.answerLine(m.aim)
	case m.at >= 0:
		s.Value = m.line(m.at)
	}
	return s
}

// line is a sentence as it is read aloud, with its answer, whether they fit,
// and the reason.
func (m *Match) line(row int) string {
	r, words := m.rows[row], m.opts.Words
	text := plainText(r.item.Text)
	if m.pairs[row] < 0 {
		return sentences(plainText(r.item.Who), text, words.Empty)
	}
	answer := plainText(m.opts.Answers[m.pairs[row]])
	pair := sentences(text, answer)
	if words.Pair != nil {
		pair = words.Pair(text, answer)
	}
	return sentences(plainText(r.item.Who), pair, words.fit(r.fit.Fit), plainText(r.fit.Reason))
}

func (m *Match) answerLine(answer int) string {
	text, used := plainText(m.opts.Answers[answer]), ""
	if m.opts.Words.Answer != nil {
		text = m.opts.Words.Answer(answer+1, text)
	}
	if m.rowOf(answer) >= 0 {
		used = m.opts.Words.Used
	}
	return sentences(text, used)
}
