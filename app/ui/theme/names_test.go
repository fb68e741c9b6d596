package theme_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"vigie/app/ui/theme"
)

// TestNamesExist reads the source of the rooms that draw and looks up every
// name that is written as a literal, and every constant of roles.go.
func TestNamesExist(t *testing.T) {
	look := load(t).Look(theme.Wish{})
	files, err := filepath.Glob("../*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source found: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			continue // being written; the compiler says it better
		}
		ast.Inspect(source, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if name, fun, is := literal(n); is && !known(look, fun, name) {
					t.Errorf("%s: %s(%q) is not in tokens.json", file, fun, name)
				}
			case *ast.ValueSpec:
				if filepath.Base(file) == "roles.go" {
					checkConstant(t, look, n)
				}
			}
			return true
		})
	}
}

func literal(call *ast.CallExpr) (text, fun string, is bool) {
	if len(call.Args) == 0 {
		return "", "", false
	}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		fun = f.Sel.Name
	case *ast.Ident:
		fun = f.Name
	}
	lit, is := call.Args[0].(*ast.BasicLit)
	if !is || lit.Kind != token.STRING {
		return "", "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, fun, err == nil
}

func known(look *theme.Look, fun, name string) bool {
	switch fun {
	case "Size", "Scaled":
		return look.HasSize(name)
	case "Shape", "shape", "polygon":
		return len(look.Shape(name)) > 0
	case "At":
		return look.HasSize(name + ".1")
	case "Icon", "icon":
		return look.HasIcon(name)
	case "Scene":
		return look.HasColor(theme.Scene(name))
	case "Neutral":
		return look.HasColor(theme.Neutral(name))
	}
	return true
}

func checkConstant(t *testing.T, look *theme.Look, spec *ast.ValueSpec) {
	kind, is := spec.Type.(*ast.Ident)
	if !is || len(spec.Values) == 0 {
		return
	}
	lit, is := spec.Values[0].(*ast.BasicLit)
	if !is {
		return
	}
	name, _ := strconv.Unquote(lit.Value)
	switch {
	case kind.Name == "Role" && !look.HasColor(theme.Role(name)):
		t.Errorf("no colour %q", name)
	case kind.Name == "TextRole" && !look.HasText(theme.TextRole(name)):
		t.Errorf("no type %q", name)
	}
}
