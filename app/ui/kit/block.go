package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// BlockOpts are the choices of a block.
type BlockOpts struct {
	ID       string
	Number   int    // 1 to 9; the page binds the digit key to Toggle. 0 shows no number
	Text     string // translated
	Chosen   bool
	Disabled bool
	OnChange func(chosen bool)
}

// Block is one of several sentences of which any number can be chosen, such as
// the blocks of a message: a Choice that toggles and shows a check. Space and
// a tap toggle it, and so does Enter where the page does not confirm with it. Among Blocks the arrows move to its neighbours.
type Block struct {
	Choice
	next func(key fyne.KeyName) *Block // where an arrow leads, nil for nowhere
}

// NewBlock returns a block.
func NewBlock(f *Frame, opts BlockOpts) *Block {
	b := &Block{}
	b.setUp(f, b, ChoiceOpts{
		ID: opts.ID, Number: opts.Number, Text: opts.Text, Chosen: opts.Chosen, Disabled: opts.Disabled,
		OnTap: func() {
			b.SetChosen(!b.Chosen())
			if opts.OnChange != nil {
				opts.OnChange(b.Chosen())
			}
		},
	}, choiceForm{theme.BubbleText, "kit.block.row", "kit.block.gap", "kit.block.padY"})
	return b
}

// Toggle chooses the block or takes it back, and tells it, as a tap does.
func (b *Block) Toggle() { b.press() }

// TypedKey toggles with Space, and moves to a neighbour with the arrows, Home
// and End. Enter goes to the page, which confirms what is chosen; where it has
// no use for it just now, Enter toggles too. So do other keys go to the page.
func (b *Block) TypedKey(e *fyne.KeyEvent) {
	if b.next != nil {
		if to := b.next(e.Name); to != nil {
			to.takeFocus()
			return
		}
	}
	if oneEnter(e.Name) == fyne.KeyReturn {
		if !b.f.Keys.Typed(e) {
			b.press()
		}
		return
	}
	b.control.TypedKey(e)
}

// Semantics is the sentence, its key, and whether it is chosen.
func (b *Block) Semantics() Semantics {
	s := b.Choice.Semantics()
	s.Role = RoleCheckBox
	return s
}

// CreateRenderer is for Fyne.
func (b *Block) CreateRenderer() fyne.WidgetRenderer { return draw(b) }

// Blocks lays blocks out in two columns, row by row, or in one where it is
// narrow or the text is large. Left and right go through them as they are
// read, up and down within a column, Home and End to the first and the last;
// blocks that are disabled are passed over. An arrow that leads nowhere goes
// to the page.
func Blocks(f *Frame, blocks ...*Block) *fyne.Container {
	look := f.Look
	growth := 1 + (look.Scale()-1)*look.Size("kit.block.growth")
	least, gap := look.Size("kit.block.columnLeast")*growth, look.Size("kit.block.columnGap")
	var objects []fyne.CanvasObject
	for _, b := range blocks {
		objects = append(objects, b)
		least = max(least, b.Least())
	}
	cells := grid{columns: blockColumns, least: least, gap: gap}
	c := &fyne.Container{Layout: cells, Objects: objects}
	for i, b := range blocks {
		b.next = func(key fyne.KeyName) *Block {
			columns, _ := cells.fit(c.Size().Width)
			return neighbour(blocks, i, columns, key)
		}
	}
	return c
}

const blockColumns = 2

// neighbour is the block that a key leads to from one block, nil for none.
func neighbour(blocks []*Block, from, columns int, key fyne.KeyName) *Block {
	to, by := from, 0
	switch key {
	case fyne.KeyLeft:
		by = -1
	case fyne.KeyRight:
		by = 1
	case fyne.KeyUp:
		by = -columns
	case fyne.KeyDown:
		by = columns
	case fyne.KeyHome:
		to, by = -1, 1
	case fyne.KeyEnd:
		to, by = len(blocks), -1
	default:
		return nil
	}
	for to += by; to >= 0 && to < len(blocks); to += by {
		if !blocks[to].Disabled() {
			return blocks[to]
		}
	}
	return nil
}
