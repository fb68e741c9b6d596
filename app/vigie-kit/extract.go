package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// calls names the functions that take a message, and which argument it is.
var calls = map[string][]int{
	"T": {0}, "N": {0, 1}, "text": {0},
	"finding": {1}, "place": {1}, "match": {3, 4}, "say": {0}, // package lint
	"on": {1}, "at": {2}, "whole": {0}, "one": {0}, "fail": {1}, "Fail": {1}, // package pack
}

// fields names the fields that hold a message.
var fields = map[string]bool{"Message": true, "Instead": true, "Reason": true}

// speaks is true of a message that has a word to translate.
var speaks = regexp.MustCompile(`\pL{2}`)

// extract finds the message ids in the Go files below root, each once, in the
// order of files and lines.
func extract(root string) ([]message, error) {
	var out []message
	seen := map[string]bool{}
	add := func(place string, args ...ast.Expr) {
		var words []string
		for _, a := range args {
			lit, ok := a.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return
			}
			s, err := strconv.Unquote(lit.Value)
			if err != nil || s == "" {
				return
			}
			words = append(words, s)
		}
		if len(words) == 0 || seen[words[0]] || !speaks.MatchString(words[0]) {
			return
		}
		seen[words[0]] = true
		m := message{id: words[0], place: place}
		if len(words) > 1 {
			m.plural = words[1]
		}
		out = append(out, m)
	}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		place := filepath.ToSlash(name)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				fromCall(n, func(args ...ast.Expr) { add(place, args...) })
			case *ast.KeyValueExpr:
				if k, ok := n.Key.(*ast.Ident); ok && fields[k.Name] {
					add(place, n.Value)
				}
			case *ast.AssignStmt:
				if s, ok := n.Lhs[0].(*ast.SelectorExpr); ok && fields[s.Sel.Name] {
					add(place, n.Rhs[0])
				}
			case *ast.CompositeLit:
				fromLiteral(n, func(args ...ast.Expr) { add(place, args...) })
			}
			return true
		})
		return nil
	})
	return out, err
}

func fromCall(n *ast.CallExpr, add func(...ast.Expr)) {
	name := ""
	switch f := n.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	at := calls[name]
	if len(at) == 0 || len(n.Args) <= at[len(at)-1] {
		return
	}
	if name == "N" {
		add(n.Args[0], n.Args[1])
		return
	}
	for _, i := range at {
		add(n.Args[i])
	}
}

// fromLiteral finds the message of an unkeyed SyntaxError and of an unkeyed
// rule: an id, a reason, a function.
func fromLiteral(n *ast.CompositeLit, add func(...ast.Expr)) {
	if len(n.Elts) != 3 {
		return
	}
	if t, ok := n.Type.(*ast.Ident); ok && t.Name == "SyntaxError" {
		add(n.Elts[2])
		return
	}
	first, a := n.Elts[0].(*ast.BasicLit)
	_, b := n.Elts[1].(*ast.BasicLit)
	_, c := n.Elts[2].(*ast.Ident)
	if n.Type == nil && a && b && c && first.Kind == token.STRING {
		add(n.Elts[1])
	}
}
