package pack

import (
	"bytes"
	"errors"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"vigie/lessons"
)

// lessonSchema compiles the schema once; a Schema is safe for shared use.
var lessonSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(lessons.Schema))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("lesson.schema.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("lesson.schema.json")
})

// validate holds a lesson file against the schema.
func (d *Document) validate() Problems {
	s, err := lessonSchema()
	if err != nil {
		return Problems{d.whole("the lesson schema cannot be read: %s", err)}
	}
	err = s.Validate(plain(d.Root))
	var bad *jsonschema.ValidationError
	if !errors.As(err, &bad) {
		return nil
	}
	var ps Problems
	seen := map[string]bool{}
	var walk func(e *jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if _, one := e.ErrorKind.(*kind.OneOf); !one {
			for _, c := range e.Causes {
				walk(c)
			}
			if len(e.Causes) > 0 {
				return
			}
		}
		for _, p := range d.explain(e) {
			if key := p.Error(); !seen[key] {
				seen[key] = true
				ps = append(ps, p)
			}
		}
	}
	walk(bad)
	return ps
}

// explain says in our own words what the schema found.
func (d *Document) explain(e *jsonschema.ValidationError) Problems {
	n := locate(d.Root, e.InstanceLocation)
	one := func(message string, args ...any) Problems { return Problems{d.on(n, message, args...)} }
	switch k := e.ErrorKind.(type) {
	case *kind.Required:
		return one("expected %s here", quoted(k.Missing))
	case *kind.DependentRequired:
		return one("with %q there must also be %s", k.Prop, quoted(k.Missing))
	case *kind.AdditionalProperties:
		var ps Problems
		for _, name := range k.Properties {
			ps = append(ps, d.on(keyNode(n, name), "%q is not known here", name))
		}
		return ps
	case *kind.Enum:
		return one("expected one of %s", wanted(k.Want))
	case *kind.Type:
		return one("expected %s, found %s", strings.Join(k.Want, " / "), k.Got)
	case *kind.OneOf:
		return one("expected exactly one kind of activity: %s", kindNames())
	case *kind.Pattern:
		return one("expected lower-case letters, digits and single hyphens, found %q", k.Got)
	case *kind.MinItems:
		return one("expected at least %d of these, found %d", k.Want, k.Got)
	case *kind.MaxItems:
		return one("expected at most %d of these, found %d", k.Want, k.Got)
	case *kind.Minimum:
		return one("expected at least %s", k.Want.RatString())
	case *kind.Maximum:
		return one("expected at most %s", k.Want.RatString())
	case *kind.MinLength:
		return one("expected a text here")
	case *kind.MaxLength:
		return one("this text is longer than %d signs", k.Want)
	}
	return one("this does not fit the lesson format: %s", e.ErrorKind.LocalizedString(message.NewPrinter(language.English)))
}

func keyNode(n *yaml.Node, key string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i]
			}
		}
	}
	return n
}

func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }

func wanted(values []any) string {
	var out []string
	for _, v := range values {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
