package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// Theme is the look for what remains of Fyne's own widgets: the caret and the
// selection of an entry, scroll bars, menus. Its light or dark variant comes
// from the look, not from the operating system.
func (l *Look) Theme() fyne.Theme { return stockTheme{l} }

type stockTheme struct{ look *Look }

// Color maps the stock name to a role after fyneColors in tokens.json.
func (t stockTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if role, known := t.look.design.fyneColors[string(name)]; known {
		return t.look.Color(role)
	}
	variant := stock.VariantDark
	if t.look.wish.Palette == Light {
		variant = stock.VariantLight
	}
	return stock.DefaultTheme().Color(name, variant)
}

// Font is our regular or bold cut; there is no italic in the design.
func (t stockTheme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol || style.Monospace {
		return stock.DefaultTheme().Font(style)
	}
	return t.look.Font(style.Bold)
}

// Icon leaves the few stock icons as they are.
func (t stockTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return stock.DefaultTheme().Icon(name)
}

// Size maps the stock name after fyneSizes; sizes of text are scaled.
func (t stockTheme) Size(name fyne.ThemeSizeName) float32 {
	path := "fyneSizes." + string(name)
	if !t.look.HasSize(path) {
		return stock.DefaultTheme().Size(name)
	}
	switch name {
	case stock.SizeNameText, stock.SizeNameHeadingText, stock.SizeNameSubHeadingText,
		stock.SizeNameCaptionText, stock.SizeNameInlineIcon:
		return t.look.Scaled(path)
	}
	return t.look.Size(path)
}
