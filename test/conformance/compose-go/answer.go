package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/template"
	"github.com/compose-spec/compose-go/v2/types"
)

// Values that a variable may have which nobody has set: a file is refused only if none of them helps.
var guesses = []string{"", "1", "2", "true", "a", "1s", "1g", "/a", "a=1.1.1.1", "127.0.0.1", "CMD", "bind"}

func answerTo(q question) (answer, error) {
	root, err := os.MkdirTemp("", "compose-go-")
	if err != nil {
		return answer{}, err
	}
	defer os.RemoveAll(root)
	for path, text := range q.Files {
		place := filepath.Join(root, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return answer{}, err
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			return answer{}, err
		}
	}
	folder := filepath.Dir(filepath.Join(root, filepath.FromSlash(q.Load[0])))
	environment, err := dotenv.GetEnvFromFile(nil, envFiles(folder))
	if err != nil {
		return answer{Unknown: said(root, err)}, nil
	}

	accepted := true
	for _, ask := range []struct {
		stage    string
		profiles []string
	}{{"always", profilesOf(environment)}, {"profiles", []string{"*"}}} {
		reasons := map[string]bool{}
		passed := false
		for _, guess := range append(slices.Clone(guesses), q.Guesses...) {
			guessed, err := load(root, folder, q, environment, ask.profiles, guess)
			if err == nil {
				passed = true
				break
			}
			if outside(root, q.Alone, err) {
				return answer{Unknown: said(root, err)}, nil
			}
			if !asksForVariable(err) {
				reasons[said(root, err)] = true
			}
			if !guessed {
				break
			}
		}
		if passed {
			continue
		}
		accepted = false
		// What changes with the variables may be right with others.
		if len(reasons) != 1 {
			return answer{Unknown: "variables decide"}, nil
		}
		for reason := range reasons {
			return answer{Refused: reason, Stage: ask.stage}, nil
		}
	}
	return answer{Accepted: accepted}, nil
}

func profilesOf(environment map[string]string) []string {
	if names := environment["COMPOSE_PROFILES"]; names != "" {
		return strings.Split(names, ",")
	}
	return nil
}

func envFiles(folder string) []string {
	place := filepath.Join(folder, ".env")
	if _, err := os.Stat(place); err != nil {
		return nil
	}
	return []string{place}
}

// load asks as `docker compose config` does, and tells whether a variable was asked for that nobody has set.
func load(
	root, folder string, q question, environment map[string]string, profiles []string, guess string,
) (guessed bool, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v", fault)
		}
	}()
	files := make([]types.ConfigFile, len(q.Load))
	for i, path := range q.Load {
		files[i] = types.ConfigFile{Filename: filepath.Join(root, filepath.FromSlash(path)), Content: []byte(q.Files[path])}
	}
	details := types.ConfigDetails{WorkingDir: folder, ConfigFiles: files, Environment: types.Mapping{}}
	for name, value := range environment {
		details.Environment[name] = value
	}
	project, err := loader.LoadWithContext(context.Background(), details, func(o *loader.Options) {
		o.SetProjectName("project", false)
		o.Profiles = profiles
		if q.Alone {
			o.SkipInclude = true
			o.SkipResolveEnvironment = true
			o.SkipResolveLabels = true
		}
		known := o.Interpolate.LookupValue
		o.Interpolate.LookupValue = func(name string) (string, bool) {
			if value, ok := known(name); ok {
				return value, true
			}
			guessed = true
			return guess, guess != ""
		}
	})
	if err != nil {
		return guessed, err
	}
	return guessed, project.CheckContainerNameUnicity()
}

// outside tells whether the reason lies in another file: one that nobody has, or an env file that may be another one
// elsewhere.
func outside(root string, alone bool, err error) bool {
	text := said(root, err)
	missing := errors.Is(err, fs.ErrNotExist) || strings.Contains(text, "no such file or directory")
	if missing && (alone || strings.Contains(text, " /") || strings.Contains(text, " ../")) {
		return true
	}
	return strings.HasPrefix(text, "env file ") || strings.HasPrefix(text, "failed to read ")
}

func asksForVariable(err error) bool {
	var missing *template.MissingRequiredError
	return errors.As(err, &missing)
}

// said is the message without the folder of this run, which is another one each time.
func said(root string, err error) string {
	return strings.ReplaceAll(err.Error(), root+string(filepath.Separator), "")
}
