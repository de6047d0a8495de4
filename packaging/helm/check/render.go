// Renders the chart as Helm would, with Go's own templates and Sprig's functions; for machines without Helm.
// What of Helm's is here: include, toYaml, required, urlParse and the other functions of Sprig. Not: lookup,
// tpl, hooks, dependencies, values from the command line.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"sigs.k8s.io/yaml"
)

func main() {
	chart, overlay := os.Args[1], os.Args[2]
	values := read(filepath.Join(chart, "values.yaml"))
	merge(values, read(overlay))
	meta := read(filepath.Join(chart, "Chart.yaml"))
	data := map[string]interface{}{
		"Values":  values,
		"Chart":   map[string]interface{}{"Name": meta["name"], "Version": meta["version"], "AppVersion": meta["appVersion"]},
		"Release": map[string]interface{}{"Name": "try", "Namespace": "default", "Service": "Helm"},
	}
	all := template.New("chart").Option("missingkey=error")
	functions := sprig.TxtFuncMap()
	functions["include"] = func(name string, with interface{}) (string, error) {
		var out bytes.Buffer
		err := all.ExecuteTemplate(&out, name, with)
		return out.String(), err
	}
	functions["toYaml"] = func(value interface{}) string {
		text, err := yaml.Marshal(value)
		check(err)
		return strings.TrimSuffix(string(text), "\n")
	}
	functions["required"] = func(message string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, fmt.Errorf("%s", message)
		}
		return value, nil
	}
	all.Funcs(functions)
	files, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	check(err)
	sort.Strings(files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		template.Must(all.New(filepath.Base(file)).Parse(string(text)))
	}
	for _, file := range files {
		if name := filepath.Base(file); strings.HasSuffix(name, ".yaml") {
			var out bytes.Buffer
			check(all.ExecuteTemplate(&out, name, data))
			if text := strings.TrimSpace(out.String()); text != "" {
				fmt.Printf("---\n# %s\n%s\n", name, text)
			}
		} else if name == "NOTES.txt" {
			var out bytes.Buffer
			check(all.ExecuteTemplate(&out, name, data))
			fmt.Fprintln(os.Stderr, out.String())
		}
	}
}

func read(file string) map[string]interface{} {
	text, err := os.ReadFile(file)
	check(err)
	values := map[string]interface{}{}
	check(yaml.UnmarshalStrict(text, &values))
	return values
}

func merge(into, from map[string]interface{}) {
	for key, value := range from {
		below, isMap := value.(map[string]interface{})
		under, wasMap := into[key].(map[string]interface{})
		if isMap && wasMap {
			merge(under, below)
		} else {
			into[key] = value
		}
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
